"""Sessions of exchanges. Expected values from the exchanges' published holidays; the library is the twin of the tables."""

from __future__ import annotations

import random
import warnings
from datetime import UTC, date, datetime, timedelta

import pytest

from signals.extract.times.sessions import is_session, last_session, previous_session, session_close

SPECIAL_IN_BOMBAY = [
    date(2015, 2, 28), date(2020, 2, 1), date(2024, 1, 20), date(2024, 3, 2), date(2024, 5, 18), date(2025, 2, 1),
]  # fmt: skip
DECLARED_IN_SOUTH_AFRICA = [date(2021, 11, 1), date(2022, 12, 27), date(2023, 12, 15), date(2024, 5, 29), date(2026, 11, 4)]


@pytest.mark.parametrize("day", DECLARED_IN_SOUTH_AFRICA)
def test_declared_holidays_of_south_africa(day: date) -> None:
    assert is_session("XJSE", day) is False


def test_previous_session_skips_weekends_and_holidays() -> None:
    assert previous_session("XNYS", date(2025, 7, 7)) == date(2025, 7, 3)
    assert previous_session("XLON", date(2025, 4, 22)) == date(2025, 4, 17)
    assert previous_session(None, date(2025, 7, 7)) == date(2025, 7, 4)
    assert last_session("XNYS", date(2025, 7, 4)) == date(2025, 7, 3)


def test_closes_early_and_usual() -> None:
    assert session_close("XNYS", date(2025, 7, 3)) == datetime(2025, 7, 3, 17, 0, tzinfo=UTC)
    assert session_close("XNYS", date(2025, 7, 2)) == datetime(2025, 7, 2, 20, 0, tzinfo=UTC)
    assert session_close("XNYS", date(2025, 7, 4)) is None


def test_unknown_exchanges_and_years_are_not_guessed() -> None:
    assert previous_session("XXXX", date(2025, 7, 7)) is None
    assert is_session("XNYS", date(1950, 7, 7)) is None


@pytest.mark.parametrize("name", ["XNYS", "XLON", "XTKS", "XBOM"])
def test_tables_equal_the_library(name: str) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import exchange_calendars

        calendar = exchange_calendars.get_calendar(name, start="2010-01-01", end="2025-12-31")
    days = random.Random(1).sample(
        [date.fromordinal(n) for n in range(date(2010, 2, 1).toordinal(), date(2025, 12, 1).toordinal())], 400
    )
    days = [day for day in days if day not in SPECIAL_IN_BOMBAY]  # which the library lacks
    assert [is_session(name, day) for day in days] == [calendar.is_session(day.isoformat()) for day in days]


@pytest.mark.parametrize("day", SPECIAL_IN_BOMBAY)
def test_special_sessions_of_bombay_on_saturdays(day: date) -> None:
    assert day.weekday() == 5
    assert is_session("XBOM", day) is True
    assert is_session("XBOM", day + timedelta(days=1)) is False
