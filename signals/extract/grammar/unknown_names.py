"""Sentences without a subject of their own that name somebody whom we do not know: they go on about nobody spoken of before.

| text                                              | about     | counter-example                           |
|---------------------------------------------------|-----------|-------------------------------------------|
| "The biggest loser was Quirkco, down 3%"          | Quirkco   | "The biggest loss was on Monday, down 3%" |
| "There was relief at Quirkco, up 3%"              | Quirkco   | "It was quiet in London, down 3%"         |
| "Down 3%, Quirkco was the worst"                  | Quirkco   | "Down 3%, it was the worst"               |
| "A fall of 3% in Quirkco hurt the market"         | Quirkco   | "a fall of 3% in May"                     |
| "QRK fell 3%"                                     | QRK       | "STOCKS FELL 3%"                          |
"""

from __future__ import annotations

import re
from functools import cache

from signals.extract.grammar.agents import is_sized
from signals.extract.grammar.sentence import FOREIGN, Sentence, words
from signals.extract.grammar.verbs import names_something
from signals.extract.linking.places import place_names
from signals.extract.text.months import MONTH, SHORT_MONTH
from signals.extract.text.tokens import Token

_NAME = r"(?P<name>(?!I\b|US\b|UK\b|EU\b)[A-Z][\w&'’-]*(?: (?:[A-Z&][\w&'’-]*|de|of|and)){0,3})"
_LED_BY = (
    r"\b(?:was|were|is|are|includ(?:e|es|ed|ing)|among (?:them|others)|by|at|for|in|like|notably|particularly|especially|hit)"
    r" (?:the )?(?:[a-z-]+ ){0,2}"
)
_BEFORE = re.compile(_LED_BY + _NAME + r"(?:, (?:which |who |that )?| (?:with|which) | \(|: )(?:[a-z]+ ){0,4}\Z")
_SIZE = r"[-+]?\d[\d.,]* ?(?:%|per ?cent\b|pct\b|points\b)"
_AFTER = re.compile(
    rf"{_SIZE}(?: (?:to|at) [^ ,;]+(?: [a-z]+)?)? (?:was|were|came|stood) (?:the )?(?:[a-z-]+ ){{0,2}}{_NAME}(?=[.,;]|$)"
)
_FRONTED = re.compile(
    rf"{_SIZE}(?: (?:to|at) [^ ,;]+(?: [a-z]+)?)?, {_NAME}"
    r" (?:was|were|is|came|led|stood|fared|had|took|brought|proved|made|headed|topped)\b"
)
_IN = re.compile(rf"(?:{_SIZE} (?:[a-z]+ )?| of {_SIZE} )(?:in|for|at|by) (?:the )?(?:[a-z-]+ )?{_NAME}(?= [a-z])")
_OTHER_NAMES = (
    "Wall Street City Fed ECB Opec OPEC Brexit Trump Europe Asia America American Chinese Congress Christmas Easter Covid"
    " COVID Monday Tuesday Wednesday Thursday Friday Saturday Sunday GMT Asian European African Latin"
    " Western Eastern Northern Southern Pacific Atlantic Nordic Gulf Arab Scandinavian Mideast Midwest North South East West"
    " Treasury Treasuries Chicago Parliament"
)
_OTHERS = frozenset(_OTHER_NAMES.split())
_BESIDE = 24  # characters before a size among which its direction stands
_FELLOW = re.compile(rf"\b(?:(?:as|so) (?:did|was|were|has|had|is)|like|more than|ahead of|alongside) {_NAME}\Z")
_OF_STRANGER = re.compile(rf"(?: [a-z]+)? in (?:the )?(?:[a-z-]+ )?{_NAME}(?= [a-z]|[,;])")
_COUNTED = re.compile(r"\b(?:of|and|a|an) (?:[a-z]+ ){0,2}\Z")
_PARTS = re.compile(r"[\w&’'-]+")


def is_about_stranger(s: Sentence) -> bool:
    """Whether what a sentence tells belongs to a name in it that we do not know."""
    if any(t.kind == "ref" for t in s.tokens):
        return False
    text = s.text[s.start : s.end]
    sizes = [t for t in s.tokens if t.number is not None and not t.number.ignored]
    first = sizes[0].start - s.start if sizes else 0
    said = [t.start - s.start for t in s.tokens if t.kind == "direction" and first - _BESIDE < t.start - s.start < first]
    if not sizes:
        return False
    found = [_BEFORE.search(text, 0, said[-1] if said else first), *(p.search(text) for p in (_AFTER, _FRONTED, _IN))]
    return any(match is not None and _is_name(s, match.start("name"), match["name"]) for match in found)


def likens_stranger(s: Sentence, index: int) -> bool:
    """ "Shell fell 3%, as did Quirkco, off 2%": whether a name that we do not know stands before the comma at ``index``."""
    end = s.tokens[index].start
    found = _FELLOW.search(s.text, max(end - 60, s.start), end) if is_sized(s, index) else None
    return found is not None and _is_name(s, found.start("name") - s.start, found["name"])


def is_in_stranger(s: Sentence, size: Token) -> bool:
    """ "Gains of 3% in Shell and 2% in Quirkco": whether a name behind "in" that we do not know has the size of a noun."""
    percent = size.number is not None and size.number.unit == "percent"
    found = _OF_STRANGER.match(s.text, size.end) if percent else None
    counted = found is not None and _COUNTED.search(s.text, max(size.start - 24, s.start), size.start) is not None
    return counted and found is not None and _is_name(s, found.start("name") - s.start, found["name"])


def is_symbol_alone(s: Sentence, verb: Token) -> bool:
    """ "But QRK rose 2%": whether only letters that we do not know stand between a boundary and a verb."""
    said = s.gap(verb.place).strip()
    return 2 < len(said) < 6 and said.isalpha() and said.isupper() and not s.written(verb).isupper() and said not in _OTHERS


def has_own_subject(s: Sentence, verb: Token | None) -> bool:
    """ "While Quirkco fell 3%, Shell rose": whether words that we do not know are the subject of what stands before a name."""
    if s.gaps[0] == FOREIGN and names_something(s.gap(0)):
        return True
    if verb is None or verb.kind != "direction" or verb.form not in ("verb", "path") or s.written(verb).endswith("ing"):
        return False
    said = words(s.gap(verb.place))
    named = s.gaps[verb.place] == FOREIGN and bool(said) and said[0][0].isupper() and names_something(s.gap(verb.place))
    return named or is_symbol_alone(s, verb)


def _is_name(s: Sentence, start: int, name: str) -> bool:
    """Whether words in capitals are no place, day or month, and nothing that the text is known to speak of."""
    begin, end = s.start + start, s.start + start + len(name)
    if any(t.kind in ("instrument", "time", "number", "list", "other") and t.start < end and begin < t.end for t in s.tokens):
        return False
    return any(part not in _known() and not part.isdigit() for part in _PARTS.findall(name))


@cache
def _known() -> frozenset[str]:
    """Words in capitals that name no company: of places, banks, days and months."""
    places = {part for alias in place_names() for part in _PARTS.findall(alias.text)}
    months = set(re.findall(r"[A-Z][a-z]+", f"{MONTH} {SHORT_MONTH}"))
    return frozenset(_OTHERS | places | months | {"and", "of", "de"})
