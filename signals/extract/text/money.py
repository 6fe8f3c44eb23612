"""How money is written: signs of currencies before an amount ("KD 0.302", "Tk 110") and names of their hundredths behind it."""

from __future__ import annotations

import re

from signals.instruments.tables import rows

# Codes and signs that are words as well.
WORDS = frozenset(("ALL", "TOP", "CUP", "PEN", "BAM", "MAD", "BOB", "GEL", "SOS", "MOP", "COP", "LAK"))
WORDS |= {"K", "MT", "KM", "DA", "DT", "LD", "VT", "Ar"}
_MONEY = rows("words", "money.csv")
# "$" stays "$": which dollar is the resolver's question.
_SIGNED = [(sign, row["currency"]) for row in _MONEY for sign in row["signs"].split(";") if sign]
PREFIXES = dict(reversed(_SIGNED))  # of several currencies the first
SHARED_SIGNS: dict[str, list[str]] = {}  # the currencies whose sign is another's as well, by that one
for _name, _currency in _SIGNED:
    if _currency != PREFIXES[_name]:
        SHARED_SIGNS.setdefault(PREFIXES[_name], []).append(_currency)
PREFIXES |= {row["code"]: row["code"] for row in rows("instruments", "currencies.csv")}
_NAMED = [(name, row["currency"]) for row in _MONEY for name in row["hundredths"].split(";") if name]
HUNDREDTHS = dict(reversed(_NAMED))  # of several currencies the first
SHARED_HUNDREDTHS: dict[str, list[str]] = {}  # the currencies whose hundredths have the name of another's, by that one
for _name, _currency in _NAMED:
    if _currency != HUNDREDTHS[_name]:
        SHARED_HUNDREDTHS.setdefault(HUNDREDTHS[_name], []).append(_currency)
HUNDREDTH = "|".join(map(re.escape, sorted(HUNDREDTHS, key=len, reverse=True)))  # the names, as a pattern
