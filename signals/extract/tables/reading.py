"""Tables in text: rows of a name and figures under a header that says what each column is.

    CURRENCY     LATEST    PREVIOUS   PCT CHANGE
    Japan yen    157.30    157.85     +0.35

A table is at least two rows on adjoining lines with as many cells each, or one under a header; a row whose name we do not
know keeps the table together. Rows that have no header of their own, below a line that parts a table, have the last one. Which
way a row moved is told by its own levels where it has two: in tables of currencies a plus may mean either the currency or the
pair. A table of what banks pay for currencies is priced in the currency that its heading names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sizes import level_fits
from signals.extract.linking.mentions import BELOW_NOTHING, Mention
from signals.extract.tables.bonds import by_basis_points, is_bond, of_bonds, of_column, over_germany, own_column
from signals.extract.tables.columns import (
    PERIODS,
    UNSURE,
    Header,
    in_hundredths,
    is_step,
    settled,
)
from signals.extract.tables.forecasts import forecasts
from signals.extract.tables.heads import header_of, may_be_read
from signals.extract.tables.names import own_rows
from signals.extract.tables.periods import is_period, over_period, row_frame, take, way
from signals.extract.tables.rows import Line, Row, alike, blocks, heading_of_run, line_end, line_start, rows_of
from signals.extract.tables.titles import (
    FIXINGS,
    basis_between,
    is_title,
    level_kinds,
    names_fixing,
    period_of,
    times_of,
)
from signals.extract.tables.topics import is_of_no_prices
from signals.extract.tables.ways import sign, unsign
from signals.extract.text.tokens import OFFICIAL, Number, Token

_YEAR_END = re.compile(
    r"\b(?:end[- ](?:of )?(?:((?:19|20)\d\d)\b|(?:prev(?:ious)?|last|prior) y(?:ea)?r)"
    r"|(?:prev(?:ious)?|last|prior) year[- ]end)",
    re.IGNORECASE,
)
_LAST_YEAR = -1  # stands for the year before that of the report
_NEAREST = 2  # titles of a table that may say over which period its moves are
_PERCENTAGES = re.compile(
    r"\bin (?:%|pct|per ?cent)|\((?:%|pct|per ?cent)\)|, %|\b(?:percentage|percent|pct|%) (?:change|chg|move)", re.IGNORECASE
)
_AGO = re.compile(r"\b(?P<unit>week|month|quarter|year) (?:ago|before|earlier)\b", re.IGNORECASE)
_DAILY = {"change": "percent"}  # of a table in percent
_OTHER_MARKET = re.compile(r"\b(?:kerb|curb|open[- ]market|parallel|black[- ]market|bureau de change|bdc)\b", re.IGNORECASE)
_PRICED_IN = re.compile(r"(?:\b(?:vs\.?|versus|against|per|in|to|all)(?: the| a)? |\( ?|: ?)\Z", re.IGNORECASE)
_AGAINST_ONE = re.compile(
    r"\b(?:against|versus|vs\.?) (?:the )?(?:U\.?S\.? )?(?P<counter>euro|dollar|greenback)\b", re.IGNORECASE
)
_COUNTERS = {"euro": "EUR", "doll": "USD", "gree": "USD"}
_VERSUS = re.compile(r"\b(?:vs|versus|against|per)\b", re.IGNORECASE)
_MOVES = PERIODS | {"percent", "bp", "change", "spread", "gap", "other"}
_OF_THE_DAY = ("high", "low", "open")
_OF_ONE_DAY = (*_OF_THE_DAY, "close", "last", "previous")
_LIMIT = re.compile(r"(?:before|until|till) ")
_NEARLY = 0.5  # of a level: a bare figure of a row that is less is a change


class Columns(NamedTuple):
    """The roles of a table's columns, the kinds of their levels where not the roles themselves, and when they held: the
    times of the table, and those that the header gives to single columns.
    """

    roles: tuple[str, ...]
    kinds: dict[str, str]
    times: list[Token]
    dates: dict[str, list[Token]]


def table_frames(text: str, lines: Sequence[Line]) -> tuple[list[Frame], set[int]]:
    """All table statements of a text given as lines of tokens, and the places of the lines that are rows or their header."""
    rows = rows_of(text, lines)
    rows_at = {row.place for row in rows}
    used: set[int] = set()
    found: list[Frame] = []
    clocks = _clocks(text, lines) if rows else []
    last: dict[int, Header] = {}  # told by the last line that heads columns, by their number
    line_of_last = -1
    waiting = list(blocks(rows))[::-1]
    while waiting:
        block = waiting.pop()
        first = block[0].place
        if all(row.name is None for row in block):
            used.update(row.place for row in block)
            continue
        places = heading_of_run(text, lines, first, rows_at)
        above = [lines[place] for place in places]
        for row in block:
            sign(row.figures, row.ways)
        header = header_of(text, [text[start : line_end(text, start)] for start, _ in above], block, last)
        if is_of_no_prices(text, above, header.heads if header is not None else ()):
            used.update(row.place for row in block)
            found += forecasts(text, above, block, header)
            continue
        if header is None:
            parts = alike(block)
            waiting += parts[::-1] if len(parts) > 1 else []
            for row in block:
                unsign(row.figures, row.ways)
            if len(parts) == 1 and len(block) > 1 and not any(map(may_be_read, block)):
                used.update(row.place for row in block)
            continue
        used.update(row.place for row in block)
        official = [row for row in own_rows(text, block) if not _of_another_market(text, row)]
        if not official or any(_OTHER_MARKET.search(text, start, line_end(text, start)) for start, _ in above):
            continue
        clock = clocks[first] if len(header.roles) > 1 or not above or _within(clocks[first], above) else None
        found += _table(text, above, official, header, clock)
        if header.line is not None:
            last = last if places[header.line] == line_of_last else {}
            line_of_last, last[len(header.roles)] = places[header.line], header
            used.update([places[header.line]] if above[header.line][1] else [])
    return found, used


def _within(clock: Token | None, above: Sequence[Line]) -> bool:
    """Whether a clock is stated by the lines that head a list: one of prose above it dates no single column."""
    said = next((tokens for _, tokens in above if clock in tokens), None) if clock is not None else None
    return said is not None and all(token.kind != "direction" for token in said)


def _table(text: str, above: Sequence[Line], block: list[Row], header: Header, clock: Token | None) -> list[Frame]:
    """The statements of a table below the lines that may head it."""
    heading = [text[start : line_end(text, start)] for start, _ in above]
    numbers = [row.numbers for row in block]
    titles = [place for place, line in enumerate(heading) if place != header.line and is_title(line)]
    if header.line is not None:
        _in_whole_units(block, in_hundredths(heading[header.line], len(header.roles)))
    names = [row.name.value for row in block if row.name is not None]
    roles = of_bonds(header.roles, header.heads, names)
    yields = all(is_bond(mention) for mention in names)  # "in percent" is said of them, not of their changes
    roles = roles if yields and by_basis_points(roles, numbers) else settled(roles, numbers) or roles
    by_arithmetic = "percent" in roles and "percent" not in header.roles
    if by_arithmetic or (not yields and any(_PERCENTAGES.search(heading[place]) for place in titles)):
        roles = tuple(_DAILY.get(role, role.rstrip(UNSURE)) for role in roles)
    dated = [above[place] for place in titles if len(roles) > 1 or all(t.kind != "direction" for t in above[place][1])]
    times = [clock] if clock is not None else times_of(text, dated)
    official = any(row.name is not None and row.name.form == OFFICIAL for row in block)
    kinds = FIXINGS if official else level_kinds([*(heading[place] for place in titles), *header.heads[: -len(roles)]])
    columns = Columns(roles, kinds, times, _dates(text, header, above) | _long_ago(text, header, above))
    found = [frame for row in block if row.name is not None for frame in _frames(row, row.name, _of_row(text, row, columns))]
    counter = _counter(text, [above[place] for place in titles], block) or _counter_of_column(text, above, block, header)
    heads = [heading[place] for place in titles] + (
        [_first_previous(header, heading[header.line])] if header.line is not None else []
    )
    year = next((match for line in heads if (match := _YEAR_END.search(line))), None)
    running = period_of([heading[place] for place in titles[-_NEAREST:]]) or _ago(header)
    for frame in found:
        frame.counter = counter
        of_year_end = year is not None and (frame.kind == "previous" or frame.of_quote)
        frame.year_end = (int(year[1]) if year and year[1] else _LAST_YEAR) if of_year_end else frame.year_end
        frame.basis = frame.basis or (running if frame.move is not None else None)
    return found


def _of_row(text: str, row: Row, columns: Columns) -> Columns:
    """The columns of a row whose label says that it is a fixing: "Silver fix   18.52"."""
    label = text[line_start(text, row.figures[0].start) : row.figures[0].start]
    return columns._replace(kinds=FIXINGS) if names_fixing(label) else columns


def _ago(header: Header) -> str | None:
    """How far back the column of earlier levels is, where its head says so: "Week ago", "1 month ago"."""
    heads = header.heads[-len(header.roles) :]
    told = _AGO.search(heads[header.roles.index("previous")]) if heads and header.roles.count("previous") == 1 else None
    return told["unit"].lower() if told else None


def _long_ago(text: str, header: Header, above: Sequence[Line]) -> dict[str, list[Token]]:
    """The day of the column of earlier levels that its head tells from that of the report: "Week ago"."""
    if header.line is None or _ago(header) is None:
        return {}
    told = [t for t in above[header.line][1] if t.kind == "time" and _AGO.search(text, t.start, t.end)]
    return {"previous": told} if len(told) == 1 else {}


def _first_previous(header: Header, line: str) -> str:
    """What heads the first column of earlier levels; the whole line where there is none."""
    heads = header.heads[-len(header.roles) :]
    return heads[header.roles.index("previous")] if heads and "previous" in header.roles else line


def _in_whole_units(block: list[Row], columns: list[int]) -> None:
    """Shares' figures of columns in cents as parts of the currency."""
    for row in block if columns else ():
        share = row.name is not None and row.name.value.instrument_class == "share"
        for number in [row.numbers[place] for place in columns] if share else ():
            if number is not None and number.unit is None:
                number.value = round(number.value / 100, 8)


def _of_another_market(text: str, row: Row) -> bool:
    """ "Argentina peso (parallel)": a row whose label says that its price is no official one."""
    label = text[row.name.start : row.figures[0].start] if row.name is not None else ""
    return _OTHER_MARKET.search(label) is not None


def _dates(text: str, header: Header, above: Sequence[Line]) -> dict[str, list[Token]]:
    """The days that a header names for its last and its earlier column."""
    if header.line is None:
        return {}
    days = [t for t in above[header.line][1] if t.kind == "time" and (t.value.weekday is not None or t.value.day is not None)]
    if not header.dated:
        return dict(_dated_cells(text, header, days)) if days else {}
    order = [role for role in header.roles if role in ("last", "previous")]
    if len(days) == 1:
        return dict(_dated_cells(text, header, days))  # "Yield  Chg, bp  Tuesday", "Friday  Week ago"
    return {role: [day] for role, day in zip(order, days, strict=True)} if len(days) == len(order) else {}


def _dated_cells(text: str, header: Header, days: Sequence[Token]) -> Iterator[tuple[str, list[Token]]]:
    """The days of single columns: "Low (Fri)", "Tuesday's close"."""
    heads = header.heads[-len(header.roles) :]
    for day in days:
        told = [role for head, role in zip(heads, header.roles, strict=False) if text[day.start : day.end] in head]
        if len(told) == 1 and told[0] in _OF_ONE_DAY:
            yield told[0], [day]


def _counter(text: str, titles: Sequence[Line], block: list[Row]) -> Token | None:
    """The currency in which a title says that the rows, themselves currencies, are priced: "vs U.S. dollar", "(naira)"."""
    names = [row.name.value for row in block if row.name is not None]
    if any(mention.instrument_class != "currency" for mention in names):
        return None
    rows = {mention.id for mention in names}
    priced = [
        token
        for start, tokens in titles
        for token in tokens
        if token.kind == "instrument"
        and token.value.instrument_class == "currency"
        and token.value.id not in rows
        and _PRICED_IN.search(text, max(start, token.start - 24), token.start)
    ]
    return priced[-1] if priced else None


def _counter_of_column(text: str, above: Sequence[Line], block: list[Row], header: Header) -> Token | None:
    """The currency in which a column's own head says that its rows, themselves currencies, are priced: "Bid vs euro"."""
    rows = [row.name.value for row in block if row.name is not None]
    if any(mention.instrument_class != "currency" for mention in rows):
        return None
    priced = " ".join(head for head in header.heads if _VERSUS.search(head)).lower()
    named = [t for _, tokens in above for t in tokens if t.kind == "instrument" and t.value.instrument_class == "currency"]
    told = next((t for t in named if priced and text[t.start : t.end].lower() in priced), None)
    return told or _counter_of_notes(text, {mention.id for mention in rows})


def _counter_of_notes(text: str, rows: set[str]) -> Token | None:
    """The one of euro and dollar against which a text says that currencies moved: "has firmed against the euro"."""
    found = list(_AGAINST_ONE.finditer(text))
    codes = {_COUNTERS[match["counter"][:4].lower()] for match in found}
    if len(codes) != 1 or codes & rows:
        return None
    start, end = found[0].span("counter")
    return Token("instrument", start, end, Mention(next(iter(codes)), "currency"))


def _clocks(text: str, lines: Sequence[Line]) -> list[Token | None]:
    """For each line the clock time stated last above it, not one before which something is to be done."""
    last: Token | None = None
    found: list[Token | None] = []
    for _, tokens in lines:
        found.append(last)
        told = (t for t in reversed(tokens) if t.kind == "time" and t.value.hour is not None)
        last = next((t for t in told if not _LIMIT.match(text, t.start)), last)
    return found


def _frames(row: Row, name: Token, columns: Columns) -> list[Frame]:
    """The statements of a row: its last level with its move, one for each other level, and the moves over other periods."""
    mention: Mention = name.value
    main = row_frame(name, row.figures[-1].end)
    main.times = columns.dates.get("last") or list(columns.times)
    found = [main]
    by_role: dict[str, Token] = {}
    roles = own_column(mention, columns.roles)
    for role, token in zip(roles, row.figures, strict=True):
        if (other := of_column(name, role)) is not None:
            fits = token.number is not None and _is_level(other.value, token.number)
            found += [_other_level(other, token, columns.kinds.get("last", "last"), main.times)] if fits else []
            continue
        level = role.rstrip(UNSURE) not in _MOVES
        if token.number is None or role in by_role or (level and not _is_level(mention, token.number)):
            continue
        by_role[role] = token  # of two columns of a role the first
        kind = columns.kinds.get(role, role)
        if role in ("last", "close") and main.level is None:
            main.level, main.kind, main.levels = token, kind, [token]
        elif level:
            dated = columns.dates.get(role) or (main.times if role in _OF_THE_DAY else [])
            kind = "close" if kind == "previous" and any(d.value.month or d.value.weekday is None for d in dated) else kind
            earlier = role == "previous" and not dated
            found.append(_other_level(name, token, role if earlier else kind, dated))
            found[-1].fixing = earlier and kind == "fixing"
    if main.level is None and {"last", "close"} & set(roles):
        return found[1:] if any(frame.subjects != main.subjects for frame in found) else []
    _set_move(main, by_role)
    main.basis = basis_between(columns.dates) or main.basis
    if "spread" in by_role and (over := over_germany(name, by_role["spread"])) is not None:
        found.append(_other_level(over, by_role["spread"], main.kind or "last", main.times))
    bond = is_bond(mention)
    periods = [over_period(name, size, role, main.times) for role, size in by_role.items() if is_period(role, size, bond)]
    if main.level is not None and main.move is None and periods:
        take(main, periods.pop(0))
    found += periods
    return found if main.level is not None or main.move is not None else found[1:]


def _is_level(mention: Mention, number: Number) -> bool:
    """Whether a figure of a level's column can be one; only yields and their differences are ever below nothing."""
    return level_fits(mention, number) and (not number.sign or mention.instrument_class in BELOW_NOTHING)


def _other_level(name: Token, token: Token, kind: str, times: Sequence[Token]) -> Frame:
    frame = row_frame(name, token.end)
    frame.level, frame.kind, frame.levels, frame.times = token, kind, [token], list(times)
    return frame


def _set_move(main: Frame, by_role: dict[str, Token]) -> None:
    change = by_role.get("percent") or by_role.get("bp") or (by_role.get("change") if main.level is not None else None)
    if change is None or change.number is None or _is_price(main.level, change.number):
        return
    if "percent" in by_role:
        change.number.unit = "percent"
    elif "bp" in by_role:
        change.number.unit = "bp"
    main.move, main.moves = change, [change]
    main.sign = _stated_sign(by_role, change.number) * (way(main.subjects[0]) if change is not by_role.get("change") else 1)
    main.of_quote = change is by_role.get("change")  # what a figure changed by; a percentage may be the currency's
    level, previous = main.level, by_role.get("previous")
    now, then = level.number if level is not None else None, previous.number if previous is not None else None
    if now is not None and then is not None and not then.sign and is_step(now.value, then.value, change.number):
        step = now.value - then.value
        main.sign, main.of_quote = (step > 0) - (step < 0), True
    if change.number.value == 0:
        main.sign = 0


def _is_price(level: Token | None, size: Number) -> bool:
    """ "Sterling   1.2412   (1.2615)" among rows with changes: what has no sign and is about as much as the level is none."""
    now = level.number.value if level is not None and level.number is not None else 0
    return not size.sign and size.unit not in ("percent", "bp") and now > 0 and _NEARLY < size.value / now < 1 / _NEARLY


def _stated_sign(by_role: dict[str, Token], size: Number) -> int:
    """The sign of a move; a percentage printed without one takes that of the change beside it."""
    change = by_role.get("change")
    beside = change.number.sign if change is not None and change.number is not None else 0
    return size.sign or beside or 1
