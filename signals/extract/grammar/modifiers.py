"""Names that only describe another noun: gold miners, Target sales, a Dow component."""

from __future__ import annotations

import re

from signals.extract.grammar.compounds import goes_to_price, names_other_thing, term
from signals.extract.grammar.role import EXTREMES
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, NOTHING, Sentence, gap_class, words
from signals.extract.grammar.verbs import is_verb
from signals.extract.linking.mentions import YIELDS
from signals.extract.text.tokens import Token
from signals.extract.text.words import vocabulary_of

_SECTORS = (["index"], ["sub-index"], ["subindex"], ["gauge"], ["sector"])  # of an index: "Dow Jones U.S. banks index"
# "Sumitomo Precision Works fell" is another company than Sumitomo.
_LONGER = re.compile(r" ([A-Z][a-z]+) ([A-Z][a-z]+) ")
# Of a company.
RELATED = (" rival", " rivals", " peer", " peers", " counterpart", " sibling", " cousin", " unit", " owner", " parent")
_FIRMS = frozenset({"Inc", "Corp", "Co", "Ltd", "Group", "Holdings", "Shares", "Company", "Limited", "Class", "Motor", "Bank"})


def modifies(s: Sentence, index: int) -> bool:
    """Whether the name only qualifies another noun: "gold miners rose", "Target sales", "a Dow component"."""
    token, after = s.tokens[index], s.at(index + 1)
    gap = s.gaps[index + 1]
    following = s.text[token.end : after.start] if after is not None else s.text[token.end : token.end + 40]
    if after is not None and after.kind == "other" and gap == NOTHING and not following.strip(" -'’s"):
        return token.value.instrument_class not in YIELDS
    if after is not None and after.kind == "ref" and gap <= FUNCTION and names_other_thing(token, s.written(after)):
        return True
    longer = _LONGER.fullmatch(following) if token.value.instrument_class == "share" else None
    if longer is not None and after is not None and after.kind in ("direction", "copula", "state"):
        return not {longer[1], longer[2]} & _FIRMS
    if token.value.instrument_class == "share" and following.rstrip().endswith(RELATED):
        return True  # "Tesla's rival rose 2%", "Toyota rival Honda fell"
    if gap <= FUNCTION or following[:1] not in (" ", "'", "’", "-"):
        return term(s, index)
    if _its_shares(token, after) or _its_extreme(after, following):
        return False
    if gap == FOREIGN and token.value.instrument_class == "index" and words(following)[-1:] in _SECTORS:
        return True
    for word in words(following)[:4]:
        low = word.lower()
        if names_other_thing(token, low):
            return True
        if gap_class(word) == FOREIGN:
            doing = low.endswith("ing") and token.value.instrument_class not in ("commodity", "precious metal")
            return not (is_verb(low) or doing or goes_to_price(s, index, low))
        if low not in ("'s", "’s", "s"):
            break
    return False


def _its_shares(token: Token, after: Token | None) -> bool:
    """ "Volkswagen preference shares", "Alibaba's Hong Kong stock"."""
    return token.value.instrument_class == "share" and after is not None and after.kind == "ref" and after.form == "share"


def _its_extreme(after: Token | None, following: str) -> bool:
    """ "Bitcoin's previous peak, $19,666": an extreme of its own, from before."""
    if after is None or after.kind != "state" or after.form not in EXTREMES or following[:2] not in ("'s", "’s"):
        return False
    return {word.lower() for word in words(following)} - {"s"} <= vocabulary_of("word", "earlier")


_COUNTED = frozenset(("currency", *YIELDS))  # what an article counts one of


def in_article_compound(s: Sentence, index: int) -> bool:
    """ "A Dow component": an article before a name that no article belongs to; "a dollar" is one."""
    if s.tokens[index].value.instrument_class in _COUNTED:
        return False
    gap = s.gap(index).rstrip().lower()
    return gap.endswith((" a", " an")) or gap in ("a", "an")
