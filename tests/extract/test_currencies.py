"""In what a currency is priced where its sentence does not say; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

HOME = {
    "LAHORE: The rupee sank to Rs278.40 to the dollar. Arif Habib sees the rupee at 290 by December.": [
        ("USDPKR", 278.4, "last", "up", None, None),
        ("USDPKR", 290.0, "forecast", None, None, None),
    ],
    "NAIROBI: The shilling stood at 129.20 per dollar. A shilling fetched 28.31 Ugandan shillings. NCBA sees the exchange rate "
    "at Sh131.": [
        ("USDKES", 129.2, "last", None, None, None),
        ("KESUGX", 28.31, "last", None, None, None),
        ("USDKES", 131.0, "forecast", None, None, None),
    ],
    "The dollar ended at R$ 5.47, up 0.4%. The greenback is up 12% this year, its best run against the real since 2020.": [
        ("USDBRL", 5.47, "close", "up", 0.4, "percent"),
        ("USDBRL", None, None, "up", 12.0, "percent"),
    ],
    "The cedi slipped to 12.4 to the dollar; the dollar index rose 0.2%. The dollar added 1%.": [
        ("USDGHS", 12.4, "last", "up", None, None),
        ("DXY", None, None, "up", 0.2, "percent"),
        ("DXY", None, None, "up", 1.0, "percent"),
    ],
    "Rouble in turmoil. Dollar 70.00, euro 85.15.": [
        ("USDRUB", 70.0, "last", None, None, None),
        ("EURRUB", 85.15, "last", None, None, None),
    ],
}  # fmt: skip
CENTS = {
    "The loonie ended at 73.15 cents US, 0.12 cents lower. It was 72.96 at its worst.": [
        ("CADUSD", 0.7315, "close", "down", 0.0012, "USD"),
        ("CADUSD", 0.7296, "low", None, None, None),
    ],
    "The Australian dollar bought 64.32 US cents, from 64.80 US cents on Thursday.": [
        ("AUDUSD", 0.6432, "last", "down", None, None),
        ("AUDUSD", 0.648, "previous", None, None, None),
    ],
    "The loonie slipped 0.2% to C$1.3680 per U.S. dollar.": [("USDCAD", 1.368, "last", "up", 0.2, "percent")],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*HOME.items(), *CENTS.items()])
def test_pairs(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected
