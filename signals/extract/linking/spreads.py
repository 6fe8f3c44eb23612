"""Spreads of two countries' bonds, and slopes of one country's yield curve.

| text                                     | instrument    | counter-example                  |
|------------------------------------------|---------------|----------------------------------|
| "the gap between BTPs and Bunds"         | IT10Y-DE10Y   | "the gap between rich and poor"  |
"""

from __future__ import annotations

import re
from itertools import pairwise

from signals.extract.linking.curves import slopes
from signals.extract.linking.issuers import sovereigns, speaks_of_dollars
from signals.extract.linking.mentions import Mention
from signals.extract.linking.places import Places
from signals.extract.linking.tenors import TENOR, YEARS_IN_WORDS
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_SPREAD = re.compile(r"\b(?:[Ss]pread|gap|differential|premium|difference)\b")
_SPREADS = ("spread", "Spread", "gap", "differential", "premium", "difference")
_OVER = re.compile(r"s? (?:to|over|versus|above|against) (?:the )?(?:benchmark |equivalent |10-year |German |U\.S\. |US ){0,2}")
_STATEMENT = re.compile(r"[.;\n]| (?:was|widened|narrowed|stood|rose|fell|tightened|shrank|at|to) ")
_PLAIN_SPREAD = re.compile(r"(?:['’]s)? (?:(?:10|ten)-year )?(?:yield |risk |bond )?")
_ELLIPSIS = re.compile(
    r"['’]s (?:was|is|had|has|stood|stands|rose|fell|widened|narrowed|closed|opened|ended|eased|tightened|held"
    r"|climbed|dropped)\b"
)
_THAT_OF = re.compile(r"\b[Tt]hat of $")
EURO_ZONE = ("IT", "FR", "ES", "PT", "GR", "IE", "NL", "BE", "AT", "FI", "CY", "SI", "SK")


def spreads(text: str, names: list[Token], places: Places) -> list[Token]:
    """ "The gap between Italian and German 10-year debt": a spread token covers from the noun to the second country."""
    found = []
    for match in _SPREAD.finditer(text) if holds_any(text, _SPREADS) else ():
        if own := _own_spread(text, match, places):
            found.append(own)
            continue
        if over := _spread_over(text, match, names, places):
            found.append(over)
            continue
        end = _STATEMENT.search(text, match.start(), match.start() + 160)
        stop = end.start() if end else match.start() + 160
        first = places.after(match.start(), stop)
        second = places.after(first[1], stop) if first else None
        while first and second and second[2] == first[2]:
            second = places.after(second[1], stop)
        if first and second:
            tenor = TENOR.match(text, second[1] + 1)
            mention = _spread(text[match.start() : stop], first[2], second[2])
            found.append(Token("instrument", match.start(), tenor.end() if tenor else second[1], mention))
    return [*found, *_of_others(text, found, places)] if found else found


def _of_others(text: str, found: list[Token], places: Places) -> list[Token]:
    """ "Spain's risk premium closed at 121 points; Portugal's stood at 195, that of Greece was at 410": of other countries."""
    others = []
    for start, end, code in places.named if found[0].value.id.endswith("-DE10Y") else ():
        that = _THAT_OF.search(text, max(start - 12, 0), start)
        if code not in EURO_ZONE or start < found[0].end or not (_ELLIPSIS.match(text, end) if that is None else that):
            continue
        if any(token.start <= start < token.end for token in found):
            continue
        begin = that.start() if that is not None else start
        others.append(Token("instrument", begin, end + 2 * (that is None), Mention(f"{code}10Y-DE10Y", "yield spread", "bp")))
    return others


def pairs_of_debt(text: str, places: Places) -> list[Token]:
    """ "BTP-Bund 82bp", "OAT/Bund": two debts in one word are the gap between them."""
    found = []
    for (start, first, one), (second, end, other) in pairwise(sorted(places.debt)):
        joined = text[first:second] in ("-", "/", "–") and one in EURO_ZONE
        if joined and other == "DE":
            found.append(Token("instrument", start, end, _difference(one, other, "10Y")))
    return found


def country_slopes(text: str, names: list[Token], places: Places) -> list[Token]:
    """ "The gap between twos and tens": of the country whose bonds were named last, else of the text's."""
    found = []
    for start, end, longer, shorter in slopes(text):
        before = [t.value.id[:2] for t in names if t.value.instrument_class == "bond yield" and t.start < end]
        within = places.after(start, end)
        country = (
            within[2] if within else before[-1] if before else "US" if speaks_of_dollars(names) else places.home(sovereigns())
        )
        if country in sovereigns():
            mention = Mention(f"{country}{longer}Y-{country}{shorter}Y", "yield spread", "bp")
            found.append(Token("instrument", start, end, mention))
    return found


def _spread_over(text: str, match: re.Match[str], names: list[Token], places: Places) -> Token | None:
    """ "The spread to Treasuries": of the bond named last over that benchmark."""
    over = _OVER.match(text, match.end())
    other = places.after(over.end(), over.end() + 14) if over else None
    before = [t.value.id for t in names if t.start < match.start() and t.value.instrument_class == "bond yield"]
    if over is None or other is None or other[0] != over.end() or not before or not before[-1].endswith("Y"):
        return None
    own = places.before(match.start(), sovereigns() - {other[2]})
    country, tenor = own[2] if own else before[-1][:2], before[-1][2:]
    if country == other[2]:
        return None
    return Token("instrument", match.start(), other[1], _difference(country, other[2], tenor))


def _spread(clause: str, one: str, other: str) -> Mention:
    tenor = TENOR.search(clause)
    size = tenor["tenor"].lower() if tenor else "10"
    return _difference(one, other, f"{YEARS_IN_WORDS.get(size, size)}Y")


def _difference(one: str, other: str, tenor: str) -> Mention:
    """The spread of two countries' bonds: over the Bund, whichever the writer names first."""
    if one == "DE":
        one, other = other, one
    return Mention(f"{one}{tenor}-{other}{tenor}", "yield spread", "bp")


def _own_spread(text: str, match: re.Match[str], places: Places) -> Token | None:
    """ "The French spread": of a euro zone country's ten-year bond over Germany's; "the BTP-Bund spread"."""
    before = places.before(match.start())
    if before is None or not _PLAIN_SPREAD.fullmatch(text, before[1], match.start()):
        return None
    start, code = before[0], before[2]
    if code == "DE" and (other := places.before(before[0], EURO_ZONE)) and other[1] + 1 == before[0]:
        start, code = other[0], other[2]
    if code not in EURO_ZONE:
        return None
    return Token("instrument", start, match.end(), Mention(f"{code}10Y-DE10Y", "yield spread", "bp"))
