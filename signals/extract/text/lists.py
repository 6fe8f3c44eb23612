"""Sizes of a list that leave out their unit.

| text                                                   | unit    | counter-example                      |
|--------------------------------------------------------|---------|--------------------------------------|
| "Ford off six percent, GM down eight, Tesla a mere two"| percent | "Ford off six percent, Brent 70.10"  |
| "Ford lost 9.6, GM 8.7 and Tesla 6.3 per cent"         | percent | "Ford fell to 9.6, GM 8.7 per cent"  |
| "Toyota fell ten per cent. Sony has lost nearly nine." | percent | "Sony has lost nearly nine years"    |
| "the ten-year dropped seven to 0.58%"                   | bp      | "the ten-year fell seven times"      |
| "Gainers (%)", then "Siemens +1.9" on a line           | percent | "Siemens 171.20 +1.9"                |
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from signals.extract.text.tokens import Token

_LISTED = ("share", "index")
_NEXT = 8  # characters from a size to the next name of its list
_ALIKE = 20  # how often a size goes into another of its list at most
_COMPARED = re.compile(r" (?:less|fewer|more|lower|higher|wider|tighter|narrower)\b")
_FEW_POINTS = 100  # basis points: a bare number that is more is another thing
_WAY, _SPOKEN_WAY = 6, 11  # tokens from one size to the next
_LED = frozenset({"instrument", "ref", "direction", "bound", "copula", "time"})
_SAID = frozenset({"instrument", "ref", "direction", "bound", "copula", "time", "phase"})  # between two sizes read aloud

_HEAD = re.compile(
    r"(?:\((?:in )?(?:%|pct|per ?cent)\)|[a-z], (?:in )?(?:%|pct|per ?cent)):?[ \t]*\n(?=[^\n]*\d)", re.IGNORECASE
)
_ENDS_HEAD = re.compile(r"[%tT](?:(?<=%)|(?<=[cCnN].))\)?:?[ \t]*\n")  # a quick look for one
_LINE = re.compile(r"[^\n]*[^\n \t][^\n]*\n?")


def head_percent(text: str, numbers: Sequence[Token]) -> None:
    """Makes percentages of the sizes that stand alone on the lines below a heading in percent, up to an empty line."""
    if _ENDS_HEAD.search(text) is None:
        return
    starts: list[int] = []
    place = 0
    while (head := _HEAD.search(text, place)) is not None:
        starts = starts or [token.start for token in numbers]
        place = head.end()
        while (line := _LINE.match(text, place)) is not None and not (_HEAD.search(text, *line.span()) and place > head.end()):
            on_line = numbers[bisect_left(starts, place) : bisect_left(starts, line.end())]
            number = on_line[0].number if len(on_line) == 1 else None
            if number is not None and number.unit is None and number.ignored is None and (number.sign or number.decimals == 1):
                number.unit = "percent"
            place = line.end()


def share_percent(text: str, tokens: Sequence[Token]) -> None:
    """Makes bare numbers percentages behind another percentage of the list: each behind a name of its own, and then a comma,
    an "and" or the end.
    """
    before: int | None = None
    for place, token in enumerate(tokens):
        number = token.number
        if number is None:
            continue
        if before is not None and _goes_on(text, tokens, before, place):
            number.unit, number.ignored, number.fraction = "percent", None, False
        if number.unit is not None or number.sign or tokens[place - 1].form != "at":
            before = place if number.unit == "percent" else None  # "Ford off 6%, GM at 31.20, off 4.3"


def share_percent_back(tokens: Sequence[Token]) -> None:
    """Makes percentages of bare sizes in front of the last of a list, which alone has its unit."""
    for place in range(len(tokens) - 1, 3, -1):
        number = tokens[place].number
        if number is None or number.unit != "percent":
            continue
        named, link, size = tokens[place - 1], tokens[place - 2], tokens[place - 3].number
        if size is None or size.unit is not None or size.ignored is not None:
            continue
        listed = named.kind == "instrument" and named.value.instrument_class in _LISTED and link.form in ("and", "comma")
        said = tokens[place - 4].kind in ("direction", "instrument") and size.decimals == number.decimals == 1
        if listed and said and not size.sign and size.value <= _ALIKE * number.value <= _ALIKE**2 * size.value:
            size.unit = "percent"


def share_points(text: str, tokens: Sequence[Token]) -> None:
    """Makes basis points of bare numbers between the verb of a bond's yield and where that led: "the 30-year added three to
    5.42%".
    """
    for place, token in enumerate(tokens[:-2]):
        number = token.number
        if number is None or number.unit is not None or number.sign or not 1 <= number.value < _FEW_POINTS:
            continue
        if number.ignored not in (None, "count in words") or number.decimals > 1:
            continue
        if _of_a_yield(text, tokens, place) or _of_a_gap(text, tokens, place):
            number.unit, number.ignored = "bp", None


def _of_a_gap(text: str, tokens: Sequence[Token], place: int) -> bool:
    """ "Ended at 62 basis points on Thursday, [two] less than on Wednesday": more or less of what was just counted."""
    if tokens[place - 1].form != "comma" or _COMPARED.match(text, tokens[place].end) is None:
        return False
    counted = next((t for t in reversed(tokens[max(place - _WAY, 0) : place]) if t.number is not None), None)
    return counted is not None and counted.number is not None and counted.number.unit == "bp"


def _of_a_yield(text: str, tokens: Sequence[Token], place: int) -> bool:
    """Whether a verb stands right before a number and "to" with a yield right behind it, in a statement on a bond."""
    verb, token, to, level = tokens[place - 1], tokens[place], tokens[place + 1], tokens[place + 2]
    if verb.kind != "direction" or not verb.value or to.form not in ("to", "at") or level.number is None:
        return False
    if level.number.unit != "percent" or not level.number.decimals or text[token.end : level.start].split() != [to.form]:
        return False
    named = next((t for t in reversed(tokens[max(place - _WAY, 0) : place]) if t.kind in ("instrument", "number")), None)
    beside = text[verb.end : token.start] == " " and named is not None and named.kind == "instrument"
    return beside and named is not None and named.value.instrument_class == "bond yield"


def _goes_on(text: str, tokens: Sequence[Token], before: int, place: int) -> bool:
    """Whether a number is the next of a list whose last size stands at ``before``."""
    last, number, named = tokens[before].number, tokens[place].number, tokens[before + 1 : place]
    if last is None or number is None or not 0 < len(named) <= _SPOKEN_WAY or not _bare(text, tokens, before, place):
        return False
    names = [t for t in named if t.kind == "instrument"]
    led = _leads(named) or (text[tokens[place].start].isalpha() and _reads_on(named))
    one = len(names) == 1 and names[0].value.instrument_class in _LISTED
    opens = named[0].kind in ("bound", "time") or named[0].form == "adjective"
    return led and one and opens and last.value <= _ALIKE * number.value <= _ALIKE**2 * last.value


def _leads(named: Sequence[Token]) -> bool:
    """ ", GM down": whether a name and its verb are all that stands between two sizes."""
    priced = len(named) == _WAY and named[2].form == "at" and named[3].kind == "number" and named[4].form == "comma"
    said = [*named[:2], *named[4:]] if priced else named
    known = all(t.kind in _LED or t.form == "around" for t in said)
    return known and len(named) <= _WAY


def _reads_on(named: Sequence[Token]) -> bool:
    """ "The Kospi in Seoul has lost nearly nine and a half": a sentence of its own between two sizes read aloud, with a verb
    of direction right before the second.
    """
    said = [t for t in named if t.form not in ("around", "in", "open")]
    return bool(said) and said[-1].kind == "direction" and all(t.kind in _SAID for t in said)


def _bare(text: str, tokens: Sequence[Token], before: int, place: int) -> bool:
    """Whether a number stands alone at the end of its clause: one in words beside a size in words, one with a decimal
    behind a verb.
    """
    number, behind = tokens[place].number, tokens[place + 1] if place + 1 < len(tokens) else None
    if (
        number is None
        or number.unit is not None
        or number.sign
        or number.per
        or (behind is not None and behind.kind != "bound")
    ):
        return False
    spoken = text[tokens[place].start].isalpha()
    if spoken and number.ignored in (None, "count in words"):
        return not number.readings and text[tokens[before].start].isalpha()
    left = tokens[place - 1]
    listed = left.kind == "instrument" and left.value.instrument_class == "share" and tokens[before].end > left.start - _NEXT
    return number.ignored is None and number.decimals == 1 and (left.kind == "direction" or listed)
