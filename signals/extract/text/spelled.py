"""Numbers in words as tokens: "three-and-a-half percent", "a penny", "down twenty-six and a half", "point six of a percent"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from signals.extract.text import numerals
from signals.extract.text.folding import holds_any
from signals.extract.text.numbers import finish
from signals.extract.text.tokens import Number, Token

Reason = Callable[[int, int], str | None]  # why a stretch of text is taken already, None where it is free

# "fell by a third", "more than half": without a unit a fraction counts only after an article or a hedge.
_SHARE_OF_VALUE = re.compile(r"(?:\b(?:an?|by|than|nearly|almost|about|over|lost|one)[ -])$", re.IGNORECASE)


# "Lost a third of its value", "down a third on the year": what "a third session" does not go on with.
_SHARE_GOES_ON = re.compile(
    r"\s*(?:[.,;:)?!\n–—]|\Z|(?:of|in|to|from|since|on|over|off|lower|higher|this|last|against|for|by|during|and|or|as|more|less"
    r"|has|have|had|was|were|cheaper|dearer|down|up|weaker|stronger|below|above|at|so|after|before|within|but|its|the|between|compared|into|while|when"
    r"|overnight|today|yesterday|year)\b)"
)
_ORDINALS = ("third", "fifth", "tenth")
_MINUS = re.compile(r"\b(?P<sign>minus|plus) (?:an? )?\Z", re.IGNORECASE)

_ARTICLE = re.compile(r"(?: of)?(?: an?| one)?(?: full| whole)?(?=[ -])", re.IGNORECASE)
_FULL = re.compile(r" (?:full|whole) ", re.IGNORECASE)
_AND_A_PART = re.compile(r" and a (half|quarter|third)\b", re.IGNORECASE)
_PARTS = {"half": 0.5, "quarter": 0.25, "third": 1 / 3}
_OF_ONE = re.compile(r"(?: of)? an? ", re.IGNORECASE)
_ONE_OF = re.compile(
    r"\b(?:a|one)(?: full| whole| single)? (?P<unit>penny|cent(?! of\b)|per ?cent(?:age point)?|basis point"
    r"|(?<=full )point|(?<=whole )point|point(?= and a (?:half|quarter|third)\b))\b",
    re.IGNORECASE,
)

_ARTICLED = (
    "a penny", "one penny", "a cent", "one cent", "a per", "one per", "a basis", "one basis", "point and a", "full ",
    "whole ", "single ",
)  # fmt: skip

# Radio scripts: "117-thousand", "21-point-06".
_STEP_NOUN = re.compile(
    r"-point (?P<noun>(?:(?:interest[- ])?rate )?(?:(?:cut|hike)s?\b|(?:increase|rise|reduction|move)s?"
    r"(?= (?:took|takes|taking|brought|brings|lifted|lifts|pushed|to \d"
    r"|in (?:its|the|interest|rates|borrowing|Bank|key|policy)))))"
)
_FULL_STEP = re.compile(r"\b(?:full|whole)-(?:percentage-)?point\b", re.IGNORECASE)
_BY_A = re.compile(r"\brates?\b[^.;:\n]{0,12} by (?:an? )(?:[a-z-]+ ){0,3}\Z|\bby (?:an? )(?:[a-z-]+ ){0,2}\Z")
_ALOUD = ("-point", "-thousand", "-hundred")
_READ_ALOUD = re.compile(r"(?<![\d.,-])\d[\d,]*(?=-(?:point|thousand|hundred)\b)", re.IGNORECASE)
_POINT = re.compile(r"(?<![\w-])(?<!\d )point[ -](?=(?:oh|zero|one|two|three|four|five|six|seven|eight|nine)\b)", re.IGNORECASE)
# What makes a price or a size of a number in words without a unit: "up twenty-six and a half", "eight and a half better".
_MOVED = re.compile(
    r"\b(?:up|down|off|gain(?:ed|ing|s)?|los(?:t|ing|es)|add(?:ed|ing|s)?|shed|rose|fell|dropp(?:ed|ing)|climb(?:ed|ing)|slid"
    r"|jump(?:ed|ing)|sank|tacked on|gave up|to|at|dollars|pounds|euros|rand)(?: another)? \Z",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"\b(?:that|this|which) \Z", re.IGNORECASE)
_SIZE_ENDS = re.compile(r"[.,;\n]|\Z| (?:to|at|and) ", re.IGNORECASE)
_MOVES = re.compile(r",? (?:better|higher|lower|weaker|firmer|stronger|up|down|dearer|cheaper)\b", re.IGNORECASE)
_YEAR_CUE = re.compile(
    r"\b(?:in|since|of|until|from|to|year|by|late|early|mid|summer|autumn|spring|winter)[ -]\Z", re.IGNORECASE
)
_CLOCK_NEXT = re.compile(
    r",? (?:[ap]\.?m\b|o['’]clock|this (?:morning|afternoon)|eastern|central|pacific|hours\b|gmt|utc|bst|greenwich)",
    re.IGNORECASE,
)

# "Cut interest rates to zero", but not "close to zero", "between zero and 0.25 percent".
_RATE_TO = re.compile(
    r"\b(?:rates?|costs)\b[^.;:\n]{0,40}?(?<!close)(?<!closer)(?<!near)(?<!nearer) (?:to|at)(?: about| around)? \Z",
    re.IGNORECASE,
)


def number_words(text: str, reason: Reason, starts: Iterable[int]) -> list[Token]:
    """The numbers in words that begin at these places, at figures read aloud and at articles; some may overlap."""
    low = text.lower()
    aloud = _READ_ALOUD.finditer(text) if holds_any(low, _ALOUD) else ()
    points = _POINT.finditer(text) if holds_any(low, ("point ", "point-")) else ()
    places = [*starts, *(match.start() for match in (*aloud, *points))]
    spelled = [token for start in places if (token := _spelled(text, start, reason))]
    if any(token.number is not None and token.number.readings for token in spelled):
        _read_sizes(text, spelled)
    if holds_any(low, _ARTICLED):
        spelled += _articled(text, reason)
    if "-point" in low and holds_any(low, ("full-", "whole-")):
        spelled += _full_steps(text, reason)
    return spelled


def _articled(text: str, reason: Reason) -> Iterator[Token]:
    """ "A penny", "a full percentage point": the article is a one where a unit stands behind it."""
    for match in _ONE_OF.finditer(text):
        if reason(match.start(), match.end()):
            continue
        if match["unit"] == "penny":
            one = Token("number", match.start(), match.end(), number=Number(0.01, cents=True))
        else:
            one = finish(text, match.start(), match.start("unit") - 1, Number(1))
            one = _full(text, match.start("unit") - len(" full "), one)
        yield _and_a_part(text, one)


def _full_steps(text: str, reason: Reason) -> Iterator[Token]:
    """ "A full-point cut"."""
    for match in _FULL_STEP.finditer(text):
        if not reason(match.start(), match.end()):
            yield Token("number", *match.span(), number=Number(1.0, "pp"))


def _and_a_part(text: str, one: Token) -> Token:
    """ "A cent and a half"."""
    part = _AND_A_PART.match(text, one.end)
    if part is not None and one.number is not None:
        one.number.fraction = one.number.unit == "points"  # "a point and a half" of a rate, as "half a point"
        one.number.value, one.end = round(one.number.value * (1 + _PARTS[part[1].lower()]), 8), part.end()
    return one


def _spelled(text: str, start: int, reason: Reason) -> Token | None:
    parts, end = numerals.atoms(text, start)
    read = numerals.numeral(parts) if parts and not _names_a_quarter(parts) else None
    if read is None or reason(start, end):
        return None
    if not read.whole and text.startswith("-point", end):
        return _step(text, start, end, read.value)
    if parts == ["zero"] and _RATE_TO.search(text, max(start - 70, 0), start) and not numerals.FOLLOW.match(text, end):
        return Token("number", start, end, number=Number(0.0, "percent"))
    signed = _MINUS.search(text, max(start - 9, 0), start)
    begin = signed.start() if signed else start
    fraction = numerals.numerals().get(parts[-1], (0, ""))[1] == "fraction"
    number = Number(read.value, fraction=fraction, decimals=2 if read.readings else read.decimals, readings=read.readings)
    number.value = number.readings[0] if number.readings else number.value
    if parts[0] == "one" and _PRONOUN.search(text, max(start - 6, 0), start):
        return None  # "that one sixty higher"
    if signed:
        number.sign = 1 if signed["sign"].lower() == "plus" else -1
    if numerals.FOLLOW.match(text, end):
        return _full(text, end, finish(text, begin, _unit_start(text, end), number))
    if fraction and read.whole and (_MOVED.search(text, max(begin - 24, 0), begin) or _MOVES.match(text, end)):
        number.fraction = False
    if number.fraction and parts[-1] == "tenths":
        return Token("number", begin, end, number=Number(read.value, "percent", sign=number.sign, decimals=1))
    if number.fraction and not _is_share(text, begin, start, end, parts):
        if not (read.whole or _OF_ONE.match(text, end)):
            return None
        number.ignored = "count in words"  # "half a yen", "two and a half", unless it is of something else
    if _counts(text, begin, end, parts, number):
        number.ignored = "count in words"
    return finish(text, begin, end, number)


def _names_a_quarter(parts: list[str]) -> bool:
    """ "Ends quarter 8% higher": a period, and then a figure."""
    return parts[0] == "quarter" and len(parts) > 1 and parts[1][0].isdigit()


def _step(text: str, start: int, end: int, value: float) -> Token | None:
    """ "A half-point cut", "cut its rate by an unusual half-point": a step of a policy rate; a "half-point rise" of anything
    else is of what its noun names.
    """
    noun = _STEP_NOUN.match(text, end)
    stop = noun.start("noun") - 1 if noun is not None else end + len("-point")
    if noun is None and (text[stop : stop + 1].isalnum() or not _BY_A.search(text, max(start - 40, 0), start)):
        return None
    return Token("number", start, stop, number=Number(value, "pp", decimals=2))


def _read_sizes(text: str, numbers: list[Token]) -> None:
    """ "Gained sixty", "sixty higher": in a text whose prices are read aloud a bare number beside a move is its size."""
    for token in numbers:
        number = token.number
        if number is None or number.ignored != "count in words" or number.fraction or text[token.end - 1] == "s":
            continue
        led = _MOVED.search(text, max(token.start - 12, 0), token.start) and _SIZE_ENDS.match(text, token.end)
        if led or _MOVES.match(text, token.end):
            number.ignored = None


def _counts(text: str, begin: int, end: int, parts: list[str], number: Number) -> bool:
    """Whether a numeral without a unit counts, or names a year or an hour: "five of them", "in nineteen eighty-seven"."""
    if number.fraction:
        return False
    if len(parts) == 1 and not parts[0][0].isdigit():
        return True
    if _CLOCK_NEXT.match(text, end):
        return True
    if len(number.readings) < 2 or number.readings[1] % 1:
        return False
    return bool(1700 <= number.readings[1] < 2100 and _YEAR_CUE.search(text, max(begin - 8, 0), begin))


def _is_share(text: str, begin: int, start: int, end: int, parts: list[str]) -> bool:
    """ "Fell by a third", "minus a quarter": a fraction that needs no unit; not "a third session"."""
    if begin == start and not _SHARE_OF_VALUE.search(text, max(begin - 12, 0), begin):
        return False
    return parts[-1] not in _ORDINALS or len(parts) > 1 or _SHARE_GOES_ON.match(text, end) is not None


def _full(text: str, end: int, token: Token) -> Token:
    """ "Three full points" are percentage points."""
    number = token.number
    if number is not None and number.unit == "points" and _FULL.match(text, end):
        number.unit = "pp"
    return token


def _unit_start(text: str, end: int) -> int:
    article = _ARTICLE.match(text, end)
    return article.end() if article else end
