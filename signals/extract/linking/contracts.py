"""Words around a name that pick another instrument: the future on an index or a metal.

| text                                   | instrument   | counter-example                 |
|----------------------------------------|--------------|---------------------------------|
| "gold for June delivery", "May silver" | GC, SI       | "spot gold" stays XAUUSD        |
| "April futures on the Comex"           | GC           | "index futures"                 |
| "gold settles at $1,286"                | GC           | "gold settles into a range"     |
| "Dow futures", "S&P 500 e-minis"       | the id's _F  | "futures traders"               |
| "futures on the Nasdaq 100"            | NDX_F        | "stocks on the Nasdaq"          |
| "gold futures fell, spot was at $3,331" | XAUUSD      | "spot rates"                    |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise
from operator import attrgetter

from signals.extract.linking.bonds import bonds
from signals.extract.linking.composites import composites
from signals.extract.linking.country_rows import country_rows
from signals.extract.linking.descriptions import described, elliptic
from signals.extract.linking.exchanges import contracts_alone
from signals.extract.linking.headings import headed
from signals.extract.linking.local_prices import local_prices
from signals.extract.linking.mentions import NO_INSTRUMENT, MentionOf
from signals.extract.linking.places import Places
from signals.extract.linking.policy import policy_rates
from signals.extract.linking.rate_rows import rate_rows
from signals.extract.linking.shared_heads import shared_heads
from signals.extract.linking.spreads import between_both
from signals.extract.linking.venues import venues
from signals.extract.text.folding import holds_any
from signals.extract.text.lines import is_headline
from signals.extract.text.months import MONTH, SHORT_MONTH
from signals.extract.text.tokens import Token

METAL_FUTURES = {"XAUUSD": "GC", "XAGUSD": "SI", "XPTUSD": "PL", "XPDUSD": "PA"}
INDEX_FUTURES = {"IXIC": "NDX_F"}
_MONTH = rf"(?:{MONTH}|{SHORT_MONTH})"
_MOVED = r"(?:rose|fell|gained|lost|added|climbed|slipped|settled|ended|closed|was|dropped|shed|jumped)\b"
_SIZE = r"\d[\d/., -]*(?:US |U\.S\. )?(?:cents?|pence|percent|per cent|points)\b|\d[\d.]*%"
_FUTURE_AFTER = re.compile(
    rf"(?:['’]s)?(?: index)?(?: e-?mini)? (?:fut(?:ure)?s?\b(?: contracts?\b)?"
    rf"|for {_MONTH}(?:-\w+)?(?: (?:delivery|settlement)|(?= (?:{_MOVED}|{_SIZE})))|contracts?\b|e-?minis?\b)",
    re.IGNORECASE,
)
_METAL_BEFORE = re.compile(
    r"\b(?<!\bin )(?<!\bsince )(?<!\blast )(?<!\bby )(?<!\bduring )(?<!\buntil )"
    rf"(?:{_MONTH}|(?!May)(?:{SHORT_MONTH})\.|front-month|most[- ]active|futures for|comex)\s? (?:U\.?S\.? |comex )?$",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(rf" (?:- {_MONTH}\b|\({_MONTH}\))", re.IGNORECASE)
_MONTH_OF_ROW = re.compile(rf" {_MONTH}\.?(?:[ '’-]?\d\d)?(?= {{2,}}| ?[\t|]| [-+$]?\d[\d,]*[.,]\d)")
# "Brent futures (Dec)", "silver for September 53.5 cents to $18.86".
_NAMED_MONTH = re.compile(
    rf"(?: crude)?(?: futures?)? \({_MONTH}\)| for {_MONTH}(?: delivery)?(?= (?:{_SIZE}))"
    rf"| {_MONTH}\.?[ '’-]?\d\d(?= (?:at )?[-+]?[$€£]?\d)"
    rf"|(?: futures?| contracts?)?(?:,? (?:expiring|maturing|(?:which|that) expires?)) (?:in|at the end of) {_MONTH},?(?= \w)"
)
# "In corn, December rose 5 cents": the month of the good that opens a sentence.
_MONTH_APART = re.compile(
    rf",? (?:the )?{_MONTH}\.?(?: contract| futures?)?(?= (?:(?:was|were|had|has|also|last) )?(?:{_MOVED}|[a-z]+ed\b))"
)
# "TTF Cal'24 52.40", "German Cal 24 base 128.50": a year of delivery, which of power is the benchmark.
_CALENDAR = re.compile(r"(?: Cal)?[ -]?['’]?\d\d(?: base(?:load)?)?(?= [-+]?[$€£]?\d)")
_BY_YEAR = ("GERPOWER", "FRPOWER")
_INDEX_BEFORE = re.compile(
    r"\b(?:futures|e-?minis|contracts) (?:on|for|tied to|linked to|of|tracking) (?:the )?(?:(?:benchmark|U\.?S\.?|blue-chip"
    r"|tech-heavy|broader|broad) ){0,2}$",
    re.IGNORECASE,
)
_LIKE_THEM = re.compile(r"\b(?:those|the ones) (?:on|for|tied to|linked to|of|tracking) (?:the )?(?:[a-z-]+ )?$")
_BESIDE = 120  # characters between a metal and the word for its futures
_ONLY = 300  # the same where the text names no other metal
_SPOT_TOLD = re.compile(r"\b(?:spot|immediate|fix(?:ed|es|ing)?|jewellers?|jewelers?|grams?|tolas?|cash)\b", re.IGNORECASE)
_START = attrgetter("start")
_ALONE = re.compile(
    r"(?:[,;:.]|\b(?:[Aa]nd|[Ww]hile|[Ww]hereas|[Bb]ut))(?: the)?"
    rf" (?P<futures>(?:(?P<us>U\.?S\.? )|Comex |COMEX |{_MONTH} |most-active )?[Ff]utures(?: (?:contracts?|prices))?"
    rf"(?:(?: for|,? due in| expiring in) (?:{_MONTH}(?: (?:delivery|settlement))?|delivery in {_MONTH}))?"
    r"(?: (?:on|at) (?:the )?(?:Comex|COMEX|Nymex|NYMEX)(?: in New York)?)?)"
    r"(?= (?:(?:were|was|had|have|also|last|are) )?(?:\w+ly )?"
    rf"(?:up|down|at|off|eased|ended|edged|little|steady|flat|unchanged|traded|[$+-]?\d|{_MOVED}))"
)
_SPOT_ALONE = re.compile(
    rf"(?:[,;:.(]|\b(?:[Aa]nd|[Ww]hile|[Ww]hereas|[Ww]ith|[Bb]ut))(?: the)? (?P<spot>[Ss]pot(?: price)?)"
    rf"(?= (?:(?:were|was|had|has|also|last|is) )?(?:\w+ly )?"
    rf"(?:up|down|at|off|eased|ended|edged|little|steady|flat|unchanged|traded|trading|last|fetched|stood|{_MOVED}))"
)
_SETTLED = re.compile(r"\b[Ss]ettl(?:es?|ed|ing|ement)\b(?! (?:down|back|in|into|for)\b)")
_SENTENCE_END = re.compile(r"[.;]\s|\n")
_CONTRACT_ALONE = re.compile(rf"\b(?:{_MONTH}\.?|front-month|most-active) (?:futures|contracts?)\b")
# "Gold slumps; Apr loses 1.6%", "gold at a high, Dec. +$12": a month that is itself what moved.
_MONTHS_PRICE = re.compile(
    rf"(?:[,;:–—-] |\b[Cc]omex |\bCOMEX )(?:{_MONTH})\b\.? (?=(?:{_MOVED}"
    r"|(?:rises|falls|gains|loses|adds|slips|climbs|settles|ends|closes|finishes|drops|sheds|jumps|up|down|off|at)\b|[-+]?\$?\d))"
)
_BY_MONTH = re.compile(
    rf"\b(?:{_MONTH}|front-month|most-active) (?:futures|contracts?)\b"
    r"(?= (?:on|in) (?:the )?(?:Comex|COMEX|NYMEX|Nymex|New York))"
)


_AT_COMEX = re.compile(
    rf"\b[Oo]n (?:the )?(?:U\.?S\.? )?(?:Comex|COMEX),? (?:the )?(?:most-active )?{_MONTH}"
    rf"(?= (?:(?:last|also) )?(?:up|down|at|off|eased|traded|[$+-]?\d|{_MOVED}))"
)
_AMERICAN = {**METAL_FUTURES, "COPPER": "HG"}


def contracts(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """The names with futures, bonds, spreads and policy rates told from the words around them, in order, none overlapping."""
    futures(text, names, mention_of)
    if is_headline(text) and text[-1:] != ".":
        futures_of_headline(text, names, mention_of)
    futures_settled(text, names, mention_of)
    futures_throughout(text, names, mention_of)
    venues(text, names, mention_of)
    local_prices(text, names, places, mention_of)
    rates = rate_rows(text, names, places, mention_of)
    found = [*rates, *names, *futures_by_month(text, names, mention_of), *headed(text, names, mention_of)]
    found += contracts_alone(text, names, mention_of)
    found += futures_alone(text, names, mention_of)
    found += spot_alone(text, names, mention_of)
    found += described(text, found, places, mention_of)
    found += composites(text, found, places, mention_of)
    found += policy_rates(text, found, places, mention_of)
    found += bonds(text, found, places, mention_of)
    found += country_rows(text, places, mention_of)
    found += elliptic(text, found, places, mention_of)
    found += shared_heads(found, text, places, mention_of)
    found += between_both(text, found)
    return _longest_first(found)


def futures(text: str, names: list[Token], mention_of: MentionOf) -> None:
    """Replaces spot metals and indices that the words around them make futures."""
    last = -_BESIDE  # where the last future on an index ends
    for token in names:
        identity = token.value.id
        if token.value.instrument_class == "commodity" and (month := _NAMED_MONTH.match(text, token.end)):
            token.end = month.end()
        elif text.startswith(("In ", "in "), token.start - 3) and (month := _MONTH_APART.match(text, token.end)):
            _of_its_month(text, token, month.end())
        elif token.value.instrument_class == "commodity" and "Cal" in text[token.end - 4 : token.end + 4]:
            _of_a_year(text, token)
        metal = identity in METAL_FUTURES or identity in METAL_FUTURES.values()
        if not metal and token.value.instrument_class not in ("index", "volatility index"):
            continue
        after = _FUTURE_AFTER.match(text, token.end)
        if metal:
            place = after.end() if after else token.end
            after = _MONTH_AFTER.match(text, place) or _MONTH_OF_ROW.match(text, place) or after
        before = (_METAL_BEFORE if metal else _INDEX_BEFORE).search(text, max(token.start - 50, 0), token.start)
        if not before and not metal and token.start - last < _BESIDE:
            before = _LIKE_THEM.search(text, last, token.start)  # "and those on the Dow were off 0.3%"
        if not after and not before:
            continue
        future = METAL_FUTURES.get(identity) or (identity if metal else INDEX_FUTURES.get(identity, f"{identity}_F"))
        if (mention := mention_of(future)) is not None:
            token.value, token.end = mention, after.end() if after else token.end
            token.start = before.start() if before else token.start
            last = last if metal else token.end


def _of_its_month(text: str, token: Token, end: int) -> None:
    """Takes "In" and the month into the name that opens a sentence: "In corn, December rose 5 cents"."""
    opens = token.start == 3 or text[token.start - 4] == "\n" or text[token.start - 5 : token.start - 3] in (". ", "; ")
    if opens and token.value.instrument_class in ("commodity", "precious metal"):
        token.start, token.end = token.start - 3, end


def _of_a_year(text: str, token: Token) -> None:
    """Takes the year of a desk's calendar contract into its name; one of a good that is not sold by years is another price."""
    year = _CALENDAR.match(text, token.end)
    if year is None:
        return
    token.end = year.end()
    if token.value.id not in _BY_YEAR:
        token.kind, token.value = "other", NO_INSTRUMENT


def futures_throughout(text: str, names: list[Token], mention_of: MentionOf) -> None:
    """ "August gold rose $18.60, silver 44.5 cents": metals of a report whose first one is a future, and that speaks of no spot
    price, are futures.
    """
    headline = max(text.find("\n"), 0)
    metals = [t for t in names if t.value.instrument_class == "precious metal"]
    first = next((t.value.id for t in metals if t.start >= headline), None)
    if first not in METAL_FUTURES.values() or _SPOT_TOLD.search(text):
        return
    for token in metals:
        token.value = mention_of(METAL_FUTURES.get(token.value.id, "")) or token.value


def futures_of_headline(text: str, names: list[Token], mention_of: MentionOf) -> None:
    """ "Gold settles at $1,286", "gold slumps, April contract at $945": only a future settles, or has a month; where a headline
    names one metal it is that one's.
    """
    metals = [token for token in names if token.value.instrument_class == "precious metal"]
    if len(metals) > 1:
        _share_futures(text, names, mention_of)
    one = len({token.value.id for token in metals}) == 1 and metals[0].value.id in METAL_FUTURES
    if one and "pot " not in text and (_SETTLED.search(text) or _CONTRACT_ALONE.search(text) or _MONTHS_PRICE.search(text)):
        mention = mention_of(METAL_FUTURES[metals[0].value.id])
        for token in metals if mention is not None else ():
            token.value = mention


def futures_settled(text: str, names: list[Token], mention_of: MentionOf) -> None:
    """ "Gold settled $22.30 higher at $1,197.30": what settles is a future, however the metal is called; not spot gold. It is
    so throughout a report that speaks of no spot price.
    """
    spots = [place for place, token in enumerate(names) if token.value.id in METAL_FUTURES]
    if not spots or not holds_any(text, ("settle", "Settle")):
        return
    settled = [names[place] for place in spots if _settles(text, names, place)]
    known = {token.value.id for token in settled}
    if settled and not _SPOT_TOLD.search(text):
        settled = [names[place] for place in spots if names[place].value.id in known]
    for token in settled:
        token.value = mention_of(METAL_FUTURES[token.value.id]) or token.value


def _settles(text: str, names: list[Token], place: int) -> bool:
    token = names[place]
    following = names[place + 1].start if place + 1 < len(names) else len(text)
    stop = min(following, token.end + _BESIDE)
    end = _SENTENCE_END.search(text, token.end, stop)
    spot = "pot " in text[max(token.start - 5, 0) : token.end]
    return not spot and _SETTLED.search(text, token.end, end.start() if end else stop) is not None


def _share_futures(text: str, names: list[Token], mention_of: MentionOf) -> None:
    """ "Gold, silver futures rise": the word for what the last of a list is holds for those before it."""
    shared = False
    for first, second in reversed(list(pairwise(names))):
        future = second.value.id in METAL_FUTURES.values() and (shared or "utures" in text[second.start : second.end])
        shared = future and first.value.id in METAL_FUTURES and text[first.end : second.start] in (", ", " and ", ", and ")
        if shared:
            first.value = mention_of(METAL_FUTURES[first.value.id]) or first.value


def futures_by_month(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """ "April futures on the Comex": those of the metal named last."""
    found = list(_months_at_comex(text, names, mention_of)) if "omex" in text or "OMEX" in text else []
    for match in _BY_MONTH.finditer(text) if "omex" in text or "OMEX" in text or "YMEX" in text else ():
        metals = [t.value.id for t in names if t.start < match.start() and t.value.instrument_class == "precious metal"]
        mention = mention_of(METAL_FUTURES.get(metals[-1], metals[-1])) if metals else None
        if mention is not None:
            found.append(Token("instrument", match.start(), match.end(), mention))
    return found


def _months_at_comex(text: str, names: list[Token], mention_of: MentionOf) -> Iterator[Token]:
    """ "On U.S. Comex, most-active July was firmer at $5.09": the contract there of the metal named last."""
    for match in _AT_COMEX.finditer(text):
        metals = [t.value.id for t in names if t.start < match.start() and t.value.id in _AMERICAN]
        mention = mention_of(_AMERICAN[metals[-1]]) if metals else None
        if mention is not None:
            yield Token("instrument", *match.span(), mention)


def futures_alone(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """ "Spot gold was at $3,305.60, U.S. futures at $3,317.90": those of the metal named last, which its price follows."""
    metals = [t for t in names if t.value.id in METAL_FUTURES] if "utures" in text else []
    stocks = any(t.value.instrument_class in ("index", "index future") for t in names)
    found = []
    for match in _ALONE.finditer(text) if metals else ():
        place = bisect_left(names, match.start(), key=_START)
        last = names[place - 1] if place else None
        reach = _BESIDE if len({t.value.id for t in metals}) > 1 or last is not metals[-1] else _ONLY
        near = last is not None and match.start() - last.end <= reach and "\n" not in text[last.end : match.start()]
        if last is None or not near or last.value.id not in METAL_FUTURES or (match["us"] and stocks):
            continue
        mention = mention_of(METAL_FUTURES[last.value.id])
        if mention is not None:
            found.append(Token("instrument", match.start("futures"), match.end(), mention))
    return found


def spot_alone(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """ "Gold futures settled at $3,340, spot was at $3,331": the metal itself, whose future is the last name before."""
    spots = {future: metal for metal, future in METAL_FUTURES.items()} if " spot " in text or " Spot " in text else {}
    found = []
    for match in _SPOT_ALONE.finditer(text) if spots else ():
        place = bisect_left(names, match.start(), key=_START)
        last = names[place - 1] if place else None
        if last is None or last.value.id not in spots or match.start() - last.end > _BESIDE:
            continue
        if "\n" not in text[last.end : match.start()] and (mention := mention_of(spots[last.value.id])) is not None:
            found.append(Token("instrument", match.start("spot"), match.end(), mention))
    return found


def _longest_first(tokens: list[Token]) -> list[Token]:
    """Tokens in order, none overlapping: of two with the same beginning the longer one, of two alike that of an instrument."""
    kept: list[Token] = []
    for token in sorted(tokens, key=lambda t: (t.start, -t.end, t.kind != "instrument")):
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept
