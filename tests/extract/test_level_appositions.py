"""Level words in apposition to a level: extremes of a day or a longer period, and ranks among closes; written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

KINDS = {
    "Brent was last at $71.20 a barrel, its low for the session.": "low",
    "Gold was last at $2,410.30, the low of the year.": "low",
    "Bitcoin changed hands at $61,200, the week's low.": "low",
    "Tesla was at $242.10, its intraday high.": "high",
    "The euro was at 1.0801, the day's low so far.": "low",
    "The euro weakened to 4.9770 lei, the weakest closing level on record.": "close",
    "The Nasdaq rose 1.2% to 17,402.11, a record close.": "close",
    "The lev was at 1.70, its first close of the week.": "close",
    "Brent hit its highest in a week, $71.20 a barrel.": "high",
    "Intel fell to its lowest since 2010, $18.51.": "low",
    "Gold was at its dearest since May, $2,410.30.": "last",
    "Brent was last at $71.20 a barrel, near the day's low.": "last",
    "Gold was last at $2,410.30, down from the week's high.": "last",
}


@pytest.mark.parametrize(("text", "kind"), KINDS.items())
def test_a_level_is_what_its_apposition_says(read: Callable[[str], Extraction], text: str, kind: str) -> None:
    assert [o.level_kind for o in read(text).observations] == [kind]
