"""A text dump of a page: its lines are all there is to tell items, publishers, times and furniture by."""

from __future__ import annotations

from collections.abc import Iterator

from signals.read.draft import Draft
from signals.read.items import read_lines
from signals.read.lines import text_lines


def read_dump(text: str) -> Iterator[Draft]:
    """The items of a text page in their order."""
    yield from read_lines(text_lines(text))
