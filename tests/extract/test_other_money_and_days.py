"""Moves counted in another money than the price, and moves of an earlier day beside the level of this one; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

MONEY: dict[str, list[Row]] = {
    "Gold rose 1% to $1,930. In sterling terms it's up 15%.": [("XAUUSD", 1930.0, "last", "up", 1.0, "percent")],
    "Gold rose 1% to $1,930. In rupees it is up 12%.": [("XAUUSD", 1930.0, "last", "up", 1.0, "percent")],
    "Gold is up 5% this year in dollars, 12% in yen and 9% in euros.": [("XAUUSD", None, None, "up", 5.0, "percent")],
    "The FTSE 100 rose 1%; in dollar terms it is down 9% this year.": [("UKX", None, None, "up", 1.0, "percent")],
    "Gold rose 1% to $1,930. In Australian dollar terms it has gained 12%.": [("XAUUSD", 1930.0, "last", "up", 1.0, "percent")],
    "Gold rose 1% to $1,930. In baht it has gained 12%.": [("XAUUSD", 1930.0, "last", "up", 1.0, "percent")],
    "Gold rose 1% to $1,930. In zloty terms bullion is up 12%.": [("XAUUSD", 1930.0, "last", "up", 1.0, "percent")],
    "Ayala Corp shares rose 2% in peso terms.": [("AC.PS", None, None, "up", 2.0, "percent")],
    "In pound terms the S&P 500 lost 1%.": [],
    "The Kospi fell 2% in local currency terms.": [("KOSPI", None, None, "down", 2.0, "percent")],
    "In sum, gold is up 20% this year.": [("XAUUSD", None, None, "up", 20.0, "percent")],
    "Priced in dollars, gold is up 20% this year.": [("XAUUSD", None, None, "up", 20.0, "percent")],
    "In London gold is up 20% this year.": [("XAUUSD", None, None, "up", 20.0, "percent")],
    "A gain of 2% in the yen.": [("USDJPY", None, None, "down", 2.0, "percent")],
}
DAYS: dict[str, list[Row]] = {
    "Brent erased Wednesday's 2% gain and ended at $85.10.": [
        ("BRENT", None, None, "up", 2.0, "percent"),
        ("BRENT", 85.1, "close", None, None, None),
    ],
    "Copper recouped Wednesday's 1.5% loss and closed at $8,010.": [
        ("COPPER", None, None, "down", 1.5, "percent"),
        ("COPPER", 8010.0, "close", None, None, None),
    ],
    "Wheat gave back a third of Wednesday's 18-cent gain.": [("WHEAT", None, None, "up", 0.18, "USD")],
    "Brent gained 2% and ended at $85.10.": [("BRENT", 85.1, "close", "up", 2.0, "percent")],
}
PLACES: dict[str, list[Row]] = {
    "Brent settled at $70.76. The US equivalent was $2.03 lower at $65.01.": [
        ("BRENT", 70.76, "close", None, None, None),
        ("WTI", 65.01, "last", "down", 2.03, "USD"),
    ],
    "Dalian iron ore rose 3.1% to 756.5 yuan. Ore in Singapore was up 2.4% at $104.85.": [
        ("IRONORE", 756.5, "last", "up", 3.1, "percent"),
        ("IRONORE", 104.85, "last", "up", 2.4, "percent"),
    ],
    "Iron ore rose. SGX November ore was last at $104.85, having gained 2.4%.": [
        ("IRONORE", 104.85, "last", "up", 2.4, "percent"),
    ],
    "Copper rose 2%. Ore in Chile was up 2.4% at $104.85.": [("COPPER", None, None, "up", 2.0, "percent")],
}


@pytest.mark.parametrize(("text", "rows"), [pair for table in (MONEY, DAYS, PLACES) for pair in table.items()])
def test_goods(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert [short(o) for o in read("Desk, Friday\n" + text).observations] == rows


FROM_EXTREMES: dict[str, list[Row]] = {
    "It is calm. TTF is 85% down from the August record of €343.": [
        ("TTF", None, None, "down", 85.0, "percent"),
        ("TTF", 343.0, "high", None, None, None),
    ],
    "Since its March record of $10,845 copper has shed 16%.": [
        ("COPPER", 10845.0, "high", None, None, None),
        ("COPPER", None, None, "down", 16.0, "percent"),
    ],
    "Copper rose 2% to a record high of $10,845.": [("COPPER", 10845.0, "high", "up", 2.0, "percent")],
    "Copper fell. Three-month metal was $210 (2.3%) lower at $8,892.": [("COPPER", 8892.0, "last", "down", 2.3, "percent")],
    "ETH -9.5% | QRK -10.1% | XRP -8.3%": [
        ("ETHUSD", None, None, "down", 9.5, "percent"),
        ("XRPUSD", None, None, "down", 8.3, "percent"),
    ],
}


@pytest.mark.parametrize("text", FROM_EXTREMES)
def test_an_extreme_and_the_size_from_there_are_two(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read("Desk, Friday\n" + text).observations] == FROM_EXTREMES[text]
