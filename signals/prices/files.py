"""Prices of the user's own: a table with date, instrument and close, read column by column.

The table is a CSV, Parquet or JSON file, or one of a DuckDB file (``file.duckdb#table``). Optional columns: priced_at (with
zone), open, high, low, volume, unit, kind, source. An empty close states that there was no price and is passed over. A row that
cannot be read, or that gives a second price for the same instrument, date and source, is quarantined by its number; the rest
is loaded.
"""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from signals.clock import parse_instant
from signals.errors import UsageError
from signals.instruments import load_master
from signals.prices.closes import session_closes
from signals.records import Quarantined

if TYPE_CHECKING:
    import polars as pl
    import pyarrow as pa

REQUIRED = ("date", "instrument", "close")
NUMBERS = ("open", "high", "low", "close", "volume")
COLUMNS = ("instrument", "session", "priced_at", *NUMBERS, "unit", "kind", "source")
JSON_FILES = {".json", ".jsonl", ".ndjson"}
NO_VALUE = ["", "N/A", "NA", "NaN", "nan", "null", "."]


def load_prices(path: Path, calendar: str | None = None) -> tuple[pa.Table, list[Quarantined]]:
    """The prices, with the columns of Price, and the rows that could not be read.

    Where the file has no priced_at, a price is of the session's close in ``calendar`` (such as XNYS), or without one of the
    end of its day, UTC. Raises UsageError for a file that is missing, is neither CSV nor Parquet, or lacks a required column.
    """
    prices, problems = parse_prices(read_table(path), path)
    return _with_time(prices, calendar).select(COLUMNS).to_arrow(), problems


def parse_prices(raw: pl.DataFrame, path: Path) -> tuple[pl.DataFrame, list[Quarantined]]:
    """The good rows with the columns of Price, priced_at null where the table has none, and the rows that are none."""
    parsed = _parsed(_with_required(raw, path).with_row_index("row", offset=2), path)
    quarantined = [
        Quarantined(str(path), f"not a price: {reason}", f"row {row}")
        for row, reason in parsed.filter(_problem().is_not_null()).select("row", _problem()).iter_rows()
    ]
    return parsed.filter(_problem().is_null(), _is("close").is_not_null()).select(COLUMNS), quarantined


def read_table(path: Path) -> pl.DataFrame:
    """The table as it is, columns of a CSV file as text. Raises UsageError where there is none."""
    import polars as pl

    name, _, table = path.name.partition("#")
    file = path.with_name(name)
    if not file.is_file():
        raise UsageError(f"{file}: no such file")
    if table or file.suffix.lower() in JSON_FILES:
        return _through_duckdb(file, table)
    try:
        with file.open("rb") as opened:
            is_parquet = opened.read(4) == b"PAR1"
        if is_parquet:
            return pl.read_parquet(file)
        return pl.read_csv(file, infer_schema=False, null_values=NO_VALUE, encoding="utf8-lossy", truncate_ragged_lines=True)
    except (pl.exceptions.PolarsError, OSError) as error:
        raise UsageError(f"{file} is neither CSV nor Parquet: {str(error).splitlines()[0]}") from error


def _through_duckdb(file: Path, table: str) -> pl.DataFrame:
    """A table or view of a DuckDB file, opened read-only, or without a table's name the records of a JSON file."""
    import duckdb
    import polars as pl

    try:
        with duckdb.connect(str(file) if table else ":memory:", read_only=bool(table)) as connection:
            connection.execute("SET TimeZone = 'UTC'")
            query = "FROM query_table($name)" if table else "FROM read_json_auto($name)"
            return pl.DataFrame(connection.sql(query, params={"name": table or str(file)}).pl())
    except duckdb.Error as error:
        raise UsageError(f"{file}{'#' + table if table else ''} cannot be read: {str(error).splitlines()[0]}") from error


def _with_required(raw: pl.DataFrame, path: Path) -> pl.DataFrame:
    named = raw.rename({name: name.strip().lower().lstrip("\ufeff") for name in raw.columns})
    if "date" not in named.columns and "session" in named.columns:
        named = named.rename({"session": "date"})
    missing = [name for name in REQUIRED if name not in named.columns]
    if missing:
        raise UsageError(f"{path}: no column {', '.join(missing)}; it has {', '.join(named.columns)}")
    return named


def _parsed(raw: pl.DataFrame, path: Path) -> pl.DataFrame:
    """Typed columns, null where a value is missing or unreadable, with what was written beside the three that are required."""
    import polars as pl

    keys = ["instrument", "session", "source"]
    typed = raw.select(
        "row",
        pl.col("instrument").cast(pl.String).str.strip_chars(),
        pl.col("date").cast(pl.String).alias("date_text"),
        pl.col("close").cast(pl.String).alias("close_text"),
        pl.col("date").cast(pl.String).str.slice(0, 10).str.to_date("%Y-%m-%d", strict=False).alias("session"),
        *(_number(raw, name) for name in NUMBERS),
        _text(raw, "source").fill_null(path.name),
        _text(raw, "unit"),
        _text(raw, "kind"),
        _text(raw, "priced_at").alias("priced_text"),
    ).with_columns(instants("priced_text").alias("priced_at"), known_units())
    return typed.with_columns((pl.struct(keys).is_first_distinct() | _is("close").is_null()).alias("is_first"))


def _is(name: str) -> pl.Expr:
    import polars as pl

    return pl.col(name)


def _problem() -> pl.Expr:
    """What is wrong with a row, in words; null where nothing is."""
    import polars as pl

    written = pl.col("close_text").is_not_null()
    return (
        pl.when(pl.col("instrument").fill_null("") == "")
        .then(pl.lit("no instrument"))
        .when(pl.col("session").is_null())
        .then(pl.lit("date ") + pl.col("date_text").fill_null("(empty)") + pl.lit(" is not of the form 2025-07-04"))
        .when(written & pl.col("close").is_null())
        .then(pl.lit("close ") + pl.col("close_text").fill_null("") + pl.lit(" is no number"))
        .when(pl.col("priced_text").is_not_null() & pl.col("priced_at").is_null())
        .then(pl.lit("priced_at ") + pl.col("priced_text").fill_null("") + pl.lit(" is no time with zone"))
        .when(~pl.col("is_first"))
        .then(pl.lit("a second price for this instrument and date"))
    )


def _number(raw: pl.DataFrame, name: str) -> pl.Expr:
    import polars as pl

    value = _text(raw, name).str.strip_chars().cast(pl.Float64, strict=False)
    return pl.when(value.is_finite()).then(value).alias(name)


def _text(raw: pl.DataFrame, name: str) -> pl.Expr:
    import polars as pl

    return (pl.col(name).cast(pl.String) if name in raw.columns else pl.lit(None, pl.String)).alias(name)


def instants(name: str) -> pl.Expr:
    """The texts of a column as instants, null where one is no time with a zone."""
    import polars as pl

    instant = pl.Datetime("us", "UTC")
    return pl.col(name).map_elements(_instant_or_none, return_dtype=instant).cast(instant)


def _instant_or_none(text: str) -> datetime | None:
    try:
        return parse_instant(text)
    except ValueError:
        return None


def known_units() -> pl.Expr:
    """The column unit, from the instrument master where the table is silent, else ``unknown``."""
    import polars as pl

    units = {name: known.unit for name, known in load_master().instruments.items() if known.unit}
    known = pl.col("instrument").replace_strict(units, default="unknown", return_dtype=pl.String)
    return pl.col("unit").fill_null(known)


def _with_time(prices: pl.DataFrame, calendar: str | None) -> pl.DataFrame:
    import polars as pl

    day_end = pl.col("session").cast(pl.Datetime("us")).dt.offset_by("1d").dt.replace_time_zone("UTC")
    if calendar is None or prices.is_empty():
        return prices.with_columns(pl.col("priced_at").fill_null(day_end))
    closes = session_closes(calendar, prices["session"].unique().to_list())
    usual = pl.col("session").replace_strict(closes, return_dtype=pl.Datetime("us", "UTC"))
    return prices.with_columns(pl.col("priced_at").fill_null(usual))
