"""Earlier levels in rows without a verb, "USDJPY 114.55, was 115.00 in NY", and levels that are of the kind told right before:
"Brent settled at $82.31. For US crude it was $78.50".

| row                                     | second level | counter-example                        |
|-----------------------------------------|--------------|----------------------------------------|
| "USDJPY 114.55, was 115.00 in NY"       | previous     | "USDJPY 114.55, was last at 115.00"    |
| "Brent $68.42 (was $69.10)"             | previous     | "Brent $68.42 ($69.10 at the high)"    |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from signals.extract.meaning.draft import Draft

_ROW = re.compile(r"(?: at|:|,)? [^\s\d]{0,4}")  # between a name and its level
_WAS = re.compile(
    r"%?(?:/\d+)?(?: a \w+| an ounce)?(?: \([^()\n]{1,20}\))?,? [(\[]?(?:was|were|had been|having been|prev\.?|previously)"
    r"(?: at)? [^\s\d]{0,4}"
)


def earlier_in_rows(text: str, drafts: Sequence[Draft]) -> None:
    """Makes earlier levels of those that a row tells behind its own."""
    for one, after in pairwise(drafts):
        first, second = one.level_token, after.level_token
        if first is None or second is None or one.subject is None or after.kind != "last" or one.kind not in ("last", "close"):
            continue
        if one.instrument != after.instrument or not one.subject.end <= first.start < first.end < second.start:
            continue
        if _ROW.fullmatch(text, one.subject.end, first.start) and _WAS.fullmatch(text, first.end, second.start):
            after.kind, after.move = "previous", None


_FOR_IT = re.compile(
    r"\W*(?:And |While )?(?:[Ff]or|[Ii]n the case of) (?:the )?[\w .&-]{2,30}?,? (?:(?:it|that)(?:['’]s| is| was)"
    r"|the (?:figure|price|number|mark) (?:is|was))(?: at)? [^\s\d]{0,4}"
)
_CARRIED = ("close", "open", "high", "low", "fixing")


def kinds_carried_on(text: str, drafts: Sequence[Draft]) -> None:
    """Gives a level the kind of the one in the sentence before where its own says no more than "for US crude it was"."""
    for one, after in pairwise(drafts):
        first, second = one.level_token, after.level_token
        if first is None or second is None or after.kind != "last" or one.kind not in _CARRIED:
            continue
        begin = after.frame.sentence
        same = one.mention.instrument_class == after.mention.instrument_class and one.instrument != after.instrument
        if not same or not first.end <= begin < second.start or "\n" in text[first.end : begin]:
            continue
        if _FOR_IT.fullmatch(text, begin, second.start):
            after.kind = one.kind
