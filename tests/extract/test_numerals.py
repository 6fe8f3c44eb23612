"""Numbers as radio scripts write them: in words, in pairs read aloud, with parts of one and with points."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.extract.text.numerals import atoms, numeral
from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

VALUES = {
    "three-and-a-half": 3.5,
    "two-and-a-quarter": 2.25,
    "one and three-quarter": 1.75,
    "four-thousand-129-point-68": 4129.68,
    "seventy-one point nine": 71.9,
    "five-point-oh-six": 5.06,
    "point eight": 0.8,
    "twelve hundred forty-two": 1242,
    "a hundred": None,
    "forty-two thousand eight-seventeen": 42817,
    "five thousand nine hundred and six": 5906,
    "fifty-eight seventy": 5870,
    "four oh-six": 406,
    "two twenty-one fifteen": 22115,
    "six ninety and a half": 690.5,
    "seven hundredths": 0.07,
    "two three four": None,
}


@pytest.mark.parametrize("words", VALUES)
def test_values(words: str) -> None:
    parts, _ = atoms(words, 0)
    read = numeral(parts) if parts else None
    assert (read.value if read else None) == VALUES[words]


CASES: dict[str, list[Row]] = {
    "The S&P 500 shed forty-two points to fifty-eight seventy.": [("SPX", 5870.0, "last", "down", 42.0, "points")],
    "The Dow closed two hundred and six lower at forty-two thousand eight-seventeen.": [
        ("DJI", 42817.0, "close", "down", 206.0, "points")
    ],
    "The Dow finished 113 points lower, 42,830.": [("DJI", 42830.0, "close", "down", 113.0, "points")],
    "Gold was up nine dollars forty at thirty-three twelve.": [("XAUUSD", 3312.0, "last", "up", 9.4, "USD")],
    "Brent crude slid a dollar ten to sixty-eight forty a barrel.": [("BRENT", 68.4, "last", "down", 1.1, "USD")],
    "CBOT corn settled at four twelve and a half, up three and a quarter.": [
        ("CORN", 4.125, "close", "up", 0.0325, "USD")
    ],
    "CBOT wheat, six and a half lower at 540 1/4.": [("WHEAT", 540.25, "last", "down", 0.065, "USD")],
    "The Nasdaq closed 96 higher at 20,412.": [("IXIC", 20412.0, "close", "up", 96.0, "points")],
    "The 10-year Treasury yield fell four basis points to four-point-three-one percent.": [
        ("US10Y", 4.31, "last", "down", 4.0, "bp")
    ],
    "The Dow fell in nineteen eighty-seven.": [("DJI", None, None, "down", None, None)],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_rows(text: str, read: Callable[[str], Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == CASES[text]
