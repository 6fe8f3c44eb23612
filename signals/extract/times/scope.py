"""Sentences and clauses of a text, and the time expressions that a clause owns or borrows.

A statement is dated by its own clause; where that is silent, by a clause before it in the sentence ("In London on Monday A
fell and B rose"), and by one after it that a bare "and" joins ("A was at 5 and B at 6 at 1504 GMT"). What a subordinate
clause tells ("after touching 4.25 on Thursday") dates nothing but itself.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Literal

from signals.extract.text.stops import ends_both
from signals.extract.text.words import figures
from signals.extract.times.expression import TimeExpression

Joint = Literal["first", "and", "but", "under", "comma", "stop"]
Section = tuple[int, int, TimeExpression]  # where a stretch begins and ends for which a head or a sentence sets the time

_SENTENCE_END = re.compile(r"[.!?\n](?:(?<=\n)|[\"”')]*(?=\s+[\"“'(*•-]*[A-Z0-9]))")
_ABBREVIATION = re.compile(
    r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|St|Mr|Ms|Mrs|Dr|Gov|No|Inc|Corp|Co|Ltd|vs|Rs|approx|a\.m|p\.m)\Z"
)
_AS = (
    r"as(?<!high as)(?<!low as)(?<!weak as)(?<!strong as)(?<!little as)(?<!cheap as)(?<!dear as)"
    r"(?<!much as)(?<!many as)(?<!far as)(?<!well as)(?<!long as)(?<!recently as)(?<!late as)"
    r"(?! (?:much|many|far|long|high|low|weak|strong|little|cheap|dear|well|of|at|against|recently|late)\b)"
)
_UNDER = f"even as|{_AS}|after|before|because|since|which|who|whose|when|where|having|following|although|though|that|with"
_SIDE = "and|or|but|while|whereas|then|only to|yet"
# Begins with a set of characters, which the regex engine looks for at the speed of a table.
_JOINT = re.compile(
    r"[,;:\s](?=[\s–—-]|a[flns]|o[nr]|b[eu]|wh|th|ye|ev|fo)(?:(?:(?<=[,;:])|(?<=\s)(?P<dash>--|[–—-]))"
    rf"\s+(?P<word>(?:{_SIDE}|{_UNDER})\b)?"
    rf"|(?<=\s)(?P<bare>and|or|but|while|whereas|then|only to|yet|even as|{_AS}"
    r"|after|before|because|(?<! at )which|who|when|where|although|though|following"
    r"|that(?= (?:had|has|have|is|was|were|will|would|came|fell|rose|cost|bought|went|stood|[a-z]{3,}ed)\b))(?=\s))",
)
_HAPPENED = re.compile(
    r"[\s,]*when (?:[^\d,;:]+ )?(?:was|were|had|took|came|went|began|got|fell|broke|hit|shut|cut|rang|left|[a-z]{2,}ed) "
    r"[^\d,;:]*\Z"
)
_DONE = re.compile(
    r", (?:only |just |first )?(?!(?:just|about|almost|at|not|shortly|right)\b)[a-z]+(?:ed|en|t|ade|eld)"
    r" (?:(?:out|public|late|early|only|just|back) )*(?:(?:on|in) )?(?:the )?"
)  # "the plan, unveiled on Thursday, ...": when that was done
# "After wheat closed at $5.70 on Monday, it jumped": the day of that close alone.
_AFTER_A_CLOSE = re.compile(
    r"\W*(?:(?:A|One|The) (?:day|session) )?[Aa]fter\b[^,\d]*\b(?:clos|end|finish|settl)(?:ed|ing)\b[^,\d]*\d"
)
_WAS = re.compile(r" (?:was|has been|had been|proved|turned|brought|belonged|treated|rewarded|punished|gave|saw|ended)\b")
_HEADS = re.compile(r"\W*(?:(?:[Tt]he|[Ll]ast|[Tt]his) |(?P<so>[Ii]t (?:was|has been) an? (?:\w+ ){1,2}))?")
_MAIN_VERB = re.compile(r" (?:now |today |by then )?(?:was|were|is|are|bought|fetched|cost|costs|fetches|buys)\b")
_LONGEST = 2000  # characters of a sentence
_LISTED = re.compile(r"[\s,]*(?:[A-Z][A-Za-z]{0,2}\.? ?|[A-Z]{0,2}[$€£¥])?\d[\d.,/-]*(?: [a-z]+)? (?:to|per|against) the \w+\W")
_DIGIT = re.compile(r"\d")
_SIZED = re.compile(r"\d ?(?:%|per ?cent|pct|points?|basis)|\d[\d,]*\.\d+(?!\d| ?(?:[mb]illion|bn|mln|crore|lakh))|\d,\d{3}")
_BRACKET = 30  # characters from a time to the end of its brackets
_TOLD = 12  # characters behind a time that make its clause more than a heading
_ARTICLE = re.compile(r"\s(?:the |its )?")
_WHOLE = frozenset("aefhijkquwyz0123456789%)")  # what no abbreviation ends with
_CLAUSE_START = attrgetter("start")


@dataclass(slots=True, eq=False)
class Clause:
    """A stretch of a sentence without an inner joint; ``joint`` is how it hangs on the clause before it."""

    start: int
    end: int
    joint: Joint
    times: tuple[TimeExpression, ...]


class Scope:
    """The sentences of one text with their clauses, cut where they are first asked for."""

    def __init__(self, text: str, times: Sequence[TimeExpression]) -> None:
        self.text = text
        self.times = times
        self._cut: dict[int, list[Clause]] = {}
        self._told: dict[int, Sequence[TimeExpression]] = {}
        self._numbered: dict[int, tuple[int, list[Clause]]] = {}
        self._sentences: list[tuple[int, int]] = []
        self._starts: list[int] = []  # of the sentences
        self._time_starts = [t.start for t in times]
        self._sections: dict[Callable[[Scope], list[Section]], list[Section]] = {}

    def sections(self, find: Callable[[Scope], list[Section]]) -> list[Section]:
        """The stretches of the text that ``find`` gives a time to, in order, looked for where they are first asked for."""
        if find not in self._sections:
            self._sections[find] = find(self)
        return self._sections[find]

    @property
    def sentences(self) -> list[tuple[int, int]]:
        """Start and end of each sentence, in order."""
        if not self._sentences:
            self._sentences = sentences(self.text) or [(0, len(self.text))]
            self._starts = [0, *(start for start, _ in self._sentences[1:])]
        return self._sentences

    def sentence(self, place: int) -> tuple[int, int]:
        """The sentence in which a character stands."""
        found = self._sentences or self.sentences
        return found[bisect_right(self._starts, place) - 1]

    def within(self, start: int, end: int) -> Sequence[TimeExpression]:
        """The expressions that begin between two characters."""
        return self.times[bisect_left(self._time_starts, start) : bisect_left(self._time_starts, end)]

    def told(self, place: int) -> Sequence[TimeExpression]:
        """The expressions of the sentence in which a character stands."""
        if not self.times:
            return ()
        told = self._told.get(place)
        if told is None:
            told = self._told[place] = self.within(*self.sentence(place))
        return told

    def clauses(self, place: int) -> list[Clause]:
        """The clauses of the sentence in which a character stands."""
        start, end = self.sentence(place)
        cut = self._cut.get(start)
        if cut is None:
            cut = self._cut[start] = _clauses(self.text, start, end, self.told(place))
        return cut

    def clause(self, place: int) -> tuple[int, list[Clause]]:
        """The number of the clause in which a character stands, and all clauses of its sentence."""
        numbered = self._numbered.get(place)
        if numbered is None:
            found = self.clauses(place)
            numbered = self._numbered[place] = max(bisect_right(found, place, key=_CLAUSE_START) - 1, 0), found
        return numbered


def sentences(text: str) -> list[tuple[int, int]]:
    """Start and end of the sentences of a text; a full stop after an abbreviation or an initial ends none. One that goes on
    and on is cut, so that what is looked for in a sentence stays near.
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _SENTENCE_END.finditer(text):
        stop = match.start()
        if text[stop] == "." and text[stop - 1 : stop] not in _WHOLE and _abbreviates(text, start, stop):
            continue
        if 0 < stop - start <= _LONGEST:
            found.append((start, stop))
        elif stop > start:
            _cut(found, start, stop)
        start = match.end()
    _cut(found, start, len(text))
    return found


def _cut(found: list[tuple[int, int]], start: int, end: int) -> None:
    found.extend((begin, min(begin + _LONGEST, end)) for begin in range(start, end, _LONGEST))


def _abbreviates(text: str, start: int, stop: int) -> bool:
    """Whether a full stop belongs to an abbreviation or an initial: the word before it is short or begins with a capital."""
    near = text[max(start, stop - 7) : stop]
    word = near[near.rfind(" ") + 1 :]
    if len(word) > 2 and word.isalpha() and word.islower() and word != "approx":
        return False
    return _ABBREVIATION.search(text, max(start, stop - 7), stop) is not None and not ends_both(text, stop)


def _clauses(text: str, start: int, end: int, times: Sequence[TimeExpression]) -> list[Clause]:
    found: list[Clause] = []
    begin = start
    joint: Joint = "under" if times and _AFTER_A_CLOSE.match(text, start, end) else "first"
    for match in _JOINT.finditer(text, start, end):
        stop = match.start()
        if not times or not _belongs_to_time(text, match, times):
            found += _parted(text, _clause(begin, stop, joint, times))
            begin, joint = stop, _joint(match)
    found += _parted(text, _clause(begin, end, joint, times))
    return found


def _parted(text: str, clause: Clause) -> list[Clause]:
    """ "Dollars [that had gone for 79 centimes on Monday] were changing hands at 85.9": a relative clause without a comma ends
    before the verb of what it describes, and its time with it.
    """
    if clause.joint != "under" or not clause.times or not text.startswith(" that ", clause.start):
        return [clause]
    verb = _MAIN_VERB.match(text, clause.times[0].end, clause.end)
    if verb is None:
        return [clause]
    return [
        _clause(clause.start, verb.start(), "under", clause.times),
        _clause(verb.start(), clause.end, "stop", clause.times),
    ]


def _belongs_to_time(text: str, match: re.Match[str], times: Sequence[TimeExpression]) -> bool:
    """Whether a joint stands inside an expression or governs it: "after the close", "before noon", "following Monday"."""
    start, stop = match.span()
    governs = match["bare"] in ("after", "before", "following")
    for time in times:
        if time.start <= start < time.end or (match["bare"] and start < time.start < stop):
            return True
        if governs and stop <= time.start <= stop + 12 and _ARTICLE.fullmatch(text, stop, time.start):
            return True
    return False


def _clause(start: int, end: int, joint: Joint, times: Sequence[TimeExpression]) -> Clause:
    return Clause(start, end, joint, tuple([t for t in times if start <= t.start < end]) if times else ())


def _joint(match: re.Match[str]) -> Joint:
    word = (match["word"] or match["bare"] or "").lower()
    if word in ("and", "or"):
        return "and" if match["bare"] else "but"
    if word in ("but", "while", "whereas", "then", "only to", "yet"):
        return "but"
    if word:
        return "under"
    return "comma" if match.group()[0] == "," else "stop"


def _happened_at(text: str, clause: Clause) -> TimeExpression | None:
    """ "Last changed hands at $80,000, when the halt took effect at 08.15": the hour of what had happened meanwhile."""
    hour = next((t for t in clause.times if t.hour is not None and t.role == "at"), None)
    return hour if hour is not None and _HAPPENED.match(text, clause.start, hour.start) is not None else None


def lent_before(text: str, clauses: Sequence[Clause], place: int) -> Iterator[TimeExpression]:
    """Expressions that the clauses before one lend to it, the nearest clause first. An aside lends its day or its clock,
    and a month or year where it says nothing else.
    """
    for number in range(place - 1, -1, -1):
        clause = clauses[number]
        if not clause.times or clause.joint == "under":
            continue
        aside = clause.joint == "comma"
        if aside and clauses[place].joint in ("comma", "stop") and _DIGIT.search(text, clause.start, clause.times[0].start):
            continue  # "its cousin, off as far as $0.7134 on Thursday, was at $0.7180"
        for time in reversed(clause.times):
            if _bracketed(text, clause, time, clauses[place].start):
                continue  # "10-year 4.28% (+5bp yesterday), Bund 2.71%", "$3,312 (Monday: $3,301) and silver"
            if not (time.names_day or time.hour is not None) and dates_other(text, clauses, number, place, time):
                continue  # "sales fell 24% in September; the stock rose 0.4%"
            if not aside or (_lends(clause, time) and _DONE.fullmatch(text, clause.start, time.start) is None):
                yield time


def _bracketed(text: str, clause: Clause, time: TimeExpression, place: int) -> bool:
    """Whether a time stands in brackets with a figure of its own, which are shut before a place."""
    opened = text.rfind("(", clause.start, time.start)
    if opened < 0 or text.find(")", opened, time.start) >= 0:
        return False
    shut = text.find(")", time.end, time.end + _BRACKET)
    if not 0 < shut <= place or text.find("(", time.end, shut) >= 0:
        return False
    return _DIGIT.search(text, opened, time.start) is not None or _DIGIT.search(text, time.end, shut) is not None


def dates_other(text: str, clauses: Sequence[Clause], number: int, place: int, time: TimeExpression) -> bool:
    """Whether a month or a period stands behind a figure of the economy or of a company, or in a clause that tells of no size
    and that a semicolon parts: "in July it agreed to buy Quirkco for $14 billion; shares of Quirkco fell 5%".
    """
    clause = clauses[number]
    said = text[clause.start : time.start].lower()
    if _DIGIT.search(said) is not None and figures().search(said) is not None:
        return True
    parted = any(between.joint == "stop" for between in clauses[number + 1 : place + 1])
    parted = parted and clause.end - time.end > _TOLD and not _is_topic(text, clause, time)  # not "This week: gold rose 2%"
    return parted and _SIZED.search(text, clause.start, clause.end) is None


def _is_topic(text: str, clause: Clause, time: TimeExpression) -> bool:
    """ "April was kind to both: gold added 8%": a period that is the subject of what a colon sums up."""
    heads = _HEADS.fullmatch(text, clause.start, time.start) if text.startswith(":", clause.end) else None
    return heads is not None and (heads["so"] is not None or _WAS.match(text, time.end) is not None)


def _lends(clause: Clause, time: TimeExpression) -> bool:
    if _of_a_close(time):
        return False
    alone = (time.start - clause.start) + (clause.end - time.end) < 6
    return time.names_day or time.hour is not None or alone


def _of_a_close(time: TimeExpression) -> bool:
    """ "It opened at 18,116, the day before's close, and rose": what the level beside it is, and no time of anything."""
    return time.session == "close" and time.names_day and time.hour is None


_WAS_THEN = re.compile(r", (?:was|were|had been|having been|last night|yesterday) (?:at )?[^\s\d]{0,4}\d")
_EXTREME_THEN = re.compile(r" (?:highs?|lows?|peak|trough|range|best|worst|top|bottom)(?: of| was| at| so far)? [^\s\d]{0,4}\d")
_LEVEL_THEN = re.compile(r", [^\s\d]{0,4}\d[\d,]*\.\d+ (?:on |late )?")
_RESTATED = re.compile(r", or (?:about |around |roughly )?(?:[A-Z]{0,3}[$€£¥₹]|[A-Z]{2,3} ?)?\d")


def _of_its_own_level(text: str, clause: Clause) -> bool:
    """ ", was 1.1755 last night", ", overnight low 1.1211": whether the time of an aside is that of a level in it."""
    time = clause.times[0]
    if _WAS_THEN.match(text, clause.start) or _EXTREME_THEN.match(text, time.end):
        return True
    return _LEVEL_THEN.fullmatch(text, clause.start, time.start) is not None


def lent_after(text: str, clauses: Sequence[Clause], place: int) -> Iterator[TimeExpression]:
    """Expressions that the clauses after one lend to it: those that a bare "and" joins, and those that an aside begins
    with.
    """
    for clause in clauses[place + 1 :]:
        if clause.joint == "and":
            yield from clause.times
        elif clause.joint == "under" and (hour := _happened_at(text, clause)) is not None:
            yield hour
            return
        elif clause.joint == "comma" and not clause.times and _LISTED.match(text, clause.start) is not None:
            continue  # "at R12.28 to the dollar, R15.02 to the euro and R17.21 to the pound at 5.40pm"
        elif clause.joint == "but" and not clause.times and _RESTATED.match(text, clause.start) is not None:
            continue  # "to 35.25 euros per megawatt hour, or $12.09/mmbtu, by 0904 GMT"
        elif clause.joint != "comma" or (not clause.times and _DIGIT.search(text, clause.start, clause.end)):
            return
        elif clause.times and _of_its_own_level(text, clause):
            return  # "EURUSD 1.1720, was 1.1755 last night"
        elif clause.times and clause.times[0].start - clause.start < 14 and not _of_a_close(clause.times[0]):
            yield from clause.times[:1]
