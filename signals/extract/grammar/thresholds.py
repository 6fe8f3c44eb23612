"""Bounds that a price is said to pass or to keep, which are no levels: above, at least, a band."""

from __future__ import annotations

import re

from signals.extract.grammar.role import THRESHOLD, Role, is_size
from signals.extract.grammar.sentence import NOTHING, Sentence
from signals.extract.text.tokens import Number, Token

THRESHOLDS = frozenset((
    "over", "more than", "less than", "up to", "well over", "well above", "as far as", "in excess of", "upwards of",
    "north of", "no less than", "better than", "at least", "at most", "no fewer than", "not less than", "nothing less than",
    "the best part of", "the better part of", "not quite", "verging on", "bordering on", "getting on for",
))  # fmt: skip
_PASSED = THRESHOLDS - {"up to", "as far as", "no less than"}
_BOUNDS = {"no more than": "high", "not more than": "high", "no higher than": "high"}
_BOUNDS |= {"no less than": "low", "not less than": "low", "no lower than": "low"}
_BANDS = (" range", "-range", " level", " zone", " area", " region", " territory")
_PART_OF_BAND = re.compile(r"\b(?:upper|lower|low|mid|middle|high)[ -]$")


def threshold(s: Sentence, index: int, number: Number, left: Token | None) -> Role | None:
    """ "Above 8,600", "for less than $64", "to the upper 143 yen range": no level. "Rose more than 4 percent" is a size."""
    if (left is not None and left.kind == "prep" and left.form == "bound") or _in_a_band(s, index):
        return THRESHOLD
    hedge = s.hedges.get(index)
    if is_size(number) and left is not None and left.kind == "direction":
        return None  # "fell no less than 3%"
    if hedge is not None and (bound := _BOUNDS.get(str(hedge.value))) is not None:
        both = len({_BOUNDS.get(str(other.value)) for other in s.hedges.values()} - {None}) > 1
        # "Paid no more than 450 and no less than 448 tenge": both ends are told.
        return Role("level", kind=bound) if both and not is_size(number) else THRESHOLD
    traded = s.at(index - 2) if left is not None and left.form == "at" else left
    placed = hedge is not None and hedge.value == "up to" and left is not None and left.form == "at"
    if hedge is None or (is_size(number) and not placed) or str(hedge.value) not in THRESHOLDS:
        return None
    if hedge.value == "up to" and traded is not None and traded.kind == "state":
        return Role("level", kind="high")  # "traded up to 151.95"
    if hedge.value == "up to" and left is not None and left.form == "forecast" and left.kind == "modal":
        return Role("level", cue=left)  # "moved their year-end target up to 5,700"
    led = hedge.value == "up to" and s.text[hedge.end : s.tokens[index].start] == " " and number.decimals > 0
    if led and left is not None and left.kind == "instrument" and s.gaps[index] == NOTHING:
        return Role("level", cue=hedge)  # "VIX up to 19.23"
    if left is not None and left.form == "by":
        return None  # "jumped by more than $20"
    back = left is not None and s.gaps[index] > NOTHING  # "bounces back over $1,200"
    return None if left is not None and left.kind == "direction" and not back else THRESHOLD


def passes(s: Sentence, index: int) -> bool:
    """ "It was over 5% last Wednesday": a bound of a yield, which as a percentage might have been a size."""
    hedge = s.hedges.get(index)
    return hedge is not None and str(hedge.value) in _PASSED


def _in_a_band(s: Sentence, index: int) -> bool:
    """ "The upper 143 yen range", "the mid-150-yen level": about where a price is."""
    start, end = s.tokens[index].start, s.tokens[index].end
    return s.text.startswith(_BANDS, end) and _PART_OF_BAND.search(s.text, max(start - 8, 0), start) is not None
