"""What the words of a time expression say. Expected values are read off the sentences by hand."""

from __future__ import annotations

import itertools
import time
import timeit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.extract.times import TimeExpression, basis_of, find_times


def only(text: str, part: str) -> TimeExpression:
    """The expression that covers ``part``."""
    place = text.index(part)
    found = [t for t in find_times(text) if t.start <= place < t.end]
    assert len(found) == 1, find_times(text)
    return found[0]


CONTENT = [
    ("The peso stood at 18.41 at 0915 GMT.", "0915", {"hour": 9, "minute": 15, "zone": "GMT"}),
    ("By 3:42 p.m. EDT corn had recovered.", "3:42", {"hour": 15, "minute": 42, "zone": "EDT"}),
    ("Copper was at $9,310 at 5pm local time.", "5pm", {"hour": 17, "minute": 0, "zone": "local"}),
    ("The forint traded at 401.3 at half past nine.", "half", {"hour": 9, "minute": 30, "zone": None}),
    ("At noon on Tuesday the index had lost 40 points.", "noon", {"hour": 12, "weekday": 1}),
    ("The Sensex slid at 11.20 am IST.", "11.20", {"hour": 11, "minute": 20, "zone": "IST"}),
    ("It set its record on March 4, 2019.", "March", {"month": 3, "day": 4, "year": 2019}),
    ("It set its record on 4th March 2019.", "March", {"month": 3, "day": 4, "year": 2019}),
    ("Filed 2023-06-30 in Oslo.", "2023", {"year": 2023, "month": 6, "day": 30}),
    ("The lira firmed yesterday afternoon.", "yesterday", {"days": -1, "part": "afternoon"}),
    ("It is down 7% so far this quarter.", "so far", {"to_date": True, "unit": "quarter", "which": "this"}),
    ("Zinc gained 3% over the past two weeks.", "two", {"which": "last", "count": 2, "unit": "week"}),
    ("The pair stood at 1.08 at Wednesday's close.", "Wednesday", {"weekday": 2, "session": "close", "role": "at"}),
    ("It fell from Wednesday's close of 1.09.", "Wednesday", {"weekday": 2, "session": "close", "role": "comparison"}),
    ("That was the lowest since October 2022.", "October", {"role": "extreme", "month": 10, "year": 2022}),
    ("It has lost a tenth since October 2022.", "October", {"role": "since", "month": 10, "year": 2022}),
    ("Tin ended a five-day slide.", "five", {"role": "attribute", "count": 5, "unit": "day"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "part", "wanted"), CONTENT)
def test_fields_say_what_the_words_say(text: str, part: str, wanted: dict[str, object]) -> None:
    found = only(text, part)
    assert {name: getattr(found, name) for name in wanted} == wanted


NOTHING = [
    "Investors may march on; sun and second quarters aside, he sat down.",
    "The index closed at 2016.40 points and the pair at 1.2030.",
    "Silver fetched $19.45 and then 20.05 dollars.",
    "The ratio was 3:2 and the score 24/7.",
    "He was the last to open the door.",
]


@pytest.mark.parametrize("text", NOTHING)
def test_what_looks_like_a_time_but_is_none(text: str) -> None:
    assert [text[t.start : t.end] for t in find_times(text)] == []


BASES = [
    ("Nickel is up 4% this week.", "this week", "wtd"),
    ("Nickel rose 4% last week.", "last week", "week"),
    ("Nickel is 12% dearer since the start of the year.", "since", "ytd"),
    ("Nickel has risen 9% since 12 May.", "since", "since"),
    ("Nickel is up 9% year to date.", "year", "ytd"),
    ("Nickel rose 1% from Monday's close.", "Monday", "prev_close"),
    ("Nickel fell 1% from the previous close.", "previous", "prev_close"),
    ("Nickel has doubled in 12 months.", "12", "year"),
    ("Nickel is 3% below where it was a month ago.", "month", "month"),
    ("Nickel lost 6% in August.", "August", "month"),
    ("Nickel gained a fifth in 2021.", "2021", "year"),
    ("The share fell 5% in after-hours trading.", "after-hours", "announcement"),
    ("Nickel is on course to end the month 6% lower.", "month", "mtd"),
    ("Nickel stood at $15,200 on Monday.", "Monday", None),
    ("Nickel was at its highest since May.", "May", None),
]


@pytest.mark.parametrize(("text", "part", "basis"), BASES)
def test_basis_by_the_words(text: str, part: str, basis: str | None) -> None:
    assert basis_of(only(text, part)) == basis


def test_no_expression_states_no_basis() -> None:
    assert basis_of(None) is None


WORDS = [
    "Friday",
    "at",
    "1504",
    "GMT",
    "last",
    "week",
    "close",
    "'s",
    "of",
    "March",
    "2020",
    "12:30",
    "p.m.",
    "the",
    ",",
    ".",
    "%",
    "since",
    "3",
    "\n",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_spans_are_in_order_and_within_the_text(text: str) -> None:
    found = find_times(text)
    assert all(0 <= t.start < t.end <= len(text) for t in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


@given(st.text(max_size=200))
def test_any_text_is_read(text: str) -> None:
    assert all(text[t.start : t.end].strip() for t in find_times(text))


@pytest.mark.parametrize("piece", ["1", "1:", "Friday ", "since ", "the ", "(", "12 ", "'s ", "May 1", "o'clock "])
def test_work_grows_with_length_and_no_faster(piece: str) -> None:
    """Four times the text takes far less than sixteen times the time; the margin is wide, a quadratic search would break it.

    The least of three readings counts: a collection of garbage or another process may lengthen one, none shortens it.
    """

    def spent(size: int) -> float:
        text = piece * (size // len(piece))
        return min(timeit.repeat(lambda: find_times(text), timer=time.process_time, number=1, repeat=3))

    spent(1000)
    assert spent(200_000) < 10 * spent(50_000) + 0.2
