"""Yields named by their country alone, of the one tenor of which the text has spoken.

| text after "Germany's 10-year yield was at 0.55%"       | instruments  | counter-example                          |
|---------------------------------------------------------|--------------|------------------------------------------|
| "Spanish and Portuguese yields dropped 3 bps each"      | ES10Y, PT10Y | "the two-year was at 0.1%" stands before |
| "other yields fell: Spain's by 3 bps to 1.25%"          | ES10Y        | "Spain's economy grew by 3%"             |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.linking.issuers import sovereigns
from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Place, Places
from signals.extract.text.tokens import Token

_YIELDS = re.compile(
    r" (?:government |sovereign |benchmark |borrowing )?(?:bond )?yields?\b(?! (?:spread|gap|curve|premium|differential))"
)
_VERBS = (
    "was|were|is|are|fell|rose|slid|dropped|climbed|eased|slipped|gained|added|shed|lost|jumped|up|down|by|at|to|about|around"
)
_OWN = re.compile(rf"['’]s (?:(?:{_VERBS}) ){{0,4}}\d[\d.]* ?(?:bps?\b|basis points?\b|%|per ?cent\b)(?! of\b)")
_AND = (" and ", ", ")


def country_yields(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for the yields of countries that come without a tenor, behind a bond named with one."""
    named = [t for t in names if t.value.instrument_class == "bond yield"]
    found = []
    for place, end in _mentioned(text, places) if named and "ield" in text else ():
        tenor = _tenor(named, place)
        mention = mention_of(place[2] + tenor) if tenor else None
        if mention is not None:
            found.append(Token("instrument", place[0], end, mention))
    return found


def _mentioned(text: str, places: Places) -> Iterator[tuple[Place, int]]:
    """The places whose yields are spoken of, and where their names end."""
    issuers = [place for place in places.named if place[2] in sovereigns()]
    for number, place in enumerate(issuers):
        if noun := _YIELDS.match(text, place[1]):
            listed = issuers[number - 1] if number and text[issuers[number - 1][1] : place[0]] in _AND else None
            if listed is not None:
                yield listed, listed[1]
            yield place, noun.end()
        elif _OWN.match(text, place[1]) and "yield" in text[text.rfind(". ", 0, place[0]) + 1 : place[0]]:
            yield place, place[1] + 2


def _tenor(named: list[Token], place: Place) -> str | None:
    """The tenor of the country's bond that was named last, else the one of all bonds before; None where they differ."""
    before = [t.value.id for t in named if t.start < place[0]]
    own = [identity[2:] for identity in before if identity.startswith(place[2])]
    tenors = set(own[-1:] or (identity[2:] for identity in before))
    return tenors.pop() if len(tenors) == 1 else None
