"""Yields named by their country alone, of the one tenor of which the text has spoken.

| text after "Germany's 10-year yield was at 0.55%"       | instruments  | counter-example                          |
|---------------------------------------------------------|--------------|------------------------------------------|
| "Spanish yields dropped 3 bps to 1.25%"                 | ES10Y        | "the two-year was at 0.1%" stands before |
| "while those of Italy rose to 4.1% and of Spain to 3.9%"| IT10Y, ES10Y | "shares of Italy", "exports of Spain"    |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.linking.issuers import sovereigns
from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Place, Places
from signals.extract.linking.tenors import YEARS_IN_WORDS
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_YIELDS = re.compile(
    r" (?:government |sovereign |benchmark |borrowing )?(?:bond )?yields?\b(?! (?:spread|gap|curve|premium|differential))"
)
_THOSE = re.compile(r"\b(?:[Tt]hose|[Tt]hat|the one) (?:of|in|on|from) (?:the )?\Z")
_AND_OF = re.compile(r"(?:,|\band|,? while) of (?:the )?\Z")
_TO = re.compile(r" (?:to|at) (?:about )?[-−]?\d[\d.]* ?(?:%|per ?cent)")
_PRONOUNS = ("hose of ", "hat of ", "hose in ", "hat in ", "hose on ", "he one of ", "hose from ")
_AGAINST = re.compile(
    r"\b(?P<than>compared with|compared to|against|versus) (?=\d[\d.]* ?(?:%|per ?cent|pct?\b))\d[\d.]* ?(?:%|per ?cent|pct?)"
    r" (?:for|in) (?:the )?"
)
_HEAD = re.compile(
    r"\b(?P<tenor>\d{1,2}|two|three|five|seven|ten|thirty)[- ]year (?:government |benchmark )?(?:bond )?yields?(?: \(%\))?: ?",
    re.IGNORECASE,
)
_HEADS = (" yields:", " yield:", "yields (%):")
_FIGURE = re.compile(r"(?:'s|’s)?:? ?(?:at |is |was )?[-−]?\d{1,2}[.,]\d")
_NEAR = 90  # characters between the bond and a pronoun that stands for its yield


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
    found += _held_against(text, named, places, mention_of) if named else []
    found += _headed(text, places, mention_of) if holds_any(text, _HEADS) else []
    return [*found, *(_those(text, [*named, *found], places, mention_of) if named and holds_any(text, _PRONOUNS) else ())]


def _held_against(text: str, named: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """ "Was 3.46%, compared with 3.20% for Spain": another country's yield, of the tenor told before."""
    found = []
    for held in _AGAINST.finditer(text):
        place = places.after(held.end(), held.end() + 1, sovereigns())
        before = [t for t in named if t.end <= held.start() and _goes_on(text, t.end, held.start())]
        tenor = before[-1].value.id[2:] if before and place is not None else ""
        own = before and place is not None and before[-1].value.id.startswith(place[2])
        mention = mention_of(place[2] + tenor) if place is not None and tenor.endswith("Y") and not own else None
        if mention is not None:
            found.append(Token("instrument", held.start("than"), held.end("than"), mention))
    return found


def _headed(text: str, places: Places, mention_of: MentionOf) -> list[Token]:
    """ "Ten-year yields: Spain 3.20% (+2 bp), Italy 3.46%": the countries of a line that a tenor heads."""
    found = []
    for head in _HEAD.finditer(text):
        end = text.find("\n", head.end())
        size = head["tenor"].lower()
        for place in places.named:
            inside = head.end() <= place[0] < (end if end >= 0 else len(text))
            mention = mention_of(f"{place[2]}{YEARS_IN_WORDS.get(size, size)}Y") if inside else None
            if mention is not None and _FIGURE.match(text, place[1]):
                found.append(Token("instrument", place[0], place[1], mention))
    return found


def _those(text: str, named: list[Token], places: Places, mention_of: MentionOf) -> Iterator[Token]:
    """ "Those of Italy", and "of Spain to 3.99%" behind it: of the tenor of the bond named last before in the sentence."""
    last: Token | None = None
    for place in places.named:
        if place[2] not in sovereigns():
            continue
        near = max(place[0] - 16, 0)
        those = _THOSE.search(text, near, place[0])
        if those is None and last is not None and _TO.match(text, place[1]):
            those = _AND_OF.search(text, near, place[0])
        before = [t for t in (*named, last) if t is not None and t.end <= place[0] and _goes_on(text, t.end, place[0])]
        tenor = max(before, key=lambda t: t.start).value.id[2:] if those is not None and before else ""
        mention = mention_of(place[2] + tenor) if tenor.endswith("Y") else None
        if those is not None and mention is not None:
            start = those.start() if those.re is _THOSE else text.rindex("of ", those.start(), place[0])
            yield (last := Token("instrument", start, place[1], mention))


def _goes_on(text: str, end: int, start: int) -> bool:
    """Whether a sentence that has named a bond goes on to a place."""
    return start - end < _NEAR and ". " not in text[end:start] and "\n" not in text[end:start]


def _tenor(named: list[Token], place: Place) -> str | None:
    """The tenor of the country's bond that was named last, else the one of all bonds before; None where they differ."""
    before = [t.value.id for t in named if t.start < place[0]]
    own = [identity[2:] for identity in before if identity.startswith(place[2])]
    tenors = set(own[-1:] or (identity[2:] for identity in before))
    return tenors.pop() if len(tenors) == 1 else None
