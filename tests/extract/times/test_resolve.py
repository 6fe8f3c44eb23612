"""When a statement holds. Expected values are worked out by hand from a calendar and the zones' offsets."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from signals.clock import parse_instant
from signals.extract.times import Figures, Resolver, find_times, reference_day, resolve, when
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
    ("It stood at 17.62 as of 9 a.m. on Friday ET.", "2025-07-04T13:00:00Z"),
    ("It stood at 17.62 at 12:00 noon in London.", "2025-07-04T11:00:00Z"),
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
    """01:30 UTC on Saturday is still Friday evening in New York; at 06:00 UTC its last session is the one before; the
    fourth of July had none.
    """
    assert at("The Dow fell.", "2025-07-12T01:30:00Z", DOW) == "2025-07-11"
    assert at("The Dow fell.", "2025-07-10T06:00:00Z", DOW) == "2025-07-09"
    assert at("The Dow fell.", "2025-07-05T01:30:00Z", DOW) == "2025-07-03"
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


def stated(
    text: str, level: str | None, move: str | None, kind: str | None = "last", **more: str
) -> tuple[str | None, str | None]:
    """Time and basis of the statement whose figures stand where the words do."""
    spans = [None if word is None else (text.index(word), text.index(word) + len(word)) for word in (level, move)]
    resolver = Resolver(item(text, **more), find_times(text))
    found = when(resolver, Figures(*spans), instrument=RAND, level_kind=kind)
    return found.at, found.basis


STATEMENTS = [
    # 4 July 2025 was a Friday; the texts reach us at 17:05 UTC that day.
    ("At 1015 GMT on Thursday it was 17.60, 0.4% below Wednesday's close, and 2% up on the week.",
     "17.60", "0.4%", "last", ("2025-07-03T10:15:00Z", "prev_close")),
    ("At 1015 GMT on Thursday it was 17.60, 0.4% below Wednesday's close, and 2% up on the week.",
     None, "2%", None, ("2025-07-03T10:15:00Z", "wtd")),
    ("At 1251 GMT it traded at 17.6250, roughly down 0.6% on Thursday's close.",
     "17.6250", "0.6%", "last", ("2025-07-04T12:51:00Z", "prev_close")),
    ("It fetched 17.58, after 17.44 at the end of the previous session.", "17.44", None, "close", ("2025-07-03", None)),
    ("It stood at 17.58 against Thursday's close of 17.44.", "17.44", None, "previous", ("2025-07-03", None)),
    ("It stood at 17.58 against Thursday's close of 17.44.", "17.58", None, "last", ("2025-07-04", None)),
    ("It slipped 0.2% on Friday after touching 17.31 on Wednesday.", "17.31", None, "low", ("2025-07-02", None)),
    ("It slipped 0.2% on Friday after touching 17.31 on Wednesday.", None, "0.2%", None, ("2025-07-04", None)),
    ("So far this year it has gained 3% and its neighbour 4%.", None, "4%", None, ("2025-07-04", "ytd")),
    ("It is 8% below the record high it set in January.", None, "8%", None, ("2025-07-04", "since")),
    ("It was 0.7% off its session high.", None, "0.7%", None, ("2025-07-04", "intraday")),
    ("On Friday it was 5% dearer than on Monday.", None, "5%", None, ("2025-07-04", "since")),
    ("It lost 4% in June.", None, "4%", None, ("2025-06", "month")),
    ("It has lost 4% in July.", None, "4%", None, ("2025-07-04", "mtd")),
    ("On Tuesday it hit 17.90. That day it shed 2%.", None, "2%", None, ("2025-07-01", None)),
    ("It sank 1.2% on Wednesday, and was last at 17.31.", "17.31", None, "last", ("2025-07-04", None)),
    ("It set a record of 17.99 on June 14 and has fallen 9% since.", None, "9%", None, ("2025-07-04", "since")),
    ("It is up 9% since the year began.", None, "9%", None, ("2025-07-04", "ytd")),
    ("It had its best week since March, rising 4%.", None, "4%", None, ("2025-07-04", "week")),
    ("It is on course for a weekly loss of 4%.", None, "4%", None, ("2025-07-04", "wtd")),
    ("It rose 2% in the second quarter.", None, "2%", None, ("2025-06", "quarter")),
    ("It cost 17.62, from 17.55 late on Thursday.", "17.55", None, "previous", ("2025-07-03", None)),
    ("It has gained 9% over the past month.", None, "9%", None, ("2025-07-04", "month")),
    ("A year ago it stood at 18.40.", "18.40", None, "previous", ("2024-07", None)),
    ("It fetched 17.60 at five minutes to four in Johannesburg.", "17.60", None, "last", ("2025-07-04T13:55:00Z", None)),
    ("It slipped 0.2% to 17.64 by 0710 GMT after rising 2.6% in the previous session.",
     None, "2.6%", None, ("2025-07-03", "prev_close")),
    ("It rose to 17.80 before easing to 17.71.", "17.71", "easing", "last", ("2025-07-04", "intraday")),
    ("It was at 17.62 and its neighbour at 3.41 at 1504 GMT.", "17.62", None, "last", ("2025-07-04T15:04:00Z", None)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "level", "move", "kind", "wanted"), STATEMENTS)
def test_time_and_basis_of_a_statement(
    text: str, level: str | None, move: str | None, kind: str | None, wanted: tuple[str | None, str | None]
) -> None:
    assert stated(text, level, move, kind) == wanted


def test_a_close_is_that_of_a_session_that_had_ended() -> None:
    """The exchange closes at 15:00 UTC: a text of the morning that speaks of the close means the day before."""
    text = "The Top-40 closed 0.4% down.\nAbroad, shares fell on Friday."
    found = when(
        Resolver(item(text, received="2025-07-04T08:30:00Z"), find_times(text)),
        Figures(None, (text.index("0.4%"), text.index("0.4%") + 4)),
        instrument=JSE,
        level_kind=None,
    )
    assert found.at == "2025-07-03"


def test_a_diary_gives_no_dateline() -> None:
    text = "Diary\n- July 8: wage data\nThe rand eased to 17.70."
    assert reference_day(item(text), RAND) == date(2025, 7, 4)


def test_a_report_of_a_week_speaks_of_its_last_session() -> None:
    text = "Rand diary\nThe rand had a dull time of it last week. It gave up 1%.\nIt opened at 17.40."
    monday = "2025-07-07T07:00:00Z"
    assert stated(text, None, "1%", None, received=monday) == ("2025-07-04", "week")
    assert stated(text, "17.40", None, "open", received=monday)[0] == "2025-06-30"


def figure(text: str, start: int, end: int, value: float | None) -> tuple[int, int] | None:
    """Where a number of that size is printed, None where it is spelled otherwise."""
    for match in re.finditer(r"\d[\d,]*(?:\.\d+)?", text[start:end]):
        if value is not None and abs(float(match.group().replace(",", "")) - value) < 1e-6 * max(1, abs(value)):
            return start + match.start(), start + match.end()
    return None


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled reports are not here")
def test_labelled_reports() -> None:
    """Share of labelled times found when the places of each label's figures are given, a floor that must not slip."""
    right = total = 0
    instruments = load_master().instruments
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        text = report["text"]
        resolver = Resolver(item(text, report["received_at"]), find_times(text))
        for seen in report["observations"]:
            start = text.find(seen["evidence"])
            end = start + len(seen["evidence"])
            level = figure(text, start, end, seen["level"])
            move = figure(text, start, end, (seen["move"] or {}).get("value"))
            if start < 0 or seen["at"] is None or not (level or move):
                continue
            found = when(
                resolver,
                Figures(level, move),
                instrument=instruments.get(seen["instrument"]),
                level_kind=seen["level_kind"],
            )
            right += found.at is not None and found.at[: len(seen["at"])] == seen["at"]
            total += 1
    assert right / total > FLOOR


FLOOR = 0.90


def day_of_report(text: str, received: str = "2025-07-04T17:05:00Z", instrument: Instrument | None = RAND) -> str | None:
    found = reference_day(item(text, received), instrument)
    return found.isoformat() if found is not None else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # Written on Friday 4 July 2025: the day of writing is the report's own wherever it is named as a time.
        ("Mumbai: Shares fell from lifetime peaks on Friday. On Thursday they had ended flat.", "2025-07-04"),
        ("The index lost 0.2 percent to 5,411 at the close on Friday, after losing 0.1 percent on Thursday.", "2025-07-04"),
        ("The yen gave back part of last week's surge on Friday.", "2025-07-04"),
        ("The inflation report on Thursday knocked it off its perch; by Friday noon it was lower.", "2025-07-04"),
        ("Sterling fell last week.", "2025-06-27"),
        ("The rand eased on Thursday.", "2025-07-03"),
    ],
)
def test_the_day_that_a_report_names_as_its_own(text: str, day: str) -> None:
    assert day_of_report(text) == day


def test_the_week_of_metals_begins_on_sunday_evening_in_new_york() -> None:
    gold = load_master().instruments["XAUUSD"]
    text = "Before the bell, Monday 30 June 2025\nSpot gold: $3,274, -0.1%"
    assert day_of_report(text, "2025-06-29T21:30:00Z", gold) == "2025-06-27"
    assert day_of_report(text, "2025-06-29T22:30:00Z", gold) == "2025-06-30"


def test_a_clock_beside_a_commodity_is_that_of_the_reports_country() -> None:
    oil = load_master().instruments["WTI"]
    told = "Kenya pumps no crude. At noon on Friday, Nairobi traders paid $66.10 for it."
    assert at(told, "2025-07-04T17:05:00Z", oil) == "2025-07-04T09:00:00Z"
    between = "Kenya sells tea to Egypt. At noon on Friday crude was at $66.10."
    assert at(between, "2025-07-04T17:05:00Z", oil) == "2025-07-04"


def statement(text: str, level: str, instrument: Instrument, kind: str = "last") -> str | None:
    start = text.index(level)
    said = when(
        Resolver(item(text), find_times(text)),
        Figures((start, start + len(level))),
        instrument=instrument,
        level_kind=kind,
    )
    return said.at


@pytest.mark.parametrize(
    ("text", "level", "kind", "told"),
    [
        ("On Friday the kiwi, off as far as 0.6034 on Thursday, was at 0.6080.", "0.6080", "last", "2025-07-04"),
        ("The maker, the other giant that reported on Thursday evening, closed at 171.81.", "171.81", "close", "2025-07-04"),
        ("Within seconds of the open on Thursday it was at 71.95.", "71.95", "last", "2025-07-03"),
        ("It fell to 1.3112 from 1.3332 just before noon GMT on Friday.", "1.3332", "previous", "2025-07-04T12:00:00Z"),
        ("At 4.00 p.m. GMT the two-year yield stood at 3.98.", "3.98", "last", "2025-07-04T16:00:00Z"),
        ("On Wednesday it ended at 217. In late trade that evening it was at 176.", "176", "last", "2025-07-02"),
        ("It plumbed 104.25 cents as recently as June 27.", "104.25", "low", "2025-06-27"),
        ("It struck 19.34 at the start of the week.", "19.34", "low", "2025-06-30"),
        ("The rupee closed 5 paise up at 81.95 versus 82.00 a dollar.", "82.00", "previous", "2025-07-03"),
        ("Raw sugar for March fell, to close at 17.21 cents.", "17.21", "close", "2025-07-04"),
    ],
)
def test_what_dates_a_level(text: str, level: str, kind: str, told: str) -> None:
    assert statement(text, level, RAND, kind) == told


@pytest.mark.parametrize(
    ("text", "move", "basis"),
    [
        (
            "On Friday, shares slid. Ore was at 97.50 on Wednesday, 1.1 percent less than on Tuesday.",
            "1.1 percent",
            "prev_close",
        ),
        ("It lost 1.3% for the week.", "1.3%", "week"),
        ("It was 3.4 percent down an hour later.", "3.4 percent", None),
    ],
)
def test_what_a_move_is_measured_from(text: str, move: str, basis: str | None) -> None:
    start = text.index(move)
    figures = Figures(None, (start, start + len(move)))
    assert when(Resolver(item(text), find_times(text)), figures, instrument=RAND, level_kind=None).basis == basis


def test_a_stamp_of_a_day_holds_for_its_clock_times() -> None:
    """A report of Wednesday, found on Thursday soon after the same hour."""
    text = "The rand sank on Wednesday. At 1215 GMT it stood at 17.62."
    stamped = replace(
        item(text, "2025-07-03T13:20:00Z"), published_at=parse_instant("2025-07-02T12:00:00Z"), published_precision="day"
    )
    assert resolve(find_times(text)[-1], item=stamped, instrument=RAND, level_kind="last") == "2025-07-02T12:15:00Z"


CLOSED = [
    ("The rand closed the week at 17.60 to the dollar.", "2025-07-07T06:00:00Z", "2025-07-04", "prev_close"),
    ("The rand closed the week at 17.60 to the dollar.", "2025-07-05T06:00:00Z", "2025-07-04", "prev_close"),
    ("Brent ended 2024 at 74.64, 3.1% lower.", "2025-07-04T06:00:00Z", "2024-12-31", "year"),
    ("Copper finished June at 9,880, 4% higher.", "2025-07-04T06:00:00Z", "2025-06-30", "prev_close"),
    ("Zinc settled the month at 2,741, 4% higher.", "2025-07-04T06:00:00Z", "2025-06-30", "prev_close"),
    ("Zinc closed the year at 2,741, 4% higher.", "2025-07-04T18:00:00Z", "2025-07-04", "year"),
]


@pytest.mark.parametrize(("text", "received", "wanted", "basis"), CLOSED)
def test_a_close_of_a_period_is_that_of_its_last_session(text: str, received: str, wanted: str, basis: str) -> None:
    place = re.search(r"[\d,.]+\d(?= to|, |\.)", text[20:])
    assert place is not None
    figures = Figures((place.start() + 20, place.end() + 20))
    told = when(Resolver(item(text, received), find_times(text)), figures, instrument=RAND, level_kind="close")
    assert (told.at, told.basis or "prev_close") == (wanted, basis)


def test_a_review_of_the_year_tells_of_that_year() -> None:
    text = "Metals in 2024: a year of two halves\nNickel lost 7.5%. On 11 July zinc had been at 3,185. Tin gained 14%."
    told = when(
        Resolver(item(text, "2025-01-03T09:00:00Z"), find_times(text)),
        Figures(None, (49, 53)),
        instrument=RAND,
        level_kind=None,
    )
    assert (told.at, told.basis) == ("2024-12-31", "year")
