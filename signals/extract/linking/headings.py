"""What the label of a line says of the names on it: morning notes say once, in front, what holds for the whole line.

| text                                          | instruments        | counter-example                     |
|-----------------------------------------------|--------------------|-------------------------------------|
| "Futures: Dow -525 points, S&P 500 -1.1%"     | DJI_F, SPX_F       | "Futures fell. The Dow lost 1%"     |
| "US futures:" on a line above "Dow -0.3%"     | DJI_F              | "Futures fell", above a list        |
| "10-yr yields: US 2.66%, Germany 0.63%"       | US10Y, DE10Y       | "10-year yields: what drives them"  |
| "10-year yields (change in bp)\\nItaly 3.47"   | IT10Y              | "10-year yields fell"               |
| "SAUDI ARABIA fell 1.6% to 10,541" on a line  | TASI               | one such line alone                 |
| "£/$: 1.3875, €/£ 0.8450"                     | GBPUSD, EURGBP     | "$/barrel"                          |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from signals.extract.linking.leading import national
from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import place_names
from signals.extract.text.tokens import Token

_FUTURES = re.compile(
    r"(?:^|\n)[ \t•*–-]*(?:(?:U\.?S\.?|Wall Street|Stock|Equity|Index|European|Asian) )?(?:[Ii]ndex )?[Ff]utures ?(?::|[-–] )"
)
_FUTURES_COLUMN = re.compile(r"(?:^|\n)[ \t]*(?:(?:U\.?S\.?|[Ss]tock|[Ii]ndex) )?[Ff]utures(?: {2,}| ?[\t|])[^\n]*\n")
_FUTURES_BLOCK = re.compile(
    r"(?:^|\n)[ \t•*–-]*(?:(?:U\.?S\.?|Wall Street|[Ss]tock|[Ee]quity|European|Asian) )*(?:[Ii]ndex )?(?:[Ff]utures|FUTURES)"
    r"(?: (?:this morning|today|overnight|pre-?market|at [^\n:]{1,20}(?::\d\d[^\n:]{0,12})?|\([^)\n]*\)))?:?[ \t]*\n"
    r"(?:[ \t]*\n)?(?=[^\n]*\d)"
)
_YIELDS = re.compile(
    r"(?:^|\n)[ \t•*–-]*(?P<tenor>\d{1,2})[- ]?(?:[Yy](?:ea)?r|[Yy])s?(?: \w+)?"
    r"(?: yields?| bonds?| notes?| rates?)(?: \([^()\n]*\))? ?(?::|[-–] |(?P<over>\n)(?=[A-Z]))"
)
_NUMBERED = re.compile(r"\n[ \t•*–-]*\d")
_BEGINS = frozenset("0123456789 \t•*–-")
_COUNTRY = re.compile(
    r"(?<![\w.])([A-Z][A-Za-z.]*(?: [A-Z][a-z]+)?)(?= ?:? ?[-+]?\d{1,2}\.(?:\d+ ?(?:%|per ?cent|pct)|\d{2,3}(?![\d.])))"
)
_CAPITALS = re.compile(r"^[A-Z]{4,}[A-Z ]* [a-z|]", re.MULTILINE)
_MARKET = re.compile(
    r"^([A-Z]{3,}(?: [A-Z]{3,})?)[ |]+(?:was |is )?[a-z]+ (?:by )?\d[\d.]* ?(?:%|pct|per ?cent)[a-z ]*\d", re.MULTILINE
)
_CITIES = {"DUBAI": "DFMGI", "ABU DHABI": "ADXGI", "UAE": None}
_SYMBOLS = re.compile(r"([£€$¥])/([£€$¥])(?![\w/])")
_STRONG = ("EUR", "GBP", "AUD", "NZD", "USD")  # first in their pairs with those behind them
_CURRENCY = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY"}
_SHORT = {"Aust": "AU", "Aus": "AU", "Ger": "DE", "Jap": "JP", "NZ": "NZ", "Can": "CA", "Ita": "IT", "Fra": "FR", "Spa": "ES"}


def headed(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """Makes futures of the indices behind a label that says so; the bonds and pairs that labels and symbols name."""
    if "utures" in text:
        _futures(text, names, mention_of)
    return [
        *_bonds(text, mention_of),
        *(_markets(text, mention_of) if _CAPITALS.search(text) else ()),
        *([*_pairs(text, mention_of), *_named_pairs(text, names, mention_of)] if "/" in text else ()),
    ]


def _futures(text: str, names: list[Token], mention_of: MentionOf) -> None:
    headed = [(match, _line_end(text, match.end())) for match in _FUTURES.finditer(text)]
    headed += [(match, _block_end(text, match.end())) for match in _FUTURES_COLUMN.finditer(text)]
    headed += [(match, _block_end(text, match.end())) for match in _FUTURES_BLOCK.finditer(text)]
    for match, end in headed:
        for token in names:
            if match.end() <= token.start < end and token.value.instrument_class == "index":
                token.value = mention_of(f"{token.value.id}_F") or token.value


def _bonds(text: str, mention_of: MentionOf) -> Iterator[Token]:
    for match in _YIELDS.finditer(text) if _NUMBERED.search(text) or text[:1] in _BEGINS else ():
        end = _block_end(text, match.end()) if match["over"] else _line_end(text, match.end())
        for named in _COUNTRY.finditer(text, match.end(), end):
            country = _SHORT.get(named[1]) or _countries().get(named[1])
            mention = mention_of(f"{country}{match['tenor']}Y") if country else None
            if mention is not None:
                yield Token("instrument", named.start(1), named.end(1), mention)


def _pairs(text: str, mention_of: MentionOf) -> Iterator[Token]:
    for match in _SYMBOLS.finditer(text):
        before = text[match.start() - 1 : match.start()]
        if before.isalnum() or before in ("_", "/"):
            continue
        mention = mention_of(_CURRENCY[match[1]] + _CURRENCY[match[2]])
        if mention is not None:
            yield Token("instrument", match.start(), match.end(), mention)


def _named_pairs(text: str, names: list[Token], mention_of: MentionOf) -> Iterator[Token]:
    """ "Rand/£ 24.01", "Euro/$ 1.1757": a currency and the sign of another are the pair as the market quotes it."""
    for name in names:
        other = _CURRENCY.get(text[name.end + 1 : name.end + 2]) if text[name.end : name.end + 1] == "/" else None
        if other is None or name.value.instrument_class != "currency" or other == name.value.id:
            continue
        strong = next((code for code in _STRONG if code in (name.value.id, other)), other)
        mention = mention_of(strong + (other if strong == name.value.id else name.value.id))
        if mention is not None:
            yield Token("instrument", name.start, name.end + 2, mention)


def _markets(text: str, mention_of: MentionOf) -> Iterator[Token]:
    """ "SAUDI ARABIA fell 1.6% to 10,541": lines that open with a country in capitals are about its index."""
    lines = list(_MARKET.finditer(text))
    for line in lines if len(lines) > 1 else ():
        identity = _CITIES.get(line[1]) or national(_countries().get(line[1].title()) or _SHORT.get(line[1], line[1]))
        mention = mention_of(identity) if identity else None
        if mention is not None:
            yield Token("instrument", line.start(1), line.end(1), mention)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def _block_end(text: str, start: int) -> int:
    """Where the lines under a heading end: at an empty one."""
    end = text.find("\n\n", start)
    return end if end >= 0 else len(text)


@cache
def _countries() -> dict[str, str]:
    return {alias.text: alias.targets[0] for alias in place_names() if alias.kind == "place"}
