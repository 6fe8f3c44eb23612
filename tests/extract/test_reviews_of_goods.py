"""Reviews of a year or a quarter, halves of years, records that a price is compared with."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item, Observation

NEW_YEARS_EVE = datetime(2024, 12, 31, 21, 15, tzinfo=UTC)
ANNUAL = "Cocoa and Coffee Lead Goods to an Annual Gain\n\nDec. 31 (Wire) - Raw materials had a second good year.\n\n"
PLAIN = "Markets\n\n"
BASES = {
    ANNUAL + "Palladium futures climbed 36 percent in New York, and closed today at $912.50 an ounce.": ("PA", 36.0, "ytd"),
    ANNUAL + "Arabica coffee jumped 77 percent, the most since 1994.": ("COFFEE", 77.0, "ytd"),
    ANNUAL + "Cocoa rose 1.8 percent.": ("COCOA", 1.8, "prev_close"),
    ANNUAL + "Natural gas jumped 24 percent on Tuesday.": ("NATGAS", 24.0, "prev_close"),
    PLAIN + "Palladium climbed 36 percent.": ("XPDUSD", 36.0, "prev_close"),
    PLAIN + "Gold rose 12% in the second half.": ("XAUUSD", 12.0, "since"),
    PLAIN + "Raw sugar climbed 7% this quarter to 19.26 cents a pound.": ("SUGAR", 7.0, "qtd"),
}


def _read(text: str) -> list[Observation]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=NEW_YEARS_EVE)
    return list(extract(item).observations)


@pytest.mark.parametrize("text", BASES)
def test_bases(text: str) -> None:
    moves = [(o.instrument, o.move.value, o.move.basis) for o in _read(text) if o.move is not None]
    assert moves == [BASES[text]]


def test_a_quarter_is_no_clock() -> None:
    (told,) = _read(PLAIN + "Raw sugar climbed 7% this quarter to 19.26 cents a pound.")
    assert (told.level, told.at) == (0.1926, "2024-12-31")


def test_a_record_compared_with_is_a_high() -> None:
    told = _read(PLAIN + "Gold cost $2,621.40, compared with a record $2,790 on Oct. 31.")
    levels = [(o.level, o.level_kind, o.at) for o in told]
    assert levels == [(2621.4, "last", "2024-12-31"), (2790.0, "high", "2024-10-31")]


@pytest.mark.parametrize("good", ["Gold was at $2,621.40 an ounce", "Natural gas eased to $3.41", "Bitcoin slipped to $93,450"])
def test_the_next_sentence_is_about_what_moved(good: str) -> None:
    first = _read(PLAIN + good + " as the dollar firmed.")[0].instrument
    told = _read(PLAIN + good + " as the dollar firmed. It has gained 12% this year.")
    assert [(o.instrument, o.move.value) for o in told if o.move is not None and o.move.value] == [(first, 12.0)]


def test_a_reason_with_figures_is_spoken_of_again() -> None:
    told = _read(PLAIN + "Gold eased as Brent jumped 3% to $74.60. It has gained 12% this year.")
    assert told[-1].instrument == "BRENT"


def test_a_month_behind_a_preposition_is_no_contract() -> None:
    assert [o.instrument for o in _read(PLAIN + "In April bullion had been as low as $2,180.")] == ["XAUUSD"]
    assert [o.instrument for o in _read(PLAIN + "April gold gained 1.2%.")] == ["GC"]
