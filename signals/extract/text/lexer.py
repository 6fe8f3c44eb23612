"""One pass over the text: automaton hits, then anchored patterns around them, give typed tokens in order.

Kinds: ``instrument`` (value: the alias hit), ``number``, ``direction`` (value: sign), ``state`` (form: level kind),
``prep``, ``copula``, ``modal``,
``technical``, ``other`` (a subject that is no instrument), ``ref`` (a pronoun or definite description), ``bound`` (clause
boundary),
``time``. What looks like a number but is none (clock times, dates, names) is claimed before any number is read.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter

from signals.extract.text.numbers import digit_numbers
from signals.extract.text.spelled import number_words
from signals.extract.text.stops import ends_both
from signals.extract.text.tokens import RATES, Token

# Begins with a set of characters, which the regex engine looks for at the speed of a table.
PUNCTUATION = re.compile(
    r"[,;:()\[\]\n|•–—\"“”!?.*-](?:(?<![.,*-])|(?<=\.)(?=[\s\"”')]|\Z)|(?<=,)(?!(?<=\d,)\d)|(?<=[ \n][*-])(?= ))"
)
_TICKER = re.compile(r"\((?!\d+\.\d+\))(?:[A-Z]{2,8}: ?)?<?[A-Z0-9][A-Z0-9.=^-]{0,10}>?\)")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:vs|No|St|Mr|Mrs|Dr|Inc|Corp|Co|Ltd|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec|Rs|approx|Gov|Sen|Rep|a\.m|p\.m|U\.S|U\.K))$"
)
_WHOLE = frozenset("aefhijkquwyz0123456789%)")  # what no abbreviation ends with
_BREAKS = {
    ".": "sentence",
    "!": "sentence",
    "?": "sentence",
    "\n": "sentence",
    "•": "sentence",
    ";": "clause",
    ":": "colon",
    ",": "comma",
}
_BREAKS |= {
    "(": "open",
    ")": "shut",
    "[": "open",
    "]": "shut",
    "–": "dash",
    "—": "dash",
    "-": "dash",
    "*": "dash",
    "|": "comma",
}


# "The rupee? 85.39 to the dollar": a name with a question mark is a label.
_ASKED = re.compile(r"(?:\A|[.?!\n] ?)(?:(?:And|But|What about|How about) )?(?:(?:[Tt]he|[Mm]y|[Oo]ur) )?[\w&-]+\Z")
# "TBILISI, July 10 - The euro": the comma of a dateline, whatever the place, parts no clauses.
_DATELINE = re.compile(
    r"(?:\A|\n)[ \t]*[A-Z][A-Za-z.'’/ -]{2,30}(?:, [A-Z][a-z.]{2,9})?(?P<comma>,)"
    r" (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})\b(?:,? \d{4})?(?: \([A-Z]\w+\))? ?[-–—:.]"
)
_OPENING = 500  # characters in which a dateline stands
_COMMA = re.compile(r",\d{1,2} ?(?:%|per ?cent\b|pct\b)")
_DECIMAL_COMMA = re.compile(r"(?<![\d.,])\d{1,2},\d{1,2} ?(?:%|per ?cent\b|pct\b)")
_DOTTED = re.compile(r"(?<![\d.,])\d{1,3}\.\d{3}(?![\d.,]\d)")

_BOTH_MARKS = re.compile(r"\d\.\d{3},\d")
_COMMA_RUN = re.compile(r"(?<![\d.,])\d{1,3},\d{3}(?![\d.,]\d)(?! (?:points|pontos))")

_WIDEST = 30  # characters between the figures of a row that words part: "1.1435   previous 1.1428"
_RULES = " \t\n\r\v\f|:,*+-–()\u00a0\u202f"
_WAYS = frozenset({"", "up", "down", "off", "plus", "minus", "higher", "lower"})
LONGEST_SENTENCE = 300  # tokens
_LINE = re.compile(r"[^\n]*\S[^\n]*")


class Claims:
    """Character ranges already taken, with the reason; ranges do not overlap and are kept in order."""

    def __init__(self, spans: Iterable[tuple[int, int, str]]) -> None:
        self._spans = sorted(spans)
        self._starts = [span[0] for span in self._spans]

    def reason(self, start: int, end: int) -> str | None:
        """The reason for which any character of [start, end) is taken, or None."""
        place = bisect_right(self._starts, end - 1)
        if place and self._spans[place - 1][1] > start:
            return self._spans[place - 1][2]
        return None


def breaks(text: str) -> list[Token]:
    """Punctuation that ends clauses and sentences. A full stop after an abbreviation ends nothing unless a line ends with
    it, nor does what stands inside a symbol in brackets.
    """
    found: list[Token] = []
    resume = 0
    clocks = ".m" in text
    dateline = _DATELINE.search(text, 0, _OPENING)
    whole = dateline.start("comma") if dateline is not None else -1
    for match in PUNCTUATION.finditer(text):
        start = match.start()
        mark = text[start]
        if start == whole or start < resume or (mark == "." and text[start - 1] not in _WHOLE and _abbreviates(text, start)):
            continue
        if mark == "(" and (ticker := _TICKER.match(text, start)):
            resume = ticker.end()
            continue
        if clocks and text[start - 2 : start] == ".m":
            start += 1  # a clock time takes its own full stop
        form = _BREAKS.get(mark, "quote")
        if mark == "?" and _ASKED.search(text, max(start - 28, 0), start):
            form = "colon"
        found.append(Token("bound", start, start + 1, mark, form))
    return found


def _abbreviates(text: str, stop: int) -> bool:
    """Whether the full stop at ``stop`` belongs to an abbreviation or an initial and does not end its line."""
    near = text[max(stop - 8, 0) : stop]
    word = near[near.rfind(" ") + 1 :]
    plain = len(word) > 1 and word.isalpha() and word.islower() and word not in ("vs", "approx")
    if plain or _ABBREVIATION.search(text, max(stop - 8, 0), stop) is None or text[stop + 1 : stop + 2] == "\n":
        return False
    return not ends_both(text, stop)


def number_tokens(text: str, claims: Claims, word_starts: Iterable[int]) -> list[Token]:
    """Numbers in digits and in words, in order, none overlapping another."""
    spelled = number_words(text, claims.reason, word_starts)
    digits = list(digit_numbers(text, claims.reason))
    if _COMMA.search(text) and _DECIMAL_COMMA.search(text):
        _read_thousands(text, digits)
    return _without_overlaps([*spelled, *digits]) if spelled else digits


def _read_thousands(text: str, numbers: list[Token]) -> None:
    """ "71.394 points" in a text that writes "0,5%": a full stop before three digits parts thousands, a comma then does not."""
    if _DOTTED.search(text) or _BOTH_MARKS.search(text):
        _read_decimals(text, numbers)
    for token in numbers:
        number = token.number
        plain = number is not None and not number.ignored and number.decimals == 3 and number.unit != "percent"
        if plain and number is not None and _DOTTED.search(text, token.start, token.end) and number.value >= 1:
            number.value, number.decimals = round(number.value * 1000, 3), 0


def _read_decimals(text: str, numbers: list[Token]) -> None:
    """ "R$ 6,267" beside "120.771 points": the comma parts decimals also where three digits follow it."""
    for token in numbers:
        number = token.number
        run = _COMMA_RUN.search(text, token.start, token.end) if number is not None and number.value >= 1000 else None
        if run is not None and number is not None and number.decimals == 0:
            number.value, number.decimals = round(number.value / 1000, 3), 3


def _without_overlaps(tokens: list[Token]) -> list[Token]:
    kept: list[Token] = []
    for token in sorted(tokens, key=lambda t: (t.start, -t.end)):
        if not kept or token.start >= kept[-1].end:
            kept.append(token)
    return kept


def merge(groups: Sequence[Sequence[Token]]) -> list[Token]:
    """All tokens in order. Where some overlap those of the earlier groups stay, within a group the first and longest."""
    tokens = [token for group in groups for token in group]
    tokens.sort(key=_START)
    kept: list[Token] = []
    together: list[Token] = []
    ranks: dict[int, int] = {}
    reach = 0
    for token in tokens:
        if token.start >= reach:
            if together:
                kept[-1:] = _settled(together, ranks)
                together = []
            kept.append(token)
            reach = token.end
        else:
            ranks = ranks or _ranks(groups)
            together = together or [kept[-1]]
            together.append(token)
            reach = max(reach, token.end)
    if together:
        kept[-1:] = _settled(together, ranks)
    return kept


def _ranks(groups: Sequence[Sequence[Token]]) -> dict[int, int]:
    """The number of the group of each token, by the token's identity; what is in none of the others is in the largest."""
    largest = max(range(len(groups)), key=lambda rank: len(groups[rank]))
    ranks: defaultdict[int, int] = defaultdict(lambda: largest)
    for rank, group in enumerate(groups):
        if rank != largest:
            ranks.update(dict.fromkeys(map(id, group), rank))
    return ranks


def _settled(together: list[Token], ranks: dict[int, int]) -> list[Token]:
    """Of tokens that overlap one another, or hang together by one that overlaps both, those that stay."""
    kept: list[Token] = []
    for token in sorted(together, key=lambda t: (ranks[id(t)], t.start, -t.end)):
        place = bisect_left(kept, token.start, key=_START)
        before, after = kept[place - 1 : place], kept[place : place + 1]
        if all(t.end <= token.start for t in before) and all(token.end <= t.start for t in after):
            kept.insert(place, token)
    return kept


_START = attrgetter("start")


def longest(tokens: list[Token]) -> list[Token]:
    """Of tokens that overlap the longest, of equals the first given: "Thursday's close" is a time, "started the day" a
    level word.
    """
    kept: list[Token] = []
    start = reach = 0  # of the last one kept
    for token in sorted(tokens, key=_START):
        if token.start >= reach:
            kept.append(token)
        elif token.end - token.start > reach - start:
            kept[-1] = token
        else:
            continue
        start, reach = token.start, token.end
    return kept


def by_sentence(tokens: list[Token]) -> list[tuple[int, list[Token]]]:
    """Tokens cut at the ends of sentences and lines, each group with the offset at which its sentence starts. What runs on for
    longer than any prose is cut as well, so that work stays linear.
    """
    sentences: list[tuple[int, list[Token]]] = []
    start = first = 0
    ends = [place for place, token in enumerate(tokens) if token.form == "sentence" and token.kind == "bound"]
    for place in (*ends, len(tokens)):
        for begin in range(first, place, LONGEST_SENTENCE):
            group = tokens[begin : min(begin + LONGEST_SENTENCE, place)]
            sentences.append((start if begin == first else group[0].start, group))
        if place < len(tokens):
            start, first = tokens[place].end, place + 1
    return sentences


def by_line(text: str, tokens: list[Token]) -> list[tuple[int, list[Token]]]:
    """Tokens line by line, each group with the offset at which its line starts; empty lines are left out."""
    lines: list[tuple[int, list[Token]]] = []
    starts = [token.start for token in tokens]
    place = 0
    for match in _LINE.finditer(text):
        first, place = place, bisect_left(starts, match.end(), place)
        lines.append((match.start(), tokens[first:place]))
    return lines


def may_hold_rows(text: str, tokens: Sequence[Token]) -> bool:
    """Whether two numbers anywhere stand beside each other as in a table, with blanks and rules between or a wide blank, or
    two names and their prices in cells of their own.
    """
    before = named = None
    alone = 0  # names with a price in a cell of its own
    for token in tokens:
        if token.kind == "number":
            gap = text[before.end : token.start] if before is not None else "."
            if gap.strip(_RULES) in _WAYS or ("  " in gap and len(gap) < _WIDEST and "\n" not in gap):
                return True
            before = token
            alone += named is not None and (named.form in RATES or _in_cell(text, named.end, token))
            named = None
        elif token.kind == "instrument":
            named = token
    return alone > 1


def _in_cell(text: str, start: int, figure: Token) -> bool:
    """Whether a figure stands in a cell of its own behind a name, or alone behind it on its line."""
    gap = text[start : figure.start]
    if text[figure.end : figure.end + 1] in ("", "\n") and len(gap) < _WIDEST and gap.strip(_RULES) in _WAYS:
        return True
    return "\n" not in gap and ("  " in gap or "\t" in gap or "|" in gap)


def in_text_order(tokens: list[Token], more: list[Token]) -> list[Token]:
    """Two lists of tokens as one."""
    return sorted([*tokens, *more], key=_START) if more else tokens
