"""Contracts of goods called by their months and places, and prices of one ounce or barrel; the expected rows are by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

MEASURED = {
    "Copper was little help. A tonne cost $8,472 in London.": [
        ("COPPER", 8472.0, "last", None, None, None),
    ],
    "Brent sank. At noon a barrel was $71.20.": [
        ("BRENT", None, None, "down", None, None),
        ("BRENT", 71.2, "last", None, None, None),
    ],
    "Gold rose 1% to $1,806. The cost of mining an ounce rose 3% to $1,200.": [
        ("XAUUSD", 1806.0, "last", "up", 1.0, "percent")
    ],
    "Copper rose 1% to $9,800. An ounce of prevention cost $3,310.": [("COPPER", 9800.0, "last", "up", 1.0, "percent")],
}
CALLED = {
    "Iron ore went the other way. In Singapore the March future rose 5.6% to $78.90 a tonne.": [
        ("IRONORE", 78.9, "last", "up", 5.6, "percent"),
    ],
    "Palm oil futures were busy. The benchmark third month, May 2021, advanced RM106 to RM4,045.": [
        ("PALMOIL", 4045.0, "last", "up", 106.0, "MYR"),
    ],
    "Copper rose 2% to $9,800. The third month of the year was a good one at 312.": [
        ("COPPER", 9800.0, "last", "up", 2.0, "percent")
    ],
    "Rubber futures rose. TOCOM's benchmark April contract ended at 251.9 yen per kg.": [
        ("RUBBER", None, None, "up", None, None),
        ("RUBBER", 251.9, "close", None, None, None),
    ],
    "Rubber futures rose. Bursa Malaysia's benchmark contract ended at 4,010 ringgit a tonne.": [
        ("RUBBER", None, None, "up", None, None),
    ],
}
DEFERRED = {
    "Natural gas for December delivery fell 3% to $4.04. The January contract lost 2% to $4.10.": [
        ("NATGAS", 4.04, "last", "down", 3.0, "percent"),
    ],
    "The spot month July of palm oil fell RM15 to RM3,912, and the benchmark September contract RM31 to RM3,940.": [
        ("PALMOIL", 3940.0, "last", "down", 31.0, "MYR"),
    ],
    "Dalian's September iron ore contract rose 1% to 770 yuan. In Singapore the August contract was at $101.20.": [
        ("IRONORE", 770.0, "last", "up", 1.0, "percent"),
        ("IRONORE", 101.2, "last", None, None, None),
    ],
}
MONTHS_IN_LINE = {
    "Palm oil rose. At the close, March 2021 put on RM70 to RM4,330 and April 2021 RM98 to RM4,202, while the benchmark third"
    " month, May 2021, advanced RM106 to RM4,045.": [
        ("PALMOIL", 4045.0, "close", "up", 106.0, "MYR"),
    ],
    "In April 2021 palm oil rose RM70 to RM4,330.": [("PALMOIL", 4330.0, "last", "up", 70.0, "MYR")],
}
EXTREMES = {
    "Gold is at $1,403. It has been to $1,410 this morning.": [
        ("XAUUSD", 1403.0, "last", None, None, None),
        ("XAUUSD", 1410.0, "high", None, None, None),
    ],
    "Brent was at $71. At the very worst it was $69.": [
        ("BRENT", 71.0, "last", None, None, None),
        ("BRENT", 69.0, "low", None, None, None),
    ],
    "Brent was at $71. At the height of the crisis it was $16.": [
        ("BRENT", 71.0, "last", None, None, None),
        ("BRENT", 16.0, "low", None, None, None),
    ],
}
FUTURES = {
    "Spot gold was at $4,142.60, and Comex futures lost 1.2% to $4,150.": [
        ("XAUUSD", 4142.6, "last", None, None, None),
        ("GC", 4150.0, "last", "down", 1.2, "percent"),
    ],
    "Spot silver was at $48.70 while U.S. futures due in December shed 6% to $47.70.": [
        ("XAGUSD", 48.7, "last", None, None, None),
        ("SI", 47.7, "last", "down", 6.0, "percent"),
    ],
}
NAMES = {
    "Bitcoin was at $16,214. Sol shed 38 per cent to $14.70.": [
        ("BTCUSD", 16214.0, "last", None, None, None),
        ("SOLUSD", 14.7, "last", "down", 38.0, "percent"),
    ],
    "Bitcoin was at $16,214. In Peru the sol lost 1% to 3.78 per dollar.": [
        ("BTCUSD", 16214.0, "last", None, None, None),
        ("USDPEN", 3.78, "last", "up", 1.0, "percent"),
    ],
    "Cargoes with 62% iron content for delivery to China were at $233 a tonne.": [("IRONORE", 233.0, "last", None, None, None)],
    "Cargoes with 58% iron content for delivery to China were at $233 a tonne.": [],
}


@pytest.mark.parametrize(
    ("text", "expected"), (MEASURED | CALLED | DEFERRED | MONTHS_IN_LINE | EXTREMES | FUTURES | NAMES).items()
)
def test_whose_price_it_is(read: Callable[..., Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected


def test_month_of_a_contract_is_no_time(read: Callable[..., Extraction]) -> None:
    found = read("May cotton fell to 66.20 cents, July lost 38 to 67.40 and December was 20 points lower at 69.10.")
    assert [(o.instrument, o.at) for o in found.observations] == [
        ("COTTON", read("May cotton fell to 66.20 cents.").observations[0].at)
    ]
