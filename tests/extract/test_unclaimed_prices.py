"""Prices that no word claims: the same conditions whether the sentence's pair or a price like it tells whose they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

TAKEN = {
    "USD/JPY printed 151.94 in late trade.": [(151.94, "last")],
    "The baht strengthened to 32.45 a dollar. Kasikorn lifted its year-end projection to 31.80.": [
        (32.45, "last"),
        (31.8, "forecast"),
    ],
    "Aluminium was at $2,510 a tonne. Quirk Bank lifted its three-month view on aluminium to $2,600.": [
        (2510, "last"),
        (2600, "forecast"),
    ],
    "The naira closed at N1,382.95 to the dollar. Bids came in for as high as N1,426.50.": [
        (1382.95, "close"),
        (1426.5, "high"),
    ],
    "The rand was at R14.25 to the dollar. Above R14.50 they would sell.": [(14.25, "last")],
    "The rand was at R14.25 to the dollar. A branch at the airport wanted R15.10.": [(14.25, "last")],
    "EUR/USD was steady at 1.0850. Bids are lined up at 1.0820, offers at 1.0890.": [(1.085, "last")],
}


@pytest.mark.parametrize(("text", "rows"), TAKEN.items())
def test_prices_that_no_word_claims(read: Callable[[str], Extraction], text: str, rows: list[tuple[float, str]]) -> None:
    assert [(o.level, o.level_kind) for o in read(text).observations] == rows
