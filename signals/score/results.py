"""The reading of accounts: is a result better or worse than the one that it is compared with?

"Operating loss totalled EUR 0.8 mn, compared to a profit of EUR 0.9 mn": -0.8 against 0.9, worse. Networks are weak at such
arithmetic and word lists blind to it. Only measures of which more is better are read, and losses; costs, prices and macro data
are not, and neither are two numbers that no word of comparison joins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from signals.score.marking import plain

_AMOUNT = re.compile(
    r"(?P<minus>\b(?:negative|minus)\s|(?<![\w.])-)?(?P<money>(?:\b[A-Z]{2,3}\$?|\bRs\.?|[$€£¥₹])\s?)?"
    r"(?<![\w.,])(?P<value>\d{1,12}(?:[.,]\d{1,3}){0,4})"
    r"(?:\s?(?P<unit>mn|million|m|bn|billion|crore|cr|lakh|cents?|p|per ?cent|pct)\b|(?P<percent>\s?%))?"
)
_YEAR = re.compile(r"(?:19|20)\d\d")
_COMPARED = re.compile(
    r"\b(?:from|against|compared|comparison|versus|vs|previously|year[- ]earlier figure of)\b|\(\s*(?:[\w/ ]{0,12}:\s*)?$",
    re.IGNORECASE,
)
_FROM = re.compile(r"\bfrom (?:(?:a|an|about|some|around) )?(?:(?:profit|loss)(?:es)? of )?$", re.IGNORECASE)
_MEASURE = re.compile(
    r"\b(?:(?P<loss>loss(?:es)?|deficit)|profits?|sales|revenues?|turnover|earnings|eps|income|ebitd?a?|margin"
    r"|cash flow|orders?|order (?:book|intake)|backlog|results?|market share)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[.;!?]\s+(?=[A-Z])")
_REACH = 120  # characters between a measure and its amount, and between two amounts that are compared
_LONGEST = 2_000  # characters that are read


@dataclass(frozen=True, slots=True)
class _Amount:
    start: int
    end: int
    value: float
    unit: str


def side_of_results(text: str) -> int:
    """1 where the results that a text compares are better, -1 where they are worse, 0 where it compares none or they differ."""
    read = plain(text[:_LONGEST])
    sides = {side for sentence in _SENTENCE.split(read) for side in _sides(sentence)} - {0}
    return sides.pop() if len(sides) == 1 else 0


def _sides(sentence: str) -> list[int]:
    amounts = _amounts(sentence)
    return [_compare(sentence, first, second) for first, second in pairwise(amounts)]


def _amounts(sentence: str) -> list[_Amount]:
    found = []
    for match in _AMOUNT.finditer(sentence):
        unit = (match["unit"] or match["percent"] or "").strip()
        if _YEAR.fullmatch(match["value"]) and not (unit or match["money"]):
            continue
        size = float(_plain_number(match["value"]))
        found.append(_Amount(match.start(), match.end(), -size if match["minus"] else size, unit))
    return found


def _plain_number(written: str) -> str:
    """Groups of three after a comma are thousands; the last mark before other groups is the decimal point."""
    if re.fullmatch(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?", written):
        return written.replace(",", "")
    whole, _, decimals = written.replace(",", ".").rpartition(".")
    return f"{whole.replace('.', '')}.{decimals}" if whole else decimals


def _compare(sentence: str, first: _Amount, second: _Amount) -> int:
    """Which way the result went between two neighbouring amounts; 0 where they are not compared."""
    gap, before = sentence[first.end : second.start], sentence[max(0, first.start - _REACH) : first.start]
    measures = list(_MEASURE.finditer(before))
    if len(gap) > _REACH or not measures or (first.unit and second.unit and first.unit != second.unit):
        return 0
    sign = _sign(measures[-1])
    other = _MEASURE.search(gap)
    change = sign * first.value - (_sign(other) if other else sign) * second.value
    if _FROM.search(before) and re.search(r"\bto\b", gap):
        change = -change
    elif not _COMPARED.search(gap):
        return 0
    return (change > 0) - (change < 0)


def _sign(measure: re.Match[str]) -> int:
    return -1 if measure["loss"] else 1
