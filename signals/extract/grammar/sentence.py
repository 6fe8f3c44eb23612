"""The sentence under the grammar: its tokens in order, and what stands in the gaps between them."""

from __future__ import annotations

import re
from functools import cache

from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import any_of, vocabulary_of

# What a gap holds: nothing or marks only, function words and adverbs, head nouns and symbols, words that we do not know.
NOTHING, FUNCTION, HEADS, FOREIGN = range(4)

_WORD = re.compile(r"[A-Za-z][\w'’.=-]*[\w'’]|[A-Za-z]|\.[A-Z]\w+")
_BRACKETED = re.compile(r"\([A-Z][A-Za-z0-9:. =-]{0,16}\)")  # "(FITB)", "(NYSE: MI)" after a name says nothing new
# "A dizzying 60 percent", "an eye-watering 8%", "a still high 4%": what a number is like.
_DESCRIBED = re.compile(r" an? (?:[a-z]+ )?[a-z-]*(?:ing|ed|ble|ish|ous|al|ic|ive|ful|y|est|er|less|ent|ant|high|low|full) ")
_OF_A_KIND = re.compile(r" an? (?:(?:more|less|still|very|rather|fairly|relatively|somewhat|mere) )?[a-z-]+ ")
# "On China's Dalian exchange", "on the Paris-based exchange": where something is traded.
_TRADED_ON = re.compile(
    r"(?: the)?(?: [A-Z][\w'’.]+(?:-based)?){1,4}(?: (?:commodity|commodities|derivatives|futures|metals?|mercantile|bullion))?"
    r" (?:exchange|bourse|market) "
)
_PERFECT = (" has ", " have ", " had ", " was ", " were ", " is ", " are ")
_REMEMBERED = 200_000  # gaps kept with their class; most of them recur
_SHORT = 120  # characters: longer gaps are not kept


@cache
def _known(form: str) -> frozenset[str]:
    return vocabulary_of("word", form)


_classes: dict[str, int] = {}


def gap_class(gap: str) -> int:
    """What the text between two tokens holds, as one of the classes above.

    >>> [gap_class(g) for g in (" ", " has since ", " crude futures .DJI ", " miners of ")]
    [0, 1, 2, 3]
    """
    found = _classes.get(gap)
    if found is None:
        found = _classify(gap)
        if len(gap) <= _SHORT:
            if len(_classes) >= _REMEMBERED:
                _classes.clear()
            _classes[gap] = found
    return found


def words(gap: str) -> list[str]:
    """The words of a gap in order, symbols in brackets left out."""
    if gap == " ":
        return []
    return _WORD.findall(_BRACKETED.sub(" ", gap) if "(" in gap else gap)


def one_phrase(gap: str) -> bool:
    """Whether a gap between a preposition and a name holds one noun phrase: no determiner but at its start, and few words."""
    found = gap.lower().split()
    return len(found) <= 4 and not any(w in ("the", "its", "their") for w in found[1:])


@cache
def _adverbials() -> re.Pattern[str]:
    """Phrases that say nothing of their own: "in turn", "for its part"."""
    return re.compile(rf"\b{any_of(vocabulary_of('compound', 'adverbial'))}\b", re.IGNORECASE)


def _classify(gap: str) -> int:
    worst = NOTHING
    for word in words(_adverbials().sub(" ", gap)):
        worst = max(worst, _word_class(word))
        if worst == FOREIGN:
            break
    return worst


def _word_class(word: str) -> int:
    low = word.lower().replace("’", "'")
    if low in _known("function") or (low.endswith("ly") and "'" not in low) or low in ("s", "'s") or "-than-" in low:
        return FUNCTION  # "by a larger-than-expected 50 basis points"
    if low.endswith("-month"):
        return HEADS  # "third-month", "spot-month"
    symbol = word[0] == "." or (len(word) > 1 and word.isupper()) or any(c.isdigit() for c in word)
    return HEADS if symbol or low in _known("head") else FOREIGN


class Sentence:
    """Tokens of one sentence in order, over the text of the item.

    ``gaps[i]`` is the class of what stands before token i; ``hedges[i]`` the "about" or "more than" right before it, which
    is no token of its own.
    """

    __slots__ = ("end", "gaps", "hedges", "start", "text", "tokens")

    def __init__(self, text: str, tokens: list[Token], start: int | None = None) -> None:
        self.text = text
        self.start = position = tokens[0].start if start is None else start
        self.end = tokens[-1].end
        self.hedges: dict[int, Token] = {}
        kept: list[Token] = []
        gaps: list[int] = []
        worst = NOTHING
        for token in tokens:
            gap = text[position : token.start]
            found = _classes.get(gap)
            if found is None:
                found = gap_class(gap)
            if found > worst:
                worst = found
            position = token.end
            number = token.number
            if token.value == "then" and kept and _is_adverb(kept[-1], gap, worst):
                continue
            if token.form == "around":
                if token.value == "better than" and kept and kept[-1].number is not None and worst == NOTHING:
                    token.kind, token.form, token.value = "direction", "adjective", 1  # "9c better than before"
                if token.kind == "prep":
                    self.hedges[len(kept)] = token
                    continue
            if number is not None:
                if _counts(number):
                    worst = max(worst, HEADS)
                    continue
                if worst == FOREIGN and kept and _is_described(kept[-1], number, gap):
                    worst = FUNCTION
            elif worst == FOREIGN and kept and kept[-1].form == "on" and _TRADED_ON.fullmatch(gap):
                worst = HEADS
            token.place = len(kept)
            kept.append(token)
            gaps.append(worst)
            worst = NOTHING
        gaps.append(FOREIGN)
        self.tokens, self.gaps = kept, gaps

    def gap(self, index: int) -> str:
        """The text before a token, back to its left neighbour or the start of the sentence."""
        return self.text[self.tokens[index - 1].end if index else self.start : self.tokens[index].start]

    def at(self, index: int) -> Token | None:
        """The token at a place, None outside the sentence."""
        try:
            return self.tokens[index] if index >= 0 else None
        except IndexError:
            return None

    def near(self, index: int, worst: int = FUNCTION) -> Token | None:
        """The token left of ``index``, if nothing worse than ``worst`` stands between them."""
        return self.tokens[index - 1] if index > 0 and self.gaps[index] <= worst else None

    def next(self, index: int, worst: int = FUNCTION) -> Token | None:
        """The token right of ``index``, if nothing worse than ``worst`` stands between them."""
        try:
            return self.tokens[index + 1] if self.gaps[index + 1] <= worst else None
        except IndexError:
            return None

    def written(self, token: Token) -> str:
        """A token's characters in lower case."""
        return self.text[token.start : token.end].lower()


def _is_described(before: Token, number: Number, gap: str) -> bool:
    """ "To a dizzying 60 percent", "gained a more sober 2.4%": whether a gap only says what a number is like."""
    if number.unit in ("bp", "pp") and (before.form == "by" or _is_rate(before)):
        return _OF_A_KIND.fullmatch(gap) is not None
    if number.unit == "percent" and (before.kind == "direction" or before.form == "by"):
        return _OF_A_KIND.fullmatch(gap) is not None
    return before.kind == "prep" and _DESCRIBED.fullmatch(gap) is not None


def _is_rate(token: Token) -> bool:
    return token.kind == "instrument" and bool(token.value.instrument_class == "policy rate")


def _is_adverb(before: Token, gap: str, worst: int) -> bool:
    """ "The DAX then rose", "oil shares then fell", "which had then fallen": whether "then" stands behind a subject."""
    named = before.kind in ("instrument", "ref") or before.value in ("which", "who")
    return named or worst > FUNCTION or gap.endswith(_PERFECT)


def _counts(number: Number) -> bool:
    """ "One dollar bought": a number in words without a unit is an article."""
    return number.ignored == "count in words" and number.unit is None
