"""Whether a text is a single line of the length of a headline."""

from __future__ import annotations

LONGEST = 200  # characters of a headline


def is_headline(text: str) -> bool:
    """Whether an item is a single line of the length of a headline."""
    return len(text) <= LONGEST and "\n" not in text


def in_headline(text: str, place: int) -> bool:
    """Whether a place is in a headline: that of an item of one line, or in the first line of a report if no stop ends it.

    >>> in_headline("Gold to hit $4,000\\nThe bank said so on Monday.", 8)
    True
    """
    end = text.find("\n", 0, LONGEST + 1)
    if end < 0:
        return is_headline(text)
    return place < end and text[end - 1] not in ".:"
