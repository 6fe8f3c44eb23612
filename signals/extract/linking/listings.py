"""Of the listings of one company that which the place or the money of its price tells.

| text                                                   | instrument | counter-example                          |
|--------------------------------------------------------|------------|------------------------------------------|
| "Alibaba fell 2.3% to $181.20" where nothing else says | BABA       | "Alibaba fell to $92.70 in Hong Kong"    |
| "On Wall Street Alibaba rose 2%"                       | BABA       | "the Hang Seng fell, Alibaba rose 2%"    |
| "HSBC fell 2% in Hong Kong", "in Hong Kong HSBC fell"  | 0005.HK    | "HSBC fell 2% after losses in Hong Kong" |
"""

from __future__ import annotations

import re

from signals.extract.linking.mentions import Mention, MentionOf
from signals.extract.text.tokens import Token

# How Yahoo's symbols end, by the city of the exchange.
_SUFFIXES = {
    "London": "L", "New York": "", "Hong Kong": "HK", "Frankfurt": "DE", "Johannesburg": "JO", "Tokyo": "T", "Shanghai": "SS",
    "Singapore": "SI", "Sydney": "AX", "Toronto": "TO", "Paris": "PA", "Amsterdam": "AS", "Milan": "MI", "Madrid": "MC",
    "Zurich": "SW", "Stockholm": "ST", "Helsinki": "HE", "Dublin": "IR", "Mumbai": "NS",
}  # fmt: skip
_CITY = "(?P<city>" + "|".join(_SUFFIXES) + ")"
_MOVED_IN = re.compile(
    rf" (?:[a-z]+ ){{1,3}}(?:as much as |by |about |nearly |more than )?[\d.,]+ ?(?:%|per ?cent|pct)"
    rf"(?: (?:lower|higher|up|down))? in {_CITY}"
    r"(?: trading| trade| dealings)?(?=[.,;)\n]|$| (?:and|but|on|after|as|to|while|where|yesterday|today)\b)"
)
_OPENED_IN = re.compile(rf"(?:^|[.;,\n] ?)(?:and )?[Ii]n {_CITY},? (?:the shares of |shares in )?\Z")
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
    for token in tokens:
        if not token.value.lines or token.value.instrument_class != "share":
            continue
        found = _MOVED_IN.match(text, token.end) or _OPENED_IN.search(text, max(token.start - 40, 0), token.start)
        line = _listed_in(token.value, _SUFFIXES[found["city"]]) if found else None
        token.value = (mention_of(line) if line else None) or token.value


def _listed_in(share: Mention, suffix: str) -> str | None:
    """The company's listing with this suffix."""
    return next((line for _, line in share.lines if line.partition(".")[2] == suffix), None)
