"""Whole phrases found in one pass, however many there are."""

from __future__ import annotations

import re
from collections.abc import Iterator


class Phrases:
    """Finds phrases in small letters, the longest at each place. ``*`` at the end of a phrase stands for any ending."""

    def __init__(self, *texts: str) -> None:
        """``texts`` hold phrases parted by semicolons or line breaks."""
        from ahocorasick_rs import AhoCorasick, MatchKind

        phrases = sorted(phrases_of(*texts))
        self._open = [phrase.endswith("*") for phrase in phrases]
        self._automaton = AhoCorasick([phrase.rstrip("*") for phrase in phrases], matchkind=MatchKind.LeftmostLongest)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Start and end of each phrase that stands as words of its own; ``text`` is in small letters."""
        for number, start, end in self._automaton.find_matches_as_indexes(text):
            if not text[start - 1 : start].isalnum() and (self._open[number] or not text[end : end + 1].isalnum()):
                yield start, end


def phrases_of(*texts: str) -> set[str]:
    """The phrases of these texts, in small letters."""
    return {phrase.strip().lower() for text in texts for phrase in re.split(r"[;\n]", text) if phrase.strip()}
