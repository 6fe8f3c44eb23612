"""Levels of which a text only gives the odds.

| text                                                | level  | counter-example                              |
|-----------------------------------------------------|--------|----------------------------------------------|
| "the odds that Bitcoin sees $125,000 fell to 41%"   | none   | "against the odds gold hit $2,000"           |
| "puts the chance of Brent at $100 at one in five"   | none   | "sees little chance of rain, and Brent at 80" |
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from signals.extract.meaning.draft import Draft
from signals.extract.text.cues import cues, holds_cue

_CUES = cues("odds probability likelihood chance chances bet bets wager wagers")
_ODDS = re.compile(
    r"\b(?:odds|probability|likelihood|chances?|bets?|betting|wagers?)(?: (?:of|that|on|for)\b)"
    r"(?:(?!, and\b)[^.;:\n]|\.\d){0,90}\Z",
    re.IGNORECASE,
)


def without_odds(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without the forecasts that a word for odds leads; what traders bet on of a policy rate is one."""
    found = list(drafts)
    return [draft for draft in found if not _is_bet(text, draft)] if holds_cue(text, _CUES) else found


def _is_bet(text: str, draft: Draft) -> bool:
    level = draft.level_token
    if draft.kind != "forecast" or level is None or draft.mention.instrument_class == "policy rate":
        return False
    return _ODDS.search(text, draft.frame.sentence, level.start) is not None
