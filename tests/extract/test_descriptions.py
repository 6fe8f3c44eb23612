"""Instruments described instead of named, and what stands off an extreme; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

EUROPE = {
    "The pan-European index closed 0.7% lower at 412.30.": [("SXXP", 412.3, "close", "down", 0.7, "percent")],
    "The FTSEurofirst 300 lost 1% to 1,050.2. The pan-European benchmark is down 4% this year.": [
        ("FTEU3", 1050.2, "last", "down", 1.0, "percent"), ("FTEU3", None, None, "down", 4.0, "percent"),
    ],
}  # fmt: skip
FUTURES = {
    "Spot gold was at $3,305.60 an ounce, U.S. futures 1% lower at $3,317.90.": [
        ("XAUUSD", 3305.6, "last", None, None, None), ("GC", 3317.9, "last", "down", 1.0, "percent"),
    ],
    "Spot silver rose 1.2% to $24.10, while futures settled at $24.22.": [
        ("XAGUSD", 24.1, "last", "up", 1.2, "percent"), ("SI", 24.22, "close", None, None, None),
    ],
    "The S&P 500 fell 1%; gold was at $1,900 and U.S. futures were down 0.2%.": [
        ("SPX", None, None, "down", 1.0, "percent"), ("XAUUSD", 1900.0, "last", None, None, None),
    ],
    "U.S. January crude was up 34 cents at $85.94 while Brent lost 10 cents.": [
        ("WTI", 85.94, "last", "up", 0.34, "USD"), ("BRENT", None, None, "down", 0.1, "USD"),
    ],
}  # fmt: skip
OFF = {
    "Silver bounced 40 cents off its session low to $22.10.": [("XAGUSD", 22.1, "last", "up", 0.4, "USD")],
    "Gold recovers $9 off a two-week low": [("XAUUSD", None, None, "up", 9.0, "USD")],
    "Gold slid $12 off its record high.": [("XAUUSD", None, None, "down", 12.0, "USD")],
    "Gold is off 1.2 percent.": [("XAUUSD", None, None, "down", 1.2, "percent")],
    "Gold backs off from near $5,000, down 2.4%": [("XAUUSD", None, None, "down", 2.4, "percent")],
}
RATES = {
    "The MPC voted to bring Bank Rate down by 25 basis points to 4%.": [("GB_POLICY", 4.0, "last", "down", 25.0, "bp")],
    "The MPC could agree to bring Bank Rate down by 25 basis points to 4%.": [],
}
PLACED = {
    "Dubai's main share index rose 0.6% to 5,752. In Abu Dhabi the index lost 0.3%.": [
        ("DFMGI", 5752.0, "last", "up", 0.6, "percent"), ("ADXGI", None, None, "down", 0.3, "percent"),
    ],
    "The Nikkei rose 1%. In Seoul, the benchmark was 0.3% up.": [
        ("NKY", None, None, "up", 1.0, "percent"), ("KOSPI", None, None, "up", 0.3, "percent"),
    ],
    "The FTSE MIB fell 1%. In Frankfurt, the benchmark rate was kept at 2%.": [("FTSEMIB", None, None, "down", 1.0, "percent")],
}  # fmt: skip
CASES = PLACED | EUROPE | FUTURES | OFF | RATES


@pytest.mark.parametrize(("text", "expected"), CASES.items())
def test_each_member_of_a_family(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected
