"""American depositary receipts and other shares of a company that New York lists, instruments of their own.

| text                                              | instrument | counter-example                                   |
|---------------------------------------------------|------------|---------------------------------------------------|
| "Infosys ADRs", "Toyota's depositary receipts"    | INFY, TM   | "Infosys shares": the line that its name means    |
| "the US-listed shares of Alibaba"                 | BABA       | "a US-listed rival of Alibaba"                    |
| "Nokia fell 4%. Its ADRs closed at $4.02"         | NOK        | "Its shares"                                      |
| "Tencent's ADR"                                   | none       | a receipt that we do not know is not the share    |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from signals.extract.linking.mentions import NO_INSTRUMENT, MentionOf
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

_NEW_YORK = r"(?:(?:New York|US|U\.S\.|American|Nasdaq|NYSE)[- ](?:listed|traded) )"
_RECEIPTS = (
    rf"(?:{_NEW_YORK}?(?:ADRs?|ADSs?|(?:American )?[Dd]epositar?y [Rr]eceipts?|American [Dd]epositar?y [Ss]hares?)\b"
    rf"|{_NEW_YORK}(?:shares?|stock|receipts?|paper)\b)"
)
# Of a company that is listed elsewhere too: "Alibaba's US shares".
_THERE = r"(?:New York|U\.?S\.?|American) (?:shares|stock)\b(?! (?:holding|portfolio|market|business)s?)"
_OWN = re.compile(rf"(?:['’]s?| ?[—–:-])? (?:[Tt]he |[Ii]ts )?{_RECEIPTS}|['’]s? {_THERE}")
_OF = re.compile(rf"\b{_RECEIPTS} (?:of|in|for) (?:[a-z]+ ){{0,2}}$")
_ITS = re.compile(
    rf"\b(?:[Ii]ts|[Tt]heir|[Tt]he(?: company['’]s| group['’]s)?) (?:{_RECEIPTS}|receipts\b)(?! (?:of|for|in [a-z]))"
)
_HINTS = (
    "epositary ",
    "epositay ",
    "American s",
    "US s",
    "U.S. s",
    "New York s",
    " listed ",
    "-listed ",
    " traded ",
    "-traded ",
    "t receipts ",
    "s receipts ",
)
_SHORT = re.compile(r"\bAD[RS]s?\b")
_HEADING = re.compile(r"^(?![^\n]*\d[.,]\d)[^\n]*\b(?:ADRs?|ADSs?|[Dd]epositary [Rr]eceipts)\b[^\n]*$", re.MULTILINE)
_CELLS = re.compile(r"(?: {2,}| ?[\t|] ?)[-+]?\d")
_BEFORE = 60  # characters in which "the American depositary receipts of" stands before a name


@cache
def _receipts() -> dict[str, str]:
    return {row["share"]: row["receipt"] for row in rows("instruments", "receipts.csv")}


def receipts(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """Gives the names of companies whose receipts are spoken of the receipt, or none where we know none; tokens for receipts
    that stand without a name.
    """
    if not (holds_any(text, _HINTS) or (("ADR" in text or "ADS" in text) and _SHORT.search(text))):
        return []
    shares = [t for t in names if t.kind == "instrument" and t.value.instrument_class == "share"]
    _in_table(text, shares, mention_of)
    found = list(_unnamed(text, shares, mention_of))
    for token in shares:
        own = _OWN.match(text, token.end)
        if own is None and not _OF.search(text, max(token.start - _BEFORE, 0), token.start):
            continue
        token.end = own.end() if own is not None else token.end
        if token.value.currency != "USD":
            _become(token, mention_of)
    return found


def _in_table(text: str, shares: list[Token], mention_of: MentionOf) -> None:
    """ "Indian ADRs, New York close" above "Infosys  19.44  +1.76": names that head the rows of a table of receipts."""
    heading = _HEADING.search(text) if shares else None
    for token in shares if heading is not None else ():
        row = text[token.start - 1] == "\n" and _CELLS.match(text, token.end) is not None if token.start else False
        if heading is not None and row and token.start > heading.end() and token.value.currency != "USD" and _receipt(token):
            _become(token, mention_of)


def _unnamed(text: str, shares: list[Token], mention_of: MentionOf) -> Iterator[Token]:
    """ "Nokia fell. Its ADRs closed at $4.02": those of the company that is named last before them."""
    for match in _ITS.finditer(text) if shares else ():
        before = max((t for t in shares if t.end <= match.start()), key=attrgetter("end"), default=None)
        if before is not None and before.value.currency != "USD":
            token = Token("instrument", match.start(), match.end(), before.value)
            _become(token, mention_of)
            yield token


def _receipt(token: Token) -> str | None:
    """The receipt of a token's company."""
    return dict(token.value.lines).get("USD") or _receipts().get(token.value.id)


def _become(token: Token, mention_of: MentionOf) -> None:
    """Makes a token that of the company's receipt; one that says nothing of an instrument where that is not known."""
    identity = _receipt(token)
    mention = mention_of(identity) if identity else None
    if mention is None:
        token.kind, token.form = "other", "name"
    token.value = mention or NO_INSTRUMENT
