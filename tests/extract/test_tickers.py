"""Bare tickers and prices in desks' notes; values by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

NONE = (None, None, None)
Row = tuple[object, ...]
READ: dict[str, set[Row]] = {
    "COIN closed +5.7% in NY, MSTR +9.2% at 377.10": {
        ("COIN", None, None, "up", 5.7, "percent"),
        ("MSTR", 377.1, "close", "up", 9.2, "percent"),
    },
    "Overnight: Kospi +0.4%, NVDA -1.3%.": {
        ("KOSPI", None, None, "up", 0.4, "percent"),
        ("NVDA", None, None, "down", 1.3, "percent"),
    },
    "Movers: TSLA 309.87 (-1.2%), AMD up 2%.": {
        ("TSLA", 309.87, "last", "down", 1.2, "percent"),
        ("AMD", None, None, "up", 2.0, "percent"),
    },
    "DXY closed Wed 97.55.": {("DXY", 97.55, "close", *NONE)},
    "LME copper 9,682, XAU 3,324.": {("COPPER", 9682.0, "last", *NONE), ("XAUUSD", 3324.0, "last", *NONE)},
    "Nvidia 164.10, +1.2%, and the tape is quiet.": {("NVDA", 164.1, "last", "up", 1.2, "percent")},
}
NOT_READ = (
    "GDP +0.3%, CPI +0.2% and PMI up 2%.",
    "AWS +19%, EMEA -3% and EPS up 12%.",
    "The CAT scan cost 2.50 more.",
    "BIG SHARES NVDA +2% AND MORE",
    "NVDA plans 2.5% more staff.",
)


@pytest.mark.parametrize(("text", "rows"), READ.items())
def test_notes(text: str, rows: set[Row], read: Callable[[str], Extraction]) -> None:
    assert {short(o) for o in read("Morning note\n\n" + text).observations} == rows


@pytest.mark.parametrize("text", NOT_READ)
def test_other_capitals(text: str, read: Callable[[str], Extraction]) -> None:
    assert read("Morning note\n\n" + text).observations == ()
