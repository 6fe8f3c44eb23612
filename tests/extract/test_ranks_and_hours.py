"""Coins and shares told by their rank, days told by an hour, and whose bonds a report means; rows by hand."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Extraction, Item
from tests.extract.conftest import short

COINS = {
    "Bitcoin rose 2%. Ether added 1% to $1,636. The world's biggest cryptocurrency has gained 56% since January.": [
        ("BTCUSD", None, None, "up", 2.0, "percent"), ("ETHUSD", 1636.0, "last", "up", 1.0, "percent"),
        ("BTCUSD", None, None, "up", 56.0, "percent"),
    ],
    "Bitcoin rose 2%. XRP added 1%. The second-largest token by market value fell 3% to $1,636.": [
        ("BTCUSD", None, None, "up", 2.0, "percent"), ("XRPUSD", None, None, "up", 1.0, "percent"),
        ("ETHUSD", 1636.0, "last", "down", 3.0, "percent"),
    ],
    "Ether, the second-largest cryptocurrency, was up 1.1% at $1,636.": [("ETHUSD", 1636.0, "last", "up", 1.1, "percent")],
    "The largest cryptocurrency exchange fell 3%.": [],
}  # fmt: skip
RANKED = {
    "Melrose Industries topped the leaderboard, adding 6.3%, with Rolls-Royce next best, up 3.1%.": ["MRO.L", "RR.L"],
    "Melrose Industries topped the leaderboard, adding 6.3%, with Rolls-Royce in second place, 3.1% higher.": ["MRO.L", "RR.L"],
    "Melrose Industries was ahead with Rolls-Royce in second place, 3.1% higher.": ["MRO.L"],
}  # fmt: skip
RUNNING = [
    "The dollar index was last up 1.65% at 105.12, on course for its biggest one-day gain since September 2022.",
    "The dollar index was up 1.65% at 105.12, on track for its best day in two years.",
]
BONDS = {
    "The S&P 500 rose 2.5%. The Mexican peso was at 20.18 per dollar. The 10-year yield rose 14 bps to 4.43%.": "US10Y",
    "The euro slumped 1.8%. The Mexican peso was at 20.18 per dollar. The dollar rose. The 10-year yield was 4.43%.": "US10Y",
    "The Mexican peso was at 20.18 per dollar. The 10-year yield rose 14 bps to 10.13%.": "MX10Y",
}


@pytest.mark.parametrize("text", COINS)
def test_a_coin_by_its_rank(read: Callable[[str], Extraction], text: str) -> None:
    assert [short(o) for o in read(f"Coins\n\n{text}").observations] == COINS[text]


@pytest.mark.parametrize("text", RANKED)
def test_a_name_ranked_behind_another_has_the_size_that_follows(read: Callable[[str], Extraction], text: str) -> None:
    assert [o.instrument for o in read(f"London close\n\n{text}").observations] == RANKED[text]


@pytest.mark.parametrize("text", RUNNING)
def test_a_day_whose_size_is_told_has_no_second_direction(read: Callable[[str], Extraction], text: str) -> None:
    rows = [short(o) for o in read(f"Dollar up\n\n{text}").observations]
    assert rows == [("DXY", 105.12, "last", "up", 1.65, "percent")]


@pytest.mark.parametrize("text", BONDS)
def test_one_currency_of_several_is_no_home(read: Callable[[str], Extraction], text: str) -> None:
    assert read(f"Markets\n\n{text}").observations[-1].instrument == BONDS[text]


@pytest.mark.parametrize(
    ("told", "spot", "low"),
    [
        ("Futures settled 0.1% lower at $1,942.50 on Thursday.", "2025-07-11T04:05:00Z", "2025-07-11"),
        ("Gold had lost 2% this week.", "2025-07-11T04:05:00Z", "2025-07-11"),
    ],
)
def test_what_had_not_closed_by_the_hour_of_a_report_is_of_the_day_before(told: str, spot: str, low: str) -> None:
    text = (
        f"Gold steadies\n\nSpot gold was flat at $1,919.59 per ounce by 0405 GMT. U.S. gold {told[0].lower()}{told[1:]} "
        "Spot silver was 0.2% higher at $23.00, having touched $22.85 earlier in the session."
    )
    received = datetime(2025, 7, 11, 9, 20, tzinfo=UTC)
    rows = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=received)).observations
    assert {o.level: o.at for o in rows if o.level in (1919.59, 22.85)} == {1919.59: spot, 22.85: low}
