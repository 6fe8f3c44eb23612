"""Rates that stand beside a policy rate and are none; what moves are measured from around decisions."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

CA, CZ = ("CA_POLICY", 3.25, "last", "up", 75.0, "bp"), ("CZ_POLICY", 3.5, "last", "down", 25.0, "bp")
BESIDE = {
    "The Bank of Canada raised its overnight rate by 75 basis points to 3.25%. The bank rate is now 3.5%.": [CA],
    "The Czech central bank cut its two-week repo rate by 25 basis points to 3.50%. It also cut the discount rate to 2.50%.": [
        CZ,
    ],
    "The ECB lowered its deposit rate to 2%. It also cut the marginal lending rate to 2.40%.": [
        ("EU_POLICY", 2.0, "last", "down", None, None),
    ],
    "The RBI cut the repo rate to 6%. It also lowered the reverse repo rate by 15 basis points to 3.75%.": [
        ("IN_POLICY", 6.0, "last", "down", None, None),
    ],
    "Bank Indonesia cut the BI-Rate by 25 bps to 5.50 percent, the deposit facility rate to 4.75 percent.": [
        ("ID_POLICY", 5.5, "last", "down", 25.0, "bp"),
    ],
    "Peru's central bank cut its benchmark rate to 4.50%. The real policy rate stands at 2.3%.": [
        ("PE_POLICY", 4.5, "last", "down", None, None),
    ],
    "The US two-year note yielded 3.80%. The effective federal funds rate was 4.33%.": [
        ("US2Y", 3.8, "last", None, None, None),
    ],
    "The Bank of Ghana cut the MPR by 300 basis points to 25%.": [("GH_POLICY", 25.0, "last", "down", 300.0, "bp")],
    "Three-month sterling Libor was fixed at 2.33375 percent, down from 2.35625 percent.": [],
    "The Bangko Sentral ng Pilipinas cut its target reverse repurchase (RRP) rate by 25 basis points to 5.25 percent.": [
        ("PH_POLICY", 5.25, "last", "down", 25.0, "bp"),
    ],
    "Kenya's central bank cut its key rate to 9.50%. It narrowed the corridor around the rate to plus or minus 75 basis "
    "points.": [("KE_POLICY", 9.5, "last", "down", None, None)],
    "The National Bank of Angola raised its key rate by 50 basis points to 19.5% and the liquidity-absorbing rate to 18.5%.": [
        ("AO_POLICY", 19.5, "last", "up", 50.0, "bp"),
    ],
    "Banxico cut its key rate to 8%. Its forecast for headline inflation at the end of the year was raised to 3.7%.": [
        ("MX_POLICY", 8.0, "last", "down", None, None),
    ],
    "Banxico cut its key rate to 8%. Deputy Governor Jonathan Heath voted to hold the rate at 8.50%.": [
        ("MX_POLICY", 8.0, "last", "down", None, None),
    ],
    "BNM holds OPR\nBank Negara Malaysia kept the overnight policy rate (OPR) at 3.0 per cent.": [
        ("MY_POLICY", 3.0, "last", "flat", None, None),
    ],
    "KAMPALA - The Bank of Uganda left its Central Bank Rate (CBR) at 9.75 percent and the bank rate at 13.75 percent.": [
        ("UG_POLICY", 9.75, "last", "flat", None, None),
    ],
    "The Bank of Ghana kept its main rate at 27.0%, after cutting it by 200 basis points in September, when it stood at 29%.": [
        ("GH_POLICY", 27.0, "last", "flat", None, None),
        ("GH_POLICY", None, None, "down", 200.0, "bp"),
        ("GH_POLICY", 29.0, "previous", None, None, None),
    ],
}  # fmt: skip
MEASURED = {
    "The baht was at 33.40 per dollar, versus 33.33 prior to the announcement.": "announcement",
    "The Riksbank held its key rate at 2% at its fourth meeting of the year.": "prev_close",
    "The South African Reserve Bank cut its repo rate by 25 basis points to 7.25% per year.": "prev_close",
    "The Riksbank has cut its key rate by 200 basis points this year.": "ytd",
    "Since the previous decision the shekel strengthened by 5.9 percent against the dollar.": "since",
    "The shekel has gained 5.9% against the dollar since the last rate decision.": "since",
    "Since the decision was expected, the shekel fell 0.9 percent against the dollar.": "prev_close",
    "Since exporters were selling, the shekel gained 0.9 percent against the dollar.": "prev_close",
    "Since the war began gold, which pays no interest, has gained 12%.": "since",
    "Sweden's crown eased to 11.01 per euro by 0745 GMT from 10.98 just before the announcement.": "announcement",
    "The rand strengthened to 17.61 against the dollar from 17.70 before the rate decision.": "announcement",
    "The rand strengthened to 17.61 against the dollar from 17.70, before the data due on Tuesday.": "prev_close",
}


@pytest.mark.parametrize(("text", "expected"), BESIDE.items())
def test_rates_beside_the_policy_rate(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected


@pytest.mark.parametrize(("text", "basis"), MEASURED.items())
def test_what_a_move_is_measured_from(read: Callable[[str], Extraction], text: str, basis: str) -> None:
    moved = [o.move for o in read(text).observations if o.move is not None]
    assert [move.basis for move in moved] == [basis]


def test_from_when_another_measure_holds(read: Callable[[str], Extraction]) -> None:
    text = "Bank Negara Malaysia kept the overnight policy rate at 3.0 per cent and cut the reserve ratio from May 16."
    assert [o.at for o in read(text).observations] == ["2025-07-04"]


def test_a_rate_beside_a_meeting_to_come(read: Callable[[str], Extraction]) -> None:
    text = "Egypt's central bank meets on July 10 and is expected to cut its 24% deposit rate by 100 to 200 basis points."
    assert [(o.level, o.level_kind, o.at) for o in read(text).observations] == [(24.0, "last", "2025-07-04")]
