"""Instrument mentions: what a name in the text stands for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

YIELDS = ("bond yield", "policy rate")
BELOW_NOTHING = (*YIELDS, "yield spread")
DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"})
# Of these a report of any market may speak; the one other currency that a text names is its home.
WORLDWIDE = frozenset({"USD", "EUR", "JPY", "GBP", "CHF", "AUD", "NZD", "CAD", "CNY", "CNH", "XDR"})
LISTED = ("index", "share", "volatility index")  # what has the sessions of an exchange
CURRENCY_PRICED = ("commodity", "precious metal", "crypto", "share")


@dataclass(frozen=True, slots=True)
class Mention:
    """A linked name. ``id`` is the instrument; for a currency named alone the ISO code, of the class ``currency``.

    ``by_price`` marks a bond named by its price ("the bond", "gilts"), whose rise is a fall of the yield. ``lines`` are the
    company's shares in other currencies. ``lot`` is how many units of a currency a level is the price of.
    """

    id: str
    instrument_class: str
    unit: str | None = None
    currency: str | None = None
    by_price: bool = False
    low: float | None = None
    high: float | None = None
    lines: tuple[tuple[str, str], ...] = ()
    lot: int = 1

    def listed_in(self, currency: str | None) -> str | None:
        """The id of the company's share that is quoted in this currency, a bare "$" being the American dollar; None where there
        is none, or where the share's own home counts in dollars as well.
        """
        if self.currency == currency or (currency == "$" and self.currency in DOLLARS):
            return None
        return dict(self.lines).get(_QUOTED.get(currency or "", currency or ""))


_QUOTED = {"$": "USD", "GBP": "GBp"}  # the money of a share's quote by that of a price
MentionOf = Callable[[str], Mention | None]
NO_INSTRUMENT = Mention("", "none")  # of a name that is no instrument though it looks like one
