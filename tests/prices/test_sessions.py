"""Which session news belongs to, and when it closes. Each answer was worked out by hand from published trading hours."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from signals.clock import known_at
from signals.instruments import load_master
from signals.prices.sessions import close_of, reacting_session, usual_close

MASTER = load_master().instruments


def utc(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


CLOSES = [
    ("SPX", "2025-07-02", "2025-07-02T20:00"),  # 16:00 New York, summer
    ("SPX", "2025-07-03", "2025-07-03T17:00"),  # the half day before Independence Day: 13:00
    ("SPX", "2025-07-04", None),
    ("SPX", "2025-12-01", "2025-12-01T21:00"),  # 16:00, winter
    ("VIX", "2025-07-03", "2025-07-03T17:15"),  # a quarter of an hour after the exchange
    ("NKY", "2025-07-04", "2025-07-04T06:30"),  # 15:30 Tokyo since November 2024
    ("NKY", "2024-10-31", "2024-10-31T06:00"),  # 15:00 before
    ("JTOPI", "2025-07-04", "2025-07-04T15:00"),
    ("JTOPI", "2026-11-04", None),  # municipal elections
    ("USDZAR", "2025-07-04", "2025-07-04T21:00"),  # 17:00 New York
    ("USDZAR", "2025-12-05", "2025-12-05T22:00"),
    ("USDZAR", "2025-07-05", None),
    ("BTCUSD", "2025-07-05", "2025-07-06T00:00"),  # a Saturday
    ("WTI", "2025-07-02", "2025-07-02T18:30"),  # settles at 14:30 New York
    ("GC", "2025-07-02", "2025-07-02T17:30"),
    ("US10Y", "2025-07-02", "2025-07-02T21:00"),
]


@pytest.mark.parametrize(("instrument", "session", "close"), CLOSES)
def test_a_session_closes_at_one_instant(instrument: str, session: str, close: str | None) -> None:
    assert close_of(MASTER[instrument], date.fromisoformat(session)) == (utc(close) if close else None)


REACTS = [
    ("SPX", "2025-07-02T19:59", "2025-07-02"),
    ("SPX", "2025-07-02T20:00", "2025-07-03"),  # at the very close
    ("SPX", "2025-07-02T20:05", "2025-07-03"),  # 16:05 New York
    ("SPX", "2025-07-03T17:30", "2025-07-07"),  # after the half day, over the holiday and the weekend
    ("SPX", "2025-07-04T12:00", "2025-07-07"),
    ("SPX", "2025-03-07T20:30", "2025-03-07"),  # Friday 15:30 New York, still winter time
    ("SPX", "2025-03-10T20:30", "2025-03-11"),  # Monday 16:30, summer time since Sunday: the same hour in UTC
    ("SPX", "2025-10-27T20:30", "2025-10-28"),  # 16:30 New York while Europe has winter time already
    ("SPX", "2025-11-03T20:30", "2025-11-03"),  # 15:30, winter time in New York as well
    ("UKX", "2025-07-04T15:31", "2025-07-07"),  # London closes at 16:30 BST
    ("NKY", "2025-07-03T22:00", "2025-07-04"),  # Thursday evening in London is Friday morning in Tokyo
    ("NKY", "2025-07-04T06:31", "2025-07-07"),
    ("NZ50", "2025-07-03T20:00", "2025-07-04"),  # Friday 08:00 in Wellington
    ("NZ50", "2025-07-04T05:01", "2025-07-07"),  # Friday 17:01 in Wellington; closes at 16:45
    ("USDZAR", "2025-07-04T20:59", "2025-07-04"),
    ("USDZAR", "2025-07-04T21:30", "2025-07-07"),  # Friday night to Monday
    ("USDZAR", "2025-07-06T22:00", "2025-07-07"),  # Sunday evening, the week has begun
    ("BTCUSD", "2025-07-05T23:59", "2025-07-05"),
    ("BTCUSD", "2025-07-06T00:00", "2025-07-06"),
    ("JTOPI", "2024-05-28T15:30", "2024-05-30"),  # over election day
]


@pytest.mark.parametrize(("instrument", "known", "session"), REACTS)
def test_the_session_that_can_react_first(instrument: str, known: str, session: str) -> None:
    assert reacting_session(MASTER[instrument], utc(known)) == date.fromisoformat(session)


def test_an_item_with_only_a_day_counts_from_its_end() -> None:
    """Somewhere in Wednesday 2 July, UTC: surely known at its end, 20:00 New York, so that Thursday reacts."""
    noon = utc("2025-07-02T12:00")
    assert reacting_session(MASTER["SPX"], known_at(noon, "day", None)) == date(2025, 7, 3)


def test_an_item_without_a_time_has_no_session() -> None:
    assert reacting_session(MASTER["SPX"], known_at(None, "none", None)) is None


def test_prices_of_days_without_a_session_have_the_usual_hour() -> None:
    assert usual_close(MASTER["SPX"], date(2025, 7, 4)) == utc("2025-07-04T20:00")  # although the session before closed early
    assert usual_close(MASTER["USDZAR"], date(2025, 7, 5)) == utc("2025-07-05T21:00")


def test_markets_that_are_not_known() -> None:
    assert close_of(MASTER["US_POLICY"], date(2025, 7, 2)) is None
    assert reacting_session(MASTER["US_POLICY"], utc("2025-07-02T12:00")) is None
