"""Words between a verb and its size that say how exact it is, or what its teller thinks of it, change no row."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

HEDGES = [
    *("more than", "almost", "close to", "just over", "some", "an estimated", "upwards of", "in excess of", "well over"),
    *("north of", "just shy of", "at least", "no less than", "the best part of", "little more than", "not quite", "only"),
    *("a full", "a whopping", "a good", "a further", "an extra", "a massive", "a total of", "a cumulative", "a paltry"),
    *("by some", "by more than", "by a further", "by a hefty"),
]
TEXTS = {
    "The FTSE 100 fell {}1.3% to 8,924.5.": ("UKX", 8924.5, 1.3),
    "Spot gold fell {}1.3% to $3,321.50 an ounce.": ("XAUUSD", 3321.5, 1.3),
    "The rand fell {}1.3% to 17.6250 per dollar.": ("USDZAR", 17.625, 1.3),
    "HSBC fell {}1.3% to 902p.": ("HSBA.L", 902, 1.3),
    "Barclays, which fell {}1.3%, led the banks lower.": ("BARC.L", None, 1.3),
}


@pytest.mark.parametrize("text", TEXTS)
def test_hedges_leave_the_row(read: Callable[[str], Extraction], text: str) -> None:
    plain = [short(o) for o in read("Markets\n\n" + text.format("")).observations]
    assert TEXTS[text] in [(row[0], row[1], row[4]) for row in plain]
    for hedge in HEDGES:
        assert [short(o) for o in read("Markets\n\n" + text.format(f"{hedge} ")).observations] == plain, hedge


@pytest.mark.parametrize("bound", ["at least", "no less than", "north of", "more than", "not quite", "in excess of"])
def test_bounds_are_no_levels(read: Callable[[str], Extraction], bound: str) -> None:
    assert [o.level for o in read(f"Markets\n\nGold rose to {bound} $3,321.").observations] in ([], [None])


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("The DAX fell for a third day, by a total of 4.5%.", "since"),
        ("The DAX fell a total of 4.5% in the three sessions to Thursday.", "since"),
        ("The DAX fell a total of 4.5% in June.", "month"),
    ],
)
def test_a_total_is_that_of_a_run(read: Callable[[str], Extraction], text: str, basis: str) -> None:
    (found,) = read(f"Markets\n\n{text}").observations
    assert found.move is not None
    assert found.move.basis == basis
