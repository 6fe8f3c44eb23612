"""Forms of bulletins: labels before a price, extremes under a label, what is added to a name, cents of another dollar."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

CASES: dict[str, list[Row]] = {
    "The DAX fell 1%. Deutsche Bank: 25.10 euros, minus 2.2%.": [
        ("DAX", None, None, "down", 1.0, "percent"),
        ("DBK.DE", 25.1, "last", "down", 2.2, "percent"),
    ],
    "The ASX 200 fell 1%. Commonwealth Bank: 2.0 per cent down at $178.20.": [
        ("AS51", None, None, "down", 1.0, "percent"),
        ("CBA.AX", 178.2, "close", "down", 2.0, "percent"),
    ],
    "Tadawul All Share Index: 11,240.15. Lowest during the session: 11,190.40.": [
        ("TASI", 11240.15, "last", None, None, None),
        ("TASI", 11190.4, "low", None, None, None),
    ],
    "LME copper touched a record 10,910 around noon.": [("COPPER", 10910.0, "high", None, None, None)],
    "LME nickel is short of Monday's peak of 15,550.": [("NICKEL", 15550.0, "high", None, None, None)],
    "The Sensex rose. Five paise were added to the rupee, which is now 85.38 to the dollar.": [
        ("SENSEX", None, None, "up", None, None),
        ("USDINR", 85.38, "last", "down", 0.05, "INR"),
    ],
    "The loonie was at 73.20 cents (U.S.), 0.12 of a cent better.": [("CADUSD", 0.732, "last", "up", 0.0012, "USD")],
    "The Canadian dollar was at 92.20 US cents.": [("CADUSD", 0.922, "last", None, None, None)],
    "Gold lost 3 percent, the first time since May, and gold futures on Comex ended at $3,301.20, poorer by 2.1 per cent.": [
        ("XAUUSD", None, None, "down", 3.0, "percent"),
        ("GC", 3301.2, "close", "down", 2.1, "percent"),
    ],
    "The US Federal Reserve held its target range at 4.5 percent. In Wellington they took 25 basis points off the cash rate.": [
        ("US_POLICY", 4.5, "last", "flat", None, None),
        ("NZ_POLICY", None, None, "down", 25.0, "bp"),
    ],
    "The forint fell to 402 to the euro. By evening a euro was to be had for 400.15, 0.6 percent less than a week ago.": [
        ("EURHUF", 402.0, "last", "up", None, None),
        ("EURHUF", 400.15, "last", "down", 0.6, "percent"),
    ],
    "The Dow was 211 pts in the hole at 44,205.": [("DJI", 44205.0, "last", "down", 211.0, "points")],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_rows(text: str, read: Callable[[str], Extraction]) -> None:
    found = [short(o) for o in read(text).observations]
    assert sorted(found, key=str) == sorted(CASES[text], key=str)
