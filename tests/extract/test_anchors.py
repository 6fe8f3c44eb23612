"""Levels under words that the grammar does not know, told by a level of the same print; expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]
RAND = "The rand was quoted at R14.25 to the dollar on Thursday."
READ: Row = ("USDZAR", 14.25, "last", None, None, None)
CASES: dict[str, list[Row]] = {
    f"{RAND} By noon dealers were asking for R14.57, and one house now sees R16 by the end of March.": [
        READ, ("USDZAR", 14.57, "last", None, None, None), ("USDZAR", 16.0, "forecast", None, None, None),
    ],
    f"{RAND} Above R14.50 they would sell.": [READ],
    f"{RAND} The bureaux were selling at R15.10.": [READ],
    f"{RAND} The budget had been drawn up at R14.80.": [READ],
    f"{RAND} If it came to R15 the bank would act.": [READ],
    "The rupee ended at 67.10 to the dollar. Dealers put the range for tomorrow at 67.50 to 69.50.": [
        ("USDINR", 67.1, "close", None, None, None), ("USDINR", 67.5, "forecast", None, None, None),
        ("USDINR", 69.5, "forecast", None, None, None),
    ],
    "Brent settled at $85.94. June crude of Oman was at $84.10.": [("BRENT", 85.94, "close", None, None, None)],
    "Carbon permits in the EU cost 71.10 euros a tonne. Wholesale power was at 86.30 euros.": [
        ("EUA", 71.1, "last", None, None, None),
    ],
    "Nickel settled at $75,940. Inventories came to 75,120.": [("NICKEL", 75940.0, "close", None, None, None)],
}  # fmt: skip


@pytest.mark.parametrize("text", CASES)
def test_levels_like_one_that_has_been_read(text: str, read: Callable[[str], Extraction]) -> None:
    assert [short(o) for o in read(text).observations] == CASES[text]
