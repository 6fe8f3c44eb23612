"""Asides that rank a move, and percentages between commas: one observation of size and level."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

SUBJECTS = {"The Dow": ("DJI", "40,287", 40287.0), "Apple": ("AAPL", "$212.40", 212.4)}
ASIDES = (
    "its third straight decline",
    "its biggest drop since May",
    "the most in a year",
    "the lowest since April",
    "its worst day since March 2020",
    "the largest fall on record",
    "extending its losing streak to five days",
)
FRAMES = (
    "{} fell 3.9 percent, {}, to {}.",
    "{} fell 3.9 percent, {}, and closed at {}.",
    "{} closed 3.9 percent lower, {}, at {}.",
)
RESTATED = {
    "The Dow lost 377 points today, nine-tenths of one percent, finished at 40,287.": ("percent", 0.9),
    "The Dow closed 377 points lower, 0.9 percent, at 40,287.": ("percent", 0.9),
    "The Dow fell 377 points on Monday, 2 percent on Tuesday, and ended at 40,287.": ("points", 377.0),
}


@pytest.mark.parametrize("subject", SUBJECTS)
@pytest.mark.parametrize("aside", ASIDES)
@pytest.mark.parametrize("frame", FRAMES)
def test_an_aside_that_ranks(subject: str, aside: str, frame: str, read: Callable[[str], Extraction]) -> None:
    instrument, printed, level = SUBJECTS[subject]
    found = read(f"Markets\n\n{frame.format(subject, aside, printed)}").observations
    assert [(o.instrument, o.level, o.move and (o.move.direction, o.move.value)) for o in found] == [
        (instrument, level, ("down", 3.9))
    ]


@pytest.mark.parametrize(("text", "size"), RESTATED.items())
def test_a_percentage_between_commas(text: str, size: tuple[str, float], read: Callable[[str], Extraction]) -> None:
    found = read(f"Markets\n\n{text}").observations[-1]
    assert found.level == 40287.0
    assert (getattr(found.move, "unit", None), getattr(found.move, "value", None)) == size


def test_an_aside_with_figures_tells_its_own(read: Callable[[str], Extraction]) -> None:
    found = read("Markets\n\nThe Dow fell 3.9 percent, its third straight decline, as the S&P 500 lost 2 percent.").observations
    assert [short(o) for o in found] == [
        ("DJI", None, None, "down", 3.9, "percent"),
        ("SPX", None, None, "down", 2.0, "percent"),
    ]


def test_whose_shares_behind_a_warning(read: Callable[[str], Extraction]) -> None:
    text = "BMW brakes and Conti is hurt\n\nA warning from BMW shocked investors. The carmaker's shares fell 3.9 percent."
    assert ("BMW.DE", 3.9) in [(o.instrument, o.move.value) for o in read(text).observations if o.move]


EXAMPLES = (
    "Miners such as BHP and Rio Tinto lost 3.1 percent and 2.2 percent.",
    "The likes of BHP and Rio Tinto lost 3.1 percent and 2.2 percent.",
    "Heavyweights including BHP and Rio Tinto lost 3.1 percent and 2.2 percent.",
    "Miners fell: the likes of BHP and Rio Tinto lost 3.1 percent and 2.2 percent.",
)


@pytest.mark.parametrize("text", EXAMPLES)
def test_names_that_are_examples(text: str, read: Callable[[str], Extraction]) -> None:
    found = read(f"Markets\n\n{text}").observations
    assert [(o.instrument, o.move and o.move.value) for o in found] == [("BHP.AX", 3.1), ("RIO.AX", 2.2)]


def test_what_examples_did_to_an_index(read: Callable[[str], Extraction]) -> None:
    found = read("Markets\n\nLosses in miners including BHP dragged the FTSE 100 down 2 percent.").observations
    assert ("UKX", 2.0) in [(o.instrument, o.move and o.move.value) for o in found]
