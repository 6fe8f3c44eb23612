"""Reports that compare two hours of a day, and entries of a live report that speak of today; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Row = tuple[str, float | None, str | None, str | None]

MORNING = (
    "WARSAW - At 5 p.m. the zloty was at 4.2510 per euro, compared with 4.2630 at 8 a.m. The dollar fell to 3.9210 zlotys from"
    " 3.9330."
)
DAY_BEFORE = "The zloty was at 4.2510 per euro, from 4.2630 late on Thursday. The dollar fell to 3.9210 zlotys from 3.9330."
LIVE = "Business live\nAll times BST\n\n11.04\nSterling has slipped 0.3% today to $1.1940.\n\n10.30\nThe euro is at $1.0190.\n"
TEXTS: dict[str, list[Row]] = {
    MORNING: [
        ("EURPLN", 4.251, "2025-07-04T15:00:00Z", "intraday"),
        ("EURPLN", 4.263, "2025-07-04T06:00:00Z", None),
        ("USDPLN", 3.921, "2025-07-04", "intraday"),
        ("USDPLN", 3.933, "2025-07-04", None),
    ],
    DAY_BEFORE: [
        ("EURPLN", 4.251, "2025-07-04", "prev_close"),
        ("EURPLN", 4.263, "2025-07-03", None),
        ("USDPLN", 3.921, "2025-07-04", "prev_close"),
        ("USDPLN", 3.933, "2025-07-03", None),
    ],
    LIVE: [
        ("GBPUSD", 1.194, "2025-07-04T10:04:00Z", "prev_close"),
        ("EURUSD", 1.019, "2025-07-04T09:30:00Z", None),
    ],
}


@pytest.mark.parametrize(("text", "rows"), TEXTS.items())
def test_hours_apart(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    assert [(o.instrument, o.level, o.at, o.move and o.move.basis) for o in read(text).observations] == rows
