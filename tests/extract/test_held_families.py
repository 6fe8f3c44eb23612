"""Further families of wordings, a few members each; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

PRICES_OF_BONDS = {
    "U.S. 10-year notes were last up 5/32 in price to yield 4.181 percent, down from 4.201 percent late on Monday.": [
        ("US10Y", 4.181, "last", "down", None, None),
        ("US10Y", 4.201, "previous", None, None, None),
    ],
    "Canada's two-year bond fell 2 Canadian cents to yield 2.611%.": [("CA2Y", 2.611, "last", "up", None, None)],
    "India's 7.1 per cent bond maturing in 2034 fell on Friday; its yield edged up to 6.88 per cent.": [
        ("IN_2034", 6.88, "last", "up", None, None),
    ],
    "The US 10-year yield, 4.51% at its highest, was back at 4.33%.": [
        ("US10Y", 4.51, "high", None, None, None), ("US10Y", 4.33, "last", None, None, None),
    ],
}  # fmt: skip
SEVERAL = {
    "The CAC 40 rose 1%. The DAX rose 2%. For the month both indexes were up, 3.1% and 4.5% respectively.": [
        ("CAC40", None, None, "up", 1.0, "percent"), ("DAX", None, None, "up", 2.0, "percent"),
        ("CAC40", None, None, "up", 3.1, "percent"), ("DAX", None, None, "up", 4.5, "percent"),
    ],
    "The three men were seen as the Dow rose 1%.": [("DJI", None, None, "up", 1.0, "percent")],
}  # fmt: skip
FRONTED = {
    "The zloty was hit hard: down by 0.8 percent, it traded at 4.3150 to the euro.": [
        ("EURPLN", 4.315, "last", "up", 0.8, "percent"),
    ],
}  # fmt: skip
EXTREMES = {
    "The rupee opened at 67.35 to the dollar and slipped no further than 67.73.": [
        ("USDINR", 67.35, "open", None, None, None), ("USDINR", 67.73, "high", None, None, None),
    ],
    "WTI crude settled at minus $3.63 a barrel. The low was minus $4.32.": [
        ("WTI", -3.63, "close", None, None, None), ("WTI", -4.32, "low", None, None, None),
    ],
}  # fmt: skip
OTHERS = {
    "Wheat closed at $6.12. In Canada the regulator lifted the cap by 80% to 3,549 dollars a year.": [
        ("WHEAT", 6.12, "close", None, None, None),
    ],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [(text, rows) for family in (PRICES_OF_BONDS, SEVERAL, FRONTED, EXTREMES, OTHERS) for text, rows in family.items()],
)
def test_each_member_of_a_family(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert sorted(map(str, map(short, read(text).observations))) == sorted(map(str, expected))
