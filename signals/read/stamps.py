"""Stamps in lines: where times stand beside an item, told apart from the words around them.

A line of metadata ("Published: 4 July 2025, 14:05 SAST | Kestrel News") is made of times, words of publication and labels.
``find_marks`` gives each run of adjacent parts of one time; the words of publication before it belong to it. Which instant is
meant is the business of ``publication``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from signals.read.written_times import time_parts

LONGEST = 300  # characters of a line that can be metadata
SHORTEST = 16  # characters below which a line may be a bare age
OPENING = 80  # characters of a longer one in which a stamp before the text is looked for
_JOIN = re.compile(r"(?:[\s,|·•()/–—@T-]*|\W*\b(?:at|um|on|as of|the)\b\W*)", re.IGNORECASE)
_PUBLISHED = re.compile(
    r"\b(?:(?:first\s+|originally\s+)?(?:published|posted|issued|released|created|filed|added|uploaded|publication)(?:\s+(?:on|at|date|time))?"
    r"|(?:date|time)(?:\s+(?:published|posted))?)\s*$",
    re.IGNORECASE,
)
_UPDATED = re.compile(
    r"\b(?:last\s+)?(?:updated?|modified|edited|amended|revised|modification)(?:\s+(?:on|at|date|time))?\s*$", re.IGNORECASE
)
_MONTH = r"(?:jan|feb|f[eé]v|mar|m[aä]r|apr|abr|avr|ma[iy]|jun|jul|juin|juil|aug|ao[uû]|ago|sep|oct|okt|nov|dec|dez|d[eé]c|ene)"
_MAYBE = re.compile(  # what any time has in it: a line is looked at closely only where this is found
    r"\d[:h]\d\d|\d[-/]\d{1,2}[-/]\d|\d\.\d{1,2}\.\d|\d\.\d\d\s?(?:[ap]\.?m|(?-i:[A-Z]{2,4})\b|uhr|hrs)|\d\s?[ap]\.?m\b"
    r"|\d{3}\s?\(?(?:hrs|(?-i:[A-Z]{2,4})\b)|\d{8}|\bago\b|\bjust\s+now\b|\b(?:yesterday|today)\b"
    rf"|\b{_MONTH}[a-zäéû]*\.?[\s/-]{{0,3}}\d|\d(?:st|nd|rd|th)?(?:\sof)?[\s./-]{{0,3}}{_MONTH}",
    re.IGNORECASE,
)
_BARE_AGE = re.compile(r"\d{1,3}\s?(?:s|m|h|d|w|min|mins|hr|hrs)", re.IGNORECASE)
_SIGN_OFF = re.compile(r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?:[01]\d|2[0-3])[0-5]\d")
_NEAR_DAYS = frozenset(("today", "yesterday"))  # a stamp only where they stand alone or beside a clock
_EDGES = " \t·•|-–—()[]"


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of the parts of one time at ``start``:``end`` of its line, the words of publication before it included.

    ``value`` is the time as written. ``dated``, ``timed``, ``zoned``: it tells a day, a time of day, a zone; ``stated``: words
    of publication stand before it; ``updated``: they speak of a change; ``aged``: it counts back from receipt; ``closing``:
    its kind ends a story.
    """

    start: int
    end: int
    value: str
    dated: bool = False
    timed: bool = False
    zoned: bool = False
    updated: bool = False
    stated: bool = False
    aged: bool = False
    closing: bool = False

    @property
    def clock_only(self) -> bool:
        """A time of day whose day another line must tell."""
        return self.timed and not self.dated


Part = tuple[str, int, int]


def find_marks(line: str) -> list[Mark]:
    """The marks of a line in their order; of one too long to be metadata only that at its start."""
    if len(line) > LONGEST:
        return [mark for mark in find_marks(line[:OPENING])[:1] if not line[: mark.start].strip(_EDGES)]
    if len(line) < SHORTEST and (mark := _whole_line(line)):
        return [mark]
    if _MAYBE.search(line) is None:
        return []
    return _with_zone([mark for run in _runs(line) if (mark := _mark(line, run))])


def _whole_line(line: str) -> Mark | None:
    """The mark of a line that is nothing but an age without "ago" or a sign-off in figures."""
    whole = line.strip(_EDGES)
    start, end = line.find(whole), line.find(whole) + len(whole)
    if _BARE_AGE.fullmatch(whole):
        return Mark(start, end, f"{whole} ago", dated=True, timed=True, aged=True)
    return Mark(start, end, whole, dated=True, timed=True, closing=True) if _SIGN_OFF.fullmatch(whole) else None


def _runs(line: str) -> Iterator[list[Part]]:
    run: list[Part] = []
    for part in time_parts(line):
        if part[0] == "role":
            continue
        if run and not (_JOIN.fullmatch(line, run[-1][2], part[1]) and _goes_on(run, part)):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _goes_on(run: list[Part], part: Part) -> bool:
    """A time has one part of a kind, and an age stands alone."""
    kinds = {kind for kind, _, _ in run}
    return part[0] not in kinds and "age" not in {part[0], *kinds}


def _mark(line: str, run: list[Part]) -> Mark | None:
    kinds = {kind for kind, _, _ in run}
    aged = "age" in kinds
    dated = aged or "day" in kinds or {"weekday", "clock"} <= kinds
    timed = aged or "clock" in kinds
    start, end = run[0][1], run[-1][2]
    if not (dated or timed) or (line[start:end].lower() in _NEAR_DAYS and line.strip(_EDGES) != line[start:end]):
        return None
    value = line[start:end].strip(_EDGES[:-4])
    end += len(line) > end and line[end] in ")]" and line[start - 1 : start] not in {"(", "["}
    before, updated = _words_before(line[max(0, start - 40) : start])
    return Mark(start - before, end, value, dated, timed, "zone" in kinds, updated, before > 0, aged)


def _words_before(text: str) -> tuple[int, bool]:
    """How many characters before a time the words of publication take, and whether they speak of a change."""
    words = text.rstrip(" :-–—|(@\t")
    for pattern, updated in ((_UPDATED, True), (_PUBLISHED, False)):
        if match := pattern.search(words):
            return len(text) - match.start(), updated
    return 0, False


def _with_zone(marks: list[Mark]) -> list[Mark]:
    """A zone that one clock of a line names holds for those that name none."""
    zones = {zone for mark in marks if mark.zoned and (zone := zone_of(mark.value))}
    if len(zones) != 1 or len(marks) < 2:
        return marks
    return [with_zone(mark, next(iter(zones))) for mark in marks]


def with_zone(mark: Mark, zone: str) -> Mark:
    """The mark read in a zone, where it is a clock without one of its own."""
    return replace(mark, value=f"{mark.value} {zone}", zoned=True) if mark.timed and not (mark.zoned or mark.aged) else mark


def day_of(text: str) -> str | None:
    """The day that a text names, as it is written there; None where there is none."""
    return next((text[start:end] for kind, start, end in time_parts(text) if kind == "day" and end > start), None)


def zone_of(text: str) -> str | None:
    """The last zone that a text names, None where there is none."""
    return next((text[start:end].strip(" ()") for kind, start, end in reversed(time_parts(text)) if kind == "zone"), None)


_ALL_TIMES = re.compile(r"\b(?:all|local)?\s?times\b(?:\s(?:are|shown|given))*(?:\s(?:in|as))?\s*:?\s(.{2,30})", re.IGNORECASE)


def zone_of_page(line: str) -> str | None:
    """The zone that a line declares for all times of its page ("All times GMT")."""
    match = _ALL_TIMES.search(line[:LONGEST])
    return zone_of(match[1]) if match else None
