"""Prices as radio scripts spell them: in pairs, with halves, in hundredths; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

PAIRS = {
    "WTI closed at sixty-six fifty, down ninety-five cents.": [("WTI", 66.5, "close", "down", 0.95, "USD")],
    "Gold is at thirty-three thirty-six and silver at thirty-seven ten.": [
        ("XAUUSD", 3336.0, "last", None, None, None),
        ("XAGUSD", 37.1, "last", None, None, None),
    ],
    "Comex gold settled at thirty-three forty-two eighty.": [("GC", 3342.8, "close", None, None, None)],
    "Chicago corn ended at four thirty-seven and a quarter.": [("CORN", 4.3725, "close", None, None, None)],
    "Chicago wheat, five fifty-six and a half, up seven.": [("WHEAT", 5.565, "last", "up", 0.07, "USD")],
    "Chicago soybeans gained twelve to ten forty-nine.": [("SOYBEANS", 10.49, "last", "up", 0.12, "USD")],
    "Chicago corn ended at four oh six and a half.": [("CORN", 4.065, "close", None, None, None)],
}
SIZES = {
    "Chicago corn was up sixty-two and a half for the week.": [("CORN", None, None, "up", 0.625, "USD")],
    "Chicago wheat was up better than sixty-three.": [("WHEAT", None, None, "up", 0.63, "USD")],
    "Live cattle dropped a dollar five.": [("CATTLE", None, None, "down", 1.05, "USD")],
    "The Nasdaq was down one point two percent.": [("IXIC", None, None, "down", 1.2, "percent")],
    "Ether fell by one third.": [("ETHUSD", None, None, "down", 33.3, "percent")],
}
NO_PRICES = {
    "Gold rose in nineteen seventy-nine.": [("XAUUSD", None, None, "up", None, None)],
    "Corn and soybeans rose. The crop came off its number, down to one fifty-five.": [
        ("CORN", None, None, "up", None, None),
        ("SOYBEANS", None, None, "up", None, None),
    ],
}


@pytest.mark.parametrize(("text", "rows"), [*PAIRS.items(), *SIZES.items(), *NO_PRICES.items()])
def test_prices_read_aloud(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert sorted(map(short, read(text).observations), key=str) == sorted(rows, key=str)
