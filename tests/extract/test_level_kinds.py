"""Kinds of levels: closes by rank and by the day, extremes that a price had been to; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item

Row = tuple[object, ...]

# A row is instrument, level, kind; read on Friday, July 4, 2025, at 15:00 UTC.
RANKED = {
    "The loonie tumbled 1.61 cents to 81.06 cents US, its lowest close since April 2009.": [("CADUSD", 0.8106, "close")],
    "Brent fell $1.20 to $66.15 a barrel, the lowest settlement since September.": [("BRENT", 66.15, "close")],
    "Copper was 2% higher at $9,812 a tonne - its highest close since May.": [("COPPER", 9812, "close")],
    "The rupee slid 29 paise to 89.20 per dollar, its weakest closing level ever.": [("USDINR", 89.2, "close")],
    "Brent rose 1% to $70.20, the highest since May.": [("BRENT", 70.2, "last")],
    "The euro rose 0.4% to $1.0850, its best level since the June close.": [("EURUSD", 1.085, "last")],
}
BEEN = {
    "The dollar was at 18.20 rand, having been down to 18.05 earlier in the day.": [
        ("USDZAR", 18.2, "last"), ("USDZAR", 18.05, "low"),
    ],
    "The 10-year Treasury yield was at 4.80%. Overnight it had been to 4.884%.": [
        ("US10Y", 4.8, "last"), ("US10Y", 4.884, "high"),
    ],
    "Copper, which had been up to $10,020 in Asian hours, was back at $9,870.": [
        ("COPPER", 10020, "high"), ("COPPER", 9870, "last"),
    ],
    "The pound bought $1.2710, where on Friday it had been at $1.2655.": [
        ("GBPUSD", 1.271, "last"), ("GBPUSD", 1.2655, "previous"),
    ],
}  # fmt: skip
HEIGHTS = {
    "Bitcoin is at $43,000. At the height of the mania it fetched almost US$69,000.": [
        ("BTCUSD", 43000, "last"), ("BTCUSD", 69000, "high"),
    ],
    "Brent is at $66. In the depths of the pandemic it sold for $19.33.": [("BRENT", 66, "last"), ("BRENT", 19.33, "low")],
    "Gold trades at $3,340. At the very worst it was $3,311.": [("XAUUSD", 3340, "last"), ("XAUUSD", 3311, "low")],
    "Gold trades at $3,340 on Friday. On Monday it was $3,311.": [("XAUUSD", 3340, "last"), ("XAUUSD", 3311, "previous")],
}  # fmt: skip
GONE_BY = {
    "Metals\nSilver fell 7.1% on Tuesday to $48.70.": [("XAGUSD", 48.7, "close")],
    "Gas\nThe Dutch front-month contract lost 6.3% on Thursday to €33.10/MWh.": [("TTF", 33.1, "close")],
    "Stocks\nThe Dow dropped 733 points last night to 43,578.": [("DJI", 43578, "close")],
    "Metals\nSilver fell 7.1% on Friday to $48.70.": [("XAGUSD", 48.7, "last")],
    "Currencies\nThe euro rose 0.4% in early trade on Monday to $1.0850.": [("EURUSD", 1.085, "last")],
    "Rates\nThe Bank of Ghana raised its policy rate by 100 basis points to 29% on Monday.": [("GH_POLICY", 29, "last")],
    "Goods\nBrent fell 2% to $68.10 a barrel on Thursday and gold lost 1% to $3,326.": [
        ("BRENT", 68.1, "close"),
        ("XAUUSD", 3326, "close"),
    ],
    "Ore\nIron ore slid 2.9% to $94.10 a tonne on Monday.": [("IRONORE", 94.1, "last")],
    "Silver fell 7.1% on Tuesday to $48.70": [("XAGUSD", 48.7, "last")],
}
MARKETS = {
    "Gilts finished in the red on Thursday. The 10-year gilt yield added 8 basis points to 4.55%.": [("GB10Y", 4.55, "close")],
    "Bond prices, which move inversely to yields, closed lower. The 10-year Treasury yield rose 5 basis points to 4.35%.": [
        ("US10Y", 4.35, "close"),
    ],
    "Gilts opened lower on Thursday. The 10-year gilt yield added 8 basis points to 4.55%.": [("GB10Y", 4.55, "last")],
    "Palm oil ends its run as buyers cash in.\nBrent rose 0.3% to $68.90 a barrel.": [("BRENT", 68.9, "last")],
    "The S&P 500 closed at 6,210.33 on Thursday. West Texas crude for August rose $1.31 to $67.78 a barrel.": [
        ("SPX", 6210.33, "close"), ("WTI", 67.78, "close"),
    ],
    "The Nikkei closed at 39,810. West Texas crude for August rose $1.31 to $67.78 a barrel.": [
        ("NKY", 39810, "close"), ("WTI", 67.78, "last"),
    ],
}  # fmt: skip

DAYS = {
    "At 9:12 a.m. the dollar was already at S/ 3.936, the day's peak. It ended at 3.90 soles.": [
        ("USDPEN", 3.936, "high"), ("USDPEN", 3.9, "close"),
    ],
    "The peso was at 18.60 per dollar at noon, the session's low, and ended at 18.52.": [
        ("USDMXN", 18.6, "high"), ("USDMXN", 18.52, "close"),
    ],
    "The Nikkei ended at 39,098. The intraday best was 39,156.97.": [("NKY", 39098, "close"), ("NKY", 39156.97, "high")],
    "During the session the Sensex climbed 800 points to 84,100 before it closed at 83,432.": [
        ("SENSEX", 84100, "high"), ("SENSEX", 83432, "close"),
    ],
    "TSMC advanced 1% to NT$1,005, near the day's high.": [("2330.TW", 1005, "close")],
}  # fmt: skip
OPENINGS = {
    "Ericsson started trading at 51.05 kronor and ended at 49.20.": [
        ("ERIC-B.ST", 51.05, "open"),
        ("ERIC-B.ST", 49.2, "close"),
    ],
    "The dollar fetched 864 pesos in Santiago when trading began.": [("USDCLP", 864, "open")],
    "The dollar fetched 864 pesos in Santiago after trading began.": [("USDCLP", 864, "last")],
}
FORETOLD = {
    "Goldman strategists have a year-end target of 6,900 for the S&P 500.": [("SPX", 6900, "forecast")],
    "The bank pencils in $62 a barrel for Brent.": [("BRENT", 62, "forecast")],
    "The finance ministry counts on an average of 1,530 naira per dollar this year.": [("USDNGN", 1530, "forecast")],
    "Thirty of the 42 traders polled think the Fed holds its rate at 4.5%.": [("US_POLICY", 4.5, "forecast")],
    "One bank puts the exchange rate at 26.20 koruna per euro at the end of the year.": [("EURCZK", 26.2, "forecast")],
    "Two of three analysts say the dollar was at 147 yen.": [("USDJPY", 147, "last")],
    "Traders paid $62 a barrel for Brent.": [("BRENT", 62, "last")],
}


@pytest.mark.parametrize(("text", "rows"), [*(DAYS | OPENINGS | FORETOLD).items()])
def test_kinds_by_words(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations if o.level is not None] == rows


@pytest.mark.parametrize(("text", "rows"), [*(RANKED | BEEN | HEIGHTS | GONE_BY | MARKETS).items()])
def test_kinds(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations if o.level is not None] == rows


def test_told_on_a_weekend() -> None:
    text = "Metals\nGold slid 3.5% on Friday to $1,585.69 an ounce."
    received = datetime(2020, 2, 29, 9, 0, tzinfo=UTC)
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received))
    assert [(o.level, o.level_kind) for o in found.observations] == [(1585.69, "close")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The rupiah weakened 0.4 percent to 14,052 per dollar at the close on Tuesday.", "close"),
        ("The rupee stood at 68.45 to the dollar at the end of trading.", "close"),
        ("The rupee stood at 68.45, weaker than at the close on Monday.", "last"),
    ],
)
def test_the_end_of_trading_makes_a_close(read: Callable[[str], Extraction], text: str, kind: str) -> None:
    assert [o.level_kind for o in read(text).observations] == [kind]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("Hong Kong shares open lower\n\nThe Hang Seng dipped 0.31 percent to 23,994.83 on Friday.", ["open"]),
        ("Sensex opens in the green\n\nThe Sensex rose 0.2 per cent to 83,392. Infosys rose to Rs 1,620.", ["open", "last"]),
        ("Budapest opens the week firmer\n\nThe BUX rose 0.4 percent to 98,100.20.", ["open"]),
        ("Nikkei seen opening lower\n\nThe Nikkei 225 rose 0.4 percent to 39,810.88.", ["close"]),
        ("Midday: banks weigh on Singapore stocks\n\nThe STI rose 0.03% to 4,015.35.", ["last"]),
        ("New store opens\n\nTesco opened a store. The FTSE 100 fell 0.3 percent to 8,800.10.", ["close"]),
    ],
)
def test_what_a_headline_says_of_the_hour(text: str, kinds: list[str]) -> None:
    received = datetime(2025, 7, 4, 17, 0, tzinfo=UTC)
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received))
    assert [o.level_kind for o in found.observations] == kinds
