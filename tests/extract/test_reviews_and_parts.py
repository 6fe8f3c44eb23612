"""Reviews of a period by their headline, parts of a price since a month, what a price was of the day all the same."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item
from tests.extract.conftest import short

ROWS = {
    "Oil\n\nBrent rose 1% to $66.76. WTI was flat at $65.46. Both have lost about a quarter since January.": [
        ("BRENT", 66.76, "last", "up", 1.0, "percent"),
        ("WTI", 65.46, "last", "flat", None, None),
        ("BRENT", None, None, "down", 25.0, "percent"),
        ("WTI", None, None, "down", 25.0, "percent"),
    ],
    "Oil\n\nIs this a record? No. Brent reached $147.50 in July 2008.": [("BRENT", 147.5, "high", None, None, None)],
    "Oil\n\nBrent jumped to $69.79, then dropped back to $67.36 at the close, a net gain of just 11 cents.": [
        ("BRENT", 69.79, "high", None, None, None),
        ("BRENT", 67.36, "close", "up", 0.11, "USD"),
    ],
    "Freight\n\nThe Baltic Dry Index gained 0.7% to 2,057. In May 2008 it was at 11,793; on December 5 it touched 663.": [
        ("BDI", 2057.0, "last", "up", 0.7, "percent"),
        ("BDI", 11793.0, "previous", None, None, None),
        ("BDI", 663.0, "low", None, None, None),
    ],
}


@pytest.mark.parametrize("text", ROWS)
def test_rows(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == ROWS[text]


@pytest.mark.parametrize(
    ("headline", "day", "basis"),
    [
        ("Quarter in review: metals", "2025-06-30", "quarter"),
        ("The month in metals", "2025-08-01", "month"),
        ("Metals: monthly review", "2025-07-31", "month"),
        ("The month in metals", "2025-07-16", "prev_close"),
        ("Metals on a quiet day", "2025-06-30", "prev_close"),
    ],
)
def test_reviews(headline: str, day: str, basis: str) -> None:
    text = f"{headline}\n\nGold rose 4.1% to $3,329.87 and platinum lost 2.2%."
    received = datetime.fromisoformat(f"{day}T21:00:00+00:00")
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received)).observations
    assert {o.move.basis for o in found if o.move} == {basis}
