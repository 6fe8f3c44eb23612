"""What a report says of the end of a market's day, of no instrument in particular.

| text                                                 | said                   | counter-example                  |
|------------------------------------------------------|------------------------|----------------------------------|
| "U.S. stocks ended lower on Monday."                 | stocks, US             | "stocks were mixed at the end"   |
| "Bond prices, which move inversely, closed down"     | bonds                  | "the bond closed at 98.20"       |
| "Oil prices settled higher on Thursday"              | oils, of Thursday      | "oil, which ended at $70"        |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from signals.extract.text.inflection import forms
from signals.extract.text.words import any_of, vocabulary, vocabulary_of
from signals.extract.times.vocabulary import DAYS

KINDS = ("stocks", "bonds", "oils", "grains")
_REACH = 4  # words before the verb in which the market is named, its end included
_CLAUSE = 240  # characters before the verb that are read
_AHEAD = 40  # characters behind the verb in which the sentence says how it ended
_ASIDE = re.compile(r", [^,.\n]{3,60},\Z")
_WORD = re.compile(r"[\w'’-]+(?:\.[\w]+\.)?")
_STATED = re.compile(
    r" (?:at (?!its |the |their |a |record |[\w-]+-(?:year|month|week|day|yr|mo|wk) )|for |on \w+ for |doors|its doors|[$€£\d])"
)
_STOP = re.compile(r"[.;\n]")
_DAY = re.compile(r"\b((?:mon|tues|wednes|thurs|fri)day)\b")


class Ending(NamedTuple):
    """``start`` and ``end`` are the characters from the start of the clause to behind its verb; ``kind`` says of which
    markets; ``day`` is the weekday that is named behind, None for none.
    """

    start: int
    end: int
    kind: str
    day: int | None


def endings(text: str) -> Iterator[Ending]:
    """The statements that a market had ended its day, in text order."""
    for verb in _verbs().finditer(text):
        begin = verb.start("verb")
        start = max(text.rfind(". ", 0, begin), text.rfind("\n", 0, begin), 0)
        kind = _market(text[max(start, begin - _CLAUSE) : begin].rstrip())
        if kind is None or _STATED.match(text, verb.end()) or not _tells_how(text, verb.end()):
            continue
        day = _DAY.search(text[verb.end() : verb.end() + _AHEAD].lower())
        yield Ending(start, verb.end(), kind, DAYS.index(day[1]) if day else None)


@cache
def _verbs() -> re.Pattern[str]:
    ends = any_of(form for verb in vocabulary_of("word", "end of a day") for form in forms(verb))
    return re.compile(rf" (?P<verb>{ends})\b")


@cache
def _nouns() -> dict[str, str]:
    return {noun: kind for kind in KINDS for noun in vocabulary_of("word", f"market of {kind}")}


def _market(clause: str) -> str | None:
    """Which market the words before a verb name, with nothing but a few words that no other verb is among between."""
    said = [word.lower() for word in _WORD.findall(_ASIDE.sub("", clause))][-_REACH:]
    for place in range(len(said) - 1, -1, -1):
        kind = _nouns().get(" ".join(said[place : place + 2])) or _nouns().get(said[place])
        if kind is not None:
            return kind
        if said[place] in vocabulary_of("word", "no market") or said[place] in _verbs_between():
            return None
    return None


@cache
def _verbs_between() -> frozenset[str]:
    return frozenset(text for text, word in vocabulary().items() if word.kind in ("direction", "copula", "state"))


def _tells_how(text: str, end: int) -> bool:
    """Whether a word of direction, an extreme or a day follows a verb, or its sentence ends soon."""
    stop = _STOP.search(text, end, end + _AHEAD)
    if stop is not None and stop[0] == "." and stop.start() - end <= _AHEAD // 2:
        return True
    behind = text[end : stop.start() if stop is not None else end + _AHEAD].lower()
    return any(word in _outcomes() for word in _WORD.findall(behind))


@cache
def _outcomes() -> frozenset[str]:
    said = {text for text, word in vocabulary().items() if word.kind == "direction" or word.form in ("high", "low")}
    return frozenset(said) | vocabulary_of("word", "outcome of a day")
