"""Which kind of level it is, on which day or hour it held and what its move is from: wordings of many desks; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Row = tuple[object, ...]

# Each text is read on Friday, July 4, 2025, at 15:00 UTC; a row is instrument, level, kind, time, basis.
SAME_HOUR = {
    "The won stood at 1,371.2-1,371.5 per dollar at 11 a.m., against 1,368.0 at the same time the day before.": [
        ("USDKRW", 1371.2, "last", "2025-07-04T02:00:00Z", "prev_close"),
        ("USDKRW", 1368.0, "previous", "2025-07-03T02:00:00Z", None),
    ],
    "Spot gold was at $3,330 at 1030 GMT. It had been at $3,351 at the same hour on Wednesday.": [
        ("XAUUSD", 3330.0, "last", "2025-07-04T10:30:00Z", "prev_close"),
        ("XAUUSD", 3351.0, "previous", "2025-07-02T10:30:00Z", None),
    ],
    "At 5 p.m. in Tokyo the dollar was at 144.13-15 yen, up from 143.81-82 yen on Thursday.": [
        ("USDJPY", 144.13, "last", "2025-07-04T08:00:00Z", "prev_close"),
        ("USDJPY", 143.81, "previous", "2025-07-03", None),
    ],
    "Gold was at $3,330 at 1030 GMT. At the same time, the euro was at $1.1750.": [
        ("XAUUSD", 3330.0, "last", "2025-07-04T10:30:00Z", None), ("EURUSD", 1.175, "last", "2025-07-04", None),
    ],
}  # fmt: skip
DAYS = {
    "The rupee was at 85.38 earlier in the day before easing to 85.45 a dollar.": [
        ("USDINR", 85.38, "last", "2025-07-04", None), ("USDINR", 85.45, "last", "2025-07-04", "intraday"),
    ],
    "The rupee ended at 85.31 a dollar, five paise up over Thursday's close of 85.36.": [
        ("USDINR", 85.31, "close", "2025-07-04", "prev_close"), ("USDINR", 85.36, "previous", "2025-07-03", None),
    ],
    "Platinum is softer at $984.50, from $1,005.50 last night.": [
        ("XPTUSD", 984.5, "last", "2025-07-04", "prev_close"), ("XPTUSD", 1005.5, "previous", "2025-07-03", None),
    ],
    "Bitcoin is at $108,000. A year ago tomorrow it was $57,000.": [
        ("BTCUSD", 108000.0, "last", "2025-07-04", None), ("BTCUSD", 57000.0, "previous", "2024-07-05", None),
    ],
    "The euro was at $1.1750 at nine o'clock Central.": [("EURUSD", 1.175, "last", "2025-07-04T14:00:00Z", None)],
    "The dollar was at 78.50 roubles at three o'clock in the morning.": [
        ("USDRUB", 78.5, "last", "2025-07-04T00:00:00Z", None)
    ],
    "The ringgit opened softer.\n\nIt was at 4.2250 to the dollar.\n\nIt was at 4.50 last week, a dealer said.": [
        ("USDMYR", None, None, "2025-07-04", "prev_close"), ("USDMYR", 4.225, "last", "2025-07-04", None),
        ("USDMYR", 4.5, "previous", "2025-06-27", None),
    ],
}  # fmt: skip
BASES = {
    "Bitcoin was at $108,240, down 1.2% on the day and 3.3% off its May 22 peak of $111,970.": [
        ("BTCUSD", 108240.0, "last", "2025-07-04", "prev_close"),
        ("BTCUSD", None, None, "2025-07-04", "since"),
        ("BTCUSD", 111970.0, "high", "2025-05-22", None),
    ],
    "At the start of the year one bitcoin cost $94,400.": [("BTCUSD", 94400.0, "previous", "2025-01-01", None)],
    "The Dutch front-month gas contract is at €34.10, up 6.2% since last night.": [
        ("TTF", 34.1, "last", "2025-07-04", "prev_close")
    ],
    "Since the start of July the lira has lost 0.4%.": [("USDTRY", None, None, "2025-07-04", "mtd")],
    "Since the start of May the lira has lost 4%.": [("USDTRY", None, None, "2025-07-04", "since")],
    "The DAX rose 0.5% with an hour of the session to go.": [("DAX", None, None, "2025-07-04", "prev_close")],
    "The DAX rose 0.5% within an hour.": [("DAX", None, None, "2025-07-04", "intraday")],
}
EXTREMES = {
    "At its weakest the pound bought $1.3310.": ("GBPUSD", 1.331, "low"),
    "The US 10-year yield touched 3.318 percent, its lowest ever.": ("US10Y", 3.318, "low"),
    "Gold got to $3,412.80 on Wednesday, its best in seven years.": ("XAUUSD", 3412.8, "high"),
    "The pound bought just $1.3319 at one stage. By 4pm it was back at $1.3425.": ("GBPUSD", 1.3319, "low"),
    "Sterling fell to $1.3539 at first. It was at $1.3675 by 2pm.": ("GBPUSD", 1.3539, "low"),
    "The rand was at 17.61. Earlier it had slipped to 17.72.": ("USDZAR", 17.72, "high"),
    "Gold settled at $3,390 after dipping to $3,355, the lowest since November.": ("GC", 3355.0, "low"),
    "The rupee touched an intraday high of 85.38 and a low of 85.52 before ending at 85.40.": ("USDINR", 85.38, "low"),
    "The rupee was at 85.40; as recently as June 26 it had sunk to 86.60.": ("USDINR", 86.6, "high"),
    "The rupee was at 85.40; as recently as May it was at 60.60.": ("USDINR", 60.6, "previous"),
    "The rupee was at 85.40; as recently as 2013 it was at 60.60.": ("USDINR", 60.6, "previous"),
    "At first the euro was little changed at $1.1740.": ("EURUSD", 1.174, "last"),
    "Sterling is at its weakest since May, and the euro slid to $1.1690.": ("EURUSD", 1.169, "last"),
}
CLOSES = {
    "The rand was at 17.55 to the dollar when markets closed in Johannesburg.": ("USDZAR", 17.55, "close"),
    "Brent crude: DOWN 2.1 percent at $66.36 per barrel (close)": ("BRENT", 66.36, "close"),
    "The Topix shed 0.6 percent and went into the weekend at 2,827.95 points.": ("TPX", 2827.95, "close"),
    "The rupee opened at 85.40 before signing off at 85.31 a dollar.": ("USDINR", 85.31, "close"),
    "The rand was at 17.55 to the dollar when the news came.": ("USDZAR", 17.55, "last"),
}
HEADS = {
    "Friday, July 4, 2025. Rates as of 7:45 a.m. Toronto\n\nUSD/CAD 1.3595/00.\n\nEUR/USD 1.1730 (-0.5%).": [
        ("USDCAD", 1.3595, "last", "2025-07-04T11:45:00Z", None),
        ("EURUSD", 1.173, "last", "2025-07-04T11:45:00Z", "prev_close"),
    ],
    "- Key figures around 1445 GMT -\n\nNikkei 225: UP 0.1 percent at 39,810.88 (close)\nDollar/yen: DOWN at 144.44": [
        ("NKY", 39810.88, "close", "2025-07-04", "prev_close"),
        ("USDJPY", 144.44, "last", "2025-07-04T14:45:00Z", "prev_close"),
    ],
    "Figures at 0830 GMT showed a rise.\nSpot gold was at $3,335.20.": [("XAUUSD", 3335.2, "last", "2025-07-04", None)],
}  # fmt: skip
OF_ONE_CLAUSE = {
    "The benchmark Japanese 10-year yield ended down 0.010 percentage point from Thursday's close at 1.435 percent.": [
        ("JP10Y", 1.435, "close", "2025-07-04", "prev_close")
    ],
    "The Nikkei closed 0.2 percent lower with US jobs data due at 1230 GMT.": [("NKY", None, None, "2025-07-04", "prev_close")],
    "Gold got to $3,412.80 on Wednesday, and silver is unchanged at $36.95.": [
        ("XAUUSD", 3412.8, "high", "2025-07-02", None), ("XAGUSD", 36.95, "last", "2025-07-04", "prev_close"),
    ],
    "At five o'clock the New Zealand dollar was buying 60.5 US cents, and 92.3 Australian cents.": [
        ("NZDUSD", 0.605, "last", "2025-07-04T05:00:00Z", None), ("NZDAUD", 0.923, "last", "2025-07-04T05:00:00Z", None),
    ],
    "Snap had ended the regular session at $9.47.": [("SNAP", 9.47, "close", "2025-07-03", None)],
    "The euro got to $1.1830 on Tuesday before easing.": [("EURUSD", 1.183, "high", "2025-07-01", None)],
    "Bitcoin stood at $109,120, from $109,800 24 hours earlier.": [
        ("BTCUSD", 109120.0, "last", "2025-07-04", "prev_close"), ("BTCUSD", 109800.0, "previous", "2025-07-03", None),
    ],
    "The Topix ended up 0.06 percent from Thursday at 2,827.95.": [("TPX", 2827.95, "close", "2025-07-04", "prev_close")],
    "The euro was at 85.15 roubles at six in the evening, and at 86.10 by nine yesterday morning.": [
        ("EURRUB", 85.15, "last", "2025-07-04T15:00:00Z", None), ("EURRUB", 86.1, "previous", "2025-07-03T06:00:00Z", None),
    ],
    "All times BST\n10:20 In Zurich the SMI has lost 1.5%.\n09:58 The SMI has lost 1.1%.": [
        ("SMI", None, None, "2025-07-04T09:20:00Z", "prev_close"), ("SMI", None, None, "2025-07-04T08:58:00Z", "prev_close"),
    ],
    "Live\n09.52 BST\nThe Nikkei closed down 52 points at 39,727.\n\n09.05 BST\nShares in Centrica are up 1.4% at 160.6p.": [
        ("NKY", 39727.0, "close", "2025-07-04", "prev_close"), ("CNA.L", 160.6, "last", "2025-07-04T08:05:00Z", "prev_close"),
    ],
}  # fmt: skip


def _rows(found: Extraction) -> list[Row]:
    return [(o.instrument, o.level, o.level_kind, o.at, o.move and o.move.basis) for o in found.observations]


@pytest.mark.parametrize(("text", "rows"), (SAME_HOUR | DAYS | BASES | HEADS | OF_ONE_CLAUSE).items())
def test_time_and_basis(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert _rows(read(text)) == rows


@pytest.mark.parametrize(("text", "level"), (EXTREMES | CLOSES).items())
def test_kind_of_level(read: Callable[[str], Extraction], text: str, level: Row) -> None:
    assert level in [(o.instrument, o.level, o.level_kind) for o in read(text).observations]
