"""The day that a report speaks of, and the clock by which it was written.

A report's own dateline comes first, then the first weekday that it names, then the day on which it was published or reached us.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from signals.extract.times.compose import find_times
from signals.extract.times.expression import TimeExpression
from signals.extract.times.zones import zone_info
from signals.instruments.master import Instrument
from signals.records import Item

OPENING = 700  # characters in which a dateline or the day of the report is looked for
_BEFORE_DATELINE = re.compile(
    r"(?:\A|\n)[ \t]*(?!(?:On|By|In|At|Since|Until|From|Before|After|Between|For|Through|As|The|A|Next|Due|Effective)\b[^\n:]*\Z)"
    r"(?:(?:[A-Z][\w.'’&/-]*|of|and|the|de|do|for|on|posted|published|updated|[-–—|,:(*•]+) ?){0,9}\Z"
)
_AFTER_DATELINE = re.compile(r"\)?,? *(?:\n|\Z|[-–—:.(|])")
_ROUND_THE_CLOCK = ("crypto",)


@dataclass(frozen=True, slots=True)
class Reference:
    """``day`` is the day that the report speaks of, ``written`` the local day on which it was written, None where
    nothing tells.

    ``zone`` is the zone of the place that the dateline names; ``latest`` the instant by which the text existed.
    """

    day: date | None
    written: date | None
    zone: tzinfo | None
    latest: datetime | None


def reference(item: Item, times: Sequence[TimeExpression], instrument: Instrument | None) -> Reference:
    """The reference of an item for one instrument: in its market's local time where the report names no place."""
    dateline = _dateline(item.text, times)
    zone = zone_info(dateline.place) if dateline and dateline.place else None
    latest = _latest(item)
    local = zone or market_zone(instrument)
    known = _known_day(item, local)
    stated = dated(dateline, known) if dateline else None
    written = stated or known
    spoken = stated or _spoken_day(times, written) or _trading_day(written, instrument)
    return Reference(spoken, written, zone, latest)


def reference_day(item: Item, instrument: Instrument | None = None) -> date | None:
    """The day that a report speaks of, on the calendar of the instrument's market; None where neither text nor item tells."""
    return reference(item, find_times(item.text), instrument).day


def market_zone(instrument: Instrument | None) -> tzinfo | None:
    """The zone of an instrument's market; None without an instrument."""
    return zone_info(instrument.timezone) if instrument is not None else None


def dated(expression: TimeExpression, written: date | None) -> date | None:
    """The day that a date means. A year left out is the one that brings it closest to the day of writing, not long after it."""
    if expression.month is None or expression.day is None:
        return None
    if expression.year is not None:
        return _date(expression.year, expression.month, expression.day)
    if written is None:
        return None
    days = (_date(written.year + more, expression.month, expression.day) for more in (1, 0, -1))
    return next((day for day in days if day is not None and day <= written + timedelta(days=1)), None)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _latest(item: Item) -> datetime | None:
    if item.published_at is not None and item.published_precision in ("instant", "minute", "hour"):
        return item.published_at + timedelta(hours=item.published_precision == "hour")
    return item.received_at


def _known_day(item: Item, zone: tzinfo | None) -> date | None:
    moment = item.published_at or item.received_at
    if moment is None:
        return None
    return (
        moment.date()
        if moment is item.published_at and item.published_precision == "day"
        else moment.astimezone(zone or UTC).date()
    )


def _dateline(text: str, times: Sequence[TimeExpression]) -> TimeExpression | None:
    """A full date that begins a line near the top and is set off from what follows."""
    for found in times:
        if found.start > OPENING:
            return None
        if found.day is not None and found.role == "at" and _set_off(text, found):
            return found
    return None


def _set_off(text: str, found: TimeExpression) -> bool:
    line = max(text.rfind("\n", 0, found.start), 0)
    if found.start - line > 70 or _AFTER_DATELINE.match(text, found.end) is None:
        return False
    return _BEFORE_DATELINE.match(text, line, found.start) is not None


def _spoken_day(times: Sequence[TimeExpression], written: date | None) -> date | None:
    """The first weekday or relative day that the opening names as the time of what it tells."""
    if written is None:
        return None
    for found in times:
        if found.start > OPENING:
            return None
        if (
            found.role == "at"
            and found.session is None
            and found.which != "next"
            and (found.weekday is not None or found.days == 0)
        ):
            return written if found.weekday is None else weekday_before(written, found.weekday)
    return None


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday on or before a day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)


def _trading_day(day: date | None, instrument: Instrument | None) -> date | None:
    """The last weekday on or before: what a report of a weekend speaks of, unless the market never shuts."""
    if day is None or (instrument is not None and instrument.instrument_class in _ROUND_THE_CLOCK):
        return day
    return day - timedelta(days=max(day.weekday() - 4, 0))
