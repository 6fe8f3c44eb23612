"""The reading of single words: which way the words of the target's own clause point.

The words and their sides are a table in data/sentiment/words.csv. The vote is a weak scorer of its own (``words``), the lexicon
that the benchmarks compare with, and evidence that the embedded model adds to its log-odds.
"""

from __future__ import annotations

import csv
import math
import re
from collections.abc import Sequence
from functools import cache
from hashlib import blake2b

from signals.resources import data_path
from signals.score.marking import mention, plain
from signals.score.probabilities import Probabilities, from_log_odds

_WORD = re.compile(r"[a-z][a-z'-]*")
_CLAUSE = re.compile(
    r"[;:,.!?](?=\s|$)|\s[-–—]\s|\b(?:as|while|but|and|after|despite|whereas|although|though|even)\b", re.IGNORECASE
)
_NEGATIONS = frozenset(["not", "no", "never", "cannot", "without", "n't", "fails", "failed", "unable", "unlikely", "hardly"])
_REACH = 3  # words over which a negation works
_SLOPE = 2.2


@cache
def sides() -> dict[str, float]:
    """Each word of the table with its side, -1 to 1."""
    with data_path("sentiment", "words.csv").open(encoding="utf-8") as lines:
        return {form: float(row["side"]) for row in csv.DictReader(lines) for form in row["forms"].split()}


@cache
def _table_revision() -> str:
    return blake2b(data_path("sentiment", "words.csv").read_bytes(), digest_size=6).hexdigest()


@cache
def directions() -> frozenset[str]:
    """The words of the table that tell of a move, such as rise and fall."""
    with data_path("sentiment", "words.csv").open(encoding="utf-8") as lines:
        return frozenset(form for row in csv.DictReader(lines) if row["kind"] == "direction" for form in row["forms"].split())


def vote(text: str, target: str | None = None) -> float:
    """Which way the words point, -1 to 1; 0 where none does.

    With a target it is the vote of the clauses that name it, or of the whole text where those have no such word.
    """
    return _vote(_own_clauses(text, target)) or _vote(plain(text))


def tells_of_move(text: str, target: str | None = None) -> bool:
    """Whether the clauses that name the target (the whole text without one) have a word of direction."""
    return any(word in directions() for word in _WORD.findall(_own_clauses(text, target).lower()))


def _own_clauses(text: str, target: str | None) -> str:
    text, name = plain(text), plain(target) if target else ""
    if not name:
        return text
    return " ".join(clause for clause in _CLAUSE.split(text) if mention(name).search(clause))


def _vote(clause: str) -> float:
    known, total, denied = sides(), 0.0, 0
    for match in _WORD.finditer(clause.lower()):
        word = match[0]
        if word in _NEGATIONS or word.endswith("n't"):
            denied = _REACH
            continue
        total += known.get(word, 0.0) * (-1 if denied else 1)
        denied = max(0, denied - 1)
    return math.tanh(total)


class WordScorer:
    """Scores by word votes alone: quick, transparent, and much weaker than a model."""

    name = "words"

    @property
    def revision(self) -> str:
        """Fingerprint of the word table."""
        return _table_revision()

    def score_pairs(self, pairs: Sequence[tuple[str, str | None]]) -> list[Probabilities]:
        """See ``Scorer``."""
        return [_reading(vote(text, target)) for text, target in pairs]


def _reading(side: float) -> Probabilities:
    return from_log_odds((-_SLOPE * side, 0.5, _SLOPE * side))
