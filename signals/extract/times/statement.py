"""When one statement holds and since when it measures, from all the time expressions of its clause."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from signals.extract.times.basis import basis_of
from signals.extract.times.expression import TimeExpression
from signals.extract.times.reference import Reference
from signals.extract.times.resolution import Resolver, joined
from signals.instruments.master import Instrument
from signals.records import Basis


class Statement(NamedTuple):
    """``at`` in reduced ISO 8601, the stated ``basis`` of the move or None, and the expression that ``at`` was read from."""

    at: str | None
    basis: Basis | None
    expression: TimeExpression | None


def when(
    resolver: Resolver,
    expressions: Sequence[TimeExpression],
    *,
    anchor: int,
    instrument: Instrument | None,
    level_kind: str | None,
) -> Statement:
    """Reads the expressions of a clause for the figure that stands at offset ``anchor``; the nearest of a sort counts."""
    near = sorted(expressions, key=lambda t: min(abs(t.start - anchor), abs(t.end - anchor)))
    known = resolver.reference(instrument)
    basis = next((found for found in (_basis(t, known) for t in near) if found is not None), None)
    expression = _compared(near) if level_kind == "previous" else _holding(near)
    return Statement(resolver(expression, instrument, level_kind), basis, expression)


def _basis(expression: TimeExpression, known: Reference) -> Basis | None:
    """As ``basis_of``, but a month or year that still runs is measured to date."""
    found = basis_of(expression)
    running = {"month": "mtd", "year": "ytd"}.get(found or "")
    if running is None or known.written is None or expression.unit is not None:
        return found
    same_year = expression.year in (None, known.written.year)
    current = same_year and expression.month in (None, known.written.month) and expression.which is None
    return running if current else found  # type: ignore[return-value]


def _compared(near: Sequence[TimeExpression]) -> TimeExpression | None:
    named = [
        t
        for t in near
        if t.role in ("at", "comparison") and (t.names_day or t.session or t.which == "last" or t.edge or t.ago or t.month)
    ]
    return named[0] if named else None


def _holding(near: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression that says when: the clock of the clause with its day, else its day, else a past month or year."""
    told = [t for t in near if t.role == "at" and t.which != "next" and t.session != "open"]
    clock = next((t for t in told if t.hour is not None), None)
    day = next((t for t in told if t.names_day and t.hour is None), None)
    if clock is not None and day is not None and not clock.names_day:
        return joined(clock, day)
    past = next((t for t in told if _names_past(t)), None)
    return clock or day or past


def _names_past(expression: TimeExpression) -> bool:
    """Whether a period picks a time of its own and does not just reach up to the report."""
    if expression.month is not None or expression.year is not None or expression.session is not None:
        return True
    return expression.unit is not None and expression.count is None and (expression.which == "last" or expression.ago)
