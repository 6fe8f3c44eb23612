"""Tables in text: columns by their header, the direction of a row by its own levels."""

from __future__ import annotations

from collections.abc import Callable

from signals.records import Extraction
from tests.extract.conftest import short

CURRENCIES = """Asian currencies at 0200 GMT
CURRENCIES VS U.S. DOLLAR
Currency      Latest bid   Previous day   Pct Move
Japan yen     157.30       157.85         +0.35
Indian rupee  83.45        83.38          -0.08
"""


def test_a_plus_of_the_currency_is_a_fall_of_the_pair(read: Callable[[str], Extraction]) -> None:
    assert {short(o) for o in read(CURRENCIES).observations} == {
        ("USDJPY", 157.3, "last", "down", 0.35, "percent"),
        ("USDJPY", 157.85, "previous", None, None, None),
        ("USDINR", 83.45, "last", "up", 0.08, "percent"),
        ("USDINR", 83.38, "previous", None, None, None),
    }


def test_the_clock_of_the_title_holds_for_the_rows(read: Callable[[str], Extraction]) -> None:
    times = {o.instrument: o.at for o in read(CURRENCIES).observations if o.level_kind == "last"}
    assert times == {"USDJPY": "2025-07-04T02:00:00Z", "USDINR": "2025-07-04T02:00:00Z"}


def test_change_and_percentage_columns_are_told_apart(read: Callable[[str], Extraction]) -> None:
    text = "Index | Last | Change | % Chg\nS&P 500 | 5,120.45 | -62.10 | -1.20%\nDow Jones | 38,120.00 | -305.00 | -0.79%\n"
    assert [short(o) for o in read(text).observations] == [
        ("SPX", 5120.45, "last", "down", 1.2, "percent"),
        ("DJI", 38120.0, "last", "down", 0.79, "percent"),
    ]
