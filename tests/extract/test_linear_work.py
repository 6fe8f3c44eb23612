"""No input makes reading slow: twice the text is at most about twice the work, counted in calls and not in seconds."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from signals.extract import extract
from signals.records import Extraction, Item

HOSTILE = [
    "9", "$", "([{", "gold ", "a", "\n", "1 ", "1,", "-1/2", ". ", ", after ", '"', "Apple, ", "10-year ", "on Friday ",
    "gold rose 1%, ", "gold was at 5 from 6, ", "a rupee low of 85.1, ", "gold 1 2\n", "because of ", "the rate ",
    "Fed on Friday, ",
]  # fmt: skip


def read(text: str) -> Extraction:
    return extract(Item(id="1", path="-", position=0, text=text, body=text))


def calls(text: str) -> int:
    """How many functions, ours and built in, are called for a text."""
    counted = 0

    def count(_frame: Any, event: str, _argument: Any) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    sys.setprofile(count)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return counted


@pytest.mark.parametrize("unit", HOSTILE)
def test_twice_the_text_is_twice_the_work(unit: str) -> None:
    size = 6_000
    text = unit * (size // len(unit))
    read(text)  # what is built once is built
    assert calls(text * 2) <= 2.3 * calls(text) + 2_000


@pytest.mark.parametrize("unit", ["9", "$", "([{", "gold ", "a", "\n"])
def test_a_megabyte_is_read_to_its_end(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    found = read(text)
    assert found.observations == ()
    assert all(number.text == text[number.start : number.end] for number in found.numbers)
