"""Sizes that come before the instrument that lost them; the expected rows are written by hand."""

from __future__ import annotations

import pytest

from signals.extract import extract
from signals.records import Item

Rows = list[tuple[str, float | None, str | None, float | None, str | None]]


def rows(text: str) -> Rows:
    """Instrument, level, direction, size and unit of each observation of a text."""
    found = extract(Item(id="1", path="-", position=0, text=text, body=text)).observations
    moves = [(o.move.direction, o.move.value, o.move.unit) if o.move else (None, None, None) for o in found]
    return [(o.instrument, o.level, *move) for o, move in zip(found, moves, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Some 1.8 percent was wiped off the FTSE 100 on Monday.", [("UKX", None, "down", 1.8, "percent")]),
        ("The day's session cost the Dow 653 points.", [("DJI", None, "down", 653.0, "points")]),
        ("The recall cost Ford $2 billion.", []),
        ("More than 300 points were knocked off the Dow by lunch.", [("DJI", None, "down", 300.0, "points")]),
        ("Nearly a fifth has been shaved off Tesla this year.", [("TSLA", None, "down", 20.0, "percent")]),
        (
            "A slide in crude took 2.3% off BP and 1.9% off Shell.",
            [("BP.L", None, "down", 2.3, "percent"), ("SHEL.L", None, "down", 1.9, "percent")],
        ),
        (
            "A further 12 cents came off the price of Brent, which stood at $61.20.",
            [("BRENT", 61.2, "down", 0.12, "USD")],
        ),
        ("Profit-taking trimmed 0.4% from the Nikkei.", [("NKY", None, "down", 0.4, "percent")]),
        ("The yen has taken 3% off the dollar this month.", [("USDJPY", None, "down", 3.0, "percent")]),
        ("Some $40 billion was wiped off Tesla's market value.", []),
        ("Sony shaved 12 points off the Nikkei.", []),
        ("Shell cut 400 jobs from BP's former unit.", []),
    ],
)
def test_what_was_taken_off_an_instrument_is_its_loss(text: str, expected: Rows) -> None:
    assert rows(text) == expected
