"""Clock times without a zone, in reports without a dateline: read off shortly before the report reached us.

Expected instants by hand: each report reaches us half an hour after its clock, on Thursday 10 July 2025.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from signals.clock import print_instant
from signals.extract import extract
from signals.records import Item, Observation

CLOCKS = {"at 4.10pm": (16, 10), "at 16:10": (16, 10), "by ten past four in the afternoon": (16, 10), "at 9.45am": (9, 45)}
HOMES = {  # the home currency at a level, its pair, and where its newsrooms are
    "The rand was at 17.6250 to the dollar": ("USDZAR", "Africa/Johannesburg"),
    "The yen was at 146.25 to the dollar": ("USDJPY", "Asia/Tokyo"),
    "The Indian rupee was at 85.6250 to the dollar": ("USDINR", "Asia/Kolkata"),
    "The ringgit was at 4.2450 to the dollar": ("USDMYR", "Asia/Kuala_Lumpur"),
    "The loonie was at 1.3660 to the US dollar": ("USDCAD", "America/Toronto"),
    "The zloty was at 3.6250 to the dollar": ("USDPLN", "Europe/Warsaw"),
}
ELSEWHERE = {
    "Brent crude stood at $68.42 a barrel": "BRENT",
    "Bitcoin stood at $113,250": "BTCUSD",
    "Gold traded at $3,321.50 an ounce": "XAUUSD",
    "The dollar index was at 97.45": "DXY",
}
AMERICA = "Traders await inflation data from the United States. The Federal Reserve said nothing. "


def _rows(text: str, received: datetime) -> dict[str, Observation]:
    body = f"Markets quiet\n\n{text}"
    found = extract(Item(id="1", path="-", position=0, text=body, body=body, received_at=received)).observations
    return {o.instrument: o for o in found}


def _moment(hour: int, minute: int, zone: str) -> datetime:
    return datetime(2025, 7, 10, hour, minute, tzinfo=ZoneInfo(zone)).astimezone(UTC)


@pytest.mark.parametrize("home", HOMES)
@pytest.mark.parametrize("phrase", CLOCKS)
def test_a_clock_is_that_of_the_place_where_it_had_just_been(home: str, phrase: str) -> None:
    pair, zone = HOMES[home]
    told = _moment(*CLOCKS[phrase], zone)
    received = told + timedelta(minutes=30)
    for lead in ("", AMERICA):
        assert _rows(f"{lead}{home} {phrase}.", received)[pair].at == print_instant(told)
        for said, instrument in ELSEWHERE.items():
            assert _rows(f"{lead}{home}. {said} {phrase}.", received)[instrument].at == print_instant(told)


def test_the_zone_of_another_clock_is_that_of_the_report() -> None:
    received = datetime(2023, 10, 24, 3, 5, tzinfo=UTC)
    text = "BlackRock's ticker showed up in New York. Bitcoin hit $35,150 around 06:30 SGT. Ether was at $1,805 at 10:45."
    assert _rows(text, received)["ETHUSD"].at == "2023-10-24T02:45:00Z"


def test_long_after_a_clock_the_market_tells_where_it_was() -> None:
    received = datetime(2025, 7, 11, 5, 0, tzinfo=UTC)
    text = f"{AMERICA}At 5pm on Thursday the rand was at 17.6250 to the dollar."
    assert _rows(text, received)["USDZAR"].at == "2025-07-10T15:00:00Z"


@pytest.mark.parametrize("level", ["17.6250 to the dollar", "R17.6250 per dollar"])
def test_an_hour_with_a_dot_behind_a_level(level: str) -> None:
    received = datetime(2025, 7, 10, 14, 30, tzinfo=UTC)
    assert _rows(f"The rand traded at {level} at 16.10.", received)["USDZAR"].at == "2025-07-10T14:10:00Z"


def test_a_verb_that_means_winning_names_no_country() -> None:
    received = datetime(2025, 7, 10, 14, 30, tzinfo=UTC)
    text = "Kenya won praise for its reforms. At 4.10pm Brent crude stood at $68.42 a barrel."
    assert _rows(text, received)["BRENT"].at == "2025-07-10T13:10:00Z"
