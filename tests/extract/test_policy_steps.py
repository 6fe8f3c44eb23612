"""Steps of policy rates in the wordings of many newsrooms; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction
from tests.extract.conftest import short

STEPS = {
    "The RBA held its cash rate at 3.85%. The bank last cut in May, by 25 basis points from 4.10%.": [
        ("AU_POLICY", 3.85, "last", "flat", None, None),
        ("AU_POLICY", None, None, "down", 25.0, "bp"),
        ("AU_POLICY", 4.1, "previous", None, None, None),
    ],
    "Norges Bank kept its policy rate at 4.25%. It cut the rate by 25 basis points in June; its last cut came in 2020.": [
        ("NO_POLICY", 4.25, "last", "flat", None, None),
        ("NO_POLICY", None, None, "down", 25.0, "bp"),
    ],
    "The SNB kept its policy rate at 1.5%. The bank now expects inflation of 1.4%, down from 1.9%.": [
        ("CH_POLICY", 1.5, "last", "flat", None, None),
    ],
    "The Riksbank went for less, cutting its policy rate by 25 basis points to 2.25 percent.": [
        ("SE_POLICY", 2.25, "last", "down", 25.0, "bp"),
    ],
    "The RBI's panel voted four to two to lower the repo rate by 25 basis points to 5.5 per cent.": [
        ("IN_POLICY", 5.5, "last", "down", 25.0, "bp"),
    ],
    "Governor Bullock added half a percentage point to take the rate to 2.35 percent, after the RBA raised it in August.": [
        ("AU_POLICY", 2.35, "last", "up", 50.0, "bp"),
    ],
    "The RBNZ shaved 25 basis points to bring its cash rate to 3.25%.": [("NZ_POLICY", 3.25, "last", "down", 25.0, "bp")],
    "The Riksbank shaved 25 basis points off its forecast. It took its rate to 2%.": [
        ("SE_POLICY", 2.0, "last", None, None, None),
    ],
    "Norges Bank announced a cut of 50 basis points, taking its policy rate to 3.5 percent.": [
        ("NO_POLICY", 3.5, "last", "down", 50.0, "bp"),
    ],
    "Bank Indonesia startled everyone with a 50-basis-point hike that took its seven-day reverse repo rate to 6.75%.": [
        ("ID_POLICY", 6.75, "last", "up", 50.0, "bp"),
    ],
    "The Czech National Bank opted for a 75-basis-point increase in its repo rate, to 4.5%.": [
        ("CZ_POLICY", 4.5, "last", "up", 75.0, "bp"),
    ],
    "The RBA cut its cash rate by 25 basis points and it is now at 3.35%.": [("AU_POLICY", 3.35, "last", "down", 25.0, "bp")],
    "The Fed has tightened by 125 basis points since March.": [("US_POLICY", None, None, "up", 125.0, "bp")],
    "Ghana's central bank pushed its policy rate up by 300 basis points to a dizzying 30 percent.": [
        ("GH_POLICY", 30.0, "last", "up", 300.0, "bp"),
    ],
    "The Swiss National Bank shrugged and brought its rate down to 0.25 percent.": [
        ("CH_POLICY", 0.25, "last", "down", None, None),
    ],
    "The Riksbank held its policy rate at 2 percent. In May it made its first cut in years, by 25 basis points.": [
        ("SE_POLICY", 2.0, "last", "flat", None, None),
        ("SE_POLICY", None, None, "down", 25.0, "bp"),
    ],
    "Qatar's central bank announced that its lending rate would rise 25 basis points to 5.75 percent.": [
        ("QA_POLICY", 5.75, "last", "up", 25.0, "bp"),
    ],
    "Economists said the ECB would cut its deposit rate by 25 basis points to 2 percent.": [
        ("EU_POLICY", 2.0, "forecast", None, None, None),
    ],
}  # fmt: skip

TARGETS = {
    "The Fed lowered its target for overnight loans between banks from 1.5 percent to a range of 1 to 1.25 percent.": [
        ("US_POLICY", 1.25, "last", "down", None, None),
        ("US_POLICY", 1.5, "previous", None, None, None),
    ],
    "The Fed cut its benchmark rate to between zero and 0.25 percent.": [("US_POLICY", 0.25, "last", "down", None, None)],
    "Banxico lowered the target for its overnight interbank rate by 50 basis points to 8.5 percent.": [
        ("MX_POLICY", 8.5, "last", "down", 50.0, "bp"),
    ],
}  # fmt: skip

CORRIDORS = {
    "The Saudi Central Bank raised its repo rate 50 bps to 2.25 percent, and the reverse repo rate to 1.75 percent.": [
        ("SA_POLICY", 2.25, "last", "up", 50.0, "bp"),
    ],
    "Poland's central bank cut its reference rate to 5 percent; the Lombard rate falls to 5.5 and the deposit rate to 4.5.": [
        ("PL_POLICY", 5.0, "last", "down", None, None),
    ],
    "The ECB cut interest rates. Its deposit rate is now 2 percent.": [
        ("EU_POLICY", None, None, "down", None, None),
        ("EU_POLICY", 2.0, "last", None, None, None),
    ],
    "Turkey's central bank cut its key rate to 43%. The lending rate was lowered to 46% and the borrowing rate to 41.5%.": [
        ("TR_POLICY", 43.0, "last", "down", None, None),
    ],
    "The Saudi Central Bank raised its repo rate to 5 percent. Kuwait, whose dinar has a basket, waited. Its discount rate is "
    "4 percent.": [
        ("SA_POLICY", 5.0, "last", "up", None, None),
        ("KW_POLICY", 4.0, "last", None, None, None),
    ],
}  # fmt: skip

DELIVERED = {
    "The Fed delivered a half-point cut on Wednesday.": [("US_POLICY", None, None, "down", 50.0, "bp")],
    "The Bank of Korea, which delivered a half-point hike on Oct. 12, sat still. Its base rate is 3.0 percent.": [
        ("KR_POLICY", None, None, "up", 50.0, "bp"),
        ("KR_POLICY", 3.0, "last", None, None, None),
    ],
    "The Bank of England announced a quarter-point cut on Thursday, to 4.5%.": [("GB_POLICY", 4.5, "last", "down", 25.0, "bp")],
    "The RBA surprised many with a quarter-point hike on Tuesday that took the cash rate to 4.1%.": [
        ("AU_POLICY", 4.1, "last", "up", 25.0, "bp"),
    ],
    "The Fed is expected to deliver a quarter-point cut in September.": [],
    "The Fed funds target has been 4.50-4.75 since May. A rise of 50 bp at the next meeting is given odds of 78 pct.": [
        ("US_POLICY", 4.75, "last", None, None, None),
    ],
    "The Bank of Canada startled traders by dropping its key rate by 25 basis points to 0.75 per cent.": [
        ("CA_POLICY", 0.75, "last", "down", 25.0, "bp"),
    ],
    "Banxico cut its benchmark rate to 8.00%, with one member wanting to hold it at 8.50%.": [
        ("MX_POLICY", 8.0, "last", "down", None, None),
    ],
    "The Fed lowered rates by 25 bps in June, to a range of 4.00% to 4.25%, and traders see a chance of another cut.": [
        ("US_POLICY", 4.25, "last", "down", 25.0, "bp"),
    ],
    "Turkey's policy rate, which stood at 50% until December, is now 40.5%.": [
        ("TR_POLICY", 50.0, "previous", None, None, None),
        ("TR_POLICY", 40.5, "last", None, None, None),
    ],
    "The Bank of Canada's policy rate, at 2.5%, is 1.75 percentage points below the Fed's 4.25%.": [
        ("CA_POLICY", 2.5, "last", None, None, None),
        ("US_POLICY", 4.25, "last", None, None, None),
    ],
    "Poland's key rate is 5%; Romania's stands at 6.5%.": [
        ("PL_POLICY", 5.0, "last", None, None, None),
        ("RO_POLICY", 6.5, "last", None, None, None),
    ],
    "The Fed delivered a report on a half-point increase in inflation.": [],
    "The Fed is on hold, unlike in Canada, where the policy rate is 2.75%.": [("CA_POLICY", 2.75, "last", None, None, None)],
}  # fmt: skip

OF_THE_YUAN = {
    "The yuan's midpoint was set 85 basis points weaker on Friday, at 7.1385 per dollar.": [
        ("USDCNY", 7.1385, "fixing", "up", 0.0085, "CNY"),
    ],
    "The rand was at 18.05 per dollar, and 15 basis points were all that the bond gained.": [
        ("USDZAR", 18.05, "last", None, None, None),
    ],
    "On the trade-weighted index the kiwi stood at 70.55.": [],
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"), [*STEPS.items(), *TARGETS.items(), *CORRIDORS.items(), *DELIVERED.items(), *OF_THE_YUAN.items()]
)
def test_steps_of_policy_rates(read: Callable[[str], Extraction], text: str, expected: list[tuple[object, ...]]) -> None:
    assert [short(o) for o in read(text).observations] == expected


def test_a_size_of_several_steps_is_since_the_first(read: Callable[[str], Extraction]) -> None:
    (cut,) = read("The ECB has cut its deposit rate eight times in a year, by 200 basis points in total, to 2%.").observations
    assert cut.move is not None
    assert (cut.level, cut.move.value, cut.move.basis) == (2.0, 200.0, "since")
