"""How a text and its target become one model input: the target is marked in place, one headline, many readings.

For the target ``gold``, ``Gold falls as dollar firms`` becomes ``« Gold » falls as dollar firms``. A text that is read as a
whole starts with an empty mark, and a target that the text does not write goes first: ``« gold » Bullion slips``. The model
classifies from its state at the opening mark.
"""

from __future__ import annotations

import re
from functools import lru_cache

OPEN, CLOSE = "«", "»"

_LINK = re.compile(r"https?://\S*")
_NOISE = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\ufeff\ud800-\udfff«»]+")
_MENTIONS_MARKED = 3


def plain(text: str) -> str:
    """The text without links, control characters and our own marks."""
    return _NOISE.sub(" ", _LINK.sub(" ", text)).strip()


def mark(text: str, target: str | None) -> str:
    """The model's input for the reading of ``text`` about ``target``; ``None`` asks for the text as a whole."""
    text = plain(text)
    name = plain(target) if target else ""
    if not name:
        return f"{OPEN} {CLOSE} {text}"
    marked, found = mention(name).subn(f"{OPEN} \\g<0> {CLOSE}", text, count=_MENTIONS_MARKED)
    return marked if found else f"{OPEN} {name} {CLOSE} {text}"


@lru_cache(maxsize=4096)
def mention(name: str) -> re.Pattern[str]:
    """A pattern for ``name`` as a whole word, whatever its case; the plural and the possessive of the text may follow."""
    before = r"(?<!\w)" if name[:1].isalnum() else ""
    after = r"(?!\w)" if name[-1:].isalnum() else ""
    return re.compile(before + re.escape(name) + after, re.IGNORECASE)
