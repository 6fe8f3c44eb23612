"""Figures behind labels, indices and shares by their codes, hours of a whole note; rows by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item
from tests.extract.conftest import short

LABELS = {
    "Today's open: 158.62": [(158.62, "open", "2025-07-04")],
    "Previous day's high: 159.49": [(159.49, "high", "2025-07-03")],
    "52-week high: 163.97 on Oct. 19, 2023": [(163.97, "high", "2023-10-19")],
    "Today's high 159.76, low 158.50, previous close 158.60.": [
        (159.76, "high", "2025-07-04"), (158.5, "low", "2025-07-04"), (158.6, "previous", "2025-07-03"),
    ],
    "Daily SMA50: 156.66": [],
    "Pivot R1: 159.40": [],
    "The 20-day SMA (157.48) is near.": [],
}  # fmt: skip
CODES = {
    "The euro zone blue chips .STOXX50E finished 3.3 percent lower at 2,785.17.": [
        ("SX5E", 2785.17, "close", "down", 3.3, "percent"),
    ],
    "In Athens the main index .ATG dived 7.9 percent.": [("ATHEX", None, None, "down", 7.9, "percent")],
    "In Athens the main index .QQQX dived 7.9 percent.": [],
    "Prices rose .5 percent.": [],
    "Fortescue Metals Group was savaged. FMG closed 8 per cent lower at $3.10.": [
        ("FMG.AX", 3.1, "close", "down", 8.0, "percent"),
    ],
    "Gold was shipped. FMG closed 8 per cent lower at $3.10.": [],
}  # fmt: skip
NOTES = [
    "GILTS 09:25 BST - Wed 21 June 2023 - sticky\n\nEUR/GBP 0.8577, +0.2%.",
    "Markets\n\nCurrencies were mixed on Wednesday as at 9.25am London time, and little was done. EUR/GBP was at 0.8577.",
    "Markets\n\nEUR/GBP rose 0.2% today to 0.8577, as of 9.25am London time.",
]


@pytest.mark.parametrize("label", LABELS)
def test_what_a_label_says_of_a_price(read: Callable[[str], Extraction], label: str) -> None:
    rows = read(f"Pair\n\nEUR/JPY rose 0.5% to 159.35.\n\n{label}").observations
    assert [(o.level, o.level_kind, o.at) for o in rows[1:]] == LABELS[label]


@pytest.mark.parametrize("text", CODES)
def test_indices_and_shares_by_their_codes(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(f"Shares\n\n{text}").observations] == CODES[text]


@pytest.mark.parametrize("text", NOTES)
def test_the_hour_of_a_note_is_that_of_its_prices(text: str) -> None:
    received = datetime(2023, 6, 21, 8, 31, tzinfo=UTC)
    rows = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received)).observations
    assert [(o.level, o.at) for o in rows] == [(0.8577, "2023-06-21T08:25:00Z")]


def test_the_dollar_of_a_report_from_sydney_in_american_dollars(read: Callable[[str], Extraction]) -> None:
    text = "The S&P/ASX 200 was firm. The dollar, dragged to $US1.0165 on Wednesday, was worth $US1.0215 at 4pm AEST."
    rows = read(f"Shares\n\n{text}").observations
    assert [(o.instrument, o.level) for o in rows if o.level] == [("AUDUSD", 1.0165), ("AUDUSD", 1.0215)]
    assert all(
        o.instrument != "AUDUSD" for o in read("Ore\n\nThe dollar rose as ore cost $US86.70 a tonne in Sydney.").observations
    )
