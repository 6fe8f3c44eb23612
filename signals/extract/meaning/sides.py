"""The two sides of a bank's quote: what it buys a currency for is the level, what it sells it for is the other side of it."""

from __future__ import annotations

import re

from signals.extract.grammar.sizes import PAIRS
from signals.extract.meaning.draft import Draft
from signals.extract.text.cues import cues, holds_cue

_BUYS = re.compile(r"\b(?:b(?:uys?|ought|uying)|purchas(?:es?|ed|ing))\b", re.IGNORECASE)
_SELLS = re.compile(r"\b(?:s(?:ells?|old|elling))\b", re.IGNORECASE)
_BUYING, _SELLING = cues("buy buys buying bought purchase purchases purchased purchasing"), cues("sell sells selling sold")
_BEHIND = re.compile(r"\s*(?:\(|for |to )?(?P<side>buying|selling)\b", re.IGNORECASE)


def buying_sides(text: str, drafts: list[Draft]) -> None:
    """ "Bought it for 23,140 dong and sold it for 23,260, both 20 dong less": one level, the first, with the move of both,
    whichever side is told first.
    """
    if not (holds_cue(text, _BUYING) and holds_cue(text, _SELLING)):
        return
    first: Draft | None = None
    told: str | None = None  # which side that is
    for draft in drafts:
        if draft.mention.instrument_class not in PAIRS or draft.level_token is None:
            continue
        side = _side(text, draft, first)
        if side is not None and first is not None and side != told and _same(first, draft):
            draft.level = draft.level_unit = draft.kind = draft.level_token = None
            if first.move is None or first.move.value is None:
                first.move, first.move_token = draft.move or first.move, draft.move_token or first.move_token
            draft.move = None
        elif side is not None:
            first, told = draft, side


def _same(one: Draft, other: Draft) -> bool:
    return one.instrument == other.instrument and one.frame.sentence == other.frame.sentence


def _side(text: str, draft: Draft, before: Draft | None) -> str | None:
    """Which side of a quote a level is, by the word in brackets behind it, else by the last verb or noun before it."""
    token = draft.level_token
    if token is None:
        return None
    if behind := _BEHIND.match(text, token.end):
        return behind["side"].lower()
    start = draft.frame.sentence
    if before is not None and before.level_token is not None and before.frame.sentence == start:
        start = before.level_token.end
    places = {"buying": _last(_BUYS, text, start, token.start), "selling": _last(_SELLS, text, start, token.start)}
    side = max(places, key=lambda name: places[name])
    return side if places[side] >= 0 else None


def _last(side: re.Pattern[str], text: str, start: int, end: int) -> int:
    return max((found.start() for found in side.finditer(text, start, end)), default=-1)
