"""Instants in UTC: parsing, printing, and the interval that a reduced ISO date stands for."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def parse_instant(text: str) -> datetime:
    """An ISO 8601 timestamp with a zone, as UTC.

    Raises ValueError for anything else, a timestamp without a zone included: which zone was meant is not ours to guess.
    """
    moment = datetime.fromisoformat(text.strip().replace("Z", "+00:00").replace("z", "+00:00"))
    if moment.tzinfo is None:
        raise ValueError(f"{text!r} has no time zone: write 2025-07-04T17:00:00Z or 2025-07-04T19:00:00+02:00")
    return moment.astimezone(UTC)


def print_instant(moment: datetime | None) -> str | None:
    """ISO 8601 with Z, to the second (fractions only where there are any); None stays None."""
    return None if moment is None else moment.astimezone(UTC).isoformat().replace("+00:00", "Z")


def interval(at: str) -> tuple[datetime, datetime]:
    """First instant and end (exclusive) of what reduced ISO 8601 text names: an instant, a day, a month or a year, in UTC.

    >>> [str(t) for t in interval("2025-04")]
    ['2025-04-01 00:00:00+00:00', '2025-05-01 00:00:00+00:00']
    """
    if len(at) > 10:
        moment = parse_instant(at)
        return moment, moment
    parts = [int(part) for part in at.split("-")]
    start = datetime(*[*parts, 1, 1][:3], tzinfo=UTC)  # type: ignore[misc,arg-type]
    return start, _next(start, len(parts))


def _next(start: datetime, parts: int) -> datetime:
    if parts == 3:
        return start + timedelta(days=1)
    if parts == 2:
        return (start + timedelta(days=32)).replace(day=1)
    return start.replace(year=start.year + 1)


PUBLISHED_WITHIN = {
    "instant": timedelta(0),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
    "day": timedelta(hours=12),
}


def known_at(published_at: datetime | None, precision: str, received_at: datetime | None) -> datetime | None:
    """The first instant at which the news could surely be known.

    That is the end of the interval in which it was published, or its receipt where that came sooner or is all that is known.
    None where neither is known: such an item is left out of studies, and counted.
    """
    if published_at is None or precision not in PUBLISHED_WITHIN:
        return received_at
    latest = published_at + PUBLISHED_WITHIN[precision]
    return latest if received_at is None else min(latest, received_at)
