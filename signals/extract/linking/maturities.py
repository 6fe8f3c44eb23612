"""Government bonds named by the year in which they mature.

| text                                     | instrument    | counter-example                  |
|------------------------------------------|---------------|----------------------------------|
| "its benchmark 2035 bond"                | ZA_2035       | "by 2035"                        |
| "the benchmark due in 2026"              | ZA_2026       | "a payment due in 2026"          |
| "12.75% FGN APR 2023 (5-year re-opening)"| NG_2023       | "rose 12.75% in April 2023"      |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from signals.extract.linking.issuers import country_of, home_of, named_by_maturity
from signals.extract.linking.known_bonds import BOND_CLASSES
from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.tokens import Token

_MATURITY = re.compile(
    r"\b(?:\d{1,2}(?:\.\d+)? ?(?:%|per ?cent|pct)?,? )?(?P<year>20[0-6]\d)"
    r"(?: (?:government|benchmark|sovereign|dollar|Eurobond|sukuk|R\d+))*"
    r" (?:bond|note|paper|maturity|issue|security|Eurobond|eurobond|sukuk|TES|Bono|bono|(?<=yield on the 20\d\d )benchmark)s?\b"
    r"(?:['’]s)?(?: yield\b)?"
)
_MATURING = re.compile(
    r"(?:\b\d{1,2}\.\d+ ?(?:%|per ?cent|pct) )?"
    r"\b(?:bond|note|benchmark|paper|Eurobond|eurobond)s?(?: that)? (?:due|maturing|matures|expiring)(?: in| on)?"
    r" (?:\d{1,2}[./]\d{1,2}[./]|(?:\d{1,2} )?[A-Z][a-z]{2,8}\.?(?: \d{1,2},)? )?(?P<year>20[0-6]\d)\b(?: yield\b)?"
)
_COUPON_AND_MONTH = re.compile(
    r"\b\d{1,2}\.\d{1,4} ?(?:%|pct|per ?cent) (?:(?-i:[A-Z]{2,6}) )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
    r"[ -](?P<year>20[0-6]\d)\b(?: \((?:[\w-]+ )?(?:re-?opening|re-?opened|new(?: issue)?|tap)\))?",
    re.IGNORECASE,
)
_YEAR_OF_BOND = re.compile(
    r"20[0-6]\d(?: [\w ]{0,40})?(?:bond|note|paper|maturity|issue|security|sukuk|bono|benchmark|TES\b)", re.IGNORECASE
)
_BONDS_WITH_YEARS = cues(
    "bond bonds eurobond eurobonds note notes benchmark benchmarks paper papers maturity issue issues security sukuk sukuks tes"
    " bono bonos"
)
_YEAR_2000 = re.compile(r"20[0-6]\d")
_DUE = re.compile(r"[ ./]20[0-6]\d")
_MATURES = cues("due maturing matures expiring")
_OF_MONTH = re.compile(r"[a-z]\.?[ -]\Z", re.IGNORECASE)
_BESIDE = 30  # characters between a tenor and the maturity that says which bond it is
_WHICH = re.compile(
    r"(?: (?:benchmark|government|bond|note|paper|security|yield))*(?:(?P<aside>,) (?:the )?(?:benchmark )?| )", re.IGNORECASE
)


def maturities(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Bonds of a year, each of the country named around it, else of that of the bond before it, else of the text's."""
    found: list[Token] = []
    if not (holds_cue(text, _BONDS_WITH_YEARS) and _YEAR_2000.search(text)):
        return found
    named = _MATURITY.finditer(text) if _YEAR_OF_BOND.search(text) else ()
    due = _MATURING.finditer(text) if holds_cue(text, _MATURES) and _DUE.search(text) else ()
    coupons = _COUPON_AND_MONTH.finditer(text) if "%" in text and _names_months(text) else ()
    bonds_named = [t for t in names if t.value.instrument_class in BOND_CLASSES]
    in_order = sorted(bonds_named, key=lambda t: t.start)
    own = [t for t in in_order if t.value.id[:2] in named_by_maturity()]
    starts = [t.start for t in own]
    for match in (*named, *due, *coupons):
        before = bisect_left(starts, match.start())
        country = country_of(text, match, places, own[before - 1] if before else None)
        country = country or home_of(text, names, places, named_by_maturity())
        mention = mention_of(f"{country}_{match['year']}")
        if mention is not None:
            priced = "yield" not in text[max(match.start() - 40, 0) : match.end() + 8]
            found.append(Token("instrument", match.start(), match.end(), replace(mention, by_price=priced)))
    return found


def _names_months(text: str) -> bool:
    """Whether a word stands before a year as that of its month does."""
    return any(_OF_MONTH.search(text, max(y.start() - 3, 0), y.start()) for y in _YEAR_2000.finditer(text))


def says_which(text: str, dated: Token, named: list[Token]) -> bool:
    """ "The 10-year benchmark, the 7.16 per cent 2023 paper, shot up": a maturity that only says which bond is the one of a
    tenor, whose name then covers it.
    """
    near = [t for t in named if t.end <= dated.start < t.end + _BESIDE and t.value.id[:2] == dated.value.id[:2]]
    tenor = next((t for t in near if t.value.instrument_class == "bond yield" and "_" not in t.value.id), None)
    gap = _WHICH.fullmatch(text, tenor.end, dated.start) if tenor is not None else None
    if tenor is None or gap is None or not (gap["aside"] or _coupon_first(text, dated)):
        return False
    if gap["aside"] and text[dated.end : dated.end + 1] != ",":
        return False
    tenor.end = dated.end + (1 if gap["aside"] else 0)
    return True


def _coupon_first(text: str, dated: Token) -> bool:
    """ "The 6.33% 2035 bond"."""
    return text[dated.start].isdigit() and not _YEAR_2000.match(text, dated.start)
