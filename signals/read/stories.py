"""Which items tell the same story: nearly the same words, and the same figures.

Shingles of words are compared by MinHash (Broder 1997) with locality-sensitive hashing; candidates must share their figures
too, so Tuesday's daily report is no copy of Monday's although its wording is.
"""

from __future__ import annotations

import re
from dataclasses import replace

from signals.records import Item, Relation

PERMUTATIONS = 64
BANDS = 32
SIMILAR = 0.5
SAME_FIGURES = 0.6
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
UPDATE = re.compile(r"^\s*(?:(?P<update>UPDATE\s*\d+)|(?P<correction>CORRECTED|REFILE|CORRECTION))\b", re.IGNORECASE)


class StoryIndex:
    """Places items one after the other; each joins the story of an earlier one that tells the same."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._index = RMinHashLSH(threshold=SIMILAR, num_perm=PERMUTATIONS, num_bands=BANDS)
        self._seen: list[tuple[str, frozenset[str]]] = []

    def add(self, story_id: str, text: str) -> None:
        """Makes an item that is known already part of the index."""
        self._index.insert(len(self._seen), _sketch(text))
        self._seen.append((story_id, _figures(text)))

    def place(self, item: Item) -> Item:
        """The item with its story and its relation to the story's first item."""
        story = self._story_of(item.text)
        self.add(story or item.id, item.text)
        if story is None:
            return replace(item, story_id=item.id, story_relation="original")
        return replace(item, story_id=story, story_relation=_relation(item.headline or ""))

    def _story_of(self, text: str) -> str | None:
        figures, sketch = _figures(text), _sketch(text)
        for candidate in sorted(self._index.query(sketch)):
            story, others = self._seen[int(candidate)]
            if _overlap(figures, others) >= SAME_FIGURES:
                return story
        return None


def _sketch(text: str) -> object:
    from rensa import RMinHash

    words = re.findall(r"\w+", text.lower())
    sketch = RMinHash(num_perm=PERMUTATIONS, seed=1)
    sketch.update([" ".join(words[n : n + 3]) for n in range(max(1, len(words) - 2))])
    return sketch


def _figures(text: str) -> frozenset[str]:
    return frozenset(NUMBER.findall(text))


def _overlap(left: frozenset[str], right: frozenset[str]) -> float:
    return len(left & right) / len(left | right) if left or right else 1.0


def _relation(headline: str) -> Relation:
    match = UPDATE.match(headline)
    if match is None:
        return "copy"
    return "update" if match["update"] else "correction"
