"""Which items tell the same story, among millions: candidates by locality-sensitive hashing, then a comparison of each.

Candidates share figures or the headline, or where an item has hardly any figures, words of its beginning. So the many
reports that are written alike from day to day never meet, and a look-up costs the same however many items are known.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from signals.read.tellings import TELLING_FIGURES, Strings, Telling, same_story, sketch_of, telling_of
from signals.records import Item, Relation

BANDS, PERMUTATIONS = 16, 32
MOST_CANDIDATES = 40
MOST_ALIKE = 150
SAME_TITLES = 10  # items of one headline that are looked at, the latest
AROUND = 4  # days before and after an item among which its story is looked for


@dataclass(frozen=True, slots=True)
class Known:
    """An item that was placed in an earlier run."""

    item_id: str
    story_id: str
    telling: Telling


Recall = Callable[[list[date]], Iterable[Known]]


class StoryIndex:
    """Places items one after the other; each joins the story of a known one that tells the same.

    ``recall`` gives the items of the days asked for that earlier runs have placed; each day is asked for once.
    """

    def __init__(self, recall: Recall | None = None) -> None:
        self._recall = recall
        self._recalled: set[date] = set()
        self._known: list[Known] = []
        self._exact: dict[bytes, int] = {}
        self._by_title: defaultdict[int, deque[int]] = defaultdict(lambda: deque(maxlen=SAME_TITLES))
        self._by_figures, self._by_lead_figures, self._by_beginning = _Hashes(), _Hashes(), _Hashes()
        self._by_headline, self._revising_by_headline = _Hashes(), _Hashes()

    def add(self, known: Known) -> None:
        """Makes an item that is placed already part of the index."""
        number, telling = len(self._known), known.telling
        self._known.append(replace(known, telling=telling.kept()))
        self._exact.setdefault(telling.digest, number)
        self._by_title[hash(frozenset(telling.headline))].append(number)
        self._by_figures.add(number, telling.figures)
        self._by_lead_figures.add(number, telling.lead_figures)
        self._by_beginning.add(number, telling.beginning)
        (self._revising_by_headline if telling.relation else self._by_headline).add(number, telling.headline)

    def place(self, item: Item) -> Item:
        """The item with its story and its relation to the story's first item."""
        telling = telling_of(item.headline or "", item.body, item.published_at or item.received_at)
        self._remember(telling)
        found = self._same(telling)
        story = found.story_id if found else item.id
        self.add(Known(item.id, story, telling))
        if found is None:
            return replace(item, story_id=story, story_relation=telling.relation or "original")
        again: Relation = "update" if found.item_id == item.id and found.telling.digest != telling.digest else "copy"
        return replace(item, story_id=story, story_relation=telling.relation or again)

    def _remember(self, telling: Telling) -> None:
        if self._recall is None or telling.at is None:
            return
        around = {telling.at.date() + timedelta(days=n) for n in range(-AROUND, AROUND + 1)} - self._recalled
        if around:
            self._recalled |= around
            for known in self._recall(sorted(around)):
                self.add(known)

    def _same(self, telling: Telling) -> Known | None:
        """The known item that is most like a telling and tells the same story; the earliest of several alike."""
        exact = self._exact.get(telling.digest)
        if exact is not None and same_story(telling, self._known[exact].telling):
            return self._known[exact]
        best, best_alike = None, 0.0
        for number in self._candidates(telling):
            alike = same_story(telling, self._known[number].telling)
            if alike > best_alike:
                best, best_alike = self._known[number], alike
        return best

    def _candidates(self, telling: Telling) -> list[int]:
        found = self._by_figures.like(telling.figures) | self._by_lead_figures.like(telling.lead_figures)
        found.update(self._by_title.get(hash(frozenset(telling.headline)), ()))
        if len(telling.figures) < TELLING_FIGURES:
            found |= self._by_beginning.like(telling.beginning)
        if telling.relation:
            found |= self._by_headline.like(telling.headline)
        return sorted(found | self._revising_by_headline.like(telling.headline))


class _Hashes:
    """Sets of strings by their MinHash in bands of two: those that share half are found nearly always."""

    def __init__(self) -> None:
        from rensa import RMinHashLSH

        self._index: Any = RMinHashLSH(threshold=0.3, num_perm=PERMUTATIONS, num_bands=BANDS)

    def add(self, number: int, parts: Strings) -> None:
        """Adds a set, unless ``MOST_ALIKE`` are alike already: so a look-up stays as cheap among items all written alike."""
        if parts and len(self._index.query(sketch := sketch_of(parts, PERMUTATIONS))) < MOST_ALIKE:
            self._index.insert(number, sketch)

    def like(self, parts: Strings) -> set[int]:
        """The numbers of at most ``MOST_CANDIDATES`` sets that are alike, the latest."""
        return set(sorted(self._index.query(sketch_of(parts, PERMUTATIONS)))[-MOST_CANDIDATES:]) if parts else set()
