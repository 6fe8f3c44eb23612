"""Where a price leapt to at the beginning of a day is a level that it may only have passed: the rest of the report tells.

| text                                                                        | "71.95" | counter-example                     |
|-----------------------------------------------------------------------------|---------|-------------------------------------|
| "Brent leapt 19.5% to $71.95 in early trading. At 0915 it was at $66.11"    | high    | "At 0915 it was at $72.40"          |
| "Crude crashed 30% to $31.02 within minutes of the open. It was last $33.10" | low    | "fell 2% to $31.02 in early deals"  |
"""

from __future__ import annotations

from signals.extract.grammar.sentence import Sentence, words
from signals.extract.text.folding import lower
from signals.extract.text.tokens import Token
from signals.extract.text.words import vocabulary

_STRONG = 2
_AHEAD = 50  # characters behind a level in which words for the beginning of a day stand
_LEADING = frozenset(("when", "after", "as"))  # conjunctions behind which the day begins
_EARLY = ("early ", "opening ", "first hour")
_MOMENTS, _LIMITS = frozenset(("seconds", "minutes", "moments", "hour", "hours")), frozenset(("within", "first", "opening"))


def leapt_early(s: Sentence, said: Token | None, size: Token | None, level: Token) -> bool:
    """Whether a strong word of motion with a size led to a level at the beginning of a day."""
    if said is None or size is None:
        return False
    word = vocabulary().get(lower(s.text[said.start : said.end]))
    if word is None or word.strength < _STRONG:
        return False
    stop = next((t.start for t in s.tokens[level.place + 1 :] if t.kind == "bound" and t.value not in _LEADING), None)
    stop = min(stop, level.end + _AHEAD) if stop is not None else level.end + _AHEAD
    opens = any(_opens(s, t, level) for t in s.tokens if t.start < stop)
    return opens or _within_moments(s.text[level.end : stop].partition(". ")[0].lower())


def _opens(s: Sentence, token: Token, level: Token) -> bool:
    """Whether a token tells of the first hours of a day: "in early trading", "when the market opened", "at the opening"."""
    written = s.written(token)
    if token.kind == "time" or written == "trading":
        return written.startswith(_EARLY) or "early" in s.gap(token.place).lower()
    if token.kind != "state" or token.form != "open":
        return False
    led = any(t.value in _LEADING for t in s.tokens[max(token.place - 2, 0) : token.place])
    return token.place > level.place or led or written.startswith("at ")


def _within_moments(behind: str) -> bool:
    """ "Within minutes of the open", "in the first few seconds", "in early Asian business"."""
    said = set(words(behind))
    return "early" in said or (not said.isdisjoint(_MOMENTS) and not said.isdisjoint(_LIMITS))
