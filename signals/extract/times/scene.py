"""The day that a sentence of its own sets for those behind it: "Thursday was no fun. Nvidia fell 3%"; the hour that a sentence
shares with the one before it: "At 5pm the rand was at 17.60. Against sterling it was at 24.29."

| sentence                                | sets the day | counter-example                       |
|-----------------------------------------|--------------|---------------------------------------|
| "Thursday was a rough ride for bulls."  | Thursday     | "Thursday was 3% better for bulls."   |
| "Then came Wednesday."                  | Wednesday    | "Wednesday will bring the Fed."       |
| "What a day yesterday was."             | yesterday    | "Gold rose yesterday."                |
| "It got worse on Tuesday."              | Tuesday      | "Stocks ended lower on Tuesday."      |
| "Against sterling it was at 24.29."     | its hour     | "Against sterling it rose to 24.29."  |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from signals.extract.times.expression import TimeExpression
from signals.extract.times.scope import Scope, Section

_OPENS = re.compile(
    r" (?:was|brought|saw|proved|turned|had been|offered|belonged|felt|became|went|started|began|gave|had"
    r"|will (?:be remembered|go down|live))\b"
)
# "I don't recall a Monday like yesterday's", "what a day yesterday was", "let me tell you about Monday".
_TELLS = re.compile(
    r"\b(?:(?:day|night|session|week|(?:Mon|Tues|Wednes|Thurs|Fri)day|one) like(?: last)?|[Ww]hat an?(?: [a-z]+)?"
    r"|about|with|(?:[Ii]t|[Tt]hings|[Mm]arkets) (?:got|became|turned|went|was|were) [a-z]+)(?: the)? \Z"
)
_ENDS = re.compile(r"(?:['’]s)?(?: (?:was|it was|proved|turned out(?: to be)?))?[.!?\"”]*")
_OF_NOW = ("overnight", "after hours", "before the open")
_BEFORE = re.compile(
    r"(?:Then(?: again)? came|And then came|Then,? on|(?:It|Things) (?:got|became|turned|was|were) \w+ on)(?: \w+)? \Z"
)
_STANDS = r"(?:['’]s| (?:was|is|stood|stands|traded|trades|cost|costs|bought|buys|fetched|changed hands))"
_SAME_BREATH = re.compile(
    rf"\W*(?:(?:Against|Versus|To|In) (?:the |its )?[\w. ’'-]{{2,30}}?,? (?:it|the [a-z]+){_STANDS}\b"
    rf"|(?:It|The (?:currency|unit)){_STANDS} (?:also )?(?:at |worth )?[^\s\d]{{0,3}}\d[\d.,]*\d"
    r" (?:against|to|per|versus) (?:the |one |a )?[a-zA-Z])"
)


def same_breath(scope: Scope, place: int) -> TimeExpression | None:
    """The hour of the sentence before, for one that says where the same currency stood against another."""
    start = scope.sentence(place)[0]
    if start < 3 or _SAME_BREATH.match(scope.text, start) is None or "\n" in scope.text[start - 2 : start + 1]:
        return None
    told = [t for t in scope.told(start - 2) if t.hour is not None and t.role == "at"]
    return told[-1] if told else None


def scene(scope: Scope, place: int) -> TimeExpression | None:
    """The day set by a sentence before a character in its paragraph, where no other has been named since."""
    for begin, _, day in reversed(scope.sections(_scenes)):
        if begin <= place:
            near = scope.text.find("\n", begin, place) < 0
            others = (t.names_day and t.role == "at" for t in scope.within(begin, place))
            return day if near and not any(others) else None
    return None


def on_the_scene(scope: Scope, place: int, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """ "What a day yesterday was. By evening gold was at $3,321": a part of a day, or an hour, of the day that was set."""
    part = next((t for t in times if t.hour is not None or t.part is not None), None)
    if part is None or any(t.names_day or t.which is not None or t.zone is not None or t.month is not None for t in times):
        return None
    day = scene(scope, place)
    if day is None or part.part in _OF_NOW:
        return None
    return replace(part, weekday=day.weekday, days=day.days, which=day.which, month=day.month, day=day.day, year=day.year)


def _scenes(scope: Scope) -> list[Section]:
    """What follows each sentence that sets a day."""
    days = [t for t in scope.times if (t.weekday is not None or t.days == -1) and t.hour is None and t.session is None]
    return [(scope.sentence(t.start)[1], len(scope.text), t) for t in days if _sets(scope, t)]


def _sets(scope: Scope, day: TimeExpression) -> bool:
    start, end = scope.sentence(day.start)
    before, behind = scope.text[start : day.start].lstrip(' \n"“'), scope.text[day.end : end]
    if any(c.isdigit() for c in scope.text[start:end]):
        return False
    if day.role == "at" and (_OPENS.match(behind) if not before else _BEFORE.match(before)):
        return True
    return _TELLS.search(before) is not None and _ENDS.fullmatch(behind) is not None
