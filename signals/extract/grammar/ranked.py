"""Ranks that tell which way a size behind "with" went.

| text                                    | sign | counter-example                    |
|-----------------------------------------|------|------------------------------------|
| "Shell was the top riser with 3.9%"     | +1   | "the top lender with 3.9%"         |
| "Shell led the losers with 3.9%"        | -1   | "led the market with a 3.9% share" |
"""

from __future__ import annotations

import re

from signals.extract.grammar.sentence import Sentence

_REACH = 80  # characters in front of "with" among which the rank stands
_UP = (
    r"risers?|gainers?|winners?|climbers?|advancers?|outperformers?|(?:best|top|strongest)[ -]perform(?:ers?|ing(?: \w+)?)"
    r"|(?:best|strongest)(?: of [^,.;]{3,30})?|(?:led|leads|leading) the (?:way|rally|rise|advance|gains)|at the top|standout"
)
_DOWN = (
    r"losers?|fallers?|decliners?|laggards?|underperformers?|(?:worst|weakest)[ -]perform(?:ers?|ing(?: \w+)?)"
    r"|(?:worst|weakest)(?: of [^,.;]{3,30})?|(?:led|leads|leading) the (?:decline|fall|losses|slide|retreat|sell-?off)"
    r"|at the bottom|wooden spoon|brought up the rear|tail-?ender"
)
_RANK = re.compile(rf"\b(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?: (?:of|in|on|among|at) (?:the )?[^,.;\d]{{3,40}})? \Z")


def sign_of_rank(s: Sentence, place: int) -> int:
    """The sign of a size behind the "with" at ``place``: that of the rank right before it, 0 where none stands there."""
    start = s.tokens[place].start
    found = _RANK.search(s.text, max(start - _REACH, s.start), start)
    return 0 if found is None else 1 if found["up"] else -1
