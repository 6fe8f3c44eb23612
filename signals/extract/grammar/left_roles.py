"""The role of a number as the token before it tells it: a preposition, a direction, a level word, a verb, a boundary."""

from __future__ import annotations

import re

from signals.extract.grammar.ahead import of_earlier_day
from signals.extract.grammar.asides import dated_before
from signals.extract.grammar.governing import is_left, state_before
from signals.extract.grammar.labels import behind_label
from signals.extract.grammar.ranges import ends_range_of_sizes
from signals.extract.grammar.ranked import sign_of_rank
from signals.extract.grammar.remains import remaining, summed
from signals.extract.grammar.results import is_of_figures
from signals.extract.grammar.role import (
    EXTREMES,
    IGNORED,
    MEASURES_OTHER,
    MOVE_UNITS,
    PERCENTAGES,
    TECHNICAL,
    THRESHOLD,
    Role,
    in_money,
    is_size,
)
from signals.extract.grammar.sentence import FUNCTION, HEADS, NOTHING, Sentence, words
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import nouns_of_direction

_ROUND = ("near", "close to", "just above", "just below", "just under", "just over")  # a mark that it went away from
_AROUND = ("around", "near", "close to")
_RECORDS = frozenset({"a record", "an unprecedented", "an unheard-of", "an all-time"})
_PRICED = frozenset({"price", "level", "rate", "value", "quote", "figure", "close", "fixing"})
_AS_MUCH = ("as much as", "as little as")

_SMALL = 6  # times a size that the price beside it is at least
_COUNTED = ("count", "amount")  # why a number is no price
_ON_VOLUME = re.compile(r"\b(?:[Oo]n|[Ii]n|[Aa]mid|[Ww]ith) (?:[a-z]+ ){0,2}\Z")


def by_left(s: Sentence, index: int, number: Number, left: Token) -> Role | None:
    """What the token before a number says of it."""
    kind = left.kind
    if kind == "prep" and _is_measure(s, index, number):
        return Role(IGNORED, reason="the measure of a price")
    if kind == "prep":
        return _after_preposition(s, index - 1, left, number)
    if kind == "direction" and _of_another(s, index - 1):
        return MEASURES_OTHER  # "reported revenue up 15%"
    if kind == "direction":
        return _after_direction(s, index - 1, left, number)
    if kind == "state":
        return _after_state(s, index - 1, left, number)
    if kind == "copula":
        return _after_copula(s, index - 1, left)
    if kind == "ref" and left.form == "yield" and (to := s.near(index - 1)) is not None and to.form == "to":
        return Role("level", cue=left)  # "fell 11/32 to yield 3.23 percent"
    if kind in ("instrument", "ref"):
        return Role("named", cue=left)
    if kind == "bound":
        return _after_boundary(s, index, number, left)
    if kind == "time":
        return _after_time(s, index - 1, left, number)
    priced = in_money(number) or s.written(s.tokens[index]).endswith("k")  # "pencil in 200k"
    placed = str(left.value).endswith(" at")  # "the Selic is seen at 11.75%"
    if kind == "modal" and left.form == "forecast" and (priced or placed):
        return Role("level", cue=left)
    return TECHNICAL if kind == "technical" else None


def _is_measure(s: Sentence, index: int, number: Number) -> bool:
    """ "The peso closed at 59 to $1": what another number is the price of."""
    one = number.value == 1 and not number.decimals and in_money(number)
    price = s.at(index - 2) if one and s.tokens[index - 1].form in ("to", "per", "for", "against") else None
    return price is not None and price.number is not None and not is_size(price.number) and price.number.unit != number.unit


def _after_boundary(s: Sentence, index: int, number: Number, left: Token) -> Role | None:
    """A number behind a conjunction, a comma or a label."""
    if str(getattr(s.hedges.get(index), "value", "")) in _RECORDS and number.unit not in MOVE_UNITS and left.form == "clause":
        return Role("level", kind="high", cue=s.hedges[index])  # "after an unprecedented 12,931"
    if left.value == "after":
        return Role("after" if is_size(number) else "previous", cue=left)
    ranging = s.at(index - 3)
    if left.form == "and" and number.unit == "percent" and ranging is not None and ranging.form == "range":
        return Role(IGNORED, reason=PERCENTAGES)  # "between 1 and 2 per cent"
    opening = s.at(index - 2)
    if left.form == "and" and opening is not None and opening.form == "range" and number.unit == "percent":
        return Role("level", kind="high", cue=opening)  # "to between zero and 0.25 percent"
    if left.form in ("comma", "and", "quote"):
        return Role("continuation", cue=s.at(index - 2))
    return behind_label(s, index, number, left)


def _after_direction(s: Sentence, place: int, left: Token, number: Number) -> Role | None:
    pointed = number.unit in ("bp", "pp") or (number.fraction and number.unit == "points")
    if left.form == "causative" and not pointed and not _is_passive(s, place, left):
        return None
    if s.written(left) in ("took off", "takes off", "taking off", "taken off") and number.unit not in (None, "percent"):
        return Role("move", sign=-1, cue=left)  # "BIDV took off 15 dong"
    if left.value == 0:
        near = str(getattr(s.hedges.get(place + 1), "value", "")) in _AROUND  # "little changed around 5.80 percent"
        return None if is_size(number) and not near else Role("level", cue=left)
    if left.form == "crossing":
        return THRESHOLD
    if left.form == "adjective" and not is_size(number) and (found := _at_changed(s, place, number)) is not None:
        return found
    kind = None
    if _at_most(s, place, number):
        kind = "high" if left.value > 0 else "low"
    elif is_size(number) and (place + 2 < len(s.tokens)):
        kind = _at_extreme(s, place + 2)
    return Role("move", sign=int(left.value), cue=left, kind=kind)


def _at_changed(s: Sentence, place: int, number: Number) -> Role | None:
    """ "Set the midpoint at a firmer 7.1865": the level of a price that an adjective tells where it has come from."""
    at, start = s.at(place - 1), s.tokens[place].start
    if at is None or not s.text.endswith((" a ", " an ", " a slightly ", " a much ", " a marginally "), 0, start):
        return None
    if at.kind == "prep" and at.form in ("at", "to"):
        return _after_at(s, place - 1, at, number)
    return Role("level", cue=at) if at.kind == "copula" else None  # "sterling was a weaker $1.2240"


def _at_most(s: Sentence, place: int, number: Number) -> bool:
    """ "Fell as much as 2%", "by up to 2%": whether a size is the largest that a move had."""
    by = s.at(place + 1)
    hedge = s.hedges.get(place + 1 + (by is not None and by.form == "by"))
    return hedge is not None and (str(hedge.value) in _AS_MUCH or (hedge.value == "up to" and is_size(number)))


def _at_extreme(s: Sentence, place: int) -> str | None:
    """ "Fell 4% at its low", "was down 4% at worst": the extreme that a size was reached at."""
    at, state = s.at(place), s.at(place + 1)
    if at is None or s.gaps[place] > FUNCTION:
        return None
    if at.kind == "state" and s.written(at).startswith("at "):
        return at.form if at.form in EXTREMES else None
    named = at.form == "at" and state is not None and state.kind == "state" and s.gaps[place + 1] <= FUNCTION
    return state.form if named and state is not None and state.form in EXTREMES else None


def _after_state(s: Sentence, place: int, left: Token, number: Number) -> Role | None:
    if left.form == "range":
        return Role("level", kind="low", cue=left)
    if left.form == "previous":
        return Role("previous", cue=left)
    written = s.written(left)
    if written in _AS_MUCH:
        before = s.near(place)
        by = before is not None and before.kind == "prep" and before.form == "by"
        before = s.near(place - 1) if by else before
        if before is not None and before.kind == "direction":
            return Role("move", sign=int(before.value), kind="high" if before.value > 0 else "low", cue=before)
    return Role("level", kind=_kind_of(s, place, left), cue=left)


def _kind_of(s: Sentence, place: int, state: Token) -> str:
    """ "Ends at a record 20,267.90", "finished at an all-time high of 20,267": where a session ended is its close."""
    placed, governor = s.near(place), s.at(place - 2)
    closes = placed is not None and placed.form == "at" and governor is not None and governor.form == "close"
    return "close" if closes and state.form in EXTREMES else state.form


def _after_time(s: Sentence, place: int, left: Token, number: Number) -> Role | None:
    """ "Thursday's 17.52" was the level then; "fell Friday 0.3%" has its verb before the day."""
    if s.written(left).endswith(("'s", "’s", "close")):
        return Role("previous", cue=left)
    if s.written(left).endswith("closing") and in_money(number):
        return Role("previous", cue=left)  # "Monday's closing $48,078"
    if s.text[left.end : left.end + 2] in ("'s", "’s"):
        return Role("previous", cue=left)
    if dated_before(s, place + 1):
        return Role("previous", cue=left)
    before = s.near(place)
    if before is not None and before.kind == "prep" and before.form in ("on", "in", "for", "by"):
        place -= 1
        before = s.near(place)
    if before is not None and before.form in ("and", "comma") and number.unit == "percent":
        return Role("continuation", cue=left)  # "lost 1.1% in the week and in the year 12.2%"
    if before is not None and before.kind in ("direction", "state", "copula"):
        return _by_left_at(s, place, number, before)
    named = before is not None and before.kind == "instrument" and before.value.instrument_class == "commodity"
    if named and left.value.kind == "month" and s.gaps[place] == s.gaps[place + 1] == NOTHING:
        return Role("named", cue=before)  # "Brent Sep 68.30"
    return None


def _by_left_at(s: Sentence, place: int, number: Number, before: Token) -> Role | None:
    if before.kind == "direction" and before.form != "causative":
        return Role("move", sign=int(before.value), cue=before) if is_size(number) or number.cents else None
    said = before.kind == "state" and (before.form == "close" or (before.form in EXTREMES and not is_size(number)))
    return Role("level", kind=before.form, cue=before) if said else None  # "its low for the day 21.49"


def _after_preposition(s: Sentence, place: int, cue: Token, number: Number) -> Role | None:
    form = cue.form
    before = s.near(place)
    if form in ("at", "with") and is_size(number) and (sign := sign_of_rank(s, place)):
        return Role("move", sign=sign, cue=cue)
    if form in ("at", "to"):
        return _after_at(s, place, cue, number)
    if form in ("from", "against") or (form == "than" and of_earlier_day(s, place + 1, before, number)):
        return _earlier(s, place, before, cue, number)
    if form == "for" and (in_money(number) or _had_for(s, place, number)):
        return Role("level", kind=state_before(s, place) or "last", cue=cue)
    if form == "of":
        again = is_size(number) and before is not None and before.form == "and"  # "a gain of 3% in Shell and of 2% in BP"
        return Role("continuation", cue=s.at(place - 2)) if again else _of(s, place, before, cue, number)
    hit = form == "for" and number.unit == "percent"  # "was hammered for 17.7 per cent"
    if (form == "by" or hit) and before is not None and before.kind == "direction":
        return _after_direction(s, place - 1, before, number)
    if form == "by" or (form == "with" and number.unit == "percent" and before is not None and before.kind == "instrument"):
        return _by(cue, before, number)
    if form == "on" and before is not None and before.kind == "state":
        return Role("level", kind=before.form, cue=cue)
    paid = in_money(number) and number.decimals > 1 + (number.unit == "$")
    band = form == "in" and number.unit == "percent" and number.alternative  # "left its rate in the 4.25%-4.50% range"
    yields = number.unit == "percent" and str(getattr(s.hedges.get(place + 1), "value", "")).endswith("yield of")
    if band or (form == "with" and (number.unit == "points" or paid or yields)):
        return Role("level", kind=state_before(s, place), cue=cue)  # "went out of trading with 11,539.35 points"
    return None


def _traded(s: Sentence, token: Token) -> bool:
    """ "Rose 0.6% on heavy volume to $3,350": how much was traded, not whose figure follows."""
    return s.written(token) in ("volume", "volumes", "turnover") and _ON_VOLUME.search(s.text[: token.start]) is not None


def _after_at(s: Sentence, place: int, cue: Token, number: Number) -> Role:
    """ "At 17.62", "to 17.62": a level, unless a barrier or a move stands before it, or the number has a sign of its own."""
    form, before, kind = cue.form, s.near(place), state_before(s, place)
    if form == "at" and number.sign and number.unit == "percent" and kind in (None, "last"):
        return Role("move", sign=number.sign, cue=cue)  # "the worst at -3.1%"
    if form == "to" and ends_range_of_sizes(s, place, number):
        return Role(IGNORED, reason="the range of a move")
    if form == "to" and before is not None and (is_of_figures(s, place, before) and not _traded(s, before)):
        return MEASURES_OTHER  # "a 10% rise in earnings per share to 15.43"
    stops = before is not None and before.kind == "technical"
    if stops and not _of_a_day(s, place - 1) and not _moved_limit(s, place - 1):
        return TECHNICAL
    sized = number.unit in ("percent", "bp", "pp") or (number.unit == "points" and summed(s, place))
    if form == "to" and (sized or _stands_beside(s, place)) and (sign := remaining(s, place)):
        return Role("move", sign=sign)
    if form == "at" and before is not None and before.kind == "state" and is_left(s, place - 1):
        return Role("level", kind=before.form, cue=before)  # "from a two-week low at $1,214 to $1,230"
    spiked = before is not None and s.written(before).startswith("spik")
    if form == "to" and before is not None and before.kind == "direction" and (spiked or _passing(s, place - 1)):
        kind = "high" if before.value > 0 else "low"
    return Role("level", kind=kind, cue=cue)


def _by(cue: Token, before: Token | None, number: Number) -> Role:
    """ "Lifting its revenue guidance by 2%" measures that; "followed by Samsung with 2.4%" is of the name."""
    if before is not None and before.kind == "other" and number.unit == "percent":
        return MEASURES_OTHER
    if number.unit == "bp" and before is not None and before.form == "close":
        return Role("move", sign=-1, cue=before)  # "the gap closed by 9 bps to 130"
    return Role("by", cue=cue) if cue.form == "by" else Role("named", cue=before)


def _of_a_day(s: Sentence, place: int) -> bool:
    """ "Under Wednesday's mark at $66.15": where it stood then."""
    before = s.near(place)
    return before is not None and before.kind == "time"


def _had_for(s: Sentence, place: int, number: Number) -> bool:
    """ "Was to be had for 417.80": a price without a unit behind a verb of buying."""
    before = s.text[max(s.tokens[place].start - 14, 0) : s.tokens[place].start].lower().split()[-1:]
    return number.unit is None and number.decimals >= 2 and before in (["had"], ["got"], ["bought"], ["obtained"], ["hands"])


def _stands_beside(s: Sentence, place: int) -> bool:
    """ "Cut its loss [to $4] at $1,265": money with a price beside it, which makes it a size."""
    size, at, price = s.tokens[place + 1].number, s.next(place + 1), s.at(place + 3)
    if at is None or at.form != "at" or price is None or price.number is None or size is None:
        return False
    return price.number.unit == size.unit and size.value * _SMALL < price.number.value


def _is_passive(s: Sentence, place: int, verb: Token) -> bool:
    """ "Was lifted 0.4% by hopes of a cut": what was done to the subject, and by how much."""
    before = s.near(place, NOTHING)
    return (
        before is not None
        and before.kind == "copula"
        and bool(verb.value)
        and s.written(verb).split(" ")[0].endswith(("ed", "hurt", "cut"))
    )


def _earlier(s: Sentence, place: int, before: Token | None, cue: Token, number: Number) -> Role:
    """ "From 17.52": an earlier level; not in "to 9.1 tonnes a hectare from 9.8", nor "from just above 1.10"."""
    if number.unit is None and before is not None and before.number is not None and before.number.ignored in _COUNTED:
        return MEASURES_OTHER
    near = str(getattr(s.hedges.get(place + 1), "value", "")) in _ROUND and number.decimals == 0
    return THRESHOLD if near and cue.form == "from" else Role("previous", cue=cue)


def _passing(s: Sentence, place: int) -> bool:
    """ "After a spike to $77.62", "after dipping to $1.0798": where the price went in between."""
    opening, written = s.at(place - 1), s.written(s.tokens[place])
    if s.tokens[place].form == "verb" and "having" in words(s.gap(place)):
        return True
    if opening is None or str(opening.value) not in ("after", "following", "despite"):
        return False
    return written in nouns_of_direction() or (s.tokens[place].form == "verb" and written.endswith("ing"))


def _compared(s: Sentence, place: int) -> Token | None:
    """ "Compared with its overnight level of 66.24", "against the previous level of": what the level is set against."""
    token, last = s.at(place - 1), words(s.gap(place))[-1:]
    if not last or last[0].lower() not in _PRICED:
        return None
    if token is not None and token.kind == "time" and s.gaps[place - 1] <= FUNCTION:
        token = s.at(place - 2)
    return token if token is not None and token.form in ("previous", "against") else None


def _of(s: Sentence, place: int, before: Token | None, cue: Token, number: Number) -> Role | None:
    by, moved = s.at(place - 1), s.at(place - 2)
    if before is None and by is not None and by.form == "by" and is_size(number) and moved is not None:
        return _after_direction(s, place - 2, moved, number) if moved.kind == "direction" else None  # "by its limit of 10%"
    if (earlier := _compared(s, place)) is not None:
        return Role("previous", cue=earlier)
    if before is None:
        return _of_priced(s, place, cue)
    if before.kind == "direction":
        named = number.unit is None and words(s.gap(place + 1))[-1:] == ["a"]  # "the crash of a 737 MAX"
        return MEASURES_OTHER if named else _after_direction(s, place - 1, before, number)
    if before.kind == "technical" and s.written(before) == "limit" and (led := _led(s, place - 1)) is not None:
        return Role("move", sign=int(led.value), cue=led)  # "rose by the daily limit of 7 cents"
    seen = before.kind == "modal" and before.form == "forecast"  # "seen in a range of $65 to $70"
    if (before.kind == "instrument" or seen) and (in_money(number) or _is_rate(before, number)):
        return Role("level", cue=cue)  # "an average Brent price of $52", "sees a policy rate of 3%"
    if before.form == "close" and (led := s.near(place - 1)) is not None and led.kind == "prep" and led.form == "from":
        return Role("previous", cue=before)  # "at 12.60 from a close of 12.15"
    if before.kind == "state":
        return Role("level", kind="low" if before.form == "range" else _kind_of(s, place - 1, before), cue=before)
    if before.kind == "time" and (
        " closing " in s.written(before)
        or s.written(before).endswith(("close", "closing", "finish", "settlement", "fixing", "fix", "end"))
    ):
        return Role("previous", cue=before)
    if before.kind == "time" and s.written(before).startswith(("close ", "finish ", "settlement ")):
        return Role("level", kind="close", cue=before)  # "reported a close on Wednesday of 19.9070 pesos"
    return {"technical": TECHNICAL, "other": MEASURES_OTHER}.get(before.kind)


def _is_rate(named: Token, number: Number) -> bool:
    """ "A policy rate of 3%", "the ten-year Treasury yield of 4.4%": what a rate is."""
    rate = named.kind == "instrument" and named.value.instrument_class in ("policy rate", "bond yield")
    return rate and number.unit == "percent"


def _of_priced(s: Sentence, place: int, cue: Token) -> Role | None:
    """ "A price of 17.52" is a level; "below the when-issued level of 4.37%" a threshold."""
    by, last = s.at(place - 1), words(s.gap(place))[-1:]
    if not last or last[0].lower() not in _PRICED:
        return None
    return THRESHOLD if by is not None and by.form == "bound" else Role("level", cue=cue)


def _of_another(s: Sentence, direction: int) -> bool:
    """ "Reported [revenue] up 15%": something else right before a direction, but no place of trade: "on [Bursa] fell 2%"."""
    other, governor = s.near(direction, NOTHING), s.at(direction - 2)
    placed = governor is not None and governor.kind == "prep" and governor.form in ("on", "in", "at")
    return other is not None and other.kind == "other" and not placed


def _moved_limit(s: Sentence, place: int) -> bool:
    """ "Up the 30-cent limit at $4.40": the limit is a size, no level to be broken."""
    size = s.near(place)
    return s.written(s.tokens[place]) == "limit" and size is not None and size.kind == "number"


def _led(s: Sentence, place: int) -> Token | None:
    """The direction before a noun, "by" between them or not."""
    before = s.near(place)
    if before is not None and before.form == "by":
        before = s.near(place - 1)
    return before if before is not None and before.kind == "direction" and before.value else None


def _after_copula(s: Sentence, left: int, cue: Token) -> Role:
    """ "The loss on the day was 14%", "the high was 18.44", "gold was $5,144"."""
    for place in range(left - 1, max(left - 5, -1), -1):
        token = s.tokens[place]
        if token.kind == "direction" and s.written(token) in nouns_of_direction():
            return Role("move", sign=int(token.value), cue=token)
        if token.kind == "state":
            return Role("level", kind="low" if token.form == "range" else token.form, cue=token)
        if token.kind == "time" and token.value.session is not None:
            return Role("level", kind=token.value.session, cue=cue)  # "London's afternoon fixing was $1,895"
        if token.kind not in ("time", "prep") or s.gaps[place + 1] > HEADS:
            break
    return Role("level", cue=cue)
