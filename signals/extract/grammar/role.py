"""What a number can be in its sentence, and the words that the grammar and the roles share."""

from __future__ import annotations

from dataclasses import dataclass

from signals.extract.text.tokens import Number, Token

MOVE_UNITS = ("percent", "bp", "points", "pp")
IGNORED = "ignored"
EXTREMES = ("high", "low")

THRESHOLDS = (
    "over", "more than", "less than", "up to", "well over", "well above", "as far as", "in excess of", "upwards of",
    "north of", "no less than", "better than",
)  # fmt: skip


@dataclass(slots=True, eq=False)
class Role:
    """What a number is, the sign of a move, the kind of a level, the reason for ignoring it."""

    name: str
    sign: int | None = None
    kind: str | None = None
    cue: Token | None = None
    reason: str | None = None


BARE = Role("bare")
TECHNICAL = Role(IGNORED, reason="technical level")
THRESHOLD = Role(IGNORED, reason="threshold")
DEAL = Role(IGNORED, reason="price of a deal")
MEASURES_OTHER = Role(IGNORED, reason="measures something else")


def is_size(number: Number) -> bool:
    """Whether a number has the unit of a change, and none of a price."""
    return number.unit in MOVE_UNITS or number.fraction


PERCENTAGES = "range of percentages"
BETWEEN = Role(IGNORED, reason=PERCENTAGES)
