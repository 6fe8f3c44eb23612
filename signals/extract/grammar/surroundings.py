"""What stands around a number: the tokens of its clause, and the level word of the clause that is nearest."""

from __future__ import annotations

from signals.extract.grammar.role import LEVEL_KINDS
from signals.extract.grammar.sentence import HEADS, Sentence
from signals.extract.text.tokens import Token

PARTED = ("clause", "dash", "colon")  # boundaries that part clauses before a number; commas do not
BRACKETED = (*PARTED, "open", "shut")  # likewise, brackets among them
_FORECAST_NOUNS = frozenset({"outlook", "forecast", "forecasts", "estimate", "estimates", "target", "targets", "prospect"})


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


def next_bound(s: Sentence, index: int) -> int:
    """The place of the next boundary behind a token, or the end of the sentence."""
    return next((p for p in range(index + 1, len(s.tokens)) if _bounds(s, p)), len(s.tokens))


def names_forecast(s: Sentence, modal: Token) -> bool:
    """ "Its forecast", but not "is forecast at 5.70": whether a word of forecasting is a noun."""
    before = s.at(modal.place - 1)
    return str(modal.value) in _FORECAST_NOUNS and not (before is not None and before.kind == "copula")


def has_price(s: Sentence, place: int) -> bool:
    """ "Low 1.0552", "the day's high was 18.20", "a high of $37": whether a level word has a number of its own behind it."""
    own = s.next(place)
    if own is not None and (own.form in ("of", "at", "colon") or own.kind == "copula"):
        own = s.next(own.place)
    return own is not None and own.number is not None and not own.number.ignored
