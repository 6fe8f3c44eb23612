"""Sizes of two spans in one clause, periods that a colon sums up, contracts of other towns and months, the day after."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction, Observation
from tests.extract.conftest import short


def spans(observation: Observation) -> tuple[object, ...]:
    move = observation.move
    return (observation.instrument, move.value, move.unit, move.basis) if move is not None else ()


SPANS = {
    "gold closed at $3,356.40, up $25.20 on the day and 3.5% on the week.": [
        ("XAUUSD", 25.2, "USD", "prev_close"),
        ("XAUUSD", 3.5, "percent", "week"),
    ],
    "nickel shed $85 on the day and 2.1% in the week.": [
        ("NICKEL", 85.0, "USD", "prev_close"),
        ("NICKEL", 2.1, "percent", "week"),
    ],
    "copper added $120 to $9,560, for a weekly gain of 2.1%.": [
        ("COPPER", 120.0, "USD", "prev_close"),
        ("COPPER", 2.1, "percent", "week"),
    ],
    "lead lost $12, or 0.6%.": [("LEAD", 0.6, "percent", "prev_close")],
    "it was a bad week for oil: Brent lost 6%.": [("BRENT", 6.0, "percent", "week")],
    "in a dismal quarter for oil, Brent lost 17%.": [("BRENT", 17.0, "percent", "quarter")],
    "April was kind to bulls: gold added 8%, silver 9%.": [
        ("XAUUSD", 8.0, "percent", "month"),
        ("XAGUSD", 9.0, "percent", "month"),
    ],
    "April was busy at the mint. Gold rose 1%.": [("XAUUSD", 1.0, "percent", "prev_close")],
}


@pytest.mark.parametrize("text", SPANS)
def test_spans(read: Callable[[str], Extraction], text: str) -> None:
    found = read(f"Metals and oil\n\n{text[0].upper()}{text[1:]}").observations
    assert [spans(o) for o in found] == SPANS[text]


TOWNS = {
    "Grains\n\nSeptember wheat ended up 6 cents at $5.85 3/4 a bushel. In Kansas City, September gained 7 cents to $5.40 and in"
    " Minneapolis it settled at $6.42.": [
        ("WHEAT", 5.8575, "close", "up", 0.06, "USD"),
        ("KCWHEAT", 5.4, "close", "up", 0.07, "USD"),
        ("MGWHEAT", 6.42, "close", None, None, None),
    ],
    "Grains\n\nSeptember wheat ended up 60 cents at $5.85 3/4. The December contract also locked limit-up, at $6.15 3/4.": [
        ("WHEAT", 5.8575, "close", "up", 0.6, "USD"),
    ],
    "Gas\n\nWholesale gas for next month in Britain jumped 4% to 107p per therm.": [
        ("NBP", 1.07, "last", "up", 4.0, "percent")
    ],
    "Bills\n\nGas in Britain costs a household 12% more than last year.": [],
    "News at six\n\nWest Texas crude rose 2% to $67.49. Its refiner says regular is now three fifty-three a gallon.": [
        ("WTI", 67.49, "last", "up", 2.0, "percent"),
    ],
}


@pytest.mark.parametrize("text", TOWNS)
def test_towns_and_months(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(text).observations] == TOWNS[text]


@pytest.mark.parametrize(
    "text",
    [
        "After Brent closed at $67.70 on Thursday, the price jumped 3% to $69.90.",
        "A day after Brent closed at $67.70, it jumped 3% to $69.90.",
        "Brent closed at $67.70 on Thursday. It jumped 3% to $69.90 on Friday.",
    ],
)
def test_the_close_of_the_day_before(read: Callable[[str], Extraction], text: str) -> None:
    found = [(o.level, o.level_kind, o.at) for o in read(f"Oil\n\n{text}").observations]
    assert found == [(67.7, "close", "2025-07-03"), (69.9, "last", "2025-07-04")]
