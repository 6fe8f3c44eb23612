"""Numbers as the press prints them: digits, words, fractions, prefixes, units, and what each is a price for.

A number starts at a digit run or a number word, and everything around it is read by patterns anchored there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache, lru_cache

from signals.extract.text.digits import decimals, figure, part_of, plain_value, sign_before
from signals.extract.text.money import HUNDREDTH, HUNDREDTHS, PREFIXES, WORDS
from signals.extract.text.numerals import atoms, value
from signals.extract.text.tokens import Number, Token

_PREFIX_ENDS = frozenset(prefix[-1] for prefix in PREFIXES)
_BARE_ENDS = frozenset("abcdefghijklmnopqrtuvwxyz,;:") - _PREFIX_ENDS  # of words that are neither currency nor sign
_PREFIX_LENGTHS = sorted({len(prefix) for prefix in PREFIXES}, reverse=True)

# Digits of our own script: a set of characters, which the regex engine looks for at the speed of a table.
# Begins with a set of characters, which the regex engine looks for at the speed of a table.
DIGITS = re.compile(
    r"[0-9½¼¾⅓⅔⅛](?:(?<=[0-9])"
    r"[0-9]*(?:(?:[.,]|['’](?=[0-9]{3}(?![0-9])))[0-9]+)*(?:[\u00a0\u202f ][0-9]{3}(?![0-9]|,[0-9]{3})(?:[.,][0-9]+)?)*"
    r"|(?<![0-9].)(?= ))"
)
SPACED = re.compile(r"\d{1,3}(?:[\u00a0\u202f ]\d{3})+(?:[.,]\d+)?")
TAIL = re.compile(
    r"(?P<fraction>(?:(?:[ -]| and )(?P<over>\d{1,2})/(?P<under>2|4|8|16|32|64)(?!\d))|(?: and | )?(?P<vulgar>[½¼¾⅓⅔⅛])"
    r"| and (?P<parts>a |one |three[ -])(?P<said>half|quarters?)\b)?"
    r"(?P<range>(?: ?/ ?|[-–])(?:US\$|[$€£])?(?P<second>\d[\d.,]*))?"
    r"(?P<magnitude>[ -]?(?:million|billion|trillion|thousand|hundred|lakh|crore|bn|bln|mln|mn|tn|trln|k|m|b)\b)?"
    r"(?P<unit>[ -]?(?:%|percentage[ -]points?\b|percent\b|per[ -]cent\b|pct\b|pc\b|basis[ -]points?\b|bps?\b|bp\b))?",
    re.IGNORECASE,
)
POINTS = re.compile(r"[ -](?:index )?(?:points?|pts|pips|(?<=\.\d\d )units(?! per))\b", re.IGNORECASE)  # "57,937.13 units"
CENTS = re.compile(
    r"[ -]?(?:of an? )?(?P<whose>U\.?S\.? |euro |Australian |Canadian |New Zealand |NZ |British |UK |U\.S\. "
    r"|Singapore |Hong Kong |South African |Kenyan )?"
    r"(?:(?P<pence>pence(?: sterling)?|p(?!\w|\.m))|(?P<paise>paise|paisas?)"
    r"|(?P<cents>cents?(?P<after> US\b| U\.S\.(?= |,|$)| \(U\.?S(?=\.?\)))?|centavos?|USc|AUc|NZc|c(?!\w)|¢)"
    rf"|(?P<hundredths>{HUNDREDTH}))\b|¢",
    re.IGNORECASE,
)
PER = re.compile(
    r"(?: ?(?:/|\bper\b|\bthe\b|\ban?\b)) ?(?:troy |fine |metric |short |long )?"
    r"(?P<per>barrel|bbl|boe|ounce|oz|tonne|ton|mt\b|t\b|pound|lb|gallon|gal\b|bushel|bu\b|kg|kilogramme|kilogram|kilo|gramme|gram|"
    r"mmbtu|mbtu|therm|megawatt[ -]hour|mwh|cwt|share|dry metric ton|hundredweight|short ton"
    r"|million british thermal units|coin)s?\b|(?<= )pb\b",
    re.IGNORECASE,
)
_UNITS_PER = re.compile(r" units(?= per\b)")
_UNITS_OF = re.compile(r" (?:and )?(?:(?P<figures>\d{1,3})(?![\d.,]\d| ?%| per ?cent)|(?<=and )(?=[a-z]))")
_SPOKEN = re.compile(  # "closed at 34-75."
    r"\b(?:ended|closed|finished|settled|stood|day|to|now|percent,?|points,?) at \d{2,3}-\d\d\Z"
)
_CLAUSE_ENDS = re.compile(r"[.,;]?(?:\s|\Z)(?!-|(?:percent|per cent|points?|cents|pence|basis|million|billion)\b)")
_POINTED = re.compile(r"[\s(+$€£-]\.\d+(?![\d.,]\d)")
_MINUS, _SIGNS = frozenset("-−"), frozenset("$€£")  # "$-37.63"
_COUNTERS = {"$": "USD", "US$": "USD", "USD": "USD", "€": "EUR", "EUR": "EUR", "£": "GBP", "GBP": "GBP"}
_COUNTER = re.compile(r" ?/ ?(?P<code>US\$|\$|€|£|USD|EUR|GBP|usd|eur|gbp)(?![\d\w])")  # "R13.8527/$", "US$1.1210/eur"
_UPPER = re.compile(r"(?P<spoken> to )?(?(spoken)| ?[-–] ?)(?P<value>\d+(?:\.\d+)?)(?:%| per ?cent\b)")
_PART_OF = re.compile(
    r" of (?:an?|one|1)(?: full)?(?= (?:U\.?S\.? )?(?:cent|penny|point|percentage point|per ?cent|basis point|pip)\b)"
)
COMPOUND = re.compile(
    r"[ -](?:year|yr|month|week|day|hour|minute|session|quarter|member|strong|person|meter|metre|km|mile|times|nation"
    r"|country|vote|fold|dma|hr)s?\b|-(?:mo|mth|wk|qtr)s?\b\.?"
    r"|(?:st|nd|rd|th|s|x|D|W)\b|[ -](?:degrees|percentile)\b"
    r"|(?<=[12][09]\d\d) (?:crash|crisis|collapse|recession|panic|meltdown|rout|slump|pandemic|election|earthquake|tsunami)\b",
    re.IGNORECASE,
)
_EXTREME = re.compile(r" (?:highs?|lows?|peaks?|troughs?|tops?|bottoms?|nadir)\b")  # "a 2-yr high"
COUNTS = re.compile(
    r"(?: (?!(?:as|of|in|on|by|at|for|and|with|from|to|after|while|when|before|but|or)\b)[a-z-]+){0,2}? (?:shares|stocks"
    r"|companies|firms|barrels|bpd|tons|tonnes|ounces|lots|contracts|people|homes|cars|vehicles|units(?! per)|jobs|votes|"
    r"banks|countries|members|economists|analysts|traders|deals|employees|workers|flights|passengers|stores|times|kilometres|kilometers|miles|"
    r"degrees|gigawatts?|gw|megawatts?|mw|bags|bales|bushels|acres|hectares|cents of every|issues|counters|constituents"
    r"|components|points of|"
    r"(?:straight|consecutive|up|down|losing|winning|positive|negative)(?: trading)? (?:sessions|days|weeks|months|quarters)|"
    r"subscribers|users|customers|cases|deaths|states|districts|cities|bitcoins?|coins|tokens|rigs|ships|vessels|tankers|cargoes)\b",
    re.IGNORECASE,
)
_SLUGS = ("PDATE ", "RAPUP ")  # "UPDATE 1-Gold falls"
_NEXT_WORD = re.compile(r"[ -]([A-Za-z]+)")
_SPACED_WORD = re.compile(r" ([A-Za-z-]+)")
_JOINING = frozenset(
    ["as", "of", "in", "on", "by", "at", "for", "and", "with", "from", "to", "after", "while", "when", "before", "but", "or"]
)
_ESCAPES = re.compile(r"\\[a-zA-Z]")
_AFTER_BLANK = frozenset("0123456789/%¢öøé½¼¾⅓⅔⅛")
_TAIL, _POINTS, _CENTS, _PER, _COMPOUND = (1 << place for place in range(5))  # patterns that may follow a number
_ANY = 63
_HUNDREDTHS_NEXT = re.compile(r"\d[\d,]*\.\d{2,4}(?![\d.%])(?! ?(?:%|per ?cent|bn|billion|million))")
_EIGHTHS = ("2", "4", "8", "16", "32")
_SCALES = {"thousand": 1e3, "k": 1e3, "hundred": 1e2}
_CENTS_OF = {
    "US ": "USD", "U.S. ": "USD", "U.S ": "USD",
    "euro ": "EUR", "Australian ": "AUD", "Canadian ": "CAD", "New Zealand ": "NZD", "NZ ": "NZD",
    "Singapore ": "SGD", "Hong Kong ": "HKD",
    "South African ": "ZAR", "Kenyan ": "KES", "AUc": "AUD", "NZc": "NZD",
}  # fmt: skip
_PERS = {
    "bbl": "barrel", "oz": "ounce", "mt": "tonne", "t": "tonne", "ton": "tonne", "lb": "pound", "gal": "gallon", "bu": "bushel",
    "kilo": "kg", "kilogram": "kg", "kilogramme": "kg", "gramme": "gram", "megawatt-hour": "MWh", "megawatt hour": "MWh",
    "mwh": "MWh",
    "mmbtu": "mmBtu", "mbtu": "mmBtu", "million british thermal units": "mmBtu", "million british thermal unit": "mmBtu",
    "dry metric ton": "tonne", "cwt": "hundredweight",
}  # fmt: skip


def measure(word: str) -> str:
    """The standard name of what a price is for: "bbl" is a barrel."""
    return _PERS.get(word.lower(), word.lower())


def digit_numbers(text: str, taken: Callable[[int, int], str | None]) -> Iterator[Token]:
    """A token for each digit run, in order. ``taken(start, end)`` names what has claimed those characters already, or None."""
    position = 0
    runs = DIGITS.finditer(text)
    while (found := next(runs, None)) is not None:
        start, end = found.span()
        if start < position:
            runs = DIGITS.finditer(text, position) if position < end else runs  # what is left of a run that was read in part
            continue
        if " " in (run := found.group()) and not SPACED.fullmatch(run):
            end = start + run.index(" ")
        reason = taken(start, end)
        if reason == "name" and " " in run and taken(start + run.index(" ") + 1, end) is None:
            end = start + run.index(" ")  # "Cal 24 121.75"
        if reason == "name" and "," in run and taken(start + run.index(",") + 1, end) is None:
            end = start + run.index(",")  # "S&P 500,2351.10" in cells parted by commas
        token = Token("number", start, end, number=Number(0, ignored=reason)) if reason else _read(text, start, end)
        yield token
        if (position := max(end, token.end)) < found.end():
            runs = DIGITS.finditer(text, position)


def _prefix(text: str, start: int) -> tuple[int, str | None]:
    gap = 1 if text[start - 1 : start] == " " else 0
    if start == gap or text[start - gap - 1] not in _PREFIX_ENDS:
        return start, None
    for length in _PREFIX_LENGTHS:
        begin = start - gap - length
        symbol = text[begin : start - gap] if begin >= 0 else ""
        if symbol in PREFIXES and _prefix_fits(text, begin, symbol, gap):
            return begin, PREFIXES[symbol]
    return start, None


def _prefix_fits(text: str, begin: int, symbol: str, gap: int) -> bool:
    if not symbol[0].isalpha():
        return begin < 2 or text[begin - 1] != "/" or not text[begin - 2].isalpha()  # "Rand/£ 24.01"
    if symbol in WORDS and not _HUNDREDTHS_NEXT.match(text, begin + len(symbol) + gap):
        return False  # "TOP 40", not "MAD 9.95"
    return (begin == 0 or not (text[begin - 1].isalnum() or text[begin - 1] in "/.")) and (
        gap == 0 or (len(symbol) > 1 and symbol != "euro")
    )


def _read(text: str, start: int, end: int) -> Token:
    begin, unit, sign = start, None, 0
    if text[end : end + 1] == "-" and text[max(start - 6, 0) : start].upper() in _SLUGS:
        return Token("number", start, end, number=Number(0, ignored="part of a word"))
    if text[start - 1 : start] == "." and _POINTED.match(text, max(start - 2, 0)):
        digits = "0." + text[start:end]  # "from .6520 to .6488"
        begin, unit = _prefix(text, start - 1)
        begin, sign = sign_before(text, begin)
        number = Number(float(digits), unit, None, sign, decimals=end - start, prefixed=unit is not None)
        return finish(text, begin, end, number)
    if text[start - 1 : start] != " " or text[start - 2 : start - 1] not in _BARE_ENDS:
        signed = text[start - 1 : start] in _MINUS and text[start - 2 : start - 1] in _SIGNS
        begin, unit = _prefix(text, start - signed)
        begin, sign = (begin, -1) if signed else sign_before(text, begin)
    if unit is None and start and text[start - 1].isalpha():
        if (cents := _american_cents(text, start, end)) is not None:
            return cents
        return Token("number", start, end, number=Number(0, ignored="part of a word"))
    value, decimals = figure(text[start:end])
    token = finish(text, begin, end, Number(value, unit, None, sign, decimals=decimals, prefixed=unit is not None))
    if token.number is not None and token.number.prefixed and token.number.unit == "percent":
        token.start, token.number.prefixed = start, False  # "and AMD 1.7 percent": a name, no money
    return token


@lru_cache(maxsize=50_000)
def _american_cents(text: str, start: int, end: int) -> Token | None:
    """ "US65.23c": the Australian press puts the country before the digits and the cent behind them."""
    if text[start - 2 : start] != "US" or text[max(start - 3, 0) : start - 2].isalnum() or not CENTS.match(text, end):
        return None
    number = Number(plain_value(text[start:end]), prefixed=True)
    number.decimals = decimals(text[start:end], number.value)
    token = finish(text, start - 2, end, number)
    number.unit = "USD"
    return token


def finish(text: str, begin: int, end: int, number: Number) -> Token:
    """Reads fraction, second quote, magnitude and unit after a number, and completes its token."""
    if 0 < number.value < 1 and (part := _PART_OF.match(text, end)):
        end = part.end()
    follows = text[end : end + 1]
    if follows == "%":
        number.unit, end = "percent", end + 1
    elif follows and follows not in ".,;:)\n" and (may := _may_follow(text, end)):
        tail = TAIL.match(text, end) if may & _TAIL else None
        if tail and tail.end() > end:
            end = _apply_tail(text, end, tail, number)
            may = _may_follow(text, end)
        if number.unit not in ("percent", "bp"):
            end = _plain_unit(text, end, number, may)
    elif number.unit is None and _counts(text, end):
        number.ignored = number.ignored or "count"
    if number.decimals and number.unit == "percent" and text[end : end + 4].lstrip()[:1] in ("t", "-", "–"):
        end = _upper_end(text, begin, end, number)
    return Token("number", begin, end, number=number)


def _upper_end(text: str, begin: int, end: int, number: Number) -> int:
    """ "5.25%-5.50%", "at 4.25% to 4.5%": a percentage that is a range, and where it ends."""
    upper = _UPPER.match(text, end)
    if upper is None:
        return end
    ranges = float(upper["value"]) > number.value and text[max(begin - 4, 0) : begin] in (" at ", "now ")
    if upper["spoken"] and not ranges:
        return end  # "from a high at 4.99% to 4.62%"
    number.alternative = float(upper["value"])
    return upper.end()


def _may_follow(text: str, end: int) -> int:
    """Which of the patterns for fractions, units and measures may match after a number: a quick look before them."""
    word = _NEXT_WORD.match(text, end)
    if word is not None:
        return _unit_words().get(word[1].lower(), 0)
    return _ANY if text[end : end + 1] != " " or text[end + 1 : end + 2] in _AFTER_BLANK else 0


def _counts(text: str, end: int) -> bool:
    """Whether a number counts things: "12 people", "300 listed companies"."""
    place = end
    for _ in range(3):
        word = _SPACED_WORD.match(text, place)
        low = word[1].lower() if word else ""
        if low in _count_words():
            return COUNTS.match(text, end) is not None
        if word is None or low in _JOINING:
            return False
        place = word.end()
    return False


@cache
def _unit_words() -> dict[str, int]:
    """For each word of the patterns the sum of those that have it."""
    patterns = {_TAIL: TAIL, _POINTS: POINTS, _CENTS: CENTS, _PER: PER, _COMPOUND: COMPOUND}
    found: dict[str, int] = {}
    for flag, pattern in patterns.items():
        found.update({word: found.get(word, 0) | flag for word in _words_in(pattern)})
    return found


@cache
def _count_words() -> frozenset[str]:
    return _words_in(COUNTS) - _JOINING


def _words_in(pattern: re.Pattern[str]) -> frozenset[str]:
    """All words that stand in a pattern, with one letter less and an s more, for what the pattern leaves open."""
    words = set(re.findall("[a-z]+", _ESCAPES.sub(" ", pattern.pattern).lower()))
    return frozenset(words | {word + "s" for word in words} | {word[:-1] for word in words})


def _apply_tail(text: str, end: int, tail: re.Match[str], number: Number) -> int:
    if tail["fraction"]:
        number.value += part_of(tail) / 10**number.decimals  # 5.51-3/4 is three quarters of a cent more than 5.51
        number.decimals += 2
    if (
        tail["second"]
        and tail["range"][0] == "/"
        and tail["second"] in _EIGHTHS
        and number.value < int(tail["second"])
        and not number.decimals
    ):
        number.value /= int(tail["second"])
        number.decimals = 4
    elif _has_cents(text, tail, number):
        number.value, number.decimals = round(number.value + int(tail["second"]) / 100, 2), 2
    elif _is_read_aloud(text, end, tail, number):
        hundreds = 100 * number.value + int(tail["second"].rstrip(".,"))
        number.readings, number.value, number.decimals = (hundreds / 100, hundreds), hundreds / 100, 2
    elif tail["second"] and not tail["magnitude"]:
        _second_quote(tail["second"].rstrip(".,"), number)
    if magnitude := tail["magnitude"]:
        word = magnitude.strip(" -").lower()
        if word in _SCALES:
            number.value *= _SCALES[word]
            if word != "k":
                return _units_of(text, tail.end(), number, _SCALES[word])
        else:
            number.ignored = "amount"
    if unit := tail["unit"]:
        word = unit.strip(" -").lower()
        number.unit = "bp" if word.startswith(("b",)) else "pp" if word.startswith("percentage") else "percent"
        printed = tail["second"].rstrip(".,").rpartition(".")[2] if tail["second"] and "." in tail["second"] else ""
        if tail["second"] and tail["range"].strip()[0] in "-–" and number.decimals < 2 and len(printed) < 2:
            number.ignored = "range of percentages"
    stop = tail.end()
    while text[stop - 1] in ".," and stop > end:
        stop -= 1
    return stop


def _units_of(text: str, end: int, number: Number, scale: float) -> int:
    """ "44 thousand 828", "15 thousand and ten", "36 hundred and 57": what a scale is followed by, and where that ends."""
    units = _UNITS_OF.match(text, end)
    if units is None:
        return end
    parts, stop = atoms(text, units.end()) if units["figures"] is None else ([], units.end())
    more = float(units["figures"]) if units["figures"] else value(parts) or 0.0
    if not 0 < more < scale or more % 1:
        return end
    number.value += more
    return stop


def _has_cents(text: str, tail: re.Match[str], number: Number) -> bool:
    """ "46-22 a barrel": dollars and cents as radio scripts write them, no range, for it would fall."""
    cents = tail["second"] or ""
    written = len(cents) == 2 and cents.isdigit() and tail["range"] == f"-{cents}" and number.decimals == 0
    return written and int(cents) < number.value < 1000 and PER.match(text, tail.end()) is not None


def _is_read_aloud(text: str, end: int, tail: re.Match[str], number: Number) -> bool:
    """ "It ended at 16-63.": a price as a radio script writes it, of which the figures do not tell the size."""
    if not tail["second"] or number.decimals or number.unit is not None or not 10 <= number.value < 1000:
        return False
    stop = tail.start("second") + len(tail["second"].rstrip(".,"))
    return _SPOKEN.search(text, max(end - 15, 0), stop) is not None and _CLAUSE_ENDS.match(text, stop) is not None


def _second_quote(second: str, number: Number) -> None:
    """Completes "102.10/30" to 102.30 and "1.0850-60" to 1.0860."""
    digits = second.replace(",", "")
    if "." in digits or not digits.isdigit():
        number.alternative = plain_value(second)
    elif number.decimals >= len(digits):
        scale = 10.0**number.decimals
        step = 10 ** len(digits)
        number.alternative = (round(number.value * scale) // step * step + int(digits)) / scale
    elif number.decimals == 0:
        number.alternative = float(digits)


def _plain_unit(text: str, end: int, number: Number, may: int) -> int:
    if may & _POINTS and (points := POINTS.match(text, end)):
        pips = points.group().lower().endswith("pips")
        number.unit = number.unit or ("pips" if pips else "points")
        return points.end()
    if number.unit is None and may & _CENTS and (cents := CENTS.match(text, end)):
        number.count_hundredths(_whole_of(cents))
        number.ignored = None if number.ignored == "count in words" else number.ignored
        end, may = cents.end(), _ANY
    if may & _PER and (per_dollar := _UNITS_PER.match(text, end)):
        return per_dollar.end()
    if may & _PER and (per := PER.match(text, end)):
        number.per = measure(per["per"])
        return per.end()
    if (number.unit or number.decimals > 1) and may == _ANY and (counter := _COUNTER.match(text, end)):
        number.per = _COUNTERS[counter["code"].upper()]
        return counter.end()
    if number.unit is None and number.ignored is None and may & _COMPOUND and (compound := COMPOUND.match(text, end)):
        number.ignored = "part of a word" if _EXTREME.match(text, compound.end()) else "part of a compound"
        return compound.end()
    if number.unit is None and _counts(text, end):
        number.ignored = "count"
    return end


def _whole_of(cents: re.Match[str]) -> str:
    """The currency of a hundredth: "Rs" for a paisa and "$" for a cent, whose currency is the resolver's question."""
    if cents["pence"] or cents["paise"]:
        return "GBP" if cents["pence"] else "Rs"
    named = cents["hundredths"]
    return HUNDREDTHS[named.lower()] if named else _CENTS_OF.get(cents["whose"] or cents["cents"] or "", "$")
