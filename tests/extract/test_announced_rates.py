"""Prices below the announcement of a bank's official rates are fixings of the day for which they are made.

Expected values by hand, for a text received on Tuesday 12 March 2024.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item, Observation

LEADS = {
    "The National Bank of Moldova today worked out the official rates that will be valid tomorrow, 13 March.": "2024-03-13",
    "The National Bank of Moldova set its official rates for Wednesday.": "2024-03-13",
    "The National Bank of Moldova has set the following exchange rates for March 13.": "2024-03-13",
    "The official rates of the National Bank of Moldova for tomorrow are out.": "2024-03-13",
    "The National Bank of Moldova (BNM) published its reference rates for 13 March on Tuesday.": "2024-03-13",
    "The National Bank of Moldova announced today's official exchange rates.": "2024-03-12",
}
ROWS = {
    "The US dollar is put at 17.6684 lei.": "USDMDL",
    "One euro will cost 19.3127 lei.": "EURMDL",
    "The pound sterling comes to 22.6152 lei.": "GBPMDL",
    "The dollar stands at 17.6684 lei and the euro at 19.3127 lei.": "EURMDL",
}


def _rows(text: str) -> dict[str, Observation]:
    received = datetime(2024, 3, 12, 14, 20, tzinfo=UTC)
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received)).observations
    return {o.instrument: o for o in found}


@pytest.mark.parametrize("lead", LEADS)
@pytest.mark.parametrize("row", ROWS)
def test_rates_below_their_announcement(lead: str, row: str) -> None:
    found = _rows(f"Rates\n\n{lead}\n\n{row}")[ROWS[row]]
    assert (found.level_kind, found.at) == ("fixing", LEADS[lead])


@pytest.mark.parametrize(
    "text",
    [
        "The National Bank of Moldova set its official rates for Wednesday.\n\nIn the market the dollar was at 17.6 lei.",
        "The National Bank of Moldova cut its key rates on Tuesday.\n\nThe dollar is at 17.6 lei.",
    ],
)
def test_prices_of_the_market_are_no_fixings(text: str) -> None:
    assert _rows(f"Rates\n\n{text}")["USDMDL"].level_kind == "last"


@pytest.mark.parametrize("verb", ["worked out", "calculated", "put", "quoted"])
def test_a_bank_tells_one_rate(verb: str) -> None:
    text = f"Rates\n\nThe National Bank of Kazakhstan {verb} the dollar at 448.02 tenge."
    assert _rows(text)["USDKZT"].level_kind == "fixing"
