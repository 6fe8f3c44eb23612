"""The names that may own an open number: those of its sentence, nearest first, and the last ones before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from signals.extract.text.tokens import Token

BEFORE, BEHIND, EARLIER = "before", "behind", "earlier"  # the number, in its sentence; in a sentence before it
_RECENT = 5  # names before the sentence that are looked at


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name beside a number: on which side it stands, and how many names there stand nearer."""

    name: Token
    side: str
    rank: int


def candidates(number: Token, named: Sequence[Token], recent: Sequence[Token]) -> list[Candidate]:
    """Each instrument once, where it is nearest. ``named`` are the names of the sentence, ``recent`` all those before it."""
    before = [name for name in reversed(named) if name.end <= number.start]
    behind = [name for name in named if name.start >= number.end]
    sides = ((BEFORE, before), (BEHIND, behind), (EARLIER, recent[: -_RECENT - 1 : -1]))
    found: dict[str, Candidate] = {}
    for side, names in sides:
        for rank, name in enumerate(names):
            found.setdefault(name.value.id, Candidate(name, side, rank))
    return list(found.values())
