"""Contracts that only their exchange and month name: those of the good spoken of, or of the one that labels the line.

| text                                            | instrument | counter-example                           |
|-------------------------------------------------|------------|-------------------------------------------|
| "Arabica soared. New York futures for May rose" | COFFEE     | "shares fell, New York futures too"       |
| "Robusta followed, London's May lot was up"     | ROBUSTA    | "in London's May heat"                    |
| "Silver: firm. Comex September at $14.75"       | SI         | "a Comex September expiry"                |
| "Natural gas: Nymex lost 4.8 cents"             | NATGAS     | "Nymex lost 4.8 cents", without a label   |
| "Gold: ugly, and spot hit $1,088"               | XAUUSD     | "and spot rates hit $20,000"              |
| "Crude: MCX July at Rs 3,206"                   | none       | "MCX gold"                                |
| "wheat rose, in Minneapolis it settled at $8"    | MGWHEAT    | "in New York it rained"                   |
| "At the TTF hub, the May contract was 3% higher" | TTF       | "at the TTF hub, volumes rose"            |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from operator import attrgetter

from signals.extract.linking.mentions import NO_INSTRUMENT, MentionOf
from signals.extract.linking.price_statements import auxiliary, price_verbs
from signals.extract.linking.shared_heads import city_names
from signals.extract.text.cues import cues, holds_cue, words_of
from signals.extract.text.folding import begins_word
from signals.extract.text.months import MONTH, MONTHS, SHORT_MONTH, SHORT_MONTHS
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of
from signals.instruments.tables import rows

_GOODS = ("commodity", "precious metal")
_PASSED = ("currency", "fx")  # may be named between a good and its contract
_REACH = 400  # characters between a good and a contract that its exchange alone names
_MONTH = rf"(?:{MONTH}|{SHORT_MONTH})"
_WHICH = rf"(?:(?:{_MONTH}\.?|front-month|most-active|benchmark|nearby|spot|key) ){{0,2}}"
_DUE = cues(" ".join((*MONTHS, *SHORT_MONTHS, "futures contract contracts lot delivery position")))
_LABEL = re.compile(
    r"^[ \t*•●·►>–-]*(?P<good>[A-Z][A-Za-z]*(?: [A-Za-z]+){0,2})(?: \([^()\n]{1,12}\))? ?(?::|[–—-] )", re.MULTILINE
)
_TOWNS = ("Kansas City", "Minneapolis", "Dalian", "Zhengzhou", "Osaka")  # where more than goods is traded
_SPOT = {"spot", "Spot"}  # the metal itself, in a line that it labels
_CAUSED = (" by ", " than ", " with ", " from ", " of ", " behind ")
_GAS = re.compile(
    rf"\b(?:[Ff]ront-month|[Nn]ext-month|[Mm]onth-ahead|[Pp]rompt-month|{MONTH})(?: natural)? gas"
    r"(?: futures| contract| prices?)?\b"
    r"(?! (?:oil|field|pipe|stock|stor|suppl|output|produc|export|import|flow|deliver|demand|use|burn))"
)
# "Gas has lost 34 percent", "and gas was at": the short name of what a text speaks of, before a verb of its price.
_BARE_GAS = (
    r"(?:(?<=\. )|(?<=\n)|(?<=^))Gas(?= (?:(?:has|had|is|was|also|then|now|since|already|later) ){{0,2}}(?:{verbs}\b|at [$€£]))"
)
_PLACED = ("At the ", "at the ", "On the ", "on the ", "At ", "On ")  # before a hub that is the place of a trade
_START = attrgetter("start")


def contracts_alone(text: str, names: list[Token], mention_of: MentionOf) -> list[Token]:
    """Tokens for contracts whose exchange is named and whose good is not; one that is none of ours is no instrument."""
    goods = [t for t in names if t.value.instrument_class in _GOODS]
    if not goods:
        return []
    labels = _labels(text, names)
    return [
        *_at_hubs(text, goods),
        *_months_gas(text, goods),
        *_of_exchanges(text, names, labels, mention_of),
    ]


def _at_hubs(text: str, goods: list[Token]) -> Iterator[Token]:
    """ "At the Dutch TTF hub, the May contract was 3% higher": the contract of the hub that is named as its place."""
    for hub in goods:
        contract = _hubs_contract().match(text, hub.end) if text.endswith(_PLACED, 0, hub.start) else None
        if contract is not None:
            yield Token("instrument", *contract.span("what"), hub.value)


def _months_gas(text: str, goods: list[Token]) -> Iterator[Token]:
    """ "Front-month gas", "November gas" in a text that speaks of the gas of one market."""
    gas = {t.value.id: t for t in goods if _goods().get(t.value.id) == "gas"} if " gas" in text else {}
    known = next(iter(gas.values())).value if len(gas) == 1 else None
    for match in (*_GAS.finditer(text), *_bare_gas().finditer(text)) if known is not None else ():
        yield Token("instrument", *match.span(), known)


def _of_exchanges(text: str, names: list[Token], labels: dict[int, str], mention_of: MentionOf) -> list[Token]:
    return [
        Token("instrument", start, end, mention) if (mention := mention_of(identity)) else _of_nobody(start, end)
        for start, end, exchange, alone in _named(text, bool(labels))
        if ((good := _label_of(text, start, labels) or ("" if alone else _spoken_of(text, start, names))) or not alone)
        and (identity := _contract(good, exchange)) is not None
    ]


def _of_nobody(start: int, end: int) -> Token:
    return Token("other", start, end, NO_INSTRUMENT, "name")


def _named(text: str, labelled: bool) -> Iterator[tuple[int, int, str, bool]]:
    """Contracts in front of what their price did, with their exchange; in a labelled line also those that only it names."""
    if not holds_cue(text, _exchange_words()):
        return
    due = slice(0 if holds_cue(text, _DUE) else 3, 4 if labelled else 3)  # but the last needs word of what is delivered
    for pattern in _contracts_of()[due]:
        for match in pattern.finditer(text):
            if begins_word(text, match.start()):
                yield *match.span("what"), match["exchange"], pattern is _contracts_of()[3]


def _labels(text: str, names: list[Token]) -> dict[int, str]:
    """The goods that label lines, by where the line begins."""
    found: dict[int, str] = {}
    for match in _LABEL.finditer(text):
        place = bisect_left(names, match.start("good"), key=_START)
        named = names[place] if place < len(names) and names[place].start < match.end() else None
        if named is not None:
            found[match.start()] = _goods().get(named.value.id, "")
        elif match["good"].lower() in _CRUDE:
            found[match.start()] = "crude"
    return found


_CRUDE = ("crude", "crude oil", "oil")


def _label_of(text: str, start: int, labels: dict[int, str]) -> str:
    return labels.get(text.rfind("\n", 0, start) + 1, "") if labels else ""


def _spoken_of(text: str, start: int, names: list[Token]) -> str:
    """The good that is spoken of at a place: that named last before it, where no share or index is named since; not what moved
    another, "dragged down by corn".
    """
    for token in reversed(names[: bisect_left(names, start, key=_START)]):
        if text.endswith(_CAUSED, 0, token.start):
            continue
        if token.value.instrument_class in _GOODS and start - token.end < _REACH:
            return _goods().get(token.value.id, "")
        if token.value.instrument_class not in _PASSED:
            return ""
    return ""


def _contract(good: str, exchange: str) -> str | None:
    """The instrument of a good on an exchange, "" for one that is none of ours; None where the place has no such contract."""
    return _table().get(good, {}).get(exchange, None if exchange in city_names() or exchange in _TOWNS else "")


@cache
def _bare_gas() -> re.Pattern[str]:
    return re.compile(_BARE_GAS.format(verbs=price_verbs()))


@cache
def _table() -> dict[str, dict[str, str]]:
    table: dict[str, dict[str, str]] = {}
    for row in rows("instruments", "contracts.csv"):
        table.setdefault(row["good"], {}).update({word: row["instrument"] for word in row["exchanges"].split(";") if word})
    return table


@cache
def _goods() -> dict[str, str]:
    """The good of each instrument."""
    return {row["instrument"]: row["good"] for row in rows("instruments", "contracts.csv")}


@cache
def _exchange_words() -> frozenset[bytes]:
    """The last words of the names of exchanges."""
    return frozenset(max(words_of(word.rpartition(" ")[2]), key=len) for known in _table().values() for word in known)


@cache
def _hubs_contract() -> re.Pattern[str]:
    """ ", the May gas contract was last seen", "gas for next month rose", "front-month prices were": what the price did."""
    due = rf"(?: for (?:next month|{_MONTH})(?: delivery)?)?"
    which = rf"(?:(?:{_MONTH}\.?|front-month|month-ahead|benchmark|most-active|prompt) ){{0,2}}"
    noun = rf"(?:gas )?(?:contracts?|futures|prices?)|gas{due}"
    return re.compile(
        rf",? (?:the )?(?P<what>{which}(?:{noun}))(?= (?:(?:was|were|is|are|last|also|still|had|has) ){{0,3}}"
        rf"(?:seen |trading |traded )?(?:{price_verbs()}\b|(?:at )?[$£€]?\d))"
    )


@cache
def _contracts_of() -> tuple[re.Pattern[str], ...]:
    """ "New York futures for May", "London's May lot", "Comex August"; "on Nymex the May contract"; "Nymex" alone."""
    words = {word for known in _table().values() for word in known}
    alone, exchange = (f"(?P<exchange>{any_of(among)})" for among in (words, words - _SPOT))
    noun = rf"(?:futures|contracts?|lot|delivery|position)(?: (?:for|in) {_MONTH}\b(?: delivery)?)?"
    acts = rf"(?!\w)(?=, which |{auxiliary()} (?:{price_verbs()}\b|(?:at )?(?:[-+−]?[$£€]?|Rs\.? ?|RM)\d))"
    month = rf"{_WHICH}{_MONTH}\b\.?(?: ore)?"
    return (
        re.compile(rf"(?P<what>{any_of(name.title() for name in (*MONTHS, *SHORT_MONTHS))}\b\.? {exchange}){acts}"),
        re.compile(rf"(?P<what>{exchange}(?:['’]s)? (?:{_WHICH}{noun}|{month}(?: {noun})?)){acts}"),
        re.compile(
            rf"[OoIi]n (?:the )?{exchange},? (?:the )?"
            rf"(?P<what>{month}(?: {noun})?|{_WHICH}{noun}|it|the same (?:month|contract)){acts}"
        ),
        re.compile(rf"(?:[.:;,] |\b(?:[Oo]n|and|while|but) |\n)(?P<what>{alone}){acts}"),
    )
