"""Noun phrases that stand for an instrument: an article, words that describe, a noun; the expected rows are written by hand."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, size

INDICES = {
    "The Nikkei fell. The 225-issue average closed down 743.28 points at 38,483.98.": [
        ("NKY", 38483.98, "close", "down", 743.28, "points"),
    ],
    "The Kospi fell. The export-heavy benchmark ended 1.2% lower.": [
        size("KOSPI", "down", 1.2),
    ],
    "Nikkei futures rose 1%. The cash index lost 0.5% to 38,682.": [
        size("NKY_F", "up", 1.0), ("NKY", 38682.0, "close", "down", 0.5, "percent"),
    ],
    "The Nikkei rose 1%. The moving average rose 2% to 38,000.": [size("NKY", "up", 1.0)],
}  # fmt: skip
GOODS = {
    "Palm oil fell 1%. The benchmark December 2025 contract had lost RM84 to RM4,276 a tonne.": [
        size("PALMOIL", "down", 1.0), ("PALMOIL", 4276.0, "last", "down", 84.0, "MYR"),
    ],
    "Palm oil fell to RM4,276. Spot October was RM91 lower at RM4,121.": [("PALMOIL", 4276.0, "last", "down", None, None)],
    "Copper rose 1%. The bellwether metal has gained 12% this year.": [size("COPPER", "up", 1.0), size("COPPER", "up", 12.0)],
    "Nickel rose 1%. The battery metal lithium fell 2%.": [size("NICKEL", "up", 1.0)],
    "Dutch gas rose. The front-month contract at the TTF hub gained 0.35 euro to 28.52 euros.": [
        ("TTF", 28.52, "last", "up", 0.35, "EUR"),
    ],
    "WTI settled at $62.20. The global benchmark was down 1.1% at $66.40.": [
        ("WTI", 62.2, "close", None, None, None), ("BRENT", 66.4, "last", "down", 1.1, "percent"),
    ],
    "Brent settled at $66.20 and the S&P 500 fell 1%. The U.S. benchmark has lost 4% this month.": [
        ("BRENT", 66.2, "close", None, None, None), size("SPX", "down", 1.0),
    ],
}  # fmt: skip
MONEY = {
    "The lira was weak. The embattled currency lost 1.2% to 40.10 per dollar.": [
        ("USDTRY", 40.1, "last", "up", 1.2, "percent"),
    ],
    "Bitcoin fell 2%. The best-known coin was at $91,200.": [
        size("BTCUSD", "down", 2.0), ("BTCUSD", 91200.0, "last", None, None, None),
    ],
    "The 10-year Bund yield rose to 2.6%. The same paper yielded 2.1% a year ago.": [
        ("DE10Y", 2.6, "last", "up", None, None), ("DE10Y", 2.1, "previous", None, None, None),
    ],
    "The rupee slid. It moved between 86.29 and 86.38 and ended at 86.31, against Tuesday's close of 86.26.": [
        ("USDINR", 86.29, "low", None, None, None), ("USDINR", 86.38, "high", None, None, None),
        ("USDINR", 86.31, "close", "up", None, None), ("USDINR", 86.26, "previous", None, None, None),
    ],
}  # fmt: skip
SHARES = {
    "Heineken cut its outlook. The Dutch brewer's shares fell 4.5% to 71.20 euros.": [
        ("HEIA.AS", 71.2, "last", "down", 4.5, "percent"),
    ],
    "Heineken cut its outlook. The rival brewer's shares fell 4.5%.": [],
    "Heineken fell 2%. Carlsberg fell 3%. The Dutch brewer's shares have lost 12% this year.": [
        size("HEIA.AS", "down", 2.0), size("CARL-B.CO", "down", 3.0),
    ],
}  # fmt: skip
BONDS = {
    "The Nikkei fell 1% and the dollar bought 148 yen. The yield on the newest 10-year government issue hit 1.6 percent.": [
        size("NKY", "down", 1.0), ("USDJPY", 148.0, "last", None, None, None), ("JP10Y", 1.6, "high", None, None, None),
    ],
    "The yield on Mexico's 10-year peso bond jumped 24 basis points to 9.2%.": [("MX10Y", 9.2, "last", "up", 24.0, "bp")],
    "The NZ Govt 10yr is at 4.16%, down 7 bps.": [("NZ10Y", 4.16, "last", "down", 7.0, "bp")],
    "Germany: 2Y at 1.9%, 10Y at 2.6%.": [
        ("DE2Y", 1.9, "last", None, None, None), ("DE10Y", 2.6, "last", None, None, None),
    ],
    "Bunds were sold, 10Y +5 bp to 2.65%, Schatz (2Y) +8 bp to 1.92%.": [
        ("DE10Y", 2.65, "last", "up", 5.0, "bp"), ("DE2Y", 1.92, "last", "up", 8.0, "bp"),
    ],
    "Italy: 10 years of growth at 2.4%.": [],
}  # fmt: skip
PAIRS = {
    "Brent fell to $66 and WTI to $62. The former has lost 8% this month and the latter 9%.": [
        ("BRENT", 66.0, "last", "down", None, None), ("WTI", 62.0, "last", "down", None, None),
        size("BRENT", "down", 8.0), size("WTI", "down", 9.0),
    ],
    "Gold rose 1% and silver 2%. The former Bundesbank president sees 2% more.": [
        size("XAUUSD", "up", 1.0), size("XAGUSD", "up", 2.0),
    ],
    "Dutch gas traded at 34.10 euros. This time a year ago it was 27 euros.": [
        ("TTF", 34.1, "last", None, None, None), ("TTF", 27.0, "previous", None, None, None),
    ],
    "The S&P 500 fell 1%. Goldman sees the index at 6,500.": [
        size("SPX", "down", 1.0), ("SPX", 6500.0, "forecast", None, None, None),
    ],
}  # fmt: skip
CLASSES = {
    "Petrobras preferred stock sank 2.5% to R$ 31.45 and the common 2.1% to R$ 33.55. The preferred have lost 7% this year.": [
        ("PETR4.SA", 31.45, "last", "down", 2.5, "percent"), ("PETR3.SA", 33.55, "last", "down", 2.1, "percent"),
        size("PETR4.SA", "down", 7.0),
    ],
    "Petrobras rose 1%. The preferred bidder fell out.": [size("PETR4.SA", "up", 1.0)],
}  # fmt: skip
EXTREMES = {
    "Copper peaked at $10,747.50 a tonne. The previous record, $10,190, dated from February 2011.": [
        ("COPPER", 10747.5, "high", None, None, None), ("COPPER", 10190.0, "high", None, None, None),
    ],
    "Copper rose 1%. The previous owner paid $10,190.": [size("COPPER", "up", 1.0)],
}  # fmt: skip
OBJECTS = {
    "Ether slid. ETH holders had it bad: $1,950 at the low, $2,505 at the time of writing, minus 6% on the day.": [
        ("ETHUSD", 1950.0, "low", None, None, None), ("ETHUSD", 2505.0, "last", "down", 6.0, "percent"),
    ],
    "Bitcoin holders lost heart and 4% of them sold.": [],
    "Monday's session cost the Dow 653 points.": [size("DJI", "down", 653.0, "points")],
    "Sony cost the Nikkei 12 points.": [],
    "The recall cost Ford 4% of its market share.": [],
}  # fmt: skip
FAMILIES = INDICES | GOODS | MONEY | SHARES | BONDS | PAIRS | CLASSES | EXTREMES | OBJECTS


@pytest.mark.parametrize(("text", "expected"), FAMILIES.items())
def test_noun_phrases(read: Read, text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected
