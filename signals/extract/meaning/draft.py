"""An observation before its time and confidence are known."""

from __future__ import annotations

from dataclasses import dataclass, field

from signals.extract.grammar.frames import Frame
from signals.extract.linking.mentions import Mention
from signals.extract.text.tokens import Token
from signals.extract.times import Figures
from signals.records import LevelKind, Move


@dataclass(slots=True, eq=False)
class Draft:
    """What is known of an observation so far. Offsets are those of the item's text."""

    instrument: str
    mention: Mention
    frame: Frame
    level: float | None = None
    level_unit: str | None = None
    kind: LevelKind | None = None
    move: Move | None = None
    level_token: Token | None = None
    move_token: Token | None = None
    subject: Token | None = None
    sign: int = 1
    spans: dict[str, tuple[int, int]] = field(default_factory=dict)
    doubtful: bool = False
    turned: bool = False  # whether the move leads on from the level before it
    passed: bool = False  # whether its sentence goes on to the close of the same instrument
    earlier: Draft | None = None  # the earlier level that the move was inferred from

    @property
    def figures(self) -> Figures:
        """Where its level and its move are; where it has neither, where its statement begins."""
        move = self.move_token or self.frame.direction if self.move is not None else None
        start = self.frame.start
        return Figures(_span(self.level_token), (start, start) if self.level_token is None and move is None else _span(move))


def _span(token: Token | None) -> tuple[int, int] | None:
    return None if token is None else (token.start, token.end)
