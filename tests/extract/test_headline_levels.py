"""Levels of headlines: beside the extremes that they name, behind verbs that no vocabulary lists, and those only foretold."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver round trip: $32.10 high, $30.40 now", [("XAGUSD", 32.1, "high"), ("XAGUSD", 30.4, "last")]),
        ("Copper jabs at $10,400, then retreats to $10,120", [("COPPER", 10400, "high"), ("COPPER", 10120, "last")]),
        ("Platinum at $1,140: an 18-month peak", [("XPTUSD", 1140, "high")]),
        ("Palladium at $880 in London, seven-year low", [("XPDUSD", 880, "low")]),
        ("Platinum rests at $1,140 eight-month floor", [("XPTUSD", 1140, "low")]),
        ("Silver up 2%: $36.40 the last price", [("XAGUSD", 36.4, "last")]),
        ("Silver eyes $37 after record run", []),
        ("Lira plumbs record low of 34.20 per dollar", [("USDTRY", 34.2, "high")]),
        ("Shortage to lift copper to $11,000 by year-end", [("COPPER", 11000, "forecast")]),
    ],
)
def test_levels(read: Callable[[str], Extraction], text: str, want: list[tuple[str, float, str]]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations] == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver bounces", ("XAGUSD", None, None, "up", None, None)),
        ("Bitcoin recovers on ETF hopes", ("BTCUSD", None, None, "up", None, None)),
        ("Copper scooted higher as mines close", ("COPPER", None, None, "up", None, None)),
        ("Silver wobbles lower", ("XAGUSD", None, None, "down", None, None)),
        ("Brent trims this month's loss to 3%", ("BRENT", None, None, "down", 3, "percent")),
        ("Silver stretches July rally to 12%", ("XAGUSD", None, None, "up", 12, "percent")),
    ],
)
def test_moves(read: Callable[[str], Extraction], text: str, want: tuple[object, ...]) -> None:
    assert [short(o) for o in read(text).observations] == [want]


@pytest.mark.parametrize("text", ["Gold to fall, says broker", "Silver to test $25", "Gold refiners at $40 million loss"])
def test_what_is_only_foretold_or_of_others_stays_silent(read: Callable[[str], Extraction], text: str) -> None:
    assert not read(text).observations


def test_a_record_behind_an_unknown_verb_went_up(read: Callable[[str], Extraction]) -> None:
    (found,) = read("Copper vroomed to record $11,104.50").observations
    assert short(found)[:4] == ("COPPER", 11104.5, "high", "up")
