"""Forecasts joined by "and for", records of falling yields, metals in other money, an opening where a close had been."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Row = tuple[str, float | None, str | None, str | None, float | None]

TEXTS: dict[str, list[Row]] = {
    "Analysts lowered their estimate for the Mexican peso to 19.80 per dollar, and for the key rate to 7.5% from 7.75%.": [
        ("USDMXN", 19.8, "forecast", None, None),
        ("MX_POLICY", 7.5, "forecast", None, None),
    ],
    "Economists kept their forecast for the Selic rate at 15% and for the real at 5.70 per dollar.": [
        ("BR_POLICY", 15.0, "forecast", None, None),
        ("USDBRL", 5.7, "forecast", None, None),
    ],
    "Germany's ten-year yield dropped to minus 0.53 percent, a new record.": [("DE10Y", -0.53, "low", "down", None)],
    "Germany's ten-year yield climbed to 3.53 percent, a new record.": [("DE10Y", 3.53, "high", "up", None)],
    "Gold in rand rose 2%. The rand was at 18.20 to the dollar.": [("USDZAR", 18.2, "last", None, None)],
    "Gold in dollars rose 2%.": [("XAUUSD", None, None, "up", 2.0)],
    "The rupee opened at 89.96 and ended at 90.15.\nOn Thursday it had plunged 43 paise to close at 89.96.": [
        ("USDINR", 89.96, "open", None, None),
        ("USDINR", 90.15, "close", None, None),
        ("USDINR", 89.96, "close", "up", 0.43),
    ],
    "The lira was at 20.43. It was trading at 26.5 in a year's time.": [
        ("USDTRY", 20.43, "last", None, None),
        ("USDTRY", 26.5, "forecast", None, None),
    ],
    "The kyat was fixed at 2,100 per dollar. On the street dollars changed hands at 4,450 kyat.": [
        ("USDMMK", 2100.0, "fixing", None, None),
    ],
    "The central bank set the official rate for Tuesday at 6.43, against 6.31 for Monday.": [],
    "A sale of five-year inflation-protected Treasury notes drew 2.440%. The US 10-year yield was 4.31%.": [
        ("US10Y", 4.31, "last", None, None),
    ],
    "Portugal's 10-year spread over Bunds reached 309 bps, while Spain's hit 140 bps.": [
        ("PT10Y-DE10Y", 309.0, "high", None, None),
        ("ES10Y-DE10Y", 140.0, "high", None, None),
    ],
    "Note\n\nAUD: Closed New York at 0.7688. A soft USD did not help. Opens at 0.7690.": [
        ("AUDUSD", 0.7688, "close", None, None),
        ("AUDUSD", 0.769, "open", None, None),
    ],
    "Italy's 10-year bond yielded 6.01%. The extra yield over German bunds widened by 30 bps to 3.37 percentage points.": [
        ("IT10Y", 6.01, "last", None, None),
        ("IT10Y-DE10Y", 337.0, "last", "up", 30.0),
    ],
    "The ECB raised its deposit rate to 2.5%. It intends to lift it by another 50 basis points in March.": [
        ("EU_POLICY", 2.5, "last", "up", None),
    ],
    "The 10-year Bund yielded 1.42% and the two-year Schatz 0.02%.": [
        ("DE10Y", 1.42, "last", None, None),
        ("DE2Y", 0.02, "last", None, None),
    ],
    "The yen shot up. The dollar plunged from 151.94, its highest since 1990, to as low as 146.20. It ended at 147.65.": [
        ("USDJPY", None, None, "down", None),
        ("USDJPY", 151.94, "high", None, None),
        ("USDJPY", 146.2, "low", None, None),
        ("USDJPY", 147.65, "close", None, None),
    ],
    "The RBNZ cut the OCR to 2.50 percent. ASB sees the OCR at 2.25 percent by the end of the year. It stood at 5.50 percent"
    " in August 2024.": [
        ("NZ_POLICY", 2.5, "last", "down", None),
        ("NZ_POLICY", 2.25, "forecast", None, None),
        ("NZ_POLICY", 5.5, "previous", None, None),
    ],
    "The US 10-year note soared four points in price, its yield falling to 2.53 percent.": [
        ("US10Y", 2.53, "last", "down", None),
    ],
    "The rand fell to 18.20 per dollar. South Africa's 10-year yield rose to 10.5%. It was at 22.30 to the pound.": [
        ("USDZAR", 18.2, "last", "up", None),
        ("ZA10Y", 10.5, "last", "up", None),
        ("GBPZAR", 22.3, "last", None, None),
    ],
    "The rand fell to 18.20 per dollar. South Africa's 10-year yield rose to 10.5%. It has added 20 basis points this week.": [
        ("USDZAR", 18.2, "last", "up", None),
        ("ZA10Y", 10.5, "last", "up", None),
        ("ZA10Y", None, None, "up", 20.0),
    ],
    "- US 2yr 4.13% (-9bp), 10yr 3.45% (-9bp)\n- 2s10s -68bp\n- Bund 2.15%, BTP 3.97%, spread 182bp (-6bp)": [
        ("US2Y", 4.13, "last", "down", 9.0),
        ("US10Y", 3.45, "last", "down", 9.0),
        ("US10Y-US2Y", -68.0, "last", None, None),
        ("DE10Y", 2.15, "last", None, None),
        ("IT10Y", 3.97, "last", None, None),
        ("IT10Y-DE10Y", 182.0, "last", "down", 6.0),
    ],
    "Tokyo, July 4 (Nikkei) - The yen rose to 143.20 per dollar. The Nikkei fell 2%.": [
        ("USDJPY", 143.2, "last", "down", None),
        ("NKY", None, None, "down", 2.0),
    ],
    "The 10-year JGB yield jumped to 0.43% from 0.25%, the highest since July 2015.": [
        ("JP10Y", 0.43, "high", "up", None),
        ("JP10Y", 0.25, "previous", None, None),
    ],
    "The Fed cut its policy rate to 2%. The overnight repo rate in New York fell to 2.25%.": [
        ("US_POLICY", 2.0, "last", "down", None)
    ],
    "The offshore yuan was at 7.3850 per dollar. China set its midpoint at 7.2066.": [
        ("USDCNH", 7.385, "last", None, None),
        ("USDCNY", 7.2066, "fixing", None, None),
    ],
    "Peso opens stronger\n\nMANILA - The peso closed at 56.52 on Thursday. The PSEi rose 0.9 percent to 6,191.31.": [
        ("USDPHP", None, None, "down", None),
        ("USDPHP", 56.52, "close", None, None),
        ("PSEI", 6191.31, "last", "up", 0.9),
    ],
    "Norges Bank cut rates by a surprising half-point to 1.0%.": [("NO_POLICY", 1.0, "last", "down", 50.0)],
    "The two-year gilt yield rose the most since at least 2009, while the ten-year yield is at 3.83%.": [
        ("GB2Y", None, None, "up", None),
        ("GB10Y", 3.83, "last", None, None),
    ],
}


@pytest.mark.parametrize(("text", "rows"), TEXTS.items())
def test_desk_notes(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    found = read(text).observations
    assert [(o.instrument, o.level, o.level_kind, o.move and o.move.direction, o.move and o.move.value) for o in found] == rows
