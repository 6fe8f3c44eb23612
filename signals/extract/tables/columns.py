"""What each column of a table in text is: told by its header, failing that by the numbers themselves.

| role     | header                                | numbers                                            |
|----------|---------------------------------------|----------------------------------------------------|
| last     | "Last", "Latest bid", "Price", "Buy"  | without a sign, the first such column              |
| previous | "Prev close", "Day before", "End-2020" | without a sign, the second such column            |
| percent  | "% chg", "Pct move"                   | with "%", or what change and level make in percent |
| change   | "Change", "+/-", "Net"                | with a sign                                        |
| week ... | "7d", "Week %", "YTD %", "2024 %"     | the basis of a move: with "%" in header or figures |
| bp       | "Chg bp", "Basis points"              |                                                    |
| spread   | "Over Bund", "Spread vs Bunds"        |                                                    |
| am, pm   | "AM", "Afternoon fix"                 | the fixings of a day                               |
| other    | "Volume", "Selling", "Yield to call"  |                                                    |

Columns headed by two days are the later of them and an earlier one; of "3 mths" and "Cash" the three months are a metal's
price.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from signals.extract.tables.cells import CELL, cells, stacked
from signals.extract.text.months import SHORT_MONTHS
from signals.extract.text.tokens import Number

_WORD = re.compile(r"[a-z]+|%|\+/-")
_LEVELS = {
    "high": "high", "low": "low", "open": "open", "opening": "open", "close": "close", "closing": "close", "closed": "close",
    "settle": "close", "settlement": "close", "settled": "close", "last": "last", "latest": "last", "price": "last",
    "bid": "last", "spot": "last", "level": "last", "current": "last", "rate": "last", "now": "last", "value": "last",
    "buying": "last", "buy": "last", "quote": "last", "today": "last", "yield": "last", "mid": "last", "points": "last",
    "yld": "last", "fixing": "fixing", "fix": "fixing", "finish": "close", "ended": "close", "middle": "last",
}  # fmt: skip
_EARLIER = frozenset({"previous", "prev", "prior", "yesterday", "before", "ago", "end", "earlier", "pvs"})
_PERCENT = frozenset({"%", "pct", "percent", "percentage"})
_CHANGE = frozenset({"change", "chg", "chng", "move", "net", "difference", "diff", "variation", "+/-", "chge", "var"})
_POINTS_OF_YIELD = frozenset({"bp", "bps", "basis"})
_IN_PERCENTAGES = frozenset({"yield", "yields", "yld", "rate"})  # what is itself so many percent
_BENCHMARKS = frozenset({"bund", "bunds", "germany", "german"})
_OVER = frozenset({"over", "above", "to", "vs", "versus", "against"})
_GAPS = frozenset({"spread", "gap"})
TENOR_OF_COLUMN = re.compile(r"\d{1,2}Y")
_TENOR = re.compile(r"(?P<years>[2-9]|[1-9]\d)[- ]?y(?:(?:ea)?rs?\.?)?(?: (?:yields?|ylds?|bonds?|notes?))?(?:,? ?\(?%\)?)?")
_HALF_OF_DAY = re.compile(r"(?:london )?(?P<half>[ap]\.?m\.?|morning|afternoon)(?: fix(?:ing)?)?")
_OTHER = frozenset({
    "ask", "asked", "sell", "selling", "offer", "offered", "volume", "vol", "turnover", "cap", "capitalisation", "weight",
    "date", "time", "coupon", "maturity", "month", "months", "week", "weeks", "year", "years", "wk", "average", "avg", "shares",
    "stocks", "inventories", "cash", "code", "symbol", "ticker", "isin", "sedol", "rank", "no", "dividend", "div", "trades",
    "deals", "lots", "interest", "eps", "beta", "score",
    "ratio", "earnings", "sales", "revenue", "profit", "stake", "oi", "qty", "quantity", "target", "cpn", "rating", "futures",
})  # fmt: skip
# Moves over a period, by the basis that a header names ("24h" is a day); in a cell of its own, beside words of change only.
_QUARTERS = ("1", "2", "3", "4", "1st", "2nd", "3rd", "4th")
_PERIODS = {
    **dict.fromkeys(("24h", "24hr", "24hrs", "24hours", "1d", "1day", "day", "daily", "d/d", "1dy"), "percent"),
    **dict.fromkeys(("7d", "7day", "7days", "1w", "1wk", "1week", "wk", "week", "weekly", "w/w", "wow", "5d", "5day"), "week"),
    **dict.fromkeys(("30d", "30day", "30days", "1m", "1mo", "1mth", "1month", "month", "monthly", "m/m", "mom"), "month"),
    **dict.fromkeys(("90d", "3m", "3mo", "3mth", "3month", "3months", "q/q", "qoq", "quarter", "qtr", "quarterly"), "quarter"),
    **dict.fromkeys((f"{name}{n}" for name in ("q", "quarter") for n in "1234"), "quarter"),
    **dict.fromkeys((f"{n}{name}" for name in ("q", "qtr", "quarter") for n in _QUARTERS), "quarter"),
    **dict.fromkeys(("1y", "1yr", "1year", "12m", "12month", "12months", "52w", "y/y", "yoy", "year", "annual"), "year"),
    **dict.fromkeys(
        (
            "ytd",
            "h1",
            "1h",
            "halfyear",
            "firsthalf",
            "yeartodate",
            "sincejan1",
            "sincejanuary1",
            "since1jan",
            "since31dec",
            "sincedec31",
            "sinceyearend",
        ),
        "ytd",
    ),
    **{f"{unit}td": f"{unit}td" for unit in "wmq"},
}
PERIODS = frozenset(_PERIODS.values()) - {"percent"}
UNSURE = "?"  # behind the role of a period whose header does not say that it is in percent
_FILLERS = re.compile(
    r"\b(?:change|chg|chng|move|net|pct|percent|percentage|on|over|in|bps?|basis points?|pts|points)\b|[%()\s.,-]"
)
_IN_POINTS = re.compile(r"\bbps?\b|\bbasis\b")
_IN_PERCENT = re.compile(r"%|\bpct|\bpercent|^\s*\d+[hd]\s*$")
_HUNDREDTHS = re.compile(
    r"\((?:in )?(?:[a-z]{0,2} ?cents?|c|sen|paise|paisa|kobo|öre|ore)\)|\b(?:cents|paise|kobo)\b", re.IGNORECASE
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_WEEKDAYS = {name: place for place, name in enumerate(("mon", "tue", "wed", "thu", "fri"))}
_DAY = re.compile(r"(mon|tue|wed|thu|fri)(?:s|nes|rs|ur|urs)?(?:day)?\b\.?(?: close| fix| settle)?", re.IGNORECASE)
_DATE = re.compile(
    r"(?P<date>\d{1,2})[ -](?P<month>[a-z]{3})[a-z]*|(?P<month_>[a-z]{3})[a-z]*\.? (?P<date_>\d{1,2})", re.IGNORECASE
)
_LONG = re.compile(r"\b\d+ ?-?(?:w|d|m|y|wk|mth|mo|yr)s?\b|\b(?:52|12)[- ]?(?:week|month)")
_MONEY = re.compile(
    r"[A-Z]{0,3}[$€£¥₹]|USD|EUR|GBP|JPY|CNY|HKD|AUD|NZD|CAD|CHF|SGD|INR|ZAR|MYR|KRW|TWD|SEK|NOK|DKK|PHP|IDR|THB|Rs\.?|[Rpc]|¢"
    r"|pence|(?:U\.?S\.? )?cents|yen|euros?|dollars?|won|baht|rupees|francs|rand|ringgit|pesos|kron(?:or|er)|yuan"
)
_THREE_MONTHS = re.compile(r"\b(?:3|three)[ -]?m(?:o?n?ths?|os?)?\b")
_STOCKS = re.compile(r"\b(?:stocks?|inventor(?:y|ies)|(?:open )?interest|oi|tonnes|warehouses?)\b")
_OF_PROSE = frozenset({"this", "at", "the", "of", "after", "as", "with", "a", "for"})
_LEVEL_ROLES = ("last", "close", "previous", "open")
_ONE_CELL = (
    {"percent", "change"}, {"previous", "close"}, {"previous", "last"}, {"close", "last"}, {"last"}, {"previous"}, {"change"},
)  # fmt: skip
_NEAR = 0.25  # of its level: a figure further off is no earlier level of the same instrument
_LOOSE = 0.1  # of a printed move, and of its unit: prices of one row may be of different minutes
_FINE = 3  # decimals that no percentage is printed with
_NO_PERCENTAGE = 30  # what no index moves in a day, in percent
_ROUNDING = 0.006  # percentage points between a printed percentage and the one that its levels make


@lru_cache(maxsize=5_000)
def role_of(cell: str) -> str | None:
    """The role that a header cell names; None where it names none.

    >>> [role_of(c) for c in ("Latest bid", "Prev close", "% chg", "YTD %", "Selling", "52-wk high", "Chg bp", "Currency")]
    ['last', 'previous', 'percent', 'ytd', 'other', 'other', 'bp', None]
    """
    low = cell.lower()
    words = _WORD.findall(low)
    known = set(words)
    if (period := _period(low)) is not None:
        return period
    if (tenor := _TENOR.fullmatch(low)) is not None:
        return f"{tenor['years']}Y"
    if (half := _HALF_OF_DAY.fullmatch(low)) is not None:
        return "am" if half["half"] in ("am", "a.m.", "a.m", "morning") else "pm"
    aside = bool(known & _OTHER) or "p/e" in low or _LONG.search(low) is not None
    if known & _PERCENT and known & _IN_PERCENTAGES and not known & _CHANGE and not aside:
        return "previous" if known & _EARLIER else "last"  # "Yield, %"
    if known & _GAPS and not aside:
        return "other" if known & _CHANGE else "spread" if known & _BENCHMARKS else "gap"
    if known & _BENCHMARKS and known & _OVER and not aside:
        return "spread"  # "Over Bund (bp)"
    for role, heads in (("percent", _PERCENT), ("bp", _POINTS_OF_YIELD)):
        if known & heads:
            return "other" if aside else role
    if known & _EARLIER:
        return "previous"
    if known & _BENCHMARKS:
        return "spread"
    if known & _CHANGE:
        return "other" if aside else "change"
    return "other" if aside else next((_LEVELS[word] for word in words if word in _LEVELS), None)


def _period(cell: str) -> str | None:
    """The period over which a header cell says that prices moved, "percent" for a day."""
    bare = _FILLERS.sub("", cell)
    percent = _IN_PERCENT.search(cell) is not None
    role = "ytd" if _YEAR.fullmatch(bare) and (percent or bare != cell.strip()) else _PERIODS.get(bare)
    if role is None:
        return None
    if role == "percent":
        return role if percent else "bp" if _IN_POINTS.search(cell) else "change"
    return role if percent else role + UNSURE


def _days(heads: Sequence[str]) -> dict[int, str]:
    """Of two cells that name neighbouring weekdays, or two dates, the later is the last level, the other the one before it."""
    found = [(place, day) for place, cell in enumerate(heads) if (day := _DAY.fullmatch(cell)) is not None]
    dates = [(date, place) for place, cell in enumerate(heads) if (date := _date(cell)) is not None]
    if len(dates) == 2 and not found:
        later = max(dates)[1]
        return {place: "last" if place == later else "previous" for _, place in dates}
    if len(found) == 1 or (len(dates) == 1 and not found):
        return _day_before(heads, found[0][0] if found else dates[0][1])
    if len(found) != 2:
        return {}
    (one, first), (other, second) = ((place, _WEEKDAYS[day[1].lower()]) for place, day in found)
    if (first - second) % 5 not in (1, 4):
        return {}
    later = one if (first - second) % 5 == 1 else other
    return {place: "last" if place == later else "previous" for place in (one, other)}


def _day_before(heads: Sequence[str], place: int) -> dict[int, str]:
    """ "Yield  Chg, bp  Tuesday": a weekday or date alone, behind the present level, heads an earlier level."""
    told = [role_of(cell) for cell in heads]
    moves = [role for at, role in enumerate(told) if at > place]
    over_periods = bool(moves) and all(role is not None and role.rstrip(UNSURE) in PERIODS for role in moves)
    if ("previous" in told or over_periods) and not {"last", "close", "fixing"} & {*told}:
        return {place: "last"}  # "Friday  Week ago", "June 30  Q2 pct  H1 pct"
    return {place: "previous"} if {"last", "close"} & {*told[:place]} and "previous" not in told else {}


def _date(cell: str) -> int | None:
    """The place in the year of a date that heads a column, "15 Aug" or "Aug 15"; None for another heading."""
    match = _DATE.fullmatch(cell)
    month = (match["month"] or match["month_"]).lower() if match else ""
    return 31 * (SHORT_MONTHS[month] - 1) + int(match["date"] or match["date_"]) if match and month in SHORT_MONTHS else None


def _roles(heads: Sequence[str], days: dict[int, str]) -> list[str | None]:
    """The roles of a header's cells; a metal's three months are its price where a column of cash stands beside them."""
    roles = [days.get(place) or role_of(cell) for place, cell in enumerate(heads)]
    priced = [place for place, cell in enumerate(heads) if _MONEY.fullmatch(cell.strip("() "))]
    if len(priced) == 1 and not {"last", "close"} & {*roles}:
        roles[priced[0]] = "last"  # "Stock   HK$   %"
    lows = [cell.lower() for cell in heads]
    for place in range(1, len(roles)):
        if roles[place] == "change" and _STOCKS.search(lows[place - 1]):
            roles[place] = "other"  # of the stocks, not of the price
    return _at_three_months(lows, roles) if any(low.startswith("cash") for low in lows) else roles


def _at_three_months(lows: Sequence[str], roles: Sequence[str | None]) -> list[str | None]:
    """ "Cash bid/offer | 3-months bid/offer": the price of a metal is that of three months, where it has a column."""
    dated = [_THREE_MONTHS.match(low) is not None for low in lows]
    cash = [low.startswith("cash") for low in lows]
    if not any(dated) or any(role == "last" and not c and not d for role, c, d in zip(roles, cash, dated, strict=True)):
        return list(roles)
    return ["last" if d else "other" if c else role for role, c, d in zip(roles, cash, dated, strict=True)]


Figures = Sequence[Number | None]  # of a row; None for a cell without one


class Header(NamedTuple):
    """The roles of columns, which of the lines above a table told them (None: the figures themselves), whether it names the
    days of two of them, its cells, and the columns headed by words that name no role ("Noon", "RAND").
    """

    roles: tuple[str, ...]
    line: int | None
    dated: bool = False
    heads: tuple[str, ...] = ()
    unknown: tuple[int, ...] = ()


def by_header(lines: Sequence[str], spans: Sequence[tuple[int, int]], packed: bool = True) -> Header | None:
    """The roles of columns by the nearest line above that heads each of them; None where none does. ``spans`` are where the
    columns' figures stand in their line.

    ``packed`` says that a header's cells may be parted by single blanks.
    """
    count = len(spans)
    for place in range(len(lines) - 1, -1, -1):
        for told in (*([stacked(*lines[place - 1 : place + 1])] if place else []), cells(lines[place])):
            lacks = count < len(told) and any(role_of(head) in _LEVEL_ROLES or _DAY.fullmatch(head) for head in told[:-count])
            heads = _above(lines[place], spans) if lacks else told
            if max(count, 2) <= len(heads) <= count + 2 or (len(heads) == count and lines[place][:2] == "  "):
                days = _days(heads[-count:])
                roles = _roles(heads[-count:], days)
                if any(role not in (None, "other") for role in roles):
                    unknown = tuple(column for column, role in enumerate(roles) if role is None)
                    return Header(tuple(role or "other" for role in roles), place, bool(days), tuple(heads), unknown)
        if packed and count > 1 and (roles_of_words := _packed(lines[place], count)) is not None:
            return Header(roles_of_words, place)
    return None


def _above(line: str, spans: Sequence[tuple[int, int]]) -> list[str]:
    """The cells of a header that stand above the figures of a row, one above each; none where they do not."""
    heads = [(match.start() - 1, match.end() + 1, match[0]) for match in CELL.finditer(line)]
    over = [[place for place, (begin, stop, _) in enumerate(heads) if begin < end and start < stop] for start, end in spans]
    places = [found[0] for found in over if len(found) == 1]
    return [heads[place][2] for place in places] if len(set(places)) == len(spans) else []


def in_hundredths(line: str, count: int) -> list[int]:
    """The columns that a header says are in cents or the like: "Close (S$)  Chg (cents)"."""
    heads = cells(line)[-count:]
    return [place for place, head in enumerate(heads) if _HUNDREDTHS.search(head)] if len(heads) == count else []


def _packed(line: str, count: int) -> tuple[str, ...] | None:
    """A header whose cells are parted by single blanks: its words that name roles, neighbours that may share a cell joined
    ("pct change", "prev close") until there is one for each column.
    """
    words = _WORD.findall(line.lower())
    if not _OF_PROSE.isdisjoint(words) or line.rstrip().endswith(":"):
        return None  # "European shares at the close"
    roles = [role for word in words if (role := role_of(word)) is not None]
    told = len(roles)
    while len(roles) > count and (place := _joinable(roles)) is not None:
        pair = (roles[place], roles[place + 1])
        roles[place : place + 2] = [next((role for role in ("percent", "previous") if role in pair), pair[0])]
    return tuple(roles) if len(roles) == count and len(words) <= 2 * told + 1 else None


def _joinable(roles: list[str]) -> int | None:
    return next((p for p in range(len(roles) - 2, -1, -1) if {roles[p], roles[p + 1]} in _ONE_CELL), None)


def by_numbers(rows: Sequence[Figures], change: str = "change", bonds: bool = False) -> Header | None:
    """The roles by what the numbers are; None where they leave more than one answer, "other" for a change of unknown unit.
    ``change`` is the role of numbers with a sign: "percent" where the text says that its changes are so. Changes of ``bonds``
    that are whole or have one decimal are basis points.
    """
    roles: list[str] = []
    for cells_of_column in zip(*rows, strict=True):
        column = [number for number in cells_of_column if number is not None]
        if bonds and all(n.unit == "percent" and n.sign <= 0 for n in column):
            roles.append("previous" if "last" in roles else "last")
        elif any(n.unit in ("percent", "bp") for n in column):
            roles.append("bp" if any(n.unit == "bp" for n in column) else "percent")
        elif any(n.sign for n in column):
            roles.append("bp" if bonds and all(n.decimals < 2 for n in column) else change)
        else:
            roles.append("previous" if "last" in roles else "last")
    if roles.count("last") != 1 or roles.count("previous") > 1 or roles.count("percent") > 1:
        return None
    found = settled(tuple(roles), rows)
    if found is None or "percent" in found:
        return Header(found, None) if found else None
    columns = list(zip(*rows, strict=True))
    levels = columns[found.index("last")]
    told = [_has_units(c) or _is_large(c) or _has_wholes(c) or _as_fine(c, levels) for c in columns]
    sure = zip(found, told, strict=True)  # a bare change may be points or percent: nothing says
    return Header(tuple("other" if role == "change" and not unit else role for role, unit in sure), None)


def _as_fine(column: Sequence[Number | None], levels: Sequence[Number | None]) -> bool:
    """Whether a change has the decimals of its level, more than a percentage has: "2.3850  -0.0120"."""
    pairs = zip(column, levels, strict=True)
    return any(n is not None and of is not None and n.decimals == of.decimals >= _FINE for n, of in pairs)


def _is_large(column: Sequence[Number | None]) -> bool:
    """Whether a column of changes has one that is no percentage of a day, as those of indices in points have."""
    return any(n is not None and n.value > _NO_PERCENTAGE for n in column)


def _has_units(column: Sequence[Number | None]) -> bool:
    return all(n is None or n.unit is not None for n in column)


def _has_wholes(column: Sequence[Number | None]) -> bool:
    """Whether a change of a column has no decimal point, which percentages have: "554 1/2  up 7"."""
    return any(n is not None and n.value and not n.decimals for n in column)


def settled(roles: tuple[str, ...], rows: Sequence[Figures]) -> tuple[str, ...] | None:
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


def _is_percent(rows: Sequence[Figures], level: int, place: int, against: int | None) -> bool:
    """Whether the column at ``place`` is in percent of where each row came from, in most rows."""
    if against is None:
        return False
    agree = 0
    for row in rows:
        last, size, start = row[level], row[place], row[against]
        if last is None or size is None or start is None:
            continue
        origin = start.value if not start.sign else last.value - start.value * start.sign
        agree += bool(origin) and abs(abs(last.value / origin - 1) * 100 - size.value) <= _ROUNDING
    return agree * 2 > len(rows)


def is_step(level: float, earlier: float, size: Number) -> bool:
    """Whether a move is that from an earlier level, which may be of another day; it is where nothing tells its unit."""
    step = abs(level - earlier)
    made = {"percent": step / abs(earlier) * 100 if earlier else 0.0, "bp": step * 100}
    sizes = [made[size.unit]] if size.unit in made else [step, step * 100, made["percent"]]
    return any(abs(each - size.value) <= _LOOSE + _LOOSE * max(each, size.value) for each in sizes)


def _earlier_fits(roles: tuple[str, ...], rows: Sequence[Figures]) -> bool:
    if "previous" not in roles or not ({"last", "close"} & set(roles)):
        return True
    level = next(place for place, role in enumerate(roles) if role in ("last", "close"))
    pairs = [(row[level], row[roles.index("previous")]) for row in rows]
    return all(abs(now.value - then.value) <= _NEAR * now.value for now, then in pairs if now is not None and then is not None)
