"""Moves counted in another money than the instrument's own: how gold did in sterling is no move of its price in dollars.

| text                                          | dropped               | counter-example                 |
|-----------------------------------------------|-----------------------|---------------------------------|
| "In sterling terms gold is up 15%"            | the move              | "in dollar terms gold is up"    |
| "Priced in yen, gold is up 20%"               | the move              | "in London, gold is up 20%"     |
| "gold gained 5% in dollars and 12% in yen"    | 12%, as one of dollar/yen | "a gain of 12% in the yen"  |
"""

from __future__ import annotations

import re

from signals.extract.linking.mentions import DOLLARS
from signals.extract.meaning.draft import Draft
from signals.extract.text.folding import holds_any

_MONEY = {
    "sterling": "GBP", "pounds": "GBP", "pound": "GBP", "euro": "EUR", "euros": "EUR", "yen": "JPY", "rupee": "INR",
    "rupees": "INR", "yuan": "CNY", "dollar": "USD", "dollars": "USD", "rand": "ZAR", "lira": "TRY", "rouble": "RUB",
    "roubles": "RUB", "ruble": "RUB", "rubles": "RUB", "franc": "CHF", "francs": "CHF", "won": "KRW", "ringgit": "MYR",
    "real": "BRL", "reais": "BRL", "local-currency": "", "local currency": "", "foreign-currency": "",
}  # fmt: skip
_NAMES = "|".join(sorted(_MONEY, key=len, reverse=True))
_COUNTED = rf"in (?:US |U\.S\. )?(?P<money>{_NAMES})\b"
_IN_TERMS = rf"[Ii]n (?:US |U\.S\. )?(?P<counted>{_NAMES}) terms"
_IN_PLURAL = r"[Ii]n (?P<plural>sterling|euros|yen|rupees|yuan|dollars|rand|roubles|rubles|francs|ringgit)(?=,| (?:it|they)\b)"
_HEAD = re.compile(
    rf"(?:\A\s*|[.;:,\n(–—-] ?|\b(?:but|and|while|though) )(?:(?:[Pp]ric|[Mm]easur|[Cc]ount|[Ee]xpress)ed {_COUNTED}(?: terms)?"
    rf"|{_IN_TERMS}|{_IN_PLURAL}),? ?(?:(?:it|they|gold|the metal|he)\b[^.;:\n]{{0,25}})?\Z"
)
_BEHIND = re.compile(rf"(?: (?:on the day|this year|so far|year to date))? {_COUNTED}(?: terms\b|(?=[.,;)\n]|\Z| and\b))")
_NAMED = re.compile(rf" {_COUNTED} terms\b")
_PAIRS = ("currency", "fx")
_PRICED = ("commodity", "precious metal", "crypto", "share")  # in a money that is known; not an index
_REACH = 60  # characters before a size that are looked through for the money at the head of its clause
_CUES = (" terms", "riced in", "easured in", "n yen", "n euros", "n rupees", "n sterling", "n dollars", "n yuan", "n roubles")


def in_other_money(text: str, draft: Draft) -> bool:
    """Whether a move without a level is counted in a money that is not the instrument's."""
    if draft.level is not None or draft.move is None or draft.subject is None:
        return False
    size, subject = draft.move_token or draft.frame.direction, draft.subject
    if size is None or not holds_any(text[max(subject.start - _REACH, 0) : size.end + _REACH], _CUES):
        return False
    if draft.mention.instrument_class in _PAIRS:
        return _counts(text, subject.start, subject.end, size.end)
    told = _BEHIND.match(text, size.end) or _NAMED.match(text, subject.end)
    told = told or _HEAD.search(text[max(draft.frame.sentence, size.start - _REACH) : size.start])
    if told is None:
        return False
    groups = told.groupdict()
    money = _MONEY[next(m for m in (groups.get("money"), groups.get("counted"), groups.get("plural")) if m).lower()]
    if draft.mention.instrument_class not in _PRICED:
        return money == "USD" and " terms" in told[0]
    own = (draft.mention.currency or (draft.mention.unit or "").partition(" ")[0])[:3].upper()
    own = "USD" if own == "US" else own
    return bool(own) and money != own and not (money == "USD" and own in DOLLARS)


def _counts(text: str, start: int, end: int, size: int) -> bool:
    """ "5% in dollars, 12% in yen", "gold in rupee terms": whether a currency is only what another thing is counted in."""
    if text[start:end].lower() not in _MONEY or not text.endswith(" in ", 0, start):
        return False
    return text.startswith(" terms", end) or (text[size:start] == " in " and text[end : end + 1] in ".,;) \n")


_FROM_RATE = re.compile(r" (?:from|than) (?:about |around |the )?\d[\d.,]* ?(?:%|per ?cent\b|pct\b)")
_IN_PERCENT = ("bond yield", "yield spread", "policy rate")


def of_a_rate(text: str, draft: Draft) -> bool:
    """ "The shilling was flat. The Treasury sold bills at 8.15%, down from 8.18%": whether a direction is that of a percentage
    that is no price of the instrument.
    """
    said = draft.frame.direction
    if said is None or draft.level is not None or draft.move_token is not None or draft.frame.tabular:
        return False
    return draft.mention.instrument_class not in _IN_PERCENT and _FROM_RATE.match(text, said.end) is not None
