"""Rates that an authority sets, the days that they are for, and bonds that are named twice."""

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item

_RECEIVED = datetime(2025, 7, 4, 17, 5, tzinfo=UTC)


def _rows(text: str) -> list[tuple[str, float | None, str | None, str | None]]:
    item = Item(id="1", path="-", position=0, text=text, body=text, received_at=_RECEIVED)
    return [(o.instrument, o.level, o.level_kind, o.at) for o in extract(item).observations]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "The National Bank set the official dollar rate at 92.50 roubles for Saturday, up 30 kopecks.",
            [("USDRUB", 92.5, "fixing", "2025-07-05")],
        ),
        (
            "TBILISI: The bank set the official rate of the lari at 2.7120 to the dollar, against 2.7095 a day earlier.",
            [("USDGEL", 2.712, "fixing", "2025-07-04"), ("USDGEL", 2.7095, "fixing", "2025-07-03")],
        ),
        (
            "CHISINAU: The leu was at 16.8512 lei per dollar and 19.7120 lei per euro on Thursday.",
            [("USDMDL", 16.8512, "last", "2025-07-03"), ("EURMDL", 19.712, "last", "2025-07-03")],
        ),
        (  # a close is no fixing
            "The central bank fixed the yuan at 7.1500 per dollar, against Thursday's close of 7.1660.",
            [("USDCNY", 7.15, "fixing", "2025-07-04"), ("USDCNY", 7.166, "previous", "2025-07-03")],
        ),
    ],
)
def test_official_rates(text: str, rows: list[tuple[str, float, str, str]]) -> None:
    assert _rows(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            "MUMBAI: The yield on the 10-year benchmark, the 7.16 per cent 2023 paper, rose 18 basis points to 8.96 per cent.",
            [("IN10Y", 8.96)],
        ),
        ("MUMBAI: The benchmark 10-year 6.33% 2035 bond yield ended at 6.34%.", [("IN10Y", 6.34)]),
        (  # another bond
            "MUMBAI: The benchmark 10-year bond yield was at 7.10% and the 7.18% 2033 paper at 7.12%.",
            [("IN10Y", 7.1), ("IN_2033", 7.12)],
        ),
    ],
)
def test_a_maturity_says_which_bond_is_meant(text: str, rows: list[tuple[str, float]]) -> None:
    assert [row[:2] for row in _rows(text)] == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("The Australian dollar slipped to .6512 from .6540.", [("AUDUSD", 0.6512), ("AUDUSD", 0.654)]),
        (
            "The kiwi was at 60.15 US cents. Against the Australian currency it slipped to 91.05 cents.",
            [("NZDUSD", 0.6015), ("NZDAUD", 0.9105)],
        ),
        ("The kiwi was at 60.15 US cents. Against the yen it was at 88.20.", [("NZDUSD", 0.6015), ("NZDJPY", 88.2)]),
    ],
)
def test_cents_are_of_the_other_currency(text: str, rows: list[tuple[str, float]]) -> None:
    assert [row[:2] for row in _rows(text)] == rows


def test_a_step_behind_an_aside() -> None:
    text = "The Bank of England cut its Bank Rate, at which it pays banks for reserves, by a quarter point to 4.25%."
    (found,) = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=_RECEIVED)).observations
    assert found.level == 4.25
    assert found.move is not None
    assert (found.move.direction, found.move.value) == ("down", 25)


def test_stamps_are_in_the_zone_of_the_first() -> None:
    text = "Swiss franc live\n9.33am GMT\nThe SNB has acted.\n10.02am\nThe euro is at 1.0350 Swiss francs in Zurich.\n"
    assert _rows(text)[-1] == ("EURCHF", 1.035, "last", "2025-07-04T10:02:00Z")
