"""What a bank lets a currency do, not where it went: pegs, floors and ceilings, the ends of bands.

| text                                                        | said             | counter-example                      |
|-------------------------------------------------------------|------------------|--------------------------------------|
| "abandoned its floor of 1.20", "the peg of 0.376"           | a regime         | "the low of 1.20", "a floor at 1.20" |
| "with a 5% band the ceiling is 26,346 and the floor 23,836" | limits of a band | "hit the ceiling of 26,346"          |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.grammar.sentence import Sentence
from signals.extract.text.tokens import Token

_REGIME = re.compile(
    r"\b(?:its|the|a|their|of|that) (?:\w+[ -]){0,2}?(?:floor|cap|ceiling|peg|minimum(?: exchange)? rate)"
    r"(?: of| at| against the \w+ of)?(?: (?:about|around|some))? (?:[$€£]|[A-Z][A-Za-z]{0,2}\.? ?)?\Z"
)
_BAND = re.compile(
    r"\b(?:band|range|corridor|to (?:move|trade|float|fluctuate)) (?:of|between|from) (?:\d[\d.,]* (?:to|and) )?\Z"
)
# "The central bank kept the rate between 170 and 198 to the dollar".
_KEPT_WITHIN = re.compile(
    r"\b(?:keep(?:s|ing)?|kept|h[eo]lds?|holding|defend(?:s|ed|ing)?|maintain(?:s|ed|ing)?|steer(?:s|ed)?|confin(?:es?|ed))"
    r" (?:it|the (?:[\w-]+ ){0,2}?rate|the [a-z]+|its currency) (?:within|between|inside|in|from)"
    r" (?:[^\s\d]{0,4}\d[\d.,]* (?:to|and) [^\s\d]{0,4})?\Z"
)
# "On the weak side of its central parity of 7.46".
_PARITY = re.compile(
    r"\b(?:[Ii]ts|[Tt]he) (?:ERM(?: II)? )?(?:central )?(?:parity|rate)(?: of| at|,| is| was)(?: about| around)? (?:[$€£])?\Z"
)
_PEGGED = re.compile(r"\b(?:peg(?:ged)?|permitted|allow(?:s|ed)?|convertibility|leaving|(?:weak|strong)(?:er)? (?:end|side))\b")
# "Is allowed to rise or fall by 2 percent from the parity".
_MAY_MOVE = re.compile(
    r"\b(?:is|are|be|being) (?:only |now )?(?:allowed|permitted|free) to [a-z]+(?: or [a-z]+)?"
    r"(?: (?:by|within|up to|at most|as much as|no more than|a maximum of|some))* \Z"
)
# "Allows the yuan to rise or fall by 2 percent", "lets the dong trade 5% either side"; but "let it fall by 2 percent".
_LETS_MOVE = re.compile(
    r"\b(?:allow(?:s|ed|ing)?|permit(?:s|ted|ting)?|lets?|letting) (?:the |its )?(?:[\w-]+ ){1,4}?"
    r"(?:[a-z]+ (?:or|and) [a-z]+|move|trade|fluctuate|float|swing|deviate|vary)"
    r"(?: (?:by|within|up to|at most|as much as|no more than|a maximum of|some))* \Z"
)
LIMITS = ("ceiling", "floor")  # of a band in which a currency may trade
_REACH, _FAR = 44, 60  # characters before a number in which the words for a regime, and for a parity or a leeway, stand


def of_regime(s: Sentence, start: int) -> bool:
    """ "Abandoned its floor of 1.20", "pegged in a band of 7.75 to 7.85": what a bank lets a currency do."""
    far = max(start - _REACH, 0)
    pegged = _BAND.search(s.text, far, start) is not None and _PEGGED.search(s.text, s.start, start) is not None
    return pegged or _REGIME.search(s.text, far, start) is not None or _KEPT_WITHIN.search(s.text, far, start) is not None


def may_move(s: Sentence, start: int) -> bool:
    """ "Is allowed to rise or fall by 2 percent": how far a bank lets a currency go, not how far it went."""
    far = max(start - _FAR, s.start)
    return _MAY_MOVE.search(s.text, far, start) is not None or _LETS_MOVE.search(s.text, far, start) is not None


def of_parity(s: Sentence, start: int, currency: str) -> bool:
    """ "The weak side of its central parity of 7.46": where a currency is pegged; that of the yuan is set each day."""
    before = s.text[max(start - _FAR, 0) : start]
    return "CN" not in currency and "arity" in before and _PARITY.search(before) is not None


def limits(s: Sentence, cues: Sequence[Token | None]) -> bool:
    """ "With a 5% band the ceiling is 26,346 and the floor 23,836": how far a price may go, not where it went."""
    said = [s.written(token) for token in cues if token is not None]
    if not any(limit in said for limit in LIMITS):
        return False
    sentence = s.text[s.start : s.tokens[-1].end].lower()
    return " band" in sentence or all(limit in sentence for limit in LIMITS)
