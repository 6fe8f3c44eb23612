"""The role of a number as the words behind it tell it: a direction, a level word, a comparison, a bracket."""

from __future__ import annotations

import re

from signals.extract.grammar.measures import apart, apart_beyond, compared, limit_led, measured, measured_beyond
from signals.extract.grammar.recalled import at_which, reached
from signals.extract.grammar.regimes import LIMITS
from signals.extract.grammar.role import (
    EXTREMES,
    IGNORED,
    MEASURES_OTHER,
    MOVE_UNITS,
    OF_A_DAY,
    TECHNICAL,
    Role,
    in_money,
    is_size,
)
from signals.extract.grammar.sentence import HEADS, NOTHING, Sentence, words
from signals.extract.grammar.surroundings import has_price
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import nouns_of_direction

_BARELY_COMPARED = re.compile(r" (more|less)(?=[.;,)\n]|$)")
_SEEN = frozenset({"seen", "hit", "touched", "reached", "struck"})  # "the R15.38 seen shortly after noon"
_OWN_MOVE = re.compile(
    r"['’]s (?:[\w.%$-]+ ){0,3}(?:gain|loss|rise|fall|drop|slide|jump|rally|advance|decline|surge|slump|move)(?:e?s)?\b"
)
_POSSESSIVE = ("its", "their", "his", "her", "our", "those", "these")
_OWN_PRICE = frozenset(
    {"value", "worth", "price", "market", "ground", "capitalisation", "capitalization", "valuation", "level"}
)


def by_right(s: Sentence, index: int, number: Number, left: Token | None) -> Role | None:
    """What the words after a number say of it."""
    after = s.next(index)
    if after is None:
        return _counts_members(s, index, number) or _barely_compared(s, index, number)
    if (told := _told_behind(s, index, number, after)) is not None:
        return _compared_with(left, told)
    kind = after.kind
    if _measures_other(s, index, number, after):
        return MEASURES_OTHER
    if kind == "bound":
        placed = left is not None and left.kind == "prep" and left.form in ("at", "to", "from")
        placed = placed or (left is not None and left.kind == "direction" and left.form != "causative" and bool(left.value))
        placed = placed or (left is not None and left.kind == "state" and s.written(left).endswith(" at"))
        sized = None if placed else measured_beyond(s, index, number) or apart_beyond(s, index, number)
        return sized or _named_extreme(s, index, number, after)
    if kind == "direction":
        return measured(s, index, number, after, left)
    if kind == "prep" and after.form == "bound" and (told := apart(s, index, number, after, left)) is not None:
        return told
    if kind == "technical" and s.written(after) == "limit" and (led := limit_led(s, index, left)) is not None:
        return Role("move", sign=int(led.value), cue=led)
    if _technical_follows(s, index + 1) or _is_limit(s, index, number, after):
        return TECHNICAL
    if worst := _moved_at_worst(s, index, number, after):
        return worst
    moved = left is not None and (left.kind == "direction" or left.form == "by")  # "fell 26.9 points at the close"
    if kind == "state" and number.unit in ("bp", "points") and s.written(after).startswith("at ") and not moved:
        return Role("level", kind=after.form, cue=after)
    if is_size(number):
        return _at_its_extreme(s, index, after, left) or _of_period(s, index, after)
    return _level_by_right(s, index, after, left)


def _is_limit(s: Sentence, index: int, number: Number, after: Token) -> bool:
    """ "Gave up the 1.20 floor": what a central bank guarded, no price and no size."""
    return after.kind == "state" and number.unit is None and s.written(after) in LIMITS and s.gaps[index + 1] == NOTHING


def _told_behind(s: Sentence, index: int, number: Number, after: Token) -> Role | None:
    """What a comparison, a band or a relative clause behind a number says of it."""
    told = _counts_members(s, index, number) or compared(s, index, number) or _end_of_band(s, index, after)
    told = told or (_barely_compared(s, index, number) if number.unit == "bp" else None)
    return told or (reached(s, index) if after.kind == "bound" else None)


def _barely_compared(s: Sentence, index: int, number: Number) -> Role | None:
    """ "Settled at $2.80, 6.2% less": against what is left open."""
    compared = _BARELY_COMPARED.match(s.text, s.tokens[index].end) if number.unit in ("percent", "bp") else None
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
    if number.unit == "points" and s.text.startswith(" in price", s.tokens[index].end):
        return True  # "the note soared four points in price, its yield plunging"
    if after.kind == "prep":
        return after.form == "of" and _part_of_other(s, index)
    return after.kind == "other" and s.gaps[index + 1] == NOTHING


def _counts_members(s: Sentence, index: int, number: Number) -> Role | None:
    """ "2,201 losers", "losers beat winners 824 to 728": how many shares went which way."""
    if number.unit is not None or number.decimals:
        return None
    lists = sum(t.kind == "list" for t in s.tokens[max(index - 4, 0) : index])
    after = s.next(index, NOTHING)
    counts = after is not None and after.kind == "list"
    return Role(IGNORED, reason="count") if counts or lists > 1 else None


def _end_of_band(s: Sentence, index: int, after: Token) -> Role | None:
    """ "In an 82.65 to 82.78 band": which end of it a number is."""
    before, beyond = s.at(index - 1), s.at(index + 3)
    if after.form == "to" and beyond is not None and beyond.form == "range" and s.tokens[index + 2].kind == "number":
        return Role("level", kind="low")
    second = before is not None and before.form == "to" and index > 1 and s.tokens[index - 2].kind == "number"
    return Role("level", kind="high") if second and after.form == "range" else None


def _moved_at_worst(s: Sentence, index: int, number: Number, after: Token) -> Role | None:
    """ "Down 702 points at its worst", "in the red by 2% at the low": how far it had gone at the extreme."""
    extreme = s.next(index + 1) if after.kind == "prep" and after.form == "at" else after
    if extreme is None or extreme.kind != "state" or extreme.form not in EXTREMES:
        return None
    if extreme is after and not s.written(after).startswith("at "):
        return None
    left = s.near(index)
    left = s.near(index - 1) if left is not None and left.form == "by" else left
    bare = number.unit is None and not number.decimals and left is not None and left.form == "adjective"
    if not (is_size(number) or bare):
        return None  # but "the Dow was up 320 at its peak"
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
        return _compared_with(left, reached(s, index))
    which = s.at(index + 2)
    if after.form == "at" and which is not None and which.value == "which" and (told := at_which(s, index + 2)):
        return _compared_with(left, told)
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
    said = after.kind == "state" and after.form in OF_A_DAY
    said = said and (s.written(after).startswith(("at ", "as ", "in ")) or _heads_extreme(s, index, after, left))
    said = said and not (s.written(after).startswith("at ") and _moves_by(s, index, left))
    return Role("level", kind=after.form, cue=after) if said else None


def _moves_by(s: Sentence, index: int, left: Token | None) -> bool:
    """ "Rose $1.15 at the close": money right behind a verb of direction is how far, not where to."""
    verb = s.near(index - 1) if left is not None and left.form == "by" else left
    led = verb is not None and verb.kind == "direction" and verb.form in ("verb", "adjective", "adverb") and bool(verb.value)
    return led and (number := s.tokens[index].number) is not None and in_money(number)


def _compared_with(left: Token | None, told: Role | None) -> Role | None:
    """ "Gained N4.80 from the N1,486 at which it closed on Monday": what a relative clause says of an earlier level."""
    compared = left is not None and left.form in ("from", "against", "previous")
    return Role("previous", cue=left) if compared and told is not None and told.kind in ("close", "last") else told


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
    if has_price(s, bracketed.place):
        return None  # "1.0680 (low 1.0552)"
    return Role("level", kind=bracketed.form, cue=bracketed)


def _part_of_other(s: Sentence, index: int) -> bool:
    """ "A tenth of its staff", "half of their gains": a part of something that is not the price; of its value it is one."""
    beyond = s.at(index + 2)
    start = s.tokens[index + 1].end
    if beyond is not None and beyond.kind == "time" and _OWN_MOVE.match(s.text, beyond.end):
        return True  # "a third of Wednesday's 18-cent gain"
    noun = [word.lower() for word in words(s.text[start : beyond.start if beyond is not None else start + 40])][:4]
    if beyond is not None and beyond.kind in ("other", "direction") and s.gaps[index + 2] <= HEADS:
        noun.append(s.written(beyond))
    return len(noun) > 1 and noun[0] in _POSSESSIVE and _OWN_PRICE.isdisjoint(noun)


def _technical_follows(s: Sentence, place: int) -> bool:
    """ "The $1680 support", "$1680 has done its job as support"."""
    if s.tokens[place].kind == "technical":
        return True
    return any(t.kind == "technical" for t in s.tokens[place + 1 : place + 3]) and s.tokens[place].kind == "copula"
