"""Sentences about both of two, names that go the way of the one before, gas by its month, rows that did not move; by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

BOTH: dict[str, list[Row]] = {
    "Brent rose 2% and WTI 1%. Both have gained 18% this month.": [
        ("BRENT", None, None, "up", 2.0, "percent"),
        ("WTI", None, None, "up", 1.0, "percent"),
        ("BRENT", None, None, "up", 18.0, "percent"),
        ("WTI", None, None, "up", 18.0, "percent"),
    ],
    "Copper rose 2% and zinc 1%. Both metals are down 5% this month.": [
        ("COPPER", None, None, "up", 2.0, "percent"),
        ("ZINC", None, None, "up", 1.0, "percent"),
        ("COPPER", None, None, "down", 5.0, "percent"),
        ("ZINC", None, None, "down", 5.0, "percent"),
    ],
    "The Nikkei rose 1% and gold fell 2%. Both were up 5% in May.": [
        ("NKY", None, None, "up", 1.0, "percent"),
        ("XAUUSD", None, None, "down", 2.0, "percent"),
    ],
}
LIKEWISE: dict[str, list[Row]] = {
    "Brent fell to $84 and WTI to $81.": [
        ("BRENT", 84.0, "last", "down", None, None),
        ("WTI", 81.0, "last", "down", None, None),
    ],
    "Brent fell to $84, WTI was at $81.": [
        ("BRENT", 84.0, "last", "down", None, None),
        ("WTI", 81.0, "last", None, None, None),
    ],
}
PERIODS: dict[str, list[Row]] = {
    "Soybeans finished at $11.83 1/2, down 10 cents on the day and 5 on the week.": [
        ("SOYBEANS", 11.835, "close", "down", 0.1, "USD"),
        ("SOYBEANS", None, None, "down", 0.05, "USD"),
    ],
    "Gold rose 1% on the day and 3 on the week.": [
        ("XAUUSD", None, None, "up", 1.0, "percent"),
        ("XAUUSD", None, None, "up", 3.0, "percent"),
    ],
    "Gold rose 1% and 3 on the list.": [("XAUUSD", None, None, "up", 1.0, "percent")],
}
CRUDE: dict[str, list[Row]] = {
    "Crude for June delivery fell 3% to $99.80. Brent closed at $110.80.": [
        ("WTI", 99.8, "last", "down", 3.0, "percent"),
        ("BRENT", 110.8, "close", None, None, None),
    ],
    "Crude for June delivery fell to $109.80 in London. Brent was weak.": [],
}
GAS: dict[str, list[Row]] = {
    "US natural gas futures gained. Front-month gas ended up 9 cents at $3.219 per mmBtu.": [
        ("NATGAS", 3.219, "close", "up", 0.09, "USD"),
    ],
    "Dutch TTF fell 2%. November gas lost 1.10 euros to 45.10 euros.": [
        ("TTF", None, None, "down", 2.0, "percent"),
        ("TTF", 45.1, "last", "down", 1.1, "EUR"),
    ],
    "TTF fell 2%. November gas demand was up 3%.": [("TTF", None, None, "down", 2.0, "percent")],
}
ROWS: dict[str, list[Row]] = {
    "Copper 9,905 -0.2%\nTin 30,150 unch\nZinc 2,861 flat": [
        ("COPPER", 9905.0, "last", "down", 0.2, "percent"),
        ("TIN", 30150.0, "last", "flat", None, None),
        ("ZINC", 2861.0, "last", "flat", None, None),
    ],
}


@pytest.mark.parametrize(
    ("text", "rows"), [pair for table in (BOTH, LIKEWISE, PERIODS, CRUDE, GAS, ROWS) for pair in table.items()]
)
def test_goods(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert [short(o) for o in read("Desk, Friday\n" + text).observations] == rows


def test_a_mark_that_a_headline_has_cracked_is_no_size(read: Callable[[str], Extraction]) -> None:
    assert not read("Bitcoin cracks $40,000 for first time").observations
