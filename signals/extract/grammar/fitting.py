"""Whether the levels of a clause could be prices of what is spoken of."""

from __future__ import annotations

from functools import cache

from signals.extract.grammar.sizes import level_fits, size_fits
from signals.extract.linking.mentions import Mention
from signals.extract.text.tokens import Number, Token
from signals.instruments.tables import rows

_WHOLE = 100  # units to the dollar from which quotes do without decimals
_LIKE = 2.5  # times a price that another one of the same share is at most


def in_money(group: list[Token], levels: list[Number]) -> bool:
    """Whether levels of a good are printed in the money in which it trades."""
    mention = group[0].value
    if mention.instrument_class != "commodity":
        return True
    return all(size_fits(mention, number) for number in levels)


def fits(group: list[Token], levels: list[Number]) -> bool:
    """Whether each level could be one of each instrument of a group, or of one of a list."""
    if len(group) > 1:
        return all(any(level_fits(t.value, number) for t in group) for number in levels)
    mention = group[0].value
    if mention.instrument_class == "currency" and any(beyond_any_pair(mention, number) for number in levels):
        return False
    bare = mention.low is not None or mention.instrument_class == "yield spread"
    anchors = [number.value for number in levels if number.unit is not None] if mention.instrument_class == "share" else []
    marked = [bare or _is_whole_quote(mention, number) or is_like(number, anchors) for number in levels]
    return all(level_fits(mention, number, sure) for number, sure in zip(levels, marked, strict=True))


def is_like(number: Number, prices: list[float]) -> bool:
    """Whether a number without a unit is of the size of one of these prices."""
    return number.unit is None and any(price < _LIKE * number.value < _LIKE**2 * price for price in prices)


def _is_whole_quote(mention: Mention, number: Number) -> bool:
    """ "At 2,715/2,725" of the Ugandan shilling: a currency of which a dollar costs hundreds is quoted without decimals."""
    if number.unit is not None or number.decimals or mention.instrument_class != "currency":
        return False
    low, high = _in_hundreds().get(mention.id, (0.0, 0.0))
    return low < number.value < high


@cache
def _in_hundreds() -> dict[str, tuple[float, float]]:
    """What a dollar has cost in each of the currencies of which it always took a hundred or more."""
    found = {row["code"]: (float(row["low"] or 0), float(row["high"] or 0)) for row in rows("instruments", "currencies.csv")}
    return {code: ends for code, ends in found.items() if ends[0] >= _WHOLE}


def beyond_any_pair(mention: Mention, number: Number) -> bool:
    """Whether a number without a unit is too large for any likely price of a currency: 16,088.05 is an index."""
    return number.unit is None and mention.high is not None and number.value > 1000 * mention.high
