"""Levels that a price had gone to before it came where the sentence says that it stands: they are extremes, and the way there
is no move of where it stands.

| text                                            | read as         | counter-example                     |
|-------------------------------------------------|-----------------|-------------------------------------|
| "was at $1.2705, having risen to $1.2760"       | 1.2760 the high | "having closed at $1.2760"          |
| "was at 83.12, having weakened to 83.27"        | 83.27 the high  | "having been at 83.27 on Tuesday"   |
| "was last at $1.0840 after falling to $1.0805"  | 1.0805 the low  | "down to $1.0840 from $1.0805"      |
"""

from __future__ import annotations

import itertools
import re

from signals.extract.meaning.resolve import Draft

_APART = 80  # characters between the levels at most
_WENT = re.compile(
    r"[^.;:\n\d]{0,40}?\b(?:having (?:[\w-]+ ){1,4}?"
    r"|after (?:(?:earlier|briefly|first|initially) )?[\w-]+ing (?:[\w-]+ ){0,3}?)"
    r"(?:to|as (?:low|high|far|deep) as)(?: as (?:low|high|far) as)? \W*(?:[A-Z]{1,3}\W?)?\Z"
)


def left_behind(text: str, drafts: list[Draft]) -> None:
    """Makes extremes of the levels that a price had left when the sentence finds it."""
    for one, gone in itertools.pairwise(drafts):
        here, there = one.level_token, gone.level_token
        if here is None or there is None or not _in_turn(one, gone) or not 0 < there.start - here.end < _APART:
            continue
        if _WENT.fullmatch(text, here.end, there.start) is None:
            continue
        if gone.kind == "last" and one.level is not None and gone.level is not None:
            gone.kind, gone.move = ("high" if gone.level > one.level else "low"), None
        if one.move_token is None and one.frame.direction is not None and one.frame.direction.start > here.end:
            one.move = None


def _in_turn(one: Draft, gone: Draft) -> bool:
    """Whether a level of this day follows another of the instrument, neither of them an earlier one."""
    kinds = one.kind in ("last", "close") and gone.kind in ("last", "high", "low")
    dated = gone.move_token is not None or any(t.value.names_day or t.value.month or t.value.year for t in gone.frame.times)
    return kinds and one.instrument == gone.instrument and one.level != gone.level and not dated
