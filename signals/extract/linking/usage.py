"""Names that are ordinary words or houses too: whether the words around one show that the instrument is meant.

| text                                    | kept  | counter-example                              |
|-----------------------------------------|-------|----------------------------------------------|
| "the won firmed", "the real lost 1%"    | yes   | "has since won some back", "real wages rose" |
| "the Nasdaq fell 2%"                    | yes   | "opened on the Nasdaq at $56"                |
| "the S&P gained 1%"                     | yes   | "S&P cut its rating"                         |
| "the Nasdaq fell 2%"                    | yes   | "China's Nasdaq-style board"                 |
| "Eastern fell 2% in Cairo"              | yes   | "at 8:15 a.m. Eastern the stock was"         |
| "the R186 bond"                         | yes   | "R186 a share"                               |
"""

from __future__ import annotations

import re

from signals.extract.text.months import MONTH, SHORT_MONTH
from signals.instruments import Alias

# Currencies whose noun is a word of another kind as well.
_WORDS = frozenset(
    ("won", "real", "reais", "sol", "sols", "soles", "som", "soms", "sum", "sums", "kip", "lev", "lat", "lats",
     "lek", "leones", "leone",
     "crown", "crowns", "tala", "kina", "buck", "bucks", "quid", "lei", "pula", "dram", "drams", "quetzal", "quetzals",
     "gourde", "balboa", "soles", "cordoba", "loti", "birr", "dong")
)  # fmt: skip
_DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|weaker|stronger|firmer|softer|weak|strong|its|one|per|against|versus|vs|'s|’s|local|two|three|five|nine"
    r"|point-\w+|thousand|hundred|million|billion|trillion|korean|brazilian|peruvian|czech|swedish|norwegian|danish"
    r"|romanian|bulgarian|albanian|samoan|and)|[\d%])[ -]$",
    re.IGNORECASE,
)
# After "the real" comes a verb, a preposition or the end of the clause; a noun makes it an adjective.
_GOES_ON = re.compile(
    r"(?=['’]s |[.,;:)\]\n/%]|$| {2}|\t| \d| (?:was|is|has|had|were|are|will|would|could|may|might|did|also|then|later|still"
    r"|again|now|at|to|within|during|near|around|above|below|under|against|versus|vs|per|by|in|on|from|for|as|after|and|while|but|which|that|when|with|over"
    r"|since|before|amid|this|last|lower|higher|weaker|stronger|firmer|softer|cheaper|dearer|less|more|down|up|[a-z]+(?:ed|s)\b|fell|rose|lost|sank|slid|hit|led|won|went|came|held|took|gave|shed"
    r"|stood|bought|began|kept|closed|traded|not)\b|\s*\()"
)
_MARKET_OF = re.compile(r" (?:exchange|market|auction|board|interventions?|traders?|dealers?|reserves)\b")
_LIKENED = re.compile(r"-(?:style|like|type|listed|linked|led|traded|owned|backed|based|focused|inspired)\b")
_MAKER = re.compile(r"[ -](?:ingredient|input|producer|exporter|importer|consumer|grower|producing|exporting|importing)s?\b")
_EXCHANGES = frozenset(
    ("nasdaq", "euronext", "tsx", "tadawul", "kosdaq", "moex", "micex", "nyse", "b3", "s&p/tsx", "bovespa", "pfts")
)
_LISTED_ON = re.compile(r"\bon (?:the |New York's )?$")
_TRADED_ON = re.compile(r"\b(?:on|at|in) (?:the )?$")  # "rose on the Moscow Exchange": the place, not the company
_RATER = re.compile(
    r"(?:['’]s)? (?:Global|Ratings?|analysts?|raised|lowered|cut|affirmed|downgrad\w+|upgrad\w+|said|expects|put|places"
    r"|estimates|rates|revised|assigned)\b(?! \d)(?! by \d)(?! to (?:\d|a (?:record|high|low)))"
    r"|(?:,| and| or|,? as well as) (?:Moody|Fitch|DBRS|KBRA|Scope)"
)
_BESIDE_RATER = re.compile(r"\b(?:Moody['’]s|Fitch|DBRS|Scope)(?: Ratings)?(?:,|,? and|,? or|,? as well as) \Z")
_ZONES = frozenset(("eastern", "central", "pacific", "mountain", "atlantic"))
_CLOCK = re.compile(r"\d ?(?:[ap]\.?m\.?)?,? (?:U\.?S\.? )?$", re.IGNORECASE)
_IN_DOLLARS = re.compile(r" (?:drop|gain|loss|rise|fall|move|decline|advance|increase|jump|slide|value|terms)s?\b")
_MOST = re.compile(r"\b(?:biggest|largest|worst|best|sharpest|steepest|greatest|in)(?: (?:one|single)-day| daily| ever)? \Z")
_SMALL = re.compile(r"(?<=[a-z,] )[a-z]{3,}(?= )")  # a word of no headline in capitals, "Weak Dollar Lifts Gold"
_LINE = 120  # characters behind a name in which one may stand
_CAPITALS = frozenset(("SET", "NEAR", "LINK", "DOT", "TRY", "PEN", "SOL", "WIG", "PX", "TES"))
_PRICE_BEHIND = re.compile(r" \d+\.\d{2,4}\b(?! ?%)")  # "TRY 8.6050, ZAR 13.53"
_PARTS_OF_AMERICA = ("Latin ", "latin ", "LatAm ", "South ", "Central ", "North ", "Latin-")
_BOND_NEAR = re.compile(r"\b(?:bonds?|yield(?:s|ed|ing)?|paper|notes?|benchmark|maturity|matur(?:es|ing)|due in)\b")
_A_BOND = re.compile(r"R\d{3,4}")
_YIELD_IN_ROW = re.compile(r"(?: {2,}|\t| ?\| ?)\d{1,2}\.\d{2,3}(?!\d)")
_YIELD_AFTER = re.compile(r"[^.;$\n]{0,28}?(?<![\d.,])\d{1,2}(?:[.,]\d{1,3})? ?(?:%|per ?cent|bps?\b|basis)")
_PRICE_AFTER = re.compile(r"(?:[.,]\d| (?:a|per|each|for|million|billion)\b|[mb]n?\b)")

_OF_METAL = re.compile(r"LME 3M\b|\b3M (?:LME|[Cc]opper|[Aa]lumin|[Zz]inc|[Nn]ickel|[Ll]ead|[Tt]in\b)")  # a tenor, no company

_METALS = frozenset({"copper", "zinc", "tin", "cobalt", "lithium", "nickel", "lead", "aluminium", "aluminum", "gold", "silver"})
# "Shares in Huayou Cobalt", "and Yunnan Tin": a company of that name; not "spot LME Copper", nor a line of capitals.
_NAMED = re.compile(
    r"(?<=[a-z,;] )(?!(?:Of|And|In|On|For|Spot|Comex|London|Shanghai|Dalian|Tokyo|York|India|Cash|Dubai|Asian|Chinese"
    rf"|(?:Mon|Tues|Wednes|Thurs|Fri)day|{MONTH}|{SHORT_MONTH})\b)[A-Z][a-z]+ \Z"
)
_OTHER_BEANS = re.compile(r"\b(?:coffees?|cocoa|arabicas?|robustas?|cacao)\b", re.IGNORECASE)


def is_name(text: str, start: int, end: int, alias: Alias) -> bool:
    """Whether a word that could name an instrument does so here."""
    low = alias.text.lower()
    if text[end : end + 1] in (" ", "-") and _describes(text, end, alias):
        return False
    if start and ((text[start - 1] in "$-" and _is_other(text, start, alias)) or _ends_a_name(text, start, low)):
        return False
    if low in ("beans", "3m", "oats"):
        return _is_meant(text, start, end, low)
    if low in _ZONES and _CLOCK.search(text, max(start - 12, 0), start):
        return False
    if alias.kind == "currency" and _is_no_currency(text, start, end, alias):
        return False
    if low in _WORDS and not alias.text.isupper():
        if text[start:end].isupper() and not (_in_capitals(text, start, end) and low.upper() not in _CAPITALS):
            return False  # "SOL" is no Peruvian sol
        return _is_noun(text, start, end)
    if low.endswith(" exchange") or low in _EXCHANGES:
        placed = _LISTED_ON if low in _EXCHANGES else _TRADED_ON
        return not placed.search(text, max(start - 20, 0), start)
    if alias.text == "S&P":
        return not (_RATER.match(text, end) or _BESIDE_RATER.search(text, max(start - 24, 0), start))
    if alias.text in _CAPITALS:
        return _PRICE_BEHIND.match(text, end) is not None or not _in_capitals(text, start, end)
    if _A_BOND.fullmatch(alias.text):
        row = _YIELD_IN_ROW.match(text, end) or _BOND_NEAR.search(text, max(start - 40, 0), end + 30)
        return bool(row or _yields(text, start, end)) and not _PRICE_AFTER.match(text, end)
    return True


def _ends_a_name(text: str, start: int, low: str) -> bool:
    """ "Shares in Huayou Cobalt": a metal that is the last word of a company's name."""
    if low == "west texas":
        return text.endswith(("in ", "of ", "across "), 0, start)  # where the wells are
    if low not in _METALS or not text[start].isupper() or not _NAMED.search(text, max(start - 24, 0), start):
        return False
    return _SMALL.search(text, text.rfind("\n", 0, start) + 1, start + _LINE) is not None


def _is_meant(text: str, start: int, end: int, low: str) -> bool:
    """Whether "beans" are soy's, "3M" the company, and "oats" no French bonds."""
    if low == "oats":
        return text[start:end] != "OATs"
    return not (_OF_METAL.search(text, max(start - 4, 0), end + 12) if low == "3m" else _of_other_beans(text))


def _of_other_beans(text: str) -> bool:
    """Whether a text speaks of coffee or cocoa, and of no soy."""
    return "soy" not in text.lower() and _OTHER_BEANS.search(text) is not None


def _yields(text: str, start: int, end: int) -> bool:
    """ "The R2035 at 11.42%", "R2030: 10.21%": a bond determined by an article or at the head of its line, with its yield."""
    named = text[max(start - 4, 0) : start].lower() == "the " or text[max(start - 1, 0) : start] in ("", "\n", "\t")
    return named and _YIELD_AFTER.match(text, end) is not None


def _describes(text: str, end: int, alias: Alias) -> bool:
    """ "China's Nasdaq-style board", "Africa's second-largest copper producer"."""
    if text[end] == "-" and _LIKENED.match(text, end):
        return True
    return alias.kind != "currency" and _MAKER.match(text, end) is not None


def _is_other(text: str, start: int, alias: Alias) -> bool:
    """ "$CCL" is the symbol, whoever else is called so; "CGS-CIMB": the end of a longer name."""
    if text[start - 1] == "$":
        return alias.kind == "guarded"
    before = text[max(start - 12, 0) : start - 1].split()[-1:]
    named = bool(before) and before[0].isalpha() and before[0][0].isupper()
    return named and alias.kind in ("instrument", "guarded") and alias.text[0].isupper() and "." in "".join(alias.targets)


def _is_noun(text: str, start: int, end: int) -> bool:
    """ "The won", "200 won", "Real falls": not "has since won some back", "the real economy"."""
    if text[start:end].lower() in ("buck", "bucks"):
        return text[max(start - 4, 0) : start].lower() == "the "  # "down a buck and a half" is a size
    begins = start == 0 or text[start - 1] == "\n" or text[start - 2 : start] in (". ", "* ", "• ")
    determined = _DETERMINED.search(text, max(start - 14, 0), start) is not None
    return (determined or (begins and text[start].isupper())) and _GOES_ON.match(text, end) is not None


def _is_no_currency(text: str, start: int, end: int, alias: Alias) -> bool:
    """ "(KUNA)", "the RAND report": the noun of a currency in capitals within a line of small letters, not at its head; "on the
    Uzbek currency exchange": of a market.
    """
    if alias.text.endswith("currency") and _MARKET_OF.match(text, end):
        return True
    if alias.text == "dollar" and _IN_DOLLARS.match(text, end) and _MOST.search(text, max(start - 24, 0), start):
        return True  # "the worst one-day dollar drop on record"
    if alias.text.startswith("American curr") and text.endswith(_PARTS_OF_AMERICA, 0, start):
        return True
    shouted = text[start:end].isupper() and not alias.text.isupper() and end - start > 2
    return shouted and start > 0 and text[start - 1] != "\n" and not _in_capitals(text, start, end)


def _in_capitals(text: str, start: int, end: int) -> bool:
    """Whether the rest of a line is written in capitals, so that a word in capitals says nothing."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    line = text[begin : stop if stop >= 0 else len(text)][:400]
    rest = line[: start - begin] + line[end - begin :]
    return rest == rest.upper() != rest.lower()  # "SOL  $13.94  -43.5%" has no others


def by_price(name: str, following: str) -> bool:
    """Whether a bond's name speaks of its price: "gilts rose", but not "the gilt yield rose"."""
    low = name.lower()
    return "yield" not in low and not following.lower().lstrip().startswith("yield")
