"""Levels that a poll, or somebody who was asked, has for a day to come.

| text                                                 | read as  | counter-example                               |
|------------------------------------------------------|----------|-----------------------------------------------|
| "in a year's time the rate is put at 85.02"          | forecast | "a year ago the rate was put at 85.02"        |
| "the gloomiest answer was 88.50"                     | forecast | "the lowest bid was 88.50"                    |
| "in November's poll that figure was 84.54"           | forecast | "in November that figure was 84.54"           |
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from signals.extract.meaning.draft import Draft

_REACH = 120  # characters of a sentence before a level in which the asking may be told
_COUNT = r"(?:an?|one|two|three|four|five|six|nine|ten|twelve|eighteen|the next|\d{1,2})"
_ANSWER = r"(?:answers?|repl(?:y|ies)|responses?|forecasts?|calls?|estimates?|guess(?:es)?|projections?|predictions?|views?)"
_ASKED = re.compile(
    rf"\b[Ii]n (?:{_COUNT}[ -](?:year|month|week)s?(?:['’]s?)?(?: time| from now)?)\b[^.;:\d]{{0,50}}? (?:is|are)"
    r" (?:put|seen|pegged|placed|expected|projected|forecast|reckoned|predicted)(?: to be)? at [^\s\d]{0,4}\Z"
    r"|\b(?:gloomiest|boldest|rosiest|wildest|bravest|lowest|highest|median|mean|average|most (?:\w+mistic|bullish|bearish))"
    rf" (?:\d{{1,2}}-month |twelve-month |year-end )?{_ANSWER}\b[^.;:\n]{{0,60}}?"
    r"(?: (?:was|is|were|being|came to)(?: for)?| (?:had|has|puts?|sees|saw|have) [^.;:\d]{2,40} at) [^\s\d]{0,4}\Z"
    r"|\b[Ii]n (?:the )?(?:last|previous|\w+['’]s?|an? \w+)(?: \w+)? (?:poll|survey)\b[^.;:\d]{0,40}"
    r" (?:was|were|stood at|had been|came to) [^\s\d]{0,4}\Z"
)
_KINDS = ("last", "previous", "high", "low", "close")


def asked_levels(text: str, drafts: Iterable[Draft]) -> None:
    """Makes forecasts of the levels that were an answer to a question about a day to come."""
    for draft in drafts:
        level = draft.level_token
        if level is None or draft.kind not in _KINDS or draft.move_token is not None:
            continue
        if _ASKED.search(text, max(draft.frame.sentence, level.start - _REACH), level.start):
            draft.kind, draft.move = "forecast", None
