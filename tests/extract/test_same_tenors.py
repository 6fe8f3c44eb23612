"""Bonds of the tenor of another, levels behind an adjective, bands of currencies, dated columns; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]
PT: Row = ("PT10Y", 3.59, "last", "up", 28.0, "bp")

TENORS: dict[str, list[Row]] = {
    "Portuguese 10-year yields were 28 bps higher at 3.59 percent. In Spain the yield on the same maturity rose 11 bps to 2.23"
    " percent.": [PT, ("ES10Y", 2.23, "last", "up", 11.0, "bp")],
    "Portuguese 10-year yields were 28 bps higher at 3.59 percent. The Bund of the same tenor was 6 bps higher at 2.44"
    " percent.": [PT, ("DE10Y", 2.44, "last", "up", 6.0, "bp")],
    "Portuguese 10-year yields were 28 bps higher at 3.59 percent. French paper of equal maturity yielded 2.60 percent.": [
        PT,
        ("FR10Y", 2.6, "last", None, None, None),
    ],
    # Of two tenors in another paragraph it may be either.
    "Portuguese 10-year yields were 28 bps higher at 3.59 percent. Two-year yields were 8 bps higher at 1.50 percent.\n\n"
    "The Bund of the same tenor was 6 bps higher at 2.44 percent.": [PT, ("PT2Y", 1.5, "last", "up", 8.0, "bp")],
    "Portuguese 10-year yields were 28 bps higher at 3.59 percent. A mortgage of the same term costs 5.20 percent.": [PT],
}
ADJECTIVES: dict[str, list[Row]] = {
    "The rupee opened at a stronger 82.10 to the dollar.": [("USDINR", 82.1, "open", None, None, None)],
    "The euro traded at a slightly softer $1.0810.": [("EURUSD", 1.081, "last", None, None, None)],
    "The yuan closed at 7.2740 per dollar. The PBOC fixed the daily midpoint at a weaker 7.1030.": [
        ("USDCNY", 7.274, "close", None, None, None),
        ("USDCNY", 7.103, "fixing", None, None, None),
    ],
    "The euro was a firmer 0.4 percent.": [("EURUSD", None, None, "up", 0.4, "percent")],
    "The yen stood at 150.10, little different from 150.02 late on Monday.": [
        ("USDJPY", 150.1, "last", "flat", None, None),
        ("USDJPY", 150.02, "previous", None, None, None),
    ],
}
STEADY: dict[str, list[Row]] = {
    "The 10-year Bund yield was little changed around 2.30 percent.": [("DE10Y", 2.3, "last", "flat", None, None)],
    "The DAX was steady near 18,500 points.": [("DAX", 18500.0, "last", "flat", None, None)],
    "The euro was flat. Sales rose around 2 percent.": [("EURUSD", None, None, "flat", None, None)],
}
BANDS: dict[str, list[Row]] = {
    "The yuan rose 0.2 percent to 6.3682. Beijing allows the yuan to rise or fall by 2 percent from the parity.": [
        ("USDCNY", 6.3682, "last", "down", 0.2, "percent")
    ],
    "The dong fell 0.2 percent to 25,400. Hanoi lets the dong move by 5 percent either way.": [
        ("USDVND", 25400.0, "last", "up", 0.2, "percent")
    ],
}
BANKS: dict[str, list[Row]] = {
    "The rate is far above that of the Reserve Bank of Australia, which cut to 3.85% in May.": [
        ("AU_POLICY", 3.85, "last", "down", None, None)
    ],
    "The Fed, which hiked by 25 basis points in May, will pause.": [("US_POLICY", None, None, "up", 25.0, "bp")],
    "The ECB, which cut its growth forecast to 0.8%, meets on Thursday.": [],
    "The Fed Chair said that an interest rate increase next month was a real possibility.": [],
    "The Fed announced an interest rate increase on Wednesday.": [("US_POLICY", None, None, "up", None, None)],
    'The BSP is "falling behind the Fed," said a dealer in Manila who sees the key rate at 4.25% by year-end.': [
        ("PH_POLICY", 4.25, "forecast", None, None, None)
    ],
    "Hikes came faster than the Fed, which raised its key rate to 4 percent.": [("US_POLICY", 4.0, "last", "up", None, None)],
}
MONEY: dict[str, list[Row]] = {
    "A dollar now costs 14.60 lira and a euro 16.45.": [
        ("USDTRY", 14.6, "last", None, None, None),
        ("EURTRY", 16.45, "last", None, None, None),
    ],
    "A pound cost a dollar thirty.": [("GBPUSD", 1.3, "last", None, None, None)],
    "The Canadian dollar closed at 74.52 US cents. It has risen 5 percent against its American counterpart this year.": [
        ("CADUSD", 0.7452, "close", None, None, None),
        ("CADUSD", None, None, "up", 5.0, "percent"),
    ],
    "The Canadian dollar closed at 1.3420 to the US dollar, or 74.52 US cents. It has fallen 2 percent this month.": [
        ("USDCAD", 1.342, "close", None, None, None),
        ("USDCAD", None, None, "up", 2.0, "percent"),
    ],
}
RATES: dict[str, list[Row]] = {
    "The cedi was flat at 10.30 to the dollar. The government sold one-year bills at 15.2%, up from 15.1%.": [
        ("USDGHS", 10.3, "last", "flat", None, None)
    ],
    "The euro was flat. Its share of reserves was 20.1%, down from 20.4%.": [("EURUSD", None, None, "flat", None, None)],
    "The 10-year Bund yield was down from 2.45 percent on Monday.": [
        ("DE10Y", None, None, "down", None, None),
        ("DE10Y", 2.45, "previous", None, None, None),
    ],
    "The yield on the 10-year JGB rose 1.5 bps to 1.445%, and on the same maturity in Germany 2 bps to 2.61%.": [
        ("JP10Y", 1.445, "last", "up", 1.5, "bp"),
        ("DE10Y", 2.61, "last", "up", 2.0, "bp"),
    ],
}
LED_TO: dict[str, list[Row]] = {
    "Traders bet that the central bank would lift the Selic rate by half a point, to 11.25%, next week.": [
        ("BR_POLICY", 11.25, "forecast", None, None, None)
    ],
    "Barclays sees Brent falling 10 percent, to $60, next year.": [("BRENT", 60.0, "forecast", None, None, None)],
    "The RBA did not cut its cash rate by 25 points, to 3.85%, as had been feared.": [],
    "The Fed, as many had expected, cut its target rate by half a point, to 4.75%.": [
        ("US_POLICY", 4.75, "last", "down", 50.0, "bp")
    ],
    "Sterling was a weaker $1.2240, down 0.5%, and 84.20 pence per euro.": [
        ("GBPUSD", 1.224, "last", "down", 0.5, "percent"),
        ("EURGBP", 0.842, "last", None, None, None),
    ],
}
TABLES: dict[str, list[Row]] = {
    "UK gilt yields, close\nBritish bonds were sold after U.S. data.\n\nMaturity   Yield   Change   June 26\n"
    "2-year     5.491   +14      5.251\n10-year    4.662   +17      4.381": [
        ("GB2Y", 5.491, "close", "up", 14.0, "bp"),
        ("GB2Y", 5.251, "close", None, None, None),
        ("GB10Y", 4.662, "close", "up", 17.0, "bp"),
        ("GB10Y", 4.381, "close", None, None, None),
    ],
    "Treasuries and gilts were sold\nMaturity   Yield   Change\n2-year     5.491   +14\n5-year     4.937   +17": [],
}


@pytest.mark.parametrize(
    ("text", "rows"),
    [pair for table in (TENORS, ADJECTIVES, STEADY, BANDS, BANKS, MONEY, RATES, LED_TO, TABLES) for pair in table.items()],
)
def test_rows(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    found = [short(o) for o in read(text).observations]
    assert sorted(found, key=str) == sorted(rows, key=str)
