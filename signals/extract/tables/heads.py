"""What the columns of a block of rows are: told by what heads them, by the rows themselves, or by the table before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.grammar.sizes import level_fits
from signals.extract.tables.bonds import is_bond
from signals.extract.tables.columns import Header, by_header, by_numbers
from signals.extract.tables.rows import RELATIVE, WIDE, Row, alike, line_start
from signals.extract.tables.titles import change_in

_YEAR = re.compile(r"(?:19|20)\d\d")
_PERCENT = re.compile(r"%|\b(?:per ?cent|pct|percentage)", re.IGNORECASE)
_MANY = 3  # figures of which nobody knows which is the last price
_SINGLE = frozenset({"last", "close", "previous", "percent", "change", "bp"})  # heads a column of a row that stands alone


def header_of(text: str, heading: list[str], block: list[Row], told: dict[int, Header]) -> Header | None:
    """What the columns of a block are; None where they are not understood."""
    numbers = [row.numbers for row in block]
    last, begin = told.get(len(numbers[0])), line_start(text, block[0].figures[0].start)
    carried = Header(last.roles, None) if last is not None else None
    spans = [(figure.start - begin, figure.end - begin) for figure in block[0].figures]
    if len(block) > 1:
        headed = _with_year(_with_price(by_header(heading, spans), block), heading, block)
        return _inline(block) or headed or carried or _by_numbers(text, block)
    header = by_header(heading, spans, packed=False) or carried
    return header if header is not None and set(header.roles) & _SINGLE else None


def _with_price(header: Header | None, block: Sequence[Row]) -> Header | None:
    """ "SHARE   RAND   CHG %", "Noon   Tue close": where no head says which column is the last price, the first one is that
    has a head which we do not know and figures that can be nothing else.
    """
    if header is None or "last" in header.roles or (column := _of_prices(header, block)) is None:
        return header
    return header._replace(roles=(*header.roles[:column], "last", *header.roles[column + 1 :]))


def _with_year(header: Header | None, heading: Sequence[str], block: Sequence[Row]) -> Header | None:
    """ "Index   Close   2022" below "percent change for the year": signed figures under a year are percentages of it."""
    if header is None or not any(_PERCENT.search(line) for line in heading):
        return header
    roles, heads = list(header.roles), header.heads[-len(header.roles) :]
    for column in header.unknown:
        numbers = [n for row in block if (n := row.numbers[column]) is not None]
        if roles[column] == "other" and _YEAR.fullmatch(heads[column]) and any(n.sign for n in numbers):
            roles[column] = "ytd"
    return header._replace(roles=tuple(roles))


def _of_prices(header: Header, block: Sequence[Row]) -> int | None:
    """The first column of unknown head, where each known row has a figure there that fits it as a level, without a sign."""
    earlier = next((place for place, role in enumerate(header.roles) if role in ("close", "previous")), len(header.roles))
    for column in header.unknown:
        cells = [(row.name, row.numbers[column]) for row in block if row.name is not None]
        fits = [n is not None and not n.sign and n.unit not in RELATIVE and level_fits(name.value, n) for name, n in cells]
        if fits and all(fits) and column < earlier:
            return column
    return None


def _by_numbers(text: str, block: list[Row]) -> Header | None:
    """What the figures themselves say; in lines that are no cells changes of unknown unit are in that of the price."""
    found = by_numbers([row.numbers for row in block], change_in(text, block[0].figures[0].start), _are_bonds(block))
    if found is None or "other" not in found.roles:
        return found
    if len(alike(block)) > 1:
        return None  # to be read in parts
    start, end = line_start(text, block[0].figures[0].start), block[0].figures[-1].end
    if WIDE.search(text, start, end):
        return found
    return found._replace(roles=tuple("change" if role == "other" else role for role in found.roles))


def may_be_read(row: Row) -> bool:
    """Whether a row without heads says what its figures are; one of three levels and more does not."""
    plain = [n for n in row.numbers if n is not None and not n.sign and n.unit not in RELATIVE]
    return len(plain) < _MANY or len(plain) < len(row.numbers)


def _are_bonds(block: Sequence[Row]) -> bool:
    return all(row.name is not None and is_bond(row.name.value) for row in block)


def _inline(block: list[Row]) -> Header | None:
    """The columns of rows that name the figures after the first: "EUR/USD  1.1435  previous 1.1428"."""
    said = block[0].said
    if len(said) == 1 or None in said[1:] or any(row.said != said for row in block):
        return None
    return Header(("last", *(role or "other" for role in said[1:])), None)
