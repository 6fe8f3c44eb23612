"""Bare tickers of American shares in desks' notes, where what the price did is said right behind them.

| text                                        | instrument | counter-example                            |
|---------------------------------------------|------------|--------------------------------------------|
| "COIN closed +5.7% in NY, MSTR +9.2%"       | COIN, MSTR | "GDP +0.3%", "EPS up 12%"                  |
| "NVDA 164.10 (-1.2%)", "TSLA off 2% at 310" | NVDA, TSLA | "NVDA plans more", "the CAT scan 2.5"      |
"""

from __future__ import annotations

import re

from signals.extract.linking.mentions import MentionOf
from signals.extract.text.tokens import Token

_PERCENT = r"\d[\d.,]* ?(?:%|pct\b|per ?cent\b)"
_VERB = r"closed|ended|finished|settled|opened|printed|trades|trading|last|sits|marked|back"
_STATED = re.compile(
    rf"(?<![\w.$/(:&'’-])(?P<ticker>[A-Z]{{3,5}})(?=:? "
    rf"(?:(?:{_VERB}|is|was|only|just|now|also|again|another|shares|at) ){{0,3}}(?:(?:at )?\d[\d,]*\.\d\d(?:, | \(| ))?"
    rf"(?:[-+−]{_PERCENT}|(?:up|down|off|another) {_PERCENT}|{_PERCENT} (?:higher|lower|better|weaker|firmer|softer|up|down)\b)"
    rf"|:? (?:(?:{_VERB}|unch(?:anged)?|flat|steady|little changed)(?: at| around)?|at) \d[\d,]*\.\d\d(?![\d%]| ?(?:%|pct)))"
)
# Shorthand and words in capitals that are symbols of shares and funds as well.
_OTHER = frozenset((
    "ALL", "ARE", "ARR", "BIG", "CET", "FOR", "JOBS", "KEY", "LOW", "MTD", "NAV", "NOW", "OUT", "PMI", "RBA", "TECH", "USA",
    "WPI", "GLD", "HYG", "IWM", "QQQ", "SLV", "SPY", "TLT", "USO",
))  # fmt: skip
_CAPITALS = re.compile(r"\b[A-Z]{2,} \Z")


def tickers(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """Tokens for the tickers of which a price or its move is stated; none within a name or among other capitals."""
    if "%" not in text and "." not in text:
        return []
    found = []
    for match in _STATED.finditer(text):
        if match["ticker"] in _OTHER or _CAPITALS.search(text, max(match.start() - 12, 0), match.start()):
            continue
        if any(t.start < match.end() and match.start() < t.end for t in names):
            continue
        mention = mention_of(match["ticker"])
        if mention is not None and mention.instrument_class == "share":
            found.append(Token("instrument", *match.span("ticker"), mention))
    return found
