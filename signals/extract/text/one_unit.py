"""A sum that is one unit of money: "rose a full yen", "ended a dollar lower", "up more than a dollar", "at a dollar twelve".

| text                          | read     | counter-example             |
|-------------------------------|----------|-----------------------------|
| "gained more than a dollar"   | 1 dollar | "a dollar cost 14.42 lira"  |
| "a gain of a dollar"          | 1 dollar | "the price of a dollar"     |
| "closed a dollar lower"       | 1 dollar | "A dollar higher than ever" |
"""

from __future__ import annotations

import re

from signals.extract.text.tokens import Number, Token

_CENTS_SAID = re.compile(r"(?:[a-z]+[ -]){1,6}cents\b")  # "one dollar, thirty-six and a half cents"
_TWO_FIGURES = re.compile(  # "a dollar 27", "a dollar 34.8 cents"
    r"\d\d(?:\.\d{1,2}(?= cents\b))?"
    r"(?: cents\b|[.,;]?(?:\s|\Z)(?! *(?:years?|months?|weeks?|days?|hours?|minutes?|times|per|percent)\b))"
)
_PARTS_OF_ONE = re.compile(  # "a dollar and 12 cents", but "17.71 rand for a dollar and 20.80 for a euro"
    r"\d{1,2}(?:\.\d{1,2}(?= cents\b))?(?![.,]?\d)(?!(?: [a-z]+)? (?:for|to|against|per|versus|an?) )"
)
_ARTICLE = re.compile(
    r"(?:^|(?<=\s))(?P<about>(?:(?:well|just|a little) )?(?:more than|over|nearly|almost|about|around|roughly) )?"
    r"an?(?: full| whole)? $",
    re.IGNORECASE,
)
_LED_BY = ("by ", "of ")
_OFF = re.compile(r" (?:lower|higher|dearer|cheaper|better|worse|up|down|firmer|weaker)\b")  # "closes a dollar lower"


def of_one(text: str, mentions: list[Token], beside_moves: set[int], starts: set[int]) -> list[Token]:
    """ "Rose a full yen", "at a dollar twelve": the currencies that a sum is one of, as numbers without a unit yet."""
    found = []
    for mention in mentions:
        article = _ARTICLE.search(text, max(mention.start - 26, 0), mention.start)
        if article is None or mention.value.instrument_class != "currency":
            continue
        start = article.start()
        led = text[max(start - 3, 0) : start] in _LED_BY
        off = start and text[start - 2].islower() and _OFF.match(text, mention.end)
        if start - 3 * led in beside_moves or off or (not article["about"] and goes_on(text, mention, starts)):
            found.append(Token("number", start, mention.start - 1, number=Number(1.0)))
    return found


def goes_on(text: str, mention: Token, starts: set[int]) -> bool:
    """ "One dollar thirty-one", "a dollar and 12 cents": whether hundredths follow a unit of money."""
    if text.startswith(", ", mention.end) and mention.end + 2 in starts and text[mention.end + 2].isalpha():
        return _CENTS_SAID.match(text, mention.end + 2) is not None
    joined = 5 if text.startswith(" and ", mention.end) else 1
    place = mention.end + joined
    figures = _PARTS_OF_ONE if joined == 5 else _TWO_FIGURES  # but "four lei for a dollar and 4.97 for a euro"
    return place in starts and (text[place].isalpha() or figures.match(text, place) is not None)
