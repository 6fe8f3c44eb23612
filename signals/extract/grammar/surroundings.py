"""What stands around a number: the tokens of its clause, and the level word of the clause that is nearest."""

from __future__ import annotations

from signals.extract.grammar.role import LEVEL_KINDS
from signals.extract.grammar.sentence import HEADS, Sentence
from signals.extract.text.tokens import Token

PARTED = ("clause", "dash", "colon")  # boundaries that part clauses before a number; commas do not
BRACKETED = (*PARTED, "open", "shut")  # likewise, brackets among them


def clause_around(s: Sentence, token: Token, parting: tuple[str, ...]) -> list[Token]:
    """The tokens from behind the last boundary of a ``parting`` form to the next boundary of any form."""
    first = next((p + 1 for p in range(token.place - 1, -1, -1) if s.tokens[p].form in parting and _bounds(s, p)), 0)
    last = next((p for p in range(token.place + 1, len(s.tokens)) if _bounds(s, p)), len(s.tokens))
    return s.tokens[first:last]


def _bounds(s: Sentence, place: int) -> bool:
    return s.tokens[place].kind == "bound"


def nearest_kind(s: Sentence, token: Token, clause: list[Token]) -> str:
    """The kind that the nearest level word of a clause says, "last" where none stands near enough."""
    states = [t for t in clause if t.kind == "state" and t.form in LEVEL_KINDS]
    nearest = min(states, key=lambda t: abs(t.place - token.place), default=None)
    if nearest is None or max(s.gaps[min(nearest.place, token.place) + 1 : max(nearest.place, token.place) + 1]) > HEADS:
        return "last"
    return nearest.form
