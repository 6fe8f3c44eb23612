"""One good, several markets, told apart by the measure, the money or the size of the price: cocoa in pounds is London's, and
copper at $4.40 New York's.
"""

from signals.extract.text.tokens import Number

BY_MEASURE = {
    ("COPPER", "pound"): "HG", ("COFFEE", "tonne"): "ROBUSTA", ("SUGAR", "tonne"): "WHITESUGAR",
    ("COCOA", "GBP"): "LONDONCOCOA", ("WHEAT", "GBP"): "LONDONWHEAT", ("WHEAT", "EUR"): "PARISWHEAT",
    ("CORN", "EUR"): "PARISMAIZE", ("RUBBER", "CNY"): "SHFERUBBER", ("RUBBER", "USD"): "SICOMRUBBER",
    ("PALMOIL", "CNY"): "DCEPALMOIL",
    ("COTTON", "CNY"): "ZCECOTTON", ("COPPER", "CNY"): "SHFECOPPER", ("ZINC", "CNY"): "SHFEZINC",
    ("ALUMINIUM", "CNY"): "SHFEALUMINIUM", ("NICKEL", "CNY"): "SHFENICKEL", ("LEAD", "CNY"): "SHFELEAD",
    ("TIN", "CNY"): "SHFETIN",
}  # fmt: skip
_EXACT = 3  # decimals of a price that is told without its money: 3.7135
_IN_DOLLARS = {"COPPER": ("HG", 1.0, 7.5)}  # a pound of it, where a tonne costs thousands

_KILOGRAMS = {"tonne": 1000.0, "kg": 1.0, "pound": 0.45359237, "gram": 0.001, "ounce": 0.0311034768, "hundredweight": 45.359237}
_OF_ENERGY = frozenset({"MWh", "mmBtu", "therm"})


def weighs(one: str, other: str) -> float | None:
    """How many of the second measure make one of the first, by weight: 2,204.6 pounds a tonne; None for other measures."""
    first, second = _KILOGRAMS.get(one), _KILOGRAMS.get(other)
    return first / second if first is not None and second is not None else None


def same_kind(one: str | None, other: str | None) -> bool:
    """Whether two measures may be of one good; a tonne of carbon is no megawatt-hour of gas, and what is sold
    by the gallon is no crude. True where one is not known.
    """
    if not one or not other or one == other:
        return True
    return (one in _OF_ENERGY) == (other in _OF_ENERGY) and {one, other} != {"barrel", "gallon"}


def by_size(identity: str, number: Number) -> str | None:
    """The other market of a good in which such a price is usual; None where there is none."""
    if (other := _IN_DOLLARS.get(identity)) is None:
        return None
    money = number.unit in ("$", "USD") or (number.unit is None and number.decimals >= _EXACT)
    return other[0] if money and other[1] <= number.value <= other[2] else None


def names_london(text: str) -> bool:
    """Whether a text names the London Metal Exchange and not New York's: what Santiago tells of it is priced by the pound."""
    return ("London Metal Exchange" in text or "LME" in text) and "comex" not in text.lower() and "New York" not in text
