"""Moves over a period in the rows of a table: of the week, the year so far."""

from __future__ import annotations

from signals.extract.grammar.frames import Frame
from signals.extract.tables.bonds import is_bond
from signals.extract.tables.columns import PERIODS, UNSURE
from signals.extract.text.tokens import AGAINST, Token


def way(name: Token) -> int:
    """Which way the pair of a row goes when a percentage is above nothing: it is of the currency that the row names."""
    return -1 if name.form == AGAINST else 1


def is_period(role: str, size: Token, bond: bool) -> bool:
    """Whether a figure is the percentage of a move over a period, or for a bond its basis points."""
    if role.rstrip(UNSURE) not in PERIODS or size.number is None:
        return False
    return not role.endswith(UNSURE) or (size.number.unit in (None, "bp", "pp") if bond else size.number.unit == "percent")


def take(main: Frame, first: Frame) -> None:
    """In a row without a move of the day the level has that of the first period."""
    main.move, main.moves, main.sign, main.basis = first.move, first.moves, first.sign, first.basis
    main.end = max(main.end, first.end)


def over_period(name: Token, size: Token, role: str, times: list[Token]) -> Frame:
    """The statement of a move over a period, in percent, or for a bond in basis points."""
    frame = row_frame(name, size.end)
    assert size.number is not None  # noqa: S101
    size.number.unit = size.number.unit if is_bond(name.value) else "percent"
    frame.basis, frame.times = role.rstrip(UNSURE), list(times)
    frame.move, frame.moves, frame.sign = size, [size], 0 if size.number.value == 0 else (size.number.sign or 1) * way(name)
    return frame


def row_frame(name: Token, end: int) -> Frame:
    """An empty statement of a row."""
    return Frame([name], start=name.start, end=end, subject_start=name.start, tabular=True)
