"""Government bonds named by their tenor or the year in which they mature, and the spreads of two countries.

| text                                     | instrument    | counter-example                  |
|------------------------------------------|---------------|----------------------------------|
| "the 10-year yield", "30-year: "         | last country  | "a 12-year low"                  |
| "its benchmark 2035 bond"                | ZA_2035       | "by 2035"                        |
| "the benchmark due in 2026"              | ZA_2026       | "a payment due in 2026"          |
| "the gap between BTPs and Bunds"         | IT10Y-DE10Y   | "the gap between rich and poor"  |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import accumulate

from signals.extract.linking.curves import slopes
from signals.extract.linking.known_bonds import BOND_CLASSES, without_tenor
from signals.extract.linking.leading import index_home
from signals.extract.linking.mentions import Mention, MentionOf
from signals.extract.linking.places import Place, Places
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token
from signals.instruments.tables import rows

TENOR = re.compile(
    r"(?P<tenor>\d{1,2}|two|three|five|seven|ten|twenty|thirty)(?:[- ](?:year|yr)|(?P<plural>-years)|[- ]?(?P<short>y|yr))\b"
    r"(?P<noun>(?: (?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?))?"
    r"(?: (?:government|benchmark|sovereign|Treasury|US|U\.S\.|local|note|bond|paper|debt|maturity|JGB|gilt|Bund"
    r"|BTP|OAT|T-note|T-bond|G-sec|PIB|TES|MGS|OLO|(?:local|home|domestic)[- ]currency|peso|real|rand|lira|rupee|rupiah"
    r"|ringgit|won|baht|zloty|forint|koruna|sol))*"
    r" (?:[Bb]unds?|T-(?:notes?|bonds?)|G-[Ss]ecs?|PIBs?|TES|MGS|OLOs?|[Mm]?[Bb]onos?"
    r"|KTBs?|JGBs?|[Gg]ilts?|BTPs?|OATs?|Treasur(?:y|ies|ys)|OFZs?|yields?|notes?|bonds?|paper|debt"
    r"|money|stock|maturity|(?<=government )issue|(?<=benchmark )issue"
    r"|tenor|one|rate|securities|borrowing costs?|part)\b)?(?P<colon>:)?",
    re.IGNORECASE,
)
_TENOR_BEFORE = re.compile(
    r"(?<![\w.,-])(?P<tenor>\d{1,2}|two|three|five|seven|ten|twenty|thirty)-(?:,? (?:and|or) (?:the )?|, )$", re.IGNORECASE
)
_OF_ITS = frozenset({"", "'s", "’s", ":", "Govt", "Govt.", "Gov", "government", "sovereign", "benchmark", "govt"})
_SHORT = re.compile(r" (?P<tenor>2|3|5|7|10|20|30)s\b(?![/0-9])")
_DATED = re.compile(r" [A-Z][a-z]{2}[- ]?['’]?(?P<year>[0-6]\d)\b")
_SIGNED_BP = re.compile(r"\)? [-+−]\d[\d.]* ?bps?\b")
_YEAR = re.compile(r"[Yy](?:r|ears?|EAR)?\b")
_SIZE = re.compile(r"(?<![\d.,])(?:\d{1,2}|two|three|five|seven|ten|twenty|thirty)\Z", re.IGNORECASE)
_WORDS = {"two": 2, "three": 3, "five": 5, "seven": 7, "ten": 10, "twenty": 20, "thirty": 30}
_NOT_A_BOND = re.compile(
    r" (?:high|low|peak|trough|top|bottom|average|deal|contract|plan|period|run|term|streak|mark|anniversary|old|veteran"
    r"|history|loan|fixed|mortgage|lease|swap|breakeven)",
    re.IGNORECASE,
)
_SHARES_NOUN = re.compile(
    r"(?:,| and| or) (?:the )?(?:\d{1,2}|two|five|ten|thirty)[- ](?:year|yr)[- ]?\w* (?:yields?|notes?|bonds?|debt|paper)"
)
_QUOTED = re.compile(r"(?::|,| at| is| was)? *[-+−]?\d{1,3}(?:[.,]\d+)? ?(?:%|bps?\b)", re.IGNORECASE)
_BULLETS = " \t•*+–—·-"
_FIGURE_NEXT = re.compile(r"(?: at| is at| was at|:)? +[-+]?\d{1,2}[.,]\d")
_FAR = 12  # characters between a country and a tenor: " government "
_LABELS = re.compile(r": (?:[Tt]he )?(?:benchmark )?")
_SAID = re.compile(
    r"[,:;)]| (?:at|was|is|stood|last|hit|up|down|yields?|yielded|rose|fell|climbed|slipped|dropped|jumped|eased|edged|added"
    r"|lost|gained|shed|slid|sank|surged|ended|closed|finished|traded|lower|higher|unchanged|flat|steady|little)\b| [+-]?\d"
)
_ARTICLE = re.compile(r"\b(?:the|its|benchmark|on|in|and|while|of) $", re.IGNORECASE)
_MATURITY = re.compile(
    r"\b(?:\d{1,2}(?:\.\d+)? ?(?:%|per ?cent|pct)? )?(?P<year>20[0-6]\d)"
    r"(?: (?:government|benchmark|sovereign|dollar|Eurobond|R\d+))*"
    r" (?:bond|note|paper|maturity|issue|security|Eurobond|eurobond)s?\b(?:['’]s)?(?: yield\b)?"
)
_MATURING = re.compile(
    r"(?:\b\d{1,2}\.\d+ ?(?:%|per ?cent|pct) )?"
    r"\b(?:bond|note|benchmark|paper|Eurobond|eurobond)s?(?: that)? (?:due|maturing|matures|expiring)(?: in)?"
    r" (?P<year>20[0-6]\d)\b(?: yield\b)?"
)
_YEAR_OF_BOND = re.compile(r"20[0-6]\d(?: [\w ]{0,40})?(?:bond|note|paper|maturity|issue|security)", re.IGNORECASE)
_BONDS_WITH_YEARS = ("bond", "note", "benchmark", "paper", "maturity", "issue", "security")
_YEAR_2000 = re.compile(r"20[0-6]\d")
_DUE = re.compile(r" (?:in )?20[0-6]\d")
_SPREAD = re.compile(r"\b(?:spread|gap|differential|premium|difference)\b")
_SPREADS = ("spread", "gap", "differential", "premium", "difference")
_OVER = re.compile(r"s? (?:to|over|versus|above|against) (?:the )?(?:benchmark |equivalent |10-year |German |U\.S\. |US ){0,2}")
_CLAUSE = re.compile(r"[.,;:\n]| while | and ")
_FIRST_CLAUSE = re.compile(r"[.,;:\n]| (?:rose|fell|was|were|while|and|at|to|up|down) ")
_STATEMENT = re.compile(r"[.;\n]| (?:was|widened|narrowed|stood|rose|fell|tightened|shrank|at|to) ")
_PLAIN_SPREAD = re.compile(r"(?:['’]s)? (?:(?:10|ten)-year )?(?:yield |risk |bond )?")
EURO_ZONE = ("IT", "FR", "ES", "PT", "GR", "IE", "NL", "BE", "AT", "FI", "CY", "SI", "SK")


def bonds(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for bonds and spreads that the aliases do not name, none overlapping another."""
    tenored = sorted([*tenors(text, names, places, mention_of), *_dealt(text, places, mention_of)], key=lambda t: t.start)
    found = [*_slopes(text, [*names, *tenored], places), *_spreads(text, [*names, *tenored], places)]
    found += _free(_maturities(text, names, places, mention_of), [*names, *found])
    found += _free(tenored, [*names, *found])
    return [*found, *_free(without_tenor(text, [*names, *found], places, mention_of), [*names, *found])]


def _free(tokens: list[Token], taken: list[Token]) -> list[Token]:
    """Those that overlap no bond and no spread."""
    if not tokens:
        return tokens
    spans = sorted((t.start, t.end) for t in taken if t.value.instrument_class in (*BOND_CLASSES, "policy rate"))
    starts, ends = [start for start, _ in spans], list(accumulate((end for _, end in spans), max))
    return [t for t in tokens if not (place := bisect_left(starts, t.end)) or ends[place - 1] <= t.start]


def tenors(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for bonds named by their tenor alone; their country is that of the bond named last, else that of the text."""
    found: list[Token] = []
    named = [t for t in names if t.value.instrument_class in BOND_CLASSES]
    ahead = sorted(named, key=lambda t: -t.start)  # the next one last
    last: Token | None = None
    for match in _tenors(text):
        debt = _debt_before(text, match, places)
        while ahead and ahead[-1].start < match.start():
            passed = ahead.pop()
            last = passed if last is None or passed.start > last.start else last
        country = debt[2] if debt else _listed(text, match, places)
        country = country or (_of_the_line(text, match, last, places) if match["short"] else None)
        if country is None and (match["short"] or not (_names_a_bond(text, match) or _of_a_country(text, match, places))):
            continue
        country = country or _country(text, match, places, last or (named[-1] if named else None)) or _home(names)
        size = match["tenor"].lower()
        mention = mention_of(f"{country}{_WORDS.get(size, size)}Y") if country else None
        if mention is not None:
            end = match.start("colon") if match["colon"] else match.end()
            last = Token("instrument", debt[0] if debt else match.start(), end, mention)
            found += [*_hanging(text, last, mention_of), last]
    return found


def _label(text: str, position: int, places: Places) -> str | None:
    """The country that labels a position, or its line: "- Portugal: 10Y at 4.71%, the two-year at 2.9%. Spain: the 10-year"."""
    label = places.before(position, sovereigns())
    if label is not None and _LABELS.fullmatch(text, label[1], position):
        return label[2]
    start = text.rfind("\n", 0, position) + 1
    first = places.after(start, position)
    labels = first is not None and text[first[1]] == ":" and not text[start : first[0]].strip(_BULLETS)
    return first[2] if first is not None and labels else None


def _listed(text: str, match: re.Match[str], places: Places) -> str | None:
    """The country of a tenor with a figure on a line that its country labels."""
    return _label(text, match.start(), places) if _QUOTED.match(text, match.end()) else None


def _hanging(text: str, bond: Token, mention_of: MentionOf) -> Iterator[Token]:
    """ "Two-, five- and 10-year yields": the tenors that a list names before the noun of all."""
    start = bond.start
    while (match := _TENOR_BEFORE.search(text, max(start - 14, 0), start)) is not None:
        size, start = match["tenor"].lower(), match.start()
        mention = mention_of(f"{bond.value.id[:2]}{_WORDS.get(size, size)}Y")
        if mention is not None:
            yield Token("instrument", start, match.end("tenor") + 1, mention)


def _debt_before(text: str, match: re.Match[str], places: Places) -> Place | None:
    """ "Bund 10-yr", "UST 10y at 2.71%": the debt that stands right before a tenor, or the country before one with a figure."""
    place = places.before(match.start())
    if place is None or match.start() - place[1] > _FAR:
        return None
    between = text[place[1] : match.start()]
    if between in (" ", "-"):
        return place if place in places.debt or _FIGURE_NEXT.match(text, match.end()) else None
    return place if between.strip() in _OF_ITS and _FIGURE_NEXT.match(text, match.end()) else None


def _of_the_line(text: str, match: re.Match[str], last: Token | None, places: Places) -> str | None:
    """ "Germany: 2Y at 1.9%, 10Y at 2.6%", "Bunds were sold. 10Y +15 bp": the country of the debt that a line has named last
    before a short tenor with a figure.
    """
    if not (_FIGURE_NEXT.match(text, match.end()) or _SIGNED_BP.match(text, match.end())):
        return None
    begin = text.rfind("\n", 0, match.start())
    named = [place for place in places.debt if begin < place[0] < match.start()]
    if last is not None and last.start > begin and (not named or last.start >= named[-1][0]):
        return str(last.value.id[:2])
    return named[-1][2] if named else None


def _dealt(text: str, places: Places, mention_of: MentionOf) -> list[Token]:
    """ "US 10s", "NZGB Apr-23", "bunds +3bp": bonds as dealers write them, right behind their country or its debt."""
    found = []
    for start, end, country in places.named:
        if short := _SHORT.match(text, end):
            found.append((start, short.end(), f"{country}{short['tenor']}Y"))
    for start, end, country in places.debt:
        if dated := _DATED.match(text, end):
            found.append((start, dated.end(), f"{country}_20{dated['year']}"))
        elif short := _SHORT.match(text, end):
            found.append((start, short.end(), f"{country}{short['tenor']}Y"))
        elif country == "DE" and _SIGNED_BP.match(text, end):
            found.append((start, end, "DE10Y"))
    return [Token("instrument", start, end, m) for start, end, identity in found if (m := mention_of(identity))]


def _dollars(names: list[Token]) -> bool:
    """Whether a text speaks of American markets, and of no other country's rates or money beside the dollar's."""
    known = {t.value.id for t in names}
    if known & {"DXY", "SPX", "DJI", "IXIC", "US_POLICY"}:
        return True
    return "USD" in known and _rate_country(names) is None


def _home(names: list[Token]) -> str | None:
    """The country whose bonds a text means that names no country's: that of its only index, else of its money or its rate."""
    homes = {home for t in names if (home := index_home(t.value.id)) is not None}
    if len(homes) == 1:
        return homes.pop()
    return "US" if _dollars(names) else _rate_country(names)


def _rate_country(names: list[Token]) -> str | None:
    """The country of the only policy rate that a text names."""
    found = {t.value.id[:2] for t in names if t.value.instrument_class == "policy rate"}
    return found.pop() if len(found) == 1 else None


def _tenors(text: str) -> Iterator[re.Match[str]]:
    """Lengths in years, looked for around the word."""
    place = 0
    for year in _YEAR.finditer(text):
        stop = year.start() - (text[year.start() - 1] in " -")
        sized = stop > 0 and (stop < year.start() or text[stop - 1].isdigit())  # "10 years", "10y", but not "any"
        size = _SIZE.search(text, max(stop - 6, place), stop) if sized else None
        match = TENOR.match(text, size.start()) if size else None
        if match is not None:
            place = match.end()
            yield match


def _names_a_bond(text: str, match: re.Match[str]) -> bool:
    if match["noun"] or match["plural"] or match["colon"] or _SHARES_NOUN.match(text, match.end()):
        return True
    return bool(_ARTICLE.search(text, max(match.start() - 12, 0), match.start())) and not _NOT_A_BOND.match(text, match.end())


def _of_a_country(text: str, match: re.Match[str], places: Places) -> bool:
    """ "The US 10-year was at 3.7%", "Germany's two-year, 2.4%": a country's tenor of which something is said."""
    place = places.before(match.start(), sovereigns())
    if place is None or text[place[1] : match.start()].strip() not in _OF_ITS:
        return False
    return _SAID.match(text, match.end()) is not None


def _country(text: str, match: re.Match[str], places: Places, nearest: Token | None) -> str | None:
    """The country named around a bond; else that of the ``nearest`` bond, named last before it, else the text's."""
    if within := places.after(match.start(), match.end()):
        return "KR" if _korean(text, within, places) else within[2]
    far = max(match.start() - 60, 0)
    start = max((m.end() for m in _CLAUSE.finditer(text, far, match.start())), default=far)
    before = places.before(match.start())
    if before is not None and before[1] >= start:  # "U.S." ends with a full stop of its own
        return before[2]
    if label := _label(text, match.start(), places):
        return label
    stop = _FIRST_CLAUSE.search(text, match.start(), match.end() + 60)
    if after := places.after(match.start(), stop.start() if stop else match.end() + 60):
        return after[2]
    return str(nearest.value.id[:2]) if nearest is not None else places.home(sovereigns())


def _korean(text: str, named: tuple[int, int, str], places: Places) -> bool:
    """ "Three-year Treasurys" of a report from Seoul that calls no bonds American ones."""
    own = named in places.debt and places.counts["KR"] > 0 and "Treasurys" in text[named[0] : named[1]]
    return own and "U.S. Treasur" not in text and "US Treasur" not in text and ("won " in text or "KTB" in text)


@cache
def sovereigns() -> frozenset[str]:
    """The countries whose bonds the master has."""
    return frozenset(row["country"] for row in rows("instruments", "bonds.csv"))


@cache
def _by_maturity() -> frozenset[str]:
    """Those whose bonds are named by the year in which they mature."""
    return frozenset(row["country"] for row in rows("instruments", "bonds.csv") if row["maturities"])


def _maturities(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    found: list[Token] = []
    if not (holds_any(text, _BONDS_WITH_YEARS) and _YEAR_2000.search(text)):
        return found
    named = _MATURITY.finditer(text) if _YEAR_OF_BOND.search(text) else ()
    due = _MATURING.finditer(text) if _DUE.search(text) else ()
    bonds_named = [t for t in names if t.value.instrument_class in BOND_CLASSES]
    in_order = sorted(bonds_named, key=lambda t: t.start)
    starts, dollars = [t.start for t in in_order], _dollars(names)
    currencies = (t.value.id[:2] for t in names if t.value.instrument_class == "currency")
    home = places.home(_by_maturity()) or next((code for code in currencies if code in _by_maturity()), None)
    for match in (*named, *due):
        before = bisect_left(starts, match.start())
        nearest = in_order[before - 1] if before else bonds_named[-1] if bonds_named else None
        country = _country(text, match, places, nearest) or ("US" if dollars else _rate_country(names))
        if country not in _by_maturity():
            country = home
        mention = mention_of(f"{country}_{match['year']}")
        if mention is not None:
            priced = "yield" not in text[max(match.start() - 40, 0) : match.end() + 8]
            found.append(Token("instrument", match.start(), match.end(), replace(mention, by_price=priced)))
    return found


def _spreads(text: str, names: list[Token], places: Places) -> list[Token]:
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
    return found


def _slopes(text: str, names: list[Token], places: Places) -> list[Token]:
    """ "The gap between twos and tens": of the country whose bonds were named last, else of the text's."""
    found = []
    for start, end, longer, shorter in slopes(text):
        before = [t.value.id[:2] for t in names if t.value.instrument_class == "bond yield" and t.start < end]
        within = places.after(start, end)
        country = within[2] if within else before[-1] if before else "US" if _dollars(names) else places.home(sovereigns())
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
    return _difference(one, other, f"{_WORDS.get(size, size)}Y")


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
