"""Banks that quote a currency: where one buys and sells it, the bank's name is no share but stands for what it quotes.

| text                                                                | the bank's name | counter-example                     |
|---------------------------------------------------------------------|-----------------|-------------------------------------|
| "Vietcombank bought it for 23,140 dong and sold it for 23,260"      | "the currency"  | "ACB bought a stake and sold loans" |
| "BIDV listed 23,145 dong (buying) and 23,265 dong (selling)"        | "the currency"  | "BIDV rose 2% on heavy buying"      |
"""

from __future__ import annotations

import re

from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.tokens import Token

_BUYS = re.compile(r"\b(?:b(?:uys?|ought|uying|id)|purchas(?:es?|ed|ing))\b", re.IGNORECASE)
_SELLS = re.compile(r"\b(?:s(?:ells?|old|elling)|ask(?:ed|ing)?)\b", re.IGNORECASE)
_BUYING = cues("buy buys buying bought bid purchase purchases purchased purchasing")
_SELLING = cues("sell sells selling sold ask asked asking")
_PRICE = re.compile(r"\d[\d,]*(?:\.\d+)?")
_ENDS = ("\n", ". ")
_PRICES = 2  # of the two sides


def dealers(text: str, tokens: list[Token]) -> list[Token]:
    """The names, where those of banks that quote both sides of a currency are references to it, or gone where it is named."""
    if not (holds_cue(text, _BUYING) and holds_cue(text, _SELLING)) or not _currencies(tokens):
        return tokens
    kept = []
    for token in tokens:
        if token.value.instrument_class != "share" or not _quotes(text, token):
            kept.append(token)
        elif not any(_within(text, token, other) for other in _currencies(tokens)):
            kept.append(Token("ref", token.start, token.end, "the currency", "fx"))
    return kept


def _currencies(tokens: list[Token]) -> list[Token]:
    return [t for t in tokens if t.kind == "instrument" and t.value.instrument_class in ("currency", "fx")]


def _quotes(text: str, bank: Token) -> bool:
    """Whether the sentence of a bank has a buying and a selling price."""
    start, end = _sentence(text, bank)
    sides = _BUYS.search(text, start, end) and _SELLS.search(text, start, end)
    return bool(sides) and len(_PRICE.findall(text, bank.end, end)) >= _PRICES and "%" not in text[start:end]


def _within(text: str, bank: Token, currency: Token) -> bool:
    """Whether the sentence of a bank names a currency, as more than the money of a price."""
    start, end = _sentence(text, bank)
    return start <= currency.start < end and not text[max(currency.start - 2, 0) : currency.start].strip().isdigit()


def _sentence(text: str, token: Token) -> tuple[int, int]:
    start = max(text.rfind(mark, 0, token.start) + 1 for mark in _ENDS)
    ends = [place for mark in _ENDS if (place := text.find(mark, token.end)) >= 0]
    return start, min(ends, default=len(text))
