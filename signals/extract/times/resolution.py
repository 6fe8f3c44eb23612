"""What a time expression means: the instant or day, in UTC, as exact as the words and no more."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, tzinfo

from signals.clock import print_instant
from signals.extract.times.compose import find_times
from signals.extract.times.expression import TimeExpression, joined
from signals.extract.times.home import market_zone
from signals.extract.times.instants import instant, iso
from signals.extract.times.newsroom import Newsroom, is_bare
from signals.extract.times.periods import first_of, first_session, month_of_week
from signals.extract.times.reference import Reference, References, dated
from signals.extract.times.scope import Scope
from signals.extract.times.sessions import previous_session
from signals.extract.times.spoken import weekday_before
from signals.extract.times.stamps import stamp_of
from signals.instruments.master import Instrument
from signals.records import Item

_THAT_DAY = 600  # characters before "that day" in which the day is named
_FRIDAY = 4


def resolve(
    expression: TimeExpression | None,
    *,
    item: Item,
    instrument: Instrument | None,
    level_kind: str | None,
    times: Sequence[TimeExpression] | None = None,
) -> str | None:
    """The ``at`` of a statement, reduced ISO 8601 text; without an expression the day that the report speaks of.

    ``times`` are the item's expressions where they are at hand. None for a forecast, for a previous level whose day
    is not told, and where the words leave the day open.
    """
    return Resolver(item, find_times(item.text) if times is None else times)(expression, instrument, level_kind)


def reference_day(item: Item, instrument: Instrument | None = None) -> date | None:
    """The day that a report speaks of, on the calendar of the instrument's market; None where neither text nor item tells."""
    return Resolver(item, find_times(item.text)).reference(instrument).day


class Resolver:
    """Resolves the expressions of one item. ``reference`` gives that of the item on the calendar of an instrument's market,
    each worked out once.
    """

    def __init__(self, item: Item, times: Sequence[TimeExpression], stamps: Sequence[TimeExpression] = ()) -> None:
        self.scope = Scope(item.text, times)
        self.reference = References(item, self.scope, stamps).of
        self._live = bool(stamps)
        self._stamps = stamps
        self._newsroom = Newsroom(item, times, self._live)

    def written(self) -> date | None:
        """The day on which the text was written, None where neither it nor its stamps tell."""
        return self.reference(None).written

    def __call__(self, expression: TimeExpression | None, instrument: Instrument | None, level_kind: str | None) -> str | None:
        """As ``resolve``."""
        if level_kind == "forecast" or (expression is None and level_kind == "previous"):
            return None
        known = self.reference(instrument)
        if expression is None:
            return iso(known.day)
        if expression.same and expression.part == "clock":
            return self._same_clock(expression, instrument, level_kind)
        if expression.same:
            return iso(self._day_told(expression, instrument) or known.day)
        if (before := self._day_before_told(expression, instrument)) is not None:
            return before.isoformat()
        bare = is_bare(expression, known)
        if bare and instrument is not None:
            if (zone := self._newsroom.zone(expression, instrument, known, level_kind)) is None:
                return iso(self.day(expression, instrument))
            known = replace(known, zone=zone)
        at = _at(expression, known, instrument)
        if self._live and bare and not _is_of_day(at, known.day, market_zone(instrument)):
            return iso(known.day)  # the hour of a live report that names no place, in the zone of a far market
        return at

    def _same_clock(self, expression: TimeExpression, instrument: Instrument | None, level_kind: str | None) -> str | None:
        """ "At the same hour", "at the same time on Thursday": the clock that was named last, on the day that is named here."""
        clock = self._clock_before(expression)
        if expression.shift:
            return self._shifted(expression, clock, instrument, level_kind)
        day = replace(expression, same=False, part=None, days=-1 if expression.ago else expression.days)
        if not day.names_day and clock is None and self.scope.text[expression.start : expression.end] == "that time":
            return None  # "in 2008 it stood at $147 at that time"
        if not day.names_day:
            return self(clock, instrument, level_kind) if clock is not None else self.spoken(instrument)
        day = day if clock is None else joined(replace(clock, ago=False), day)
        return self(day, instrument, level_kind)

    def _shifted(
        self, expression: TimeExpression, clock: TimeExpression | None, instrument: Instrument | None, level_kind: str | None
    ) -> str | None:
        """ "Two minutes later", "an hour earlier": so long from the clock that was named last."""
        at = self(clock, instrument, level_kind) if clock is not None else None
        if at is None or len(at) <= 10:
            return at or self.spoken(instrument)
        return print_instant(datetime.fromisoformat(at) + timedelta(minutes=expression.shift))

    def day(self, expression: TimeExpression, instrument: Instrument | None) -> date | None:
        """The day that an expression picks; None where it picks none."""
        if expression.same and expression.days:
            return self._day_told(expression, instrument)
        return day_of(expression, self.reference(instrument), instrument)

    def _day_before(self, expression: TimeExpression, instrument: Instrument | None) -> date | None:
        """The day that was named last before an expression such as "that day"."""
        near = self.scope.within(expression.start - _THAT_DAY, expression.start)
        named = [t for t in near if (t.names_day or _a_session_back(t)) and not t.same]
        if not named or named[-1].names_day:
            return self.day(named[-1], instrument) if named else None
        at = self(named[-1], instrument, None)
        return date.fromisoformat(at) if at is not None and len(at) == 10 else None

    def _day_before_told(self, expression: TimeExpression, instrument: Instrument | None) -> date | None:
        """ "On Tuesday it fell to 4,109. The day before it had stood at 4,381": Monday, where a past day was told last."""
        start, text = expression.start, self.scope.text
        if not _a_session_back(expression) or text.endswith("yesterday", start, expression.end):
            return None
        sentence = self.scope.sentence(start)[0]
        leads = expression.role != "comparison" and text.find("\n", max(sentence - 2, 0), sentence + 1) < 0
        begin = self.scope.sentence(max(sentence - 2, 0))[0] if leads else sentence
        told = [t for t in self.scope.within(begin, start) if t.role == "at" and (t.names_day or t.hour is not None)]
        if not told or not told[-1].names_day or told[-1].same or told[-1].days == -1:
            return None
        day, written = self.day(told[-1], instrument), self.reference(instrument).written
        if day is None or written is None or day >= written:
            return None
        always = instrument is not None and instrument.instrument_class == "crypto"
        return day - timedelta(days=1) if always else _previous_session(day, instrument)

    def _day_told(self, expression: TimeExpression, instrument: Instrument | None) -> date | None:
        """The day that "that day" means, or "a day later", on which the market trades; None where it is still to come."""
        day = self._day_before(expression, instrument)
        if day is None or not expression.days:
            return day
        day += timedelta(days=expression.days)
        if day.weekday() > _FRIDAY and not (instrument is not None and instrument.instrument_class == "crypto"):
            day += timedelta(days=7 - day.weekday())
        written = self.reference(instrument).written
        return day if written is None or day <= written else None

    def spoken(self, instrument: Instrument | None) -> str | None:
        """The day that the report speaks of."""
        return iso(self.reference(instrument).day)

    def _clock_before(self, expression: TimeExpression) -> TimeExpression | None:
        """The clock time that was named last before "at the same hour", "by then", "a minute later": in the same entry of a
        live report, whose stamp is one.
        """
        stamp = stamp_of(self.scope.text, expression.start, self._stamps) if self._stamps else None
        near = self.scope.within(max(expression.start - 2 * _THAT_DAY, stamp.start if stamp else 0), expression.start)
        told = [*([stamp] if stamp else []), *(t for t in near if t.role == "at" and (t.shift or not t.same))]
        if self.scope.text[expression.start : expression.end] == "that time":
            told = told[-1:]
        return next((t for t in reversed(told) if t.hour is not None or t.shift), None)

    def today(self, instrument: Instrument | None) -> str | None:
        """The market's day when the text was written."""
        return iso(self.reference(instrument).today)

    def previous_session(self, instrument: Instrument | None) -> str | None:
        """The session before the day that the report speaks of."""
        return iso(_previous_session(self.reference(instrument).day, instrument))


def _a_session_back(expression: TimeExpression) -> bool:
    """ "The day before", "a day earlier", "the previous session"."""
    if expression.hour is not None or expression.weekday is not None or expression.day is not None:
        return False
    back = expression.days == -1 or (expression.unit == "day" and (expression.ago or expression.which == "last"))
    return back and expression.count in (None, 1) and not expression.definite


def _is_of_day(at: str | None, day: date | None, zone: tzinfo | None) -> bool:
    """Whether an instant lies on a day in a zone; true of a day, or where either is not known."""
    if at is None or len(at) == 10 or day is None:
        return True
    return datetime.fromisoformat(at).astimezone(zone).date() == day


def day_of(expression: TimeExpression, known: Reference, instrument: Instrument | None) -> date | None:
    """The day that an expression picks, or None where it picks none; one without day or period means the day of the report."""
    if expression.day is not None:
        return dated(expression, known.written)
    if expression.weekday is not None:
        return _weekday(expression, known)
    if expression.days is not None:
        return _shift(_back(expression, known.written or known.day), expression.days)
    if expression.part == "before the open":
        return known.written
    if expression.last_night:
        return _shift(known.written or known.day, -1)
    if expression.which == "last" and (expression.session or expression.unit == "day"):
        return _previous_session(known.day, instrument)
    return known.day


def _weekday(expression: TimeExpression, known: Reference) -> date | None:
    base = known.day if known.period else known.written
    if base is None or expression.weekday is None:
        return None
    day = weekday_before(base, expression.weekday)
    if expression.ago:
        return weekday_before(known.day or base, expression.weekday) - timedelta(days=7)  # "the Friday before"
    if expression.which == "next" or (expression.which == "last" and day >= base - timedelta(days=1)):
        return day + timedelta(days=7 if expression.which == "next" else -7)
    return day


def _back(expression: TimeExpression, day: date | None) -> date | None:
    """ "A year ago tomorrow", "a week ago today": the day that the day named is counted from."""
    if day is None or not expression.ago or expression.count not in (None, 1):
        return day
    if expression.unit == "year":
        return day.replace(year=day.year - 1, day=min(day.day, 28) if day.month == 2 else day.day)
    return day - timedelta(days=7) if expression.unit == "week" else day


def _shift(day: date | None, days: int) -> date | None:
    return None if day is None else day + timedelta(days=days)


def _previous_session(day: date | None, instrument: Instrument | None) -> date | None:
    return None if day is None else previous_session(instrument.calendar if instrument else None, day)


def _at(expression: TimeExpression, known: Reference, instrument: Instrument | None) -> str | None:
    if expression.role == "until":
        return None
    if expression.hour is not None and expression.session is None:
        return instant(expression, day_of(expression, known, instrument), known, instrument)
    if expression.names_day or expression.session or expression.part:
        return iso(day_of(expression, known, instrument))
    return _period(expression, known, instrument)


_STARTED = ("week", "month", "quarter", "year")


def _period(expression: TimeExpression, known: Reference, instrument: Instrument | None) -> str | None:
    """A month, a year, or the day of the report where the period reaches up to it."""
    written = known.written
    if expression.month is not None:
        return _month(expression, written, known.day)
    if expression.year is not None:
        return (
            f"{expression.year}-12-31" if expression.edge == "end" and _over(expression.year, written) else str(expression.year)
        )
    if (
        expression.edge == "start"
        and expression.unit in _STARTED
        and expression.which in (None, "this")
        and known.day is not None
    ):
        return iso(first_session(known.day, expression.unit))
    if expression.which == "last" and expression.edge == "end" and expression.unit == "week":
        return _last(expression, written, instrument)
    if expression.which == "last" and expression.edge == "end" and expression.unit in ("month", "year") and written:
        return (first_of(written, expression.unit) - timedelta(days=1)).isoformat()
    if expression.which == "last" and expression.count is None and not (expression.to_date or expression.definite):
        return _last(expression, written, instrument)
    if expression.ago and expression.unit:
        return _ago(expression, known.day if expression.unit == "week" else written)
    return iso(known.day)


def _over(year: int, written: date | None) -> bool:
    return written is None or year < written.year


def _month(expression: TimeExpression, written: date | None, spoken: date | None) -> str | None:
    """A month without a year is the last one on or before the day of writing; "last March" the last one before its month."""
    month, year = expression.month or 1, expression.year
    if year is None:
        if written is None:
            return None
        year = written.year - (expression.which == "last" and expression.unit == "year")
        year -= expression.unit is None and (month > written.month or (expression.which == "last" and month == written.month))
    day = f"{year}-{month:02d}"
    runs = expression.which is None and expression.edge in (None, "end")
    if written is not None and runs and day == written.isoformat()[:7]:
        return iso(spoken)
    return day


def _last(expression: TimeExpression, written: date | None, instrument: Instrument | None) -> str | None:
    """ "Last week" ends with the last session of that week; last month and last year are named as such."""
    if written is None:
        return None
    if expression.unit == "week":
        return iso(_previous_session(written - timedelta(days=written.weekday()), instrument))
    if expression.unit == "month":
        return (written.replace(day=1) - timedelta(days=1)).isoformat()[:7]
    if expression.unit in ("year", "quarter"):
        return str(written.year - (expression.unit == "year" or written.month < 4))
    return iso(_previous_session(written, instrument))


def _ago(expression: TimeExpression, written: date | None) -> str | None:
    """A length of time back, as exact as its unit: days and weeks to the day, months and one year to the month, years to the
    year.
    """
    if written is None:
        return None
    days = {"hour": 1 / 24, "day": 1, "week": 7, "month": 30.44, "quarter": 91.3, "year": 365.25}[expression.unit or "day"]
    inside = expression.count is None and expression.definite is False
    then = written if inside else written - timedelta(days=round(days * (expression.count or 1)))
    if inside and expression.unit == "week":
        return month_of_week(written)
    width = {"hour": 10, "day": 10, "week": 10, "month": 7, "quarter": 4, "year": 4}[expression.unit or "day"]
    return then.isoformat()[: 7 if expression.unit == "year" and expression.count in (None, 1) else width]
