"""How reports on goods, metals and coins print their prices; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

PREFIXES = {
    "Iron ore was at $US98.20 a tonne, $US1.10 cheaper than a day earlier.": [
        ("IRONORE", 98.2, "last", "down", 1.1, "USD"),
    ],
    "The Australian dollar was buying US65.60c, up from US65.31c.": [
        ("AUDUSD", 0.656, "last", "up", None, None),
        ("AUDUSD", 0.6531, "previous", None, None, None),
    ],
    "Platinum stood at USD 1,372 an ounce, USD 18 dearer than on Wednesday.": [("XPTUSD", 1372.0, "last", "up", 18.0, "USD")],
    "Silver was at USD 36.90 per ounce as against USD 36.40 on Wednesday.": [
        ("XAGUSD", 36.9, "last", "up", None, None),
        ("XAGUSD", 36.4, "previous", None, None, None),
    ],
}
LISTS = {
    "Zinc and lead lost 0.7 and 1.2% respectively.": [
        ("ZINC", None, None, "down", 0.7, "percent"),
        ("LEAD", None, None, "down", 1.2, "percent"),
    ],
    "Corn and wheat rose 4 and 7 cents a bushel.": [
        ("CORN", None, None, "up", 0.04, "USD"),
        ("WHEAT", None, None, "up", 0.07, "USD"),
    ],
}
PARTS = {
    "The euro slipped two-thirds of a cent to $1.1750.": [("EURUSD", 1.175, "last", "down", 0.0067, "USD")],
    "Natural gas chalked up a third straight gain.": [],
    "Silver rose for a fifth consecutive day, adding 0.8%.": [("XAGUSD", None, None, "up", 0.8, "percent")],
    "Ether has lost a third this year.": [("ETHUSD", None, None, "down", 33.3, "percent")],
    "Cocoa: minus a quarter.": [("COCOA", None, None, "down", 25.0, "percent")],
}
MARKS = {
    "The dollar gained 1,20% to close at R$ 5,412 and the Ibovespa ended 0,40% lower at 140.225 points.": [
        ("USDBRL", 5.412, "close", "up", 1.2, "percent"),
        ("BVSP", 140225.0, "close", "down", 0.4, "percent"),
    ],
}
MARKETS = {
    "Cocoa gained 2.1% to 6,105 pounds a tonne.": [("LONDONCOCOA", 6105.0, "last", "up", 2.1, "percent")],
    "Iron ore ended at 731 yuan a tonne, having fetched 736.5 at its best.": [
        ("IRONORE", 731.0, "close", None, None, None),
        ("IRONORE", 736.5, "high", None, None, None),
    ],
}


@pytest.mark.parametrize(
    ("text", "rows"), [*PREFIXES.items(), *LISTS.items(), *PARTS.items(), *MARKS.items(), *MARKETS.items()]
)
def test_prices_as_printed(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert sorted(map(short, read(text).observations), key=str) == sorted(rows, key=str)
