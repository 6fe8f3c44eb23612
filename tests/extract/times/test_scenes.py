"""Days that a sentence sets for those behind it, and earlier levels in rows; received on Tuesday 8 July 2025."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from signals.extract import extract
from signals.records import Item, Observation

RECEIVED = datetime(2025, 7, 8, 14, 5, tzinfo=UTC)
SCENES = {
    "What a day yesterday was.": "2025-07-07",
    "I don't recall a Monday like yesterday's.": "2025-07-07",
    "Let me tell you about yesterday.": "2025-07-07",
    "It got ugly yesterday.": "2025-07-07",
    "Monday will be remembered.": "2025-07-07",
    "Last Friday was a rout.": "2025-07-04",
    "Gold will trade on Thursday.": "2025-07-08",
    "Yesterday 1,200 lots were sold.": "2025-07-08",
}
SAID = {
    "By suppertime USD/CAD was 1.3730.": "USDCAD",
    "By evening the euro was at $1.1720.": "EURUSD",
    "At lunchtime gold stood at $3,321.50.": "XAUUSD",
    "Brent sank 3% to $66.42.": "BRENT",
    "At breakfast the greenback cost as much as C$1.3793.": "USDCAD",
}


def _levels(text: str) -> dict[float | None, Observation]:
    found = extract(Item(id="1", path="-", position=0, text=text, body=text, received_at=RECEIVED)).observations
    return {o.level: o for o in found if o.level is not None}


@pytest.mark.parametrize("scene", SCENES)
@pytest.mark.parametrize("said", SAID)
def test_a_sentence_sets_the_day(scene: str, said: str) -> None:
    (found,) = _levels(f"Letter\n\nHello from a frosty Kelowna.\n\n{scene} {said}").values()
    assert (found.instrument, found.at) == (SAID[said], SCENES[scene])


def test_this_morning_is_not_of_the_scene() -> None:
    found = _levels("Letter\n\nWhat a day yesterday was. This morning gold stood at $3,321.50.")
    assert found[3321.5].at == "2025-07-08"


@pytest.mark.parametrize(
    ("row", "at"),
    [
        ("{n} {a}, was {b} last night", "2025-07-07"),
        ("{n} {a} (was {b} last night)", "2025-07-07"),
        ("{n} {a}, was {b} a week ago", "2025-07-01"),
        ("{n} {a} (was {b})", None),
        ("{n} {a}, was {b} in NY", None),
    ],
)
@pytest.mark.parametrize(
    ("name", "now", "before"), [("EURUSD", "1.1720", "1.1755"), ("Brent", "$68.42", "$69.10"), ("Gold", "3,321.50", "3,340.10")]
)
def test_earlier_levels_in_rows(row: str, at: str | None, name: str, now: str, before: str) -> None:
    found = _levels(f"Note\n\nNothing much.\n\n{row.format(n=name, a=now, b=before)}")
    first, second = (found[float(level.strip("$").replace(",", ""))] for level in (now, before))
    assert (first.level_kind, first.at) == ("last", "2025-07-08")
    assert second.level_kind == "previous"
    assert at is None or second.at == at


def test_what_is_there_now_is_no_earlier_level() -> None:
    found = _levels("Note\n\nNothing much.\n\nEURUSD opened at 1.1755, was last at 1.1720")
    assert found[1.172].level_kind == "last"
