"""What a scorer is, and how one is found by name."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Protocol

from signals.score.probabilities import Probabilities

Pair = tuple[str, str | None]
EMBEDDED, WORDS = "embedded", "words"


class Scorer(Protocol):
    """Reads texts about targets.

    ``name`` and ``revision`` go onto each row: the same text, target, name and revision give the same probabilities.
    """

    @property
    def name(self) -> str:
        """The model's name."""
        ...

    @property
    def revision(self) -> str:
        """Tells versions of the model apart."""
        ...

    def score_pairs(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """One reading for each (text, target); target ``None`` asks for the text as a whole. Never raises for a text."""
        ...


@cache
def load_scorer(name: str | None = None) -> Scorer:
    """The scorer of that name: ``embedded`` (also for ``None``), ``words``, or a Hugging Face checkpoint or local folder.

    Raises UsageError, in one line, where torch or the folder is missing or the checkpoint is no sentiment classifier.
    """
    if name in (None, EMBEDDED):
        from signals.score.embedded import EmbeddedScorer

        return EmbeddedScorer()
    if name == WORDS:
        from signals.score.words import WordScorer

        return WordScorer()
    from signals.score.checkpoint import CheckpointScorer

    return CheckpointScorer(str(name))


def default_scorer() -> Scorer:
    """The scorer that is used where none is named."""
    return load_scorer(None)
