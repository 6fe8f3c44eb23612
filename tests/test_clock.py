from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.clock import interval, known_at, parse_instant, print_instant

RECEIVED = datetime(2025, 7, 4, 17, tzinfo=UTC)


@given(st.datetimes(min_value=datetime(1900, 1, 1), timezones=st.just(UTC)))  # noqa: DTZ001
def test_an_instant_survives_printing(moment: datetime) -> None:
    text = print_instant(moment)
    assert text is not None
    assert text.endswith("Z")
    assert parse_instant(text) == moment


def test_other_zones_become_utc() -> None:
    assert parse_instant("2025-07-04T19:00:00+02:00") == datetime(2025, 7, 4, 17, tzinfo=UTC)
    assert print_instant(datetime(2025, 7, 4, 19, tzinfo=timezone(timedelta(hours=2)))) == "2025-07-04T17:00:00Z"


@pytest.mark.parametrize("text", ["2025-07-04T17:00:00", "2025-07-04", "yesterday", ""])
def test_a_time_without_zone_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        parse_instant(text)


@pytest.mark.parametrize(
    ("at", "start", "end"),
    [
        ("2025", (2025, 1, 1), (2026, 1, 1)),
        ("2025-12", (2025, 12, 1), (2026, 1, 1)),
        ("2024-02", (2024, 2, 1), (2024, 3, 1)),
        ("2024-02-29", (2024, 2, 29), (2024, 3, 1)),
    ],
)
def test_reduced_dates_are_intervals(at: str, start: tuple[int, int, int], end: tuple[int, int, int]) -> None:
    assert interval(at) == (datetime(*start, tzinfo=UTC), datetime(*end, tzinfo=UTC))


def test_an_instant_is_an_empty_interval() -> None:
    moment = datetime(2025, 7, 4, 12, 51, tzinfo=UTC)
    assert interval("2025-07-04T12:51:00Z") == (moment, moment)


@pytest.mark.parametrize(
    ("published", "precision", "received", "expected"),
    [
        (datetime(2025, 7, 4, 13, tzinfo=UTC), "hour", RECEIVED, datetime(2025, 7, 4, 14, tzinfo=UTC)),
        (datetime(2025, 7, 4, 16, 40, tzinfo=UTC), "hour", RECEIVED, RECEIVED),
        (datetime(2025, 7, 4, 12, tzinfo=UTC), "day", None, datetime(2025, 7, 5, tzinfo=UTC)),
        (datetime(2025, 7, 4, 12, tzinfo=UTC), "instant", None, datetime(2025, 7, 4, 12, tzinfo=UTC)),
        (None, "none", RECEIVED, RECEIVED),
        (None, "none", None, None),
    ],
)
def test_known_at_is_never_too_early(
    published: datetime | None, precision: str, received: datetime | None, expected: datetime | None
) -> None:
    assert known_at(published, precision, received) == expected
