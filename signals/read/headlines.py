"""Which label of an item's head is its headline: the one that the body takes up again, of a headline's length, not repeated
elsewhere."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import lru_cache

from signals.read.furniture import terms

OPENING = 1500  # characters of the body in which the headline's words are looked for
STEM = 5  # letters that two forms of a word share
FEWEST, MOST = 4, 22  # words of a headline, as a rule
PREFERRED = 0.75  # for standing on the side of the stamp on which the page has its headlines
_WORD = re.compile(r"[^\W\d_]{4,}|\d[\d.,]*\d|\d")
_BYLINE = re.compile(
    r"^(?:by|von|source|written|reported|edited|text|photo|image|picture|file photo|pic|credit|author)s?\b\s*:?\s",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[-–—*•·▪■◆►|>#\s]+")
_NUMBERED = re.compile(r"^(?:(?i:headline|title|subject)\s*:\s*|\d{1,2}[.)]|[•·▪■◆►*#]+)\s*")


@dataclass(frozen=True, slots=True)
class Title:
    """A label that may be a headline: its level as a heading (0 for none), and whether it stands where the page has them."""

    text: str
    heading: int = 0
    preferred: bool = False


def headline_score(text: str, body: str, elsewhere: bool = False, heading: int = 0) -> float:
    """How much a label looks like the headline of this body; below zero it is none."""
    text = _BULLET.sub("", text)
    words = len(text.split())
    score = 4 * overlap(text, body) * min(1.0, words / FEWEST) + (
        1.0 if FEWEST <= words <= MOST else -1.0 if words < 3 or words > 2 * MOST else 0.0
    )
    score += 2.0 * (heading > 0) + 0.5 * (heading in {1, 2})
    score -= 2.0 * elsewhere + 3.0 * bool(_BYLINE.match(text)) + 4.0 * (terms(text) >= max(1, words // 2))
    return score - 1.0 * (text.endswith(":") or "  " in text) - 3.0 * (text.startswith("(") and text.endswith(")"))


def overlap(text: str, body: str) -> float:
    """The share (0 to 1) of the text's longer words and figures that the opening of the body has too."""
    wanted = stems(text)
    return len(wanted & stems(body[:OPENING])) / len(wanted) if wanted else 0.0


@lru_cache(maxsize=256)
def stems(text: str) -> frozenset[str]:
    """Its longer words, cut to their stems, and its figures."""
    return frozenset({word[:STEM].lower() for word in _WORD.findall(text)})


def clean_headline(text: str) -> str:
    """The headline without its number or bullet."""
    return _NUMBERED.sub("", text).strip()


def best_headline(titles: Iterable[Title], body: str, elsewhere: Collection[str] = ()) -> str | None:
    """The label that is the headline of this body; None where none looks like one."""
    scored = [
        (headline_score(title.text, body, title.text in elsewhere, title.heading) + PREFERRED * title.preferred, title.text)
        for title in titles
    ]
    best = max(scored, key=lambda each: each[0], default=(0.0, ""))
    return best[1] if best[0] > 0 else None
