"""Levels that a sentence turns at behind an earlier one, and headlines of another market; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

TURNS = {
    "The lira weakened to 5.73 from 5.69 and then rallied to trade at 5.68, 0.6% firmer on the day.": [
        ("high", "2025-07-04"), ("previous", "2025-07-03"), ("last", "2025-07-04"),
    ],
    "Bitcoin climbed to $69,202, past the record of $68,990 set in November 2021, then sank to $61,800.": [
        ("high", "2025-07-04"), ("high", "2021-11"), ("last", "2025-07-04"),
    ],
    "The lira weakened to 5.73 from 5.69.": [("last", "2025-07-04"), ("previous", "2025-07-03")],
}  # fmt: skip
CLOSING = {
    "Robusta hit $4,292 a ton before closing little changed at $4,150.": "prev_close",
    "Robusta rose to $4,292 a ton before easing to $4,150.": "intraday",
}


@pytest.mark.parametrize("text", TURNS)
def test_a_level_behind_an_earlier_one_is_where_the_price_turned(read: Callable[[str], Extraction], text: str) -> None:
    assert [(o.level_kind, o.at) for o in read(f"Markets\n\n{text}").observations] == TURNS[text]


@pytest.mark.parametrize("text", CLOSING)
def test_how_a_session_closed_is_told_from_the_close_before(read: Callable[[str], Extraction], text: str) -> None:
    move = read(f"Softs\n\n{text}").observations[-1].move
    assert move is not None
    assert move.basis == CLOSING[text]


def test_a_headline_against_the_body_is_of_another_market(read: Callable[[str], Extraction]) -> None:
    body = "Comex copper was down 22% at $4.37 a pound. Three-month copper on the LME edged up 0.3% to $9,630."
    rows = read(f"Copper plunges as tariffs are dropped\n\n{body}").observations
    assert [short(o) for o in rows] == [
        ("HG", 4.37, "last", "down", 22.0, "percent"),
        ("COPPER", 9630.0, "last", "up", 0.3, "percent"),
    ]
    assert [short(o)[:4] for o in read("Copper plunges\n\nCopper fell in London.").observations] == [
        ("COPPER", None, None, "down")
    ]


@pytest.mark.parametrize("listing", ["went public in March at $72", "came to market at $72", "floated last year at $72"])
def test_what_new_shares_were_sold_for_is_no_level(read: Callable[[str], Extraction], listing: str) -> None:
    assert [o.level for o in read(f"Markets\n\nLyft, which {listing}, lost 7.4% to $51.09.").observations] == [51.09]
    assert [o.level for o in read("Markets\n\nLyft, which opened at $72, lost 7.4% to $51.09.").observations] == [72.0, 51.09]


@pytest.mark.parametrize(
    ("extreme", "at"),
    [("last week's all-time low", "2025-06"), ("last month's low", "2025-06"), ("Tuesday's low", "2025-07-01")],
)
def test_whose_extreme_another_one_is(read: Callable[[str], Extraction], extreme: str, at: str) -> None:
    rows = read(f"Markets\n\nThe rand was at 19.70, within sight of {extreme} of 19.80.").observations
    assert [(o.level, o.level_kind, o.at) for o in rows] == [(19.7, "last", "2025-07-04"), (19.8, "high", at)]
