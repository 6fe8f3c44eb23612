"""Contracts and what they are on: the future of a metal, the index below its future."""

from __future__ import annotations

from dataclasses import replace

from signals.extract.linking.contracts import METAL_FUTURES
from signals.extract.text.tokens import Token


def is_contract(token: Token) -> bool:
    """ "April futures", "the June contract": not the metal itself."""
    return token.kind == "ref" and str(token.value).rpartition(" ")[2] in ("futures", "contract")


def future_of(token: Token) -> Token:
    """ "April futures" in a text about spot gold: the metal's future."""
    future = METAL_FUTURES.get(token.value.id)
    if future is None:
        return token
    return Token("instrument", token.start, token.end, replace(token.value, id=future, instrument_class="commodity"))


def cash_of(token: Token) -> Token:
    """ "The cash index" in a text about its future: the index itself."""
    if token.value.instrument_class != "index future":
        return token
    index = replace(token.value, id=token.value.id.removesuffix("_F"), instrument_class="index")
    return Token("instrument", token.start, token.end, index)
