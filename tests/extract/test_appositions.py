"""Whose a figure is where an aside or an apposition stands beside the name; the expected rows are written by hand."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, size

LISTED = {
    "The FTSE MIB fell 1%. The two big lenders, Intesa Sanpaolo and UniCredit, lost 4.1% and 3.2% respectively.": [
        size("FTSEMIB", "down", 1.0), size("ISP.MI", "down", 4.1), size("UCG.MI", "down", 3.2),
    ],
    "Germany's largest lenders, Deutsche Bank and Commerzbank, fell 3% and 2.5%.": [
        size("DBK.DE", "down", 3.0), size("CBK.DE", "down", 2.5),
    ],
    "Intesa and UniCredit respectively shed 8% and 5%.": [size("ISP.MI", "down", 8.0), size("UCG.MI", "down", 5.0)],
    "Commerzbank was the day's biggest loser, dropping 5.1%.": [size("CBK.DE", "down", 5.1)],
    "UBS was the bank behind the loan, falling short of the 3% that it had hoped for.": [],
    "Two brokers, Citi and UBS, raised their targets by 3%.": [],
}  # fmt: skip
ASIDES = {
    "Intel, once worth more than Nvidia, fell 2%.": [size("INTC", "down", 2.0)],
    "Intel, worth less than Nvidia, closed 2% lower.": [size("INTC", "down", 2.0)],
    "Anglo American, considered a takeover target for BHP, rose 1.2%.": [size("AAL.L", "up", 1.2)],
    "Commerzbank, thought to be among the bidders for Natixis, fell 4%.": [size("CBK.DE", "down", 4.0)],
    "Glencore, and miner Rio Tinto, fell 1%.": [size("GLEN.L", "down", 1.0), size("RIO.L", "down", 1.0)],
}
STRANGERS = {
    "The S&P 500 fell 1%. Its biggest loser, Quirkco, dropped 3%.": [size("SPX", "down", 1.0)],
    "The S&P 500 fell 1%. The two chip makers, Quirkco and Quark Devices, dropped 3%.": [size("SPX", "down", 1.0)],
    "Quirkco, a rival of Boeing, rose 3%.": [],
    "Quirkco, long a target of Exor, added 4%.": [],
}
MARKETS = {
    "The index fell. Quirk Bio (NASDAQ: QRKB) slumped 12% to $8.11.": [("QRKB", 8.11, "last", "down", 12.0, "percent")],
    "Oracle missed. At 8:15 a.m. Eastern the S&P 500 was 1% lower.": [size("SPX", "down", 1.0)],
    "At 8:15 a.m. Eastern its stock was 31% higher.": [],
}

OWNERS = {
    "Ford slid 4%, unlike Tesla, whose shares rose 2%.": [size("F", "down", 4.0), size("TSLA", "up", 2.0)],
    "Snap slid 17%. It is quite a contrast with Alphabet, whose stock gained 7%.": [
        size("SNAP", "down", 17.0), size("GOOGL", "up", 7.0),
    ],
    "Snap slid 17%. Analysts pointed to Quirkco, whose stock gained 7%.": [size("SNAP", "down", 17.0)],
    "Snap slid 17%. The loss ratio, which is what counts, fell 3%.": [size("SNAP", "down", 17.0)],
    "Shell shares rose 1%. Shell raised diesel and Pemex cut gasoline by 3%.": [size("SHEL.L", "up", 1.0)],
    "Snap slid 17%. The company saw sales of $5 billion, an increase of 3% to 11%.": [size("SNAP", "down", 17.0)],
    "The Nifty ended at 2,663.30. There were 2,201 losers to 268 gainers.": [("NIFTY", 2663.3, "close", None, None, None)],
    "Monday's short session cost the Dow 653 points.": [size("DJI", "down", 653.0, "points")],
    "The merger cost the Dow member $6 million.": [],
    "Citi downgraded Ford. Its shares fell 3%.": [size("F", "down", 3.0)],
    "Oracle missed on revenue. It missed on earnings, too. At noon its stock was 3% lower.": [size("ORCL", "down", 3.0)],
}  # fmt: skip
SELF = {
    "The chip maker Quirkco took 58 points off the Nikkei by falling 3%.": [],
    "BP, buoyed by dearer crude, and rival Shell rose 2.1% and 1.8%.": [("SHEL.L", None, None, "up", None, None)],
    "Netflix shares closed at $348.61. Roku lost 6%. At $82.50 by the end.": [
        ("NFLX", 348.61, "close", None, None, None), size("ROKU", "down", 6.0),
    ],
    "Tesla fell 2%. At the day's low it cost $201.": [size("TSLA", "down", 2.0), ("TSLA", 201.0, "low", None, None, None)],
    "Tesla fell 2%. Within minutes of the news it had halved.": [size("TSLA", "down", 2.0), size("TSLA", "down", 50.0)],
    "Nvidia has doubled its value.": [size("NVDA", "up", 100.0)],
    "Nvidia has doubled its price target.": [],
    "Tesla shares closed at $240. In late trade they went for $180, a haircut of 25%.": [
        ("TSLA", 240.0, "close", None, None, None), ("TSLA", 180.0, "last", "down", 25.0, "percent"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [*LISTED.items(), *ASIDES.items(), *STRANGERS.items(), *MARKETS.items(), *OWNERS.items(), *SELF.items()],
)
def test_a_figure_goes_past_an_aside(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))
