"""Bonds whose tenor is that of the bond named before them.

| text                                             | instrument        | counter-example                     |
|--------------------------------------------------|-------------------|-------------------------------------|
| "the Bund of the same tenor", "Spanish paper of equal maturity" | its country's | "a loan of the same maturity"  |
| "in Spain the yield on the same maturity"        | the place's       | "the yield on the same maturity"    |
"""

from __future__ import annotations

import re

from signals.extract.linking.issuers import sovereigns
from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Place, Places
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_QUICK = (" same ", " equal ", " equivalent ", " comparable ", " corresponding ", " identical ", " similar ")
_LIKE = re.compile(
    r" (?:on|of|for|with|at) (?:(?:bonds?|notes?|paper|debt) (?:of|with) )?(?:the |a |an )?"
    r"(?:same|equal|equivalent|comparable|corresponding|identical|similar) (?:maturity|maturities|tenor|term)\b"
)
_PAPER = re.compile(r"(?: (?:government|sovereign|benchmark|bonds?|notes?|paper|debt|yields?))*\Z")
_YIELD = re.compile(r"\b(?:[Tt]he )?(?:yields?|rate|borrowing costs?)\Z")
_GOES_ON = re.compile(r"\b(?:and|while|but|that|those)\Z")  # "and on the same maturity in Germany 2 basis points"
_BEHIND = re.compile(r" (?:in|from|issued by) (?:the )?")
_FAR = 30  # characters between a country and "of the same maturity"


def same_tenors(text: str, named: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """The bond of a place that its sentence names, of the tenor of the bond named last before."""
    found = []
    for like in _LIKE.finditer(text) if named and holds_any(text, _QUICK) else ():
        tenor = _tenor_before(text, named, like.start())
        span = _placed(text, like, places) if tenor else None
        mention = mention_of(span[2] + tenor) if span is not None and tenor else None
        if span is not None and mention is not None:
            found.append(Token("instrument", span[0], span[1], mention))
    return found


def _tenor_before(text: str, named: list[Token], position: int) -> str | None:
    """The tenor of the bond named last in the paragraph, else the only one that the text before it has."""
    before = sorted((t.start, t.value.id.partition("-")[0][2:]) for t in named if t.start < position)
    if not before:
        return None
    near = before[-1][0] > text.rfind("\n", 0, position)
    return before[-1][1] if near or len({tenor for _, tenor in before}) == 1 else None


def _placed(text: str, like: re.Match[str], places: Places) -> Place | None:
    """The words that name the bond, and its country: that of the paper, behind the words, or where the yield is paid."""
    place = places.before(like.start(), sovereigns())
    if place is not None and 0 <= like.start() - place[1] <= _FAR and _PAPER.match(text, place[1], like.start()):
        return place[0], like.end(), place[2]
    noun = _YIELD.search(text, max(like.start() - _FAR, 0), like.start())
    start = noun.start() if noun is not None else None
    behind = _BEHIND.match(text, like.end())
    there = places.after(behind.end(), behind.end() + 1, sovereigns()) if behind else None
    if there is None:
        return (start, like.end(), place[2]) if place is not None and start is not None else None
    if start is None and _GOES_ON.search(text, max(like.start() - _FAR, 0), like.start()):
        start = like.start() + 1
    return (start, there[1], there[2]) if start is not None else None
