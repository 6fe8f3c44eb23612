"""The names that may own an open number: those of its sentence, nearest first, and the last ones before it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from operator import attrgetter

from signals.extract.text.tokens import Token

_START = attrgetter("start")
BEFORE, BEHIND, EARLIER = "before", "behind", "earlier"  # the number, in its sentence; in a sentence before it
MOST = {BEFORE: 4, BEHIND: 3, EARLIER: 5}  # names that are looked at


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name beside a number: on which side it stands, and how many names there stand nearer."""

    name: Token
    side: str
    rank: int


def candidates(number: Token, named: Sequence[Token], recent: Sequence[Token]) -> list[Candidate]:
    """Each instrument once, where it is nearest. ``named`` are the names of the sentence, ``recent`` all those before it."""
    place = bisect_left(named, number.start, key=_START)
    sides = ((BEFORE, named[:place][::-1]), (BEHIND, named[place:]), (EARLIER, recent[::-1]))
    found: dict[str, Candidate] = {}
    for side, names in sides:
        for rank, name in enumerate(names[: MOST[side]]):
            found.setdefault(name.value.id, Candidate(name, side, rank))
    return list(found.values())
