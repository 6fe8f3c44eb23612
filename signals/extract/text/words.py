"""The vocabulary of the grammar: data/words/*.csv as (word, kind, form, value) entries."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import product
from typing import Any, NamedTuple

from signals.extract.text.inflection import forms
from signals.resources import data_path

DIRECTIONS = {"up": 1, "down": -1, "flat": 0}


class Word(NamedTuple):
    """One word or phrase: ``kind`` and ``form`` as in words.csv; a direction and the head
    of a list of gainers or losers carry their sign."""

    text: str
    kind: str
    form: str
    sign: int = 0
    strength: int = 1


@cache
def vocabulary() -> dict[str, Word]:
    """Every word of the grammar by its lower-case spelling; the first declaration of a word holds."""
    words: dict[str, Word] = {}
    for word in (*_directions(), *_motions(), *_words()):
        words.setdefault(word.text, word)
    return words


def _rows(name: str) -> list[dict[str, str]]:
    with data_path("words", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _directions() -> list[Word]:
    return [
        Word(text, "direction", row["form"], DIRECTIONS[row["direction"]], int(row["strength"]))
        for row in _rows("directions.csv")
        for text in row["words"].split("; ")
    ]


def _motions() -> Iterator[Word]:
    """Every form of each verb of motion with each of its particles: "inches higher", "lost ground"."""
    for row in _rows("motions.csv"):
        spoken = [form for verb in row["verbs"].split("; ") for form in forms(verb)]
        sign, strength = DIRECTIONS[row["direction"]], int(row["strength"])
        for form, particle in product(spoken, row["particles"].split("; ")):
            yield Word(f"{form} {particle}".rstrip(), "direction", row["form"], sign, strength)


def _words() -> list[Word]:
    return [
        Word(text, row["kind"], row["form"], DIRECTIONS.get(row["form"], 0))
        for row in _rows("words.csv")
        for text in row["words"].split("; ")
    ]


@cache
def vocabulary_of(kind: str, form: str) -> frozenset[str]:
    """All words declared with a kind and form, whichever declaration came first."""
    return frozenset(word.text for word in _words() if (word.kind, word.form) == (kind, form))


@cache
def nouns_of_direction() -> frozenset[str]:
    """Words that may be a noun of direction, those included that are verbs as well: "gain", "fall", "rally"."""
    return frozenset(word.text for word in _directions() if word.form == "noun")


@cache
def verbs_of(form: str) -> frozenset[str]:
    """First words of all forms of the verbs of a row: "having" gives a subject a gain or an extreme ("posts", "suffered"),
    "ending" stops a spell ("snaps"), "going on" prolongs it ("continues"); what a central bank does to a rate is
    "raising", "lowering", "leading" or "keeping" it.
    """
    return frozenset(said.split(" ")[0] for verb in vocabulary_of("word", form) for said in forms(verb))


@cache
def finite_of(form: str) -> frozenset[str]:
    """Those of them that say what is or was done: "leaves" and "left", not "to leave" nor "leaving"."""
    return frozenset(said for verb in vocabulary_of("word", form) for said in forms(verb)[1:-1])


def setting_a_rate() -> frozenset[str]:
    """What central banks do to their rates: move them, take them somewhere, or keep them where they are."""
    return moving_a_rate() | verbs_of("leading a rate") | verbs_of("keeping a rate")


def moving_a_rate() -> frozenset[str]:
    """What central banks do to their rates in one word that says which way."""
    return verbs_of("raising a rate") | verbs_of("lowering a rate")


def any_of(words: Iterable[str]) -> str:
    """A pattern for any of these words, of those with one beginning the longest first. It shares their beginnings, so that
    thousands are looked for as quickly as a few.

    >>> any_of(["fall", "fell", "falls"])
    '(?:f(?:all(?:s)?|ell))'
    """
    tree: dict[str, Any] = {}
    for word in words:
        node = tree
        for character in word:
            node = node.setdefault(character, {})
        node[""] = {}
    return f"(?:{_branches(tree)})"


def _branches(node: dict[str, Any]) -> str:
    """The alternatives below a node of a tree of characters; a key "" marks the end of a word."""
    return "|".join(re.escape(character) + _rest(child) for character, child in node.items() if character)


def _rest(node: dict[str, Any]) -> str:
    """What may follow a character of a tree."""
    below = _branches(node)
    if "" in node:
        return f"(?:{below})?" if below else ""
    return f"(?:{below})" if len(node) > 1 else below


@cache
def figures() -> re.Pattern[str]:
    """What has figures that are no prices: "sales", "inflation"."""
    return re.compile(rf"\b{any_of(vocabulary_of('other', 'company') | vocabulary_of('other', 'macro'))}\b")
