"""Drivers: the phrase that the text gives as the reason for a move, its kind, and the observation of the same clause.

A reason follows a causal connective ("as", "after", "amid", "on hopes of", "weighed by") in the sentence of a move, or is
the subject of a causal verb ("strong data lifted the rand"). The kind is the one whose words carry most weight in the
phrase, "other" where none is found.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import Any, cast

from signals.extract.words import vocabulary
from signals.records import Driver, DriverKind, Item, Observation
from signals.resources import data_path

_CONNECTIVE = re.compile(
    r"\b(?:because of|because|due to|owing to|thanks to|on the back of|in the wake of|in response to"
    r"|as a result of|in reaction to|driven by|led by|hurt by|helped by|boosted by|"
    r"supported by|underpinned by|buoyed by|lifted by|weighed(?: down)? by|dragged(?: down| lower)? by"
    r"|pressured by|pushed (?:up|down|higher|lower) by|fuell?ed by|spurred by|hit by|"
    r"aided by|undermined by|bolstered by|propelled by|reflecting|tracking|following|amid|amidst|after|with help from|"
    r"on (?=(?:\w+[ -]){0,3}(?:hopes?|fears?|expectations?|concerns?|worries|optimism|signs?|speculation|news"
    r"|bets?|doubts?|talk|reports?|uncertainty|demand|supply|buying|selling|data|prospects?|profit|risk|word"
    r"|strong|weak)\b)|"
    r"as (?=(?:\w+[ -]){0,6}?\w+(?:ed|s|d|ew|ose|ell|ook|old|ept|ought|ot)\b))",
    re.IGNORECASE,
)  # fmt: skip
_NOT_REASON = re.compile(
    r"(?:as (?:much|well|of|at|low|high|many|far|long|soon|little|a|an|the (?:day|session|week)|it was|against"
    r"|usual|per|expected|follows?)\b|as \d|"
    r"(?:after|following) (?:(?:[\w’']+ ){0,4}(?:close|open|bell|session|holiday|weekend|break)\b|\d|an? (?:\d"
    r"|\w+-day)|hitting|touching|reaching|falling|rising|climbing|slipping|gaining|losing|opening|closing"
    r"|ending|earlier|the (?:open|close|bell|previous|break|weekend|holiday)|a (?:day|week|month|year)|rs|\$))",
    re.IGNORECASE,
)  # fmt: skip
_STOP = r"(?<!\.[A-Z])(?<!\b[A-Z])"  # no initials: the full stops of "U.S." end nothing
_PHRASE_END = re.compile(
    _STOP + r"[.;:!?](?=\s|\Z)|\n|[,–—] | (?:while|whereas|although|though|but|before|despite)\b|\Z"
    r"| and (?=(?:the|its|was|closed|ended|settled|traded|as)\b)"
)
_SENTENCE_START = re.compile(_STOP + r"[.!?][\"”')]*\s+(?=[A-Z\"“])|\n")
_CAUSAL_VERB = re.compile(
    r"\b(?:lifted|boosted|supported|underpinned|buoyed|weighed on|weighing on|dragged|pressured|hurt|spurred"
    r"|fuell?ed|propelled|undermined|bolstered|sent|pushed|knocked|dented|sank|drove|helped) (?=the |[A-Z]"
    r"|shares|stocks|prices|gold|oil)",
)  # fmt: skip
_LONGEST = 240


def drivers(item: Item, observations: Sequence[Observation]) -> tuple[Driver, ...]:
    """The reasons given in the sentences that tell of an observed move, in text order, each once.

    A driver belongs to the observation nearest to it in its sentence. A phrase that holds a figure of an
    observation tells a move and no reason.
    """
    text = item.text
    moved = [(place, seen) for place, seen in enumerate(observations) if seen.move is not None]
    figures = [span for seen in observations for name, span in seen.spans.items() if name in ("level", "move")]
    found: dict[tuple[int, int], Driver] = {}
    for (start, end), inside in _sentences(text, moved):
        for span in (*_reasons(text, start, end), *_subjects(text, start, end)):
            if not any(span[0] <= first and last <= span[1] for first, last in figures):
                found.setdefault(span, _driver(text, *span, inside))
    return tuple(found[span] for span in sorted(found))


Numbered = tuple[int, Observation]


def _sentences(text: str, moved: Sequence[Numbered]) -> Iterator[tuple[tuple[int, int], list[Numbered]]]:
    """The sentences of the observations, and those that tell of the move of an observed instrument without a figure of
    their own.
    """
    seen: dict[tuple[int, int], list[Numbered]] = {}
    for numbered in moved:
        seen.setdefault(_sentence(text, numbered[1].start, numbered[1].end), []).append(numbered)
    yield from seen.items()
    named = {text[slice(*one.spans["instrument"])]: (place, one) for place, one in reversed(moved) if "instrument" in one.spans}
    for match in _told(named).finditer(text) if named else ():
        span = _sentence(text, match.start(), match.end())
        if span not in seen and _directed(text[match.end() : span[1]]):
            seen[span] = [named[match.group()]]
            yield span, seen[span]


def _told(names: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(re.escape(name) for name in sorted(names, key=len, reverse=True))})\b")


def _directed(text: str) -> bool:
    """Whether a word of direction stands near the beginning of what follows a name."""
    words = re.findall(r"[a-z]+", text[:60].lower())
    return any(_is_direction(word) for word in words)


def _is_direction(word: str) -> bool:
    found = vocabulary().get(word)
    return found is not None and found.kind == "direction"


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span, at most 800 characters to either side."""
    opening = max(start - 800, 0)
    begins = [match.end() for match in _SENTENCE_START.finditer(text, opening, start)]
    closes = _SENTENCE_START.search(text, end, min(end + 800, len(text)))
    return (begins[-1] if begins else opening), (closes.start() + 1 if closes else min(end + 800, len(text)))


def _reasons(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Phrases from a causal connective to the end of its clause; a connective inside a phrase begins none of its own."""
    place = start
    while (match := _CONNECTIVE.search(text, place, end)) is not None:
        place = match.end()
        if _NOT_REASON.match(text, match.start()):
            continue
        close = _PHRASE_END.search(text, match.end(), end)
        last = min(close.start() if close else end, match.start() + _LONGEST)
        if last - match.end() > 3:
            yield match.start(), _stripped(text, match.start(), last)
            place = last


def _subjects(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """ "Strong data lifted the rand": what stands before a causal verb in its clause."""
    for match in _CAUSAL_VERB.finditer(text, start, end):
        clause = max(
            start,
            *(
                text.rfind(mark, start, match.start()) + len(mark) if mark in text[start : match.start()] else start
                for mark in (", ", "; ", " as ", " and ", " while ")
            ),
        )
        if 3 < match.start() - clause <= _LONGEST and not _CONNECTIVE.search(text, clause, match.start()):
            yield clause, _stripped(text, clause, match.start())


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in ' ,.;:"”)':
        end -= 1
    return end


def _driver(text: str, start: int, end: int, inside: Sequence[Numbered]) -> Driver:
    near = min(inside, key=lambda entry: max(start - entry[1].end, entry[1].start - end, 0), default=None)
    return Driver(kind_of(text[start:end]), text[start:end], start, end, near[0] if near else None)


def kind_of(phrase: str) -> DriverKind:
    """The kind of a reason: each word of a kind counts by its length in words, the earlier of equals wins; "other" without
    any.
    """
    automaton, kinds = _automaton()
    counted: Counter[str] = Counter()
    low = phrase.lower()
    for place, start, end in automaton.find_matches_as_indexes(low):
        if not (start and low[start - 1].isalnum()) and not (end < len(low) and low[end].isalnum()):
            weight, kind = kinds[place]
            counted[kind] += weight
    return cast("DriverKind", counted.most_common(1)[0][0]) if counted else "other"


@cache
def _automaton() -> tuple[Any, list[tuple[int, str]]]:
    import ahocorasick_rs

    with data_path("events", "drivers.csv").open(encoding="utf-8", newline="") as file:
        words = {word: row["kind"] for row in csv.DictReader(file) for word in row["words"].split(";")}
    weights = [
        (2 * len(re.split(r"[ -]", word)) - (kind in ("macro data", "risk appetite")), kind) for word, kind in words.items()
    ]
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), weights
