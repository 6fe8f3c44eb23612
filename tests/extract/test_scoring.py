"""Scoring: what counts as the same level, move and statement, by cases worked out by hand."""

from __future__ import annotations

from typing import Any

import pytest

from benchmarks.scoring import Counts, amounts, count, misses, score

TEXT = "Brent rose 1.5%, or $1.04, to $70.40 a barrel. Oil stocks fell, too."


def stated(instrument: str = "BRENT", level: float | None = 70.4, **other: Any) -> dict[str, Any]:
    """An observation of the first sentence; ``move`` is (direction, size, unit, basis)."""
    direction, value, unit, basis = other.pop("move", ("up", 1.5, "percent", "prev_close"))
    move = {"direction": direction, "value": value, "unit": unit, "basis": basis} if direction else None
    unit_of_level = "USD per barrel" if level is not None else None
    kind = "last" if level is not None else None
    made = {"instrument": instrument, "level": level, "level_unit": unit_of_level, "level_kind": kind, "at": "2025-07-04"}
    return {**made, "move": move, "evidence": TEXT[:46], "start": 0, "end": 46, **other}


NONE = (None, None, None, None)


def report(*labels: dict[str, Any], ignore: tuple[str, ...] = ()) -> dict[str, Any]:
    return {"id": "1", "text": TEXT, "observations": list(labels), "ignore": list(ignore)}


def rights(label: dict[str, Any], found: dict[str, Any]) -> dict[str, int]:
    return {figure: counts.right for figure, counts in score([(report(label), [found])]).items()}


def test_the_same_statement_is_right_in_every_figure() -> None:
    assert rights(stated(), stated()) == {"level": 1, "direction": 1, "move": 1, "strict": 1}


@pytest.mark.parametrize(
    ("found", "right"),
    [
        (stated("WTI"), {"level": 0, "direction": 0, "move": 0, "strict": 0}),
        (stated(level=71.4), {"level": 0, "direction": 1, "move": 1, "strict": 0}),
        (stated(move=("down", 1.5, "percent", "prev_close")), {"level": 1, "direction": 0, "move": 0, "strict": 0}),
        (stated(move=("up", 1.5, "points", "prev_close")), {"level": 1, "direction": 1, "move": 0, "strict": 0}),
        (stated(move=("up", None, None, "prev_close")), {"level": 1, "direction": 1, "move": 0, "strict": 0}),
        (stated(move=("up", 1.5, "percent", "week")), {"level": 1, "direction": 1, "move": 1, "strict": 0}),
        (stated(move=NONE), {"level": 1, "direction": 0, "move": 0, "strict": 0}),
        (stated(level_kind="close"), {"level": 1, "direction": 1, "move": 1, "strict": 0}),
        (stated(at="2025-07-03"), {"level": 1, "direction": 1, "move": 1, "strict": 0}),
        (stated(at="2025-07-04T15:30:00Z"), {"level": 1, "direction": 1, "move": 1, "strict": 1}),
    ],
)
def test_each_part_decides_the_figures_that_it_belongs_to(found: dict[str, Any], right: dict[str, int]) -> None:
    assert rights(stated(), found) == right


def test_an_instant_allows_two_minutes_and_no_time_allows_any() -> None:
    label = stated(at="2025-07-04T12:51:00Z")
    assert rights(label, stated(at="2025-07-04T12:53:00Z"))["strict"] == 1
    assert rights(label, stated(at="2025-07-04T12:54:00Z"))["strict"] == 0
    assert rights(label, stated(at="2025-07-04"))["strict"] == 0
    assert rights(stated(at=None), stated(at=None))["strict"] == rights(stated(at=None), stated())["strict"] == 1


def test_a_close_of_an_earlier_day_may_be_called_previous() -> None:
    assert rights(stated(level_kind="previous"), stated(level_kind="close"))["strict"] == 1


def test_amounts_in_hundredths_equal_those_in_whole_units() -> None:
    assert amounts(1250, "GBp") == {1250, 12.5}
    assert amounts(17.21, "US cents per pound") == {17.21, 0.1721}
    assert amounts(5, "percent") == {5}
    assert amounts(-0.045, "percent") == {0.045}
    assert amounts(12, "GBP") == {12}
    assert amounts(None, None) == set()


def test_a_size_printed_twice_is_right_either_way_and_a_second_reading_of_it_is_not_wrong() -> None:
    label = stated(move_alt=[{"direction": "up", "value": 1.04, "unit": "USD", "basis": "prev_close"}])
    dollars = stated(level=None, move=("up", 1.04, "USD", "prev_close"))
    assert rights(label, stated(move=("up", 1.04, "USD", "prev_close")))["strict"] == 1
    assert count(report(label), [stated(), dollars], "move") == Counts(1, 1, 1)


def test_other_instruments_and_levels_that_a_label_allows_are_right() -> None:
    assert rights(stated(instrument_alt=["WTI"]), stated("WTI"))["strict"] == 1
    assert rights(stated(level_alt=[70.5]), stated(level=70.5))["strict"] == 1


def test_flat_needs_no_size_and_a_direction_alone_no_size_either() -> None:
    flat = stated(move=("flat", None, None, "prev_close"))
    assert rights(flat, stated(move=("flat", 0.0, "percent", "prev_close")))["move"] == 1
    bare = stated(move=("up", None, None, "prev_close"))
    assert rights(bare, stated())["move"] == 0


def test_what_is_found_too_much_costs_precision_unless_the_report_leaves_its_words_open() -> None:
    place = TEXT.index("Oil stocks")
    extra = stated("WTI", None, start=place, end=len(TEXT), evidence=TEXT[place:])
    assert count(report(stated()), [stated(), extra], "move") == Counts(1, 1, 2)
    assert count(report(stated(), ignore=("Oil stocks fell",)), [stated(), extra], "move") == Counts(1, 1, 1)


def test_a_label_is_paired_with_the_reading_nearest_to_it_and_only_once() -> None:
    close, last = stated(level_kind="close"), stated()
    assert count(report(last), [close, last], "strict") == Counts(1, 1, 2)
    assert count(report(last, close), [close, last], "strict") == Counts(2, 2, 2)


def test_misses_are_the_labels_without_a_pair_and_the_readings_without_one() -> None:
    assert misses(report(stated()), [stated(level=71.4)], "level") == ([stated()], [stated(level=71.4)])


def test_shares_of_counts() -> None:
    counts = Counts(right=6, labelled=8, found=12)
    assert (counts.precision, counts.recall, counts.f1) == (0.5, 0.75, 0.6)
    assert Counts(0, 0, 0).f1 == 1.0
