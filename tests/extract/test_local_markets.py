"""Reports of local currency markets, as home newspapers and agencies write them; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

PRICES = {
    "The euro ended the day on the exchange at 486.15 tenge, 65 tiyn dearer than on Thursday.": [
        ("EURKZT", 486.15, "close", "up", 0.65, "KZT"),
    ],
    "The dollar finished trading on the Uzbek currency exchange at 11,435.20 soums, 18 soums cheaper than on Thursday.": [
        ("USDUZS", 11435.2, "close", "down", 18.0, "UZS"),
    ],
    "In Santiago the dollar fell $4.10 to end at $798.30.": [("USDCLP", 798.3, "close", "down", 4.1, "CLP")],
    "Dollar jumps\nThe dollar closed in Bogota at an average of $4,012.30, the highest since March.": [
        ("USDCOP", None, None, "up", None, None),
        ("USDCOP", 4012.3, "close", None, None, None),
    ],
    "In New York the dollar rose and the pound was at $1.2650.": [
        ("DXY", None, None, "up", None, None),
        ("GBPUSD", 1.265, "last", None, None, None),
    ],
    "The dollar went for no more than 450 tenge and no less than 448 tenge.": [
        ("USDKZT", 450.0, "high", None, None, None),
        ("USDKZT", 448.0, "low", None, None, None),
    ],
    "The bank's clients may pay no more than 450 tenge for a dollar.": [],
    "In Chisinau one euro costs 19.30 Moldovan lei, down four bani.": [("EURMDL", 19.3, "last", "down", 0.04, "MDL")],
    "In Bishkek the dollar was at 87.45 soms.": [("USDKGS", 87.45, "last", None, None, None)],
    "The pula bought 0.0745 dollars, and the naira was at $461.67.": [
        ("BWPUSD", 0.0745, "last", None, None, None),
        ("USDNGN", 461.67, "last", None, None, None),
    ],
}
OFFICIAL = {
    "The National Bank put the dollar at 448.02 tenge, down 12 tiyn, and the rouble at 5.58 tenge, a rise of three tiyn.": [
        ("USDKZT", 448.02, "fixing", "down", 0.12, "KZT"),
        ("RUBKZT", 5.58, "fixing", "up", 0.03, "KZT"),
    ],
    "The central bank lowered the official dollar rate by 21 kopecks to 79.98 roubles.": [
        ("USDRUB", 79.98, "fixing", "down", 0.21, "RUB"),
    ],
    "The Bank of Mongolia's official rate for the dollar was 3,474.53 togrogs.": [
        ("USDMNT", 3474.53, "fixing", None, None, None),
    ],
    "The Reserve Bank of Malawi sold dollars at 785 kwacha.": [("USDMWK", 785.0, "last", None, None, None)],
    "The Bank of Russia lowered the official rate of the euro by 45 kopecks.": [],
}
AHEAD = {
    "The Ugandan shilling is forecast to weaken. At 0845 GMT it was at 2,715/2,725 to the dollar.": [
        ("USDUGX", 2715.0, "last", None, None, None),
    ],
    "The Zambian kwacha was firmer. It closed at 8,550.": [("USDZMW", None, None, "down", None, None)],
    "The naira is seen stable next week.": [],
    "The naira was stable.": [("USDNGN", None, None, "flat", None, None)],
}
SPREADS = {
    "Spain's risk premium fell three points to 121. Portugal's stood at 195 and that of Greece was at 410.": [
        ("ES10Y-DE10Y", 121.0, "last", "down", 3.0, "bp"),
        ("PT10Y-DE10Y", 195.0, "last", None, None, None),
        ("GR10Y-DE10Y", 410.0, "last", None, None, None),
    ],
    "Spain's risk premium rose to 121 points. Italy's budget was at 410 billion.": [
        ("ES10Y-DE10Y", 121.0, "last", "up", None, None),
    ],
    "The BTP yield closed at 4.12%, while that of the Bund fell to 2.35%.": [
        ("IT10Y", 4.12, "close", None, None, None),
        ("DE10Y", 2.35, "last", "down", None, None),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), [*PRICES.items(), *OFFICIAL.items(), *AHEAD.items(), *SPREADS.items()])
def test_rows(read: Callable[[str], Extraction], text: str, rows: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == rows


def test_a_fixing_is_made_for_a_day_to_come(read: Callable[[str], Extraction]) -> None:
    found = read("FRIDAY. The National Bank put the dollar at 448.02 tenge for Tuesday.").observations
    assert [(o.level_kind, o.at) for o in found] == [("fixing", "2025-07-08")]


EARLIER = {
    "In Tunis the dinar traded at 3.1250 to the dollar and 3.3870 to the euro, against 3.1310 and 3.3910 a day earlier.": [
        ("USDTND", 3.125, "last", "down", None, None),
        ("EURTND", 3.387, "last", "down", None, None),
        ("USDTND", 3.131, "previous", None, None, None),
        ("EURTND", 3.391, "previous", None, None, None),
    ],
    "The official exchange rate of the lari against the dollar is 2.7214, down from 2.7248.": [
        ("USDGEL", 2.7214, "fixing", "down", None, None),
        ("USDGEL", 2.7248, "fixing", None, None, None),
    ],
    "The Mexican peso closed at 19.63 per dollar, 18.5 centavos more than on Thursday.": [
        ("USDMXN", 19.63, "close", "up", 0.185, "MXN"),
    ],
    "The metical was at 63.89 to the dollar; the rand was at 3.51 meticais and the euro at 72.44.": [
        ("USDMZN", 63.89, "last", None, None, None),
        ("ZARMZN", 3.51, "last", None, None, None),
        ("EURMZN", 72.44, "last", None, None, None),
    ],
    "The dollar closed 10 guaranies lower at 7,990 guaranies and has gained 2.1% this year.": [
        ("USDPYG", 7990.0, "close", "down", 10.0, "PYG"),
        ("USDPYG", None, None, "up", 2.1, "percent"),
    ],
    "In Buenos Aires the dollar was at $75.48. The currency rose nine centavos to $75.57.": [
        ("USDARS", 75.48, "last", None, None, None),
        ("USDARS", 75.57, "last", "up", 0.09, "ARS"),
    ],
    "In Riyadh one-year dollar/riyal forwards rose to 180 points.": [],
    "In Sao Paulo the June dollar future was up 0.46% at R$5.7080.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), EARLIER.items())
def test_earlier_levels(read: Callable[[str], Extraction], text: str, rows: list[tuple[object, ...]]) -> None:
    assert sorted(map(str, map(short, read(text).observations))) == sorted(map(str, rows))
