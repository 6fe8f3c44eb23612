"""The sentence under the grammar: neighbours of a token, the words in the gaps, and who may be a subject."""

from __future__ import annotations

import re
from functools import cache

from signals.extract.tokens import Token
from signals.extract.words import vocabulary_of

_WORD = re.compile(r"[A-Za-z][\w'’.-]*[\w'’]|[A-Za-z]")
# "(FITB)", "(NYSE: MI)" after a name says nothing new.
_TICKER = re.compile(r"\([A-Z][A-Za-z0-9:. =-]{0,16}\)")
SUBJECTS = ("instrument", "ref", "other")


@cache
def _known(form: str) -> frozenset[str]:
    return vocabulary_of("word", form)


LONGEST_CLAUSE = 60  # tokens: what runs on for longer is no prose, and must not cost more than it is long


class Sentence:
    """Tokens of one sentence in order, over the text of the item."""

    def __init__(self, text: str, tokens: list[Token], start: int | None = None) -> None:
        self.text = text
        self.tokens = [t for t in tokens if t.kind != "word"]
        self.start = tokens[0].start if start is None else start
        self.end = tokens[-1].end
        for place, token in enumerate(self.tokens):
            token.place = place

    def gap(self, left: Token | None, right: Token) -> str:
        """The text between two tokens (or since the start of the sentence), without the hedges in it."""
        position, parts = left.end if left else self.start, []
        for token in self.tokens[left.place + 1 if left else 0 : right.place]:
            if self.passed(token):
                parts.append(self.text[position : token.start])
                position = token.end
        return " ".join([*parts, self.text[position : right.start]])

    def foreign(self, left: Token | None, right: Token, *, heads: bool = False) -> list[str]:
        """Words in the gap that the grammar does not know: neither function words nor adverbs (nor, with ``heads``, head
        nouns).
        """
        return [w for w in _WORD.findall(_TICKER.sub(" ", self.gap(left, right))) if not self._familiar(w, heads)]

    @staticmethod
    def _familiar(word: str, heads: bool) -> bool:
        low = word.lower().replace("’", "'")
        return low in _known("function") or low.endswith("ly") or (heads and low in _known("head")) or low == "s" or low == "'s"

    def before(self, index: int) -> int | None:
        """The token left of ``index`` that matters: hedges and times are passed over."""
        place = index - 1
        while place >= 0 and self.passed(self.tokens[place]):
            place -= 1
        return place if place >= 0 else None

    @staticmethod
    def passed(token: Token) -> bool:
        """Whether a token only colours its neighbours: "about", "more than"."""
        return token.kind == "prep" and token.form == "around"

    def at(self, index: int | None) -> Token | None:
        """The token at a place, None outside the sentence."""
        return self.tokens[index] if index is not None and 0 <= index < len(self.tokens) else None

    def clause_start(self, index: int) -> int:
        """The place of the nearest clause boundary left of ``index``, -1 for the start of the sentence."""
        furthest = max(index - LONGEST_CLAUSE, 0)
        return next((place for place in range(index - 1, furthest - 1, -1) if self.tokens[place].kind == "bound"), furthest - 1)
