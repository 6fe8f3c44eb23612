"""Months of delivery, times one year back, sizes behind a verb of their own, and idioms that are no move; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

DELIVERED = {
    "Palm oil's benchmark contract, September 2025, slipped to settle at RM3,441 per tonne.": "2025-07-04",
    "The benchmark palm oil contract for September 2025 slipped to settle at RM3,441 per tonne.": "2025-07-04",
    "The benchmark September 2025 palm oil contract slipped to settle at RM3,441 per tonne.": "2025-07-04",
    "Palm oil futures for September 2025 eased 3.3 per cent to RM3,441 per tonne.": "2025-07-04",
    "In May 2025 gold futures fell 3%.": "2025-05",
}
A_YEAR_BACK = [
    "A year ago cocoa traded at $2,750.",
    "Cocoa stood at $2,750 a year earlier.",
    "Just a year ago cocoa could be had for $2,750.",
]
TWO_SIZES = {
    "Gold was down $14, and just $2 to the good for the week.": [
        ("XAUUSD", None, None, "down", 14.0, "USD"),
        ("XAUUSD", None, None, "up", 2.0, "USD"),
    ],
    "December corn was at $4.09 1/4, down 14 1/2 cents and still 3 cents higher for the week.": [
        ("CORN", 4.0925, "last", "down", 0.145, "USD"),
        ("CORN", None, None, "up", 0.03, "USD"),
    ],
}
IDIOMS = ["Stop orders went up in smoke.", "Hopes of a deal are going up in flames.", "Billions of bets have gone up in smoke."]


@pytest.mark.parametrize("text", DELIVERED)
def test_a_month_of_delivery_is_no_time(read: Callable[[str], Extraction], text: str) -> None:
    (found,) = read(text).observations
    assert found.at == DELIVERED[text]


@pytest.mark.parametrize("text", A_YEAR_BACK)
def test_a_year_ago_is_a_month_and_an_earlier_level(read: Callable[[str], Extraction], text: str) -> None:
    (found,) = read("Cocoa rose to $6,557. " + text).observations[1:]
    assert (found.level, found.level_kind, found.at) == (2750, "previous", "2024-07")


@pytest.mark.parametrize("text", TWO_SIZES)
def test_a_size_has_the_sign_of_its_own_verb(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == TWO_SIZES[text]


@pytest.mark.parametrize("text", IDIOMS)
def test_what_goes_up_in_smoke_has_not_risen(read: Callable[[str], Extraction], text: str) -> None:
    assert len(read("Bitcoin is quoted at $38,420. " + text).observations) == 1


def test_crude_of_a_report_from_north_america_is_that_of_new_york(read: Callable[[str], Extraction]) -> None:
    said = "The March crude contract lost $1.24 to US$26.21 a barrel."
    assert [o.instrument for o in read(f"TORONTO - Stocks closed lower. {said}").observations] == ["WTI"]
    assert [o.instrument for o in read(f"LONDON - Stocks closed lower. {said}").observations] == []
