#!/usr/bin/env python3
"""Collects the sentences that the tests of extraction read, with what the grammar alone reads of them.

    python data/relations/sentences.py FILE

They were written to show what is a price and what is none, so that whatever the grammar leaves open in them is to stay open.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest

from signals.extract import extractor
from signals.records import Extraction, Item, Observation

TESTS = Path(__file__).resolve().parents[2] / "tests" / "extract"
LONGEST = 1500  # characters: longer texts are no sentences
WORDS = re.compile(r"[a-z]{3} [a-z]")  # what a text has that is no noise


class Collector:
    """Keeps each text that is read once, as a labelled report."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, Any], dict[str, Any]] = {}
        self._read = extractor.Extractor.__call__

    @property
    def read(self) -> Callable[[extractor.Extractor, Item], Extraction]:
        """What stands in for an extractor's call."""
        return lambda reader, item: self._keep(item, self._read(reader, item))

    def _keep(self, item: Item, found: Extraction) -> Extraction:
        """Keeps an item in which numbers are left open."""
        is_open = any(number.status != "claimed" for number in found.numbers)
        if is_open and len(item.text) < LONGEST and WORDS.search(item.text):
            received = item.received_at.isoformat() if item.received_at else None
            label = {"id": f"sentence-{len(self.seen)}", "received_at": received, "text": item.text}
            self.seen[item.text, received] = {**label, "observations": [_label(o) for o in found.observations]}
        return found


def _label(one: Observation) -> dict[str, Any]:
    move = asdict(one.move) if one.move is not None else None
    kept = ("instrument", "level", "level_unit", "level_kind", "evidence")
    return {**{name: getattr(one, name) for name in kept}, "move": move}


def main() -> None:
    """Runs the tests without weights and writes what was collected."""
    collector = Collector()
    with (
        patch.object(extractor, "related_numbers", lambda *_: []),
        patch.object(extractor.Extractor, "__call__", collector.read),
    ):
        skipped = (f"--ignore={TESTS / name}" for name in ("test_accuracy.py", "test_confidence.py", "test_relations.py"))
        pytest.main(["-q", "--no-cov", *skipped, str(TESTS)])
    with Path(sys.argv[1]).open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(label) + "\n" for label in collector.seen.values())
    print(f"{len(collector.seen)} sentences")


if __name__ == "__main__":
    main()
