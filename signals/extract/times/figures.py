"""Where the figures of a statement stand, and the extreme that a move is measured from."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from signals.extract.text.folding import holds_any
from signals.extract.text.words import any_of, nouns_of_direction
from signals.extract.times.expression import TimeExpression
from signals.extract.times.scope import Scope

Span = tuple[int, int]

_FROM_EXTREME = re.compile(
    r"(?:(?!\b(?:but|and|while|as|after)\b)[^.;:,\d\n]){0,40}?\b(?:below|above|under|over|off|from|short of|away from|shy of)\b"
    r" (?:(?:the|its|a|an|their|that|his|last|this) )?(?P<of>(?:[\w'’-]+ ){0,5}?(?:[$€£]\d[\d,.]* )?)"
    r"(?:highs?|lows?|peak|record|trough|top|bottom|best|worst|offer price|issue price|listing price|ipo price|debut)\b",
    re.IGNORECASE,
)


CURRENCY = r"(?: ?[A-Z][A-Za-z]{0,2}\$?\.?)? ?[$€£¥₹]? ?"  # before the digits of a level
_POSSESSED = re.compile(
    r"['’]s?(?:(?: (?!to )[a-z-]+){0,2}?|(?: [A-Za-z.-]+){0,3} (?:high|low|peak|record|close|trough) (?:of|at|near))"
    + CURRENCY
    + r"(?=\d)"
)
_PRINTED = re.compile(r"(?: (?:of|at|was)|:)?" + CURRENCY + r"(?=\d)")
_EXTREMES = ("high", "low", "peak", "record", "trough", "top", "bottom", "best", "worst", "price", "debut")
_PERIODICAL = ("weekly", "monthly", "quarterly", "annual", "yearly")
_REACH = 200  # characters after a move that the pattern can span


@dataclass(slots=True, eq=False)
class Figures:
    """Where the figures of a statement stand: its level and its move (or the word of direction), None where it has none."""

    level: Span | None = None
    move: Span | None = None

    @property
    def first(self) -> Span:
        """The figure that dates the statement: the level, else the move."""
        return self.level or self.move or (0, 0)


def extreme_after(scope: Scope, figures: Figures) -> re.Match[str] | None:
    """The extreme from which a move is measured, where one is named after it: "12% under the 52-week high"."""
    if figures.move is None:
        return None
    start, (_, end) = figures.move[1], scope.sentence(figures.move[0])
    near = scope.text[start : min(end, start + _REACH)]
    return _FROM_EXTREME.match(scope.text, start, end) if holds_any(near, _EXTREMES) else None


def distance(expression: TimeExpression, span: Span) -> int:
    """Characters between an expression and a figure."""
    return max(expression.start - span[1], span[0] - expression.end, 0)


def possesses(text: str, expression: TimeExpression, figures: Figures) -> bool | None:
    """Whether an expression has the figure for its own, "last week's 7.6 percent", "Thursday's N1,627"; None where it has
    none at all.
    """
    match = _POSSESSED.match(text, expression.end) if text[expression.end : expression.end + 1] in ("'", "’") else None
    if match is None and expression.session == "close" and expression.which == "last" and expression.unit is None:
        match = _PRINTED.match(text, expression.end)  # "low 158.50, previous close 158.60"
    return figures.first[0] in range(match.end() - 4, match.end() + 1) if match else None


_OWNED = ("its ", "their ", "the ", "'s ", "’s ")  # before the size of an earlier move


def dates_move(text: str, expression: TimeExpression, figures: Figures) -> bool:
    """ "Rebounding from Thursday's 1 percent fall", "from a 1 percent fall on Thursday": the day of the move from which another
    one began.
    """
    move = figures.move
    if figures.level is not None or move is None or expression.role != "comparison" or not expression.names_day:
        return False
    if possesses(text, expression, figures):
        return True
    if text.endswith(_OWNED, 0, move[0]) and _moved_from().fullmatch(text, move[1], expression.start) is not None:
        return True  # "recovering some of its 14.3% drop from Thursday"
    behind = expression.origin is not None and expression.origin <= move[0] < expression.start
    return behind and _moved_on().fullmatch(text, move[1], expression.start) is not None


@cache
def _moved_on() -> re.Pattern[str]:
    return re.compile(rf"(?: [\w-]+)??(?: {any_of(nouns_of_direction())})?(?: late| early)? on ")


@cache
def _moved_from() -> re.Pattern[str]:
    return re.compile(rf" {any_of(nouns_of_direction())} from (?:late |early )?")


_OWN_SIZE = re.compile(
    r" (?:(?:[a-z]+ ){0,2}(?:of|to|at|now|is|was) (?:(?:about|around|some|nearly|almost|more than) )?)?(?=[$€£]?\d)"
)


def has_own_size(text: str, place: int) -> bool:
    """ "A weekly gain of 2.1%": whether a size follows right behind the word for a move."""
    return _OWN_SIZE.match(text, place) is not None


def sizes_another(text: str, expression: TimeExpression, move: Span) -> bool:
    """ "Added $120, for a weekly gain of 2.1%": whether an adjective of a period stands before a size behind the move."""
    if expression.start < move[1] or not text.startswith(_PERIODICAL, expression.start):
        return False
    return has_own_size(text, expression.end)
