"""The learned weights, and what they make of features: logistic regressions, one for each answer."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from functools import cache
from math import exp

from signals.resources import data_path

CONSTANT = "constant"


class Weights:
    """Log odds by feature, a column for each answer, as a table in data/relations holds them; a blank is nought."""

    def __init__(self, name: str) -> None:
        with data_path("relations", name).open(encoding="utf-8", newline="") as file:
            (_, *self.answers), *rows = csv.reader(file)
        self._rows = {feature: [float(weight or 0) for weight in weights] for feature, *weights in rows}

    def odds(self, features: Iterable[str], start: Sequence[float] | None = None) -> list[float]:
        """The log odds of each answer; ``start`` are those by other features of the same thing."""
        rows = self._rows
        known = [rows[feature] for feature in features if feature in rows]
        return [sum(column) for column in zip(start or rows[CONSTANT], *known, strict=True)]


@cache
def owners() -> Weights:
    """Whether a number is the level, or the size of a move, of a name."""
    return Weights("owners.csv")


@cache
def kinds() -> Weights:
    """Which kind of level a number is."""
    return Weights("kinds.csv")


def probability(odds: float) -> float:
    """The probability, 0 to 1, that has these log odds."""
    return 1 / (1 + exp(-odds))
