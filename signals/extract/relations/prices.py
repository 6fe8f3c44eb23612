"""How near a number is to the levels that an item tells of an instrument, and to those of the others."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from math import inf, log

_STEPS = 8  # levels on either side that are looked at for one of another instrument


class Prices:
    """Levels by instrument, in order of size, as logarithms: distances are those of ratios."""

    __slots__ = ("_all", "_of")

    def __init__(self) -> None:
        self._of: dict[str, list[float]] = defaultdict(list)
        self._all: list[tuple[float, str]] = []

    def add(self, instrument: str, level: float) -> None:
        """Notes a level; what is not above nothing has no logarithm and is left out."""
        if level > 0:
            insort(self._of[instrument], log(level))
            insort(self._all, (log(level), instrument))

    def from_own(self, instrument: str, value: float) -> float:
        """How far a positive number is from the nearest level of an instrument, infinitely far where it has none."""
        levels, size = self._of.get(instrument, ()), log(value)
        place = bisect_left(levels, size)
        return min((abs(level - size) for level in levels[max(place - 1, 0) : place + 1]), default=inf)

    def from_others(self, instrument: str, value: float) -> float:
        """How far a positive number is from the nearest level of another instrument."""
        size = log(value)
        place = bisect_left(self._all, (size, ""))
        sides = (self._all[max(place - _STEPS, 0) : place][::-1], self._all[place : place + _STEPS])
        return min(_first_of_others(side, instrument, size) for side in sides)


def _first_of_others(levels: Iterable[tuple[float, str]], instrument: str, size: float) -> float:
    return next((abs(level - size) for level, name in levels if name != instrument), inf)
