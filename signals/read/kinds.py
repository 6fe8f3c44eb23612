"""What each line of a page is by itself: a sentence of news, a label, a stamp, a credit, a row of figures, a rule, furniture.

A line that holds a stamp beside a headline or a sentence becomes two. Which label is a headline and which a publisher is told
by the place in the page, in ``segments``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import pairwise

from signals.read.furniture import is_furniture_label, is_furniture_sentence
from signals.read.lines import RULE, Line
from signals.read.stamps import Mark, find_marks


class Kind(Enum):
    """The kinds of lines."""

    PROSE = "prose"
    LABEL = "label"
    STAMP = "stamp"
    CREDIT = "credit"
    ROW = "row"
    RULE = "rule"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Marked:
    """A line with its kind. ``labels`` are the words beside its stamps, cut at the separators; ``whole``: the line stood
    alone, not beside a stamp on the same one."""

    line: Line
    kind: Kind
    marks: tuple[Mark, ...] = ()
    labels: tuple[str, ...] = ()
    whole: bool = True

    @property
    def text(self) -> str:
        """The words of the line."""
        return self.line.text


LABEL_WORDS = 5  # a label beside a stamp has no more words; a headline has
SENTENCE_WORDS = 5
NOTE_WORDS = 8
LONGEST_CREDIT = 300  # characters
LONG_WORDS = 40  # words that need no full stop to be prose
REPEATED = 2
LINKED = 0.9  # share of a sentence's characters in links that make it a reference to another page
MOST_OF_METADATA = 12  # words
LONGEST_ROW = 120  # characters
_SENTENCE_END = re.compile(r"[.!…][\"'”’)\]]*$|[.!?][\"”’']$")
_SHORT_SENTENCE = re.compile(r"^[\"“'‘]?[A-Z][\w'’-]*(?:\s[\w'’%$£€.,-]+){2,}\.[\"”'’]?$")
_QUESTION_END = re.compile(r"\?[\"'”’)]*$")
_PUBLISHES = re.compile(r"^\W*(?:(?:last|first) )?(?:posted|published|updated|written|filed|added|issued)\b", re.IGNORECASE)
_NUMBER = re.compile(r"^#?\d{1,2}[.):]\s+")
_INNER = re.compile(r"[a-z0-9%)\"'”’][.!?][\"'”’)]* +[\"'“‘(]?[A-Z0-9$€£]")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){1,3}$")
_SEPARATORS = re.compile(r"\s*[|·•‧●—–]\s*|\s+[-/]+\s+|^[-/\s]+|[-/\s]+$|\s{2,}|\t|\s*[\[\]()]+\s*")
_WORDLETS = re.compile(
    r"^(?:time|date|on|at|in|last|posted|published|updated?|edited|from|via|the|-|:|;|,|\.)+$", re.IGNORECASE
)
_CREDIT = re.compile(
    r"^\W{0,2}(?:(?:additional |with )?(?:report(?:ing)?|writing|edit(?:ing|ed)|compiled|inputs?|contributions?) (?:by|from)\b"
    r"|with (?:agency |agencies |wire )?(?:inputs?|reporting|contributions?)\b|(?:the )?(?:story|article) (?:was|has been)\b"
    r"|\(?ends?\)?\W*$|\(end\)|disclosure\b|editor'?s note\b)",
    re.IGNORECASE,
)
_CONTRIBUTED = re.compile(r"\bcontributed(?: (?:to this|reporting|to the)\b.{0,30})?\.?$")
_NAMED = r"[A-Z][\w.&'’-]*(?:[ /](?:(?:of|the|and|&) )?[A-Z][\w.&'’-]*){0,4}"
_SIGNED = re.compile(rf"^(?:[-–—]{{1,2}}\s?{_NAMED}|\({_NAMED}\)|/{_NAMED}/|(?:[A-Z]{{2,5}}[ /]?){{1,3}})$")
_BUTTON = r"(?i:read|show|view|see|continue) ?(?i:more|reading|full \w+|all)\W*|(?i:more) ?(?:>>|»|→|…|\.\.\.)|[»→>]+"
_TAIL = re.compile(  # what may stand after the last full stop of a paragraph without being part of it
    rf"(?<=[.!?\"”’'])\s*(\({_NAMED}\)|\([\w.+-]+@[\w.-]+\)|\(END\)|[-–—]{{1,2}}\s?{_NAMED}|/{_NAMED}/"
    rf"|[A-Z]{{2,4}}(?:/[A-Z]{{2,4}})?(?: [A-Z]{{2,4}}){{0,3}}|\[?(?:{_BUTTON})\]?)$"
)
_FIGURE = re.compile(r"[▲▼△▽↑↓(+-]{0,2}[$€£¥₹]?[-+]?\d[\d,.]*(?:%|bps?|p|pts?|k|m|bn)?\)?|[▲▼△▽↑↓–-]")
_BROKEN_FIGURE = re.compile(r"\d[.,]\d|%")


def mark_lines(lines: Iterable[Line]) -> list[Marked]:
    """The lines with their kinds, in order; those with a stamp beside a headline or a sentence as two."""
    return joined(mark_each(list(lines)))


def mark_each(lines: Sequence[Line]) -> list[list[Marked]]:
    """For each line what it is made of: itself, or a stamp and a text."""
    often = _often(lines)
    return [list(_marked(line, line.text in often)) for line in lines]


def joined(parts: Iterable[Iterable[Marked]]) -> list[Marked]:
    """One list of what the lines are made of, with credits told from labels by what they follow."""
    return _credits_in_place([marked for part in parts for marked in part])


def _credits_in_place(lines: list[Marked]) -> list[Marked]:
    """A name signs what stands before it only where that is prose, else it is a label; a few words with a full stop are prose
    only after prose."""
    signing = False
    for number, line in enumerate(lines):
        if line.kind is Kind.LABEL and number and lines[number - 1].kind is Kind.PROSE and _SHORT_SENTENCE.match(line.text):
            line = lines[number] = replace(line, kind=Kind.PROSE)  # noqa: PLW2901
        if line.kind is Kind.CREDIT and _SIGNED.match(line.text) and (not signing or _heads_prose(lines, number)):
            lines[number] = replace(line, kind=Kind.LABEL)
        if line.kind is Kind.PROSE and signing and _is_note(lines, number):
            line = lines[number] = replace(line, kind=Kind.CREDIT)  # noqa: PLW2901
        signing = line.kind is Kind.PROSE or (signing and line.kind in {Kind.CREDIT, Kind.ROW})
    return lines


def _heads_prose(lines: Sequence[Marked], at: int) -> bool:
    """Whether a name stands apart right over prose: then it is a heading."""
    line, after = lines[at], lines[at + 1 : at + 2]
    return line.line.apart and line.text[:1].isalpha() and any(a.kind is Kind.PROSE and not a.line.apart for a in after)


def _is_note(lines: Sequence[Marked], at: int) -> bool:
    """Whether a line closes the prose before it in brackets: how the text came about."""
    text = lines[at].text
    ends = at + 1 == len(lines) or lines[at + 1].kind is not Kind.PROSE
    return ends and text.startswith("(") and text.endswith(")") and text.count("(") == 1 and len(text.split()) >= NOTE_WORDS


def _often(lines: Sequence[Line]) -> set[str]:
    """Sentences that come again after different sentences: notices, not news told twice, whose sentences keep their order."""
    count = Counter(line.text for line in lines)
    before: dict[str, set[str]] = {}
    for previous, line in pairwise(lines):
        if count[line.text] >= REPEATED:
            before.setdefault(line.text, set()).add(previous.text)
    return {
        text
        for text, previous in before.items()
        if len(previous) > 1 and len(text.split()) < LONG_WORDS and all(map(is_sentence, previous))
    }


def _marked(line: Line, often: bool) -> Iterator[Marked]:
    if RULE.fullmatch(line.text) or not any(character.isalnum() for character in line.text):
        yield Marked(line, Kind.RULE)
        return
    marks = tuple(find_marks(line.text))
    if line.row and not (marks and marks[0].start == 0):
        yield Marked(line, Kind.ROW)
    elif line.stamp is not None:
        yield Marked(line, Kind.STAMP, marks, _labels(line.text, marks))
    elif marks:
        yield from _stamped(line, marks)
    else:
        yield from _unstamped(line, often)


def _unstamped(line: Line, often: bool = False) -> Iterator[Marked]:
    tail = _TAIL.search(line.text)
    bare = replace(line, text=line.text[: tail.start()].rstrip()) if tail else line
    kind = kind_of(bare)
    if kind is Kind.PROSE:
        yield Marked(bare, Kind.FURNITURE if often else kind)
        if tail:
            yield Marked(Line(tail[1]), Kind.CREDIT, whole=False)
    else:
        yield Marked(line, kind_of(line) if tail else kind)


def kind_of(line: Line) -> Kind:
    """The kind of a line without stamps."""
    text = line.text
    if line.row:
        return Kind.ROW
    if len(text) < LONGEST_CREDIT and (_CREDIT.match(text) or _CONTRIBUTED.search(text)):
        return Kind.CREDIT
    if is_sentence(text) and not line.heading:
        return Kind.FURNITURE if is_furniture_sentence(text) or line.linked > LINKED else Kind.PROSE
    if is_furniture_label(text):
        return Kind.FURNITURE
    if _SIGNED.match(text):
        return Kind.CREDIT
    return Kind.ROW if len(text) <= LONGEST_ROW and is_row(text) else Kind.LABEL


def is_row(text: str) -> bool:
    """Whether a line is a name and figures: in columns, or with a name of few words and a figure that is no year or count."""
    words = text.replace("|", " ").split()
    figures = 0
    while figures < len(words) and _FIGURE.fullmatch(words[-1 - figures]):
        figures += 1
    name = words[: len(words) - figures]
    if not figures or not 1 <= len(name) <= 6:
        return False
    if figures > 1 or "  " in text or "|" in text or name[-1].endswith(":"):
        return True
    return len(name) <= 3 and _BROKEN_FIGURE.search(words[-1]) is not None


def is_sentence(text: str) -> bool:
    """Whether a line reads as running text: it ends as a sentence does, holds more than one, or is long."""
    text = _NUMBER.sub("", text)
    words = text.split()
    if len(words) >= LONG_WORDS:
        return True
    ended = bool(_SENTENCE_END.search(text)) and not _ABBREVIATION.search(text)
    small = sum(word[:1].islower() for word in words)
    if _INNER.search(text) and len(words) >= 10:
        return True
    if _QUESTION_END.search(text):
        return len(words) >= 20
    return ended and len(words) >= SENTENCE_WORDS and (small >= 2 or len(words) >= 8)


def _stamped(line: Line, marks: tuple[Mark, ...]) -> Iterator[Marked]:
    """A line with marks: metadata, a stamp and a text, or a text that only speaks of a time."""
    text = line.text
    labels = _labels(text, marks)
    rest = _rest(text, marks)
    if is_furniture_label(rest) and rest and not _label_like(labels) and not any(mark.timed for mark in marks):
        yield Marked(line, Kind.FURNITURE)
    elif (_label_like(labels) and _set_off(text, marks)) or _says_when(text, marks):
        yield Marked(line, Kind.STAMP, marks, labels)
    elif (cut := _leading(text, marks)) is not None:
        yield Marked(replace(line, text=text[:cut].strip()), Kind.STAMP, marks[:1])
        yield from (replace(part, whole=False) for part in _unstamped(Line(text[cut:].lstrip(_TRIM), heading=line.heading)))
    elif (cut := _trailing(text, marks)) is not None:
        yield from (replace(part, whole=False) for part in _unstamped(replace(line, text=text[:cut].strip(_TRIM))))
        yield Marked(
            Line(text[cut:].strip(), stamp=None), Kind.STAMP, marks[-1:], _labels(text[cut:], tuple(find_marks(text[cut:])))
        )
    else:
        yield from _unstamped(line)


_TRIM = " \t-–—|·•:,([])"


def _rest(text: str, marks: tuple[Mark, ...]) -> str:
    """The line without its marks."""
    pieces, end = [], 0
    for mark in marks:
        pieces.append(text[end : mark.start])
        end = mark.end
    return "  ".join([*pieces, text[end:]]).strip(_TRIM)


def _labels(text: str, marks: tuple[Mark, ...]) -> tuple[str, ...]:
    """The words beside the marks, cut at the separators of the line."""
    pieces = (piece.strip(" ,:;.-–—") for piece in _SEPARATORS.split(_rest(text, marks)) if piece)
    return tuple(piece for piece in pieces if piece and not _WORDLETS.match(piece))


def _label_like(labels: tuple[str, ...]) -> bool:
    return all(len(label.split()) <= LABEL_WORDS or label.lower().startswith(("by ", "source")) for label in labels)


def _set_off(text: str, marks: tuple[Mark, ...]) -> bool:
    """Whether the marks are set off from the words of the line, or those are names."""
    before, after = text[: marks[0].start], text[marks[-1].end :]
    if all(not side.strip() or _is_border(side, at) for side, at in ((before, -1), (after, 0))):
        return True
    words = _rest(text, marks).split()
    return len(words) <= 4 and all(word[:1].isupper() or not word[:1].isalpha() for word in words)


def _says_when(text: str, marks: tuple[Mark, ...]) -> bool:
    """Whether a line opens with a word of publication or ends a byline: "Posted by Nora at 20:12", "By Nora on 4 July"."""
    if len(text.split()) > MOST_OF_METADATA:
        return False
    signed = text.lower().startswith("by ") and marks[0].start > len("by ") and not text[marks[-1].end :].strip(_TRIM)
    return signed or _PUBLISHES.match(text) is not None


def _is_border(side: str, at: int) -> bool:
    return side.strip()[at] in "|·•‧●—–-/,:([])>»" or (side[at : at + 2 if at == 0 else None].isspace() and "  " in side)


def _leading(text: str, marks: tuple[Mark, ...]) -> int | None:
    """Where the text begins in a line that opens with a stamp."""
    first = marks[0]
    if text[: first.start].strip(_TRIM):
        return None
    after = text[first.end :]
    opened = bool(re.match(r"\s*(?:[-–—|·•:\])]|\s\s)", after))
    return first.end if after.strip(_TRIM) and (opened or (first.timed and after[:1].isspace())) else None


def _trailing(text: str, marks: tuple[Mark, ...]) -> int | None:
    """Where the stamp begins in a line that closes with one."""
    last = marks[-1]
    before = text[: last.start].rstrip()
    if text[last.end :].strip(_TRIM) or not before:
        return None
    border = before[-1] in "|·•—–-([" or bool(_SENTENCE_END.search(before)) or text[last.start - 2 : last.start] == "  "
    return last.start if border or last.aged else None
