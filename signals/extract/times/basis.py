"""What a move is measured from, by the words of a time expression: the ``basis`` of records.Move."""

from __future__ import annotations

from signals.extract.times.expression import TimeExpression, Unit
from signals.records import Basis

_RUNNING: dict[Unit, Basis] = {
    "hour": "intraday",
    "day": "prev_close",
    "week": "wtd",
    "month": "mtd",
    "quarter": "qtd",
    "year": "ytd",
}
_WHOLE: dict[Unit, Basis] = {
    "hour": "intraday",
    "day": "prev_close",
    "week": "week",
    "month": "month",
    "quarter": "quarter",
    "year": "year",
}
_LENGTHS: list[tuple[float, float, Basis]] = [
    (0, 0.8, "intraday"),
    (0.9, 1.1, "prev_close"),
    (6.5, 7.5, "week"),
    (28, 31.5, "month"),
    (88, 93, "quarter"),
    (360, 367, "year"),
]
_DAYS: dict[Unit, float] = {"hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "quarter": 91.3, "year": 365.25}


def basis_of(expression: TimeExpression | None) -> Basis | None:
    """The basis that an expression states; None where it tells when a statement holds and not what a move is measured from."""
    if expression is not None and expression.whole and expression.unit is not None:
        return _RUNNING[expression.unit] if expression.to_date else _WHOLE[expression.unit]
    if expression is None or expression.role in ("extreme", "attribute", "until"):
        return None
    if expression.part == "after hours":
        return "announcement"
    if expression.unit is not None and _ends_last(expression):
        return _RUNNING[expression.unit]
    if expression.role == "since":
        return _since(expression)
    if expression.session == "open" and expression.role == "comparison":
        return "intraday"
    if expression.unit in ("quarter", "week") and expression.month is not None and not expression.names_day:
        return _WHOLE[expression.unit]  # "in the second quarter", "in the first week of July"
    if expression.unit is not None and not expression.names_day and expression.month is None:
        return _of_period(expression)
    return _compared(expression) if expression.role == "comparison" else _of_month(expression)


def _ends_last(expression: TimeExpression) -> bool:
    """ "Weaker than at the end of last year", "than at the start of the year": the period that followed still runs."""
    begun = (expression.edge, expression.which) in (("end", "last"), ("start", None), ("start", "this"))
    return begun and expression.role in ("comparison", "since")


def _since(expression: TimeExpression) -> Basis:
    """Since the start of a period is to date; since January the year to date."""
    if expression.session == "open":
        return "intraday"
    if (expression.session == "close" and expression.which == "last") or expression.days == -1 or expression.last_night:
        return "prev_close"
    if expression.edge == "start" and expression.unit is not None:
        return _RUNNING[expression.unit]
    first_of_year = expression.month == 1 and expression.year is None and expression.edge in (None, "start")
    first_of_year = first_of_year and expression.day in (None, 1) and expression.which is None
    return "ytd" if first_of_year else "since"


def _of_period(expression: TimeExpression) -> Basis | None:
    unit = expression.unit
    if unit is None or expression.which == "next":
        return None
    if expression.count is not None:
        return _of_length(expression.count * _DAYS[unit])
    if expression.to_date or (expression.which == "this" and unit != "day"):
        return _RUNNING[unit]
    if unit == "day" and not (expression.definite and expression.role == "at") and expression.which != "last":
        return "prev_close" if expression.role == "comparison" else None
    return None if expression.ago and expression.role == "at" else _WHOLE[unit]


def _of_length(days: float) -> Basis:
    return next((basis for low, high, basis in _LENGTHS if low <= days <= high), "since")


def _compared(expression: TimeExpression) -> Basis | None:
    """Compared with a day or a close: the previous close; with a month, a year or a date: since then; with an hour:
    intraday.
    """
    if expression.hour is not None and not expression.names_day:
        return "intraday"
    if expression.day is not None or expression.month is not None or expression.year is not None:
        return "since"
    return "prev_close"


def _of_month(expression: TimeExpression) -> Basis | None:
    """A move "in September" is that month's, one "in 2021" that year's."""
    if expression.names_day or expression.hour is not None or expression.session is not None:
        return None
    if expression.to_date:
        return "mtd" if expression.month is not None else "ytd"
    if expression.month is not None:
        return "month"
    return "year" if expression.year is not None else None
