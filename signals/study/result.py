"""The study of a notebook: every table of one event study, its placebo and its picture."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from signals.errors import UsageError
from signals.study.settings import StudySettings
from signals.study.study import FACTOR_MACROS, open_study, study_rows

if TYPE_CHECKING:
    import pandas as pd
    import polars as pl
    import pyarrow as pa
    from matplotlib.figure import Figure

DRAWS = 200


def study(events: Any, prices: Any, *, factors: Any = None, **settings: Any) -> Study:
    """An event study of ``events`` on ``prices``; keywords are the fields of ``StudySettings``.

    Both are tables of polars, pandas or pyarrow, or paths of CSV or Parquet files: events with event_id, instrument and
    known_at (a date, or an instant with zone), prices with date, instrument and close. Raises UsageError for what makes no
    study.
    ``factors`` makes it a factor model, with alpha and a beta for each factor: names of instruments whose returns are the
    factors (several benchmarks, say), or a table with date and a column for each factor, in the unit of the returns. It has
    the levels event, day and tests.

        result = signals.study("events.csv", "prices.csv", benchmark="SPX", first=0, last=1)
        result.tests
        result.plot("path.png")
    """
    chosen = StudySettings(**settings)
    if isinstance(events, str | Path) or isinstance(prices, str | Path):
        from signals.study.files import read_inputs

        events, prices = read_inputs(events, prices, chosen)
    return Study(events, prices, chosen, factors)


class Study:
    """One event study: tables are polars frames, computed when first looked at, events in the order given.

    Returns are fractions (of the other kinds of returns: in their units), times UTC. Figures of an event that could not be
    studied are null, with its status and reason beside them.
    """

    def __init__(self, events: Any, prices: Any, settings: StudySettings, factors: Any = None) -> None:
        """``events`` and ``prices`` as ``run_study`` takes them, ``factors`` as ``study``. Raises UsageError as they do."""
        self.settings = settings
        self._connection = open_study(events, prices, settings, factors)
        self._factors = {} if factors is None else {"factors": "study_factors"}

    @cached_property
    def events(self) -> pl.DataFrame:
        """A row for each event: day_zero, alpha, beta, sigma, car, standard_error, t, bhar, status, reason."""
        return self._rows("event")

    @cached_property
    def days(self) -> pl.DataFrame:
        """A row for each event and day: actual, expected, abnormal, standard_error, car, status, reason."""
        return self._rows("day")

    @cached_property
    def tests(self) -> pl.DataFrame:
        """A row for each test: statistic, p_value (two-sided), n."""
        return self._rows("tests")

    @cached_property
    def path(self) -> pl.DataFrame:
        """A row for each day: n, mean_abnormal, caar, its standard_error by day zero, and the 95 % band lower to upper."""
        return self._rows("path")

    @cached_property
    def summary(self) -> pl.DataFrame:
        """One row: n, left_out, caar, bhar, clustered errors, the smallest detectable effect, leakage before day zero."""
        return self._rows("summary")

    @cached_property
    def left_out(self) -> pl.DataFrame:
        """How many events were left out for each status and reason, most first."""
        import polars as pl

        left = self.events.filter(pl.col("status") != "ok")
        return (
            left.group_by("status", "reason").len("events").sort("events", "status", "reason", descending=[True, False, False])
        )

    def placebo(self, draws: int = DRAWS, seed: int = 1) -> pl.DataFrame:
        """The study on random days of the same instruments: draw, day, n, caar. Events that share a day move together."""
        return self._rows("placebo", draws=draws, seed=seed)

    def placebo_p_value(self, draws: int = DRAWS, seed: int = 1) -> float | None:
        """The share of draws whose mean car over first to last is at least as far from zero as the study's, itself among them.

        None where no event could be studied.
        """
        import polars as pl

        actual = self.summary["caar"][0]
        if actual is None:
            return None
        day, caar = pl.col("day"), pl.col("caar")
        through = pl.when(day == self.settings.last).then(caar).when(day == self.settings.first - 1).then(-caar).otherwise(0.0)
        means = self.placebo(draws, seed).group_by("draw").agg(through.sum())["caar"]
        return (1 + int((means.abs() >= abs(actual)).sum())) / (1 + len(means))

    def to_pandas(self, level: str = "event") -> pd.DataFrame:
        """The rows of a level (event, day, tests, path or summary) as a pandas frame."""
        return self._rows(level).to_pandas()

    def plot(self, path: str | Path | None = None, *, draws: int = DRAWS, seed: int = 1) -> Figure:
        """The average path with its band, the placebo's, and the events' paths behind; saved where ``path`` is given.

        The ending of ``path`` says the form: .png or .svg. Needs matplotlib: pip install "market-news-signals[plot]".
        """
        from signals.study.plot import plot_study

        return plot_study(self, path, draws, seed)

    def _repr_png_(self) -> bytes | None:
        """The picture, for notebooks that show a study; None without matplotlib."""
        from importlib.util import find_spec
        from io import BytesIO

        if self._factors or find_spec("matplotlib") is None:
            return None
        picture = BytesIO()
        self.plot().savefig(picture, format="png")
        return picture.getvalue()

    def close(self) -> None:
        """Frees the memory of the tables; those already looked at stay."""
        self._connection.close()

    def table(self, level: str, **extra: Any) -> pa.Table:
        """The rows of a level as an Arrow table. Raises UsageError for a level that factor models do not have."""
        if self._factors and level not in FACTOR_MACROS:
            raise UsageError(f"a factor model has no level {level}; choose {', '.join(FACTOR_MACROS)}")
        return study_rows(self._connection, self.settings, level, **self._factors, **extra)

    def _rows(self, level: str, **extra: Any) -> pl.DataFrame:
        import polars as pl

        frame = pl.from_arrow(self.table(level, **extra))
        assert isinstance(frame, pl.DataFrame)  # noqa: S101  (for the type checker: a table gives a frame)
        return frame

    def __repr__(self) -> str:
        if self._factors:
            return f"Study of {self.events.height} events by a factor model"
        row, s = self.summary.row(0, named=True), self.settings
        effect = "" if row["caar"] is None else f", mean car {row['caar']:+.4g} over days {s.first} to {s.last}"
        return f"Study of {row['n']} events, {row['left_out']} left out{effect}"
