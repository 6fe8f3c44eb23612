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


@pytest.mark.parametrize(("text", "expected"), [*LISTED.items(), *ASIDES.items(), *STRANGERS.items(), *MARKETS.items()])
def test_a_figure_goes_past_an_aside(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))
