"""Whether an item is mainly about markets or monetary policy: how often it speaks their words."""

from __future__ import annotations

import re

MARKET = re.compile(
    r"\b(?:currenc(?:y|ies)|forex|bonds?|yields?|treasur(?:y|ies)|gilts?|bunds?|shares?|stocks?|equit(?:y|ies)|index|futures"
    r"|traders?|investors?|basis points?|per barrel|an ounce|central bank|interest rates?|rate (?:cut|hike|rise|decision)s?"
    r"|policy rate|repo rate|monetary policy|rand|yen|euro|dollar|sterling|pound|yuan|rupee|lira|peso|franc|rouble|ruble|real"
    r"|krona|krone|zloty|forint|against the dollar|bitcoin|gold|crude|brent|rallied|sell-off|bullish|bearish)\b",
    re.IGNORECASE,
)
WORDS_FOR_EACH = 40


def is_market_news(text: str) -> bool:
    """At least three different market words, and one for every forty words of text."""
    found = [match.group().lower() for match in MARKET.finditer(text[:20_000])]
    return len(set(found)) >= 3 and len(found) * WORDS_FOR_EACH >= len(text[:20_000].split())
