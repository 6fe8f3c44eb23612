"""Rows of a table that are named by their countries: bonds, of which what heads it gives the tenor, or the other way round,
stock markets, and currencies.

| heading                                | row                      | instrument         | counter-example              |
|----------------------------------------|--------------------------|--------------------|------------------------------|
| "Ten-year yields in percent"           | "Italy    6.586   +24.9" | IT10Y              | "Ten-year growth rates"      |
| "Country  2-yr  10-yr", "Bond yields"  | "Japan    0.74   1.44"   | JP2Y and JP10Y     | "Returns, 5-year and 10-year"|
| "10-year spreads over Bunds, bp"       | "Italy    86     88"     | IT10Y-DE10Y        | "Ten-year forecasts"         |
| "US Treasuries, 3 p.m."                | "10-year  4.346  +1.9"   | US10Y              | "US mortgages"               |
| "S. Korean bond yields"                | "Treasury, 3-year  2.63" | KR3Y               | "Corporate AA-, 3-year 3.23" |
| "Policy rates, pct"                    | "RBA   3.85   4.10"      | AU_POLICY          | "Policy rates forecast"      |
| "Asian stock markets"                  | "Bangkok   1119.7  -0.7" | SET                | "Stock market turnover"      |
| "Foreign currency per U.S. dollar"     | "Canada   1.0561"        | Canada's dollar    | "Foreign exchange reserves"  |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from signals.extract.linking.mentions import Mention, MentionOf
from signals.extract.linking.places import Place, Places
from signals.extract.linking.shared_heads import index_of_city
from signals.extract.linking.tenors import YEARS_IN_WORDS
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

_SIZES = r"\d{1,2}|two|three|five|seven|ten|twenty|thirty"
_TENOR = re.compile(rf"(?<![\w.])(?P<tenor>{_SIZES})[- ]?(?:years?|yrs?|y)\b", re.IGNORECASE)
_ROW = re.compile(
    r"^[ \t•·*|–-]*(?P<label>[A-Za-z0-9](?:(?! {2})[^\n|\t:]){0,30}?)(?: +|[ \t]*[|\t][ \t|]*|[:,] +| [–—-] | at )"
    r"(?=[-+−▲▼↑↓(]{0,2}\d+[.,\d%)]*(?=[ \t|\n,]|\Z)|[-–]{1,2} )",
    re.MULTILINE,
)
_LISTED = cues("markets bourses exchanges indices indexes")
_DEBT = (
    r"(?:government|govt\.?|state|sovereign|treasur(?:y|ies)|benchmark|local|bond|note|gilt|bund|JGB|KTB|SGS|ACGB|NZGB|BTP|OAT"
    r"|bono|G-sec|stock|paper|maturity|issue|yield|T-note|T-bond)s?"
)
_OF_TENOR = re.compile(
    rf"(?:(?-i:(?P<code>[A-Z]{{2}})) |(?:{_DEBT}[ ,:-]+)*)(?P<tenor>{_SIZES})[- ]?(?:years?|yrs?\.?|y)(?: {_DEBT})*",
    re.IGNORECASE,
)
_BONDS = re.compile(
    r"\b(?:yields?|ylds?|bonds?|debt|gilts?|bunds?|treasur(?:y|ies|ys)|notes|JGBs?|G-secs?|spreads?|bps?)\b", re.IGNORECASE
)
_IN_COLUMNS = re.compile(r"\b(?:yields?|ylds?|spreads?|bps?|basis points)\b", re.IGNORECASE)
_SPREADS = re.compile(
    r"\b(?:spreads?|gaps?|premi(?:um|ums|a))\b.{0,30}\b(?:over|to|versus|vs\.?|against|above)\b.{0,20}\b(?:Bunds?|German\w*)\b",
    re.IGNORECASE,
)
_YIELDS = re.compile(r"\b(?:yields?|ylds?)\b(?! (?:spread|gap|premium))", re.IGNORECASE)
_NO_MARKET = re.compile(
    r"\b(?:forecasts?|auctions?|tenders?|growth|inflation|mortgages?|swaps?|CDS|returns?|performance|plan|expected|polls?|average"
    r"|deficits?|offering|sales?|turnover|volumes?|listings|capitali[sz]ation)\b",
    re.IGNORECASE,
)
_WIDE = re.compile(r" {2,}|\t|\|")
_STOCK_MARKETS = re.compile(
    r"\b(?:stock|share|equity)[- ]?(?:markets?|exchanges|ind(?:ices|exes)|benchmarks)\b|\bbourses\b", re.IGNORECASE
)
_POLICY_RATES = re.compile(
    r"\b(?:policy|key|benchmark|official|central[- ]banks?['’]?)(?: interest| policy)? rates?\b", re.IGNORECASE
)
_CURRENCIES = re.compile(
    r"\b(?:foreign[- ]exchange|exchange[- ]rates?|forex|(?:foreign )?currenc(?:y|ies)|per (?:U\.?S\.? )?dollar)\b(?! reserves)",
    re.IGNORECASE,
)
_DATED = re.compile(r"\b(?:changed|date|since|meeting)\b", re.IGNORECASE)  # heads a column of days, which are no figures
_ABOVE = 6  # lines above a row that may head it
_TITLE = 12  # words of a line that may be a title
_OWN_NAMES = frozenset({"Schatz", "Bobl", "Buxl", "Treasurer"})  # with a tenor of their own
_SHORT = {"Ger": "DE", "Jap": "JP", "Aus": "AU", "Aust": "AU", "Can": "CA", "Ita": "IT", "Fra": "FR", "Spa": "ES", "U.S": "US"}


class _Line(NamedTuple):
    start: int
    text: str


def country_rows(text: str, places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for the labels of rows that a heading makes bonds or stock markets."""
    if "  " not in text and "\t" not in text and "|" not in text and not ("\n" in text and holds_cue(text, _LISTED)):
        return []
    found: list[Token] = []
    above: list[_Line] = []
    last = -1  # the end of the row before
    for row in _ROW.finditer(text):
        label = row["label"].rstrip()
        country, tenor = _country(label), _OF_TENOR.fullmatch(label)
        bank = _banks().get(label)
        if country is None and tenor is None and bank is None and label not in _markets() and last < 0:
            continue
        if last < 0 or text[last : row.start()].strip():
            above = _lines_before(text, row.start())
        last = text.find("\n", row.end())
        mention = _of_country(country, above, mention_of) if country else None
        if mention is None and (index := _markets().get(label)) is not None and _lists_markets(above):
            mention = mention_of(index)
        if mention is None and (setter := bank or country) is not None and _lists_policy_rates(above):
            mention = mention_of(f"{setter}_POLICY")
        if mention is None and (code := _currency_of(country, above)) is not None:
            mention = mention_of(code)
        if tenor is not None and _names_its_debt(places, *row.span("label")):
            continue  # "10-yr gilt" below "France 10-year"
        if tenor is not None and (country := tenor["code"] or _country_of(text, above, places)) is not None:
            mention = mention_of(f"{country}{_years(tenor)}Y")
        if mention is not None:
            start = row.start("label")
            found.append(Token("instrument", start, start + len(label), mention))
    return found


def _names_its_debt(places: Places, start: int, end: int) -> bool:
    """Whether a label holds the word for one country's debt, "Treasury" being that of several."""
    return bool(_codes(places.debt, start, end) - {"US"})


def _lines_before(text: str, place: int) -> list[_Line]:
    """The first line of a text and those that stand right above a place, from the top."""
    lines: list[_Line] = []
    end = place - 1
    while end > 0 and len(lines) < _ABOVE:
        start = text.rfind("\n", 0, end) + 1
        if text[start:end].strip():
            lines.append(_Line(start, text[start:end]))
        end = start - 1
    first = text.find("\n")
    if lines and lines[-1].start > 0 and first > 0:
        lines.append(_Line(0, text[:first]))
    return lines[::-1]


def _country(label: str) -> str | None:
    known = _countries()
    return known.get(label) or known.get(label.title() if label.isupper() else label.lower())


def _of_country(country: str, above: Sequence[_Line], mention_of: MentionOf) -> Mention | None:
    """The bond of a country whose tenor the nearest of the lines above gives that names one."""
    for place in range(len(above) - 1, -1, -1):
        line = above[place].text
        sizes = list(dict.fromkeys(_years(match) for match in _TENOR.finditer(line)))
        spread = _SPREADS.search(line) is not None and _YIELDS.search(line) is None
        if not sizes and not spread:
            continue
        if not _heads(above, place) or (len(sizes) > 1 and not _WIDE.search(line.strip())):
            return None
        if not spread:
            return mention_of(f"{country}{sizes[0]}Y")
        size = sizes[0] if sizes else 10
        return Mention(f"{country}{size}Y-DE{size}Y", "yield spread", "bp") if country != "DE" else None
    return None


def _country_of(text: str, above: Sequence[_Line], places: Places) -> str | None:
    """The only country of the nearest of the lines above that names one, by its debt or its words; where that speaks of
    several, "Gilts fell after U.S. data", the one of these that a line further up names alone.
    """
    among: set[str] = set()
    for place in range(len(above) - 1, -1, -1):
        start, end = above[place].start, above[place].start + len(above[place].text)
        debt = _codes(places.debt, start, end)
        named = debt or {
            c for s, e, c in places.named if start <= s < end and above[place].text[s - start : e - start] in _countries()
        }
        if not named:
            continue
        if not _heads(above, place) or (among and len(named & among) != len(named)):
            return None
        if len(named) == 1:
            return named.pop()
        among = named
    return None


def _codes(places: Sequence[Place], start: int, end: int) -> set[str]:
    return {country for at, _, country in places if start <= at < end}


def _heads(above: Sequence[_Line], place: int) -> bool:
    """Whether a line, with those below it, heads a table of bonds: a title, or a sentence above columns of yields. The heads of
    columns have a title of their own above them.
    """
    line, below = above[place].text, "\n".join(other.text for other in above[place + 1 :])
    told = [line]
    if _WIDE.search(line.strip()):
        told += [other.text for other in above[max(place - 2, 0) : place]]
    if any(_NO_MARKET.search(said) for said in (*told, below)):
        return False
    return any(_BONDS.search(title) for title in told if _is_title(title)) or _IN_COLUMNS.search(below) is not None


def _is_title(line: str) -> bool:
    return len(line.split()) <= _TITLE or line.rstrip().endswith(":")


def _lists_markets(above: Sequence[_Line]) -> bool:
    """Whether the lines above, or the heads of columns below them, say that the rows are stock markets."""
    told = next((line.text for line in reversed(above) if _STOCK_MARKETS.search(line.text)), None)
    return told is not None and _is_title(told) and not any(_NO_MARKET.search(line.text) for line in above)


def _lists_policy_rates(above: Sequence[_Line]) -> bool:
    """Whether the lines above say that the rows are what central banks set."""
    told = next((line.text for line in reversed(above) if _POLICY_RATES.search(line.text)), None)
    apart = any(_NO_MARKET.search(line.text) or _DATED.search(line.text) for line in above)
    return told is not None and _is_title(told) and not apart


def _currency_of(country: str | None, above: Sequence[_Line]) -> str | None:
    """The money of a country where the lines above say that the rows are currencies."""
    told = next((line.text for line in reversed(above) if _CURRENCIES.search(line.text)), None) if country else None
    apart = told is None or not _is_title(told) or any(_NO_MARKET.search(line.text) for line in above)
    return None if apart else _money_of().get(str(country))


def _years(match: re.Match[str]) -> int:
    size = match["tenor"].lower()
    return YEARS_IN_WORDS.get(size) or int(size)


@cache
def _markets() -> dict[str, str]:
    """The index that stands for the market of each country and city; a city with an index of its own is that one's."""
    national = {row["country"]: row["id"] for row in rows("instruments", "indices.csv") if row["national"]}
    found: dict[str, str] = {}
    for row in rows("words", "countries.csv"):
        cities = [city for city in row["cities"].split(";") if city]
        index = national.get(row["country"])
        words = [*filter(None, row["words"].split(";")), *cities] if index else ()
        found.update(dict.fromkeys(words, str(index)))
        found.update({city: index_of_city()[city] for city in cities if city in index_of_city()})
    return found


@cache
def _money_of() -> dict[str, str]:
    """The currency of each country, of several the first that is listed."""
    return {row["country"]: row["code"] for row in reversed(rows("instruments", "currencies.csv")) if row["country"]}


@cache
def _banks() -> dict[str, str]:
    """Countries by the names of their central banks."""
    return {name: row["country"] for row in rows("words", "central_banks.csv") for name in row["words"].split(";") if name}


@cache
def _countries() -> dict[str, str]:
    """Countries by their words and by those for their debt."""
    found = dict(_SHORT)
    for row in rows("words", "countries.csv"):
        words = (*row["words"].split(";"), *row["debt"].split(";"))
        found.update({word: row["country"] for word in words if word and word not in _OWN_NAMES})
    return found
