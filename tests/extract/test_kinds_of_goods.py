"""Nouns that stand for a good of one kind, and lists of the months of a good; the expected rows are by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

NOUNS = {
    "Cocoa rose 2%. Copper was at $9,000. The bean is up 12 percent this year.": ("COCOA", 12.0),
    "Corn rose 2 cents. Brent was at $80. The grain is up 14 percent this year.": ("CORN", 14.0),
    "Copper rose to $9,000 and Brent fell to $80. The metal is up 3% this year.": ("COPPER", 3.0),
    "Raw sugar fell 1%. Coffee fell to 190 cents. The sweetener has lost 10% this year.": ("SUGAR", 10.0),
    "Arabica is on a tear. Since the turn of the year the beans have risen almost 75 percent.": ("COFFEE", 75.0),
    "Nickel closed at $15,200. The stainless steel ingredient is up 9 percent this year.": ("NICKEL", 9.0),
}
MONTHS = {
    "CPO futures closed lower. At the close, the July 2025 contract slid RM12 to RM4,088 per tonne, August 2025 fell RM43 to"
    " RM4,073, and September 2025 lost RM45 to RM4,056.": [4088.0],
    "CPO futures closed lower. The August 2025 contract fell RM43 to RM4,073, the benchmark September 2025 contract lost RM45"
    " to RM4,056 and October 2025 RM39 to RM4,070.": [4056.0],
}


@pytest.mark.parametrize("text", NOUNS)
def test_a_noun_stands_for_a_good_of_its_kind(read: Callable[[str], Extraction], text: str) -> None:
    found = [short(o) for o in read("Goods, Friday\n" + text).observations]
    assert found[-1][0] == NOUNS[text][0]
    assert found[-1][4] == NOUNS[text][1]


def test_a_noun_of_no_good_spoken_of_stands_for_none(read: Callable[[str], Extraction]) -> None:
    found = read("Goods, Friday\nCopper was at $9,000. The sweetener has lost 10% this year.").observations
    assert [short(o) for o in found] == [("COPPER", 9000.0, "last", None, None, None)]


@pytest.mark.parametrize("text", MONTHS)
def test_one_month_of_a_list_is_kept(read: Callable[[str], Extraction], text: str) -> None:
    assert [o.level for o in read("Goods, Friday\n" + text).observations if o.level is not None] == MONTHS[text]
