"""The readers of the tables: each yields instruments with their names."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from functools import cache

from signals.instruments.instrument import Alias, Instrument
from signals.instruments.linking import conventional
from signals.resources import data_path

Row = dict[str, str]
Entry = tuple[Instrument, list[Alias]]

MAIN = ("USD", "EUR", "GBP", "JPY", "CHF", "AUD", "NZD", "CAD")
# Currencies whose prices are printed in those of their neighbours and guest workers' homes, and these.
REGIONAL = (
    "CNY", "SAR", "AED", "KWD", "QAR", "OMR", "BHD", "SGD", "MYR", "THB", "HKD", "KRW", "SEK", "NOK", "ZAR", "RUB", "BRL",
)  # fmt: skip
NEIGHBOURS = (
    "INR", "PKR", "BDT", "LKR", "NPR", "PHP", "EGP", "IDR", "MYR", "THB", "SGD", "HKD", "TWD", "KRW", "NGN", "KES", "GHS",
    "ZMW", "BWP", "MZN", "SEK", "NOK", "UAH", "KZT", "BYN", "TRY", "ARS", "MXN", "VND",
)  # fmt: skip
UNCOUNTABLE = frozenset(
    ("yen", "yuan", "renminbi", "won", "baht", "rand", "ringgit", "rupiah", "dong", "reais", "lats", "litas", "tenge",
     "kwacha", "pula", "maloti", "kina", "convertible mark", "nuevo sol")
)  # fmt: skip
VOLATILITY = ("VIX", "VXN", "VXD", "OVX", "V2TX", "INDIAVIX", "VHSI", "VKOSPI", "NKYVI")
PLURALS = {
    "real": "reais", "leu": "lei", "lev": "leva", "koruna": "korunas", "krona": "kronor", "krone": "kroner", "sol": "soles",
    "guarani": "guaranies", "metical": "meticais", "sum": "sums",
}  # fmt: skip


def entries() -> Iterator[Entry]:
    """All instruments of all tables, each with its names."""
    for read in (currencies, pairs, indices, index_futures, bonds, policy_rates, commodities, crypto, shares):
        yield from read()


def rows(*path: str) -> list[Row]:
    """The rows of a table of the data folder, by column."""
    with data_path(*path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def other_names() -> list[Alias]:
    """Names that contain an instrument's and stand for something else: "Dow Chemical", "gold medal"."""
    return [a for row in rows("instruments", "other_names.csv") for a in names(row["names"], row["means"], "other")]


def names(texts: str, target: str, kind: str = "instrument") -> list[Alias]:
    """The aliases of a cell. Capitals and proper names count as written; a common noun may begin a sentence."""
    targets = (target,)
    return [Alias(text, not text.islower(), targets, kind) for text in texts.split(";") if text] if texts else []


def _number(text: str) -> float | None:
    return float(text) if text else None


@cache
def country_words() -> dict[str, tuple[str, ...]]:
    """The words for each country, by its code."""
    return {row["country"]: tuple(filter(None, row["words"].split(";"))) for row in rows("words", "countries.csv")}


def currencies() -> Iterator[Entry]:
    """Currencies. The bare nouns that several share are told apart by ``signals.extract.linking.shared_names``."""
    for row in rows("instruments", "currencies.csv"):
        code = row["code"]
        instrument = Instrument(code, row["name"], "currency", None, code, row["country"] or None, timezone=row["timezone"])
        nouns = forms(row["nouns"].split(";"))
        own = (f"{word}{link}{noun}" for word in country_words().get(row["country"], ()) for link, noun in _own(nouns, row))
        texts = ";".join([*nouns, *forms(row["aliases"].split(";")), *own])
        yield instrument, [*names(texts, code, "currency"), *names(row["beside"], code, "beside")]


def _own(nouns: Iterable[str], row: Row) -> list[tuple[str, str]]:
    """What follows a country's name: "Kenyan shilling", "Kenya's currency"."""
    words = [*nouns, *(() if row["code"] in ("CNH", "EUR", "ZMK", "ZWG") else ("currency", "unit", "currencies"))]
    return [(link, word) for word in words for link in (" ", "'s ")]


def forms(nouns: Iterable[str]) -> list[str]:
    """Nouns with their plurals, each once: "zloty", "zlotys"."""
    given = [noun for noun in nouns if noun]
    return list(dict.fromkeys([*given, *(plural for noun in given if (plural := plural_of(noun)))]))


def plural_of(noun: str) -> str | None:
    """The plural of a currency's name; None for codes and for words without a plural in use."""
    last = noun.rsplit(" ", 1)[-1]
    if not last.islower() or last.endswith("s") or noun in UNCOUNTABLE or last in ("currency", "unit", "sterling"):
        return None
    return noun.removesuffix(last) + PLURALS.get(last, f"{last}s")


def pairs() -> Iterator[Entry]:
    """Every currency against the main ones, and neighbours among each other, as the market quotes them; against the dollar
    and among the main ones the other way round as well, since the press prints such prices ("1.15 euros to the pound").
    """
    by_code = {row["code"]: row for row in rows("instruments", "currencies.csv")}
    ranges = {row["id"]: (float(row["low"]), float(row["high"])) for row in rows("instruments", "ranges.csv")}
    wanted = {conventional(code, other) for code in by_code for other in MAIN if code != other}
    wanted |= {conventional(code, other) for code in REGIONAL for other in NEIGHBOURS if code != other}
    inverse = {(quote, base) for base, quote in wanted if base == "USD" or quote == "USD" or {base, quote} <= {*MAIN}}
    for base, quote in sorted(wanted | inverse):
        low, high = ranges.get(base + quote) or _range(by_code[base], by_code[quote])
        texts = f"{base}/{quote};{base}{quote}" if base in MAIN or quote in MAIN else ""
        yield _pair(by_code[base], by_code[quote], low, high), names(texts, base + quote)


def _range(base: Row, quote: Row) -> tuple[float, float]:
    """Bounds of a pair from those of its currencies against the dollar."""
    (base_low, base_high), (quote_low, quote_high) = _dollars(base), _dollars(quote)
    return _rounded(base_low / quote_high), _rounded(base_high / quote_low)


def _dollars(row: Row) -> tuple[float, float]:
    """What one unit of a currency can cost in dollars."""
    if row["code"] == "USD":
        return 1.0, 1.0
    low, high = float(row["low"]), float(row["high"])
    return (low, high) if row["code"] in ("EUR", "GBP", "AUD", "NZD", "XDR") else (1 / high, 1 / low)


def _rounded(value: float) -> float:
    return float(f"{value:.5g}")


def _pair(base: Row, quote: Row, low: float, high: float) -> Instrument:
    row = base if quote["code"] in ("USD", "EUR") else quote
    code = base["code"] + quote["code"]
    name, unit = f"{base['name']} in {quote['name']}", f"{quote['code']} per {base['code']}"
    decimals = max(int(row["decimals"]), 4 if high < 10 else 0)
    return Instrument(
        code, name, "fx", unit, quote["code"], None, None, f"{code}=X", decimals, base["code"], quote["code"], 1, low, high,
        row["timezone"],
    )  # fmt: skip


def indices() -> Iterator[Entry]:
    """Indices of shares, of volatility, of commodities and of the dollar."""
    for row in rows("instruments", "indices.csv"):
        kind = "volatility index" if row["id"] in VOLATILITY else "fx" if row["id"] == "DXY" else "index"
        instrument = _index(row, row["id"], row["name"], kind, row["yahoo"])
        yield instrument, [*names(_spellings(row["aliases"]), row["id"]), *names(row["beside"], row["id"], "beside")]


def _spellings(texts: str) -> str:
    """Names of several words also with their acronyms as words: "STOXX 600", "Stoxx 600"."""
    as_words = [" ".join(w.capitalize() if w.isupper() and len(w) > 4 else w for w in t.split(" ")) for t in texts.split(";")]
    return ";".join(dict.fromkeys([*texts.split(";"), *(text for text in as_words if " " in text)]))


def _index(row: Row, identity: str, name: str, kind: str, yahoo: str) -> Instrument:
    return Instrument(
        identity, name, kind, "points", None, row["country"] or None, row["calendar"] or None, yahoo or None, 2,
        low=_number(row["low"]), high=_number(row["high"]), timezone=row["timezone"],
    )  # fmt: skip


def index_futures() -> Iterator[Entry]:
    """The future on each index: its id with _F. The text names it by the index and a word (signals.extract.linking)."""
    for row in rows("instruments", "indices.csv"):
        yield (
            _index(row, f"{row['id']}_F", f"{row['name']} future", "index future", ""),
            names(row["futures"], f"{row['id']}_F"),
        )


def bonds() -> Iterator[Entry]:
    """Government bond yields by tenor and, where a market names its bonds so, by the year in which they mature."""
    for row in rows("instruments", "bonds.csv"):
        country = country_words()[row["country"]][0] if row["country"] in country_words() else row["country"]
        named = [text.split("=") for text in row["aliases"].split(";") if text]
        for tenor in row["tenors"].split(";"):
            texts = ";".join(text for text, meant in named if meant == tenor)
            yield (
                _bond(row, f"{row['country']}{tenor}Y", f"{country} {tenor}-year yield"),
                names(texts, f"{row['country']}{tenor}Y"),
            )
        years = range(*_years(row["maturities"])) if row["maturities"] else ()
        for year in years:
            texts = ";".join(text for text, meant in named if meant == str(year))
            identity = f"{row['country']}_{year}"
            yield _bond(row, identity, f"{country} {year} bond yield"), names(texts, identity, "beside")


def _years(text: str) -> tuple[int, int]:
    first, last = text.split("-")
    return int(first), int(last) + 1


def _bond(row: Row, identity: str, name: str) -> Instrument:
    return Instrument(
        identity, name, "bond yield", "percent", None, row["country"], None, YAHOO_YIELDS.get(identity), 3, holder_sign=-1,
        low=float(row["low"]), high=float(row["high"]), timezone=row["timezone"],
    )  # fmt: skip


YAHOO_YIELDS = {"US5Y": "^FVX", "US10Y": "^TNX", "US30Y": "^TYX"}


def policy_rates() -> Iterator[Entry]:
    """The rate that each central bank sets. Names such as "its key rate" are settled by the bank that the text names."""
    for row in rows("instruments", "policy_rates.csv"):
        identity = f"{row['country']}_POLICY"
        country = "Euro zone" if row["country"] == "EU" else country_words()[row["country"]][0]
        instrument = Instrument(
            identity, f"{country} policy rate", "policy rate", "percent", None, row["country"], decimals=2,
            low=float(row["low"]) - 0.25, high=float(row["high"]) + 1, timezone=row["timezone"],
        )  # fmt: skip
        yield instrument, names(row["aliases"], identity)


def commodities() -> Iterator[Entry]:
    """Commodities and precious metals, spot and futures."""
    for row in rows("instruments", "commodities.csv"):
        instrument = Instrument(
            row["id"], row["name"], row["class"], row["unit"], row["currency"], None, row["calendar"] or None,
            row["yahoo"] or None, 2, low=_number(row["low"]), high=_number(row["high"]), timezone=row["timezone"],
        )  # fmt: skip
        yield instrument, [*names(row["aliases"], row["id"]), *names(row["beside"], row["id"], "beside")]


def crypto() -> Iterator[Entry]:
    """Crypto assets in dollars."""
    for row in rows("instruments", "crypto.csv"):
        low, high = float(row["low"]), float(row["high"])
        decimals = 2 if high >= 20 else 4 if high >= 0.01 else 8
        instrument = Instrument(
            row["id"], row["name"], "crypto", "USD", "USD", None, None, row["yahoo"], decimals, low=low, high=high
        )
        spelled = names(f"{row['aliases']};{row['id']};{row['id'][:-3]}/USD", row["id"])
        yield instrument, [*spelled, *names(row["beside"], row["id"], "beside")]


def shares() -> Iterator[Entry]:
    """Shares by their Yahoo symbol; the symbol with its suffix is a name."""
    for row in rows("instruments", "shares.csv"):
        identity = row["id"]
        lines = tuple((line.split("=")[0], line.split("=")[1]) for line in row["lines"].split(";") if line)
        instrument = Instrument(
            identity, row["name"], "share", row["currency"], row["currency"], row["country"], row["calendar"] or None, identity,
            2, timezone=row["timezone"], lines=lines,
        )  # fmt: skip
        symbol = identity if "." in identity else ""
        yield instrument, [*names(f"{row['names']};{symbol}", identity), *names(row["guarded"], identity, "guarded")]
