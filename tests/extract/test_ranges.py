"""Labelled ranges, levels set against an earlier one, and indices told by where they went; rows written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

Row = tuple[object, ...]

CLOSED = ("USDZAR", 17.45, "close", None, None, None)
RANGES = {
    "USDZAR closed at 17.45.\n\nExpected range for today: 17.30 to 17.62.": [
        CLOSED,
        ("USDZAR", 17.3, "forecast", None, None, None),
        ("USDZAR", 17.62, "forecast", None, None, None),
    ],
    "USDZAR closed at 17.45.\n\nExpected trading range: 17.30 - 17.62": [
        CLOSED,
        ("USDZAR", 17.3, "forecast", None, None, None),
        ("USDZAR", 17.62, "forecast", None, None, None),
    ],
    "USDZAR closed at 17.45. Trading range on Thursday: R17.30 to R17.62.": [
        CLOSED,
        ("USDZAR", 17.3, "low", None, None, None),
        ("USDZAR", 17.62, "high", None, None, None),
    ],
    "USDZAR closed at 17.45. EURUSD was at 1.1350. The JSE All Share added 0.34%.\n\nExpected range today: 17.30 to 17.62.": [
        CLOSED,
        ("EURUSD", 1.135, "last", None, None, None),
        ("JALSH", None, None, "up", 0.34, "percent"),
        ("USDZAR", 17.3, "forecast", None, None, None),
        ("USDZAR", 17.62, "forecast", None, None, None),
    ],
    "USDZAR closed at 17.45. Possible range: 17.30 - 17.62": [CLOSED],
}
WIDE = {
    "Our range for the Nikkei today: 38,400-39,000.": [
        ("NKY", 38400.0, "forecast", None, None, None),
        ("NKY", 39000.0, "forecast", None, None, None),
    ],
    "EURUSD: 1.1350-1.1420 expected range today.": [
        ("EURUSD", 1.135, "forecast", None, None, None),
        ("EURUSD", 1.142, "forecast", None, None, None),
    ],
    "Brent traded $68.10-$69.40 a barrel.": [
        ("BRENT", 68.1, "low", None, None, None),
        ("BRENT", 69.4, "high", None, None, None),
    ],
    "EUR/USD 1.1320-1.1370 today; last 1.1352": [("EURUSD", 1.1352, "last", None, None, None)],
    "EUR/USD 1.1350-1.1352": [("EURUSD", 1.135, "last", None, None, None)],
    "Bitcoin was stuck in its $60,000-$65,000 range.": [],
}
COMPARED = {
    "The rupee opened at 86.90 a dollar compared with its overnight level of 86.24.": [
        ("USDINR", 86.9, "open", None, None, None),
        ("USDINR", 86.24, "previous", None, None, None),
    ],
    "The rupee opened at 86.90 a dollar against its previous level of 86.24.": [
        ("USDINR", 86.9, "open", None, None, None),
        ("USDINR", 86.24, "previous", None, None, None),
    ],
}
MEMBERS = {
    "The big names of the FTSE 100 fell 2.5 per cent, to 8,612.40.": [("UKX", 8612.4, "last", "down", 2.5, "percent")],
    "The heavyweights of the DAX rose 1.2 percent to 23,982.20.": [("DAX", 23982.2, "last", "up", 1.2, "percent")],
    "Five members of the DAX rose more than 3 percent.": [],
    "Volumes of the DAX rose 1.2 percent to 15.2 billion.": [],
}


@pytest.mark.parametrize(("text", "expected"), [*RANGES.items(), *WIDE.items(), *COMPARED.items(), *MEMBERS.items()])
def test_rows(read: Callable[[str], Extraction], text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read(text).observations] == expected
