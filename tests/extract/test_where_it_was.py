"""Where a price was before, whose bonds a paragraph is about, and what comes behind an earlier level; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Row = tuple[str, float | None, str | None, str | None]

TEXTS: dict[str, list[Row]] = {
    "The krone was at 11.52 per euro in Oslo, much where it closed on Thursday.": [
        ("EURNOK", 11.52, "2025-07-04", "flat"),
    ],
    "The yuan changed hands at 7.1650 per dollar, virtually the same as at the previous close.": [
        ("USDCNY", 7.165, "2025-07-04", "flat"),
    ],
    "The yuan was 2% below where it closed last year.": [("USDCNY", None, "2025-07-04", "up")],
    "Rupee\n\nThe rupee ended at 65.82.\n\nIt opened at 66.20 against Wednesday's close of 66.60 and slipped to 66.24.": [
        ("USDINR", 65.82, "2025-07-04", "down"),
        ("USDINR", 66.2, "2025-07-04", None),
        ("USDINR", 66.6, "2025-07-02", None),
        ("USDINR", 66.24, "2025-07-04", "up"),
    ],
    "The rand traded at 18.10 per dollar. It gained 10 cents from the 18.20 at which it closed on Thursday.": [
        ("USDZAR", 18.1, "2025-07-04", "down"),
        ("USDZAR", 18.2, "2025-07-03", None),
    ],
    "SYDNEY - The kiwi was at $0.5862. In Wellington the Reserve Bank of New Zealand left the cash rate at 3.0%.": [
        ("NZDUSD", 0.5862, "2025-07-04", None),
        ("NZ_POLICY", 3.0, "2025-07-04", "flat"),
    ],
    "The yen was at 148.10 per dollar. The Reserve Bank of Australia has a cash rate of 3.85%.": [
        ("USDJPY", 148.1, "2025-07-04", None),
        ("AU_POLICY", 3.85, "2025-07-04", None),
    ],
    "Italian government debt is under pressure. The yield on the 10-year bond has risen to 3.57%, the premium over German bunds"
    " is 229 basis points.": [
        ("IT10Y", 3.57, "2025-07-04", "up"),
        ("IT10Y-DE10Y", 229.0, "2025-07-04", None),
    ],
    "Argentine bonds fell. The US 10-year yield was at 4.3%. The 30-year was at 4.9%.": [
        ("US10Y", 4.3, "2025-07-04", None),
        ("US30Y", 4.9, "2025-07-04", None),
    ],
}


@pytest.mark.parametrize(("text", "rows"), TEXTS.items())
def test_where_it_was(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    found = read(text).observations
    assert [(o.instrument, o.level, o.at, o.move and o.move.direction) for o in found] == rows
