"""What each column of a table in text is: told by its header, failing that by the numbers themselves.

| role     | header                                | numbers                                            |
|----------|---------------------------------------|----------------------------------------------------|
| last     | "Last", "Latest bid", "Price", "Buy"  | without a sign, the first such column              |
| previous | "Prev close", "Day before", "End-2020" | without a sign, the second such column            |
| percent  | "% chg", "Pct move"                   | with "%", or what change and level make in percent |
| change   | "Change", "+/-", "Net"                | with a sign                                        |
| week ... | "7d", "Week %", "YTD %", "2024 %"     | the basis of a move: with "%" in header or figures |
| other    | "Volume", "Selling", "Yield to call"  |                                                    |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from signals.extract.tokens import Number

_CELLS = re.compile(r" {2,}|\t+| *\| *")
_WORD = re.compile(r"[a-z]+|%|\+/-")
_LEVELS = {
    "high": "high", "low": "low", "open": "open", "opening": "open", "close": "close", "closing": "close", "closed": "close",
    "settle": "close", "settlement": "close", "settled": "close", "last": "last", "latest": "last", "price": "last",
    "bid": "last", "spot": "last", "level": "last", "current": "last", "rate": "last", "now": "last", "value": "last",
    "buying": "last", "buy": "last", "quote": "last", "today": "last", "yield": "last", "mid": "last", "points": "last",
}  # fmt: skip
_EARLIER = frozenset({"previous", "prev", "prior", "yesterday", "before", "ago", "end", "earlier"})
_PERCENT = frozenset({"%", "pct", "percent", "percentage"})
_CHANGE = frozenset({"change", "chg", "chng", "move", "net", "difference", "diff", "variation", "+/-"})
_OTHER = frozenset({
    "ask", "asked", "sell", "selling", "offer", "offered", "volume", "vol", "turnover", "cap", "capitalisation", "weight",
    "date", "time", "coupon", "maturity", "month", "months", "week", "weeks", "year", "years", "wk", "average", "avg", "shares",
})  # fmt: skip
# Moves over a period, by the basis that a header names ("24h" is a day); in a cell of its own, beside words of change only.
_PERIODS = {
    **dict.fromkeys(("24h", "24hr", "24hrs", "24hours", "1d", "1day", "day", "daily", "d/d", "1dy"), "percent"),
    **dict.fromkeys(("7d", "7day", "7days", "1w", "1wk", "1week", "wk", "week", "weekly", "w/w", "wow", "5d", "5day"), "week"),
    **dict.fromkeys(("30d", "30day", "30days", "1m", "1mo", "1mth", "1month", "month", "monthly", "m/m", "mom"), "month"),
    **dict.fromkeys(("90d", "3m", "3mo", "3mth", "3month", "3months", "q/q", "qoq", "quarterly"), "quarter"),
    **dict.fromkeys(("1y", "1yr", "1year", "12m", "12month", "12months", "52w", "y/y", "yoy", "year", "annual"), "year"),
    **dict.fromkeys(("ytd", "yeartodate", "sincejan1", "sincejanuary1", "since1jan"), "ytd"),
    **{f"{unit}td": f"{unit}td" for unit in "wmq"},
}
PERIODS = frozenset(_PERIODS.values()) - {"percent"}
UNSURE = "?"  # behind the role of a period whose header does not say that it is in percent
_FILLERS = re.compile(r"\b(?:change|chg|chng|move|net|pct|percent|percentage|on|over|in)\b|[%()\s.-]")
_IN_PERCENT = re.compile(r"%|\bpct|\bpercent|^\s*\d+[hd]\s*$")
_YEAR = re.compile(r"(?:19|20)\d\d")
_WEEKDAYS = {name: place for place, name in enumerate(("mon", "tue", "wed", "thu", "fri"))}
_DAY = re.compile(r"(mon|tue|wed|thu|fri)(?:s|nes|rs|ur|urs)?(?:day)?\b\.?(?: close| fix| settle)?", re.IGNORECASE)
_ONE_CELL = (
    {"percent", "change"}, {"previous", "close"}, {"previous", "last"}, {"close", "last"}, {"last"}, {"previous"}, {"change"},
)  # fmt: skip
_NEAR = 0.25  # of its level: a figure further off is no earlier level of the same instrument
_ROUNDING = 0.006  # percentage points between a printed percentage and the one that its levels make


def cells(line: str) -> list[str]:
    """The cells of a line, parted by two blanks, tabs or bars."""
    return [cell for cell in _CELLS.split(line.strip(" \t|")) if cell]


def role_of(cell: str) -> str | None:
    """The role that a header cell names; None where it names none.

    >>> [role_of(c) for c in ("Latest bid", "Prev close", "% chg", "YTD %", "Selling", "Currency")]
    ['last', 'previous', 'percent', 'ytd', 'other', None]
    """
    words = _WORD.findall(cell.lower())
    known = set(words)
    if (period := _period(cell.lower())) is not None:
        return period
    if known & _PERCENT:
        return "other" if known & _OTHER else "percent"
    if known & _EARLIER:
        return "previous"
    if known & _CHANGE:
        return "change"
    if known & _OTHER:
        return "other"
    return next((_LEVELS[word] for word in words if word in _LEVELS), None)


def _period(cell: str) -> str | None:
    """The period over which a header cell says that prices moved, "percent" for a day."""
    bare = _FILLERS.sub("", cell)
    percent = _IN_PERCENT.search(cell) is not None
    role = "ytd" if percent and _YEAR.fullmatch(bare) else _PERIODS.get(bare)
    if role is None:
        return None
    if role == "percent":
        return role if percent else "change"
    return role if percent else role + UNSURE


def _days(heads: Sequence[str]) -> dict[int, str]:
    """Of two cells that name neighbouring weekdays the later is the last level, the other the one before it."""
    found = [(place, day) for place, cell in enumerate(heads) if (day := _DAY.fullmatch(cell)) is not None]
    if len(found) != 2:
        return {}
    (one, first), (other, second) = ((place, _WEEKDAYS[day[1].lower()]) for place, day in found)
    if (first - second) % 5 not in (1, 4):
        return {}
    later = one if (first - second) % 5 == 1 else other
    return {place: "last" if place == later else "previous" for place in (one, other)}


class Header(NamedTuple):
    """The roles of columns, which of the lines above a table told them (None: the figures themselves), and whether it names
    the days of two of them.
    """

    roles: tuple[str, ...]
    line: int | None
    dated: bool = False


def by_header(lines: Sequence[str], count: int) -> Header | None:
    """The roles of ``count`` columns by the nearest line above that heads each of them; None where none does."""
    for place in range(len(lines) - 1, -1, -1):
        heads = cells(lines[place])
        if count <= len(heads) <= count + 2:
            days = _days(heads[-count:])
            roles = [days.get(column) or role_of(cell) for column, cell in enumerate(heads[-count:])]
            if any(role not in (None, "other") for role in roles):
                return Header(tuple(role or "other" for role in roles), place, bool(days))
        if (packed := _packed(lines[place], count)) is not None:
            return Header(packed, place)
    return None


def _packed(line: str, count: int) -> tuple[str, ...] | None:
    """A header whose cells are parted by single blanks: its words that name roles, neighbours that may share a cell joined
    ("pct change", "prev close") until there is one for each column.
    """
    words = _WORD.findall(line.lower())
    roles = [role for word in words if (role := role_of(word)) is not None]
    while len(roles) > count and (place := _joinable(roles)) is not None:
        pair = (roles[place], roles[place + 1])
        roles[place : place + 2] = [next((role for role in ("percent", "previous") if role in pair), pair[0])]
    return tuple(roles) if len(roles) == count and len(words) <= 3 * count + 2 else None


def _joinable(roles: list[str]) -> int | None:
    return next((p for p in range(len(roles) - 2, -1, -1) if {roles[p], roles[p + 1]} in _ONE_CELL), None)


def by_numbers(rows: Sequence[Sequence[Number]]) -> Header | None:
    """The roles by what the numbers are; None where they leave more than one answer, "other" for a change of unknown unit."""
    roles: list[str] = []
    for column in zip(*rows, strict=True):
        if any(n.unit == "percent" for n in column):
            roles.append("percent")
        elif any(n.sign for n in column):
            roles.append("change")
        else:
            roles.append("previous" if "last" in roles else "last")
    if roles.count("last") != 1 or roles.count("previous") > 1 or roles.count("percent") > 1:
        return None
    found = settled(tuple(roles), rows)
    if found is None or "percent" in found:
        return Header(found, None) if found else None
    return Header(tuple("other" if role == "change" else role for role in found), None)  # points or percent: nothing says


def settled(roles: tuple[str, ...], rows: Sequence[Sequence[Number]]) -> tuple[str, ...] | None:
    """The roles with points and percent told apart by arithmetic, and an earlier level by its size.

    None where a column of changes could be either, or where what is taken for an earlier level is none.
    """
    changes = [place for place, role in enumerate(roles) if role == "change"]
    if not changes:
        return roles if _earlier_fits(roles, rows) else None
    level = next((place for place, role in enumerate(roles) if role in ("last", "close")), None)
    if level is None or not _earlier_fits(roles, rows):
        return None
    found = list(roles)
    for place in changes:
        if "percent" not in found and _is_percent(rows, level, place, _origin(roles, place, changes)):
            found[place] = "percent"
    return tuple(found)


def _origin(roles: tuple[str, ...], place: int, changes: list[int]) -> int | None:
    """The column that a change is checked against: the earlier level, or the other column of changes."""
    if "previous" in roles:
        return roles.index("previous")
    return next((other for other in changes if other != place), None)


def _is_percent(rows: Sequence[Sequence[Number]], level: int, place: int, against: int | None) -> bool:
    """Whether the column at ``place`` is in percent of where each row came from, in most rows."""
    if against is None:
        return False
    agree = 0
    for row in rows:
        last, size = row[level].value, row[place].value
        start = row[against].value if not row[against].sign else last - row[against].value * row[against].sign
        agree += bool(start) and abs(abs(last / start - 1) * 100 - size) <= _ROUNDING
    return agree * 2 > len(rows)


def _earlier_fits(roles: tuple[str, ...], rows: Sequence[Sequence[Number]]) -> bool:
    if "previous" not in roles or not ({"last", "close"} & set(roles)):
        return True
    level = next(place for place, role in enumerate(roles) if role in ("last", "close"))
    earlier = roles.index("previous")
    return all(abs(row[earlier].value - row[level].value) <= _NEAR * row[level].value for row in rows)
