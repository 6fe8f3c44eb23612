"""Closes told by a bare size with its sign, gas by its short name, weeks that are set to be lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

ROWS = {
    "Softs\n\nSeptember NY cocoa (CCU25) finished -13 (-0.16%) at 8,336. London cocoa closed +9 at 5,699.": [
        ("COCOA", 8336.0, "close", "down", 0.16, "percent"),
        ("LONDONCOCOA", 5699.0, "close", "up", 9.0, "GBP"),
    ],
    "Copper\n\nSep copper (HGU25) closed -6.05 (-1.20%) at 5.0575.": [("HG", 5.0575, "close", "down", 1.2, "percent")],
    "Gas\n\nNatural gas futures fell 4.7 cents to $3.384. Gas has lost 14 percent since May. Gas exports rose 3%.": [
        ("NATGAS", 3.384, "last", "down", 0.047, "USD"),
        ("NATGAS", None, None, "down", 14.0, "percent"),
    ],
    "Gas\n\nDutch gas rose 3% to 33 euros per MWh. The European benchmark had been at 30 euros in May.": [
        ("TTF", 33.0, "last", "up", 3.0, "percent"),
        ("TTF", 30.0, "previous", None, None, None),
    ],
    "Gold\n\nGold was at $3,341 and looked set to lose 2.6 percent this week.": [
        ("XAUUSD", 3341.0, "last", "down", 2.6, "percent"),
    ],
    "Coal\n\nNewcastle cargoes are at about $109 a tonne.": [("COAL", 109.0, "last", None, None, None)],
}


@pytest.mark.parametrize("text", ROWS)
def test_rows(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == ROWS[text]
