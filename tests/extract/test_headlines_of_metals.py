"""Headlines of metals: months that are the contract, lists of futures, short names of periods, extremes in apposition."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

HEADLINES = {
    "Gold retreats as dollar rallies, Aug down $9.10 at $3,282": [("GC", 3282.0, "last", "down", 9.1, "USD")],
    "Gold at two-month high, Dec. +$12 to $3,301.40": [("GC", 3301.4, "last", "up", 12.0, "USD")],
    "Gold, silver and platinum futures end higher": [
        ("GC", None, None, "up", None, None),
        ("SI", None, None, "up", None, None),
        ("PL", None, None, "up", None, None),
    ],
    "Silver at 6-mo high $37.80, gold $3,244": [
        ("XAGUSD", 37.8, "high", None, None, None),
        ("XAUUSD", 3244.0, "last", None, None, None),
    ],
    "Gold climbs to $3,365, a 2-yr high, on rate talk": [("XAUUSD", 3365.0, "high", "up", None, None)],
    "Gold falls to $3,129.80, a two-year low, down 2.9%": [("XAUUSD", 3129.8, "low", "down", 2.9, "percent")],
    "Gold down $140.30 - worst dollar drop on record - at $3,361.10": [("XAUUSD", 3361.1, "last", "down", 140.3, "USD")],
    "Gold ends quarter 8% higher at $3,240": [("XAUUSD", 3240.0, "close", "up", 8.0, "percent")],
    "New high for silver: $37.20": [("XAGUSD", 37.2, "high", None, None, None)],
    "Gold back in favour as ounce fetches $3,340": [("XAUUSD", 3340.0, "last", None, None, None)],
    "Acme Bank lifts year-end gold call to $3,700": [("XAUUSD", 3700.0, "forecast", None, None, None)],
    "Gold slips in May as dollar gains": [("XAUUSD", None, None, "down", None, None)],
}


@pytest.mark.parametrize("text", HEADLINES)
def test_headlines(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == HEADLINES[text]
