"""Desk notes: months and years of delivery behind the name of a good, plain or with an apostrophe or a hyphen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

NOTES = {
    "Note\n\nTTF Aug'25 33.10 (+7.2% on the week), TTF Cal'26 32.40, NBP Aug 80.5p.\n"
    "German Cal 26 base 88.50, French Cal 26 61.75.\n"
    "EUA Dec-25 70.60, -0.4. HH 3.377.": [
        ("TTF", 33.1, "last", "up", 7.2, "percent"),
        ("NBP", 0.805, "last", None, None, None),
        ("GERPOWER", 88.5, "last", None, None, None),
        ("FRPOWER", 61.75, "last", None, None, None),
        ("EUA", 70.6, "last", "down", 0.4, "EUR"),
        ("NATGAS", 3.377, "last", None, None, None),
    ],
    "Coffee\n\nSeptember arabicas dropped 3.45 cents to $2.9105 a lb. Robustas were down $17 at $3,617 a tonne.": [
        ("COFFEE", 2.9105, "last", "down", 0.0345, "USD"),
        ("ROBUSTA", 3617.0, "last", "down", 17.0, "USD"),
    ],
    "Brent\n\nBrent 25 years ago was a bargain.": [],
}


@pytest.mark.parametrize("text", NOTES)
def test_notes(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == NOTES[text]
