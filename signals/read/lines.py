"""Lines of a page, whatever it was made of: what is written, and what its place says about it.

A text dump and the blocks of a web page become the same kind of line, so that one segmentation serves both. Lines that were
broken to a fixed width are joined again: a break is a soft one where the next word would not have fitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

WIDEST = 100  # characters: text broken to a width is no wider
NARROWEST = 40
BROKEN_LINES = 3  # breaks that go on in small letters: then the page was broken to a width
RULE = re.compile(r"[\W_]{3,}")
_COLUMNS = re.compile(r"\t+|[^\S\n]{2,}")
_ENDED = re.compile(r"[.!?:;…][\"'”’)\]]*$")
_HANGING = re.compile(r"\b(?:a|an|and|at|by|for|from|in|of|on|or|that|the|to|with)$")
_OPENING = re.compile(  # what begins a line of its own: a bullet, a time, a place in capitals
    r"[-–—*•·▪◦‣>]{1,2}\s|\d{1,2}[.)]\s|\[?\d{1,2}:\d{2}|\d{6,}$|[A-Z]{3,}[A-Z ]*(?:[,:]| ?[-–—(])"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page.

    ``apart``: a blank line or the edge of a block stands before it; ``heading``: 1 to 6 for one marked as such, else 0;
    ``linked``: share of its characters (0 to 1) that are links; ``stamp``: the machine-readable time of a time element in it;
    ``row``: it is a row of a table.
    """

    text: str
    apart: bool = False
    heading: int = 0
    linked: float = 0.0
    stamp: str | None = None
    row: bool = False


def text_lines(text: str) -> list[Line]:
    """The filled lines of a text, with breaks to a fixed width undone."""
    blocks = list(_blocks(text))
    width = _width(blocks)
    return [line for block in blocks for line in _joined(block, width)]


def _blocks(text: str) -> Iterator[list[tuple[str, bool]]]:
    """Runs of filled lines, each with whether it is indented. Columns end up two spaces apart."""
    block: list[tuple[str, bool]] = []
    for raw in text.splitlines():
        if raw.strip():
            block.append((_COLUMNS.sub("  ", raw.strip()), raw[:1].isspace()))
        elif block:
            yield block
            block = []
    if block:
        yield block


def _width(blocks: Sequence[list[tuple[str, bool]]]) -> int:
    """The width to which a page was broken; 0 where it was not."""
    broken = [
        len(before)
        for block in blocks
        for (before, _), (after, _) in pairwise(block)
        if NARROWEST <= len(before) <= WIDEST and _goes_on(before, after)
    ]
    return max(broken) if len(broken) >= BROKEN_LINES else 0


def _goes_on(before: str, after: str) -> bool:
    return (after[:1].islower() or _HANGING.search(before) is not None) and not _ENDED.search(before)


def _joined(block: Sequence[tuple[str, bool]], width: int) -> Iterator[Line]:
    parts = [block[0][0]]
    first = True
    for line, indented in block[1:]:
        if not indented and _soft(parts[-1], line, width):
            parts.append(line)
            continue
        yield Line(" ".join(parts), apart=first)
        parts, first = [line], indented
    yield Line(" ".join(parts), apart=first)


def _soft(before: str, line: str, width: int) -> bool:
    """Whether the break between two lines came of the width: the next word would not have fitted."""
    if not NARROWEST <= len(before) <= width or _OPENING.match(line) or RULE.fullmatch(line) or RULE.fullmatch(before):
        return False
    in_figures = line[0].isdigit() and not _ENDED.search(before)
    return in_figures or _goes_on(before, line) or len(before) + 1 + len(line.split(" ", 1)[0]) > width
