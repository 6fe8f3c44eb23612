"""What asides say is not of them who stand before and behind: verbs that go on, listings told by codes, sizes read aloud."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, size

LAST_WORDS = {
    "S&P futures fell 0.3%. The index closed at 6,279 on Thursday.": [
        size("SPX_F", "down", 0.3),
        ("SPX", 6279.0, "close", None, None, None),
    ],
    "The Merval fell 1.5%. The peso ended at 1,238 per dollar, while on the black market it was at 1,235. Argentina.": [
        size("MERV", "down", 1.5),
        ("USDARS", 1238.0, "close", None, None, None),
    ],
    "Vingroup jumped 6.9 percent, its daily limit, to VND98,700.": [("VIC.VN", 98700.0, "last", "up", 6.9, "percent")],
    "Tesco raised its dividend. Shares have opened sharply lower in Frankfurt.": [],
    "Tesco raised its dividend. Shares rose 3% in London.": [size("TSCO.L", "up", 3.0)],
    "Diasorin was the worst at -3.1%, and Enel stood at +2.2%.": [size("DIA.MI", "down", 3.1), size("ENEL.MI", "up", 2.2)],
    "The S&P 500 gained 1.6%, with the Nasdaq outdoing it at +2.2%.": [size("SPX", "up", 1.6), size("IXIC", "up", 2.2)],
    "The gap between Italian and German ten-year yields closed by 9 bps to 130.": [
        ("IT10Y-DE10Y", 130.0, "last", "down", 9.0, "bp"),
    ],
    "Stocks fell in Poland.\n\nNext up: the council's meeting.\n\nThe plant at Sioux Falls stays shut.": [],
    "The yuan, which may move 2% either side of a daily midpoint, fell 0.3% to 7.1680 per dollar.": [
        ("USDCNY", 7.168, "last", "up", 0.3, "percent"),
    ],
    "The 10-year gilt yield rose 16 basis points on Friday, the most since October 2022, to 4.61%.": [
        ("GB10Y", 4.61, "last", "up", 16.0, "bp"),
    ],
    "The rand, which often tracks gold, was 0.5% weaker at 17.65.": [("USDZAR", 17.65, "last", "up", 0.5, "percent")],
    "The rouble, supported by Brent at $70, firmed 0.4% to 78.50 per dollar.": [
        ("USDRUB", 78.5, "last", "down", 0.4, "percent"),
        ("BRENT", 70.0, "last", None, None, None),
    ],
    "Lufthansa, hit by a stronger dollar and dearer crude, dropped 2.5%.": [size("LHA.DE", "down", 2.5)],
    "UBS and Credit Suisse, with large dollar and euro earnings to convert, dropped 11% apiece.": [
        size("UBSG.SW", "down", 11.0),
        size("CSGN.SW", "down", 11.0),
    ],
    "Stocks fell in Bulgaria.\n\nQuirkco, a maker of card games with 3,183 bitcoins in its safe, closed 10% higher.": [],
    "Renault, which is in talks with Nissan, fell 2.4% to 31.20 euros.": [
        ("RNO.PA", 31.2, "last", "down", 2.4, "percent"),
    ],
    "Roche, which competes with Novartis, fell 1.2%.": [size("ROG.SW", "down", 1.2)],
    "SoftBank, which sold shares in Alibaba, dropped 2.3%.": [size("9984.T", "down", 2.3)],
    "On Monday, shares in Tesco fell 2%.": [size("TSCO.L", "down", 2.0)],
    "BMW, in talks with Nissan, slid 2.1%.": [size("BMW.DE", "down", 2.1)],
    "The Nikkei fell, with Sony, down 2%, the weakest.": [
        ("NKY", None, None, "down", None, None),
        size("6758.T", "down", 2.0),
    ],
}
BESIDE = {
    "The CAC 40 gained 0.4%, with Renault up 3%, and ended at 7,210.12.": [
        size("CAC40", "up", 0.4),
        size("RNO.PA", "up", 3.0),
        ("CAC40", 7210.12, "close", None, None, None),
    ],
    "The Nikkei dropped 2%, with Sony 3% lower at 3,210 yen, and has lost 5% over the week.": [
        size("NKY", "down", 2.0),
        ("6758.T", 3210.0, "close", "down", 3.0, "percent"),
        size("NKY", "down", 5.0),
    ],
    "The Nikkei dropped 2%, with Sony down 3%, and Honda lost 1%.": [
        size("NKY", "down", 2.0),
        size("6758.T", "down", 3.0),
        size("7267.T", "down", 1.0),
    ],
}
APPOSED = {
    "Sony jumped to 3,210 yen before finishing at 3,105 yen, a gain of 2.3 percent.": [
        ("6758.T", 3210.0, "high", None, None, None),
        ("6758.T", 3105.0, "close", "up", 2.3, "percent"),
    ],
    "Gold hit $1,815 before settling at $1,802.30, a rise of 0.6%.": [
        ("XAUUSD", 1815.0, "high", None, None, None),
        ("XAUUSD", 1802.3, "close", "up", 0.6, "percent"),
    ],
}
LINES = {
    "ICBC 601398.SS added 5.13%.": [size("601398.SS", "up", 5.13)],
    "ICBC added 5.13%.": [size("1398.HK", "up", 5.13)],
    "Henderson Land (12) fell 13 per cent and Sun Hung Kai Properties (16) 10 per cent.": [
        size("0012.HK", "down", 13.0),
        size("0016.HK", "down", 10.0),
    ],
    "Henderson Land fell 13 per cent (10 on Monday).": [size("0012.HK", "down", 13.0)],
    "Volkswagen is worth more than Exxon Mobil. The ordinary shares (VOW) closed at €945. BMW fell 6%.": [
        ("VOW.DE", 945.0, "close", None, None, None),
        size("BMW.DE", "down", 6.0),
    ],
    "Sony slipped 1%. Its ADRs closed at $84.02.": [
        size("6758.T", "down", 1.0),
        ("SONY", 84.02, "close", None, None, None),
    ],
    "Nokia fell 4.1%. The ADRs fell 3%.": [size("NOKIA.HE", "down", 4.1)],
}
ALOUD = {
    "Toyota fell ten and a half per cent. The Kospi in Seoul has lost nearly nine and a half.": [
        size("7203.T", "down", 10.5),
        size("KOSPI", "down", 9.5),
    ],
    "The Kospi has lost nearly nine and a half.": [],
    "Vodafone fell two percent. Tesco is down to three stores.": [
        size("VOD.L", "down", 2.0),
        ("TSCO.L", None, None, "down", None, None),
    ],
}
LED = {
    "Exxon Mobil led energy producers down.": [("XOM", None, None, "down", None, None)],
    "Sony led the takeover of a rival down the road.": [],
    "Hoa Phat rose the maximum permitted 7 percent.": [size("HPG.VN", "up", 7.0)],
    "The rand's maximum was 18.44.": [("USDZAR", 18.44, "low", None, None, None)],
    "The CAC 40 in Paris went up by 1.5 percent and London's benchmark FTSE 100 by 1 percent.": [
        size("CAC40", "up", 1.5),
        size("UKX", "up", 1.0),
    ],
}
LISTINGS = {
    "Alibaba fell 2.3% to $181.20.": [("BABA", 181.2, "last", "down", 2.3, "percent")],
    "The Hang Seng fell 1%. Alibaba rose 2%.": [size("HSI", "down", 1.0), size("9988.HK", "up", 2.0)],
    "HSBC rose 2% in Hong Kong.": [size("0005.HK", "up", 2.0)],
    "HSBC rose 2% after losses in Hong Kong.": [size("HSBA.L", "up", 2.0)],
    "In Johannesburg BHP gained 2%.": [size("BHP.JO", "up", 2.0)],
}
QUOTES = {
    "The dollar was quoted at 112.72 to 74 yen.": [("USDJPY", 112.72, "last", None, None, None)],
    "Brent fell 1.65 to 74 dollars.": [("BRENT", 74.0, "last", "down", 1.65, "USD")],
}
ALL: dict[str, list[Row]] = LAST_WORDS | BESIDE | APPOSED | LINES | ALOUD | LED | LISTINGS | QUOTES


@pytest.mark.parametrize("text", ALL)
def test_asides(read: Read, text: str) -> None:
    assert sorted(map(repr, map(short, read(text).observations))) == sorted(map(repr, ALL[text]))


UNDONE = {
    "The Nikkei rose 2%, erasing Monday's loss.": ["2025-07-04"],
    "The Nikkei rose 2% and has recouped half of last week's loss.": ["2025-07-04"],
    "The Nikkei rose 2%, adding to Thursday's 1% gain.": ["2025-07-03", "2025-07-04"],
    "The Nikkei's loss on Monday was 2%.": ["2025-06-30"],
}


@pytest.mark.parametrize("text", UNDONE)
def test_times_of_moves_undone(read: Read, text: str) -> None:
    assert sorted(str(found.at) for found in read(text).observations) == UNDONE[text]
