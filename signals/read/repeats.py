"""The parts of a web page that each hold one item: articles, teasers, posts of a live blog.

Siblings of one kind that each have a stamp or a title (a linked one, or a heading of the page's highest level) beside prose are
records, and so is an article element. The innermost ones count; what stands outside of all of them is another page by itself.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate

from signals.read.kinds import Kind, Marked
from signals.read.lines import Line
from signals.read.markup import Element, Outline

SHARE = 0.6  # of the siblings with text that must look like records
LINKED = 0.5  # share of a title's characters in a link that make it one that leads elsewhere


class Records:
    """For each line of a page the record that holds it: the number of an element, or -1."""

    def __init__(self, page: Outline, parts: Sequence[Sequence[Marked]]) -> None:
        self.page = page
        self._prose = _sums(any(part.kind is Kind.PROSE for part in line) for line in parts)
        self._stamps = _sums(any(part.kind is Kind.STAMP for part in line) for line in parts)
        top = min((line.heading for line in page.lines if line.heading), default=0)
        self._titles = _sums(_is_linked_title(line) or line.heading == top > 0 for line in page.lines)
        self._headings = _sums(line.heading > 0 for line in page.lines)
        self.owner = [-1] * len(page.lines)
        for number in self._innermost():
            element = page.elements[number]
            for line in range(element.start, element.end):
                if self.owner[line] < 0:
                    self.owner[line] = number

    def runs(self) -> list[tuple[int, list[int]]]:
        """The records and what lies outside (-1), each with the numbers of its lines, by the place of the first."""
        lines: dict[int, list[int]] = defaultdict(list)
        for line, number in enumerate(self.owner):
            lines[number].append(line)
        return sorted(lines.items(), key=lambda each: each[1][0])

    def _innermost(self) -> Iterator[int]:
        """The records, inner ones before those around them."""
        candidates = self._repeated() | {
            n for n, e in enumerate(self.page.elements) if e.tag == "article" and self._is_article(e)
        }
        around: set[int] = set()
        for number in range(len(self.page.elements) - 1, -1, -1):
            element = self.page.elements[number]
            inside = number in around
            taken = number in candidates and (not inside or element.tag == "article")
            if taken:
                yield number
            if taken or inside:
                around.add(element.parent)

    def _repeated(self) -> set[int]:
        """Elements most of whose siblings of the same kind look like records as well."""
        kin: dict[tuple[int, str], list[int]] = defaultdict(list)
        for number, element in enumerate(self.page.elements):
            if element.end > element.start:
                kin[element.parent, element.name].append(number)
        found: set[int] = set()
        for siblings in kin.values():
            alike = [number for number in siblings if self._is_record(self.page.elements[number])]
            if len(alike) > 1 and len(alike) >= SHARE * len(siblings):
                found.update(alike)
        return found

    def _is_record(self, element: Element) -> bool:
        return self._count(self._prose, element) > 0 and (
            self._count(self._stamps, element) > 0 or self._count(self._titles, element) > 0
        )

    def _is_article(self, element: Element) -> bool:
        told = self._count(self._headings, element) + self._count(self._stamps, element) + self._count(self._titles, element)
        return self._count(self._prose, element) > 0 and told > 0

    @staticmethod
    def _count(sums: Sequence[int], element: Element) -> int:
        return sums[element.end] - sums[element.start]


def _sums(flags: Iterable[bool]) -> list[int]:
    return [0, *accumulate(int(flag) for flag in flags)]


def _is_linked_title(line: Line) -> bool:
    return line.linked >= LINKED and len(line.text.split()) >= 4
