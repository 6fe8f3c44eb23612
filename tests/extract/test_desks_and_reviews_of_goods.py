"""Desk lines with codes of contracts, reviews of a year, marks that a good passed, peaks that a month owns."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

ROWS = {
    "Softs\n\nICE raw sugar: May SBK5 settled up 0.26 cent, or 1.4%, at 19.18 cents/lb.\n"
    "NY cocoa: May lost $166, or 2%, to $7,994"
    " a ton.\nICE robusta: May fell 1.6% to $5,393 a ton.": [
        ("SUGAR", 0.1918, "close", "up", 1.4, "percent"),
        ("COCOA", 7994.0, "last", "down", 2.0, "percent"),
        ("ROBUSTA", 5393.0, "last", "down", 1.6, "percent"),
    ],
    "Gold\n\nGold passed $3,000 for the first time on Friday.": [("XAUUSD", None, None, "up", None, None)],
    "Palm oil\n\nAt the close, spot month July 2025 rose RM57 to RM4,022 per tonne, August 2025 gained RM62 to RM4,010.": [
        ("PALMOIL", 4022.0, "close", "up", 57.0, "MYR"),
    ],
    "Power\n\nA megawatt-hour of German power for next year traded at 95 euros on Friday. Its French equivalent lost 2%."
    " Carbon rose 1.6% to 69.57 euros a tonne. Carbon emissions fell 12%.": [
        ("GERPOWER", 95.0, "last", None, None, None),
        ("FRPOWER", None, None, "down", 2.0, "percent"),
        ("EUA", 69.57, "last", "up", 1.6, "percent"),
    ],
}


@pytest.mark.parametrize("text", ROWS)
def test_rows(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == ROWS[text]


def test_a_review_goes_on(read: Callable[[str], Extraction]) -> None:
    text = "Metals\n\nGold added 18.4% over the year. Silver was up 15.3% at $17.85. Copper rose 1%."
    found = [(o.instrument, o.move.basis) for o in read(text).observations if o.move]
    assert found == [("XAUUSD", "year"), ("XAGUSD", "year"), ("COPPER", "prev_close")]


def test_the_peak_of_a_month(read: Callable[[str], Extraction]) -> None:
    now, then = read("Coins\n\nBitcoin is at $82,300, 24% off January's $109,000 peak.").observations
    assert (now.level, now.move and now.move.basis) == (82300.0, "since")
    assert (then.level, then.level_kind, then.at) == (109000.0, "high", "2025-01")


def test_may_may_be_no_month(read: Callable[[str], Extraction]) -> None:
    assert read("Cocoa\n\nCocoa: May lose another $166, says a broker.").observations == ()
