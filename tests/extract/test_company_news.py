"""News of one company: whose the shares are, and figures that are its results, its rating or its deals, not its price."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, level, size

RESULTS = {
    "Goldman Sachs +2.9% after a 28% rise in Q1 profit.": [size("GS", "up", 2.9)],
    "Tesla closed up 3% after a 12% fall in quarterly deliveries.": [size("TSLA", "up", 3.0)],
    "Intel slid 5.8% after its data-center sales, up 27%, fell short.": [size("INTC", "down", 5.8)],
    "Tesco jumped 4% to 310p as profit, up 11%, topped hopes.": [("TSCO.L", 310.0, "last", "up", 4.0, "percent")],
}
DEALS = {
    "Zomato zooms over 9 pc as Facebook picks up a 10% stake in Jio.": [size("ZOMATO.NS", "up", 9.0)],
    "Reuters: Facebook picks up 2% in New York.": [size("META", "up", 2.0)],
    "Sensex shoots past 1,000 points, Infosys smashes through Rs 2,000.": [
        size("SENSEX", "up", 1000.0, "points"), ("INFY.NS", None, None, "up", None, None),
    ],
    "S&P 500 fell 2%. Moody's and S&P followed. Fitch or S&P dropped the rating.": [size("SPX", "down", 2.0)],
    "The FTSE Bursa rose. CGS-CIMB kept 'add' on the sector.": [],
}  # fmt: skip
TOPIC = {
    "Vale loses its shine after dam burst\n\nInvestors passed judgment on Vale, days after the disaster.\n\n"
    "Sao Paulo was closed on Friday, so the local shares had much to absorb. They crashed 24.5% to 42.38 reais.": [
        ("VALE3.SA", 42.38, "last", "down", 24.5, "percent"),
    ],
    "UBS sees gold at $3,000\n\nUBS said so on Monday. The shares of producers fell 2%.": [
        level("XAUUSD", 3000.0, "forecast"),
    ],
    "VODAFONE Group's boss has gone. The shares ended at 89.5p, down 6%.": [("VOD.L", 89.5, "close", "down", 6.0, "percent")],
    "Nokia cut its forecast. Shares in the Finnish company fell 12% to 3.10 euros.": [
        ("NOKIA.HE", 3.1, "last", "down", 12.0, "percent"),
    ],
    "Nokia cut its forecast. Shares in the Swedish rival Quirkco fell 2%.": [],
}
LATER = {
    "Capitec ended at R876. The Top 40 lost 0.9%.\n\n12:40 Last seen at R826.50, or 8.7% lower.": [
        level("CPI.JO", 876.0, "close"), size("JTOPI", "down", 0.9), ("CPI.JO", 826.5, "last", "down", 8.7, "percent"),
    ],
    "The Reserve Bank of New Zealand's track has the official cash rate rising to 0.5% by September next year.": [
        level("NZ_POLICY", 0.5, "forecast"),
    ],
    "US$1 buys C$1.4640 this morning.": [level("USDCAD", 1.464, "last")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*RESULTS.items(), *DEALS.items(), *TOPIC.items(), *LATER.items()])
def test_news_of_a_company(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))


def test_a_size_read_aloud_right_behind_another_is_read_without_a_crash(read: Read) -> None:
    assert read("The mid-caps ended 3.4 per cent higher, the FTSE 250 touching plus five soon after.").observations is not None


NAMES = {
    "Hartalega Holdings Bhd closed 10.2% lower at RM14.82.": [("5168.KL", 14.82, "close", "down", 10.2, "percent")],
    "In Tokyo, Nomura Holdings Inc. tumbled 15 percent to 241 yen.": [("8604.T", 241.0, "close", "down", 15.0, "percent")],
    "The S-and-P 500 tumbled four-point-one percent to two-thousand-648.": [
        ("SPX", 2648.0, "last", "down", 4.1, "percent"),
    ],
    "SAUDI ARABIA fell 1.6% to 10,541\nQATAR lost 0.8% to 10,126": [
        ("TASI", 10541.0, "last", "down", 1.6, "percent"), ("QSI", 10126.0, "last", "down", 0.8, "percent"),
    ],
    "SAUDI ARABIA cut output by 1.6% to 10,541": [],
    "Falabella lost 8.4% to $2,745. Copper fetched US$4.28 a pound.": [
        ("FALABELLA.SN", 2745.0, "last", "down", 8.4, "percent"), level("HG", 4.28, "last"),
    ],
    "Indian ADRs, New York close\n\nInfosys   19.44   +1.76   +9.95\nWipro     2.94   +0.09   +3.16": [
        ("INFY", 19.44, "close", "up", 9.95, "percent"), ("WIT", 2.94, "close", "up", 3.16, "percent"),
    ],
}  # fmt: skip
SIZES = {
    "Hero MotoCorp added 12.52 per cent, followed by Maruti at 10.89 per cent.": [
        size("HEROMOTOCO.NS", "up", 12.52), size("MARUTI.NS", "up", 10.89),
    ],
    "Toshiba shares fell. Nearly 30% of its value has gone in two sessions.": [
        size("6502.T", "down", 30.0),
    ],
    "Toshiba shares fell. A third of its staff has gone.": [("6502.T", None, None, "down", None, None)],
    "Arabtec, down by its 10 per cent limit to Dh2.35, had no buyers.": [
        ("ARTC.AE", 2.35, "last", "down", 10.0, "percent"),
    ],
    "VIX up to 19.23, the highest since October.": [("VIX", 19.23, "high", "up", None, None)],
    "Equinor finished off 3.2 percent, Aker BP at 206.20, off 4.3.": [
        size("EQNR.OL", "down", 3.2), ("AKRBP.OL", 206.2, "close", "down", 4.3, "percent"),
    ],
    "Analysts have a target of $250 on Apple shares. RBC cut Vale shares to hold.": [level("AAPL", 250.0, "forecast")],
    "The PSEi slumped 1.6%. Gainers were led by Quirkco, which jumped 4.2% to P20.80.": [size("PSEI", "down", 1.6)],
    "The Stoxx 600 was down 0.5%, with carmakers off 1.2%. The Ibex 35 loses the 14,000 mark.": [
        size("SXXP", "down", 0.5), ("IBEX35", None, None, "down", None, None),
    ],
    "Tesla tumbled nearly seven percent to two ninety-three.": [size("TSLA", "down", 7.0)],
    "Top Glove slid 2.6%, as dearer latex eats into its margins.": [size("7113.KL", "down", 2.6)],
    "Ryanair lost 3% because costlier fuel hurts.": [size("RYA.IR", "down", 3.0)],
    "Vistry goes up and Ocado is relegated in the FTSE 100 review. Ocado went down 2%.": [size("OCDO.L", "down", 2.0)],
    "Stocks rose, with the IPC in Mexico City losing 0.3% and the Ibovespa in São Paulo adding 2%.": [
        size("MXX", "down", 0.3), size("BVSP", "up", 2.0),
    ],
    "Alibaba posted record sales. Shares fell in New York trading by 3%.": [size("BABA", "down", 3.0)],
    "Toyota shares in Tokyo gained 1.4%.": [size("7203.T", "up", 1.4)],
    "Rio Tinto shares in London fell 3%.": [size("RIO.L", "down", 3.0)],
    "Mining shares in Sydney rose 2%, bank stocks in Tokyo 1%.": [],
    "Quirkco shares in Sydney rose 2%. Quirk-backed shares in Hong Kong gained 3%.": [],
    "Shares in Taipei slid 0.7%, while those in Sydney rose 0.1%.": [size("TWSE", "down", 0.7), size("AS51", "up", 0.1)],
    "Early on Friday stocks in Jakarta were 0.2% lower.": [size("JKSE", "down", 0.2)],
    "Wall Street ended mixed while shares in Tokyo gained 1.4%.": [size("NKY", "up", 1.4)],
    "The news sent Japanese shares in Tokyo 1.4% higher.": [size("NKY", "up", 1.4)],
    "Stocks rose, with the DAX in Frankfurt gaining 1.1% and the Kospi in Seoul 0.4% lower.": [
        size("DAX", "up", 1.1), size("KOSPI", "down", 0.4),
    ],
    "Rates rose with the DAX in": [],
    "Losers: Ayala Land (-4.7%) and QRKSI, down 2.6% at P420.": [size("ALI.PS", "down", 4.7)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*NAMES.items(), *SIZES.items()])
def test_names_and_sizes_of_shares(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))
