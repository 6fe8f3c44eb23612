"""Closes told by what the report says of the market, and levels foreseen; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item

Row = tuple[object, ...]

# A row is instrument, level, kind; read on Friday, July 4, 2025, at 15:00 UTC.
MARKETS = {
    "U.S. stocks ended lower on Thursday. The S&P 500 lost 0.8% to 6,210.33 and Nvidia fell 3% to $152.10.": [
        ("SPX", 6210.33, "close"), ("NVDA", 152.1, "close"),
    ],
    "Wall Street finished in the red on Thursday. The Nasdaq Composite fell 1.2% to 20,110.55.": [("IXIC", 20110.55, "close")],
    "Shares in Tokyo closed lower on Thursday. The Nikkei lost 0.5% to 39,500.": [("NKY", 39500.0, "close")],
    "European shares closed higher on Thursday. The STOXX 600 rose to 543.80. The Dow was at 44,655 a little while ago.": [
        ("SXXP", 543.8, "close"), ("DJI", 44655.0, "last"),
    ],
    "U.S. stocks ended lower on Thursday. The S&P 500 was so far today 0.2% up at 6,240.": [("SPX", 6240.0, "last")],
    "U.S. stocks rose on Thursday. The S&P 500 gained 0.8% to 6,210.33.": [("SPX", 6210.33, "last")],
}  # fmt: skip
RECORDS = {
    "Nikkei +1.7% at 39,780 (record close).": [("NKY", 39780.0, "close")],
    "Gold at $3,500 (record).": [("XAUUSD", 3500.0, "high")],
}
UNHEARD = {
    "The dollar leapt to 18.95 pesos on Thursday, a quotation never seen before.": [("USDMXN", 18.95, "high")],
    "Copper sank to $4,980, a price nobody had ever paid.": [("COPPER", 4980.0, "low")],
    "The dollar cost R$ 5.70, the most in two years.": [("USDBRL", 5.7, "high")],
    "Wheat slumped to $5.05, a level last seen in 2020.": [("WHEAT", 5.05, "last")],
}
FUTURES = {
    "Oil prices settled higher on Thursday. Brent crude rose 69 cents to $69.11 a barrel.": [("BRENT", 69.11, "close")],
    "Crude closed lower on Thursday. On Friday Brent was at $68.30, down 0.7%.": [("BRENT", 68.3, "last")],
    "WTI settled at $67.00. January Brent gained 65 cents to $68.80.": [("WTI", 67.0, "close"), ("BRENT", 68.8, "close")],
    "WTI settled at $67.00. Brent gained 65 cents to $68.80.": [("WTI", 67.0, "close"), ("BRENT", 68.8, "last")],
    "The TSX closed at 27,034.26. The August gold contract lost US$16.80 to US$3,342.90 an ounce.": [
        ("GSPTSE", 27034.26, "close"), ("GC", 3342.9, "close"),
    ],
}  # fmt: skip
FORESEEN = {
    "A poll has the dollar at R$ 5.70 when the year ends.": [("USDBRL", 5.7, "forecast")],
    "UBS has gold at $3,500 in December.": [("XAUUSD", 3500.0, "forecast")],
    "Citi keeps Brent at $62 for the third quarter.": [("BRENT", 62.0, "forecast")],
    "Traders have the pound at $1.3640.": [("GBPUSD", 1.364, "last")],
}  # fmt: skip
SHUT = {
    ("2025-07-04T02:30:00+00:00", "The S&P 500 closed at 6,225.52 overnight. Japan's Nikkei was down 0.5% at 39,500."): [
        ("SPX", 6225.52, "close"), ("NKY", 39500.0, "last"),
    ],
    ("2025-07-04T09:30:00+00:00", "Wall Street ended lower on Thursday. On Friday the DAX was 0.6% down at 23,790."): [
        ("DAX", 23790.0, "last"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "rows"), [*(MARKETS | UNHEARD | RECORDS | FUTURES | FORESEEN).items()])
def test_kinds(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations] == rows


@pytest.mark.parametrize(("told", "rows"), [*SHUT.items()])
def test_a_market_still_open(told: tuple[str, str], rows: list[Row]) -> None:
    received, text = datetime.fromisoformat(told[0]).astimezone(UTC), told[1]
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received))
    assert [(o.instrument, o.level, o.level_kind) for o in found.observations] == rows
