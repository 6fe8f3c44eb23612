"""Extremes by the words around them: records come to, lows for a day, bottoms, and what a clause says of a price; by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

RECORDS = {
    "Zinc was pulled along to a record $4,896.": [("ZINC", 4896, "high", None, None, None)],
    "Speculators drove copper to a record $11,104 in May.": [("COPPER", 11104, "high", None, None, None)],
    "Bitcoin powered on to a record $123,000.": [("BTCUSD", 123000, "high", None, None, None)],
    "Gold is close to a record $3,500.": [("XAUUSD", 3500, "last", None, None, None)],
    "Gold could be carried to a record $4,000.": [],
}
APPOSED = {
    "Raw sugar settled at 21.58 cents per lb, its low for the day 21.49.": (21.49, "low"),
    "Gold closed at $3,341, its high on the day $3,360.": (3360, "high"),
    "Gold closed at $3,341, its peak for the session $3,360.": (3360, "high"),
    "Gold closed at $3,341, the low for the week $3,310.": (3310, "low"),
}
BOTTOMS = {
    "Ether made a bottom of $1,895 in early trade and was last at $2,540.": 1895,
    "Ether had it worse: a bottom of $1,895, and last seen at $2,540.": 1895,
}
SHORT = {
    "XRP is at $2.40, still 19% short of where it was a week ago.": ("down", 19.0),
    "XRP is at $2.40, 19% shy of its level a week ago.": ("down", 19.0),
    "XRP is at $2.40, 9% short of its record.": ("down", 9.0),
}
TOLD_BY_CLAUSE = {
    "Gold is 10% under the $3,500 it hit in April.": ("XAUUSD", 3500, "high", "2025-04"),
    "Gold is far from the $3,500 at which it peaked on April 14.": ("XAUUSD", 3500, "high", "2025-04-14"),
    "Brent is 14% below the $81 at which it opened the year.": ("BRENT", 81, "open", "2025-01-01"),
    "The pound was at $1.3650, 2% above the $1.3390 at which it bottomed on Monday.": ("GBPUSD", 1.339, "low", "2025-06-30"),
}


@pytest.mark.parametrize("text", RECORDS)
def test_the_record_that_goods_come_to_is_a_high(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == RECORDS[text]


@pytest.mark.parametrize("text", APPOSED)
def test_an_extreme_keeps_its_name_across_a_time(read: Callable[[str], Extraction], text: str) -> None:
    found = read(text).observations[-1]
    assert (round(found.level * (100 if found.level < 1 else 1), 2), found.level_kind) == APPOSED[text]  # type: ignore[operator]


@pytest.mark.parametrize("text", BOTTOMS)
def test_a_bottom_is_a_low(read: Callable[[str], Extraction], text: str) -> None:
    found = read(text).observations[0]
    assert (found.level, found.level_kind) == (BOTTOMS[text], "low")


@pytest.mark.parametrize("text", SHORT)
def test_short_of_a_level_is_a_move_from_it(read: Callable[[str], Extraction], text: str) -> None:
    (found,) = read(text).observations
    assert found.move is not None
    assert (found.move.direction, found.move.value) == SHORT[text]


@pytest.mark.parametrize("text", TOLD_BY_CLAUSE)
def test_a_clause_says_what_a_price_was(read: Callable[[str], Extraction], text: str) -> None:
    found = read(text).observations[-1]
    assert (found.instrument, found.level, found.level_kind, found.at) == TOLD_BY_CLAUSE[text]


BRIEFLY = {
    "XRP briefly changed hands at $1.25 and has since recovered to $2.40.": (1.25, "low"),
    "Gold briefly traded at $3,310 before recovering to $3,341.": (3310, "low"),
    "Brent briefly fetched $71, then closed at $69.10.": (71, "high"),
}
OBJECTS = [
    "A stronger yen hurt exporters.",
    "The weak yen hurt importers.",
    "The stronger rupee pressured exporters.",
    "The weaker yen lifted exporters.",
]
LENGTHS = {"Bitcoin is down 9.6% on seven days.": "week", "Bitcoin is up 4% on 30 days.": "month"}
METAL = {
    "Nickel trading was halted.\n\nThree-month metal finished Thursday at $48,078.": ("NICKEL", 48078),
    "LME copper fell. Metal for delivery in three months lost 2% to $9,815.": ("COPPER", 9815),
}


@pytest.mark.parametrize("text", BRIEFLY)
def test_where_a_price_was_briefly_is_an_extreme(read: Callable[[str], Extraction], text: str) -> None:
    found = read(text).observations[0]
    assert (found.level, found.level_kind) == BRIEFLY[text]


@pytest.mark.parametrize("text", OBJECTS)
def test_what_a_currency_did_to_others_is_no_move_of_it(read: Callable[[str], Extraction], text: str) -> None:
    assert not read(text).observations


@pytest.mark.parametrize("text", LENGTHS)
def test_on_so_many_days(read: Callable[[str], Extraction], text: str) -> None:
    (found,) = read(text).observations
    assert found.move is not None
    assert found.move.basis == LENGTHS[text]


@pytest.mark.parametrize("text", METAL)
def test_metal_by_its_delivery_is_that_spoken_of(read: Callable[[str], Extraction], text: str) -> None:
    found = read(text).observations[-1]
    assert (found.instrument, found.level) == METAL[text]


PRESENT = [
    "The rand closed at 17.45 yesterday and opens at 17.47.",
    "The rand ended Thursday at 17.45 and stands at 17.47 this morning.",
    "The rand closed at 17.45 on Thursday and is trading at 17.47.",
]
AT_ITS = {
    "Gold ended at $3,341. At its cheapest it cost $3,310.": ("XAUUSD", 3310, "low"),
    "Gold ended at $3,341. At its dearest it cost $3,410.": ("XAUUSD", 3410, "high"),
}


@pytest.mark.parametrize("text", PRESENT)
def test_the_present_tense_is_the_day_of_the_report(read: Callable[[str], Extraction], text: str) -> None:
    assert [(o.level, o.at) for o in read(text).observations] == [(17.45, "2025-07-03"), (17.47, "2025-07-04")]


@pytest.mark.parametrize("text", AT_ITS)
def test_at_its_extreme(read: Callable[[str], Extraction], text: str) -> None:
    found = read(text).observations[-1]
    assert (found.instrument, found.level, found.level_kind) == AT_ITS[text]


@pytest.mark.parametrize("length", ["in a single session", "in one day", "in a single stroke", "in a long session"])
def test_a_leap_in_a_length_of_time(read: Callable[[str], Extraction], length: str) -> None:
    (found,) = read(f"Gold was in demand. It finished at $3,341, a 6% leap {length}.").observations
    assert short(found) == ("XAUUSD", 3341, "close", "up", 6.0, "percent")
