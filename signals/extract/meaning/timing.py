"""Binds time expressions to statements: when each holds, and since when a move is measured."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

from signals.extract.calendar import calendar_entries
from signals.extract.drivers import drivers
from signals.extract.linking.mentions import LISTED
from signals.extract.meaning.closing import has_ended
from signals.extract.meaning.foreseen import dates_a_forecast
from signals.extract.meaning.resolve import Draft
from signals.extract.meaning.session_before import on_the_session_before
from signals.extract.meaning.steps import stood_until, sums_steps
from signals.extract.text.lines import is_headline
from signals.extract.text.months import MONTH
from signals.extract.text.tokens import Token
from signals.extract.times import (
    Figures,
    Resolver,
    Statement,
    TimeExpression,
    before_news,
    find_times,
    held_before_news,
    stamp_of,
    stamps,
    trading_still,
    when,
)
from signals.extract.times.market_days import settled_before
from signals.extract.times.sessions import evening, session_close
from signals.extract.times.trading_hours import while_trading
from signals.records import Basis, CalendarEntry, Driver, Item, Observation, Span

_RUNNING: dict[str, Basis] = {"week": "wtd", "month": "mtd", "quarter": "qtd", "year": "ytd"}
_ROUNDED, _PERIOD_NEAR = 0.001, 60  # of a close that a headline rounds; characters before a move in which its period may stand
_BY_CLOSE = re.compile(
    r"[^.;:()\n]{0,25}?(?<!than) (?:by|at) the (?:close|finish|closing bell|final bell"
    r"|end of the session)\b(?! (?:of|on)\b)"
    r"|[^.;:,()\n]{0,25}? when (?:the )?(?:trading|dealing|trade|session|markets?|day)"
    r" (?:ended|closed|finished|was over|shut)\b"
)
_REGULAR = re.compile(r"\b(?:clos|end|finish|settl)\w+ (?:(?:the|its|in) )?regular[ -](?:session|trad\w+|hours)\b")
_HAD_CLOSED = re.compile(r"\b(?:had|having) (?:closed|ended|finished)\b")
_IN_SESSION = re.compile(r"\b(?:regular|clos\w*|ended|finished|settled|before the bell|during the day)\b")
_CLOSING = re.compile(r"\b(?:clos|end|settl|finish|bell)", re.IGNORECASE)
_LINE, _NOWHERE, _OPENING = 1000, -2, 300  # characters of a line, the place of none, where a report names its own day
_SOON = re.compile(r"\b(?:moments|minutes?|hours?|seconds|shortly|soon) later\b")
_OFFICIAL = re.compile(
    r"^.*\b(?:central parit(?:y|ies)|fixings?|midpoints?|(?:reference|official)(?: exchange)? rates?)\b.*$",
    re.MULTILINE | re.IGNORECASE,
)
_EVENING = timedelta(hours=18)  # after a close: a report that came later may have been written during the session
_ENDED = re.compile(
    r"\b(?:end(?:s|ed)?|close[sd]?|finish(?:es|ed)?|caps?|capped|wraps? up|concludes?|rounds? off)(?: out)?(?: the| its)? "
    rf"(?:(?P<week>week)|(?P<month>month|{MONTH})|(?P<quarter>quarter|[1-4]Q|Q[1-4])|(?P<year>year|(?:19|20)\d\d|['’]\d\d))\b"
    r"(?P<behind>.{0,30}?)\Z",
    re.IGNORECASE,
)
_PERIODS: dict[Basis, str] = {"week": "week", "month": "month", "quarter": "quarter", "year": "year"}
_OF_RATES = ("since", "ytd", "year", "qtd")


class Timing:
    """The time expressions of one item, and what they say of its statements."""

    def __init__(self, item: Item) -> None:
        self.item = item
        times = find_times(item.text)
        self._stamps = stamps(item.text, times)
        self.times: list[TimeExpression] = [t for t in times if t not in self._stamps] if self._stamps else times
        self._resolver = Resolver(item, self.times, self._stamps)
        headline = max(item.text.find("\n"), 0)
        self._late = any(t.part == "after hours" and t.start < headline for t in self.times)  # tells of extended trading
        self._late_line = _NOWHERE
        self._bases: tuple[int, set[Basis]] = -1, set()  # those of the sentence that is read
        self._closes: dict[tuple[str, str], float] = {}  # the close of each instrument and day

    @property
    def entries(self) -> list[int]:
        """Where the entries of a live report begin."""
        return [t.start for t in self._stamps]

    def tokens(self) -> list[Token]:
        """A token for each expression; what heads an entry of a live blog begins a sentence."""
        heads = [Token("bound", t.start, t.end, "\n", "sentence") for t in self._stamps]
        return [*heads, *(Token("time", t.start, t.end, t) for t in self.times)]

    def of(self, draft: Draft, instrument: Any) -> tuple[str | None, Basis | None, dict[str, Span]]:
        """When a draft holds (reduced ISO 8601 text), the basis of its move, and the characters that say so, under ``time``
        and ``basis``. A level of an earlier day becomes one of kind ``previous``.
        """
        frame = draft.frame
        if frame.year_end and draft.kind == "previous":
            return self._end_of_year(frame.year_end, instrument), None, {}
        figures = _figures(draft)
        if draft.kind == "last" and draft.move is None and self._until(figures):
            draft.kind = "previous"
            return None, None, {}
        self._kind_by_words(draft, figures, instrument)
        said = self._said(draft, figures, instrument)
        basis = self._basis(draft, said, instrument)
        self._date_earlier_level(draft, said, instrument)
        if basis != "announcement":
            self._close_of_session(draft, said, instrument)
        if draft.kind == "previous" and said.at is None and self._bases == (frame.sentence, {"prev_close"}):
            said = replace(said, at=self._resolver.previous_session(instrument))  # "2.3 percent up, from 78.89"
        self._kind_by_day(draft, said, basis, instrument)
        if draft.kind == "fixing" and said.at is not None and said.expression is not None:
            said = replace(said, at=self._ahead(said.at, said.expression, instrument))
        spans: dict[str, Span] = {}
        to_come = said.at is not None and draft.kind != "fixing" and self._is_to_come(said.at, instrument)
        if to_come and draft.level is not None and draft.move is None:
            draft.kind, said = "forecast", replace(said, at=None)  # "the range for tomorrow is 67.50 to 69.50"
        if said.expression is not None:
            spans["time"] = said.expression.start, said.expression.end
        if said.measured is not None and draft.move is not None and not (frame.basis or frame.year_end):
            spans["basis"] = said.measured
        return said.at, basis, spans

    def _end_of_year(self, year: int, instrument: Any) -> str | None:
        """The last day of a year, one below nothing being counted back from that of the report."""
        today = self._resolver.today(instrument)
        if year < 0:
            return f"{int(today[:4]) + year}-12-31" if today is not None else None
        return f"{year}-12-31"

    def _kind_by_day(self, draft: Draft, said: Statement, basis: Basis | None, instrument: Any) -> None:
        """What a level is by the day that it holds for: a close where that day, or the year that a review tells of, is over."""
        if draft.kind == "last" and said.expression is None and self._resolver.reference(instrument).period == "year":
            draft.kind = "close"
        if basis == "prev_close" and self._has_ended(draft, said, instrument):
            draft.kind = "close"
        if draft.frame.fixing and draft.kind == "previous":
            draft.kind = "fixing"

    def _ahead(self, at: str, expression: TimeExpression, instrument: Any) -> str:
        """ "Put the dollar at 448.02 tenge for Thursday", said on Wednesday: a fixing is made for a day to come."""
        made_for = expression.weekday is not None and self.item.text[max(expression.start - 4, 0) : expression.start] == "for "
        today = self._resolver.today(instrument)
        if not made_for or today is None or len(at) != len(today) or at >= today:
            return at
        return (date.fromisoformat(at) + timedelta(days=7)).isoformat()

    def _kind_by_words(self, draft: Draft, figures: Figures, instrument: Any) -> None:
        """ "Had traded at 17.05 before the announcement" is an earlier level; the market is still open for no close."""
        if draft.kind == "last" and draft.move is None and held_before_news(self._resolver.scope, figures):
            draft.kind = "previous"
        if draft.kind == "previous" and (self._ended_regular(figures) or self._closed_before_news(draft, figures, instrument)):
            draft.kind = "close"
        if draft.kind == "last" and self._by_close(draft, figures.first[1]):
            draft.kind = "close"
        if draft.kind == "close" and (
            trading_still(self._resolver, figures, instrument) or self._not_settled(draft, instrument)
        ):
            draft.kind = "last"

    def _not_settled(self, draft: Draft, instrument: Any) -> bool:
        """A future whose clause tells of no close, and whose market had not settled: not by the close of another market."""
        if draft.mention.instrument_class != "commodity" or draft.frame.kind == "close" or _is_dated(draft):
            return False
        known = self._resolver.reference(instrument)
        if known.day is None or settled_before(instrument, known.day, known.latest) is None:
            return False
        start, end = self._resolver.scope.sentence(draft.frame.start)
        return _CLOSING.search(self.item.text, start, end) is None

    def _by_close(self, draft: Draft, end: int) -> bool:
        """ "At 6,246 by the close", "when trading ended": of another market, at its hour, no close of a currency."""
        found = _BY_CLOSE.match(self.item.text, end)
        if found is None or draft.mention.instrument_class in LISTED:
            return found is not None
        behind = self._resolver.scope.within(found.end(), found.end() + 8)
        return not any(t.hour is not None for t in behind)

    def _ended_regular(self, figures: Figures) -> bool:
        """ "Snap had ended the regular session at $22.47": the close of the day after which it moved."""
        start, end = self._resolver.scope.sentence(figures.first[0])
        return _REGULAR.search(self.item.text, max(start, figures.first[0] - 60), min(end, figures.first[1] + 40)) is not None

    def _closed_before_news(self, draft: Draft, figures: Figures, instrument: Any) -> bool:
        """ "Nvidia fell 2.7% in extended trading. The stock had closed at $181.60": the close of that day."""
        if draft.mention.instrument_class != "share" or getattr(instrument, "calendar", None) != "XNYS":
            return False
        place = figures.first[0]
        if any(t.names_day or t.which for t in self._resolver.scope.told(place)):
            return False
        late = any(t.part == "after hours" for t in self._resolver.scope.within(place - _LINE, place))
        return late and _HAD_CLOSED.search(self.item.text, max(place - 40, 0), place) is not None

    def _said(self, draft: Draft, figures: Figures, instrument: Any) -> Statement:
        """When the words say that a draft holds, or the heading of its entry in a live report."""
        start, end = self._resolver.scope.sentence(figures.first[0])
        beyond = [t.value for t in draft.frame.times if not start <= t.start < end] if draft.frame.times else []
        said = when(self._resolver, figures, instrument=instrument, level_kind=draft.kind, beyond=beyond)
        if said.expression is None and (stamp := self._list_head(draft) or self._stamp(draft, figures, instrument)):
            return when(self._resolver, figures, instrument=instrument, level_kind=draft.kind, beyond=stamp)
        head = said.expression
        if head is not None and draft.kind == "last" and dates_a_forecast(self.item.text, draft, figures.first[1], head.start):
            return replace(said, at=self._resolver.today(instrument), expression=None)
        if head is not None and head.hour is not None and not start <= head.start < end and draft.kind in (None, "last"):
            held = while_trading(self._resolver, head, instrument, draft.kind)  # "as of 07:30: S&P 500 -2.7%"
            if held is not None and held.hour is None:
                return when(self._resolver, figures, instrument=instrument, level_kind=draft.kind, beyond=[held])
        return said

    def _basis(self, draft: Draft, said: Statement, instrument: Any) -> Basis:
        """What the move of a draft is measured from."""
        frame = draft.frame
        told: Basis | None = frame.basis or ("ytd" if frame.year_end else said.basis)  # type: ignore[assignment]
        if self._after_the_bell(draft, told, instrument):
            told, draft.kind = "announcement", "last" if draft.kind == "close" else draft.kind
        if draft.mention.instrument_class == "policy rate" and not self._of_rates(told, draft):
            told = "since" if sums_steps(self.item.text, draft) else None  # "in May it cut the rate": from what it was before
        basis = told or self._shared_basis(draft) or self._since_earlier(draft, said.at, instrument)
        basis = _RUNNING.get(str(basis), basis) if frame.running else self._ended_period(draft) or basis
        if draft.move is not None:
            self._note_basis(draft, basis)
        return basis

    def _of_rates(self, told: Basis | None, draft: Draft) -> bool:
        """Whether a policy rate may have moved from there: not "by 75 points from Thursday", the day from which it holds."""
        said = self.item.text[draft.frame.sentence : draft.frame.end + _PERIOD_NEAR]
        return told in _OF_RATES and (told != "since" or "since" in said.lower())

    def _ended_period(self, draft: Draft) -> Basis | None:
        """ "Gold ends week 3% poorer", "closes out 2013 with a 28% loss": the period whose end a headline tells."""
        token = draft.move_token or draft.frame.direction
        if draft.move is None or token is None or not is_headline(self.item.text):
            return None
        ended = _ENDED.search(self.item.text, max(token.start - _PERIOD_NEAR, 0), token.start)
        if ended is None or ";" in ended["behind"] or "," in ended["behind"]:
            return None
        return next(basis for basis, told in _PERIODS.items() if ended[told])

    def _after_the_bell(self, draft: Draft, told: Basis | None, instrument: Any) -> bool:
        """Whether a share of an American report on extended trading moved there: up to the first index, or in the line of
        another that did, and where its clause does not speak of the session.
        """
        start = draft.frame.start
        line = self.item.text.rfind("\n", max(start - _LINE, 0), start)
        if draft.mention.instrument_class == "index":
            self._late = False
        if told == "announcement" and any(t.part == "after hours" for t in self._resolver.scope.told(start)):
            self._late_line = line
        if told is not None or draft.move is None or not (self._late or line == self._late_line):
            return False
        if draft.mention.instrument_class != "share" or getattr(instrument, "calendar", None) != "XNYS":
            return False
        number, clauses = self._resolver.scope.clause(_figures(draft).first[0])
        begin, end = clauses[number].start, clauses[number].end
        if number and clauses[number].joint == "comma" and _HAD_CLOSED.search(self.item.text, clauses[number - 1].start, begin):
            return False  # "had closed at $181.60, down 0.1%"
        return _IN_SESSION.search(self.item.text, begin, end) is None

    def _shared_basis(self, draft: Draft) -> Basis | None:
        """ "A rose 2.7% on the week and B 3%": a size without a verb of its own is measured as those before it."""
        sentence, bases = self._bases
        gapped = draft.move_token is not None and draft.frame.direction is None and not draft.frame.tabular
        return next(iter(bases)) if gapped and sentence == draft.frame.sentence and len(bases) == 1 else None

    def _note_basis(self, draft: Draft, basis: Basis) -> None:
        sentence, bases = self._bases
        self._bases = draft.frame.sentence, {*bases, basis} if sentence == draft.frame.sentence else {basis}

    def _until(self, figures: Figures) -> bool:
        """ "Until Monday a dollar cost 15.6 pounds": a level that holds no longer."""
        number, clauses = self._resolver.scope.clause(start := figures.first[0])
        told = any(t.role == "until" and t.names_day and t.start < start for t in clauses[number].times)
        return told or stood_until(self.item.text, *figures.first)

    def _since_earlier(self, draft: Draft, at: str | None, instrument: Any) -> Basis:
        """What an inferred move is measured from, by the day of the earlier level: "at 13.20, from 14.95 a week ago"."""
        if draft.turned:
            return "intraday"
        if draft.earlier is None or at is None or len(at) < 10 or draft.mention.instrument_class == "policy rate":
            return "prev_close"
        then = when(self._resolver, _figures(draft.earlier), instrument=instrument, level_kind="previous").at
        if before_news(self.item.text, _figures(draft.earlier).first[1]):
            return "announcement"
        if then is None or len(then) < 10:
            return "prev_close"
        days = (date.fromisoformat(at[:10]) - date.fromisoformat(then[:10])).days
        return "intraday" if days == 0 else "week" if days == 7 else "prev_close"

    def _is_to_come(self, at: str, instrument: Any) -> bool:
        """Whether a time lies beyond the day of the market on which the text was written."""
        today = self._resolver.today(instrument)
        return today is not None and at[:10] > today[: len(at[:10])]

    def _list_head(self, draft: Draft) -> list[TimeExpression]:
        """The clock times of the line that announces a list of official rates, "USD 1 = CNY 6.5646", which are fixings."""
        text, subject = self.item.text, draft.subject
        if draft.kind != "last" or subject is None or text[subject.end - 1] != "=":
            return []
        head = next(reversed(list(_OFFICIAL.finditer(text, 0, subject.start))), None)
        if head is None:
            return []
        draft.kind = "fixing"
        return [t for t in self.times if head.start() <= t.start < head.end() and t.hour is not None]

    def _stamp(self, draft: Draft, figures: Figures, instrument: Any) -> list[TimeExpression]:
        """The stamp of a live blog's entry: for what holds then, not for extremes."""
        stamp = stamp_of(self.item.text, figures.first[0], self._stamps) if draft.kind in (None, "last") else None
        held = while_trading(self._resolver, stamp, instrument, draft.kind) if stamp is not None else None
        return [held] if held is not None else []

    def _date_earlier_level(self, draft: Draft, said: Statement, instrument: Any) -> None:
        day, at = self._resolver.reference(instrument).day, said.at
        if draft.kind != "last" or draft.move is not None or at is None or day is None:
            return
        if len(at) > 10 and said.expression is not None and said.expression.names_day:
            named = self._resolver.day(said.expression, instrument)  # "148.92 yen at 5 p.m. on Thursday"
            at = named.isoformat() if named is not None else at
        if len(at) <= 10 and at < day.isoformat()[: len(at)]:
            draft.kind = "previous"

    def _close_of_session(self, draft: Draft, said: Statement, instrument: Any) -> None:
        """A listed level of a day whose session had ended when the report was written is its close, unless the words name
        an hour, a part of the day or the present, or another level has been its close. Long after a session only where the
        text names its day, or its dateline a later one.
        """
        at = said.at
        if draft.mention.instrument_class not in LISTED or at is None or len(at) != 10 or draft.level is None:
            return
        known = self._resolver.reference(instrument)
        first = self._closes.get((draft.instrument, at))
        if draft.kind == "last" and (first is None or abs(first - draft.level) <= _ROUNDED * first):
            named = said.expression is not None and said.expression.names_day
            named = named or (
                known.written is not None and known.written.isoformat() > at and self._names(known.written, known.stated)
            )
            if _is_over(date.fromisoformat(at), known.latest, instrument, named) and not self._during(draft):
                draft.kind = "close"
        if draft.kind == "close" and first is None:
            self._closes[draft.instrument, at] = draft.level

    def _has_ended(self, draft: Draft, said: Statement, instrument: Any) -> bool:
        """Whether a level is where the move of an earlier day led; when a headline was written, nothing tells."""
        waits = draft.kind == "last" and said.at is not None and not is_headline(self.item.text)
        return waits and has_ended(draft, said, self._resolver.reference(instrument))

    def _names(self, written: date, stated: bool) -> bool:
        """Whether the text tells the day on which it was written: by a dateline, or its weekday near the top."""
        return stated or any(t.weekday == written.weekday() for t in self.times[:6] if t.start < _OPENING)

    def _during(self, draft: Draft) -> bool:
        """Whether a level is said to be of an hour, a part of the day, or now."""
        place = draft.level_token.start if draft.level_token is not None else draft.frame.start
        number, clauses = self._resolver.scope.clause(place)
        before = () if draft.frame.tabular else draft.frame.times
        times = [*clauses[number].times, *(t.value for t in before if t.start < place)]
        if any(t.hour is not None or (t.part not in (None, "overnight") and t.which != "last") for t in times):
            return True
        if any(t.unit == "hour" and t.role == "attribute" for t in clauses[number].times):
            return True  # "with an hour left to trade"
        text, start, end = self.item.text, draft.frame.start, draft.frame.end
        return " now " in text[start:end] or _SOON.search(text, clauses[number].start, end) is not None

    def on_the_session_before(
        self, drafts: Sequence[Draft], seen: list[Observation], instrument_of: Callable[[str], Any]
    ) -> list[Observation]:
        """The observations, those of a report on the session before dated to it."""
        return on_the_session_before(drafts, seen, self._resolver, instrument_of)

    def calendar(self) -> tuple[CalendarEntry, ...]:
        """Coming events named in the text."""
        return calendar_entries(self.item, self._resolver)

    def drivers(self, observations: Sequence[Observation]) -> tuple[Driver, ...]:
        """Reasons that the text gives for the observed moves."""
        return drivers(self.item, observations, self._resolver.scope)


def _is_over(day: date, latest: datetime | None, instrument: Any, named: bool) -> bool:
    """Whether a session had ended when the report was written, and not so long ago that it may have been written during it."""
    if latest is None or not instrument.calendar:
        return False
    close = session_close(instrument.calendar, day) or evening(instrument, day)
    return close is not None and close <= latest and (named or latest <= close + _EVENING)


def _is_dated(draft: Draft) -> bool:
    """Whether a time that is not today's, nor a contract's, stands before a draft."""
    return any(t.value.days != 0 and t.value.role != "attribute" for t in draft.frame.times)


def _figures(draft: Draft) -> Figures:
    move = draft.move_token or draft.frame.direction if draft.move is not None else None
    start = draft.frame.start
    return Figures(_span(draft.level_token), (start, start) if draft.level_token is None and move is None else _span(move))


def _span(token: Token | None) -> tuple[int, int] | None:
    return None if token is None else (token.start, token.end)
