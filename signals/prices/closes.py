"""When sessions close, by exchange calendar."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from signals.errors import UsageError


def session_closes(calendar: str, sessions: Sequence[date]) -> dict[date, datetime]:
    """The closing instant (UTC) of each session; for a date on which the exchange was shut, its usual closing time that day.

    ``calendar`` is a name that exchange_calendars knows, such as XNYS. Raises UsageError for another name.
    """
    import exchange_calendars
    from exchange_calendars.errors import InvalidCalendarName

    first, last = min(sessions) - timedelta(days=10), max(sessions) + timedelta(days=10)
    try:
        exchange = exchange_calendars.get_calendar(calendar, start=str(first), end=str(last))
    except InvalidCalendarName as error:
        raise UsageError(
            f"calendar {calendar} is unknown: name an exchange by its market code, such as XNYS or XJSE"
        ) from error
    known = {day.date(): close.to_pydatetime().astimezone(UTC) for day, close in exchange.closes.items()}
    usual = exchange.close_times[-1][1]
    return {
        session: known.get(session) or datetime.combine(session, usual, tzinfo=exchange.tz).astimezone(UTC)
        for session in sessions
    }
