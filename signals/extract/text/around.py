"""Verbs that stand around the size of a loss, and nouns that only behind one mean a move.

| text                                        | read as             | counter-example                          |
|---------------------------------------------|---------------------|------------------------------------------|
| "Shell had 3.8 per cent knocked off"        | down 3.8 per cent   | "had 3.8 per cent of its staff laid off" |
| "Renault left 3.9% on the ground"           | down 3.9%           | "left 3.9% of its cars on the lot"       |
| "Tesla took a 4% hit"                       | down 4%             | "hit 4% of customers"                    |
| "Ezz Steel hit its ten percent ceiling"     | up ten percent      | "hit its 2% target"                      |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.tokens import Token

_TAKEN = "wiped knocked shaved lopped sliced chopped stripped taken trimmed carved clipped erased"
_BLOWS = "hit knock blow hammering battering beating pounding thumping whack smack"
_CUES = cues(f"{_TAKEN} {_BLOWS} ground floor table behind ceiling limit cap band")
_PART = r"(?:quarters?|tenths?|fifths?|thirds?|hundredths?)(?: of (?:an?|one))?"
_SIZE = (
    rf"(?:[$€£]?\d[\d.,]*|[a-z]+(?:[ -]and[ -][a-z]+)?(?:[ -]{_PART})?)"
    r"(?: ?%| ?per ?cent\b|[- ]percent\b| pct\b| points\b| cents\b| pence\b|p\b)"
)
_OFF = re.compile(
    rf"\b(?:had|has had|saw|has seen|have had)(?: [a-z]+){{0,3}} {_SIZE}"
    r"(?: of (?:its|their) (?:market )?(?:value|worth|price))?"
    rf" (?P<off>(?:{_TAKEN.replace(' ', '|')})(?: (?:off|away|out)\b)?)"
)
_LEFT = re.compile(
    rf"\b(?P<off>left|leaves|leaving)(?: [a-z]+){{0,2}} {_SIZE}"
    r" (?P<rest>on the (?:ground|floor|table|field|road)|behind)\b"
)
_HIT = re.compile(
    rf"\b(?P<rest>took|takes|taking|taken|suffered|received|absorbed) an? {_SIZE} (?P<off>{_BLOWS.replace(' ', '|')})\b"
)
_LIMIT = re.compile(
    r"\b(?P<off>hit|hits|hitting|reached|struck|touched)"
    rf" (?:(?:its|their) (?:daily |upper |maximum )?|the (?:daily|upper|maximum) ){_SIZE}"
    r" (?:daily |upper )?(?P<rest>ceiling|upper limit|cap|upper band)\b"
)
_FRAMES = ((_OFF, -1, "adjective"), (_LEFT, -1, "verb"), (_HIT, -1, "noun"), (_LIMIT, 1, "verb"))


def around_sizes(text: str, words: Sequence[Token]) -> list[Token]:
    """The words of a text, those that stand around a size as one direction."""
    if not holds_cue(text, _CUES):
        return list(words)
    found: list[Token] = []
    covered: list[tuple[int, int]] = []
    for frame, sign, form in _FRAMES:
        for match in frame.finditer(text):
            covered += [match.span(name) for name in frame.groupindex]
            found.append(Token("direction", *match.span("off"), sign, form))
    kept = [word for word in words if not any(start < word.end and word.start < end for start, end in covered)]
    return sorted([*kept, *found], key=lambda token: token.start)
