"""The first stage of extraction: a text as typed tokens, each number with its unit."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from signals.extract.linking.known_bonds import BOND_CLASSES
from signals.extract.linking.mentions import NO_INSTRUMENT
from signals.extract.linking.rate_verbs import rate_verbs
from signals.extract.linking.row_labels import row_labels
from signals.extract.linking.senses import settle_senses
from signals.extract.linking.signs import settle_signs
from signals.extract.text.dashes import join_ranges
from signals.extract.text.lexer import Claims, breaks, longest, merge, number_tokens
from signals.extract.text.lists import head_percent, share_percent, share_percent_back, share_points
from signals.extract.text.multiples import fewer, multiples
from signals.extract.text.search import Search, Written
from signals.extract.text.stacked import join_lines
from signals.extract.text.tokens import Token
from signals.extract.text.unit_prices import share_money
from signals.extract.text.units import (
    absorb_currencies,
    join_bands,
    join_hundredths,
    join_quotes,
    of_american_dollars,
    share_units,
)

_CODE = re.compile(r" \(?[A-Z]{1,4}[FGHJKMNQUVXZ]\d{1,2}\)?(?=[ ,])")  # "May SBK5 settled": the code of a contract
_EXTREMES = ("high", "low")
_OWNED = re.compile(r"[A-Za-z]+['’]s (?=\S)")
_NOT_NUMBERS = ("time", "name", "part of a word")


class Tokens(NamedTuple):
    """What the grammar reads of a text: its tokens in order, the numbers that are times, names or parts of words, and the
    currencies named, in order and as often as they are.
    """

    read: list[Token]
    unread: list[Token]
    currencies: list[str]


def tokenize(text: str, search: Search, times: Sequence[Token], written: Written = lambda: None) -> Tokens:
    """The tokens of a text, ``times`` among them; ``written`` gives its day."""
    words, linked, numerals = search(text, written)
    mentions = [token for token in linked if token.kind != "ref"]
    quoting = [token for token in linked if token.kind == "ref"]  # banks that stand for the currency that they quote
    names = [*mentions, *(w for w in words if w.kind == "ref" and _holds_digit(text, w))]
    for time in times if _CODE.search(text) is not None else ():
        code = _CODE.match(text, time.end) if time.kind == "time" and time.value.month is not None else None
        time.end = code.end() if code is not None else time.end
    claims = Claims([*((t.start, t.end, "time") for t in times), *((m.start, m.end, "name") for m in names)])
    numbers: list[Token] = []
    unread: list[Token] = []
    for number in number_tokens(text, claims, numerals):
        known = number.number is not None and number.number.ignored not in _NOT_NUMBERS
        (numbers if known else unread).append(number)
    currencies = [m for m in mentions if m.value.instrument_class == "currency"]
    words = settle_senses(text, words, times, mentions, currencies)
    named = [m.value.id for m in currencies]
    numbers = _with_units(text, numbers, mentions, words, named)
    named += [t.number.unit for t in numbers if t.number and t.number.prefixed and len(t.number.unit or "") == 3]
    _leave_times(text, words, times)
    tokens = merge([mentions, quoting, numbers, longest([*words, *times]), breaks(text)])
    share_percent(text, tokens)
    share_percent_back(tokens)
    if any(m.value.instrument_class in BOND_CLASSES for m in mentions):
        share_points(text, tokens)
    if len(currencies) > 2:
        share_money(text, tokens)
    if any(m.value.instrument_class == "policy rate" for m in mentions):
        rate_verbs(text, tokens)
    join_lines(text, tokens)
    return Tokens(tokens, unread, named)


def _leave_times(text: str, words: Sequence[Token], times: Sequence[Token]) -> None:
    """ "Previous day's high": the word for an extreme behind a time that holds the "day" of "day's high"."""
    owned = [word for word in words if word.kind == "state" and word.form in _EXTREMES and _OWNED.match(text, word.start)]
    for word in owned:
        time = next((t for t in times if t.start < word.start < t.end < word.end), None)
        owner = _OWNED.match(text, word.start)
        if time is not None and owner is not None:
            word.start = owner.end()


def _with_units(
    text: str, numbers: list[Token], mentions: list[Token], words: Sequence[Token], named: Sequence[str]
) -> list[Token]:
    """The numbers with what stands beside them: currencies, hundredths, both sides of a quote, the unit that a list shares."""
    multiples(text, numbers)
    fewer(text, numbers)
    row_labels(text, numbers, mentions)
    absorb_currencies(text, numbers, mentions, words)
    lots = [token for token in numbers if token.form == "lot"]
    for lot in lots:
        lot.value = NO_INSTRUMENT
    mentions += lots
    numbers = [token for token in numbers if token.kind == "number"]
    if "US" in text:
        of_american_dollars(text, numbers)
    join_hundredths(text, numbers)
    join_quotes(text, numbers)
    join_bands(text, numbers)
    join_ranges(text, numbers)
    share_units(text, numbers)
    settle_signs(text, numbers, named, mentions)
    head_percent(text, numbers)
    return numbers


def _holds_digit(text: str, reference: Token) -> bool:
    """ "The 225-issue average", "the benchmark December 2025 contract", "one ounce" that costs so much."""
    return str(reference.value).startswith("per ") or any(
        character.isdigit() for character in text[reference.start : reference.end]
    )
