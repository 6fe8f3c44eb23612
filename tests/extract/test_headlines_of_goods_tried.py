"""Headlines of goods put together from names, moves and prices, and verbs that state a price, tried on several goods."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

NAMES = {
    "april gold": "GC", "apr. gold": "GC", "APR GOLD": "GC", "comex gold": "GC", "nymex gold": "GC", "N.Y. gold": "GC",
    "us gold futures": "GC", "Front-month gold": "GC", "FRONT-MONTH GOLD": "GC", "The Price Of Gold": "XAUUSD",
    "UPDATE 1-Gold": "XAUUSD",
}  # fmt: skip
MOVES = {
    "{} up $7.60 to $1,585.60/oz": ("last", "up", 7.6, "USD"),
    "{} closes a dollar lower at $1,585.60": ("close", "down", 1.0, "USD"),
    "{} adds 0.5% ; ends at $1,585.60 an ounce": ("close", "up", 0.5, "percent"),
}
HEADLINES = {
    "Gold hits USD 3,345, down 2 percent": [("XAUUSD", 3345.0, "low", "down", 2.0, "percent")],
    "Gold rises as dollar slips, now at $3,345": [("XAUUSD", 3345.0, "last", "up", None, None)],
    "Gold rises as dollar slips to trade at $3,345": [("XAUUSD", 3345.0, "last", "up", None, None)],
    "Weak Dollar Lifts Gold To $3,345": [("XAUUSD", 3345.0, "last", "up", None, None)],
    "Gold price up to $3,345 an ounce in early trade": [("XAUUSD", 3345.0, "last", "up", None, None)],
    "Gold keeps falling as dollar firms": [("XAUUSD", None, None, "down", None, None)],
    "Silver prices easing ahead of CPI": [("XAGUSD", None, None, "down", None, None)],
    "GOLD TANKS, TRADING NEAR $3,345.20/OUNCE": [("XAUUSD", 3345.2, "last", "down", None, None)],
    "Gold to hit $4,000 by mid-2026, says Hill & Co": [("XAUUSD", 4000.0, "forecast", None, None, None)],
    "Gold to reach $5,000 next year\n\nSo says a bank.": [("XAUUSD", 5000.0, "forecast", None, None, None)],
    "Gold climbs to hit $3,345": [("XAUUSD", 3345.0, "high", None, None, None)],
    "Gold above $3,300": [],
    "Shares Of Yunnan Tin Rise 3% In Shenzhen": [],
}
SENTENCES = {
    "Brent gained more than a dollar to $70.15.": [("BRENT", 70.15, "last", "up", 1.0, "USD")],
    "Brent rose to $70.15, a gain of a dollar.": [("BRENT", 70.15, "last", "up", 1.0, "USD")],
    "A dollar fell to 85 yen.": [("USDJPY", 85.0, "last", "down", None, None)],
    "Bitcoin printed a record 75,120 overnight.": [("BTCUSD", 75120.0, "high", None, None, None)],
    "Wheat demanded $5.56 a bushel, corn showed $4.16.": [
        ("WHEAT", 5.56, "last", None, None, None),
        ("CORN", 4.16, "last", None, None, None),
    ],
    "The Treasury printed 5 trillion dollars; gold rose.": [("XAUUSD", None, None, "up", None, None)],
    "Gold rose 2% in the morning and closed at $3,345, up 1.1%.": [
        ("XAUUSD", None, None, "up", 2.0, "percent"),
        ("XAUUSD", 3345.0, "close", "up", 1.1, "percent"),
    ],
    "Gold rose 2% and closed at $3,345, up 27% for the year.": [
        ("XAUUSD", 3345.0, "close", "up", 2.0, "percent"),
        ("XAUUSD", None, None, "up", 27.0, "percent"),
    ],
    "The yen fell as the Nikkei hit 40,000.": [
        ("USDJPY", None, None, "up", None, None),
        ("NKY", 40000.0, "high", None, None, None),
    ],
}


@pytest.mark.parametrize(("name", "move"), list(product(NAMES, MOVES)))
def test_names(read: Callable[[str], Extraction], name: str, move: str) -> None:
    found = [short(o) for o in read(move.format(name)).observations]
    level = MOVES[move][0]
    assert found == [(NAMES[name], 1585.6, level, *MOVES[move][1:])]


@pytest.mark.parametrize("text", HEADLINES)
def test_headlines(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == HEADLINES[text]


@pytest.mark.parametrize("text", SENTENCES)
def test_sentences(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read("Markets\n\n" + text).observations] == SENTENCES[text]
