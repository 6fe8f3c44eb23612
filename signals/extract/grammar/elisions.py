"""Sizes whose verb has been said before, for another subject.

| text                                              | taken                    | counter-example                          |
|---------------------------------------------------|--------------------------|------------------------------------------|
| "the PSI-20 rose 10.7%, the CAC-40 of Paris 9.7%" | up 9.7 percent           | "the CAC-40 in Paris, Texas"             |
| "the Nasdaq 149.92, or 2 percent, to 7,558.06"    | points, told twice       | "the Nasdaq 7,558.06, or near its high"  |
| "while Inditex had to make do with 0.4 percent"   | as the one before        | "Samsung leads the market with 22%"      |
| "silver went with it, 8.3 per cent, to $19.82"    | as its verb              | "silver, 60 percent of the mine's sales" |
| "corn lost 10 cents, wheat 12 and soybeans 3 1/2" | cents, as the one before | "corn lost 10 cents, wheat 580"          |
| "Brent fell $3 and WTI $2.80"                     | a size                   | "Brent fell $3, WTI $81.20"              |
| "Brent fell to $84 and WTI to $81"                | down                     | "Brent fell to $84, WTI was at $81"      |
| "down 10 cents on the day and 5 on the week"      | cents                    | "down 10 cents, and 5 of them"           |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.role import in_money
from signals.extract.grammar.sentence import FUNCTION, NOTHING, Sentence, words
from signals.extract.linking.mentions import YIELDS
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import vocabulary_of

_MANY = 500  # of a unit: no size of a week
_OF_DAY = re.compile(r"\b(?:on|for) the day(?: and|,)? \Z")
_OF_SPAN = re.compile(
    r"(?: (?:lower|higher|up|down))? (?:(?:on|for|over|in) the (?:week|month|quarter|year)|this (?:week|month|year))\b"
)
_ALIKE = 20  # how often a size goes into another of its list at most
_BESIDE = 2  # tokens between two sizes of one move
_ASIDE = 5  # tokens between a level and the size that it closed with
_PLACING = ("in", "of", "at")
_REACH = 24  # characters in which a phrase before a preposition stands
_STEP_BEHIND = re.compile(
    r"(?:,| \() ?(?:(?:up|down|higher|lower|better|worse) (?:by )?|an? [a-z]+ of |[a-z]+ing |[+-])?(?:about |some |nearly )?"
    r"(?:\d+(?:\.\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten) ?(?:bps?|basis[- ]points?)\b"
)


def has_step(s: Sentence, index: int, named: Token) -> bool:
    """ "Thirty-year bonds held up best: 3.064%, a gain of 9.8 bps": a yield, by the basis points that it moved behind it."""
    before, number = s.at(index - 1), s.tokens[index].number
    if named.value.instrument_class not in YIELDS or named.start < s.start:
        return False
    if number is None or number.unit != "percent" or number.sign or before is None or before.kind != "bound":
        return False
    return _STEP_BEHIND.match(s.text, s.tokens[index].end) is not None


def placed_name(s: Sentence, index: int) -> Token | None:
    """The name before the number at ``index`` behind which only a place stands: "the CAC-40 of Paris 9.66%"."""
    place, named = s.at(index - 1), s.at(index - 2)
    if place is None or place.kind != "prep" or place.form not in _PLACING or named is None or named.kind != "instrument":
        return None
    said = words(s.gap(index))
    placed = s.gaps[index - 1] == NOTHING and 0 < len(said) <= 3 and all(word[0].isupper() for word in said)
    return named if placed else None


def told_twice(s: Sentence, index: int) -> bool:
    """ "149.92, or 2 percent": whether a bare number is told in percent as well."""
    comma = s.next(index, NOTHING)
    place = index + 2 if comma is not None and comma.form == "comma" else index + 1
    clause, percent = s.at(place), s.at(place + 1)
    told = clause is not None and clause.value == "or" and s.gaps[place + 1] <= FUNCTION
    return told and percent is not None and percent.number is not None and percent.number.unit == "percent"


def in_hundredths_too(number: Number, before: Number, unit: str | None) -> bool:
    """Whether a bare number is the next of a list of sizes in hundredths, those of goods that are priced in them."""
    if not before.cents or number.unit is not None or not (unit or "").startswith("US cents"):
        return False
    last = before.value * 100
    return number.value > 0 and number.value <= _ALIKE * last <= _ALIKE**2 * number.value


def of_like_size(number: Number, before: Number) -> bool:
    """Whether an amount is the next of a list of sizes in one money."""
    alike = number.unit == before.unit and in_money(number) and number.per is None
    return alike and number.value <= _ALIKE * before.value / 4


def for_a_period_too(s: Sentence, index: int, before: Number | None) -> bool:
    """ "Down 10 cents on the day and [5] on the week": gives a bare size of another period the unit of the one before it; one
    that has its own, "up $25.20 on the day and 3.5% on the week", is of that period.
    """
    number = s.tokens[index].number
    if before is None or number is None or number.sign or not 0 < number.value <= _MANY:
        return False
    if number.unit is not None:
        return _of_a_span(s, index, number, before)
    link, timed = s.at(index - 1), _OF_DAY.search(s.text, s.start, s.tokens[index].start)
    if link is None or link.form not in ("and", "comma") or timed is None or not _OF_SPAN.match(s.text, s.tokens[index].end):
        return False
    if before.cents:
        number.count_hundredths(before.unit)
    number.unit = before.unit
    return before.unit is not None


def _of_a_span(s: Sentence, index: int, number: Number, before: Number) -> bool:
    """Whether a size in another unit than the one before it, behind a link, is said of a week, a month or a year."""
    link = s.at(index - 1)
    other = number.unit != before.unit and (number.unit == "percent" or in_money(number)) and number.per is None
    linked = link is not None and link.form in ("and", "comma") and s.gaps[index] == NOTHING
    return other and linked and _OF_SPAN.match(s.text, s.tokens[index].end) is not None


def of_another_period(s: Sentence, token: Token) -> bool:
    """ "Shed $85 on the day [and 2.1%] in the week": no size printed twice."""
    link = s.at(token.place - 1)
    return link is not None and link.form == "and" and _OF_SPAN.match(s.text, token.end) is not None


def goes_likewise(s: Sentence, index: int, frames: Sequence[Frame]) -> Token | None:
    """ "Brent fell to $84 and WTI [to] $81": the way of the verb before it, of a name that only "to" and a price follow."""
    to, named, link = (s.at(index - step) for step in (1, 2, 3))
    if to is None or to.form != "to" or named is None or named.kind != "instrument" or link is None:
        return None
    if link.form not in ("and", "comma") or max(s.gaps[index - 1 : index + 1]) > FUNCTION:
        return None
    told = next((f for f in reversed(frames) if f.level is not None and f.level.place < index), None)
    said = told.direction if told is not None else None
    if told is None or told.level is None or told.counter is not None or said is None or said.form != "verb" or not said.value:
        return None
    before = s.at(told.level.place - 1)
    led = before is not None and before.form == "to" and told.level.place == link.place - 1 and told.kind in (None, "last")
    return Token("direction", to.start, to.end, said.value, "verb", place=to.place) if led else None


def makes_do(s: Sentence, index: int) -> bool:
    """ "Had to make do with 0.4 percent", "trailed with 0.3%": whether a size is said to be less of the same."""
    governor = s.at(index - 1)
    if governor is None or governor.form != "with" or s.gaps[index] > FUNCTION:
        return False
    ended = s.at(index + 1)
    alone = ended is None or ended.kind == "bound" or ended.form == "to"
    return alone and words_before(s, governor).endswith(tuple(vocabulary_of("word", "trailing")))


def words_before(s: Sentence, token: Token) -> str:
    """The last words before a token in lower case."""
    return s.text[max(token.start - _REACH, s.start) : token.start].rstrip().lower()


def _of_the_day(s: Sentence, level: Token, said: Token, size: Token) -> bool:
    """ "Has since slipped back to $1,676, up 0.1%", "dropped back to $111.36 at the close, a gain of 11 cents": what a price
    was of the day all the same, where it had come to within it.
    """
    cue, between = s.at(size.place - 1), s.tokens[level.place + 1 : size.place - 1]
    if cue is None or cue.form not in ("of", "adjective") or said.place >= level.place:
        return False
    if not said.value or not 0 < len(between) <= _ASIDE:
        return False
    told = all(t.kind in ("prep", "time", "state", "direction") or t.form == "comma" for t in between)
    return told and any(t.form == "comma" for t in between) and _OF_SPAN.match(s.text, size.end) is None


def overruled(s: Sentence, frame: Frame, said: Token, size: Token) -> bool:
    """Whether a size says otherwise than the direction before it: not of a rate that was "kept at 4%, with two for a cut"."""
    if frame.level is None:
        return said.form == "causative"
    if _of_the_day(s, frame.level, said, size):
        return True
    kept = said.value == 0 and frame.subjects[0].value.instrument_class == "policy rate"
    return said.form == "path" or (said.form == "causative" and not kept)


def beyond_level(s: Sentence, frame: Frame, move: Token, size: Token) -> int:
    """ "Settled 3.3 percent lower at $47.48, off $1.61": how many tokens a size may lie from the one that it restates; behind
    the level that both led to any.
    """
    level = frame.level
    if level is None or not move.place < level.place < size.place or _OF_SPAN.match(s.text, size.end):
        return _BESIDE
    between = s.tokens[level.place + 1 : size.place]
    plain = len(between) <= _BESIDE and all(t.form == "comma" or t.kind == "direction" for t in between)
    return size.place - move.place if plain else _BESIDE
