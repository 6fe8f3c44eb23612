"""Currency names after a number are its unit: "108.05 yen", "28.52 euros per megawatt hour"."""

from __future__ import annotations

import re
from collections.abc import Iterable

from signals.extract.numbers import PER, measure
from signals.extract.tokens import Number, Token

_GAP = re.compile(
    r"[ -]?(?:(?:U\.?S\.?|us|Australian|Canadian|New Zealand|Turkish|Indian|Pakistani?|Mexican|Swiss|South African|index) )?",
    re.IGNORECASE,
)


_PLACED = re.compile(r"\b(?:at|to|from|of|near) $")
_MONEY = (None, "amount", "count", "count in words")  # what a number may be taken for before its currency is read


_BEFORE_PRICE = re.compile(r"\b(?:to|at|of|from|by|for|about|around|worth|cost|nearly|near) $")
_VAGUE = re.compile(r"\b(?:less than|more than|over|under|nearly|almost) an? $")
_ONE = re.compile(r"one|1", re.IGNORECASE)
_OF_ONE = re.compile(
    r"(?: of)?(?: an?)?(?: full| whole)? ", re.IGNORECASE
)  # "half a yen", "a third of a rupee", "one full yen"
_BY = ("by ", "as ")
_ARTICLE = re.compile(r"(?:^|(?<=\s))an?(?: full| whole)? $", re.IGNORECASE)


def absorb_currencies(text: str, numbers: list[Token], mentions: list[Token], words: Iterable[Token] = ()) -> None:
    """Moves a currency named right after a number from the mentions into its unit; ``words`` are those of the grammar."""
    mentions[:] = [m for m in mentions if not _is_prefix(text, m)]
    currencies = {m.start: m for m in mentions if m.value.instrument_class == "currency"}
    own = _of_the_text(text, currencies.values())
    beside_moves = {place for t in words if t.kind == "direction" for place in (t.start - 1, t.end + 1)}
    numbers += _of_one(text, mentions, beside_moves)
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
        mention = next((currencies[p] for p in _places(text, token) if p in currencies), None)
        if mention is None or number.prefixed or _is_priced(text, token, mention, beside_moves):
            continue
        mentions.remove(mention)
        number.fraction = False
        number.unit, token.end = own.get(text[mention.start : mention.end].lower().rstrip("s"), mention.value.id), mention.end
        if number.ignored in ("count", "count in words"):
            number.ignored = None
        if per := PER.match(text, token.end):
            number.per, token.end = measure(per["per"]), per.end()


def _of_one(text: str, mentions: list[Token], beside_moves: set[int]) -> list[Token]:
    """ "Rose a full yen": the currencies that a move is one of, as numbers without a unit yet."""
    found = []
    for mention in mentions:
        article = _ARTICLE.search(text, max(mention.start - 9, 0), mention.start)
        if article is None or mention.value.instrument_class != "currency":
            continue
        start = article.start()
        by = text[max(start - 3, 0) : start] == "by "
        if start - 3 * by in beside_moves:
            found.append(Token("number", start, mention.start - 1, number=Number(1.0)))
    return found


def _is_priced(text: str, token: Token, mention: Token, beside_moves: set[int]) -> bool:
    """ "One euro cost 51.10 liras": a unit of what is priced, where no move is near that it could be the size of."""
    if not _ONE.fullmatch(text, token.start, token.end):
        return False
    moved = token.start in beside_moves or mention.end in beside_moves
    return not moved and text[max(token.start - 3, 0) : token.start].lower() not in _BY


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


def _places(text: str, token: Token) -> list[int]:
    end = token.end
    gap = _GAP.match(text, end)
    places = [end, end + 1 if text[end : end + 1] in (" ", "-") else end, gap.end() if gap else end]
    in_words = token.number is not None and (token.number.fraction or token.number.ignored == "count in words")
    if in_words and (article := _OF_ONE.match(text, end)):
        places.append(article.end())
    return places
