"""Event studies on CSV files, as the command ``signals study`` runs them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from signals.errors import UsageError
from signals.study.result import Study
from signals.study.settings import StudySettings

if TYPE_CHECKING:
    import pyarrow as pa

    from signals.records import Quarantined

DEFAULT_CALENDAR = "XNYS"
MOST_WARNINGS = 20
LOG = logging.getLogger(__name__)


def study_from_files(events_path: Path, prices_path: Path, settings: StudySettings, plot: Path | None = None) -> pa.Table:
    """The study of events (event_id, instrument, known_at) on prices (date, instrument, close), both CSV or Parquet files.

    A known_at is a date or a timestamp with zone, mixed as they come; another value gives its event the status time_unknown.
    Rows of the prices that cannot be read are logged as warnings and count as missing prices. Raises UsageError where a file or
    a column is missing. ``plot``: a .png or .svg that the average path is drawn to as well.
    """
    study = Study(*read_inputs(events_path, prices_path, settings), settings)
    if plot is not None:
        study.plot(plot)
    return study.table(settings.level)


def read_inputs(events: Any, prices: Any, settings: StudySettings) -> tuple[Any, Any]:
    """Tables in place of those of both that are paths. Raises UsageError as ``study_from_files``."""
    from signals.prices import load_prices

    if isinstance(events, str | Path):
        events = read_events(Path(events))
    if isinstance(prices, str | Path):
        prices, unreadable = load_prices(Path(prices), _calendar(events, settings))
        _warn(unreadable)
    return events, prices


def _warn(unreadable: list[Quarantined]) -> None:
    for row in unreadable[:MOST_WARNINGS]:
        LOG.warning("%s, %s: %s", row.path, row.position, row.reason)
    if len(unreadable) > MOST_WARNINGS:
        LOG.warning("%s: %d rows in all are no prices", unreadable[0].path, len(unreadable))


def read_events(path: Path) -> pa.Table:
    """Events with event_id, instrument and known_at, in a CSV file as text, and what other columns there are.

    Null where a field is empty. Raises UsageError where the file is missing, is neither CSV nor Parquet, or lacks a column.
    """
    import polars as pl

    if not path.is_file():
        raise UsageError(f"{path}: no such file")
    try:
        with path.open("rb") as file:
            is_parquet = file.read(4) == b"PAR1"
        if is_parquet:
            table = pl.read_parquet(path)
        else:
            table = pl.read_csv(path, infer_schema=False, encoding="utf8-lossy", truncate_ragged_lines=True)
        table = table.rename({name: name.strip().lower().lstrip("\ufeff") for name in table.columns})
    except (pl.exceptions.PolarsError, OSError) as error:
        raise UsageError(f"{path} is neither CSV nor Parquet: {str(error).splitlines()[0]}") from error
    if missing := [name for name in ("event_id", "instrument", "known_at") if name not in table.columns]:
        raise UsageError(f"{path}: no column {', '.join(missing)}; it has {', '.join(table.columns)}")
    return table.with_columns(pl.col(pl.String).str.strip_chars()).to_arrow()


def _calendar(events: Any, settings: StudySettings) -> str | None:
    """The calendar that closes come from; None where every event is a date, so that no close matters."""
    has_times = any(len(str(value or "")) > 10 for value in events["known_at"].to_pylist())
    return settings.calendar or DEFAULT_CALENDAR if has_times or settings.calendar else None
