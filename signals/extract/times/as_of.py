"""The hour that a line above gives for the prices below it: "Rates as of 7:45 a.m. Toronto", "- Key figures around 2045 GMT -".

| line                                    | dates the lines below | counter-example                              |
|-----------------------------------------|-----------------------|----------------------------------------------|
| "Prices at 1030 GMT"                    | yes                   | "Prices fell at 1030 GMT after the data."    |
| "Key figures around 2045 GMT"           | yes                   | "Figures at 0830 GMT showed a 2% rise"       |
| "Indications as we write:"              | the note's own hour   | "As we write, gold is at $1,949."            |
| "Where we are at 0730 in London:"       | those of its list     | "At 0730 in London gold fell"                |
| "Tue 6 Feb, 0730 London. Desk views."   | yes                   | "LONDON, Feb 6, 0730: gold fell"             |
"""

from __future__ import annotations

import re

from signals.extract.times.expression import TimeExpression
from signals.extract.times.scope import Scope, Section

_LONGEST = 90  # characters of such a line
_PRICES = re.compile(
    r"(?:[\w.,/&’'-]+ ){0,6}?(?:rates?|prices|figures|levels|quotes|quotations|snapshot|markets)(?: are| were)?,? "
    r"(?:(?:taken|given|correct|shown|indicated|quoted) )?(?:as of|as at|at|around|about)(?: about| around)? \Z",
    re.IGNORECASE,
)
_TAIL = re.compile(r"(?:(?:[A-Z][a-z]*|in|on|local|time|today),? ?){0,4}")  # "Toronto", "in New York", "local time on Friday"
_WRITTEN = re.compile(
    r"^[^\n.\d]{0,50}\b(?:as we write|at (?:the )?time of writing|as (?:we go|this goes) to press)[^\n.\d]{0,20}:",
    re.MULTILINE | re.IGNORECASE,
)
_DATE = re.compile(r"(?:[A-Z][a-z]+\.?,? |\d{1,2}(?:st|nd|rd|th)?,? |\d{4},? |[-–—|] ?){0,6}")
_WORD = r"(?:[A-Z][\w&/.-]*|update|report|snapshot|note|check|briefing|[,:|–—-]|\d{1,2}/\d{1,2})"
_STAMPED = re.compile(rf"{_WORD}(?: {_WORD}){{0,5}},? ?")
_STAMP_ENDS = re.compile(r" ?(?:[-–—|:,(]|\n)")
# A heading up to its hour: "Where we are at", "Overnight moves (as at".
_HEADING = re.compile(
    r"(?:(?:where|how|here|we|things?|it|they|all|are|is|was|were|stand|stood|looked?|looks|the|state|of|play|screens?|levels?|marks?"
    r"|prices?|rates?|quotes?|quotations?|figures?|moves?|changes?|indications?|snapshot|picture|board|boards|markets?|desk|run"
    r"|fx|forex|currenc(?:y|ies)|crypto|metals|energy|rates|spot|cash|morning|overnight|early|late|opening|latest|key|main|as|at"
    r"|around|about|on|by|from|in|and|a|quick|last|look|note|colour|commentary|update|check|report|mon|tue|tues|wed|thu|thur|thurs"
    r"|fri|sat|sun|\w+day|jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august"
    r"|\w+ber|\d{1,2}(?:st|nd|rd|th)?|20\d\d|[*•·=#(\[|–—-]|&|/|:)[,.:]? ?){0,12}",
    re.IGNORECASE,
)
_TITLE = 50
_DATED = re.compile(r"\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*\b|\b\d{1,2} [A-Z][a-z]{2}|[A-Z][a-z]{2,} \d{1,2}\b")
_REMARK = re.compile(r"\)?[.,:]?(?: [^\d\n]{0,50})?")  # "Desk commentary, not research."
_OF_PRICES = re.compile(
    r"\b(?:where|how|state of play|screens?|levels?|marks?|prices?|rates?|quot\w+|figures?|moves?|changes?|indications|snapshot"
    r"|board|against|as (?:at|of)|vs|versus|fx)\b",
    re.IGNORECASE,
)
_AGAINST = re.compile(
    r"(?: time| local time| today)?\)?,? ?(?:[–—(-] ?)?(?:(?:levels|prices|rates|changes?|moves?|levels and moves)\b,? ?)?"
    r"(?:(?:against|vs\.?|versus|from|on|since|compared (?:with|to)|and changes? (?:from|on|since))"
    r" (?:the |last |our )?(?:[\w’']+ ){0,3}(?:clos\w+|night|settle\w*|finish|levels?|day))?\)? ?(?P<colon>:)?\.?"
)
_AS_OF = ("as at ", "as of ")
_SENTENCE_END = re.compile(r"\.(?:\s|\Z)|\n")
_PRICED = re.compile(r"[$€£¥%]|\d\.\d{2}|per ?cent|points")
_EDGES = " \t*•·-–—=#:.()[]"


def as_of(scope: Scope, place: int) -> TimeExpression | None:
    """The clock time of the last line above a character that gives one for prices."""
    return next((t for begin, end, t in reversed(scope.sections(_heads)) if begin < place < end), None)


def _heads(scope: Scope) -> list[Section]:
    """What stands below each line that gives an hour for it."""
    text = scope.text
    clocks = [t for t in scope.times if t.hour is not None and t.role == "at"]
    if (written := _as_written(text)) is not None:
        return [(written, len(text), clock) for clock in clocks[:1] if clock.start < written and _alone(text, clock)]
    heads = ((clock, _end_of_head(text, clock) or _end_of_title(text, clock) or _end_of_lead(text, clock)) for clock in clocks)
    told = [(end, len(text), clock) for clock, end in heads if end is not None]
    told += [(*stretch, clock) for clock in clocks if (stretch := _headed(text, clock)) is not None]
    return sorted(told, key=lambda one: one[0])


def _headed(text: str, clock: TimeExpression) -> tuple[int, int] | None:
    """Where what a heading gives the hour for begins and ends: the rows behind a colon, the list below it, or the note."""
    start, end = text.rfind("\n", 0, clock.start) + 1, text.find("\n", clock.end)
    end = end if end >= 0 else len(text)
    if start == 0 or clock.start - start > _LONGEST or not _HEADING.fullmatch(text, start, clock.start):
        return None
    if clock.start - start < _TITLE and _DATED.search(text, start, clock.end) and _REMARK.fullmatch(text, clock.end, end):
        return end, len(text)
    match = _AGAINST.match(text, clock.end, end)
    if match is None or not (match["colon"] or (match.end() == end and _OF_PRICES.search(text, start, end))):
        return None
    return (match.end(), end) if match.end() < end else (end, _end_of_rows(text, end))


def _end_of_rows(text: str, start: int) -> int:
    """The end of the paragraph or of the list below a heading, which an empty line may set off."""
    while text.startswith("\n", start):
        start += 1
    end = text.find("\n\n", start)
    return end if end >= 0 else len(text)


def _end_of_title(text: str, clock: TimeExpression) -> int | None:
    """ "GILTS 09:25 BST - Wed 21 June", "FX update, 0825 GMT": a title whose hour is that of the note."""
    end = text.find("\n")
    if not 0 < clock.end <= end or clock.zone is None:
        return None
    return end if _STAMPED.fullmatch(text, 0, clock.start) and _STAMP_ENDS.match(text, clock.end) else None


def _end_of_lead(text: str, clock: TimeExpression) -> int | None:
    """ "Metals were mixed on Wednesday, with turnover of 4,100 lots as at 9.20am London time.": a lead that tells no price."""
    if not text.endswith(_AS_OF, 0, clock.start) or text.count("\n\n", 0, clock.start) > 1:
        return None
    start = max(text.rfind("\n", 0, clock.start), text.rfind(". ", 0, clock.start)) + 1
    end = _SENTENCE_END.search(text, clock.end)
    stop = end.end() if end else len(text)
    return None if _PRICED.search(text, start, clock.start) or _PRICED.search(text, clock.end, stop) else stop


def _as_written(text: str) -> int | None:
    """Where a line ends that says its prices to be of the hour at which the report was written: "Indications as we write:"."""
    found = _WRITTEN.search(text) if "writ" in text or "press" in text else None
    return found.end() if found is not None else None


def _alone(text: str, clock: TimeExpression) -> bool:
    """Whether an hour stands on a line that holds nothing but a date: "Thursday 24 February, 07.15 CET"."""
    start, end = text.rfind("\n", 0, clock.start) + 1, text.find("\n", clock.end)
    return _DATE.fullmatch(text, start, clock.start) is not None and not text[clock.end : end].strip(_EDGES)


def _end_of_head(text: str, clock: TimeExpression) -> int | None:
    start, end = text.rfind("\n", 0, clock.start) + 1, text.find("\n", clock.end)
    if end < 0 or end - start > _LONGEST:
        return None
    begins = text[start : clock.start].rpartition(". ")[2].lstrip(_EDGES)
    return end if _PRICES.fullmatch(begins) and _TAIL.fullmatch(text[clock.end : end].strip(_EDGES)) else None
