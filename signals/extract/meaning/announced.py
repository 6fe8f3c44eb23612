"""Prices of currencies below a sentence that says that a bank has set its official rates: fixings, whichever verb tells them.

| sentence                                                       | makes fixings    | counter-example                         |
|----------------------------------------------------------------|------------------|-----------------------------------------|
| "The National Bank today worked out the rates for 13 March."   | of what follows  | "At exchange offices a dollar cost 18.1" |
| "The central bank has set its official rates for Wednesday."   | of what follows  | "Banks set their rates for Wednesday."  |
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from signals.extract.grammar.sizes import PAIRS
from signals.extract.meaning.draft import Draft
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.tokens import Token

_CUES = cues("rates")
_BANK = r"\b(?:[Cc]entral|[Nn]ational|[Rr]eserve|[Ss]tate) [Bb]ank(?: of [A-Z]\w+)?|\bBank of [A-Z]\w+|\bBank [A-Z]\w+"
_OFFICIAL = r"(?:official|reference|(?:official )?exchange|accounting)"
_SET = re.compile(
    rf"(?:{_BANK})(?: \([A-Z]+\))?(?:['’]s)?(?: [a-z]+){{0,2}}? (?:set|sets|fixed|fixes|put out|published|publishes|announced"
    rf"|announces|worked out|calculated|released|established|determined)\b[^.;\n]{{0,40}}? {_OFFICIAL} (?:exchange )?rates\b"
    rf"|\b{_OFFICIAL} (?:exchange )?rates (?:of|set by|fixed by|from) (?:the )?(?:{_BANK})"
    rf"|\b(?:[Tt]hese|[Hh]ere) are (?:the |its )?{_OFFICIAL} (?:exchange )?rates\b"
)
_PRICED = re.compile(r"\d[.,]\d")  # a sentence that tells prices of its own announces no list
_ELSEWHERE = re.compile(
    r"\b(?:exchange (?:offices?|bureaux?|houses?)|bureaux?|street|parallel|black market|interbank|cash|markets?"
    r"|trad(?:ed|ing|ers?)|clos(?:ed|ing)|dealers?|banks (?:buy|sell|bought|sold)|hands|bought|sold|forwards?)\b"
)
_FAR = 900  # characters from an announcement to the last price that it covers
_MADE_FOR = (" for ", " for the ", " valid ", " valid on ", " from ")
_KINDS = ("last", "forecast", "close")


def announced_rates(text: str, drafts: list[Draft], tokens: Sequence[Token]) -> None:
    """Makes fixings of the prices of currencies that follow the announcement of official rates."""
    if not holds_cue(text, _CUES):
        return
    for found in _SET.finditer(text):
        stop = _end(text, found.end())
        if _PRICED.search(text, found.start(), stop) is None:
            _fix(text, drafts, stop, _day(text, tokens, found.start(), stop))


def _end(text: str, place: int) -> int:
    """Where the sentence of a character ends."""
    ends = [at for at in (text.find(". ", place), text.find(".\n", place), text.find("\n", place)) if at >= 0]
    return min(ends, default=len(text))


def _day(text: str, tokens: Sequence[Token], start: int, end: int) -> Token | None:
    """The day for which rates are set, else the last that the announcement names."""
    named = [t for t in tokens if t.kind == "time" and start <= t.start < end and t.value.names_day]
    made_for = (t for t in named if text.endswith(_MADE_FOR, 0, t.start))
    return next(made_for, named[-1] if named else None)


def _fix(text: str, drafts: list[Draft], begin: int, day: Token | None) -> None:
    money: str | None = None
    for draft in drafts:
        level = draft.level_token
        if level is None or not begin < level.start < begin + _FAR or draft.mention.instrument_class not in PAIRS:
            continue
        money = money or draft.instrument[3:]
        if draft.instrument[3:] != money or draft.kind not in _KINDS or draft.frame.tabular:
            continue
        if _ELSEWHERE.search(text, begin, level.start):
            return
        draft.kind = "fixing"
        draft.frame.made_for = draft.frame.made_for or day
        if day is not None and not draft.frame.times:
            draft.frame.times = [day]
