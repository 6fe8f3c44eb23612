"""Families of wordings, a few members each; the expected rows are written by hand.

A row is (instrument, level, kind, direction, size, unit).
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]


def row(instrument: str, level: float | None = None, kind: str | None = None, *move: object) -> Row:
    return (instrument, level, kind, *(move or (None, None, None)))


def size(instrument: str, direction: str, value: float, unit: str = "percent") -> Row:
    return row(instrument, None, None, direction, value, unit)


LISTS = {
    "A sharing verb: Intel fell 11.9% on a weak outlook; AMD lost 5.4% and Qualcomm 1.7%.": [
        size("INTC", "down", 11.9), size("AMD", "down", 5.4), size("QCOM", "down", 1.7),
    ],
    "The FTSE MIB in Milan and Spain's IBEX 35 each lost 0.9%.": [size("FTSEMIB", "down", 0.9), size("IBEX35", "down", 0.9)],
    "Corn closed 3 cents lower at $4.55 a bushel and wheat 8 cents higher at $6.12.": [
        row("CORN", 4.55, "close", "down", 0.03, "USD"), row("WHEAT", 6.12, "close", "up", 0.08, "USD"),
    ],
    "Oil slid, Brent losing $1.20 to $83.40 and WTI $1.35 to $79.05.": [
        row("BRENT", 83.4, "last", "down", 1.2, "USD"), row("WTI", 79.05, "last", "down", 1.35, "USD"),
    ],
    "The dollar gained 0.4% against the yen to 150.45 and 0.2% against the Swiss franc to 0.8815.": [
        row("USDJPY", 150.45, "last", "up", 0.4, "percent"), row("USDCHF", 0.8815, "last", "up", 0.2, "percent"),
    ],
    "Gold is up 14% so far this year; silver has gained 22%.": [size("XAUUSD", "up", 14.0), size("XAGUSD", "up", 22.0)],
}  # fmt: skip
MULTIPLES = {
    "Shares of Carvana doubled to $120 while Peloton halved to $3.20.": [
        row("CVNA", 120, "last", "up", 100, "percent"), row("PTON", 3.2, "last", "down", 50, "percent"),
    ],
    "Credit Suisse opened 8% down. Since New Year it has more than halved.": [
        row("CSGN.SW", None, "open", "down", 8, "percent"), size("CSGN.SW", "down", 50),
    ],
    "Bitcoin tripled in 2023.": [size("BTCUSD", "up", 200)],
    "Shell doubled its dividend.": [],
    "The euro gained a penny to $1.0850.": [row("EURUSD", 1.085, "last", "up", 0.01, "USD")],
    "Ten-year Italian yields rose a full percentage point to 4.10%.": [row("IT10Y", 4.1, "last", "up", 100, "bp")],
    "The Nasdaq added three quarters of a percent.": [size("IXIC", "up", 0.75)],
}  # fmt: skip
SIZES_APART = {
    "WTI plunged $3.90 to $81.84. Brent lost even more, $3.85 to $85.04.": [
        row("WTI", 81.84, "last", "down", 3.9, "USD"), row("BRENT", 85.04, "last", "down", 3.85, "USD"),
    ],
    "The 1.4% that the DAX gave up was its worst day in a month.": [size("DAX", "down", 1.4)],
    "Copper slid 2% to $9,800 a tonne from a record of $11,104.50 reached in May.": [
        row("COPPER", 9800, "last", "down", 2, "percent"), row("COPPER", 11104.5, "high"),
    ],
}  # fmt: skip
POLICY_RATES = {
    "Australia's central bank left its cash rate at 4.35% for a fifth month running.": [
        row("AU_POLICY", 4.35, "last", "flat", None, None),
    ],
    "The Federal Reserve held rates at 5.25%-5.50%.": [row("US_POLICY", 5.5, "last", "flat", None, None)],
    "The Riksbank cut its policy rate by a quarter point to 3.75%, while Norges Bank maintained its policy rate at 4.5%.": [
        row("SE_POLICY", 3.75, "last", "down", 25, "bp"), row("NO_POLICY", 4.5, "last", "flat", None, None),
    ],
    "The Bank of England would have left its rate at 5.25%.": [],
}  # fmt: skip
BANKS_BY_THEIR_ACTS = {
    "The Bank of England cuts to 4% after a split vote.": [row("GB_POLICY", 4, "last", "down", None, None)],
    "Norges Bank surprised with a hike to 4.5% from 4.25%.": [
        row("NO_POLICY", 4.5, "last", "up", None, None), row("NO_POLICY", 4.25, "previous"),
    ],
    "The Fed could cut to 4%.": [],
}  # fmt: skip
RECALLED = {
    "Bitcoin was at $87,250, ether at $2,840. The token has dropped 31% from its record of $126,223.": [
        row("BTCUSD", 87250, "last"), row("ETHUSD", 2840, "last"), size("BTCUSD", "down", 31), row("BTCUSD", 126223, "high"),
    ],
    "Zinc is far from the $4,580 that it reached in November 2006.": [row("ZINC", 4580, "high")],
    "Copper is still below the $10,190 which it touched in 2011.": [row("COPPER", 10190, "high")],
    "Ford is far from the $2 billion that it lost in 2020.": [],
    "Natural gas settled at $2.80, 6.2% less.": [row("NATGAS", 2.8, "close", "down", 6.2, "percent")],
    "Corn settled at $4.20; farmers sold 2% less corn.": [row("CORN", 4.2, "close")],
}  # fmt: skip
PHASES = {
    "At one point the Dow was down 460 points.": [row("DJI", None, "low", "down", 460, "points")],
    "At the day's high the DAX had gained 2 percent.": [row("DAX", None, "high", "up", 2, "percent")],
    "At one point, the Nikkei had lost 2.6%.": [row("NKY", None, "low", "down", 2.6, "percent")],
    "TSMC, which at one point had been up by 4.7% at NT$796, ended at NT$784, 3.2% ahead.": [
        row("2330.TW", 796, "high", "up", 4.7, "percent"), row("2330.TW", 784, "close", "up", 3.2, "percent"),
    ],
    "Gold rose 3% to $2,057 and at its best cost $2,069.89.": [
        row("XAUUSD", 2057, "last", "up", 3, "percent"), row("XAUUSD", 2069.89, "high"),
    ],
    "Earlier the Nikkei had lost 2.6%.": [size("NKY", "down", 2.6)],
    "Roche opened 3% down and was last seen 2% in the minus.": [
        row("ROG.SW", None, "open", "down", 3, "percent"), size("ROG.SW", "down", 2),
    ],
    "The CAC 40 has opened 2.5% higher at 7,666.": [row("CAC40", 7666, "open", "up", 2.5, "percent")],
    "The FTSE 100 opened up 0.4% at 8,200.1 and was 0.9% ahead by noon.": [
        row("UKX", 8200.1, "open", "up", 0.4, "percent"), size("UKX", "up", 0.9),
    ],
    "The dollar opened 1% lower, and by noon it stood at 18.10 rand.": [
        row("USDZAR", None, "open", "down", 1, "percent"), row("USDZAR", 18.1, "last"),
    ],
    "Corn ended 13 cents down at $4.20 after bottoming at $4.18.": [
        row("CORN", 4.2, "close", "down", 0.13, "USD"), row("CORN", 4.18, "low"),
    ],
}  # fmt: skip
BY_THE_TEXT = {
    "Norway's krone gained 0.2%, and a euro fetched 11.7250.": [size("USDNOK", "down", 0.2), row("EURNOK", 11.725, "last")],
    "Taiwan's benchmark put on 0.5% and closed at 19,785.32.": [row("TWSE", 19785.32, "close", "up", 0.5, "percent")],
    "The Ibovespa closed down 0,5% at 131.394 points.": [row("BVSP", 131394, "close", "down", 0.5, "percent")],
}  # fmt: skip
REFERENCES = {
    "Investors fled Credit Suisse. The stock opened 8% down and was last at CHF 4.16.": [
        row("CSGN.SW", None, "open", "down", 8, "percent"), row("CSGN.SW", 4.16, "last"),
    ],
    "The yield on two-year gilts rose 6 basis points to 3.89%; that on ten-year paper went to 4.55%.": [
        row("GB2Y", 3.89, "last", "up", 6, "bp"), row("GB10Y", 4.55, "last"),
    ],
    "UBS slipped 0.4% to CHF 25.60.": [row("UBSG.SW", 25.6, "last", "down", 0.4, "percent")],
    "The euro was 0.2% lower at $1.0458, not far above the year's low of $1.0448.": [
        row("EURUSD", 1.0458, "last", "down", 0.2, "percent"), row("EURUSD", 1.0448, "low"),
    ],
    "December corn settled up 2 cents at $3.56; December wheat tacked on 2-1/2 cents to $5.08.": [
        row("CORN", 3.56, "close", "up", 0.02, "USD"), row("WHEAT", 5.08, "close", "up", 0.025, "USD"),
    ],
    "The Riksbank surprised with a cut of a quarter of a point, to 1.25 percent.": [
        row("SE_POLICY", 1.25, "last", "down", 25, "bp"),
    ],
}  # fmt: skip
NAMES_BY_DESCRIPTION = {
    "The Sensex and the Nifty ended higher; the two added 0.9% and 0.95%.": [
        size("SENSEX", "up", 0.9), size("NIFTY", "up", 0.95),
    ],

    "Shares in Grubhub (GRUB) nosedived 43% to $33.11.": [row("GRUB", 33.11, "last", "down", 43, "percent")],
    "The Consumer Price Index (CPI) fell 0.1% and stocks rose; petrol cost $3.10.": [],
    "Benchmark Treasury yields rose 5 basis points to 4.35%.": [row("US10Y", 4.35, "last", "up", 5, "bp")],
    "Two-year gilts yielded 3.89%.": [row("GB2Y", 3.89, "last")],
}  # fmt: skip
BEFORE_THE_SUBJECT = {
    "Down 3.5%, shares in Tesla were quoted at $181.37.": [row("TSLA", 181.37, "last", "down", 3.5, "percent")],
    "With a gain of 3.9%, Microsoft was at $418.77.": [row("MSFT", 418.77, "last", "up", 3.9, "percent")],
    "There was a loss of 3.6 pct for Solana, to $157.04.": [row("SOLUSD", 157.04, "last", "down", 3.6, "percent")],
    "Having started the week at 104.80, the dollar index finished it at 103.92.": [
        row("DXY", 104.8, "open"), row("DXY", 103.92, "close"),
    ],
    "Wednesday's 1.4% drop in the S&P 500 was its worst.": [size("SPX", "down", 1.4)],
    "The biggest mover in the Dow was Caterpillar (CAT), up 4.2%.": [size("CAT", "up", 4.2)],
}  # fmt: skip
ASIDES = {
    "Sterling, which fell 1.2% last week, was at $1.2640.": [size("GBPUSD", "down", 1.2), row("GBPUSD", 1.264, "last")],
    "Intel, whose quarterly earnings missed estimates, fell 5.2% to $27.44.": [
        row("INTC", 27.44, "last", "down", 5.2, "percent"),
    ],
    "Gold, whose price had doubled in a year, slipped 0.8% to $2,310 an ounce.": [
        row("XAUUSD", 2310, "last", "down", 0.8, "percent"), size("XAUUSD", "up", 100),
    ],
    "Nvidia, whose market value passed $3 trillion, gained 5.2% to $1,224.40.": [
        row("NVDA", 1224.4, "last", "up", 5.2, "percent"),
    ],
    "Boeing was the worst performer on the Dow, dropping 3.5% to $170.55.": [
        row("BA", 170.55, "last", "down", 3.5, "percent"),
    ],
    "The loonie, as the Canadian dollar is known, was trading 0.1% lower at 1.3660 to the greenback.": [
        row("USDCAD", 1.366, "last", "up", 0.1, "percent"),
    ],
    "Copper's three-month contract touched $10,260, the highest in two years, and was last up 1.9% at $10,190.": [
        row("COPPER", 10260.0, "high"), row("COPPER", 10190.0, "last", "up", 1.9, "percent"),
    ],
}  # fmt: skip
SEVERAL_LEVELS = {
    "The euro was last up 0.2% at $1.0834, having earlier touched a session high of $1.0851.": [
        row("EURUSD", 1.0834, "last", "up", 0.2, "percent"), row("EURUSD", 1.0851, "high"),
    ],
    "Brent crude ended at $85.34, down 49 cents, having traded between $84.90 and $86.20.": [
        row("BRENT", 85.34, "close", "down", 0.49, "USD"), row("BRENT", 84.9, "low"), row("BRENT", 86.2, "high"),
    ],
    "The Straits Times Index dropped as much as 1.4% before trimming its loss to 0.6%.": [
        row("STI", None, "low", "down", 1.4, "percent"), size("STI", "down", 0.6),
    ],
    "The yield on the 10-year Treasury note was pushed down to 4.08% from 4.19%.": [
        row("US10Y", 4.08, "last", "down", None, None), row("US10Y", 4.19, "previous"),
    ],
}  # fmt: skip
FROM_AND_TO = {
    "Spot gold slipped from $2,350 to $2,331.": [
        row("XAUUSD", 2331.0, "last", "down", None, None), row("XAUUSD", 2350.0, "previous"),
    ],
    "The franc strengthened from 0.9650 per euro to 0.9580.": [
        row("EURCHF", 0.958, "last", "down", None, None), row("EURCHF", 0.965, "previous"),
    ],
    "Brent was at $82.30 against $81.70 on Monday.": [
        row("BRENT", 82.3, "last", "up", None, None), row("BRENT", 81.7, "previous"),
    ],
    "USD/JPY traded up to 151.95 before falling back to 151.40.": [
        row("USDJPY", 151.95, "high"), row("USDJPY", 151.4, "last", "down", None, None),
    ],
    "Dollar/yen was 0.3% higher at 150.85.": [row("USDJPY", 150.85, "last", "up", 0.3, "percent")],
    "The Nasdaq Composite finished at 16,302.76, a gain on the day.": [row("IXIC", 16302.76, "close", "up", None, None)],
}  # fmt: skip
SHARES = {
    "Bayer led with a fall of 4.4%, then Adidas (2.1%).": [size("BAYN.DE", "down", 4.4), size("ADS.DE", "down", 2.1)],
    "Up were Siemens (+3.1%), BASF (+2.4%) and Contoso (+1.9%).": [size("SIE.DE", "up", 3.1), size("BAS.DE", "up", 2.4)],
    "Alibaba's Hong Kong shares tumbled 6.1% and Tencent's 3.2%.": [size("9988.HK", "down", 6.1), size("0700.HK", "down", 3.2)],
    "Losses of 4.2% for Sony and 3.8% for SoftBank weighed.": [size("6758.T", "down", 4.2), size("9984.T", "down", 3.8)],
    "WTI tumbled 4.1 percent and Brent 3.8.": [size("WTI", "down", 4.1), size("BRENT", "down", 3.8)],
    "Airbus sank 9.4%, dragging Safran down 3.2%.": [size("AIR.PA", "down", 9.4), size("SAF.PA", "down", 3.2)],
}  # fmt: skip
FORECASTS = {
    "JPMorgan sees gold averaging $2,500 in the fourth quarter.": [row("XAUUSD", 2500.0, "forecast")],
    "Goldman raised its target for the S&P 500 to 5,600 from 5,200.": [row("SPX", 5600.0, "forecast")],
    "Citi cut its Brent forecast for the third quarter to $82 from $87.": [row("BRENT", 82.0, "forecast")],
}
CARRIED_OVER = {
    "Most Asian currencies rose: the baht 0.4%, the ringgit 0.3%.": [size("USDTHB", "down", 0.4), size("USDMYR", "down", 0.3)],
    "Two-year Treasury yields shed 11 basis points to 4.05%, and the 10-year 7 to 3.72%.": [
        row("US2Y", 4.05, "last", "down", 11.0, "bp"), row("US10Y", 3.72, "last", "down", 7.0, "bp"),
    ],
    "Sterling slid below 1.15 euros for the first time since May, to 1.1484.": [
        row("GBPEUR", 1.1484, "last", "down", None, None),
    ],
    "The Australian dollar held at $0.6655 after jumping 1.4% overnight.": [
        row("AUDUSD", 0.6655, "last"), size("AUDUSD", "up", 1.4),
    ],
    "By the close the FTSE 100 was 31.2 points lower at 7,466.1.": [row("UKX", 7466.1, "close", "down", 31.2, "points")],
}  # fmt: skip
STRANGERS = {
    "Tesla tumbled 9.8%; shares of Rivianova sank 5%.": [size("TSLA", "down", 9.8)],
    "Gold miners fell 3%, while silver rose 1%.": [size("XAGUSD", "up", 1.0)],
    "Brent rose 1%, and wholesale gas fell 4%.": [size("BRENT", "up", 1.0)],
    "Microsoft gained 1%; Contoso Holdings' lost 2%.": [size("MSFT", "up", 1.0)],
    "The dollar rose 1% and exports climbed 12% to $43 billion.": [size("DXY", "up", 1.0)],
    "Boeing led the charge, 2.1% higher at $180.20, as Contoso and others followed.": [
        row("BA", 180.2, "last", "up", 2.1, "percent"),
    ],
}  # fmt: skip
ALL = {
    **LISTS,
    **MULTIPLES,
    **SIZES_APART,
    **POLICY_RATES,
    **BANKS_BY_THEIR_ACTS,
    **RECALLED,
    **PHASES,
    **BY_THE_TEXT,
    **REFERENCES,
    **NAMES_BY_DESCRIPTION,
    **BEFORE_THE_SUBJECT,
    **ASIDES,
    **SEVERAL_LEVELS,
    **FROM_AND_TO,
    **SHARES,
    **FORECASTS,
    **CARRIED_OVER,
    **STRANGERS,
}


@pytest.mark.parametrize(("text", "expected"), ALL.items(), ids=[text[:48] for text in ALL])
def test_a_member_of_a_family_is_read(text: str, expected: list[Row], read: Callable[[str], Extraction]) -> None:
    found = [short(o) for o in read(text).observations]
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_a_size_with_a_level_of_its_own_shares_the_verb(read: Callable[[str], Extraction]) -> None:
    text = "The dollar rose 0.9% to 9.5951 rand and 0.3% to 55.71 rupees, but fell 1.4 percent to 101.70 yen."
    assert [short(o) for o in read(text).observations] == [
        ("USDZAR", 9.5951, "last", "up", 0.9, "percent"),
        ("USDINR", 55.71, "last", "up", 0.3, "percent"),
        ("USDJPY", 101.7, "last", "down", 1.4, "percent"),
    ]


def test_the_dollar_is_priced_in_the_currency_of_its_sentence(read: Callable[[str], Extraction]) -> None:
    text = (
        "The dollar tumbled 5.7% to 8.0608 lira. The rand gained on hopes of a vaccine, with the dollar down 3.1% at 15.2575."
    )
    found = {(o.instrument, o.level) for o in read(text).observations if o.level is not None}
    assert found == {("USDTRY", 8.0608), ("USDZAR", 15.2575)}
