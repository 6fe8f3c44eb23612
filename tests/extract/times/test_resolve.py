"""When a statement holds. Expected values are worked out by hand from a calendar and the zones' offsets."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from signals.clock import parse_instant
from signals.extract.times import Resolver, find_times, reference_day, resolve, when
from signals.instruments.master import Instrument, load_master
from signals.records import Item

GOLD = Path(__file__).resolve().parents[4] / "shared" / "gold" / "reports.jsonl"

RAND = Instrument("USDZAR", "rand", "fx", timezone="Africa/Johannesburg")
DOW = Instrument("DJI", "Dow", "index", calendar="XNYS", timezone="America/New_York")
JSE = Instrument("JTOPI", "Top 40", "index", calendar="XJSE", timezone="Africa/Johannesburg")
BITCOIN = Instrument("BTCUSD", "Bitcoin", "crypto", timezone="UTC")


def item(text: str, received: str = "2025-07-04T17:05:00Z") -> Item:
    return Item(id="1", path="-", position=0, text=text, body=text, received_at=parse_instant(received))


def at(
    text: str, received: str = "2025-07-04T17:05:00Z", instrument: Instrument | None = RAND, kind: str | None = "last"
) -> str | None:
    found = find_times(text)
    return resolve(found[-1] if found else None, item=item(text, received), instrument=instrument, level_kind=kind)


CASES = [
    # 4 July 2025 was a Friday.
    ("It stood at 17.62 at 1251 GMT.", "2025-07-04T12:51:00Z"),
    ("It stood at 17.62 at 14:51 SAST.", "2025-07-04T12:51:00Z"),
    ("It stood at 17.62 at 2:51 p.m. local time.", "2025-07-04T12:51:00Z"),
    ("It stood at 17.62 at 9:30 a.m. EDT.", "2025-07-04T13:30:00Z"),
    ("It fell on Friday.", "2025-07-04"),
    ("It fell on Thursday.", "2025-07-03"),
    ("It fell last Friday.", "2025-06-27"),
    ("It fell yesterday.", "2025-07-03"),
    ("It peaked on 28 December.", "2024-12-28"),
    ("It peaked in March.", "2025-03"),
    ("It peaked in November.", "2024-11"),
    ("It peaked last July.", "2024-07"),
    ("It peaked in March 2020.", "2020-03"),
    ("It peaked in 2016.", "2016"),
    ("It fell last month.", "2025-06"),
    ("It fell last week.", "2025-06-27"),
    ("It is up so far this year.", "2025-07-04"),
    ("It held until Wednesday.", None),
]


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_words_resolved_against_receipt(text: str, wanted: str | None) -> None:
    assert at(text) == wanted


def test_without_words_the_day_is_the_markets_own() -> None:
    """01:30 UTC on Saturday is still Friday evening in New York."""
    assert at("The Dow fell.", "2025-07-05T01:30:00Z", DOW) == "2025-07-04"
    assert at("It fell.", "2025-07-06T12:00:00Z", RAND) == "2025-07-04"
    assert at("It fell.", "2025-07-06T12:00:00Z", BITCOIN) == "2025-07-06"


def test_the_dateline_comes_before_receipt() -> None:
    text = "Rand slips\nJOHANNESBURG, June 12 (Own wire) - The rand slipped to 17.80 by 15:30."
    assert at(text) == "2025-06-12T13:30:00Z"
    assert reference_day(item(text), RAND) == date(2025, 6, 12)


def test_the_day_that_the_opening_names_is_the_reports_day() -> None:
    assert reference_day(item("Maize slid on Wednesday.\nIt had been firm."), None) == date(2025, 7, 2)


def test_forecasts_and_unplaced_previous_levels_have_no_time() -> None:
    assert at("It will reach 18.", kind="forecast") is None
    assert at("It came from 17.52.", kind="previous") is None


@pytest.mark.parametrize(
    ("received", "instrument", "wanted"),
    [
        ("2025-07-07T15:00:00Z", DOW, "2025-07-03"),  # the fourth of July, then a weekend
        ("2024-05-30T15:00:00Z", JSE, "2024-05-28"),  # election day in South Africa
        ("2025-03-24T13:00:00Z", RAND, "2025-03-21"),
    ],
)
def test_previous_close_is_that_of_the_session_before(received: str, instrument: Instrument, wanted: str) -> None:
    assert at("Up from the previous close", received, instrument, "previous") == wanted


def test_no_time_at_all_without_any_clock() -> None:
    text = "It fell on Friday."
    bare = Item(id="1", path="-", position=0, text=text, body=text)
    assert resolve(find_times(text)[0], item=bare, instrument=RAND, level_kind="last") is None


def test_statement_joins_clock_and_day_and_keeps_the_comparison_apart() -> None:
    text = "At 1015 GMT on Thursday it was 17.60, 0.4% below Wednesday's close, and 2% up on the week."
    found = find_times(text)
    resolver = Resolver(item(text), found)
    first = [t for t in found if t.end <= text.index(", and")]
    stated = when(resolver, first, anchor=text.index("0.4%"), instrument=RAND, level_kind="last")
    assert (stated.at, stated.basis) == ("2025-07-03T10:15:00Z", "prev_close")
    second = when(resolver, found[-1:], anchor=text.index("2%"), instrument=RAND, level_kind=None)
    assert (second.at, second.basis) == ("2025-07-03", "week")


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled reports are not here")
def test_labelled_reports() -> None:
    """Share of labelled times found when each label's own sentence is given, a floor that must not slip."""
    right = total = 0
    instruments = load_master().instruments
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        text = report["text"]
        found = find_times(text)
        resolver = Resolver(item(text, report["received_at"]), found)
        for seen in report["observations"]:
            start = text.find(seen["evidence"])
            if start < 0:
                continue
            end = start + len(seen["evidence"])
            near = [t for t in found if start - 40 <= t.start and t.end <= end + 40]
            stated = when(
                resolver,
                near,
                anchor=(start + end) // 2,
                instrument=instruments.get(seen["instrument"]),
                level_kind=seen["level_kind"],
            )
            right += stated.at == seen["at"]
            total += 1
    assert right / total > FLOOR


FLOOR = 0.70
