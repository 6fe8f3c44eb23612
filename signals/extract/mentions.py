"""Instrument mentions: what a name in the text stands for, and what level it could have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from signals.extract.tokens import Number

YIELDS = ("bond yield", "policy rate")
DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"})
CURRENCY_PRICED = ("commodity", "precious metal", "crypto", "share")


class InstrumentFacts(Protocol):
    """What the grammar asks of an instrument of the master."""

    id: str
    instrument_class: str
    unit: str | None
    currency: str | None


@dataclass(frozen=True, slots=True)
class Mention:
    """A linked name. ``id`` is the instrument; for a currency named alone the ISO code, of the class ``currency``.

    ``by_price`` marks a bond named by its price ("the bond", "gilts"), whose rise is a fall of the yield. ``lines`` are the
    company's shares in other currencies.
    """

    id: str
    instrument_class: str
    unit: str | None = None
    currency: str | None = None
    by_price: bool = False
    low: float | None = None
    high: float | None = None
    lines: tuple[tuple[str, str], ...] = ()

    def listed_in(self, currency: str | None) -> str | None:
        """The id of the company's share that is quoted in this currency, a bare "$" being the American dollar; None where there
        is none, or where the share's own home counts in dollars as well.
        """
        if self.currency == currency or (currency == "$" and self.currency in DOLLARS):
            return None
        return dict(self.lines).get("USD" if currency == "$" else currency or "")

    def level_fits(self, number: Number) -> bool:
        """Whether a number of this unit and size can be a level of this instrument."""
        if number.ignored or number.fraction or number.unit == "pp":
            return False
        if self._converted(number):
            return False
        same_measure = number.per is None or number.per == (self.unit or "").partition(" per ")[2]
        if (
            same_measure
            and self.low is not None
            and self.high is not None
            and not self.low <= self._in_unit(number) <= self.high
        ):
            return False
        return self._unit_fits(number.unit, number)

    def _in_unit(self, number: Number) -> float:
        """A level's size in the unit of the plausible range: prices of cents and pence are read in whole units."""
        subunit = (self.unit or "").lower().startswith(("us cents", "gbp pence", "pence", "cents"))
        return abs(number.value) * (100 if subunit and number.unit is not None else 1)

    def _converted(self, number: Number) -> bool:
        """Whether a commodity's price is a conversion: another currency and another measure than those of its market."""
        currency, _, per = (self.unit or "").partition(" per ")
        printed = "USD" if number.unit == "$" else number.unit
        return (
            self.instrument_class == "commodity"
            and bool(per)
            and number.per not in (None, per)
            and printed not in (None, currency)
        )

    def _unit_fits(self, unit: str | None, number: Number) -> bool:
        kind = self.instrument_class
        if kind in YIELDS:
            return unit == "percent" or (unit is None and number.decimals >= 2 and number.value < 30)
        if kind == "yield spread":
            return unit in ("bp", "points", None)
        if self.id == "USD" and unit == "points":
            return True
        if kind in ("currency", "fx") and self.unit != "points":
            return (unit not in ("percent", "bp", "points") and number.value != int(number.value)) or unit not in (
                "percent",
                "bp",
                "points",
                None,
            )
        if kind in CURRENCY_PRICED:
            return unit not in ("percent", "bp", "points", None) or (
                unit is None and kind in ("crypto", "precious metal") and number.value > 1
            )
        return unit in ("points", None)


MentionOf = Callable[[str], Mention | None]
NO_INSTRUMENT = Mention("", "none")  # of a name that is no instrument though it looks like one
