"""When an item was published, from the stamps that it carries.

Stamps are tried in the order given, most trusted first; one that cannot be read, has no zone, or lies after receipt is passed
over. An age ("4 hours ago") counts back from receipt and is only as exact as its unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from signals.clock import parse_instant
from signals.records import Precision

UNITS: dict[str, tuple[timedelta, Precision]] = {
    "s": (timedelta(seconds=1), "minute"),
    "m": (timedelta(minutes=1), "minute"),
    "h": (timedelta(hours=1), "hour"),
    "d": (timedelta(days=1), "day"),
    "w": (timedelta(weeks=1), "day"),
}
AGE = re.compile(
    r"(?:(?P<count>\d{1,4}|an?|one)\s?(?P<unit>s(?:ec(?:ond)?s?)?|m(?:in(?:ute)?s?)?|h(?:(?:ou)?rs?)?|d(?:ays?)?|w(?:eeks?)?)\s+ago"
    r"|(?P<now>just now))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time as the document writes it, and the kind of place it stands in."""

    value: str | int | float
    basis: str


@dataclass(frozen=True, slots=True)
class Publication:
    """An instant in UTC with how exact it is and what it was read from; None where nothing tells."""

    at: datetime | None = None
    precision: Precision = "none"
    basis: str | None = None


def publication(stamps: Iterable[Stamp], received_at: datetime | None) -> Publication:
    """The publication time by the first stamp that tells one."""
    for stamp in stamps:
        found = _read(stamp, received_at)
        if found and (received_at is None or _earliest(found) <= received_at):
            return found
    return Publication()


def _earliest(publication: Publication) -> datetime:
    at = publication.at or datetime.max.replace(tzinfo=UTC)
    return at - timedelta(hours=12) if publication.precision == "day" else at


def _read(stamp: Stamp, received_at: datetime | None) -> Publication | None:
    if isinstance(stamp.value, (int, float)):
        return _epoch(stamp.value, stamp.basis)
    text = stamp.value.strip()
    if AGE.fullmatch(text):
        return _age(text, received_at)
    for reader in (parse_instant, parsedate_to_datetime):
        try:
            moment = reader(text)
        except (ValueError, OverflowError):
            continue
        if moment.tzinfo is not None:
            return Publication(moment.astimezone(UTC), "instant" if moment.second else "minute", stamp.basis)
    return _day(text, stamp.basis)


def _day(text: str, basis: str) -> Publication | None:
    for form in ("%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d %b %Y", "%b %d, %Y"):
        try:
            day = datetime.strptime(text, form).replace(hour=12, tzinfo=UTC)
        except ValueError:
            continue
        return Publication(day, "day", basis)
    return None


def _epoch(value: float, basis: str) -> Publication | None:
    seconds = value / 1000 if value > 1e11 else value
    if not 0 < seconds < 4e9:
        return None
    return Publication(datetime.fromtimestamp(seconds, UTC), "instant", basis)


def _age(text: str, received_at: datetime | None) -> Publication | None:
    match = AGE.fullmatch(text)
    if match is None or received_at is None:
        return None
    if match["now"]:
        return Publication(received_at, "minute", "age")
    count = int(match["count"]) if match["count"].isdigit() else 1
    unit, precision = UNITS[match["unit"][0].lower()]
    return Publication(received_at - count * unit, precision, "age")
