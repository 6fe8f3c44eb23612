"""Each phrase of time means the same beside any instrument, at either end of a sentence.

Expected values are told by hand for a text that is received on Thursday 10 July 2025, at 21:05 UTC.
"""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item, Observation

RECEIVED = datetime(2025, 7, 10, 21, 5, tzinfo=UTC)
HELD = {
    "The FTSE 100": "8,924.5",
    "Brent crude": "$68.42 a barrel",
    "The rand": "17.6250 per dollar",
    "Bitcoin": "$113,250",
    "Copper": "$9,660 a ton",
}
MOVED = ("The FTSE 100", "Brent crude", "The rand", "Gold", "The euro", "Shares in Vodafone")
AT = {
    "2025-07-10": ["on Thursday", "today", "earlier on Thursday", "this afternoon", "in morning trade"],
    "2025-07-09": ["on Wednesday", "late on Wednesday", "yesterday", "on July 9", "on 9 July", "in the previous session"],
    "2025-07-08": ["on Tuesday", "on 08/07/2025", "on 2025-07-08"],
    "2025-07-07": ["on Monday", "on Monday morning"],
    "2025-07-04": ["last Friday"],
    "2025-07-03": ["a week ago", "on 3 July"],
    "2025-07": ["earlier this month", "in the first week of July", "earlier this week"],
    "2025-06": ["last month", "in mid-June", "in the last week of June"],
    "2025-05": ["in late May"],
    "2025-04": ["in April"],
    "2024-12-31": ["on December 31", "at the end of 2024", "on New Year's Eve"],
    "2024-12-24": ["on Christmas Eve"],
    "2024-04-08": ["on April 8 last year"],
    "2020-03": ["in March 2020"],
    "2020": ["in 2020"],
    "2025-07-10T14:30:00Z": ["at 1430 GMT", "at 14:30 GMT", "at 1530 BST", "at 3:30 pm in London"],
    "2025-07-09T14:30:00Z": ["by 1430 GMT on Wednesday"],
    "2025-07-10T13:30:00Z": ["at 0930 in New York", "at 2.30 p.m. London time"],
    "2025-07-10T14:20:00Z": ["at 16:20 CEST"],
}
BASIS = {
    "prev_close": ["on the day", "from Wednesday's close", "from the previous session", "day on day", "over 24 hours"],
    "week": ["over the week", "from a week ago", "week on week", "last week", "in the first week of July"],
    "wtd": ["so far this week"],
    "month": ["over the past month", "last month", "in June", "month on month"],
    "mtd": ["this month", "so far in July", "since the end of June"],
    "quarter": ["last quarter", "in the second quarter", "over the past three months"],
    "qtd": ["so far this quarter"],
    "ytd": ["this year", "since January", "since the end of 2024", "in 2025 so far", "in the first weeks of 2025"],
    "year": ["year on year", "over the past year", "in 2024", "from a year earlier"],
    "intraday": ["since the open", "from the open", "from its opening price", "from the day's high", "in an hour"],
    "since": [
        *("since April", "from its record high", "in three sessions", "over the past two weeks", "since 2020"),
        *("since the election", "since its listing", "in the past decade", "in the first half of the year"),
        "in the second half of 2024",
    ],
}


def _only(text: str) -> Observation:
    body = f"Markets\n\n{text}"
    (found,) = extract(Item(id="1", path="-", position=0, text=body, body=body, received_at=RECEIVED)).observations
    return found


@pytest.mark.parametrize(("phrase", "at"), [(phrase, at) for at, phrases in AT.items() for phrase in phrases])
def test_when_a_level_held(phrase: str, at: str) -> None:
    for subject, level in HELD.items():
        assert _only(f"{subject} traded at {level} {phrase}.").at == at
        assert _only(f"{phrase[0].upper()}{phrase[1:]}, {subject[0].lower()}{subject[1:]} was at {level}.").at == at


@pytest.mark.parametrize(("phrase", "basis"), [(phrase, basis) for basis, phrases in BASIS.items() for phrase in phrases])
def test_what_a_move_is_measured_from(phrase: str, basis: str) -> None:
    for subject in MOVED:
        for said in (f"{subject} rose 0.6% {phrase}.", f"{subject} has gained 0.6% {phrase}."):
            move = _only(said).move
            assert move is not None
            assert move.basis == basis


@pytest.mark.parametrize(
    "reason",
    ["since the market was oversold", "since oil was cheap", "after profit dropped 8% in the first half of the year"],
)
def test_a_reason_is_no_period(reason: str) -> None:
    move = _only(f"Shares in Vodafone rose 0.6% {reason}.").move
    assert move is not None
    assert move.basis == "prev_close"


def test_the_end_of_a_month_that_runs_is_told_of_today() -> None:
    found = _only("Brent crude was set to end July about 2% lower.")
    assert found.at == "2025-07-10"
