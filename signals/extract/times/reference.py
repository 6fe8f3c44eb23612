"""The day that a report speaks of, and the clock by which it was written.

A report's own dateline comes first, then the first day that it names as its own, then the day on which it was published or
reached us; a market that had not opened by then is spoken of by its session before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from signals.extract.times.expression import TimeExpression
from signals.extract.times.home import market_zone, zone_of_entries
from signals.extract.times.market_days import OPENS, session_begun, trades_on_sunday, trading_day
from signals.extract.times.periods import last_of
from signals.extract.times.scope import Scope
from signals.extract.times.sessions import is_session, last_session
from signals.extract.times.spoken import LEAD, OPENING, WEEK_ENDED, just_now, opening, somewhere, spoken_day, weekday_before
from signals.extract.times.stamps import declared_zone
from signals.instruments.master import Instrument
from signals.records import Basis, Item
from signals.zones import PLACES, zone_info

_NO_DATELINE = r"(?:On|By|In|At|Since|Until|From|Before|After|Between|For|Through|As|The|A|Next|Due|Effective)\b[^\n:]*\Z"
_BEFORE_DATELINE = re.compile(
    rf"(?:\A|\n)[ \t]*(?!{_NO_DATELINE})"
    r"(?:(?:[A-Z][\w.'’&/-]*+|of|and|the|de|do|for|on|posted|published|updated|[-–—|,:(*•]++) ?+){0,9}\Z"
)
_AFTER_DATELINE = re.compile(r"\)?,? *(?:\n|\Z|[-–—:.(|])")
_PLACE_LINE = re.compile(r"[ \t*•(]*([A-Z][\w.’' ]{2,20}?) ?(?:[:,—–(/]|-)")
_ZONE_OF = {city.lower(): zone for city, zone in PLACES.items()}
_NEXT_DAY = 16  # the hour of UTC from which the next day has begun somewhere in Asia
_NOON = time(12)
_NEARER_AHEAD = 240  # days back beyond which a date without a year is taken for one to come


@dataclass(slots=True, eq=False)
class Reference:
    """``day`` is the day that the report speaks of, ``written`` the local day on which it was written, None where
    nothing tells.

    ``zone`` is the zone of the place that the dateline names; ``latest`` the instant by which the text existed.
    ``period`` is the basis of the period that the report as a whole looks back on, None for one that tells of a day.
    ``begun`` is the last session of the market that had begun by then, None where that is not known or the market never shuts,
    ``today`` the day of the market when the text was written; ``stated`` whether a dateline or the
    stamp of publication gives the day.
    """

    day: date | None
    written: date | None
    zone: tzinfo | None
    latest: datetime | None
    period: Basis | None = None
    begun: date | None = None
    stated: bool = False
    today: date | None = None


class References:
    """The references of one item, for each market: in its local time where the report names no place.

    What the text tells is read once; what it means for a market is worked out where it is first asked for.
    """

    def __init__(self, item: Item, scope: Scope, entries: Sequence[TimeExpression] = ()) -> None:
        self._item, self._scope, self._live = item, scope, bool(entries)
        self._dateline = _dateline(scope)
        place = self._dateline.place if self._dateline else None
        self._zone = zone_info(place) if place else _declared(item.text, self._dateline) or _place(item.text)
        self._latest = _latest(item)
        if entries and self._zone is None:
            self._zone = zone_info(entries[0].zone or "") or zone_of_entries(item.text, entries, self._latest)
        self._written: dict[date | None, tuple[date | None, date | None]] = {}
        self._told: dict[tuple[date | None, bool], tuple[Basis | None, date | None, date | None]] = {}
        self._known: dict[tzinfo | None, date | None] = {}
        self._made: dict[tuple[str | None, str, str | None] | None, Reference] = {}
        self._of: dict[int, tuple[Instrument | None, Reference]] = {}  # by the identity of the instrument, kept beside

    def of(self, instrument: Instrument | None) -> Reference:
        """The reference on the calendar of an instrument's market."""
        found = self._of.get(id(instrument))
        if found is None:
            key = _market(instrument)
            if key not in self._made:
                self._made[key] = self._reference(instrument)
            found = self._of[id(instrument)] = instrument, self._made[key]
        return found[1]

    def _reference(self, instrument: Instrument | None) -> Reference:
        zone, latest = self._zone, self._latest
        own = zone or _own_zone(instrument)
        if own not in self._known:
            self._known[own] = _known_day(self._item, own)
        known = self._known[own]
        stated, written = self._writing(known)
        today = trading_day(written, latest, instrument)
        period, week_end, spoken = self._spoken(written, self._half_over(today, stated, instrument))
        begun = None if latest is None or _long_before(stated, latest) else session_begun(latest, instrument)
        if spoken is not None and (self._live or not _open_on(spoken, instrument)):
            spoken = None  # "an interview on Sunday": the market was shut; a live blog tells of its own day
        day = _earlier(week_end or spoken or today, begun)
        sure = stated is not None or self._item.published_precision == "day"
        return Reference(day, written, zone, latest, period, begun, sure, _earlier(today, begun))

    def _writing(self, known: date | None) -> tuple[date | None, date | None]:
        """The day of the dateline, and the local day on which the text was written."""
        if known not in self._written:
            stated = _stated(self._dateline, known)
            here = stated or known
            written = somewhere(self._scope, here, self._latest) if self._zone is None else here
            self._written[known] = stated, written
        return self._written[known]

    def _is_abroad(self) -> bool:
        """Whether the report comes from a place whose markets are not New York's."""
        return self._zone is not None and not str(self._zone).startswith(("America/", "UTC"))

    def _half_over(self, today: date | None, stated: date | None, instrument: Instrument | None) -> bool:
        """Whether half of the last day of a market was over when the text was written."""
        zone = self._zone or market_zone(instrument) or UTC
        if today is None or self._latest is None or stated not in (None, self._latest.astimezone(zone).date()):
            return False
        return self._latest >= datetime.combine(today, _NOON, zone)

    def _spoken(self, written: date | None, over: bool) -> tuple[Basis | None, date | None, date | None]:
        """The week that the report looks back on with its last session, and the day that its opening names as its own."""
        if (written, over) not in self._told:
            period = _week_told(self._scope, written)
            period = period if period[0] is not None else _year_told(self._scope, written)
            period = period if period[0] is not None else _review_told(self._scope, written)
            now = just_now(self._scope, written, self._latest)
            sure = self._zone is not None or (self._latest is not None and self._latest.hour < _NEXT_DAY)
            spoken = written if now else spoken_day(self._scope, written, self._is_abroad(), over, sure)
            self._told[written, over] = (*period, spoken)
        return self._told[written, over]


def _market(instrument: Instrument | None) -> tuple[str | None, str, str | None] | None:
    """What a reference depends on: the class and the calendar of an instrument, and the zone in which its day changes."""
    if instrument is None:
        return None
    kind = instrument.instrument_class
    return instrument.timezone if kind in OPENS else None, kind, instrument.calendar


def _open_on(day: date, instrument: Instrument | None) -> bool:
    """Whether a market trades on a day, as far as is known."""
    if instrument is not None and instrument.instrument_class == "crypto":
        return True
    if instrument is not None and instrument.calendar is None and trades_on_sunday(instrument, day):
        return day.weekday() not in (4, 5)
    return is_session(instrument.calendar if instrument else None, day) is not False


def _long_before(stated: date | None, latest: datetime) -> bool:
    """Whether the dateline is of an earlier day than the one on which the text reached us."""
    return stated is not None and (latest.date() - stated).days > 1


def _earlier(day: date | None, begun: date | None) -> date | None:
    return day if day is None or begun is None else min(day, begun)


def _declared(text: str, dateline: TimeExpression | None) -> tzinfo | None:
    """The zone that a report gives for all its times, else that of the clock time in its dateline."""
    zone = declared_zone(text) or (dateline.zone if dateline is not None and dateline.hour is not None else None)
    return zone_info(zone) if zone else None


def _place(text: str) -> tzinfo | None:
    """The zone of the place that begins a line near the top and is set off: "LONDON: Copper rose", "Cairo — The pound"."""
    start = 0
    while 0 <= start < OPENING:
        match = _PLACE_LINE.match(text, start)
        if match is not None and (zone := _ZONE_OF.get(match[1].strip().lower())) is not None:
            return zone_info(zone)
        start = text.find("\n", start) + 1 or -1
    return None


_REVIEW = r"(?:review|wrap(?:-up)?|round-?up|summary|recap|rundown)"
_FIELD = (
    r"review|brief|summary|numbers|charts|commodit\w+|(?:base |precious )?metals?|energy|oil|gas|gold|softs|grains|crypto\w*"
    r"|bitcoin|coffee|cocoa|sugar|carbon|power|freight|shipping|markets?|forex|fx|currenc\w+|stocks|equities|shares|bonds|rates"
)
_LAST_DAYS = timedelta(days=5)  # of a period, in which it is reviewed already
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}
_REVIEWS = re.compile(
    rf"\b(?:(?P<adjective>monthly|quarterly|yearly) (?:\w+ )?{_REVIEW}|(?P<unit>month|quarter|year)[- ]in[- ](?:{_FIELD}))\b",
    re.IGNORECASE,
)
_WEEKLY = re.compile(
    rf"\b(?:weekly (?:\w+ )?{_REVIEW}|week[- ]in[- ](?:{_FIELD})|week that was|week at a glance"
    rf"|the week['’]s (?:winners|movers|markets)|{_REVIEW} of the week|week {_REVIEW})\b",
    re.IGNORECASE,
)
_FRIDAY = 4
_REVIEWING = (4, 5, 6, 0)  # the weekdays on which the week that has ended is reviewed
_REVIEWED = 15  # days of January in which the year before is still reviewed


def _own_zone(instrument: Instrument | None) -> tzinfo | None:
    """The zone in which an instrument's day changes: its exchange's; None (UTC) for markets that trade round the clock."""
    return market_zone(instrument) if instrument is not None and instrument.instrument_class in OPENS else None


def dated(expression: TimeExpression, written: date | None) -> date | None:
    """The day that a date means. A year left out is the one that brings it closest to the day of writing, not long after it."""
    if expression.month is None or expression.day is None:
        return None
    if expression.year is not None:
        return _date(expression.year, expression.month, expression.day)
    if written is None:
        return None
    if expression.which == "last" and expression.unit == "year":
        return _date(written.year - 1, expression.month, expression.day)  # "on April 8 last year"
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
    if moment is item.published_at and item.published_precision == "day":
        return moment.date()
    return moment.astimezone(zone or UTC).date()


def _dateline(scope: Scope) -> TimeExpression | None:
    """A full date that begins a line near the top, or ends it, and is set off from the sentence."""
    for found in scope.times:
        if found.start > OPENING:
            return None
        if found.day is not None and found.role in ("at", "attribute") and _set_off(scope.text, found):
            return found
    return None


def _stated(dateline: TimeExpression | None, known: date | None) -> date | None:
    """The day of a dateline; None where the date, being without a year, is nearer as one to come: the entry of a diary."""
    day = dated(dateline, known) if dateline else None
    if day is None or known is None or dateline is None or dateline.year is not None:
        return day
    return day if (known - day).days < _NEARER_AHEAD else None


def _set_off(text: str, found: TimeExpression) -> bool:
    line = max(text.rfind("\n", 0, found.start), 0)
    if found.start - line > 70 or _AFTER_DATELINE.match(text, found.end) is None:
        return False
    return _BEFORE_DATELINE.match(text, line, found.start) is not None


def _week_told(scope: Scope, written: date | None) -> tuple[Basis | None, date | None]:
    """The week that a report looks back on and its last session, where its opening names one before any day: "sterling
    fell last week", "the week ended Friday, March 12".
    """
    if written is not None and written.weekday() in _REVIEWING and _WEEKLY.search(scope.text.partition("\n")[0]):
        return "week", weekday_before(written, _FRIDAY)
    for found in opening(scope):
        if written is None:
            break
        if (
            found.names_day
            and WEEK_ENDED.search(scope.text, max(found.start - 40, 0), found.start)
            and _no_figure(scope, found)
        ):
            day = dated(found, written) or (weekday_before(written, found.weekday) if found.weekday is not None else None)
            return "week", day
        if found.role == "at" and (found.names_day or _of_a_day(found)) and not _set_off(scope.text, found):
            break
        if found.role == "comparison" and found.weekday is not None:
            break  # "down $9.20 from Thursday" is told of a day
        if scope.text.count("\n\n", 0, found.start) > LEAD:
            break  # "offered at 4.50 last week", said further down
        if found.role == "at" and found.unit == "week" and found.which == "last" and found.count is None:
            if scope.text.startswith(("'", "’"), found.end):
                continue  # "near last week's record low of 19.80"
            if _figures_before(scope, found):
                break  # "The zloty rose to 4.24. The central bank cut its rate last week": of something else
            if any(t.names_day and t.role == "at" and t.start > found.start for t in scope.told(found.start)):
                break  # "gave back part of last week's surge on Monday"
            return "week", last_session(None, written - timedelta(days=written.weekday() + 1))
    return None, None


def _figures_before(scope: Scope, found: TimeExpression) -> bool:
    """Whether figures stand in the sentences between the headline and that of an expression."""
    told = scope.text[scope.text.find("\n") + 1 : scope.sentence(found.start)[0]]
    return any(character.isdigit() for character in told)


def _of_a_day(found: TimeExpression) -> bool:
    """ "In early trade", "at 0700 GMT": what only a report on a day tells."""
    return found.part == "early" or (found.hour is not None and found.session is None)


def _year_told(scope: Scope, written: date | None) -> tuple[Basis | None, date | None]:
    """The year that a report of early January looks back on, where its headline names it and its opening no day."""
    if written is None or written.month != 1 or written.day > _REVIEWED:
        return None, None
    headline, year = scope.text.partition("\n")[0], written.year - 1
    if str(year) not in headline or any(_is_recent(found, written) for found in opening(scope)):
        return None, None
    return "year", last_session(None, date(year, 12, 31))


def _review_told(scope: Scope, written: date | None) -> tuple[Basis | None, date | None]:
    """The month, quarter or year that a report reviews by its headline, about the end of that: "The quarter in metals"."""
    review = _REVIEWS.search(scope.text.partition("\n")[0]) if written is not None else None
    if review is None or written is None:
        return None, None
    unit = (review["unit"] or review["adjective"].removesuffix("ly")).lower()
    ending = written + _LAST_DAYS
    over = ending.month != written.month and ending.month % _MONTHS_OF[unit] == 1 % _MONTHS_OF[unit]
    last = written if over else last_of(_MONTHS_OF[unit], written)
    return (unit, last) if last is not None else (None, None)  # type: ignore[return-value]


def _is_recent(found: TimeExpression, written: date) -> bool:
    """Whether an expression names a weekday, or a day of this year, as the time of what is told."""
    if found.role != "at" or not found.names_day:
        return False
    day = dated(found, written)
    return day is None or day.year == written.year


def _no_figure(scope: Scope, found: TimeExpression) -> bool:
    start, end = scope.sentence(found.start)
    return not any(c.isdigit() for c in scope.text[start : found.start] + scope.text[found.end : end])
