"""A clause whose subject we do not know keeps its figures to itself, however like the price told before they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

TOLD = {
    "The FTSE 100 rose 0.6% to 8,924.5": "8,710.2",
    "Brent crude rose 0.6% to $68.42": "$74.96",
    "Gold rose 0.6% to $3,321": "$3,410",
    "Vodafone rose 0.6% to 81.5p": "84.1p",
    "Bitcoin rose 0.6% to $113,250": "$110,400",
}
UNKNOWN = ["tanker freight", "the junior market", "Quarrix", "its rival Quarrix", "the price of onions", "farmland"]
GOES_ON = [
    *(
        ", and {u} fell 1.3% to {l}.",
        ", while {u} gained 1.3% to {l}.",
        "; {u} fell 1.3% to {l}.",
        ", with {u} down 1.3% at {l}.",
    ),
    *(". {u} fell 1.3% to {l}.", ". {u} was 1.3% lower at {l}.", ", and {u} was at {l}.", ", but {u} fell 1.3%."),
]


@pytest.mark.parametrize("told", TOLD)
def test_figures_of_something_else(read: Callable[[str], Extraction], told: str) -> None:
    known = [(o.instrument, o.level) for o in read(f"Markets\n\n{told}.").observations]
    for subject in UNKNOWN:
        for behind in GOES_ON:
            text = told + behind.format(u=subject, l=TOLD[told])
            found = read(f"Markets\n\n{text}").observations
            assert [(o.instrument, o.level) for o in found] == known, text
            assert all(o.move is None or o.move.value == 0.6 for o in found), text


@pytest.mark.parametrize("behind", [". When dealing stopped it stood at {l}.", ". An hour later it was at {l}."])
def test_figures_of_the_same(read: Callable[[str], Extraction], behind: str) -> None:
    text = "Brent crude rose 0.6% to $68.42" + behind.format(l="$70.15")
    assert [o.level for o in read(f"Markets\n\n{text}").observations] == [68.42, 70.15]
