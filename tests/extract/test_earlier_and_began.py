"""Words before a name that are times, pricing that began, what each dollar costs, sizes that restate one behind its level."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

ROWS = {
    "Miners\n\nGlencore fell 7% to 283p. In Sydney earlier BHP had lost 5.2%.": [
        ("GLEN.L", 283.0, "last", "down", 7.0, "percent"),
        ("BHP.AX", None, None, "down", 5.2, "percent"),
    ],
    "Ore\n\nIron ore slumped below $90 for the first time since daily pricing began, to $88.90.": [
        ("IRONORE", 88.9, "last", "down", None, None),
    ],
    "Metals\n\nCopper fell 2%. In electronic trading after the close gold slipped, to $3,348.": [
        ("COPPER", None, None, "down", 2.0, "percent"),
        ("XAUUSD", 3348.0, "last", "down", None, None),
    ],
    "Ore\n\nThe 62% benchmark for iron ore held. Fortescue fell 3%. Each $10 off the price costs the state $800 million.": [
        ("FMG.AX", None, None, "down", 3.0, "percent"),
    ],
    "Copper in free fall: $9,000 next?\n\nCopper sank 3.9% to $9,045 a tonne.": [
        ("COPPER", 9045.0, "last", "down", 3.9, "percent"),
    ],
    "Why has gold fallen $27 to $3,340?": [("XAUUSD", 3340.0, "last", "down", 27.0, "USD")],
    "Oil\n\nU.S. crude settled 3.3 percent lower at $67.48 a barrel, off $2.31.": [
        ("WTI", 67.48, "close", "down", 3.3, "percent")
    ],
    "Oil\n\nU.S. crude settled 3.3 percent lower at $67.48 a barrel, off $4 on the week.": [
        ("WTI", 67.48, "close", "down", 3.3, "percent"),
        ("WTI", None, None, "down", 4.0, "USD"),
    ],
    "Metals\n\nGold fell. Newmont shed 5.9%. Since its peak of $3,500 in April the metal is down 9%.": [
        ("NEM", None, None, "down", 5.9, "percent"),
        ("XAUUSD", 3500.0, "high", None, None, None),
        ("XAUUSD", None, None, "down", 9.0, "percent"),
    ],
}


@pytest.mark.parametrize("text", ROWS)
def test_rows(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == ROWS[text]
