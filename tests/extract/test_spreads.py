"""Spreads of two countries' bonds and of two bonds of one country; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

SLOPES = {
    "The U.S. curve was quiet, with the gap between twos and tens at minus 22.5 basis points.": [
        ("US10Y-US2Y", -22.5, "last", None, None, None)
    ],
    "The spread between two-year and 10-year Treasury yields was 52 basis points.": [
        ("US10Y-US2Y", 52.0, "last", None, None, None)
    ],
    "The part of the U.S. yield curve measuring the gap between two- and 10-year Treasury notes, a gauge of the mood "
    "in the economy, stood at a negative 40.1 basis points.": [("US10Y-US2Y", -40.1, "last", None, None, None)],
    "US yields were little moved. The 2s/10s curve was last -12.4 bp.": [("US10Y-US2Y", -12.4, "last", None, None, None)],
    "The gap between German two- and ten-year yields was minus 12 basis points.": [
        ("DE10Y-DE2Y", -12.0, "last", None, None, None)
    ],
    "The gap between two- and ten-year Treasury notes narrowed to minus 12 basis points.": [
        ("US10Y-US2Y", -12.0, "last", None, None, None)
    ],
    "In the US the difference between the two and ten managers was 12 points.": [],
}
COUNTRIES = {
    "The spread between Italian and German 10-year yields widened to 145 basis points.": [
        ("IT10Y-DE10Y", 145.0, "last", "up", None, None)
    ],
    "The gap between French and German 10-year bond yields was at 71 basis points.": [
        ("FR10Y-DE10Y", 71.0, "last", None, None, None)
    ],
}


@pytest.mark.parametrize(("text", "expected"), [*SLOPES.items(), *COUNTRIES.items()])
def test_spreads(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected
