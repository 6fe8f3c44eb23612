"""A text dump of a page: items told apart by their ages and publishers, furniture by its shape.

A line that is only an age ("4 hours ago") marks an item: the short line before it names the publisher, the lines after it are
the headline and the body. What stands before the first such block is an item of its own where it has paragraphs.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.read.draft import Draft
from signals.read.publication import AGE, Stamp

SENTENCE = re.compile(r"[.!?…]['\"”’)]*$")
SHORT = 60  # characters: a line below this that ends no sentence is a label, not a paragraph
LONG = 240  # characters: a paragraph that needs no full stop to be one


def read_dump(text: str) -> Iterator[Draft]:
    """The items of a text page in their order."""
    lines = [line.strip() for line in text.splitlines()]
    marks = [n for n, line in enumerate(lines) if AGE.fullmatch(line)]
    starts = [_block_start(lines, mark) for mark in marks]
    yield from _opening(lines[: starts[0]] if starts else lines)
    for mark, end in zip(marks, [*starts, len(lines)][1:], strict=True):
        yield from _block(lines, mark, end)


def _block_start(lines: list[str], mark: int) -> int:
    """The publisher's line just before the age, or the age's own."""
    before = next((n for n in range(mark - 1, max(-1, mark - 3), -1) if lines[n]), mark)
    return before if len(lines[before]) <= SHORT and not SENTENCE.search(lines[before]) else mark


def _block(lines: list[str], mark: int, end: int) -> Iterator[Draft]:
    start = _block_start(lines, mark)
    source = lines[start] if start < mark else None
    rest = [line for line in lines[mark + 1 : end] if line and line.lstrip("-–— ") != source]
    if rest:
        body = _body(rest[1:])
        yield Draft(body=body, headline=rest[0], source=source, stamps=(Stamp(lines[mark], "age"),))


def _opening(lines: list[str]) -> Iterator[Draft]:
    filled = [line for line in lines if line]
    if not filled:
        return
    first = next((n for n, line in enumerate(filled) if _is_paragraph(line)), None)
    if first is None:
        return
    headline = filled[first - 1] if first else None
    yield Draft(body=_body(filled[first:]), headline=headline)


def _body(lines: list[str]) -> str:
    """The paragraphs up to the last real one: labels after it are furniture. A single short sentence is a body too."""
    short = 0 if lines and SENTENCE.search(lines[0]) and len(lines[0].split()) > 4 else -1
    last = max((n for n, line in enumerate(lines) if _is_paragraph(line)), default=short)
    return "\n".join(lines[: last + 1])


def _is_paragraph(line: str) -> bool:
    return len(line) >= LONG or (len(line) > SHORT and bool(SENTENCE.search(line)))
