"""Currency names after a number are its unit: "108.05 yen", "28.52 euros per megawatt hour"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from signals.extract.numbers import PER, measure
from signals.extract.tokens import Token

_GAP = re.compile(
    r"[ -]?(?:(?:U\.?S\.?|us|Australian|Canadian|New Zealand|Turkish|Indian|Pakistani?|Mexican|Swiss|South African|index) )?",
    re.IGNORECASE,
)


_PLACED = re.compile(r"\b(?:at|to|from|of|near) $")
_MONEY = (None, "amount", "count", "count in words")  # what a number may be taken for before its currency is read


_BEFORE_PRICE = re.compile(r"\b(?:to|at|of|from|by|for|about|around|worth|cost|nearly|near) $")
_VAGUE = re.compile(r"\b(?:less than|more than|over|under|nearly|almost) an? $")
_ONE = re.compile(r"one", re.IGNORECASE)  # "one euro 51.10 liras": what is priced, no amount


def absorb_currencies(text: str, numbers: list[Token], mentions: list[Token]) -> None:
    """Moves a currency named right after a number from the mentions into the number's unit."""
    mentions[:] = [m for m in mentions if not _is_prefix(text, m)]
    currencies = {m.start: m for m in mentions if m.value.instrument_class == "currency"}
    own = _of_the_text(text, currencies.values())
    for token in numbers:
        number = token.number
        if number is not None and number.per == "pound":
            mentions[:] = [m for m in mentions if not token.start <= m.start < token.end]  # "$4.05 a pound"
        if number is not None and number.prefixed and _PLACED.search(text, max(token.start - 6, 0), token.start):
            mentions[:] = [m for m in mentions if m.start != token.start or m.end > token.end]  # "at CHF 4.16"
        if (
            number is None
            or number.unit not in (None, "$")
            or number.ignored not in (None, "amount", "count", "count in words")
        ):
            continue
        mention = next((currencies[p] for p in _places(text, token.end) if p in currencies), None)
        if mention is None or number.prefixed or (number.value == 1 and _ONE.fullmatch(text, token.start, token.end)):
            continue
        mentions.remove(mention)
        number.unit, token.end = own.get(text[mention.start : mention.end].lower().rstrip("s"), mention.value.id), mention.end
        if number.ignored in ("count", "count in words"):
            number.ignored = None
        if per := PER.match(text, token.end):
            number.per, token.end = measure(per["per"]), per.end()


def _is_prefix(text: str, mention: Token) -> bool:
    """ "To EUR 8.63" is a price, "less than a dollar" a vague size: no currency is spoken of."""
    if mention.value.instrument_class != "currency":
        return False
    before = text[max(mention.start - 16, 0) : mention.start]
    if text[mention.start : mention.end] == mention.value.id:
        return bool(_BEFORE_PRICE.search(before)) and text[mention.end : mention.end + 2].strip().isdigit()
    return bool(_VAGUE.search(before) or _VAGUE.search(before + text[mention.start : mention.start + 2]))


def _of_the_text(text: str, mentions: Iterable[Token]) -> dict[str, str]:
    """Which currency a bare noun of money is in this text: "pounds" where it speaks of the Egyptian pound alone."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        qualifier, _, noun = text[mention.start : mention.end].lower().rpartition(" ")
        if qualifier and noun in ("pound", "franc", "peso", "krona", "krone", "dinar", "riyal", "rupee"):
            found.setdefault(noun, set()).add(mention.value.id)
    return {noun: codes.pop() for noun, codes in found.items() if len(codes) == 1}


def _places(text: str, end: int) -> list[int]:
    gap = _GAP.match(text, end)
    return [end, end + 1 if text[end : end + 1] in (" ", "-") else end, gap.end() if gap else end]
