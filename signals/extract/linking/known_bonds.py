"""Bonds that are named again by their country alone, "the Italian bond", once the text has given their tenor."""

from __future__ import annotations

import re

from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.tokens import Token

BOND_CLASSES = ("bond yield", "yield spread")
_BONDS = re.compile(
    r" (?:government |benchmark |sovereign )*(?:bonds?|debt|paper|(?P<like>equivalents?|counterparts?))\b"
    r"(?! (?:sale|auction|market|issue|purchase))"
)


def without_tenor(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """ "The Italian bond": the one of that country that the text has named with its tenor."""
    named = [t for t in names if t.value.instrument_class in BOND_CLASSES]
    found = []
    for noun in _BONDS.finditer(text) if named else ():
        place = places.before(noun.start())
        if place is None or place[1] != noun.start():
            continue
        before = [t.value.id for t in named if t.start < place[0]]
        meant = next((identity for identity in reversed(before) if identity.startswith(place[2])), None)
        if meant is None and before and noun["like"]:  # "their Italian equivalents"
            meant = place[2] + before[-1][2:]
        mention = mention_of(meant.partition("-")[0]) if meant else None
        if mention is not None:
            found.append(Token("instrument", place[0], noun.end(), mention))
    return found
