"""Prices of currencies on another market than the one that the pair stands for: parallel, street and counter rates, forwards,
premiums and trade-weighted indices.

| text                                                        | kept  | counter-example                            |
|-------------------------------------------------------------|-------|--------------------------------------------|
| "closed at N1,529 at the official window"                   | yes   | "sold at N1,560 at the parallel market"    |
| "open market operations lifted the rupee to 280"            | yes   | "in the open market the dollar was at 285" |
"""

from __future__ import annotations

import re

from signals.extract.grammar.sizes import PAIRS
from signals.extract.meaning.draft import Draft
from signals.extract.text.cues import cues, holds_cue

_MARKET = re.compile(
    r"\b(?:(?P<other>(?:parallel|black|kerb|curb|open|street|informal|unofficial|free|peer-to-peer)[ -]"
    r"(?:market(?! operation)s?|rates?)"
    r"|trade[- ]weighted (?:basis|index|terms)|TWI\b|non-deliverable|NDFs?\b|forward(?: \w+)? (?:market|premi(?:um|ums|a))"
    r"|forwards\b|far[- ]forward|premi(?:um|a) payable|payable in \w+"
    r"|bureaux?\b|bureaus\b|exchange (?:houses|companies|offices|points)|money ?changers"
    r"|['‘’\"“](?:blue|card|tourist|crypto)['’\"”] dollar"
    r"|(?:blue|card|crypto|MEP|informal|savings)(?:[- ]chip)?[ -](?:swap )?dollar|dollar blue|contado con liqui|CCL\b"
    r"|(?:on|in) the (?:streets?|pavements?|sidewalks?|bazaars?)\b(?! (?:name|of))|street (?:traders|dealers|sellers|changers)"
    r"|touts\b|hawkers\b|hustlers\b|streets of|tourist dollar)"
    r"|official|interbank|inter-bank|NAFEM|NFEM|spot market)\b",
    re.IGNORECASE,
)
# Words of the other markets, without one of which there is none.
_OTHERS = cues(
    "parallel black kerb curb open street informal unofficial free peer weighted twi deliverable ndf ndfs forward forwards"
    " premium premiums premia payable bureau bureaux bureaus houses companies offices points changers moneychanger"
    " moneychangers blue card crypto mep savings contado ccl streets tourist"
    " pavement pavements sidewalk sidewalks bazaar bazaars touts hawkers hustlers"
)
_STOPS = (". ", "\n", ";", ", ", " while ", " but ")
_BEHIND = 45  # characters behind a price in which its market may still be named


def elsewhere(text: str, draft: Draft) -> bool:
    """Whether the market named nearest to a currency's price in its sentence is another than that of its pair."""
    figure = draft.level_token or draft.move_token
    if draft.mention.instrument_class not in PAIRS or figure is None or draft.frame.tabular or not holds_cue(text, _OTHERS):
        return False
    stop = figure.end + _BEHIND
    for mark in _STOPS:
        found = text.find(mark, figure.end, stop + len(mark))
        stop = found if found >= 0 else stop
    nearest, other = len(text), False
    for match in _MARKET.finditer(text, draft.frame.sentence, stop):
        apart = max(figure.start - match.end(), match.start() - figure.end, 0)
        if apart < nearest:
            nearest, other = apart, match["other"] is not None
    return other
