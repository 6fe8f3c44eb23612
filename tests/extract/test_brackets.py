"""Prices in brackets behind a name, signed sizes behind a place, levels that a second table repeats; expected rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

BRACKETS = {
    "The S&P 500 (2,447.33) put on 9.4%.": [("SPX", 2447.33, "last", "up", 9.4, "percent")],
    "Platinum ($1,419, -5%) and palladium ($668, -5.5%) could not escape.": [
        ("XPTUSD", 1419.0, "last", "down", 5.0, "percent"), ("XPDUSD", 668.0, "last", "down", 5.5, "percent"),
    ],
    "The Nikkei (38,500.10) ended 1.1% up and the Topix (2,700.33) 0.8%.": [
        ("NKY", 38500.1, "close", "up", 1.1, "percent"), ("TPX", 2700.33, "close", "up", 0.8, "percent"),
    ],
    "Shell (2,650p) rose 1.2% and BP (431.2p) 0.9%.": [
        ("SHEL.L", 2650.0, "last", "up", 1.2, "percent"), ("BP.L", 431.2, "last", "up", 0.9, "percent"),
    ],
    "Nvidia ($3 trillion) fell 1%; the Dow (30 stocks) rose 2%.": [
        ("NVDA", None, None, "down", 1.0, "percent"), ("DJI", None, None, "up", 2.0, "percent"),
    ],
}  # fmt: skip
ALONE = {
    "Nickel 15,345 (unch), Lead 2,063 (-0.2%)": [
        ("NICKEL", 15345.0, "last", "flat", None, None), ("LEAD", 2063.0, "last", "down", 0.2, "percent"),
    ],
}  # fmt: skip
STRANGERS = {
    "The DAX rose 1%. Winners were SAP (+2.3%), QRKB (+1.4%) and BASF (+3.1%).": [
        ("DAX", None, None, "up", 1.0, "percent"), ("SAP.DE", None, None, "up", 2.3, "percent"),
        ("BAS.DE", None, None, "up", 3.1, "percent"),
    ],
    "The DAX fell 1%. The losers were Quirkco (down 2.4%), SAP (-3%) and Zorblatt Steel (-4%).": [
        ("DAX", None, None, "down", 1.0, "percent"), ("SAP.DE", None, None, "down", 3.0, "percent"),
    ],
    "Siemens fell in Frankfurt (-3%).": [("SIE.DE", None, None, "down", 3.0, "percent")],
}  # fmt: skip
PLACES = {
    "Europe was mixed. London: plus 0.4%, Frankfurt minus 0.2%. The CAC 40 is up 3% this year.": [
        ("UKX", None, None, "up", 0.4, "percent"), ("DAX", None, None, "down", 0.2, "percent"),
        ("CAC40", None, None, "up", 3.0, "percent"),
    ],
    "Inflation: London +3.4%, Paris +2.1%. The DAX rose 1%.": [("DAX", None, None, "up", 1.0, "percent")],
    "In Amsterdam ASML had added 4.8%, in Tokyo Tokyo Electron 6.0%.": [
        ("ASML.AS", None, None, "up", 4.8, "percent"), ("8035.T", None, None, "up", 6.0, "percent"),
    ],
}  # fmt: skip
STEADIED = {
    "Brent dipped below $101 before it steadied at $100.63, $2.48 lower.": [
        ("BRENT", 100.63, "last", "down", 2.48, "USD"),
    ],
}  # fmt: skip
TWICE = {
    "CURRENCY  LATEST  PREV DAY  PCT MOVE\nYen  109.82  109.79  -0.03\nWon  1148.60  1145.00  -0.31\n\n"
    "CURRENCY  LATEST  END 2020  PCT MOVE\nYen  109.82  103.24  -5.99\nWon  1148.60  1086.20  -5.43\n": [
        ("USDJPY", 109.82, "last"), ("USDJPY", 109.79, "previous"), ("USDKRW", 1148.6, "last"), ("USDKRW", 1145.0, "previous"),
        ("USDJPY", None, None), ("USDJPY", 103.24, "previous"), ("USDKRW", None, None), ("USDKRW", 1086.2, "previous"),
    ],
}  # fmt: skip
APART = {
    "The pound fell to a low of $1.2412 and was 0.3% weaker at 86.32 pence per euro.": [
        ("GBPUSD", 1.2412, "low", None, None, None), ("EURGBP", 0.8632, "last", "up", 0.3, "percent"),
    ],
    "Brent hit $80.10 and was up 1% at $79.80.": [
        ("BRENT", 80.1, "high", None, None, None), ("BRENT", 79.8, "last", "up", 1.0, "percent"),
    ],
    "Gold was at $1,900, up 1% on the day.": [("XAUUSD", 1900.0, "last", "up", 1.0, "percent")],
}  # fmt: skip
BOURSES = {
    "Turnover was thin as the Karachi index shed 412 points to end at 48,120.": [
        ("KSE100", 48120.0, "close", "down", 412.0, "points"),
    ],
    "The Tokyo consumer price index rose 2%.": [],
    "The London index of house prices rose 2%.": [],
}  # fmt: skip
COLONS = {
    "The yen had its worst day in a month: 156.40 per dollar at noon, 1.1% weaker.": [
        ("USDJPY", 156.4, "last", "up", 1.1, "percent"),
    ],
    "Rivian was slammed: $11.45, a quarter less than on Wednesday.": [("RIVN", 11.45, "last", "down", 25.0, "percent")],
    "Tesla has a new boss: $56 million a year. Gold's appeal is simple: it shines.": [],
    "Rubber was at 238.5 yen a kilogram in Osaka, 4.1 yen above the previous close.": [
        ("RUBBER", 238.5, "last", "up", 4.1, "JPY"),
    ],
    "It was a bad day for Glencore, which shed 5.2% to 388p, and for Antofagasta, 3.8% lower at 1,720p.": [
        ("GLEN.L", 388.0, "last", "down", 5.2, "percent"), ("ANTO.L", 1720.0, "last", "down", 3.8, "percent"),
    ],
}  # fmt: skip
CASES = COLONS | ALONE | STRANGERS | BRACKETS | PLACES | STEADIED | APART | BOURSES


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_each_member_of_a_family(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected


@pytest.mark.parametrize(("text", "expected"), TWICE.items())
def test_a_level_is_said_once(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert {short(o)[:3] for o in read(text).observations} == set(expected)
