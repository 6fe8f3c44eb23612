"""One automaton pass finds every name, grammar word and number word of a text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any

import ahocorasick_rs

from signals.extract.text import numerals
from signals.extract.text.folding import lower
from signals.extract.text.phrases import described, nouns, of_nation
from signals.extract.text.tokens import Token
from signals.extract.text.words import Word, vocabulary

Linker = Callable[[str, list[tuple[int, int, Any]]], list[Token]]


_WORDS_BEHIND = 3  # that a phrase behind one that was none may take in
_LONGEST_WORD = 30
_GRADED = ("direction", "modal", "prep")
PROPER = ("May", "Will", "March")
_SIZED = re.compile(
    r" (?:(?:by|to|another|a|an|further|as|much|about|around|some|nearly|almost|over|more|than|just|up|its) ){0,4}"
    r"(?:US\$|[$€£¥+]|Rs\.? ?)?(?:\d|(?:half|one|two|three|four|five|six|seven|eight|nine|ten)\b)"
)


class Search:
    """Aliases and vocabulary in one automaton.

    ``aliases`` maps a lower-case spelling to whatever ``linker`` understands; ``linker(text, hits)`` turns the alias hits of
    a text
    into instrument tokens, dropping those that context does not support.
    """

    def __init__(self, aliases: dict[str, Any], linker: Linker) -> None:
        self._linker = linker
        words = {text: word for text, word in vocabulary().items() if word.kind not in ("word", "noun")}
        numbers = [
            text for text, (_, role) in numerals.numerals().items() if text != "oh" and (role != "scale" or text == "hundred")
        ]
        self._nouns = nouns()
        self._second = {text: word for text, word in words.items() if text in aliases}
        meanings: dict[str, tuple[str, Any, str]] = {noun: ("noun", noun, form) for noun, form in nouns().items()}
        meanings |= {text: (word.kind, _value(word), word.form) for text, word in words.items()}
        meanings |= dict.fromkeys(numbers, ("numeral", None, ""))
        meanings |= {text: ("alias", meaning, "") for text, meaning in aliases.items()}
        self._places = {pattern: place for place, pattern in enumerate(meanings)}
        # Of each pattern: whether it begins and ends with a word, whether it has several, and what it means.
        self._patterns = [
            (pattern[0].isalnum(), pattern[-1].isalnum(), " " in pattern, *meaning) for pattern, meaning in meanings.items()
        ]
        self._automaton = ahocorasick_rs.AhoCorasick(list(meanings), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)

    def __call__(self, text: str) -> tuple[list[Token], list[Token], list[int]]:
        """Word tokens, instrument tokens, and the places where a number in words may start."""
        words: list[Token] = []
        names: list[tuple[int, int, Any]] = []
        starts: list[int] = []
        low = lower(text)
        for kind, start, end, value, form in self._hits(low):
            if kind == "alias":
                names.append((start, end, value))
            elif kind == "numeral":
                starts.append(start)
            elif kind == "compound":
                continue  # "a trading house": the words in it say nothing
            elif (noun := self._nouns.get(low[start:end])) is not None and (
                phrase := described(low, start, end, noun)
            ) is not None:
                words.append(phrase)
            elif kind == "noun" or (kind in _GRADED and _compares(low, start, end)):
                continue
            elif form == "sized":
                if _SIZED.match(text, end) is not None:  # "gold erupts 8% to $1,358", but no volcano
                    words.append(Token(kind, start, end, value, "verb"))
            elif text[start] not in "MW" or text[start:end] not in PROPER:  # "May silver" is a month
                nation = form == "fx" and low.startswith(" of ", end)
                words.append(Token(kind, start, of_nation(text, end) if nation else end, value, form))
        linked = self._linker(text, names)
        return [*words, *self._unlinked(names, linked)], linked, starts

    def _unlinked(self, names: list[tuple[int, int, Any]], linked: list[Token]) -> Iterator[Token]:
        """Words of the grammar that are names as well ("Next", "Target") and were not linked as such."""
        taken = {token.start for token in linked}
        for start, end, aliases in names:
            word = self._second.get(aliases[0].text.lower())
            if word is not None and start not in taken:
                yield Token(word.kind, start, end, _value(word), word.form)

    def _hits(self, text: str) -> Iterator[tuple[str, int, int, Any, str]]:
        """Kind, place, value and form of the hits at word boundaries. Where the longest one ends inside a word, shorter ones at
        the same place are tried.
        """
        resume = 0
        patterns, framed = self._patterns, f"\n{text}\n"  # so that each hit has a character before and after it
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if start < resume:
                continue
            first, last, spaced, kind, value, form = patterns[index]
            if first and framed[start].isalnum():
                for hit in self._behind(text, max(resume, start), end) if spaced else ():
                    yield hit  # "high" in "Friday's high", which hides "day's high"
                    resume = hit[2]
                continue
            if not last or not framed[end + 1].isalnum():
                yield kind, start, end, value, form
                resume = end
            elif spaced:
                if (shorter := self._shorter(text, start, end)) is not None:
                    place, _, resume = shorter
                    yield patterns[place][3], start, resume, *patterns[place][4:]
                for hit in self._behind(text, max(resume, start), end):
                    yield hit
                    resume = hit[2]

    def _behind(self, text: str, start: int, end: int) -> Iterator[tuple[str, int, int, Any, str]]:
        """Hits that a phrase hid which ends inside a word: "shed" behind "had she"."""
        begin = text.find(" ", start, end) + 1
        stop = end
        for _ in range(_WORDS_BEHIND):
            stop = text.find(" ", stop + 1) if stop >= 0 else stop
        stretch = text[begin : stop if stop >= 0 else end + _LONGEST_WORD] if begin else ""
        for kind, first, last, value, form in self._hits(stretch):
            if begin + first < end:
                yield kind, begin + first, begin + last, value, form

    def _shorter(self, text: str, start: int, end: int) -> tuple[int, int, int] | None:
        """The longest pattern of whole words that begins a stretch of text."""
        while (end := text.rfind(" ", start, end)) > start:
            shorter = self._places.get(text[start:end])
            if shorter is not None:
                return shorter, start, end
        return None


def _compares(low: str, start: int, end: int) -> bool:
    """ "A larger-than-expected 50 basis points": whether a word is a part of what only compares with a forecast."""
    return "-than-" in low[max(start - 6, 0) : end + 6]


def _value(word: Word) -> int | str:
    return word.sign if word.kind in ("direction", "list") else word.text
