"""Sentences with an instrument, a size and a word for its direction that report no move, and prices that nobody has paid.

Each is tried on several instruments; beside each family stands one that does report.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

PRICED = {
    "the FTSE 100": "8,924",
    "Brent crude": "$68.42",
    "the rand": "17.62 per dollar",
    "gold": "$3,321",
    "the 10-year Treasury yield": "4.35%",
    "Bitcoin": "$113,250",
    "Vodafone": "81.5p",
}
UNSAID = [
    *("{S} could fall 3% if talks fail.", "{S} is expected to gain 3% on Friday.", "{S} has to climb 3% to reach its record."),
    *("Unless {s} rises 3%, the bet is lost.", "He denied that {s} had fallen 3%.", "Will {s} fall 3%?"),
    *("A 3% fall in {s} is possible.", "A drop of 3% in {s} would hurt.", "Every 3% fall in {s} costs the budget a billion."),
    *("Fears of a 3% fall in {s} faded.", "Talk of a 3% drop in {s} was wrong.", "Options price in a 3% move in {s}."),
    *("It would take a 3% rise in {s} to change that.", "The bank cut its forecast for {s} by 3%."),
    *("{S} was steady while exports rose 3%.", "Demand for {s} rose 3%.", "A 3% tariff weighed on {s}."),
]
UNPAID = [
    *(
        "{S} could reach {l}.",
        "{S} has support at {l}.",
        "{S} is above {l}.",
        "Stops in {s} sit at {l}.",
        "{S} never got to {l}.",
    ),
    *("Miners break even with {s} at {l}.", "The budget assumes {s} at {l}.", "Buyers of {s} are waiting at {l}."),
]
COMPANIES = [
    *("Boeing lost $1.24 a share in the quarter.", "Boeing was valued at $214.10 a share in the deal."),
    *("Vodafone fell to a loss of 3 billion euros.", "Toyota slipped to third place.", "Boeing bought back shares at $214.10."),
]
SAID = {
    "Fears of war led to a 3% fall in the FTSE 100.": ("UKX", "down"),
    "The 3% fall in copper may have hurt Chile.": ("COPPER", "down"),
    "A 3% fall in copper could not hurt Chile.": ("COPPER", "down"),
    "Gold fell 3%. Will it go on?": ("XAUUSD", "down"),
    "Boeing shares lost 3% to $214.10 a share.": ("BA", "down"),
    "Vodafone shares stood at 81.5p on heavy volume, down 3%.": ("VOD.L", "down"),
}


@pytest.mark.parametrize("told", UNSAID)
def test_no_move(read: Callable[[str], Extraction], told: str) -> None:
    for name in PRICED:
        text = told.format(s=name, S=name[0].upper() + name[1:])
        moves = [o.move for o in read(f"Markets\n\n{text}").observations if o.move is not None]
        assert [m for m in moves if m.value is not None] == [], text


@pytest.mark.parametrize("told", UNPAID)
def test_no_price(read: Callable[[str], Extraction], told: str) -> None:
    for name, level in PRICED.items():
        text = told.format(s=name, S=name[0].upper() + name[1:], l=level)
        found = read(f"Markets\n\n{text}").observations
        assert {o.level_kind for o in found if o.level is not None} <= {"forecast"}, text


@pytest.mark.parametrize("text", COMPANIES)
def test_nothing_of_a_share(read: Callable[[str], Extraction], text: str) -> None:
    assert read(f"Markets\n\n{text}").observations == ()


@pytest.mark.parametrize("text", SAID)
def test_what_did_happen(read: Callable[[str], Extraction], text: str) -> None:
    (found,) = read(f"Markets\n\n{text}").observations
    assert found.move is not None
    assert (found.instrument, found.move.direction) == SAID[text]
