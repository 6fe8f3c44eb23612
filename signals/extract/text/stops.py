"""Full stops that end an abbreviation and a sentence at once: "at 5 p.m. It was quoted"."""

from __future__ import annotations

import re

_ENDING = frozenset({"a.m", "p.m", "U.S", "U.K", "Inc", "Corp", "Co", "Ltd"})
_OPENER = re.compile(
    r" (?:The|It|Its|They|This|That|In|On|At|But|By|For|After|Among|Earlier|Meanwhile|Shares|Stocks|Gold|Oil) [a-zA-Z]"
)
_HOUR = ("a.m", "p.m")
_TOLD = re.compile(
    r"[A-Z][^;\n]*? (?:was|were|is|are|has|had|came|fell|rose|stood|slid|sank|lost|held|sold|bought|[a-z]{3,}ed)"
    r" (?:[^;\n]*[^;,\n] )?(?:at|by|around|about|of|before|after|since|until) \d[\d:.]* ?\Z"
)
_FAR = 160  # characters of a sentence before its hour

# What opens a sentence behind an hour: a name and a word that no name of a zone, a place or a day has behind it.
_AFTER_HOUR = re.compile(
    r" (?!(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Eastern|Central|Pacific|Mountain|Local|[A-Z]{1,4}T|UTC|MSK|WIB)\b)"
    r"(?:[A-Z][\w&'’-]+ ){1,3}"
    r"(?!(?:time|on|in|at|to|and|or|as|after|before|when|where|while|from|against|versus|compared|close|closing|trading|fixing)\b)"
    r"[a-z]"
)


def ends_both(text: str, stop: int) -> bool:
    """Whether what follows the full stop of an abbreviation can only open a sentence.

    >>> [ends_both("at 5 p.m. It rose", 8), ends_both("at 5 p.m. Tokyo time", 8), ends_both("St. The", 2)]
    [True, False, False]
    >>> [ends_both("A record? No. Brent", 12), ends_both("No. 2 oil", 2)]
    [True, False]
    """
    near = text[max(stop - 5, 0) : stop]
    word = near[near.rfind(" ") + 1 :]
    if word == "No":
        return not text[stop + 1 : stop + 3].strip()[:1].isdigit()  # "Is it? No. Brent rose", but "No. 2 oil"
    if word not in _ENDING:
        return False
    return _OPENER.match(text, stop + 1) is not None or (word in _HOUR and _tells_anew(text, stop))


def _tells_anew(text: str, stop: int) -> bool:
    """ "Trading was halted at 9:34 a.m. Exxon Mobil is down 10%": a whole statement before the hour, another behind it."""
    if _AFTER_HOUR.match(text, stop + 1) is None:
        return False
    begin = max(text.rfind("\n", 0, stop), text.rfind(". ", 0, stop - 3), stop - _FAR) + 1
    return _TOLD.search(text[begin : stop - 3]) is not None
