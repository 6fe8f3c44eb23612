"""Whose policy rate a text means where no bank is named beside it; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

OWNERS = {
    "The Australian dollar fetched 107.20 US cents.\nThe Reserve Bank's cash rate has been at 4.75 per cent since November.": [
        ("AU_POLICY", 4.75),
    ],
    "The rand firmed after the Reserve Bank had left the repo rate at 7 per cent.": [("ZA_POLICY", 7.0)],
    "The Reserve Bank left its rate at 7 per cent.": [],  # which of them all is not said
    "The crown was at 24.63 to the euro in Prague. The central bank lifted rates to 5.75%.": [("CZ_POLICY", 5.75)],
    "The Riksbank cut its policy rate to 3.75%. In neighbouring Norway the policy rate has stood at 4.5% since December.": [
        ("SE_POLICY", 3.75),
        ("NO_POLICY", 4.5),
    ],
    "The Canadian dollar was at 1.33. The Bank of Canada may ease like the Fed.\nThe policy rate has been 5% since July.": [
        ("CA_POLICY", 5.0),
    ],
    "The kiwi slid against the New Zealand dollar's peers in the US. The official cash rate was cut to 3 per cent.": [
        ("NZ_POLICY", 3.0),
    ],
}  # fmt: skip

DESCRIBED = {
    "It is too early for the SNB to touch the -0.75% deposit rate.": [("CH_POLICY", -0.75)],
    "The Bank of Korea left its 3.5% base rate alone.": [("KR_POLICY", 3.5)],
    "The forint fell to 357 per euro. Hungary's 0.9% base rate was left unchanged.": [("HU_POLICY", 0.9)],
    "The Bank of England's 1.5% rate is the lowest since 1694.": [("GB_POLICY", 1.5)],
    "With Denmark's -0.75% deposit rate the crown is dear to hold.": [("DK_POLICY", -0.75)],
    "That brought the Riksbank's rate to 1.75 percent.": [("SE_POLICY", 1.75)],
    "Bank Indonesia's benchmark, 3.75% since August, may go up.": [("ID_POLICY", 3.75)],
    "The Fed's decision puts its target at a range of 3 to 3.25 percent.": [("US_POLICY", 3.25)],
    "The rouble fell to 45.19 per dollar. With the key rate at 9.5%, dollars are cheap.": [("RU_POLICY", 9.5)],
    "The ECB's 0.25 per cent deposit rate cut surprised.": [],
    "The ECB's benchmark for supervision is 3%, its 2% inflation target is older.": [],
    "The Fed's 5% mortgage rate forecast was too low.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*OWNERS.items(), *DESCRIBED.items()])
def test_rates_belong_to_the_country_that_the_text_tells(
    read: Callable[[str], Extraction], text: str, expected: list[tuple[str, float]]
) -> None:
    rates = [o for o in read(text).observations if o.instrument.endswith("_POLICY")]
    assert [(o.instrument, o.level) for o in rates] == expected
