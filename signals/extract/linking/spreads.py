"""Spreads of two countries' bonds, and slopes of one country's yield curve.

| text                                     | instrument    | counter-example                  |
|------------------------------------------|---------------|----------------------------------|
| "the gap between BTPs and Bunds"         | IT10Y-DE10Y   | "the gap between rich and poor"  |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from signals.extract.linking.curves import inversions, slopes
from signals.extract.linking.issuers import sovereigns, speaks_of_dollars
from signals.extract.linking.mentions import Mention
from signals.extract.linking.places import Place, Places
from signals.extract.linking.tenors import TENOR, YEARS_IN_WORDS
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_SPREAD = re.compile(
    r"\b(?:(?:[Tt]he |[Ii]ts )?(?:yield|risk) )?(?:[Ss]pread|gap|differential|premium|difference|[Pp]ick-?up"
    r"|(?:extra|additional) (?:yield|return|interest)|yield advantage)\b"
)
_SPREADS = cues("spread gap differential premium difference pick pickup extra additional advantage")
_POINTS = cues("bp bps basis")
_BENCHMARK = r"(?:the )?(?:(?:benchmark|equivalent|comparable|similar|safer|ultra-safe|corresponding|10-year|ten-year) ){0,2}"
_OVER = re.compile(
    r"s?(?:(?: that| which)? (?:it|they|[Ii]nvestors|[A-Z]\w+(?: (?:bonds|debt|paper))?)(?: now| must| ha(?:s|ve) to)*"
    r" (?:offer|pay|paid|carr|command|yield|get|demand)(?:s|ed|y|ies|ied)?)?"
    rf" (?:to|over|versus|above|against|with) {_BENCHMARK}"
)
_OF_THE_TWO = re.compile(
    r"s?,? (?:between|of) (?:the two\b(?: (?:countries|bonds|yields|papers?|markets)\b(?:['’])?)*|them\b|both\b)"
)
_LEFT_AT = re.compile(
    r"\b(?:put|leav|left|tak|took|bring|brought|push|narrow|widen|keep|kept)\w*(?: the| their| its) (?:\w+ )?\Z"
)
_LISTED = re.compile(r"(?= (?:at |of )?\d[\d.]* ?(?:bps?|basis points?)\b)")  # "Bund 2.15%, BTP 3.97%, spread 182bp"
_PAPER = re.compile(
    r"(?:['’]s)?(?: (?:10-year|ten-year|government|benchmark|equivalents?|counterparts?|bonds?|debt|paper|yields?|notes?"
    r"|[Bb]unds?|[Tt]reasur(?:y|ies)|[Gg]ilts?|OATs?|rates?|ones?)\b)*"
)
_STATEMENT = re.compile(
    r"[.;\n]| (?:was|widened|narrowed|stood|rose|fell|tightened|shrank|at|to(?! (?:hold|own|buy|lend|borrow|keep|part)\b)) "
)
_EXCESS = re.compile(
    r"(?P<size>\d[\d.,]* ?(?:basis points?|bps?)) (?:more|higher|wider|of (?:extra|additional) (?:yield|return))?,? ?"
    rf"(?:than|above|over|on top of) (?:what |that of |those of |the (?:yield|rate) (?:on|of) |yields on )?"
    rf"{_BENCHMARK}(?=[A-Z])"
)
_TO_BE_MORE = re.compile(
    r"(?:\b(?:yield(?:s|ed|ing)?|pa(?:y|ys|id|ying)|(?:premium|spread|gap|pick-?up) of|trad(?:es?|ed|ing)(?: at)?|quoted"
    r"|at|is|was|to"
    r"|stood|or|offer(?:s|ed|ing)?)|,|%)(?: (?:about|around|roughly|some|only|just|now|nearly|almost|still|a|more than|at))* \Z"
)
_MORE = ("more than", "higher than", " above ", " over ", "wider than", "on top of")
_TEN_YEARS = re.compile(r"\b(?:ten|10)[- ]years?\b", re.IGNORECASE)
_PAYS = re.compile(r"(?:['’]s)?(?: (?:pays|paid|borrows at|has to pay|must pay|yields?|equivalents?|bonds?|Bunds?)\b)*")
_BETWEEN_THAT = re.compile(r" between (?:that|it|this|which) and ")
_FOR_TENOR = re.compile(r"(?: [\w'’-]+){1,4}? (?:for|on|in|of|at) (?:the )?(?=\d|[a-z]+[- ]year)")
_PLAIN_SPREAD = re.compile(r"(?:['’]s)? (?:(?:10|ten)-year )?(?:yield |risk |bond )?")
_ELLIPSIS = re.compile(
    r"['’]s (?:was|is|had|has|stood|stands|rose|fell|widened|narrowed|closed|opened|ended|eased|tightened|held"
    r"|climbed|dropped|hit|reached|touched|jumped|surged|shot|went|swelled|shrank|added|gained)\b"
)
_NEAR_BOTH = 300  # characters in which two bonds stand before their gap
_THAT_OF = re.compile(r"\b[Tt]hat of $")
EURO_ZONE = ("IT", "FR", "ES", "PT", "GR", "IE", "NL", "BE", "AT", "FI", "CY", "SI", "SK")


def spreads(text: str, names: list[Token], places: Places) -> list[Token]:
    """ "The gap between Italian and German 10-year debt": a spread token covers from the noun to the second country."""
    found = []
    for match in _SPREAD.finditer(text) if holds_cue(text, _SPREADS) else ():
        if own := _own_spread(text, match, places):
            found.append(own)
            continue
        if over := _spread_over(text, match, names, places) or _spread_of_that(text, match, names, places):
            found.append(over)
            continue
        if _OF_THE_TWO.match(text, match.end()):
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
            last = max(tenor.end() if tenor else 0, _end_of_paper(text, second))
            found.append(Token("instrument", match.start(), last, mention))
    found += _excesses(text, names, places)
    return [*found, *_of_others(text, found, places)] if found else found


def _excesses(text: str, names: list[Token], places: Places) -> Iterator[Token]:
    """ "Yields 91 basis points more than the Bund": a token behind the figure for the difference that it is."""
    for match in _EXCESS.finditer(text) if holds_cue(text, _POINTS) and holds_any(text, _MORE) else ():
        other = places.after(match.end(), match.end() + 1)
        if other is None or not _TO_BE_MORE.search(text, max(match.start() - 40, 0), match.start()):
            continue
        bond = _of_sentence(text, match.start(), names, places)
        if bond is not None and bond[:2] != other[2] and other[2] in sovereigns():
            mention = _difference(bond[:2], other[2], bond[2:])
            yield Token("instrument", match.end("size") + 1, _end_of_paper(text, other), mention, "excess")


def _of_sentence(text: str, position: int, names: list[Token], places: Places) -> str | None:
    """The bond that a sentence has named last, or the ten-year one of the country that it has named."""
    begin = max(text.rfind(mark, 0, position) for mark in ("\n", ". ")) + 1
    bonds = [t for t in names if begin <= t.start < position and t.value.instrument_class == "bond yield"]
    last = max(bonds, key=lambda t: t.start, default=None)
    if last is not None:
        return str(last.value.id) if last.value.id.endswith("Y") else None
    own, stop = places.before(position, sovereigns()), text.find(". ", position)
    told = _TEN_YEARS.search(text, begin, stop if stop > 0 else len(text))
    return f"{own[2]}10Y" if own is not None and own[0] >= begin and told else None


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
    found: list[Token] = []
    told = [*slopes(text)]
    if not told and "nversion" not in text:
        return found
    bonds = {t.value.id for t in names if t.value.instrument_class == "bond yield"}
    home = "US" if speaks_of_dollars(names) else places.home(sovereigns())
    for start, end, longer, shorter in (*told, *inversions(text, bonds, home)):
        before = [t.value.id[:2] for t in names if t.value.instrument_class == "bond yield" and t.start < end]
        within = places.after(start, end)
        country = within[2] if within else before[-1] if before else home
        if country in sovereigns():
            mention = Mention(f"{country}{longer}Y-{country}{shorter}Y", "yield spread", "bp")
            found.append(Token("instrument", start, end, mention))
    return found


def _spread_over(text: str, match: re.Match[str], names: list[Token], places: Places) -> Token | None:
    """ "The spread to Treasuries": of the bond named last over that benchmark."""
    over = _OVER.match(text, match.end())
    other = places.after(over.end(), over.end() + 14) if over else None
    bonds = [t for t in names if t.start < match.start() and t.value.instrument_class == "bond yield"]
    before = [t.value.id for t in bonds]
    if over is None or other is None or other[0] != over.end() or not before or not before[-1].endswith("Y"):
        return None
    within = places.after(match.end(), over.end() - 1, sovereigns())
    own = within or places.before(match.start(), sovereigns() - {other[2]})
    country = own[2] if own else before[-1][:2]
    if country == other[2]:
        return None
    tenor = _tenor_of(text, match, bonds)
    return Token("instrument", match.start(), _end_of_paper(text, other), _difference(country, other[2], tenor))


def _tenor_of(text: str, match: re.Match[str], bonds: list[Token]) -> str:
    """The tenor of a gap: said behind it, "over Bunds for 10-year gilts", or that of the bond named last, in another sentence
    the ten-year one where that has been named.
    """
    for_ = _FOR_TENOR.match(text, match.end())
    told = TENOR.match(text, for_.end()) if for_ else None
    if told is not None:
        size = told["tenor"].lower()
        return f"{YEARS_IN_WORDS.get(size, size)}Y"
    last = bonds[-1]
    apart = any(mark in text[last.end : match.start()] for mark in ("\n", ". "))
    ten = apart and any(t.value.id.endswith("10Y") and t.value.id[:2] == last.value.id[:2] for t in bonds)
    return "10Y" if ten else str(last.value.id[2:])


def _spread_of_that(text: str, match: re.Match[str], names: list[Token], places: Places) -> Token | None:
    """ "The difference between that and what Germany pays": of the bond named last over that country's."""
    between = _BETWEEN_THAT.match(text, match.end())
    other = places.after(between.end(), between.end() + 30) if between else None
    before = [t.value.id for t in names if t.start < match.start() and t.value.instrument_class == "bond yield"]
    if other is None or not before or not before[-1].endswith("Y") or before[-1].startswith(other[2]):
        return None
    end = _PAYS.match(text, other[1])
    return Token(
        "instrument", match.start(), end.end() if end else other[1], _difference(before[-1][:2], other[2], before[-1][2:])
    )


def between_both(text: str, names: list[Token]) -> list[Token]:
    """ "The gap between the two", "leaving the spread at 71 bp": of the two countries' bonds of one tenor named last, near."""
    bonds = [t for t in names if t.value.instrument_class == "bond yield" and t.value.id.endswith("Y")]
    if len(bonds) < 2 or not holds_cue(text, _SPREADS):
        return []
    told = ((match, _OF_THE_TWO.match(text, match.end()) or _left_at(text, match)) for match in _SPREAD.finditer(text))
    gaps = ((match.start(), max(match.end(), behind.end()), behind) for match, behind in told if behind is not None)
    both = ((start, end, _both_before(start, bonds, behind.re is _OF_THE_TWO)) for start, end, behind in gaps)
    return [Token("instrument", start, end, mention) for start, end, mention in both if mention is not None]


def _left_at(text: str, match: re.Match[str]) -> re.Match[str] | None:
    """ "Leaving the spread at 71 bp": the verb before a gap of which no more is said than where it was left."""
    plain = match[0].lower().endswith(("spread", "gap"))
    if plain and text.endswith((", ", "; "), 0, match.start()) and (listed := _LISTED.match(text, match.end())) is not None:
        return listed
    return _LEFT_AT.search(text, max(match.start() - 24, 0), match.start()) if plain else None


def _both_before(position: int, bonds: list[Token], both: bool) -> Mention | None:
    """The gap of the two bonds named last before a position; where the text does not say ``both``, of Germany's and another."""
    near = sorted((t for t in bonds if 0 < position - t.start < _NEAR_BOTH), key=lambda t: -t.start)
    pair = list(dict.fromkeys(t.value.id for t in near))[:2]
    if both and len(pair) == 2 and pair[0][:2] == pair[1][:2]:
        longer, shorter = sorted(pair, key=lambda bond: -int(bond[2:-1]))
        return Mention(f"{longer}-{shorter}", "yield spread", "bp")
    if len(pair) != 2 or pair[0][2:] != pair[1][2:]:
        return None
    one, other = pair[1][:2], pair[0][:2]
    return _difference(one, other, pair[0][2:]) if both or "DE" in (one, other) else None


def _end_of_paper(text: str, place: Place) -> int:
    """Where "German ten-year Bunds" ends that begins with a country."""
    behind = _PAPER.match(text, place[1])
    return behind.end() if behind else place[1]


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
