"""Whether a named week, month or year still runs when a report is written: then a move told of it is one to date.

| text                             | written             | basis |
|----------------------------------|---------------------|-------|
| "has lost 6.23% this week"       | Friday evening      | week  |
| "has lost 6.23% this week"       | Friday morning      | wtd   |
| "is ahead by 0.9% on the week"   | Friday morning      | wtd   |
| "still down a quarter in the year" | July              | ytd   |
| "gained 28% for the year"        | 31 December         | year  |
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from signals.extract.times.expression import TimeExpression
from signals.extract.times.home import market_zone
from signals.extract.times.periods import first_of
from signals.extract.times.reference import Reference
from signals.extract.times.sessions import previous_session, session_close
from signals.instruments.master import Instrument
from signals.records import Basis

# "Is ahead by 0.9% on the week", "was 23% up on the week", but "rose 2.7% on the week" tells of the whole of it.
_STANDS = re.compile(
    r"\b(?:is|are|was|were|now|stands?|remains?|leaves|ahead|up|down|higher|lower)\b[^.;\n]*\bon the \Z", re.IGNORECASE
)
_STILL = re.compile(r",?(?: [\w/'’]+){1,4}? (?:is|are|has|have|stands|remains)\b")
_CLAUSE = 50  # characters before a week in which such words stand
_OF_PERIOD = re.compile(r"\b(?:[Ii]n|[Oo]n|[Ff]or) the \Z")
# The local hour from which the week of a market without an exchange is told of as over; that of futures, which settle early.
_SHUT, _SETTLED = time(16), time(13, 30)
_FUTURES = ("commodity", "precious metal")
_NEAR_END = timedelta(days=4)  # before its end a month or a year counts as over
_DAYS_OF_WEEK = 5
_OVER = ("ver the ", "cross the ", "uring the ", "hrough the ")
_FRESH = 4  # days of a month in which the one before may be meant
_RUNNING: dict[str, Basis] = {"month": "mtd", "year": "ytd"}


def as_it_stands(
    basis: Basis | None, expression: TimeExpression, text: str, known: Reference, market: Instrument | None
) -> Basis | None:
    """The basis of a move over a week, month or year, by whether that period was over when the text was written."""
    before = text[max(expression.start - _CLAUSE, 0) : expression.start]
    if expression.unit == "week" and expression.count is None:
        told = basis == "wtd" and expression.which == "this" and not expression.to_date
        if told and known.latest is not None and _week_over(known, market):
            return "week"
        stands = _STANDS.search(before) or (before.endswith("On the ") and _STILL.match(text, expression.end))
        return "wtd" if basis == "week" and stands and not _week_over(known, market) else basis
    if expression.unit == "day" and expression.count == _DAYS_OF_WEEK and before.endswith(_OVER):
        return "week"  # "over the five days"
    named = basis == expression.unit and expression.which is None and expression.count is None
    if named and basis in _RUNNING and _OF_PERIOD.search(before) and _in_the_midst(known, basis):
        return _RUNNING[basis]
    return basis


def _week_over(known: Reference, market: Instrument | None) -> bool:
    """Whether the last session of a market's week was over; also where nothing tells when the text was written."""
    if known.day is None or known.latest is None or (market is not None and market.instrument_class == "crypto"):
        return True
    return _over_before(known.day + timedelta(days=7 - known.day.weekday()), known, market)


def month_over(known: Reference, market: Instrument | None) -> bool:
    """Whether the last session of a market's month was over when the text was written."""
    if known.day is None or known.latest is None or known.period is not None:
        return False
    return _over_before(first_of(first_of(known.day, "month") + timedelta(days=32), "month"), known, market)


def year_over(known: Reference, market: Instrument | None) -> bool:
    """Whether the last session of a market's year was over when the text was written."""
    if known.day is None or known.latest is None or known.period is not None or (known.day.month, known.day.day) < (12, 29):
        return False
    return _over_before(date(known.day.year + 1, 1, 1), known, market)


def _over_before(following: date, known: Reference, market: Instrument | None) -> bool:
    """Whether the day that is told of was the last session before the beginning of the following period, and was over."""
    if known.day is None or known.latest is None:
        return False
    calendar = market.calendar if market is not None else None
    last = previous_session(calendar, following)
    if last is not None and last > known.day:
        return False
    futures = market is not None and market.instrument_class in _FUTURES
    close = session_close(calendar, known.day) if calendar is not None and not futures else None
    return known.latest >= (close or datetime.combine(known.day, _SETTLED if futures else _SHUT, market_zone(market) or UTC))


def _in_the_midst(known: Reference, unit: str) -> bool:
    """Whether a report of a day lies neither at the end of its month or year nor right behind the one before."""
    day = known.day
    if day is None or known.period is not None:
        return False
    ahead = day + _NEAR_END
    ends = ahead.month != day.month and (unit == "month" or ahead.year != day.year)
    begins = day.day <= _FRESH if unit == "month" else day.month == 1
    return not (ends or begins)
