"""The time that a line's label, or the heading of a list, gives the sentences below it.

| text                                     | holds for                | counter-example                     |
|------------------------------------------|--------------------------|-------------------------------------|
| "JSE (Fri): shares fell. Gold rose."     | each sentence of its line | "Gold cost $3,336 (Thursday: $3,329)" |
| "Snapshot at 8:12 a.m. ET:", then "* ..." | each line with a mark    | a paragraph behind the list         |
| "Levels (06:15 GMT)", then "Gold: 3,330" | each line with a label   | "Gold at 06:15 GMT", then sentences |
"""

from __future__ import annotations

import re

from signals.extract.times.expression import TimeExpression
from signals.extract.times.scope import Scope

_MOST, _MARKS = 12, "*•-–—"  # lines of a list, and what they begin with
_LABELLED = re.compile(r"[A-Z\d][^\n:.]{1,30}: [^\n]{0,9}\d")
_STAMPED = re.compile(r"(?:[(,|:–—-] ?|\b(?:[Aa]t|[Aa]s of|[Aa]s at)(?: the)? )\Z")  # before the time of a title
_LINE = 1000  # characters of a line that its label holds for
_TITLE = 80  # characters of a line that may be one


def labelled(scope: Scope, place: int) -> TimeExpression | None:
    """The day in the label of a line, "JSE (Fri): ...", which holds for all its sentences."""
    line = scope.text.rfind("\n", max(place - _LINE, 0), place) + 1
    colon = scope.text.find(": ", line, min(line + 40, place)) if line or place < _LINE else -1
    label = scope.text[line:colon] if colon > 0 else ""
    aside = label.count("(") > label.count(")")  # "Gold cost $3,336 (Thursday: $3,329)"
    named = [t for t in scope.within(line, colon) if t.names_day and t.role == "at"] if label and not aside else []
    return named[-1] if named else _headed(scope, line)


def _headed(scope: Scope, line: int) -> TimeExpression | None:
    """The time in the line that heads a list, "Snapshot at 8:12 a.m. ET:", for each of its lines, which begin with a mark, or
    "Levels (06:15 GMT)" for lines that begin with a label: "Gold: $3,330".
    """
    text, start = scope.text, line
    for _ in range(_MOST):
        marked = text[start] in _MARKS
        if start == 0 or not (marked or _LABELLED.match(text, start)):
            break
        start = text.rfind("\n", max(start - _LINE, 0), start - 1) + 1
        if not marked and text[start : start + 1] == "\n":
            start = text.rfind("\n", max(start - _LINE, 0), start - 1) + 1  # an empty line below the title
    else:
        return None
    end = text.find("\n", start)
    if start == line or end < 0 or not _heads(text[start:end], text[line] in _MARKS):
        return None
    named = [t for t in scope.within(start, end) if t.role == "at" and (t.names_day or t.hour is not None)]
    stands = len(named) == 1 and (text[line] in _MARKS or _STAMPED.search(text, start, named[0].start))
    return named[-1] if stands else None


def _heads(line: str, marked: bool) -> bool:
    """Whether a line heads a list: by its colon, or as a short title of lines with labels."""
    told = line.rstrip()
    return told.endswith(":") or (not marked and len(told) < _TITLE and told[-1:] not in ".?!")
