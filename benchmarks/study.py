"""Speed of the event study: 10,000 events on a million prices.  python benchmarks/study.py"""

from __future__ import annotations

import resource
import time
from datetime import date, timedelta

import numpy as np
import pyarrow as pa

from signals.study import StudySettings, run_study

INSTRUMENTS, SESSIONS, EVENTS = 200, 5_000, 10_000


def main() -> None:
    """Print seconds (wall) for each level and the peak memory of the process."""
    prices, events = random_prices(), random_events()
    print(f"{EVENTS:,} events, {prices.num_rows:,} prices, market model, 250 + 11 sessions an event")
    for level in ("day", "event", "tests"):
        started = time.perf_counter()
        rows = run_study(events, prices, StudySettings(benchmark="S000", level=level))
        print(f"{level:6} {time.perf_counter() - started:6.2f} s  {rows.num_rows:,} rows")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20:.2f} GB")


def random_prices() -> pa.Table:
    """Random walks, the first of them the benchmark."""
    random = np.random.default_rng(1)
    closes = 100 * np.exp(np.cumsum(random.normal(0, 0.01, (INSTRUMENTS, SESSIONS)), axis=1))
    days = [date(2000, 1, 3) + timedelta(days=number) for number in range(SESSIONS)]
    names = [f"S{number:03}" for number in range(INSTRUMENTS)]
    return pa.table({"instrument": np.repeat(names, SESSIONS), "date": days * INSTRUMENTS, "close": closes.ravel()})


def random_events() -> pa.Table:
    """Events at random instants, most of them with full windows."""
    random = np.random.default_rng(2)
    names = [f"S{number:03}" for number in random.integers(1, INSTRUMENTS, EVENTS)]
    start = np.datetime64("2000-01-03", "s")
    instants = start + random.integers(300 * 86_400, (SESSIONS - 10) * 86_400, EVENTS).astype("timedelta64[s]")
    return pa.table({"event_id": range(EVENTS), "instrument": names, "known_at": [f"{instant}Z" for instant in instants]})


if __name__ == "__main__":
    main()
