"""Receipts, parts of indices, results and asides: whose a share's figure is, and what is no share's figure."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, size

RECEIPTS = {
    "Toyota's ADR fell 2.1% to $178.40.": [("TM", 178.4, "last", "down", 2.1, "percent")],
    "Infosys ADRs rose 1.4% to $18.90.": [("INFY", 18.9, "last", "up", 1.4, "percent")],
    "The American depositary receipts of Alibaba climbed 3.2% to $112.40.": [("BABA", 112.4, "last", "up", 3.2, "percent")],
    "The US-listed shares of Baidu dropped 3.1%.": [size("BIDU", "down", 3.1)],
    "TSMC's ADR fell 2.1% to $178.40.": [("TSM", 178.4, "last", "down", 2.1, "percent")],
    "Tencent's ADR fell 2.1% to $78.40.": [],
    "Alibaba climbed 3.2% to HK$112.40.": [("9988.HK", 112.4, "close", "up", 3.2, "percent")],
}
PARTS = {
    "The Dow Jones U.S. banks index dropped 2.1%.": [],
    "The Dow Jones industrials index rose 1%.": [size("DJI", "up", 1.0)],
    "The ASX 200 energy index fell 2%.": [],
}
RESULTS = {
    "TCS Q2 net up 21 per cent. TCS shares closed 0.4% lower.": [size("TCS.NS", "down", 0.4)],
    "TCS net rises 21% in Q2": [],
}
OWNED = {
    "The index fell 0.5%, weighed down by a 1.1% drop in Al Rajhi Bank and a 0.7% decline in Aramco.": [
        size("1120.SR", "down", 1.1), size("2222.SR", "down", 0.7),
    ],
    "HDFC Bank leads the index with a gain of 2.8%.": [size("HDFCBANK.NS", "up", 2.8)],
    "Zalando brought up the rear of the DAX with a loss of 3.2%.": [size("ZAL.DE", "down", 3.2)],
    "Siemens was the day's star, its 7.8% advance outstripping all others in the DAX.": [size("SIE.DE", "up", 7.8)],
}  # fmt: skip
ASIDES = {
    "BP, buoyed by firmer crude, and Shell rose 1.2% and 0.9%.": [size("BP.L", "up", 1.2), size("SHEL.L", "up", 0.9)],
    "Lloyds, hit by fears of claims, and Barclays ended 3% and 1.2% lower.": [
        size("LLOY.L", "down", 3.0), size("BARC.L", "down", 1.2),
    ],
    "Quirkco, hit by fears of claims, and Barclays ended 3% and 1.2% lower.": [],
}  # fmt: skip
MEMBERS = {
    "Sony dropped 3.9% and Panasonic lost 2.8%, together shaving 180 points off the Nikkei.": [
        size("6758.T", "down", 3.9),
        size("6752.T", "down", 2.8),
    ],
    "Nvidia fell 3%, alone costing the S&P 500 12 points.": [size("NVDA", "down", 3.0)],
    "Profit-taking shaved 0.4% from the Nikkei.": [size("NKY", "down", 0.4)],
    "Babcock, in the FTSE 250 until March, put on 2.2%.": [size("BAB.L", "up", 2.2)],
    "HDFC Bank and ICICI Bank were down, falling up to 2.3%.": [
        ("HDFCBANK.NS", None, None, "down", None, None),
        ("ICICIBANK.NS", None, None, "down", None, None),
    ],
    "Tata Steel: buy above 163, stop loss 159.": [],
}
LABELS = {
    "Micron (MU) – The memory maker climbed 4.3%.": [size("MU", "up", 4.3)],
    "Target — The retailer's stock lost 4%.": [size("TGT", "down", 4.0)],
    "Shell — U.S.-listed shares dropped 3%.": [size("SHEL", "down", 3.0)],
    "Apple fell 2%.\nWNS — Shares jumped 14%.": [size("AAPL", "down", 2.0)],
    "Apple fell 2%.\nQuirkco: The stock jumped 14%.": [size("AAPL", "down", 2.0)],
}
THOSE = {
    "Futures on the Nasdaq 100 were up 1.9%; those on the Dow were off 0.3%.": [
        size("NDX_F", "up", 1.9), size("DJI_F", "down", 0.3),
    ],
    "The Nasdaq 100 was up 1.9%; of the shares, those on the Dow were mixed. The Dow was off 0.3%.": [
        size("NDX", "up", 1.9), size("DJI", "down", 0.3),
    ],
    "The benchmark index in Shanghai closed 3.5 percent firmer at 3,170 points.": [
        ("SHCOMP", 3170.0, "close", "up", 3.5, "percent"),
    ],
    "Pivot tables put support for the Nifty at 15,240. Technicians place resistance for Bank Nifty at 57,500.": [],
    "Analysts see support for the Nifty at 25,300.": [],
    "Goodman Group lost 6.1 per cent. Of the whole top 200, just nine stocks rose.": [size("GMG.AX", "down", 6.1)],
    "Tesla lost 2%. Of the 100 members 12 rose.": [size("TSLA", "down", 2.0)],
    "Our strategists moved their year-end KOSPI target up to 5,700.": [("KOSPI", 5700.0, "forecast", None, None, None)],
    "The People's Bank of China said that interest rates on home loans are lowered by 0.5 percentage points.": [],
    "Tencent fell too, by 2 percent. HSBC went up as well, by 5.9 percent.": [
        size("0700.HK", "down", 2.0), size("HSBA.L", "up", 5.9),
    ],
}  # fmt: skip
OTHERS = {
    "OGDC rose 6.2% to Rs 232.": [("OGDC.KA", 232.0, "close", "up", 6.2, "percent")],
    "TCS rose 1.2% to Rs 3,420.": [("TCS.NS", 3420.0, "close", "up", 1.2, "percent")],
    "UBS (-1.6%) gave way, Nestle went against the tide (+0.6% to 79.90 francs).": [
        size("UBSG.SW", "down", 1.6), ("NESN.SW", 79.9, "last", "up", 0.6, "percent"),
    ],
    "UBS (-1.6%) gave way, Quirkco went against the tide (+0.6% to 79.90 francs).": [size("UBSG.SW", "down", 1.6)],
    "Logitech lost 2.3 percent. In the second tier Quirkco jumped 7.4 percent.": [size("LOGN.SW", "down", 2.3)],
    "Logitech lost 2.3 percent. In the Asian session it lost 3 percent.": [
        size("LOGN.SW", "down", 2.3), size("LOGN.SW", "down", 3.0),
    ],
    "Outside the FTSE 350, Metro Bank surged 14%.": [size("MTRO.L", "up", 14.0)],
    "Dangote Sugar gained the maximum 10 per cent to close at N51.70.": [
        ("DANGSUGAR.LG", 51.7, "close", "up", 10.0, "percent"),
    ],
    "Dangote Sugar rose 2%. On the losers' chart Quirkco led with a decline of 9.92 per cent.": [
        size("DANGSUGAR.LG", "up", 2.0),
    ],
    "Diageo shares climbed 4.1%.\nQuirkco's sales fell 1%, better than feared; the stock put on 6.8% to 1,285p.": [
        size("DGE.L", "up", 4.1),
    ],
    "Diageo shares climbed 4.1%.\nBurberry's sales fell 1%, better than feared; the stock put on 6.8%.": [
        size("DGE.L", "up", 4.1), size("BRBY.L", "up", 6.8),
    ],
    "UBL added 866 points to the KSE-100, while Hub Power took off 84.": [],
}  # fmt: skip
TABLES = {
    "SGX, July 4\n\nCounter     Close (S$)   Chg (cents)\nDBS         45.35        +34\nSingtel     3.93         -2": [
        ("D05.SI", 45.35, "close", "up", 0.34, "SGD"), ("Z74.SI", 3.93, "close", "down", 0.02, "SGD"),
    ],
    "JSE movers\n\nShare     Close (c)   Move (%)\nSasol     10,700      +2.1\nNaspers   541,200     -0.4": [
        ("SOL.JO", 107.0, "close", "up", 2.1, "percent"), ("NPN.JO", 5412.0, "close", "down", 0.4, "percent"),
    ],
    "Inflation\n\nCountry    June\nTarget     2.0\nGermany    2.1": [],
}  # fmt: skip
EACH = {
    "Dangote Cement closed at N440 per share.": [("DANGCEM.LG", 440.0, "close", None, None, None)],
    "Ford fell 2% to $11 a share.": [("F", 11.0, "last", "down", 2.0, "percent")],
    "Boeing raised its offer for Spirit to $37 a share.": [],
    "Nike earned 14 cents per share.": [],
}
MARKETS = {
    "The Hang Seng rose 1%. Tencent added 2%, HSBC 3%.": [
        size("HSI", "up", 1.0), size("0700.HK", "up", 2.0), size("0005.HK", "up", 3.0),
    ],
    "The JSE Top 40 fell 1%. Sanlam lost 2%, Glencore 3%.": [
        size("JTOPI", "down", 1.0), size("SLM.JO", "down", 2.0), size("GLN.JO", "down", 3.0),
    ],
    "The Hang Seng rose 1% and the Nikkei 2%. Tencent added 2%, HSBC 3%.": [
        size("HSI", "up", 1.0), size("NKY", "up", 2.0), size("0700.HK", "up", 2.0), size("HSBA.L", "up", 3.0),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        *RECEIPTS.items(),
        *PARTS.items(),
        *RESULTS.items(),
        *OWNED.items(),
        *ASIDES.items(),
        *MEMBERS.items(),
        *LABELS.items(),
        *MARKETS.items(),
        *EACH.items(),
        *THOSE.items(),
        *OTHERS.items(),
        *TABLES.items(),
    ],
)
def test_a_figure_goes_to_the_line_that_is_meant(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))


@pytest.mark.parametrize(
    "text",
    [
        "Reddit shares closed at $50.44, 48% above the $34 IPO price.",
        "DoorDash soared 86% on its debut to close at $189.51.",
        "Arm rose 25% in its first day of trading.",
    ],
)
def test_a_new_share_moves_from_what_its_first_buyers_paid(read: Read, text: str) -> None:
    assert [o.move.basis for o in read(text).observations if o.move] == ["since"]


def test_the_debut_of_a_product_is_no_first_day(read: Read) -> None:
    assert [o.move.basis for o in read("Nvidia fell 1% on the debut of its new chip.").observations if o.move] == ["prev_close"]


def test_the_period_of_a_size_holds_for_the_percentage_behind_or(read: Read) -> None:
    found = read("The KSE-100 gained 7,400 points over the week, or 5.9%, to finish at 131,949.").observations
    assert [o.move.basis for o in found if o.move] == ["week"]


def test_a_day_is_not_the_end_of_its_month(read: Read) -> None:
    assert [o.at for o in read("The Kospi ended July 3 at 3,116.27.").observations] == ["2025-07-03"]
