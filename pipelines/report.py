"""What a file holds after a run, in the figures that a person wants to see first."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection


@dataclass(frozen=True, slots=True)
class Study:
    """Headline of one event study: mean cumulative abnormal return (a fraction) with its test."""

    name: str
    events: int
    mean_car: float | None
    test: str
    statistic: float | None
    p_value: float | None
    first_day: int
    last_day: int


@dataclass(frozen=True, slots=True)
class RunReport:
    """The state of the file after a run, and what the run added."""

    db: Path
    new_items: int
    new_observations: int
    items: int
    market_items: int
    other_languages: int
    without_time: int
    observations_by_class: dict[str, int]
    calendar: int
    drivers: int
    verdicts: dict[str, int]
    cannot_tell: dict[str, int]
    quarantine: list[tuple[str, str | None, str]]
    studies: list[Study]

    @property
    def checkable(self) -> int:
        """Observations on which the prices have a verdict."""
        return self.verdicts.get("agrees", 0) + self.verdicts.get("contradicts", 0)

    @property
    def agreement(self) -> float | None:
        """Share of the checkable observations that the prices bear out, 0 to 1; None where none is checkable."""
        return self.verdicts.get("agrees", 0) / self.checkable if self.checkable else None


def report(connection: DuckDBPyConnection, db: Path, new_items: int, new_observations: int) -> RunReport:
    """Reads the figures from the file itself."""

    def rows(query: str) -> list[tuple[Any, ...]]:
        return connection.sql(query).fetchall()

    items = rows("""SELECT count(*), count(*) FILTER (is_market_news), count(*) FILTER (language <> 'en'),
                           count(*) FILTER (known_at IS NULL) FROM items""")[0]
    return RunReport(
        db=db,
        new_items=new_items,
        new_observations=new_observations,
        items=items[0],
        market_items=items[1],
        other_languages=items[2],
        without_time=items[3],
        observations_by_class=dict(
            rows("""SELECT instrument_class, count(*) FROM observations LEFT JOIN instruments USING (instrument)
                    GROUP BY ALL ORDER BY 2 DESC, 1""")
        ),
        calendar=rows("SELECT count(*) FROM calendar")[0][0],
        drivers=rows("SELECT count(*) FROM drivers")[0][0],
        verdicts=dict(rows("SELECT verdict, count(*) FROM verdicts GROUP BY ALL ORDER BY 1")),
        cannot_tell=dict(
            rows("SELECT reason, count(*) FROM verdicts WHERE verdict = 'cannot tell' GROUP BY ALL ORDER BY 2 DESC, 1")
        ),
        quarantine=rows("SELECT path, position, reason FROM quarantine ORDER BY ALL"),
        studies=[
            Study(*row)
            for row in rows("""SELECT study, n, mean_car, test, statistic, p_value, first_day, last_day
                               FROM study_results WHERE test = 'bmp_t' ORDER BY study DESC""")
        ],
    )
