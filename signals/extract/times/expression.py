"""A time expression: what its words say, before any clock or calendar is asked."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

Unit = Literal["hour", "day", "week", "month", "quarter", "year"]
Which = Literal["last", "this", "next"]
Session = Literal["close", "open", "fixing"]
Edge = Literal["start", "middle", "late", "end"]
Role = Literal["at", "comparison", "since", "until", "extreme", "attribute"]
Kind = Literal["clock", "part of day", "date", "weekday", "relative day", "month", "year", "session", "period"]


@dataclass(slots=True, eq=False)
class TimeExpression:
    """The parsed content of ``text[start:end]``; a field is None where the words do not say.

    ``role`` is what the words before make of it: the time at which a statement holds (``at``), what a change is measured from
    (``comparison``, ``since``), an end (``until``), the date of an earlier extreme ("the highest since July": ``extreme``),
    or an adjective ("a four-day run", "June reserves": ``attribute``). ``hour`` and ``minute`` are on the clock of ``zone``
    (an abbreviation, an IANA name, or ``local``). ``weekday`` is 0 for Monday. ``days`` is relative to the day of the
    report: -1 for yesterday. ``which`` is last, this or next. ``count`` units lie back from now. ``to_date`` marks periods
    that still run. ``origin`` is the character at which the words of a comparison begin. ``same`` refers
    to the day named last ("that day"), with ``days`` to one so much later ("a day later"); ``whole`` marks the unit of a
    superlative ("its best week since May"), ``shift`` the minutes from the hour that was named last ("two minutes later").
    """

    start: int
    end: int
    role: Role = "at"
    hour: int | None = None
    minute: int | None = None
    halfday: str | None = None
    zone: str | None = None
    place: str | None = None
    part: str | None = None
    weekday: int | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    days: int | None = None
    which: Which | None = None
    unit: Unit | None = None
    count: float | None = None
    ago: bool = False
    session: Session | None = None
    edge: Edge | None = None
    to_date: bool = False
    definite: bool = False
    origin: int | None = None
    same: bool = False
    whole: bool = False
    shift: int = 0

    @property
    def kind(self) -> Kind:
        """The narrowest thing that the words name."""
        named: list[tuple[Kind, object]] = [
            ("session", self.session),
            ("clock", self.hour),
            ("part of day", self.part),
            ("date", self.day),
            ("weekday", self.weekday),
            ("relative day", self.days),
            ("month", self.month),
            ("year", self.year),
        ]
        return next((kind for kind, value in named if value is not None), "period")

    @property
    def last_night(self) -> bool:
        """Whether the words pick the evening before the report."""
        return self.which == "last" and self.part == "evening" and self.weekday is None and self.unit is None

    @property
    def names_day(self) -> bool:
        """Whether the words pick out a day."""
        return self.weekday is not None or self.day is not None or self.days is not None or self.same or self.last_night


def joined(first: TimeExpression, second: TimeExpression) -> TimeExpression:
    """The two expressions of one statement as one: a clock time takes its day from a day named apart from it."""
    clock, day = (first, second) if first.hour is not None else (second, first)
    return replace(
        clock,
        weekday=day.weekday,
        day=day.day,
        month=day.month,
        year=day.year,
        days=day.days,
        which=day.which,
        same=day.same and day.days is not None,
    )
