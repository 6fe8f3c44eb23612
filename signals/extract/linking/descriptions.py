"""Instruments that a text describes instead of naming them.

| text                                      | instrument | counter-example                                    |
|-------------------------------------------|------------|----------------------------------------------------|
| "the pan-European index"                  | SXXP       | "the pan-European FTSEurofirst": that one          |
| "Istanbul's main index", "the Thai index" | XU100, SET | "India's main indices": two are as good            |
| "In Abu Dhabi the index rose"              | ADXGI      | "In Riyadh, on the index of the day before"        |
| "Bunds 0.45%", "Treasuries at 4.2%"       | DE10Y      | "Bunds fell", "two-year Bunds 0.45%"               |
| "the benchmark Treasury yield"            | US10Y      | "Treasury yields rose"                             |
| "In France the yield was at 3.10%"        | FR10Y      | "In France the yield curve steepened"              |
| "..., Ireland's to 178"                    | the same   | "Ireland's economy"                                |
|                                           | of Ireland |                                                    |
| "Thai shares closed at 1,412"             | SET        | "Thai shares closed 1% higher"                     |
| "cargoes with 62% iron content"           | IRONORE    | "ore with 58% iron", "62% of the iron"             |
| "crude" in a report from Wall Street      | WTI        | "crude" where Brent is named, or no American index |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from signals.extract.linking.issuers import seat
from signals.extract.linking.mentions import BELOW_NOTHING, NO_INSTRUMENT, Mention, MentionOf
from signals.extract.linking.places import Places
from signals.extract.linking.shared_heads import cities, city_names, index_of_city
from signals.extract.linking.shared_names import of_country
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.folding import holds_any
from signals.extract.text.months import MONTH
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of, figures, nouns_of_direction, vocabulary
from signals.instruments.tables import rows

_INDEX = re.compile(
    r"(?: (?:[Ss]tock|[Ss]ecurities) [Ee]xchange(?: \([A-Z]{2,6}\))?)?(?:['’]s)?(?: \([A-Z]{2,6}\))?"
    r" (?:(?:main|benchmark|leading|key|blue-chip|stock|share|equity|equities|market|broad|broader|premier"
    r"|stock-market|bourse['’]s|exchange['’]s|bourse|all-share) ){1,4}(?:index|gauge|barometer)\b(?! futures?)"
    r"|['’]s (?:stock |share )?index\b(?! futures?)|: [Tt]he (?:main |benchmark |stock |all-share )?index\b"
    r"|['’]s benchmark(?=, | (?:put|rose|fell|lost|shed|was|slid|had|has|is|took|got|went|gave|did|sank|stood|fared|kept|made"
    r"|[a-z]+ed)\b)"
)
_CITY_INDEX = re.compile(r" (?:stock |share |all-share |composite |general )?index\b(?! (?:futures?|of)\b)", re.IGNORECASE)
_PLACED_INDEX = re.compile(
    r"(?:,? [a-z][a-z' ,-]{0,60}?)??,? the (?:(?:main|benchmark|leading|key|blue-chip|stock|share|equity|market|broad|all-share"
    r"|premier|composite|general|weighted|bellwether) ){0,3}"
    r"(?:index|gauge|benchmark|barometer)\b(?! (?:futures?|of|rate)\b)"
)
_INDEX_IN = re.compile(
    r"(?:\b[Tt]he )?\b(?:(?:main|benchmark|leading|key|blue-chip|stock|share|composite) ){1,3}(?:index|gauge)"
    r" in (?:mainland )?$"
)
_BEFORE_PLACE = ("index in ", "gauge in ", " in mainland ")
_PLACED_YIELD = re.compile(r",? (?P<the>the yield)\b(?! (?:on|of|curve|gap|spread)\b)")
_OF_EUROPE = ("SXXP", "FTEU3")
_PAN_EUROPEAN = re.compile(
    r"\b[Pp]an-European (?:benchmark |share |stock |equity |blue-chip )?(?:index|gauge|benchmark)\b(?! futures)"
)
_STOCKS_IN = re.compile(r"\b(?:[Ss]tocks|[Ss]hares|[Ee]quities) in $")
_SHARES_AT = re.compile(
    r" (?:shares|stocks|equities)(?= (?:closed|ended|finished|settled|opened|stood)(?: [\w.%-]+){0,4} at "
    r"(?P<level>\d[\d,]*(?:\.\d+)?)(?![\d%]| ?(?:%|per ?cent\b|pct\b)))"
)
_BOURSE = re.compile(r"\bBorsa $")
_YIELDS = re.compile(r"(?:(?:,| at| were at| yield(?:ed|ing)?) [-−]?| )\d{1,2}\.\d{1,3} ?(?:%|per ?cent|pct)")
# "OATs were 13 bps up at 0.74 percent", where the text speaks of ten-year bonds.
_STATED = re.compile(
    r"(?: (?:were|was|are|stood|traded|moved|went|ended|closed|finished|rose|fell|dropped|climbed|jumped|slipped|eased|edged"
    r"|dipped|slid|sank|surged|leapt|added|gained|lost|shed))?(?: (?:up|down|by|another|some|about))*"
    r"(?: \d[\d.]* ?(?:bps?|basis points?))?(?: (?:up|down|higher|lower|wider|tighter|weaker|firmer))? (?:at|to)"
    r" [-−]?\d{1,2}\.\d{1,3} ?(?:%|per ?cent|pct)"
)
_OF_TEN_YEARS = ("10-year", "ten-year", "Ten-year", "10-yr", "10y")
_OTHER_TENOR = re.compile(r"(?<!\b10)(?<!\b[Tt]en)[ -](?:year|yr) $")
_TENOR = re.compile(r"[ -](?:year|yr|y) $")  # is read with its bond
_BENCHMARK = re.compile(r"\b[Bb]enchmark $")
_YIELD = re.compile(r" (?:note |bond )?yields?\b")
_ONE_BOND = ("Bund", "BTP", "OAT", "Bono", "gilt", "bono")
_OF_A_YEAR = re.compile(r" (?:maturing|due|expiring|with|that|which|of|futures?)\b")
_YIELD_ON = re.compile(r"\b(?:(?:yields?|and) |(?=that|those))(?P<on>(?:(?:that|those) )?(?:on|of) (?:the |a )?)\Z")
_CRUDE = re.compile(
    r"\b[Cc]rude(?: oil)?(?: futures| prices)?\b(?! (?:inventor|stock|output|production|import|export|suppl|oil))"
)
_AMERICAN_CRUDE = re.compile(
    r"\b(?:U\.?S\.?|NYMEX|Nymex|New York)(?:['’]s)? "
    rf"(?:(?:{MONTH}|front-month|light|sweet|benchmark|spot|[a-z]+-dated),? ){{1,3}}"
    r"crude(?: oil)?(?: futures| contract)?\b"
    r"|\b[Cc]rude(?: oil)?(?= \((?:N(?:ymex|YMEX)|CME)\b)"
)
# The crude of a report that names Brent beside it: "light crude for June delivery fell $9.44".
_DELIVERED_CRUDE = re.compile(
    r"(?:\A|[\n.] ?|\b(?:and|while|but) )(?:[Tt]he )?"
    r"(?P<crude>(?:[Bb]enchmark |[Ll]ight,? |sweet,? ){0,3}[Cc]rude(?: oil)?(?: futures)?"
    rf" for (?:delivery in )?(?:{MONTH})(?: delivery)?)\b(?!(?:[^.\n]|\.\d){{0,90}}\b(?:London|ICE|North Sea)\b)"
)
_CHICAGO = (
    "CORN", "SOYBEANS", "SOYMEAL", "SOYOIL", "CATTLE", "FEEDERCATTLE", "HOGS", "NATGAS", "GASOLINE", "HEATOIL",
    "GC", "SI", "HG",
)  # fmt: skip
_MONTHS_CRUDE = re.compile(rf"\b(?:{MONTH}) crude\b")  # of the American futures, where others are named beside it
_NORTH_AMERICA = ("US", "CA")  # from where "the March crude contract" is that of New York
_EXCHANGE = r"(?:[Oo]n (?:the )?(?:New York Mercantile Exchange|N(?:ymex|YMEX))\b|[Ii]n New York\b(?! (?:said|Harbo|says)))"
_NEW_YORK_CRUDE = re.compile(
    rf"(?:(?<=\n)|(?<=[.;,:] )|\A|\b(?:[Tt]he|while|and) )(?P<first>{_EXCHANGE},? (?:the )?)?"
    rf"(?P<crude>(?:(?:{MONTH}|most-active|light|sweet|[Bb]enchmark|[Ll]ight|[Ff]ront-month),? ){{0,3}}[Cc]rude(?: oil)?"
    rf"(?: futures| contract| prices)?)\b(?: (?:for|in) (?:{MONTH})(?: delivery)?)?"
    rf"(?(first)|(?= {_EXCHANGE}|[^.;\n]{{0,20}}(?:\.\d|[^.;\n]){{0,90}} {_EXCHANGE}"
    r"(?:[.,;]| (?:on|trad|while|and|after|by|at)\b)))"
)
_COUNTERPART = re.compile(
    r"\b(?:[Ii]ts|[Tt]he) (?:American|U\.S\.|US|transatlantic) (?:counterpart|cousin|peer|rival|equivalent|sibling|sister)"
    r"(?: (?:WTI|grade|crude))?\b"
)
_BRITISH_GAS = re.compile(r"\b(?:[Tt]he|[Ii]ts) (?:British|UK|U\.K\.) (?:counterpart|cousin|equivalent|contract|benchmark)\b")
_DUTCH_GAS = re.compile(
    r"(?<!is )\b[Tt]he Dutch (?:(?:front-month|month-ahead|benchmark|wholesale|gas) )*"
    r"(?:contract|benchmark|futures?|price)\b(?! of)"
)
_DUE = r"(?:day-ahead|within-day|front-month|month-ahead|prompt|next-day|spot)"
# "The British day-ahead contract", "gas in Britain for immediate delivery": priced by the therm.
_GAS_BY_THERM = re.compile(
    rf"\b(?:British|UK|U\.K\.|Britain['’]s) (?:wholesale |natural )?"
    rf"(?:(?:gas )?{_DUE}(?: gas)?(?: contracts?| prices?| gas|(?= (?:was|rose|fell)))|gas for {_DUE}(?: delivery)?)"
    r"|(?<=[Ii]n Britain, )(?:the )?"
    r"(?:gas for (?:immediate|day-ahead|next-day|within-day) delivery|day-ahead (?:contract|gas|price))"
)
_OIL_BENCHMARK = re.compile(
    r"\b[Tt]he (?:(?P<american>U\.S\.|US|American)|global|international|world|European) (?:(?P<oil>crude|oil) )?"
    r"(?:benchmark|marker|yardstick|grade)\b(?! (?:[A-Z]|index|yield|note|bond|rate|Treasury|crude|stock))"
)
_STOCK_MARKET = cues("index indexes gauge gauges benchmark benchmarks barometer stocks shares equities")
_ORE = re.compile(
    r"\b(?:[Ss]pot |[Bb]enchmark |[Ii]ron |[Ss]eaborne ){0,2}(?:[Oo]re|[Cc]argo(?:es)?|[Ff]ines|[Mm]aterial|[Gg]rade)"
    r" (?:with|containing|of|at) (?:an? )?(?:iron content of )?62 ?(?:%|per ?cent|pct|pc)(?: (?:iron|Fe)\b(?: content)?)?"
    r"(?:,? (?:for delivery|delivered|landed|shipped) (?:to|into|in|at) (?:(?:northern|north|eastern) )?"
    r"(?:China|Qingdao|Tianjin)\b)?"
)
_PLACED_ORE = re.compile(
    r"(?<![Ii]ron )\b[Oo]re(?: futures| prices)? (?:in|on|at)"
    r" (?:Dalian|Singapore|the (?:SGX|DCE|Dalian|Singapore)(?: [Ee]xchange)?)\b"
)
_STANDS = (
    "to at by was were is are has have had stands stays remains sits stood closed ended finished settled opened traded yielded"
    " hit touched reached went also now up down some about around nearly almost"
)
_SENTENCE = 160  # characters that a country may stand after what it has one of as well
_AMERICAN_STOCKS = ("SPX", "DJI", "IXIC", "SPX_F", "DJI_F")
AMERICAN = (*_AMERICAN_STOCKS, "WTI")


def described(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for national indices, for ten-year bonds by their yield, and for American crude, none overlapping a name."""
    found = [*_indices(text, places, mention_of), *_debt(text, places, mention_of), *_crude(text, names, places, mention_of)]
    found += _counterparts(text, names, mention_of)
    found += _ores(text, mention_of)
    found += _of_europe(text, names, mention_of)
    return [t for t in found if not any(n.start < t.end and t.start < n.end for n in names)] if found else found


def _indices(text: str, places: Places, mention_of: MentionOf) -> list[Token]:
    found = []
    for start, end, country in places.named if places.named and _may_describe(text) else ():
        match = _INDEX.match(text, end) if country in _national() else None
        if match is None and country in _national() and text[start:end] in city_names():
            match = _CITY_INDEX.match(text, end)
        stocks = _STOCKS_IN.search(text, max(start - 14, 0), start) if country in _national() and match is None else None
        if stocks is not None and (market := mention_of(_national()[country])) is not None:
            found.append(Token("instrument", stocks.start(), end, market))
        elif (priced := _market_at(text, end, mention_of(_national().get(country, "")))) is not None:
            found.append(Token("instrument", start, *priced))
        mention = mention_of(_national()[country]) if match else None
        if match and mention is not None:
            bourse = _BOURSE.search(text, max(start - 7, 0), start)
            found.append(Token("instrument", bourse.start() if bourse else start, match.end(), mention))
        elif (index := index_of_city().get(text[start:end], _national().get(country))) and (
            placed := _placed(text, start, end) or _of_place(text, start, end)
        ):
            found.append(Token("instrument", *placed, mention_of(index)))
    return found


def _market_at(text: str, end: int, index: Mention | None) -> tuple[int, Mention] | None:
    """Where "shares" end behind the name of a country, and its index, where they are said to stand at a level of it."""
    match = _SHARES_AT.match(text, end) if index is not None else None
    if match is None or index is None or index.low is None or index.high is None:
        return None
    return (match.end(), index) if index.low <= float(match["level"].replace(",", "")) <= index.high else None


def _placed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """ "In Riyadh the index": where the index of a place stands, behind "in" and the place."""
    match = _PLACED_INDEX.match(text, end) if text[max(start - 3, 0) : start].lower() == "in " else None
    return (text.rindex("the ", end, match.end()), match.end()) if match else None


def _of_place(text: str, start: int, end: int) -> tuple[int, int] | None:
    """ "The benchmark index in Shanghai": from the index to its place."""
    match = _INDEX_IN.search(text, max(start - 60, 0), start) if text.endswith(_BEFORE_PLACE, 0, start) else None
    return (match.start(), end) if match else None


def _placed_yields(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """ "In France the yield was at 3.10%": of the tenor that was named last before."""
    found = []
    for start, end, country in places.named if " the yield" in text else ():
        match = _PLACED_YIELD.match(text, end) if text[max(start - 3, 0) : start].lower() == "in " else None
        bonds = [t for t in names if t.end <= start and t.value.instrument_class == "bond yield"] if match else []
        last = max(bonds, key=lambda t: t.start, default=None)
        mention = mention_of(country + last.value.id[2:]) if last is not None and "_" not in last.value.id else None
        if match is not None and mention is not None:
            found.append(Token("instrument", match.start("the"), match.end(), mention))
    return found


def _of_europe(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """ "The pan-European index": the one that the text names, else that of 600 shares."""
    if "an-European" not in text:
        return []
    named = [t.value.id for t in names if t.value.id in _OF_EUROPE]
    mention = mention_of(named[-1] if named else _OF_EUROPE[0])
    return [Token("instrument", m.start(), m.end(), mention) for m in _PAN_EUROPEAN.finditer(text)]


def _may_describe(text: str) -> bool:
    return holds_cue(text, _STOCK_MARKET)


@cache
def _national() -> dict[str, str]:
    """The one index that stands for a country's market; countries with several that do have none."""
    return {row["country"]: row["id"] for row in rows("instruments", "indices.csv") if row["national"]}


def _debt(text: str, places: Places, mention_of: MentionOf) -> list[Token]:
    """ "The Bund yield", "the benchmark Treasury yield", "BTPs at 3.9%": ten years, where no other tenor stands there."""
    found = []
    of_ten = bool(places.debt) and holds_any(text, _OF_TEN_YEARS)
    for start, end, country in places.debt:
        yields = _YIELD.match(text, end)
        benchmark = _BENCHMARK.search(text, max(start - 10, 0), start) if yields else None
        plain = (
            not text[start:end].startswith(("Treasury", "T-", "UST"))
            and (yields or _YIELDS.match(text, end) or (of_ten and _states(text, start, end)))
            and not (_TENOR if yields else _OTHER_TENOR).search(text, max(start - 14, 0), start)
        )
        one = text[start:end] in _ONE_BOND or (of_ten and text[start:end].removesuffix("s") in _ONE_BOND)
        on = _YIELD_ON.search(text, max(start - 20, 0), start) if one and not yields else None
        single = on is not None and not _OF_A_YEAR.match(text, end)
        mention = mention_of(f"{country}10Y") if benchmark or plain or single else None
        if mention is not None:
            begin = benchmark.start() if benchmark else on.start("on") if on and "yield" not in on.group() else start
            found.append(Token("instrument", begin, yields.end() if yields else end, mention))
    return found


def _states(text: str, start: int, end: int) -> bool:
    """ "French OATs were 13 bps up at 0.74 percent": whether what is said of bonds without a tenor is their yield."""
    return _STATED.match(text, end) is not None and not _TENOR.search(text, max(start - 14, 0), start)


def _crude(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    if "rude" not in text:
        return []
    if found := [*(m.span() for m in _AMERICAN_CRUDE.finditer(text)), *_crude_in_new_york(text, names)]:
        wti = mention_of("WTI")
        return [Token("instrument", start, end, wti) for start, end in found]
    if any(t.value.id == "BRENT" for t in names):
        wti = mention_of("WTI")
        return [Token("instrument", m.start("crude"), m.end(), wti) for m in _DELIVERED_CRUDE.finditer(text)] if wti else []
    american = any(t.value.id in AMERICAN for t in names) or "U.S. grade" in text or "NYMEX" in text or "Nymex" in text
    american = american or "New York Mercantile" in text or seat(text, places) in _NORTH_AMERICA
    american = american or (any(t.value.id in _CHICAGO for t in names) and _MONTHS_CRUDE.search(text) is not None)
    mention = mention_of("WTI") if american else None
    return [Token("instrument", m.start(), m.end(), mention) for m in _CRUDE.finditer(text)] if mention else []


def _crude_in_new_york(text: str, names: list[Token]) -> Iterator[tuple[int, int]]:
    """ "Benchmark crude gave up $9.44 to $99.80 on the New York Mercantile Exchange": crude whose clause names its market."""
    for match in _NEW_YORK_CRUDE.finditer(text) if "New York" in text or "ymex" in text.lower() else ():
        end = text.find(" New York", match.end()) if not match["first"] else match.end()
        if not any(match.end() <= t.start < end for t in names):
            yield match.span("crude")


def _ores(text: str, mention_of: MentionOf) -> list[Token]:
    """ "Cargoes with 62% iron content", the grade that is the benchmark; "ore in Singapore" in a text about iron."""
    low = text.lower()
    if " iron" not in low and not low.startswith("iron"):
        return []
    found = [*(_ORE.finditer(text) if " 62" in text else ()), *(_PLACED_ORE.finditer(text) if "iron ore" in low else ())]
    return [Token("instrument", m.start(), m.end(), mention_of("IRONORE")) for m in found]


def _counterparts(text: str, names: list[Token], mention_of: MentionOf) -> Iterator[Token]:
    """ "Brent settled at $127.98. Its American counterpart": the grade on the other side of the ocean."""
    yield from _oil_benchmarks(text, names, mention_of)
    brent = next((t for t in names if t.value.id == "BRENT"), None)
    found = _COUNTERPART.finditer(text, brent.end) if brent is not None else ()
    for match in found:
        yield Token("instrument", match.start(), match.end(), mention_of("WTI"))
    by_hour = "Dutch" in text and "gas" in text and ("egawatt" in text or "MWh" in text)
    for match in _DUTCH_GAS.finditer(text) if by_hour else ():
        yield Token("instrument", match.start(), match.end(), mention_of("TTF"))
    for match in _GAS_BY_THERM.finditer(text) if "therm" in text and "gas" in text.lower() else ():
        yield Token("instrument", match.start(), match.end(), mention_of("NBP"))
    dutch = next((t for t in names if t.value.id == "TTF"), None)
    for match in _BRITISH_GAS.finditer(text, dutch.end) if dutch is not None else ():
        yield Token("instrument", match.start(), match.end(), mention_of("NBP"))


def _oil_benchmarks(text: str, names: list[Token], mention_of: MentionOf) -> Iterator[Token]:
    """ "WTI settled at $62.20. The global benchmark": Brent, and the American one WTI, in a text about oil."""
    known = {t.value.id for t in names}
    shares = not known.isdisjoint(_AMERICAN_STOCKS)
    for match in _OIL_BENCHMARK.finditer(text) if known & {"BRENT", "WTI"} else ():
        if match["oil"] or not shares:
            yield Token("instrument", match.start(), match.end(), mention_of("WTI" if match["american"] else "BRENT"))


def elliptic(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """ "Germany's 10-year yield rose to 2.4% and Italy's to 3.6%": what the sentence named last, of another country."""
    found = [*cities(names, text, places, _national(), mention_of), *_placed_yields(text, names, places, mention_of)]
    spoken = [t for t in names if t.kind == "instrument"] if "'" in text or "’" in text else []
    for start, end, country in places.named:
        owns = text.startswith(("'", "’"), end) and _own().match(text, end)
        last = max((t for t in spoken if t.end < start), key=lambda t: t.start, default=None) if owns else None
        if last is None or start - last.end > _SENTENCE or _parted(text[last.end : start], last.value):
            continue
        mention = _of_country(last.value, country, mention_of)
        if _owns_index(text, spoken, start):
            mention = mention_of(index_of_city().get(text[start:end]) or _national().get(country, ""))
        if mention is not None:
            found.append(Token("instrument", start, end + 2, mention))
            spoken.append(found[-1])
        elif last.value.instrument_class == "policy rate":
            found.append(Token("other", start, end + 2, NO_INSTRUMENT, "name"))  # takes its figure with it
    return found


@cache
def _own() -> re.Pattern[str]:
    """What makes the genitive of a country one without its noun: "Italy's fell", "Germany's was up 6"; not "Italy's fall"."""
    verbs = {w.text for w in vocabulary().values() if (w.kind, w.form) == ("direction", "verb") and " " not in w.text}
    verbs = {verb for verb in verbs if not verb.endswith("ing")} - nouns_of_direction()
    return re.compile(rf"(?:['’]s|(?<=s)['’]) (?={any_of([*_STANDS.split(), *verbs])}\b|[+-]?\d)")


def _owns_index(text: str, names: list[Token], start: int) -> bool:
    """ "Qatar's index rose 1% and Kuwait's lost 1.8%", not "Germany's DAX fell as inflation rose and Italy's fell"; shares may
    stand between them.
    """
    before = [t for t in names if start - _SENTENCE < t.end < start and t.value.instrument_class != "share"]
    last = max(before, key=lambda t: t.start, default=None)
    if last is None or last.value.instrument_class != "index":
        return False
    owned = "'s" in text[max(last.start - 3, 0) : last.end].replace("’", "'")
    return owned and figures().search(text, last.end, start) is None


def _parted(between: str, named: Mention) -> bool:
    """Whether more than the end of one sentence parts two names: "Turkey's ten-year was at 31%. South Africa's was at 9.1%";
    rates and yields may be parted by a semicolon.
    """
    if named.instrument_class in BELOW_NOTHING:
        between = between.replace("; ", ", ")
    if named.instrument_class == "bond yield" and " yields " in between.rpartition(". ")[2]:
        return False  # "Other yields fell: Spain's by 3 bps"
    return re.search(r"[.;\n] ", between.removesuffix(". ")) is not None


def _of_country(named: Mention, country: str, mention_of: MentionOf) -> Mention | None:
    if named.instrument_class == "yield spread":
        one, _, other = named.id.partition("-")
        return replace(named, id=f"{country}{one[2:]}-{other}")
    if named.instrument_class == "bond yield" and named.id[2] != "_":
        return mention_of(country + named.id[2:])
    if named.instrument_class == "policy rate":
        return mention_of(f"{country}_POLICY")
    money = of_country("currency", country) if named.instrument_class == "currency" else None
    return replace(named, id=money) if money is not None else None  # "the Norwegian crown fell, Sweden's was at 11.24"
