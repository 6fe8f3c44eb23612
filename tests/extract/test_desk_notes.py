"""Dealers' tenors in words, forecasts for several times to come, ranges with a dash, comparisons of one pair; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Row = tuple[str, float | None, str | None, str | None, float | None]

TEXTS: dict[str, list[Row]] = {
    "Treasuries rallied: US twos down 7 bps at 3.91%, tens down 5 at 4.22%, 30s down 3.5 at 4.78%.": [
        ("US2Y", 3.91, "last", "down", 7.0),
        ("US10Y", 4.22, "last", "down", 5.0),
        ("US30Y", 4.78, "last", "down", 3.5),
    ],
    "US tens of thousands of jobs were lost.": [],
    "The two-year Treasury yield rose 19.6 bps to 3.235%, bringing the rise over the week to 34 bps.": [
        ("US2Y", 3.235, "last", "up", 19.6),
        ("US2Y", None, None, "up", 34.0),
    ],
    "The 10-year Treasury yield was at 2.83%. Thirty-year bonds held up best: 3.064%, a gain of 9.8 bps.": [
        ("US10Y", 2.83, "last", None, None),
        ("US30Y", 3.064, "last", "up", 9.8),
    ],
    "Strategists see the rupee at 83.10 per dollar in one month, 83.00 in three and 82.00 in 12 months.": [
        ("USDINR", 83.1, "forecast", None, None),
        ("USDINR", 83.0, "forecast", None, None),
        ("USDINR", 82.0, "forecast", None, None),
    ],
    "The rand was at 18.20 per dollar at the end of June, 18.50 at the end of July.": [
        ("USDZAR", 18.2, "previous", None, None),
    ],
    "USD/CAD opens at 1.3650. Expected range 1.3610 – 1.3685.": [
        ("USDCAD", 1.365, "open", None, None),
        ("USDCAD", 1.361, "forecast", None, None),
        ("USDCAD", 1.3685, "forecast", None, None),
    ],
    "The dollar fell to 140.97 yen.\n- Down 6.11% from its 52-week high\n- Off 5.20% month-to-date": [
        ("USDJPY", 140.97, "last", "down", None),
        ("USDJPY", None, None, "down", 6.11),
        ("USDJPY", None, None, "down", 5.2),
    ],
}


@pytest.mark.parametrize(("text", "rows"), TEXTS.items())
def test_desk_notes(read: Callable[[str], Extraction], text: str, rows: list[Row]) -> None:
    found = read(text).observations
    assert [(o.instrument, o.level, o.level_kind, o.move and o.move.direction, o.move and o.move.value) for o in found] == rows
