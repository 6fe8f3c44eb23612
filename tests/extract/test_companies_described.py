"""Companies by what they do, by a day that they had, and where they were traded; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

DAYS = {
    "Macquarie had another rotten day, it was down 89 cents at $19.01.": [("MQG.AX", 19.01, "close", "down", 0.89, "AUD")],
    "Macquarie endured a poor session: it fell 5% to $19.01.": [("MQG.AX", 19.01, "close", "down", 5.0, "percent")],
    "Macquarie had a long day, and its economists see a fall of 5%.": [],
    "Cathay Financial Holding Co. rose 2.11 percent.": [("2882.TW", None, None, "up", 2.11, "percent")],
    "Target opened in New York at $140.10.": [("TGT", 140.1, "open", None, None, None)],
    "Target on Tuesday added $15 to its forecast.": [],
}
DESCRIBED = ["The Swiss drugmaker", "The drugmaker", "The Basel drugs giant", "The Swiss pill designer"]


@pytest.mark.parametrize("text", DAYS)
def test_names_that_mean_something_else_beside_a_price(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(f"Shares\n\n{text}").observations] == DAYS[text]


@pytest.mark.parametrize("company", DESCRIBED)
def test_the_only_company_of_a_report_by_what_it_does(read: Callable[[str], Extraction], company: str) -> None:
    rows = read(f"Drugs\n\nNovartis published its results. {company} closed 2% higher at 95.10 francs.").observations
    assert [(o.instrument, o.level) for o in rows] == [("NOVN.SW", 95.1)]
    assert read("Drugs\n\nNovartis published its results. The rival drugmaker closed 2% higher.").observations == ()


def test_what_new_shares_were_sold_at_is_no_price(read: Callable[[str], Extraction]) -> None:
    text = "Arm Holdings returned to the market. The chip designer, whose shares were sold at $51, closed at $63.59."
    assert [o.level for o in read(f"Arm pops\n\n{text}").observations] == [63.59]
