"""Of the listings of one company that which the place or the money of its price tells.

| text                                                   | instrument | counter-example                          |
|--------------------------------------------------------|------------|------------------------------------------|
| "Alibaba fell 2.3% to $181.20" where nothing else says | BABA       | "Alibaba fell to $92.70 in Hong Kong"    |
| "On Wall Street Alibaba rose 2%"                       | BABA       | "the Hang Seng fell, Alibaba rose 2%"    |
| "HSBC fell 2% in Hong Kong", "in Hong Kong HSBC fell"  | 0005.HK    | "HSBC fell 2% after losses in Hong Kong" |
| "HSBC's Hong Kong-listed shares fell"                  | 0005.HK    | "a Hong Kong-listed rival of HSBC fell"  |
| "Gazprom's London-listed shares fell": receipts        | OGZD.IL    | "Gazprom fell 2% in Moscow"              |
| "Great Wall's Shanghai-listed shares fell": not in the master | none | "Great Wall shares fell"                |
"""

from __future__ import annotations

import re
from operator import attrgetter

from signals.extract.linking.mentions import NO_INSTRUMENT, Mention, MentionOf
from signals.extract.text.tokens import Token

# How Yahoo's symbols end, by the city of the exchange.
_SUFFIXES = {
    "London": "L", "New York": "", "Hong Kong": "HK", "Frankfurt": "DE", "Johannesburg": "JO", "Tokyo": "T", "Shanghai": "SS",
    "Shenzhen": "SZ",
    "Singapore": "SI", "Sydney": "AX", "Toronto": "TO", "Paris": "PA", "Amsterdam": "AS", "Milan": "MI", "Madrid": "MC",
    "Zurich": "SW", "Stockholm": "ST", "Helsinki": "HE", "Dublin": "IR", "Mumbai": "NS",
}  # fmt: skip
_RECEIPTS = {"L": "IL"}  # of the companies that a city lists only so
_CITY = "(?P<city>" + "|".join(_SUFFIXES) + ")"
_MOVED_IN = re.compile(
    rf"(?:(?:['’]s?)?(?: [AB])? shares)? (?:[a-z]+ ){{1,3}}(?:as much as |by |about |nearly |more than )?"
    rf"(?:[\d.,]+ ?|[a-z]+ )(?:%|per ?cent|pct)"
    rf"(?: (?:lower|higher|up|down))?(?: (?:to|at) (?:[A-Z]{{1,3}})?[$£€]?\d[\d.,]*(?: [a-z]+)?)? in {_CITY}"
    r"(?: trading| trade| dealings)?(?=[.,;)\n]|$| (?:and|but|on|after|as|to|while|where|yesterday|today)\b)"
)
_OPENED_IN = re.compile(rf"(?:^|[.;,\n] ?)(?:and )?[Ii]n {_CITY},? (?:the shares of |shares in )?\Z")
_CLAUSE = re.compile(rf"[.;](?!\d)|\n|\bin {_CITY}|\b(?:while|but|whereas|as)\b")
_START = attrgetter("start")
_LINE = r"(?:-| )(?:listed|traded) (?:[A-Z][ -]|ordinary )?(?:shares?|stock)"
_LISTED_IN = re.compile(rf"(?:['’]s?)? {_CITY}{_LINE}\b")
_OF_THOSE_IN = re.compile(rf"\b{_CITY}{_LINE} (?:of|in) (?:the )?\Z")
_HOME = re.compile(r"Hong Kong|HK\$|Hang Seng|HSI\b|HKEX|\bHKD?\b|China(?:'s|’s)? (?:stocks|shares|markets)|Shanghai|\.HK\b")
_AMERICAN = re.compile(r"(?<![A-Za-z])\$ ?\d|US\$ ?\d|\b(?:New York|Wall Street|NYSE|Nasdaq|NASDAQ|S&P 500|Dow)\b")


def american_listings(text: str, tokens: list[Token], mention_of: MentionOf) -> None:
    """Makes the shares of Hong Kong those that New York lists, in a text that speaks of New York or its money alone."""
    listed = [t for t in tokens if t.value.currency == "HKD" and t.value.instrument_class == "share" and t.value.lines]
    if not listed or _HOME.search(text) or not _AMERICAN.search(text):
        return
    for token in listed:
        line = dict(token.value.lines).get("USD")
        token.value = (mention_of(line) if line else None) or token.value


def by_city(text: str, tokens: list[Token], mention_of: MentionOf) -> None:
    """Gives the shares that a sentence says to have moved in a city the listing there."""
    opened, until = "", 0  # the city that opens a clause, and where that ends: "in Hong Kong HSBC fell 2% and AIA 3%"
    for token in sorted(tokens, key=_START):
        if token.value.instrument_class != "share":
            continue
        said = _LISTED_IN.match(text, token.end) or _OF_THOSE_IN.search(text, max(token.start - 50, 0), token.start)
        if said is not None:
            _become(token, _SUFFIXES[said["city"]], mention_of)
        if not token.value.lines or said is not None:
            continue
        moved, opens = _MOVED_IN.match(text, token.end), _OPENED_IN.search(text, max(token.start - 40, 0), token.start)
        if opens is not None:
            clause = _CLAUSE.search(text, token.end)
            opened, until = opens["city"], clause.start() if clause is not None else len(text)
        city = moved["city"] if moved is not None else opened if token.start < until else ""
        line = _listed_in(token.value, _SUFFIXES[city]) if city else None
        token.value = (mention_of(line) if line else None) or token.value


def _become(token: Token, suffix: str, mention_of: MentionOf) -> None:
    """Makes a token that of its company's line with this suffix; one that says nothing of an instrument where there is none."""
    if token.value.id.rpartition(".")[2 if "." in token.value.id else 0] == suffix:
        return
    line = _listed_in(token.value, suffix)
    mention = mention_of(line) if line else None
    if mention is None:
        token.kind, token.form = "other", "name"
    token.value = mention or NO_INSTRUMENT


def _listed_in(share: Mention, suffix: str) -> str | None:
    """The company's listing with this suffix, or its receipts in that city."""
    found = {line.partition(".")[2]: line for _, line in share.lines}
    return found.get(suffix) or found.get(_RECEIPTS.get(suffix, suffix))
