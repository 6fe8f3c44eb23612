"""Numbers that say the number or name before them in other words: in brackets, or behind 'or'."""

from __future__ import annotations

import re

from signals.extract.grammar.right_roles import by_right
from signals.extract.grammar.role import MEASURES_OTHER, TECHNICAL, Role, in_money, is_size
from signals.extract.grammar.sentence import HEADS, NOTHING, Sentence
from signals.extract.text.tokens import Number, Token

_EARLIER = re.compile(
    r"\d(?: [A-Za-z]+)? \((?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri)day|(?:the )?(?:previous day|day before)|yesterday"
    r"|previously|prev\.?|previous(?: close)?)(?::| at)? ?[\d$€£]"
)
_REACH = 500  # characters in which a text has said whose the rates in brackets are
_RESTATED = 6  # tokens before a percentage among which the size in points stands
_NEAR = 1.1  # the most that a rate is of the one before


def aside(s: Sentence, index: int, number: Number, left: Token | None) -> Role | None:
    """ "784 points, or 1.6%", "(9.3%)": the number before, in other words."""
    if left is None or left.kind != "bound":
        return None
    if left.form == "open":
        named, beyond = s.at(index - 2), s.at(index + 1)
        if named is not None and named.kind == "technical":
            return TECHNICAL  # "the 20-day SMA (157.48)"
        if beyond is not None and beyond.form == "of" and is_size(number):
            return MEASURES_OTHER  # "Nvidia (12% of the index)"
        if named is not None and named.kind == "instrument" and number.unit == "percent" and s.gaps[index - 1] <= HEADS:
            return Role("bracketed", sign=number.sign or way_behind(s, index), cue=named)
        if _bracketed_level(s, index, number, named):
            return Role("bracketed", kind="last", cue=named)
        previous = last_number(s, index - 1, reach=3 if _is_priced_in(s, index - 2) else 2)
        if previous is not None and (told := _beside_number(s, index, number, previous)) is not None:
            return told
        if previous is None and _dated_aside(s, index, number):
            return Role("previous", cue=s.at(index - 2))
    elif left.value == "or":
        previous = last_number(s, index - 1, reach=5)
        measured = by_right(s, index, number, left) if previous is not None else None
        if measured is not None and measured.name == "move":
            return measured
    elif left.form == "comma" and number.unit == "percent":
        previous = _restated(s, index)
    else:
        return None
    return Role("alternative", cue=previous) if previous is not None else None


def _restated(s: Sentence, index: int) -> Token | None:
    """ "Lost 377 points today, 0.9 percent, to": the size in points that a percentage between commas says again, where only a
    time or its way stands between them; "lost 377 points today, 2 percent this week" are two.
    """
    after, place = s.next(index), index - 2
    closes = after is None or after.form in ("comma", "to", "at", "sentence")
    while place > 0 and index - place < _RESTATED and _dates_or_turns(s.tokens[place]):
        place -= 1
    size = s.at(place)
    if not closes or place == index - 2 or size is None or size.number is None or s.gaps[index - 1] > HEADS:
        return None
    return size if size.number.unit == "points" or (size.number.unit is None and not size.number.ignored) else None


def _dates_or_turns(token: Token) -> bool:
    day = token.kind == "time" or (token.kind == "prep" and token.form in ("on", "for", "in", "by"))
    return day or (token.kind == "direction" and token.form == "adjective")


def _beside_number(s: Sentence, index: int, number: Number, last: Token) -> Role | None:
    """What a number in brackets behind another says of it: "17.60 (17.55 Thursday)", "2.58% (3bp higher)"."""
    beyond = s.at(index + 1)
    beyond = s.at(index + 2) if beyond is not None and beyond.form == "on" else beyond
    if beyond is not None and _is_dated(s, beyond.place) and _is_near(number, last):
        return Role("previous", cue=beyond)
    if _is_of_the_day_before(s, index, last):
        return Role("previous", cue=last)
    shut, sign = s.at(index + 2), way_behind(s, index)
    sized = is_size(number) or in_money(number)
    return Role("move", sign=sign, cue=beyond) if sign and sized and shut is not None and shut.form == "shut" else None


def way_behind(s: Sentence, index: int) -> int | None:
    """ "Ford (2% higher)": which way the word behind a size in brackets says that it was; None where there is none."""
    said = s.next(index, NOTHING)
    told = said is not None and said.kind == "direction" and said.form != "causative"
    return int(said.value) or None if said is not None and told else None


def _bracketed_level(s: Sentence, index: int, number: Number, named: Token | None) -> bool:
    """ "The S&P 500 (2,447.33)", "platinum ($1,419, -5%)": a price in brackets right behind its name."""
    after = s.at(index + 1)
    alone = after is not None and after.form in ("shut", "comma") and s.gaps[index + 1] == NOTHING
    alone = alone and (bool(number.sign) or not _is_priced_in(s, index - 2))
    printed = in_money(number) or (number.unit is None and number.decimals > 0)
    printed = printed and (not number.cents or number.value >= 1)  # pence, but no cents
    return alone and printed and named is not None and named.kind == "instrument" and s.gaps[index] == NOTHING


def _is_priced_in(s: Sentence, place: int) -> bool:
    """ "11.12 per euro (11.05)": whether the name at a place is what the price before it is of one of."""
    per, price = s.at(place - 1), s.at(place - 2)
    counts = per is not None and per.kind == "prep" and per.form in ("per", "to", "against", "for")
    return counts and s.tokens[place].kind == "instrument" and price is not None and price.kind == "number"


def _is_of_the_day_before(s: Sentence, index: int, last: Token) -> bool:
    """ "At 0.8452 (0.8471) pounds, 137.08 (137.45) yen": the rate of the day before in brackets, where a text has said of one
    that it is: "1.0001 (Friday: 1.0054) dollars".
    """
    before, now = s.tokens[index].number, last.number
    if before is None or now is None or not before.decimals or before.decimals != now.decimals:
        return False
    if last.place != index - 2 and not _is_priced_in(s, index - 2):
        return False
    return _is_near(before, last) and _EARLIER.search(s.text, max(last.start - _REACH, 0), last.start) is not None


def _is_near(number: Number, last: Token) -> bool:
    """Whether a number in brackets is in the print of the one before and near it."""
    now = last.number
    if (
        now is None
        or number.decimals != now.decimals
        or not number.decimals
        or not now.value
        or is_size(number)
        or is_size(now)
    ):
        return False
    return 1 / _NEAR < number.value / now.value < _NEAR


def _is_dated(s: Sentence, place: int) -> bool:
    """Whether the time at a place is an earlier day and ends the bracket in which it stands."""
    day, shut = s.at(place), s.at(place + 1)
    ends = shut is not None and shut.form == "shut" and s.gaps[place] == NOTHING
    return ends and day is not None and day.kind == "time" and bool(day.value.weekday is not None or day.value.days)


def dated_before(s: Sentence, index: int) -> bool:
    """ "399.60 (Thursday 399.90)": whether the number at ``index`` stands behind an earlier day in a bracket of its own."""
    day, opening, number, last = s.at(index - 1), s.at(index - 2), s.tokens[index].number, s.at(index - 3)
    if day is None or opening is None or opening.form != "open" or number is None or last is None or last.number is None:
        return False
    named = day.kind == "time" and (day.value.weekday is not None or bool(day.value.days))
    return named and s.gaps[index - 1] == NOTHING == s.gaps[index] and _is_near(number, last)


def _dated_aside(s: Sentence, index: int, number: Number) -> bool:
    """ "Than when the year began (Sh156.46)", "than at Friday's close (1.0850)": the level of the time before the bracket."""
    dated, shut = s.tokens[max(index - 4, 0) : index - 1], s.at(index + 1)
    closes = shut is not None and shut.form == "shut"
    return closes and not is_size(number) and number.decimals > 0 and any(t.kind == "time" for t in dated[-2:])


def last_number(s: Sentence, index: int, reach: int) -> Token | None:
    """The last number before ``index`` that is none of a count, at most ``reach`` tokens back."""
    for place in range(index - 1, max(index - 1 - reach, -1), -1):
        token = s.tokens[place]
        if token.kind == "number" and token.number is not None and not token.number.ignored:
            return token
    return None
