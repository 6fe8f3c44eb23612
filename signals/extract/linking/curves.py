"""The slope of one country's yield curve: what a longer bond yields beyond a shorter one.

| text                                       | instrument  | counter-example                          |
|--------------------------------------------|-------------|------------------------------------------|
| "the gap between twos and tens"            | US10Y-US2Y  | "the gap between two and ten dealers"    |
| "the gap between two- and 10-year yields"  | US10Y-US2Y  | "Italian and German 10-year yields"      |
| "the 2s10s curve", "the 5s/30s"            | US10Y-US2Y  | "in the 2s and 3s"                       |
| "the curve comparing two- and 10-year debt"| US10Y-US2Y  | "the curve flattened"                    |
| "the two-year/10-year yield curve"         | US10Y-US2Y  | "two-year/10-year leases"                |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.folding import holds_any

_SIZE = r"(?P<{0}>\d{{1,2}}|two|three|five|seven|ten|twenty|thirty)"
_NAMED = r"(?P<{0}>twos|threes|fives|sevens|tens|thirties|\d{{1,2}}s)"
_BETWEEN = r"(?:spread|gap|differential|difference|premium|curve)s? (?:between|of|on|in)(?: the)?(?: [\w.'’]+){0,4}? "
_NOUN = r"(?:(?: U\.S\.| US)?(?: Treasury| government| benchmark| note| bond)*(?: Treasuries| yields?| notes?| bonds?| debt)?)"
_GAP = cues("spread spreads gap gaps differential differentials difference differences premium premiums curve curves")
_YR = r"(?:y(?:ea)?r|y)"
_LESS = cues("less minus")
_SHORTS = ("2s", "3s", "5s", "7s", "0s")  # a quick look for bonds named as "10s"
_CURVE = (
    r"(?:\b(?:that|this|the|a) (?:[\w-]+ ){0,3}?(?:part|section|segment|portion) of )?(?:\bthe )?"
    r"(?:\b(?:U\.S\.|US|American|Treasury|Treasuries|German|Bund|UK|British|gilt|yield) ){0,3}\bcurve,?"
)
# What names a slope, by the words without one of which it cannot stand there.
_BY_CUE = tuple(
    (words, re.compile(pattern, re.IGNORECASE))
    for words, pattern in (
        (
            _GAP,
            _BETWEEN + _SIZE.format("one") + r"-(?:year)?[^.;,:\n]{0,24}?(?: and|/| to| over| versus)(?: the)? ?"
            rf"{_SIZE.format('other')}[- ]year{_NOUN}",
        ),
        (_GAP, rf"{_BETWEEN}{_NAMED.format('one')}(?: and | versus |/){_NAMED.format('other')}\b"),
        (
            _LESS,
            rf"\b(?P<one>\d{{1,2}})[ -]?{_YR} (?:less|minus) (?:the )?(?P<other>\d{{1,2}})[ -]?{_YR}\b(?: yields?)?",
        ),
        (
            cues("curve"),
            rf"{_CURVE} (?:that |which )?(?:compar(?:ing|es)|between|from|measur(?:ing|es)|defined by)(?: the)?"
            r"(?: (?:gap|difference|spread)(?: between| in))?(?: yields?)?(?: on| of)?(?: the)? "
            + _SIZE.format("one") + r"(?:-year|-)?[^.;,:\n]{0,24}?(?: and|/| to| with| versus)(?: the)? "
            rf"{_SIZE.format('other')}[- ]years?{_NOUN}",
        ),
        (
            cues("curve spread slope gap segment"),
            r"(?:\bthe )?(?:\b(?:U\.S\.|US|Treasury) )?\b" + _SIZE.format("one") + r"(?:-year|y|yr)?[-/]"
            + _SIZE.format("other") + r"[- ]?(?:years?|y|yr)(?: Treasury| yield| note){0,2} (?:curve|spread|slope|gap|segment)",
        ),
    )
)  # fmt: skip
_OF_SHORTS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"\b(?P<one>[2357]|10|20|30)s? ?(?:less|minus|over|vs?\.?|versus) (?P<other>[2357]|10|20|30)s\b",
        r"\b(?P<one>[2357])s[/-]?(?P<other>[57]|10|20|30)s(?: yield)?(?: curve| spread| gap)?\b",
    )
)
_INVERSION = re.compile(
    r"\b(?:the )?inversion (?:of|in) (?:that (?:part|section|segment) of )?the (?:[\w.]+ ){0,3}curve\b"
    r"|\b(?:the )?(?:yield )?curve['’]s inversion\b",
    re.IGNORECASE,
)
_LEADS = re.compile(r"(?:\bpart of )?\bthe [\w. ]{0,24}curve,? (?:(?:that |which )?measur(?:ing|es)) the \Z", re.IGNORECASE)
_YEARS = {"two": 2, "three": 3, "five": 5, "seven": 7, "ten": 10, "twenty": 20, "thirty": 30, "thirtie": 30, "twentie": 20}


def slopes(text: str) -> Iterator[tuple[int, int, int, int]]:
    """Where a text names a slope, and the years of its longer and its shorter bond."""
    shorts = _OF_SHORTS if holds_any(text, _SHORTS) else ()
    for pattern in (*(pattern for words, pattern in _BY_CUE if holds_cue(text, words)), *shorts):
        for match in pattern.finditer(text):
            one, other = sorted((_years(match["one"]), _years(match["other"])))
            if one and one != other:
                lead = _LEADS.search(text, max(match.start() - 70, 0), match.start())
                yield lead.start() if lead else match.start(), match.end(), other, one


def inversions(text: str, named: set[str], country: str | None) -> Iterator[tuple[int, int, int, int]]:
    """ "The inversion of the curve shrank": of twos and tens, where a text has named both of a country's."""
    if "nversion" in text and {f"{country}2Y", f"{country}10Y"} <= named:
        for match in _INVERSION.finditer(text):
            yield match.start(), match.end(), 10, 2


def _years(written: str) -> int:
    """
    >>> [_years(w) for w in ("twos", "10s", "thirties", "five", "2", "dozens")]
    [2, 10, 30, 5, 2, 0]
    """
    word = written.lower().removesuffix("s")
    return int(word) if word.isdigit() else _YEARS.get(word, 0)
