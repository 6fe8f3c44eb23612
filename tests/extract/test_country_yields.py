"""Yields that are named by their country alone, in the tenor of which the text has spoken."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Read = Callable[[str], Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Italy's 10-year yield fell 4 bps to 1.86%. Spanish and Portuguese yields dropped 3 bps each to 1.25% and 1.62%.",
            {"IT10Y": 1.86, "ES10Y": 1.25, "PT10Y": 1.62},
        ),
        (
            "Germany's 10-year yield was at 0.55%. Other yields fell: Spain's by 3 bps to 1.25%, Portugal's by 2 bps to 1.62%.",
            {"DE10Y": 0.55, "ES10Y": 1.25, "PT10Y": 1.62},
        ),
        ("Germany's 10-year yield was at 0.55% and its two-year yield at -0.6%. Spanish yields fell to 1.25%.",
         {"DE10Y": 0.55, "DE2Y": -0.6}),
        ("German 10-year yields slipped to 1.17%, while those of Italy were at 3.85% and of Spain at 3.99%.",
         {"DE10Y": 1.17, "IT10Y": 3.85, "ES10Y": 3.99}),
        ("Germany's 10-year yield fell to 1.17%. The exports of Spain rose to 3.99%.", {"DE10Y": 1.17}),
        ("Germany's 10-year yield was at 0.55%. Spain's economy grew by 3%.", {"DE10Y": 0.55}),
    ],
)  # fmt: skip
def test_yields_of_countries(read: Read, text: str, expected: dict[str, float]) -> None:
    assert {o.instrument: o.level for o in read(text).observations} == expected
