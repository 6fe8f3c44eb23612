"""The market at home beside those abroad; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

ABROAD = "The Dow rose 0.8 per cent and the S&P 500 gained 0.9 per cent."
ROWS = [("DJI", None, None, "up", 0.8, "percent"), ("SPX", None, None, "up", 0.9, "percent")]
SYDNEY = "Firmer start tipped\n\nThe futures say that the ASX 200 will open 5 points up. "
AT_HOME = {
    f"{SYDNEY}{ABROAD} Here the benchmark ended at 8,600.10, a rise of 0.4 per cent. It has gained 5 per cent this year.": [
        *ROWS, ("AS51", 8600.1, "close", "up", 0.4, "percent"), ("AS51", None, None, "up", 5.0, "percent"),
    ],
    f"Markets\n\nThe Sensex closed at 83,432.89. {ABROAD} The local index has gained 6 per cent this year.": [
        ("SENSEX", 83432.89, "close", None, None, None), *ROWS, ("SENSEX", None, None, "up", 6.0, "percent"),
    ],
    f"Markets\n\n{ABROAD} At home the all share gained 0.5 per cent. The local index has added 15 per cent this year.": ROWS,
    f"Markets\n\n{ABROAD} The index has added 15 per cent this year.": [*ROWS, ("SPX", None, None, "up", 15.0, "percent")],
}  # fmt: skip


@pytest.mark.parametrize("text", AT_HOME)
def test_words_for_home_mean_no_market_abroad(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == AT_HOME[text]
