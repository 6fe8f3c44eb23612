"""The level word that governs a preposition: "ended the holiday-shortened session at", "touched its lowest on Monday, at".

| text                                       | word      | counter-example                     |
|--------------------------------------------|-----------|-------------------------------------|
| "to end the quiet session at 6,279"        | "end"     | "to end the war at 6,279 dead"      |
| "touched its lowest since May 29, at 3,247" | "lowest" | "from its $1,252 low to $1,263"     |
"""

from __future__ import annotations

import re

from signals.extract.grammar.role import EXTREMES
from signals.extract.grammar.sentence import FUNCTION, HEADS, NOTHING, Sentence, words
from signals.extract.grammar.verbs import is_dealing

_PERIODS = frozenset({"session", "day", "week", "month", "quarter", "year", "debut"})
_AS = re.compile(r" as an? (?:[a-z-]+ ){0,2}(?:company|stock|firm|share)\b")  # "its first day as a public company"
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "this"})
_PERIOD_WORDS = 6  # of "a brutal holiday-shortened session"


def state_before(s: Sentence, place: int) -> str | None:
    """The level word that governs a preposition, times between them passed over."""
    place -= int(_dated_extreme(s, place))
    for at in range(place - 1, max(place - 6, -1), -1):
        token = s.tokens[at]
        if s.gaps[at + 1] > FUNCTION and not _ends_period(s, at):
            return None
        if token.kind == "state" and s.written(token) not in ("earlier", "previously"):
            if s.tokens[place].form == "to" and is_left(s, at):
                return None
            if is_dealing(s, at):
                continue  # "finished local trading at"
            if token.form in EXTREMES and at and s.tokens[at - 1].kind == "number" and s.gaps[at] == NOTHING:
                return None  # "from its $1,252 low to $1,263"
            led = s.near(at) if token.form == "previous" else None
            if led is not None and led.form == "from":
                return None  # "from its previous close to 4.35%"
            named = s.near(at, NOTHING) if token.form == "last" else None
            return named.form if named is not None and named.kind == "state" and named.form in EXTREMES else token.form
        stood = token.kind == "copula" and at == place - 1  # "its intraday best was at 56.26"
        dates = token.kind == "time" or (token.kind == "prep" and token.form in ("on", "in", "for"))
        if token.kind != "state" and not stood and not dates:
            return None
    return None


def is_left(s: Sentence, at: int) -> bool:
    """ "Recovered from a two-year low to $1.0480", "$15 off its low to $1,232": an extreme that the price went away from."""
    if s.tokens[at].form not in EXTREMES:
        return False
    start = at
    while (
        start > 0 and (s.tokens[start - 1].kind == "time" or s.tokens[start - 1].value == "a record") and s.gaps[start] <= HEADS
    ):
        start -= 1
    led = s.near(start, HEADS)
    return led is not None and (led.form == "from" or s.written(led).rpartition(" ")[2] == "off")


def _ends_period(s: Sentence, at: int) -> bool:
    """ "To end the holiday-shortened session at 6,279.36": what lies between a verb of ending and its level is a period."""
    between = words(_AS.sub("", s.gap(at + 1)))
    if not between:
        return s.tokens[at].kind == "time"
    if s.tokens[at].form not in ("close", "open") or not 1 < len(between) < _PERIOD_WORDS:
        return False
    return between[-1] in _PERIODS and between[0] in _ARTICLES


def _dated_extreme(s: Sentence, place: int) -> bool:
    """ "Touched its lowest since May 29 on Monday, at $3,247": whether a comma stands behind the time of an extreme."""
    comma, dated = s.at(place - 1), s.at(place - 2)
    if comma is None or comma.form != "comma" or dated is None or dated.kind != "time":
        return False
    return any(t.kind == "state" and t.form in EXTREMES for t in s.tokens[max(place - 5, 0) : place - 2])
