"""Contracts that their exchange names without the good, and where goods trade; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item
from tests.extract.conftest import short

Row = tuple[object, ...]

ALONE = {
    "May Chicago wheat closed at $5.55 1/4, down a penny, and July Kansas City at $4.94 3/4, up 2 1/4.": [
        ("WHEAT", 5.5525, "close", "down", 0.01, "USD"),
        ("KCWHEAT", 4.9475, "close", "up", 0.0225, "USD"),
    ],
    "Arabica jumped again. New York futures for May soared 11% to 172.20 cents a pound.": [
        ("COFFEE", 1.722, "last", "up", 11.0, "percent"),
    ],
    "Robusta was dragged along, with London's May lot up 4.1% at $1,981 a tonne.": [
        ("ROBUSTA", 1981.0, "last", "up", 4.1, "percent"),
    ],
    "- Silver: Quiet.\n- Copper: Comex December -0.5% to $3.14.": [("HG", 3.14, "last", "down", 0.5, "percent")],
    "* Natural gas: Cool. Nymex lost 4.8 cents to $2.822/mmBtu.": [("NATGAS", 2.822, "last", "down", 0.048, "USD")],
    "Crude: dull. Brent rose 1% to $56.65; MCX July was at Rs 3,206.": [("BRENT", 56.65, "last", "up", 1.0, "percent")],
    "Wheat was dragged down by corn: Chicago September gave back 26 cents to $8.85.": [
        ("WHEAT", 8.85, "last", "down", 0.26, "USD"),
    ],
    "The FTSE 100 rose 1%. New York futures for June were up 0.4% to $3.20.": [("UKX", None, None, "up", 1.0, "percent")],
    "On Comex gold rose 1% to $1,210, while on the LME copper fell 1%.": [
        ("GC", 1210.0, "last", "up", 1.0, "percent"),
        ("COPPER", None, None, "down", 1.0, "percent"),
    ],
}
PLACES = {
    "Here, iron ore for May delivery on China's Dalian exchange advanced 5.7% to 562.50 yuan.": [
        ("IRONORE", 562.5, "last", "up", 5.7, "percent"),
    ],
    "In London December Brent stood at $74.10.": [("BRENT", 74.1, "last", None, None, None)],
    "Exxaro gained a more sober 2.4% to R167.90.": [("EXX.JO", 167.9, "close", "up", 2.4, "percent")],
    "Quirkco, a fund with little other than Vale stock, shared its fate: down 24.5%, to R$26.40.": [],
}


@pytest.mark.parametrize(("text", "expected"), (ALONE | PLACES).items())
def test_contracts_and_places(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected


def test_what_is_told_with_the_close_of_the_session_before_is_of_that_day() -> None:
    text = "Gold: the Comex December contract settled at $1,106.80.\nOil: WTI ended at $50.15. Brent -45 cents to $56.65."
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2015, 7, 21, 3, 20, tzinfo=UTC))
    rows = [(o.instrument, o.level_kind, o.at) for o in extract(item).observations]
    assert rows == [("GC", "close", "2015-07-20"), ("WTI", "close", "2015-07-20"), ("BRENT", "last", "2015-07-20")]
