"""The language of an item: English by its commonest words, any other by py3langid, and none where it is not clear."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

ENGLISH = frozenset(
    "the of and to in a is that for on was as with at by it from were an has have be its after said".split()  # noqa: SIM905
)
ONLY_ENGLISH = frozenset("the of and to for with that from were its said after has been will would".split())  # noqa: SIM905
COMMON = 0.08  # share of such words that English has
WORD = re.compile(r"[^\W\d_]+")
FEWEST = 5  # words
LOOKED_AT = 4000  # characters
SURE = 0.35  # probability; below it lists of names and figures lie


def language_of(text: str) -> str | None:
    """ISO 639-1 code; None where there are too few words to tell."""
    text = text[:LOOKED_AT]
    words = WORD.findall(text.lower())
    common = sum(word in ENGLISH for word in words)
    if len(words) >= FEWEST and common >= COMMON * len(words) and not ONLY_ENGLISH.isdisjoint(words):
        return "en"
    if len(words) < FEWEST and text.isascii():
        return None
    language, probability = _identifier().classify(text)
    return str(language) if probability >= SURE else None


@cache
def _identifier() -> Any:
    from pathlib import Path

    import py3langid
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    folder = Path(py3langid.__file__).parent
    return LanguageIdentifier.from_modelpath(next(folder.rglob(Path(MODEL_FILE).name)), norm_probs=True)
