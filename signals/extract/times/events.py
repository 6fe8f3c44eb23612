"""Names of scheduled events, and of the countries and central banks that they belong to, found in one pass of an automaton."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from signals.extract.text.folding import lower
from signals.instruments import load_master
from signals.resources import data_path


class Event(NamedTuple):
    """An event by its plain name; ``country`` where it belongs to one country alone."""

    kind: str
    name: str
    country: str | None


@dataclass(slots=True, eq=False)
class Named:
    """A name found in the text: an event, a country (``bank`` the central bank that stands for it)."""

    start: int
    end: int
    event: Event | None = None
    country: str | None = None
    bank: str | None = None


Entry = tuple[Event | None, str | None, str | None]

_UNIONS = {"EU": ("EU", "euro zone", "eurozone", "euro-zone", "European Union", "euro area")}
# What a name of some kinds needs beside it to mean an event.
_NEEDS = {
    "topic": re.compile(
        r"\b(?:data|figures?|numbers|reports?|statistics|readings?|releases?|surveys?|prints?|publish\w*|due|index|releasing)\b"
    ),
    "debt sale": re.compile(
        r"\b(?:bonds?|notes|bills|bunds?|gilts?|jgbs?|treasuries|debt|sukuk|paper|linkers|btps?|oats?|bonos|schatz|bobls?)\b",
        re.IGNORECASE,
    ),
    "closure": re.compile(r"\b(?:markets?|exchanges?|bourses?|trading|banks|financial|stock)\b", re.IGNORECASE),
}


_SPEAKING = ("currency", "instrument", "beside")  # kinds of names of a currency or an index
_ORDINARY = frozenset(("won", "real", "sol"))  # names of currencies that are other words as well
_COUNTED = re.compile(
    r"(?:\d|\b(?:few|several|some|many|last|final|\w+teen|\w+ty|one|two|three|four|five|six|seven|eight|nine|ten)) \Z"
)


def names(text: str, start: int = 0, end: int | None = None) -> list[Named]:
    """Events and countries between two characters in text order; of two that overlap the longer stays."""
    automaton, words = _automaton()
    found = []
    for place, begin, stop in automaton.find_matches_as_indexes(lower(text[start:end])):
        word, named = words[place]
        first, last = start + begin, start + stop
        if (first and text[first - 1].isalnum()) or (last < len(text) and text[last].isalnum()):
            continue
        if text[first].isupper() or word == word.lower():
            found.append(Named(first, last, *named))
    return found


def stands(text: str, named: Named, start: int, end: int) -> bool:
    """Whether an event's name means an event in its sentence: a topic needs word of figures, a sale word of debt."""
    if named.event is not None and named.event.kind == "minutes" and _COUNTED.search(text, start, named.start):
        return False
    needs = _NEEDS.get(named.event.kind if named.event else "")
    if needs is None:
        return named.event is not None
    return needs.search(text, max(start, named.start - 120), min(end, named.end + 120)) is not None


def home(text: str, found: Sequence[Named]) -> str | None:
    """The country of the report, the one that it names most, markets and currencies counted; None where it names none."""
    counted = countries_named(text, found)
    return counted.most_common(1)[0][0] if counted else None


def countries_named(text: str, found: Sequence[Named]) -> Counter[str]:
    """How often a text names each country, its currency and indices counting twice."""
    counted: Counter[str] = Counter()
    for country, times in _market_countries(text):
        counted[country] += times
    counted.update(n.country for n in found if n.country)
    return counted


def _market_countries(text: str) -> Iterator[tuple[str, int]]:
    """The countries of the currencies and indices that a text names, and how much each counts; the dollar and the euro speak
    for no report, and "the rupee" only a little for India.
    """
    automaton, countries = _markets()
    for place, start, end in automaton.find_matches_as_indexes(text):
        if not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            yield countries[place]


@cache
def _markets() -> tuple[Any, list[tuple[str, int]]]:
    import ahocorasick_rs

    known = load_master().instruments
    words: dict[str, tuple[str, int]] = {}
    for alias in load_master().aliases:
        facts = known.get(alias.targets[0])
        told = alias.targets[0] not in ("USD", "EUR") and alias.kind in _SPEAKING and alias.text not in _ORDINARY
        if told and facts is not None and facts.instrument_class in ("currency", "index") and facts.country:
            sure = len(alias.targets) == 1 and alias.kind != "beside"
            words[alias.text] = words[alias.text[0].upper() + alias.text[1:]] = facts.country, 2 if sure else 1
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), list(words.values())


@cache
def _automaton() -> tuple[Any, list[tuple[str, Entry]]]:
    import ahocorasick_rs

    words: dict[str, Entry] = {}
    for row in _rows("events", "events.csv"):
        event = Event(row["kind"], row["name"], row["country"] or None)
        words |= dict.fromkeys(row["words"].split(";"), (event, None, None))
    for row in _rows("words", "countries.csv"):
        spelled = ";".join(row[column] or "" for column in ("words", "cities", "debt") if column in row)
        words |= {word: (None, row["country"], None) for word in spelled.split(";") if len(word) > 1}
    words |= {word: (None, country, None) for country, spelled in _UNIONS.items() for word in spelled}
    for row in _rows("words", "central_banks.csv"):
        banks = row["words"].split(";")
        words |= {word: (None, row["country"], banks[0] if len(banks[0]) > 4 else banks[1 % len(banks)]) for word in banks}
    entries = list(words.items())
    patterns = [word.lower() for word, _ in entries]
    return ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), entries


def _rows(*path: str) -> list[dict[str, str]]:
    with data_path(*path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
