"""Whether a number can be a level or a move of an instrument, by its unit and size: basis points are for yields, a share has
no price per tonne, and an index of 8,000 points does not close at 30.
"""

from __future__ import annotations

from signals.extract.grammar.role import RELATIVE_UNITS, in_money
from signals.extract.linking.measures import BY_MEASURE, by_size, same_kind, weighs
from signals.extract.linking.mentions import CURRENCY_PRICED, DOLLARS, YIELDS, Mention
from signals.extract.text.tokens import Number

PAIRS = ("currency", "fx")
_IN_POINTS = ("index", "index future", "volatility index", "yield spread", *YIELDS)
_SOFTS = ("COCOA", "LONDONCOCOA", "ROBUSTA", "WHITESUGAR")
_BY_HUNDREDWEIGHT = frozenset({"CATTLE", "FEEDERCATTLE", "HOGS"})
_UNITS = 10  # dollars: a price of so little read aloud may be one of hundreds
_FAR = 0.2  # of the highest level that an instrument ever had: no move of a day is larger
_FAR_SPREAD = 50  # basis points without a unit that are no move of a day
_IN_BASIS_POINTS = ("CNY", "CNH")  # "the midpoint was 1,136 basis points weaker": ten-thousandths of a yuan
_NEAR = 1.3  # the most that a price is of an earlier one beside it
_PRICED_IN_DOLLARS = ("precious metal", "crypto")


def level_fits(mention: Mention, number: Number, marked: bool = True) -> bool:
    """Whether a number of this unit and size can be a level of this instrument.

    ``marked`` says that the words around it make it a level ("at", "closed"), so that it may do without a unit.
    """
    if number.ignored or number.fraction or (number.readings and reading(mention, number) is None):
        return False
    if number.per is not None and not same_kind(number.per, (mention.unit or "").partition(" per ")[2]):
        return False  # what a gallon costs is no price of crude
    if mention.instrument_class in PAIRS and number.alternative is not None and number.alternative > 2 * number.value:
        return False  # "the rand's at 17-58" is read aloud
    return _unit_fits(mention, number, marked) and (_in_range(mention, number) or reading(mention, number) is not None)


def reading(mention: Mention, number: Number) -> float | None:
    """Which of the values of a price read aloud lies in the range that the instrument ever had: corn at "five twenty-eight"
    is 528 cents; None where none does.
    """
    if mention.low is None or mention.high is None:
        first = number.readings[0] if number.readings else None
        open_ = mention.instrument_class == "share" and first is not None and first < _UNITS
        return None if open_ else first  # "Tesla at two ninety-three" is $293, a small one $2.93
    return next((value for value in number.readings if mention.low <= value <= mention.high), None)


def _unit_fits(mention: Mention, number: Number, marked: bool) -> bool:
    kind, unit = mention.instrument_class, number.unit
    if kind in YIELDS:
        return unit == "percent" or (unit is None and marked and number.decimals >= 2)
    if kind == "yield spread":
        return unit in ("bp", "pp", "points") or (unit is None and marked)
    if unit in RELATIVE_UNITS:
        return unit == "points" and (kind in _IN_POINTS or mention.id == "USD" or mention.unit == "points")
    if kind in PAIRS:
        return _quote_fits(mention, number, marked)
    if kind in CURRENCY_PRICED:
        return _price_fits(mention, number, marked)
    return unit is None


def _quote_fits(mention: Mention, number: Number, marked: bool) -> bool:
    if number.sign < 0:
        return False
    if number.unit is None:
        return number.decimals > 0 or number.alternative is not None or (marked and number.value >= 3)
    return (
        mention.instrument_class == "currency"
        or number.unit in mention.id
        or (number.unit in ("$", "Rs") and mention.id != "DXY")
    )


_DOLLARS = ("$", "USD")


def _price_fits(mention: Mention, number: Number, marked: bool) -> bool:
    kind, unit = mention.instrument_class, number.unit
    if unit is None:
        quoted = kind == "commodity" and number.decimals >= 2 and mention.low is not None  # "Brent 68.30, up 0.4%"
        return marked or quoted or (kind in _PRICED_IN_DOLLARS and number.value > 1)
    if kind == "share":
        return number.per in (None, "share") and _same_money(mention, number)
    if kind in _PRICED_IN_DOLLARS:
        return unit in ("$", "USD")
    if (mention.id, unit) in BY_MEASURE:
        return True  # "wheat in Paris at 196.75 euros a tonne"
    currency, _, per = (mention.unit or "").partition(" per ")
    if currency.startswith("US") and unit not in _DOLLARS and mention.id != "IRONORE":
        return False  # "Brent in euros", "Tokyo gasoline": a local price
    if by_hundredweight(mention, number):
        return True
    converted = bool(per) and number.per not in (None, per) and unit not in (currency, "$" if currency == "USD" else currency)
    return not converted and same_kind(number.per, per)


def by_hundredweight(mention: Mention, number: Number) -> bool:
    """ "Live cattle at $184.825": dollars by the hundredweight, which are as many cents by the pound."""
    by_pound = mention.unit == "US cents per pound" and number.unit in _DOLLARS and not number.cents
    if not by_pound or number.per not in (None, "hundredweight") or mention.low is None or mention.high is None:
        return False
    return mention.id in _BY_HUNDREDWEIGHT and mention.low <= number.value <= mention.high


def _in_range(mention: Mention, number: Number) -> bool:
    """Whether a size lies in the range that the instrument ever had; true where that is in another money or measure."""
    currency, _, per = (mention.unit or "").partition(" per ")
    if mention.low is None or mention.high is None or by_hundredweight(mention, number):
        return True
    if number.per not in (None, per):
        return (mention.id, number.per) in BY_MEASURE or _converted_fits(mention, number, currency, per)
    subunit = currency.lower().endswith((" cents", "pence")) or currency == "cents"
    if number.unit not in (None, "$", "percent", "points", "bp") and number.unit not in currency and not subunit:
        return True
    usual = mention.low <= abs(number.value) * (100 if subunit and number.unit is not None else 1) <= mention.high
    return usual or by_size(mention.id, number) is not None


def _converted_fits(mention: Mention, number: Number, currency: str, per: str) -> bool:
    """ "16.86 cents a pound": whether a price by another weight, in the good's own money, would be one that it ever had; true
    for what cannot be converted.
    """
    share = weighs(per, number.per or "")
    own = currency.startswith("US") and number.unit in ("$", "USD")
    if share is None or not own or mention.low is None or mention.high is None:
        return True
    value = number.value * share * (100 if "cents" in currency else 1)
    return mention.low / _NEAR <= value <= mention.high * _NEAR


def size_reading(mention: Mention, number: Number) -> float:
    """Which value of a number read aloud is the size of a move: "sank one sixty-five" is 165 points of an index."""
    hundredths, whole = number.readings
    return hundredths if mention.high is None or whole > _FAR * mention.high else whole


def size_fits(mention: Mention, number: Number) -> bool:
    """Whether a number of this unit can be a move of this instrument.

    >>> size_fits(Mention("DAX", "index"), Number(25, "bp"))
    False
    """
    kind, unit = mention.instrument_class, number.unit
    if _is_too_far(mention, number) or number.per == "share":
        return False  # "Boeing lost $1.24 a share": a result
    if unit == "percent":
        return kind != "policy rate" and number.value < 1000
    if unit in ("bp", "pp"):
        return (
            kind in YIELDS or kind == "yield spread" or (unit == "bp" and kind in PAIRS and mention.id[-3:] in _IN_BASIS_POINTS)
        )
    if unit == "points" and kind in PAIRS and number.value >= 1:
        return True  # "the rupiah firmed 45 points"
    if unit == "points":
        in_points = kind in _IN_POINTS or mention.id == "USD" or mention.unit == "points"
        return in_points or mention.unit == "US cents per pound" or mention.id in _SOFTS  # a hundredth of a cent, a dollar
    if unit == "pips":
        return kind in PAIRS
    if unit is None:
        return True
    return _same_money(mention, number) if kind in CURRENCY_PRICED else kind in PAIRS


def in_other_money(mention: Mention, number: Number) -> bool:
    """ "Gold opened at 97,250 rupees", "zinc was at 22,410": a good's price in the money of another market."""
    priced = mention.instrument_class in ("commodity", "precious metal") and number.ignored is None
    if priced and number.unit is None:
        return mention.high is not None and number.value > 2 * mention.high
    return priced and in_money(number) and not _same_money(mention, number)


def _is_too_far(mention: Mention, number: Number) -> bool:
    """ "A turn off $1,614.60", "regains the 31,000 level": more money than a price ever moved by in a day."""
    if mention.instrument_class == "yield spread" and number.unit is None and number.value > _FAR_SPREAD:
        return True  # "10s less 2s  -108.7": where a slope stands, below nothing
    priced = mention.instrument_class in _PRICED_IN_DOLLARS and number.unit in (None, "$", "USD")
    return priced and mention.high is not None and number.value > _FAR * mention.high


def _same_money(mention: Mention, number: Number) -> bool:
    if mention.listed_in(number.unit) or (mention.id, number.unit) in BY_MEASURE:
        return True
    own = (mention.currency or (mention.unit or "").partition(" ")[0])[:3].upper()
    if number.unit == "$":
        return own in DOLLARS or own in ("", "US") or number.cents
    return number.unit in (own, "Rs") or not own or own == "US"
