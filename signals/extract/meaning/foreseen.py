"""Levels that somebody has for a day to come: "the bank has the dollar at 3.86 reais by year-end", and those that so many of so
many say: "all but one of 35 economists say that the cash rate stays at 1.00%".
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from signals.extract.meaning.resolve import Draft
from signals.extract.text.folding import holds_any
from signals.extract.text.months import MONTH

_BEFORE, _BEHIND = 30, 60  # characters before a name and behind its level that are read
_HAS = re.compile(
    r"\b(?:has|have|puts?|keeps?|sees?|places?|shows?|showed|assumes?|implies|imply|with)"
    r" (?:(?:the|its|a|spot|front-month|benchmark|their|official|key|policy|main) ){0,3}\Z"
)
_PUTS = re.compile(
    r"\b(?:has|have|puts?|keeps?|sees?|saw|projects?|projected|forecasts?|pencill?s?(?:ed)? in)"
    r" (?:it|them|the (?:(?:exchange )?rate|pair|price|currency)) at"
    r" (?:about |around |only )?\Z"
)
_BY = re.compile(
    r"[^.;:\n\d]{0,30}?\b(?:(?:by|at|in|for|before|come|over|within|when|on)\b[^.;:\n]{0,20}?"
    r"\b(?:year-end|years?\b|end of|end-|months?|quarter|Christmas|New Year|Easter|summer|autumn|winter|spring|half|20\d\d"
    rf"|{MONTH})|next (?:week|month|quarter|year|summer|autumn|winter|spring|\w+ber\b)|a year from now)"
)
_FORESEES = re.compile(r"\b(?:expect|forecast|project|predict|foresee|sees?\b|saw\b|signal|hint|pencil|likely)")
_ASKED = ("economists", "analysts", "forecasters", "strategists", "respondents", "traders", "dealers")
_POLLED = re.compile(
    rf"\bof (?:the |its |all )?[\w-]+ (?:\w+ )?(?:{'|'.join(_ASKED)})\b"
    r"[^.;:\n]*?\b(?:say|says|think|thinks|believe|believes|reckon|reckons|bet|tip|tipped)\b"
    r"(?![^.;:\n]*\b(?:was|were|had|has been)\b)"
)


def foreseen_levels(text: str, drafts: Iterable[Draft]) -> None:
    """Makes forecasts of the levels that somebody has for a day to come."""
    polls = holds_any(text, _ASKED) and _POLLED.search(text) is not None
    for draft in drafts:
        if draft.kind != "last" or draft.level_token is None or draft.move_token is not None:
            continue
        if _foreseen(text, draft) or (polls and _polled(text, draft)):
            draft.kind, draft.move = "forecast", None


def dates_a_forecast(text: str, draft: Draft, end: int, time: int) -> bool:
    """ "Left its rate at 4% and expects it to be at 3.5% in December": a time that a word of forecasting behind the level of a
    policy rate leads.
    """
    behind = draft.mention.instrument_class == "policy rate" and end < time
    return behind and _FORESEES.search(text, end, time) is not None


def _polled(text: str, draft: Draft) -> bool:
    level = draft.level_token
    return level is not None and _POLLED.search(text, draft.frame.sentence, level.start) is not None


def _foreseen(text: str, draft: Draft) -> bool:
    """Whether the words have an instrument at a level by some later time, "the track has the cash rate rising to 0.5% by
    September next year": no "has been at", no "had Brent at $70 on Monday".
    """
    subject, level = draft.subject, draft.level_token
    if subject is None or level is None:
        return False
    has = level.start > subject.end and _HAS.search(text, max(subject.start - _BEFORE, 0), subject.start) is not None
    if not has and _PUTS.search(text, max(level.start - _BEFORE, 0), level.start) is None:
        return False
    return _BY.match(text, level.end, level.end + _BEHIND) is not None
