"""One automaton pass finds every name, grammar word and number word of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import ahocorasick_rs

from signals.extract.text import numerals
from signals.extract.text.folding import lower
from signals.extract.text.phrases import described, nouns, of_nation
from signals.extract.text.tokens import Token
from signals.extract.text.words import Word, vocabulary

Written = Callable[[], date | None]
Linker = Callable[[str, list[tuple[int, int, Any]], Written], list[Token]]
Hit = tuple[int, int, int]  # the number of a pattern, and its place


_WORDS_BEHIND = 3  # that a phrase behind one that was none may take in
_LONGEST_WORD = 30
_FIRST, _LAST, _SPACED = 1, 2, 4  # whether a pattern begins and ends with a word, and whether it has several
_WIDENED = ("fx", "close")  # forms of words that "of" may widen
_GRADED = ("direction", "modal", "prep")
PROPER = ("May", "Will", "March", "Zoom", "IT")
_SIZED = re.compile(
    r" (?:(?:by|to|another|a|an|further|as|much|about|around|some|nearly|almost|over|more|than|just|up|its"
    r"|only|barely|roughly|mere|modest|meagre|paltry|measly|respectable|whopping|hefty|healthy|tidy) ){0,4}"
    r"(?:US\$|[$€£¥+]|Rs\.? ?)?(?:\d|(?:half|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_OF_TRADING = re.compile(
    r" of (?:the )?(?:[\w-]+ ){0,2}?(?:trading|trade|business|dealing|dealings|play|session)\b(?: (?:in|on) (?:the )?[A-Z]\w+)?"
)


class Search:
    """Aliases and vocabulary in one automaton.

    ``aliases`` maps a lower-case spelling to whatever ``linker`` understands; ``linker(text, hits, written)`` turns the
    alias hits of a text into instrument tokens, dropping those that context does not support.
    """

    def __init__(self, aliases: dict[str, Any], linker: Linker) -> None:
        self._linker = linker
        words = {text: word for text, word in vocabulary().items() if word.kind not in ("word", "noun")}
        numbers = [
            text for text, (_, role) in numerals.numerals().items() if text != "oh" and (role != "scale" or text == "hundred")
        ]
        self._second = {text: word for text, word in words.items() if text in aliases}
        meanings: dict[str, tuple[str, Any, str]] = {noun: ("noun", noun, form) for noun, form in nouns().items()}
        meanings |= {text: (word.kind, _value(word), word.form) for text, word in words.items()}
        meanings |= dict.fromkeys(numbers, ("numeral", None, ""))
        meanings |= {text: ("alias", meaning, "") for text, meaning in aliases.items()}
        self._places = {pattern: place for place, pattern in enumerate(meanings)}
        self._edges = bytes(_edges(pattern) for pattern in meanings)  # small, for it is read at every hit
        self._meanings = [(*meaning, nouns().get(pattern)) for pattern, meaning in meanings.items()]
        self._hidden = _hidden(aliases, self._places)
        self._automaton = ahocorasick_rs.AhoCorasick(list(meanings), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def __call__(self, text: str, written: Written) -> tuple[list[Token], list[Token], list[int]]:
        """Word tokens, instrument tokens, and the places where a number in words may start, of a text of the day that
        ``written`` gives.
        """
        words: list[Token] = []
        names: list[tuple[int, int, Any]] = []
        starts: list[int] = []
        low, meanings = lower(text), self._meanings
        compares = "-than-" in low
        for place, start, end in self._hits(low):
            kind, value, form, noun = meanings[place]
            if kind == "alias":
                names.append((start, end, value))
            elif kind == "numeral":
                starts.append(start)
            elif kind == "compound":
                continue  # "a trading house": the words in it say nothing
            elif noun is not None and (phrase := described(low, start, end, noun)) is not None:
                words.append(phrase)
            elif kind == "noun" or (compares and kind in _GRADED and _compares(low, start, end)):
                continue
            elif form.startswith("sized"):
                if _SIZED.match(text, end) is not None:  # "gold erupts 8% to $1,358", but no volcano
                    words.append(Token(kind, start, end, value, form.partition(" ")[2] or "verb"))
            elif text[start] not in "IMWZ" or text[start:end] not in PROPER:  # "May silver" is a month, "IT stocks" are a kind
                reach = _reach(text, low, end, kind, form) if form in _WIDENED else end
                words.append(Token(kind, start, reach, value, form))
        linked = self._linker(text, names, written)
        return [*words, *self._unlinked(names, linked)], linked, starts

    def _unlinked(self, names: list[tuple[int, int, Any]], linked: list[Token]) -> Iterator[Token]:
        """Words of the grammar that are names as well ("Next", "Target") and were not linked as such."""
        taken = {token.start for token in linked}
        for start, end, aliases in names:
            word = self._second.get(aliases[0].text.lower())
            if word is not None and start not in taken:
                yield Token(word.kind, start, end, _value(word), word.form)

    def _hits(self, text: str) -> list[Hit]:
        """The hits at word boundaries. Where the longest one ends inside a word, shorter ones at the same place are tried."""
        resume = 0
        found: list[Hit] = []
        edges, framed = self._edges, f"\n{text}\n"  # so that each hit has a character before and after it
        for hit in self._automaton.find_matches_as_indexes(text):
            index, start, end = hit
            if start < resume:
                continue
            edge = edges[index]
            if edge & _FIRST and framed[start].isalnum():
                for behind in self._behind(text, max(resume, start), end) if edge & _SPACED else ():
                    found.append(behind)  # "high" in "Friday's high", which hides "day's high"
                    resume = behind[2]
                continue
            if not edge & _LAST or not framed[end + 1].isalnum():
                found.append(self._named(text, hit) if index in self._hidden else hit)
                resume = found[-1][2]
            elif edge & _SPACED:
                if (shorter := self._shorter(text, start, end)) is not None:
                    found.append(shorter)
                    resume = shorter[2]
                for behind in self._behind(text, max(resume, start), end):
                    found.append(behind)
                    resume = behind[2]
        return found

    def _named(self, text: str, hit: Hit) -> Hit:
        """The name that begins with the last word of a phrase, "the Bank Nifty"; else the phrase, "the bank"."""
        place, start, end = hit
        start = text.rfind(" ", start, end) + 1
        for name in self._hidden[place]:
            stop = start + len(name)
            if text.startswith(name, start) and not text[stop : stop + 1].isalnum():
                return self._places[name], start, stop
        return hit

    def _behind(self, text: str, start: int, end: int) -> Iterator[Hit]:
        """Hits that a phrase hid which ends inside a word: "shed" behind "had she"."""
        begin = text.find(" ", start, end) + 1
        stop = end
        for _ in range(_WORDS_BEHIND):
            stop = text.find(" ", stop + 1) if stop >= 0 else stop
        stretch = text[begin : stop if stop >= 0 else end + _LONGEST_WORD] if begin else ""
        for place, first, last in self._hits(stretch):
            if begin + first < end:
                yield place, begin + first, begin + last

    def _shorter(self, text: str, start: int, end: int) -> Hit | None:
        """The longest pattern of whole words that begins a stretch of text."""
        while (end := text.rfind(" ", start, end)) > start:
            shorter = self._places.get(text[start:end])
            if shorter is not None:
                return shorter, start, end
        return None


def _hidden(aliases: dict[str, Any], places: dict[str, int]) -> dict[int, list[str]]:
    """By phrases, "the bank": the names that begin with their last word, which they would hide, the longest first."""
    found: dict[int, list[str]] = {}
    for name in sorted(aliases, key=len, reverse=True):
        phrase = places.get(f"the {name.partition(' ')[0]}") if " " in name else None
        alias = aliases[name][0]
        if phrase is not None and alias.text[0].isupper():
            found.setdefault(phrase, []).append(name)
    return found


def _reach(text: str, low: str, end: int, kind: str, form: str) -> int:
    """Where a word ends with what it is said to be of: a nation's currency, the close "of open-outcry trading"."""
    if not low.startswith(" of ", end):
        return end
    if form == "fx":
        return of_nation(text, end)
    traded = _OF_TRADING.match(text, end) if kind == "state" else None
    return traded.end() if traded is not None else end


def _edges(pattern: str) -> int:
    return _FIRST * pattern[0].isalnum() + _LAST * pattern[-1].isalnum() + _SPACED * (" " in pattern)


def _compares(low: str, start: int, end: int) -> bool:
    """ "A larger-than-expected 50 basis points": whether a word is a part of what only compares with a forecast."""
    return "-than-" in low[max(start - 6, 0) : end + 6]


def _value(word: Word) -> int | str:
    return word.sign if word.kind in ("direction", "list") else word.text
