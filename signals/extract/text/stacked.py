"""Rows that a page prints on lines of their own: the name, below it the price, below that the change.

| lines                                        | read as                                  | counter-example             |
|----------------------------------------------|------------------------------------------|-----------------------------|
| "Gold", "3,342.90 -16.80 (-0.50%)"           | "Gold: 3,342.90 -16.80 (-0.50%)"         | "Gold", "5 reasons to buy"  |
| "EUR/USD  1.1778", "+0.23%"                  | "EUR/USD  1.1778, +0.23%"                | "1.1778", "12 banks"        |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter

from signals.extract.text.tokens import Token

_FIGURES = re.compile(
    r"\n[ \t]*[-+−▲▼↑↓(]*[ ]?[$€£¥]?\d[\d.,]*[ \t%\d.,+−()$€£¥/|▲▼↑↓-]*(?:pts|points|bps?|USD|EUR|p)?[ \t]*(?=\n|\Z)"
)
_BLANK = " \t•*·|–-"
_START = attrgetter("start")


def join_lines(text: str, tokens: Sequence[Token]) -> None:
    """Makes the end of a line that figures alone follow a colon behind a name, and a comma behind its price."""
    joined = -1  # where the last line begins that was joined to the one before
    for match in _FIGURES.finditer(text):
        place = bisect_left(tokens, match.start(), key=_START)
        if not 0 < place < len(tokens) - 1 or tokens[place].start != match.start():
            continue
        before, after = tokens[place - 1], tokens[place + 1]
        begin = text.rfind("\n", 0, match.start()) + 1
        if before.kind == "instrument" and not (text[begin : before.start] + text[before.end : match.start()]).strip(_BLANK):
            tokens[place].form, joined = "colon", match.start() + 1
        elif _is_change(after) and (begin == joined or _opens_line(text, tokens, place, begin)):
            tokens[place].form, joined = "comma", match.start() + 1


def _is_change(token: Token) -> bool:
    return token.number is not None and token.number.sign != 0


def _opens_line(text: str, tokens: Sequence[Token], place: int, begin: int) -> bool:
    """Whether a line is a name and one price without a change."""
    first = bisect_left(tokens, begin, key=_START)
    row = tokens[first:place]
    named = len(row) == 2 and row[0].kind == "instrument" and not text[begin : row[0].start].strip(_BLANK)
    return named and row[1].number is not None and not row[1].number.sign
