"""A clock time as an instant: in its zone, on its day, at or before the moment at which the report reached us."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from signals.clock import print_instant
from signals.extract.times.expression import TimeExpression
from signals.extract.times.home import market_zone
from signals.extract.times.reference import Reference
from signals.instruments.master import Instrument
from signals.zones import zone_info

_CLOCKS_DIFFER = timedelta(minutes=30)  # a moment so long after the text reached us was not yet
_AT_ONCE = timedelta(hours=3)  # a report that reaches us so soon after a clock time was written on the day of that clock
_HALVES = {"morning": 0, "afternoon": 12, "evening": 12}


def instant(expression: TimeExpression, day: date | None, known: Reference, instrument: Instrument | None) -> str | None:
    """A clock time of a day in its zone: that of the words, of the place they name, of the dateline, of the market; without
    one, the day.
    """
    zone = _zone(expression, known, instrument)
    if day is None or zone is None or expression.hour is None:
        return iso(day)
    clock = time(hour_of_day(expression), expression.minute or 0)
    moment = datetime.combine(day, clock, zone).astimezone(UTC)
    if (
        hour_of_day(expression) > 12 > expression.hour
        and known.latest is not None
        and moment > known.latest
        and not expression.part
    ):
        moment -= timedelta(hours=12)  # "at eight minutes past six", in a report of the morning
    if expression.names_day and known.latest is not None and moment - known.latest > _CLOCKS_DIFFER:
        return iso(day)  # the clock is that of another place
    if not expression.names_day and known.latest is not None:
        moment = _before_receipt(moment, known.latest, known.stated)
    return print_instant(moment)


def _before_receipt(moment: datetime, latest: datetime, stated: bool) -> datetime:
    """The moment on the day that agrees with receipt: not after it, and the later one where receipt follows at once on a
    clock time whose day no dateline gives.
    """
    if not stated and timedelta(0) <= latest - moment - timedelta(days=1) <= _AT_ONCE:
        return moment + timedelta(days=1)
    return moment - timedelta(days=1) if moment - latest > timedelta(hours=1) else moment


def hour_of_day(expression: TimeExpression) -> int:
    """On the 24-hour clock, by the part of the day where one is named. A bare small hour is one of the afternoon: markets sleep
    before seven.
    """
    hour = expression.hour or 0
    if expression.halfday is None and expression.part in _HALVES:
        return hour % 12 + _HALVES[expression.part]
    return hour + 12 if expression.halfday is None and 1 <= hour < 7 else hour


def _zone(expression: TimeExpression, known: Reference, instrument: Instrument | None) -> tzinfo | None:
    named = zone_info(expression.zone) if expression.zone else None
    place = zone_info(expression.place) if expression.place else None
    return named or place or known.zone or market_zone(instrument)


def iso(day: date | None) -> str | None:
    """A day in reduced ISO 8601; None where there is none."""
    return None if day is None else day.isoformat()
