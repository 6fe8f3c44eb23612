"""Sizes behind an extreme that was passed on the way, prices by the hundredweight, views of houses on goods."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

ROWS = {
    "Gas\n\nThe benchmark Dutch contract ended at €33.27 a megawatt hour after touching €34.79, a jump of 3 percent.": [
        ("TTF", 33.27, "close", "up", 3.0, "percent"),
        ("TTF", 34.79, "high", None, None, None),
    ],
    "Oil\n\nBrent fell to a low of $66.20, a drop of 3%.": [("BRENT", 66.2, "low", "down", 3.0, "percent")],
    "Gold\n\nGold touched $3,365.50, a two-week high, and has since slipped back to $3,341, up 0.1%.": [
        ("XAUUSD", 3365.5, "high", None, None, None),
        ("XAUUSD", 3341.0, "last", "up", 0.1, "percent"),
    ],
    "Livestock\n\nLive cattle closed at $214.825/cwt, down $1.175. Feeder cattle dropped $2.375 to $310.10.": [
        ("CATTLE", 214.825, "close", "down", 1.175, "USD"),
        ("FEEDERCATTLE", 310.1, "last", "down", 2.375, "USD"),
    ],
    "Gas\n\nIn Britain the front month soared 20 percent to 95 pence a therm. The Japan-Korea Marker was at $12.35.": [
        ("NBP", 0.95, "last", "up", 20.0, "percent"),
        ("JKM", 12.35, "last", None, None, None),
    ],
    "Oil\n\nBrent rose 1% to $68.80. A poll of 40 economists put Brent at an average of $67.86 this year.": [
        ("BRENT", 68.8, "last", "up", 1.0, "percent"),
        ("BRENT", 67.86, "forecast", None, None, None),
    ],
    "Copper\n\nCopper rose 1% to $9,850 a tonne. Acme Brokers stuck to its call of $12,000 a tonne by mid-2026."
    " Its rival reckons prices will end the year at $10,000.": [
        ("COPPER", 9850.0, "last", "up", 1.0, "percent"),
        ("COPPER", 12000.0, "forecast", None, None, None),
        ("COPPER", 10000.0, "forecast", None, None, None),
    ],
}


@pytest.mark.parametrize("text", ROWS)
def test_rows(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == ROWS[text]
