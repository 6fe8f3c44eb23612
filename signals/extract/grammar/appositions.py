"""Asides behind a comma: those that say nothing of their own, and what a level word in one makes of the level before it.

| text                                              | kind  | counter-example                             |
|---------------------------------------------------|-------|---------------------------------------------|
| "fell to 81.06 cents, its lowest close since May" | close | "fell to 81.06 cents, the lowest since May" |
| "at noon it was at 3.936, the day's peak"         | high  | "it was at 3.936, near the day's peak"      |
"""

from __future__ import annotations

import re

from signals.extract.grammar.following import RELATIVE
from signals.extract.grammar.role import EXTREMES
from signals.extract.grammar.sentence import FUNCTION, HEADS, Sentence, words
from signals.extract.grammar.verbs import is_attributive, is_finite
from signals.extract.text.tokens import Token

_CLOSES = ("close", "finish", "settlement")
_RANKS = ("record", "all-time", "another", "unprecedented")
_ENDS = ("peak", "high", "low", "record", "trough", "top")
_DETERMINERS: tuple[list[str], ...] = (["the"], ["its"], ["their"], ["a"], ["an"], ["another"], [])
_LONGEST_ASIDE = 16  # tokens
_COUNTED = ("crypto", "commodity", "precious metal")
_WITHIN = ("intraday", "session", "daily", "day's", "day’s", "week's", "month's", "year's")
_NAMES = ("instrument", "ref")
_WHEN = re.compile(r"\W*(?:(?:And|But) )?(?:by the time|once|when|as soon as|after|until|as) ", re.IGNORECASE)
_OF_A_MARKET = re.compile(
    r"\b(?:trad\w+|dealings?|markets?|sessions?|days?|weeks?|exchanges?|bourses?|City|Wall Street|London|New York|Tokyo"
    r"|Europe\w*|Asian?|US|bell|screens?|banks|Nymex|Comex|LME|CBOT|pit|floor)\b",
    re.IGNORECASE,
)


def opens_apposition(s: Sentence, index: int) -> bool:
    """Whether the comma at ``index`` opens an aside that says nothing of its own: ", the largest U.S. producer,"."""
    for place in range(index + 1, min(index + 12, len(s.tokens))):
        kind = s.tokens[place].kind
        if kind == "bound":
            return s.tokens[place].form in ("comma", "dash") and place > index
        if kind in ("direction", "copula", "state", "number", "modal") and not _describes(s, place):
            return False
    return False


def aside_closes(s: Sentence, index: int) -> int | None:
    """The comma behind which the verb of the subject before the comma at ``index`` stands: "Sasol, which also mines gold, fell
    2%"; None in a list, "Sasol, Harmony, ...".
    """
    first, form = s.at(index + 1), s.tokens[index].form
    if first is None or (
        first.kind in ("instrument", "ref", "bound") and s.gaps[index + 1] <= FUNCTION and not _relates(first)
    ):
        return None
    for place in range(index + 1, min(index + _LONGEST_ASIDE, len(s.tokens) - 1)):
        token = s.tokens[place]
        if token.kind != "bound":
            continue
        if token.form == form and s.gaps[place + 1] <= FUNCTION and is_finite(s, place + 1):
            return place
        if token.form in ("sentence", "colon", "quote") or token.value in ("but", ";"):
            return None
    return None


def _relates(token: Token) -> bool:
    return token.kind == "bound" and token.value in RELATIVE


def tells_figures(s: Sentence, index: int, closing: int) -> bool:
    """Whether an aside tells a price, the size of a move or that something moved: not "a holder of 3,183 bitcoins"."""
    inside = s.tokens[index + 1 : closing]
    numbers = [t for t in inside if t.number is not None and not t.number.ignored]
    moved = any(t.kind == "direction" and (t.form != "adjective" or t.place == index + 1) for t in inside)
    return moved or any(not _counts(s, token) for token in numbers)


def _counts(s: Sentence, token: Token) -> bool:
    """ "3,183 bitcoins", "$1.5 billion of bitcoin": a count or an amount of what is named behind it."""
    behind = s.at(token.place + 1)
    if behind is not None and behind.form == "of":
        behind = s.at(token.place + 2)
    return behind is not None and behind.kind == "instrument" and behind.value.instrument_class in _COUNTED


def _describes(s: Sentence, place: int) -> bool:
    token = s.tokens[place]
    if token.kind == "number":
        return bool(token.number and token.number.ignored)
    if token.kind == "modal":
        return s.written(token) in ("target", "targets")  # of a bid
    return token.kind == "direction" and is_attributive(s, place)


def ranks_closes(s: Sentence, index: int) -> bool:
    """ "Its lowest close since May", "a record close", "another closing peak": whether a level word ranks among closes."""
    token, hedge, after = s.tokens[index], s.hedges.get(index), s.next(index, HEADS)
    if token.form in EXTREMES:
        dated = after is not None and after.kind == "time" and s.written(after).startswith(_CLOSES)  # "best finish since May"
        return dated or (after is not None and after.kind == "state" and after.form == "close")
    if token.form != "close" or s.gaps[index] > FUNCTION:
        return False
    ranked = hedge is not None and str(hedge.value).endswith(_RANKS)
    ranked = ranked or words(s.gap(index).lower())[-1:] == ["first"]
    return ranked or (s.written(token).startswith("closing ") and s.written(token).endswith(_ENDS))


def of_a_day(s: Sentence, index: int) -> bool:
    """ "The day's peak", "its low for the session", "an intraday low": whether an extreme is that of a day, a week, a year."""
    comma = next((p for p in range(index - 1, -1, -1) if s.tokens[p].kind == "bound"), -1)
    if words(s.gap(comma + 1).lower())[:1] not in _DETERMINERS:
        return False  # "near the day's peak"
    if s.written(s.tokens[index]).startswith(_WITHIN):
        return True
    before, link, period = s.at(index - 1), s.next(index, HEADS), s.at(index + 2)
    if before is not None and before.kind == "time" and before.value.unit is not None and s.gaps[index] <= FUNCTION:
        return before.value.count is None
    named = link is not None and link.form in ("of", "for") and period is not None and period.kind == "time"
    return named and period is not None and period.value.unit is not None and period.value.count is None


def ends_something_else(s: Sentence, index: int) -> bool:
    """ "By the time he had finished the rand was at 19.60": the end of what no market does, before the first name."""
    after = s.at(index + 1)
    if any(t.kind in _NAMES for t in s.tokens[:index]) or after is None or after.kind not in _NAMES:
        return False
    said = s.text[s.start : s.tokens[index].start]
    return _WHEN.match(said) is not None and _OF_A_MARKET.search(said) is None
