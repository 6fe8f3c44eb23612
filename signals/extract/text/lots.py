"""Currencies priced by the lot, and rates written as equations.

| text                                   | reading                   | counter-example                    |
|----------------------------------------|---------------------------|------------------------------------|
| "JPY 100   = CNY 5.5438", "1 USD = ..."| a hundred yen in yuan     | "x = 5"                            |
| "100 yen at Rs 70.43"                  | a hundred yen in rupees   | "the share rose 100 yen at 2,800"  |
| "($1 = 17.62 rand)"                    | a dollar in rand          | "$1 a share"                       |
| "at $208.50 to US$1"                   | a dollar in the other     | "cut it from US$2 to US$1"         |
| "142,500 dinars for 100 dollars"       | a hundred dollars         | "paid 142,500 dinars for 100 tins" |

The level of a lot is given for one unit: 0.055438 yuan per yen.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_SIZE = r"1|100|1,?000"
_BEFORE = re.compile(rf"(?:^|[\n;:.,•»|(] *|\band |\bwhile |= *)(?P<lot>{_SIZE}) ?$")
_BEHIND = re.compile(rf" ?(?P<lot>{_SIZE})(?= *=)")
_BRACKETED = re.compile(r" ?\((?P<lot>100|1,?000)(?: units)?\)")  # "the Japanese yen (100)"
_EQUALS = re.compile(r" *= *(?=[A-Z\d€£$¥₹])")
_PRICED = re.compile(
    r" (?=(?:at|costs?|cost|fetch(?:ed|es)|bought|buys|(?:was|were|is|are|stood|traded) (?:at|worth|fixed at))"
    r" (?:[A-Z]{1,3}[a-z.]{0,2} ?|[€£$¥₹])?\d)"
)
_WORTH = r"(?:buys|bought|fetche[sd]|fetching|costs?|costing|equals?|(?:was |is )?worth|(?:gets|got) you)"
_UNIT = re.compile(
    r"(?P<sign>US\$(?<![\w.,]US.)|\$(?<![\w.,].)|€(?<![\w.,].)|£(?<![\w.,].))1(?:\.0+)?"
    rf"(?: *=(?= *(?:[A-Z€£]|\d))|(?= {_WORTH} (?:[A-Z]{{1,3}}\$?|[€£¥])? ?\d))"  # "($1 = 17.62 rand)", "US$1 buys C$1.4640"
)
_PER_ONE = re.compile(
    r"(?P<sign>US\$(?<=\d to US.)|€(?<=\d to .)|£(?<=\d to .))1(?:\.0+)?(?![\d.,]*\d| \w*illion| ?bn)"
)  # "$208.50 to US$1"
_ONES = ("$1", "€1", "£1")  # a quick look for one
# "142,500 dinars for 100 dollars": a price of a hundred, as money changers of Baghdad give it.
_PER_HUNDRED = re.compile(
    r"\d{2,3},\d{3}(?: (?:[A-Z][a-z]+ )?[a-z]+| [A-Z]{3})? (?:for|per|to|against)(?: every| each| the)?"
    r" (?:(?:US)?\$ ?100\b|100 (?:(?:US|U\.S\.|American) )?dollars?\b)"
)
_CODES = {"US$": "USD", "$": "USD", "€": "EUR", "£": "GBP"}
_MANY = frozenset({"JPY", "KRW", "IDR", "VND", "HUF", "ISK", "KZT", "RUB", "CLP", "COP", "THB", "SEK", "INR", "TWD", "CZK"})


def equations(text: str) -> Iterator[tuple[tuple[int, int], str]]:
    """Where one of a currency is set equal to its price, and the code of that currency."""
    if not holds_any(text, _ONES):
        return
    for match in _UNIT.finditer(text):
        yield match.span(), _CODES[match["sign"]]
    for match in _PER_ONE.finditer(text):
        if " from " not in text[max(match.start() - 30, 0) : match.start()]:
            yield match.span(), _CODES[match["sign"]]


def lots(text: str, names: Sequence[Token]) -> None:
    """Widens the currencies that are priced by the lot over its size, and over the sign of an equation."""
    _of_hundreds(text, names)
    for token in names:
        if token.value.instrument_class != "currency":
            continue
        before = _BEFORE.search(text, max(token.start - 9, 0), token.start)
        behind = None if before else _BEHIND.match(text, token.end)
        bracketed = _BRACKETED.match(text, token.end) if token.value.id in _MANY else None
        size = before or behind or bracketed
        end = size.end() if size and size is not before else token.end
        equals = _EQUALS.match(text, end) if size else None
        if size is None or not (equals or bracketed or (token.value.id in _MANY and _PRICED.match(text, end))):
            continue
        lot = int(size["lot"].replace(",", ""))
        if lot > 1 or equals:
            token.start = min(token.start, size.start("lot"))
            token.end = equals.end() if equals else end
            while text[token.end - 1] == " ":
                token.end -= 1
            token.value = replace(token.value, lot=lot)


def _of_hundreds(text: str, names: Sequence[Token]) -> None:
    """Makes the levels of a sentence that prices a hundred dollars those of one."""
    for match in _PER_HUNDRED.finditer(text) if "100 dollars" in text or "$100" in text else ():
        begin = max(text.rfind(mark, 0, match.start()) for mark in (". ", "\n"))
        for token in names:
            if begin < token.start < match.end() and token.value.instrument_class == "currency":
                token.value = replace(token.value, lot=100)
