"""Companies that the master does not know: their sizes go to nobody, neither to the index before nor to their neighbour."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

BEHIND_AN_INDEX = (
    "The biggest loser was {}, down 3.9 percent.",
    "The biggest loser was {} with a drop of 3.9 percent.",
    "Losers included {}, down 3.9 percent.",
    "There was relief at {}, up 3.9 percent.",
    "There were gains for {}, up 3.9 percent.",
    "Down 3.9 percent, {} was the worst.",
    "With a loss of 3.9 percent, {} was the worst.",
    "A fall of 3.9 percent in {} hurt the market.",
)
BESIDE_A_SHARE = (
    ("While {} fell 3.9 percent, Vodafone rose 2.1 percent.", ("up", 2.1)),
    ("Vodafone fell 2.1 percent, as did {}, off 3.9 percent.", ("down", 2.1)),
    ("Gains of 2.1 percent in Vodafone and 3.9 percent in {} helped.", ("up", 2.1)),
    ("QRK fell 3.9 percent, but Vodafone rose 2.1 percent.", ("up", 2.1)),
)
OF_THE_INDEX = (
    "In early Asian trading it was down 3.9 percent.",
    "Down 3.9 percent, it was the worst.",
    "The index fell 3.9 percent in London.",
)
WISHES = {
    "Vodafone may sell its Italian arm and lost 3.9 percent.": [("down", 3.9)],
    "Vodafone preferred to wait and gained 3.9 percent.": [("up", 3.9)],
    "Vodafone could fall and lose 3.9 percent.": [],
    "Vodafone would have risen and gained 3.9 percent.": [],
}
NAMES = ("Quirkco", "Ostara Group")


@pytest.mark.parametrize("sentence", BEHIND_AN_INDEX)
@pytest.mark.parametrize("name", NAMES)
def test_a_stranger_behind_an_index(sentence: str, name: str, read: Callable[[str], Extraction]) -> None:
    found = read(f"Markets\n\nThe FTSE 100 closed 0.4 percent higher. {sentence.format(name)}").observations
    assert [(o.instrument, o.move.value) for o in found if o.move] == [("UKX", 0.4)]


@pytest.mark.parametrize(("sentence", "told"), BESIDE_A_SHARE)
def test_a_stranger_beside_a_share(sentence: str, told: tuple[str, float], read: Callable[[str], Extraction]) -> None:
    found = read(f"Markets\n\n{sentence.format('Quirkco')}").observations
    assert [(o.instrument, (o.move.direction, o.move.value)) for o in found if o.move] == [("VOD.L", told)]


@pytest.mark.parametrize("sentence", OF_THE_INDEX)
def test_no_stranger(sentence: str, read: Callable[[str], Extraction]) -> None:
    found = read(f"Markets\n\nThe FTSE 100 closed higher. {sentence}").observations
    assert ("UKX", 3.9) in [(o.instrument, o.move.value) for o in found if o.move]


@pytest.mark.parametrize(("text", "told"), WISHES.items())
def test_what_happened_behind_a_wish(text: str, told: list[tuple[str, float]], read: Callable[[str], Extraction]) -> None:
    assert [(o.move.direction, o.move.value) for o in read(f"Markets\n\n{text}").observations if o.move] == told
