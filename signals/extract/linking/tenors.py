"""Government bonds named by their tenor.

| text                                     | instrument    | counter-example                  |
|------------------------------------------|---------------|----------------------------------|
| "the 10-year yield", "30-year: "         | last country  | "a 12-year low"                  |
| "US 10s", "bunds +3bp"                   | US10Y, DE10Y  | "in its 10s"                     |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from signals.extract.linking.issuers import country_of, home_of, label_of, sovereigns
from signals.extract.linking.known_bonds import BOND_CLASSES
from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Place, Places
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

TENOR = re.compile(
    r"(?P<tenor>\d{1,2}|two|three|five|seven|ten|twenty|thirty)(?:[- ](?:year|yr)|(?P<plural>-years)|[- ]?(?P<short>y|yr))\b"
    r"(?P<noun>(?: (?-i:[A-Z][a-z]+(?: [A-Z][a-z]+)?))?"
    r"(?: (?:government|federal|Swiss|state|benchmark|sovereign|Treasury|US|U\.S\.|local|note|bond|paper|debt|maturity|JGB"
    r"|gilt|Bund"
    r"|BTP|OAT|T-note|T-bond|G-sec|PIB|TES|MGS|OLO|(?:local|home|domestic)[- ]currency|peso|real(?! yield)|naira|cedi|shilling"
    r"|rand|lira|rupee|rupiah"
    r"|ringgit|won|baht|zloty|forint|koruna|sol))*"
    r" (?:[Bb]unds?|Schatz|Bobls?|Buxl|T-(?:notes?|bonds?)|G-[Ss]ecs?|PIBs?|TES|MGS|OLOs?|[Mm]?[Bb]onos?"
    r"|KTBs?|JGBs?|[Gg]ilts?|BTPs?|OATs?|Treasur(?:y|ies|ys)|OFZs?|yields?|ylds?|notes?|bonds?|paper|debt"
    r"|money|stock|maturity|(?<=government )issue|(?<=benchmark )issue"
    r"|tenor|one|rate|securit(?:y|ies)|borrowing costs?|part)\b)?(?P<colon>:)?",
    re.IGNORECASE,
)
_TENOR_BEFORE = re.compile(
    r"(?<![\w.,-])(?P<tenor>\d{1,2}|two|three|five|seven|ten|twenty|thirty)-(?:,? (?:and|or) (?:the )?|, )$", re.IGNORECASE
)
_OF_ITS = frozenset({"", "'s", "’s", ":", "Govt", "Govt.", "Gov", "government", "sovereign", "benchmark", "govt"})
_SHORT = re.compile(r" (?P<tenor>2|3|5|7|10|20|30|(?:two|three|five|seven|ten|twentie|thirtie)(?=s))s\b(?![/0-9]| of\b)")
_TENS = ("2s ", "3s ", "5s ", "7s ", "0s ", "twos ", "fives ", "tens ", "thirties ")
_OF_SHORT = {"two": "2", "three": "3", "five": "5", "seven": "7", "ten": "10", "twentie": "20", "thirtie": "30"}
_DATED = re.compile(r" [A-Z][a-z]{2}[- ]?['’]?(?P<year>[0-6]\d)\b")
_SIGNED_BP = re.compile(r"\)?(?: (?:only|just|another|some|about))? [-+−]\d[\d.]* ?bps?\b")
_SAID_OF_SHORT = re.compile(r" (?:unch|unchanged|flat|steady|(?:up|down) \d)")
_YEAR = re.compile(r"[Yy](?:r|ears?|EAR)?\b")
_SIZE = re.compile(r"(?<![\d.,])(?:\d{1,2}|two|three|five|seven|ten|twenty|thirty)\Z", re.IGNORECASE)
YEARS_IN_WORDS = {"two": 2, "three": 3, "five": 5, "seven": 7, "ten": 10, "twenty": 20, "thirty": 30}
_PAPER = (
    "bond",
    "bonds",
    "note",
    "notes",
    "paper",
    "debt",
    "bund",
    "bunds",
    "gilt",
    "gilts",
    "btp",
    "btps",
    "oat",
    "oats",
    "treasuries",
)
_NOT_A_BOND = re.compile(
    r" (?:high|low|peak|trough|top|bottom|average|deal|contract|plan|period|run|term|streak|mark|anniversary|old|veteran"
    r"|inflation[- ](?:protected|linked|indexed)|index[- ]linked|TIPS|linkers?"
    r"|history|loan|fixed|mortgage|LPR|MLF|repo|lease|swap|breakeven|OIS|overnight|IRS|CDS|NCD|NDF"
    r"|(?:\w+ ){1,2}(?:swaps?|OIS|IRS|CDS)\b)",
    re.IGNORECASE,
)
_SHARES_NOUN = re.compile(
    r"(?:,| and| or) (?:the )?(?:\d{1,2}|two|five|ten|thirty)[- ](?:year|yr)[- ]?\w* (?:yields?|notes?|bonds?|debt|paper)"
)
_ON_OFFER = re.compile(r" (?:auctions?|sale|tender|reopening|re-opening|offering|supply)\b")  # "a 10-year sale"
_DERIVATIVE = re.compile(r"\b(?:[Ss]waps?|futures|FRAs?|OIS|IRS)\b(?! (?:market|traders?|price in|imply|point))")
_FUTURES_ON = re.compile(r"\b[Ff]utures? (?:contracts? )?(?:on|for|in) (?:the )?\Z")  # priced by a contract, no yield
_THIRTY_SECONDS = re.compile(r"(?:[^.;\n]|\.\d){0,60}?\d/32\b")
_REACH = 80  # characters behind a tenor in which its price stands
_FIGURES = re.compile(r"(?: at| yield| yields|:)* ?[-+]?\d[\d.]*[-+%()\d. bpsunch]*[,;/] (?:and )?(?:the )?")
_QUOTED = re.compile(r"(?::|,| at| is| was)? *[-+−]?\d{1,3}(?:[.,]\d+)? ?(?:%|bps?\b)", re.IGNORECASE)
_FIGURE_NEXT = re.compile(
    r"(?: at| is at| was at|:| ?\|| [–—-])?[ \t]+[-+−]?\d{1,2}[.,]\d|, [-+−]?\d{1,2}[.,]\d+ ?%|[ ]?\|\d{1,2}[.,]\d"
    r"|(?:[:,]| [–—-])?[ \t|]+(?:[▲▼↑↓+−–-] ?|(?:up|down|plus|minus) )\d{1,3}(?:[.,]\d+)?(?: ?bps?\b|(?= *[\n|]| {2,}|\t))"
)
_BULLETS = " \t*•·–—-"
_FAR = 12  # characters between a country and a tenor: " government "
_SAID = re.compile(
    r"[,:;)]| (?:at|was|is|has|had|went|came|stood|last|hit|touched|reached|up|down|yields?|yielded|pays|paid"
    r"|rose|fell|climbed|slipped|dropped|jumped|eased|edged|added"
    r"|lost|gained|shed|slid|sank|surged|ended|closed|finished|traded|lower|higher|unchanged|flat|steady|little)\b"
    r"|[ \t|]+[-+−▲▼↑↓]? ?\d| [–—-] "
)
_ARTICLE = re.compile(
    r"\b(?:the|its|benchmark|on|in|and|while|of)(?: (?:(?:policy|rate|interest-rate|inflation)[- ]sensitive|ultra-long"
    r"|(?:short|long|longer|shorter|medium)-(?:term|dated|end)))? $",
    re.IGNORECASE,
)


def tenors(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for bonds named by their tenor alone; their country is that of the bond named last, else that of the text."""
    found: list[Token] = []
    named = [t for t in names if t.value.instrument_class in BOND_CLASSES]
    ahead = sorted(named, key=lambda t: -t.start)  # the next one last
    last: Token | None = None
    home = cache(lambda: home_of(text, names, places, sovereigns()))
    for match in _tenors(text):
        debt, behind = _debt_before(text, match, places), _debt_behind(text, match, places)
        while ahead and ahead[-1].start < match.start():
            passed = ahead.pop()
            last = passed if last is None or passed.start > last.start else last
        country = debt[2] if debt else behind[2] if behind else _listed(text, match, places)
        short = match["short"] and not match["noun"]  # "10Y at 2.6%", but "the 10yr yield"
        country = country or (_of_the_line(text, match, last, places) if short else _goes_on(text, match, last))
        if _FUTURES_ON.search(text, max(match.start() - 24, 0), match.start()):
            continue
        if (match["noun"] or " rate") == " rate" and _of_derivatives(text, match.start()):
            continue
        if country is None and (short or not (_names_a_bond(text, match) or _of_a_country(text, match, places))):
            continue
        country = country or ("US" if "/32" in text and _in_thirty_seconds(text, match.start()) else None)
        country = (
            country or country_of(text, match, places, last if _goes_on_about(text, match, last, home()) else None) or home()
        )
        size = match["tenor"].lower()
        mention = mention_of(f"{country}{YEARS_IN_WORDS.get(size, size)}Y") if country else None
        if mention is not None:
            end = max(match.start("colon") if match["colon"] else match.end(), behind[1] if behind else 0)
            mention = replace(mention, by_price=True) if _by_price(text, match) else mention
            last = Token("instrument", debt[0] if debt else match.start(), end, mention)
            found += [*_hanging(text, last, mention_of), last]
    return found


def _goes_on_about(text: str, match: re.Match[str], last: Token | None, home: str | None) -> bool:
    """ "German ten-years were at 2.52%.", and in the next paragraph of a report about gilts "the 30-year yield": whether a
    tenor may be of the bond named last, a foreign one only in its own paragraph.
    """
    return last is not None and (home in (None, last.value.id[:2]) or "\n" not in text[last.end : match.start()])


def _goes_on(text: str, match: re.Match[str], last: Token | None) -> str | None:
    """ "US 10-year 4.31%, 2-year 3.88%": the country of a list of tenors with nothing but figures between them."""
    figured = last is not None and _FIGURE_NEXT.match(text, match.end()) and _FIGURES.fullmatch(text, last.end, match.start())
    return str(last.value.id[:2]) if last is not None and figured else None


def _of_derivatives(text: str, position: int) -> bool:
    """ "Swap rates eased, with the five-year at 5.72%": a tenor of swaps or futures that its sentence is about."""
    begin = max(text.rfind(". ", 0, position), text.rfind("\n", 0, position), 0)
    return _DERIVATIVE.search(text, begin, position) is not None


def _in_thirty_seconds(text: str, position: int) -> bool:
    """ "The 30-year bond was off 12/32 to yield 3.09 percent": only Treasuries are priced so."""
    return _THIRTY_SECONDS.match(text, position, position + _REACH) is not None


def _by_price(text: str, match: re.Match[str]) -> bool:
    """ "The 10-year note rallied": whether a bond is spoken of by its price, with no yield near it."""
    noun = (match["noun"] or "").lower()
    if not noun and text.startswith((" rallied", " rallies", " sold off", " sells off"), match.end()):
        return True
    return noun.endswith(_PAPER) and "ield" not in text[max(match.start() - 40, 0) : match.end() + 8]


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


def _listed(text: str, match: re.Match[str], places: Places) -> str | None:
    """The country of a tenor with a figure on a line that its country labels."""
    return label_of(text, match.start(), places) if _QUOTED.match(text, match.end()) else None


def _hanging(text: str, bond: Token, mention_of: MentionOf) -> Iterator[Token]:
    """ "Two-, five- and 10-year yields": the tenors that a list names before the noun of all."""
    start = bond.start
    while (match := _TENOR_BEFORE.search(text, max(start - 14, 0), start)) is not None:
        size, start = match["tenor"].lower(), match.start()
        mention = mention_of(f"{bond.value.id[:2]}{YEARS_IN_WORDS.get(size, size)}Y")
        if mention is not None:
            yield Token("instrument", start, match.end("tenor") + 1, mention)


def _debt_before(text: str, match: re.Match[str], places: Places) -> Place | None:
    """ "Bund 10-yr", "UST 10y at 2.71%": the debt that stands right before a tenor, or the country before one with a figure."""
    place = places.before(match.start())
    if place is None or match.start() - place[1] > _FAR:
        return None
    between = text[place[1] : match.start()]
    if between in (" ", "-"):
        told = _FIGURE_NEXT.match(text, match.end()) or _SAID.match(text, match.end())
        return place if place in places.debt or told else None
    return place if between.strip() in _OF_ITS and _FIGURE_NEXT.match(text, match.end()) else None


def _debt_behind(text: str, match: re.Match[str], places: Places) -> Place | None:
    """ "2y POLGB went out at 4.61%", "10y Bund unch": the debt that stands right behind a short tenor."""
    place = places.after(match.end("short"), match.end("short") + 2) if match["short"] else None
    return place if place is not None and place in places.debt and text[match.end("short")] == " " else None


def _of_the_line(text: str, match: re.Match[str], last: Token | None, places: Places) -> str | None:
    """ "Germany: 2Y at 1.9%, 10Y at 2.6%", "Bunds were sold. 10Y +15 bp": the country of the debt that a line has named last
    before a short tenor with a figure.
    """
    if not any(said.match(text, match.end()) for said in (_FIGURE_NEXT, _SIGNED_BP, _SAID_OF_SHORT)):
        return None
    begin = text.rfind("\n", 0, match.start())
    if not text[begin + 1 : match.start()].strip(_BULLETS) and begin > 0:
        return _of_the_list(text, begin, last, places)
    named = [place for place in places.debt if begin < place[0] < match.start()]
    if last is not None and last.start > begin and (not named or last.start >= named[-1][0]):
        return str(last.value.id[:2])
    return named[-1][2] if named else None


def _of_the_list(text: str, end: int, last: Token | None, places: Places) -> str | None:
    """ "Gilts (vs last night's close)", below it "2y 5.08%, +14bp", "10y 4.42%": the country whose debt or bond the line above
    names.
    """
    begin = text.rfind("\n", 0, end) + 1
    if last is not None and begin < last.end < end:
        return str(last.value.id[:2])
    above = {place[2] for place in (*places.debt, *places.named) if begin <= place[0] < end}
    return next(iter(above)) if len(above) == 1 else None


def dealt(text: str, places: Places, mention_of: MentionOf) -> list[Token]:
    """ "US 10s", "NZGB Apr-23", "bunds +3bp": bonds as dealers write them, right behind their country or its debt."""
    found = []
    for start, end, country in places.named:
        if short := _SHORT.match(text, end):
            found.append((start, short.end(), f"{country}{_years(short)}Y"))
    for start, end, country in places.debt:
        if dated := _DATED.match(text, end):
            found.append((start, dated.end(), f"{country}_20{dated['year']}"))
        elif short := _SHORT.match(text, end):
            found.append((start, short.end(), f"{country}{_years(short)}Y"))
        elif country == "DE" and _SIGNED_BP.match(text, end):
            found.append((start, end, "DE10Y"))
    found += _dealt_on(text, places)
    return [Token("instrument", start, end, m) for start, end, identity in found if (m := mention_of(identity))]


def _dealt_on(text: str, places: Places) -> Iterator[tuple[int, int, str]]:
    """ "US 10s at 4.39, 2s 4.75", "Gilts heavy, 30s 5.57": further tenors with a figure, of the debt or country that the line
    has named last.
    """
    for short in _SHORT.finditer(text) if holds_any(text, _TENS) else ():
        said = any(pattern.match(text, short.end()) for pattern in (_FIGURE_NEXT, _SIGNED_BP, _SAID_OF_SHORT))
        if text[short.start() - 1] not in ",;:/" or not said:
            continue
        place = places.before(short.start(), sovereigns())
        if place is not None and "\n" not in text[place[1] : short.start()]:
            yield short.start() + 1, short.end(), f"{place[2]}{_years(short)}Y"


def _years(short: re.Match[str]) -> str:
    """How long bonds run that a dealer calls "10s", "tens"."""
    return _OF_SHORT.get(short["tenor"], short["tenor"])


def _names_a_bond(text: str, match: re.Match[str]) -> bool:
    if match["noun"] or match["plural"] or match["colon"] or _SHARES_NOUN.match(text, match.end()):
        return True
    if _ON_OFFER.match(text, match.end()):
        return True
    return bool(_ARTICLE.search(text, max(match.start() - 36, 0), match.start())) and not _NOT_A_BOND.match(text, match.end())


def _of_a_country(text: str, match: re.Match[str], places: Places) -> bool:
    """ "The US 10-year was at 3.7%", "Germany's two-year, 2.4%": a country's tenor of which something is said."""
    place = places.before(match.start(), sovereigns())
    if place is None or text[place[1] : match.start()].strip() not in _OF_ITS:
        return False
    return _SAID.match(text, match.end()) is not None
