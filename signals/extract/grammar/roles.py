"""The role of each number in its sentence, told from its unit and its neighbours.

| role         | example                             | counter-example             |
|--------------|-------------------------------------|-----------------------------|
| move         | "fell 0.6%", "2% higher", "+0.3%"   | "inflation rose 2%"         |
| level        | "at 17.62", "ended on 3,285"        | "above 8,600" (a bound)     |
| previous     | "from 17.52", "against 107.9 yen"   | "from 9 banks"              |
| alternative  | "784 points, or 1.6%", "(9.3%)"     | "(2.6 million euros)"       |
| continuation | "fell 0.3%, 0.4% and 0.5%"          | "1, 2 and 3 of the rules"   |
| named        | "Brent $88.9", "and Kia 3.45%"      | "Formula One 2.0"           |
"""

from __future__ import annotations

import re

from signals.extract.grammar.asides import aside, last_number
from signals.extract.grammar.elisions import placed_name
from signals.extract.grammar.left_roles import by_left
from signals.extract.grammar.measures import below_nothing
from signals.extract.grammar.ranges import end_of_range
from signals.extract.grammar.right_roles import by_right
from signals.extract.grammar.role import BARE, EXTREMES, IGNORED, MEASURES_OTHER, REACHED, Role, in_money, is_size
from signals.extract.grammar.sentence import HEADS, NOTHING, Sentence, words
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.thresholds import threshold
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import vocabulary_of

_EITHER_WAY = ("plus or ", "plus/", "+/", "plus and ")  # before a minus: a band
_NOW = re.compile(r" now(?:[.,;)\n]|\Z)")
_EACH = ("Each ", " each ", "Every ", " every ")
_GOODS = ("commodity", "precious metal", "crypto")
_PRICED = 1000  # from here on a price needs no decimals
_NEXT = (" next?", " anyone?")
_PAYING = frozenset({"paid", "pay", "pays", "paying", "yielded", "yields", "offered", "offers"})  # what bonds do


def role(s: Sentence, index: int) -> Role:
    """The role of the number at ``index``."""
    number = s.tokens[index].number
    assert number is not None  # noqa: S101
    if number.ignored:
        return Role(IGNORED, reason=number.ignored)
    if s.tokens[index].form == "multiple":
        return Role("move", sign=number.sign)  # "at twice its level of a year ago"
    if number.unit == "percent" and _of_an_amount(s, index):
        return MEASURES_OTHER
    if in_money(number) and _of_no_day(s, s.tokens[index]):
        return MEASURES_OTHER
    if (end := end_of_range(s, index)) is not None:
        return Role("level", kind=end)
    left = s.near(index)
    if left is None and index and s.gaps[index] <= HEADS and s.tokens[index - 1].kind == "instrument":
        left = s.tokens[index - 1]
    if left is None and index > 1:
        left = placed_name(s, index)
    if left is None and (verb := _verb_between(s, index)):
        if number.unit == "percent" and verb in _PAYING:
            return Role("level", kind="last")
        if verb in vocabulary_of("word", "pricing") and _of_a_good(s, index, number):
            return Role("level", kind="reach" if verb.startswith("print") else "last")
        if in_money(number) and verb.endswith("ed") and index not in s.hedges and not _behind_motion(s, index):
            return Role("level", kind="reach")
    return (
        aside(s, index, number, left)
        or by_right(s, index, number, left)
        or threshold(s, index, number, left)
        or _signed(s, index, number, left)
        or _now(s, index, number)
        or (by_left(s, index, number, left) if left is not None else None)
        or _behind_size(s, index, number)
        or BARE
    )


def _of_no_day(s: Sentence, amount: Token) -> bool:
    """ "Each $10 off the price costs the state $800 million", "copper in free fall: $7,000 next?": money that nobody paid."""
    return s.text.endswith(_EACH, 0, amount.start) or s.text.startswith(_NEXT, amount.end)


def _of_an_amount(s: Sentence, index: int) -> bool:
    """ "Sales of $11bn, 50% above the consensus", "$2 billion, up 12%": a size apposed to an amount of money is of that."""
    comma = s.near(index, NOTHING)
    if comma is not None and comma.kind == "direction" and comma.form == "adjective":
        comma = s.at(index - 2)
    amount = s.at(comma.place - 1) if comma is not None and comma.form == "comma" else None
    return amount is not None and amount.number is not None and amount.number.ignored == "amount"


def _now(s: Sentence, index: int, number: Number) -> Role | None:
    """ "Got bailed out by the PMIs, now 1.3465", "1.1778 now": the adverb makes a number a level."""
    start, end = s.tokens[index].start, s.tokens[index].end
    stated = in_money(number) or (number.unit is None and number.decimals > 1)
    now = stated and (s.text[max(start - 5, 0) : start].lower() == " now " or _NOW.match(s.text, end) is not None)
    return Role("level", kind="last") if now else None


def _verb_between(s: Sentence, index: int) -> str:
    """ "It plumbed R19.3450", "bonds, which paid 18.3 percent": the one word between a subject and its number."""
    before = s.at(index - 1)
    if before is None or not (before.kind in ("instrument", "ref") or before.form in ("clause", "comma")):
        return ""
    between = words(s.gap(index))
    between = between[1:] if between[:1] in (["now"], ["still"], ["currently"]) else between
    return between[0].lower() if len(between) == 1 else ""


def _of_a_good(s: Sentence, index: int, number: Number) -> bool:
    """ "BTC printed 35,150", "wheat showed $5.56 a bushel": a price of a good or coin."""
    good = s.tokens[index - 1]
    fits = good.kind == "instrument" and good.value.instrument_class in _GOODS and level_fits(good.value, number)
    return fits and (in_money(number) or number.decimals > 1 or number.value >= _PRICED)


def _behind_motion(s: Sentence, index: int) -> bool:
    """ "Edged 15 cents lower to $86.10": the amount between an unknown verb and its direction is a size."""
    after = s.next(index, NOTHING)
    return after is not None and after.kind == "direction" and after.form == "adjective"


def _signed(s: Sentence, index: int, number: Number, left: Token | None) -> Role | None:
    if number.sign and s.text.endswith(_EITHER_WAY, 0, s.tokens[index].start):
        return Role(IGNORED, reason="a band")
    placed = (left is not None and left.kind == "prep" and left.form in ("at", "to", "from")) or below_nothing(s, index, number)
    placed = placed or (left is not None and left.kind == "copula" and in_money(number))
    placed = placed or (left is not None and left.kind == "state" and left.form in REACHED)  # "after touching -$40.32"
    extreme = s.at(index - 2) if left is not None and left.form == "of" else None  # "a record low of -0.727"
    placed = placed or (extreme is not None and extreme.kind == "state" and extreme.form in EXTREMES)
    placed = placed or (left is not None and left.value == "after" and _below_nothing_before(s, index))
    if not number.sign or placed:
        return None
    told = number.unit or number.decimals or number.fraction or _beside_price(s, index) or _closed_by(s, index, left)
    return Role("move", sign=number.sign) if told or _fills_line(s, index, left) else None


def _fills_line(s: Sentence, index: int, left: Token | None) -> bool:
    """ "Dow: -85": a whole number with a sign, all that stands behind the label of an index."""
    label = s.at(index - 2) if left is not None and left.form == "colon" else None
    named = label is not None and label.kind == "instrument" and label.value.unit == "points"
    return named and s.at(index + 1) is None


def _behind_size(s: Sentence, index: int, number: Number) -> Role | None:
    """ "Gold +0.4% $1,871, silver +1.1% $22.05": the price that a list prints behind the size with a sign of each name."""
    size, name, after = s.at(index - 1), s.at(index - 2), s.at(index + 1)
    if size is None or size.number is None or name is None or name.kind != "instrument" or is_size(number) or number.sign:
        return None
    beside = s.gaps[index] == NOTHING == s.gaps[index - 1] and (after is None or after.kind == "bound")
    return Role("level", kind="last") if beside and size.number.sign and is_size(size.number) else None


def _below_nothing_before(s: Sentence, index: int) -> bool:
    """ "Yielded minus 0.17 percent after minus 0.18": whether the number before stands below nothing too."""
    before = last_number(s, index, reach=3)
    return before is not None and before.number is not None and before.number.sign < 0


def _beside_price(s: Sentence, index: int) -> bool:
    """ "4.55 -2", "1.57%, +2", "82bp (-1)", "USDKRW +4": whether a bare number with a sign stands beside a price or a name."""
    before = s.at(index - 1)
    if before is not None and before.form in ("open", "comma") and s.gaps[index] == NOTHING:
        before = s.at(index - 2)
    if before is None or s.gaps[index] > NOTHING:
        return False
    price = before.number
    return before.kind == "instrument" or (price is not None and not price.sign and bool(price.decimals or price.unit == "bp"))


def _closed_by(s: Sentence, index: int, left: Token | None) -> bool:
    """ "NY cocoa finished -13 (-0.55%) at 2,336": a size right behind the verb of a close, before the level."""
    closed = left is not None and left.kind == "state" and left.form == "close" and s.gaps[index] == NOTHING
    behind = s.at(index + 1)
    return closed and behind is not None and behind.form in ("at", "open")
