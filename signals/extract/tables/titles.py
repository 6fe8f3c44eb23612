"""What the titles of a table say of all that stands below them: its kind of level, its time, the period of its moves.

| title                                    | read as                            | counter-example                     |
|------------------------------------------|------------------------------------|-------------------------------------|
| "Reference rates"                        | fixings                            |                                     |
| "Closing prices"                         | closes                             | "Change from Friday's close"        |
| "Change so far in 2014"                  | moves since the end of the year    |                                     |
| "Spot, 1630 GMT"                         | its hour                           | "(day before in brackets)"          |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.tables.rows import Line
from signals.extract.text.tokens import Token

_OVER = re.compile(
    r"\b(?:change|chg|moves?|performance|gains?|%)\b.{0,12}?\b"
    r"(?:(?P<ytd>so far (?:in|this)\b|since (?:the )?(?:start|end) of\b|year[- ]to[- ]date|this year)"
    r"|(?:on|over|in|for|of) (?:the |this |last )?(?:(?P<week>week)|(?P<month>month))\b)",
    re.IGNORECASE,
)
_CLOSING = re.compile(r"\b(?:closings?|closes|closed|close|settlements?)\b", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\(.*?\)|\b(?:from|since|vs\.?|versus|over|than|on|=) (?:\w+ ){0,2}\w*['’]s clos\w+", re.IGNORECASE)
_FIXING = re.compile(r"\b(?:fix|fixes|fixings?|reference rates?)\b")
_HALVES = {"am": "fixing", "pm": "fixing"}
FIXINGS = {"last": "fixing", "previous": "fixing", **_HALVES}
_LEADS_ON = re.compile(r"\b(?:[Ff]ollowing (?:are|is|table)|[Bb]elow are|[Hh]ere are|(?:this|the) table)\b")
_OF_BRACKETS = re.compile(r"(?:['’]s)?(?: \w+){0,2} in (?:brackets|parenthes[ei]s)")
_LEFT = 40  # characters before a time in which changes are spoken of
_MEASURED = re.compile(
    r"\b(?:[Cc]hanges?|[Cc]hg|[Mm]oves?)(?: (?:is|are|in|percent|pct|points|%))*"
    r" (?:on|from|against|over|since|vs\.?)(?: the)? ?\Z"
)
_TITLE = 12  # words of a line that may be a title
_IN_PERCENT = re.compile(
    r"\b[Cc]hanges?\b[^.;\n]{0,40}\b(?:in )?(?:per ?cent|percentages?|pct|%)|(?:%|\b[Pp]er ?cent(?:age)?) changes?\b"
)
_APART = ((5, None), (8, "week"), (26, "since"), (32, "month"))  # days between two columns, at most


def period_of(titles: Sequence[str]) -> str | None:
    """The period over which a title says that the moves below it were made: "Change so far in 2014"."""
    said = next((match for title in titles if (match := _OVER.search(title))), None)
    return None if said is None else "ytd" if said["ytd"] else next(unit for unit in ("week", "month") if said[unit])


def is_title(line: str) -> bool:
    """Whether a line is short enough for a title, or leads on to what stands below it."""
    words = len(line.split())
    return words <= _TITLE or (words <= 2 * _TITLE and line.rstrip().endswith(":")) or _LEADS_ON.search(line) is not None


def names_fixing(title: str) -> bool:
    """Whether a title speaks of fixings or of reference rates."""
    low = title.lower()
    return ("fix" in low or "reference" in low) and _FIXING.search(low) is not None


def level_kinds(titles: Sequence[str]) -> dict[str, str]:
    """What kind of level the columns hold where a title says that they are fixings or closes."""
    if any(names_fixing(title) for title in titles):
        return FIXINGS
    return {"last": "close"} if any(_CLOSING.search(_OF_ANOTHER.sub("", title)) for title in titles) else _HALVES


def times_of(text: str, titles: Sequence[Line]) -> list[Token]:
    """The times that the titles of a table state; a full date where nothing else is said. What figures in brackets are of, and
    what changes are measured from, is none of them.
    """
    told = [t for _, tokens in titles for t in tokens if t.kind == "time" and not _is_of_figures(text, t)]
    return [t for t in told if t.value.year is None] or [t for t in told if t.value.day is not None]


def _is_of_figures(text: str, time: Token) -> bool:
    """ "Friday's in brackets", "change is on the previous trading day"."""
    before = text[max(time.start - _LEFT, 0) : time.start]
    return _OF_BRACKETS.match(text, time.end) is not None or _MEASURED.search(before) is not None


def change_in(text: str, end: int) -> str:
    """ "Change is in percent": the role of the changes of a table whose columns have no heads, as a line above ``end`` says."""
    said = _IN_PERCENT.search(text, 0, end) if "hange" in text else None
    return "percent" if said is not None else "change"


def basis_between(dates: dict[str, list[Token]]) -> str | None:
    """What a move between the dates of two columns is measured from: a session, a week or a month before; else "since"."""
    days = [token.value for tokens in dates.values() for token in tokens if token.value.month and token.value.day]
    if len(days) != 2:
        return None
    apart = abs(31 * (days[0].month - days[1].month) + days[0].day - days[1].day) % 341
    return next((basis for most, basis in _APART if apart <= most), "since")
