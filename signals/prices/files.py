"""Prices of the user's own: a CSV or Parquet file with date, instrument and close.

Optional columns: priced_at (with zone), open, high, low, unit, source. A row without a usable date, instrument or close is
quarantined by its number; the rest is loaded.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from signals.clock import parse_instant
from signals.errors import UsageError
from signals.instruments import load_master
from signals.records import Price, Quarantined

if TYPE_CHECKING:
    import pyarrow as pa

REQUIRED = ("date", "instrument", "close")
OPTIONAL = ("open", "high", "low")


def load_prices(path: Path) -> tuple[pa.Table, list[Quarantined]]:
    """The prices, with the columns of Price, and the rows that could not be read.

    Without priced_at a price counts as known at the end of its day, UTC. Raises UsageError for a file that is missing, is
    neither CSV nor Parquet, or lacks a required column.
    """
    import pyarrow as pa

    rows = _read(path)
    missing = [name for name in REQUIRED if name not in rows.column_names]
    if missing:
        raise UsageError(f"{path}: no column {', '.join(missing)}; it has {', '.join(rows.column_names)}")
    prices, quarantined = [], []
    for number, row in enumerate(rows.to_pylist(), 2):
        try:
            prices.append(_price(row, path))
        except (TypeError, ValueError) as error:
            quarantined.append(Quarantined(str(path), f"not a price: {error}", f"row {number}"))
    return pa.Table.from_pylist([_columns(price) for price in prices], schema=_schema()), quarantined


def _read(path: Path) -> pa.Table:
    import pyarrow as pa
    import pyarrow.csv
    import pyarrow.parquet

    if not path.is_file():
        raise UsageError(f"{path}: no such file")
    try:
        if path.read_bytes()[:4] == b"PAR1":
            return pyarrow.parquet.read_table(path)
        text = dict.fromkeys([*REQUIRED, *OPTIONAL, "priced_at", "unit", "source"], pa.string())
        return pyarrow.csv.read_csv(
            path, convert_options=pyarrow.csv.ConvertOptions(column_types=text, strings_can_be_null=True)
        )
    except pa.ArrowInvalid as error:
        raise UsageError(f"{path} is neither CSV nor Parquet: {str(error).splitlines()[0]}") from error


def _price(row: dict[str, Any], path: Path) -> Price:
    session = row["date"] if isinstance(row["date"], date) else date.fromisoformat(str(row["date"])[:10])
    instrument = str(row["instrument"] or "").strip()
    if not instrument:
        raise ValueError("no instrument")
    return Price(
        instrument=instrument,
        session=session,
        priced_at=_priced_at(row.get("priced_at"), session),
        close=_positive_or_negative(row["close"]),
        unit=str(row.get("unit") or _unit(instrument)),
        source=str(row.get("source") or path.name),
        **{name: None if row.get(name) is None else float(row[name]) for name in OPTIONAL},
    )


def _positive_or_negative(value: Any) -> float:
    number = float(value)
    if number != number or abs(number) == float("inf"):
        raise ValueError(f"close is {value}")
    return number


def _priced_at(value: Any, session: date) -> datetime:
    if value is None:
        return datetime.combine(session, time(23, 59, 59), tzinfo=UTC)
    return value if isinstance(value, datetime) and value.tzinfo else parse_instant(str(value))


def _unit(instrument: str) -> str:
    known = load_master().instruments.get(instrument)
    return (known.unit if known else None) or "unknown"


def _columns(price: Price) -> dict[str, Any]:
    return {name: getattr(price, name) for name in _schema().names}


def _schema() -> pa.Schema:
    import pyarrow as pa

    instant = pa.timestamp("us", tz="UTC")
    numbers = [(name, pa.float64()) for name in ("open", "high", "low", "close")]
    return pa.schema(
        [
            ("instrument", pa.string()),
            ("session", pa.date32()),
            ("priced_at", instant),
            *numbers,
            ("unit", pa.string()),
            ("source", pa.string()),
        ]
    )
