"""Ranges whose ends stand on both sides of a dash with blanks.

| text                              | read as        | counter-example                    |
|-----------------------------------|----------------|------------------------------------|
| "Today's range 0.8880 – 0.8960"   | both ends      | "0.8880 – a low", "68.30 - 0.45"   |
"""

from __future__ import annotations

import re

from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_DASHES = (" – ", " - ", " — ")
_NAMED = re.compile(r"\b[Rr]anges?\b[^\n.\d]{0,30}\Z")
_NEAR, _WIDEST = 40, 1.5  # characters behind the word; times that the upper end is the lower


def join_ranges(text: str, numbers: list[Token]) -> None:
    """Makes one number of the ends of a range."""
    if "ange" not in text or not holds_any(text, _DASHES):
        return
    for place in range(len(numbers) - 1, 0, -1):
        low, high = numbers[place - 1].number, numbers[place].number
        start, end = numbers[place - 1].end, numbers[place].start
        if low is None or high is None or text[start:end] not in _DASHES or low.decimals != high.decimals or not low.decimals:
            continue
        if high.cents and low.unit is None:
            low.count_hundredths(high.unit)  # "60.70 – 61.40 US cents"
        alike = low.unit in (None, high.unit) or high.unit is None
        named = _NAMED.search(text, max(numbers[place - 1].start - _NEAR, 0), numbers[place - 1].start)
        if alike and low.value < high.value < _WIDEST * low.value and named is not None:
            low.alternative, low.unit, numbers[place - 1].end = high.value, low.unit or high.unit, numbers[place].end
            del numbers[place]
