"""All names found in one pass over the text."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

from signals.instruments.master import load_master

Hit = tuple[int, int, Any]


class AliasAutomaton:
    """Finds names in a text: the longest at each place, at word boundaries, in the case that the name asks for."""

    def __init__(self, rows: Sequence[tuple[str, bool, Any]]) -> None:
        import ahocorasick_rs

        by_text: dict[str, list[tuple[str, bool, Any]]] = {}
        for row in rows:
            by_text.setdefault(fold(row[0]), []).append(row)
        self._rows = list(by_text.values())
        self._automaton = ahocorasick_rs.AhoCorasick(list(by_text), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def hits(self, text: str) -> list[Hit]:
        """(start, end, payload) of each name, in order, none overlapping another."""
        found = []
        for number, start, end in self._automaton.find_matches_as_indexes(fold(text)):
            if not _bounded(text, start, end):
                continue
            for written, case_matters, payload in self._rows[number]:
                if not case_matters or text[start:end] == written:
                    found.append((start, end, payload))
                    break
        return found


@cache
def build_automaton(extra_patterns: tuple[tuple[str, Any], ...] = ()) -> AliasAutomaton:
    """All aliases (payload: the Alias) and further patterns (payload: the caller's), whose case is ignored."""
    aliases = [(alias.text, alias.case_sensitive, alias) for alias in load_master().aliases]
    return AliasAutomaton([*aliases, *((text, False, payload) for text, payload in extra_patterns)])


def fold(text: str) -> str:
    """Lower case of the same length: a character whose lower case is longer stays as it is."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)


def _bounded(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (_word(before) and _word(text[start])) and not (_word(after) and _word(text[end - 1]))


def _word(character: str) -> bool:
    return character.isalnum() or character == "_"
