"""The money of a number that is printed without one: a later price, an earlier one, a size beside a price, in hundredths too.

| text                                                  | read as    | counter-example                                |
|-------------------------------------------------------|------------|------------------------------------------------|
| "to 85.80 pence from 85.50"                           | 0.8550     | "85.80 pence; against the dollar it was 1.08"  |
| "77.41 US cents. It was 77.16 at worst"               | 0.7716     | "73.10 cents, and 88.20 against the yen"       |
| "bought 75.8 yen from 76.1"                           | yen        | "bought 75.8 yen, and 1.09 of the kiwi"        |
| "at 396.70 cents a lb, up 15.35"                      | 0.1535     | "at 396.70 cents a lb, up 2"                   |
"""

from __future__ import annotations

from dataclasses import replace

from signals.extract.grammar.role import in_money
from signals.extract.grammar.sentence import Sentence
from signals.extract.linking.mentions import DOLLARS
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import vocabulary_of

_FEWEST = 0.1  # of a money: so few hundredths are the size of a move
_NEAR = 1.3  # the most that a price is of another one of the same instrument in a report


def of_the_money(s: Sentence, segment: int, said: Token) -> bool:
    """ "N1,601 per dollar, weaker", "the local currency was at 1,437.7 won to the dollar, down 6 won": whether a word tells of
    the money in which a price is printed, and not of what it is the price of.
    """
    local = any(t.kind == "ref" and t.form == "fx" for t in s.tokens[segment + 1 : said.place])
    return local or s.written(said) in vocabulary_of("word", "strength")


def go_on_in_money(number: Number, before: Number) -> None:
    """Reads a price without a unit in the money, or the hundredths, of one before it that it is near to."""
    if number.unit is not None or not in_money(before) or before.value < _FEWEST * before.cents or not before.value:
        return
    if not 1 / _NEAR < number.value / (before.value * (100 if before.cents else 1)) < _NEAR:
        return
    if before.cents:
        number.count_hundredths(before.unit)
    else:
        number.unit = before.unit


def has_hundredths(counter: Token | None, unit: str | None) -> bool:
    """Whether what is said in a currency may be in its hundredths: "against the yen it was at 88.20" is in none."""
    return counter is None or counter.value.id in DOLLARS or counter.value.id == unit


def size_in_hundredths(size: Number, level: Token | None) -> Number:
    """A bare size beside a price in hundredths is in those."""
    price = level.number if level is not None else None
    if price is None or not price.cents or size.unit is not None or size.cents or not size.decimals:
        return size
    size = replace(size)
    size.count_hundredths(price.unit)
    return size
