"""Levels that somebody has for a day to come: "the bank has the dollar at 3.86 reais by year-end"."""

from __future__ import annotations

import re

from signals.extract.meaning.resolve import Draft
from signals.extract.text.months import MONTH

_BEFORE, _BEHIND = 30, 60  # characters before a name and behind its level that are read
_HAS = re.compile(
    r"\b(?:has|have|puts?|keeps?|sees?|places?|shows?|showed|assumes?|implies|imply|with)"
    r" (?:(?:the|its|a|spot|front-month|benchmark|their|official|key|policy|main) ){0,3}\Z"
)
_BY = re.compile(
    r"[^.;:\n\d]{0,30}?\b(?:(?:by|at|in|for|before|come|over|within|when|on)\b[^.;:\n]{0,20}?"
    r"\b(?:year-end|years?\b|end of|end-|months?|quarter|Christmas|New Year|Easter|summer|autumn|winter|spring|half|20\d\d"
    rf"|{MONTH})|next (?:week|month|quarter|year|summer|autumn|winter|spring|\w+ber\b)|a year from now)"
)


def foreseen(text: str, draft: Draft) -> bool:
    """Whether the words have an instrument at a level by some later time, "the track has the cash rate rising to 0.5% by
    September next year": no "has been at", no "had Brent at $70 on Monday".
    """
    subject, level = draft.subject, draft.level_token
    if subject is None or level is None or level.start < subject.end:
        return False
    if _HAS.search(text, max(subject.start - _BEFORE, 0), subject.start) is None:
        return False
    return _BY.match(text, level.end, level.end + _BEHIND) is not None
