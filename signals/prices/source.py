"""What every price source does: it is asked for instruments, and delivers tables and what it could not deliver.

The sources are the bundled samples, files and tables of the user's own, and Yahoo Finance. tests/prices/source_contract.py
holds what each must keep to.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from signals.records import Quarantined

if TYPE_CHECKING:
    import pyarrow as pa

DAILY = "1d"


@dataclass(frozen=True, slots=True)
class Asked:
    """One series that is wanted: ``since`` is the first session still of interest (None: all there are).

    ``interval`` is ``1d`` for a price a session, else the length of bars within sessions, such as ``1m`` or ``1h``.
    """

    instrument: str
    since: date | None = None
    interval: str = DAILY


@dataclass(frozen=True, slots=True)
class Delivery:
    """What came: daily prices and bars with the columns of ``price_schema`` and ``bar_schema``, and what did not, with reasons.

    ``asked`` are the series that this delivery answers, whether with rows or with a problem.
    """

    prices: pa.Table
    bars: pa.Table
    problems: tuple[Quarantined, ...] = ()
    asked: tuple[Asked, ...] = ()


class PriceSource(Protocol):
    """Prices by instrument. ``name`` is how settings name it.

    ``deliver`` answers with one or more deliveries. Instants are UTC; a bar is delivered only when it was complete at
    ``now``; there is one price for each instrument, session and source, and one bar for each instrument and end. With nothing
    asked it delivers all it has of itself (a file); a source that cannot list what it has delivers nothing. A series that
    fails is a problem of its own and leaves the others alone. Raises UsageError only where the source as a whole is not there.
    """

    name: str

    def deliver(self, asked: Sequence[Asked], now: datetime) -> Iterator[Delivery]:
        """The series asked for."""
        ...


def price_schema() -> pa.Schema:
    """Columns of daily prices, as in ``history.prices``."""
    import pyarrow as pa

    instant = pa.timestamp("us", tz="UTC")
    numbers = [(name, pa.float64()) for name in ("open", "high", "low", "close", "volume", "dividend", "split")]
    texts = [(name, pa.string()) for name in ("unit", "kind", "source")]
    keys = [("instrument", pa.string()), ("session", pa.date32()), ("priced_at", instant)]
    return pa.schema([*keys, *numbers, *texts, ("known_at", instant), ("fetched_at", instant)])


def bar_schema() -> pa.Schema:
    """Columns of bars within sessions, as in ``history.bars``."""
    import pyarrow as pa

    instant = pa.timestamp("us", tz="UTC")
    keys = [("instrument", pa.string()), ("session", pa.date32()), ("starts_at", instant), ("priced_at", instant)]
    numbers = [(name, pa.float64()) for name in ("open", "high", "low", "close", "volume")]
    return pa.schema([*keys, *numbers, ("unit", pa.string()), ("source", pa.string()), ("fetched_at", instant)])


def conformed(table: pa.Table, schema: pa.Schema) -> pa.Table:
    """The table with exactly these columns: others are left out, missing ones are null."""
    import pyarrow as pa

    columns = [
        table[field.name].cast(field.type) if field.name in table.column_names else pa.nulls(len(table), field.type)
        for field in schema
    ]
    return pa.table(columns, schema=schema)


def only_asked(table: pa.Table, asked: Sequence[Asked], time: str = "session") -> pa.Table:
    """The rows of the series asked for, from their first session of interest on; all rows where nothing is asked."""
    import polars as pl

    if not asked:
        return table
    wanted = pl.DataFrame(
        {"instrument": [one.instrument for one in asked], "since": [one.since or date.min for one in asked]},
        schema={"instrument": pl.String, "since": pl.Date},
    )
    frame = pl.DataFrame(pl.from_arrow(table))
    kept = frame.join(wanted, on="instrument", how="inner", maintain_order="left").filter(pl.col(time) >= pl.col("since"))
    return kept.drop("since").to_arrow().cast(table.schema)
