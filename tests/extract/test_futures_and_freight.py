"""Metals of reports on futures, the parts of the freight index, moves since events, gains given back in part; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

METALS: dict[str, list[Row]] = {
    "August gold rose $18 to $1,850, silver 44.5 cents to $21.825.": [
        ("GC", 1850.0, "last", "up", 18.0, "USD"),
        ("SI", 21.825, "last", "up", 0.445, "USD"),
    ],
    "August gold rose $18 to $1,850. Spot silver lost 1% to $21.80.": [
        ("GC", 1850.0, "last", "up", 18.0, "USD"),
        ("XAGUSD", 21.8, "last", "down", 1.0, "percent"),
    ],
    "Copper peaked in March. Gold rose 1% to $1,850.": [("XAUUSD", 1850.0, "last", "up", 1.0, "percent")],
}
FREIGHT: dict[str, list[Row]] = {
    "The Baltic Dry Index slipped 1.1% to 1,284.\nCapes: down 52 points at 2,295. Panamaxes +11 to 1,100.": [
        ("BDI", 1284.0, "last", "down", 1.1, "percent"),
        ("BCI", 2295.0, "last", "down", 52.0, "points"),
        ("BPI", 1100.0, "last", "up", 11.0, "points"),
    ],
    "The Baltic Dry Index slipped 1.1% to 1,284. Daily earnings of capes fell $400 to $18,230.": [
        ("BDI", 1284.0, "last", "down", 1.1, "percent"),
    ],
}
GIVEN_BACK: dict[str, list[Row]] = {
    "Gold gave back part of the gain to close at $1,850, up $3.40.": [("XAUUSD", 1850.0, "close", "up", 3.4, "USD")],
    "Gold lost most of its early rise and closed at $1,850, 0.3% higher.": [("XAUUSD", 1850.0, "close", "up", 0.3, "percent")],
    "Gold gave back 2% to close at $1,850.": [("XAUUSD", 1850.0, "close", "down", 2.0, "percent")],
}
SINCE = {
    "Aluminium closed at $2,480. Since sanctions were announced it is still 24 percent higher.": "since",
    "Aluminium closed at $2,480. Since the war began it has lost 14 percent.": "since",
    "Gold has lost 2% this week and 13% since its peak in March.": "since",
    "Aluminium closed at $2,480. On the day it lost 14 percent.": "prev_close",
}


@pytest.mark.parametrize(("text", "rows"), [pair for table in (METALS, FREIGHT, GIVEN_BACK) for pair in table.items()])
def test_goods(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert [short(o) for o in read("Desk, Friday\n" + text).observations] == rows


@pytest.mark.parametrize("text", SINCE)
def test_since_when_a_move_is_measured(read: Callable[[str], Extraction], text: str) -> None:
    moves = [o.move for o in read("Desk, Friday\n" + text).observations if o.move is not None]
    assert moves[-1].basis == SINCE[text]
