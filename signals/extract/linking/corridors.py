"""Rates beside a policy rate that the same bank sets: the ends of its corridor, which are no policy rates of their own.

| text                                                          | policy rate | counter-example                      |
|---------------------------------------------------------------|-------------|--------------------------------------|
| "its repo rate to 3.75%, and the reverse repo rate to 3.25%"  | the first   | "the seven-day reverse repo rate"    |
| "its deposit rate to 2.5%; the refinancing rate falls to 2.65"| the first   | "cut rates; its deposit rate is 2.5" |
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from signals.extract.linking.mentions import NO_INSTRUMENT
from signals.extract.text.tokens import Token

_ENDS = re.compile(r"\b(?:deposit|borrowing|lending|reverse|overnight|refi|refinancing|discount|lombard|marginal|standing)\b")
_SPECIFIC = re.compile(
    r"\b(?:repo|base|cash|policy|deposit|refi|refinancing|reference|lending|discount|selic|ocr|opr|bank rate)\b|-week|-day"
)
_CALLED = re.compile(r"\b(?:key|main|benchmark|interest rates?)\b")
_MAY_BE = frozenset(("deposit", "refi", "refinancing", "discount", "overnight"))  # what a rate called so may be by its own name


def outside_corridors(text: str, rates: Iterable[Token]) -> None:
    """Makes names of other things of the rates that are ends of a corridor around the one that a text has named before."""
    main: dict[str, set[str]] = {}
    for token in sorted(rates, key=lambda t: t.start):
        written = text[token.start : token.end].lower()
        ends = set(_ENDS.findall(written))
        first = main.get(token.value.id)
        if first is None and (_SPECIFIC.search(written) or _CALLED.search(written)):
            main[token.value.id] = ends if _SPECIFIC.search(written) else ends | _MAY_BE
        elif first is not None and not ends <= first:
            token.kind, token.form, token.value = "other", "name", NO_INSTRUMENT
