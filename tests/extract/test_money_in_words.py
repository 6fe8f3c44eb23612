"""Sizes of moves as amounts of money in words, and small units of currencies; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

IN_WORDS = {
    "The dollar slipped half a yen to 157.30.": [("USDJPY", 157.3, "last", "down", 0.5, "JPY")],
    "The dollar was one yen lower at 157.30.": [("USDJPY", 157.3, "last", "down", 1.0, "JPY")],
    "The dollar rose a full yen to 158.10.": [("USDJPY", 158.1, "last", "up", 1.0, "JPY")],
    "The yen gained three quarters of a yen to 157.3 per dollar.": [("USDJPY", 157.3, "last", "down", 0.75, "JPY")],
    "The rupee was down a rupee at 87.10.": [("USDINR", 87.1, "last", "up", 1.0, "INR")],
    "Brent was up by a dollar at $68.20.": [("BRENT", 68.2, "last", "up", 1.0, "USD")],
    "The pound jumped a cent and a half to $1.3650.": [("GBPUSD", 1.365, "last", "up", 0.015, "USD")],
    "Vodafone lost a penny to 78.1p.": [("VOD.L", 78.1, "last", "down", 0.01, "GBP")],
    "Half a million people sold the dollar.": [],
}
PRICED = {
    "1 euro cost 17.62 rand on Thursday.": [("EURZAR", 17.62, "last", None, None, None)],
    "One euro bought 51.10 liras.": [("EURTRY", 51.1, "last", None, None, None)],
}
HUNDREDTHS = {
    "The euro slid 15 kopecks to 89.20 roubles.": [("EURRUB", 89.2, "last", "down", 0.15, "RUB")],
    "The dollar rose 23 kopecks to 78.40.": [("USDRUB", 78.4, "last", "up", 0.23, "RUB")],
}
BUSHELS = {
    "Corn for December settled down 10 1/2 cents at 5.51-3/4 a bushel.": [("CORN", 5.5175, "close", "down", 0.105, "USD")],
    "Wheat was up 3 cents at 5.42-1/4 a bushel.": [("WHEAT", 5.4225, "last", "up", 0.03, "USD")],
}
YIELDS = {
    "South Africa's 2035 bond yielded 9.775%, 4 bps lower.": [("ZA_2035", 9.775, "last", "down", 4.0, "bp")],
    "The 10-year gilt yield climbed two points to 4.55%.": [("GB10Y", 4.55, "last", "up", 2.0, "bp")],
    "The 10-year gilt yield climbed two full points to 6.55%.": [("GB10Y", 6.55, "last", "up", 200.0, "bp")],
}
FORETOLD = {
    "Economists at ANZ see the Aussie at 67 cents by December.": [("AUDUSD", 0.67, "forecast", None, None, None)],
}
COMPARED = {
    "The dollar is worth 89.2 roubles, 40 kopecks more than yesterday.": [("USDRUB", 89.2, "last", "up", 0.4, "RUB")],
    "Cocoa closed at $9,012 a tonne, $150 less than on Thursday.": [("COCOA", 9012.0, "close", "down", 150.0, "USD")],
    "Brent cost $68.20, 40 cents more than on Thursday.": [("BRENT", 68.2, "last", "up", 0.4, "USD")],
}
CASES = COMPARED | IN_WORDS | PRICED | HUNDREDTHS | BUSHELS | YIELDS | FORETOLD


@pytest.mark.parametrize("text", CASES)
def test_rows(text: str, read: Callable[[str], Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == CASES[text]


def test_dollars_are_told_from_cents(read: Callable[[str], Extraction]) -> None:
    units = [read(text).observations[0].level_unit for text in (*BUSHELS, "Soybeans closed 12 cents higher at 1,045-1/2.")]
    assert units == ["USD per bushel", "USD per bushel", "US cents per bushel"]
