"""Where items begin and end in the lines of a page.

Prose is what bodies are made of; between two runs of prose lies a gap. A gap that holds the head of an item (a stamp, or a
title with something that sets it off) parts two items; another is an interruption of one. Whether stamps stand in the head of
their item or at its foot is the habit of the whole page and is told from all its gaps together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from signals.read.headlines import headline_score, overlap
from signals.read.kinds import Kind, Marked
from signals.read.publishers import is_name

LONGEST_HEAD = 30  # lines above a body that can belong to its head
NEAR = 4  # lines below a body in which its foot stands
TITLE_WORDS = 4
NOTICES = 2  # lines of prose that may follow the credit of an item
FEWEST_WORDS = 3
POSTS = 3  # at their times of day make what stands before them an introduction
INTRODUCTION = 2  # lines that one has at most
ONE_LINERS = 3  # stamped lines in a row without prose that make a ticker of alerts
TAKEN_UP = 0.1  # share of a title's words that its body takes up
DATELINE = re.compile(
    r"^(?:[A-Z][\w.'’-]+(?:[ /][A-Z][\w.'’-]+){0,3}(?:, [A-Z][\w. ]{1,20})?"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\.?)?"
    r"(?: ?\([A-Z][\w/. &'-]{1,40}\))?\s?(?:[-–—]{1,2}|(?<=\)))\s"
    r"|[A-Z]{3,}[A-Z .'/-]*(?:, [A-Z][\w. ]{1,20})?(?: ?\([A-Z][\w/. &'-]{1,40}\))?: )"
)
NUMBERED = re.compile(r"^#?(\d{1,2})[.):]\s")


@dataclass(frozen=True, slots=True)
class Block:
    """The lines of one item: its head, the prose and rows of its body, and what stands after it.

    ``at`` is the place of its first line in the page.
    """

    at: int
    head: Sequence[Marked]
    body: Sequence[Marked]
    tail: Sequence[Marked]

    @property
    def is_alert(self) -> bool:
        """A headline that is all there is to the item."""
        return len(self.body) == 1 and self.body[0].kind is Kind.LABEL


class Page:
    """The lines of a page and the habits that all of them together show."""

    def __init__(self, lines: Sequence[Marked]) -> None:
        self.lines = lines
        self.prose = [n for n, line in enumerate(lines) if line.kind is Kind.PROSE]

    @cached_property
    def gaps(self) -> list[tuple[int, int]]:
        """Start and end of what lies between two lines of prose; empty gaps are left out."""
        return [(a + 1, b) for a, b in pairwise(self.prose) if b > a + 1]

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
        top = self.stamps(max(0, self.prose[0] - LONGEST_HEAD), self.prose[0])
        first = [n for n in top if self.lines[n].line.stamp or any(mark.timed for mark in self.lines[n].marks)]
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
        """Whether labels before prose count the items one by one."""
        before = [self.lines[body - 1] for body in self.prose if body]
        found = [int(match[1]) for line in before if line.kind is Kind.LABEL and (match := NUMBERED.match(line.text))]
        return len(found) > 1 and all(later == number + 1 for number, later in pairwise(found))

    @cached_property
    def top_heading(self) -> int:
        """The level of the page's highest heading: what stands under lower ones are parts of an article."""
        return min((line.line.heading for line in self.lines if line.line.heading), default=0)

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
        section = self.lines[body - 2] if body > 1 else line
        apart = line.line.apart or line.line.heading > 0 or (section.kind is not Kind.PROSE and section.line.apart)
        if line.kind is not Kind.LABEL or len(line.text.split()) < TITLE_WORDS or not apart:
            return None
        if line.line.heading > self.top_heading:
            return None
        return overlap(line.text, self.lines[body].text) if not alike or line.line.heading or self.numbered else None


def segment(lines: Sequence[Marked]) -> list[Block]:
    """The items of a page in their order; one-line alerts among them where they are its way of telling news."""
    page = Page(lines)
    if not page.prose:
        return list(_one_liners(page, 0, len(lines)))
    starts = list(_heads(page))
    alerts = list(_one_liners(page, 0, starts[0][1]))
    blocks: list[Block] = []
    for (body, head), following in zip(starts, [*[head for _, head in starts[1:]], len(lines)], strict=True):
        last = _last_prose(page, body, following)
        blocks.append(_block(lines, head, body, last, following))
        blocks.extend(_one_liners(page, last + 1, following))
    return [*alerts, *(blocks[1:] if _is_introduction(blocks) else blocks)]


def _is_introduction(blocks: Sequence[Block]) -> bool:
    """Whether the first block only says what the posts after it, each at its time of day, are about."""
    first, *posts = blocks
    clocks = [next((mark.clock_only for line in post.head for mark in line.marks), False) for post in posts]
    dated = any(mark.clock_only for line in first.head for mark in line.marks)
    return len(posts) >= POSTS and all(clocks) and not dated and len(first.body) <= INTRODUCTION


def _last_prose(page: Page, body: int, end: int) -> int:
    return next(n for n in range(end - 1, body - 1, -1) if page.lines[n].kind is Kind.PROSE)


def _heads(page: Page) -> Iterator[tuple[int, int]]:
    """For each item the line at which its body begins and that at which its head does."""
    scan = _head(page, 0, page.prose[0])
    yield scan.opening_row, scan.at
    for before, body in pairwise(page.prose):
        if body == before + 1:
            continue
        last, scan = scan, _head(page, before + 1, body)
        if not scan.parts() or _goes_on(last, scan, before):
            scan = last
        else:
            yield scan.opening_row, scan.at


def _goes_on(last: _Scan, scan: _Scan, before: int) -> bool:
    """Whether a stamp without a title after one paragraph belongs to the title above that: the paragraph is a standfirst."""
    return scan.title is None and last.title is not None and not last.stamped and before == last.body


def _head(page: Page, start: int, body: int) -> _Scan:
    """The head of the item whose body begins at ``body``, looked for no higher than ``start``."""
    scan = _Scan(page, start, body)
    top = max(start, body - LONGEST_HEAD)
    while scan.at > top and scan.takes(page.lines[scan.at - 1]):
        scan.at -= 1
    return scan


class _Scan:
    """Goes up from a body line by line and takes what belongs to its head."""

    def __init__(self, page: Page, start: int, body: int) -> None:
        self.page, self.start, self.body, self.at = page, start, body, body
        self.opening = page.lines[body].text
        self.stamped = False
        self.title: int | None = None
        self.score = 0.0

    def takes(self, above: Marked) -> bool:
        """Whether the line above belongs to the head as well."""
        if self._ends(above) or self._is_full(above):
            return False
        if above.kind is Kind.STAMP:
            self.stamped = True
        elif above.kind is Kind.LABEL:
            self._consider(above)
        return True

    def _ends(self, above: Marked) -> bool:
        """Whether the line above is of what stands before the item."""
        begun = self.stamped or self.title is not None
        if above.kind is Kind.ROW and not begun and self._is_joined(above):
            return False
        foot = above.kind is Kind.CREDIT or _foot(self.page, self.at - 1)
        rule = above.kind is Kind.RULE and begun
        return foot or rule or above.kind in {Kind.PROSE, Kind.ROW} or (above.kind is Kind.FURNITURE and self._is_whole())

    def _is_joined(self, row: Marked) -> bool:
        """Whether a row over the body is part of it: a table's, or without a blank line between."""
        return row.line.row or not self.page.lines[self.at].line.apart

    @property
    def opening_row(self) -> int:
        """Where the body begins: at the rows under the head, where it opens with some."""
        start = self.body
        while start > self.at and (self.stamped or self.title is not None) and self.page.lines[start - 1].kind is Kind.ROW:
            start -= 1
        return start

    def _is_full(self, above: Marked) -> bool:
        """Whether the head has all that it needs, and the line above is not a publisher's name over the stamp."""
        if above.kind is Kind.STAMP and (self.page.stamps_follow or (self.stamped and self._title_above())):
            return True
        below = self.page.lines[self.at]
        return self._is_whole() and below.line.apart and not _names(above, below)

    def _is_whole(self) -> bool:
        """Whether a stamp was found and a title: a heading, on a page that has any, or a label of some words."""
        if not self.stamped or self.title is None:
            return False
        line = self.page.lines[self.title]
        return line.line.heading > 0 or (not self.page.top_heading and len(line.text.split()) >= TITLE_WORDS)

    def _title_above(self) -> bool:
        return self.title is not None and self.title < self.body and self.page.lines[self.title].kind is Kind.LABEL

    def _consider(self, label: Marked) -> None:
        score = headline_score(label.text, self.opening, heading=label.line.heading)
        if score > self.score:
            self.title, self.score = self.at - 1, score

    def parts(self) -> bool:
        """Whether what was found is the head of an item of its own."""
        if self.stamped or self.title is None:
            return self.stamped
        return self._follows_an_end() or self._stands_out()

    def _follows_an_end(self) -> bool:
        """Whether the title is of some words and a credit, a rule or a foot lies between it and the prose before."""
        title = self.title or 0
        ends = {self.page.lines[n].kind for n in range(self.start, title)}
        if Kind.STAMP in ends and self.page.stamps_follow:
            return True
        return bool(ends & {Kind.CREDIT, Kind.RULE, Kind.STAMP}) and len(self.page.lines[title].text.split()) >= TITLE_WORDS

    def _stands_out(self) -> bool:
        """Whether a dateline follows the title, it is one of a numbered row, or all titles of the page are of one kind."""
        line = self.page.lines[self.title or 0]
        words = len(line.text.split())
        if words < FEWEST_WORDS:
            return False
        if DATELINE.match(self.opening) or (self.page.numbered and NUMBERED.match(line.text)):
            return True
        return self.page.titled and words >= TITLE_WORDS


def _foot(page: Page, at: int) -> bool:
    """Whether a stamp closes what stands before it."""
    line = page.lines[at]
    if line.kind is not Kind.STAMP:
        return False
    signed = at > 0 and page.lines[at - 1].kind is Kind.CREDIT and not line.line.apart and page.lines[at + 1].line.apart
    return signed or any(mark.closing for mark in line.marks)


def _names(label: Marked, below: Marked) -> bool:
    """Whether a label above a stamp is a publisher's name."""
    return label.kind is Kind.LABEL and below.kind is Kind.STAMP and is_name(label.text)


def _block(lines: Sequence[Marked], head: int, body: int, last: int, end: int) -> Block:
    stop = _signed_end(lines, body, last)
    kept = [lines[n] for n in range(body, stop + 1) if _belongs(lines, n)]
    inside = [lines[n] for n in range(body, stop + 1) if lines[n].kind is Kind.STAMP]
    after = _end_of_table(lines, stop, end)
    return Block(head, [*lines[head:body], *inside], [*kept, *lines[stop + 1 : after]], lines[after:end])


def _signed_end(lines: Sequence[Marked], body: int, last: int) -> int:
    """Where a credit closes a body: the first that has no more than a notice or two after it."""
    signed = [n for n in range(body, last) if lines[n].kind is Kind.CREDIT and lines[n].whole and not _listed(lines, n)]
    closing = (n for n in signed if sum(lines[m].kind is Kind.PROSE for m in range(n, last + 1)) <= NOTICES)
    return next(closing, last)


def _end_of_table(lines: Sequence[Marked], last: int, end: int) -> int:
    """Where a table ends that is part of the item's markup or announced with a colon by the last prose or a label under it."""
    start = last + 1
    if start < end and lines[start].kind is Kind.LABEL and lines[start].text.endswith(":"):
        start += 1
    rows = start
    while rows < end and lines[rows].kind is Kind.ROW and (lines[rows].line.row or lines[start - 1].text.endswith(":")):
        rows += 1
    return rows if rows > start else last + 1


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
    """Alerts: stamped headlines in a row without prose, at clock times or on a page that has nothing else."""
    found: dict[int, Block] = {}
    for stamp in page.stamps(start, end):
        first, last = _around(page, stamp, end)
        titles = [n for n in range(first, last) if _is_title(page.lines[n])]
        title = max(titles, key=lambda n: len(page.lines[n].text), default=None)
        if title is not None and title not in found:
            found[title] = Block(first, page.lines[first:last], [page.lines[title]], [])
    marks = [[mark for line in block.head for mark in line.marks] for block in found.values()]
    clocks = all(any(mark.timed and not mark.aged for mark in each) for each in marks)
    if len(found) >= ONE_LINERS and (clocks or not page.prose):
        yield from found.values()


def _around(page: Page, stamp: int, end: int) -> tuple[int, int]:
    """The lines of an alert: its stamp and what follows on the same line or the next; without prose all up to blank lines."""
    first, last = stamp, stamp + 1
    beside = last < end and not page.lines[last].line.apart
    if page.prose or (beside and not page.lines[last].whole):
        return first, last + beside
    while first > 0 and stamp - first < NEAR and not page.lines[first].line.apart:
        first -= 1
    while last < end and last - stamp < NEAR and not page.lines[last].line.apart:
        last += 1
    return first, last


def _is_title(line: Marked) -> bool:
    return line.kind is Kind.LABEL and len(line.text.split()) >= FEWEST_WORDS and not is_name(line.text)
