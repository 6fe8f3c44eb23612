"""Whether a text is a single line of the length of a headline."""

from __future__ import annotations

LONGEST = 200  # characters of a headline


def is_headline(text: str) -> bool:
    """Whether an item is a single line of the length of a headline."""
    return len(text) <= LONGEST and "\n" not in text
