"""The step of a policy rate told before the rate is named.

| text                                                     | step    | counter-example                                  |
|----------------------------------------------------------|---------|--------------------------------------------------|
| "a 25-basis-point cut that took its repo rate to 5.75%"  | -25 bp  | "expected a 25-basis-point cut, took the rate"   |
| "a 50-basis-point cut in its policy rate, to 2.75%"      | -50 bp  | "a cut in its policy rate is expected"           |
| "shaved 25 basis points to bring the rate to 3.5%"       | -25 bp  | "shaved 25 basis points off its forecast"        |
| "announced a cut of half a point, taking its rate to 4%" | -50 bp  | "a cut of 500 jobs, taking the rate"             |
"""

from __future__ import annotations

import re

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.role import Role
from signals.extract.grammar.sentence import FUNCTION, NOTHING, Sentence, words
from signals.extract.text.tokens import Token
from signals.extract.text.words import nouns_of_direction, verbs_of

_TAKING = verbs_of("leading a rate") | {"left", "leaving", "leaves"}
_RATES = frozenset(
    ("rates", "rate", "interest", "borrowing", "costs", "its", "the", "key", "policy", "benchmark", "again", "a", "first",
     "second", "third", "fourth", "fifth", "sixth", "time", "row", "meeting", "running", "straight", "consecutive")
)  # fmt: skip
_UNITS = ("bp", "pp", "points")
_SET_AT = re.compile(r"\b(?:to|at) (?:an?|its|the) (?:[\w-]+ )?\Z")
_KEPT = re.compile(
    r"\b(?:remain(?:s|ed|ing)?|stay(?:s|ed|ing)?|(?:was|were|is|are|been|be) (?:\w+ly |again )?"
    r"(?:held|kept|left|maintained|retained))\b"
)
_ANOTHER = re.compile(
    r"(?:,|;|\band|\bwhile|\bwith) (?:the|its) (?!(?:policy|key|main|base|benchmark|same)\b)(?:[a-z-]+ ){1,4}"
    r"(?:rate|ratio|requirement|facility|accommodations?)s? (?:stays |stay |goes |is |now |back |up |down )*(?:to|at) \Z"
)
_REACH_BACK = 90  # characters before a level in which it may be named
_NEAR = 24  # characters
_REACH = 6  # tokens between the step and the rate at most


def step_before(s: Sentence, index: int) -> list[tuple[int, Token, Role]]:
    """The size of the step that took the rate at ``index`` where it went, to be given to it; empty where there is none."""
    said = s.text[s.tokens[index - 1].end if index else s.start : s.tokens[index].start].lower().split()
    verb, noun = s.at(index - 1), s.at(index - 2)
    if verb is None:
        return []
    if (added := _added(s, index)) is not None:
        return [added]
    of_rate = verb.kind == "prep" and verb.form in ("in", "to", "of") and noun is not None and noun.kind == "direction"
    if not of_rate and not _TAKING & {*said, *s.written(verb).split()}:
        return []
    for place in range(index - 1, max(index - _REACH, 0) - 1, -1):
        token = s.tokens[place]
        if token.kind == "modal":
            return []
        if token.number is None or token.number.unit not in _UNITS or token.number.ignored:
            continue
        step = _noun(s, place) or _verb(s, place)
        return [(place, token, Role("move", sign=int(step.value), cue=step))] if step is not None else []
    return []


def _added(s: Sentence, index: int) -> tuple[int, Token, Role] | None:
    """ "Added a quarter point to its policy rate": the size that a verb adds to the rate at ``index``."""
    to, size = s.tokens[index - 1], s.at(index - 2)
    if to.form != "to" or size is None or size.number is None or size.number.unit not in _UNITS or s.gaps[index] > FUNCTION:
        return None
    verb = s.near(size.place)
    acts = verb is not None and verb.kind == "direction" and verb.form in ("verb", "causative") and bool(verb.value)
    return (size.place, size, Role("move", sign=int(verb.value), cue=verb)) if acts and verb is not None else None


def acts_on_rates(s: Sentence, index: int, of: str) -> bool:
    """ "The ECB cut to 3.75%", "it last raised rates in November, by a quarter point": whether a bank's verb has a size or a
    level behind it, with nothing between but its rates, ``of`` which they are, and times.
    """
    for place in range(index + 1, min(index + _REACH, len(s.tokens) - 1)):
        token, size = s.tokens[place], s.tokens[place + 1]
        if not _RATES.issuperset(word.lower() for word in words(s.gap(place))):
            return False
        if token.form in ("by", "to") and size.number is not None and s.gaps[place + 1] <= FUNCTION:
            return size.number.unit in (*_UNITS, "percent")
        named = token.kind == "instrument" and token.value.id == of
        if not named and token.kind not in ("time", "phase") and token.form not in ("in", "on", "at", "for", "comma", "fx"):
            return False
    return False


def _noun(s: Sentence, place: int) -> Token | None:
    """ "A 25-basis-point [cut]", "a [cut] of 25 basis points": the noun that a size measures."""
    after, of, before = s.next(place, NOTHING), s.near(place), s.at(place - 2)
    if after is not None and after.kind == "direction" and s.written(after) in nouns_of_direction():
        return after
    measured = of is not None and of.form == "of" and before is not None and s.gaps[place - 1] <= FUNCTION
    return before if measured and before is not None and s.written(before) in nouns_of_direction() else None


def _verb(s: Sentence, place: int) -> Token | None:
    """ "[Added] half a percentage point to take the rate to 2.35%": the verb right before a size."""
    verb = s.near(place)
    acts = verb is not None and verb.kind == "direction" and verb.form in ("verb", "causative") and bool(verb.value)
    return verb if acts and s.gaps[place] == NOTHING else None


def set_at_extreme(s: Sentence, extreme: Token | None) -> bool:
    """ "Raised Bank Rate to a 15-year high of 5.25%", "left it at a record low of": where a bank has put its rate."""
    if extreme is None or extreme.kind != "state":
        return False
    return _SET_AT.search(s.text, max(extreme.start - _NEAR, s.start), extreme.start) is not None


def names_another_rate(s: Sentence, rate: Token, index: int) -> bool:
    """ "Raised its key rate to 19.5% and the liquidity-absorbing rate to 18.5%": a level of a rate that we do not know."""
    start = s.tokens[index].start
    if rate.value.instrument_class != "policy rate" or rate.end > start:
        return False
    return _ANOTHER.search(s.text, max(rate.end, start - _REACH_BACK), start) is not None


def kept_there(s: Sentence, frame: Frame, rate: Token, level: Token) -> Token | None:
    """ "Remains at 7%", "was left unchanged at 7%": the words that say of a level of a policy rate that it stays."""
    moves = frame.direction is not None and bool(frame.direction.value)
    if frame.subjects[0].value.instrument_class != "policy rate" or frame.kind != "last" or moves or frame.move is not None:
        return None
    kept = _KEPT.search(s.text, rate.end, level.start)
    return Token("direction", *kept.span(), 0, "verb", place=level.place) if kept is not None else None
