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


def test_two_moves_of_one_percentage_are_two_by_their_points(read: Callable[[str], Extraction]) -> None:
    day, week = "The S&P 500 rose 58.87 points, or 1.2%, to 4,839.81.", "The S&P 500 is up 55.98 points, or 1.2%."
    rows = read(f"How the indexes fared\n\n{day}\nFor the week:\n{week}").observations
    assert [(o.level, o.move.basis if o.move else None) for o in rows] == [(4839.81, "prev_close"), (None, "week")]
    assert len(read(f"Indexes\n\n{day} The S&P 500 had risen 58.87 points, or 1.2%.").observations) == 1


def test_a_target_that_a_house_sets_explains_the_move_of_the_share(read: Callable[[str], Extraction]) -> None:
    rows = read("Markets\n\nTesla rose 2% after Goldman Sachs raised its target to $320 from $300.").observations
    assert [short(o) for o in rows] == [
        ("TSLA", None, None, "up", 2.0, "percent"), ("TSLA", 320.0, "forecast", None, None, None),
    ]  # fmt: skip
    assert len(read("Markets\n\nTesla rose 2% after Ford raised its target to $320 million.").observations) == 1


SPOKEN = {
    "Sterling is worth a dollar twenty-six ninety and one euro sixteen and a half.": [("GBPUSD", 1.269), ("GBPEUR", 1.165)],
    "The pound bought a dollar twenty-six.": [("GBPUSD", 1.26)],
}


@pytest.mark.parametrize("text", SPOKEN)
def test_money_read_aloud_to_the_hundredth_of_a_cent(read: Callable[[str], Extraction], text: str) -> None:
    assert [(o.instrument, o.level) for o in read(f"Bulletin\n\n{text}").observations] == SPOKEN[text]


@pytest.mark.parametrize(("than", "way"), [("somewhat more than", "up"), ("slightly less than", "down")])
def test_a_price_held_against_an_earlier_time(read: Callable[[str], Extraction], than: str, way: str) -> None:
    row = read(f"Forex\n\nThe euro cost 1.0889 US dollars, {than} the evening before.").observations[0]
    assert short(row) == ("EURUSD", 1.0889, "last", way, None, None)
    assert read("Forex\n\nThe euro cost 1.0889 US dollars, slightly more volatile.").observations[0].move is None


def test_what_holds_now_in_a_report_on_the_day_before(read: Callable[[str], Extraction]) -> None:
    rows = read("Note\n\nYesterday the S&P 500 gained 0.9%. Gold is at $2,024 and silver at $22.70.").observations
    assert [(o.instrument, o.at) for o in rows] == [("SPX", "2025-07-03"), ("XAUUSD", "2025-07-04"), ("XAGUSD", "2025-07-04")]


def test_a_noun_that_carries_a_price_somewhere_is_one_statement(read: Callable[[str], Extraction]) -> None:
    rows = read("Shares\n\nTesla shone. A gain of 9.5 percent lifted the stock to $138.20.").observations
    assert [short(o) for o in rows] == [("TSLA", 138.2, "last", "up", 9.5, "percent")]
