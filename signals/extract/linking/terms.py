"""Names that other shares had before: of several shares of one name those that were listed when the text was written.

| name         | written in | instrument | counter-example                                       |
|--------------|------------|------------|-------------------------------------------------------|
| "Arm"        | 2016       | ARM.L      | "Arm" of 2024: ARM, which New York has listed since   |
| "Woolworths" | 2008       | WLW.L too  | "Woolworths" of 2012: of Australia or of South Africa |
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache

from signals.instruments.tables import rows

Written = Callable[[], date | None]
Term = tuple[date, date]


def listed(targets: tuple[str, ...], written: Written) -> tuple[str, ...]:
    """Those of the shares that were listed on the day of the text, or are today where that is not known; all, if none was."""
    terms = _terms()
    if terms.keys().isdisjoint(targets):
        return targets
    day = written() or date.max
    then = tuple(target for target in targets if _holds(terms.get(target), day))
    return then or targets


def _holds(term: Term | None, day: date) -> bool:
    return term is None or term[0] <= day <= term[1]


@cache
def _terms() -> dict[str, Term]:
    """First and last day of the shares that are no longer, or not yet, what their names mean."""
    return {
        row["share"]: (_day(row["first"], date.min), _day(row["last"], date.max)) for row in rows("instruments", "terms.csv")
    }


def _day(text: str, absent: date) -> date:
    return date.fromisoformat(text) if text else absent
