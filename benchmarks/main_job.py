"""Time and memory of the main job on the sample news, a process of its own each time.  python benchmarks/main_job.py"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time

RUNS = 3


def main() -> None:
    """Print seconds (wall) of a first run and of one that finds nothing new, and the peak memory of the largest process."""
    with tempfile.TemporaryDirectory() as folder:
        for number in range(RUNS):
            first, again = timed(folder, number), timed(folder, number)
            print(f"first run {first:5.1f} s   again {again:5.1f} s")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 2**20:.2f} GB")


def timed(folder: str, number: int) -> float:
    """Seconds of `signals run` on the sample news into file ``number`` of the folder."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "signals.cli", "run", "--db", f"{folder}/{number}.duckdb"]
    subprocess.run(command, check=True, capture_output=True)
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
