"""Times as pages write them beside an item: found in short lines, told apart from the words around them.

A line of metadata ("Published: 4 July 2025, 14:05 SAST | Kestrel News") is made of time expressions, words of publication and
labels. ``find_marks`` gives each run of adjacent time expressions once, in a plain order (date, clock, zone), with its role;
the words of publication belong to the mark before which they stand. What they mean in UTC is the business of ``publication``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

LONGEST = 300  # characters of a line in which a stamp is looked for

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)(?![a-z])\.?"
)
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\b\.?"
_UNIT = r"(?:sec(?:ond)?s?|min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|[smhdw])"
_ZONE = (
    r"(?:\(?(?:utc|gmt)(?:\s?[+-]\d{1,2}(?::?\d{2})?)?\b\)?|\(?(?:bst|i[sd]t|sast|e[sd]?t|c[sd]t|m[sd]t|p[sd]t|w?est|cat|eat"
    r"|wat|ces?t|mesz?|eest|eet|mez|jst|kst|hkt|sgt|myt|pht|ict|wib|pkt|msk|trt|brt|art|clt|gst|ast|a[ew][sd]?t|aes?dt|aest"
    r"|nz[sd]?t)\b\)?|[+-]\d{2}:?\d{2}\b|\(?(?:local|london|new york|eastern|pacific|central|indian standard)"
    r"(?: standard)? time\b\)?)"
)
_CLOCK = (
    r"(?:\d{1,2}[:h.]\d{2}(?::\d{2})?(?:\.\d{1,6})?\s?[ap]\.?m\b\.?|\d{1,2}\s?[ap]\.?m\b\.?|\d{1,2}[:h]\d{2}(?::\d{2})?(?:\.\d{3,6})?(?!\d)"
    r"|\d{1,2}\.\d{2}(?=\s*(?:uhr|hrs|" + _ZONE + r"))|[0-2]\d[0-5]\d(?=\s*(?:hrs\b|h\b|" + _ZONE + r")))"
)
PART = re.compile(
    rf"""
      (?P<iso>\d{{4}}-\d{{2}}-\d{{2}}[T ]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?\s?(?:Z\b|[+-]\d{{2}}:?\d{{2}})?)
    | (?P<age>(?:(?:about|over|almost|less\sthan)\s)?(?:\d{{1,3}}|an?|one|a\sfew)\s?{_UNIT}(?:\s\d{{1,2}}\s?{_UNIT})?\sago\b
        |\bjust\snow\b|\bmoments?\sago\b|\bnow\b(?=\s*$))
    | (?P<date>\b\d{{4}}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b|(?<!\d)\d{{1,2}}[-/.]\d{{1,2}}[-/.](?:\d{{4}}|\d{{2}})\b(?![.,]?\d)
        |(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?(?:\s+of)?[\s-]?{_MONTH}(?:,?[\s-]?(?:\d{{4}}|'?\d{{2}})\b(?![:.h]\d))?
        |\b{_MONTH}\s?\d{{1,2}}(?:st|nd|rd|th)?\b(?![:.]\d)(?:,?\s?\d{{4}}\b)?)
    | (?P<day>\b(?:yesterday|today)\b)
    | (?P<weekday>\b{_WEEKDAY})
    | (?P<clock>(?<![\d.,:$€£¥]){_CLOCK})(?:\s*(?:hrs|hours|uhr|noon)\b)?
    | (?P<zone>(?<![a-z]){_ZONE})
    """,
    re.IGNORECASE | re.VERBOSE,
)
_JOIN = re.compile(r"[\s,|·•()/–—@-]*(?:\b(?:at|um|on|as of|the)\b)?[\s,(|]*", re.IGNORECASE)
_WORDS = re.compile(
    r"(?P<first>\b(?:first\s+)?(?:published|posted|issued|released|created|filed|added|uploaded)(?:\s+(?:on|at|date|time))?\s*:?"
    r"|\bpublication date\s*:?|\b(?:date|time)\s*(?:published|posted)?\s*:?)"
    r"|(?P<later>\b(?:last\s+)?(?:updated?|modified|edited|amended|revised)(?:\s+(?:on|at|date|time))?\s*:|\b(?:last\s+)?"
    r"(?:updated?|modified|amended|revised)\b(?:\s+(?:on|at|date|time))?|\blast\s+edited\b(?:\s+(?:on|at))?)",
    re.IGNORECASE,
)
_BARE_AGE = re.compile(r"\d{1,3}\s?(?:s|m|h|d|w|min|mins|hr|hrs)", re.IGNORECASE)
_ZONE_END = re.compile(rf"(?<=[\dm.rs\s])({_ZONE})$", re.IGNORECASE)
_ALL_TIMES = re.compile(rf"\b(?:all|local)?\s?times?(?:\s(?:are|shown|given))?(?:\s(?:in|as))?\s*:?\s({_ZONE})", re.IGNORECASE)
_SIGN_OFF = re.compile(r"(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)")
_MONTHS = "January February March April May June July August September October November December".split()  # noqa: SIM905


@dataclass(frozen=True, slots=True)
class Mark:
    """A run of time expressions at ``start``:``end`` of its line; ``value`` is its text in plain order.

    ``dated``, ``timed``: it tells a day, a time of day; ``updated``: the page calls it the time of a change; ``closing``: it is
    of a kind that stands at the end of a story.
    """

    start: int
    end: int
    value: str
    dated: bool
    timed: bool
    updated: bool = False
    closing: bool = False

    @property
    def clock_only(self) -> bool:
        """A time of day whose day another line must tell."""
        return self.timed and not self.dated


def find_marks(line: str) -> list[Mark]:
    """The marks of a line in their order; none where it is too long to be metadata."""
    if len(line) > LONGEST:
        return []
    whole = line.strip(" \t·•|-–—()[]")
    if _BARE_AGE.fullmatch(whole):
        start = line.index(whole)
        return [Mark(start, start + len(whole), f"{whole} ago", True, True)]
    if sign_off := _sign_off(whole):
        return [Mark(0, len(line), sign_off, True, True, closing=True)]
    return _with_zone([mark for run in _runs(line) if (mark := _mark(line, run))])


def _with_zone(marks: list[Mark]) -> list[Mark]:
    """A zone that one clock of a line names holds for those that name none."""
    zones = {zone: zone for mark in marks if (zone := zone_of(mark.value))}
    if len(zones) != 1 or len(marks) < 2:
        return marks
    zone = next(iter(zones))
    return [replace(mark, value=f"{mark.value} {zone}") if _lacks_zone(mark) else mark for mark in marks]


def _lacks_zone(mark: Mark) -> bool:
    return mark.timed and not zone_of(mark.value) and not mark.value.endswith(("ago", "now"))


def zone_of(value: str) -> str | None:
    """The zone at the end of a time, None where there is none."""
    match = _ZONE_END.search(value)
    return match[1] if match else None


def zone_of_page(line: str) -> str | None:
    """The zone that a line declares for all times of its page ("All times GMT")."""
    match = _ALL_TIMES.search(line[:LONGEST])
    return match[1].strip("() ") if match else None


def _sign_off(text: str) -> str | None:
    """Month, day and clock in eight figures, as agencies end a story."""
    match = _SIGN_OFF.fullmatch(text)
    return f"{int(match[2])} {_MONTHS[int(match[1]) - 1]} {match[3]}:{match[4]}" if match else None


def _runs(line: str) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for part in PART.finditer(line):
        if run and not (_JOIN.fullmatch(line, run[-1].end(), part.start()) and _goes_on(run, part)):
            yield run
            run = []
        run.append(part)
    if run:
        yield run


def _goes_on(run: list[re.Match[str]], part: re.Match[str]) -> bool:
    """A mark has one expression of a kind, and an age stands alone."""
    kinds = {each.lastgroup for each in run}
    return not (part.lastgroup in kinds or kinds & {"age", "iso"} or part.lastgroup in {"age", "iso"})


def _mark(line: str, run: list[re.Match[str]]) -> Mark | None:
    parts = {each.lastgroup: each[0].strip(" ()") for each in run}
    dated = bool(parts.keys() & {"iso", "age", "date", "day"}) or {"weekday", "clock"} <= parts.keys()
    timed = bool(parts.keys() & {"iso", "age", "clock"})
    if not (dated or timed):
        return None
    order = ("iso", "age", "date", "day", "clock", "zone")
    weekday = [parts["weekday"]] if "weekday" in parts and "date" not in parts else []
    value = " ".join(weekday + [parts[kind] for kind in order if kind in parts])
    start, updated = _words_before(line, run[0].start())
    return Mark(start, run[-1].end(), value, dated, timed, updated)


def _words_before(line: str, start: int) -> tuple[int, bool]:
    """Where the words of publication before a time begin, and whether they say that it is a later one."""
    found = None
    for found in _WORDS.finditer(line, max(0, start - 40), start):  # noqa: B007  (the last one counts)
        pass
    if found is None or line[found.end() : start].strip(" :-–—|(@\t"):
        return start, False
    return found.start(), found.lastgroup == "later"
