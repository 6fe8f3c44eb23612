"""The clock times that head the entries of a live blog, and the zone that a report declares for all its times.

    All times BST, newest first
    16.37  London is shut. The FTSE 100 closed 2.35 points higher.
    09.10  One euro is worth 90.4p.

A stamp dates what its entry says of the moment, up to the next stamp. A single time at the start of a line is none.

| line                                    | heads an entry | counter-example                          |
|-----------------------------------------|----------------|------------------------------------------|
| "12.10pm GMT", alone on its line        | yes            |                                          |
| "Update, 3:40 p.m. EDT: Stocks slip"    | yes            | "At 3:40 p.m. the Dow was down 1%"       |
| "20.10 Over in New York the Dow is ..." | yes, bare      | "17.60 - the high of Friday", of a list  |
| "1611 - That is that"                   | yes, bare      | "2008 - the year of Lehman"              |
| "BEAR SQUEEZE (1115 GMT)"               | yes            | "Prices in London (1115 GMT)", only once |

A bare hour, "20.10" or "1611", might be a price or a year. It is an hour where the report's head says that it runs live or in
what zone, or where three paragraphs begin so; and only where the hours of the report follow one another.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from signals.extract.times.clock import Atom
from signals.extract.times.expression import TimeExpression
from signals.extract.times.vocabulary import Fields
from signals.zones import PLACES, ZONE, ZONE_NAMES, is_zone

_MARKS = r"[ \t•*\[(–—-]*"
_WORD = r"(?:(?:UPDATE|[Uu]pdated?|[Pp]osted|[Pp]ublished|[Tt]ime)(?: at|:|,| –| -)? )"
_ZONED = rf"(?: ?\(?(?P<zone>{ZONE})\)?)?"
_APART = r"(?: [Uu]pdate| UPDATE)?[\])]?\.?(?: {2}|\t| ?[–—|:\n]| - )"  # what sets a stamp off, if no capital does
_OPENS = r"[\])]?\.?(?= [A-Z\"“‘'’$£€¥])"
_BARE = re.compile(
    rf"^{_MARKS}{_WORD}?(?P<hour>[01]?\d|2[0-4])(?P<mark>\.?)(?P<minute>[0-5]\d){_ZONED}(?=(?P<apart>{_APART})|{_OPENS})",
    re.MULTILINE,
)
_BARE_LINE = re.compile(r"\n[ \t•*\[(–—-]*(?:[A-Z]\w+[:,]? (?:at )?)?\d\d?[.]?\d\d(?!\d)")  # looked for quickly
_NUMBERED = re.compile(r"\n[ \t•*\[(–—-]*\d+[.,]\d+")
_LEAD = re.compile(rf"(?:\A|\n){_MARKS}(?P<word>{_WORD})?\Z")
_SET_OFF = re.compile(rf"{_APART}|{_OPENS}")
_LONGEST_LEAD = 24
_HEADING = re.compile(r"(?:\A|\n)[^\n.\d]{3,70}(?:\(|[,|–—] ?|- )\Z")  # "BEAR SQUEEZE (1115 GMT)"
_LONGEST_HEADING = 80
_WORDS = 3  # blanks in the shortest statement: "Gold is at $3,337"
_FIGURE = re.compile(r"\d")
_LINE_ENDS = re.compile(r"\)? *(?:\n|\Z)")
_OPENING = 400  # characters in which a report declares its zone, or that it runs live
_LIVE = re.compile(
    r"\b(?:live|blog|rolling|as it happened|(?:newest|latest|most recent|last)(?: (?:entry|entries|post|posts|updates?))?"
    r"(?: (?:is|are))?,? (?:first|last|at the top|on top|at top|at the bottom)|(?:all|entry|the) times|updates"
    r"|(?:minute by minute|hour by hour|blow by blow)|timeline|chronology|how the day (?:went|unfolded))\b",
    re.IGNORECASE,
)
_DECLARED = re.compile(
    r"\b[Tt]imes(?: are| given| shown| below| here)*(?: all)?(?: in)? (?:local )?\(?(?:"
    rf"(?P<zone>{ZONE})|(?P<named>Eastern|Central|Pacific)\b|(?P<place>[A-Z]\w+(?: [A-Z]\w+)*)\b)"
)
_TIME_OF = re.compile(r"\b((?:[A-Z][\w.]+ )?[A-Z][\w.]+) time\b")
_ABBREVIATED = re.compile(rf"(?:(?<=\d )|(?<=[(/,|] )|(?<=[(/])|\b(?=(?!CAT|ART)[A-Z]{{3}}))({ZONE})(?!-)")
NAMED = {"Eastern": "ET", "Central": "CT", "Mountain": "MT", "Pacific": "PT"}


def bare_stamps(text: str) -> Iterator[Atom]:
    """Stamps in figures alone, "16.37  London is shut", "1611 - That is that", where at least two lines have one."""
    found = [match for match in _BARE.finditer(text) if match.start()] if _BARE_LINE.search(text) else []
    if len(found) < 2 or not _are_hours(text, found):
        return
    whole = any(int(match["hour"]) > 12 or match["hour"][0] == "0" for match in found)
    for match in found:
        zone = match["zone"] if is_zone(match["zone"]) else None
        fields: Fields = {"hour": int(match["hour"]) % 24, "minute": int(match["minute"])}
        fields |= {"halfday": "24"} if whole else {}
        yield match.start("hour"), match.end("zone" if zone else "minute"), fields | ({"zone": zone} if zone else {})


def _are_hours(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether the numbers that begin lines are hours: they follow one another, few other numbers begin a line, and the head
    says that the report runs live or three paragraphs begin so.
    """
    clocks = [60 * int(match["hour"]) + int(match["minute"]) for match in found]
    told = _LIVE.search(text, 0, _OPENING) is not None or zone_of_head(text, found[0].start()) is not None
    others = sum(1 for _ in _NUMBERED.finditer(text)) - sum(bool(match["mark"]) for match in found)
    if others > len(found) // 4 or not _in_order(clocks, turns=told) or _may_be_years(found) or not _tell(text, found):
        return False
    return told or (len({match["hour"] for match in found}) > 2 and all(_begins_a_paragraph(text, m.start()) for m in found))


def _in_order(clocks: Sequence[int], turns: bool) -> bool:
    """Whether hours rise or fall all the way; where the day may have turned between two, but once."""
    rises = sum(after >= before for before, after in pairwise(clocks))
    falls = sum(after <= before for before, after in pairwise(clocks))
    return max(rises, falls) >= len(clocks) - 1 - turns


def _tell(text: str, found: Sequence[re.Match[str]]) -> bool:
    """Whether what stands between the numbers are statements, more often than not, and no names of a list."""
    ends = [*(match.start() for match in found[1:]), len(text)]
    return (
        sum(text[match.end() : end].strip().count(" ") >= _WORDS for match, end in zip(found, ends, strict=True))
        > len(found) // 2
    )


def _may_be_years(found: Sequence[re.Match[str]]) -> bool:
    return not any(match["mark"] or match["hour"] not in ("19", "20") for match in found)


def _begins_a_paragraph(text: str, start: int) -> bool:
    return text[max(start - 2, 0) : start] == "\n\n"


def stamps(text: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times that head the entries of a live blog; none where fewer than two lines begin with one."""
    found = [t for t in times if t.hour is not None and _heads_an_entry(text, t)]
    found = [t for t in found if t.day is None or t.start > _OPENING or t is not found[0]]  # "Updated 17.05, 9 November"
    if len(found) < 2:
        return []
    _hand_on_zone(found, zone_of_head(text, found[0].start))
    return found


def _hand_on_zone(found: Sequence[TimeExpression], declared: str | None) -> None:
    """ "9.33am GMT", then "10.02am": a stamp without a zone is in that of the stamp before it, the first in the next's."""
    zone = declared or next((stamp.zone for stamp in found if stamp.zone), None)
    for stamp in found if zone else ():
        zone = stamp.zone = stamp.zone or (zone if stamp.place is None else None)


def stamp_of(text: str, place: int, among: Sequence[TimeExpression]) -> TimeExpression | None:
    """The stamp of the entry in which a character stands; ``among`` are in order. Entries without a blank line between them
    end with the paragraph.
    """
    number = bisect_right(among, place, key=lambda stamp: stamp.start)
    if not number:
        return None
    stamp = among[number - 1]
    near = [*among[max(number - 2, 0) : number + 1]]
    tight = any(text.find("\n\n", one.end, other.start) < 0 for one, other in pairwise(near))
    return None if tight and text.find("\n\n", stamp.end, place) >= 0 else stamp


def _heads_an_entry(text: str, expression: TimeExpression) -> bool:
    begin = max(expression.start - _LONGEST_LEAD, 0)
    if _LEAD.search(text, begin, expression.start) is not None:
        return expression.start > 0 and _SET_OFF.match(text, expression.end) is not None
    return _LINE_ENDS.match(text, expression.end) is not None and _ends_a_heading(text, expression)


def _ends_a_heading(text: str, expression: TimeExpression) -> bool:
    """ "BEAR SQUEEZE (1115 GMT)": whether an hour ends a line of a few words that opens a paragraph."""
    begin = max(text.rfind("\n", 0, expression.start), expression.start - _LONGEST_HEADING)
    opens = begin > 0 and text[begin - 1] == "\n" and not expression.names_day
    hour = _FIGURE.search(text, expression.start, expression.end)  # "GOOD MORNING (0745 GMT)"
    return opens and hour is not None and _HEADING.fullmatch(text, begin, hour.start()) is not None


def declared_zone(text: str) -> str | None:
    """The zone in which a report says that it gives its times, "All times BST": an abbreviation or an IANA name."""
    match = _DECLARED.search(text, 0, _OPENING)
    if match is None:
        return None
    if match["zone"]:
        return match["zone"] if is_zone(match["zone"]) else None
    return NAMED.get(match["named"] or "") or PLACES.get(match["place"] or "")


def zone_of_head(text: str, end: int) -> str | None:
    """The zone that the head of a live report names, before its first entry."""
    end = min(end, _OPENING)
    if declared := declared_zone(text[:end]):
        return declared
    for match in _ABBREVIATED.finditer(text, 0, end):
        if is_zone(match[1]):
            return match[1]
    named = _TIME_OF.search(text, 0, end)
    return (PLACES.get(named[1]) or ZONE_NAMES.get(f"{named[1].lower()} time")) if named else None
