"""Whose results a sentence tells: the stock spoken of behind them is that company's, not that of the last one that moved, and
what is said of the results themselves ("reported record sales, up 3%", "a profit that rose 3%") is no move of the stock.

| text                                                  | company | counter-example                             |
|-------------------------------------------------------|---------|---------------------------------------------|
| "Boeing fell. Airbus sales rose 3%; its shares added" | Airbus  | "Boeing fell on a blow to Airbus. The shares" |
| "Boeing fell. Profit at Airbus rose 3%. The shares"   | Airbus  | "an order from Airbus. The shares"          |
"""

from __future__ import annotations

import re

from signals.extract.grammar.agents import is_sized
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, NOTHING, Sentence
from signals.extract.text.tokens import Token

_OF = ("at", "of", "for", "in")
_RESULTS = ("company", "macro")  # "sales" and "orders" are a country's as well
_BEHIND = frozenset({"prep", "number", "time"})  # what may stand between a result and what is said of it: "of $3 billion"
_MONEY = r"(?:[A-Z]{0,3}[$€£¥]|Rs\.? ?|R)?"
_PRICED = re.compile(
    rf"[^,.;:]{{0,12}}? (?:at|to) {_MONEY}\d[\d.,]*(?: ?(?:p|pence|euros?|yen|rupees)\b|(?=[,.;]?(?: |$))(?! ?[bmt]))"
)


def owns_results(s: Sentence, index: int) -> bool:
    """Whether the name of a company at ``index`` is whose the result beside it is."""
    if s.tokens[index].value.instrument_class != "share":
        return False
    after, of, result = s.at(index + 1), s.near(index), s.at(index - 2)
    if after is not None and after.kind == "other":
        return s.gaps[index + 1] == NOTHING or not s.gap(index + 1).strip(" -'’s")
    behind = of is not None and of.kind == "prep" and of.form in _OF and s.gaps[index - 1] <= FUNCTION
    return behind and result is not None and result.kind == "other"


def tells_result(s: Sentence, index: int) -> bool:
    """ "Vodafone reported record sales, up 3%": whether the clause that ends at ``index`` says what its head, a company, earned
    or sold, and nothing of a price.
    """
    opening = next((t.place for t in reversed(s.tokens[:index]) if t.kind == "bound"), -1)
    clause = s.tokens[opening + 1 : index]
    result = next((t for t in reversed(clause) if t.kind == "other" and t.form in _RESULTS), None)
    if result is None or not _is_company(clause[0]) or s.gaps[opening + 1] > HEADS:
        return False
    if any(t.kind not in _BEHIND for t in s.tokens[result.place + 1 : index]):
        return False
    before = s.tokens[clause[0].place + 1 : result.place]
    if any(t.number is not None and s.tokens[t.place - 1].form == "at" for t in before):
        return False  # "stood at 81.5p on heavy volume, down 0.6%"
    acts = max(s.gaps[clause[0].place + 1 : result.place + 1], default=NOTHING) >= FOREIGN
    acts = acts or any(t.kind == "state" for t in before)  # "recorded"
    return acts and not any(
        t.kind == "copula" or (t.kind == "direction" and t.form not in ("adjective", "causative")) for t in before
    )


def is_of_result(s: Sentence, index: int) -> bool:
    """ "Toyota reported record sales, up 3%": whether what is apposed behind the comma is how the result changed."""
    after = s.next(index)
    if after is None or after.kind not in ("direction", "number"):
        return False
    return (is_sized(s, index) or _apposes_rise(s, index)) and tells_result(s, index) and not _is_priced(s, index)


def is_of_figures(s: Sentence, place: int, before: Token) -> bool:
    """ "Its dividend to 12p", "raised its dividend by 8 percent to 12p": whether "to" leads on from figures."""
    if before.number is not None and before.number.unit == "percent":
        by = s.at(place - 2)
        place = place - 2 if by is not None and by.form == "by" else place - 1
        before = s.near(place) or before
    return (before.kind, before.form) == ("other", "company")


def _apposes_rise(s: Sentence, index: int) -> bool:
    """ ", an increase of 3%": whether a noun of direction with its size is apposed to what stands before the comma."""
    noun, of, size = s.next(index), s.next(index + 1), s.at(index + 3)
    named = noun is not None and noun.kind == "direction" and of is not None and of.form == "of"
    return named and size is not None and size.number is not None and size.number.unit == "percent"


def _is_priced(s: Sentence, index: int) -> bool:
    """ ", up 3% at 71p": whether the size behind the boundary at ``index`` led to a price."""
    size = next((t for t in s.tokens[index + 1 : index + 5] if t.number is not None), None)
    return size is not None and _PRICED.match(s.text, size.end) is not None


def _is_company(token: Token) -> bool:
    share = token.kind == "instrument" and token.value.instrument_class == "share"
    return share or (token.kind == "ref" and token.form == "any")
