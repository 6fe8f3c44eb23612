"""Periods that a report closes: the last session of the week, the month or the year that a price ended at a level.

| text, written on Monday 8 January 2024 | the day    | counter-example                 |
|----------------------------------------|------------|---------------------------------|
| "closed the week at 17.22"             | 2024-01-05 | "closed at 17.22 this week"     |
| "ended 2023 at $77.04"                 | 2023-12-29 | "ended at 2,023 points"         |
| "finished December at $2,062"          | 2023-12-29 | "December futures finished at"  |
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from signals.extract.text.folding import holds_any
from signals.extract.text.months import MONTHS
from signals.extract.times.figures import has_own_size
from signals.extract.times.sessions import last_session
from signals.records import Basis

_NO_DATE = r"(?!['’-]| \d{1,2}\b(?![.,]\d| ?(?:%|per ?cent|pct|points|cents)))"  # "ended July 4 at 3,054" names a day
_ENDED = re.compile(
    r"\b(?:clos|end|finish|settl)(?:ed|es|ing|s)? (?:out )?(?:(?:the|its|their) (?:trading )?(?P<unit>week|month|quarter|year)"
    rf"|(?P<year>(?:19|20)\d\d)|(?P<month>{'|'.join(MONTHS)}))\b{_NO_DATE}",
    re.IGNORECASE,
)
_BEGAN = re.compile(
    r"\b(?:beg[aiu]n|beginning|begins|start(?:ed|s|ing)?|open(?:ed|s|ing)?|kick(?:ed|s|ing)? off|enter(?:ed|s|ing)?)"
    rf" (?:(?:the|its|their|this) (?:trading )?(?P<unit>week|month|quarter|year)|(?P<year>(?:19|20)\d\d)"
    rf"|(?P<month>{'|'.join(MONTHS)}))\b{_NO_DATE}",
    re.IGNORECASE,
)
_ENDINGS = ("week", "month", "quarter", "year", "19", "20", *MONTHS)
_NAMED: dict[str, Basis] = {
    "weekly": "week", "monthly": "month", "quarterly": "quarter", "annual": "year", "yearly": "year",
    "week": "week", "month": "month", "quarter": "quarter", "year": "year",
}  # fmt: skip
_SPANS = ("week", "month", "quarter", "annual", "year")
_MOVE_OF = (
    r"(?:(?P<adjective>weekly|monthly|quarterly|annual|yearly) (?:[a-z]+ )?(?:drop|loss|fall|decline|slide|slump|plunge|retreat"
    r"|gain|rise|jump|advance|increase|rally|climb|surge|performance)\b"
    r"|(?:best|worst|strongest|weakest|poorest|finest|biggest|steepest) (?P<noun>week|month|quarter|year)\b(?! (?:high|low)))"
)
_APPOSED = re.compile(
    r",? (?:(?:for|in|marking|posting|scoring|notching|logging|recording|sealing|suffering) )?(?:its|the|their|an?) "
    rf"(?:[\w’'-]+ ){{0,4}}?{_MOVE_OF}(?! (?:of|to|at) (?:[a-z]+ ){{0,2}}[$€£]?\d)"
)
_SCORED = re.compile(
    r"\b(?:post|suffer|record|notch|log|book|scor|seal|register|clock|cap|mark|had|has|have|endur|enjoy|saw)(?:e?d|ing)?"
    rf" (?:its|the|their|an?) (?:[\w’'-]+ ){{0,4}}?{_MOVE_OF}[^.;:\n\d]{{0,40}}\Z"
)
_GOES_ON = re.compile(r"[,:–—-]* (?:[a-z]+ing|down|up|off|an?|minus|plus)\b")
_FRIDAY = 4
_FRESH = 14  # days after the end of a period in which "the month" or "the year" is still the one that has ended
_MONTHS_OF = {"month": 1, "quarter": 3, "year": 12}


def ends_year(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text says that a price closed a year: a move told with it is that of the year."""
    said = holds_any(text[start:end].lower(), ("year", "19", "20"))
    match = _ENDED.search(text, start, end) if said else None
    return match is not None and (match["year"] is not None or (match["unit"] or "").lower() == "year")


def ends_period(text: str, start: int, end: int) -> bool:
    """Whether a stretch of text says that a price closed a week, a month or a year: "ended the week at $81.43"."""
    return holds_any(text[start:end].lower(), _ENDINGS) and _ENDED.search(text, start, end) is not None


def named_behind(text: str, start: int, end: int) -> Basis | None:
    """The period of a move whose apposition is a stretch of text: ", its biggest weekly drop since May"."""
    found = _APPOSED.match(text, start, end) if holds_any(text[start:end].lower(), _SPANS) else None
    return None if found is not None and has_own_size(text, found.end()) else _basis_of(found)


def named_before(text: str, start: int, here: int, end: int) -> Basis | None:
    """The period of a move that the clause before has named: "had its worst week since May, [losing 4%]"."""
    if not holds_any(text[start:here].lower(), _SPANS) or _GOES_ON.match(text, here, end) is None:
        return None
    return _basis_of(_SCORED.search(text, start, here))


def _basis_of(found: re.Match[str] | None) -> Basis | None:
    return None if found is None else _NAMED[(found["adjective"] or found["noun"]).lower()]


def end_of_period(text: str, start: int, end: int, day: date) -> date | None:
    """The last session of the period that a stretch of text says a price closed, as seen from the ``day`` of the report; None
    where it says no such thing, or where the period still runs.
    """
    match = _ENDED.search(text, start, end)
    if match is None:
        return None
    if match["year"]:
        last = date(int(match["year"]), 12, 31)
        return last_session(None, last) if last <= day + timedelta(days=3) else None
    if match["month"]:
        return last_session(None, _end_of_month(MONTHS.index(match["month"].lower()) + 1, day))
    unit = match["unit"].lower()
    return _friday(day) if unit == "week" else last_of(_MONTHS_OF[unit], day)


def end_of_named(text: str, start: int, end: int, month: int | None, year: int | None, day: date) -> date | None:
    """The last session of a month or year that is named elsewhere, where a stretch of text says that a price closed it."""
    match = _ENDED.search(text, start, end)
    unit = (match["unit"] or "").lower() if match is not None else ""
    if unit == "year" and year is not None and year < day.year:
        return last_session(None, date(year, 12, 31))
    if unit != "month" or month is None or (year or day.year) > day.year:
        return None
    return last_session(None, _end_of_month(month, day if year in (None, day.year) else date(year or day.year, 12, 31)))


def start_of_period(text: str, start: int, end: int, day: date) -> date | None:
    """The first session of the period that a stretch of text says a price began: "began 2025 at $2,624"; None where it says
    no such thing.
    """
    match = _BEGAN.search(text, start, end)
    if match is None:
        return None
    if match["year"]:
        return first_session(date(int(match["year"]), 1, 1), "year")
    if match["month"]:
        return first_session(_end_of_month(MONTHS.index(match["month"].lower()) + 1, day), "month")
    return first_session(day, match["unit"].lower())


def first_of(day: date, unit: str) -> date:
    """The first day of the month, quarter or year of a day."""
    months = {"month": day.month, "quarter": (day.month - 1) // 3 * 3 + 1, "year": 1}
    return day.replace(month=months[unit], day=1)


def first_session(day: date, unit: str) -> date:
    """The first weekday of the week, month, quarter or year of a day."""
    if unit == "week":
        return day - timedelta(days=day.weekday())
    first = first_of(day, unit)
    return first + timedelta(days=(7 - first.weekday()) % 7 if first.weekday() > 4 else 0)


def month_of_week(day: date) -> str:
    """The month of the week that a day lies in, or its year where the week lies in two months: of a day that nothing tells."""
    monday = day - timedelta(days=day.weekday())
    return day.isoformat()[: 7 if monday.month == day.month else 4]


def _friday(day: date) -> date:
    return day - timedelta(days=(day.weekday() - _FRIDAY) % 7)


def _end_of_month(month: int, day: date) -> date:
    """The last day of the latest month of that number which has begun."""
    year = day.year if month <= day.month else day.year - 1
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def last_of(months: int, day: date) -> date | None:
    """The last session of the month, quarter or year that ends on a day or has just ended."""
    following = day + timedelta(days=3)
    if following.month != day.month and following.month % months == 1 % months:
        return last_session(None, date(following.year, following.month, 1) - timedelta(days=1))
    first = date(day.year, (day.month - 1) // months * months + 1, 1)
    return last_session(None, first - timedelta(days=1)) if (day - first).days < _FRESH else None
