"""Binds time expressions to statements: when each holds, and what it is for that."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from signals.clock import print_instant
from signals.extract.calendar import calendar_entries
from signals.extract.drivers import drivers
from signals.extract.meaning.bases import Bases
from signals.extract.meaning.closes import Closes
from signals.extract.meaning.draft import Draft
from signals.extract.meaning.foreseen import dates_a_forecast
from signals.extract.meaning.session_before import on_the_session_before
from signals.extract.meaning.steps import stood_until
from signals.extract.tables.matures import without_maturities
from signals.extract.text.tokens import Token
from signals.extract.times import (
    Figures,
    Resolver,
    Statement,
    TimeExpression,
    find_times,
    stamp_of,
    stamps,
    when,
)
from signals.extract.times.trading_hours import while_trading
from signals.records import Basis, CalendarEntry, Driver, Item, Observation, Span

_OFFICIAL = re.compile(
    r"^.*\b(?:central parit(?:y|ies)|fixings?|midpoints?|(?:reference|official)(?: exchange)? rates?)\b.*$",
    re.MULTILINE | re.IGNORECASE,
)
_EXTREMES = ("high", "low")
_PERFECT = re.compile(r"\b(?:has|have)(?: just| now)? [a-z]+|['’](?:s|ve) just ")
_SOON = 7  # days from today for which a fixing may be made
_BEHIND = 20  # characters behind a level in which it may say for when it is


class Timing:
    """The time expressions of one item, and what they say of its statements."""

    def __init__(self, item: Item) -> None:
        self.item = item
        times = without_maturities(item.text, find_times(item.text))
        self._stamps = stamps(item.text, times)
        self.times: list[TimeExpression] = [t for t in times if t not in self._stamps] if self._stamps else times
        self._resolver = Resolver(item, self.times, self._stamps)
        self.written = self._resolver.written
        self._bases = Bases(item.text, self.times, self._resolver)
        self._closes = Closes(item.text, self.times, self._resolver)

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
        figures = draft.figures
        if draft.kind == "last" and draft.move is None and self._until(figures):
            draft.kind = "previous"
            return None, None, {}
        self._closes.by_words(draft, figures, instrument)
        said = self._said(draft, figures, instrument)
        basis = self._bases.of(draft, said, instrument)
        self._date_earlier_level(draft, said, instrument)
        if basis != "announcement":
            self._closes.of_session(draft, said, instrument)
        before = frame.fixing or self._bases.all_from_the_day_before(frame.sentence)
        made_for = frame.made_for.value if frame.made_for is not None else None
        named = said.expression is not None and (said.expression.weekday is not None or said.expression.day is not None)
        of_next = frame.fixing and made_for is not None and (said.expression is made_for or not named)
        if draft.kind == "previous" and (of_next or (said.at is None and before)):
            said = replace(said, at=self._fixed_before(draft, instrument), expression=None)  # "2.3 percent up, from 78.89"
        if draft.kind == "previous" and said.at is None and self._bases.all_of_the_day(frame.sentence):
            said = replace(said, at=self._resolver.spoken(instrument))  # "within minutes of the vote, from $1.2950 to $1.2755"
        self._kind_by_day(draft, said, basis, instrument)
        if draft.kind == "fixing" and said.at is not None and said.expression is not None:
            said = replace(said, at=self._ahead(said.at, said.expression, made_for, instrument))
        spans: dict[str, Span] = {}
        to_come = said.at is not None and draft.kind != "fixing" and self._is_to_come(said.at, instrument)
        to_come = to_come or self._by_then(draft)
        if to_come and draft.level is not None and draft.move is None:
            draft.kind, said = "forecast", replace(said, at=None)  # "the range for tomorrow is 67.50 to 69.50"
        if said.expression is not None:
            spans["time"] = said.expression.start, said.expression.end
        if said.measured is not None and draft.move is not None and not (frame.basis or frame.year_end):
            spans["basis"] = said.measured
        return said.at, basis, spans

    def _fixed_before(self, draft: Draft, instrument: Any) -> str | None:
        """The day of the fixing before one: today, where that is made for a day to come."""
        today, made_for = self._resolver.today(instrument), draft.frame.made_for
        day = self._resolver.day(made_for.value, instrument) if made_for is not None else None
        if day is None or made_for is None or today is None:
            return self._resolver.previous_session(instrument)
        ahead = self._ahead(day.isoformat(), made_for.value, made_for.value, instrument) > today
        return today if ahead else self._resolver.previous_session(instrument)

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
        if basis == "prev_close" and self._closes.led_by_earlier_day(draft, said, instrument):
            draft.kind = "close"
        if draft.frame.fixing and draft.kind == "previous":
            draft.kind = "fixing"

    def _ahead(self, at: str, expression: TimeExpression, made_for: TimeExpression | None, instrument: Any) -> str:
        """ "Put the dollar at 448.02 tenge for Thursday", said on Wednesday: a fixing is made for a day to come."""
        today = self._resolver.today(instrument)
        to_come = expression is made_for or self.item.text.endswith("for ", 0, expression.start)
        if today is None or len(at) != len(today) or at >= today or not to_come:
            return at
        if expression.weekday is not None:
            return (date.fromisoformat(at) + timedelta(days=7)).isoformat()
        turned = f"{int(at[:4]) + 1}{at[4:]}"  # "for July 7", said on July 4
        soon = date.fromisoformat(today) + timedelta(days=_SOON)
        return turned if turned <= soon.isoformat() else at

    def _said(self, draft: Draft, figures: Figures, instrument: Any) -> Statement:
        """When the words say that a draft holds, or the heading of its entry in a live report."""
        start, end = self._resolver.scope.sentence(figures.first[0])
        beyond = [t.value for t in draft.frame.times if not start <= t.start < end] if draft.frame.times else []
        said = when(self._resolver, figures, instrument=instrument, level_kind=draft.kind, beyond=beyond)
        undated = said.expression is None or (said.expression.kind == "relative day" and said.expression.days == 0)
        if undated and (stamp := self._list_head(draft) or self._stamp(draft, figures, instrument)):
            return when(self._resolver, figures, instrument=instrument, level_kind=draft.kind, beyond=stamp)
        head = said.expression
        if head is not None and draft.kind == "last" and dates_a_forecast(self.item.text, draft, figures.first[1], head.start):
            return replace(said, at=self._resolver.today(instrument), expression=None)
        if head is not None and head.hour is not None and not start <= head.start < end and draft.kind in (None, "last"):
            held = while_trading(self._resolver, head, instrument, draft.kind)  # "as of 07:30: S&P 500 -2.7%"
            if held is not None and held.hour is None:
                return when(self._resolver, figures, instrument=instrument, level_kind=draft.kind, beyond=[held])
        return said

    def _until(self, figures: Figures) -> bool:
        """ "Until Monday a dollar cost 15.6 pounds": a level that holds no longer."""
        number, clauses = self._resolver.scope.clause(start := figures.first[0])
        told = any(t.role == "until" and t.names_day and t.start < start for t in clauses[number].times)
        return told or stood_until(self.item.text, *figures.first)

    def _is_to_come(self, at: str, instrument: Any) -> bool:
        """Whether a time lies beyond the day of the market on which the text was written."""
        today, latest = self._resolver.today(instrument), print_instant(self._resolver.reference(instrument).latest)
        if latest is not None and len(at) == len(latest) and at <= latest:
            return False  # an hour of the newsroom's next day
        return today is not None and at[:10] > today[: len(at[:10])]

    def _by_then(self, draft: Draft) -> bool:
        """ "Bank of America: gold at $2,400 by mid-2024": a level for a day to come, with no verb that says it was there."""
        subject, level = draft.subject, draft.level_token
        if draft.kind != "last" or subject is None or level is None or self.item.text[subject.end : level.start] != " at ":
            return False
        written = self._resolver.written()
        behind = self._resolver.scope.within(level.end, level.end + _BEHIND)[:1] if written is not None else ()
        return any(
            t.role == "until" and (t.which == "next" or (written is not None and (t.year or 0) > written.year)) for t in behind
        )

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
        """The stamp of a live blog's entry: for what holds then, and for extremes that have just been."""
        of_entry = draft.kind in (None, "last") or (draft.kind in _EXTREMES and self._has_been(draft))
        stamp = stamp_of(self.item.text, figures.first[0], self._stamps) if of_entry else None
        held = while_trading(self._resolver, stamp, instrument, draft.kind) if stamp is not None else None
        return [held] if held is not None else []

    def _has_been(self, draft: Draft) -> bool:
        """ "The peso has hit 20.50", "the index has just been to 98.68": whether an extreme is told in the present perfect."""
        number, clauses = self._resolver.scope.clause(draft.frame.end)
        return _PERFECT.search(self.item.text, clauses[number].start, draft.frame.end) is not None

    def _date_earlier_level(self, draft: Draft, said: Statement, instrument: Any) -> None:
        day, at = self._resolver.reference(instrument).day, said.at
        told = draft.move is not None and draft.earlier is None  # a direction that is not inferred from an earlier level
        if draft.kind != "last" or told or at is None or day is None:
            return
        if len(at) > 10 and said.expression is not None and said.expression.names_day:
            named = self._resolver.day(said.expression, instrument)  # "148.92 yen at 5 p.m. on Thursday"
            at = named.isoformat() if named is not None else at
        if len(at) <= 10 and at < day.isoformat()[: len(at)]:
            draft.kind, draft.move = "previous", None

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
