"""Wordings of reports on shares and indices, a few members of each family; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]
Read = Callable[[str], Extraction]


def size(instrument: str, direction: str, value: float, unit: str = "percent") -> Row:
    return (instrument, None, None, direction, value, unit)


def level(instrument: str, value: float, kind: str) -> Row:
    return (instrument, value, kind, None, None, None)


HOUSES = {
    "Few got off lightly. Commerzbank had no answer and finished 6.2% softer at EUR 11.40.": [
        ("CBK.DE", 11.4, "close", "down", 6.2, "percent"),
    ],
    "Goldman's 2.4% slide was the steepest of the day.": [size("GS", "down", 2.4)],
    "Lenders sank, Westpac being the odd one out with a gain of 0.3 per cent.": [size("WBC.AX", "up", 0.3)],
    "Barclays said the metal could slide 4% to $1,900.": [],
    "Citi put its 5% growth estimate down to 3%.": [],
}
REMAINING = {
    "The DAX opened strong, but the DAX's gain shrank to 0.4%.": [size("DAX", "up", 0.4)],
    "The Nikkei's loss for the year widened to 12%.": [size("NKY", "down", 12.0)],
    "The Sensex lost 0.5%, which took its fall since June to 8.1%.": [size("SENSEX", "down", 0.5), size("SENSEX", "down", 8.1)],
    "The FTSE 100 stretched its rise this month to 3.2%.": [size("UKX", "up", 3.2)],
}
SUBJECTS = {
    "First prize went to Lufthansa, plus 3.1 percent at 7.42 euros.": [("LHA.DE", 7.42, "last", "up", 3.1, "percent")],
    "Intel rose 2% and is worth more than Boeing. It ended at $31.20.": [
        ("INTC", 31.2, "close", "up", 2.0, "percent"),
    ],
    "Telecom Egypt was 1% up at EGP 9.32. The bank first quoted EGP 13 per dollar.": [
        ("ETEL.CA", 9.32, "last", "up", 1.0, "percent"),
        level("USDEGP", 13.0, "last"),
    ],
    "The ten-year Japanese yield reached 1.2%. The U.S. 10-year yield was 4.3%.": [
        level("JP10Y", 1.2, "high"),
        level("US10Y", 4.3, "last"),
    ],
    "Turkey's benchmark had a gain of 1.9% to show for it, at 10,020 points.": [
        ("XU100", 10020.0, "close", "up", 1.9, "percent"),
    ],
    "Shell, which had ended last week at 2,710p, closed at 2,655p.": [
        level("SHEL.L", 2710.0, "previous"),
        level("SHEL.L", 2655.0, "close"),
    ],
}
RATES = {
    "The ECB had set the euro's reference rate at 1.1574 dollars.": [level("EURUSD", 1.1574, "fixing")],
    "The Fed lowered its target range by half a point to 4.5%-4.75%.": [("US_POLICY", 4.75, "last", "down", 50.0, "bp")],
    "The Fed kept its target range at 3.75%-4%.": [("US_POLICY", 4.0, "last", "flat", None, None)],
    "The pound was back up at $1.3680, still 3% worse off.": [("GBPUSD", 1.368, "last", "down", 3.0, "percent")],
}  # fmt: skip
EXTREMES_OF_MOVES = {
    "The Hang Seng, down 412 points at its worst, ended at 21,040.50.": [
        ("HSI", None, "low", "down", 412.0, "points"),
        level("HSI", 21040.5, "close"),
    ],
    "The Topix was in the red by 1.8% at its low and finished 0.4% down.": [
        ("TPX", None, "low", "down", 1.8, "percent"),
        size("TPX", "down", 0.4),
    ],
    "Up 3.4% at its best, the Kospi closed 1.2% higher.": [
        ("KOSPI", None, "high", "up", 3.4, "percent"),
        size("KOSPI", "up", 1.2),
    ],
}
LABELS = {
    "JAPAN: The index gave up 1.3% to 38,200.15.": [("NKY", 38200.15, "close", "down", 1.3, "percent")],
    "Singapore's index had been up by as much as 0.9 percent.": [("STI", None, "high", "up", 0.9, "percent")],
    "The Shanghai index went out at 3,051.20 points.": [level("SHCOMP", 3051.2, "close")],
    "The ChiNext, China's Nasdaq-style market, rose 2%.": [size("CHINEXT", "up", 2.0)],
}
BRACKETS = {
    "The yield on the ten-year Bund fell to 2.41% (Tuesday: 2.48%).": [
        ("DE10Y", 2.41, "last", "down", None, None),
        level("DE10Y", 2.48, "previous"),
    ],
    "Gold was at $3,300 (Wednesday: $3,310).": [level("XAUUSD", 3300.0, "last"), level("XAUUSD", 3310.0, "previous")],
}
CARRIED = {
    "Wipro rose 1%, on top of the 2.1% it gained on Thursday.": [size("WIPRO.NS", "up", 1.0), size("WIPRO.NS", "up", 2.1)],
    "CATL and BYD jumped by their limits of 20 percent and 10 percent, respectively.": [
        size("300750.SZ", "up", 20.0),
        size("1211.HK", "up", 10.0),
    ],
    "Roku was down 6% at one point despite record revenue of $1 billion, then down just 2%.": [
        ("ROKU", None, "low", "down", 6.0, "percent"),
        size("ROKU", "down", 2.0),
    ],
    "Nornickel fell 1%, and state-owned lender Sberbank dropped 2% to 101.20 roubles.": [
        size("GMKN.ME", "down", 1.0),
        ("SBER.ME", 101.2, "last", "down", 2.0, "percent"),
    ],
}
CLASSES = {
    "Bradesco's preferred shares gained 2% to R$14.20, the common ones 1.4%.": [
        ("BBDC4.SA", 14.2, "last", "up", 2.0, "percent"),
        size("BBDC3.SA", "up", 1.4),
    ],
    "Henkel's ordinary shares fell 1% to 66.10 euros.": [("HEN.DE", 66.1, "last", "down", 1.0, "percent")],
    "Samsung Electronics rose 2%. Its preference shares gained 3%.": [
        size("005930.KS", "up", 2.0),
        size("005935.KS", "up", 3.0),
    ],
    "BMW common stock peaked at euro92.10 and ended at euro91.": [
        level("BMW.DE", 92.1, "high"),
        level("BMW.DE", 91.0, "close"),
    ],
}
STATED = {
    "The CAC 40 fell. Final tally: 7,701.20, down 58.10 points.": [("CAC40", 7701.2, "last", "down", 58.1, "points")],
    "One Singapore dollar buys:\n* 78.40 US cents\n* 57.45 British pence": [
        level("SGDUSD", 0.784, "last"),
        level("SGDGBP", 0.5745, "last"),
    ],
    "The dollar index lost 0.7% to 98.60. Against the Swiss franc it fell 1% to 0.8815.": [
        ("DXY", 98.6, "last", "down", 0.7, "percent"),
        ("USDCHF", 0.8815, "last", "down", 1.0, "percent"),
    ],
    "The Dow lost 80 points to ten thousand, five hundred twenty.": [("DJI", 10520.0, "last", "down", 80.0, "points")],
    "Kering was hammered for 6.3 per cent to 188.20 euros.": [("KER.PA", 188.2, "last", "down", 6.3, "percent")],
    "The euro was traded with 1.1593 dollars.": [level("EURUSD", 1.1593, "last")],
    "Nokia jumped 8%, a rise that followed Thursday's 5%.": [size("NOKIA.HE", "up", 8.0), size("NOKIA.HE", "up", 5.0)],
}
TURNED = {
    "The Kospi, 1.6% down at noon, clawed its way up to close at 2,740.20, up 11.30 points.": [
        size("KOSPI", "down", 1.6),
        ("KOSPI", 2740.2, "close", "up", 11.3, "points"),
    ],
    "The Sensex pared half of the damage to end at 80,305.87, poorer by 387.31 points.": [
        ("SENSEX", 80305.87, "close", "down", 387.31, "points"),
    ],
    "The DAX rose 140 points, the most it has gained in a day this year, and was at 23,940.": [
        ("DAX", 23940.0, "last", "up", 140.0, "points"),
    ],
    "The Nifty of the NSE, which began the day at 25,410.10, ended at 25,390.40.": [
        level("NIFTY", 25410.1, "open"),
        level("NIFTY", 25390.4, "close"),
    ],
}
REPORTED = {
    "Alphabet reported revenue up 15% and the stock jumped 10% to $171.95.": [("GOOGL", 171.95, "last", "up", 10.0, "percent")],
    "Kingfisher posted sales down 3%.": [],
    "Nvidia slipped 2.2% and AMD 1.7%.": [size("NVDA", "down", 2.2), size("AMD", "down", 1.7)],
    "Losers were led by Puma, 4.1% lower at 24.30 euros.": [("PUM.DE", 24.3, "last", "down", 4.1, "percent")],
    "Commonwealth Bank slipped 0.5pc to $178.02.": [("CBA.AX", 178.02, "close", "down", 0.5, "percent")],
}
APPOSED = {
    "The TOPIX finished down 0.1 pct. Losers outnumbered winners 1,824 to 1,728.": [size("TPX", "down", 0.1)],
    "Greenbrier popped 14%. U.S. stock futures were little changed.": [size("GBX", "up", 14.0)],
    "Robinhood rose 2.5%, on pace for a sixth straight gain.": [size("HOOD", "up", 2.5)],
    "The EGX70 EWI edged up 0.04 percent to 9,904.41.": [("EGX70", 9904.41, "last", "up", 0.04, "percent")],
    "SK hynix slid 2 percent, and top automaker Hyundai Motor retreated 0.7 percent.": [
        size("000660.KS", "down", 2.0), size("005380.KS", "down", 0.7),
    ],
    "The DAX topped 18,000 points and ended at 18,100.": [("DAX", 18100.0, "close", "up", None, None)],
    "Shell lost 2.9%. At the other end of the table stood Unilever with a gain of 1.1%.": [
        size("SHEL.L", "down", 2.9), size("ULVR.L", "up", 1.1),
    ],
    "The FTSE 100 fell 1.2%. At the bottom of the index sat Burberry with a loss of 4.1%.": [
        size("UKX", "down", 1.2), size("BRBY.L", "down", 4.1),
    ],
    "The Nikkei opened at 38,116, a drop of 1.2 percent, and closed at 38,500, down 0.2 percent.": [
        ("NKY", 38116.0, "open", "down", 1.2, "percent"), ("NKY", 38500.0, "close", "down", 0.2, "percent"),
    ],
    "The Nikkei touched a high of 38,116, a rise of 1.2 percent, and closed at 38,000.": [
        ("NKY", 38116.0, "high", "up", 1.2, "percent"), ("NKY", 38000.0, "close", None, None, None),
    ],
}  # fmt: skip
TOPICS = {
    "The Kospi was at 2,700. When dealings were over the index had added 31.20 points and was at 2,731.20.": [
        level("KOSPI", 2700.0, "close"),
        ("KOSPI", 2731.2, "last", "up", 31.2, "points"),
    ],
    "One New Zealand dollar buys:\n* 60.10 US cents, from 60.25 US cents on Thursday": [
        level("NZDUSD", 0.601, "last"),
        level("NZDUSD", 0.6025, "previous"),
    ],
    "The pound sank. No such luck for the FTSE 250. It tumbled 2.2 per cent to 21,088.05.": [
        ("GBPUSD", None, None, "down", None, None),
        ("MCX", 21088.05, "last", "down", 2.2, "percent"),
    ],
    "The Canadian dollar slipped 0.41 of a cent to 73.30 cents US.": [("CADUSD", 0.733, "last", "down", 0.0041, "USD")],
    "Banks slid. UBS fell to CHF 27.10.": [("UBSG.SW", 27.1, "last", "down", None, None)],
}
ALL = (
    HOUSES
    | REMAINING
    | SUBJECTS
    | RATES
    | EXTREMES_OF_MOVES
    | LABELS
    | BRACKETS
    | CARRIED
    | CLASSES
    | STATED
    | TURNED
    | REPORTED
    | APPOSED
    | TOPICS
)


@pytest.mark.parametrize("text", ALL)
def test_wraps(read: Read, text: str) -> None:
    assert sorted(map(repr, map(short, read(text).observations))) == sorted(map(repr, ALL[text]))
