"""The labelled examples that the model is trained and checked on: (text, target or None, label, weight)."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LABELS = ("negative", "neutral", "positive")
VALIDATION_SHARE = 0.1


@dataclass(frozen=True, slots=True)
class Example:
    """One text read about one target (``None``: as a whole). ``conflict`` marks a headline whose entities differ in label."""

    text: str
    target: str | None
    label: str
    source: str
    weight: float = 1.0
    conflict: bool = False


def is_validation(text: str) -> bool:
    """Whether the text belongs to the validation tenth: decided by its own characters, so that every run draws the same."""
    digest = hashlib.blake2b(text.strip().lower().encode(), digest_size=8, person=b"validation").digest()
    return int.from_bytes(digest, "big") / 2**64 < VALIDATION_SHARE


def sentfin(path: Path) -> Iterator[Example]:
    """Headlines by entity, and the whole headline where all its entities agree."""
    for row in _rows(path):
        text, entities = row["text"], row["entities"]
        conflict = len(set(entities.values())) > 1
        for entity, label in entities.items():
            yield Example(text, entity.strip(), label, "sentfin", 3.0 if conflict else 1.0, conflict)
        if not conflict:
            yield Example(text, None, next(iter(entities.values())), "headline", 0.5)


def tweets(path: Path) -> Iterator[Example]:
    """Short messages, labelled as a whole."""
    for row in _rows(path):
        yield Example(row["text"], None, row["label"], "tweets", 0.7)


def split(examples: list[Example]) -> tuple[list[Example], list[Example]]:
    """Training part and validation part."""
    training = [example for example in examples if not is_validation(example.text)]
    return training, [example for example in examples if is_validation(example.text)]


def _rows(path: Path) -> Iterator[dict]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
