"""Event studies on CSV files, as the command ``signals study`` runs them."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING

from signals.errors import UsageError
from signals.prices import load_prices
from signals.study.settings import StudySettings
from signals.study.study import run_study

if TYPE_CHECKING:
    import pyarrow as pa

DEFAULT_CALENDAR = "XNYS"
MOST_WARNINGS = 20
LOG = logging.getLogger(__name__)


def study_from_files(events_path: Path, prices_path: Path, settings: StudySettings) -> pa.Table:
    """The study of events (event_id, instrument, known_at) on prices (date, instrument, close), both CSV or Parquet files.

    A known_at is a date or a timestamp with zone, mixed as they come; another value gives its event the status time_unknown.
    Rows of the prices that cannot be read are logged as warnings and count as missing prices. Raises UsageError where a file or
    a column is missing.
    """
    events = read_events(Path(events_path))
    prices, unreadable = load_prices(Path(prices_path), _calendar(events, settings))
    for row in unreadable[:MOST_WARNINGS]:
        LOG.warning("%s, %s: %s", row.path, row.position, row.reason)
    if len(unreadable) > MOST_WARNINGS:
        LOG.warning("%s: %d rows in all are no prices", prices_path, len(unreadable))
    return run_study(events, prices, settings)


def read_events(path: Path) -> pa.Table:
    """Events as text columns event_id, instrument, known_at; null where a field is empty. Raises UsageError."""
    import pyarrow as pa
    import pyarrow.csv
    import pyarrow.parquet

    if not path.is_file():
        raise UsageError(f"{path}: no such file")
    names = ["event_id", "instrument", "known_at"]
    options = pyarrow.csv.ConvertOptions(column_types=dict.fromkeys(names, pa.string()), strings_can_be_null=True)
    try:
        with path.open("rb") as file:
            is_parquet = file.read(4) == b"PAR1"
        table = pyarrow.parquet.read_table(path) if is_parquet else pyarrow.csv.read_csv(path, convert_options=options)
    except pa.ArrowInvalid as error:
        raise UsageError(f"{path} is neither CSV nor Parquet: {str(error).splitlines()[0]}") from error
    if missing := [name for name in names if name not in table.column_names]:
        raise UsageError(f"{path}: no column {', '.join(missing)}; it has {', '.join(table.column_names)}")
    return table.select(names)


def _calendar(events: pa.Table, settings: StudySettings) -> str | None:
    """The calendar that closes come from; None where every event is a date, so that no close matters."""
    import pyarrow.types as types

    known_at = events["known_at"]
    if types.is_date(known_at.type):
        return None
    has_times = not types.is_string(known_at.type) or any(len(value or "") > 10 for value in known_at.to_pylist())
    return settings.calendar or DEFAULT_CALENDAR if has_times or settings.calendar else None
