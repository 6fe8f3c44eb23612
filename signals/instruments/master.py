"""The instruments and their names, from the tables in data/instruments."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from signals.instruments.linking import conventional
from signals.resources import data_path

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Instrument:
    """One instrument. ``low`` and ``high`` bound the levels that it can plausibly have, in ``unit``; None where unknown.

    ``holder_sign`` turns a rise of the quote into a gain (1) or a loss (-1) of the holder: a bond yield has -1.
    """

    id: str
    name: str
    instrument_class: str
    unit: str | None = None
    currency: str | None = None
    country: str | None = None
    calendar: str | None = None
    yahoo: str | None = None
    decimals: int | None = None
    base: str | None = None
    quote: str | None = None
    holder_sign: int = 1
    low: float | None = None
    high: float | None = None
    timezone: str = "UTC"


class Alias(NamedTuple):
    """A name as the press writes it.

    ``kind`` is ``instrument``, ``currency`` (a currency alone: context forms the pair), or ``guarded``: a share's name that is
    also a word, a place or a house whose analysts are quoted, so that the text must show that the share is meant.
    """

    text: str
    case_sensitive: bool
    targets: tuple[str, ...]
    kind: str


@dataclass(frozen=True, slots=True)
class Master:
    """All instruments by id, and all names."""

    instruments: Mapping[str, Instrument]
    aliases: tuple[Alias, ...]


@cache
def load_master() -> Master:
    """The master that ships."""
    pairs = [*_currencies(), *_pairs(), *_indices(), *_futures(), *_bonds(), *_policy_rates(), *_commodities(), *_shares()]
    instruments = {instrument.id: instrument for instrument, _ in pairs}
    aliases = [alias for _, names in pairs for alias in names]
    return Master(instruments, tuple(_together(aliases)))


def _together(aliases: list[Alias]) -> Iterator[Alias]:
    """Each name once: shares of one name in several countries become its targets, among which the text chooses."""
    shared: dict[tuple[str, str], list[str]] = {}
    for alias in aliases:
        shared.setdefault((alias.text, alias.kind), []).extend(alias.targets)
    for alias in aliases:
        targets = shared.pop((alias.text, alias.kind), None)
        if targets is not None:
            yield alias._replace(targets=tuple(dict.fromkeys(targets)))


Entry = tuple[Instrument, list[Alias]]


def _rows(name: str) -> list[Row]:
    with data_path("instruments", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _names(texts: str, target: str, kind: str = "instrument") -> list[Alias]:
    return [Alias(text, _case_matters(text), (target,), kind) for text in texts.split(";") if text]


def _case_matters(text: str) -> bool:
    """Capitals and proper names count as written; a common noun may begin a sentence."""
    return text != text.lower()


def _number(text: str) -> float | None:
    return float(text) if text else None


def _currencies() -> Iterator[Entry]:
    for row in _rows("currencies.csv"):
        instrument = Instrument(
            row["code"], row["name"], "currency", None, row["code"], row["country"] or None, timezone=row["timezone"]
        )
        yield instrument, _names(_with_plurals(row["aliases"]), row["code"], "currency")


NO_PLURAL = ("yen", "yuan", "renminbi", "won", "baht", "rand", "lira", "ringgit", "rupiah", "dong", "real", "unit", "currency")


def _with_plurals(names: str) -> str:
    """Adds "zlotys" to "zloty" and "Mexican pesos" to "Mexican peso"; codes and words without a plural in use stay alone."""
    return ";".join(dict.fromkeys(form for name in names.split(";") for form in (name, _plural(name)) if form))


def _plural(name: str) -> str | None:
    last = name.rsplit(" ", 1)[-1]
    countable = last.islower() and not last.endswith("s") and last not in NO_PLURAL
    return f"{name}s" if countable else None


def _pairs() -> Iterator[Entry]:
    """Every currency against the dollar and against the euro, and the crosses of the main ones, as the market quotes them."""
    rows = {row["code"]: row for row in _rows("currencies.csv")}
    main = [code for code in rows if code in {"USD", "EUR", "GBP", "JPY", "CHF", "AUD", "NZD", "CAD"}]
    wanted = {conventional(code, other) for code in rows for other in main if code != other}
    for base, quote in sorted(wanted):
        against_dollar = "USD" in (base, quote)
        row = rows[base if quote == "USD" else quote]
        yield (
            Instrument(
                base + quote,
                f"{rows[base]['name']} in {rows[quote]['name']}",
                "fx",
                f"{quote} per {base}",
                quote,
                None,
                None,
                f"{base}{quote}=X",
                int(row["decimals"]),
                base,
                quote,
                1,
                _number(row["low"]) if against_dollar else None,
                _number(row["high"]) if against_dollar else None,
                row["timezone"],
            ),
            _names(f"{base}/{quote};{base}{quote}", base + quote),
        )


def _indices() -> Iterator[Entry]:
    for row in _rows("indices.csv"):
        kind = "volatility index" if row["id"] == "VIX" else "fx" if row["id"] == "DXY" else "index"
        yield (
            Instrument(
                row["id"],
                row["name"],
                kind,
                "points",
                None,
                row["country"] or None,
                row["calendar"] or None,
                row["yahoo"] or None,
                2,
                low=_number(row["low"]),
                high=_number(row["high"]),
                timezone=row["timezone"],
            ),
            _names(row["aliases"], row["id"]),
        )


def _futures() -> Iterator[Entry]:
    for row in _rows("indices.csv"):
        names = ";".join(f"{name} {word}" for name in row["aliases"].split(";") for word in ("futures", "e-minis", "future"))
        instrument = Instrument(
            f"{row['id']}_F",
            f"{row['name']} future",
            "index future",
            "points",
            None,
            row["country"] or None,
            row["calendar"] or None,
            None,
            2,
            low=_number(row["low"]),
            high=_number(row["high"]),
            timezone=row["timezone"],
        )
        yield instrument, _names(names, instrument.id)


def _bonds() -> Iterator[Entry]:
    for row in _rows("bonds.csv"):
        names = row["names"].split(";")
        for tenor in filter(None, row["tenors"].split(";")):
            texts = [form.format(n=name, t=tenor) for name in names for form in TENOR_FORMS]
            yield _bond(row, f"{row['country']}{tenor}Y", f"{row['country']} {tenor}-year yield", texts)
        for year in filter(None, row["maturities"].split(";")):
            texts = [form.format(n=name, y=year) for name in ("", *(f"{n} " for n in names)) for form in MATURITY_FORMS]
            yield _bond(row, f"{row['country']}_{year}", f"{row['country']} {year} bond yield", texts)


TENOR_FORMS = (
    "{n} {t}-year",
    "{t}-year {n}",
    "{n} benchmark {t}-year",
    "benchmark {t}-year {n}",
    "{n}'s {t}-year",
    "{n} {t}-year yield",
)
MATURITY_FORMS = ("{n}{y} government bond", "{n}{y} bond", "{n}benchmark {y} government bond", "{n}benchmark {y} bond")


def _bond(row: Row, identity: str, name: str, texts: list[str]) -> Entry:
    instrument = Instrument(
        identity,
        name,
        "bond yield",
        "percent",
        None,
        row["country"],
        None,
        None,
        3,
        holder_sign=-1,
        low=-2.0,
        high=60.0,
        timezone=row["timezone"],
    )
    return instrument, [Alias(text, _case_matters(text), (identity,), "instrument") for text in texts]


def _policy_rates() -> Iterator[Entry]:
    for row in _rows("policy_rates.csv"):
        identity = f"{row['country']}_POLICY"
        instrument = Instrument(
            identity,
            f"{row['country']} policy rate",
            "policy rate",
            "percent",
            None,
            row["country"],
            decimals=2,
            low=-2.0,
            high=100.0,
            timezone=row["timezone"],
        )
        yield instrument, _names(row["aliases"], identity)


def _commodities() -> Iterator[Entry]:
    for row in _rows("commodities.csv"):
        yield (
            Instrument(
                row["id"],
                row["name"],
                row["class"],
                row["unit"],
                row["currency"],
                None,
                None,
                row["yahoo"] or None,
                2,
                low=_number(row["low"]),
                high=_number(row["high"]),
                timezone=row["timezone"],
            ),
            _names(row["aliases"], row["id"]),
        )


def _shares() -> Iterator[Entry]:
    for row in _rows("shares.csv"):
        instrument = Instrument(
            row["id"],
            row["name"],
            "share",
            row["currency"],
            row["currency"],
            row["country"],
            row["calendar"] or None,
            row["id"],
            2,
            timezone=row["timezone"],
        )
        symbol = row["id"] if "." in row["id"] else ""
        yield instrument, [*_names(f"{row['names']};{symbol}", row["id"]), *_names(row["guarded"], row["id"], "guarded")]
