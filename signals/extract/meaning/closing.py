"""Levels that are closes because their market had closed: what the report says of an index, of a market or of another future.

| text                                                              | close   | counter-example                       |
|-------------------------------------------------------------------|---------|---------------------------------------|
| "U.S. stocks ended lower. The S&P 500 lost 0.8% to 6,210"         | the S&P | "the FTSE 100 was at 8,801 so far"    |
| "The Sensex closed at 83,432. Infosys rose 1% to 1,620 rupees"    | Infosys | "at 10.15 Infosys was at 1,620"       |
| "Corn settled at $4.37. Wheat rose 8 cents to $5.56"              | wheat   | "in early trade wheat was at $5.56"   |
| "The TSX closed at 27,034. August gold fell $6 to US$3,346"       | gold    | "the loonie traded for 73.5 cents US" |
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from signals.extract.linking.mentions import LISTED
from signals.extract.meaning.draft import Draft
from signals.extract.meaning.endings import endings
from signals.extract.text.months import MONTH, SHORT_MONTH
from signals.extract.text.tokens import Token
from signals.extract.times.events import names
from signals.extract.times.reference import Reference
from signals.extract.times.statement import Statement

PITS = (
    ("CORN", "WHEAT", "SOYBEANS", "SOYMEAL", "SOYOIL", "OATS", "ROUGHRICE"),
    ("WTI", "HEATOIL", "GASOLINE", "NATGAS"),
    ("CATTLE", "FEEDERCATTLE", "HOGS"),
)  # futures that settle together
_OILS = ("WTI", "BRENT", "HEATOIL", "GASOLINE")
_PIECES = {"oils": _OILS, "grains": PITS[0]}
_PIT_OF = {instrument: pit for pit in PITS for instrument in pit}
_FUTURES = ("commodity", "precious metal")
_AMERICAN = ("US", "CA")
_OPEN_STILL = re.compile(
    r"\b(?:so far|a (?:little|short|few) (?:while|time|minutes) ago|minutes ago|at last check|last seen|as (?:we|i) write|now"
    r"|(?:was|were|is|are) trading|early|opened|this morning)\b"
)
_MONTH_OF = re.compile(rf"\b(?:{MONTH}|(?:{SHORT_MONTH})\.?)(?:['’ ]\d\d(?:\d\d)?)? (?:[a-z]+ ){{0,2}}\Z")
_FOR_MONTH = re.compile(rf"(?:(?: futures| crude| contracts?)? for|[.,]? [Tt]he) (?:{MONTH}|(?:{SHORT_MONTH})\\b)")
_MONTHS = tuple(SHORT_MONTH.split("|"))
_AT_THE_BELL = re.compile(
    r"\s*(?:At|By|And at|But by) (?:the )?(?:close|(?:closing |final )?bell|end of (?:the )?(?:day|session|trading(?: day)?))\b"
)
_BEFORE = 30  # characters before a name in which the month of its contract stands
_EUROPE = "EU"
_DAY_LONG = len("2025-07-04")
_NEVER_ENDING = ("policy rate", "crypto")


class Closed(NamedTuple):
    """Where a report says that markets had closed, those of which countries, and whether of bonds."""

    place: int
    countries: frozenset[str]
    bonds: bool


def close_behind_the_bell(text: str, drafts: Sequence[Draft]) -> None:
    """ "By the close the ten-year yield was up 11 basis points at 4.596 percent": what a sentence tells that begins so."""
    for draft in drafts:
        ends = draft.kind == "last" and draft.level is not None and draft.mention.instrument_class not in _NEVER_ENDING
        if ends and _AT_THE_BELL.match(text, draft.frame.sentence) and not any(t.value.hour for t in draft.frame.times):
            draft.kind = "close"


def close_with_the_market(
    text: str, drafts: Sequence[Draft], entries: Sequence[int], instrument_of: Callable[[str], Any]
) -> None:
    """After a report has given an index's close, its other index levels and share prices are closes too, unless they
    carry a clock time; so are those of the country whose market it says has ended the day. ``entries`` are where those of a
    live report begin, each of an hour of its own.
    """
    closes: dict[int, int] = {}
    for draft in drafts:
        if draft.kind == "close" and draft.mention.instrument_class in LISTED:
            closes.setdefault(bisect_right(entries, draft.frame.start), draft.frame.start)
    _pass_before_close(drafts)
    waiting = [d for d in drafts if _may_be_close(d)]
    listed = [d for d in waiting if d.mention.instrument_class in LISTED]
    for draft in listed if closes else ():
        if draft.frame.start > closes.get(bisect_right(entries, draft.frame.start), draft.frame.start):
            draft.kind = "close"
    waiting = [d for d in waiting if d.kind == "last"] if not entries else []
    told = list(_told(text, waiting, instrument_of)) if waiting else []
    for draft in waiting if told else ():
        if any(_is_told(t, draft, instrument_of) for t in told):
            draft.kind = "last" if _is_open_still(text, draft) else "close"


def _is_told(told: Closed, draft: Draft, instrument_of: Callable[[str], Any]) -> bool:
    """Whether a level stands behind the statement that its market had closed."""
    return told.bonds == _is_bond(draft) and draft.frame.start > told.place and _country(draft, instrument_of) in told.countries


def _is_bond(draft: Draft) -> bool:
    return draft.mention.instrument_class == "bond yield"


def _pass_before_close(drafts: Sequence[Draft]) -> None:
    """ "Traded at one cent before closing at $41.09": marks the levels of which their sentence tells the close as well."""
    ends = {(d.instrument, d.frame.sentence): d.frame.start for d in drafts if d.kind == "close" and not d.frame.tabular}
    for draft in drafts:
        draft.passed = draft.frame.start < ends.get((draft.instrument, draft.frame.sentence), -1)


def _may_be_close(draft: Draft) -> bool:
    if draft.kind != "last" or draft.passed or not (draft.mention.instrument_class in LISTED or _is_bond(draft)):
        return False
    return not any(t.value.hour is not None or _of_a_part(t, draft) for t in draft.frame.times)


def _told(text: str, waiting: Sequence[Draft], instrument_of: Callable[[str], Any]) -> Iterator[Closed]:
    """The statements that a market had ended the day: of the countries named in it, else of the first index behind it."""
    for ending in endings(text):
        if ending.kind not in ("stocks", "bonds"):
            continue
        bonds = ending.kind == "bonds"
        countries = {n.country for n in names(text, ending.start, ending.end) if n.country}
        if "Europe" in text[ending.start : ending.end]:
            countries.add(_EUROPE)
        if not countries:
            first = next((d for d in waiting if d.frame.start > ending.end and _is_bond(d) == bonds), None)
            country = _country(first, instrument_of) if first is not None else None
            countries = {country} if country else set()
        yield Closed(ending.end, frozenset(countries), bonds)


def _country(draft: Draft, instrument_of: Callable[[str], Any]) -> str | None:
    facts = instrument_of(draft.instrument)
    return facts.country if facts is not None else None


def _is_open_still(text: str, draft: Draft) -> bool:
    return _OPEN_STILL.search(text, draft.frame.start, draft.frame.end + _BEFORE) is not None


def _of_a_part(time: Token, draft: Draft) -> bool:
    """ "In premarket trade": not what a table has above it, "Evening report"."""
    return time.value.part not in (None, "overnight") and not draft.frame.tabular


def has_ended(draft: Draft, said: Statement, known: Reference) -> bool:
    """ "Slid 3.5% on Friday to $1,585.69", told on Saturday: where the move of a day gone by led is where it ended."""
    today, at = known.written or known.today, said.at or ""
    if draft.level_token is None or draft.move_token is None or today is None:
        return False
    if len(at) != _DAY_LONG or at >= today.isoformat() or _never_ends(draft):
        return False
    led = draft.frame.direction is not None and draft.frame.direction.form == "verb"
    times = [t.value for t in draft.frame.times if t.start >= draft.frame.sentence]
    if not times and said.expression is not None and said.expression.start >= draft.frame.sentence:
        times = [said.expression]  # "Brent fell 2% to $68 on Thursday and gold 1% to $3,326"
    named = any(t.names_day or t.which == "last" for t in times)
    return led and named and all(t.hour is None and t.edge is None and (t.part is None or t.which == "last") for t in times)


def _never_ends(draft: Draft) -> bool:
    """Whether an instrument has no close: a rate that is set, a coin, ore whose price is assessed."""
    return draft.mention.instrument_class in _NEVER_ENDING or draft.instrument == "IRONORE"


def settle_with_the_pit(
    text: str, drafts: Sequence[Draft], entries: Sequence[int], instrument_of: Callable[[str], Any]
) -> None:
    """After a report has given the close of one of an exchange's futures, or said that its market settled, the levels of the
    others there are closes too; after the close of an American index or of another future those of futures called by their
    month. An entry of a live report tells of its own hour alone.
    """
    settled: set[str] = set()
    ended: set[str] = set()
    stocks = False
    waiting: list[Draft] = []
    entry = 0
    for draft in drafts:
        if entries and entry != (entry := bisect_right(entries, draft.frame.start)):
            settled, ended, stocks = set(), set(), False
        if draft.kind == "close" and draft.level is not None:
            settled.update(other for other in _PIT_OF.get(draft.instrument, ()) if other != draft.instrument)
            american = draft.mention.instrument_class == "index" and _country(draft, instrument_of) in _AMERICAN
            stocks = stocks or american
            ended.update({draft.instrument} if american or draft.mention.instrument_class in _FUTURES else ())
        elif _may_have_settled(draft):
            by_month = (ended - {draft.instrument} and _is_contract(text, draft)) or (stocks and _of_a_month(text, draft))
            draft.kind = "close" if draft.instrument in settled or by_month else draft.kind
            waiting += [draft] if draft.kind == "last" else []
    if waiting and not entries:
        _settle_with_the_market(text, waiting)


def _settle_with_the_market(text: str, drafts: Sequence[Draft]) -> None:
    """ "Oil prices settled lower on Thursday": the levels of that day which follow are closes."""
    for ending in endings(text):
        for draft in drafts:
            ours = draft.instrument in _PIECES.get(ending.kind, ()) and draft.frame.start > ending.end
            if ours and all(t.value.weekday in (None, ending.day) for t in draft.frame.times):
                draft.kind = "close"


def _may_have_settled(draft: Draft) -> bool:
    if draft.kind != "last" or draft.level is None or draft.mention.instrument_class not in _FUTURES:
        return False
    return not any(_of_hours(t) for t in draft.frame.times)


def _of_hours(time: Token) -> bool:
    return time.value.hour is not None or time.value.part not in (None, "overnight")


def _is_contract(text: str, draft: Draft) -> bool:
    """ "The August crude oil contract", "September copper": whether a future is called by its month."""
    if draft.subject is None:
        return False
    name, near = draft.subject, text[max(draft.subject.start - _BEFORE, 0) : draft.subject.start]
    return text.startswith(_MONTHS, name.start) or (any(m in near for m in _MONTHS) and _MONTH_OF.search(near) is not None)


def _of_a_month(text: str, draft: Draft) -> bool:
    """ "West Texas crude for March", "gold. The June contract": whether the month of a future is told behind its name."""
    return draft.subject is not None and _FOR_MONTH.match(text, draft.subject.end) is not None
