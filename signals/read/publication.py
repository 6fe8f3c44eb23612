"""When an item was published, from the stamps that it carries.

Order of trust: what the document says of itself for machines (JSON-LD, meta and time elements, dates of feeds and of JSON
fields) before what is printed (stamps, wire stamps), before ages ("4 hours ago", counted back from receipt), before the
dateline of the text. Readers give stamps in that order. Whatever speaks of an update comes after all that speak of publication.
A stamp that only names the day is made finer by a later one that gives the time on that day; one that only gives a clock takes
its day from the others. A stamp that lies after receipt is passed over, and the moment of reading never stands in for an
unknown time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime

from signals.read.written_times import Age, Role, Written, find_times, role_of
from signals.records import Precision
from signals.zones import PLACES, ZONE_NAMES, zone_info

PAGE_DATE = "page date"  # the basis of a stamp that gives clocks their day but dates no item
FIRST_YEAR = 1990
EPOCH_FROM, EPOCH_TO = 631_152_000, 4_102_444_800  # the years 1990 to 2099
FARTHEST_ZONE = timedelta(hours=14)
DAY = timedelta(days=1)
AGE_PRECISION: dict[str, Precision] = {"s": "minute", "m": "minute", "h": "hour", "d": "day", "w": "day"}
WITHIN: dict[Precision, timedelta] = {"day": DAY, "hour": timedelta(hours=1)}


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as the document writes it, however loosely, and the kind of place it stands in.

    Numbers are seconds, milliseconds, microseconds or nanoseconds since 1970. The basis ``PAGE_DATE`` marks the date of the
    whole page: it gives the day to stamps with a clock only, and is no publication time itself.
    """

    value: str | int | float
    basis: str


@dataclass(frozen=True, slots=True)
class Publication:
    """An instant in UTC with how exact it is and what it was read from; None where nothing tells.

    Precision ``day`` is noon UTC of the stated day, or the stated time read as UTC where its zone is unknown: twelve hours
    either way. Never later than receipt.
    """

    at: datetime | None = None
    precision: Precision = "none"
    basis: str | None = None


@dataclass(frozen=True, slots=True)
class _Context:
    """What a stamp may lean on: receipt, the zone of the publisher's place, and the day that other stamps give."""

    received_at: datetime | None
    place: tzinfo | None
    day: date | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    publication: Publication
    role: Role
    earliest: datetime


def publication(stamps: Iterable[Stamp], received_at: datetime | None, place: tzinfo | None = None) -> Publication:
    """The publication time that the stamps tell.

    ``place`` is the zone in which the publisher writes clocks without a zone; None where it is not known, and then such a clock
    is read as UTC and trusted to the day only.
    """
    stamps = list(stamps)
    context = _Context(received_at, place)
    context = _Context(received_at, place, _day_of(stamps, context))
    readings = [reading for stamp in stamps for reading in _readings(stamp, context)]
    accepted = [r for r in readings if received_at is None or r.earliest <= received_at]
    accepted.sort(key=lambda reading: reading.role == "updated")
    if not accepted:
        return Publication()
    best = _finer(accepted)
    if received_at is not None and best.at is not None and best.at > received_at:
        return Publication(received_at, best.precision, best.basis)
    return best


def _finer(readings: Sequence[_Reading]) -> Publication:
    """The first reading, made finer by those of the same role that lie within it."""
    best = readings[0]
    for reading in readings[1:]:
        reach = WITHIN.get(best.publication.precision)
        other = reading.publication
        if reach is None or best.publication.at is None or other.at is None or reading.role != best.role:
            continue
        if WITHIN.get(other.precision, timedelta(0)) < reach and abs(other.at - best.publication.at) <= reach:
            best = reading
    return best.publication


def _day_of(stamps: Sequence[Stamp], context: _Context) -> date | None:
    """The first day that any stamp gives, for those with a clock only."""
    for stamp in stamps:
        if not isinstance(stamp.value, str):
            continue
        for written in find_times(stamp.value):
            if day := _date(written, context):
                return day
    return None


def _readings(stamp: Stamp, context: _Context) -> Iterator[_Reading]:
    if stamp.basis == PAGE_DATE:
        return
    role = role_of(stamp.basis)
    moment = _number(stamp.value) if _is_number(stamp.value) else _mail_date(str(stamp.value))
    if moment is not None:
        precision: Precision = "instant" if moment.second or _is_number(stamp.value) else "minute"
        yield _Reading(Publication(moment, precision, stamp.basis), role, moment)
        return
    for written in find_times(str(stamp.value)):
        reading = _reading(written, stamp.basis, written.role or role, context)
        if reading is not None:
            yield reading


def _is_number(value: str | float) -> bool:
    return isinstance(value, (int, float)) or re.fullmatch(r"1\d{9}(?:\d{3}|\d{6}|\d{9})?(?:\.\d+)?", value.strip()) is not None


def _number(value: str | float) -> datetime | None:
    """Seconds since 1970, or thousandths, millionths or billionths of them, told apart by their size."""
    number = value if isinstance(value, (int, float)) else float(value)
    for scale in (1, 10**3, 10**6, 10**9):
        if EPOCH_FROM * scale <= number < EPOCH_TO * scale:
            return datetime.fromtimestamp(number / scale, UTC)
    return None


def _mail_date(text: str) -> datetime | None:
    """A date as in mail and RSS 2.0, RFC 2822, with its zone as an offset or GMT."""
    if not re.search(r"(?:[+-]\d{4}|GMT|UT|UTC)\s*(?:\(\w+\))?\s*$", text):
        return None
    try:
        moment = parsedate_to_datetime(text.strip())
    except (ValueError, OverflowError, IndexError, TypeError):
        return None
    return moment.astimezone(UTC) if moment.tzinfo is not None and moment.year >= FIRST_YEAR else None


def _reading(written: Written, basis: str, role: Role, context: _Context) -> _Reading | None:
    if written.age is not None:
        return _from_age(written.age, role, context)
    day = _date(written, context) or context.day
    if written.clock is None:
        return _from_day(_date(written, context), basis, role)
    if day is None:
        day = _latest_day(written, context)
    if day is None or day.year < FIRST_YEAR:
        return None
    return _from_clock(written, day, basis, role, context)


def _from_age(age: Age, role: Role, context: _Context) -> _Reading | None:
    if context.received_at is None:
        return None
    at = context.received_at - age.back
    return _Reading(Publication(at, AGE_PRECISION[age.unit], "age"), role, at)


def _from_day(day: date | None, basis: str, role: Role) -> _Reading | None:
    if day is None or day.year < FIRST_YEAR:
        return None
    noon = datetime.combine(day, time(12), UTC)
    return _Reading(Publication(noon, "day", basis), role, noon - timedelta(hours=12) - FARTHEST_ZONE)


def _from_clock(written: Written, day: date, basis: str, role: Role, context: _Context) -> _Reading | None:
    zone = _zone(written, day, context.place)
    at = datetime.combine(day, written.clock or time(), zone or UTC).astimezone(UTC)
    if zone is None:
        return _Reading(Publication(at, "day", f"{basis}, zone not stated"), role, at - FARTHEST_ZONE)
    return _Reading(Publication(at, "instant" if written.has_seconds else "minute", basis), role, at)


def _zone(written: Written, day: date, place: tzinfo | None) -> tzinfo | None:
    """The printed zone, an abbreviation with the meaning that it has at the publisher's place; else the place's own."""
    if written.offset is not None:
        return timezone(written.offset)
    if written.zone is None:
        return place
    name = written.zone
    if place is not None and datetime.combine(day, time(12), place).tzname() == name:
        return place
    return zone_info(ZONE_NAMES.get(name.lower(), PLACES.get(name.removesuffix(" time"), name))) or place


def _date(written: Written, context: _Context) -> date | None:
    """The day that is written, with what is missing filled in from receipt; None where it stays open."""
    latest = _local_today(written, context)
    if written.days:
        return _choice(written, latest)
    if latest is None:
        return _in_year(written.month_day, context.day) if context.day and written.month_day else None
    if written.month_day is not None:
        return _last_such_day(written.month_day, latest)
    if written.days_back is not None:
        return latest - written.days_back * DAY
    if written.weekday is not None:
        return latest - ((latest.weekday() - written.weekday) % 7) * DAY
    return None


def _local_today(written: Written, context: _Context) -> date | None:
    if context.received_at is None:
        return None
    zone = _zone(written, context.received_at.date(), context.place)
    return context.received_at.astimezone(zone or UTC).date()


def _choice(written: Written, latest: date | None) -> date | None:
    """Of the dates that 04/07/2025 can mean, that on the printed weekday, else the nearest before receipt, else day first."""
    days = [day for day in written.days if written.weekday is None or day.weekday() == written.weekday] or list(written.days)
    if latest is None or len(days) == 1:
        return days[0]
    past = [day for day in days if day <= latest + DAY]
    return max(past) if past else days[0]


def _last_such_day(month_day: tuple[int, int], latest: date) -> date | None:
    for year in (latest.year, latest.year - 1):
        day = _in_year(month_day, date(year, 1, 1))
        if day is not None and day <= latest + DAY:
            return day
    return None


def _in_year(month_day: tuple[int, int], year: date) -> date | None:
    try:
        return date(year.year, *month_day)
    except ValueError:
        return None


def _latest_day(written: Written, context: _Context) -> date | None:
    """The day of the last such clock before receipt."""
    today = _local_today(written, context)
    if today is None or context.received_at is None or written.clock is None:
        return None
    zone = _zone(written, today, context.place)
    at = datetime.combine(today, written.clock, zone or UTC)
    return today if at <= context.received_at else today - DAY
