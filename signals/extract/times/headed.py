"""The period that a heading gives the list below it: "For the week:", then "The S&P 500 is down 170.82 points, or 4%."

| line                    | moves below it are of | counter-example                                |
|-------------------------|-----------------------|------------------------------------------------|
| "For the week:"         | that week             | "For the week, gold was up 2%."                |
| "2022 to date:"         | the year so far       | "Due this week: US payrolls"                   |
| "Week-on-week changes"  | that week             | a paragraph behind the list                    |
| "Top 5 winners (week)"  | that week             | "The top 5 winners of the week rose"           |
| "Week: Dow -6.9%"       | that week             | "This week: US payrolls"                       |
"""

from __future__ import annotations

import re

from signals.extract.times.expression import TimeExpression, Unit
from signals.extract.times.scope import Scope, Section

_LONGEST_HEADING, _LONGEST_ENTRY = 40, 160  # characters of a line
_EDGES = " \t*•·-–—=#:.()[]"
_LEADS = re.compile(
    r"(?:(?:for|over|in|on|of|during|the|changes?|moves?|performance|gains?|losses|returns?|scores?|top|bottom|best|worst"
    r"|biggest|largest|main|key|\d{1,2}|winners?|losers?|gainers?|fallers?|risers?|decliners?|performers?|movers?|shares|stocks"
    r"|and|&)\b ?(?:\()?){0,6}",
    re.IGNORECASE,
)
_TRAILS = re.compile(
    r" ?(?:(?:changes?|moves?|performance|gains?|losses|returns?|scores?|as a whole)(?: \(%\))?)?", re.IGNORECASE
)
_RANKED = re.compile(r"\b(?:top|bottom|winners?|losers?|gainers?|fallers?|risers?|decliners?)\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"(?:Elsewhere|Meanwhile|In|On|At|By|Among|Across|Also|But|And|As|After)\b")
_LABEL = re.compile(r"^(?P<unit>[Ww]eek|[Mm]onth|[Qq]uarter): (?=[A-Z][\w&.]*(?: [A-Z0-9][\w&.]*){0,3} [+−-]\d)", re.MULTILINE)
_PERIODS = ("week", "month", "quarter", "year")


def headed(scope: Scope, place: int) -> TimeExpression | None:
    """The period of the list in which a character stands."""
    return next((t for begin, end, t in scope.sections(_lists) if begin <= place < end), None)


def _lists(scope: Scope) -> list[Section]:
    """The lists with a period for their heading."""
    periods = [t for t in scope.times if (t.unit in _PERIODS and t.count is None) or t.to_date]
    headings = [(end, t) for t in periods if (end := _end_of_heading(scope.text, t)) is not None]
    lists = [(end, _end_of_list(scope.text, end + 1, _ranks(scope.text, end)), t) for end, t in headings]
    return lists + [_labelled(scope.text, match) for match in _LABEL.finditer(scope.text)]


def _labelled(text: str, label: re.Match[str]) -> Section:
    """The line that a period labels, "Week: Dow -6.9%, S&P -7.1%"."""
    end = text.find("\n", label.end())
    unit: Unit = label["unit"].lower()  # type: ignore[assignment]
    period = TimeExpression(label.start("unit"), label.end("unit"), unit=unit, definite=True)
    return label.end(), end if end >= 0 else len(text), period


def _end_of_heading(text: str, period: TimeExpression) -> int | None:
    start, end = text.rfind("\n", 0, period.start) + 1, text.find("\n", period.end)
    if end < 0 or end - start > _LONGEST_HEADING:
        return None
    before, behind = text[start : period.start].lstrip(_EDGES), text[period.end : end].rstrip(_EDGES)
    return end if _LEADS.fullmatch(before) and _TRAILS.fullmatch(behind) else None


def _ranks(text: str, end: int) -> bool:
    """ "Bottom 3 of the week": whether the heading that ends at a place is that of a list of winners or losers."""
    return _RANKED.search(text, text.rfind("\n", 0, end) + 1, end) is not None


def _end_of_list(text: str, start: int, block: bool) -> int:
    """Where the entries end: short lines with a figure, none of them a heading or a sentence that leads elsewhere; or a
    ``block`` of lines.
    """
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text) + 1
        line = text[start:end].strip()
        if block if not line else not _is_entry(line):
            break
        start = end
    return start


def _is_entry(line: str) -> bool:
    told = len(line) <= _LONGEST_ENTRY and any(c.isdigit() for c in line) and not line.endswith(":")
    return told and _ELSEWHERE.match(line) is None
