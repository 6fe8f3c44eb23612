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

from signals.extract.grammar.left_roles import by_left
from signals.extract.grammar.measures import below_nothing, dated, distance, limit_led, measured, measured_beyond
from signals.extract.grammar.ranges import end_of_range
from signals.extract.grammar.recalled import at_which, reached
from signals.extract.grammar.role import (
    BARE,
    EXTREMES,
    IGNORED,
    MEASURES_OTHER,
    MOVE_UNITS,
    TECHNICAL,
    THRESHOLD,
    THRESHOLDS,
    Role,
    is_size,
)
from signals.extract.grammar.sentence import HEADS, NOTHING, Sentence, words
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import nouns_of_direction

_BEYOND = {**dict.fromkeys(("below", "under", "beneath", "short of", "shy of"), "high"), "above": "low"}
_BARELY_COMPARED = re.compile(r" (more|less)(?=[.;,)\n]|$)")
_COMPARED = {"more than": 1, "better than": 1, "less than": -1, "worse than": -1}
_BOUNDS = {"no more than": "high", "not more than": "high", "no higher than": "high"}
_BOUNDS |= {"no less than": "low", "not less than": "low", "no lower than": "low"}
_SEEN = frozenset({"seen", "hit", "touched", "reached", "struck"})  # "the R15.38 seen shortly after noon"
_POSSESSIVE = ("its", "their", "his", "her", "our", "those", "these")
_OWN_PRICE = frozenset(
    {"value", "worth", "price", "market", "ground", "capitalisation", "capitalization", "valuation", "level"}
)
_REACHED = ("reach", *EXTREMES)
_BANDS = (" range", "-range", " level", " zone", " area", " region", " territory")
_PART_OF_BAND = re.compile(r"\b(?:upper|lower|low|mid|middle|high)[ -]$")
_NOW = re.compile(r" now(?:[.,;)\n]|\Z)")
_PAYING = frozenset({"paid", "pays", "paying", "yielded", "yields", "offered", "offers"})  # what bonds do


def role(s: Sentence, index: int) -> Role:
    """The role of the number at ``index``."""
    number = s.tokens[index].number
    assert number is not None  # noqa: S101
    if number.ignored:
        return Role(IGNORED, reason=number.ignored)
    if s.tokens[index].form == "multiple":
        return Role("move", sign=number.sign)  # "at twice its level of a year ago"
    if (end := end_of_range(s, index)) is not None:
        return Role("level", kind=end)
    left = s.near(index)
    if left is None and index and s.gaps[index] <= HEADS and s.tokens[index - 1].kind == "instrument":
        left = s.tokens[index - 1]
    if left is None and (verb := _verb_between(s, index)):
        if number.unit == "percent" and verb in _PAYING:
            return Role("level", kind="last")
        if number.unit not in (None, *MOVE_UNITS) and verb.endswith("ed") and index not in s.hedges:
            return Role("level", kind="reach")
    return (
        _aside(s, index, number, left)
        or _by_right(s, index, number, left)
        or _threshold(s, index, number, left)
        or _signed(s, index, number, left)
        or _now(s, index, number)
        or (by_left(s, index, number, left) if left is not None else None)
        or BARE
    )


def _now(s: Sentence, index: int, number: Number) -> Role | None:
    """ "Got bailed out by the PMIs, now 1.3465", "1.1778 now": the adverb makes a number a level."""
    start, end = s.tokens[index].start, s.tokens[index].end
    stated = number.unit not in (None, *MOVE_UNITS) or (number.unit is None and number.decimals > 1)
    now = stated and (s.text[max(start - 5, 0) : start].lower() == " now " or _NOW.match(s.text, end) is not None)
    return Role("level", kind="last") if now else None


def _verb_between(s: Sentence, index: int) -> str:
    """ "It plumbed R19.3450", "bonds, which paid 18.3 percent": the one word between a subject and its number."""
    before = s.at(index - 1)
    if before is None or not (before.kind in ("instrument", "ref") or before.form in ("clause", "comma")):
        return ""
    between = words(s.gap(index))
    return between[0].lower() if len(between) == 1 else ""


def _aside(s: Sentence, index: int, number: Number, left: Token | None) -> Role | None:
    """ "784 points, or 1.6%", "(9.3%)": the number before, in other words."""
    if left is None or left.kind != "bound":
        return None
    if left.form == "open":
        named, beyond = s.at(index - 2), s.at(index + 1)
        if beyond is not None and beyond.form == "of" and is_size(number):
            return MEASURES_OTHER  # "Nvidia (12% of the index)"
        if named is not None and named.kind == "instrument" and number.unit == "percent" and s.gaps[index - 1] <= HEADS:
            return Role("bracketed", sign=number.sign or None, cue=named)
        if _bracketed_level(s, index, number, named):
            return Role("bracketed", kind="last", cue=named)
        previous = _last_number(s, index - 1, reach=2)
        if previous is None and _dated_aside(s, index, number):
            return Role("previous", cue=s.at(index - 2))
    elif left.value == "or":
        previous = _last_number(s, index - 1, reach=5)
        measured = _by_right(s, index, number, left) if previous is not None else None
        if measured is not None and measured.name == "move":
            return measured
    else:
        return None
    return Role("alternative", cue=previous) if previous is not None else None


def _bracketed_level(s: Sentence, index: int, number: Number, named: Token | None) -> bool:
    """ "The S&P 500 (2,447.33)", "platinum ($1,419, -5%)": a price in brackets right behind its name."""
    after = s.at(index + 1)
    alone = after is not None and after.form in ("shut", "comma") and s.gaps[index + 1] == NOTHING
    printed = number.unit not in (None, *MOVE_UNITS) or (number.unit is None and number.decimals > 0)
    printed = printed and (not number.cents or number.value >= 1)  # pence, but no cents
    return alone and printed and named is not None and named.kind == "instrument" and s.gaps[index] == NOTHING


def _dated_aside(s: Sentence, index: int, number: Number) -> bool:
    """ "Than when the year began (Sh156.46)", "than at Friday's close (1.0850)": the level of the time before the bracket."""
    dated, shut = s.tokens[max(index - 4, 0) : index - 1], s.at(index + 1)
    closes = shut is not None and shut.form == "shut"
    return closes and not is_size(number) and number.decimals > 0 and any(t.kind == "time" for t in dated[-2:])


def _last_number(s: Sentence, index: int, reach: int) -> Token | None:
    for place in range(index - 1, max(index - 1 - reach, -1), -1):
        token = s.tokens[place]
        if token.kind == "number" and token.number is not None and not token.number.ignored:
            return token
    return None


def _by_right(s: Sentence, index: int, number: Number, left: Token | None) -> Role | None:
    """What the words after a number say of it."""
    after = s.next(index)
    if after is None:
        return _barely_compared(s, index, number)
    if (told := _told_behind(s, index, number, after)) is not None:
        return told
    kind = after.kind
    if _measures_other(s, index, number, after):
        return MEASURES_OTHER
    if kind == "bound":
        placed = left is not None and left.kind == "prep" and left.form in ("at", "to", "from")
        placed = placed or (left is not None and left.kind == "direction" and left.form != "causative" and bool(left.value))
        placed = placed or (left is not None and left.kind == "state" and s.written(left).endswith(" at"))
        return (None if placed else measured_beyond(s, index, number)) or _named_extreme(s, index, number, after)
    if kind == "direction":
        return measured(s, index, number, after, left)
    if kind == "prep" and after.form == "bound" and (is_size(number) or dated(s, index + 1, number)):
        return distance(s, index, number, after)
    if kind == "technical" and s.written(after) == "limit" and (led := limit_led(s, index, left)) is not None:
        return Role("move", sign=int(led.value), cue=led)
    if _technical_follows(s, index + 1):
        return TECHNICAL
    if moved := _moved_at_worst(s, index, number, after):
        return moved
    if kind == "state" and number.unit in ("bp", "points") and s.written(after).startswith("at "):
        return Role("level", kind=after.form, cue=after)
    if is_size(number):
        return _at_its_extreme(s, index, after, left) or _of_period(s, index, after)
    return _level_by_right(s, index, after, left)


def _told_behind(s: Sentence, index: int, number: Number, after: Token) -> Role | None:
    """What a comparison, a band or a relative clause behind a number says of it."""
    told = _counts_members(s, index, number) or _compared(s, index, number) or _end_of_band(s, index, after)
    return told or (reached(s, index) if after.kind == "bound" else None)


def _barely_compared(s: Sentence, index: int, number: Number) -> Role | None:
    """ "Settled at $2.80, 6.2% less": against what is left open."""
    compared = _BARELY_COMPARED.match(s.text, s.tokens[index].end) if number.unit == "percent" else None
    return Role("move", sign=1 if compared[1] == "more" else -1) if compared else None


def _of_period(s: Sentence, index: int, after: Token) -> Role | None:
    """ "A 2% weekly rise": the noun of a size comes behind its period."""
    noun = s.next(index + 1, NOTHING)
    if after.kind != "time" or noun is None or noun.kind != "direction" or s.written(noun) not in nouns_of_direction():
        return None
    return Role("move", sign=int(noun.value), cue=noun)


def _measures_other(s: Sentence, index: int, number: Number, after: Token) -> bool:
    """ "9,000 rand per lot", "a tenth of its staff", "2% inflation": what follows says that it is no price nor its change."""
    if after.form == "per":
        lot = s.at(index + 2)
        return lot is not None and lot.form == "lot"
    if after.kind == "other" and s.gaps[index + 1] == NOTHING and s.written(after) in ("discount", "premium"):
        return True  # "at a $14 discount to Brent"
    if not is_size(number):
        return False
    if after.kind == "prep":
        return after.form == "of" and _part_of_other(s, index)
    return after.kind == "other" and s.gaps[index + 1] == NOTHING


def _counts_members(s: Sentence, index: int, number: Number) -> Role | None:
    """ "2,201 losers": how many shares went which way."""
    counts = s.tokens[index + 1].kind == "list" and number.unit is None and not number.decimals
    return Role(IGNORED, reason="count") if counts and s.gaps[index + 1] == NOTHING else None


def _compared(s: Sentence, index: int, number: Number) -> Role | None:
    """ "40 kopecks more than yesterday", "three points less than on Friday"."""
    compared = s.hedges.get(index + 1)
    if compared is None or str(compared.value) not in _COMPARED:
        return None
    sized = is_size(number) or number.cents or _then(s, index + 1)
    return Role("move", sign=_COMPARED[str(compared.value)]) if sized else None


def _end_of_band(s: Sentence, index: int, after: Token) -> Role | None:
    """ "In an 82.65 to 82.78 band": which end of it a number is."""
    before, beyond = s.at(index - 1), s.at(index + 3)
    if after.form == "to" and beyond is not None and beyond.form == "range" and s.tokens[index + 2].kind == "number":
        return Role("level", kind="low")
    second = before is not None and before.form == "to" and index > 1 and s.tokens[index - 2].kind == "number"
    return Role("level", kind="high") if second and after.form == "range" else None


def _then(s: Sentence, place: int) -> bool:
    """Whether a time is what follows: "15 rupees more than a month ago", "$150 less than on Thursday"."""
    if s.tokens[place].kind == "prep" and place + 1 < len(s.tokens):
        place += 1
    return s.tokens[place].kind == "time"


def _moved_at_worst(s: Sentence, index: int, number: Number, after: Token) -> Role | None:
    """ "Down 702 points at its worst", "in the red by 2% at the low": how far it had gone at the extreme."""
    extreme = s.next(index + 1) if after.kind == "prep" and after.form == "at" else after
    if extreme is None or extreme.kind != "state" or extreme.form not in EXTREMES or not is_size(number):
        return None
    if extreme is after and not s.written(after).startswith("at "):
        return None
    left = s.near(index)
    left = s.near(index - 1) if left is not None and left.form == "by" else left
    if left is None or left.kind != "direction" or left.form == "causative" or not left.value:
        return None
    return Role("move", sign=int(left.value), cue=left, kind=extreme.form)


def _at_its_extreme(s: Sentence, index: int, after: Token, left: Token | None) -> Role | None:
    """ "The 10-year yield, 4.51% at its highest": a yield, no size of a move."""
    named = s.next(index + 1)
    stands = left is None or left.kind in ("instrument", "ref", "bound", "copula")
    if not stands or after.form != "at" or named is None or named.kind != "state" or named.form not in EXTREMES:
        return None
    return Role("level", kind=named.form, cue=named)


def _level_by_right(s: Sentence, index: int, after: Token, left: Token | None) -> Role | None:
    """ "18.8290 at the most", "the $1,030.80 it reached"."""
    if after.kind == "ref":
        return reached(s, index)
    which = s.at(index + 2)
    if after.form == "at" and which is not None and which.value == "which" and (told := at_which(s, index + 2)):
        return told
    if left is not None and left.kind == "prep" and left.form == "bound":
        return None
    named = s.next(index + 1)
    if after.kind == "time" and named is not None and _of_a_period(s, index, after, named):
        return Role("level", kind=named.form, cue=named)
    if after.form == "at" and named is not None and named.kind == "state" and named.form in EXTREMES:
        return Role("level", kind=named.form, cue=named)  # "$71,200 at the high"
    ends = s.at(index + 2) is None or s.tokens[index + 2].kind == "bound"
    if after.kind == "state" and s.written(after) == "last" and s.gaps[index + 1] == NOTHING and ends:
        return Role("level", kind="last", cue=after)  # "101.83 last"
    if after.kind == "state" and s.written(after) in _SEEN and s.gaps[index + 1] == NOTHING and _dates(s, index + 2):
        return Role("level", kind="reach", cue=after)
    said = after.kind == "state" and after.form in (*EXTREMES, "open", "close")
    said = said and (s.written(after).startswith(("at ", "as ", "in ")) or _heads_extreme(s, index, after, left))
    return Role("level", kind=after.form, cue=after) if said else None


def _of_a_period(s: Sentence, index: int, period: Token, extreme: Token) -> bool:
    """ "At $1,241 five-month floor": a price, and the extreme that it is, with its period between them."""
    number = s.tokens[index].number
    named = period.value.role == "attribute" and extreme.kind == "state" and extreme.form in EXTREMES
    return named and number is not None and number.unit is not None and s.gaps[index + 2] == NOTHING


def _heads_extreme(s: Sentence, index: int, after: Token, left: Token | None) -> bool:
    """ "$1,974 high", "hits $1,260.90 record", "off its $1,277 low": a price that names the extreme behind it."""
    number, beyond = s.tokens[index].number, s.at(index + 2)
    if number is None or number.unit is None or after.form not in EXTREMES or s.gaps[index + 1] != NOTHING:
        return False
    if left is not None and s.written(left) in ("off", "from"):
        return number.unit not in MOVE_UNITS
    return left is not None and left.kind in ("bound", "state") and (beyond is None or beyond.kind == "bound")


def _dates(s: Sentence, place: int) -> bool:
    """Whether a time stands at a place, or right behind a preposition or conjunction there."""
    token = s.at(place)
    if token is not None and (token.kind == "prep" or token.form == "clause"):
        token = s.next(place)
    return token is not None and token.kind == "time"


def _named_extreme(s: Sentence, index: int, number: Number, after: Token) -> Role | None:
    """ "1.1680 (session low)", "$34.36 per barrel (close)", "43,378 (record close)"."""
    if after.form != "open" or is_size(number):
        return None
    said, shut = s.at(index + 2), s.at(index + 3)
    if said is not None and shut is not None and s.written(said) == "record" and shut.form == "close":
        said, shut = shut, s.at(index + 4)  # "43,378 (record close)"
    states = said is not None and said.kind == "state" and said.form in ("close", "open")
    if said is not None and states and shut is not None and shut.form == "shut":
        return Role("level", kind=said.form, cue=said)
    bracketed = next((t for t in s.tokens[index + 2 : index + 4] if t.kind in ("state", "bound")), None)
    if bracketed is None or bracketed.kind != "state" or bracketed.form not in EXTREMES:
        return None
    return Role("level", kind=bracketed.form, cue=bracketed)


def _part_of_other(s: Sentence, index: int) -> bool:
    """ "A tenth of its staff", "half of their gains": a part of something that is not the price; of its value it is one."""
    beyond = s.at(index + 2)
    start = s.tokens[index + 1].end
    noun = [word.lower() for word in words(s.text[start : beyond.start if beyond is not None else start + 40])][:4]
    if beyond is not None and beyond.kind in ("other", "direction") and s.gaps[index + 2] <= HEADS:
        noun.append(s.written(beyond))
    return len(noun) > 1 and noun[0] in _POSSESSIVE and _OWN_PRICE.isdisjoint(noun)


def _technical_follows(s: Sentence, place: int) -> bool:
    """ "The $1680 support", "$1680 has done its job as support"."""
    if s.tokens[place].kind == "technical":
        return True
    return any(t.kind == "technical" for t in s.tokens[place + 1 : place + 3]) and s.tokens[place].kind == "copula"


def _threshold(s: Sentence, index: int, number: Number, left: Token | None) -> Role | None:
    """ "Above 8,600", "for less than $64", "to the upper 143 yen range": no level. "Rose more than 4 percent" is a size."""
    if (left is not None and left.kind == "prep" and left.form == "bound") or _in_a_band(s, index):
        return THRESHOLD
    hedge = s.hedges.get(index)
    if hedge is not None and (bound := _BOUNDS.get(str(hedge.value))) is not None:
        both = len({_BOUNDS.get(str(other.value)) for other in s.hedges.values()} - {None}) > 1
        # "Paid no more than 450 and no less than 448 tenge": both ends are told.
        return Role("level", kind=bound) if both and not is_size(number) else THRESHOLD
    traded = s.at(index - 2) if left is not None and left.form == "at" else left
    placed = hedge is not None and hedge.value == "up to" and left is not None and left.form == "at"
    if hedge is None or (is_size(number) and not placed) or str(hedge.value) not in THRESHOLDS:
        return None
    if hedge.value == "up to" and traded is not None and traded.kind == "state":
        return Role("level", kind="high")  # "traded up to 151.95"
    if hedge.value == "up to" and left is not None and left.form == "forecast" and left.kind == "modal":
        return Role("level", cue=left)  # "moved their year-end target up to 5,700"
    led = hedge.value == "up to" and s.text[hedge.end : s.tokens[index].start] == " " and number.decimals > 0
    if led and left is not None and left.kind == "instrument" and s.gaps[index] == NOTHING:
        return Role("level", cue=hedge)  # "VIX up to 19.23"
    back = left is not None and s.gaps[index] > NOTHING  # "bounces back over $1,200"
    return None if left is not None and left.kind == "direction" and not back else THRESHOLD


def _in_a_band(s: Sentence, index: int) -> bool:
    """ "The upper 143 yen range", "the mid-150-yen level": about where a price is."""
    start, end = s.tokens[index].start, s.tokens[index].end
    return s.text.startswith(_BANDS, end) and _PART_OF_BAND.search(s.text, max(start - 8, 0), start) is not None


def _signed(s: Sentence, index: int, number: Number, left: Token | None) -> Role | None:
    placed = (left is not None and left.kind == "prep" and left.form in ("at", "to", "from")) or below_nothing(s, index, number)
    placed = placed or (left is not None and left.kind == "copula" and number.unit not in (None, *MOVE_UNITS))
    placed = placed or (left is not None and left.kind == "state" and left.form in _REACHED)  # "after touching -$40.32"
    extreme = s.at(index - 2) if left is not None and left.form == "of" else None  # "a record low of -0.727"
    placed = placed or (extreme is not None and extreme.kind == "state" and extreme.form in EXTREMES)
    if number.sign and not placed and (number.unit or number.decimals or number.fraction or _beside_price(s, index)):
        return Role("move", sign=number.sign)
    return None


def _beside_price(s: Sentence, index: int) -> bool:
    """ "4.55 -2", "1.57%, +2", "82bp (-1)", "USDKRW +4": whether a bare number with a sign stands beside a price or a name."""
    before = s.at(index - 1)
    if before is not None and before.form in ("open", "comma") and s.gaps[index] == NOTHING:
        before = s.at(index - 2)
    if before is None or s.gaps[index] > NOTHING:
        return False
    price = before.number
    return before.kind == "instrument" or (price is not None and not price.sign and bool(price.decimals or price.unit == "bp"))
