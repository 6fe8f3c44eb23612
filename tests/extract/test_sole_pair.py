"""Prices of the one pair of a sentence under words that nobody lists, and forecasts that somebody has for it; the expected
rows are written by hand.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]


def level(instrument: str, value: float, kind: str = "last") -> Row:
    """A row without a move."""
    return (instrument, value, kind, None, None, None)


CABLE = "GBP/USD was quoted at 1.3440."
CASES: dict[str, list[Row]] = {
    "USD/JPY printed 151.94, the dearest that the dollar has been since 1990, and then somebody very large hit the bid.": [
        level("USDJPY", 151.94, "high"),
    ],
    "USD/CHF woke up at 0.9012 and went nowhere.": [level("USDCHF", 0.9012)],
    "The shilling was quoted at Sh153.42 to the dollar. It had printed Sh156.24 a day earlier.": [
        level("USDKES", 153.42), level("USDKES", 156.24, "previous"),
    ],
    f"{CABLE} Top tick 1.3571, a level not seen since August.": [level("GBPUSD", 1.344), level("GBPUSD", 1.3571, "high")],
    "The pair found no floor until 140.34. USD/JPY was at 147.20.": [level("USDJPY", 147.2)],
    "It has kept its year-end projection of 30.25 for the baht.": [level("USDTHB", 30.25, "forecast")],
    f"{CABLE} Our three-month number moves to 1.36 from 1.38.": [level("GBPUSD", 1.344), level("GBPUSD", 1.36, "forecast")],
    f"{CABLE} We lower our target to 1.30.": [level("GBPUSD", 1.344), level("GBPUSD", 1.3, "forecast")],
    "You now get $1.0668 for a pound, 1.8% down on Friday.": [("GBPUSD", 1.0668, "last", "down", 1.8, "percent")],
    f"{CABLE} We keep 1.30 for December.": [level("GBPUSD", 1.344), level("GBPUSD", 1.3, "forecast")],
    "USD/KES closed at 148.50. We think 140 is where it will settle by the end of March.": [
        level("USDKES", 148.5, "close"), level("USDKES", 140.0, "forecast"),
    ],
    "EUR/HUF showed 431.60 a moment ago.": [level("EURHUF", 431.6, "previous")],
    "The State Bank of Vietnam set the daily reference rate at VND23,642 per USD.": [level("USDVND", 23642.0, "fixing")],
    "The rupiah was at Rp14,850 to the dollar. The official rate was Rp14,840.": [
        level("USDIDR", 14850.0), level("USDIDR", 14840.0, "fixing"),
    ],
    "EUR/PLN hovering, 4.4650.": [level("EURPLN", 4.465)],
    "Sterling was at $1.2705, having risen to $1.2760 earlier.": [level("GBPUSD", 1.2705), level("GBPUSD", 1.276, "high")],
    "The rupee traded at 83.12 per dollar, after weakening to 83.27.": [level("USDINR", 83.12), level("USDINR", 83.27, "high")],
    "KRW: 1,324.50 (+4.20).": [("USDKRW", 1324.5, "last", "up", 4.2, "KRW")],
    f"{CABLE} We had called 1.35.": [level("GBPUSD", 1.344)],
    f"{CABLE} The bank's survey had the pound at $1.38 by year-end.": [
        level("GBPUSD", 1.344), level("GBPUSD", 1.38, "forecast"),
    ],
    "USD/MXN at 16.7410. Cedar Bank has 17.80 for the end of the year, having been at 17.20.": [
        level("USDMXN", 16.741), level("USDMXN", 17.8, "forecast"),
    ],
    'USD/MXN at 16.7410. "17.80 by Christmas," says a dealer.': [level("USDMXN", 16.741), level("USDMXN", 17.8, "forecast")],
    "AUD/USD was at 0.6579. Westpac's end-year pick stays 0.68.": [
        level("AUDUSD", 0.6579), level("AUDUSD", 0.68, "forecast"),
    ],
    "AUD/USD: 0.6560 early, 0.6588 at the London open, 0.6579 now.": [
        level("AUDUSD", 0.656), level("AUDUSD", 0.6588, "open"), level("AUDUSD", 0.6579),
    ],
    "EUR/USD trades at 1.1700. Sellers turn up once more ahead of 1.1725.": [level("EURUSD", 1.17)],
    "The Philippine peso closed at 59 to $1. Its intraday best was 58.92.": [
        level("USDPHP", 59.0, "close"), level("USDPHP", 58.92, "low"),
    ],
    f"{CABLE} Stops are building under 1.3390, a bid waits at 1.3400.": [level("GBPUSD", 1.344)],
    f"{CABLE} Airport kiosks wanted $1.25.": [level("GBPUSD", 1.344)],
    f"{CABLE} The 3x6 FRA is 1.35.": [level("GBPUSD", 1.344)],
    "Every cent on the kiwi costs him 40,000 dollars a season.": [],
    "Every Rp100 by which the dollar goes up adds to the bill.": [],
    "The kiwi desk thinks 140 people will come.": [],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_prices_of_the_one_pair(text: str, read: Callable[[str], Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == CASES[text]


def test_what_is_down_on_a_day_is_compared_with_it(read: Callable[[str], Extraction]) -> None:
    found = read("The pound is at $1.0668, which is 1.8% down on Thursday night.").observations[0]
    was = read("The pound was 1.8% lower at $1.0668 on Thursday.").observations[0]
    assert found.move is not None
    assert found.at != was.at
