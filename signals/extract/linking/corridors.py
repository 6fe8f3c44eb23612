"""Rates beside a policy rate that the same bank sets: the ends of its corridor, which are no policy rates of their own.

| text                                                          | policy rate | counter-example                      |
|---------------------------------------------------------------|-------------|--------------------------------------|
| "its repo rate to 3.75%, and the reverse repo rate to 3.25%"  | the first   | "the seven-day reverse repo rate"    |
| "its deposit rate to 2.5%; the refinancing rate falls to 2.65"| the first   | "cut rates; its deposit rate is 2.5" |
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from signals.extract.linking.mentions import NO_INSTRUMENT
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

_ENDS = re.compile(
    r"\b(?:deposit|borrowing|lending|reverse|overnight(?! policy)|refi|refinancing|discount|lombard|marginal|standing"
    r"|bank rate)\b"
)
_SPECIFIC = re.compile(
    r"\b(?:overnight|repo|base|cash|policy|deposit|refi|refinancing|reference|lending|discount"
    r"|selic|ocr|opr|mpr|rrp|bi[- ]rate|bank rate)\b|-week|-day"
)
_CALLED = re.compile(r"\b(?:key|main|benchmark|interest rates?)\b")
# "Its main rate to 0.05% and its deposit rate".
_BOTH = re.compile(r"[^.;\n]{0,40}(?:\d|zero)[^;\n]{0,30}\b(?:and|while)\b[^.;\n]{0,10}")
_MAY_BE = frozenset(("deposit", "refi", "refinancing", "discount", "overnight"))  # what a rate called so may be by its own name


def outside_corridors(text: str, rates: Iterable[Token]) -> None:
    """Makes names of other things of the rates that are ends of a corridor around the one that a text has named before."""
    main: dict[str, tuple[int, set[str]]] = {}
    for token in sorted(rates, key=lambda t: t.start):
        written = text[token.start : token.end].lower().partition(",")[0]
        ends = set(_ENDS.findall(written)) - _own_names(token.value.id)
        first = main.get(token.value.id)
        if first is None and (_SPECIFIC.search(written) or _CALLED.search(written)):
            named = set() if _SPECIFIC.search(written) else _names_of(token.value.id)
            main[token.value.id] = token.end, ends | named
        elif first is not None and not (ends <= first[1] and not (ends and _BOTH.fullmatch(text, first[0], token.start))):
            token.kind, token.form, token.value = "other", "name", NO_INSTRUMENT


@cache
def _own_names(identity: str) -> frozenset[str]:
    """What is no end of a corridor in a country, but its policy rate: "Bank Rate" in Britain."""
    row = _row(identity)
    return frozenset(("bank rate",)) if row is not None and "Bank Rate" in row["aliases"] else frozenset()


@cache
def _names_of(identity: str) -> frozenset[str]:
    """What the policy rate of a country may be called: in Taiwan "discount rate", in Prague not."""
    row = _row(identity)
    other = row is not None and row["aliases"] and "discount" not in row["aliases"]
    return _MAY_BE - {"discount"} if other else _MAY_BE


def _row(identity: str) -> dict[str, str] | None:
    return next((row for row in rows("instruments", "policy_rates.csv") if f"{row['country']}_POLICY" == identity), None)
