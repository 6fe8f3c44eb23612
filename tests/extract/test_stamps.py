"""Entries of a live blog: the time that heads one dates what it says of the moment, in the zone that the report declares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item

BLOG = """Markets live: miners lead the way up
Friday 4 July 2025. All times BST

15.40  Gold is now $3,337 an ounce.

13.05  Quiet. Brent was up 0.4% at $68.90 and the euro buys $1.1780.

08.10  The FTSE 100 has opened. BP gained 1.2% as trading began. On Thursday sterling closed at $1.3655.
"""


def at(text: str) -> dict[str, str | None]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=datetime(2025, 7, 4, 16, 0, tzinfo=UTC))
    return {o.instrument: o.at for o in extract(item).observations}


def test_a_stamp_dates_its_entry_and_not_what_has_a_day_of_its_own() -> None:
    assert at(BLOG) == {
        "XAUUSD": "2025-07-04T14:40:00Z",
        "BRENT": "2025-07-04T12:05:00Z",
        "EURUSD": "2025-07-04T12:05:00Z",
        "BP.L": "2025-07-04T07:10:00Z",
        "GBPUSD": "2025-07-03",
    }


@pytest.mark.parametrize("declared", ["All times New York", "Times in ET", "All times are Eastern", "(times EDT)"])
def test_the_zone_is_declared_once(declared: str) -> None:
    text = (
        f"Crypto live\nJuly 4, 2025 | {declared}\n\n11:30 a.m. Bitcoin trades at $108,900.\n\n"
        "9:31 a.m. Opening bell on Wall Street. Ether stands at $2,540.\n"
    )
    assert at(text) == {"BTCUSD": "2025-07-04T15:30:00Z", "ETHUSD": "2025-07-04T13:31:00Z"}


def test_a_close_keeps_its_day_and_what_follows_it_too() -> None:
    text = (
        "Live\nFriday 4 July 2025. All times BST\n\n16.41  The FTSE 100 closed 0.2% lower at 8,805. BP fell 1.1%.\n\n"
        "09.00  Brent is at $68.90.\n"
    )
    assert at(text) == {"UKX": "2025-07-04", "BP.L": "2025-07-04", "BRENT": "2025-07-04T08:00:00Z"}


def test_a_single_number_at_the_start_of_a_line_is_no_clock(read: Callable[[str], Extraction]) -> None:
    found = read("Prices\n17.24  pesos a kilo, said the grocer.\nGold stood at $3,337.\n").observations
    assert [o.at for o in found] == ["2025-07-04"]


@pytest.mark.parametrize(
    ("words", "clock"),
    [
        ("at twenty to five", "15:40"),
        ("At ten past nine", "08:10"),
        ("just after five past two", "13:05"),
        ("by twenty-five to four", "14:35"),
    ],
)
def test_clocks_in_words_without_minutes(words: str, clock: str) -> None:
    text = f"LONDON, July 4, 2025 - The pound was at $1.3640 {words}.\n"
    assert at(text) == {"GBPUSD": f"2025-07-04T{clock}:00Z"}


def test_from_five_to_nine_is_no_clock(read: Callable[[str], Extraction]) -> None:
    assert (
        read("The policy rate rose from five to nine percent on Friday; gold was at $3,337 an ounce.").observations[-1].at
        == "2025-07-04"
    )
