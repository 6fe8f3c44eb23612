"""Goods of steel mills, companies whose name ends with a metal, oils that settle by a headline, what a tonne cost before."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

ROWS = {
    "Ore\n\nIron ore ended 3.1% higher at 768 yuan. Coking coal and coke on the DCE rose 1.9% and 2.4%, respectively. Stainless"
    " steel eased 0.3%.": [
        ("IRONORE", 768.0, "close", "up", 3.1, "percent"),
        ("COKINGCOAL", None, None, "up", 1.9, "percent"),
        ("DCECOKE", None, None, "up", 2.4, "percent"),
        ("STAINLESS", None, None, "down", 0.3, "percent"),
    ],
    "Nickel\n\nNickel was at $15,200. Shares in Huayou Cobalt fell 10% in Shanghai. A year earlier a tonne cost $17,100.": [
        ("NICKEL", 15200.0, "last", None, None, None),
        ("NICKEL", 17100.0, "previous", None, None, None),
    ],
    "Metals\n\nOn Friday Copper rose 1%.": [("COPPER", None, None, "up", 1.0, "percent")],
}


@pytest.mark.parametrize("text", ROWS)
def test_rows(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == ROWS[text]


def test_metals_by_their_symbols(read: Callable[[str], Extraction]) -> None:
    text = "Base metals\n\nCopper is weak. 3M Cu last $9,551, -1.2%. Zn $2,767, -0.8%. Pb $2,040, off $22. Sn unch at $33,450."
    rows = [short(o) for o in read(text).observations if o.level is not None]
    assert [(row[0], row[1], row[4]) for row in rows] == [
        ("COPPER", 9551, 1.2), ("ZINC", 2767, 0.8), ("LEAD", 2040, 22), ("TIN", 33450, None),
    ]  # fmt: skip


def test_symbols_that_are_names(read: Callable[[str], Extraction]) -> None:
    assert read("Boxing\n\nAli won in 1974 and was paid $5.45 million. Ni hao, said the man.").observations == ()
