"""Where in the text the level and the move of a draft stand."""

from __future__ import annotations

from signals.extract.meaning.resolve import Draft
from signals.extract.text.tokens import Token
from signals.extract.times import Figures


def figures_of(draft: Draft) -> Figures:
    """Where its level and its move are; where it has neither, where its statement begins."""
    move = draft.move_token or draft.frame.direction if draft.move is not None else None
    start = draft.frame.start
    return Figures(_span(draft.level_token), (start, start) if draft.level_token is None and move is None else _span(move))


def _span(token: Token | None) -> tuple[int, int] | None:
    return None if token is None else (token.start, token.end)
