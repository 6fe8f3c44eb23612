"""Tables in text: rows of a name and figures under a header that says what each column is.

    CURRENCY     LATEST    PREVIOUS   PCT CHANGE
    Japan yen    157.30    157.85     +0.35

A table is at least two rows on adjoining lines with as many figures each; a row whose name we do not know keeps the table
together. Which way a row moved is told by its own levels where it has two: in tables of currencies a plus may mean either the
currency or the pair. A table of what banks pay for currencies is priced in the currency that its heading names.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from signals.extract.columns import PERIODS, UNSURE, Header, by_header, by_numbers, role_of, settled
from signals.extract.frames import Frame
from signals.extract.mentions import Mention
from signals.extract.sizes import level_fits
from signals.extract.tokens import Number, Token

_BETWEEN = re.compile(r"[\s|:,;*+()\-–—%$€£¥]*")
_LABEL = re.compile(r"[A-Za-z]")
_WIDE = re.compile(r" {2,}|\t|\|")
_SENTENCE = re.compile(r"[.!?;] |, | (?:was|were|at|to|by|from|and|rose|fell) ")
_YEAR_END = re.compile(r"\bend[- ](?:of )?((?:19|20)\d\d)\b", re.IGNORECASE)
_OTHER_MARKET = re.compile(r"\b(?:kerb|curb|open[- ]market|parallel|black[- ]market|bureau de change|bdc)\b", re.IGNORECASE)
_CLOSING = re.compile(r"\b(?:closing|closes|closed|close|settlements?)\b", re.IGNORECASE)
_PRICED_IN = re.compile(r"(?:\b(?:vs\.?|versus|against|per|in|to|all)(?: the| a)? |\( ?|: ?)\Z", re.IGNORECASE)
_FIXING = re.compile(r"\b(?:fix|fixes|fixings?|reference rates?)\b", re.IGNORECASE)
_TITLE = 12  # words of a line that may be a title
_HEADING = 3  # lines above a table that may head it
_WORDS = 6  # words of a name at most

_MOVES = PERIODS | {"percent", "change", "other"}

Line = tuple[int, list[Token]]


class Row(NamedTuple):
    """One line of a table: the place of the line, its instrument (None for a name that we do not know), its figures, and the
    roles that words before them give ("1.1435  previous 1.1428").
    """

    place: int
    name: Token | None
    figures: list[Token]
    said: tuple[str | None, ...]

    @property
    def numbers(self) -> list[Number]:
        """What the figures say."""
        return [token.number for token in self.figures if token.number is not None]


class Columns(NamedTuple):
    """The roles of a table's columns, the kinds of their levels where not the roles themselves, and when they held: the
    times of the table, and those that the header gives to single columns.
    """

    roles: tuple[str, ...]
    kinds: dict[str, str]
    times: list[Token]
    dates: dict[str, list[Token]]


def table_frames(text: str, lines: Sequence[Line]) -> tuple[list[Frame], set[int]]:
    """All table statements of a text given as lines of tokens, and the places of the lines that are rows."""
    rows = [row for place, (start, tokens) in enumerate(lines) if (row := _row(text, place, start, tokens)) is not None]
    used: set[int] = set()
    found: list[Frame] = []
    clocks = _clocks(lines) if len(rows) > 1 else []
    for block in _blocks(rows):
        made = _table(text, lines, block, clocks[block[0].place])
        if made is not None:
            frames, heading = made
            used.update(row.place for row in block)
            used.update(heading)
            found += frames
    return found, used


def _row(text: str, place: int, start: int, tokens: list[Token]) -> Row | None:
    """The row that a line makes: a short name, then at least two figures with nothing but blanks and rules between."""
    figures = [t for t in tokens if t.number is not None and t.number.ignored not in ("time", "name", "part of a word")]
    if len(figures) < 2:
        return None
    end = text.find("\n", figures[-1].end)
    stops = [*(t.start for t in figures[1:]), end if end >= 0 else len(text)]
    said: list[str | None] = [None]
    for figure, stop in zip(figures, stops, strict=True):
        role = None if _BETWEEN.fullmatch(text, figure.end, stop) else role_of(text[figure.end : stop])
        if role is None and not _BETWEEN.fullmatch(text, figure.end, stop):
            return None
        said.append(role)
    label = text[start : figures[0].start]
    names = [t for t in tokens if t.kind == "instrument" and t.start < figures[0].start]
    if not _LABEL.search(label) or len(label.split()) > _WORDS or _SENTENCE.search(label):
        return None
    if not names and not _WIDE.search(label):
        return None
    return Row(place, names[0] if names else None, figures, tuple(said[:-1]))


def _blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Runs of at least two rows on adjoining lines with as many figures each, one of them known by name."""
    run: list[Row] = []
    for row in rows:
        if run and (row.place != run[-1].place + 1 or len(row.figures) != len(run[-1].figures)):
            yield from _whole(run)
            run = []
        run.append(row)
    yield from _whole(run)


def _whole(run: list[Row]) -> Iterator[list[Row]]:
    if len(run) > 1 and any(row.name is not None for row in run):
        yield run


def _table(text: str, lines: Sequence[Line], block: list[Row], clock: Token | None) -> tuple[list[Frame], list[int]] | None:
    """The statements of a table, and the place of its header line; None where its columns are not understood."""
    above = lines[max(block[0].place - _HEADING, 0) : block[0].place]
    heading = [text[start : _line_end(text, start)] for start, _ in above]
    numbers = [row.numbers for row in block]
    header = _inline(block) or by_header(heading, len(numbers[0])) or by_numbers(numbers)
    if header is None:
        return None
    if any(_OTHER_MARKET.search(line) for line in heading):
        return [], []
    titles = [place for place, line in enumerate(heading) if place != header.line and len(line.split()) <= _TITLE]
    roles = settled(header.roles, numbers) or header.roles
    times = [clock] if clock is not None else _times([above[place] for place in titles])
    columns = Columns(roles, _kinds([heading[place] for place in titles]), times, _dates(header, above))
    found = [frame for row in block if row.name is not None for frame in _frames(row, row.name, columns)]
    counter = _counter(text, [above[place] for place in titles], block)
    year = next((match for line in heading if (match := _YEAR_END.search(line))), None)
    for frame in found:
        frame.counter = counter
        frame.year_end = int(year[1]) if year else frame.year_end
    place = block[0].place - len(above) + (header.line or 0)
    return found, [place] if header.line is not None and lines[place][1] else []


def _kinds(titles: Sequence[str]) -> dict[str, str]:
    """What kind of level the columns hold where a title says that they are fixings or closes."""
    if any(_FIXING.search(title) for title in titles):
        return {"last": "fixing", "previous": "fixing"}
    return {"last": "close"} if any(_CLOSING.search(title) for title in titles) else {}


def _dates(header: Header, above: Sequence[Line]) -> dict[str, list[Token]]:
    """The days that a header names for its last and its earlier column."""
    if not header.dated or header.line is None:
        return {}
    days = [t for t in above[header.line][1] if t.kind == "time" and t.value.weekday is not None]
    order = [role for role in header.roles if role in ("last", "previous")]
    return {role: [day] for role, day in zip(order, days, strict=True)} if len(days) == len(order) else {}


def _inline(block: list[Row]) -> Header | None:
    """The columns of rows that name the figures after the first: "EUR/USD  1.1435  previous 1.1428"."""
    said = block[0].said
    if None in said[1:] or any(row.said != said for row in block):
        return None
    return Header(("last", *(role or "other" for role in said[1:])), None)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


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


def _times(titles: Sequence[Line]) -> list[Token]:
    """The times that the titles of a table state; a full date where nothing else is said."""
    times = [t for _, tokens in titles for t in tokens if t.kind == "time"]
    return [t for t in times if t.value.year is None] or [t for t in times if t.value.day is not None]


def _clocks(lines: Sequence[Line]) -> list[Token | None]:
    """For each line the clock time stated last above it."""
    last: Token | None = None
    found: list[Token | None] = []
    for _, tokens in lines:
        found.append(last)
        last = next((t for t in reversed(tokens) if t.kind == "time" and t.value.hour is not None), last)
    return found


def _frames(row: Row, name: Token, columns: Columns) -> list[Frame]:
    """The statements of a row: its last level with its move, one for each other level, and the moves over other periods."""
    mention: Mention = name.value
    main = _frame(name, row.figures[-1].end)
    main.times = columns.dates.get("last") or list(columns.times)
    found = [main]
    by_role = dict(zip(reversed(columns.roles), reversed(row.figures), strict=True))  # of two columns of a role the first
    for role, token in by_role.items():
        number = token.number
        if number is None or number.sign or role.rstrip(UNSURE) in _MOVES or not level_fits(mention, number):
            continue
        kind = columns.kinds.get(role, role)
        if role in ("last", "close"):
            main.level, main.kind, main.levels = token, kind, [token]
        else:
            other = _frame(name, token.end)
            other.level, other.kind, other.levels, other.times = token, kind, [token], columns.dates.get(role, [])
            found.append(other)
    if main.level is None and {"last", "close"} & set(columns.roles):
        return []
    _set_move(main, by_role)
    found += [_over(name, size, role, main.times) for role, size in by_role.items() if _is_period(role, size)]
    return found if main.level is not None or main.move is not None else found[1:]


def _frame(name: Token, end: int) -> Frame:
    return Frame([name], start=name.start, end=end, subject_start=name.start, tabular=True)


def _set_move(main: Frame, by_role: dict[str, Token]) -> None:
    change = by_role.get("percent") or by_role.get("change")
    if change is None or change.number is None:
        return
    if "percent" in by_role:
        change.number.unit = "percent"
    sign = _stated_sign(by_role, change.number)
    main.move, main.moves, main.sign = change, [change], sign
    level, previous = main.level, by_role.get("previous")
    if level is not None and level.number and previous is not None and previous.number and not previous.number.sign:
        step = level.number.value - previous.number.value
        main.sign, main.of_quote = (step > 0) - (step < 0), True
    if change.number.value == 0:
        main.sign = 0


def _stated_sign(by_role: dict[str, Token], size: Number) -> int:
    """The sign of a move; a percentage printed without one takes that of the change beside it."""
    change = by_role.get("change")
    beside = change.number.sign if change is not None and change.number is not None else 0
    return size.sign or beside or 1


def _is_period(role: str, size: Token) -> bool:
    """Whether a figure is the percentage of a move over a period."""
    if role.rstrip(UNSURE) not in PERIODS or size.number is None:
        return False
    return not role.endswith(UNSURE) or size.number.unit == "percent"


def _over(name: Token, size: Token, role: str, times: list[Token]) -> Frame:
    frame = _frame(name, size.end)
    assert size.number is not None  # noqa: S101
    size.number.unit, frame.basis, frame.times = "percent", role.rstrip(UNSURE), list(times)
    frame.move, frame.moves, frame.sign = size, [size], 0 if size.number.value == 0 else size.number.sign or 1
    return frame
