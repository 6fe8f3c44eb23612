"""Goods that a text describes instead of naming them: crude by its country, gas by its market, ore by its grade.

| text                                         | instrument | counter-example                                    |
|----------------------------------------------|------------|----------------------------------------------------|
| "crude" in a report from Wall Street         | WTI        | "crude" where Brent is named, or no American index |
| "Brent fell. Its American counterpart"       | WTI        | "Apple fell. Its American counterpart"             |
| "the Dutch contract" where gas is by the MWh | TTF        | "the Dutch contract" in a text without gas         |
| "cargoes with 62% iron content"              | IRONORE    | "ore with 58% iron", "62% of the iron"             |
| "the second-largest cryptocurrency"          | ETHUSD     | "ether, the second-largest cryptocurrency"         |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.linking.issuers import seat
from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.folding import holds_any
from signals.extract.text.months import MONTH
from signals.extract.text.tokens import Token

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
_FRENCH_POWER = re.compile(r"\b(?:[Tt]he|[Ii]ts) French (?:counterpart|cousin|equivalent|contract|peer)\b")
_COUNTERPARTS = (("BRENT", _COUNTERPART, "WTI"), ("TTF", _BRITISH_GAS, "NBP"), ("GERPOWER", _FRENCH_POWER, "FRPOWER"))
_DUTCH_GAS = re.compile(
    r"(?<!is )\b[Tt]he Dutch (?:(?:front-month|month-ahead|benchmark|wholesale|gas) )*"
    r"(?:contract|benchmark|futures?|price)\b(?! of)"
)
_EUROPEAN_GAS = re.compile(r"\b[Tt]he European (?:gas )?benchmark\b(?! (?:[A-Z]|index|yield|bond|oil|crude))")
_DUE = r"(?:day-ahead|within-day|front-month|month-ahead|prompt|next-day|spot)"
# "The British day-ahead contract", "gas in Britain for immediate delivery": priced by the therm.
_GAS_BY_THERM = re.compile(
    rf"\b(?:British|UK|U\.K\.|Britain['’]s) (?:wholesale |natural )?"
    rf"(?:(?:gas )?{_DUE}(?: gas)?(?: contracts?| prices?| gas|(?= (?:was|rose|fell)))|gas for {_DUE}(?: delivery)?)"
    r"|(?:(?<=[Ii]n Britain, )|(?<=[Ii]n Britain )|(?<=[Ii]n the UK, )|(?<=[Ii]n the UK ))(?:the )?"
    r"(?:gas for (?:immediate|day-ahead|next-day|within-day) delivery"
    r"|(?:day-ahead|front-month|month-ahead|prompt|within-day) (?:contract|gas|price)|front month)"
    r"|(?P<placed>\b(?:[Ww]holesale |[Nn]atural )?[Gg]as(?: prices?| contracts?)?"
    rf" (?:for (?:delivery )?(?:(?:in )?{MONTH}|next (?:month|day|winter|summer)|the following (?:month|day))(?: delivery)? )?"
    r"(?:in (?:Britain|the UK|the U\.K\.)|at the NBP|on the (?:British|UK) (?:market|hub))\b)"
)
_THERMS = cues("therm therms")  # by which only gas is sold
_OIL_BENCHMARK = re.compile(
    r"\b[Tt]he (?:(?P<american>U\.S\.|US|American)|global|international|world|European) (?:(?P<oil>crude|oil) )?"
    r"(?:benchmark|marker|yardstick|grade)\b(?! (?:[A-Z]|index|yield|note|bond|rate|Treasury|crude|stock))"
)
_ORE = re.compile(
    r"\b(?:[Ss]pot |[Bb]enchmark |[Ii]ron |[Ss]eaborne ){0,2}(?:[Oo]re|[Cc]argo(?:es)?|[Ff]ines|[Mm]aterial|[Gg]rade)"
    r" (?:with|containing|of|at) (?:an? )?(?:iron content of )?62 ?(?:%|per ?cent|pct|pc)(?: (?:iron|Fe)\b(?: content)?)?"
    r"(?:,? (?:for delivery|delivered|landed|shipped) (?:to|into|in|at) (?:(?:northern|north|eastern) )?"
    r"(?:China|Qingdao|Tianjin)\b)?"
)
_ORE_BENCHMARK = re.compile(r"\b[Tt]he 62 ?(?:%|per ?cent|pct)(?:[ -](?:iron|Fe|grade))? (?:benchmark|index|fines|price)\b")
_PLACED_ORE = re.compile(
    r"(?<![Ii]ron )\b[Oo]re(?: futures| prices)? (?:in|on|at)"
    r" (?:Dalian|Singapore|the (?:SGX|DCE|Dalian|Singapore)(?: [Ee]xchange)?)\b"
)
_COINS = cues("cryptocurrency crypto cryptoasset currency coin token asset")
_COIN = re.compile(
    r"\b(?:[Tt]he )?(?:world['’]s )?(?:(?P<second>second)[- ])?(?:largest|biggest|oldest|original|best[- ]known|flagship"
    r"|leading|most[- ](?:popular|traded|valuable)) (?:crypto(?:currency|-?asset| asset| token)?|virtual currency|coin|token"
    r"|digital (?:currency|coin|asset|token))\b(?: by (?:market )?(?:value|cap(?:itali[sz]ation)?)\b)?"
    r"(?! (?:exchange|broker|fund|firm|miner|market))"
)
_APPOSED = 6  # characters between a coin and the words for its rank that say what it is
_AMERICAN_STOCKS = ("SPX", "DJI", "IXIC", "SPX_F", "DJI_F")
_AMERICAN = (*_AMERICAN_STOCKS, "WTI")
_OF_NEW_YORK = ("U.S. grade", "NYMEX", "Nymex", "New York Mercantile")


def described_goods(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> Iterator[Token]:
    """Tokens for the goods that words of a text stand for."""
    yield from _crude(text, names, places, mention_of)
    yield from _oil_benchmarks(text, names, mention_of)
    yield from _counterparts(text, names, mention_of)
    yield from _gas(text, mention_of)
    yield from _ores(text, mention_of)
    yield from _coins(text, names, mention_of)


def _crude(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> Iterator[Token]:
    """Crude that is New York's by its words, by a month of delivery beside Brent, or else by whom the text is about."""
    wti = mention_of("WTI") if "rude" in text else None
    if wti is None:
        return
    spans = [*(m.span() for m in _AMERICAN_CRUDE.finditer(text)), *_crude_in_new_york(text, names)]
    if not spans and any(t.value.id == "BRENT" for t in names):
        spans = [m.span("crude") for m in _DELIVERED_CRUDE.finditer(text)]
    elif not spans and _is_american(text, names, places):
        spans = [m.span() for m in _CRUDE.finditer(text)]
    yield from (Token("instrument", *span, wti) for span in spans)


def _is_american(text: str, names: list[Token], places: Places) -> bool:
    """Whether a text without Brent speaks of American markets, or is written in North America."""
    known = {t.value.id for t in names}
    if not known.isdisjoint(_AMERICAN) or holds_any(text, _OF_NEW_YORK) or seat(text, places) in _NORTH_AMERICA:
        return True
    return not known.isdisjoint(_CHICAGO) and _MONTHS_CRUDE.search(text) is not None


def _crude_in_new_york(text: str, names: list[Token]) -> Iterator[tuple[int, int]]:
    """ "Benchmark crude gave up $9.44 to $99.80 on the New York Mercantile Exchange": crude whose clause names its market."""
    for match in _NEW_YORK_CRUDE.finditer(text) if "New York" in text or "ymex" in text.lower() else ():
        end = text.find(" New York", match.end()) if not match["first"] else match.end()
        if not any(match.end() <= t.start < end for t in names):
            yield match.span("crude")


def _ores(text: str, mention_of: MentionOf) -> list[Token]:
    """ "Cargoes with 62% iron content", the grade that is the benchmark; "ore in Singapore" in a text about iron."""
    low = text.lower()
    if "iron" not in low:
        return []
    found = [
        *((*_ORE.finditer(text), *_ORE_BENCHMARK.finditer(text)) if " 62" in text else ()),
        *(_PLACED_ORE.finditer(text) if "iron ore" in low else ()),
    ]
    return [Token("instrument", m.start(), m.end(), mention_of("IRONORE")) for m in found]


def _counterparts(text: str, names: list[Token], mention_of: MentionOf) -> Iterator[Token]:
    """ "Brent settled at $127.98. Its American counterpart": the grade across the ocean, the gas or power across a border."""
    for known, pattern, other in _COUNTERPARTS:
        named = next((t for t in names if t.value.id == known), None)
        for match in pattern.finditer(text, named.end) if named is not None else ():
            yield Token("instrument", *match.span(), mention_of(other))


def _gas(text: str, mention_of: MentionOf) -> Iterator[Token]:
    """ "The Dutch contract", "the British day-ahead price": gas by its country, where the text prices it as is usual there."""
    by_hour = "Dutch" in text and "gas" in text and ("egawatt" in text or "MWh" in text)
    for match in (*_DUTCH_GAS.finditer(text), *_EUROPEAN_GAS.finditer(text)) if by_hour else ():
        yield Token("instrument", *match.span(), mention_of("TTF"))
    by_therm = holds_cue(text, _THERMS)
    for match in _GAS_BY_THERM.finditer(text) if by_therm or " gas" in text else ():
        if by_therm or ("gas" in match[0] and match["placed"] is None):
            yield Token("instrument", match.start(), match.end(), mention_of("NBP"))


def _coins(text: str, names: list[Token], mention_of: MentionOf) -> Iterator[Token]:
    """ "The world's largest cryptocurrency", "the second-biggest token": by their rank, but not beside their own name."""
    for match in _COIN.finditer(text) if holds_cue(text, _COINS) else ():
        coin = "ETHUSD" if match["second"] else "BTCUSD"
        beside = (t for t in names if t.value.id == coin)
        if not any(0 <= match.start() - t.end <= _APPOSED or 0 <= t.start - match.end() <= _APPOSED for t in beside):
            yield Token("instrument", match.start(), match.end(), mention_of(coin))


def _oil_benchmarks(text: str, names: list[Token], mention_of: MentionOf) -> Iterator[Token]:
    """ "WTI settled at $62.20. The global benchmark": Brent, and the American one WTI, in a text about oil."""
    known = {t.value.id for t in names}
    shares = not known.isdisjoint(_AMERICAN_STOCKS)
    for match in _OIL_BENCHMARK.finditer(text) if known & {"BRENT", "WTI"} else ():
        if match["oil"] or not shares:
            yield Token("instrument", match.start(), match.end(), mention_of("WTI" if match["american"] else "BRENT"))
