"""Yields of government bonds in lay words: what a country pays to borrow for so many years.

| text                                                       | bond  | counter-example                            |
|------------------------------------------------------------|-------|--------------------------------------------|
| "Italy pays 3.46% to borrow for ten years"                 | IT10Y | "Italy pays 3.46% to borrow abroad"        |
| "Investors demand 3.46% to lend to Italy for ten years"    | IT10Y | "banks demand 5% to lend to firms"         |
| "What Italy pays to borrow for ten years went to 3.46%"    | IT10Y | "what Italy pays for gas went to 35 euros" |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Place, Places
from signals.extract.linking.tenors import YEARS_IN_WORDS
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_QUICK = ("borrow", "lend to ", "lending to ")
_SIZE = rf"(?P<years>\d{{1,2}}|{'|'.join(YEARS_IN_WORDS)})(?: years?|-year money)\b"
_FIGURE = r"(?=(?:(?:about|around|just|only|as much as) )?\d[\d.]* ?(?:%|per ?cent|pct?\b)"
_PAYS = re.compile(
    r"(?:['’]s (?:government|treasury|state|Treasury))?(?P<verb> (?:now |currently |still |already |today )?"
    r"(?:pays?|paid|is paying|was paying|has to pay|had to pay|must pay|have to pay) )"
    rf"{_FIGURE}(?: a year)? (?:to borrow(?: money)?|for borrowing) (?:for|over) {_SIZE})"
)
_LENDS = re.compile(
    r"\b(?P<who>(?:[Ii]nvestors|[Mm]arkets?|[Ll]enders|[Bb]uyers|[Cc]reditors)(?: now| currently| still)?"
    r" (?:demand(?:s|ed)?|ask(?:s|ed)?|want(?:s|ed)?|charge(?:s|d)?|get|got|require[ds]?|were demanding|are demanding)) "
    rf"{_FIGURE}(?: a year)? (?:to lend|for lending)(?: money)? to (?:the )?\Z)"
)
_FOR_YEARS = re.compile(rf"(?:['’]s? (?:government|treasury|state))? (?:for|over) {_SIZE}")
_WHAT = re.compile(r"\b(?:[Ww]hat|(?:[Tt]he )?(?:rate|price|interest)(?: that| at which)?|[Tt]he cost at which) (?:the )?\Z")
_TO_BORROW = re.compile(
    r"(?:['’]s (?:government|treasury|state))? (?:pays?|paid|has to pay|had to pay|must pay|borrows|borrowed|can borrow)"
    rf"(?: to borrow(?: money)?)? (?:for|over) {_SIZE}"
)
_FAR = 90  # characters of "investors demand 3.46% to lend to"


def lay_yields(text: str, places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for the yields that a text tells in lay words."""
    if not holds_any(text, _QUICK):
        return []
    return [token for place in places.named for token in _of(text, place, mention_of)]


def _of(text: str, place: Place, mention_of: MentionOf) -> Iterator[Token]:
    """The yield of a country where its name stands in such words."""
    pays, borrows = _PAYS.match(text, place[1]), _TO_BORROW.match(text, place[1])
    what = _WHAT.search(text, max(place[0] - 24, 0), place[0]) if borrows else None
    span, said = None, None
    if pays is not None:
        span, said = (place[0], pays.end("verb") - 1), pays
    elif borrows is not None and what is not None:
        span, said = (what.start(), borrows.end()), borrows
    elif (behind := _FOR_YEARS.match(text, place[1])) is not None:
        span, said = _lent(text, place), behind
    mention = mention_of(f"{place[2]}{_years(said['years'])}Y") if said is not None and span is not None else None
    if mention is not None and span is not None:
        yield Token("instrument", *span, mention)


def _lent(text: str, place: Place) -> tuple[int, int] | None:
    """ "[Investors demand] 3.46% to lend to Italy"."""
    who = _LENDS.search(text, max(place[0] - _FAR, 0), place[0])
    return who.span("who") if who is not None else None


def _years(said: str) -> int:
    return YEARS_IN_WORDS.get(said.lower()) or int(said)
