"""The clock times that head the entries of a live blog, and the zone that a report declares for all its times.

    All times BST, newest first
    16.37  London is shut. The FTSE 100 closed 2.35 points higher.
    09.10  One euro is worth 90.4p.

A stamp dates what its entry says of the moment, up to the next stamp. A single time at the start of a line is none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from signals.extract.times.clock import Atom
from signals.extract.times.expression import TimeExpression
from signals.zones import ABBREVIATIONS, PLACES

_DOTTED = re.compile(
    r"^[ \t•*\[(–—-]*(?P<hour>[01]?\d|2[0-3])[.](?P<minute>[0-5]\d)(?=[\])]?(?: {2}|\t| ?[–—|:] ?| - ))", re.MULTILINE
)
_DOTTED_LINE = re.compile(r"\n[ \t•*\[(–—-]*\d\d?[.]\d\d")  # begins with a character, which is looked for quickly
_LEAD = re.compile(r"(?:\A|\n)[ \t•*\[(–—-]*\Z")
_SET_OFF = re.compile(r"[\])]?(?: {2}|\t| ?[–—|:\n]| - | (?=[A-Z\"“]))")
_OPENING = 400  # characters in which a report declares its zone
_DECLARED = re.compile(
    r"\b[Tt]imes(?: are| given)?(?: all)?(?: in)? (?:(?P<zone>[A-Z]{2,4})\b|(?P<named>Eastern|Central|Pacific)\b"
    r"|(?P<place>[A-Z]\w+(?: [A-Z]\w+)*)\b)"
)
NAMED = {"Eastern": "ET", "Central": "CT", "Mountain": "MT", "Pacific": "PT"}


def dotted_stamps(text: str) -> Iterator[Atom]:
    """Stamps with a full stop and without a half of the day, "16.37  London is shut", where at least two lines have one."""
    found = list(_DOTTED.finditer(text)) if _DOTTED_LINE.search(text) else []
    if len(found) < 2:
        return
    whole = any(int(match["hour"]) > 12 or match["hour"].startswith("0") for match in found)
    for match in found:
        fields = {"hour": int(match["hour"]), "minute": int(match["minute"])}
        yield match.start("hour"), match.end(), fields | ({"halfday": "24"} if whole else {})


def stamps(text: str, times: Sequence[TimeExpression]) -> list[TimeExpression]:
    """The times that head the entries of a live blog; none where fewer than two lines begin with one."""
    found = [t for t in times if t.hour is not None and _heads_an_entry(text, t)]
    if len(found) < 2:
        return []
    _hand_on_zone(found)
    return found


def _hand_on_zone(found: Sequence[TimeExpression]) -> None:
    """ "9.33am GMT", then "10.02am": a stamp without a zone is in that of the stamp before it, the first in the next's."""
    zone = next((stamp.zone for stamp in found if stamp.zone), None)
    for stamp in found if zone else ():
        zone = stamp.zone = stamp.zone or (zone if stamp.place is None else None)


def stamp_of(place: int, among: Sequence[TimeExpression]) -> TimeExpression | None:
    """The stamp of the entry in which a character stands; ``among`` are in order."""
    number = bisect_right(among, place, key=lambda stamp: stamp.start)
    return among[number - 1] if number else None


def _heads_an_entry(text: str, expression: TimeExpression) -> bool:
    begin = max(expression.start - 8, 0)
    return (
        _LEAD.search(text, begin, expression.start) is not None
        and expression.start - begin > 0
        and _SET_OFF.match(text, expression.end) is not None
    )


def declared_zone(text: str) -> str | None:
    """The zone in which a report says that it gives its times, "All times BST": an abbreviation or an IANA name."""
    match = _DECLARED.search(text, 0, _OPENING)
    if match is None:
        return None
    if match["zone"]:
        return match["zone"] if match["zone"] in ABBREVIATIONS else None
    return NAMED.get(match["named"] or "") or PLACES.get(match["place"] or "")
