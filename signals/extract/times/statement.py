"""When one statement holds and what its move is measured from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from signals.extract.linking.mentions import LISTED
from signals.extract.times.expression import TimeExpression
from signals.extract.times.figures import Figures, Span
from signals.extract.times.holding import Holding, holding
from signals.extract.times.market_days import settled_before
from signals.extract.times.measured import basis_told
from signals.extract.times.news import BEFORE_NEWS, held_before_news
from signals.extract.times.periods import (
    end_of_named,
    end_of_period,
    ends_year,
    first_of,
    first_session,
    month_of_week,
    start_of_period,
)
from signals.extract.times.reference import Reference
from signals.extract.times.resolution import Resolver
from signals.extract.times.sessions import last_session, session_close
from signals.instruments.master import Instrument
from signals.records import Basis


@dataclass(slots=True, eq=False)
class Statement:
    """``at`` in reduced ISO 8601, the stated ``basis`` of the move or None, the expression that ``at`` was read from, and the
    characters that state the basis.
    """

    at: str | None
    basis: Basis | None
    expression: TimeExpression | None
    measured: Span | None = None


_TABULAR = re.compile(r"\S(?: {2,}|\t| ?\| ?)\S")
_CLOSED = re.compile(
    r"\b(?:closed|ended|settled|finished|at the (?:close|finish|bell|end)|[Bb]y the (?:close|finish)"
    r"|(?:clos|end|settl|finish)ing (?:the|its|at|on)"
    r"|(?:points?|cents?|pct|higher|lower|back|down|up|\d%?) to (?:close|end|settle|finish) (?:the|its))\b"
)
_EARLIER = re.compile(
    r"\b(?:earlier|having (?:stood|been|traded|cost|fetched|bought)|(?:moments|minutes|shortly|just|right) before"
    rf"|{BEFORE_NEWS})"
)
_CLOSES_PERIOD = re.compile(r"\b(?:[Ee]nd|[Cc]los|[Ff]inish)\w* the (?P<unit>week|month|year)\b")
_DAY_AFTER = re.compile(r"\b(?:[Aa]|[Oo]ne|[Tt]he)(?: trading)? (?:day|session)\Z")
_AFTER = re.compile(r"[\s,]*after\b")
_SESSION = timedelta(hours=6)
_NIGHT_OVER = 7  # hour of UTC from which "overnight" may be of the day itself
_UNITS = frozenset(("week", "month", "quarter", "year"))


def when(
    resolver: Resolver,
    figures: Figures,
    *,
    instrument: Instrument | None,
    level_kind: str | None,
    beyond: Sequence[TimeExpression] = (),
) -> Statement:
    """Reads the sentence around the figures of a statement.

    ``beyond`` are expressions outside the sentence that are known to date it, such as those of a table's header.
    """
    known = resolver.reference(instrument)
    acts = instrument is not None and instrument.instrument_class == "policy rate"
    held = holding(resolver.scope, figures, level_kind, beyond, acts)
    at = _dated(resolver, figures, held, known, instrument, level_kind)
    basis, span = basis_told(resolver, figures, instrument, at)
    if basis is None and _ends_year(resolver, figures):
        basis = "year"
    if basis is None and (held.expression is None or not held.expression.names_day):
        basis = known.period
    return Statement(at, basis, held.expression, span)


def trading_still(resolver: Resolver, figures: Figures, instrument: Instrument | None) -> bool:
    """Whether the market was in session when the text was written, in a clause that does not itself tell of a close."""
    known = resolver.reference(instrument)
    calendar = _exchange(instrument)
    close = session_close(calendar, known.day) if calendar is not None and known.day is not None else None
    if close is None or known.latest is None or not close - _SESSION <= known.latest < close:
        return False
    return not _tells_close(resolver, figures, None)


def _dated(
    resolver: Resolver,
    figures: Figures,
    held: Holding,
    known: Reference,
    instrument: Instrument | None,
    kind: str | None,
) -> str | None:
    """The ``at`` of a statement: what its expression means, as far as the market had got when the text was written."""
    if kind == "open" and (start := _start_of_period(resolver, figures, known)):
        return start
    if kind == "close" and (ended := _end_of_period(resolver, figures, known)):
        return ended
    if kind == "previous" and held.expression is None:
        if _tabular(resolver, figures) or _tells_close(resolver, figures, None):
            return resolver.previous_session(instrument)
        return resolver.spoken(instrument) if _earlier_that_day(resolver, figures) else None
    if kind == "close" and (over := _closed_period(resolver, figures, known.day)):
        return over.isoformat()
    if _a_day_after(resolver, figures):
        day = resolver.day(held.expression, instrument) if held.expression is not None else known.day
        before = last_session(_exchange(instrument), day - timedelta(days=1)) if day is not None else None
        return before.isoformat() if before is not None else None
    if held.expression is None and held.now and kind in (None, "last"):
        return resolver.today(instrument)
    if held.expression is None and kind in ("high", "low") and (night := _night(resolver, figures, known, instrument)):
        return night.isoformat()
    at = resolver(held.expression, instrument, kind)
    if at is not None and len(at) == 10 and kind in ("high", "low") and _is_some_day_of_week(held.expression):
        return month_of_week(date.fromisoformat(at))
    if at is not None and len(at) < 10 and known.day is not None:
        today = known.day.isoformat()
        to_come = figures.move is not None and at > today[: len(at)]  # "rates for January 2027 fell": of a contract
        runs = kind not in ("high", "low") and not _is_some_day(held.expression) and at == today[: len(at)]
        at = today if to_come or runs else at
    stated = held.own or kind == "fixing"  # "the rates for July 5 are 519.64 tenge to the dollar, 611.72 to the euro"
    return at if stated or at is None or len(at) != 10 else _as_far(resolver, figures, at, known, instrument, kind)


def _is_some_day(expression: TimeExpression | None) -> bool:
    """ "Earlier this month", "in the first week of July": some day of a period, and not the one of the report."""
    if expression is None or expression.ago:
        return expression is not None
    return expression.month is not None and expression.edge not in (None, "end")  # "is set to end July 2% lower" is of today


def _is_some_day_of_week(expression: TimeExpression | None) -> bool:
    """ "Last week's record low": an extreme on a day of the week before that nothing tells."""
    return expression is not None and (expression.unit, expression.which) == ("week", "last") and not expression.names_day


def _earlier_that_day(resolver: Resolver, figures: Figures) -> bool:
    """ "Having been at $62 moments earlier", "from 0.995% just before the decision": an earlier level of the same day."""
    number, clauses = resolver.scope.clause(figures.first[0])
    end = clauses[min(number + 1, len(clauses) - 1)].end
    return (
        held_before_news(resolver.scope, figures)
        or _EARLIER.search(resolver.scope.text, clauses[number].start, end) is not None
    )


def _night(resolver: Resolver, figures: Figures, known: Reference, instrument: Instrument | None) -> date | None:
    """ "Overnight it went as low as $15,632", said in the morning of Asia: the day of New York that has just ended."""
    number, clauses = resolver.scope.clause(figures.first[0])
    if known.day is None or known.latest is None or not any(t.part == "overnight" for t in clauses[number].times):
        return None
    if known.latest.hour >= _NIGHT_OVER or instrument is None or instrument.instrument_class in LISTED:
        return None
    always = instrument.instrument_class == "crypto"
    return known.day - timedelta(days=1) if always else last_session(None, known.day - timedelta(days=1))


def _a_day_after(resolver: Resolver, figures: Figures) -> bool:
    """ "Rose a day after the Nikkei tumbled 614 points": a clause about the session before."""
    number, clauses = resolver.scope.clause(figures.first[0])
    start, text = clauses[number].start, resolver.scope.text
    if clauses[number].joint != "under" or not _AFTER.match(text, start):
        return False
    return _DAY_AFTER.search(text, max(start - 20, 0), start) is not None


def _closed_period(resolver: Resolver, figures: Figures, day: date | None) -> date | None:
    """ "Closed the week at 17.22": in a report of the days after, the last day of the week, month or year before."""
    number, clauses = resolver.scope.clause(figures.first[0])
    text, clause = resolver.scope.text, clauses[number]
    if day is None or text.find(" the ", clause.start, figures.first[0]) < 0:
        return None
    match = _CLOSES_PERIOD.search(text, clause.start, figures.first[0])
    if match is None:
        return None
    if match["unit"] == "week":
        return day - timedelta(days=day.weekday() + 3) if day.weekday() < 4 else None
    begun = day.day <= 5 if match["unit"] == "month" else day.month <= 2
    return first_of(day, match["unit"]) - timedelta(days=1) if begun else None


def _exchange(instrument: Instrument | None) -> str | None:
    """The calendar of a share's or an index's exchange; commodities settle at hours of their own."""
    listed = instrument is not None and instrument.instrument_class in LISTED
    return instrument.calendar if listed and instrument is not None else None


def _as_far(
    resolver: Resolver, figures: Figures, at: str, known: Reference, instrument: Instrument | None, kind: str | None
) -> str:
    """A day that the clause does not itself name, moved back to the market's last session that had begun, or for a close
    had ended, when the text was written.
    """
    if known.begun is not None and at > known.begun.isoformat():
        at = known.begun.isoformat()
    calendar, day = _exchange(instrument), date.fromisoformat(at)
    ended = calendar is None and kind in (None, "close") and _tells_close(resolver, figures, kind)
    if ended and (before := settled_before(instrument, day, known.latest)):
        return before.isoformat()
    if calendar is None or known.latest is None or known.begun is None:
        return at
    close = session_close(calendar, day)
    if close is None or close <= known.latest or not _tells_close(resolver, figures, kind):
        return at
    earlier = last_session(calendar, day - timedelta(days=1))
    return at if earlier is None else earlier.isoformat()


def _tells_close(resolver: Resolver, figures: Figures, kind: str | None) -> bool:
    number, clauses = resolver.scope.clause(figures.first[0])
    clause = clauses[number]
    return kind == "close" or _CLOSED.search(resolver.scope.text, clause.start, clause.end) is not None


def _ends_year(resolver: Resolver, figures: Figures) -> bool:
    number, clauses = resolver.scope.clause(figures.first[0])
    return ends_year(resolver.scope.text, clauses[number].start, clauses[number].end)


def _end_of_period(resolver: Resolver, figures: Figures, known: Reference) -> str | None:
    """The last session of the period that a closing level closed: "the rand ended the week at 17.22"."""
    number, clauses = resolver.scope.clause(figures.first[0])
    start, end = clauses[number].start, clauses[number].end
    if known.day is None:
        return None
    last = end_of_period(resolver.scope.text, start, end, known.day)
    if last is None and (named := _named_period(resolver, figures)) is not None:
        last = end_of_named(resolver.scope.text, start, end, named.month, named.year, known.day)
    return last.isoformat() if last is not None else None


def _named_period(resolver: Resolver, figures: Figures) -> TimeExpression | None:
    """ "Rose 14.4% in 2016, ending the year at 7,142.83": the month or the year that a sentence names."""
    told = resolver.scope.told(figures.first[0])
    return next((t for t in told if t.role == "at" and t.day is None and (t.year is not None or t.month is not None)), None)


def _start_of_period(resolver: Resolver, figures: Figures, known: Reference) -> str | None:
    """The first session of the week, month or year that an opening level opened: "gold began the week at 1,700"."""
    number, clauses = resolver.scope.clause(figures.first[0])
    times = clauses[number].times
    unit = next((t.unit for t in times if t.unit in _UNITS and t.count is None), None)
    if unit is None and known.period == "week" and not any(t.names_day for t in times):
        unit = "week"
    if known.day is None:
        return None
    began = start_of_period(resolver.scope.text, clauses[number].start, figures.first[0], known.day)
    if began is not None or unit is None:
        return began.isoformat() if began is not None else None
    return first_session(known.day, unit).isoformat()


def _tabular(resolver: Resolver, figures: Figures) -> bool:
    start, end = resolver.scope.sentence(figures.first[0])
    return _TABULAR.search(resolver.scope.text, start, end) is not None
