"""Sizes and prices in brackets: "followed by Adidas (2.1%)", "the S&P 500 (2,447.33)", "450.26 per dollar (-1.22 tenge)"."""

from __future__ import annotations

from dataclasses import replace

from signals.extract.grammar.completions import Completions
from signals.extract.grammar.role import IGNORED, MOVE_UNITS, Role
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.telling import UNREAD
from signals.extract.text.tokens import Token


class Brackets(Completions):
    """Gives what stands in brackets to the name before them; see ``Completions``."""

    __slots__ = ()

    def _bracketed(self, index: int, token: Token, found: Role) -> None:
        """ "Followed by Adidas (2.1%) and SAP (1.8%)": a size or a price in brackets behind a name is its own."""
        if token.number is not None and token.number.sign and found.cue is self.counter is not None and self.frame is not None:
            self.move(token, Role("move", sign=token.number.sign))
            self.frame.of_quote = token.number.unit not in MOVE_UNITS  # "450.26 per dollar (-1.22 tenge)"
            return
        if found.kind is not None:
            self._bracketed_level(index, token, found)
            return
        sign = found.sign or self.last_sign
        if found.cue is None or sign is None or self.owner == "unknown":
            self.fates[token.start] = UNREAD if found.cue is None else (IGNORED, "another subject")
            return
        if found.cue not in self.group:
            self._subject([found.cue], found.cue)
        self.move(token, replace(found, name="move", sign=sign, cue=None))

    def _bracketed_level(self, index: int, token: Token, found: Role) -> None:
        """ "The S&P 500 (2,447.33) rose": where the price suits the name, and its clause is about a price."""
        cue, number = found.cue, token.number
        if cue is None or number is None or self.owner == "unknown" or not level_fits(cue.value, number, marked=False):
            self.fates[token.start] = (IGNORED, "another subject")
            return
        if cue not in self.group or len(self.group) > 1:
            self._subject([cue], cue)
        self.level(index, token, Role("level", kind=found.kind))
