"""The pound as a weight: where a report prices a good by the pound, "a pound" is so much of it and no sterling.

| text                                                     | "a pound" is | counter-example                          |
|----------------------------------------------------------|--------------|------------------------------------------|
| "Arabica rose. A pound fetched 207.80 cents"             | the good     | "Sterling rose. A pound fetched $1.2520" |
| "A pound of arabica fetched 207.80 cents"                | its weight   | "a pound of flesh"                       |
"""

from __future__ import annotations

import re

from signals.extract.linking.measures import BY_MEASURE
from signals.extract.linking.mentions import MentionOf
from signals.extract.text.tokens import Token

_A_POUND = re.compile(r"\b(?:[Aa]|[Oo]ne|[Ee]ach) $")
_A_POUND_OF = re.compile(r"\b(?:[Aa]|[Oo]ne|[Ee]ach) pound of $")
_FAR = 16  # characters of "one pound of "


def pounds(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """The names, with goods for the pounds that weigh them."""
    if " pound " not in text:
        return names
    for token in names:
        if _by_the_pound(token) and (weight := _A_POUND_OF.search(text, max(token.start - _FAR, 0), token.start)):
            token.start = weight.start()
    if not _weighed(names):
        return names
    kept = []
    for last, token in zip([None, *names], names, strict=False):
        weighs = last is not None and _by_the_pound(last) and _is_weight(text, token)
        kept.append(_priced(last, token, mention_of) if last is not None and weighs else token)
    return kept


def _priced(last: Token, pound: Token, mention_of: MentionOf) -> Token:
    """A pound of the good named last."""
    mention = mention_of(BY_MEASURE.get((last.value.id, "pound"), last.value.id))
    return Token("instrument", pound.start - len("a "), pound.end, mention)


def _weighed(names: list[Token]) -> bool:
    """Whether a text names a good that is sold by the pound, and sterling by no other word."""
    sterling = [t for t in names if t.value.id == "GBP" or t.value.id.startswith(("GBP", "EURGBP"))]
    return len(sterling) == 1 and any(_by_the_pound(t) for t in names)


def _by_the_pound(token: Token) -> bool:
    return token.value.id == "COPPER" or (token.value.unit or "").endswith("per pound")


def _is_weight(text: str, token: Token) -> bool:
    named = token.value.id == "GBP" and text[token.start : token.end] == "pound"
    return named and _A_POUND.search(text, max(token.start - 6, 0), token.start) is not None
