"""Contracts of a good in a sentence: which words describe one, and which references stand for one."""

from __future__ import annotations

from dataclasses import replace

from signals.extract.grammar.ahead import levels_ahead
from signals.extract.grammar.futures import is_contract
from signals.extract.grammar.outcomes import UNCOUNTED
from signals.extract.grammar.sentence import HEADS, Sentence, words
from signals.extract.text.tokens import Token


def attributes(s: Sentence, index: int) -> int:
    """The last token of what describes a contract behind its name, "copper [for June delivery on Bursa]", else ``index``."""
    while (governor := s.next(index, HEADS)) is not None and governor.kind == "prep" and governor.form in ("for", "on"):
        noun = s.next(index + 1, HEADS)
        if governor.form == "on" and noun is not None and s.gap(noun.place).endswith(("exchange ", "bourse ", "market ")):
            return index + 1  # "on China's Dalian exchange"
        if noun is None or noun.kind != ("time" if governor.form == "for" else "other"):
            break
        index += 2
    return index


def qualifies(s: Sentence, index: int) -> bool:
    """ "The benchmark third-month February contract", "the benchmark May copper contract": the first of two references, or of
    a reference and a name, says which the second is.
    """
    following = s.next(index, HEADS)
    if following is not None and following.kind == "time":
        following = s.next(index + 1, HEADS)
    described = following is not None and following.kind in ("ref", "instrument")
    return described and s.tokens[index].value == "the benchmark"


def is_placed(s: Sentence, segment: int, index: int) -> bool:
    """ "On the Comex the [June contract] fell to $1,335": a place of trade before a contract of the good spoken of."""
    opening, gap = s.at(index - 1), s.gap(index).split()
    fronted = opening is not None and opening.kind == "prep" and opening.form in ("on", "in") and index == segment + 2
    return fronted and gap[-1:] == ["the"] and is_contract(s.tokens[index]) and bool(levels_ahead(s, index))


def between_goods(s: Sentence, index: int) -> bool:
    """ "The spread between Brent and [WTI] was $3.55", "between New York and London [copper]": what lies between two prices is
    neither's.
    """
    if s.tokens[index].value.instrument_class not in UNCOUNTED or s.tokens[index].value.instrument_class == "currency":
        return False
    link = s.at(index - 1)
    places = (index - 2, index - 3) if link is not None and link.form == "and" else (index - 1,)
    return any((token := s.at(place)) is not None and s.written(token) == "between" for place in places)


def of_ratio(s: Sentence, index: int) -> bool:
    """ "The ratio of gold to [silver] fell to 90", "of [the two] prices", "between [them]": what only the ratio is of."""
    ratio = next((t for t in reversed(s.tokens[max(index - 6, 0) : index]) if t.kind == "other"), None)
    if ratio is None or not s.written(ratio).endswith(("ratio", "ratios")):
        return False
    return all(t.kind in ("prep", "instrument", "ref") or t.form in ("and", "range") for t in s.tokens[ratio.place + 1 : index])


def as_contract(s: Sentence, index: int) -> Token:
    """ "The benchmark third-month contract": a commodity's, no index."""
    token = s.tokens[index]
    behind = words(s.gap(index + 1))[-1:] if index + 1 < len(s.tokens) else []
    contract = token.value == "the benchmark" and behind in (["contract"], ["futures"])
    return replace(token, value="the benchmark contract", form="commodity") if contract else token


def of_coins(s: Sentence, index: int) -> bool:
    """ "ETH/BTC fell to 0.0521": the price of one coin in another is neither's in money."""
    before, token = s.at(index - 1), s.tokens[index]
    if before is None or before.kind != "instrument" or s.text[before.end : token.start] not in ("/", "-"):
        return False
    return bool(before.value.instrument_class == token.value.instrument_class == "crypto")
