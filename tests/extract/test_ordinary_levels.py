"""Levels in ordinary wording: records, prices by the unit of another currency, shares of a country; whose they are not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Read = Callable[[str], Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The dollar stood at 149.43-45 yen at 5 p.m. March JGB futures closed up 0.08 point at 146.17.",
            [("USDJPY", 149.43, "last", None, None, None)],
        ),
        (
            "The dong was at 24,003 per dollar. The ceiling rate for banks is 25,203 and the floor rate 22,803.",
            [("USDVND", 24003.0, "last", None, None, None)],
        ),
        (
            "The PX index of the Prague Stock Exchange ended 0.42 percent down at 1,475.88 points.",
            [("PX", 1475.88, "close", "down", 0.42, "percent")],
        ),
        ("The London Stock Exchange closed 1% higher.", []),
    ],
)
def test_whose_level_it_is_not(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The shekel traded at NIS 3.591/$ and at NIS 3.883/€.",
            [("USDILS", 3.591, "last", None, None, None), ("EURILS", 3.883, "last", None, None, None)],
        ),
        ("The zloty traded at 4.30/€.", [("EURPLN", 4.3, "last", None, None, None)]),
        ("Gold rose to a record of $2,141.", [("XAUUSD", 2141.0, "high", "up", None, None)]),
        ("The Nikkei finished at an all-time high of 39,098.68.", [("NKY", 39098.68, "close", None, None, None)]),
        ("The rand gained 1% to reach 18.70.", [("USDZAR", 18.7, "last", "down", 1.0, "percent")]),
        ("Philippine shares closed at 6,944.71, up 0.28 percent.", [("PSEI", 6944.71, "close", "up", 0.28, "percent")]),
        ("Philippine shares closed 0.28 percent higher.", []),
    ],
)
def test_ordinary_levels(read: Read, text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected
