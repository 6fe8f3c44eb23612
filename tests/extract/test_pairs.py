"""Two sizes and the names that they belong to; the expected rows are written by hand."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, size

BEFORE_THEIR_OWNERS = {
    "Gains of 3.2% and 2.8% for Alibaba and Tencent lifted the Hang Seng 1.1%.": [
        size("9988.HK", "up", 3.2), size("0700.HK", "up", 2.8), size("HSI", "up", 1.1),
    ],
    "After losses of 4% and 5% in Quirkco and Zorblatt, the DAX fell 1%.": [size("DAX", "down", 1.0)],
}  # fmt: skip
WITH_STRANGERS = {
    "The CAC 40 ended at 7,300, and the DAX at 15,300. On Friday alone they were up by 0.4 percent and 0.7 percent.": [
        ("CAC40", 7300.0, "close", None, None, None), ("DAX", 15300.0, "last", None, None, None),
        size("CAC40", "up", 0.4), size("DAX", "up", 0.7),
    ],
    "Quirkco and Valero slid 4% and 5%, respectively.": [("VLO", None, None, "down", None, None)],
    "Zorblatt and Pfizer gained 2 percent and 3 percent.": [("PFE", None, None, "up", None, None)],
    "Sony and Nintendo gained 2% and 3%.": [size("6758.T", "up", 2.0), size("7974.T", "up", 3.0)],
    "Pfizer rose 2% on Monday and 3% on Tuesday.": [size("PFE", "up", 2.0), size("PFE", "up", 3.0)],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*BEFORE_THEIR_OWNERS.items(), *WITH_STRANGERS.items()])
def test_each_size_goes_to_its_own_name_or_to_none(read: Read, text: str, expected: list[Row]) -> None:
    assert sorted(map(str, (short(o) for o in read(text).observations))) == sorted(map(str, expected))
