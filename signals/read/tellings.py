"""What is compared when two items may tell the same story: their words, their figures and dates, their headlines, their times.

Words are compared by MinHash (Broder 1997) over pairs of words. Figures and days of the week count for themselves: a report of
Tuesday is written like that of Monday, and only its figures are others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from hashlib import blake2b
from itertools import pairwise
from sys import intern
from typing import Any

from signals.records import Relation

PERMUTATIONS = 64
LEAD = 50  # words of the beginning, by which a short telling is compared with a long one
TELLING_FIGURES = 2  # figures of three digits or more that two items must have for these to decide
SAME_FIGURES = 0.75  # share of the shorter telling's figures that the longer must have
ALIKE, VERY_ALIKE = 0.35, 0.6  # share of its pairs of words, where figures decide and where there are too few of them
APART = timedelta(days=4)  # tellings farther apart are of one story only where every word is the same
UNLIKELY_AGAIN = 40  # pairs of words that nobody writes twice in the same order
UPDATES_WITHIN = timedelta(hours=36)
_WORD = re.compile(r"\w+(?:[.,]\d+)*")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?\s\d{1,2}\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_DATELINE = re.compile(r"^[^\n.!?]{0,60}?(?:\([A-Za-z/ .-]{2,30}\)\s*(?:[-–—]+\s)?|\s[-–—]+\s|:\s(?=[A-Z]))")
_CORRECTION = r"CORRECT(?:ED|S|ION|ING)\b|REFIL(?:E|ES|ED)\b|CLARIFIES\b|CLARIFICATION\b"
_UPDATE = r"UPDATED?\s*\d*\b|WRAP-?UP\s*\d*\b|RECASTS?\b|LEAD\b|ADDS\b|\d(?:ST|ND|RD|TH)\s+LD\b|WRITETHRU\b"
_REPEAT = r"RPT\b|REPEATS?\b"
_PREFIX = re.compile(
    rf"^\s*\(?(?:(?P<correction>{_CORRECTION})|(?P<update>{_UPDATE})|(?P<repeat>{_REPEAT}))[^-–—:\n]{{0,24}}?\s*[-–—:)]+\s*",
    re.IGNORECASE,
)
_NOTE = re.compile(
    r"^\((?:(?P<correction>corrects|refiles|clarifies)|(?P<update>updates|adds|recasts|writes through))\b", re.IGNORECASE
)


Strings = frozenset[str] | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Telling:
    """One item as it is compared.

    ``digest`` is equal for the same words. ``figures`` are those of three digits or more that are no years: they tell one day's
    report from another's; ``details`` are all figures and days. ``sketch`` is a MinHash over ``pairs`` pairs of words.
    ``relation`` is what the item says of itself, None where it does not say that it changes or repeats another. ``at`` is when
    it was published, or else received; None where neither is known. ``beginning`` and ``lead_figures`` are of the first words.
    """

    digest: bytes
    figures: Strings
    details: Strings
    headline: Strings
    pairs: int
    sketch: Any
    relation: Relation | None
    at: datetime | None
    beginning: frozenset[str] = frozenset()
    lead_figures: frozenset[str] = frozenset()

    def kept(self) -> Telling:
        """What must be kept for comparisons once the item is in the index, in little memory."""
        return replace(
            self,
            figures=_small(self.figures),
            details=_small(self.details),
            headline=_small(self.headline),
            beginning=frozenset(),
            lead_figures=frozenset(),
        )


def _small(strings: Strings) -> Strings:
    return tuple(map(intern, strings))


def telling_of(headline: str, body: str, at: datetime | None) -> Telling:
    """An item as it is compared; datelines and marks such as UPDATE 2- do not count."""
    title = _PREFIX.sub("", headline, count=1)
    text = f"{title}\n{body}"
    words = _WORD.findall(f"{title}\n{_DATELINE.sub('', body, count=1)}".lower())
    pairs = _pairs(words)
    figures = frozenset(f for f in _FIGURE.findall(body) if len(f) > 2 and not _YEAR.fullmatch(f))
    return Telling(
        digest=blake2b(" ".join(words).encode("utf-8", "replace"), digest_size=8).digest(),
        figures=figures,
        details=frozenset(_FIGURE.findall(text)) | frozenset(day.lower() for day in _DAY.findall(text)),
        headline=frozenset(_WORD.findall(title.lower())),
        pairs=len(pairs),
        sketch=sketch_of(pairs, PERMUTATIONS),
        relation=_relation(headline, body),
        at=at,
        beginning=frozenset(_pairs(words[:LEAD])),
        lead_figures=figures & frozenset(words[:LEAD]),
    )


def _relation(headline: str, body: str) -> Relation | None:
    found = _PREFIX.match(headline) or _NOTE.match(body)
    if found is None:
        return None
    kinds: dict[str | None, Relation] = {"repeat": "copy", "correction": "correction", "update": "update"}
    return kinds[found.lastgroup]


def sketch_of(parts: Iterable[str], permutations: int) -> Any:
    """MinHash of a set of strings."""
    from rensa import RMinHash

    sketch = RMinHash(num_perm=permutations, seed=1)
    sketch.update(list(parts))
    return sketch


def same_story(one: Telling, other: Telling) -> float:
    """How alike two tellings of one story are, 0 to 1; 0 where they tell different ones."""
    apart = abs(one.at - other.at) if one.at and other.at else timedelta(0)
    if apart > APART:
        return float(one.digest == other.digest and one.pairs >= UNLIKELY_AGAIN)
    if one.digest == other.digest:
        return 1.0
    if _revises(one, other, apart):
        return max(_contained(one, other), 0.01)
    telling = min(len(one.figures), len(other.figures)) >= TELLING_FIGURES
    if (_shared(one.figures, other.figures) if telling else _shared(one.details, other.details)) < SAME_FIGURES:
        return 0.0
    alike = _contained(one, other)
    return alike if alike >= (ALIKE if telling else VERY_ALIKE) else 0.0


def _contained(one: Telling, other: Telling) -> float:
    """Share of the shorter telling's pairs of words that the longer has, estimated from the sketches."""
    jaccard: float = one.sketch.jaccard(other.sketch)
    smaller = min(one.pairs, other.pairs)
    return min(1.0, jaccard * (one.pairs + other.pairs) / ((1 + jaccard) * smaller)) if smaller else 0.0


def _revises(one: Telling, other: Telling, apart: timedelta) -> bool:
    """Whether one says that it updates or corrects an item, and the other bears the same headline."""
    if (one.relation is None and other.relation is None) or apart > UPDATES_WITHIN:
        return False
    both = len(frozenset(one.headline).intersection(other.headline))
    return both >= 0.6 * max(len(one.headline), len(other.headline)) > 0


def _shared(one: Strings, other: Strings) -> float:
    smaller = min(len(one), len(other))
    return len(frozenset(one).intersection(other)) / smaller if smaller else float(len(one) == len(other))


def _pairs(words: list[str]) -> list[str]:
    return list({f"{first} {second}" for first, second in pairwise(words)}) or words
