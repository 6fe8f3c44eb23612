"""When one statement holds and what its move is measured from, by the time expressions of its clause and its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from signals.extract.times.basis import basis_of
from signals.extract.times.expression import TimeExpression
from signals.extract.times.reference import Reference
from signals.extract.times.resolution import Resolver, joined
from signals.extract.times.scope import Clause, lent_after, lent_before
from signals.instruments.master import Instrument
from signals.records import Basis

Span = tuple[int, int]


class Statement(NamedTuple):
    """``at`` in reduced ISO 8601, the stated ``basis`` of the move or None, and the expression that ``at`` was read from."""

    at: str | None
    basis: Basis | None
    expression: TimeExpression | None


@dataclass(frozen=True, slots=True)
class Figures:
    """Where the figures of a statement stand: its level and its move (or the word of direction), None where it has none."""

    level: Span | None = None
    move: Span | None = None

    @property
    def first(self) -> Span:
        """The figure that dates the statement: the level, else the move."""
        return self.level or self.move or (0, 0)


_EXTREMES = ("high", "low")
_FROM_EXTREME = re.compile(
    r"[^.;:\n]{0,40}?\b(?:below|above|under|over|off|from|short of|away from|shy of)\b"
    r" (?:(?:the|its|a|an|their|that|his|last|this) )?(?P<of>(?:[\w'’-]+ ){0,5}?)"
    r"(?:highs?|lows?|peak|record|trough|top|bottom|best|worst|offer price|issue price|listing price|ipo price|debut)\b",
    re.IGNORECASE,
)
_WITHIN_DAY = re.compile(r"\b(?:day|session|intraday|intra-day|morning|afternoon|overnight|earlier)\b", re.IGNORECASE)
_CURRENCY = r"(?: ?[A-Z][A-Za-z]{0,2}\$?\.?)? ?[$€£¥₹]? ?"
_LEVEL_OF = re.compile(r"(?:['’]s)?(?: (?!at\b)[a-z]+){0,3}?(?: of)?" + _CURRENCY)
_LEVEL_AT = re.compile(r"(?:['’]s)?(?: [a-z]+){0,3}?" + _CURRENCY)
_BEFORE = re.compile(r"[\s,;–—-]+before ")
_NOW = re.compile(
    r"\b(?:now|currently|has|have|last (?:seen|traded|trading|quoted|changing|bid|at|up|down|stood|fetched|was))\b"
)
_TABULAR = re.compile(r"\S(?: {2,}|\t| ?\| ?)\S")
_WEEKLY_UNITS = {"week": 7, "month": 31, "quarter": 92, "year": 366}


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
    basis = _basis(resolver, figures, instrument)
    expression = _holding(resolver, figures, level_kind, beyond)
    at = resolver(expression, instrument, level_kind)
    if level_kind == "open" and (start := _start_of_period(resolver, figures, instrument)):
        at = start
    if level_kind == "previous" and expression is None and _tabular(resolver, figures):
        at = resolver.previous_session(instrument)
    day = resolver.reference(instrument).day
    if day is not None and at in (f"{day:%Y}", f"{day:%Y-%m}") and level_kind not in _EXTREMES:
        at = day.isoformat()
    if basis is None and (expression is None or not expression.names_day):
        basis = resolver.reference(instrument).period
    return Statement(at, basis, expression)


# -- when ---------------------------------------------------------------------------------------------------------------


def _holding(resolver: Resolver, figures: Figures, kind: str | None, beyond: Sequence[TimeExpression]) -> TimeExpression | None:
    if kind == "previous":
        return _dates_level(resolver, figures)
    own, lent = _told(resolver, figures, kind)
    clock = next((t for t in own if t.hour is not None), None)
    if clock is None and kind in (None, "last"):
        clock = next((t for t in (*lent, *beyond) if t.hour is not None), None)
    day = next((t for t in (*own, *lent) if t.names_day and t.hour is None), None)
    past = next((t for t in (*own, *lent) if _names_past(t)), None)
    if past is not None and past in own and day not in own and clock not in own:
        return past
    if clock is not None and day is not None and not clock.names_day:
        return joined(clock, day)
    return clock or day or past or next((t for t in beyond if t.role == "at"), None)


def _told(resolver: Resolver, figures: Figures, kind: str | None) -> tuple[list[TimeExpression], list[TimeExpression]]:
    """The expressions that may say when: those of the figure's own clause, nearest first, and those lent to it."""
    own: list[TimeExpression] = []
    lent: list[TimeExpression] = []
    for span in dict.fromkeys(filter(None, (figures.first, figures.level, figures.move))):
        number, clauses = resolver.scope.clause(span[0])
        of_extreme = _extreme_after(resolver, figures)
        times = [t for t in clauses[number].times if _holds(resolver.scope.text, t, figures, kind)]
        own += sorted((t for t in times if not _within(t, of_extreme, figures)), key=lambda t: _distance(t, span))
        if not _NOW.search(resolver.scope.text, clauses[number].start, clauses[number].end):
            after = lent_after(resolver.scope.text, clauses, number) if of_extreme is None else ()
            offered = (*lent_before(clauses, number), *after)
            lent += [t for t in offered if _holds(resolver.scope.text, t, Figures(), kind)]
        if own:
            break
    return own, lent


def _holds(text: str, expression: TimeExpression, figures: Figures, kind: str | None) -> bool:
    """Whether an expression says when: not what a change is measured from, unless the level is the one compared with."""
    if expression.which == "next" or (expression.session == "open" and kind != "open"):
        return False
    if expression.role == "at":
        return True
    level, origin = figures.level, expression.origin
    if level is None or origin is None or expression.role != "comparison":
        return False
    of = _LEVEL_OF if kind == "last" else _LEVEL_AT
    return origin <= level[0] < expression.start or bool(of.fullmatch(text, expression.end, level[0]))


def _dates_level(resolver: Resolver, figures: Figures) -> TimeExpression | None:
    """The expression of the clause that stands nearest to an earlier level and picks a time."""
    span = figures.first
    number, clauses = resolver.scope.clause(span[0])
    for times in (clauses[number].times, tuple(lent_before(clauses, number))[:1]):
        named = [t for t in times if t.role in ("at", "comparison", "since") and _picks(t)]
        if named:
            return min(named, key=lambda t: _distance(t, span))
    return None


def _picks(expression: TimeExpression) -> bool:
    return bool(
        expression.names_day
        or expression.session
        or expression.which == "last"
        or expression.edge
        or expression.ago
        or expression.month
        or expression.year
    )


def _distance(expression: TimeExpression, span: Span) -> int:
    return max(expression.start - span[1], span[0] - expression.end, 0)


def _names_past(expression: TimeExpression) -> bool:
    """Whether a period picks a time of its own and does not just reach up to the report."""
    if expression.month is not None or expression.year is not None or expression.session is not None:
        return True
    past = expression.ago or (expression.which == "last" and not expression.definite)
    return expression.unit is not None and past and (expression.count is None or expression.ago)


def _start_of_period(resolver: Resolver, figures: Figures, instrument: Instrument | None) -> str | None:
    """The first session of the week, month or year that an opening level opened: "gold began the week at 1,700"."""
    number, clauses = resolver.scope.clause(figures.first[0])
    times = clauses[number].times
    known = resolver.reference(instrument)
    unit = next((t.unit for t in times if t.unit in _WEEKLY_UNITS and t.count is None), None)
    if unit is None and known.period == "week" and not any(t.names_day for t in times):
        unit = "week"
    if known.day is None or unit is None:
        return None
    return _first_session(known.day, unit).isoformat()


def _first_session(day: date, unit: str) -> date:
    if unit == "week":
        return day - timedelta(days=day.weekday())
    months = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}
    first = day.replace(month=months[unit], day=1)
    return first + timedelta(days=(7 - first.weekday()) % 7 if first.weekday() > 4 else 0)


def _tabular(resolver: Resolver, figures: Figures) -> bool:
    start, end = resolver.scope.sentence(figures.first[0])
    return _TABULAR.search(resolver.scope.text, start, end) is not None


# -- since when ---------------------------------------------------------------------------------------------------------


def _basis(resolver: Resolver, figures: Figures, instrument: Instrument | None) -> Basis | None:
    if figures.move is None:
        return None
    known = resolver.reference(instrument)
    found = (_measured(t, resolver, known, instrument) for t in _measures(resolver, figures))
    if _turns_within_day(resolver, figures):
        return "intraday"
    return _from_extreme(resolver, figures) or next((basis for basis in found if basis is not None), None)


def _turns_within_day(resolver: Resolver, figures: Figures) -> bool:
    """ "Climbed to 6,642 before easing to 6,592": a direction without a size, from the level that the day had reached."""
    if figures.level is None or figures.move is None or any(c.isdigit() for c in resolver.scope.text[slice(*figures.move)]):
        return False
    number, clauses = resolver.scope.clause(figures.move[0])
    return _BEFORE.match(resolver.scope.text, clauses[number].start) is not None


def _measures(resolver: Resolver, figures: Figures) -> Iterator[TimeExpression]:
    """Expressions that may say what a move is measured from: after it in its clause, before it, then what leads the
    sentence or stands with the level.
    """
    move = figures.move or figures.first
    number, clauses = resolver.scope.clause(move[0])
    own = clauses[number].times
    yield from sorted(own, key=lambda t: (t.start < move[0], _distance(t, move)))
    yield from _leading(clauses, number)
    if number and not own:
        yield from (t for t in clauses[number - 1].times if t.whole)
    if figures.level is not None:
        other, _ = resolver.scope.clause(figures.level[0])
        if other != number and other < len(clauses):
            yield from (t for t in clauses[other].times if t.role in ("comparison", "since"))
    if number + 1 < len(clauses) and clauses[number + 1].joint == "comma":
        following = clauses[number + 1]
        yield from (t for t in following.times[:1] if t.role == "since" and t.start - following.start < 12)


def _leading(clauses: Sequence[Clause], number: int) -> Iterator[TimeExpression]:
    """Periods at the head of a sentence hold for all its clauses: "So far this year A is up 5% and B 3%"."""
    head = clauses[0]
    if number > 0:
        leads = (t for t in head.times if (t.start if t.origin is None else t.origin) - head.start < 12)
        yield from (t for t in leads if t.role == "since" or not t.names_day)


def _from_extreme(resolver: Resolver, figures: Figures) -> Basis | None:
    """ "12% under the 52-week high" is measured since that high, "off its session low" within the day."""
    match = _extreme_after(resolver, figures)
    if match is None:
        return None
    return "intraday" if _WITHIN_DAY.search(match["of"]) else "since"


def _extreme_after(resolver: Resolver, figures: Figures) -> re.Match[str] | None:
    """The extreme from which a move is measured, where one is named after it."""
    if figures.move is None:
        return None
    _, end = resolver.scope.sentence(figures.move[0])
    return _FROM_EXTREME.match(resolver.scope.text, figures.move[1], end)


def _within(expression: TimeExpression, match: re.Match[str] | None, figures: Figures) -> bool:
    """Whether an expression dates that extreme and not the statement."""
    return match is not None and figures.level is None and match.start() <= expression.start < match.end()


def _measured(expression: TimeExpression, resolver: Resolver, known: Reference, instrument: Instrument | None) -> Basis | None:
    """As ``basis_of``, but a month or year that still runs is measured to date, and a day compared with is the previous
    close, a week ago, or an earlier date by the calendar.
    """
    found = basis_of(expression)
    if found in ("prev_close", "since") and expression.names_day and expression.days is None:
        return _by_day(expression, resolver, known, instrument)
    running = {"month": "mtd", "year": "ytd"}.get(found or "")
    if running is None or known.written is None or expression.unit is not None:
        return found
    same_year = expression.year in (None, known.written.year)
    current = same_year and expression.month in (None, known.written.month) and expression.which is None
    return running if current else found  # type: ignore[return-value]


def _by_day(expression: TimeExpression, resolver: Resolver, known: Reference, instrument: Instrument | None) -> Basis | None:
    found = basis_of(expression)
    day = resolver.day(expression, instrument)
    before = resolver.previous_session(instrument)
    if day is None or before is None or known.day is None or (found == "since" and expression.session is None):
        return found
    if day.isoformat() >= before:
        return "prev_close"
    friday = day.weekday() == 4 and expression.weekday is not None
    return "week" if friday and 6 <= (known.day - day).days <= 8 else "since"
