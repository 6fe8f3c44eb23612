"""Words and arrows beside the figures of a row that say which way they went.

| row                             | figure, sign   | counter-example        |
|---------------------------------|----------------|------------------------|
| "DAX   up 1.08%   24,456.80"    | 1.08%, up      | "the DAX, up, closed"  |
| "Gold: 3,324.20, 2.1% lower"    | 2.1%, down     | "Gold (lower grade) 9" |
| "Tesco  404.2  ▼ 0.9%"          | 0.9%, down     |                        |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from signals.extract.text.tokens import Token

_BEFORE = re.compile(r"(?<=[\s|,;:(–—-])(?:(?P<up>up|plus|[▲↑])|down|off|minus|[▼↓]) ?\Z", re.IGNORECASE)
_BEHIND = re.compile(
    r" ?(?:(?P<rising>up)|down)(?=[,;)|\t\n]| {2}|\Z)"
    r"| ?(?:(?P<up>higher|firmer|better|stronger)|lower|weaker|softer|easier)(?=[,;)|\t\n]| {2}| \(?[\d$€£¥+−-]|\Z)",
    re.IGNORECASE,
)
_LONGEST = 8  # characters of a word before a figure and what stands around it
_SIZES = ("percent", "bp", "points")


class Cell(NamedTuple):
    """The sign that the words beside a figure give it, 0 for none, and where the figure begins and ends with them."""

    sign: int
    start: int
    end: int


def cells_of(text: str, start: int, figures: Sequence[Token], end: int) -> list[Cell]:
    """The figures of a line that begins at ``start`` with the words of direction that stand right beside them."""
    found: list[Cell] = []
    for place, figure in enumerate(figures):
        stop = figures[place + 1].start if place + 1 < len(figures) else end
        found.append(_cell(text, max(start, figure.start - _LONGEST), figure, stop))
    return found


def _cell(text: str, start: int, figure: Token, stop: int) -> Cell:
    number = figure.number
    if number is None or not number.value:
        return Cell(0, figure.start, figure.end)
    before = _BEFORE.search(text, start, figure.start) if not number.sign else None
    if before is not None:
        return Cell(1 if before["up"] else -1, before.start(), figure.end)
    behind = _BEHIND.match(text, figure.end, stop) if number.unit in _SIZES and not number.sign else None
    if behind is not None:
        return Cell(1 if behind["up"] or behind["rising"] else -1, figure.start, behind.end())
    return Cell(0, figure.start, figure.end)


def sign(figures: Sequence[Token], ways: Sequence[int]) -> None:
    """Gives the figures of a row the signs that words give them."""
    for figure, way in zip(figures, ways, strict=True):
        if figure.number is not None and way:
            figure.number.sign = way


def unsign(figures: Sequence[Token], ways: Sequence[int]) -> None:
    """Takes the signs that words give back from the figures of a row that is read as prose."""
    for figure, way in zip(figures, ways, strict=True):
        if figure.number is not None and way:
            figure.number.sign = 0
