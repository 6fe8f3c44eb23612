"""Tables in text: rows of a name and numbers under a header that says what each column is.

    CURRENCY     LATEST    PREVIOUS   PCT CHANGE
    Japan yen    157.30    157.85     +0.35

Which way a row moved is told by its own levels where it has two: in currency tables a plus may mean either the currency or
the pair.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from signals.extract.frames import Frame
from signals.extract.mentions import Mention
from signals.extract.sizes import level_fits
from signals.extract.tokens import Token

# A column's role by a word of its header.
COLUMNS = {
    "last": "last", "latest": "last", "price": "last", "bid": "last", "spot": "last", "level": "last", "current": "last",
    "rate": "last",
    "close": "close", "closing": "close", "settle": "close", "settlement": "close", "open": "open", "high": "high",
    "low": "low",
    "previous": "previous", "prev": "previous", "prior": "previous", "end": "previous", "before": "previous",
    "yesterday": "previous",
    "pct": "percent", "%": "percent", "percent": "percent", "percentage": "percent", "change": "change", "chg": "change",
    "chng": "change", "move": "change", "net": "change", "day": "day", "ytd": "other", "volume": "other", "yield": "last",
}  # fmt: skip
_HEADER_WORD = re.compile(r"[A-Za-z]+|%")
_ROW_GAP = re.compile(r"^[\s|:,*+\-–]*$")
_YEAR_END = re.compile(r"\bend[- ](?:of )?((?:19|20)\d\d)\b", re.IGNORECASE)
DEFAULT = ("last", "previous", "percent")


class Row(NamedTuple):
    """One line of a table: its instrument and its numbers."""

    name: Token
    numbers: list[Token]


def is_row(text: str, tokens: list[Token], end: int) -> Row | None:
    """The row that a line's tokens make: a name, then at least two numbers with nothing but blanks and rules between."""
    names = [t for t in tokens if t.kind == "instrument"]
    numbers = [t for t in tokens if t.kind == "number" and t.number is not None and t.number.ignored not in ("time", "name")]
    if not names or len(numbers) < 2 or names[0].start > numbers[0].start:
        return None
    stops = [*(n.start for n in numbers[1:]), end]
    tidy = all(_ROW_GAP.match(text[number.end : stop]) for number, stop in zip(numbers, stops, strict=True))
    words = len(text[names[0].end : numbers[0].start].split())
    return Row(names[0], numbers) if tidy and words <= 2 else None


def columns(header: str, count: int) -> tuple[str, ...] | None:
    """The role of each of ``count`` columns, by the words of the header lines; the usual order where they say nothing.

    "Pct change" and "change %" may be one column or two: whichever makes the count right.
    """
    roles = [role for word in _HEADER_WORD.findall(header.lower()) if (role := COLUMNS.get(word)) and role != "day"]
    while len(roles) > count and (place := _mergeable(roles)) is not None:
        pair = {roles[place], roles[place + 1]}
        roles[place : place + 2] = ["percent" if "percent" in pair else "previous" if "previous" in pair else roles[place]]
    if len(roles) == count:
        return tuple(roles)
    return DEFAULT[:count] if count <= len(DEFAULT) else None


def _mergeable(roles: list[str]) -> int | None:
    """The last place at which two header words may name one column: "pct change", "previous close", "latest bid"."""
    one_column = (
        {"percent", "change"},
        {"previous", "close"},
        {"previous", "last"},
        {"last"},
        {"previous"},
        {"close", "last"},
        {"change"},
    )
    return next((p for p in range(len(roles) - 2, -1, -1) if {roles[p], roles[p + 1]} in one_column), None)


def frames(row: Row, roles: tuple[str, ...], times: list[Token]) -> list[Frame]:
    """The statements of a row: its last level with its move, and a frame for each other level."""
    mention: Mention = row.name.value
    by_role = dict(zip(roles, row.numbers, strict=True))
    main = Frame([row.name], start=row.name.start, end=row.numbers[-1].end, subject_start=row.name.start, times=list(times))
    found = [main]
    for role, token in by_role.items():
        if (
            token.number is None
            or token.number.sign
            or role in ("percent", "change", "other")
            or not level_fits(mention, token.number)
        ):
            continue
        if role in ("last", "close"):
            main.level, main.kind, main.levels = token, role, [token]
        else:
            found.append(_level_only(row, role, token))
    _set_move(main, by_role)
    return found if main.level is not None else []


def _level_only(row: Row, kind: str, token: Token) -> Frame:
    return Frame(
        [row.name], level=token, kind=kind, levels=[token], start=row.name.start, end=token.end, subject_start=row.name.start
    )


def _set_move(main: Frame, by_role: dict[str, Token]) -> None:
    change = by_role.get("percent") or by_role.get("change")
    if change is None or change.number is None or main.level is None or main.level.number is None:
        return
    if "percent" in by_role:
        change.number.unit = "percent"
    previous = by_role.get("previous")
    main.move, main.moves, main.sign = change, [change], change.number.sign or 1
    if previous is not None and previous.number is not None and not previous.number.sign:
        step = main.level.number.value - previous.number.value
        main.sign, main.of_quote = (step > 0) - (step < 0), True
    if change.number.value == 0:
        main.sign = 0


def table_frames(text: str, lines: list[tuple[int, list[Token]]]) -> tuple[list[Frame], set[int]]:
    """All table statements of a text given as lines of tokens, and the places of the lines that are rows.

    A table is at least two rows on adjoining lines with the same number of columns.
    """
    ends = [start for start, _ in lines[1:]] + [len(text) + 1]
    rows = {place: row for place, (_, tokens) in enumerate(lines) if (row := is_row(text, tokens, ends[place] - 1))}
    used: set[int] = set()
    found: list[Frame] = []
    for place, row in rows.items():
        partner = next((p for p in (place - 1, place + 1) if p in rows and len(rows[p].numbers) == len(row.numbers)), None)
        if partner is None:
            continue
        first = _first_row(rows, place)
        header = [lines[p] for p in range(max(first - 3, 0), first)]
        top = header[0][0] if header else lines[first][0]
        roles = columns(text[top : lines[first][0]], len(row.numbers))
        if roles is not None:
            used.add(place)
            year_end = _YEAR_END.search(text, top, lines[first][0])
            made = frames(row, roles, _times(lines[:first]))
            for frame in made:
                frame.year_end = int(year_end[1]) if year_end else None
            found += made
    return found, used


def _times(above: list[tuple[int, list[Token]]]) -> list[Token]:
    """The clock time stated last above a table, else the times of its header."""
    clocks = [t for _, tokens in above for t in tokens if t.kind == "time" and t.value.hour is not None]
    return clocks[-1:] or [t for _, tokens in above[-3:] for t in tokens if t.kind == "time" and t.value.year is None]


def _first_row(rows: dict[int, Row], place: int) -> int:
    while place - 1 in rows:
        place -= 1
    return place
