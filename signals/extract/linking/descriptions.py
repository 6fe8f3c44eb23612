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
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from signals.extract.linking.described_goods import described_goods
from signals.extract.linking.mentions import BELOW_NOTHING, NO_INSTRUMENT, Mention, MentionOf
from signals.extract.linking.places import Places
from signals.extract.linking.shared_heads import cities, city_names, index_of_city
from signals.extract.linking.shared_names import of_country
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.folding import holds_any
from signals.extract.text.months import MONTHS
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of, figures, nouns_of_direction, vocabulary, vocabulary_of
from signals.instruments.tables import rows

_OF_AN_INDEX = (
    r"main|benchmark|leading|key|blue-chip|stock|share|equity|equities|market|broad|broader|premier|top|flagship|headline"
    r"|principal|stock-market|bourse['’]s|exchange['’]s|bourse|all-share"
)
_DID = r"(?=, | (?:put|rose|fell|lost|shed|was|slid|had|has|is|took|got|went|gave|did|sank|stood|fared|kept|made|[a-z]+ed)\b)"
_INDEX = re.compile(
    r"(?: (?:[Ss]tock|[Ss]ecurities) [Ee]xchange(?: \([A-Z]{2,6}\))?)?(?:['’]s)?(?: \([A-Z]{2,6}\))?"
    rf" (?:(?:{_OF_AN_INDEX}) ){{1,4}}(?:index|gauge|barometer)\b(?! futures?)"
    r"|['’]s (?:stock |share )?index\b(?! futures?)|: [Tt]he (?:main |benchmark |stock |all-share )?index\b"
    rf"|['’]s benchmark{_DID}"
)
_CITY_INDEX = re.compile(
    r" (?:stock |share |all-share |composite |general )?"
    rf"(?:index\b(?! (?:futures?|of)\b)|(?:benchmark|gauge|barometer)\b{_DID})",
    re.IGNORECASE,
)
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
_STOCKS_IN = re.compile(r"\b(?:[Ss]tocks|[Ss]hares|[Ee]quities|(?P<those>those)) in $")
_LISTED_BEFORE = re.compile(r"\b(?:[Ss]tocks|[Ss]hares|[Ee]quities) in [A-Z]")  # "shares in Taipei fell, those in Sydney rose"
_WORD_BEFORE = re.compile(r"([\w'’&-]+) \Z")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "morning", "afternoon", "week", "month", "year")
_OWNERS = frozenset({"its", "their", "his", "her", "own"})
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
_STOCK_MARKET = cues("index indexes gauge gauges benchmark benchmarks barometer stocks shares equities")
_STANDS = (
    "to at by was were is are has have had stands stays remains sits stood closed ended finished settled opened traded yielded"
    " hit touched reached went also now up down some about around nearly almost"
)
_SENTENCE = 160  # characters that a country may stand after what it has one of as well


def described(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for national indices, for ten-year bonds by their yield and for goods, none overlapping a name."""
    found = [*_indices(text, places, mention_of), *_debt(text, places, mention_of)]
    found += described_goods(text, names, places, mention_of)
    found += _of_europe(text, names, mention_of)
    return [t for t in found if not any(n.start < t.end and t.start < n.end for n in names)] if found else found


def _indices(text: str, places: Places, mention_of: MentionOf) -> list[Token]:
    found = []
    for start, end, country in places.named if places.named and _may_describe(text) else ():
        match = _INDEX.match(text, end) if country in _national() else None
        if match is None and country in _national() and text[start:end] in city_names():
            match = _CITY_INDEX.match(text, end)
        stocks = _stocks_in(text, start, places) if country in _national() and match is None else None
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


def _stocks_in(text: str, start: int, places: Places) -> re.Match[str] | None:
    """ "Shares in Tokyo", those of a market: not "Toyota shares in Tokyo", "its shares in London", "mining shares in Tokyo"."""
    stocks = _STOCKS_IN.search(text, max(start - 14, 0), start)
    if stocks is not None and stocks["those"]:
        told = _LISTED_BEFORE.search(text, max(text.rfind("\n", 0, start), start - _SENTENCE), stocks.start())
        return stocks if told is not None else None
    whose = _WORD_BEFORE.search(text, max(stocks.start() - 24, 0), stocks.start()) if stocks is not None else None
    if whose is None or any(end == whose.end(1) for _, end, _ in places.named):
        return stocks
    word = whose[1].lower()
    return stocks if word in _said_of_none() or (word.endswith("ed") and "-" not in word) else None


@cache
def _said_of_none() -> frozenset[str]:
    """Words before "shares" that say of nobody whose they are: "while", "then", "sent"."""
    said = (w.text for w in vocabulary().values() if w.kind not in ("noun", "word", "other", "ref"))
    more = (word for form in ("function", "past", "auxiliary") for word in vocabulary_of("word", form))
    return frozenset((*said, *more, *_DAYS, *MONTHS)) - _OWNERS


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
