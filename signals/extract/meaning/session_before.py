"""Statements without a time of their own in a report on the session before: a morning note on the night's closes.

| text, written before the market settles                          | the day of   | counter-example                          |
|------------------------------------------------------------------|--------------|------------------------------------------|
| "Gold settled at $1,388 and silver closed at $15.43. Copper rose | copper: the  | "Copper rose 0.9 percent to $5,976 by    |
| 0.9 percent to $5,976."                                          | day before   | 0348 GMT."                               |
| "Brent settled at $40.73, and WTI fell $2.32 to $37.65."         | WTI: as well | "and WTI is at $37.65 this morning"      |
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from signals.extract.linking.mentions import LISTED
from signals.extract.meaning.draft import Draft
from signals.extract.times import Resolver
from signals.extract.times.market_days import has_opened, settled_before
from signals.records import Observation

_GOODS, _MONEY = ("commodity", "precious metal"), ("fx", "currency")
_STOCKS = "stocks"
_EARLIER = "previous"  # a kind that goes with a close of its own sentence alone
_KINDS = (None, "last", "close", "high", "low", _EARLIER)
_CLOSES = 2  # that make a report one on the session before
_PRESENT = re.compile(
    r"\b(?:now|currently|is|are|isn[’']t|aren[’']t|it[’']s|stands?|trad(?:es|ing|ed)|sits?|remains?|has|have|so far"
    r"|earl(?:y|ier)|today|opened|opens|live|indicated|quoted|bid|last seen|Asian|morning|point(?:s|ed|ing)? to)\b",
    re.IGNORECASE,
)


_DATELINE = re.compile(r" (?:\([A-Z][A-Za-z]+\) )?(?:--?|–|—) ")  # behind "SHANGHAI, Oct 8"


class Row(NamedTuple):
    """An observation with the instrument's facts, the day of its market when the text was written, and its session before."""

    draft: Draft
    seen: Observation
    today: str
    before: str | None
    family: str


def on_the_session_before(
    drafts: Sequence[Draft], seen: list[Observation], resolver: Resolver, instrument_of: Callable[[str], Any]
) -> list[Observation]:
    """The observations, those without a time moved to the session before where the report is one on that."""
    if len(seen) < _CLOSES or not any(o.level_kind == "close" for o in seen):
        return seen
    rows = [row for pair in zip(drafts, seen, strict=True) if (row := _row(*pair, resolver, instrument_of)) is not None]
    untold = [row for row in rows if _is_untold(row, resolver)]
    moved = {id(row.seen): _moved(row) for row in untold if _follows(row, rows, resolver.scope.text)}
    return [moved.get(id(o), o) for o in seen] if moved else seen


def _row(draft: Draft, seen: Observation, resolver: Resolver, instrument_of: Callable[[str], Any]) -> Row | None:
    facts = instrument_of(draft.instrument)
    known = resolver.reference(facts)
    if facts is None or seen.at is None or known.today is None:
        return None
    today = known.today
    wakes = known.day != today or facts.instrument_class == "index future" or has_opened(facts, known.latest)
    before = None if wakes else settled_before(facts, today, known.latest)
    return Row(draft, seen, today.isoformat(), before.isoformat() if before else None, _family(facts.instrument_class))


def _family(kind: str) -> str:
    groups = {"goods": _GOODS, "money": _MONEY, _STOCKS: LISTED}
    return next((name for name, kinds in groups.items() if kind in kinds), kind)


def _is_untold(row: Row, resolver: Resolver) -> bool:
    """Whether a statement has no time of its own, nor words of the present, on a market that has not settled yet."""
    seen = row.seen
    if row.before is None or seen.at != row.today or _is_told(row, resolver.scope.text) or seen.level_kind not in _KINDS:
        return False
    number, clauses = resolver.scope.clause(seen.start)
    return _PRESENT.search(resolver.scope.text, clauses[number].start, max(clauses[number].end, seen.end)) is None


def _is_told(row: Row, text: str) -> bool:
    """Whether words of its own, no dateline, tell when a statement holds."""
    span = row.seen.spans.get("time")
    return span is not None and not (row.draft.frame.tabular and _DATELINE.match(text, span[1]))


def _present(rows: Sequence[Row], today: str, text: str) -> set[str]:
    """The families of which a report tells something of today by words of their own, or because their market had opened."""
    told = (row for row in rows if row.family == _STOCKS or _is_told(row, text))
    return {row.family for row in told if (row.seen.at or "")[:10] == today}


def _follows(row: Row, rows: Sequence[Row], text: str) -> bool:
    """Whether closes of the session before make a statement one of that session: one in its sentence, or two anywhere."""
    closes = [c for c in rows if c.seen.at == row.before and _is_close(c)]
    if row.seen.level_kind == _EARLIER:
        return any(c.draft.frame.sentence == row.draft.frame.sentence and not _is_told(c, text) for c in closes)
    beside = [c for c in closes if c.draft.frame.sentence == row.draft.frame.sentence and c.family == row.family]
    if row.seen.level_kind == "last":
        beside = [c for c in beside if c.seen.instrument != row.seen.instrument]  # "after closing at $5.70, it rose to $5.90"
    if beside:
        return True
    return len(closes) >= _CLOSES and not _present(rows, row.today, text) & {row.family, _STOCKS}


def _is_close(row: Row) -> bool:
    """Whether a statement tells a close, or a day's move of a market of sessions."""
    day_only = row.family == _STOCKS and row.seen.level_kind is None and "time" not in row.seen.spans
    return row.seen.level_kind == "close" or (day_only and row.seen.move is not None and row.seen.move.basis == "prev_close")


def _moved(row: Row) -> Observation:
    """The observation on the session before: where words led a future is its close, "Brent -45 cents to $56" says no more."""
    said, level = row.draft.frame.direction, row.draft.level_token
    led = row.draft.frame.tabular or (said is not None and level is not None and said.start < level.start)
    settles = led and row.seen.level_kind == "last" and row.draft.mention.instrument_class == "commodity"
    return replace(row.seen, at=row.before, level_kind="close" if settles else row.seen.level_kind)
