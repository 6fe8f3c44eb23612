"""Signs of money that countries share, "Rs" and "Sh"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.linking.shared_names import currency, prevailing, shared
from signals.extract.text.money import SHARED_HUNDREDTHS, SHARED_SIGNS
from signals.extract.text.tokens import Token

_SIGNS = {"Rs": "rupee", "Sh": "shilling"}  # of a currency that countries share, by its noun
_PESOS = frozenset({"CLP", "COP", "ARS", "MXN", "UYU"})  # "$" at home, where the dollar is "US$"
_AMERICAN = re.compile(r"US\$|\b(?:USD|U\.?S\.? dollars?)\b")
# By whether a unit is of hundredths, and stands before its number.
_SHARED = {(True, False, code): among for code, among in SHARED_HUNDREDTHS.items()}
_SHARED |= {(False, True, code): among for code, among in SHARED_SIGNS.items()}
_UNSETTLED = {"Rs": "Rs", "Sh": "KES"}


def settle_signs(text: str, numbers: list[Token], named: Sequence[str], mentions: list[Token]) -> None:
    """Which country's rupee or shilling "Rs" and "Sh" are: the one that the text names, that of its shares, else its
    country's.
    """
    _settle_pesos(text, numbers, mentions)
    _settle_shared(numbers, named)
    for sign, noun in _SIGNS.items():
        marked = [n.number for n in numbers if n.number is not None and n.number.unit == sign]
        if not marked:
            continue
        own = [code for code in named if code in shared()[noun].values()]
        listed = {t.value.currency for t in mentions if t.value.instrument_class == "share"} & set(shared()[noun].values())
        sole = next(iter(listed)) if len(listed) == 1 else None
        code = prevailing(noun, text) if own else sole or currency(noun, text)
        if code is None and len(set(own)) > 1 and sign == "Rs":
            continue  # each is its instrument's own
        code = code or (max(own, key=own.count) if own else None)
        for number in marked:
            number.unit = code or _UNSETTLED[sign]


def _settle_shared(numbers: list[Token], named: Sequence[str]) -> None:
    """ "The hryvnia gained 6 kopecks", "the kina at K3.97": a sign, or a name of hundredths, that several currencies have is
    that of the one that a text names.
    """
    for token in numbers:
        number = token.number
        among = _SHARED.get((number.cents, number.prefixed, number.unit or "")) if number is not None else None
        if number is None or among is None or number.unit in named:
            continue
        own = {code for code in among if code in named}
        number.unit = own.pop() if len(own) == 1 else number.unit


def _settle_pesos(text: str, numbers: list[Token], mentions: list[Token]) -> None:
    """ "Falabella lost 8.4% to $2,745. Copper fetched US$4.28": a bare "$" is the peso of the shares of a text that calls the
    dollar by its country.
    """
    pesos = {t.value.currency for t in mentions if t.value.instrument_class == "share"} & _PESOS
    marked = [n.number for n in numbers if n.number is not None and n.number.unit == "$"] if len(pesos) == 1 else []
    bare = [number for number in marked if not number.cents]  # "US$36.88 a barrel, 18 cents cheaper"
    for number in bare if bare and _AMERICAN.search(text) else ():
        number.unit = next(iter(pesos))
