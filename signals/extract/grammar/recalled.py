"""Levels that a relative clause recalls, by its verb, and moves that a clause with "after" does.

| text                                        | kind  | counter-example               |
|---------------------------------------------|-------|-------------------------------|
| "the $10,190 that it reached in 2011"       | reach | "the $2 billion that it owes" |
| "the $64,829 at which it peaked"            | high  | "the price at which it sells" |
"""

from __future__ import annotations

from itertools import takewhile

from signals.extract.grammar.role import EXTREMES, Role
from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.subjects import fronts_its_own
from signals.extract.text.tokens import Token

_BEYOND = {**dict.fromkeys(("below", "under", "beneath", "short of", "shy of"), "high"), "above": "low"}
_RELATIVE = ("that", "which")
_ASIDE = 6  # tokens from an extreme to the size behind it


def reached(s: Sentence, index: int) -> Role | None:
    """ "The $1,030.80 it reached at its high", "the $4,580 that it touched": what the clause says the number was."""
    relative = s.at(index + 1)
    place = index + 1 + (relative is not None and relative.kind == "bound" and relative.value in _RELATIVE)
    subject, verb = s.next(place - 1), s.next(place)
    if subject is None or subject.kind != "ref" or subject.form != "any" or verb is None or verb.kind != "state":
        return None
    named = next((t.form for t in s.tokens[place + 2 : place + 5] if t.kind == "state" and t.form in EXTREMES), None)
    before = s.at(index - 1)
    beyond = _BEYOND.get(s.written(before)) if before is not None and before.kind == "prep" else None
    return Role("level", kind=named or beyond or verb.form, cue=verb)


def at_which(s: Sentence, place: int) -> Role | None:
    """ "The $64,829 at which it peaked", "the $81 at which it opened the month": the clause says what the number was."""
    subject, verb = s.next(place), s.next(place + 1)
    said = subject is not None and subject.kind in ("ref", "instrument") and verb is not None and verb.kind == "state"
    return Role("level", kind=verb.form, cue=verb) if said and verb is not None else None


def moved_before(s: Sentence, move: Token, cue: Token | None) -> bool:
    """ "Steadies after Monday's 1.5% drop; last $1,724": whether a move is of a clause with "after", "last" of another."""
    if cue is None or cue.form != "last" or (bound := s.near(cue.place)) is None or bound.form not in ("clause", "comma"):
        return False
    opened = next((t for t in reversed(s.tokens[: move.place]) if t.kind == "bound"), None)
    return opened is not None and bound.place > move.place and s.written(opened) in ("after", "following")


def closed_before(s: Sentence, segment: int, move: Token, kind: str) -> bool:
    """ "Rose 3% in extended trading [after ending at $1,808]": the close from which the move of the main clause went."""
    opening = s.at(segment) if segment > move.place else None
    return kind == "close" and opening is not None and opening.value == "after"


def had_been(s: Sentence, segment: int, size: Token) -> bool:
    """ "At $0.6570, [having dipped 0.2% overnight] to as low as $0.6542": a size of another day, or with a level of its own."""
    if segment < 0 or not s.text.startswith(" having ", s.tokens[segment].end):
        return False
    behind = takewhile(lambda t: t.kind != "bound", s.tokens[size.place + 1 : size.place + 6])
    return any(
        (t.kind == "time" and (t.value.names_day or t.value.part == "overnight")) or (t.kind == "state" and t.form in EXTREMES)
        for t in behind
    )


def passed_on_the_way(s: Sentence, extreme: Token, size: Token, sole: bool) -> bool:
    """ "Ended at €180.27 after touching €187.79, a jump of 23 percent": whether an extreme is only what was touched before the
    level that a size behind a comma is of; or what a sentence opens with, "from its low of $4.25 the price has climbed 85%".
    """
    if sole:
        return fronts_its_own(s) and any(t.kind in ("ref", "instrument") for t in s.tokens[extreme.place : size.place])
    comma, of = s.at(extreme.place + 1), s.at(size.place - 1)
    if comma is None or comma.form != "comma" or of is None or size.place - extreme.place > _ASIDE:
        return False
    if of.form not in ("of", "adjective"):
        return False
    return any(t.value == "after" for t in s.tokens[max(extreme.place - 3, 0) : extreme.place])


def named_behind(s: Sentence, level: Token, size: Token) -> bool:
    """ "Fell to $1,129.80, a two-year low, down 2.9%": whether an apposition to a level calls it an extreme."""
    comma = s.at(level.place + 1)
    named = next((t for t in s.tokens[level.place + 2 : level.place + 4] if t.kind != "time"), None)
    if named is None or named.kind != "state" or named.form not in EXTREMES or comma is None or comma.form != "comma":
        return False
    shut = next((t for t in s.tokens[named.place + 1 : named.place + 4] if t.kind not in ("prep", "time")), None)
    between = s.tokens[shut.place + 1 : size.place] if shut is not None else []
    return shut is not None and shut.form == "comma" and all(t.kind in ("direction", "prep") for t in between)
