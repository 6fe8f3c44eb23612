"""One automaton pass finds every name, grammar word and number word of a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import ahocorasick_rs

from signals.extract import numerals
from signals.extract.tokens import Token
from signals.extract.words import Word, vocabulary

Linker = Callable[[str, list[tuple[int, int, Any]]], list[Token]]


PROPER = ("May", "Will", "March")


class Search:
    """Aliases and vocabulary in one automaton.

    ``aliases`` maps a lower-case spelling to whatever ``linker`` understands; ``linker(text, hits)`` turns the alias hits of
    a text
    into instrument tokens, dropping those that context does not support.
    """

    def __init__(self, aliases: dict[str, Any], linker: Linker) -> None:
        self._linker = linker
        self._words = vocabulary()
        numbers = {word for word, (_, role) in numerals.numerals().items() if role != "scale" or word == "hundred"}
        self._second = {text: word for text, word in self._words.items() if text in aliases and word.kind != "word"}
        self._meanings: list[tuple[str, Any]] = [("alias", (text, meaning)) for text, meaning in aliases.items()]
        self._meanings += [
            ("word", word)
            for text, word in self._words.items()
            if text not in aliases and text not in numbers and word.kind != "word"
        ]
        self._meanings += [("numeral", word) for word in numbers if word not in aliases]
        patterns = [
            meaning[0] if kind == "alias" else meaning.text if kind == "word" else meaning for kind, meaning in self._meanings
        ]
        self._automaton = ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest)
        self._patterns = patterns

    def __call__(self, text: str) -> tuple[list[Token], list[Token], list[int]]:
        """Word tokens, instrument tokens, and the places where a number in words may start."""
        words: list[Token] = []
        names: list[tuple[int, int, Any]] = []
        starts: list[int] = []
        for index, start, end in self._hits(lower(text)):
            kind, meaning = self._meanings[index]
            if kind == "alias":
                names.append((start, end, meaning[1]))
            elif kind == "numeral":
                starts.append(start)
            elif text[start:end] not in PROPER:  # "May silver" is a month
                words.append(_token(meaning, start, end))
        linked = self._linker(text, names)
        return [*words, *self._unlinked(names, linked)], linked, starts

    def _unlinked(self, names: list[tuple[int, int, Any]], linked: list[Token]) -> Iterator[Token]:
        """Words of the grammar that are names as well ("Next", "Target") and were not linked as such."""
        taken = {token.start for token in linked}
        for start, end, aliases in names:
            word = self._second.get(aliases[0].text.lower())
            if word is not None and start not in taken:
                yield _token(word, start, end)

    def _hits(self, text: str) -> Iterable[tuple[int, int, int]]:
        """Hits at word boundaries. Where the longest one ends inside a word, shorter ones at the same place are tried."""
        resume = 0
        for index, start, end in self._automaton.find_matches_as_indexes(text):
            if start < resume:
                continue
            if _whole(text, start, end):
                yield index, start, end
                resume = end
            elif not (start and text[start - 1].isalnum()):
                word_end = end
                while " " in text[start:word_end]:
                    word_end = start + text[start:word_end].rindex(" ")
                    shorter = self._exact(text[start:word_end])
                    if shorter is not None:
                        yield shorter, start, word_end
                        resume = word_end
                        break

    def _exact(self, word: str) -> int | None:
        if not hasattr(self, "_index"):
            self._index = {pattern: place for place, pattern in enumerate(self._patterns)}
        return self._index.get(word)


def _token(word: Word, start: int, end: int) -> Token:
    return Token(word.kind, start, end, word.sign if word.kind == "direction" else word.text, word.form)


def _whole(text: str, start: int, end: int) -> bool:
    return not (start and text[start - 1].isalnum() and text[start].isalnum()) and not (
        end < len(text) and text[end].isalnum() and text[end - 1].isalnum()
    )


def lower(text: str) -> str:
    """Lower case of the same length, so that offsets hold."""
    low = text.lower()
    return low if len(low) == len(text) else "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
