"""Typed tokens: what the lexer hands to the grammar."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

# Forms of the names of rows of exchange rates; of those in another currency's units; of those that a central bank publishes.
RATE, AGAINST, OFFICIAL = "rate", "against", "official"
RATES = frozenset({RATE, AGAINST, OFFICIAL})


@dataclass(slots=True)
class Number:
    """What a printed number says.

    ``value`` is in whole ``unit``s: 40 cents is 0.40 of ``USD`` (``printed`` keeps 40 and ``cents``). ``unit`` is
    ``percent``, ``bp``,
    ``points``, an ISO 4217 code, ``$`` for a dollar of unknown country, or None. ``per`` is what the price is for ("barrel").
    ``readings`` are the values that a price read aloud can have ("five twenty-eight": 5.28, 528), likeliest first.
    ``ignored`` names the reason for which it can be neither level nor move.
    """

    value: float
    unit: str | None = None
    per: str | None = None
    sign: int = 0
    alternative: float | None = None
    cents: bool = False
    ignored: str | None = None
    decimals: int = 0
    fraction: bool = False
    prefixed: bool = False
    readings: tuple[float, ...] = ()

    def count_hundredths(self, unit: str | None) -> None:
        """Reads the number as one of hundredths of a unit: 40 of them are 0.40."""
        self.value, self.unit, self.cents = round(self.value / 100, 10), unit, True


@dataclass(slots=True, eq=False)
class Token:
    """A typed piece of text. ``value`` depends on ``kind``: see ``signals.extract.text.lexer``."""

    kind: str
    start: int
    end: int
    value: Any = None
    form: str = ""
    number: Number | None = None
    place: int = -1
