"""Levels that held before some news, and moves that are measured from them."""

from __future__ import annotations

import re

from signals.extract.text.folding import holds_any
from signals.extract.times.figures import Figures
from signals.extract.times.scope import Scope

_NEWS = (
    r"(?:announcement|decision|news|statement|reports?|data|release|results?|vote|verdict|ruling|meeting|speech|figures|numbers"
    r"|auction|intervention|outcome|attacks?|elections?|referendum|ballot|invasion|halving|outbreak|bankruptcy)"
)
BEFORE_NEWS = rf"(?:[Bb]efore|[Aa]head of) (?:the|its|this|that)(?: (?!week|month|year)[\w'’]+){{0,4}} {_NEWS}\b"
_NO_PERIOD = r"(?!(?:day|week|month|year|session)\b)"  # "3.1 a day before," names no news
_NEWS_AHEAD = re.compile(
    rf"(?: (?:to|against|per|an?) (?:the |an? )?{_NO_PERIOD}[\w-]+)?(?: (?:just|right|shortly|immediately|moments|seconds"
    rf"|(?:a )?minutes?|an? {_NO_PERIOD}\w+|in the (?:last|final) (?:few )?(?:seconds|minutes?|hours?)))? "
    rf"(?:{BEFORE_NEWS}|before(?=[,.;)]|\Z))"
)
_FRONTED = re.compile(
    rf"[\s;:,.\"“”'’]*(?:(?:and|but|just|right|shortly|immediately|moments|minutes|seconds|in the minutes) )?{BEFORE_NEWS}"
    r",? (?:it|they|the|one|a|an|[a-z]+ [a-z]+) (?:[a-z]+ ){0,3}?(?:was|were|had|stood|traded|cost|bought|fetched)\b",
    re.IGNORECASE,
)
_AHEAD = ("before", "ahead of")
_FROM = re.compile(
    r" (?:from|on) (?:about |around )?(?:[A-Z]{0,3}[$€£¥] ?)?\d[\d.,]*\d%?(?: (?:cents|yen|percent|per cent|pence))?"
)


def before_news(text: str, end: int) -> bool:
    """Whether words behind a level say that it held before some news: "17.05 to the dollar before the announcement"."""
    return holds_any(text[end : end + 50], _AHEAD) and _NEWS_AHEAD.match(text, end) is not None


def held_before_news(scope: Scope, figures: Figures) -> bool:
    """The same, or whether its clause opens so: "Just before the announcement it was quoted at 9.52"."""
    number, clauses = scope.clause(figures.first[0])
    return _FRONTED.match(scope.text, clauses[number].start) is not None or before_news(scope.text, figures.first[1])


def from_before_news(text: str, end: int) -> bool:
    """Whether a direction goes on to a level that held before some news: "up [from 9.4890 just before the statement]"."""
    level = _FROM.match(text, end) if holds_any(text[end : end + 80], _AHEAD) else None
    return level is not None and before_news(text, level.end())
