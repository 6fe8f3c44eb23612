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
from signals.extract.meaning.resolve import Draft
from signals.extract.text.months import MONTH, SHORT_MONTH
from signals.extract.text.tokens import Token
from signals.extract.times.events import names
from signals.extract.times.vocabulary import DAYS

PITS = (("CORN", "WHEAT", "SOYBEANS"), ("WTI", "HEATOIL", "GASOLINE", "NATGAS"))  # futures that settle together
_OILS = ("WTI", "BRENT", "HEATOIL", "GASOLINE")
_PIT_OF = {instrument: pit for pit in PITS for instrument in pit}
_FUTURES = ("commodity", "precious metal")
_ENDING = ("index", *_FUTURES)
_BETWEEN = (
    r"(?: (?!(?:was|were|is|are|be|been|remain|if|when|after|before|as|since|which|that|having|had|rose|fell|rise|fall|to|will"
    r"|would|futures)\b)[\w'’-]+){0,3}?"
)
_SAID = (
    r" (?:ended|ends|closed|closes|finished|finishes|settled|settles)\b(?! (?:at |for |on \w+ for |doors|its doors|[$€£\d]))"
    r"(?=[^.\n]{0,40}?\b(?:higher|lower|up|down|mixed|flat|firmer|weaker|softer|stronger|steady|unchanged|little changed|ahead"
    r"|red|black|green|blue|negative|positive|gains?|loss(?:es)?|record|highs?|lows?|mon|tues|wednes|thurs|fri|day|week)"
    r"|[^.\n]{0,25}\.)"
)
_ENDED = re.compile(
    r"\b(?:stocks|shares|equities|bourses?|markets?|indexes|indices|benchmarks|averages|blue chips|Wall Street|Bay Street"
    rf"|Dalal Street|session|trading)\b{_BETWEEN}{_SAID}",
    re.IGNORECASE,
)
_SETTLED = re.compile(
    rf"\b(?:(?P<oil>oil|crude|oil prices|crude futures|oil futures)|grains?|grain futures|grain prices){_BETWEEN}{_SAID}",
    re.IGNORECASE,
)
_DAY = re.compile(r"[^.\n]{0,40}?\b((?:Mon|Tues|Wednes|Thurs|Fri)day)\b")
_OPEN_STILL = re.compile(
    r"\b(?:so far|a (?:little|short|few) (?:while|time|minutes) ago|minutes ago|at last check|last seen|as (?:we|i) write|now"
    r"|(?:was|were|is|are) trading|early|opened|this morning)\b"
)
_MONTH_OF = re.compile(rf"\b(?:{MONTH}|(?:{SHORT_MONTH})\.?)(?:['’ ]\d\d(?:\d\d)?)? (?:[a-z]+ ){{0,2}}\Z")
_MONTHS = tuple(SHORT_MONTH.split("|"))
_BEFORE = 30  # characters before a name in which the month of its contract stands
_EUROPE = "EU"


class Closed(NamedTuple):
    """Where a report says that markets had closed, and those of which countries."""

    place: int
    countries: frozenset[str]


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
    waiting = [d for d in drafts if _may_be_close(d)]
    for draft in waiting if closes else ():
        if draft.frame.start > closes.get(bisect_right(entries, draft.frame.start), draft.frame.start):
            draft.kind = "close"
    waiting = [d for d in waiting if d.kind == "last"] if not entries else []
    told = list(_told(text, waiting, instrument_of)) if waiting else []
    for draft in waiting if told else ():
        if any(draft.frame.start > t.place and _country(draft, instrument_of) in t.countries for t in told):
            draft.kind = "last" if _is_open_still(text, draft) else "close"


def _may_be_close(draft: Draft) -> bool:
    if draft.kind != "last" or draft.mention.instrument_class not in LISTED:
        return False
    return not any(t.value.hour is not None or _of_a_part(t, draft) for t in draft.frame.times)


def _told(text: str, waiting: Sequence[Draft], instrument_of: Callable[[str], Any]) -> Iterator[Closed]:
    """The statements that a market had ended the day: of the countries named in it, else of the first index behind it."""
    for match in _ENDED.finditer(text):
        start = max(text.rfind(". ", 0, match.start()), text.rfind("\n", 0, match.start()), 0)
        countries = {n.country for n in names(text, start, match.end()) if n.country}
        if "Europe" in text[start : match.end()]:
            countries.add(_EUROPE)
        if not countries:
            first = next((d for d in waiting if d.frame.start > match.end()), None)
            country = _country(first, instrument_of) if first is not None else None
            countries = {country} if country else set()
        yield Closed(match.end(), frozenset(countries))


def _country(draft: Draft, instrument_of: Callable[[str], Any]) -> str | None:
    facts = instrument_of(draft.instrument)
    return facts.country if facts is not None else None


def _is_open_still(text: str, draft: Draft) -> bool:
    return _OPEN_STILL.search(text, draft.frame.start, draft.frame.end + _BEFORE) is not None


def _of_a_part(time: Token, draft: Draft) -> bool:
    """ "In premarket trade": not what a table has above it, "Evening report"."""
    return time.value.part not in (None, "overnight") and not draft.frame.tabular


def settle_with_the_pit(text: str, drafts: Sequence[Draft], entries: Sequence[int]) -> None:
    """After a report has given the close of one of an exchange's futures, or said that its market settled, the levels of the
    others there are closes too; after the close of an index or of another future those of futures called by their month.
    An entry of a live report tells of its own hour alone.
    """
    settled: set[str] = set()
    ended: set[str] = set()
    waiting: list[Draft] = []
    entry = 0
    for draft in drafts:
        if entries and entry != (entry := bisect_right(entries, draft.frame.start)):
            settled, ended = set(), set()
        if draft.kind == "close" and draft.level is not None:
            settled.update(_PIT_OF.get(draft.instrument, ()))
            ended.update({draft.instrument} if draft.mention.instrument_class in _ENDING else ())
        elif _may_have_settled(draft):
            by_month = ended - {draft.instrument} and _is_contract(text, draft)
            draft.kind = "close" if draft.instrument in settled or by_month else draft.kind
            waiting += [draft] if draft.kind == "last" else []
    if waiting and not entries:
        _settle_with_the_market(text, waiting)


def _settle_with_the_market(text: str, drafts: Sequence[Draft]) -> None:
    """ "Oil prices settled lower on Thursday": the levels of that day which follow are closes."""
    for match in _SETTLED.finditer(text):
        day = _DAY.match(text, match.end())
        for draft in drafts:
            ours = draft.instrument in (_OILS if match["oil"] else PITS[0]) and draft.frame.start > match.end()
            if ours and all(
                t.value.weekday is None or (day and DAYS[t.value.weekday] == day[1].lower()) for t in draft.frame.times
            ):
                draft.kind = "close"


def _may_have_settled(draft: Draft) -> bool:
    if draft.kind != "last" or draft.level is None or draft.mention.instrument_class not in _FUTURES:
        return False
    return not any(_of_hours(t) for t in draft.frame.times)


def _of_hours(time: Token) -> bool:
    return time.value.hour is not None or time.value.part not in (None, "overnight")


def _is_contract(text: str, draft: Draft) -> bool:
    """ "The August crude oil contract", "September copper": whether a future is called by its month."""
    if draft.mention.instrument_class not in _FUTURES or draft.subject is None:
        return False
    name, near = draft.subject, text[max(draft.subject.start - _BEFORE, 0) : draft.subject.start]
    return text.startswith(_MONTHS, name.start) or (any(m in near for m in _MONTHS) and _MONTH_OF.search(near) is not None)
