"""Tables and lists as desks lay them out; the rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

NONE = (None, None, None)

PERCENT_IN_THE_TITLE = """Performance, in per cent
              1 day   1 week    YTD
DAX            -0.2      0.5      8.1
FTSE 100        0.4     -1.1     12.3"""
YIELD_IN_PERCENT = """Government bonds
             Yield, %   Change, bp
Germany 10Y     2.45      -3
Italy 10Y       3.71      +5"""
LABELLED = """Yields
- Germany: 10Y at 2.45% (-3 bp), 2Y at 2,91%
+ Portugal: 10Y -4 bp to 3,05%
- France: a 10-year deal worth 3% was signed"""
HEADED_BY_PERCENT = """Top gainers in the DAX (%)
XQZ            +2.4
Siemens        +1.9

Prices
Bayer          +1.1"""
LEVEL_BEFORE_ITS_MOVE = """Asia close:
Nikkei 225 39,750.10 UP 0.5%
Hang Seng 16,720.89 DOWN 0.9%"""
TABLES = {
    HEADED_BY_PERCENT: [("SIE.DE", None, None, "up", 1.9, "percent"), ("BAYN.DE", None, None, "up", 1.1, "EUR")],
    LEVEL_BEFORE_ITS_MOVE: [
        ("NKY", 39750.1, "close", "up", 0.5, "percent"),
        ("HSI", 16720.89, "close", "down", 0.9, "percent"),
    ],
    PERCENT_IN_THE_TITLE: [
        ("DAX", None, None, "down", 0.2, "percent"),
        ("DAX", None, None, "up", 0.5, "percent"),
        ("DAX", None, None, "up", 8.1, "percent"),
        ("UKX", None, None, "down", 1.1, "percent"),
        ("UKX", None, None, "up", 0.4, "percent"),
        ("UKX", None, None, "up", 12.3, "percent"),
    ],
    YIELD_IN_PERCENT: [("DE10Y", 2.45, "last", "down", 3.0, "bp"), ("IT10Y", 3.71, "last", "up", 5.0, "bp")],
    LABELLED: [
        ("DE10Y", 2.45, "last", "down", 3.0, "bp"),
        ("DE2Y", 2.91, "last", *NONE),
        ("PT10Y", 3.05, "last", "down", 4.0, "bp"),
    ],
}


@pytest.mark.parametrize(("text", "rows"), TABLES.items())
def test_layouts(text: str, rows: list[tuple[object, ...]], read: Callable[[str], Extraction]) -> None:
    assert sorted((short(o) for o in read(text).observations), key=str) == sorted(rows, key=str)


def test_columns_a_month_apart(read: Callable[[str], Extraction]) -> None:
    text = "Index       31 May    30 Jun    % chg\nNikkei      38,406    40,369    +5.1\nTopix        2,743     2,768    +0.9"
    found = [(o.instrument, o.at, o.move.basis if o.move else None) for o in read(text).observations]
    assert sorted(found, key=str) == [
        ("NKY", "2025-05-31", None),
        ("NKY", "2025-06-30", "month"),
        ("TPX", "2025-05-31", None),
        ("TPX", "2025-06-30", "month"),
    ]


def test_the_end_of_a_year_dates_its_own_column(read: Callable[[str], Extraction]) -> None:
    text = (
        "Rates against the dollar\nCurrency    Today   Yesterday   End-2024\n"
        "Rupee       83.42   83.35   83.10\nBaht        36.45   36.30   34.20"
    )
    assert {o.at for o in read(text).observations if o.level_kind == "previous"} == {"2025-07-03"}
