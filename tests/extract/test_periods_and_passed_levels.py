"""Sizes of a period beside those of a day, levels that a sentence passes, extremes without a level; rows by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item, Observation
from tests.extract.conftest import short

PERIODS = {
    "Brent crude settled down $9.50 at $72.72 a barrel, a weekly loss of 8%.": [("USD", "prev_close"), ("percent", "week")],
    "Brent crude settled down $9.50, or 11.6%, at $72.72, a weekly decline of more than 8%.": [
        ("percent", "prev_close"), ("percent", "week"),
    ],
    "Brent fell 2% to $72.72 a barrel, a monthly loss of 8%.": [("percent", "prev_close"), ("percent", "month")],
    "The Dax closed 25 points lower at 12,310, a drop of 1.1% for the week.": [("points", "prev_close"), ("percent", "week")],
    "Brent lost 8% to $72.72, its biggest weekly drop since May.": [("percent", "week")],
}  # fmt: skip
LEVELS = {
    "Accenture shares traded at $12 before closing at $41.09.": ["last", "close"],
    "Accenture shares closed at $41.09.": ["close"],
    "The Nikkei closed at 33,100. Accenture was at $12.": ["close", "close"],
}
EXTREMES = {
    "The rouble lost as much as 20 percent.": ("USDRUB", None, "high", "up", 20.0, "percent"),
    "The yen gained as much as 1.2% versus the dollar.": ("USDJPY", None, "low", "down", 1.2, "percent"),
    "The euro lost as much as 1.2%.": ("EURUSD", None, "low", "down", 1.2, "percent"),
}
SETTLED = {
    "The Dow fell. Gold settled $22.30 higher at $1,197.30.": "GC",
    "The Dow fell. Silver rose 10 cents to settle at $17.50.": "SI",
    "The Dow fell. Spot gold settled at $1,197.30.": "XAUUSD",
    "The Dow fell. Gold was at $1,197.30.": "XAUUSD",
}


def _basis(row: Observation) -> tuple[str | None, str | None]:
    return (row.move.unit, row.move.basis) if row.move else (None, None)


@pytest.mark.parametrize("text", PERIODS)
def test_a_period_told_with_its_own_size_is_no_basis_of_the_other(read: Callable[[str], Extraction], text: str) -> None:
    assert [_basis(o) for o in read(f"Markets\n\n{text}").observations] == PERIODS[text]


@pytest.mark.parametrize("text", LEVELS)
def test_a_level_before_the_close_of_its_sentence_is_no_close(read: Callable[[str], Extraction], text: str) -> None:
    assert [o.level_kind for o in read(f"Markets\n\n{text}").observations] == LEVELS[text]


@pytest.mark.parametrize("text", EXTREMES)
def test_extremes_without_a_level_are_those_of_the_quote(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(f"Markets\n\n{text}").observations] == [EXTREMES[text]]


@pytest.mark.parametrize("text", SETTLED)
def test_what_settles_is_a_future(read: Callable[[str], Extraction], text: str) -> None:
    assert read(f"Markets\n\n{text}").observations[-1].instrument == SETTLED[text]


@pytest.mark.parametrize(
    "clause", ["the state sued to break it up", "its owners tried to hold it up", "a firm dollar weighed it down"]
)
def test_a_particle_behind_the_object_of_a_verb_is_no_direction(read: Callable[[str], Extraction], clause: str) -> None:
    rows = read(f"Markets\n\nGold fell 2% to $1,197.30 as {clause}. Demand pushed silver up 1%.").observations
    assert [short(o)[:4] for o in rows] == [("XAUUSD", 1197.3, "last", "down"), ("XAGUSD", None, None, "up")]


REVIEWS = {
    "Week in review\n\nThe S&P 500 fell 2.9% to 3,900.86 and lost 5.1% on the week.": ["prev_close", "week"],
    "Week in review\n\nThe S&P 500 fell 5.1% to 3,900.86.": ["week"],
}


@pytest.mark.parametrize("text", REVIEWS)
def test_the_last_day_in_a_review_of_a_week(text: str) -> None:
    received = datetime(2022, 6, 10, 21, tzinfo=UTC)
    rows = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received)).observations
    assert [o.move.basis for o in rows if o.move] == REVIEWS[text]


@pytest.mark.parametrize(("day", "basis"), [(31, "year"), (3, "ytd")])
def test_a_year_that_is_over_on_its_last_day(day: int, basis: str) -> None:
    text, received = "Metals\n\nGold rose 29.5% in 2010.", datetime(2010, 12, day, 21, tzinfo=UTC)
    rows = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received)).observations
    assert [o.move.basis for o in rows if o.move] == [basis]


def test_futures_on_coins_are_no_coins(read: Callable[[str], Extraction]) -> None:
    rows = read("Coins\n\nBitcoin futures opened at $20,650 on the CME. Bitcoin traded at $18,800.").observations
    assert [o.level for o in rows] == [18800.0]
