"""Yields named by their country alone, of the one tenor of which the text has spoken.

| text after "Germany's 10-year yield was at 0.55%"       | instruments  | counter-example                          |
|---------------------------------------------------------|--------------|------------------------------------------|
| "Spanish yields dropped 3 bps to 1.25%"                 | ES10Y        | "the two-year was at 0.1%" stands before |
"""

from __future__ import annotations

import re

from signals.extract.linking.issuers import sovereigns
from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Place, Places
from signals.extract.text.tokens import Token

_YIELDS = re.compile(
    r" (?:government |sovereign |benchmark |borrowing )?(?:bond )?yields?\b(?! (?:spread|gap|curve|premium|differential))"
)


def country_yields(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for the yields of countries that come without a tenor, behind a bond named with one."""
    named = [t for t in names if t.value.instrument_class == "bond yield"]
    found = []
    for place in places.named if named and "yield" in text else ():
        noun = _YIELDS.match(text, place[1]) if place[2] in sovereigns() else None
        tenor = _tenor(named, place) if noun is not None else None
        mention = mention_of(place[2] + tenor) if tenor else None
        if noun is not None and mention is not None:
            found.append(Token("instrument", place[0], noun.end(), mention))
    return found


def _tenor(named: list[Token], place: Place) -> str | None:
    """The tenor of the country's bond that was named last, else the one of all bonds before; None where they differ."""
    before = [t.value.id for t in named if t.start < place[0]]
    own = [identity[2:] for identity in before if identity.startswith(place[2])]
    tenors = set(own[-1:] or (identity[2:] for identity in before))
    return tenors.pop() if len(tenors) == 1 else None
