"""Which of several instruments a description stands for, and prices told by the session that they end."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, level, size

BENCHMARKS = {
    "The Hang Seng lost 2%. The Hang Seng China Enterprises Index rose 1.2%. The benchmark is down 9% this year.": [
        size("HSI", "down", 2.0), size("HSCEI", "up", 1.2), size("HSI", "down", 9.0),
    ],
    "The Dow shed 1%, the S&P 500 2% and the Nasdaq 3%. The benchmark index is 12% lower this year.": [
        size("DJI", "down", 1.0), size("SPX", "down", 2.0), size("IXIC", "down", 3.0), size("SPX", "down", 12.0),
    ],
    "The FTSE 100 rose 1%. The DAX fell 2%. The benchmark closed at 15,300.": [
        size("UKX", "up", 1.0), size("DAX", "down", 2.0), level("DAX", 15300.0, "close"),
    ],
}  # fmt: skip
CLASSES = {
    "BMW fell 3%. Volkswagen is in trouble. The preference shares shed 9% to 106 euros.": [
        size("BMW.DE", "down", 3.0), ("VOW3.DE", 106.0, "last", "down", 9.0, "percent"),
    ],
}  # fmt: skip
SESSIONS = {
    "Snap had ended the regular session at $22.47.": [level("SNAP", 22.47, "close")],
    "Ford closed regular trading at $12.10.": [level("F", 12.1, "close")],
}
HALVES = {
    "Pfizer shares were cut in half in 2023.": [size("PFE", "down", 50.0)],
    "Pfizer's dividend was cut in half.": [],
}


@pytest.mark.parametrize(("text", "expected"), [*BENCHMARKS.items(), *CLASSES.items(), *SESSIONS.items(), *HALVES.items()])
def test_descriptions_and_sessions(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))
