"""Currency names after a number are its unit: "108.05 yen", "28.52 euros per megawatt hour"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from operator import attrgetter

from signals.extract.text.numbers import PER, measure
from signals.extract.text.one_unit import goes_on, of_one
from signals.extract.text.tokens import Number, Token
from signals.instruments.linking import conventional

_GAP = re.compile(
    r"[ -]?(?:(?:U\.?S\.?|us|Australian|Canadian|New Zealand|Turkish|Indian|Pakistani?|Mexican|Swiss|South African|index) )?",
    re.IGNORECASE,
)


_AMERICAN = re.compile(
    r" US(?=[.,;)\n]|\Z| (?:an?|per|by|on|in|to|at|from|and|for|or|but|late|early|yesterday|today|[A-Z][a-z]+day)\b)"
)
_QUALIFIES = frozenset("UuAaCcNnTtIiPpMmSs")  # what the adjectives begin with
_PLACED = re.compile(r"\b(?:at|to|from|of|near) $")
_WIDEST_QUOTE = 20  # hundredths between the sides of a quote


_BEFORE_PRICE = re.compile(
    r"\b(?:to|at|of|from|by|for|about|around|worth|cost|nearly|near|reach|reached|reaching"
    r"|touch|touched|touching|hit|hitting|fetched|fetching|was|were|is"
    r"|recorded|registered|recording|registering|bought|sold|averaged|averaging|paid) $|= *$"
)
_COUNTERS = ("USD", "EUR", "GBP")
_VAGUE = re.compile(r"\b(?:less than|more than|over|under|nearly|almost) an? $")
_DOLLAR = {"dollar": "$"}  # of whichever country the instrument's are
_BRACKET = 28  # characters of an aside between a number and its unit
_OPENS_LINE = re.compile(
    r"(?:\A|[.\n]\s?|[•*–-] |\b(?:FX|EM|EMFX|Lat[Aa]m|LATAM|Asia|CEE|EMEA|Africa|[Mm]ajors|[Cc]urrencies|[Ff]orex): )\Z"
)
_PAIR = 7  # letters of "VND/USD"
_START = attrgetter("start")
_SIZES = ("percent", "bp", "pp", "points")
_ALIKE = 20  # how often the last size of a list goes into another of its members at most
_COMPARATIVES = (" lower", " higher", " weaker", " stronger", " firmer", " softer", " down", " up ", " below", " above")
_LOTS = ("10", "100", "1,000", "1000")
_PER_LOT = re.compile(r"\d (?!yen\b)(?:[A-Za-z]+ )?(?:per|against|for|to)(?: every| each)? \Z")  # "57.20 rupees per 100 yen"
_PRICED_LOT = re.compile(
    r":| [-–] (?=\d)| (?:at|=|is|was|stands?|stood|equals?|cost|fetched|bought) (?:at )?(?:[A-Z]{0,3}[$€£]?)\d"
)
_ONE = re.compile(r"one|1", re.IGNORECASE)
_OF_ONE = re.compile(
    r"(?: of)?(?: an?)?(?: full| whole)? ", re.IGNORECASE
)  # "half a yen", "a third of a rupee", "one full yen"
_LISTED_POUND = re.compile(
    r"(?:per|to the|to|for|for a|a) (?:US |U\.S\. )?(?:dollar|euro|yen|franc),?(?: and(?: at)?| at)? (?P<figure>\d[\d.,]*)"
    r" (?:per|to the|for a|a) pound\Z"
)
_BY = ("by ", "as ")


def absorb_currencies(text: str, numbers: list[Token], mentions: list[Token], words: Iterable[Token] = ()) -> None:
    """Moves a currency named right after a number from the mentions into its unit; ``words`` are those of the grammar."""
    _read_pairs(text, numbers, mentions)
    starts = {t.start for t in numbers if t.number is not None and not t.number.prefixed}
    beside_moves = {place for t in words if t.kind == "direction" for place in (t.start - 1, t.end + 1)}
    singles = of_one(text, mentions, beside_moves, starts)
    mentions[:] = _without_prefixes(text, mentions, {t.end + 1 for t in singles})
    currencies = {m.start: m for m in mentions if m.value.instrument_class == "currency"}
    _quoted_codes(text, numbers, mentions, currencies, beside_moves)
    own = _of_the_text(text, currencies.values())
    if ") " in text:
        _behind_brackets(text, numbers, mentions, currencies)
    if singles:
        numbers[:] = sorted([*numbers, *singles], key=_START)
    for token in numbers:
        number = token.number
        if number is not None:
            _without_units(text, token, number, mentions)
        if (
            number is None
            or number.unit not in (None, "$")
            or number.ignored not in (None, "amount", "count", "count in words")
        ):
            continue
        mention = _currency_at(text, token, currencies) if currencies else None
        if mention is None or mention not in mentions or number.prefixed:
            continue
        if _is_priced(text, token, mention, beside_moves) and not goes_on(text, mention, starts):
            continue
        if _PER_LOT.search(text, max(token.start - 24, 0), token.start) and text[token.start : token.end] in _LOTS[1:]:
            mention.start, mention.value = token.start, replace(mention.value, lot=int(number.value))
            token.kind, token.form, token.number = "other", "counter", None
            continue
        mentions.remove(mention)
        if _is_lot(text, token, mention):
            token.kind, token.form, token.end, token.number = "other", "lot", mention.end, None
            continue
        number.fraction = False
        noun = text[mention.start : mention.end].lower().rstrip("s")
        number.unit, token.end = own.get(noun, _DOLLAR.get(noun, mention.value.id)), mention.end
        if number.ignored in ("count", "count in words"):
            number.ignored = None
        if per := PER.match(text, token.end):
            number.per, token.end = measure(per["per"]), per.end()


def _without_units(text: str, token: Token, number: Number, mentions: list[Token]) -> None:
    """Drops the currencies that a number has in its own unit or measure."""
    if number.cents and number.unit in ("EUR", "GBP"):
        mentions[:] = [m for m in mentions if not token.start < m.start < token.end]  # "51.1 euro cents", "pence sterling"
    if number.per in _COUNTERS:
        mentions[:] = [m for m in mentions if not token.start < m.start < token.end]  # "ZMW27.10/USD"
    if number.per == "pound" and number.unit is None and (per := _LISTED_POUND.search(text, token.start - 20, token.end)):
        number.per, token.end = None, per.end("figure")  # "9.48 per dollar and 12.80 per pound"
    if number.per == "pound":
        mentions[:] = [m for m in mentions if not token.start <= m.start < token.end]  # "$4.05 a pound"
    if number.prefixed and _PLACED.search(text, max(token.start - 6, 0), token.start):
        mentions[:] = [m for m in mentions if m.start != token.start or m.end > token.end]  # "at CHF 4.16"


def _behind_brackets(text: str, numbers: list[Token], mentions: list[Token], currencies: dict[int, Token]) -> None:
    """ "Cost 3,336 (3,329) dollars", "at 1.1779 (Thursday: 1.1755) dollars": a unit said once for two prices."""
    for mention in [m for m in currencies.values() if text[m.start - 2 : m.start] == ") "]:
        opening = text.rfind(" (", max(mention.start - _BRACKET, 0), mention.start)
        pair = [t for t in numbers if opening <= t.end and t.start < mention.start] if opening > 0 else []
        sums = [t.number for t in pair if t.number is not None and t.number.unit is None and not t.number.ignored]
        if len(pair) == len(sums) == 2 and pair[0].end == opening:
            noun = text[mention.start : mention.end].lower().rstrip("s")
            for number in sums:
                number.unit = _DOLLAR.get(noun, mention.value.id)
            mentions.remove(mention)
            del currencies[mention.start]


def _quoted_codes(
    text: str, numbers: list[Token], mentions: list[Token], currencies: dict[int, Token], beside_moves: set[int]
) -> None:
    """ "EUR/USD 1.1745, NZD 0.5980. MXN 18.65, best since Aug": a code that opens a clause of quotes is whom its price is of,
    no unit of it.
    """
    quoting = any(m.value.instrument_class == "fx" for m in mentions)
    opened = False
    for token in numbers:
        number = token.number
        code = currencies.get(token.start) if number is not None and number.prefixed else None
        if code is None or number is None or text[code.start : code.end] != code.value.id:
            continue
        opens = _OPENS_LINE.search(text, max(code.start - 12, 0), code.start) is not None
        if number.decimals < 2 and not (opened and (number.decimals or number.value >= 100)):
            priced = "," in text[code.end : token.end] or number.per is not None or code.start in beside_moves
            if priced and not number.ignored and not quoting and (not opens or code.value.id == "USD"):
                mentions.remove(code)  # "gold hits USD 3,345", "up MYR 42"
                del currencies[code.start]
            continue
        if number.ignored is None and (opens or (quoting and text[code.start - 2 : code.start] in (", ", "; "))):
            quoting, opened, number.prefixed = True, True, False
            token.start, number.unit = code.end + 1, None if number.unit == code.value.id else number.unit
        else:
            mentions.remove(code)  # "Roche, CHF 255.30"
            del currencies[code.start]


def _is_lot(text: str, token: Token, mention: Token) -> bool:
    """ "70.45 per 100 yen", "100 yen at 6.61 yuan": so many of a currency as its price is quoted for, which is no amount."""
    if text[token.start : token.end] not in _LOTS:
        return False
    per = text[max(token.start - 4, 0) : token.start].lower() == "per "
    return per or _PRICED_LOT.match(text, mention.end) is not None


def _without_prefixes(text: str, mentions: list[Token], sized: set[int]) -> list[Token]:
    """Those that are no unit of a price behind them, "EUR 8.63": nor "EUR" before other figures of such a text. What begins at
    one of the places ``sized`` is the unit of a size.
    """
    prefixed = {m for m in mentions if m.start not in sized and _is_prefix(text, m)}
    codes = {m.value.id for m in prefixed if text[m.start : m.end] == m.value.id}
    return [m for m in mentions if not (m in prefixed or (m.value.id in codes and _before_figure(text, m)))]


def _is_priced(text: str, token: Token, mention: Token, beside_moves: set[int]) -> bool:
    """ "One euro cost 51.10 liras": a unit of what is priced, where no move is near that it could be the size of."""
    if not _ONE.fullmatch(text, token.start, token.end):
        return False
    moved = token.start in beside_moves or mention.end in beside_moves
    return not moved and text[max(token.start - 3, 0) : token.start].lower() not in _BY


def _read_pairs(text: str, numbers: list[Token], mentions: list[Token]) -> None:
    """ "25,091 VND/USD": dong per dollar, where the pair behind a price is written the other way than the market writes it."""
    pairs = [m for m in mentions if m.value.instrument_class == "fx" and m.end - m.start == _PAIR and text[m.start - 1] == " "]
    ends = {t.end: t.number for t in numbers if t.number is not None and t.number.unit is None} if pairs else {}
    for pair in pairs:
        number, (money, _, per) = ends.get(pair.start - 1), text[pair.start : pair.end].upper().partition("/")
        if number is not None and per and conventional(money, per) != (money, per):
            number.unit, number.per = money, per
            mentions.remove(pair)


def _is_prefix(text: str, mention: Token) -> bool:
    """ "To EUR 8.63" is a price, "less than a dollar" a vague size: no currency is spoken of."""
    if mention.value.instrument_class != "currency":
        return False
    before = text[max(mention.start - 16, 0) : mention.start]
    if text[mention.start : mention.end] == mention.value.id:
        return bool(_BEFORE_PRICE.search(before)) and text[mention.end : mention.end + 2].strip().isdigit()
    return bool(_VAGUE.search(before) or _VAGUE.search(before + text[mention.start : mention.start + 2]))


def _before_figure(text: str, mention: Token) -> bool:
    """ "USD 48 higher" in a text that writes its prices so."""
    return text[mention.start : mention.end] == mention.value.id and text[mention.end : mention.end + 2].strip().isdigit()


def _of_the_text(text: str, mentions: Iterable[Token]) -> dict[str, str]:
    """Which currency a bare noun of money is in this text: "pounds" where it speaks of the Egyptian pound alone."""
    found: dict[str, set[str]] = {}
    for mention in mentions:
        qualifier, _, noun = text[mention.start : mention.end].lower().rpartition(" ")
        if qualifier and noun in ("pound", "franc", "peso", "krona", "krone", "dinar", "riyal", "rupee"):
            found.setdefault(noun, set()).add(mention.value.id)
    return {noun: codes.pop() for noun, codes in found.items() if len(codes) == 1}


def _currency_at(text: str, token: Token, currencies: dict[int, Token]) -> Token | None:
    """The currency named right after a number, or behind an adjective or an article that says whose it is."""
    end = token.end
    behind = end + 1 if text[end : end + 1] in (" ", "-") else end
    found = currencies.get(end) or currencies.get(behind)
    if found is None and text[behind : behind + 1] in _QUALIFIES and (gap := _GAP.match(text, end)):
        found = currencies.get(gap.end())
    in_words = token.number is not None and (token.number.fraction or token.number.ignored == "count in words")
    if found is None and in_words and (article := _OF_ONE.match(text, end)):
        found = currencies.get(article.end())
    return found


def share_units(text: str, numbers: list[Token]) -> None:
    """ "5, 6 and 8 basis points": the unit of the last of a list is that of the others."""
    for place in range(len(numbers) - 1, 0, -1):
        last, before = numbers[place].number, numbers[place - 1].number
        if last is None or not _is_shared(last) or before is None or before.unit is not None or before.ignored:
            continue
        if text[numbers[place - 1].end : numbers[place].start] not in (" and ", ", and ", " or "):
            continue
        if before.decimals > last.decimals + 1 or _is_placed(text, numbers[place - 1], numbers[place]):
            continue  # "rose 12 paise against the pound to 105.20 and 8 paise against the euro"
        _share_back(text, numbers, place)


def _is_placed(text: str, level: Token, size: Token) -> bool:
    """ "1.9 percent weaker to the dollar at 73.30 and 0.7 percent lower to the euro": whether a level stands before a size."""
    led = text[max(level.start - 4, 0) : level.start].endswith((" at ", " to "))
    return led and text.startswith(_COMPARATIVES, size.end)


def _is_shared(number: Number) -> bool:
    """Whether the unit of a number may be said for others before it: "3 and 5 cents", not "12 and $5"."""
    return number.unit in _SIZES or (number.cents and not number.prefixed)


def _share_back(text: str, numbers: list[Token], place: int) -> None:
    """Gives the unit of the number at a place to those of like size that are listed before it."""
    last = numbers[place].number
    while place and last is not None:
        place -= 1
        before = numbers[place].number
        if before is None or before.unit is not None or before.ignored:
            return
        if before.value > _ALIKE * last.value * (100 if last.cents else 1) or text.endswith("from ", 0, numbers[place].start):
            return  # "75.8 yen from 76.1 and 94.3 Australian cents"
        before.unit, before.per = last.unit, last.per
        if last.cents:
            before.count_hundredths(last.unit)
        if text[numbers[place - 1].end : numbers[place].start] != ", ":
            return


_STEP = 0.25  # percentage points between the ends of a band
_NEAR_RATE, _BEHIND_BAND = 90, 25  # characters around it in which a rate is named
_INTO_BAND = re.compile(
    r"(?:\b(?:at|to|of|in|between|an?|its|the|now|still|is|was|be|been|from|currently|remains?|stands?|sits?|target|range)|:)"
    r" \Z"
)
_NEAR_BAND = 60
_BAND_OF = re.compile(r"\b(?:[Ff]unds|[Tt]arget range|Fed(?:eral Reserve)?['’]s (?:target|range|band|rate))\b[^.;\n\d]*\Z")
_OF_POLICY = re.compile(r"\b(?:rates?|range|band|funds|Fed|FOMC|Federal Reserve|borrowing costs)\b")


def join_quotes(text: str, numbers: list[Token]) -> None:
    """ "At 112.72 to 74 yen": the two sides of a quote, of the second only its last digits; not "fell 1.25 to 74 dollars"."""
    for place in range(len(numbers) - 1, 0, -1):
        bid, ask = numbers[place - 1], numbers[place]
        if ask.start - bid.end == 4 and bid.number is not None and ask.number is not None and _ends_quote(text, bid, ask):
            bid.number.alternative = bid.number.value // 1 + ask.number.value / 100
            bid.number.unit, bid.number.per, bid.end = ask.number.unit, ask.number.per, ask.end
            del numbers[place]


def join_bands(text: str, numbers: list[Token]) -> None:
    """ "A target range of 4% to 4.25%", "at 4-1/4 to 4-1/2 percent": both ends of the band in which a bank wants its rate."""
    for place in range(len(numbers) - 1, -1, -1):
        low, high = numbers[place - 1], numbers[place]
        if high.number is not None and high.number.alternative is not None and _is_bare_band(text, high, high.number):
            high.number.unit = "percent"
        if place and low.number is not None and high.number is not None and _is_band(text, low, high):
            low.number.alternative, low.number.unit, low.number.ignored = high.number.value, "percent", None
            low.number.decimals, low.end = max(low.number.decimals, high.number.decimals), high.end
            del numbers[place]


def _is_band(text: str, low: Token, high: Token) -> bool:
    """Whether two percentages a quarter point apart are joined and stand near the name of a rate."""
    below, above = low.number, high.number
    if below is None or above is None or above.unit != "percent" or below.unit not in (None, "percent") or below.alternative:
        return False
    if round(above.value - below.value, 4) != _STEP or below.value % _STEP:
        return False
    joint = text[low.end : high.start]
    led = _INTO_BAND.search(text, max(low.start - 12, 0), low.start)
    if (
        joint.strip() not in ("-", "–", "—", "to", "and", "")
        or led is None
        or ("from" in led[0] and joint.strip() in ("to", "and"))
    ):
        return False
    return _OF_POLICY.search(text, max(low.start - _NEAR_RATE, 0), high.end + _BEHIND_BAND) is not None


def _is_bare_band(text: str, token: Token, number: Number) -> bool:
    """ "The funds target has been 4.50-4.75": a band printed with a hyphen and no sign, right behind its name."""
    if number.unit is not None or number.decimals != 2 or round((number.alternative or 0.0) - number.value, 4) != _STEP:
        return False
    led = number.value % _STEP == 0 and _INTO_BAND.search(text, max(token.start - 12, 0), token.start) is not None
    return led and _BAND_OF.search(text, max(token.start - _NEAR_BAND, 0), token.start) is not None


def _ends_quote(text: str, bid: Token, ask: Token) -> bool:
    """Whether a price after "at" is followed by the higher last digits of another."""
    price, digits = bid.number, ask.number
    if price is None or digits is None or price.decimals != 2 or price.unit is not None or digits.decimals or digits.sign:
        return False
    if text[bid.end : ask.start] != " to " or text[bid.start - 3 : bid.start] != "at ":
        return False
    return (
        0 < digits.value - round(price.value % 1 * 100) <= _WIDEST_QUOTE
        and text[ask.start : ask.start + 2].isdigit()
        and digits.value < 100
    )


def of_american_dollars(text: str, numbers: Iterable[Token]) -> None:
    """ "$1.0300 US", as Canadians write it: an American price, whatever the dollar of the text."""
    for token in numbers:
        if token.number is not None and token.number.unit == "$" and _AMERICAN.match(text, token.end):
            token.number.unit = "USD"
            token.end += len(" US")


def join_hundredths(text: str, numbers: list[Token]) -> None:
    """ "Twenty-two dollars ten", "73 dollars and twelve cents": whole units and their hundredths are one sum of money."""
    for place in range(len(numbers) - 1, 0, -1):
        whole, part = numbers[place - 1], numbers[place]
        if whole.number is None or part.number is None or not _has_hundredths(text, whole, part):
            continue
        share = part.number.cents or part.number.value < 1
        cents = part.number.value if share else part.number.value / 100
        whole.number.value = round(whole.number.value + cents, 10)
        whole.number.decimals = 4 if part.number.readings else 2  # "a dollar twenty-six ninety" is 1.2690
        whole.number.per, whole.end = part.number.per, part.end
        del numbers[place]


def _has_hundredths(text: str, whole: Token, part: Token) -> bool:
    """Whether a sum in a currency said in words is followed by its hundredths: by cents, or by a bare number of two digits."""
    number, after = whole.number, part.number
    if number is None or after is None or not text[whole.end - 1].isalpha() or number.cents or number.per or number.decimals:
        return False
    if number.unit is None or number.unit in _SIZES or number.fraction or after.sign:
        return False
    if "." in text[part.start : part.end] and not after.cents:
        return False  # "a dollar costs 14.60 lira and a euro 16.45"
    gap = text[whole.end : part.start].lower()
    if after.cents:
        return gap in (" ", " and ", ", ") and after.value < 1
    if after.fraction and after.value < 1:
        return gap == " and a " and after.unit is None  # "eleven dollars and a half"
    spelled = text[part.start].isalpha()  # "a dollar five"
    least = 1 if spelled else 10
    return gap in (" ", "-") and after.unit is None and least <= after.value < 100 and after.ignored in (None, "count in words")
