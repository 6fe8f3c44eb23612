"""Asides between commas that say nothing of their own."""

from __future__ import annotations

from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.verbs import is_attributive


def opens_apposition(s: Sentence, index: int) -> bool:
    """Whether the comma at ``index`` opens an aside that says nothing of its own: ", the largest U.S. producer,"."""
    for place in range(index + 1, min(index + 12, len(s.tokens))):
        kind = s.tokens[place].kind
        if kind == "bound":
            return s.tokens[place].form in ("comma", "dash") and place > index
        if kind in ("direction", "copula", "state", "number", "modal") and not _describes(s, place):
            return False
    return False


def _describes(s: Sentence, place: int) -> bool:
    token = s.tokens[place]
    if token.kind == "number":
        return bool(token.number and token.number.ignored)
    if token.kind == "modal":
        return s.written(token) in ("target", "targets")  # of a bid
    return token.kind == "direction" and is_attributive(s, place)
