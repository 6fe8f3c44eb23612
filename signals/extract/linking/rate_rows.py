"""Rows of a list of exchange rates, each named by one currency: the lines above the list say in what they are priced.

| heading                         | row                          | instrument           | counter-example           |
|---------------------------------|------------------------------|----------------------|---------------------------|
| "Euro reference rates"          | "Japanese yen  JPY   109.30" | EURJPY               | the same below "Dollar"   |
| "Bank of Russia official rates" | "US dollar, 1    61.1512"    | USDRUB, a fixing     | "Bank of Russia: results" |
| "Mid rates in Norwegian kroner" | "100 SEK         93.93"      | SEKNOK, of a hundred | "100 shares      93.93"   |

A currency of the heading prices the rows only where they are possible in it, all the same way round; one of many that is not
is read as nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from signals.extract.linking.mentions import NO_INSTRUMENT, Mention, MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.tokens import AGAINST, OFFICIAL, RATE, Token
from signals.instruments.tables import rows as table

_LINE = re.compile(r"[^\n]+")
_NUMBER = re.compile(r"(?<![\w.,+−-])(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?![\w%]|[.,]\d)")
_LOTS = frozenset({"1", "10", "100", "1000", "1,000", "10000", "10,000"})
_GAP = re.compile(r"(?: {2,}|[ \t]*[\t|=:][\t|=: ]*)(?:Rs\.? ?|[$€£¥₹])?\Z")
_BEHIND = 3  # words behind a price: "7.0039 yuan"
_WORD = re.compile(r"[^\W\d_]+")
_IN_CAPITALS = {"YEN": "JPY", "EURO": "EUR", "YUAN": "CNY", "POUND": "GBP", "RAND": "ZAR", "BAHT": "THB", "LIRA": "TRY"}
_LABEL = 80  # characters
_LONGEST = 240  # characters of a row: its label, figures and the words behind
_EXTRA = 3  # words of a label that name no currency: "United Kingdom POUND GBP"
_ABOVE = 4  # lines right above the rows that may head them
_LEAST, _MANY = 2, 5  # rows of a list; of one that may hold a row that is wrong
_RATES = re.compile(
    r"\b(?:(?:exchange|reference|official|currency|mid|noon|fixing|average|buying|middle|representative|central)[ -]"
    r"(?:\w+ )?rates?|rates?\b.{0,20}\bcurrenc(?:y|ies)|currencies|fix(?:es|ed|ings?)?|mid-?points?|parit(?:y|ies)"
    r"|forex|FX)\b",
    re.IGNORECASE,
)
_PRICED = re.compile(r"(?:\b(?:in|per|to|the|vs\.?|versus|against|one|1|of)(?: the)?(?: \w+ing)? ?|\( ?)\Z", re.IGNORECASE)
_PER_ONE = re.compile(r"\b(?:per|for one|one|1|against|versus|vs\.?|to)(?: the)? \Z", re.IGNORECASE)
_RATED = re.compile(r"(?: foreign)?(?: exchange)?(?: reference)? (?:rates?|fix\w*|=)|s?\)", re.IGNORECASE)


class _Row(NamedTuple):
    """A line of a list: where its label begins and ends, its currency, how many units of it are priced, and at what."""

    start: int
    end: int
    code: str
    lot: int
    price: float


def rate_rows(text: str, names: Sequence[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for the labels of lists of exchange rates, each the pair that its line is the price of."""
    currencies = [token for token in names if token.value.instrument_class == "currency"]
    if len(currencies) < _LEAST or "\n" not in text:
        return []
    found: list[Token] = []
    for block in _blocks(text, currencies):
        begin, end = _heading(text, block[0].start)
        priced = _home(text, (begin, end), block, currencies, places, mention_of)
        if priced is None:
            found += [Token("other", row.start, row.end, NO_INSTRUMENT, "name") for row in block if row.lot > 1]
            continue  # a hundred yen cost a hundred times what one does
        published = places.bank(begin, end) or places.bank(0, _first(text))
        form = OFFICIAL if published else AGAINST if priced[1] else RATE
        for row in block:
            possible = _fits(row, *priced, mention_of) is not False
            mention = _mention(row, *priced, mention_of) if possible else NO_INSTRUMENT
            found.append(
                Token("instrument" if possible else "other", row.start, row.end, mention, form if possible else "name")
            )
    return found


def _first(text: str) -> int:
    return text.find("\n")


def _blocks(text: str, currencies: Sequence[Token]) -> Iterator[list[_Row]]:
    """Runs of lines that are rows, with nothing but blanks between."""
    run: list[_Row] = []
    last = place = 0
    for line in _LINE.finditer(text):
        while place < len(currencies) and currencies[place].start < line.start():
            place += 1
        names_one = place < len(currencies) and currencies[place].start < line.end() < line.start() + _LONGEST
        row = _row(text, line, currencies, place) if names_one else None
        if row is None or text[last : line.start()].strip():
            if len(run) >= _LEAST:
                yield run
            run = []
        if row is not None:
            run.append(row)
            last = line.end()
    if len(run) >= _LEAST:
        yield run


def _row(text: str, line: re.Match[str], currencies: Sequence[Token], place: int) -> _Row | None:
    """The row that a line is: words for one currency, how many units of it if that is said, and figures."""
    numbers = list(_NUMBER.finditer(text, *line.span()))
    if not numbers:
        return None
    lot = numbers[0] if len(numbers) > 1 and numbers[0][0] in _LOTS else None
    price = numbers[1 if lot else 0]
    label = text[line.start() : price.start()]
    gap = _GAP.search(label)
    words_behind = len(_WORD.findall(text, price.end(), line.end()))
    if len(label) > _LABEL or words_behind > _BEHIND:
        return None
    own = []
    for token in currencies[place:]:
        if token.start >= price.start():
            break
        own.append(token)
    code = _code(label, own)
    end = line.start() + len(label.rstrip(" \t|:$€£¥₹"))
    start = line.start() + len(label) - len(label.lstrip(" \t|•*–-"))
    extra = _extra(text, label, own) if own else 0
    if code is None or extra > (_EXTRA if gap or lot else 0) or (gap is None and not lot and label.rstrip().isupper()):
        return None
    units = int(lot[0].replace(",", "")) if lot else 1
    return _Row(start, end, code, units, float(price[0].replace(",", "")))


def _code(label: str, own: Sequence[Token]) -> str | None:
    """The one currency of a label: that of its code where it has one ("Hong Kong  DOLLAR  HKD")."""
    words = _WORD.findall(label)
    codes = {word for word in words if word in _country_of() and len(word) == 3}
    found = codes or {token.value.id for token in own} or {_IN_CAPITALS[word] for word in words if word in _IN_CAPITALS}
    return found.pop() if len(found) == 1 else None


def _extra(text: str, label: str, own: Sequence[Token]) -> int:
    """How many words of a label belong to no name of its currency."""
    named = sum(len(_WORD.findall(text[token.start : token.end])) for token in own)
    return len(_WORD.findall(label)) - named


def _heading(text: str, start: int) -> tuple[int, int]:
    """Where the lines above a list begin and end that may head it."""
    begin = text.rfind("\n", 0, start) + 1
    end, lines = begin, 0
    while begin > 0 and lines < _ABOVE:
        line = text.rfind("\n", 0, begin - 1) + 1
        lines += bool(text[line:begin].strip())
        begin = line
    return begin, end


def _home(
    text: str,
    heading: tuple[int, int],
    block: Sequence[_Row],
    currencies: Sequence[Token],
    places: Places,
    mention_of: MentionOf,
) -> tuple[str, bool] | None:
    """The currency that a list is priced in and whether its rows are the prices of one unit of that; None where nothing is
    sure.
    """
    own = {"USD", *(row.code for row in block)}
    spans = [line.span() for line in _LINE.finditer(text, *heading)]
    spans += [(0, _first(text))] if heading[0] > 0 else []
    in_dollars = "USD" not in {row.code for row in block} and _all_fit(block, "USD", None, mention_of)
    told: set[str] = set()
    named: list[Token] = []
    for start, end in spans:
        rates = _RATES.search(text, start, end) is not None
        if not rates and (in_dollars or text[start:end].rstrip().endswith(".")):
            continue  # "Rand gains against the euro" above the prices of currencies in dollars
        here = [t for t in currencies if start <= t.start < end]
        told |= {t.value.id for t in here if _PRICED.search(text, start, t.start) or _RATED.match(text, t.end)} - own
        banks = (country for at, _, country in (*places.banks, *places.named) if rates and start <= at < end)
        told |= {currency_of_country()[country] for country in banks if country in currency_of_country()} - own
        named += here
    if not told and "USD" in {row.code for row in block}:
        told = {
            t.value.id for t in currencies
        } - own  # what the report speaks of: a list that prices the dollar is in no dollars
    fits = [(code, turned) for code in told for turned in (False, True) if _all_fit(block, code, turned, mention_of)]
    if len(fits) == 2 and fits[0][0] == fits[1][0]:
        per_one = fits[0][0] == "EUR" or any(_PER_ONE.search(text, 0, t.start) for t in named if t.value.id == fits[0][0])
        return fits[0][0], per_one
    return fits[0] if len(fits) == 1 else None


def _all_fit(block: Sequence[_Row], home: str, turned: bool | None, mention_of: MentionOf) -> bool:
    """Whether the rows are possible as the prices of their currencies in another, or as those of the other in them (each in its
    own way where ``turned`` is None), all but one of many.
    """
    known = [fits for row in block if (fits := _fits(row, home, turned, mention_of)) is not None]
    return len(known) >= _LEAST and sum(known) >= len(known) - (len(known) >= _MANY)


def _fits(row: _Row, home: str, turned: bool | None, mention_of: MentionOf) -> bool | None:
    """Whether a row is possible so; None where nothing is known of its pair."""
    if turned is None:
        return _fits(row, home, False, mention_of) or _fits(row, home, True, mention_of)
    bounds = _range(row.code, home, mention_of)
    if bounds is None:
        return None
    price = 1 / row.price if turned and row.price else row.price / row.lot
    return bounds[0] <= price <= bounds[1] and not (turned and row.lot > 1)


def _range(code: str, home: str, mention_of: MentionOf) -> tuple[float, float] | None:
    """Between what prices in another a currency ever was, by those of both in dollars where their pair is not known."""
    for base, quote in ((code, home), (home, code)):
        pair = mention_of(base + quote)
        if pair is not None and pair.low and pair.high:
            return (pair.low, pair.high) if base == code else (1 / pair.high, 1 / pair.low)
    one, other = _in_dollars(code, mention_of), _in_dollars(home, mention_of)
    return (one[0] / other[1], one[1] / other[0]) if one and other else None


def _in_dollars(code: str, mention_of: MentionOf) -> tuple[float, float] | None:
    if code == "USD":
        return 1.0, 1.0
    for pair, turned in ((code + "USD", False), ("USD" + code, True)):
        known = mention_of(pair)
        if known is not None and known.low and known.high:
            return (1 / known.high, 1 / known.low) if turned else (known.low, known.high)
    return None


def _mention(row: _Row, home: str, turned: bool, mention_of: MentionOf) -> Mention:
    base, quote = (home, row.code) if turned else (row.code, home)
    known = mention_of(base + quote) or Mention(base + quote, "fx", f"{quote} per {base}")
    low, high = (bound and bound * row.lot for bound in (known.low, known.high))
    return Mention(known.id, "fx", known.unit, known.currency, low=low, high=high, lot=row.lot)


@cache
def _country_of() -> dict[str, str]:
    """The country of each currency by its code."""
    return {row["code"]: row["country"] for row in table("instruments", "currencies.csv")}


@cache
def currency_of_country() -> dict[str, str]:
    """The currency of each country: the first that the table has."""
    return {country: code for code, country in reversed(_country_of().items()) if country}
