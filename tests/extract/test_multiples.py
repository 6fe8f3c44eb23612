"""Multiples of an earlier price as moves, and figures that are none; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

MULTIPLES = {
    "Cocoa costs twice as much as a year ago.": [("COCOA", None, None, "up", 100.0, "percent", "year")],
    "Bitcoin is worth half what it was in November.": [("BTCUSD", None, None, "down", 50.0, "percent", "since")],
    "Brent was trading at three times its level of 2020.": [("BRENT", None, None, "up", 200.0, "percent", "since")],
    "Gold is almost double what it was two years ago.": [("XAUUSD", None, None, "up", 100.0, "percent", "since")],
    "Gold hit double the price of platinum in May.": [],
    "Gold rose three times this week.": [],
    "Demand was twice what it was in 2020.\nGold rose 1%.": [("XAUUSD", None, None, "up", 1.0, "percent", "prev_close")],
}
POINTS = {
    "Cotton closed 61 points up at 68.79 cents a pound.": [("COTTON", 0.6879, "close", "up", 61.0, "points", "prev_close")],
    "Gold rose 12 points.": [],
}
SPOKEN = {
    'Copper rose 1%.\n"Prices will stay low," the bank said, and it added, "but not for long."': [
        ("COPPER", None, None, "up", 1.0, "percent", "prev_close"),
    ],
    "Bitcoin slipped 2%.\nAt fourteen hundred Greenwich Mean Time one bitcoin was worth forty thousand two hundred dollars.": [
        ("BTCUSD", None, None, "down", 2.0, "percent", "prev_close"),
        ("BTCUSD", 40200.0, "last", None, None, None, None),
    ],
    "Iron ore rose 1%.\nImported ore at ports fell to 115 million tonnes, a low, and 22% below its level in April.": [
        ("IRONORE", None, None, "up", 1.0, "percent", "prev_close"),
    ],
}
FEWER = {
    "Toyota shares rose 1%.\nIt sold 10 million cars including those of Hino, 0.2% fewer than a year earlier.": [
        ("7203.T", None, None, "up", 1.0, "percent", "prev_close")
    ]
}
YEAR_AGO = {
    "The TTF contract was at €300.\nThis time a year ago it was €27.": [
        ("TTF", 300.0, "last", None, None, None, None),
        ("TTF", 27.0, "previous", None, None, None, None),
    ],
}


@pytest.mark.parametrize(("text", "rows"), (MULTIPLES | POINTS | SPOKEN | FEWER | YEAR_AGO).items())
def test_multiples_of_an_earlier_price(text: str, rows: list[Row], read: Callable[[str], Extraction]) -> None:
    found = read(text).observations
    assert [(*short(o), o.move.basis if o.move else None) for o in found] == rows
