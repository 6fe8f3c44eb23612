"""The main job on what ships, and its check of itself: do the prices bear the observations out?"""

from __future__ import annotations

import sys
from pathlib import Path

from pipelines.run import run
from pipelines.settings import RunSettings

LEAST_AGREEMENT = 0.95


def main() -> int:
    """Runs the demo in the working folder; returns the exit code, 1 where the agreement is too low."""
    from signals.terminal import progress, show_report

    with progress() as show:
        report = run(RunSettings(db=Path("signals.duckdb")), show)
    show_report(report)
    if report.agreement is None or report.agreement < LEAST_AGREEMENT:
        sys.stderr.write(
            f"demo: agreement {report.agreement} is below {LEAST_AGREEMENT:.0%}: FROM verdicts WHERE verdict = 'contradicts'\n"
        )
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
