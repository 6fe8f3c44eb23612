"""Full stops that end an abbreviation and a sentence at once: "at 5 p.m. It was quoted"."""

from __future__ import annotations

import re

_ENDING = frozenset({"a.m", "p.m", "U.S", "U.K", "Inc", "Corp", "Co", "Ltd"})
_OPENER = re.compile(
    r" (?:The|It|Its|They|This|That|In|On|At|But|By|For|After|Among|Earlier|Meanwhile|Shares|Stocks|Gold|Oil) [a-zA-Z]"
)


def ends_both(text: str, stop: int) -> bool:
    """Whether what follows the full stop of an abbreviation can only open a sentence.

    >>> [ends_both("at 5 p.m. It rose", 8), ends_both("at 5 p.m. Tokyo time", 8), ends_both("St. The", 2)]
    [True, False, False]
    """
    near = text[max(stop - 5, 0) : stop]
    return near[near.rfind(" ") + 1 :] in _ENDING and _OPENER.match(text, stop + 1) is not None
