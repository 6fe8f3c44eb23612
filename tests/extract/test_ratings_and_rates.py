"""Ratings beside the rates and prices that the same verbs move, and thousands read aloud; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

RATES = {
    "The Federal Reserve cut its benchmark rate to a range of 4.50% to 4.75%.": ("US_POLICY", 4.75, "last", "down", None, None),
    "The Federal Reserve raised its benchmark to a range of 4.50% to 4.75%.": ("US_POLICY", 4.75, "last", "up", None, None),
}
RATED = ["Morgan Stanley cut Tesla to a hold.", "Moody's cut Tesla to A2.", "Fitch lowered Ford to BBB."]
ALOUD = {
    "The Dow finished at thirty-nine-thousand, one forty-two.": ("DJI", 39142.0),
    "The S&P 500 closed at five thousand, two oh six.": ("SPX", 5206.0),
    "The Dow finished at thirty-nine thousand, one point up.": ("DJI", 39000.0),
}


@pytest.mark.parametrize("text", RATES)
def test_a_range_is_no_rating(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(f"Fed\n\n{text}").observations] == [RATES[text]]


@pytest.mark.parametrize("text", RATED)
def test_ratings_are_no_moves(read: Callable[[str], Extraction], text: str) -> None:
    assert read(f"Ratings\n\n{text}").observations == ()


@pytest.mark.parametrize("text", ALOUD)
def test_hundreds_left_out_behind_thousands(read: Callable[[str], Extraction], text: str) -> None:
    row = read(f"Bulletin\n\n{text}").observations[0]
    assert (row.instrument, row.level) == ALOUD[text]
