"""Moves that a text speaks of and does not report: a noun of direction that nobody says came true, a question.

| text                                          | move | counter-example                                     |
|-----------------------------------------------|------|-----------------------------------------------------|
| "fears of a 3% fall in the FTSE 100 faded"    | none | "fears of war led to a 3% fall in the FTSE 100"     |
| "a 3% fall in copper would hurt Chile"        | none | "a 3% fall in copper hurt Chile"                    |
| "every 3% fall in oil costs a billion"        | none | "the 3% fall in oil cost a billion"                 |
| "Will gold fall 3%?"                          | none | "Gold fell 3%. Will it go on?"                      |
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from signals.extract.meaning.draft import Draft
from signals.extract.text.words import any_of, nouns_of_direction

_A = r"(?:an?|another|any|such an?)(?: (?:further|fresh|sudden|sharp|possible|future|[a-z]+er))?"
_IN_MIND = re.compile(
    r"\b(?:fears?|talk|hopes?|prospects?|threats?|possibilit(?:y|ies)|dangers?|risks?|chances?|odds|expectations?|speculation"
    r"|dreams?|warn(?:ed|s|ing|ings)?|bets?|wagers?|predict(?:ed|s|ing|ions?)|forecast(?:s|ing)?|calls?|braced|prepared?"
    rf"|preparing) (?:of|for|on|about)? ?{_A} \Z",
    re.IGNORECASE,
)
_WHENEVER = re.compile(r"\b(?:every|each|any)(?: [a-z]+)? \Z", re.IGNORECASE)
_SOME = re.compile(rf"(?:\A|[.;:,–—\n“\"] ?|\b(?:that|and|but|said|says|because|as|so|while) ){_A} \Z", re.IGNORECASE)
_OPENS = 40  # characters before a size in which what makes it one of many stands
_QUESTION = re.compile(
    r"(?:\A|(?<=[.!?\n“\"] )|(?<=[\n“\"]))(?:(?:And|But|So) )?(?:Will|Would|Could|Can|Should|Might)\b[^.!?\n]*\Z"
)
_ASKS = re.compile(r"(?:[^.!?\n]|\.\d){0,120}\?")


def without_imagined(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without the moves that are only spoken of; a draft of such a move alone goes."""
    kept = []
    for draft in drafts:
        token = draft.move_token
        if token is not None and draft.move is not None and _is_imagined(text, draft.frame.sentence, token.start, token.end):
            draft.move = draft.move_token = None
        if draft.move is not None or draft.level is not None:
            kept.append(draft)
    return kept


def _is_imagined(text: str, sentence: int, start: int, end: int) -> bool:
    if text.find("?", end, end + 120) >= 0 and _QUESTION.search(text, sentence, start) and _ASKS.match(text, end):
        return True
    before = text[max(start - _OPENS, sentence) : start]
    if (noun := _noun_before().search(before)) is not None:
        before = before[: noun.start()]  # "a drop of 3%"
    elif _is_noun().match(text, end) is None:
        return False
    if _IN_MIND.search(before) or _WHENEVER.search(before):
        return True
    return _SOME.search(before) is not None and _would().match(text, end) is not None


@cache
def _noun_before() -> re.Pattern[str]:
    return re.compile(rf"(?<= ){any_of(nouns_of_direction())} of \Z")


@cache
def _is_noun() -> re.Pattern[str]:
    return re.compile(rf"[ -](?:[a-z]+ )?{any_of(nouns_of_direction())}\b(?! to\b)")


@cache
def _would() -> re.Pattern[str]:
    """What is said of a noun of direction that has not come true: "would hurt", "is possible", not "could not"."""
    unreal = (
        r"(?:would|could(?! not|n['’]t)|might|may(?! have)|can|is (?:still |now |quite |well )?(?:possible|likely|on the cards)"
        r"|looks (?:possible|likely)|seems (?:possible|likely)|cannot be (?:excluded|ruled out))\b"
    )
    noun = rf"[ -](?:[a-z]+ )?{any_of(nouns_of_direction())}\b"
    return re.compile(rf"(?:{noun})?(?: (?:in|for|of|by)\b(?:[^.;:,\n]|\.\d){{0,60}}?)? {unreal}")
