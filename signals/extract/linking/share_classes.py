"""Ordinary and preferred shares of one company, each an instrument of its own.

| text                                          | instrument | counter-example                              |
|-----------------------------------------------|------------|----------------------------------------------|
| "Petrobras' common shares"                    | PETR3.SA   | "Petrobras shares": the line that its name means |
| "The ordinary shares (VOW) closed at"          | VOW.DE     | "(VOW)" where no such company is named       |
| "the common ones 7%", "its preferred stock"   | of the one | "common shares" behind another company       |
|                                               | company    |                                              |
"""

from __future__ import annotations

import re
from functools import cache
from operator import attrgetter

from signals.extract.linking.mentions import Mention, MentionOf
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

_CLASS = r"(?P<voting>(?:common|ordinary|voting)|(?:preferred|preference|pref|non-voting|savings))"
_NOUN = r"(?: (?:shares?|stocks?|ones?|line|papers?|equity)\b|s\b)"
_SAID = (  # behind "the common" and "the preferred" without a noun
    r"(?= (?:(?:also|then|later|now) )?(?:have|has|had|were|was|are|is|by|to|at|up|down|off|lost|fell|rose|slid|sank|shed"
    r"|gained|dropped|jumped|ended|closed|finished|plunged|tumbled|climbed|slipped|gave)\b| [+−-]?\d)"
)
_OWN = re.compile(rf"(?:['’]s?)? {_CLASS}{_NOUN}")
_ALONE = re.compile(rf"\b(?:[Tt]he |[Ii]ts |[Tt]heir |[Ww]hose )(?:[a-z]+['’]s? )?{_CLASS}(?:{_NOUN}|{_SAID})")
_CODE = re.compile(r" \((?P<code>[A-Z0-9]{2,6})(?:\.[A-Z]{1,2})?\)")
_ORDINARY = ("common", "ordinary", "voting")


@cache
def _lines() -> dict[str, tuple[str, str]]:
    """The ordinary and the preferred line of each share that has both."""
    pairs = [(row["ordinary"], row["preferred"]) for row in rows("instruments", "share_classes.csv")]
    return {identity: pair for pair in pairs for identity in pair}


def share_classes(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """Gives the names of companies the line that the words behind them tell; tokens for lines that stand without a name."""
    classed = [t for t in names if t.value.id in _lines()]
    for token in classed:
        own = _OWN.match(text, token.end)
        mention = _line(token.value.id, own, mention_of) if own else None
        if own and mention is not None and mention.id != token.value.id:
            token.value, token.end = mention, own.end()
    found = []
    for match in _ALONE.finditer(text) if classed else ():
        free = not any(t.start < match.end() and match.start() < t.end for t in names)
        code = _CODE.match(text, match.end()) if free else None
        owner = (_listed_as(code, classed) or _owner(match.start(), names, classed)) if free else None
        mention = _line(owner, match, mention_of) if owner is not None else None
        if mention is not None:
            found.append(Token("instrument", match.start(), code.end() if code else match.end(), mention))
    return found


def _listed_as(code: re.Match[str] | None, classed: list[Token]) -> str | None:
    """The line with this ticker, of those of the companies that the text names."""
    lines = {line.partition(".")[0]: line for t in classed for line in _lines()[t.value.id]} if code else {}
    return lines.get(code["code"]) if code else None


def _owner(place: int, names: list[Token], classed: list[Token]) -> str | None:
    """The company whose shares those at a place are: the only one with both, else the last one named before, if it has both."""
    if len({_lines()[t.value.id] for t in classed}) == 1:
        return str(classed[0].value.id)
    shares = [t for t in names if t.value.instrument_class == "share" and t.end <= place]
    last = max(shares, key=attrgetter("end"), default=None)
    return str(last.value.id) if last is not None and last in classed else None


def _line(identity: str, match: re.Match[str], mention_of: MentionOf) -> Mention | None:
    return mention_of(_lines()[identity][match["voting"] not in _ORDINARY])
