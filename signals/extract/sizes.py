"""Whether a number can be a level or a move of an instrument, by its unit: basis points are for yields."""

from __future__ import annotations

from signals.extract.mentions import YIELDS, Mention
from signals.extract.tokens import Number

_IN_POINTS = ("index", "index future", "volatility index", "yield spread", *YIELDS)
_IN_MONEY = ("commodity", "precious metal", "share", "crypto")
_OF_PAIRS = ("currency", "fx")
_DOLLARS = frozenset({"USD", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD"})


def level_fits(mention: Mention, number: Number) -> bool:
    """Whether a number of this unit and size can be a level of this instrument: a share has no price per tonne."""
    if mention.instrument_class == "share" and (number.per not in (None, "share") or not _same_money(mention, number)):
        return False
    return mention.level_fits(number)


def size_fits(mention: Mention, number: Number) -> bool:
    """Whether a number of this unit can be a move of this instrument; a loss of more than everything cannot.

    >>> size_fits(Mention("DAX", "index"), Number(25, "bp"))
    False
    """
    kind, unit = mention.instrument_class, number.unit
    if unit == "percent":
        return kind != "policy rate" and number.value < 1000
    if unit in ("bp", "pp"):
        return kind in YIELDS or kind == "yield spread"
    if unit == "points":
        return kind in _IN_POINTS or mention.id == "USD"
    if unit is None:
        return True
    if kind in _IN_MONEY:
        return _same_money(mention, number)
    return kind in _OF_PAIRS


def _same_money(mention: Mention, number: Number) -> bool:
    own = (mention.currency or (mention.unit or "").partition(" ")[0])[:3].upper()
    if number.unit == "$":
        return own in _DOLLARS or own in ("", "US") or number.cents
    return number.unit in (own, "Rs") or not own or own == "US"
