"""Prices in the unit of the instrument: quotes in pence, cents and other hundredths are brought to it."""

from __future__ import annotations

MINOR = {
    "GBp": ("GBP", 100),
    "GBX": ("GBP", 100),
    "ZAc": ("ZAR", 100),
    "ZAC": ("ZAR", 100),
    "ILA": ("ILS", 100),
    "KWF": ("KWD", 1000),
    "USX": ("USD", 100),
}


def unit_factor(quoted: str | None, wanted: str | None) -> float | None:
    """What a price in the currency ``quoted`` is multiplied with to be in ``wanted``; None where they are not the same money.

    >>> unit_factor("ZAc", "ZAR"), unit_factor("GBp", "GBp"), unit_factor("GBP", "GBp"), unit_factor("USD", "ZAR")
    (0.01, 1.0, 100.0, None)
    """
    if quoted == wanted:
        return 1.0
    quoted_money, quoted_parts = MINOR.get(quoted or "", (quoted, 1))
    wanted_money, wanted_parts = MINOR.get(wanted or "", (wanted, 1))
    return None if quoted_money != wanted_money else wanted_parts / quoted_parts
