"""What central banks do to their rates, and whose rate is meant; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

SAID = {
    "Switzerland's central bank cut its policy rate by 25 basis points to 1.5 percent, months before the Fed.": [
        ("CH_POLICY", 1.5, "last", "down", 25.0, "bp"),
    ],
    "Ghana's central bank had ratcheted up its policy rate by 2.5 percentage points to 29 percent.": [
        ("GH_POLICY", 29.0, "last", "up", 250.0, "bp"),
    ],
    "The Riksbank kept its key rate on hold at 2.25%; the Fed had yet to speak.": [
        ("SE_POLICY", 2.25, "last", "flat", None, None),
    ],
    "The RBA trimmed its target for the cash rate by a quarter of a point to 3.25 percent, the ECB its deposit rate to 2.5 "
    "percent from 3.": [
        ("AU_POLICY", 3.25, "last", "down", 25.0, "bp"),
        ("EU_POLICY", 2.5, "last", "down", None, None),
        ("EU_POLICY", 3.0, "previous", None, None, None),
    ],
    "Nobody expects the Bank of Korea to follow the Fed, whose own rate is higher. The rate stays at 2.5%.": [],
    "The Bank of Canada lowered its policy rate to 2.75%. The rate is at 2.75% for now, unlike that of the Fed.": [
        ("CA_POLICY", 2.75, "last", "down", None, None),
    ],
}  # fmt: skip
STRANGERS = {
    "China Mobile rose 1.1 percent. Quirkco, the retailer, jumped 6.8 percent to HK$11.28.": [
        ("0941.HK", None, None, "up", 1.1, "percent"),
    ],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*SAID.items(), *STRANGERS.items()])
def test_what_is_said_of_rates_and_of_strangers(
    read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]
) -> None:
    assert [short(o) for o in read(text).observations] == expected


OWN_RATES = {
    "The MPC voted 7-2 to raise Bank Rate by 50 basis points to 3.5%.": [("GB_POLICY", 3.5, "last", "up", 50.0, "bp")],
    "Turkey's central bank kept its one-week repo rate at 46% and the overnight lending rate at 49%.": [
        ("TR_POLICY", 46.0, "last", "flat", None, None),
    ],
    "Chile's peso was up 0.4% at 945.1 after the central bank cut its key rate by 25 basis points to 4.75%.": [
        ("USDCLP", 945.1, "last", "down", 0.4, "percent"),
        ("CL_POLICY", 4.75, "last", "down", 25.0, "bp"),
    ],
    "COLOMBO: The central bank left its overnight policy rate at 8 percent.": [("LK_POLICY", 8.0, "last", "flat", None, None)],
    "Ghana's central bank raised the monetary policy rate by 100 basis points to 28 percent.": [
        ("GH_POLICY", 28.0, "last", "up", 100.0, "bp"),
    ],
    "Bank Negara kept the overnight policy rate at 3 percent.": [("MY_POLICY", 3.0, "last", "flat", None, None)],
    "LAHORE: The State Bank lifted its policy rate by 150 basis points to 15 percent.": [
        ("PK_POLICY", 15.0, "last", "up", 150.0, "bp"),
    ],
    "The Bank of Canada trimmed its overnight target by half a percentage point to 3.25 per cent.": [
        ("CA_POLICY", 3.25, "last", "down", 50.0, "bp"),
    ],
    "The Norwegian central bank raised its benchmark by a quarter point to 4.5 percent, above the Riksbank's 3.75 percent.": [
        ("NO_POLICY", 4.5, "last", "up", 25.0, "bp"),
        ("SE_POLICY", 3.75, "last", None, None, None),
    ],
    "The Fed raised its key rate by half a percentage point to 4.25-4.5 percent, more than the Bank of England's 3.5%.": [
        ("US_POLICY", 4.5, "last", "up", 50.0, "bp"),
        ("GB_POLICY", 3.5, "last", None, None, None),
    ],
    "The SNB took the rate on sight deposits up by three quarters of a point to 0.5 percent.": [
        ("CH_POLICY", 0.5, "last", "up", 75.0, "bp"),
    ],
    "The Fed kept its key rate at 4.5%. Prices rose faster than the Fed's 2% goal allows.": [
        ("US_POLICY", 4.5, "last", "flat", None, None),
    ],
    "The ECB missed its target by a point. Its benchmark for supervision rose to 3 percent.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), OWN_RATES.items())
def test_rates_by_other_names(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected
