"""Banks that buy and sell a currency, forwards, and lines of a rates desk; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

QUOTES = {
    "The dong\nThe dollar is in less demand in Hanoi. Vietcombank bought it for 25,140 dong and sold it for 25,480 dong.": [
        ("USDVND", 25140.0, "last", None, None, None),
    ],
    "The Hanoi authorities fixed the reference rate at 24,115 VND per US dollar, 12 VND more than on Thursday.": [
        ("USDVND", 24115.0, "fixing", "up", 12.0, "VND"),
    ],
    "In Kabul a dollar was bought for 70.20 afghanis and sold for 70.40.": [("USDAFN", 70.2, "last", None, None, None)],
    "BIDV rose 2 percent on heavy buying while foreigners sold.": [("BID.VN", None, None, "up", 2.0, "percent")],
}  # fmt: skip
FORWARDS = {
    "The rupee ended at 84.31 a dollar. The six-month premium payable in April went to 41-43 paise from 40-42 paise.": [
        ("USDINR", 84.31, "close", None, None, None),
    ],
}  # fmt: skip
DESK = {
    "Greece: 10-year at 4.75% (-15 bp). Italy: 10-year 3.93%, -9 bp. Spain: two-year 2.20%, +3 bp.": [
        ("GR10Y", 4.75, "last", "down", 15.0, "bp"),
        ("IT10Y", 3.93, "last", "down", 9.0, "bp"),
        ("ES2Y", 2.2, "last", "up", 3.0, "bp"),
    ],
    "Bunds were dumped, with 10Y +15 bp to 2.95% and Schatz (2Y) +8 bp to 2.12%.": [
        ("DE10Y", 2.95, "last", "up", 15.0, "bp"),
        ("DE2Y", 2.12, "last", "up", 8.0, "bp"),
    ],
    "UK: The 10-year yield was 4 bp higher at 4.52%. Nothing was new in Japan: dealers left early.": [
        ("GB10Y", 4.52, "last", "up", 4.0, "bp"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*QUOTES.items(), *FORWARDS.items(), *DESK.items()])
def test_quotes_of_dealers(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected
