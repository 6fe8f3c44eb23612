"""Lines of settlement lists: a good, its month and its measure in front of a colon.

| text                                           | good, measure           | counter-example                |
|------------------------------------------------|-------------------------|--------------------------------|
| "Gold, Aug, oz: 978.70, up 5.00"               | GC                      | "Gold, August: what happened"  |
| "Copper (Sep), per lb: 3.7135, down .0305"     | HG, by the pound        | "Copper: 3.7135 a pound"       |
| "Rubber (June, yen/kg) 309.8, +5.6"            | in yen by the kilo      | "Rubber (which rose) 309"      |
| "Sugar No. 11, cents per lb: 13.95, up .11"    | hundredths of a dollar  | "Sugar, in short: 13.95"       |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from operator import attrgetter

from signals.extract.grammar.futures import future_of
from signals.extract.linking.mentions import NO_INSTRUMENT
from signals.extract.text.months import MONTH, SHORT_MONTH
from signals.extract.text.numbers import measure
from signals.extract.text.tokens import Number, Token

_BEGINS = re.compile(r"(?:^|\n)[ \t•*·–-]*(?:(?:NYMEX|COMEX|CBOT|ICE|LME|CME|Nymex|Comex) )?\Z")
_MONTHLY = rf"(?:{MONTH}|{SHORT_MONTH})\.?(?:[ '’-]?\d\d)?"
_PER = "bbl|barrel|(?:troy )?(?:oz|ounce)|tonne|ton|t|mt|lb|pound|gal|gallon|bu|bushel|mmbtu|kg|MWh|therm"
_CENTS = r"US cents|U\.S\. cents|cents|USc|US¢|¢|c"
_LABEL = re.compile(
    rf"(?:,? \(?(?:for )?(?P<month>{_MONTHLY})(?: delivery| contract| futures)?\)?)?"
    rf"(?:,? \(?(?:in )?(?:(?:(?P<cents>{_CENTS})|(?P<dollars>US\$|USD|\$|dollars))(?: ?/ ?| per | an? ))?"
    rf"(?:per |an? )?(?P<per>{_PER})\.?\)?)?"
    r"(?=: ?(?:US)?[$€£]?[\d.])",
    re.IGNORECASE,
)
_MONEY = {
    "yen": "JPY", "jpy": "JPY", "ringgit": "MYR", "rm": "MYR", "myr": "MYR", "yuan": "CNY", "cny": "CNY", "rmb": "CNY",
    "euros": "EUR", "euro": "EUR", "eur": "EUR", "€": "EUR", "£": "GBP", "gbp": "GBP", "rupees": "INR", "rs": "INR",
    "us$": "USD", "usd": "USD", "$": "USD", "dollars": "USD",
}  # fmt: skip
_BRACKETED = re.compile(
    rf" \((?:(?P<month>{_MONTHLY}|{MONTH} 20\d\d|{SHORT_MONTH}\.? 20\d\d)(?: delivery| contract)?, )?"
    rf"(?:(?P<cents>{_CENTS})|(?P<money>{'|'.join(map(re.escape, _MONEY))}))(?: ?/ ?| per | an? )(?P<per>{_PER}|g)\)"
    r"(?=:?[ \t]+(?:US)?[$€£¥]?\d)",
    re.IGNORECASE,
)
_MONTH_BEHIND = re.compile(rf":? (?P<month>{_MONTHLY})(?= (?:[$€£]\d|\d+[.,]\d|\d{{3}}))")  # "CORN: Sep $8.24 1/2, up 16"
_FURTHER = re.compile(rf"(?<=; )(?:[A-Z]{{2,5}} )?{_MONTHLY}(?= (?:[$€£]\d|\d+[.,]\d|\d{{3}}))")
_MEASURES = frozenset(
    ("bbl", "barrel", "oz", "ounce", "tonne", "ton", "t", "mt", "lb", "pound", "gal", "gallon", "bu", "bushel", "mmbtu", "kg",
     "mwh", "therm")
)  # fmt: skip
_LAST_WORDS = _MEASURES | {word.lower() for word in (*MONTH.split("|"), *SHORT_MONTH.split("|"))}
_PRICE_OPENS = frozenset("$€£U.0123456789")
_WORD = 12  # characters before a colon that are looked at
_CHANGE = re.compile(r",? (?:up|down|off|higher|lower) |,? \(?")
_GOODS = ("commodity", "precious metal")
_START = attrgetter("start")


def row_labels(text: str, numbers: list[Token], mentions: list[Token]) -> None:
    """Makes the month and the measure of a label part of its name, and gives the measure to the price behind it."""
    if "/" in text and " (" in text:
        _bracketed_labels(text, numbers, mentions)
    if ": " not in text:
        return
    mentions += [other for token in mentions for other in _with_month_behind(text, token)]
    for token in mentions if _may_hold_labels(text) else ():
        label = _label(text, token)
        if label is None:
            continue
        token.end = label.end()
        if label["month"]:
            token.value = future_of(token).value
        if label["per"]:
            _measure(text, label, numbers, label["dollars"] is not None or (token.value.unit or "").startswith("USD"))


def _bracketed_labels(text: str, numbers: list[Token], mentions: list[Token]) -> None:
    """ "Rubber (June, yen/kg) 309.8": makes month and measure in brackets part of the name, and gives them to its price."""
    for token in mentions:
        label = _BRACKETED.match(text, token.end) if token.value.instrument_class in _GOODS else None
        if label is None or _BEGINS.search(text, max(token.start - 12, 0), token.start) is None:
            continue
        token.end = label.end()
        if label["month"]:
            token.value = future_of(token).value
        place = bisect_left(numbers, label.end(), key=_START)
        price = numbers[place].number if place < len(numbers) else None
        if price is None or price.ignored:
            continue
        price.per = price.per or measure(label["per"].lower().removeprefix("troy "))
        if label["cents"]:
            _in_hundredths(price)
        elif label["money"]:
            price.unit = price.unit or _MONEY[label["money"].lower()]


def _may_hold_labels(text: str) -> bool:
    """Whether a month or a measure stands before a colon and a price behind it: a quick look."""
    place = text.find(": ")
    while place >= 0:
        if text[place + 2 : place + 3] in _PRICE_OPENS:
            word = text[max(place - _WORD, 0) : place].rstrip(".)").replace("/", " ").replace("(", " ").rpartition(" ")[2]
            if word.lower() in _LAST_WORDS:
                return True
        place = text.find(": ", place + 2)
    return False


def _label(text: str, token: Token) -> re.Match[str] | None:
    """What stands between a good that begins a line and the colon before its price."""
    if token.value.instrument_class not in _GOODS or _BEGINS.search(text, max(token.start - 12, 0), token.start) is None:
        return None
    label = _LABEL.match(text, token.end)
    return label if label is not None and label.end() > token.end else None


def _with_month_behind(text: str, token: Token) -> list[Token]:
    """ "CORN: Sep $8.24 1/2, up 16 3/4; Dec $7.95": takes the month behind the colon of a label into its name; those further on
    in the line are other contracts, which it returns.
    """
    if token.value.instrument_class not in _GOODS or not text.startswith(": ", token.end):
        return []
    month = _MONTH_BEHIND.match(text, token.end)
    if month is None or _BEGINS.search(text, max(token.start - 12, 0), token.start) is None:
        return []
    token.end, token.value = month.end(), future_of(token).value
    stop = text.find("\n", token.end)
    further = _FURTHER.finditer(text, token.end, stop if stop >= 0 else len(text))
    return [Token("other", *other.span(), NO_INSTRUMENT, "name") for other in further]


def _measure(text: str, label: re.Match[str], numbers: list[Token], dollars: bool) -> None:
    """Gives a price the measure of its label, and the money: dollars, or the hundredths, which its change is in too."""
    place = bisect_left(numbers, label.end(), key=_START)
    price = numbers[place].number if place < len(numbers) else None
    if price is None or price.ignored:
        return
    price.per = price.per or measure(label["per"].lower().removeprefix("troy "))
    if dollars and not label["cents"]:
        price.unit = price.unit or "USD"
    if label["cents"]:
        _in_hundredths(price)
        change = numbers[place + 1] if place + 1 < len(numbers) else None
        if change is not None and change.number is not None and _CHANGE.fullmatch(text, numbers[place].end, change.start):
            _in_hundredths(change.number)


def _in_hundredths(number: Number) -> None:
    if number.unit is None:
        number.count_hundredths("USD")
