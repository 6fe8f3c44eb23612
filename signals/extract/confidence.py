"""How sure an observation is: a product of the shares right that its features had on labelled reports."""

from __future__ import annotations

from signals.extract.frames import Frame
from signals.extract.resolve import Draft

BASE = 0.96
REFERENCE = 0.92  # the instrument is named elsewhere, here "it" or "the metal"
BARE_DIRECTION = 0.85
GROUP = 0.97


def confidence(draft: Draft, frame: Frame) -> float:
    """The probability, 0 to 1, that instrument, level and move are all as the writer meant them."""
    value = BASE
    if draft.subject is not None and not frame.start <= draft.subject.start <= frame.end:
        value *= REFERENCE
    if draft.move is not None and draft.move.value is None and draft.level is None:
        value *= BARE_DIRECTION
    if len(frame.subjects) > 1:
        value *= GROUP
    return round(value, 3)
