"""Lists of the currencies against which one moved.

| text                                            | moved against      | counter-example                            |
|-------------------------------------------------|--------------------|--------------------------------------------|
| "fell against the euro, the yen and the pound"  | each of the three  | "against the yen and the euro was at 1.08" |
"""

from __future__ import annotations

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import HEADS, NOTHING, Sentence
from signals.extract.text.tokens import Token


def lists_counters(s: Sentence, index: int) -> bool:
    """ "Against the euro, the yen and the pound": whether the currency at ``index`` goes on a list of those against which one
    moved, with nothing said of it.
    """
    if not _is_money(s.tokens[index]) or not _ends(s, index):
        return False
    place = index
    while (before := s.at(place - 1)) is not None and s.gaps[place] <= HEADS and (_is_link(before) or _is_money(before)):
        place -= 1
    return place < index - 1 and before is not None and before.form == "against" and s.gaps[place] <= HEADS


def _ends(s: Sentence, index: int) -> bool:
    """Whether a boundary stands right behind a token, or its sentence ends there."""
    after = s.at(index + 1)
    if after is None:
        return s.text[s.tokens[index].end : s.tokens[index].end + 1] in (".", ";", "\n", "")
    return after.kind == "bound" and s.gaps[index + 1] == NOTHING


def _is_money(token: Token) -> bool:
    return token.kind == "instrument" and token.value.instrument_class == "currency"


def _is_link(token: Token) -> bool:
    return token.kind == "bound" and token.form in ("comma", "and")


def list_counters(s: Sentence, frames: list[Frame]) -> None:
    """ "Fell against the euro, the yen and the pound": the further currencies against which one moved."""
    for frame in frames:
        named = frame.counter if frame.level is None and not frame.empty else None
        place = named.place + 1 if named is not None and s.at(named.place) is named else len(s.tokens)
        while (token := s.at(place)) is not None and (_is_link(token) or lists_counters(s, place)):
            frame.counters += [token] if _is_money(token) else []
            place += 1


def counts_price(s: Sentence, named: Token) -> bool:
    """ "At 129.45 to the dollar, weaker": whether a currency only says what the price before it is of."""
    per, price = s.at(named.place - 1), s.at(named.place - 2)
    counts = per is not None and per.kind == "prep" and per.form in ("per", "to", "against", "for")
    return counts and price is not None and price.kind == "number"
