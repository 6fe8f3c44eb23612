"""Wordings of reports on shares and indices, a few members of each family; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]
Read = Callable[[str], Extraction]


def size(instrument: str, direction: str, value: float, unit: str = "percent") -> Row:
    return (instrument, None, None, direction, value, unit)


def level(instrument: str, value: float, kind: str) -> Row:
    return (instrument, value, kind, None, None, None)


HOUSES = {
    "Few got off lightly. Commerzbank had no answer and finished 6.2% softer at EUR 11.40.": [
        ("CBK.DE", 11.4, "close", "down", 6.2, "percent"),
    ],
    "Goldman's 2.4% slide was the steepest of the day.": [size("GS", "down", 2.4)],
    "Lenders sank, Westpac being the odd one out with a gain of 0.3 per cent.": [size("WBC.AX", "up", 0.3)],
    "Barclays said the metal could slide 4% to $1,900.": [],
    "Citi put its 5% growth estimate down to 3%.": [],
}
REMAINING = {
    "The DAX opened strong, but the DAX's gain shrank to 0.4%.": [size("DAX", "up", 0.4)],
    "The Nikkei's loss for the year widened to 12%.": [size("NKY", "down", 12.0)],
    "The Sensex lost 0.5%, which took its fall since June to 8.1%.": [size("SENSEX", "down", 0.5), size("SENSEX", "down", 8.1)],
    "The FTSE 100 stretched its rise this month to 3.2%.": [size("UKX", "up", 3.2)],
}
SUBJECTS = {
    "First prize went to Lufthansa, plus 3.1 percent at 7.42 euros.": [("LHA.DE", 7.42, "last", "up", 3.1, "percent")],
    "Intel rose 2% and is worth more than Boeing. It ended at $31.20.": [
        size("INTC", "up", 2.0),
        level("INTC", 31.2, "close"),
    ],
    "Telecom Egypt was 1% up at EGP 9.32. The bank first quoted EGP 13 per dollar.": [
        ("ETEL.CA", 9.32, "last", "up", 1.0, "percent"),
        level("USDEGP", 13.0, "last"),
    ],
    "The ten-year Japanese yield reached 1.2%. The U.S. 10-year yield was 4.3%.": [
        level("JP10Y", 1.2, "high"),
        level("US10Y", 4.3, "last"),
    ],
    "Turkey's benchmark had a gain of 1.9% to show for it, at 10,020 points.": [
        ("XU100", 10020.0, "close", "up", 1.9, "percent"),
    ],
    "Shell, which had ended last week at 2,710p, closed at 2,655p.": [
        level("SHEL.L", 2710.0, "previous"),
        level("SHEL.L", 2655.0, "close"),
    ],
}
RATES = {
    "The ECB had set the euro's reference rate at 1.1574 dollars.": [level("EURUSD", 1.1574, "fixing")],
    "The Fed lowered its target range by half a point to 4.5%-4.75%.": [("US_POLICY", 4.75, "last", "down", 50.0, "bp")],
    "The Fed kept its target range at 3.75%-4%.": [("US_POLICY", 4.0, "last", "flat", None, None)],
    "The pound was back up at $1.3680, still 3% worse off.": [("GBPUSD", 1.368, "last", "down", 3.0, "percent")],
}  # fmt: skip
ALL = HOUSES | REMAINING | SUBJECTS | RATES


@pytest.mark.parametrize("text", ALL)
def test_wraps(read: Read, text: str) -> None:
    assert sorted(map(repr, map(short, read(text).observations))) == sorted(map(repr, ALL[text]))
