"""Levels that held before some news, and moves that are measured from them."""

from __future__ import annotations

import re

from signals.extract.text.folding import holds_any
from signals.extract.times.figures import Figures
from signals.extract.times.scope import Scope

_ANNOUNCED = (
    r"(?:announcement|decision|news|statement|reports?|data|release|results?|vote|verdict|ruling|meeting|speech|figures|numbers"
    r"|auction|intervention|outcome|remarks|comments|tweet|bulletin"
    r"|notice|publication|disclosure|warning|press conference|testimony|minutes|filing)"
)
_HAPPENED = r"(?:attacks?|elections?|referendum|ballot|invasion|halving|outbreak|bankruptcy)"  # that moves follow for weeks
NEWS = rf"(?:{_ANNOUNCED}|{_HAPPENED})"
_INTO = r"(?:going|heading|headed|coming|went) in(?:to)?"
BEFORE_NEWS = (
    rf"(?:(?:[Bb]efore|[Aa]head of|[Pp]rior to|{_INTO}) (?:the|its|this|that|today['’]s)"
    rf"(?: (?!week|month|year)[\w'’]+){{0,4}} (?:{NEWS}|headlines?)\b"
    rf"|{_INTO} (?:it|them|that)\b)"
)
_HOURS = (
    r"(?:[\w'’]+ )?(?:open\w*|bell|start|markets?|noon|midday|lunch\w*|dawn|breakfast|tax|fees|costs|clos\w+|end|session"
    r"|trad\w+|dividends?|long|now|then|half|quarter|five|ten|twenty|one|two|three|four|six|seven|eight|nine|eleven|twelve)\b"
)
_NO_PERIOD = r"(?!(?:day|week|month|year|session)\b)"  # "3.1 a day before," names no news
_NEWS_AHEAD = re.compile(
    rf"(?: (?:to|against|per|an?) (?:the |an? )?{_NO_PERIOD}[\w-]+)?(?: (?:just|right|shortly|immediately|moments|seconds"
    rf"|(?:a )?minutes?|an? {_NO_PERIOD}\w+|in the (?:last|final) (?:few )?(?:seconds|minutes?|hours?)))? "
    rf"(?:{BEFORE_NEWS}|before(?=[,.;)]|\Z)|beforehand\b)"
)
# "Before governor Lesetja Kganyago walked up to the lectern the rand stood at": no "before the open", "before noon".
_FRONTED = re.compile(
    r"[\s;:,.\"“”'’]*(?:(?:and|but|just|right|shortly|immediately|moments|(?:\w+ )?minutes?|seconds|an? (?:hour|minute|day)"
    r"|in the (?:minutes|hours|moments)|a moment) )*"
    rf"(?:(?:before|ahead of|prior to|until|{_INTO}) (?!(?:the |an? )?{_HOURS})[^.,;:\d]{{3,80}}?"
    rf"|{BEFORE_NEWS}[^,.;\d]{{0,35}}?(?: at \d\d?[.:]\d\d)?),? "
    r"(?:it|they|(?:the|one|an?) [\w&.’' -]{1,40}?|[\w&-]+(?: [\w&-]+){0,3}?) (?:[a-z]+ ){0,2}?"
    r"(?:was|were|had|stood|traded|cost|bought|fetched)\b[^\d.,;:]{0,30}\Z",
    re.IGNORECASE,
)
_COMMAS, _FAR = 3, 200  # clauses and characters of a sentence before a level that may tell what it held before
_AHEAD = ("before", "ahead of", "prior to", "ing into", "went into")
_FROM = re.compile(
    r"(?: (?:to|by|at) (?:[^.;:()\n]|\.\d){1,60}?,?)? (?:from|on|versus|vs\.?|against|compared with|compared to)"
    r" (?:about |around )?"
    r"(?:(?:[A-Z]{2,3}|[A-Z]{0,3}[$€£¥]) ?)?\d[\d.,]*\d%?(?: (?:cents|yen|percent|per cent|pence))?"
)


_QUICK = (
    r"(?:within (?:a few |an? |half an |the )?(?:minutes?|seconds|moments|hour) of"
    r"|(?:minutes|moments|seconds|shortly|right|immediately|soon|just) (?:after|following)"
    r"|in the (?:first |few )*(?:minutes|seconds|moments|hour) (?:after|following|that followed))"
)
_OF = r" (?:the|this|that|its|his|her|an?)(?: (?!open|bell|start)[\w'’-]+){0,4}? "
_OF_NEWS, _OF_WORD = f"(?:{_OF}{NEWS})", f"(?:{_OF}{_ANNOUNCED})"
_AT_ONCE = re.compile(
    rf"[^.;:()\n]{{0,40}}?\b(?:{_QUICK}{_OF_NEWS}|within (?:minutes|seconds|moments)(?! of)"
    r"|(?:minutes|moments|shortly|right) after (?:the|its)(?! (?:open|bell|start)))\b"
)
_UPON = re.compile(rf"[^.;:()\n]{{0,40}}?\b(?:(?:on|after|following){_OF_WORD}|after (?:it|that)(?=[.,;)]|\Z))\b")
_HEAD = r"[\s\"“”'’]*"
_LED_AT_ONCE = re.compile(rf"{_HEAD}{_QUICK}{_OF_NEWS}\b", re.IGNORECASE)
_LED_UPON = re.compile(
    rf"{_HEAD}(?:(?:on|after|following){_OF_WORD}|when the [\w-]+ (?:[\w-]+ )?(?:came|was out|broke|flashed)\b)", re.IGNORECASE
)
_QUICK_CUES = ("within ", "after ", "follow")
_CUES = (*_QUICK_CUES, "on ")
_LEADS = ("within ", " after ", "following ", " followed", "on the ", "when the ", "after the ", "in the ")
_NEAR = 90  # characters behind a move or before it in which the news may be told


def on_news(text: str, start: int, end: int, *, sized: bool) -> bool:
    """Whether words behind a move say that it came at once on some news. One ``sized`` in percent is that of the day where they
    only say what it followed.
    """
    near = min(end, start + _NEAR)
    if not holds_any(text[start:near], _QUICK_CUES if sized else _CUES):
        return False
    return _AT_ONCE.match(text, start, near) is not None or (not sized and _UPON.match(text, start, near) is not None)


def led_by_news(text: str, start: int, end: int, *, sized: bool) -> bool:
    """The same of the words that open the sentence of a move: "Within a minute of the verdict the rand leapt to 17.42"."""
    if end - start > _NEAR or not holds_any(text[start:end].lower(), _LEADS):
        return False
    return _LED_AT_ONCE.match(text, start, end) is not None or (not sized and _LED_UPON.match(text, start, end) is not None)


def before_news(text: str, end: int) -> bool:
    """Whether words behind a level say that it held before some news: "17.05 to the dollar before the announcement"."""
    return holds_any(text[end : end + 50], _AHEAD) and _NEWS_AHEAD.match(text, end) is not None


def held_before_news(scope: Scope, figures: Figures) -> bool:
    """The same, or whether its clause or its sentence opens so: "Just before the announcement it was quoted at 9.52"."""
    place = figures.first[0]
    if before_news(scope.text, figures.first[1]):
        return True
    number, clauses = scope.clause(place)
    starts = {clauses[number].start, clauses[0].start} if number < _COMMAS else {clauses[number].start}
    return any(_FRONTED.match(scope.text, start, place) for start in starts if place - start < _FAR)


def from_before_news(text: str, end: int) -> bool:
    """Whether a direction goes on to a level that held before some news: "up [from 9.4890 just before the statement]"."""
    level = _FROM.match(text, end) if holds_any(text[end : end + 120], _AHEAD) else None
    return level is not None and before_news(text, level.end())
