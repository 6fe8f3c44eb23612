"""Binds time expressions to statements: when each holds, and since when a move is measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from signals.extract.plain_times import Calendar, PlainTime, basis_in, find_times
from signals.extract.frames import Frame
from signals.extract.resolve import Draft
from signals.extract.tokens import Token
from signals.records import Basis, CalendarEntry, Driver, Item, Observation

BASIS_REACH = 60  # characters after a move in which its basis may stand


class Timing:
    """The time expressions of one item."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.times: list[PlainTime] = find_times(item.text)
        self._calendars: dict[str | None, Calendar] = {}

    def tokens(self) -> list[Token]:
        """A token for each expression."""
        return [Token("time", t.start, t.end, t) for t in self.times]

    def of(self, draft: Draft, instrument: Any) -> tuple[str | None, Basis | None, tuple[int, int] | None]:
        """When a draft holds (reduced ISO 8601 text), the basis of its move, and the characters that say when.

        Sets the kind of a level of an earlier day to ``previous``.
        """
        if draft.kind == "forecast":
            return None, None, None
        zone = getattr(instrument, "timezone", None)
        if zone not in self._calendars:
            self._calendars[zone] = Calendar(self.item, self.times, zone)
        calendar = self._calendars[zone]
        basis = self._basis(draft, calendar) if draft.move is not None else None
        token = _nearest(draft)
        at = calendar.at(token.value if token else None, draft.kind == "previous" and token is None)
        if basis in ("week", "month", "wtd", "mtd", "ytd", "since") and at is not None and len(at) < 11 and draft.level is None:
            at = self._end_of(basis, draft, calendar, at)
        if draft.kind == "last" and at is not None and len(at) == 10 and at < calendar.day.isoformat() and draft.move is None:
            draft.kind = "previous"
        return at, basis, (token.start, token.end) if token else None

    def _end_of(self, basis: Basis, draft: Draft, calendar: Calendar, at: str) -> str:
        """A move over a period is known at its end: last week's at last Friday, else the report's day."""
        token = draft.move_token or draft.frame.direction
        near = self.item.text[max(token.start - 60, 0) : token.end + 40].lower() if token else ""
        if basis == "week" and ("last week" in near or "previous week" in near):
            return calendar.last_friday().isoformat()
        return at if basis == "month" and len(at) == 7 else calendar.day.isoformat()

    def _basis(self, draft: Draft, calendar: Calendar) -> Basis:
        frame, text = draft.frame, self.item.text
        token = draft.move_token or frame.direction
        if token is None:
            return "prev_close"
        end = max([token.end, *(t.end for t in frame.alternatives)])
        after = text[end : end + BASIS_REACH]
        stop = min((after.find(mark) for mark in (". ", ";", "\n", ", while", ", but", ", and ", " and ") if mark in after), default=len(after))
        lead = text[max(token.start - 2 * BASIS_REACH, 0) : token.start]
        for mark in (". ", "\n", ";", "%", " and "):
            lead = lead.rpartition(mark)[2]
        return basis_in(lead, after[:stop]) or self._referred(frame, end, calendar) or "prev_close"

    def _referred(self, frame: Frame, end: int, calendar: Calendar) -> Basis | None:
        """ "13% higher than on Thursday": measured against a day; the previous session is the previous close."""
        for token in frame.times:
            if token.value.reference and 0 <= token.start - end < 30:
                at = calendar.at(token.value, False) or ""
                if token.value.match["year"]:
                    return "ytd" if at == calendar.day.isoformat() else "since"
                return "prev_close" if at >= calendar.session_before().isoformat() else "since"
            if token.value.match["year"] and 0 <= token.start - end < 25:
                return "ytd" if len(calendar.at(token.value, False) or "") == 10 else "year"
        return None

    def calendar(self) -> tuple[CalendarEntry, ...]:
        """Coming events named in the text."""
        try:
            from signals.extract.calendar import calendar_entries
        except ImportError:
            return ()
        return calendar_entries(self.item, self.times)

    def drivers(self, observations: Sequence[Observation]) -> tuple[Driver, ...]:
        """Reasons that the text gives for the observed moves."""
        try:
            from signals.extract.drivers import drivers
        except ImportError:
            return ()
        return drivers(self.item, tuple(observations))


def _nearest(draft: Draft) -> Token | None:
    """The time expression that says when: a clock time before a day, the closest first; a reference only for an earlier level."""
    anchor = draft.level_token or draft.move_token or draft.frame.direction
    times = [t for t in draft.frame.times if draft.kind == "previous" or not t.value.reference or t.value.match["month"] and _of_level(draft, t)]
    if anchor is None or not times:
        return None
    return min(times, key=lambda t: (not _clock_rank(t, draft), min(abs(t.start - anchor.end), abs(anchor.start - t.end))))


def _of_level(draft: Draft, token: Token) -> bool:
    """ "Last December's peak of $2,290.50": a possessive month dates an extreme."""
    return draft.kind in ("high", "low") and token.value.match.group().endswith("s")


def _clock_rank(token: Token, draft: Draft) -> bool:
    return bool(token.value.match["clock"]) and draft.kind != "previous"
