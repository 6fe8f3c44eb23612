"""What a board decided is told apart from what its members wanted, and from where markets and forecasters see the rate."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

CUT = ("SE_POLICY", 2.25, "last", "down", 25.0, "bp")
HELD = ("GB_POLICY", 4.25, "last", "flat", None, None)
VOTES = {
    "The Riksbank cut its policy rate by 25 basis points to 2.25%. One member preferred a cut of 50 basis points.": [CUT],
    "The Riksbank cut its policy rate by 25 basis points to 2.25%. Two members argued for a half-point reduction.": [CUT],
    "The Riksbank cut its policy rate by 25 basis points to 2.25%. A motion to raise rates by 25 bps was rejected.": [CUT],
    "The Bank of England held Bank Rate at 4.25%. Three members wanted a quarter-point cut.": [HELD],
    "The Bank of England kept rates at 4.25%, with Dhingra and Taylor voting for a 25 basis point reduction.": [HELD],
    "The Bank of England held rates at 4.25% although three members preferred a reduction of a quarter point.": [HELD],
    "The Riksbank cut its policy rate by 25 basis points to 2.25%. Two members preferred to lower it by 50, to 2%.": [CUT],
    "The Bank of England held Bank Rate at 4.25%. One member would have lowered Bank Rate to 4%.": [HELD],
    # all of them voted for what was decided
    "All five members of the Riksbank's board voted to cut the policy rate by 25 basis points to 2.25%.": [CUT],
    "The Bank of Russia left its key rate at 21% and dropped its signal of a hike.": [
        ("RU_POLICY", 21.0, "last", "flat", None, None),
    ],
}  # fmt: skip
TO_COME = {
    "In Norway, where the policy rate is still 4.5 percent, the first cut is expected in March.": [
        ("NO_POLICY", 4.5, "last", None, None, None),
    ],
    "The Riksbank cut its policy rate by 25 basis points to 2.25%. Swaps now imply a rate of 1.9% by early 2026.": [
        CUT,
        ("SE_POLICY", 1.9, "forecast", None, None, None),
    ],
    "The Riksbank cut its policy rate by 25 basis points to 2.25%. Markets are pricing a terminal rate of 1.75%.": [
        CUT,
        ("SE_POLICY", 1.75, "forecast", None, None, None),
    ],
    "Analysts see the Riksbank's policy rate at 2% at the end of the year, down from 2.25% in last month's survey.": [
        ("SE_POLICY", 2.0, "forecast", None, None, None),
    ],
    "The Riksbank cut its policy rate by 25 basis points to 2.25%. Mortgages are sold at a rate of 3.1%.": [CUT],
}  # fmt: skip
STATEMENTS = {
    "The Governing Council today decided to lower the three key ECB interest rates by 25 basis points. Accordingly, the "
    "interest rates on the deposit facility, the main refinancing operations and the marginal lending facility will be "
    "decreased to 2.25%, 2.40% and 2.65% respectively.": [("EU_POLICY", 2.25, "last", "down", 25.0, "bp")],
    "The ECB lowered its three key rates by 25 basis points. The deposit rate is now 2.25%.": [
        ("EU_POLICY", 2.25, "last", "down", 25.0, "bp"),
    ],
    "The ECB said its deposit rate would remain unchanged at 2.00%.": [("EU_POLICY", 2.0, "last", "flat", None, None)],
    "The ECB raised its deposit rate by 50 basis points to 2.50%, that on refinancing operations to 3.00%.": [
        ("EU_POLICY", 2.5, "last", "up", 50.0, "bp"),
    ],
    "The ECB said on Monday that it will meet on Thursday. Accordingly, the deposit rate will fall to 1.75% by June.": [
        ("EU_POLICY", 1.75, "forecast", None, None, None),
    ],
}  # fmt: skip
BANDS = {
    "The crown was at 7.4605 per euro, on the weak side of the central parity of 7.46038 of Denmark.": [
        ("EURDKK", 7.4605, "last", None, None, None),
    ],
    "The two-year sterling swap rate rose 6 bps to 3.72%. The two-year gilt yield was at 3.88%.": [
        ("GB2Y", 3.88, "last", None, None, None),
    ],
    "The PBOC set the central parity rate of the yuan at 7.1695 per dollar.": [("USDCNY", 7.1695, "fixing", None, None, None)],
    "The dong was at 23,100. The State Bank holds the currency within 22,900 and 23,500 per dollar.": [
        ("USDVND", 23100.0, "last", None, None, None),
    ],
    "The central bank of Kazakhstan kept the rate between 170 and 198 to the dollar.": [],
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), [*VOTES.items(), *TO_COME.items(), *STATEMENTS.items(), *BANDS.items()])
def test_what_was_decided(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected
