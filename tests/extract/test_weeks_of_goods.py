"""Moves that go by the name of a period, contracts told by month and year, hubs of gas; the expected rows are by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item
from tests.extract.conftest import short

FRIDAY = datetime(2023, 10, 13, 20, 5, tzinfo=UTC)

BASES = {
    "Brent ended the week at $91.43, a gain of 4.1 per cent.": ["week"],
    "Copper finished the week at $8,040 a tonne, 1.5% lower.": ["week"],
    "Gold rose 1% on Friday to end the week at $1,932.": ["prev_close"],
    "Gold slid 2.7%, its biggest weekly drop in six weeks, to $1,838 an ounce.": ["week"],
    "Gold was down 2.7%, the worst week since May.": ["week"],
    "Silver posted a second weekly loss, falling 4.1% to $22.25.": ["week"],
    "Silver, set for a second weekly loss, was down 0.4% at $22.25.": ["wtd", "prev_close"],
    "Brent lost 4.2% over the five days to $91.43.": ["week"],
    "Brent lost 4.2% over five days to $91.43.": ["since"],
    "Gold is up 13% this year and silver is down 3%.": ["ytd", "ytd"],
    "Gold has gained 13% this year and silver fell 3%.": ["ytd", "prev_close"],
    "Gold gained 3.1% on the week while silver lost 2% to $22.10.": ["week", "prev_close"],
}
CONTRACTS = {
    "EU Allowances for December 2023 closed at 81.55 euros a tonne, up 1.5 percent.": [("2023-10-13", "prev_close")],
    "Brent for December 2023 was up 18 cents at $86.00.": [("2023-10-13", "prev_close")],
    "The December 2023 EUA lost 1.4 percent to 80.12 euros a tonne.": [("2023-10-13", "prev_close")],
    "Copper gained 4 percent in September 2023.": [("2023-09", "month")],
}
HUBS = {
    "At the Dutch TTF hub, the November gas contract was last seen 3.6% higher at 45.20 euros/MWh.": [
        ("TTF", 45.2, "last", "up", 3.6, "percent"),
    ],
    "On the TTF hub gas for next month rose 2.10 euros to 45.20 euros.": [("TTF", 45.2, "last", "up", 2.1, "EUR")],
    "At the TTF hub, gas for day-ahead delivery was down 2.1 euros at 43.90 euros.": [],
    "At the TTF hub, volumes rose 5%.": [],
}
EDGED = {
    "Natural gas edged 1.3 cents lower to $2.386.": [("NATGAS", 2.386, "last", "down", 0.013, "USD")],
    "Brent inched 15 cents higher, to $86.10.": [("BRENT", 86.1, "last", "up", 0.15, "USD")],
    "Palm oil nudged 12 ringgit higher to 3,650 ringgit a tonne.": [("PALMOIL", 3650.0, "last", "up", 12.0, "MYR")],
    "Brent touched $86.10 and fell.": [("BRENT", 86.1, "high", None, None, None), ("BRENT", None, None, "down", None, None)],
}


def _of_friday(text: str) -> Extraction:
    text = "Commodities report, Friday\n" + text
    return extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=FRIDAY))


@pytest.mark.parametrize("text", BASES)
def test_what_a_move_of_a_period_is_measured_from(text: str) -> None:
    assert [o.move.basis for o in _of_friday(text).observations if o.move is not None] == BASES[text]


@pytest.mark.parametrize("text", CONTRACTS)
def test_a_month_and_year_behind_a_good_are_those_of_its_contract(text: str) -> None:
    assert [(o.at, o.move.basis) for o in _of_friday(text).observations if o.move is not None] == CONTRACTS[text]


@pytest.mark.parametrize(("text", "rows"), [*HUBS.items(), *EDGED.items()])
def test_goods(read: Callable[[str], Extraction], text: str, rows: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read("Commodities report\n" + text).observations] == rows


def test_a_weekly_review_measures_from_the_week_before() -> None:
    text = "Week in commodities: gas slumps\nHenry Hub futures gave back 13.7 per cent to $3.03. On Friday Brent rose $1.20."
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=FRIDAY)).observations
    assert [o.move.basis for o in found if o.move is not None] == ["week", "prev_close"]


def test_a_best_week_in_years_is_no_weekly_review() -> None:
    text = "Copper's best week in five years\nZinc ended 1.6 percent up at $2,547."
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=FRIDAY)).observations
    assert [o.move.basis for o in found if o.move is not None] == ["prev_close"]
