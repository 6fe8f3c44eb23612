"""Which levels are closes: by words that end a session, and by the hour at which the report was written."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import Any

from signals.extract.linking.mentions import LISTED
from signals.extract.meaning.closing import has_ended
from signals.extract.meaning.draft import Draft
from signals.extract.text.lines import is_headline
from signals.extract.times import Figures, Resolver, Statement, TimeExpression, held_before_news, trading_still
from signals.extract.times.market_days import settled_before
from signals.extract.times.sessions import evening, session_close

_ROUNDED = 0.001  # of a close that a headline rounds
_BY_CLOSE = re.compile(
    r"[^.;:()\n\d]{0,25}?(?<!than) (?:by|at) the (?:(?:close|finish|end) of (?:trad(?:e|ing)|dealings?|business|the session)"
    r"|(?:close|finish|closing bell|final bell)\b(?! of\b))"
    r"|[^.;:,()\n]{0,25}? when (?:the )?(?:trading|dealing|trade|session|markets?|day)"
    r" (?:ended|closed|finished|was over|shut)\b"
)
HAD_CLOSED = re.compile(r"\b(?:had|having) (?:closed|ended|finished)\b")
_REGULAR = re.compile(r"\b(?:clos|end|finish|settl)\w+ (?:(?:the|its|in) )?regular[ -](?:session|trad\w+|hours)\b")
_CLOSING = re.compile(r"\b(?:clos|end|settl|finish|bell)", re.IGNORECASE)
LINE, _OPENING = 1000, 300  # characters of a line, and of a text in which a report names its own day
# What heads a list of closes, and a line of such a list up to its figure.
_CLOSING_LIST = re.compile(
    r"\b(?:clos(?:e|ing)|settlement|settling|final|finishing)(?: (?:market|futures|commodity))?"
    r" (?:prices|levels|quotes|values|rates)\b"
    r"|\b(?:closed|settled|ended|finished) (?:as follows|like this|thus)\b"
    r"|(?:^|\n)(?:At|By) the (?:close|settlement|bell)\b[^\n]*:"
    r"|(?:^|\n)(?:Settlements?|Closes|Closing|Final)\b[^\n.]{0,40}(?:\n|:)",
    re.IGNORECASE,
)
_LISTED_LINE = re.compile(r"[ \t•*·–-]*[A-Z][^:\n]{1,60}: \Z")
_SOON = re.compile(r"\b(?:moments|minutes?|hours?|seconds|shortly|soon) later\b")
# Headlines of reports on an opening, and of those written during a session.
_MONEY = re.compile(
    r"\b(?:peso|rupee|rupiah|rand|baht|won|ringgit|dollar|yen|euro|pound|sterling|yuan|forint|zloty|naira|shilling|lira|real"
    r"|rou?ble|crown|franc|currency|FX|forex|loonie|kiwi|aussie)\b",
    re.IGNORECASE,
)
_OPENED = re.compile(
    r"[^\n]*(?<! to)(?<! may)(?<! will)(?<! could)(?<! should)(?<! seen) open(?:s|ed)?"
    r" (?:(?:the (?:day|session|week)|[a-z]+day|\w+ly|much|a (?:touch|bit)) )?"
    r"(?:higher|lower|firmer|weaker|softer|stronger|flat|mixed|down|up|steady|strong|weak|little changed|unchanged"
    r"|in (?:the )?(?:red|green|black|positive|negative)|on an? \w+ (?:note|footing)"
    r"|with (?:\w+ )?(?:gains?|loss(?:es)?|falls?|rises?|drops?))\b",
    re.IGNORECASE,
)
_DURING = re.compile(
    r"[^\n]*\b(?:mid-?day|noon|lunch(?:time| break)?|early (?:trade|trading|deals|session)|mid-(?:morning|session))\b",
    re.IGNORECASE,
)
_EVENING = timedelta(hours=18)  # after a close: a report that came later may have been written during the session


class Closes:
    """The closes among the levels of one item, read in text order."""

    def __init__(self, text: str, times: Sequence[TimeExpression], resolver: Resolver) -> None:
        self._text = text
        self._times = times
        self._resolver = resolver
        opened = _OPENED.match(text)
        self._opened = opened is not None and _MONEY.search(opened[0]) is None  # "Peso opens stronger" says nothing of shares
        self._during_session = self._opened or (_DURING.match(text) is not None and not is_headline(text))
        self._lists: list[int] | None = None  # where the heads of lists of closes end
        self._of: dict[tuple[str, str], float] = {}  # the close of each instrument and day

    def by_words(self, draft: Draft, figures: Figures, instrument: Any) -> None:
        """ "Had traded at 17.05 before the announcement" is an earlier level; the market is still open for no close."""
        stood = draft.kind == "last" or (draft.kind == "close" and draft.frame.kind == "last")
        if stood and draft.move is None and held_before_news(self._resolver.scope, figures):
            draft.kind = "previous"
        if draft.kind == "previous" and (self._ended_regular(figures) or self._closed_before_news(draft, figures, instrument)):
            draft.kind = "close"
        if draft.kind == "last" and (self._by_close(draft, figures.first[1]) or self._in_closing_list(draft)):
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
        return _CLOSING.search(self._text, start, end) is None

    def _by_close(self, draft: Draft, end: int) -> bool:
        """ "At 6,246 by the close", "when trading ended": of another market, at its hour, no close of a currency."""
        found = _BY_CLOSE.match(self._text, end)
        if found is None or draft.mention.instrument_class in LISTED:
            return found is not None
        behind = self._resolver.scope.within(found.end(), found.end() + 8)
        return not any(t.hour is not None for t in behind)

    def _in_closing_list(self, draft: Draft) -> bool:
        """ "Closing prices:", and below it "Corn: 6.89, down .15": a line of a list of closes."""
        level = draft.level_token
        if level is None or draft.frame.tabular or self._text.rfind(": ", max(level.start - 4, 0), level.start) < 0:
            return False
        begin = self._text.rfind("\n", 0, level.start) + 1
        if _LISTED_LINE.match(self._text, begin, level.start) is None:
            return False
        if self._lists is None:
            self._lists = [match.end() for match in _CLOSING_LIST.finditer(self._text)]
        head = max((end for end in self._lists if end <= begin), default=None)
        if head is None:
            return False
        return not any(t.hour is not None for t in self._resolver.scope.within(head, level.start))

    def _ended_regular(self, figures: Figures) -> bool:
        """ "Snap had ended the regular session at $22.47": the close of the day after which it moved."""
        start, end = self._resolver.scope.sentence(figures.first[0])
        return _REGULAR.search(self._text, max(start, figures.first[0] - 60), min(end, figures.first[1] + 40)) is not None

    def _closed_before_news(self, draft: Draft, figures: Figures, instrument: Any) -> bool:
        """ "Nvidia fell 2.7% in extended trading. The stock had closed at $181.60": the close of that day."""
        if draft.mention.instrument_class != "share" or getattr(instrument, "calendar", None) != "XNYS":
            return False
        place = figures.first[0]
        number, clauses = self._resolver.scope.clause(place)
        if any(t.names_day or t.which for t in clauses[number].times):
            return False
        late = any(t.part == "after hours" for t in self._resolver.scope.within(place - LINE, place))
        return late and HAD_CLOSED.search(self._text, max(place - 40, 0), place) is not None

    def of_session(self, draft: Draft, said: Statement, instrument: Any) -> None:
        """A listed level of a day whose session had ended when the report was written is its close, unless the words name
        an hour, a part of the day or the present, or another level has been its close. Long after a session only where the
        text names its day, or its dateline a later one.
        """
        at = said.at
        if draft.mention.instrument_class not in LISTED or at is None or len(at) != 10 or draft.level is None or draft.passed:
            return
        known = self._resolver.reference(instrument)
        first = self._of.get((draft.instrument, at))
        if draft.kind == "last" and self._during_session and at == self._resolver.spoken(instrument):
            draft.kind = "open" if self._opened and draft.mention.instrument_class == "index" else "last"
            return
        if draft.kind == "last" and (first is None or abs(first - draft.level) <= _ROUNDED * first):
            named = said.expression is not None and said.expression.names_day
            named = named or (
                known.written is not None and known.written.isoformat() > at and self._names(known.written, known.stated)
            )
            if _is_over(date.fromisoformat(at), known.latest, instrument, named) and not self._during(draft):
                draft.kind = "close"
        if draft.kind == "close" and first is None:
            self._of[draft.instrument, at] = draft.level

    def led_by_earlier_day(self, draft: Draft, said: Statement, instrument: Any) -> bool:
        """Whether a level is where the move of an earlier day led; when a headline was written, nothing tells."""
        if self._during_session and said.at == self._resolver.spoken(instrument):
            return False
        waits = draft.kind == "last" and said.at is not None and not is_headline(self._text)
        return waits and has_ended(draft, said, self._resolver.reference(instrument))

    def _names(self, written: date, stated: bool) -> bool:
        """Whether the text tells the day on which it was written: by a dateline, or its weekday near the top."""
        return stated or any(t.weekday == written.weekday() for t in self._times[:6] if t.start < _OPENING)

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
        text, start, end = self._text, draft.frame.start, draft.frame.end
        return " now " in text[start:end] or _SOON.search(text, clauses[number].start, end) is not None


def _is_over(day: date, latest: datetime | None, instrument: Any, named: bool) -> bool:
    """Whether a session had ended when the report was written, and not so long ago that it may have been written during it."""
    if latest is None or not instrument.calendar:
        return False
    close = session_close(instrument.calendar, day) or evening(instrument, day)
    return close is not None and close <= latest and (named or latest <= close + _EVENING)


def _is_dated(draft: Draft) -> bool:
    """Whether a time that is not today's, nor a contract's, stands before a draft."""
    return any(t.value.days != 0 and t.value.role != "attribute" for t in draft.frame.times)
