"""The good that a report is about: what "the price" and "it" mean in a paragraph that names none.

| headline, then text                                        | "it" is | counter-example                         |
|------------------------------------------------------------|---------|-----------------------------------------|
| "Brent at $80", "WTI was at $72.\\n\\nA year ago it was $50"  | Brent   | "WTI was at $72. A year ago it was $50" |
"""

from __future__ import annotations

from signals.extract.grammar.fitting import fits
from signals.extract.linking.contracts import METAL_FUTURES
from signals.extract.text.tokens import Number, Token

_GOODS = ("commodity", "precious metal", "crypto")
_NOUNS = ("it", "they", "the price", "prices", "the commodity")


class MainGood:
    """The one good of the headline that the text below is about first."""

    def __init__(self, headline: int) -> None:
        self.paragraph = 0  # where the one that is read begins
        self._headline = headline  # where the headline ends
        self._named: set[str] = set()  # the goods that the headline names
        self._first: Token | None = None  # the good that the text below is about first

    def mentioned(self, token: Token) -> None:
        """Remembers a good that the headline names."""
        if token.start < self._headline and token.value.instrument_class in _GOODS:
            self._named.add(_metal(token.value.id))

    def note(self, group: list[Token]) -> None:
        """Remembers the subject of a clause."""
        token = group[0]
        self.mentioned(token)
        if self._first is None and token.start > self._headline > 0 and token.value.instrument_class in _GOODS:
            self._first = token if len(group) == 1 else None

    def of_paragraph(self, reference: Token, found: list[Token], levels: list[Number]) -> list[Token]:
        """What a reference stands for that would mean another good, which an earlier paragraph named last."""
        main = self._first
        if main is None or len(found) != 1 or found[0].value.instrument_class != main.value.instrument_class:
            return found
        if found[0].start >= self.paragraph or found[0].value.id == main.value.id or reference.start < self.paragraph:
            return found
        told = self._named == {_metal(main.value.id)} and str(reference.value) in _NOUNS
        return [main] if told and fits([main], levels) else found


def _metal(name: str) -> str:
    """A metal and its future are one good."""
    return next((spot for spot, future in METAL_FUTURES.items() if future == name), name)
