"""The cells of the lines of a table in text, and of a header that takes two lines."""

from __future__ import annotations

import re

_COMMAS = 2  # of a header that is parted by them
_NO_CSV = re.compile(r",\s|\d,\d|,$")
_CELLS = re.compile(r" {2,}|\t+| *\| *")
CELL = re.compile(r"[^\s|]+(?: [^\s|]+)*")  # words with single blanks between them
_WORDS = re.compile(r"[^\s|]+")


def cells(line: str) -> list[str]:
    """The cells of a line, parted by two blanks, tabs or bars, or by commas alone."""
    found = [cell for cell in _CELLS.split(line.strip(" \t|")) if cell]
    by_commas = len(found) == 1 and line.count(",") >= _COMMAS and not _NO_CSV.search(line)
    return line.strip().split(",") if by_commas else found


def stacked(upper: str, lower: str) -> list[str]:
    """The cells of a header of two lines, each word of the upper one over the cell that it stands above; empty for others.

    >>> stacked("Latest  Previous Daily", "        close    change")
    ['Latest', 'Previous close', 'Daily change']
    >>> stacked("Latest  Daily pct  YTD pct", "        change     change")
    ['Latest', 'Daily pct change', 'YTD pct change']
    """
    below = [(match.start(), match.end(), match[0]) for match in CELL.finditer(lower)]
    if not below or len(cells(upper)) == 1 or any(character.isdigit() for character in upper):
        return []
    columns: dict[int, list[str]] = {start: [] for start, _, _ in below}
    column, end_before = -1, -1
    for match in _WORDS.finditer(upper):
        goes_on = match.start() == end_before + 1 and column in columns  # "Daily pct" over "change"
        alone = column if goes_on else match.start()
        column = next((start for start, end, _ in below if match.start() < end and start < match.end()), alone)
        columns.setdefault(column, []).append(match[0])
        end_before = match.end()
    for start, _, cell in below:
        columns[start].append(cell)
    over = sum(len(cell) > 1 for cell in columns.values())
    if len(columns) == len(below) and over < max(len(below) - 1, 2):
        return []
    return [" ".join(columns[start]) for start in sorted(columns)]
