"""Rows of tables in text: a name and figures on one line, nothing but blanks and rules between them.

| line                                      | cells                              | counter-example                       |
|-------------------------------------------|------------------------------------|---------------------------------------|
| "Japan yen   157.30   157.85   +0.35"     | three figures                      | "Gold rose to $2,310.50 after 12 days"|
| "Royal Bank   2,733   76.15   unch  0.00" | four, one of them no change        | "the price was unch at 76.15"         |
| "Bund 2-yr   -0.905   +0.8   -"           | three, the last of them empty      |                                       |
| "10-yr   1.500   June 1/23   2.567"       | three, the date one without figure |                                       |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from signals.extract.tables.columns import role_of
from signals.extract.tables.matures import which_bond
from signals.extract.tables.ways import Cell, cells_of
from signals.extract.text.tokens import RATES, Number, Token

_BETWEEN = re.compile(r"[\s|:,;*+()\-–—%$€£¥]*")
_LABEL = re.compile(r"[A-Za-z]")
_WAY = re.compile(
    r"(?: cents?)?(?: (?:an?|per) (?:\w+ )?\w+| ?/ ?\w+)?"
    r"(?: {2,}|[ ]?[\t|]+[ ]*|[ ]?\()(?:(?P<up>up|higher)|down|lower|off) +[$€£¥]?",
    re.IGNORECASE,
)
_BRACKETED = re.compile(r"[^\d(|\t]*\([^()|\t]*[A-Za-z][^()|\t]*\)(?= {2,}| ?[\t|])")
_COUPONED = re.compile(r"[A-Za-z][^\d|\t\n]*\d{1,2}(?:\.\d+)? ?%(?: [^\s|]+)+(?= {2,}| ?[\t|])")  # "Treasury 2% 2025"
WIDE = re.compile(r" {2,}|\t|\|")
_NUMBERED = re.compile(r"[A-Za-z][^\d|\t\n]*?[A-Za-z,.] \d{1,2}[- ][A-Za-z][A-Za-z. ]*?(?= {2,}| ?[\t|])")  # a label
_ONE = re.compile(
    r"[^\n]*?(?: {2,}|\t|\|)[^\n]*|(?: \([^()\n]{1,20}\))?[ ]?(?:[:,–—-][ ]?)?[$€£¥]?(?:(?:up|down|off|plus|minus) )?"
)
_SENTENCE = re.compile(r"[!?;] |(?<![A-Z])\. (?=[A-Z])|, | (?:was|were|at|to|by|from|and|rose|fell) ")
# Words of a label that make it something else than the instrument that it names: "Gold index", "Nasdaq volume".
_ELSE = re.compile(
    r"[- ]?(?:/[ ]?\w+ |\w+ )?(?:index|ratio|spread|stocks|inventories|volume|turnover|holdings|dominance|rigs?|rig count"
    r"|miners|mining|producers|ETFs?|swaps?|premium|P/E|market cap|open interest|reserves|output|exports|imports|dividend)\b",
    re.IGNORECASE,
)
_NONE = r"-{1,2}|–|—|\.{2,3}|n/?a|nil|N/?A|unch(?:anged|gd|\.)?|unc|steady|flat"
_MARK = re.compile(rf"(?:(?<=  )|(?<=[\t|])|(?<=[\t|] ))(?:{_NONE})(?=[ \t|\n]|\Z)|(?<= )(?:{_NONE})(?=  |\t| ?\|)")
_STILL = re.compile(r" \(?(?P<still>unch(?:anged|gd|\.)?|unc|steady|flat)\)?[ \t]*\Z")  # "Tin 20,150 unch"
_NO_CHANGE = ("unc", "ste", "fla")
_CELLS, _STRANGE = 3, 3  # cells of rows that need no known name, and rows of fewer cells
_PRICED_IN = re.compile(r" (?:in|to the|per|vs\.?|against the) | ?[/-] ?")
_WITH_UNIT = re.compile(r", (?:[A-Z]{2,3}c?|[$€£])/[A-Za-z]+ *\Z")  # behind a name
_HEADING = 3  # lines above a table that may head it
_WORDS, _NAME = 6, 6  # words of a name at most, and of one with a comma in it
_PRICED = ("USD", "EUR", "GBP")  # what the other currency of a pair in words is the price of
RELATIVE = ("percent", "bp")
NO_FIGURES = ("time", "name", "part of a word", "part of a compound")

Line = tuple[int, list[Token]]


class Row(NamedTuple):
    """One line of a table: the place of the line, its instrument (None for a name that we do not know), its cells (tokens
    without a number where a mark stands for none), the roles that words before them give ("1.1435  previous 1.1428"), and the
    signs that words of direction give them.
    """

    place: int
    name: Token | None
    figures: list[Token]
    said: tuple[str | None, ...]
    ways: tuple[int, ...]

    @property
    def numbers(self) -> list[Number | None]:
        """What the cells say."""
        return [token.number for token in self.figures]


def rows_of(text: str, lines: Sequence[Line]) -> list[Row]:
    """The lines that are rows of a table or look like it."""
    return [row for place, (start, tokens) in enumerate(lines) if (row := _row(text, place, start, tokens)) is not None]


def blocks(rows: Iterable[Row]) -> Iterator[list[Row]]:
    """Runs of rows on adjoining lines with as many cells each."""
    run: list[Row] = []
    for row in rows:
        if run and (row.place != run[-1].place + 1 or len(row.figures) != len(run[-1].figures)):
            yield from _known(run)
            run = []
        run.append(row)
    yield from _known(run)


def alike(block: Sequence[Row]) -> list[list[Row]]:
    """The rows of a block, in runs whose cells have the same units and signs."""
    return [list(run) for _, run in groupby(block, key=_shape)]


def _shape(row: Row) -> list[tuple[str | None, bool] | None]:
    return [
        (n.unit if n.unit in RELATIVE else str(n.unit is None), n.sign != 0) if n is not None else None for n in row.numbers
    ]


def _known(run: list[Row]) -> Iterator[list[Row]]:
    """A run of rows one of which is known by name, or several that cannot be prose; a row of one figure stands not alone."""
    if len(run) == 1 and len(run[0].figures) == 1:
        return
    strange = len(run) > 1 and (len(run[0].figures) >= _CELLS or len(run) >= _STRANGE)
    if strange or any(row.name is not None for row in run):
        yield run


def _row(text: str, place: int, start: int, tokens: list[Token]) -> Row | None:
    """The row that a line makes: a short name, then at least two cells with nothing but blanks and rules between."""
    figures = [t for t in tokens if t.number is not None and t.number.ignored not in NO_FIGURES]
    if not figures:
        return None
    names = [t for t in tokens if t.kind == "instrument"]
    if names and not _LABEL.search(text, start, names[0].start):
        figures = [t for t in figures if t.start > names[0].start]  # "2222  Saudi Aramco  34.40"
    end = line_end(text, start)
    figures = _outside_label(text, start, end, figures)
    figures = _with_marks(text, _with_maturities(text, start, end, figures), end) if figures else figures
    if not figures or (figures[0].number is not None and figures[0].number.ignored == "amount"):
        return None
    if len(figures) == 1 and not _alone(text, names, figures[0], end):
        return None
    beside = cells_of(text, start, figures, end)
    said = _said(text, figures, beside, end)
    label = text[start : beside[0].start]
    names = [t for t in names if t.start < figures[0].start and not _ELSE.match(text, t.end, figures[0].start)]
    rate = bool(names) and names[0].form in RATES
    if (
        said is None
        or not _LABEL.search(label)
        or (not rate and (len(label.split()) > _WORDS or _is_prose(_without_name(text, label, names))))
    ):
        return None
    if len(names) > 1 and not rate and _is_priced_in(text, *names[:2]):
        _price_in(figures, names[1])
    if len(names) == 2 and text[names[0].end : names[1].start].strip() == "," and _are_goods(names):
        names = names[1:]  # "Cocoa, London (Mar)": the good at an exchange of its own
    ways = tuple(cell.sign for cell in beside)
    return Row(place, names[0] if names else None, figures, said, ways) if names or WIDE.search(label) else None


def _are_goods(names: Sequence[Token]) -> bool:
    return all(name.value.instrument_class == "commodity" for name in names)


def _is_priced_in(text: str, name: Token, money: Token) -> bool:
    """ "Pound in euros", "dollar/yen", but not "rand/dollar", which is so many rand."""
    said = _PRICED_IN.fullmatch(text, name.end, money.start)
    return said is not None and (said[0].strip() not in ("/", "-") or name.value.id in _PRICED)


def _price_in(figures: Sequence[Token], name: Token) -> None:
    """Gives the prices of a row the currency that its label says: "Pound in euros   1.0584"."""
    for figure in figures if name.value.instrument_class == "currency" else ():
        if figure.number is not None and figure.number.unit is None and not figure.number.sign:
            figure.number.unit = name.value.id


def _alone(text: str, names: Sequence[Token], figure: Token, end: int) -> bool:
    """Whether a figure may be the only one of a row: in a cell of its own behind a name or its label, all else being blank."""
    name, number = names[0] if names else None, figure.number
    if name is None or number is None or text[figure.end : end].strip(" |\t") or text[name.end - 1] == "=":
        return False
    return name.form in RATES or _ONE.fullmatch(text, name.end, figure.start) is not None


def _outside_label(text: str, start: int, end: int, figures: list[Token]) -> list[Token]:
    """The figures without those in brackets of a label: "Copper (LME 3m)   $9,865"."""
    within = _NUMBERED.match(text, start, end)  # "Copper, LME 3 mths   7,834.00"
    figures = [t for t in figures if t.start >= within.end()] if within is not None else figures
    if not figures:
        return figures
    bracketed = text.find("(", start, figures[0].end) >= 0
    label = _BRACKETED.match(text, start, end) if bracketed else _COUPONED.match(text, start, end)
    return [t for t in figures if t.start >= label.end()] if label is not None else figures


def _with_maturities(text: str, start: int, end: int, figures: list[Token]) -> list[Token]:
    """The figures, those of a bond's maturity left out, which behind the first of them is a cell without a figure."""
    cells = [cell for cell in which_bond(text) if start <= cell[0] < end]
    if not cells:
        return figures
    kept = [t for t in figures if not any(first < t.end and t.start < stop for first, stop in cells)]
    dated = [Token("number", *span) for span in cells if kept and span[0] > kept[0].start]
    return sorted([*kept, *dated], key=lambda t: t.start)


def _without_name(text: str, label: str, names: Sequence[Token]) -> str:
    """A label without the name in it, which may hold a comma: "Rubber (June, yen/kg)"."""
    bracketed = bool(names) and text[names[0].end - 1] == ")"
    return label.replace(text[names[0].start : names[0].end], "-") if bracketed else label


def _is_prose(label: str) -> bool:
    """Whether what stands before figures is no name of a row: a comma stands within a short one ("Treasury, 10-year")."""
    if _WITH_UNIT.search(label):
        return False  # "Nat gas Nymex, USD/mmBtu 3.42"
    within = label.endswith("  ") and ", " in label and len(label.split()) <= _NAME
    return not within and _SENTENCE.search(label.rstrip(" ,:–—-|\t") + " ") is not None


def _said(text: str, figures: list[Token], beside: list[Cell], end: int) -> tuple[str | None, ...] | None:
    """The roles that words between cells give to those behind them; None where something else stands there."""
    said: list[str | None] = [None]
    for place, cell in enumerate(beside):
        following = figures[place + 1] if place + 1 < len(figures) else None
        stop = beside[place + 1].start if following is not None else end
        role = None
        if not _BETWEEN.fullmatch(text, cell.end, stop) and not _leads(text, cell.end, following):
            role = role_of(text[cell.end : stop])
            if role is None:
                return None
        said.append(role)
    return tuple(said[:-1])


def _leads(text: str, start: int, following: Token | None) -> bool:
    """ "4.35%   up 2.0 bp": whether a word in the cell of a change says which way it went, which then is its sign."""
    way = _WAY.fullmatch(text, start, following.start) if following is not None else None
    number = following.number if following is not None else None
    if way is None or number is None:
        return False
    number.sign = number.sign or (1 if way["up"] else -1)
    return True


def _with_marks(text: str, figures: list[Token], end: int) -> list[Token]:
    """The figures and the marks for none that stand in cells of their own: "-", "n/a"; "unch" is a change of nothing."""
    if not figures or not WIDE.search(text, line_start(text, figures[0].start), end):
        still = _STILL.match(text, figures[-1].end, end) if len(figures) == 1 else None
        return [*figures, Token("number", *still.span("still"), number=Number(0))] if still is not None else figures
    wide = WIDE.search(text, line_start(text, figures[0].start), figures[0].start)
    marks = _MARK.finditer(text, wide.start() if wide else figures[0].start, end)
    free = [m for m in marks if not any(t.start < m.end() and m.start() < t.end for t in figures)]
    cells = [Token("number", *m.span(), number=Number(0) if m[0].startswith(_NO_CHANGE) else None) for m in free]
    return sorted([*figures, *cells], key=lambda t: t.start)


def line_start(text: str, place: int) -> int:
    """Where the line of a place begins."""
    return text.rfind("\n", 0, place) + 1


def line_end(text: str, start: int) -> int:
    """Where the line of a place ends."""
    end = text.find("\n", start)
    return end if end >= 0 else len(text)


def heading_of_run(text: str, lines: Sequence[Line], first: int, rows_at: set[int]) -> list[int]:
    """The places of the lines above all rows that stand together with the first of a block."""
    while first and first - 1 in rows_at and "\n\n" not in text[lines[first - 1][0] : lines[first][0]]:
        first -= 1
    return [place for place in range(max(first - _HEADING, 0), first) if place not in rows_at]
