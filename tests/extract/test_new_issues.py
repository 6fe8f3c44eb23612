"""New issues: what first buyers paid is no price, and how far a share is from there is a move since then."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, level

ISSUES: dict[str, list[Row]] = {
    "Deliveroo priced its shares at 390p. They opened at 331p.": [level("ROO.L", 331.0, "open")],
    "Porsche AG floated at 82.50 euros and closed at 84.10 euros.": [level("P911.DE", 84.1, "close")],
    "Snap shares were priced at $17 in the offering and ended at $24.48.": [level("SNAP", 24.48, "close")],
    "Arm sold shares to investors at $51 apiece. Its stock opened at $56.10.": [level("ARM", 56.1, "open")],
    "Arm shares have lost 10% since the September offering at $51.": [("ARM", None, None, "down", 10.0, "percent")],
    "Arm shares changed hands at $51. Its stock had opened at $56.10.": [
        level("ARM", 51.0, "last"),
        level("ARM", 56.1, "open"),
    ],
    "Paytm's shares listed at Rs 1,950.": [level("PAYTM.NS", 1950.0, "open")],
    "Snap ended at $24.48, a 44% premium to its $17 offer price.": [("SNAP", 24.48, "close", "up", 44.0, "percent")],
    "Snap ended at $15.30, a discount of 10 percent to the IPO price.": [("SNAP", 15.3, "close", "down", 10.0, "percent")],
    "Snap ended at $15.30, 10 percent adrift of the issue price.": [("SNAP", 15.3, "close", "down", 10.0, "percent")],
    "Snap ended at $24.48, a 44% premium to Meta.": [level("SNAP", 24.48, "close")],
}


@pytest.mark.parametrize("text", ISSUES)
def test_prices_of_new_shares(read: Read, text: str) -> None:
    found = read(text).observations
    assert [short(o) for o in found] == ISSUES[text]
    assert all(o.move is None or o.move.basis == "since" for o in found)
