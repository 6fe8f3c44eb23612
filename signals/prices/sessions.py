"""The session of each market: the one instant at which it closes, and which session news belongs to.

Exchanges close by the tables of data/sessions; markets without an exchange, and contracts that settle before their exchange
closes, by data/prices/markets.csv. A session is named by its date on the clock of its market.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from signals.extract.times.sessions import is_session, session_close
from signals.instruments import Instrument
from signals.resources import data_path

LONGEST_BREAK = 14  # days: no market of the tables was shut for longer, but in crises, where the answer is None
ROUND_THE_CLOCK = "crypto"


class Market(NamedTuple):
    """When a market closes on the local clock: at ``close`` (None is midnight at the end of the day), or, where the market
    follows an exchange, ``after`` it has closed.
    """

    timezone: str
    close: time | None
    after: timedelta | None = None


def close_of(instrument: Instrument, session: date) -> datetime | None:
    """The instant (UTC) at which the instrument's session closes, early closes included.

    None where its market holds no session on that date, or where neither its calendar nor its market is known.
    """
    market = _market(instrument)
    if instrument.calendar is not None and (market is None or market.after is not None):
        close = session_close(instrument.calendar, session)
        return close and close + (market.after if market and market.after else timedelta())
    return _at(market, session) if market is not None and _trades(instrument, session) else None


def usual_close(instrument: Instrument, session: date) -> datetime | None:
    """As ``close_of``, and for a date without a session the hour at which it would have closed: data may have a price then."""
    exact = close_of(instrument, session)
    if exact is not None:
        return exact
    market = _market(instrument)
    if market is not None and market.after is None:
        return _at(market, session)
    return _close_nearby(instrument, session)


def reacting_session(instrument: Instrument, known_at: datetime | None) -> date | None:
    """The first session whose close comes after news known at an instant: its close is the first that could contain it.

    News at the very close belongs to the next session. None where the time or the market is not known.
    """
    if known_at is None:
        return None
    first = known_at.astimezone(UTC).date() - timedelta(days=1)
    for ahead in range(LONGEST_BREAK):
        close = close_of(instrument, first + timedelta(days=ahead))
        if close is not None and close > known_at:
            return first + timedelta(days=ahead)
    return None


def closes(instrument: Instrument, sessions: Iterable[date]) -> dict[date, datetime | None]:
    """``usual_close`` of each of many sessions."""
    return {session: usual_close(instrument, session) for session in sessions}


def _trades(instrument: Instrument, day: date) -> bool:
    if instrument.instrument_class == ROUND_THE_CLOCK:
        return True
    return bool(is_session(instrument.calendar, day))


def _close_nearby(instrument: Instrument, session: date) -> datetime | None:
    """The latest closing hour, on the local clock, of the sessions shortly before: early closes are not the usual ones."""
    zone = ZoneInfo(instrument.timezone)
    near = (close_of(instrument, session - timedelta(days=back)) for back in range(1, LONGEST_BREAK))
    hours = [close.astimezone(zone).time() for close in near if close is not None]
    return datetime.combine(session, max(hours), zone).astimezone(UTC) if hours else None


def _at(market: Market, session: date) -> datetime:
    zone = ZoneInfo(market.timezone)
    if market.close is None:
        return datetime.combine(session + timedelta(days=1), time(), zone).astimezone(UTC)
    return datetime.combine(session, market.close, zone).astimezone(UTC)


def _market(instrument: Instrument) -> Market | None:
    """The market's own hours where markets.csv has them for this instrument or, without an exchange, for its class."""
    table = _markets()
    found = table.get(instrument.id)
    if found is None and instrument.calendar is None:
        found = table.get(instrument.instrument_class)
    return found and found._replace(timezone=found.timezone or instrument.timezone)


@cache
def _markets() -> dict[str, Market]:
    with data_path("prices", "markets.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {row["applies_to"]: _row(row["timezone"], row["close"]) for row in rows}


def _row(timezone: str, close: str) -> Market:
    """``+15``: minutes after the exchange closes; ``24:00``: midnight; else a time of day."""
    if close.startswith("+"):
        return Market(timezone, None, timedelta(minutes=int(close)))
    return Market(timezone, None if close == "24:00" else time.fromisoformat(close))
