"""Sizes at the end of a list of prices, one each or one for both; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

ONE_EACH = {
    "Nickel closed at $15,310 and tin at $33,700, up 1.2% and 0.4%.": [
        ("NICKEL", 15310.0, "close", "up", 1.2, "percent"),
        ("TIN", 33700.0, "close", "up", 0.4, "percent"),
    ],
    "The FTSE 100 stood at 8,823, the CAC 40 at 7,696 and the DAX at 23,787, down 0.1%, 0.5% and 0.6%.": [
        ("UKX", 8823.0, "last", "down", 0.1, "percent"),
        ("CAC40", 7696.0, "last", "down", 0.5, "percent"),
        ("DAX", 23787.0, "last", "down", 0.6, "percent"),
    ],
    "Bitcoin, ether and solana traded at $107,900, $2,520 and $148, down 2.1%, 3.4% and 5%.": [
        ("BTCUSD", 107900.0, "last", "down", 2.1, "percent"),
        ("ETHUSD", 2520.0, "last", "down", 3.4, "percent"),
        ("SOLUSD", 148.0, "last", "down", 5.0, "percent"),
    ],
}
BOTH = {
    "Brent slid to $68 and WTI to $66, both down 2%.": [
        ("BRENT", 68.0, "last", "down", 2.0, "percent"),
        ("WTI", 66.0, "last", "down", 2.0, "percent"),
    ],
    "Zinc ended at $2,745 and lead at $2,060, both 0.8% higher.": [
        ("ZINC", 2745.0, "close", "up", 0.8, "percent"),
        ("LEAD", 2060.0, "close", "up", 0.8, "percent"),
    ],
}
NOT_SHARED = {
    "Zinc was at $2,745 and lead at $2,060, up 1%, 2% and 3%.": [
        ("ZINC", 2745.0, "last", None, None, None),
        ("LEAD", 2060.0, "last", None, None, None),
    ],
    "Zinc was at $2,745 and lead at $2,060, up 1%.": [
        ("ZINC", 2745.0, "last", None, None, None),
        ("LEAD", 2060.0, "last", "up", 1.0, "percent"),
    ],
}


@pytest.mark.parametrize(("text", "rows"), (ONE_EACH | BOTH | NOT_SHARED).items())
def test_sizes_behind_a_list_of_prices(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == rows
