"""Sessions of exchanges: the session before a day, and the instant at which a session closes.

From tables in data/sessions, made from exchange_calendars with holidays that it lacks; nothing heavy is imported. Markets
without an exchange (foreign exchange, spot metals) trade every weekday.
"""

from __future__ import annotations

import csv
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo

from signals.instruments.master import Instrument
from signals.resources import data_path

_LATEST = time(23, 59, 59)  # of all closing times
SUNDAY_WEEKS = frozenset(
    ("Asia/Riyadh", "Asia/Kuwait", "Asia/Qatar", "Asia/Bahrain", "Asia/Muscat", "Asia/Amman", "Asia/Jerusalem", "Africa/Cairo")
)
_SHUT, _SHUT_EARLY = time(18, 30), time(15, 30)
_LONGEST_BREAK = 30  # days: no exchange of the tables was shut for longer but in 2008 to 2020 crises, where the answer is None


@dataclass(frozen=True, slots=True)
class Exchange:
    """One exchange: ``week`` Monday first, the days ``off`` that week's habit, and local closing times by the session they
    start at, in order.
    """

    timezone: str
    week: tuple[bool, ...]
    first: date
    last: date
    off: frozenset[date]
    closes: tuple[tuple[date, time], ...]

    def is_session(self, day: date) -> bool | None:
        """Whether the exchange trades on a day; None outside the years covered."""
        if not self.first <= day <= self.last:
            return None
        return self.week[day.weekday()] != (day in self.off)


def is_session(calendar: str | None, day: date) -> bool | None:
    """Whether a market trades on a day. ``calendar`` is an exchange's MIC, None for a weekday market; None where it is not
    known.
    """
    if calendar is None:
        return day.weekday() < 5
    exchange = _exchanges().get(calendar)
    return exchange.is_session(day) if exchange else None


@lru_cache(maxsize=4096)
def previous_session(calendar: str | None, day: date) -> date | None:
    """The last session before a day, exclusive; None where the calendar is unknown or its tables do not reach."""
    for back in range(1, _LONGEST_BREAK):
        earlier = day - timedelta(days=back)
        open_then = is_session(calendar, earlier)
        if open_then is None:
            return None
        if open_then:
            return earlier
    return None


def last_session(calendar: str | None, day: date) -> date | None:
    """The last session on or before a day."""
    return previous_session(calendar, day + timedelta(days=1))


@lru_cache(maxsize=4096)
def session_close(calendar: str, day: date) -> datetime | None:
    """The instant (UTC) at which a session closes, early closes included; None where the day is no session that is known."""
    exchange = _exchanges().get(calendar)
    if exchange is None or not exchange.is_session(day):
        return None
    local = exchange.closes[bisect_right(exchange.closes, (day, _LATEST)) - 1][1]
    return datetime.combine(day, local, ZoneInfo(exchange.timezone)).astimezone(UTC)


def evening(instrument: Instrument, day: date) -> datetime | None:
    """An hour at which every exchange is shut, of a day of one whose sessions no table has; None where a table has them."""
    if is_session(instrument.calendar, day) is not None or not instrument.timezone:
        return None
    shut = _SHUT_EARLY if instrument.timezone in SUNDAY_WEEKS else _SHUT
    return datetime.combine(day, shut, ZoneInfo(instrument.timezone)).astimezone(UTC)


@cache
def _exchanges() -> dict[str, Exchange]:
    off: dict[str, list[date]] = {}
    for row in _rows("exceptions.csv"):
        off.setdefault(row["calendar"], []).extend(_days(int(row["year"]), row["days"]))
    closes: dict[str, list[tuple[date, time]]] = {}
    for row in _rows("closes.csv"):
        closes.setdefault(row["calendar"], []).append((date.fromisoformat(row["from"]), time.fromisoformat(row["close"])))
    return {row["calendar"]: _exchange(row, off, closes) for row in _rows("calendars.csv")}


def _exchange(row: dict[str, str], off: dict[str, list[date]], closes: dict[str, list[tuple[date, time]]]) -> Exchange:
    name = row["calendar"]
    week = tuple(mark == "1" for mark in row["week"])
    first, last = date.fromisoformat(row["first"]), date.fromisoformat(row["last"])
    return Exchange(row["timezone"], week, first, last, frozenset(off.get(name, ())), tuple(sorted(closes[name])))


def _days(year: int, marks: str) -> Iterator[date]:
    return (date(year, int(mark[1:3]), int(mark[3:5])) for mark in marks.split())


def _rows(name: str) -> list[dict[str, str]]:
    with data_path("sessions", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
