"""Brokers' morning notes and lists of official rates: abbreviations, tickers of terminals, prices by the lot."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

RATES: dict[str, list[Row]] = {
    "Reference rates\nUSD 1 = CNY 7.1535\nEUR 1 = CNY 8.4010": [
        ("USDCNY", 7.1535, "fixing", None, None, None),
        ("EURCNY", 8.401, "fixing", None, None, None),
    ],
    "1 USD = 85.40 INR\n100 JPY = 59.10 INR": [
        ("USDINR", 85.4, "last", None, None, None),
        ("JPYINR", 0.591, "last", None, None, None),
    ],
    "Sterling was at 116.80 rupees; 100 yen at Rs 59.10.": [
        ("GBPINR", 116.8, "last", None, None, None),
        ("JPYINR", 0.591, "last", None, None, None),
    ],
}
NOTES: dict[str, list[Row]] = {
    "Gold US$3,330/oz, easier by 0.4% overnight. Zinc unch at US$2,730/t.": [
        ("XAUUSD", 3330.0, "last", "down", 0.4, "percent"),
        ("ZINC", 2730.0, "last", "flat", None, None),
    ],
    "Gold US$3,330/oz. FX: US$1.1770/eur, softer vs 1.1800/eur on Thursday. US$1.3650/gbp.": [
        ("XAUUSD", 3330.0, "last", None, None, None),
        ("EURUSD", 1.177, "last", "down", None, None),
        ("EURUSD", 1.18, "previous", None, None, None),
        ("GBPUSD", 1.365, "last", None, None, None),
    ],
    "Quirk Mining (QRK LN) 21.5p, down 4%. BUY, target 30p.": [
        ("QRK.L", 21.5, "last", "down", 4.0, "percent"),
        ("QRK.L", 30.0, "forecast", None, None, None),
    ],
    "Tencent (700 HK) closed at HK$498.00, up 0.6%.": [("0700.HK", 498.0, "close", "up", 0.6, "percent")],
    "DBS (HOLD; closed S$45.10): results due in August. TP S$48.00 (was S$46.50).": [
        ("D05.SI", 45.1, "close", None, None, None),
        ("D05.SI", 48.0, "forecast", None, None, None),
    ],
}
PLACES_AND_MONEY: dict[str, list[Row]] = {
    "The dollar was worth 78.10 roubles on the Moscow Exchange on Friday.": [("USDRUB", 78.1, "last", None, None, None)],
    "Moscow Exchange shares lost 2%.": [("MOEX.ME", None, None, "down", 2.0, "percent")],
    "Bitcoin rose 1%. SOL stood at $148.20, down 3%.": [
        ("BTCUSD", None, None, "up", 1.0, "percent"),
        ("SOLUSD", 148.2, "last", "down", 3.0, "percent"),
    ],
    "Comex copper was at 508.20 cents a lb, down 4.10.": [("HG", 5.082, "last", "down", 0.041, "USD")],
    "The dollar stood at 3,985.20 Colombian pesos, having risen by 14.60 in a day.": [
        ("USDCOP", 3985.2, "last", "up", 14.6, "COP")
    ],
    "DBS shares closed at S$45.10. Yield 4.9%. The 10-year Treasury yield was 4.34%.": [
        ("D05.SI", 45.1, "close", None, None, None),
        ("US10Y", 4.34, "last", None, None, None),
    ],
}  # fmt: skip
ALL = RATES | NOTES | PLACES_AND_MONEY


@pytest.mark.parametrize("text", ALL)
def test_rows(text: str, read: Callable[[str], Extraction]) -> None:
    found = [short(o) for o in read(text).observations]
    assert sorted(found, key=str) == sorted(ALL[text], key=str)
