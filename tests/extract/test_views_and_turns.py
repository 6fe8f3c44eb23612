"""Forecasts called views, names behind "at the other end", strangers with a price, tops that were left; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

TEXTS = {
    "Citi lifted its three-month view on aluminium to $2,600.": [("ALUMINIUM", 2600.0, "forecast", None, None, None)],
    "Macquarie raised its assumption for nickel to $17,500.": [("NICKEL", 17500.0, "forecast", None, None, None)],
    "easyJet is down 3.3 per cent. At the other end of the scale BAE Systems gained 2.7 per cent.": [
        ("EZJ.L", None, None, "down", 3.3, "percent"),
        ("BA.L", None, None, "up", 2.7, "percent"),
    ],
    "Oil report\nBrent is at $84.10, and Quirk Blend $79.75, up 5.4%.": [("BRENT", 84.1, "last", None, None, None)],
    "Oil report\nBrent is at $84.10, and West Texas $79.75, up 5.4%.": [
        ("BRENT", 84.1, "last", None, None, None),
        ("WTI", 79.75, "last", "up", 5.4, "percent"),
    ],
    "Nickel gained 0.7% to $17,910 from a top of $19,355 and copper 1.1% to $9,562.": [
        ("NICKEL", 17910.0, "last", "up", 0.7, "percent"),
        ("NICKEL", 19355.0, "high", None, None, None),
        ("COPPER", 9562.0, "last", "up", 1.1, "percent"),
    ],
    "Ether trades at $1,472. It got up to $1,654 in the first hours.": [
        ("ETHUSD", 1472.0, "last", None, None, None),
        ("ETHUSD", 1654.0, "high", None, None, None),
    ],
    "Shell, with most to lose from the ban, fell 2.2 percent to 2,110p.": [("SHEL.L", 2110.0, "last", "down", 2.2, "percent")],
    "Bitcoin managed a mere 2.7 per cent to $31,240.": [("BTCUSD", 31240.0, "last", "up", 2.7, "percent")],
    "The fund manages 3 per cent of the gold in London.": [],
    "The pub at the other end of the street sold 3% more. Gold rose.": [("XAUUSD", None, None, "up", None, None)],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items())
def test_whose_and_what(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected
