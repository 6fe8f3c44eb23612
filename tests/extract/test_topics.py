"""Whom a sentence is about where the name stands behind a preposition, an adjective or an aside; expected rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

TOPICS = {
    "The lira was at 6.88 per dollar. For the rand the night was worse. It was dumped from 14.08 to 15.55.": [
        ("USDTRY", 6.88, "last", None, None, None), ("USDZAR", 14.08, "previous", None, None, None),
        ("USDZAR", 15.55, "last", "up", None, None),
    ],
    "The S&P 500 did not keep pace; for the Nasdaq Composite, 1.2% to the good, the final figure was 7,417.86.": [
        ("IXIC", None, None, "up", 1.2, "percent"),
    ],
    "For Tesla, sales rose 5%.": [],
}  # fmt: skip
ADJECTIVES = {
    "The Sensex sank 1.7 per cent. The wider NSE Nifty tumbled 379.40 points and closed at 21,884.50.": [
        ("SENSEX", None, None, "down", 1.7, "percent"), ("NIFTY", 21884.5, "close", "down", 379.4, "points"),
    ],
}  # fmt: skip
ASIDES = {
    "BP rose 2.2% and Shell, its rival, 1.8%.": [
        ("BP.L", None, None, "up", 2.2, "percent"), ("SHEL.L", None, None, "up", 1.8, "percent"),
    ],
    "Riot Platforms rose 6%; MicroStrategy, with a hoard of 402,100 coins, 9% to $443.": [
        ("RIOT", None, None, "up", 6.0, "percent"), ("MSTR", 443.0, "last", "up", 9.0, "percent"),
    ],
    "Sasol lost 3%, followed by Naspers, 2.1%.": [
        ("SOL.JO", None, None, "down", 3.0, "percent"), ("NPN.JO", None, None, "down", 2.1, "percent"),
    ],
    "Glencore fell 2.1%, and Rio Tinto, with profits up 4%, paid a dividend.": [
        ("GLEN.L", None, None, "down", 2.1, "percent"),
    ],
}  # fmt: skip
PARTS = {
    "Rivian, which is laying off a tenth of its staff, fell 25%.": [("RIVN", None, None, "down", 25.0, "percent")],
    "The rand has given up a third of its gains since May.": [],
    "Tesla lost a tenth of its value.": [("TSLA", None, None, "down", 10.0, "percent")],
}
TENORS = {
    "The US 10-year, above 4% in Asian hours, was last at 3.72%.": [("US10Y", 3.72, "last", None, None, None)],
    "Germany's two-year rose 3 bps to 2.4%.": [("DE2Y", 2.4, "last", "up", 3.0, "bp")],
    "UK two-year at 4.1%, US 10-year 4.2%.": [
        ("GB2Y", 4.1, "last", None, None, None), ("US10Y", 4.2, "last", None, None, None),
    ],
    "The US 10-year plan was presented; it costs 4.2% of output.": [],
}  # fmt: skip
SET_OFF = {
    "Chevron was out in front, 22.7 percent to the better, with American Express (21.9%) on its heels.": [
        ("CVX", None, None, "up", 22.7, "percent"), ("AXP", None, None, "up", 21.9, "percent"),
    ],
    "Rivian fell 2%; Lucid fared little better at $3.07, minus 16.8%.": [
        ("RIVN", None, None, "down", 2.0, "percent"), ("LCID", 3.07, "last", "down", 16.8, "percent"),
    ],
    "Rivian fell 2%; Quirkco fared worse at $3.07, minus 16.8%.": [("RIVN", None, None, "down", 2.0, "percent")],
    "Suppliers? Continental: minus 5.0%.": [("CON.DE", None, None, "down", 5.0, "percent")],
    "European gas was down to 214.50 euros. In Chicago wheat went up and ended at $12.86 3/4 a bushel.": [
        ("TTF", 214.5, "last", "down", None, None), ("WHEAT", 12.8675, "close", "up", None, None),
    ],
}  # fmt: skip
CASES = TOPICS | ADJECTIVES | ASIDES | PARTS | TENORS | SET_OFF


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_each_member_of_a_family(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected
