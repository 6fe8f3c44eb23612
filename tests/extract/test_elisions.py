"""Sizes whose verb, unit or direction was said before, of another subject."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Read = Callable[[str], Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Dow fell 100 points, or 0.4 percent, to 25,100, and the Russell 2000 12.5, or 0.8 percent, to 1,550.",
            [("DJI", "down", 0.4), ("RUT", "down", 0.8)],
        ),
        (
            "Lisbon's PSI-20 was up 10.73%, the CAC-40 of Paris 9.66% and the DAX of Frankfurt 5.30%.",
            [("PSI20", "up", 10.73), ("CAC40", "up", 9.66), ("DAX", "up", 5.3)],
        ),
        ("BBVA gained 4.2 percent; Inditex had to make do with 0.4 percent.", [("BBVA.MC", "up", 4.2), ("ITX.MC", "up", 0.4)]),
        ("BBVA gained 4.2 percent and Banco Santander 3.9.", [("BBVA.MC", "up", 4.2), ("SAN.MC", "up", 3.9)]),
        ("Silver went down with it, 8.3 per cent, to $19.82.", [("XAGUSD", "down", 8.3)]),
        ("Silver fell even harder, by 8.3 per cent to $19.82.", [("XAGUSD", "down", 8.3)]),
        ("Exxaro gained a more sober 2.4% to R167.90.", [("EXX.JO", "up", 2.4)]),
        ("BBVA gained 4.2 percent; Telefonica has nothing to do with 0.4 percent of its sales.", [("BBVA.MC", "up", 4.2)]),
    ],
)
def test_sizes_share_what_was_said_before(read: Read, text: str, expected: list[tuple[str, str, float]]) -> None:
    moved = [(o.instrument, o.move.direction, o.move.value) for o in read(text).observations if o.move is not None]
    assert moved == expected


def test_points_told_twice_lead_to_their_level(read: Read) -> None:
    text = "The S&P 500 rose 40.23 points, or 1.5 percent, to 2,783.30 and the Nasdaq 149.92, or 2 percent, to 7,558.06."
    assert [short(o)[:2] for o in read(text).observations] == [("SPX", 2783.3), ("IXIC", 7558.06)]
