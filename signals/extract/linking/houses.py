"""Houses: names of listed banks and brokers that are named for what they think of another share, and of agencies whose index
has their name.

| text                                                | a share | counter-example                           |
|-----------------------------------------------------|---------|-------------------------------------------|
| "Acme Brokers cut its price target to $325"         | no      | "Acme had its price target cut by a bank" |
| "Tokyo, Dec 20 (Nikkei) - The yen rose"             | no      | "The main index (Nikkei) - down 2%"       |
| "an analyst at Acme Brokers has a target of $90"    | no      | "Acme has an average price target of $90" |
"""

from __future__ import annotations

import re

from signals.extract.linking.mentions import LISTED
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_TARGETS = ("arget", "bjective")
_STAFF = re.compile(
    r"\b(?:[Aa]nalysts?|[Ss]trategists?|[Ee]conomists?|[Bb]rokers?|team|colleagues) (?:at|of|from|with) (?:the )?\Z"
)
_CHANGED = r"(?:cut|raised|lifted|lowered|trimmed|slashed|reduced|increased)\b"
# What a house does with a rating or a target; a share itself has the average of such.
SETTING = (
    r"(?:ha[sd]|have|keeps?|kept|sets?|puts?|gives?|gave|cuts?|(?:maintain|reiterat|rais|lower|lift|upp?|trimm?|slash|hik|nudg"
    r"|increas|reduc|upgrad|downgrad|start|initiat|rat)(?:e?s|ed|ing)?)\b(?! an? (?:average|median|mean|consensus)\b)"
)
_SETS = re.compile(
    r"(?:['’]s? [^.;\n]{1,40}?|,[^,.;\n]{1,60},| analysts?)? (?:(?:now|also|still|already|has|have|had|on \w+) ){0,2}"
    rf"{SETTING}"
    rf"(?: (?!{_CHANGED})[^ .;:%\n]+){{0,8}}? (?:price (?:target|objective)s?|target prices?)\b(?! {_CHANGED})"
)
_OPENING = 400  # characters in which a dateline stands
_PLACED = re.compile(r"[A-Z][\w .'/-]{2,24}(?:, [A-Z][\w. ]{2,12})?,? ?\(")
_DATELINED = re.compile(r"(?:\.[A-Z]{2,3})?\) ?(?:--?|–|—)")
_AHEAD = 30  # characters before a name that are read


def without_agencies(text: str, tokens: list[Token]) -> list[Token]:
    """The names but those in the brackets of a dateline: "LONDON (Dow Jones)--", "NEW YORK (CBS.MW) --"."""
    return [t for t in tokens if t.start > _OPENING or t.value.instrument_class not in LISTED or not _is_agency(text, t)]


def _is_agency(text: str, name: Token) -> bool:
    line = text[text.rfind("\n", 0, name.start) + 1 : name.start]
    return _PLACED.fullmatch(line) is not None and _DATELINED.match(text, name.end) is not None


def without_houses(text: str, tokens: list[Token]) -> list[Token]:
    """The names but those of houses that speak of another share's price."""
    if not holds_any(text, _TARGETS):
        return tokens
    return [t for t in tokens if t.kind != "instrument" or t.value.instrument_class != "share" or not _is_house(text, t)]


def _is_house(text: str, name: Token) -> bool:
    return _STAFF.search(text, max(name.start - _AHEAD, 0), name.start) is not None or _SETS.match(text, name.end) is not None
