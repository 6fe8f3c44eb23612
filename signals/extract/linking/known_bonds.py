"""Bonds that are named again by their country alone, "the Italian bond", once the text has given their tenor."""

from __future__ import annotations

import re

from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

BOND_CLASSES = ("bond yield", "yield spread")
_QUICK = ("hat of ", "hat on ", "'s ", "’s ")
_BONDS = re.compile(
    r"(?:['’]s(?= (?:equivalent|counterpart|peer)))? (?:government |benchmark |sovereign )*"
    r"(?:bonds?|debt|paper|(?P<like>equivalents?|counterparts?|peers?|ones?)|(?P<mark>benchmark))\b"
    r"(?! (?:sale|auction|market|issue|purchase))"
)
_YIELD_OF = re.compile(r"\byield (?:on|of) (?:the )?\Z")
_ISSUERS = {"Bund": "DE", "BTP": "IT", "Bono": "ES", "OAT": "FR", "gilt": "GB"}
# What a bond has beside its yield: "the Bund's slide".
_NOUN = (
    r"(?:yields?|spreads?|gap|premium|prices?|own|ten|10|two|2|\w+-year|status|slide|drop|fall|rise|gains?|loss(?:es)?|move"
    r"|rally|sell-?off|coupon|maturity|advance|decline|performance|safety|appeal|role)\b"
)
_DEBT = rf"(?P<bond>{'|'.join(_ISSUERS)})\b(?! futures?)"
_THAT_OF = re.compile(rf"\b(?:[Tt]hat o[fn] (?:the |an? )?(?:[A-Z][a-z]+ )?|[Tt]he (?=\w+['’]s (?!{_NOUN}))){_DEBT}(?:['’]s)?")


def without_tenor(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """ "The Italian bond": the one of that country that the text has named with its tenor."""
    named = [t for t in names if t.value.instrument_class in BOND_CLASSES]
    found = []
    for place in sorted({*places.named, *places.debt}) if named else ():
        noun = _BONDS.match(text, place[1])
        if noun is None or places.before(place[1]) != place:
            continue
        if noun["mark"] and not _YIELD_OF.search(text, max(place[0] - 16, 0), place[0]):
            continue
        before = [t.value.id for t in named if t.start < place[0]]
        meant = next((identity for identity in reversed(before) if identity.startswith(place[2])), None)
        if meant is None and before and noun["like"]:  # "their Italian equivalents"
            meant = place[2] + before[-1][2:]
        mention = mention_of(meant.partition("-")[0]) if meant else None
        if mention is not None:
            found.append(Token("instrument", place[0], noun.end(), mention))
    return [*found, *_of_another(text, named, mention_of)]


def _of_another(text: str, named: list[Token], mention_of: MentionOf) -> list[Token]:
    """ "That of the Bund closed at 2.35%", "the Bund's slipped to 2.59%": of the tenor of the bond named before."""
    found = []
    for noun in _THAT_OF.finditer(text) if named and holds_any(text, _QUICK) else ():
        before = [t.value.id for t in named if t.start < noun.start()]
        mention = mention_of(_ISSUERS[noun["bond"]] + before[-1].partition("-")[0][2:]) if before else None
        if mention is not None:
            found.append(Token("instrument", noun.start("bond"), noun.end(), mention))
    return found
