"""Goods told by their market and measure, and levels told as extremes; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Row = tuple[object, ...]

# A row is instrument, level, kind; read on Friday, July 4, 2025, at 15:00 UTC.
MARKETS = {
    "Brent fell 1%. Benchmark crude for June delivery gave up $9.44 to settle at $99.80 on the New York Mercantile Exchange.": [
        ("WTI", 99.8, "close")
    ],
    "Brent fell. The January crude contract in New York gained US$2.02 to US$52.95.": [("WTI", 52.95, "last")],
    "Brent fell. On the Nymex, crude for March delivery rose 2.1% to $52.40 a barrel.": [("WTI", 52.4, "last")],
    "Brent fell. Crude oil lost $1.13 to $45.20 a barrel in New York.": [("WTI", 45.2, "last")],
    "Brent fell. Crude oil lost $1.13 to $45.20 a barrel, analysts in New York said.": [],
    "Brent fell. In London, crude lost $1 to $45.20 a barrel.": [],
    "Copper lagged: LME 3M $9,784, -0.8%.": [("COPPER", 9784, "last")],
    "Zinc firmed. LME 3M was up 0.8% at $2,784.": [("ZINC", 2784, "last")],
    "Zinc firmed. 3M rose 0.8% to $154.20.": [("MMM", 154.2, "last")],
    "Arabica coffee rose again. A pound fetched 287.80 cents.": [("COFFEE", 2.878, "last")],
    "One pound of raw sugar cost 18.20 cents.": [("SUGAR", 0.182, "last")],
    "Copper fell in New York. A pound went for $4.85 at the close.": [("HG", 4.85, "close")],
    "Sterling firmed as copper fell. A pound fetched $1.2520.": [("GBPUSD", 1.252, "last")],
}
EXTREMES = {
    "Brent is at $68.10, +0.7%. High so far $68.51, low so far $67.20.": [
        ("BRENT", 68.1, "last"), ("BRENT", 68.51, "high"), ("BRENT", 67.2, "low"),
    ],
    "Gold is at $3,320. Today's high was $3,331 and its low $3,302.": [
        ("XAUUSD", 3320, "last"), ("XAUUSD", 3331, "high"), ("XAUUSD", 3302, "low"),
    ],
    "In early trading Brent leapt 9.5% to $75.95. At 0915 GMT it was changing hands for $72.11.": [
        ("BRENT", 75.95, "high"), ("BRENT", 72.11, "last"),
    ],
    "In early trading Brent leapt 9.5% to $75.95. At 0915 GMT it was changing hands for $76.11.": [
        ("BRENT", 75.95, "last"), ("BRENT", 76.11, "last"),
    ],
    "Brent rose 1.5% to $70.95 in early trading. At 0915 GMT it was at $70.11.": [
        ("BRENT", 70.95, "last"), ("BRENT", 70.11, "last"),
    ],
    "Gold fell by up to 2.1% to $3,220 an ounce.": [("XAUUSD", 3220, "low")],
    "BASF shares gained up to 3%, hitting 44.10 euros.": [("BAS.DE", 44.1, "high")],
    "Cocoa, which traded at a record $12,000 a tonne in December, fell.": [("COCOA", 12000, "high")],
    "Gold is at $3,320, off the record $3,500 it reached in April.": [("XAUUSD", 3320, "last"), ("XAUUSD", 3500, "high")],
    "The Dow traded at a record 45,100.": [("DJI", 45100, "last")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), [*(MARKETS | EXTREMES).items()])
def test_levels(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations if o.level is not None] == rows


TURNS = {
    "Silver soared 9.3% to $39.42 an ounce before settling at $39.31.": [("XAGUSD", 39.42, "high"), ("XAGUSD", 39.31, "close")],
    "Brent dropped 3% to $66.20, then recovered to $67.20.": [("BRENT", 66.2, "low"), ("BRENT", 67.2, "last")],
    "Metals\nGold rose 1.1% to $3,340 on Monday before slipping to $3,310 on Tuesday.": [
        ("XAUUSD", 3340, "close"), ("XAUUSD", 3310, "last"),
    ],
    "At the close of open-outcry trading, copper stood at $9,912 a tonne.": [("COPPER", 9912, "close")],
    "Ether was at $2,420; at its best it fetched $2,611.": [("ETHUSD", 2420, "last"), ("ETHUSD", 2611, "high")],
}  # fmt: skip
DATED = {
    "Bitcoin traded at $109,240 at 8:15 a.m. in New York, within 3% of its record high of $111,970 set on May 22.": [
        (109240, "2025-07-04T12:15:00Z"), (111970, "2025-05-22"),
    ],
    "Brent fell to $66.20 before the weekly inventory report.": [(66.2, "2025-07-04")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), TURNS.items())
def test_what_a_price_went_on_to(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations if o.level is not None] == rows


@pytest.mark.parametrize(("text", "rows"), DATED.items())
def test_days_of_other_figures(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    assert [(o.level, o.at) for o in read(text).observations if o.level is not None] == rows


def test_adjectives_of_a_week(read: Callable[[str], Extraction]) -> None:
    found = read("Over a volatile week gold lost 1.1%. For the holiday-shortened week, corn gained 2.4%.").observations
    assert [o.move.basis for o in found if o.move is not None] == ["week", "week"]


NAMES = {
    "Arabica beans climbed as high as $2.9835 per pound.": [("COFFEE", 2.9835, "high")],
    "Cocoa beans rose 2% to $8,100 a tonne in New York.": [("COCOA", 8100, "last")],
    "Beans rose 3 cents to $10.49 and corn lost 1 cent to $4.37.": [("SOYBEANS", 10.49, "last"), ("CORN", 4.37, "last")],
    "Dutch month-ahead gas rose 6% to 34.20 euros per MWh.": [("TTF", 34.2, "last")],
    "Natural gas futures settled at $3.366. In Europe the front-month contract was at 35.20 euros.": [
        ("NATGAS", 3.366, "close")
    ],
    "Brent rose 2% to 62.40 euros.": [],
    "On the Tokyo Commodity Exchange gasoline rose 490 yen to 58,200 yen per kiloliter.": [],
    "Milling wheat on Euronext settled 1.3% down at 195.75 euros a ton.": [("PARISWHEAT", 195.75, "close")],
    "West Texas Intermediate started the day at $17.85 and touched minus $40.32.": [
        ("WTI", 17.85, "open"),
        ("WTI", -40.32, "low"),
    ],
}
SINCE = {
    "Natural gas futures have gained 71% since the end of December.": "ytd",
    "Natural gas futures have gained 71% since the end of May.": "since",
    "The price of iron ore has more than halved since May's record.": "since",
}


@pytest.mark.parametrize(("text", "rows"), NAMES.items())
def test_names(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations if o.level is not None] == rows


@pytest.mark.parametrize(("text", "basis"), SINCE.items())
def test_since(text: str, basis: str, read: Callable[[str], Extraction]) -> None:
    assert [o.move.basis for o in read(text).observations if o.move is not None] == [basis]
