"""Stamps of every make, with the instants worked out by hand. Receipt is Friday, 4 July 2025, 17:00 UTC."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.read.places import place_of
from signals.read.publication import PAGE_DATE, Stamp, publication

RECEIVED = datetime(2025, 7, 4, 17, tzinfo=UTC)


def read(*values: str | float, place: str | None = None, received: datetime | None = RECEIVED) -> tuple[str | None, str]:
    found = publication([Stamp(value, "stamp") for value in values], received, ZoneInfo(place) if place else None)
    return found.at.isoformat(timespec="seconds").removesuffix("+00:00") if found.at else None, found.precision


@pytest.mark.parametrize(
    ("written", "instant", "precision"),
    [
        ("Fri 4 July 2025 14:05 SAST", "2025-07-04T12:05:00", "minute"),
        ("Jul 4, 2025, 9:12 a.m. ET", "2025-07-04T13:12:00", "minute"),
        ("Jan 15, 2025, 9:12 a.m. ET", "2025-01-15T14:12:00", "minute"),
        ("4 JUL 2025 | 16:49 IST", "2025-07-04T11:19:00", "minute"),
        ("03.07.2025 | 17:05 (IST)", "2025-07-03T11:35:00", "minute"),
        ("14:55 JST, July 4, 2025", "2025-07-04T05:55:00", "minute"),
        ("Published: 16:22 BST, 4 July 2025", "2025-07-04T15:22:00", "minute"),
        ("July 4, 2025 at 9:12 AM EDT", "2025-07-04T13:12:00", "minute"),
        ("0939 GMT (1739 HKT) July 4, 2025", "2025-07-04T09:39:00", "minute"),
        ("11:24:07 04JUL25 GMT", "2025-07-04T11:24:07", "instant"),
        ("041349 GMT JUL 25", "2025-07-04T13:49:00", "minute"),
        ("Friday 4 July 2025 14.05 BST", "2025-07-04T13:05:00", "minute"),
        ("04-Jul-2025 13:05 PKT", "2025-07-04T08:05:00", "minute"),
        ("9:30 PM London time, July 3, 2025", "2025-07-03T20:30:00", "minute"),
        ("2025-07-04T13:00:00+02:00", "2025-07-04T11:00:00", "instant"),
        ("2025-07-04T13:00:00.1234567Z", "2025-07-04T13:00:00", "instant"),
        ("20250704T130000Z", "2025-07-04T13:00:00", "instant"),
        ("Fri, 04 Jul 2025 13:00:30 +0200", "2025-07-04T11:00:30", "instant"),
        ("Fri, 04 Jul 2025 09:00:00 EDT", "2025-07-04T13:00:00", "instant"),
        ("Fri Jul 04 13:00:00 UTC 2025", "2025-07-04T13:00:00", "instant"),
        ("July 4, 2025 13:00 UTC+2", "2025-07-04T11:00:00", "minute"),
        (1751634000, "2025-07-04T13:00:00", "instant"),
        (1751634000000, "2025-07-04T13:00:00", "instant"),
        ("1751634000", "2025-07-04T13:00:00", "instant"),
        ("4 hours ago", "2025-07-04T13:00:00", "hour"),
        ("Updated 3h ago", "2025-07-04T14:00:00", "hour"),
        ("2 hours, 5 minutes ago", "2025-07-04T14:55:00", "minute"),
        ("timea day ago", "2025-07-03T17:00:00", "day"),
        ("time10 hours ago", "2025-07-04T07:00:00", "hour"),
        ("just now", "2025-07-04T17:00:00", "minute"),
        ("yesterday", "2025-07-03T12:00:00", "day"),
        ("Yesterday, 14:30 BST", "2025-07-03T13:30:00", "minute"),
        ("Reuters01-07-2025", "2025-07-01T12:00:00", "day"),
        ("Friday, July 4", "2025-07-04T12:00:00", "day"),
        ("Dec 31", "2024-12-31T12:00:00", "day"),
        ("Thursday", "2025-07-03T12:00:00", "day"),
        ("04/07/2025", "2025-07-04T12:00:00", "day"),
        ("Thu 06/05/2025", "2025-06-05T12:00:00", "day"),
    ],
)
def test_stamps(written: str | float, instant: str, precision: str) -> None:
    assert read(written) == (instant, precision)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "Markets",
        "2 months ago",
        "July 2025",
        "1970-01-01T00:00:00Z",
        "2025-07-04T17:00:01Z",
        "9 July 2025",
        "Top 40 at 66,418",
    ],
)
def test_what_tells_no_time_or_lies_after_receipt_is_passed_over(written: str) -> None:
    assert read(written) == (None, "none")


def test_a_clock_without_a_zone_is_the_publishers_local_time() -> None:
    assert read("4 July 2025 14:05", place="Asia/Kolkata") == ("2025-07-04T08:35:00", "minute")


def test_a_clock_without_a_zone_of_an_unknown_place_is_trusted_to_the_day() -> None:
    assert read("4 July 2025 14:05") == ("2025-07-04T14:05:00", "day")


def test_a_sign_off_of_digits_takes_its_year_from_receipt() -> None:
    received = datetime(2022, 9, 12, 15, 30, tzinfo=UTC)
    assert read("09121647", place="Asia/Kolkata", received=received) == ("2022-09-12T11:17:00", "minute")


def test_an_abbreviation_means_what_it_means_where_the_publisher_is() -> None:
    assert read("4 July 2025 10:00 IST", place="Europe/Dublin") == ("2025-07-04T09:00:00", "minute")
    assert read("4 July 2025 10:00 IST") == ("2025-07-04T04:30:00", "minute")
    assert read("4 July 2025 10:00 CST", place="Asia/Shanghai") == ("2025-07-04T02:00:00", "minute")


def test_a_clock_takes_its_day_from_another_stamp() -> None:
    assert read("Thursday, July 3, 2025", "16:49 IST") == ("2025-07-03T11:19:00", "minute")


def test_the_date_of_the_page_gives_clocks_their_day_but_dates_no_item() -> None:
    page = Stamp("Thursday, July 3, 2025", PAGE_DATE)
    clock = publication([page, Stamp("16:49 IST", "stamp")], RECEIVED)
    assert clock.at == datetime(2025, 7, 3, 11, 19, tzinfo=UTC)
    assert publication([page], RECEIVED).at is None


def test_first_published_wins_over_updated_whatever_the_order() -> None:
    line = "Updated July 4, 2025 4pm BST; first published July 3, 2025 9:00 am BST"
    assert read(line) == ("2025-07-03T08:00:00", "minute")
    stamps = [Stamp("2025-07-04T10:00:00Z", "feed updated"), Stamp("2025-07-03T10:00:00Z", "feed published")]
    found = publication(stamps, RECEIVED)
    assert (found.at, found.basis) == (datetime(2025, 7, 3, 10, tzinfo=UTC), "feed published")


def test_an_update_never_refines_the_day_of_publication() -> None:
    assert read("Published July 4, 2025", "Updated 3h ago") == ("2025-07-04T12:00:00", "day")


def test_a_day_is_made_finer_by_a_time_on_that_day_only() -> None:
    assert read("2025-07-04", "2025-07-04T12:11:00Z") == ("2025-07-04T12:11:00", "instant")
    assert read("2025-07-01", "2025-07-04T12:11:00Z") == ("2025-07-01T12:00:00", "day")


def test_ages_and_dates_without_a_year_tell_nothing_without_receipt() -> None:
    assert read("4 hours ago", "July 4", "yesterday", received=None) == (None, "none")


def test_a_day_whose_noon_has_not_come_is_not_placed_after_receipt() -> None:
    assert read("4 July 2025", received=datetime(2025, 7, 4, 6, tzinfo=UTC)) == ("2025-07-04T06:00:00", "day")


@pytest.mark.parametrize(
    ("told", "zone"),
    [
        ({"hint": "GMT"}, "UTC"),
        ({"hint": "en-IN"}, "Asia/Kolkata"),
        ({"hint": "de"}, "Europe/Berlin"),
        ({"url": "https://www.example.co.za/a"}, "Africa/Johannesburg"),
        ({"source": "The Irish Times"}, "Europe/Dublin"),
        ({"source": "PTI"}, "Asia/Kolkata"),
        ({"source": "New York Post"}, "America/New_York"),
    ],
)
def test_the_publishers_place(told: dict[str, str], zone: str) -> None:
    place = place_of(**told)
    assert place is not None
    day = datetime(2025, 7, 4, 12, tzinfo=UTC)
    assert day.astimezone(place).utcoffset() == day.astimezone(ZoneInfo(zone)).utcoffset()


def test_nothing_is_assumed_of_an_unknown_place() -> None:
    assert place_of("en", "https://news.example.com/a", "Financial Herald") is None
    assert place_of(url="https://video.example.tv/a") is None


@pytest.mark.parametrize("number", [float("inf"), float("nan"), -1, 0, 10**400, 1e300, 253402300800])
def test_numbers_that_are_no_time_of_ours(number: float) -> None:
    assert read(number) == (None, "none")


@pytest.mark.parametrize("unit", [1, 10**3, 10**6, 10**9])
def test_numbers_since_1970_in_every_unit(unit: int) -> None:
    assert read(1751634000 * unit) == ("2025-07-04T13:00:00", "instant")
    assert read(1000000000 * unit) == ("2001-09-09T01:46:40", "instant")


@given(st.text(max_size=120) | st.floats() | st.integers(), st.booleans())
def test_no_stamp_breaks_it_and_nothing_lies_after_receipt(value: str | float, known: bool) -> None:
    found = publication([Stamp(value, "stamp")], RECEIVED if known else None)
    assert (found.at is None) == (found.precision == "none")
    assert not known or found.at is None or found.at <= RECEIVED


DIGITS = st.text("0123456789:/-. TZ+apmJulyFri(),IST’ago", max_size=60)


@given(DIGITS)
def test_nothing_like_a_stamp_breaks_it(value: str) -> None:
    found = publication([Stamp(value, "stamp")], RECEIVED)
    assert found.at is None or found.at <= RECEIVED
