"""The hour above a statement, that of an entry or of a table, for what an exchange lists: it holds while the exchange trades;
before it opens the session before does, after its close the day.

| text, in London                          | at                  | counter-example                          |
|------------------------------------------|---------------------|------------------------------------------|
| "07.20 The Dow lost 2,014 points"        | the day before      | "15.20 The Dow is 900 points lower"      |
| "16.40 The FTSE 100 ended 1% lower"      | the day             | "16.40 The Dow is 1% lower"              |
| "As of 07:30: S&P 500 -2.7%"             | the day before      | "As of 07:30: DAX -0.7%"                 |
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

from signals.extract.linking.mentions import LISTED
from signals.extract.times.expression import TimeExpression
from signals.extract.times.resolution import Resolver
from signals.extract.times.sessions import is_session, previous_session, session_close
from signals.instruments.master import Instrument
from signals.zones import zone_info

_LONGEST, _AMERICAN, _EXTENDED = timedelta(hours=9), timedelta(hours=7), timedelta(hours=12)  # from an opening to the close


def while_trading(
    resolver: Resolver, hour: TimeExpression, instrument: Instrument | None, kind: str | None
) -> TimeExpression | None:
    """What an hour above a statement says of when it holds; None where it leaves the day of the report."""
    at = resolver(hour, instrument, kind)
    calendar = instrument.calendar if instrument is not None and instrument.instrument_class in LISTED else None
    if instrument is None or calendar is None or at is None or len(at) == 10:
        return hour
    moment = datetime.fromisoformat(at)
    if (before := _session_before(instrument, calendar, moment)) is not None:
        return _of_day(hour, before)
    day = moment.astimezone(zone_info(instrument.timezone)).date()
    close = session_close(calendar, day) if day is not None else None
    if close is None or moment < close:
        return hour
    return _of_day(hour, day) if hour.names_day else None


def _session_before(instrument: Instrument, calendar: str, moment: datetime) -> date | None:
    """The session before, at a moment at which an exchange has not opened yet or rests for the day."""
    day = moment.astimezone(zone_info(instrument.timezone)).date()
    close = session_close(calendar, day)
    if close is None:
        return previous_session(calendar, day) if is_session(calendar, day) is False else None
    american = instrument.timezone.startswith("America/")
    length = (_EXTENDED if instrument.instrument_class == "share" else _AMERICAN) if american else _LONGEST
    return previous_session(calendar, day) if moment < close - length else None


def _of_day(hour: TimeExpression, day: date) -> TimeExpression:
    said = replace(hour, hour=None, minute=None, zone=None, place=None, part=None, weekday=None, days=None, which=None)
    return replace(said, year=day.year, month=day.month, day=day.day)
