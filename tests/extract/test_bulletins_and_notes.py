"""Styles that are no plain wire: bulletins read out, dealers' notes, lists under a heading, what people paid for money."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

READ_OUT: dict[str, list[Row]] = {
    "The pound is worth one dollar thirty-six and a half and one euro fifteen and three-quarters.": [
        ("GBPUSD", 1.365, "last", None, None, None),
        ("GBPEUR", 1.1575, "last", None, None, None),
    ],
    "A pound will get you a dollar 27 and a euro 19.": [
        ("GBPUSD", 1.27, "last", None, None, None),
        ("GBPEUR", 1.19, "last", None, None, None),
    ],
    "The euro was trading at 86.5 pence sterling and one dollar 16.": [
        ("EURGBP", 0.865, "last", None, None, None),
        ("EURUSD", 1.16, "last", None, None, None),
    ],
    "He owed a dollar 27 years ago.": [],
    "The Dow closed up 344 at 44 thousand 828. Sterling is at one dollar, thirty-six and a half cents.": [
        ("DJI", 44828.0, "close", "up", 344.0, "points"),
        ("GBPUSD", 1.365, "last", None, None, None),
    ],
    "The markets at the top of the hour: the Nikkei up 93 points at 39,785.": [("NKY", 39785.0, "close", "up", 93.0, "points")],
    "The rupee? 85.39 to the dollar, 7 paisas weaker.": [("USDINR", 85.39, "last", "up", 0.07, "INR")],
}
DEALERS: dict[str, list[Row]] = {
    "EURUSD in a 1.1765/1.1790 range, 1.1778 now. MXN 18.65, best since August.": [
        ("EURUSD", 1.1765, "low", None, None, None),
        ("EURUSD", 1.179, "high", None, None, None),
        ("EURUSD", 1.1778, "last", None, None, None),
        ("USDMXN", 18.65, "last", None, None, None),
    ],
    "AUD/USD .6560, NZD 0.5980. USDIDR 16,250/16,260.": [
        ("AUDUSD", 0.656, "last", None, None, None),
        ("NZDUSD", 0.598, "last", None, None, None),
        ("USDIDR", 16250.0, "last", None, None, None),
    ],
    "Ulbrich raised its price for a ticket to NZD 29.50.": [],
    "Gilts 10y 4.55 -2. US 10s at 4.39 (+6bp), 2s 3.75 (+2)": [
        ("GB10Y", 4.55, "last", "down", 2.0, "bp"),
        ("US10Y", 4.39, "last", "up", 6.0, "bp"),
        ("US2Y", 3.75, "last", "up", 2.0, "bp"),
    ],
    "Bund 10y 2.68% unch. BTP-Bund 82bp (-1). OAT/Bund 70bps, +2.": [
        ("DE10Y", 2.68, "last", None, None, None),
        ("IT10Y-DE10Y", 82.0, "last", "down", 1.0, "bp"),
        ("FR10Y-DE10Y", 70.0, "last", "up", 2.0, "bp"),
    ],
    "Treasuries were sold, 2s +8bp to 3.88%, 10s +6bp to 4.34%. Brent Sep 68.30 (-0.7%).": [
        ("US2Y", 3.88, "last", "up", 8.0, "bp"),
        ("US10Y", 4.34, "last", "up", 6.0, "bp"),
        ("BRENT", 68.3, "last", "down", 0.7, "percent"),
    ],
    "Rand/$ 17.58 | Rand/£ 24.01 | Euro/$ 1.1757": [
        ("USDZAR", 17.58, "last", None, None, None),
        ("GBPZAR", 24.01, "last", None, None, None),
        ("EURUSD", 1.1757, "last", None, None, None),
    ],
    "The 10-year Bund set a record low of -0.727 in the morning.": [("DE10Y", -0.727, "low", None, None, None)],
    "Spoos +0.2%, Nasdaq futs flat. ASX futures -13 points at 8,570.": [
        ("SPX_F", None, None, "up", 0.2, "percent"),
        ("NDX_F", None, None, "flat", None, None),
        ("AS51_F", 8570.0, "last", "down", 13.0, "points"),
    ],
}
LISTS: dict[str, list[Row]] = {
    "Nikkei 39,785.90 up 23.42; Hang Seng 24,069.94 down 151.47": [
        ("NKY", 39785.9, "close", "up", 23.42, "points"),
        ("HSI", 24069.94, "close", "down", 151.47, "points"),
    ],
    "10-year yields (change in bp)\nGermany 2.61 (-4)\nUS 4.34 (+6)\n\nIn Italy 3.47 million have no work.": [
        ("DE10Y", 2.61, "last", "down", 4.0, "bp"),
        ("US10Y", 4.34, "last", "up", 6.0, "bp"),
    ],
    "EUR/USD  1.1778\n+0.23%\nUSD/JPY  144.47\n-0.31%": [
        ("EURUSD", 1.1778, "last", "up", 0.23, "percent"),
        ("USDJPY", 144.47, "last", "down", 0.31, "percent"),
    ],
    "FTSE 100\n8,823.20\n-0.55%\n\n10-year gilt\n4.55%\n+2bp\n\nGold\n3,342.90 -16.80 (-0.50%)": [
        ("UKX", 8823.2, "last", "down", 0.55, "percent"),
        ("GB10Y", 4.55, "last", "up", 2.0, "bp"),
        ("XAUUSD", 3342.9, "last", "down", 0.5, "percent"),
    ],
    "Gold\n5 reasons to buy\n1. It shines": [],
    "Bitcoin $108,900 (▲1.2%). Nifty ↓0.3%": [
        ("BTCUSD", 108900.0, "last", "up", 1.2, "percent"),
        ("NIFTY", None, None, "down", 0.3, "percent"),
    ],
}
TRANSLATED: dict[str, list[Row]] = {
    "The euro stood at 1.1779 (Thursday: 1.1755) dollars. Silver cost 36.90 (36.70) dollars an ounce.": [
        ("EURUSD", 1.1779, "last", None, None, None),
        ("EURUSD", 1.1755, "previous", None, None, None),
        ("XAGUSD", 36.9, "last", None, None, None),
        ("XAGUSD", 36.7, "previous", None, None, None),
    ],
    "The S&P/BMV IPC slid 0.35% to 57,937.13 units.": [("MXX", 57937.13, "last", "down", 0.35, "percent")],
    "In Buenos Aires the blue dollar rose 10 pesos to 1,220.": [],
}
AT_HOME: dict[str, list[Row]] = {
    "SYDNEY: The dollar was buying US65.6c, down from US65.9c.": [
        ("AUDUSD", 0.656, "last", "down", None, None),
        ("AUDUSD", 0.659, "previous", None, None, None),
    ],
    "WELLINGTON: The dollar fell to 60.5 US cents.": [("NZDUSD", 0.605, "last", "down", None, None)],
    "SYDNEY: The dollar rose to 97.10 yen.": [("USDJPY", 97.1, "last", "up", None, None)],
}
PAID: dict[str, list[Row]] = {
    "In January importers paid Sh160 for a dollar.": [("USDKES", 160.0, "previous", None, None, None)],
    "Travellers had to pay 1.25 euros for a pound.": [("GBPEUR", 1.25, "last", None, None, None)],
    "You now need 1,620 naira to get one dollar.": [("USDNGN", 1620.0, "last", None, None, None)],
    "He swapped 20 dollars for 15 euros.": [],
    "In Nairobi a dollar traded at an average of Sh129.24.": [("USDKES", 129.24, "last", None, None, None)],
}


@pytest.mark.parametrize(
    ("text", "rows"),
    [*READ_OUT.items(), *DEALERS.items(), *LISTS.items(), *TRANSLATED.items(), *AT_HOME.items(), *PAID.items()],
)
def test_styles(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == rows


def test_a_clock_in_the_title_dates_the_labelled_lines_below(read: Callable[[str], Extraction]) -> None:
    told = "Overnight levels (06:15 GMT)\n\nBrent: $63.51 (+0.3%)\nGold: $3,321 (+0.1%)"
    assert [o.at for o in read(told).observations] == ["2025-07-04T06:15:00Z"] * 2
    other = "Dollar slips after 0830 GMT data\n\nBrent: $63.51\nGold: $3,321"
    assert [o.at for o in read(other).observations if o.level] == ["2025-07-04"] * 2


def test_a_price_behind_a_signed_size_of_a_name(read: Callable[[str], Extraction]) -> None:
    rows = [(o.instrument, o.level, o.move and o.move.value) for o in read("Gold +0.4% $3,371; EUR -0.1% 1.1702").observations]
    assert rows == [("XAUUSD", 3371.0, 0.4), ("EURUSD", 1.1702, 0.1)]


def test_what_came_before_has_no_level_of_what_is_last(read: Callable[[str], Extraction]) -> None:
    rows = [
        (o.level, o.move and o.move.value, o.at)
        for o in read("Gold steadies after Tuesday's 1.5% drop; last $3,324").observations
    ]
    assert (None, 1.5, "2025-07-01") in rows
    assert (3324.0, None, "2025-07-04") in rows
