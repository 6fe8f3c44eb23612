"""Gold and silver priced at home, and extremes that a price went away from; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

METALS = {
    "Gold slips Rs 130 to Rs 26,950 per 10 gm on muted offtake": [("INGOLD", 26950.0, "last", "down", 130.0, "INR")],
    "Gold jewellers see Rs 170 drop; silver sheds Rs 600": [("INSILVER", None, None, "down", 600.0, "INR")],
    "Gold futures slide Rs 240 to Rs 96,850": [("MCXGOLD", 96850.0, "last", "down", 240.0, "INR")],
    "Gold slides to $3,300 an ounce, Rs 98,000 in Mumbai": [("XAUUSD", 3300.0, "last", "down", None, None)],
    "Gold steady at $1,290, rupee at 71.20": [
        ("XAUUSD", 1290.0, "last", "flat", None, None), ("USDINR", 71.2, "last", None, None, None),
    ],
    "Metals\n\nOn the MCX gold was down Rs 90 at Rs 48,150 and silver up Rs 40 at Rs 62,480 a kilo.": [
        ("MCXGOLD", 48150.0, "last", "down", 90.0, "INR"), ("MCXSILVER", 62480.0, "last", "up", 40.0, "INR"),
    ],
    "Metals\n\nGold per tola lost Rs 1,500 to Rs 356,200 in Karachi.": [],
    "Metals\n\nGold slid by Rs 800 to Rs 112,700 in Nepal on Friday.": [],
    "Metals\n\n22-carat gold eased by Rs 90 to Rs 88,700.": [],
}  # fmt: skip
LEFT = {
    "The euro recovered from a two-year low to $1.0480.": [("EURUSD", 1.048, "last", "up", None, None)],
    "The euro fell to a two-year low of $1.0480.": [("EURUSD", 1.048, "low", "down", None, None)],
    "The dollar rose from a two-week low at 150.10 yen to 151.30.": [
        ("USDJPY", 151.3, "last", "up", None, None), ("USDJPY", 150.1, "low", None, None, None),
    ],
    "The yen eased from its strongest level in a week to 151.20 per dollar.": [("USDJPY", 151.2, "last", "up", None, None)],
    "Copper bounced $40 off its three-month low to $5,800.": [("COPPER", 5800.0, "last", "up", 40.0, "USD")],
    "The rand came off a record low to 18.12 to the dollar.": [("USDZAR", 18.12, "last", None, None, None)],
    "The ten-year Treasury yield fell from a 16-year high at 4.99% to 4.62%.": [
        ("US10Y", 4.62, "last", "down", None, None), ("US10Y", 4.99, "high", None, None, None),
    ],
}  # fmt: skip


@pytest.mark.parametrize("text", METALS)
def test_metals_in_rupees_are_those_of_india(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == METALS[text]


@pytest.mark.parametrize("text", LEFT)
def test_an_extreme_that_was_left_is_no_later_level(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(f"Markets\n\n{text}").observations] == LEFT[text]


@pytest.mark.parametrize("when", ["On Monday", "In early deals", "At noon"])
def test_an_ounce_is_one_of_the_metal_spoken_of(read: Callable[[str], Extraction], when: str) -> None:
    rows = read(f"Gold has a hangover\n\nGold had a bad day. {when} an ounce fetched $4,381.21.").observations
    assert [(o.instrument, o.level) for o in rows] == [("XAUUSD", 4381.21)]
