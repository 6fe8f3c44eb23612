"""A size and a level of different days are two observations.

| text                                                     | two | counter-example                        |
|----------------------------------------------------------|-----|----------------------------------------|
| "shed 2.1% on Thursday and was at 15.9 cents on Friday"  | yes | "shed 2.1% on Friday, to 15.9 cents"   |
| "erased Wednesday's 2% gain and ended at $85.10"         | yes | "Wednesday's 2% gain to $85.10"        |
| "is 85% down from the August record of €343"             | yes | "rose 2% to a record of €343"          |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy

from signals.extract.meaning.draft import Draft
from signals.extract.times.expression import TimeExpression
from signals.extract.times.roles import UNDOES

_EACH = 2  # times that a statement of two days has at least
_NEAR = 40  # characters behind a level in which its day may stand
_FROM = re.compile(r"\b(?:from|against|compared|after|versus)\b")
_PART = (
    r"(?: (?:all|most|much|some|part|half|more than half|nearly all|almost all|a (?:third|quarter|part|bit|chunk|fraction)"
    r"|two thirds|three quarters)(?: of)?)?"
)
_UNDONE = re.compile(
    rf"{UNDOES}{_PART} (?:(?:Mon|Tues|Wednes|Thurs|Fri)day|yesterday|the (?:previous|prior) (?:day|session)|the day before"
    r"|last (?:week|month|night))['’]s (?:[a-z-]+ ){0,2}\Z"
)
_EXTREME = r"(?:the|its|their|an?) (?:[\w'’-]+ ){0,3}?(?:record|peak|high|low|top|bottom|trough)(?: \w+)? (?:of|at) "
_FROM_EXTREME = re.compile(rf" (?:down|up|lower|higher|off|below|above) (?:from |than |on )?{_EXTREME}")
_SINCE_EXTREME = re.compile(rf"\s*Since {_EXTREME}")
_LED_ON = re.compile(r"\b(?:and|but)\b|,|\bto (?:end|close|finish|settle|trade|stand)\b")
_BACK = 90  # characters before a size in which the verb that undoes it stands
_ON = re.compile(r"\b(?:and|but|then)\b")


def of_different_days(text: str, drafts: Sequence[Draft]) -> list[Draft]:
    """The drafts, those whose size and level have each a day behind them parted in two."""
    return [part for draft in drafts for part in (_parts(draft) if _is_of_two(text, draft) else (draft,))]


def _is_of_two(text: str, draft: Draft) -> bool:
    return _has_two_days(text, draft) or _undoes(text, draft) or _is_from_extreme(text, draft)


def _is_from_extreme(text: str, draft: Draft) -> bool:
    """ "It is 85% down from the August record of €343": whether the level is the extreme from which the size is measured."""
    level, move = draft.level_token, draft.move_token
    if level is None or move is None or draft.kind not in ("high", "low"):
        return False
    if move.end < level.start:
        return _FROM_EXTREME.fullmatch(text, move.end, level.start) is not None
    return _SINCE_EXTREME.fullmatch(text, draft.frame.sentence, level.start) is not None


def _undoes(text: str, draft: Draft) -> bool:
    """ "Erased Wednesday's 2% gain and ended at $85.10": whether the size is that of an earlier day, the level is not."""
    level, move = draft.level_token, draft.move_token
    if level is None or move is None or text.find("s ", max(move.start - 12, 0), move.start) < 0:
        return False
    if _UNDONE.search(text[max(move.start - _BACK, 0) : move.start]) is None:
        return False
    return level.end < move.start or _LED_ON.search(text, move.end, level.start) is not None


def _has_two_days(text: str, draft: Draft) -> bool:
    level, move = draft.level_token, draft.move_token
    if level is None or move is None or len(draft.frame.times) < _EACH or move.end >= level.start:
        return False
    if _ON.search(text, move.end, level.start) is None or _FROM.search(text, level.end, level.end + _NEAR):
        return False
    first, second = _day(draft, move.end, level.start), _day(draft, level.end, level.end + _NEAR)
    return first is not None and second is not None and _named(first) != _named(second)


def _parts(draft: Draft) -> tuple[Draft, Draft]:
    size, stood = copy(draft), copy(draft)
    size.level = size.level_unit = size.level_token = size.kind = None
    stood.move = stood.move_token = None
    return size, stood


def _day(draft: Draft, start: int, end: int) -> TimeExpression | None:
    """The day or the period named between two characters as the time of what is told."""
    told = (t.value for t in draft.frame.times if start <= t.start < end and t.value.role == "at")
    return next((t for t in told if t.names_day or (t.unit and t.which == "last")), None)


def _named(day: TimeExpression) -> tuple[int | None, ...]:
    return day.weekday, day.month, day.day, day.days
