"""What follows a name: a predicate, a finite verb, a verb that we do not know."""

from __future__ import annotations

import re

from signals.extract.grammar.contracts import attributes
from signals.extract.grammar.sentence import FOREIGN, HEADS, Sentence, gap_class, words
from signals.extract.grammar.verbs import is_attributive, is_finite, is_verb
from signals.extract.text.tokens import Token

_ADVERBS = (["now"], ["still"], ["then"], ["even"], ["also"], ["currently"])  # "Spain's bond now pays 3.2%"
RELATIVE = frozenset({"which", "that", "who", "where", "whose"})
CITY = r"[A-Z][\w.'’-]++(?: [A-Z][\w.'’-]++){0,2}+"
_CITY = re.compile(f" {CITY} ")
_LIKEWISE = re.compile(r" (?:is|are|was|were|did|does|do|has|have|had)(?: the| its| [A-Z][\w.]+(?: [A-Z]\w+)?['’]s)? ")
PREDICATES = frozenset({"state", "copula", "number", "modal"})


def predicate_follows(s: Sentence, index: int) -> bool:
    """ "The rand fell", "the FTSE 100 at 7,100", "Brent for June, which": whether something is said of a name."""
    place = attributes(s, index) + 1
    while (after := s.at(place)) is not None and after.kind == "time" and s.gaps[place] <= HEADS:
        place += 1
    if after is not None and s.gaps[place] <= HEADS and _in_a_city(s, place):
        place += 1
        after = s.at(place)
    elif after is None or s.gaps[place] > HEADS:
        return False
    if after is None:
        return False
    if after.kind == "direction":
        return not is_attributive(s, place)
    if after.kind == "bound":
        return after.form in ("comma", "and", "open", "dash", "colon") or after.value in RELATIVE
    return after.kind in PREDICATES or (after.kind == "prep" and after.form in ("at", "to", "with", "by"))


def likewise(s: Sentence, index: int) -> Token | None:
    """ "Fell 1%, as did Apple", "was higher, as is Frankfurt's DAX, at 12,910": who is said to have gone the same way."""
    named = next((t for t in s.tokens[index + 1 : index + 3] if t.kind == "instrument"), None)
    if named is None or _LIKEWISE.fullmatch(s.text, s.tokens[index].end, named.start) is None:
        return None
    after = s.at(named.place + 1)
    return named if after is None or after.kind in ("bound", "time", "prep") else None


def _in_a_city(s: Sentence, place: int) -> bool:
    """ "With the DAX in Frankfurt gaining 1.1%": whether only a city stands between a name and what follows."""
    token = s.tokens[place]
    followed = (token.kind, token.form) == ("prep", "in") and place + 1 < len(s.tokens)
    return followed and _CITY.fullmatch(s.gap(place + 1)) is not None


def unknown_verb_follows(s: Sentence, index: int) -> bool:
    """ "In London the FTSE 100 bucked the trend": a verb that we do not know."""
    if index + 1 >= len(s.tokens):
        return False
    said = words(s.gap(index + 1))
    first = next(iter(said[1:] if said[:1] in _ADVERBS else said), "")
    return first.islower() and gap_class(first) == FOREIGN and is_verb(first)


def participle_follows(s: Sentence, index: int) -> bool:
    """ "With the Nasdaq outdoing it at +2.2%": a participle that we do not know."""
    first = next(iter(words(s.gap(index + 1))), "") if index + 1 < len(s.tokens) else ""
    return first.islower() and first.endswith("ing") and gap_class(first) == FOREIGN


def finite_follows(s: Sentence, index: int) -> bool:
    """ "In London BP fell", "in London Brent for June closed"."""
    index = attributes(s, index)
    after = s.next(index, HEADS)
    return after is not None and after.kind in ("direction", "copula", "state") and is_finite(s, index + 1)


def is_mere_reason(s: Sentence, index: int) -> bool:
    """ "Lost 0.4% [after the weak jobs data] and closed at": whether what a boundary ends is "after" and a noun."""
    place = index - 1
    while place > 0 and s.tokens[place].kind in ("other", "time"):
        place -= 1
    opening, said = s.tokens[place], [word for at in range(place + 1, index + 1) for word in words(s.gap(at))]
    return place < index - 1 and opening.value == "after" and not any(is_verb(word.lower()) for word in said)
