"""Words around a name that pick another instrument: a metal's future, a bond's tenor, the spread of two bonds.

| text                                   | instrument   | counter-example                 |
|----------------------------------------|--------------|---------------------------------|
| "gold for June delivery", "May silver" | GC, SI       | "spot gold" stays XAUUSD        |
| "Nasdaq futures", "the S&P 500 future" | the id's _F  | "futures traders"               |
| "the 10-year yield", "30-year: "       | last country | "a 12-year low"                 |
| "the gap between BTPs and Bunds"       | IT10Y-DE10Y  | "the gap between rich and poor" |
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache

from signals.extract.mentions import Mention
from signals.extract.tokens import Token
from signals.resources import data_path

MentionOf = Callable[[str], Mention | None]

METAL_FUTURES = {"XAUUSD": "GC", "XAGUSD": "SI", "XPTUSD": "PL", "XPDUSD": "PA"}
_FUTURES_OF_METALS = frozenset(METAL_FUTURES.values())
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)"
)
_FUTURE_AFTER = re.compile(
    rf" (?:futures?\b|for {_MONTH}(?:-\w+)? (?:delivery|settlement)|contracts?\b|e-minis?\b)", re.IGNORECASE
)
_FUTURE_BEFORE = re.compile(
    rf"\b(?:{_MONTH}|{_MONTH.lower()}|front-month|most-active|futures for|Comex|COMEX|comex)\s?\.?"
    r" (?:U\.?S\.? |Comex |COMEX )?$"
)
_MONTH_AFTER = re.compile(rf" (?:- {_MONTH}\b|\({_MONTH}\))", re.IGNORECASE)
TENOR = re.compile(
    r"(?P<tenor>\d{1,2}|two|three|five|seven|ten|twenty|thirty)[- ]year\b"
    r"(?P<noun>(?: (?:government|benchmark|sovereign|Treasury|US|U\.S\.|local|note|bond|paper|debt|maturity|JGB|gilt|Bund"
    r"|BTP|OAT))*"
    r" (?:[Bb]unds?|JGBs?|[Gg]ilts?|BTPs?|OATs?|Treasur(?:y|ies|ys)|Bonos|yields?|notes?|bonds?|paper|debt|maturity|tenor"
    r"|one|rate|securities|borrowing cost))?(?P<colon>:)?",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[ -][Yy](?:ear|EAR)\b")
_SIZE = re.compile(r"(?:\d{1,2}|two|three|five|seven|ten|twenty|thirty)\Z", re.IGNORECASE)
_WORDS = {"two": 2, "three": 3, "five": 5, "seven": 7, "ten": 10, "twenty": 20, "thirty": 30}
_NOT_A_BOND = re.compile(
    r" (?:high|low|peak|trough|top|bottom|average|deal|contract|plan|period|run|term|streak|mark|anniversary|old|veteran"
    r"|history)",
    re.IGNORECASE,
)
_ARTICLE = re.compile(r"\b(?:the|its|benchmark|on|in|and|while|of) $", re.IGNORECASE)


def futures(text: str, names: list[Token], mention_of: MentionOf) -> None:
    """Replaces spot metals and indices that the words around them make futures."""
    for token in names:
        identity = token.value.id
        metal = identity in METAL_FUTURES or identity in _FUTURES_OF_METALS
        future = METAL_FUTURES.get(identity) or (f"{identity}_F" if token.value.instrument_class == "index" else None)
        if future is None and not metal:
            continue
        after = _FUTURE_AFTER.match(text, token.end)
        after = _MONTH_AFTER.match(text, after.end() if after else token.end) or after
        before = _FUTURE_BEFORE.search(text, max(token.start - 30, 0), token.start) if metal else None
        if (after or before) and (mention := mention_of(future or identity)) is not None:
            token.value, token.end = mention, after.end() if after else token.end
            token.start = before.start() if before else token.start


def tenors(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """Tokens for bonds named by their tenor alone; their country is that of the bond named last, else that of the text."""
    found: list[Token] = []
    matches = list(_tenors(text))
    if not matches:
        return found
    taken = {
        place for token in names if token.value.instrument_class == "bond yield" for place in range(token.start, token.end)
    }
    for match in matches:
        if match.start() in taken or not _names_a_bond(text, match):
            continue
        country = _country(text, [*names, *found], match)
        size = match["tenor"].lower()
        mention = mention_of(f"{country}{_WORDS.get(size, size)}Y") if country else None
        if mention is not None:
            end = match.start("colon") if match["colon"] else match.end()
            found.append(Token("instrument", match.start(), end, mention))
    return found


def _tenors(text: str) -> Iterator[re.Match[str]]:
    """Lengths in years, looked for around the word."""
    place = 0
    for year in _YEAR.finditer(text):
        size = _SIZE.search(text, max(year.start() - 6, place), year.start())
        match = TENOR.match(text, size.start()) if size else None
        if match is not None:
            place = match.end()
            yield match


def _names_a_bond(text: str, match: re.Match[str]) -> bool:
    if match["noun"] or match["colon"]:
        return True
    return bool(_ARTICLE.search(text, max(match.start() - 12, 0), match.start())) and not _NOT_A_BOND.match(text, match.end())


def _country(text: str, names: list[Token], match: re.Match[str]) -> str | None:
    """The country named around a tenor; else that of the bond named last before it, else the dollar's if it is named."""
    around = text[max(match.start() - 60, 0) : match.start()], text[match.start() : match.end() + 60]
    before = list(_countries().finditer(_last_clause(around[0])))
    after = _countries().search(_first_clause(around[1]))
    if before:
        return _by_word()[before[-1].group()]
    if after:
        return _by_word()[after.group()]
    bonds = [t for t in names if t.value.instrument_class == "bond yield"]
    earlier = sorted((t for t in bonds if t.start < match.start()), key=lambda t: t.start) or bonds
    if earlier:
        return str(earlier[-1].value.id[:2])
    return "US" if any(t.value.id in ("DXY", "USD", "SPX", "DJI", "IXIC", "US_POLICY") for t in names) else None


def _last_clause(text: str) -> str:
    return re.split(r"[.,;:\n]| while | and ", text)[-1]


def _first_clause(text: str) -> str:
    return re.split(r"[.,;:\n]| (?:rose|fell|was|were|while|and|at|to|up|down) ", text)[0]


def _by_word() -> dict[str, str]:
    """Country codes by the words that stand for a sovereign's bonds."""
    return _words_of("countries.csv")[0]


def _countries() -> re.Pattern[str]:
    return _words_of("countries.csv")[1]


def rates_and_maturities(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """Tokens for policy rates named through their central bank, for bonds named by maturity year and for spreads of two
    countries.
    """
    taken = [(t.start, t.end) for t in names if t.value.instrument_class in ("bond yield", "policy rate", "yield spread")]
    found = [*_policy_rates(text, mention_of), *_maturities(text, names, mention_of)]
    spreads = _spreads(text)
    bonds = _bonds_without_tenor(text, [*names, *spreads], mention_of)
    return [*spreads, *(t for t in [*found, *bonds] if not any(t.start < end and start < t.end for start, end in taken))]


_POLICY = re.compile(
    r"\b(?:(?:its|the|their) )?(?:(?:main|key|benchmark|overnight|official|policy|short-term|one-week|seven-day|repo"
    r"|lending|borrowing) ){0,3}"
    r"(?:interest rates?|policy rates?|lending rate|borrowing costs|benchmark rate|key rate|target range|overnight rate"
    r"|refinancing rate|repo rate)\b"
)
_MATURITY = re.compile(
    r"\b(?:\d{1,2}(?:\.\d+)?% )?(?P<year>20[2-6]\d)(?: (?:government|benchmark|sovereign|R\d+))* (?:bond|note"
    r"|paper)s?\b(?:['’]s)?(?: yield)?"
)
_MATURE = re.compile(r"20[2-6]\d(?: [\w ]{0,40})?(?:bond|note|paper)")
_SPREAD = re.compile(r"\b(?:spread|gap|differential|premium|difference)\b")


def _policy_rates(text: str, mention_of: MentionOf) -> list[Token]:
    found: list[Token] = []
    if "rate" not in text and "borrowing cost" not in text and "target range" not in text:
        return found
    for match in _POLICY.finditer(text):
        banks = list(_words_of("central_banks.csv")[1].finditer(text, max(match.start() - 200, 0), match.end() + 40))
        mention = mention_of(f"{_words_of('central_banks.csv')[0][banks[-1].group()]}_POLICY") if banks else None
        if mention is not None:
            found.append(Token("instrument", match.start(), match.end(), mention))
    return found


def _maturities(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    found: list[Token] = []
    for match in _MATURITY.finditer(text) if _MATURE.search(text) else ():
        country = _country(text, names, match) or next(
            (t.value.id[:2] for t in names if t.value.instrument_class == "currency"), None
        )
        mention = mention_of(f"{country}_{match['year']}")
        if mention is not None:
            priced = "yield" not in text[match.start() : match.end() + 8]
            found.append(Token("instrument", match.start(), match.end(), replace(mention, by_price=priced)))
    return found


def _spreads(text: str) -> list[Token]:
    """ "The gap between Italian and German 10-year debt": a spread token covers from the noun to the second country."""
    found = []
    for match in _SPREAD.finditer(text) if any(word in text for word in _SPREADS) else ():
        if own := _own_spread(text, match):
            found.append(own)
            continue
        clause = re.split(
            r"[.;\n]| (?:was|widened|narrowed|stood|rose|fell|tightened|shrank|at|to) ",
            text[match.start() : match.start() + 160],
        )[0]
        countries = list(_countries().finditer(clause))
        codes = list(dict.fromkeys(_by_word()[m.group()] for m in countries))
        if len(codes) == 2:
            tenor = TENOR.search(clause)
            size = tenor["tenor"].lower() if tenor else "10"
            years = _WORDS.get(size, size)
            mention = Mention(f"{codes[0]}{years}Y-{codes[1]}{years}Y", "yield spread", "bp")
            found.append(Token("instrument", match.start(), match.start() + countries[-1].end(), mention))
    return found


_SPREADS = ("spread", "gap", "differential", "premium", "difference")
EURO_ZONE = ("IT", "FR", "ES", "PT", "GR", "IE", "NL", "BE", "AT", "FI")
_BONDS = re.compile(
    r" (?:government |benchmark |sovereign )*(?:bonds?|debt|paper)\b(?! (?:sale|auction|market|issue|purchase))"
)


def _own_spread(text: str, match: re.Match[str]) -> Token | None:
    """ "The French spread": of a euro zone country's ten-year bond over Germany's."""
    before = list(_countries().finditer(text, max(match.start() - 40, 0), match.start()))
    if not before or not re.fullmatch(r" (?:(?:10|ten)-year )?(?:yield |risk |bond )?", text[before[-1].end() : match.start()]):
        return None
    code = _by_word()[before[-1].group()]
    if code not in EURO_ZONE:
        return None
    return Token("instrument", before[-1].start(), match.end(), Mention(f"{code}10Y-DE10Y", "yield spread", "bp"))


def _bonds_without_tenor(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """ "The Italian bond": the one of that country that the text has named with its tenor."""
    bonds = [t for t in names if t.value.instrument_class in ("bond yield", "yield spread")]
    found = []
    for noun in _BONDS.finditer(text) if bonds else ():
        match = _country_before(text, noun.start())
        if match is None:
            continue
        code = _by_word()[match.group()]
        named = next((t.value.id for t in reversed(bonds) if t.start < match.start() and t.value.id.startswith(code)), None)
        mention = mention_of(named.partition("-")[0]) if named else None
        if mention is not None:
            found.append(Token("instrument", match.start(), noun.end(), mention))
    return found


def _country_before(text: str, end: int) -> re.Match[str] | None:
    """The country whose name ends at ``end``."""
    matches = _countries().finditer(text, max(end - 40, 0), end)
    return next((match for match in matches if match.end() == end), None)


@cache
def _words_of(name: str) -> tuple[dict[str, str], re.Pattern[str]]:
    with data_path("words", name).open(encoding="utf-8", newline="") as file:
        by_word = {word: row["country"] for row in csv.DictReader(file) for word in row["words"].split(";")}
    words = sorted(by_word, key=len, reverse=True)
    return by_word, re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, words)) + r")(?!\w)")
