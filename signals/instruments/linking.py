"""Currencies to pairs, by market convention: which currency is the base, and which way the pair goes."""

from __future__ import annotations

# The market's order: the earlier currency of two is the base of their pair.
PRECEDENCE = ("EUR", "GBP", "AUD", "NZD", "USD", "CAD", "CHF", "JPY")


def conventional(one: str, other: str) -> tuple[str, str]:
    """Base and quote currency of the pair of two currencies.

    >>> conventional("USD", "EUR"), conventional("ZAR", "USD")
    (('EUR', 'USD'), ('USD', 'ZAR'))
    """

    def rank(code: str) -> tuple[int, str]:
        return (PRECEDENCE.index(code) if code in PRECEDENCE else len(PRECEDENCE), code)

    base, quote = sorted((one, other), key=rank)
    return base, quote


def pair_of(currency: str, counter: str | None = None) -> tuple[str, int]:
    """The pair of a currency with its counter currency (the dollar where none is named; of the dollar alone: its index).

    The sign says what the pair does when the currency rises: 1 up, -1 down.

    >>> pair_of("ZAR"), pair_of("EUR", "JPY"), pair_of("USD")
    (('USDZAR', -1), ('EURJPY', 1), ('DXY', 1))
    """
    if currency == "USD" and counter is None:
        return "DXY", 1
    base, quote = conventional(currency, counter or "USD")
    return base + quote, 1 if base == currency else -1
