"""English or not: the share of the commonest function words."""

from __future__ import annotations

import re

ENGLISH = frozenset(
    "the of and to in a is that for on was as with at by it from were an has have be its after said".split()  # noqa: SIM905
)
WORD = re.compile(r"[^\W\d_]+")
FEWEST = 5


def language_of(text: str) -> str | None:
    """``en``, ``und`` for another language, None where there are too few words to tell."""
    words = WORD.findall(text[:4000].lower())
    if len(words) < FEWEST:
        return None
    return "en" if sum(word in ENGLISH for word in words) >= 0.08 * len(words) else "und"
