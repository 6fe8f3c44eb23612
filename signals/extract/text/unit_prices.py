"""Prices of one of each currency, listed with their money said once.

| text                                                        | money of the second | counter-example                     |
|-------------------------------------------------------------|---------------------|-------------------------------------|
| "17.71 rand to the dollar and 20.80 to the euro"            | ZAR                 | "17.71 rand to the dollar, up 0.80" |
| "4.57 lei for a dollar, 4.97 for a euro"                    | RON                 | "4.57 lei for a dollar, 4.97 more"  |
"""

from __future__ import annotations

from collections.abc import Sequence

from signals.extract.text.tokens import Token

_OF_ONE = frozenset({"per", "to", "for", "against"})
_LINKS = frozenset({"comma", "and"})
_CODE = 3  # letters of a currency's code


def share_money(text: str, tokens: Sequence[Token]) -> None:
    """Gives prices of one of a currency the money of the price that stands before them in their list."""
    behind, unit = 0, None
    for place, token in enumerate(tokens):
        number = token.number
        if number is None or number.ignored is not None:
            continue
        listed = unit is not None and behind < place <= behind + 2 and all(t.form in _LINKS for t in tokens[behind:place])
        end = _behind_one(text, tokens, place)
        if end and listed and number.unit is None and number.decimals:
            number.unit = unit
        priced = end and number.unit is not None and len(number.unit) == _CODE and not number.cents
        behind, unit = (end, number.unit) if priced else (0, None)


def _behind_one(text: str, tokens: Sequence[Token], place: int) -> int:
    """The place behind the currency that a number is the price of one of, "to the dollar", "a euro"; 0 where it is none."""
    one = place + 1
    if one < len(tokens) and tokens[one].kind == "prep" and tokens[one].form in _OF_ONE:
        one += 1
    elif one < len(tokens) and text[tokens[place].end : tokens[one].start] not in (" a ", " an ", " each "):
        return 0
    named = tokens[one] if one < len(tokens) else None
    of_money = named is not None and named.kind == "instrument" and named.value.instrument_class == "currency"
    return one + 1 if of_money else 0
