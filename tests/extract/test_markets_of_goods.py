"""One good, several contracts and markets: whose price a sentence gives; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

CONTRACTS = {
    "The benchmark August palm oil contract on the Bursa Malaysia Derivatives Exchange shed 0.8% to 4,010 ringgit.": [
        ("PALMOIL", 4010.0, "last", "down", 0.8, "percent"),
    ],
    "Crude palm oil on Bursa Malaysia fell 1.2% to 4,062 ringgit.": [("PALMOIL", 4062.0, "last", "down", 1.2, "percent")],
    "The Osaka Exchange (OSE) rubber contract for December delivery closed up 0.6% at 316 yen per kg.": [
        ("RUBBER", 316.0, "close", "up", 0.6, "percent"),
    ],
    "Platinum was steady.\nOn Nymex the October contract settled at $1,391.40, a gain of 1.2%.": [
        ("XPTUSD", None, None, "flat", None, None),
        ("PL", 1391.4, "close", "up", 1.2, "percent"),
    ],
    "Platinum was steady.\nOn Wall Street the largest contract was worth $1,391.40.": [
        ("XPTUSD", None, None, "flat", None, None),
    ],
    "WTI for August on the CME fell 1.2% to $65.10.": [("WTI", 65.1, "last", "down", 1.2, "percent")],
}
SPOT = {
    "Gold futures added 0.8% to $3,340, while spot was at $3,331.": [
        ("GC", 3340.0, "last", "up", 0.8, "percent"),
        ("XAUUSD", 3331.0, "last", None, None, None),
    ],
    "Gold futures settled at $3,350, and spot rates for freight were up 3%.": [("GC", 3350.0, "close", None, None, None)],
}
MARKETS = {
    "K.C. September wheat lost 5 cents to $5.25 and MGEX September wheat was down 2 cents at $6.36.": [
        ("KCWHEAT", 5.25, "last", "down", 0.05, "USD"),
        ("MGWHEAT", 6.36, "last", "down", 0.02, "USD"),
    ],
    "Wheat in Paris closed 1.1% lower at 196.75 euros a ton; Chicago wheat was off 0.7% at $5.52.": [
        ("PARISWHEAT", 196.75, "close", "down", 1.1, "percent"),
        ("WHEAT", 5.52, "last", "down", 0.7, "percent"),
    ],
    "Palm oil rose.\nDalian's most-active soyoil contract fell 0.2%, while its palm oil contract shed 0.09%.": [
        ("PALMOIL", None, None, "up", None, None),
        ("DCESOYOIL", None, None, "down", 0.2, "percent"),
        ("DCEPALMOIL", None, None, "down", 0.09, "percent"),
    ],
    "On the Comex, gold rose 1% to $3,350 and silver 2% to $37. Spot silver was at $36.80.": [
        ("GC", 3350.0, "last", "up", 1.0, "percent"),
        ("SI", 37.0, "last", "up", 2.0, "percent"),
        ("XAGUSD", 36.8, "last", None, None, None),
    ],
    "Shanghai copper was 0.4% down at 79,730 yuan, zinc 0.2% at 22,410 and lead up 0.3% at 17,295.\nTin rose 1% to $33,700.": [
        ("SHFECOPPER", 79730.0, "last", "down", 0.4, "percent"),
        ("TIN", 33700.0, "last", "up", 1.0, "percent"),
    ],
    "London's July cocoa gained 52 pounds to 5,230 pounds.": [("LONDONCOCOA", 5230.0, "last", "up", 52.0, "GBP")],
    "Gold in Mumbai was up 0.3% at 97,250 rupees. Silver fell 1% to $36.": [("XAGUSD", 36.0, "last", "down", 1.0, "percent")],
}
AMOUNTS = {
    "LME stocks (tonnes): copper 249,075, down 2,125; tin 2,140, up 25.": [],
    "Earlier in London: copper $9,120, down $25.": [("COPPER", 9120.0, "last", "down", 25.0, "USD")],
    "Copper rose 1% to $9,800.\nThe union asks for a rise of 7%.": [("COPPER", 9800.0, "last", "up", 1.0, "percent")],
}
DISTANCES = {
    "Oil settled lower.\nThe spread between Brent and WTI was $3.55.": [],
    "Copper rose to $9,800.\nThe arbitrage between New York and London copper reached $2,600 a tonne.": [
        ("COPPER", 9800.0, "last", "up", None, None),
    ],
    "Brent at $68 is $3 dearer than WTI.": [("BRENT", 68.0, "last", None, None, None)],
    "Brent at $68 is $3 dearer than on Friday.": [("BRENT", 68.0, "last", "up", 3.0, "USD")],
}
FORECASTS = {
    "Harrow Bank sees Brent averaging $60 in 2025 and $56 in 2026, with WTI $4 lower.": [
        ("BRENT", 60.0, "forecast", None, None, None),
        ("BRENT", 56.0, "forecast", None, None, None),
    ],
    "Copper rose to $9,800 on Tuesday.\nA break above $10,000 would open the road to $10,500.": [
        ("COPPER", 9800.0, "last", "up", None, None),
    ],
}


@pytest.mark.parametrize(("text", "rows"), (CONTRACTS | SPOT | MARKETS | AMOUNTS | DISTANCES | FORECASTS).items())
def test_a_price_is_that_of_the_market_that_its_sentence_tells(
    text: str, rows: list[Row], read: Callable[[str], Extraction]
) -> None:
    assert [short(o) for o in read(text).observations] == rows
