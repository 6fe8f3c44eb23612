"""Multiples of an earlier price as sizes of a move: "twice what it was a year ago" is up 100 percent. "2% fewer" is no price.

| text                                       | size | counter-example              |
|--------------------------------------------|------|------------------------------|
| "double what it was in January"            | +100 | "double the price of silver" |
| "two and a half times its level of 2020"   | +150 | "three times this week"      |
| "half as much as a year ago"               | -50  | "half as much as gold"       |
"""

from __future__ import annotations

import re

from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.folding import holds_any
from signals.extract.text.months import MONTH
from signals.extract.text.tokens import Number, Token

_FACTORS = {"twice": 2.0, "double": 2.0, "triple": 3.0, "treble": 3.0, "quadruple": 4.0, "half": 0.5}
_MULTIPLYING = cues(" ".join((*_FACTORS, "times")))
_FACTOR = re.compile(r"\b(" + "|".join(_FACTORS) + r")(?= (?:what|as|its|their|the)\b)", re.IGNORECASE)
_COMPARING = (
    *("what it ", "what they ", "as much as", "as high as", "as dear as", "as expensive as", "as costly as"),
    *(f"{whose} {what}" for whose in ("its", "their", "the") for what in ("level", "price", "value")),
)  # a quick look for what follows
_AGO = rf"(?:19|20)\d\d|{MONTH}"
_TIME = rf"an?|one|two|three|four|five|ten|last|late|early|mid|just|only|{_AGO}"
_FEWER = cues("fewer")
_COMPARED = re.compile(
    r"(?: times)? (?:what (?:it|they) (?:was|were|cost|fetched|had been|went for|stood at|traded at)"
    r"|as (?:much|high|dear|expensive|costly) as"
    rf"|(?:its|their|the) (?:level|price|value)(?: of(?= (?:{_TIME})\b)|(?= (?:in|at|on|before|{_TIME})\b)))"
    rf"(?=(?: \w+){{0,4}} (?:ago|years?|summer|winter|spring|autumn|week|month|{_AGO})\b)"
)


def multiples(text: str, numbers: list[Token]) -> None:
    """Makes sizes of the multiples among the numbers, and adds those in one word."""
    if not (holds_cue(text, _MULTIPLYING) and holds_any(text, _COMPARING)):
        return
    for token in numbers:
        compared = _COMPARED.match(text, token.end) if token.number is not None else None
        if token.number is not None and compared is not None and " times" in text[token.start : compared.end()]:
            token.number, token.end, token.form = _size(token.number.value), compared.end(), "multiple"
    for match in _FACTOR.finditer(text):
        compared = _COMPARED.match(text, match.end())
        if compared is not None:
            numbers[:] = [t for t in numbers if not t.start <= match.start() < t.end]
            factor = _FACTORS[match[1].lower()]
            numbers.append(Token("number", match.start(), compared.end(), form="multiple", number=_size(factor)))
    numbers.sort(key=lambda t: t.start)


def fewer(text: str, numbers: list[Token]) -> None:
    """ "Cars, 2% fewer than a year earlier": a percentage that counts things is the size of no move."""
    if holds_cue(text, _FEWER):
        for token in numbers:
            if token.number is not None and token.number.unit == "percent" and text.startswith(" fewer", token.end):
                token.number.ignored = "count"


def _size(factor: float) -> Number:
    return Number(round(abs(factor - 1) * 100, 6), "percent", sign=1 if factor > 1 else -1)
