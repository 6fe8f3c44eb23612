"""Whose bond "the ten-year" is, what neighbours of the euro are priced in, and against whom one moved."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

BONDS = {
    "LIMA, May 3 - The dollar closed at S/ 3.712, as in the United States.\n\nThe ten-year sovereign bond yielded 6.1%.": [
        "USDPEN",
        "PE10Y",
    ],
    "Warsaw, May 8 - The zloty firmed 0.2% to 4.27 per euro. The yield on the ten-year bond fell to 5.29%. In Frankfurt the "
    "Bund yield was 2.48%.": ["EURPLN", "PL10Y", "DE10Y"],
    "NEW YORK - The dollar rose against the Mexican peso. The 10-year yield rose to 4.31%.": ["USDMXN", "US10Y"],
    "Manama: Help will come from Saudi Arabia and the UAE. Bahrain's dinar gained. The sovereign's 2031 sukuk yielded 7.4 per "
    "cent.": ["USDBHD", "BH_2031"],
    "The rand slipped to 18.32 to the dollar after the Fed's minutes. The benchmark 2035 bond was at 10.4%.": [
        "USDZAR",
        "ZA_2035",
    ],
    "Turkey's 10-year yield rose to 31.2%. South Africa's was at 9.1%.": ["TR10Y", "ZA10Y"],
    "Turkey's 10-year yield rose to 31.2%. South Africa's economy was up 1.1%.": ["TR10Y"],
    "Ghana's 2032 Eurobond traded at a yield of 9.8 percent.": ["GH_2032"],
}
COUNTERS = {
    "The zloty firmed 0.3% to 4.26 per euro, and the forint gained 0.5%.": ["EURPLN", "EURHUF"],
    "EUR/CZK closed at 25.02. CZK up 0.2%, PLN down 0.1%.": ["EURCZK", "EURCZK", "EURPLN"],
    "The zloty was 0.4% weaker at 3.98 per dollar. The forint fell 0.2%.": ["USDPLN", "USDHUF"],
    "The rand fell against the dollar, the euro and the pound.": ["USDZAR", "EURZAR", "GBPZAR"],
    "The dollar fell against the yen and the euro was at 1.0830.": ["USDJPY", "EURUSD"],
    "The euro gained 0.3% versus the Swiss franc and the pound, and the yen was flat.": ["EURCHF", "EURGBP", "USDJPY"],
    "The New Zealand dollar slipped to 90.12 Australian cents from 90.94 cents.": ["NZDAUD", "NZDAUD"],
    "The rupiah closed at Rp13,788. The ringgit shed 1.6% to 4.0280. The central bank put the currency at Rp13,758.": [
        "USDIDR",
        "USDMYR",
        "USDIDR",
    ],
}


@pytest.mark.parametrize("text", [*BONDS, *COUNTERS])
def test_home(read: Callable[[str], Extraction], text: str) -> None:
    assert [row[0] for row in map(short, read(text).observations)] == {**BONDS, **COUNTERS}[text]
