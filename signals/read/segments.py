"""Where items begin and end in the lines of a page.

Prose is what bodies are made of; between two runs of prose lies a gap. A gap that holds the head of an item (a stamp, or a title
with something that sets it off) parts two items; another is an interruption of one. Whether stamps stand in the head of their
item or at its foot is the habit of the whole page and is told from all its gaps together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from signals.read.headlines import headline_score, overlap
from signals.read.kinds import Kind, Marked

LONGEST_HEAD = 30  # lines above a body that can belong to its head
NEAR = 4  # lines below a body in which its foot stands
TITLE_WORDS = 4
ONE_LINERS = 3  # stamped lines in a row without prose that make a ticker of alerts
TAKEN_UP = 0.3  # share of a title's words that its body takes up
DATELINE = re.compile(
    r"^(?:[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}(?:, [A-Z][\w. ]{1,20})?"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\.?)?(?: ?\([A-Z][\w/. &'-]{1,40}\))?\s?(?:[-–—]{1,2}|(?<=\)))\s"
    r"|[A-Z]{3,}[A-Z .'/-]*(?:, [A-Z][\w. ]{1,20})?(?: ?\([A-Z][\w/. &'-]{1,40}\))?: )"
)
_NUMBERED = re.compile(r"^#?(\d{1,2})[.):]\s")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one item: its head, the prose and rows of its body, and what stands after it. ``at`` is the place of its
    first line in the page."""

    at: int
    head: Sequence[Marked]
    body: Sequence[Marked]
    tail: Sequence[Marked]


class Page:
    """The lines of a page and the habits that all of them together show."""

    def __init__(self, lines: Sequence[Marked]) -> None:
        self.lines = lines
        self.prose = [n for n, line in enumerate(lines) if line.kind is Kind.PROSE]

    @cached_property
    def gaps(self) -> list[tuple[int, int]]:
        """Start and end of what lies between two lines of prose; empty gaps are left out."""
        return [(a + 1, b) for a, b in zip(self.prose, self.prose[1:], strict=False) if b > a + 1]

    @cached_property
    def stamped_gaps(self) -> list[tuple[int, int]]:
        """The gaps that hold a stamp."""
        return [gap for gap in self.gaps if self.stamps(*gap)]

    def stamps(self, start: int, end: int) -> list[int]:
        """Where between two positions a stamp stands."""
        return [n for n in range(start, end) if self.lines[n].kind is Kind.STAMP]

    @cached_property
    def stamps_follow(self) -> bool:
        """Whether an item's stamp stands at its foot on this page."""
        if not self.prose:
            return False
        first = self.stamps(max(0, self.prose[0] - LONGEST_HEAD), self.prose[0])
        last = self.stamps(self.prose[-1] + 1, min(len(self.lines), self.prose[-1] + NEAR))
        if any(self._directly_before(gap) for gap in self.stamped_gaps):
            return False
        votes = sum(self._side(gap) for gap in self.stamped_gaps)
        return votes + max(1, len(self.stamped_gaps)) * (bool(last) - bool(first)) > 0

    def _directly_before(self, gap: tuple[int, int]) -> bool:
        line = self.lines[gap[1] - 1]
        return line.kind is Kind.STAMP and not any(mark.closing for mark in line.marks)

    def _side(self, gap: tuple[int, int]) -> int:
        """1 where the gap's stamp hangs on the prose before it and not on what follows, -1 where it is the other way."""
        first, last = self.stamps(*gap)[0], self.stamps(*gap)[-1]
        hangs = not any(self.lines[n].line.apart for n in range(gap[0], first + 1))
        leads = not any(self.lines[n].line.apart for n in range(last + 1, gap[1] + 1))
        parted = self.lines[last + 1].line.apart
        return int(hangs and parted) - int(leads and self.lines[first].line.apart)

    @cached_property
    def numbered(self) -> bool:
        """Whether the labels before prose count the items."""
        return sum(bool(_NUMBERED.match(self.lines[end - 1].text)) for _, end in self.gaps) >= 1 and bool(
            self.prose and self.prose[0] and _NUMBERED.match(self.lines[self.prose[0] - 1].text)
        )

    @cached_property
    def titled(self) -> bool:
        """Whether the gaps without stamps are regular enough to be those of a digest: a title each, set apart, taken up by
        the prose after it, and few paragraphs to a title."""
        titles = [self._title(end) for _, end in self.gaps]
        found = [title for title in titles if title is not None]
        if len(found) < 2 or len(found) < 0.6 * len(self.gaps) or len(self.prose) > 4 * (len(found) + 1):
            return False
        return sum(found) / len(found) >= TAKEN_UP

    def _title(self, body: int) -> float | None:
        """How far the prose takes up the label before it; None where that is no title set apart."""
        line = self.lines[body - 1]
        alike = self.lines[body].line.apart and body + 1 < len(self.lines) and self.lines[body + 1].line.apart
        if line.kind is not Kind.LABEL or len(line.text.split()) < TITLE_WORDS or not (line.line.apart or line.line.heading):
            return None
        return overlap(line.text, self.lines[body].text) if not alike or line.line.heading or self.numbered else None


def segment(lines: Sequence[Marked]) -> list[Block]:
    """The items of a page in their order; one-line alerts among them where they are its way of telling news."""
    page = Page(lines)
    if not page.prose:
        return list(_one_liners(page, 0, len(lines)))
    starts = list(_heads(page))
    blocks: list[Block] = list(_one_liners(page, 0, starts[0][1]))
    for (body, head), following in zip(starts, [*[head for _, head in starts[1:]], len(lines)], strict=True):
        last = _last_prose(page, body, following)
        blocks.append(_block(lines, head, body, last, following))
        blocks.extend(_one_liners(page, last + 1, following))
    return blocks


def _last_prose(page: Page, body: int, end: int) -> int:
    return next(n for n in range(end - 1, body - 1, -1) if page.lines[n].kind is Kind.PROSE)


def _heads(page: Page) -> Iterator[tuple[int, int]]:
    """For each item the line at which its body begins and that at which its head does."""
    first = page.prose[0]
    yield first, _head(page, 0, first)[0]
    for before, body in zip(page.prose, page.prose[1:], strict=False):
        if body > before + 1:
            head, parts = _head(page, before + 1, body)
            if parts:
                yield body, head


def _head(page: Page, start: int, body: int) -> tuple[int, bool]:
    """Where the head of the item begins whose body begins at ``body``, no earlier than ``start``, and whether it is one."""
    lines, text = page.lines, page.lines[body].text
    at, stamped, title, best, set_off = body, False, None, 0.0, False
    while at > max(start, body - LONGEST_HEAD):
        above = lines[at - 1]
        if above.kind in {Kind.PROSE, Kind.ROW, Kind.CREDIT} or _foot(page, at - 1):
            set_off = above.kind is not Kind.ROW
            break
        if above.kind in {Kind.RULE, Kind.FURNITURE} and (title is not None or stamped):
            set_off = above.kind is Kind.RULE
            break
        if stamped and title is not None and lines[at].line.apart and not _names(above, lines[at]):
            break
        if above.kind is Kind.STAMP:
            if page.stamps_follow or (stamped and title is not None and title < at):
                set_off = True
                break
            stamped = True
        elif above.kind is Kind.LABEL and (score := headline_score(above.text, text, heading=above.line.heading)) > best:
            title, best = at - 1, score
        at -= 1
    parts = stamped or (title is not None and (set_off and _sets_off(page, start, title) or _stands_out(page, title, body)))
    return at, parts


def _foot(page: Page, at: int) -> bool:
    """Whether a stamp closes what stands before it."""
    line = page.lines[at]
    if line.kind is not Kind.STAMP:
        return False
    signed = at > 0 and page.lines[at - 1].kind is Kind.CREDIT and not line.line.apart and page.lines[at + 1].line.apart
    return signed or any(mark.closing for mark in line.marks)


def _names(label: Marked, below: Marked) -> bool:
    """Whether a label above a stamp is a publisher's name."""
    words = label.text.split()
    named = len(words) <= 4 and all(word[:1].isupper() or not word[:1].isalpha() for word in words)
    return label.kind is Kind.LABEL and below.kind is Kind.STAMP and named


def _sets_off(page: Page, start: int, title: int) -> bool:
    """Whether a title after a credit, a rule or a foot is one: a few words at least, and something between it and prose."""
    return len(page.lines[title].text.split()) >= TITLE_WORDS and any(
        page.lines[n].kind in {Kind.CREDIT, Kind.RULE, Kind.STAMP} for n in range(start, title)
    )


def _stands_out(page: Page, title: int, body: int) -> bool:
    line = page.lines[title]
    if len(line.text.split()) < 3:
        return False
    if DATELINE.match(page.lines[body].text) or (page.numbered and _NUMBERED.match(line.text)):
        return True
    return page.titled and (line.line.apart or line.line.heading > 0) and len(line.text.split()) >= TITLE_WORDS


def _block(lines: Sequence[Marked], head: int, body: int, last: int, end: int) -> Block:
    stop = next((n for n in range(body, last) if lines[n].kind is Kind.CREDIT and lines[n].whole and not _listed(lines, n)), last)
    kept = [lines[n] for n in range(body, stop + 1) if _belongs(lines, n)]
    rows = stop + 1
    while rows < end and lines[rows].kind is Kind.ROW and (lines[rows].line.row or lines[stop].text.endswith(":")):
        kept.append(lines[rows])
        rows += 1
    return Block(head, lines[head:body], kept, lines[rows:end])


def _belongs(lines: Sequence[Marked], at: int) -> bool:
    """Whether a line between the first and the last prose of an item is part of its text."""
    line = lines[at]
    bullet = line.kind in {Kind.LABEL, Kind.CREDIT} and re.match(r"(?:--?|[–—•*·▪])\s?\w", line.text) is not None
    return line.kind in {Kind.PROSE, Kind.ROW} or (bullet and line.whole and _listed(lines, at))


def _listed(lines: Sequence[Marked], at: int) -> bool:
    """Whether a line that opens with a dash has neighbours that do."""
    opening = lines[at].text[:1]
    return any(lines[n].text[:1] == opening and not opening.isalnum() for n in (at - 1, at + 1) if 0 <= n < len(lines))


def _one_liners(page: Page, start: int, end: int) -> Iterator[Block]:
    """Alerts: stamped lines in a row, each with a headline of its own and no prose."""
    found = []
    for n in page.stamps(start, end):
        beside = n + 1 < end and page.lines[n + 1].kind is Kind.LABEL and len(page.lines[n + 1].text.split()) >= TITLE_WORDS
        if beside and not page.lines[n + 1].line.apart:
            found.append((n, n + 1))
    clocks = all(any(mark.timed and not mark.value.endswith("ago") for mark in page.lines[n].marks) for n, _ in found)
    if len(found) >= ONE_LINERS and (clocks or not page.prose):
        for stamp, line in found:
            yield Block(stamp, [page.lines[stamp], page.lines[line]], [page.lines[line]], [])
