"""Who a clause is about: subject position, groups ("A, B and C"), references ("it", "the metal"), and subjects that are
no instrument.
"""

from __future__ import annotations

import re

from signals.extract.grammar import Sentence
from signals.extract.mentions import Mention
from signals.extract.tokens import Token

RELATIVE = ("which", "that", "who")  # "which sets the greenback against six currencies": an object
REFERENCES = {
    "share": ("share",),
    "index": ("index", "index future", "volatility index"),
    "fx": ("currency", "fx"),
    "commodity": ("commodity", "precious metal"),
    "yield": ("bond yield",),
    "crypto": ("crypto",),
    "spread": ("yield spread",),
}


# "the front-month contract at the Dutch hub", "the price of copper": what follows the preposition is what is priced.
_HEAD_NOUN = re.compile(
    r"\b(?:contract|prices?|futures|shares?|stock|yields?|index|value|benchmark|quote|cost|rate)\b[^,]{0,25}$", re.IGNORECASE
)


class Salience:
    """The instruments named so far in the item: the last group that was a subject, and the last of each class."""

    def __init__(self) -> None:
        self.last: list[Token] = []
        self._by_class: dict[str, list[Token]] = {}

    def note(self, group: list[Token]) -> None:
        """Remembers a group that was the subject of a clause."""
        self.last = group
        for token in group:
            self._by_class[token.value.instrument_class] = [
                t for t in group if t.value.instrument_class == token.value.instrument_class
            ]

    def mentioned(self, token: Token) -> None:
        """Remembers an instrument that was named outside subject position, for want of a better one."""
        self._by_class.setdefault(token.value.instrument_class, [token])

    def resolve(self, reference: Token) -> list[Token]:
        """The instruments that a reference stands for; empty where none was named."""
        if reference.form == "any":
            return self.last
        classes = REFERENCES[reference.form]
        if self.last and self.last[0].value.instrument_class in classes:
            return self.last
        return next((self._by_class[c] for c in classes if c in self._by_class), [])


def is_attributive(s: Sentence, index: int) -> bool:
    """Whether the direction word at ``index`` only describes the noun after it: "a weaker yen", "rising oil prices"."""
    token, after = s.tokens[index], s.at(index + 1)
    describes = token.form == "adjective" and s.text[token.start : token.end].lower() not in ("up", "down", "off")
    describes = describes or s.text[token.start : token.end].lower().endswith(("ing", "en"))
    return describes and after is not None and after.kind in ("instrument", "other", "ref") and not s.gap(token, after).strip()


def is_subject(s: Sentence, index: int) -> bool:
    """Whether the instrument at ``index`` stands where a subject or its head noun's complement stands."""
    token, left = s.tokens[index], s.at(index - 1)
    if left is not None and left.kind == "prep" and _one_phrase(s.gap(left, token)):
        return _after_preposition(s, index - 1)
    if left is not None and left.kind == "bound" and left.value in RELATIVE and s.foreign(left, token, heads=True):
        return False
    if left is None or s.foreign(left, token, heads=True):
        return not _in_article_compound(s, left, token)
    if left.kind == "direction":
        return not is_attributive(s, index - 1)
    if left.kind == "prep":
        return _after_preposition(s, index - 1)
    return not _in_article_compound(s, left, token)


def _one_phrase(gap: str) -> bool:
    """Whether a gap between a preposition and a name holds one noun phrase: no determiner but at its start, and few words."""
    words = gap.lower().split()
    return len(words) <= 4 and not any(w in ("the", "its", "their") for w in words[1:])


def _after_preposition(s: Sentence, place: int) -> bool:
    left, earlier = s.tokens[place], s.at(place - 1)
    if left.form == "with" or left.form == "around":
        return True
    if left.form not in ("of", "in", "on", "for", "at"):
        return False
    if left.form != "in" and _HEAD_NOUN.search(s.gap(earlier, left)):
        return True
    if earlier is None or left.form == "at":
        return False
    close = not s.foreign(earlier, left, heads=True)
    return close and (
        earlier.kind in ("ref", "technical", "number", "modal") or (earlier.kind == "direction" and earlier.form == "noun")
    )


def _in_article_compound(s: Sentence, left: Token | None, token: Token) -> bool:
    """ "a Dow component", "an Apple supplier": the name only qualifies another noun."""
    words = s.gap(left, token).lower().split()
    return bool(words) and words[-1] in ("a", "an")


def joins(s: Sentence, group: list[Token], index: int) -> bool:
    """Whether the instrument at ``index`` continues the list that ``group`` began, with nothing said between."""
    token = s.tokens[index]
    place = index - 1
    while place >= 0 and s.tokens[place] is not group[-1]:
        between = s.tokens[place]
        if between.kind != "bound" or between.form not in ("comma", "and", "open", "shut"):
            return False
        place -= 1
    return place >= 0 and not s.foreign(group[-1], token, heads=True) and place < index - 1


def unknown_subject(s: Sentence, index: int) -> bool:
    """Whether the verb at ``index`` has a subject of words that we do not know: "and wholesale fell 41.1%"."""
    start = s.clause_start(index)
    previous = s.at(start)
    for place in range(start + 1, index + 1):
        token = s.tokens[place]
        if token.kind in ("instrument", "ref", "other") and place < index:
            return False
        if s.foreign(previous, token):
            return not s.gap(previous, token).rstrip().endswith(("'s", "’s"))
        if token.kind in ("state", "copula", "modal") and place < index:
            return False
        previous = token
    return False


def same_listing(one: Mention, other: Mention) -> bool:
    """Whether two mentions name the same instrument."""
    return one.id == other.id
