"""Binds time expressions to frames: when each statement holds, and since when a move is measured."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from signals.extract.resolve import Draft
from signals.extract.tokens import Token
from signals.records import CalendarEntry, Driver, Item, Observation

try:
    from signals.extract import times as times_module
except ImportError:  # pragma: no cover
    times_module = None  # type: ignore[assignment]

_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
_FALLBACK = __import__("re").compile(
    rf"\d{{1,2}}:\d\d(?: ?[ap]\.?m\.?)?(?: (?:GMT|EDT|EST|ET|BST|AEST))?|\d{{4}} ?GMT|\d{{1,2}} ?[ap]\.?m\b\.?|(?:last |previous |late )?{_DAY}(?:'s close|'s)?"
    rf"|\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|(?:late |early )?(?:{_MONTH} )?\b(?:19|20)\d\d\b(?![.,]\d)|(?:on|for|this|last) (?:the )?(?:day|week|month|year)|today|yesterday"
)


class Timing:
    """The time expressions of one item."""

    def __init__(self, item: Item) -> None:
        self.item = item
        self.times: list[Any] = times_module.find_times(item.text) if times_module else list(_FALLBACK.finditer(item.text))

    def tokens(self) -> list[Token]:
        """A token for each expression."""
        return [Token("time", t.start if times_module else t.start(), t.end if times_module else t.end(), t) for t in self.times]

    def of(self, draft: Draft, instrument: Any) -> tuple[str | None, str | None, tuple[int, int] | None]:
        """When a draft holds (reduced ISO 8601 text), the basis of its move, and the characters that say when."""
        if times_module is None:
            day = self.item.published_at or self.item.received_at
            return (day.date().isoformat() if day else None), "prev_close", None
        expression, basis = None, None
        for token in draft.frame.times:
            stated = times_module.basis_of(token.value)
            basis = basis or stated
            if stated is None:
                expression = expression or token
        at = times_module.resolve(
            expression.value if expression else None, item=self.item, instrument=instrument, level_kind=draft.kind
        )
        return at, basis or "prev_close", (expression.start, expression.end) if expression else None

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
