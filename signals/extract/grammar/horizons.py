"""Forecasts for several times to come: the first names whose they are, each later one only how far ahead it looks.

| text                                                           | forecasts        | counter-example              |
|----------------------------------------------------------------|------------------|------------------------------|
| "polls put it at 6.82 in one month, 6.80 in six and 6.70 in 12"| 6.82, 6.80, 6.70 | "was at 6.82 at year-end"    |
| "see the real at 5.10 by end-June and 5.15 at year-end"        | 5.10, 5.15       |                              |
"""

from __future__ import annotations

import re
from dataclasses import replace

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.telling import CLAIMED
from signals.extract.text.months import MONTH
from signals.extract.text.tokens import Number, Token

_COUNT = r"(?:one|two|three|six|nine|twelve|eighteen|24|\d{1,2}|a)"
_END = (
    rf"(?:(?:the )?(?:end|middle)(?:[- ]of)?[- ](?:the |this |next )?(?:year|quarter|{MONTH}|20\d\d)"
    r"|year-end|mid-(?:year|20\d\d))"
)
_AHEAD = rf"{_COUNT}[- ](?:months?|years?|weeks?)(?:['’]s?)?(?: time| from now)?|{_END}(?: 20\d\d| next year)?"
_MONEY = r"(?: (?:per|to|against|a|for) (?:the |one |a )?(?:U\.?S\.? )?[A-Za-z]+)?"
_FIRST = re.compile(rf"{_MONEY} (?:in|by|at|over|within) (?:{_AHEAD})", re.IGNORECASE)
_LATER = re.compile(rf"{_MONEY} (?:in|by|at|over|within) (?:{_AHEAD}|{_COUNT}\b(?![.,]?\d))", re.IGNORECASE)
_TO_COME = re.compile(rf"{_MONEY} in {_COUNT}[- ](?:months?|years?|weeks?)(?:['’]s?)? (?:time|from now)\b")
_LINK = re.compile(r"(?:,? and|,? then|[,;])(?: then)?(?: (?:at|to|of|about|around))? ")
_FORESEES = re.compile(
    r"\b(?:forecast|poll|survey|medians?\b|consensus|predict|project|expect|target|sees?\b|seen\b|reckon|think|will\b|would\b)",
    re.IGNORECASE,
)


def complete(s: Sentence, frames: list[Frame], fates: dict[int, tuple[str, str | None]]) -> list[Frame]:
    """Further frames for the forecasts that follow one, which become forecasts as it does."""
    found: list[Frame] = []
    for frame in frames:
        if frame.level is not None and frame.kind in (None, "last") and _TO_COME.match(s.text, frame.level.end):
            frame.kind = frame.modal = "forecast"
        chain = _chain(s, frame) if frame.level is not None and frame.move is None else []
        if not chain:
            continue
        frame.kind, frame.modal = "forecast", "forecast"
        own = {id(f.level): f for f in frames if f.level is not None}
        for token in chain:
            told = own.get(id(token))
            if told is None:
                told = replace(frame, level=token, levels=[token], start=token.start, end=token.end, times=[], direction=None)
                found.append(told)
            told.kind, told.modal = "forecast", "forecast"
            fates[token.start] = CLAIMED
    return found


def _chain(s: Sentence, frame: Frame) -> list[Token]:
    """The numbers of the forecasts behind that of a frame."""
    level, text = frame.level, s.text
    if level is None or level.number is None or (ahead := _FIRST.match(text, level.end)) is None:
        return []
    if _FORESEES.search(text, s.start, level.start) is None:
        return []  # "18.20 at the end of June, 18.50 at year-end"
    numbers = {t.start: t for t in s.tokens[level.place + 1 :] if t.number is not None}
    found: list[Token] = []
    while ahead is not None and (link := _LINK.match(text, ahead.end())) is not None:
        token = numbers.get(link.end())
        ahead = _LATER.match(text, token.end) if token is not None else None
        if token is None or ahead is None or not _is_like(frame, level.number, token.number):
            break
        found.append(token)
    return found


def _is_like(frame: Frame, first: Number, later: Number | None) -> bool:
    """Whether a number may be a level of the same instrument, printed as the first."""
    if later is None or later.ignored or later.sign or later.unit not in (None, first.unit):
        return False
    return later.decimals == first.decimals and level_fits(frame.subjects[0].value, later)
