"""The user's own tables as a price source: daily prices (column date), or bars within sessions (column starts_at)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from signals.errors import UsageError
from signals.instruments import load_master
from signals.prices.files import COLUMNS, instants, known_units, parse_prices, read_table
from signals.prices.sessions import closes
from signals.prices.source import Asked, Delivery, bar_schema, conformed, only_asked, price_schema
from signals.prices.units import unit_factor
from signals.records import Quarantined

if TYPE_CHECKING:
    import polars as pl

MONEY = ("open", "high", "low", "close")


class OwnTable:
    """A CSV, Parquet or JSON file, or ``file.duckdb#table``.

    A price without priced_at is of the close of its session by the instrument's market, or for an instrument that the master
    does not know of the end of its day, UTC. Quotes in pence or cents come in the unit of the master.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self.name = str(path)

    def deliver(self, asked: Sequence[Asked], now: datetime) -> Iterator[Delivery]:
        """All of the table, or the series asked for; rows of the future are left out. Raises UsageError for no such table."""
        raw = read_table(self.path)
        no_prices, no_bars = price_schema().empty_table(), bar_schema().empty_table()
        if "starts_at" in {name.strip().lower() for name in raw.columns}:
            bars, problems = _bars(raw, self.path)
            table = conformed(_complete(bars, now).to_arrow(), bar_schema())
            yield Delivery(no_prices, only_asked(table, asked), tuple(problems), tuple(asked))
        else:
            prices, problems = parse_prices(raw, self.path)
            table = conformed(_complete(_timed(_in_units(prices)), now).to_arrow(), price_schema())
            yield Delivery(only_asked(table, asked), no_bars, tuple(problems), tuple(asked))


def _complete(rows: pl.DataFrame, now: datetime) -> pl.DataFrame:
    import polars as pl

    return rows.filter(pl.col("priced_at") <= now)


def _in_units(prices: pl.DataFrame) -> pl.DataFrame:
    """Prices in pence or cents in the unit of the instrument; other units stay as the table states them."""
    import polars as pl

    master = load_master().instruments
    pairs = prices.select("instrument", "unit").unique().iter_rows()
    units = [(name, unit, master[name].unit) for name, unit in pairs if name in master]
    scaled = [(name, unit, wanted, unit_factor(unit, wanted)) for name, unit, wanted in units if unit != wanted]
    for name, unit, wanted, factor in scaled:
        if factor is not None:
            its = (pl.col("instrument") == name) & (pl.col("unit") == unit)
            money = [pl.when(its).then(pl.col(column) * factor).otherwise(pl.col(column)).alias(column) for column in MONEY]
            prices = prices.with_columns(*money, pl.when(its).then(pl.lit(wanted)).otherwise(pl.col("unit")).alias("unit"))
    return prices


def _timed(prices: pl.DataFrame) -> pl.DataFrame:
    """priced_at filled where the table has none."""
    import polars as pl

    instant, master = pl.Datetime("us", "UTC"), load_master().instruments
    untimed = prices.filter(pl.col("priced_at").is_null()).select("instrument", "session").unique()
    rows = [
        (name, session, moment)
        for (name,), group in untimed.group_by("instrument")
        if name in master
        for session, moment in closes(master[str(name)], group["session"].to_list()).items()
    ]
    usual = pl.DataFrame(rows, schema={"instrument": pl.String, "session": pl.Date, "usual": instant}, orient="row")
    day_end = pl.col("session").cast(pl.Datetime("us")).dt.offset_by("1d").dt.replace_time_zone("UTC")
    joined = prices.join(usual, on=["instrument", "session"], how="left", maintain_order="left")
    return joined.with_columns(pl.coalesce("priced_at", "usual", day_end)).select(COLUMNS)


def _bars(raw: pl.DataFrame, path: Path) -> tuple[pl.DataFrame, list[Quarantined]]:
    """The good rows of a table of bars. Without priced_at a bar lasts as long as the shortest distance of two of its series."""
    import polars as pl

    named = raw.rename({name: name.strip().lower() for name in raw.columns})
    missing = {"starts_at", "instrument", "close"} - set(named.columns)
    if missing:
        raise UsageError(f"{path}: no column {', '.join(sorted(missing))}; it has {', '.join(named.columns)}")
    texts = ("instrument", "starts_at", "priced_at", "unit", "source", *MONEY, "volume")
    frame = named.select(
        (pl.col(name).cast(pl.String) if name in named.columns else pl.lit(None, pl.String)).alias(name) for name in texts
    ).with_row_index("row", offset=2)
    typed = frame.with_columns(
        *(pl.col(name).cast(pl.Float64, strict=False) for name in (*MONEY, "volume")),
        instants("starts_at"),
        instants("priced_at"),
        known_units(),
        pl.col("source").fill_null(path.name),
    ).sort("instrument", "starts_at")
    ended = typed.with_columns(pl.coalesce("priced_at", pl.col("starts_at") + _length()))
    unread = pl.any_horizontal(pl.col("instrument", "starts_at", "priced_at").is_null())
    checked = ended.with_columns(unread=unread | ~pl.col("close").is_finite().fill_null(value=False))
    bad = pl.col("unread") | ~pl.struct("instrument", "priced_at", "source", "unread").is_first_distinct()
    reason = "not a bar: instrument, starts_at (with zone) and close are needed, once for each instrument and end"
    problems = [Quarantined(str(path), reason, f"row {row}") for row in checked.filter(bad)["row"].sort()]
    return _with_session(checked.filter(~bad).drop("unread")), problems


def _length() -> pl.Expr:
    import polars as pl

    steps = pl.col("starts_at").diff().over("instrument")
    return steps.filter(steps > pl.duration()).min().over("instrument")


def _with_session(bars: pl.DataFrame) -> pl.DataFrame:
    """The date of each bar on the clock of its market; UTC where the master does not know the instrument."""
    import polars as pl

    master = load_master().instruments
    names = [str(name) for name in bars["instrument"].unique()]
    zones = {name: master[name].timezone if name in master else "UTC" for name in names}
    local = pl.lit(None, pl.Date)
    for zone in set(zones.values()):
        theirs = pl.col("instrument").is_in([name for name in names if zones[name] == zone])
        local = pl.when(theirs).then(pl.col("starts_at").dt.convert_time_zone(zone).dt.date()).otherwise(local)
    return bars.with_columns(local.alias("session"))
