"""Printed numbers as amounts of an instrument's unit: levels in its money and measure, sizes of its moves."""

from __future__ import annotations

from signals.extract.grammar.sizes import by_hundredweight
from signals.extract.linking.measures import by_size
from signals.extract.linking.mentions import BELOW_NOTHING, DOLLARS, YIELDS, Mention
from signals.extract.meaning.counters import CENTS, RUPEES, SIGNED
from signals.extract.text.tokens import Number

_LEAST_STEP = 5  # basis points by which banks move their rates: "by 1.5 points" is in percentage points
_WIDEST = 30  # percentage points between two yields
HUNDREDTHS = ("JPY", "HUF", "KRW")  # a pip of their pairs is a hundredth, of others a ten-thousandth


def currency_of(number: Number, mention: Mention, quote: str | None = None) -> str | None:
    """The ISO currency of an amount; a bare "$" or "Rs" is the instrument's own dollar or rupee where it has one.

    ``quote`` is the quote currency of a pair: a cent or a paisa of a pair's price is one of that.
    """
    own = quote or mention.currency
    if number.unit == "$":
        if quote in SIGNED and mention.id == "USD":
            return quote  # "the dollar rose $13.24" in Bogota
        return own if own in DOLLARS or own in SIGNED or (number.cents and own in CENTS) else "USD"
    if number.unit == "Rs":
        return own if own in RUPEES else "INR"
    return number.unit


def level_of(number: Number, instrument: str, mention: Mention) -> tuple[float, str | None]:
    """A level, and its unit."""
    value = round(number.value if number.sign != -1 else -number.value, 8)  # 8.89 and half a cent is 8.895
    kind = mention.instrument_class
    if kind in ("currency", "fx"):
        return value, f"{instrument[3:6]} per {instrument[:3]}" if len(instrument) == 6 else mention.unit
    if kind in ("share", "crypto"):
        currency = currency_of(number, mention) or mention.currency
        return (round(value * 100, 8), "GBp") if number.cents and currency == "GBP" else (value, currency)
    if kind == "commodity" and by_hundredweight(mention, number):
        return value, "USD per hundredweight"
    if kind in ("commodity", "precious metal") and number.unit:
        other = by_size(mention.id, number) is not None
        per = number.per or ("pound" if other else (mention.unit or "").partition(" per ")[2])
        return value, f"{currency_of(number, mention)} per {per}" if per else currency_of(number, mention)
    if _in_dollars(value, mention):
        return value, (mention.unit or "").replace("US cents", "USD")
    if kind == "commodity" and number.per is None and by_size(mention.id, number) is not None:
        return value, "USD per pound"  # copper "at 4.2575"
    if kind == "commodity" and number.per not in (None, (mention.unit or "").partition(" per ")[2]):
        return value, f"{mention.currency} per {number.per}"  # copper at "5.0945 a pound"
    if kind == "yield spread":
        return (round(value * 100, 8) if _in_percentage_points(number) else value), "bp"
    return value, mention.unit


def _in_percentage_points(number: Number) -> bool:
    """ "Widened to 3.37 percentage points", "the spread was 3.68 points": hundreds of basis points."""
    return number.unit == "pp" or (number.unit in ("points", "percent") and number.decimals > 1 and number.value < _WIDEST)


def in_dollars(number: Number, mention: Mention) -> bool:
    """Whether the price of a good that is quoted in cents is printed in dollars, "6.89" or "$6.89"."""
    cents = mention.instrument_class == "commodity" and (mention.unit or "").startswith("US cents")
    return cents and not number.cents and (number.unit in ("$", "USD") or _in_dollars(number.value, mention))


def _in_dollars(value: float, mention: Mention) -> bool:
    """ "Corn at 5.51": so little for what is quoted in cents that it can only be dollars."""
    in_cents = mention.high is not None and (mention.unit or "").startswith("US cents")
    return in_cents and 50 * value < (mention.high or 0)


def size_of(number: Number, mention: Mention, instrument: str) -> tuple[float | None, str | None]:
    """The size of a move, and its unit; None for a part of something that is not told."""
    if number.fraction and number.unit is None:
        return (round(number.value * 100, 1), "percent") if number.value < 1 else (None, None)  # "nine and a half" of what?
    if number.unit == "pp":
        return (round(number.value * 100, 6), "bp") if mention.instrument_class in YIELDS else (None, None)
    if number.unit == "points" and mention.instrument_class in BELOW_NOTHING:
        whole = _LEAST_STEP if mention.instrument_class == "policy rate" else 1  # "rose 0.05 points", "two points up"
        return (round(number.value * 100, 6) if number.value < whole else number.value), "bp"
    if number.unit == "pips" or (number.unit == "bp" and mention.instrument_class in ("currency", "fx")):
        return round(number.value * (0.01 if instrument[3:] in HUNDREDTHS else 0.0001), 8), instrument[3:6]
    if number.unit in ("percent", "bp", "points"):
        return number.value, number.unit
    if number.unit is None and not number.cents:
        return _unitless(number, mention)
    quote = instrument[3:] if mention.instrument_class in ("currency", "fx") and len(instrument) == 6 else None
    currency = currency_of(number, mention, quote) or quote or mention.currency  # "a penny" is of either
    if number.cents and quote and currency != quote:
        currency = quote  # a kopeck of the hryvnia, a cent of the Jamaican dollar
    return _printed(number), "GBP" if currency == "GBp" and number.cents else currency


def _printed(number: Number) -> float:
    """ "Two-thirds of a cent" is 0.0067: a part that has no last decimal is given by two digits."""
    value = round(number.value, 8)
    return value if round(value, 6) == value else float(f"{value:.2g}")


def _unitless(number: Number, mention: Mention) -> tuple[float | None, str | None]:
    kind = mention.instrument_class
    if kind in BELOW_NOTHING:
        in_percent = number.value < 1 and number.decimals > 1  # "4.55 -0.02" beside "4.55 -2"
        return (round(number.value * 100, 6) if in_percent else number.value), "bp"
    if kind in ("index", "index future", "volatility index", "currency", "fx"):
        in_points = kind not in ("currency", "fx") or mention.unit == "points"  # the dollar index
        return number.value, "points" if in_points else None
    if kind == "commodity" and (mention.unit or "").startswith("US cents"):
        return round(number.value / 100, 8), mention.currency  # "corn added 16-3/4 to $8.24"
    if kind in ("commodity", "precious metal", "share", "crypto"):
        return number.value, mention.currency
    return None, None
