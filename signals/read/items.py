"""From the lines of a page to the drafts of its items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from signals.read.draft import Draft
from signals.read.headlines import Title, best_headline, clean_headline, headline_score
from signals.read.kinds import Kind, Marked, mark_lines
from signals.read.lines import Line
from signals.read.publication import Stamp
from signals.read.publishers import Names, has_organisations, is_name, masthead, publisher
from signals.read.segments import DATELINE, TITLE_WORDS, Block, segment
from signals.read.stamps import Mark, day_of, find_marks, with_zone, zone_of, zone_of_page

SHORTEST = 80  # characters of a body without headline and stamp
LABEL_WORDS = 3  # of a label beside a stamp that may be a headline although there are others
DIGEST = 3  # items that make a letter of a page with one date
FOOT = 12  # lines after a body in which its own stamp may stand


@dataclass(frozen=True, slots=True)
class Setting:
    """What the page around some lines tells about all of them.

    ``site``: the page's own name, where it states one; ``day``: the day named above them for the times below; ``zone``: that of
    all times of the page; ``shared``: the day dates all items, as in a letter.
    """

    site: str | None = None
    day: str | None = None
    zone: str | None = None
    shared: bool = False


@dataclass(frozen=True, slots=True)
class Days:
    """For each line the day that a line above it names for the times below, and the zone of all times of the page.

    ``shared``: the day dates all items of the page, as in a letter.
    """

    days: Sequence[str | None]
    zone: str | None
    shared: bool = False

    def complete(self, mark: Mark, at: int) -> str:
        """The mark's text with the day and the zone that the page tells."""
        mark = with_zone(mark, self.zone) if self.zone else mark
        return f"{day} {mark.value}" if mark.clock_only and (day := self.days[at]) else mark.value


def read_lines(lines: Sequence[Line]) -> Iterator[Draft]:
    """The drafts of the items that these lines hold, in their order."""
    marked = mark_lines(lines)
    yield from drafts(segment(marked), marked, Setting())


def drafts(blocks: Sequence[Block], page: Sequence[Marked], setting: Setting) -> Iterator[Draft]:
    """The drafts of these blocks of a page; a block with neither headline nor stamp needs some text to be an item."""
    blocks = _unsigned(blocks)
    elsewhere = _elsewhere(blocks)
    days = days_of(page, setting, shared=setting.shared or _is_digest(blocks))
    names = Names(setting.site, masthead(page), has_organisations([block.head for block in blocks]))
    above = _headlines_stand_above(blocks)
    for block in blocks:
        draft = _draft(block, elsewhere, days, names, above=above)
        if draft.headline or draft.stamps or len(draft.body) >= SHORTEST:
            yield draft


_SIGN = re.compile(r"([A-Z][A-Z0-9]{1,7})\s?[-:]+\s?(?=\S)")


def _unsigned(blocks: Sequence[Block]) -> Sequence[Block]:
    """One-line alerts without the agency's code that opens most of them or the name in their last column: these sign them."""
    texts = [block.body[0].text for block in blocks if block.is_alert]
    signs = Counter(match[1] for text in texts if (match := _SIGN.match(text)))
    code, times = signs.most_common(1)[0] if signs else ("", 0)
    code = code if times > max(1, len(texts) / 2) else ""
    return [_without_sign(block, code) if block.is_alert else block for block in blocks]


def _without_sign(block: Block, code: str) -> Block:
    text, sign = block.body[0].text, ""
    if code and (match := _SIGN.match(text)) and match[1] == code:
        text, sign = text[match.end() :], code
    elif "  " in text and is_name(text.rsplit("  ", 1)[1]):
        text, sign = text.rsplit("  ", 1)
    if not sign:
        return block
    bare = replace(block.body[0], line=replace(block.body[0].line, text=text))
    head = [bare if line is block.body[0] else line for line in block.head]
    return replace(block, head=head, body=[bare], tail=[Marked(Line(f"- {sign}"), Kind.CREDIT)])


def _elsewhere(blocks: Sequence[Block]) -> set[str]:
    """The labels that stand in the heads of several items: sections, publishers, buttons."""
    count = Counter(text for block in blocks for text in {line.text for line in block.head})
    return {text for text, times in count.items() if times > 1}


def _draft(block: Block, elsewhere: set[str], days: Days, names: Names, *, above: bool) -> Draft:
    body = _text(block)
    headline = best_headline(_titles(block.head, above=above), body, elsewhere)
    return Draft(
        body=body,
        headline=clean_headline(headline) if headline else None,
        source=publisher(block.head, block.tail, headline, body[:200], names),
        stamps=tuple(_stamps(block, body, days)),
    )


def _text(block: Block) -> str:
    return "\n".join(line.text for line in block.body)


def _titles(head: Sequence[Marked], *, above: bool) -> list[Title]:
    """The labels of a head; without any, those beside its stamp. ``above``: the headlines of the page stand over the stamps."""
    stamp = next((n for n, line in enumerate(head) if line.kind is Kind.STAMP), None)
    labels = [
        Title(line.text, line.line.heading, stamp is not None and (n < stamp) == above)
        for n, line in enumerate(head)
        if line.kind is Kind.LABEL
    ]
    stamps = [line for line in head if line.kind is Kind.STAMP]
    labels += [Title(line.text, line.line.heading) for line in stamps if line.line.heading]
    beside = [Title(label) for line in stamps for label in line.labels]
    return labels + [title for title in beside if not labels or len(title.text.split()) >= LABEL_WORDS]


def _headlines_stand_above(blocks: Sequence[Block]) -> bool:
    """Whether on this page the labels over the stamps look more like headlines than those under them."""
    lead = 0.0
    for block in blocks:
        stamp = next((n for n, line in enumerate(block.head) if line.kind is Kind.STAMP), None)
        if stamp is not None:
            body = _text(block)
            lead += _best(block.head[:stamp], body) - _best(block.head[stamp:], body)
    return lead > 0


def _best(lines: Sequence[Marked], body: str) -> float:
    return max(
        (headline_score(line.text, body, heading=line.line.heading) for line in lines if line.kind is Kind.LABEL), default=0.0
    )


def _stamps(block: Block, body: str, days: Days) -> Iterator[Stamp]:
    """The stamps in the order of trust: first publication before changes, times of day before days, then the dateline."""
    found = list(_marks(block.head, block.at))
    if all(mark.updated for mark, _ in found):
        found += [(mark, at) for mark, at in _below(block) if not found or (mark.stated and not mark.updated)]
    for mark, at in sorted(found, key=lambda each: _rank(each[0])):
        yield Stamp(days.complete(mark, at), _basis(mark))
    if days.shared and not found and (day := days.days[block.at]):
        yield Stamp(day, "day of the page")
    if (dateline := DATELINE.match(body)) and (marks := find_marks(dateline[0])):
        yield Stamp(marks[0].value, "dateline")


def _below(block: Block) -> Iterator[tuple[Mark, int]]:
    """The marks at the foot of an item: those before the next title, and those further down that say that they date it."""
    titled = False
    for at, line in enumerate(block.tail[:FOOT], block.at + len(block.head)):
        titled = titled or (line.kind is Kind.LABEL and len(line.text.split()) >= TITLE_WORDS)
        yield from (each for each in _marks([line], at) if each[0].stated or not titled)


def _marks(lines: Sequence[Marked], start: int) -> Iterator[tuple[Mark, int]]:
    for at, line in enumerate(lines, start):
        if line.line.stamp:
            yield Mark(0, 0, line.line.stamp, dated=True, timed=True, zoned=True), at
        yield from ((mark, at) for mark in line.marks if line.kind is Kind.STAMP)


def _rank(mark: Mark) -> tuple[bool, bool, bool, bool]:
    return mark.updated, not mark.timed, mark.aged, not mark.zoned


def _basis(mark: Mark) -> str:
    return "updated" if mark.updated else "age" if mark.aged else "stamp"


def _is_digest(blocks: Sequence[Block]) -> bool:
    """Whether the only stamp of several items is a day in the first one's head, or stands apart over all of it."""
    heads = [[line for line in block.head if line.kind is Kind.STAMP] for block in blocks]
    if len(blocks) < DIGEST or any(heads[1:]) or not heads[0]:
        return False
    below = blocks[0].head[list(blocks[0].head).index(heads[0][-1]) + 1 :]
    return not any(mark.timed for line in heads[0] for mark in line.marks) or any(line.line.apart for line in below)


def days_of(lines: Sequence[Marked], setting: Setting, *, shared: bool = False) -> Days:
    """The days that lines name for the times below them, beginning with what the setting tells.

    A bare day holds until the next; day and zone of a full stamp only where none are known. ``shared``: a full stamp holds as
    it is.
    """
    days: list[str | None] = []
    day, zone = setting.day, setting.zone
    for line in lines:
        zone = zone or zone_of_page(line.text)
        for mark in line.marks if line.kind is Kind.STAMP else ():
            if mark.dated and not mark.aged and (shared or not mark.timed or day is None):
                zone = zone or zone_of(mark.value)
                day = mark.value if shared or not mark.timed else day_of(mark.value)
                break
        days.append(day)
    return Days(days, zone, shared)
