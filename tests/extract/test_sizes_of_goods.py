"""Sizes of goods: hedged ones, those of lists, those that something cost them, forecasts of houses; the rows are by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

HEDGED: dict[str, list[Row]] = {
    "Bitcoin stood at $47,890, up more than $1,000.": [("BTCUSD", 47890.0, "last", "up", 1000.0, "USD")],
    "Bitcoin has gained over $1,000.": [("BTCUSD", None, None, "up", 1000.0, "USD")],
    "Bitcoin lost $1,000 to $26,890.": [("BTCUSD", 26890.0, "last", "down", 1000.0, "USD")],
    "Gold jumped by more than $20 to $1,890.": [("XAUUSD", 1890.0, "last", "up", 20.0, "USD")],
    "Brent climbed over $90.": [("BRENT", None, None, "up", None, None)],
    "Gold loses $1,800.": [("XAUUSD", None, None, "down", None, None)],
    "Brent was at $86.20, 2% over Thursday's close.": [("BRENT", 86.2, "last", "up", 2.0, "percent")],
    "Gold rose 5% over the week.": [("XAUUSD", None, None, "up", 5.0, "percent")],
}
LISTED: dict[str, list[Row]] = {
    "Corn lost 10 cents, wheat 12 and soybeans 3 1/2.": [
        ("CORN", None, None, "down", 0.1, "USD"),
        ("WHEAT", None, None, "down", 0.12, "USD"),
        ("SOYBEANS", None, None, "down", 0.035, "USD"),
    ],
    "Corn rose 4 cents to $4.90, wheat 580.": [("CORN", 4.9, "last", "up", 0.04, "USD")],
    "Brent fell $3 and WTI $2.80.": [("BRENT", None, None, "down", 3.0, "USD"), ("WTI", None, None, "down", 2.8, "USD")],
    "Brent fell $3, WTI $81.20.": [("BRENT", None, None, "down", 3.0, "USD"), ("WTI", 81.2, "last", None, None, None)],
    "The dollar index firmed 0.38 to 105.44.": [("DXY", 105.44, "last", "up", 0.38, "points")],
}
DONE_TO_IT: dict[str, list[Row]] = {
    "Ether fell 9% on the week. Tuesday's rout cost it 2%.": [
        ("ETHUSD", None, None, "down", 9.0, "percent"),
        ("ETHUSD", None, None, "down", 2.0, "percent"),
    ],
    "Brent slid to $84. A strike in Norway sent it to $85.20.": [
        ("BRENT", 84.0, "last", "down", None, None),
        ("BRENT", 85.2, "last", None, None, None),
    ],
    "Gold fell to $1,880. The news lifted it by 1.1%.": [
        ("XAUUSD", 1880.0, "last", "down", None, None),
        ("XAUUSD", None, None, "up", 1.1, "percent"),
    ],
    "Copper fell 2%. Nickel couldn't care less: up 0.6% at $18,320.": [
        ("COPPER", None, None, "down", 2.0, "percent"),
        ("NICKEL", 18320.0, "last", "up", 0.6, "percent"),
    ],
    "Apple lost 2%. The fine cost it $20.": [("AAPL", None, None, "down", 2.0, "percent")],
}
FORETOLD: dict[str, list[Row]] = {
    "Goldman still has $100 for Brent by October.": [("BRENT", 100.0, "forecast", None, None, None)],
    "We keep our Q4 average for TTF at €51.": [("TTF", 51.0, "forecast", None, None, None)],
    "JPMorgan sees $3,900 gold by the end of next year.": [("XAUUSD", 3900.0, "forecast", None, None, None)],
    "Bank of America: gold at $3,900 by mid-2026.": [("XAUUSD", 3900.0, "forecast", None, None, None)],
    "Brent was at $66 by the end of June.": [("BRENT", 66.0, "last", None, None, None)],
}
CRUDE: dict[str, list[Row]] = {
    "Corn futures rose 3 cents to $4.20.\nOUTSIDE. August crude was 49 cents higher at $66.47.": [
        ("CORN", 4.2, "last", "up", 0.03, "USD"),
        ("WTI", 66.47, "last", "up", 0.49, "USD"),
    ],
}


@pytest.mark.parametrize(
    ("text", "rows"), [pair for table in (HEDGED, LISTED, DONE_TO_IT, FORETOLD, CRUDE) for pair in table.items()]
)
def test_goods(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert [short(o) for o in read("Desk, Friday\n" + text).observations] == rows
