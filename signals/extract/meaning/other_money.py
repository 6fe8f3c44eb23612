"""Moves counted in another money than the instrument's own: how gold did in sterling is no move of its price in dollars.

| text                                          | dropped               | counter-example                 |
|-----------------------------------------------|-----------------------|---------------------------------|
| "In sterling terms gold is up 15%"            | the move              | "in dollar terms gold is up"    |
| "Priced in yen, gold is up 20%"               | the move              | "in London, gold is up 20%"     |
| "gold gained 5% in dollars and 12% in yen"    | 12%, as one of dollar/yen | "a gain of 12% in the yen"  |
"""

from __future__ import annotations

import re
from functools import cache

from signals.extract.grammar.sizes import PAIRS
from signals.extract.linking.leading import index_home
from signals.extract.linking.mentions import Mention
from signals.extract.linking.rate_rows import currency_of_country
from signals.extract.meaning.draft import Draft
from signals.extract.text.folding import holds_any
from signals.extract.text.words import any_of
from signals.instruments.tables import forms, rows

_NO_MONEY = ("real", "reals", "sum", "sums", "sol", "sols", "lat", "lats", "som", "soms")  # words unless "terms" follow
_PRICED = ("commodity", "precious metal", "crypto", "share")  # in a money that is known; not an index
_REACH = 60  # characters before a size that are looked through for the money at the head of its clause
_CUES = (" terms", "riced in ", "easured in ", "ounted in ", "xpressed in ", " in ", "In ")
_AMERICAN = ("US", "U.S.", "American")


@cache
def _codes() -> dict[str, frozenset[str]]:
    """The currencies that a noun may mean, in the singular and the plural; none of a money that is not named."""
    codes: dict[str, set[str]] = {"sterling": {"GBP"}, "local": set(), "local-currency": set(), "foreign-currency": set()}
    for row in rows("instruments", "currencies.csv"):
        for noun in forms([noun for noun in row["nouns"].split(";") if noun]):
            codes.setdefault(noun.lower(), set()).add(row["code"])
    return {noun: frozenset(among) for noun, among in codes.items()}


@cache
def _counted() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """What money is named in: at the head of a clause before a size, right behind a size, right behind a name."""
    whose, noun = r"(?:(?P<whose{0}>US|U\.S\.|[A-Z][a-z]+) )?", rf"(?P<money{{0}}>{any_of(_codes())})"
    alone = rf"(?P<money2>{any_of(n for n in _codes() if n not in _NO_MONEY)})"
    behind = rf"in {whose.format(0)}{noun.format(0)}"
    head = (
        rf"(?:[Pp]ric|[Mm]easur|[Cc]ount|[Ee]xpress)ed in {whose.format(0)}{noun.format(0)}\b(?: terms)?"
        rf"|[Ii]n {whose.format(1)}{noun.format(1)}(?: currency)? terms|[Ii]n {whose.format(2)}{alone}(?=,| (?:it|they)\b)"
    )
    return (
        re.compile(rf"(?:\A\s*|[.;:,\n(–—-] ?|\b(?:but|and|while|though) )(?:{head}),? ?[^.;:,\n\d]{{0,40}}\Z"),
        re.compile(
            rf"(?: (?:on the day|this year|so far|year to date))? {behind}(?:(?: currency)? terms\b|(?=[.,;)\n]|\Z| and\b))"
        ),
        re.compile(rf" {behind}(?: currency)? terms\b"),
    )


def in_other_money(text: str, draft: Draft) -> bool:
    """Whether a move without a level is counted in a money that is not the instrument's."""
    if draft.level is not None or draft.move is None or draft.subject is None:
        return False
    size, subject = draft.move_token or draft.frame.direction, draft.subject
    if size is None or not holds_any(text[max(subject.start - _REACH, 0) : size.end + _REACH], _CUES):
        return False
    if draft.mention.instrument_class in PAIRS:
        return _counts(text, subject.start, subject.end, size.end)
    head, behind, named = _counted()
    told = behind.match(text, size.end) or named.match(text, subject.end)
    for end in (size.start, subject.start):  # "in dollar terms it is down 9%", "in dollar terms the S&P 500 is down 9%"
        told = told or head.search(text[max(draft.frame.sentence, end - _REACH) : end])
    if told is None:
        return False
    own, money = _own_money(draft.mention), _money(told)
    if draft.mention.instrument_class not in _PRICED and not (money and " terms" in told[0]):
        return False  # "in local currency terms" an index goes as it does
    return own is not None and own not in money


def _own_money(mention: Mention) -> str | None:
    """What an instrument is priced in, an index in the money of its country."""
    if mention.instrument_class not in _PRICED:
        home = index_home(mention.id)
        return currency_of_country().get(home, "EUR") if home is not None else None
    own = (mention.currency or (mention.unit or "").partition(" ")[0])[:3].upper()
    return "USD" if own == "US" else own or None


def _money(told: re.Match[str]) -> frozenset[str]:
    """The currencies that may be named: of dollars the American ones, where a nation is named the others."""
    number = next(n for n in ("0", "1", "2") if told.groupdict().get(f"money{n}"))
    codes, whose = _codes()[told[f"money{number}"].lower()], told[f"whose{number}"]
    return codes if whose is None else codes & {"USD"} if whose in _AMERICAN else codes - {"USD"}


def _counts(text: str, start: int, end: int, size: int) -> bool:
    """ "5% in dollars, 12% in yen", "gold in rupee terms": whether a currency is only what another thing is counted in."""
    if text[start:end].lower() not in _codes() or not text.endswith((" in ", "In "), 0, start):
        return False
    if text.startswith((" terms", " it ", " they "), end):
        return True  # "In baht it has gained 12%"
    return text[size:start] == " in " and text[end : end + 1] in ".,;) \n"


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
