"""What the move of a statement is measured from: the close before, news, a period, an earlier level of the report."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from signals.extract.meaning.closes import HAD_CLOSED, LINE
from signals.extract.meaning.draft import Draft
from signals.extract.meaning.reviews import basis_of_review, period_of_review
from signals.extract.meaning.steps import sums_steps
from signals.extract.text.lines import is_headline
from signals.extract.text.months import MONTH
from signals.extract.times import Resolver, Statement, TimeExpression, before_news, when
from signals.records import Basis

_RUNNING: dict[str, Basis] = {"week": "wtd", "month": "mtd", "quarter": "qtd", "year": "ytd"}
_PERIOD_NEAR = 60  # characters before a move in which its period may stand
_IN_SESSION = re.compile(r"\b(?:regular|clos\w*|(?:end|finish|settl)(?:ed|ing)|(?:before|at|by) the bell|during the day)\b")
_AFTER_CLOSE = re.compile(r"\s*After (?:the|Wall Street['’]s) (?:market )?close\b")
_EARLIER = re.compile(r"\s*(?:Earlier|(?:In|During) (?:the )?(?:regular|normal|day's)\b)")
_ENDED = re.compile(
    r"\b(?:end(?:s|ed)?|close[sd]?|finish(?:es|ed)?|caps?|capped|wraps? up|concludes?|rounds? off)(?: out)?(?: the| its)? "
    rf"(?:(?P<week>week)|(?P<month>month|{MONTH})|(?P<quarter>quarter|[1-4]Q|Q[1-4])|(?P<year>year|(?:19|20)\d\d|['’]\d\d))\b"
    r"(?P<behind>.{0,30}?)\Z",
    re.IGNORECASE,
)
_AGAINST = 20  # characters of "compared with an "
_COMPARED = re.compile(
    r"\b(?:compared (?:with|to)|versus|vs\.?|against|(?:out|under)performing|outpacing|beating|trailing|lagging)"
    r" (?:an? |the )?$"
)
_SAME_PERIOD = re.compile(r" (?:over|in|during) (?:the same|that) (?:period|time|span|stretch|interval)\b")
_DEBUT = re.compile(
    r"\b(?:[Oo]n|[Ii]n|[Mm]akes|[Aa]fter|'s|’s|stock|share|market|trading|Wall Street|Nasdaq|NYSE|ASX|JSE|LSE|bourse) "
    r"(?:its |their |an? |the )?(?:(?:[\w-]+ )?debut\b(?! of)|first day\b)|\b(?:first day of trad(?:ing|e)|goes public)\b"
    r"|\b(?:first|trading) day\b.*\bIPO\b"
)
_PERIODS: dict[Basis, str] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}
_PERIOD_HEADS = re.compile(
    r"\s*(?:[Ff]or|[Oo]ver|[Ii]n) the (?P<period>week|month|quarter|year)(?: gone by| just ended| as a whole| overall)?,? "
)
_SPANS = ("week", "month", "quarter", "year", "wtd", "mtd", "qtd", "ytd")
_TENSE = re.compile(r"\b(?:is|are|was|were|has|have|had)\b")
_JOINED = re.compile(r"(?:[^.;:\d]|\b(?:19|20)\d\d\b){0,40}(?:\band|\bwhile|\bwhereas|\bbut|,)[^.;:\d]{0,30}")
_OF_RATES = ("since", "ytd", "year", "qtd")
_NO_DAY = {"commodity": 10, "precious metal": 10, "index": 10, "currency": 5, "fx": 5}  # percent that hardly a day brings
_LATE = ("after hours", "late")  # parts of a day behind the close
_NOWHERE = -2  # the line of none


def _heads_a_list(text: str, late: TimeExpression) -> bool:
    """Whether the line of an expression ends with a colon, and a list follows."""
    end = text.find("\n", late.end)
    return end > 0 and text[late.end : end].rstrip().endswith(":")


class Bases:
    """What the moves of one item are measured from, read in text order."""

    def __init__(self, text: str, times: Sequence[TimeExpression], resolver: Resolver) -> None:
        self._text = text
        self._resolver = resolver
        headline = max(text.find("\n"), 0)
        self._late = any(t.part == "after hours" and t.start < headline for t in times)  # tells of extended trading
        self._reviews = period_of_review(text[:headline])
        self._late_line = _NOWHERE
        self._late_lists = [t.end for t in times if t.part in _LATE and _heads_a_list(text, t)]  # "Movers in late trading:"
        self._debut = _DEBUT.search(text, 0, headline) is not None  # and whose, the first share that the report tells of
        self._new: str | None = None
        self._last: Draft | None = None
        self._head, self._head_end = "", -1  # the period that heads a sentence, and where its paragraph ends
        self._told: tuple[int, set[Basis]] = -1, set()  # those of the sentence that is read

    def all_from_the_day_before(self, sentence: int) -> bool:
        """Whether every move of the sentence that is read is measured from the close before."""
        return self._told == (sentence, {"prev_close"})

    def all_of_the_day(self, sentence: int) -> bool:
        """Whether every move of the sentence that is read is one on news, or one within the day."""
        return self._told[0] == sentence and bool(self._told[1]) and self._told[1] <= {"announcement", "intraday"}

    def of(self, draft: Draft, said: Statement, instrument: Any) -> Basis:
        """What the move of a draft is measured from."""
        frame = draft.frame
        told: Basis | None = frame.basis or ("ytd" if frame.year_end else said.basis)  # type: ignore[assignment]
        if self._after_the_bell(draft, told, instrument):
            told, draft.kind = "announcement", "last" if draft.kind == "close" else draft.kind
        if draft.mention.instrument_class == "policy rate" and not self._of_rates(told, draft):
            told = "since" if sums_steps(self._text, draft) else None  # "in May it cut the rate": from what it was before
        headed = self._headed(draft)
        basis = (
            told
            or self._shared_basis(draft)
            or headed
            or self._of_review(draft)
            or self._of_reviewed(draft)
            or self._since_earlier(draft, said.at, instrument)
        )
        basis = "since" if basis == "prev_close" and self._is_new(draft) else basis
        basis = _RUNNING.get(str(basis), basis) if frame.running else self._ended_period(draft) or basis
        if draft.move is not None:
            self._note_basis(draft, basis)
        return basis

    def _is_new(self, draft: Draft) -> bool:
        """ "Quirkco up 38% on debut", in a headline: the share that the report is about has no close before."""
        if not self._debut or draft.mention.instrument_class != "share":
            return False
        self._new = self._new or draft.instrument
        return draft.instrument == self._new

    def _of_rates(self, told: Basis | None, draft: Draft) -> bool:
        """Whether a policy rate may have moved from there: not "by 75 points from Thursday", the day from which it holds."""
        said = self._text[draft.frame.sentence : draft.frame.end + _PERIOD_NEAR]
        return told in _OF_RATES and (told != "since" or "since" in said.lower())

    def _ended_period(self, draft: Draft) -> Basis | None:
        """ "Gold ends week 3% poorer", "closes out 2013 with a 28% loss": the period whose end a headline tells."""
        token = draft.move_token or draft.frame.direction
        if draft.move is None or token is None or not is_headline(self._text):
            return None
        ended = _ENDED.search(self._text, max(token.start - _PERIOD_NEAR, 0), token.start)
        if ended is None or ";" in ended["behind"] or "," in ended["behind"]:
            return None
        return next(basis for basis, told in _PERIODS.items() if ended[told])

    def _after_the_bell(self, draft: Draft, told: Basis | None, instrument: Any) -> bool:
        """Whether a share of an American report on extended trading moved there: up to the first index, or in the line of
        another that did, and where its clause does not speak of the session.
        """
        start = draft.frame.start
        line = self._text.rfind("\n", max(start - LINE, 0), start)
        while self._late_lists and self._late_lists[0] < start:
            self._late = self._late_lists.pop(0) > 0
        if draft.mention.instrument_class == "index":
            self._late, self._late_line = False, _NOWHERE
        if told == "announcement" and any(t.part == "after hours" for t in self._resolver.scope.told(start)):
            self._late_line = line
        closed = _AFTER_CLOSE.match(self._text, draft.frame.sentence)
        late = self._late or line == self._late_line or closed is not None
        if told is not None or draft.move is None or not late:
            return False
        if draft.mention.instrument_class != "share" or getattr(instrument, "calendar", None) != "XNYS":
            return False
        if _EARLIER.match(self._text, draft.frame.sentence):
            return False  # "Earlier, Spotify had lost 3%"
        number, clauses = self._resolver.scope.clause(draft.figures.first[0])
        begin, end = max(clauses[number].start, closed.end() if closed else 0), clauses[number].end
        if number and clauses[number].joint == "comma" and HAD_CLOSED.search(self._text, clauses[number - 1].start, begin):
            return False  # "had closed at $181.60, down 0.1%"
        return _IN_SESSION.search(self._text, begin, end) is None

    def _shared_basis(self, draft: Draft) -> Basis | None:
        """ "A rose 2.7% on the week and B 3%", "gained 3% this year, compared with a 21% rise in B": a size without a verb of
        its own is measured as those before it.
        """
        sentence, bases = self._told
        size = draft.move_token
        gapped = size is not None and draft.frame.direction is None and not draft.frame.tabular
        if size is not None and not gapped and bases:
            gapped = _COMPARED.search(self._text, max(size.start - _AGAINST, 0), size.start) is not None
            gapped = gapped or _SAME_PERIOD.match(self._text, size.end) is not None
        if size is not None and any(t.start > size.end and t.value.names_day for t in draft.frame.times):
            return None  # "rose 2% last week and another 1% on Monday"
        if sentence != draft.frame.sentence or len(bases) != 1:
            return None
        return next(iter(bases)) if gapped or self._goes_on(draft) else None

    def _headed(self, draft: Draft) -> Basis | None:
        """ "For the week, the Dow lost 0.5%. The Nasdaq gained 1.5%.": an index behind a sentence that a period heads, in the
        same paragraph.
        """
        start = draft.frame.sentence
        if (head := _PERIOD_HEADS.match(self._text, start)) is not None:
            self._head, self._head_end = head["period"], self._text.find("\n", start)
        within = bool(self._head) and (start < self._head_end or self._head_end < 0)
        own = any(t.value.names_day or t.value.hour is not None or t.value.unit for t in draft.frame.times)
        if not within or (own and head is None) or draft.mention.instrument_class != "index":
            self._head = ""
            return None
        alone = draft.move is not None and draft.level is None and not draft.frame.tabular
        return self._head if alone and head is None else None  # type: ignore[return-value]

    def _of_review(self, draft: Draft) -> Basis | None:
        """ "Gold added 18% over the year. Silver was up 15% at $17.85": a size that no day brings, behind a statement
        of the same paragraph on a period.
        """
        last, size = self._last, draft.move_token
        if last is None or size is None or size.number is None or size.number.unit != "percent" or draft.frame.tabular:
            return None
        told = next(iter(self._told[1])) if len(self._told[1]) == 1 else None
        least = _NO_DAY.get(draft.mention.instrument_class)
        if told not in _SPANS or least is None or size.number.value < least or last.instrument == draft.instrument:
            return None
        dated = any(t.value.names_day or t.value.hour is not None for t in draft.frame.times)
        return None if dated or "\n" in self._text[last.frame.end : size.start] else told

    def _of_reviewed(self, draft: Draft) -> Basis | None:
        """ "Palladium climbed 96 percent" under a headline that reviews a year."""
        size = draft.move_token
        if self._reviews is None or size is None or size.number is None or size.number.unit != "percent":
            return None
        dated = any(t.place < size.place + 3 and (t.value.names_day or t.value.hour is not None) for t in draft.frame.times)
        written = self._resolver.written()
        return None if dated else basis_of_review(self._reviews, draft.mention.instrument_class, size.number.value, written)

    def _goes_on(self, draft: Draft) -> bool:
        """ "Gold is up 13% this year and silver is down 3%": of another instrument, in one tense, neither with its price."""
        last, size = self._last, draft.move_token
        if last is None or size is None or draft.level is not None or last.instrument == draft.instrument:
            return False
        if last.level is not None or size.number is None or size.number.unit != "percent" or draft.frame.tabular:
            return False
        between = self._text[last.frame.end : draft.frame.start]
        first, second = (_TENSE.search(self._text, d.frame.start, d.frame.end) for d in (last, draft))
        tense = (first[0] if first else None) == (second[0] if second else None)
        return tense and _JOINED.fullmatch(between) is not None and next(iter(self._told[1])) in _SPANS

    def _note_basis(self, draft: Draft, basis: Basis) -> None:
        sentence, bases = self._told
        self._told = draft.frame.sentence, {*bases, basis} if sentence == draft.frame.sentence else {basis}
        self._last = draft

    def _since_earlier(self, draft: Draft, at: str | None, instrument: Any) -> Basis:
        """What an inferred move is measured from, by the day of the earlier level: "at 13.20, from 14.95 a week ago"."""
        if draft.turned:
            return "intraday"
        if draft.earlier is None or at is None or len(at) < 10 or draft.mention.instrument_class == "policy rate":
            return "prev_close"
        then = when(self._resolver, draft.earlier.figures, instrument=instrument, level_kind="previous").at
        if before_news(self._text, draft.earlier.figures.first[1]):
            return "announcement"
        if then is None or len(then) < 10:
            return "prev_close"
        days = (date.fromisoformat(at[:10]) - date.fromisoformat(then[:10])).days
        same = days == 0 and draft.kind != "fixing"  # of which a day has one
        return "intraday" if same else "week" if days == 7 else "prev_close"
