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


SAID = {
    "The Bank of Thailand voted to trim the policy rate by 0.25 percentage point, from 1.25 per cent to 1.00 per cent.": [
        ("TH_POLICY", 1.0, "last", "down", 25.0, "bp"),
        ("TH_POLICY", 1.25, "previous", None, None, None),
    ],
    "Reducing the key rate by half a point to 4.5 percent, the National Bank of Poland said inflation was falling.": [
        ("PL_POLICY", 4.5, "last", "down", 50.0, "bp"),
    ],
    "The Bank of Korea is expected to lower its base rate, currently 2.75 percent, to 2.5 percent.": [
        ("KR_POLICY", 2.75, "last", None, None, None),
        ("KR_POLICY", 2.5, "forecast", None, None, None),
    ],
    "The Bank of Ghana kept its policy rate at 27%. Analysts see the rate at 25% by December.": [
        ("GH_POLICY", 27.0, "last", "flat", None, None),
        ("GH_POLICY", 25.0, "forecast", None, None, None),
    ],
    "The Bank of Ghana kept its policy rate at 27%. Inflation is slowing. The rate was at 3.2% in May.": [
        ("GH_POLICY", 27.0, "last", "flat", None, None),
    ],
    "The Bank of Russia's official rates for April 2 are 92.3660 rubles to the dollar (down by 22 kopecks) and 99.5345 rubles "
    "to the euro (up by 7 kopecks).": [
        ("USDRUB", 92.366, "fixing", "down", 0.22, "RUB"),
        ("EURRUB", 99.5345, "fixing", "up", 0.07, "RUB"),
    ],
    "The won was 1,380.5 per dollar, weaker than 1,375.0 a day earlier.": [
        ("USDKRW", 1380.5, "last", "up", None, None),
        ("USDKRW", 1375.0, "previous", None, None, None),
    ],
    "Poland's bonds were quiet. In Warsaw, the 10-year yield rose 3 bps to 5.41%, and Hungary's was at 6.95%.": [
        ("PL10Y", 5.41, "last", "up", 3.0, "bp"),
        ("HU10Y", 6.95, "last", None, None, None),
    ],
    "The central bank of Chile is seen cutting its benchmark rate to 4.50% this month.": [
        ("CL_POLICY", 4.5, "forecast", None, None, None),
    ],
    "Sol at 3.38: The exchange rate closed at S/3.382, down 0.12% on the day and 10.2% so far this year.": [
        ("USDPEN", 3.382, "close", "down", 0.12, "percent"),
        ("USDPEN", None, None, "down", 10.2, "percent"),
    ],
    "Turkey raised its repo rate to 24%. The rate had been left at 18% when inflation was 15%; it has risen to 17.9%.": [
        ("TR_POLICY", 24.0, "last", "up", None, None),
        ("TR_POLICY", 18.0, "previous", None, None, None),
    ],
    "The Kenyan shilling was stronger than 130 on Monday.": [("USDKES", None, None, "down", None, None)],
    "A note was quoted at 129.45 to the dollar, weaker than on Monday.": [],
    "The Swiss National Bank gave up its cap of 1.20 francs per euro on Thursday. The franc traded at 1.02 per euro.": [
        ("EURCHF", 1.02, "last", None, None, None),
    ],
    "The dollar gained 0.4% against the ringgit and the baht.": [
        ("USDMYR", None, None, "up", 0.4, "percent"),
        ("USDTHB", None, None, "up", 0.4, "percent"),
    ],
}


@pytest.mark.parametrize(("text", "rows"), SAID.items())
def test_local_rates(read: Callable[[str], Extraction], text: str, rows: list[tuple[object, ...]]) -> None:
    assert sorted(map(str, map(short, read(text).observations))) == sorted(map(str, rows))
