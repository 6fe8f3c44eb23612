"""The table of words: each stands once in a form."""

from __future__ import annotations

import csv
from collections import Counter

from signals.resources import data_path


def test_no_word_stands_twice_in_one_form() -> None:
    with data_path("words", "words.csv").open(encoding="utf-8", newline="") as lines:
        said = Counter(
            (row["kind"], row["form"], word.strip()) for row in csv.DictReader(lines) for word in row["words"].split(";")
        )
    assert [entry for entry, times in said.items() if times > 1] == []
