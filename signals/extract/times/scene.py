"""The day that a sentence of its own sets for those behind it: "Thursday was no fun. Nvidia fell 3%"; the hour that a sentence
shares with the one before it: "At 5pm the rand was at 17.60. Against sterling it was at 24.29."

| sentence                                | sets the day | counter-example                       |
|-----------------------------------------|--------------|---------------------------------------|
| "Thursday was a rough ride for bulls."  | Thursday     | "Thursday was 3% better for bulls."   |
| "Then came Wednesday."                  | Wednesday    | "Wednesday will bring the Fed."       |
| "It got worse on Tuesday."              | Tuesday      | "Stocks ended lower on Tuesday."      |
| "Against sterling it was at 24.29."     | its hour     | "Against sterling it rose to 24.29."  |
"""

from __future__ import annotations

import re

from signals.extract.times.expression import TimeExpression
from signals.extract.times.scope import Scope, Section

_OPENS = re.compile(r" (?:was|brought|saw|proved|turned|had been|offered|belonged|felt|became|went|started|began)\b")
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


def _scenes(scope: Scope) -> list[Section]:
    """What follows each sentence that sets a day."""
    days = [t for t in scope.times if t.weekday is not None and t.role == "at" and t.hour is None and t.session is None]
    return [(scope.sentence(t.start)[1], len(scope.text), t) for t in days if _sets(scope, t)]


def _sets(scope: Scope, day: TimeExpression) -> bool:
    start, end = scope.sentence(day.start)
    before = scope.text[start : day.start].lstrip(' \n"“')
    said = _OPENS.match(scope.text, day.end) if not before else _BEFORE.match(before)
    return said is not None and not any(c.isdigit() for c in scope.text[start:end])
