"""A policy rate behind a pronoun, other things that its bank sets, and the day on which a decision was told."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

KEPT = ("IN_POLICY", 5.5, "last", "flat", None, None)
SAID = {
    "The RBI kept the repo rate at 5.5%. It had cut it by 50 basis points in June.": [
        KEPT, ("IN_POLICY", None, None, "down", 50.0, "bp"),
    ],
    "The RBI kept the repo rate at 5.5%. The RBI has lowered it by 100 basis points since February.": [
        KEPT, ("IN_POLICY", None, None, "down", 100.0, "bp"),
    ],
    "The RBI kept the repo rate at 5.5%, having cut it by half a point in June.": [
        KEPT, ("IN_POLICY", None, None, "down", 50.0, "bp"),
    ],
    "The RBI kept the repo rate at 5.5%. It had raised it from 5.25% in April.": [
        KEPT, ("IN_POLICY", None, None, "up", None, None), ("IN_POLICY", 5.25, "previous", None, None, None),
    ],
    "The RBI kept the repo rate at 5.5%. It trimmed its growth forecast for 2025 and cut it to 4.8%.": [KEPT],
    "The RBI kept the repo rate at 5.5%. The board takes it up again on August 6.": [KEPT],
    "The RBI has cut its repo rate three times, which took it to 5.5%.": [("IN_POLICY", 5.5, "last", "down", None, None)],
    "Many like the Bank of Canada's promise to leave its overnight rate alone.": [],
    "The Bank of Canada left its overnight rate alone at 2.75%.": [("CA_POLICY", 2.75, "last", "flat", None, None)],
    "The RBI kept the repo rate at 5.5%. Funds that own shares have cut them by 10% since June.": [KEPT],
    "The RBI kept the repo rate at 5.5%. It trimmed its 2025 growth forecast to 4.05%.": [KEPT],
    "The RBI kept the repo rate at 5.5%. The rate on loans against collateral stays at 5.75%.": [KEPT],
    "Rates: Hungary left its base rate at 6.50%, Poland's was cut by 25 bps to 5.00% and Romania's stayed at 6.50%.": [
        ("HU_POLICY", 6.5, "last", "flat", None, None),
        ("PL_POLICY", 5.0, "last", "down", 25.0, "bp"),
        ("RO_POLICY", 6.5, "last", "flat", None, None),
    ],
    "This week:\n- Norway: key rate cut to 4.25% from 4.5%\n- Sweden: policy rate 2.00% (-25 bp)": [
        ("NO_POLICY", 4.25, "last", "down", None, None),
        ("NO_POLICY", 4.5, "previous", None, None, None),
        ("SE_POLICY", 2.0, "last", "down", 25.0, "bp"),
    ],
    "Hungary left its base rate at 6.50%. Inflation was 4.4%; Romania's was 5.5%.": [
        ("HU_POLICY", 6.5, "last", "flat", None, None),
    ],
}  # fmt: skip
TOLD = {
    "The Bank of Zambia has kept its policy rate at 14.5 percent, the governor announced yesterday.": "2025-07-03",
    "The Bank of Zambia has kept its policy rate at 14.5 percent, the governor told reporters on Tuesday.": "2025-07-01",
    "The Bank of Zambia has kept its policy rate at 14.5 percent, which most had expected after Tuesday's data.": "2025-07-04",
}


@pytest.mark.parametrize(("text", "expected"), SAID.items())
def test_what_a_bank_did_to_it(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected


@pytest.mark.parametrize(("text", "day"), TOLD.items())
def test_the_day_of_a_decision(read: Callable[[str], Extraction], text: str, day: str) -> None:
    assert [o.at for o in read(text).observations] == [day]
