"""Case folding that keeps offsets."""

from __future__ import annotations


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold.

    >>> lower("İstanbul") == "İstanbul"
    True
    """
    low = text.lower().replace("’", "'")
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
