"""The money of numbers that are printed without one, hundredths too; the rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

PRICES = {
    "The euro slipped to 85.20 pence, from 85.64 on Tuesday.": [("EURGBP", 0.852), ("EURGBP", 0.8564)],
    "The loonie closed at 73.15 cents US. Its low of the day was 72.96.": [("CADUSD", 0.7315), ("CADUSD", 0.7296)],
    "The Australian dollar fetched 66.10 US cents and the high was 66.45.": [("AUDUSD", 0.661), ("AUDUSD", 0.6645)],
    "The New Zealand dollar eased to 91.10 Australian cents, after 91.55 on Monday.": [("NZDAUD", 0.911), ("NZDAUD", 0.9155)],
    "Coffee ended at 187.30 cents a pound; it had been at 185.20 before the data.": [("COFFEE", 1.873), ("COFFEE", 1.852)],
    "The Australian dollar was at 73.10 US cents. Against the yen it was at 88.20.": [("AUDUSD", 0.731), ("AUDJPY", 88.2)],
    "The dollar bought 148.10 yen, up from 147.60.": [("USDJPY", 148.1), ("USDJPY", 147.6)],
    "The euro rose 4.47 bani to 4.3127 lei. It had been at 4.2680.": [("EURRON", 4.3127), ("EURRON", 4.268)],
}


@pytest.mark.parametrize(("text", "rows"), PRICES.items())
def test_prices_go_on_in_hundredths(read: Callable[[str], Extraction], text: str, rows: list[tuple[str, float]]) -> None:
    assert [(o.instrument, o.level) for o in read(text).observations] == rows
