"""What is foretold of policy rates and yields, and what banks did to them in relative clauses; rows by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

FORETOLD = {
    "The Selic is at 11.25%. The market puts it at 11.75% at the end of this year and at 12.63% at the end of next.": [
        ("BR_POLICY", 11.25, "last"),
        ("BR_POLICY", 11.75, "forecast"),
        ("BR_POLICY", 12.63, "forecast"),
    ],
    "Economists see the Selic at 11.75% in December and 12.63% a year later.": [
        ("BR_POLICY", 11.75, "forecast"),
        ("BR_POLICY", 12.63, "forecast"),
    ],
    "The survey has Mexico's key rate at 7.5% by December.": [("MX_POLICY", 7.5, "forecast")],
    "Economists expect the ECB's deposit rate to fall to 2.5% by March and 2% by the summer.": [
        ("EU_POLICY", 2.5, "forecast"),
        ("EU_POLICY", 2.0, "forecast"),
    ],
    "The Selic is seen at 11.75% at the end of the year.": [("BR_POLICY", 11.75, "forecast")],
    "The Selic rate seen for year-end is 11.75%, unchanged from last week's survey.": [("BR_POLICY", 11.75, "forecast")],
    "The exchange rate seen for the close of 2026 is R$ 5.70 per dollar, and R$ 5.60 a year later.": [
        ("USDBRL", 5.7, "forecast"),
        ("USDBRL", 5.6, "forecast"),
    ],
    "The Selic is at 11.25%. Their median estimate of inflation moved up to 4.71 percent.": [("BR_POLICY", 11.25, "last")],
}  # fmt: skip
UNNAMED = {
    "The CNB left its repo rate at 7%. In May the bank had added 0.75 of a point.": [
        ("CZ_POLICY", 7.0, "last"),
        ("CZ_POLICY", None, None),
    ],
    "The Riksbank kept its policy rate at 3.75%. ING sees one more cut, to 3.5 percent, in March.": [
        ("SE_POLICY", 3.75, "last"),
        ("SE_POLICY", 3.5, "forecast"),
    ],
    "The policy rate of the Bank of Thailand was brought down in small steps, the latest a quarter of a point, to 1.75%.": [
        ("TH_POLICY", 1.75, "last"),
    ],
    "The RBA raised the cash rate to 3.85%. Inflation is 7%. Analysts expect a final rise to 4.1 per cent in May.": [
        ("AU_POLICY", 3.85, "last"),
        ("AU_POLICY", 4.1, "forecast"),
    ],
    "The Bank of Thailand cut its policy rate to 1.75%. Kasikorn expects it to be 1.25% by the end of the year.": [
        ("TH_POLICY", 1.75, "last"),
        ("TH_POLICY", 1.25, "forecast"),
    ],
    "The Bank of Thailand cut its policy rate to 1.75%. Inflation is 0.4%, and ING expects it to be 1.2% by December.": [
        ("TH_POLICY", 1.75, "last"),
    ],
    "The RBA left the cash rate at 3.85%. The bank added 25 basis points to its forecast of inflation.": [
        ("AU_POLICY", 3.85, "last"),
    ],
}  # fmt: skip
DONE = {
    "The Selic rate, which Copom raised in November by half a point to 11.25 percent, is high.": [("BR_POLICY", 11.25, 50.0)],
    "The repo rate, which the Bank of Israel cut last week to 4.5%, is high.": [("IL_POLICY", 4.5, None)],
    "As to the Selic rate, which Copom raised in November by half a point to 11.25 percent, it is high.": [
        ("BR_POLICY", 11.25, 50.0),
    ],
    "The Fed cut its key rate to 4.5%. At 4.75% the rate had been at its highest for two years.": [
        ("US_POLICY", 4.5, None), ("US_POLICY", 4.75, None),
    ],
    "Fed hikes rates by 75 bps\nThe Federal Reserve raised its target range to 1.50%-1.75%.": [("US_POLICY", 1.75, 75.0)],
    "The Selic rate, which the president called too high in November, is what matters: inflation rose to 4.5%.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), (FORETOLD | UNNAMED).items())
def test_what_is_foretold(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations] == expected


@pytest.mark.parametrize(("text", "expected"), DONE.items())
def test_what_a_bank_did_in_a_relative_clause(
    read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]
) -> None:
    assert [(o.instrument, o.level, o.move and o.move.value) for o in read(text).observations] == expected


STANDS = {
    "The Bank of England raised Bank Rate to a 15-year high of 5.25%.": [("GB_POLICY", 5.25, "last")],
    "The Bank of Korea cut its key rate to an all-time low of 1.50 percent.": [("KR_POLICY", 1.5, "last")],
    "The two-year Treasury yield was at 3.98%. It was over 5% last Wednesday.": [("US2Y", 3.98, "last")],
    "The Bank of Russia put its key rate up to 17%.": [("RU_POLICY", 17.0, "last")],
    "Germany's 10-year yield rose to 0.37%. French OATs were 13 bps up at 0.74%, Italian BTPs 16 bps at 2.05%.": [
        ("DE10Y", 0.37, "last"),
        ("FR10Y", 0.74, "last"),
        ("IT10Y", 2.05, "last"),
    ],
    "Ten-year bonds were quiet. The yield on BTPs climbed to 2.05% and on OATs to 0.74%.": [
        ("IT10Y", 2.05, "last"),
        ("FR10Y", 0.74, "last"),
    ],
    "The two-year BTP was at 0.5%. BTPs were 16 bps up at 2.05%.": [("IT2Y", 0.5, "last")],  # of which tenor is not said
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), STANDS.items())
def test_where_rates_and_yields_stand(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations] == expected


BESIDE = {
    "The Czech National Bank lifted its main rate to 7.00%. The discount rate went to 6.00% and the Lombard rate to 8.00%.": [
        ("CZ_POLICY", 7.0, "last"),
    ],
    "Taiwan's central bank raised its key rate. The discount rate is 1.375% now.": [("TW_POLICY", 1.375, "last")],
    "The ECB cut its main rate to zero and its deposit rate to minus 0.4 percent.": [("EU_POLICY", 0.0, "last")],
    "Norges Bank raised its rate to 3.0%. The rate path now shows a peak of 3.6%, against 3.1% in December's forecasts.": [
        ("NO_POLICY", 3.0, "last"),
        ("NO_POLICY", 3.6, "forecast"),
    ],
    "Traders now see Bank Rate at 4.73% in December, against 4.80% before the announcement.": [("GB_POLICY", 4.73, "forecast")],
    "The forecast for the ten-year Bund yield is 0.15 percent, against minus 0.22 percent on Tuesday.": [
        ("DE10Y", 0.15, "forecast"),
        ("DE10Y", -0.22, "previous"),
    ],
    "Mexico's board voted four to one to lower the overnight interbank rate to 10.50 percent.": [("MX_POLICY", 10.5, "last")],
    "Lagos: the overnight interbank rate rose to 10.50 percent.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), BESIDE.items())
def test_rates_beside_a_policy_rate(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [(o.instrument, o.level, o.level_kind) for o in read(text).observations if o.level is not None] == expected
