"""The day that a report names as its own near the top, where that is not the day on which it was written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import takewhile

from signals.extract.text.words import nouns_of_direction, vocabulary
from signals.extract.times.expression import TimeExpression
from signals.extract.times.market_days import SUNDAY_OPEN
from signals.extract.times.scope import Scope
from signals.zones import zone_info

OPENING = 700  # characters in which a dateline or the day of the report is looked for
_ASIDE = re.compile(
    r"\b(?:[Hh]aving|had|will|due|is to|are to|expected|scheduled|plans?|awaits?|await|awaiting|ahead|looking|eyes|next"
    r"|(?:add|extend|build|built|mak|made|recover|rebound|snap|bounc|claw|revers|eras|par|wip|undo)(?:s|es|ed|ing|p?ing|p?ed)?"
    r" (?:(?:(?:back|out|up|away|some|part|most|all|half|much|on|to|from|of|for) )+(?=(?:losses|gains) on\b)"
    r"|(?:(?:back|out|up|away|some|part|most|all|half|much|on|to|from|of|for) )*"
    r"(?=(?:the|its|an?|their|(?:losses|gains)(?! on\b)|[A-Z])))"  # "extended gains on Wednesday" tells of that day
    r"|on top of)\b"
)
_WILL = re.compile(r" (?:will|could|should|may|might|is (?:due|set|likely)|promises|brings)\b")
_MOVE_OF = re.compile(
    r"['’]s? (?:[\w.%-]+ ){0,2}(?:gains?|ris(?:e|es)|loss(?:es)?|falls?|drops?|declines?|slump|slide|surge|rally|rout"
    r"|plunge|jump|tumble|sell-?off|rebound|high|low|peak|close|settlement|finish)\b"
)
_AMERICAN = re.compile(
    r"\b(?:Wall Street|New York|U\.?S\.? (?:stocks|shares|markets)|S&P 500|Dow\b|Nasdaq)"
)  # of another session
_SHUT = re.compile(r"\b(?:(?:was|were|is|are|been|be|remain(?:ed|s)?|stayed) (?:shut|closed)|shut (?:on|for)|holiday)\b")
_HAD = re.compile(
    r"\bhad (?:\w+ )?(?:(?!need)[a-z]{2,}(?:ed|en)|been|gone|stood|lost|put|shot|shed|hit|sunk|bought|cost|sold|paid|made)\b"
)
WEEK_ENDED = re.compile(r"\bweek (?:(?:that|which) )?(?:end(?:ed|ing)|to|through)\b[^.\n]{0,12}\Z")
LEAD = 1  # paragraph breaks before which a report names its own day
_CLOSING = re.compile(r"\b(?:settled?|settling|closed|ended|finished)\b")
_CLOSED_FROM, _SETTLED_FROM = 5, 15  # the hours of UTC from which a market closes, and futures are settled, at the earliest
_FRESH = timedelta(hours=3)
_WORD = re.compile(r"[A-Za-z][\w'’-]*")
_THAT = re.compile(r" that (?=(?:it|they|he|she|the|its|an?)\b)")
_RATES = frozenset(("rate", "rates"))
_OF_PRICES = frozenset((("direction", "verb"), ("direction", "adjective"), ("direction", "path"), ("state", "close")))
_FIGURE = re.compile(r"\d ?(?:%|per ?cent\b|cents?\b|points\b|basis)")  # of a move
_PRICE = re.compile(r"(?:\d\.\d|\d,\d{3})[\d,.]*+(?! ?(?:%|per ?cent|million|billion|trillion|bn|mn|m\b))")


def spoken_day(scope: Scope, written: date | None, abroad: bool, over: bool, sure: bool) -> date | None:
    """The day of writing where the opening names it, else the first weekday that it names as the time of what it tells.

    ``abroad`` is whether the report comes from a place whose markets are not New York's, ``over`` whether the day of writing
    was half over by then: an earlier day is then the report's own only where prices moved on it; ``sure`` whether the day of
    writing is that of any place.
    """
    if written is None or (written.weekday() > 4 and _tells_a_week(scope.text)):
        return None
    compared = {t.weekday for t in opening(scope) if t.role in ("comparison", "since")} - {written.weekday()}
    named: date | None = None
    hour = _hour(scope, written)
    for found in opening(scope):
        if _is_day_of_writing(found, written):
            return written
        other = named is None and found.weekday not in (None, written.weekday(), *compared)
        other = other and not (hour is not None and _closes_later(scope, found, hour))
        if other and _dates_report(scope, found, abroad) and (not over or _tells_first(scope, found)):
            named = weekday_before(written, found.weekday or 0)
        elif named is None and found.days == -1 and sure and _tells_of_yesterday(scope, found, abroad):
            named = written - timedelta(days=1)
    return named


def _hour(scope: Scope, written: date) -> int | None:
    """The hour of UTC that an opening tells first, in a zone that it names; None where it tells none before a day."""
    first = next((t for t in opening(scope) if t.role == "at" and (t.hour is not None or t.names_day)), None)
    zone = zone_info(first.zone or first.place or "") if first is not None and first.hour is not None else None
    if first is None or zone is None or first.names_day:
        return None
    return datetime(written.year, written.month, written.day, first.hour or 0, tzinfo=zone).astimezone(UTC).hour


def _closes_later(scope: Scope, found: TimeExpression, hour: int) -> bool:
    """ "Gold was flat by 0405 GMT. Futures settled at $1,942 on Thursday": whether a clause tells of an end that no session of
    the day of a report had reached at that hour: of any market at night, of futures before the afternoon.
    """
    number, clauses = scope.clause(found.start)
    closing = _CLOSING.search(scope.text, clauses[number].start, clauses[number].end)
    return closing is not None and hour < (_SETTLED_FROM if closing[0].startswith("settle") else _CLOSED_FROM)


def _tells_of_yesterday(scope: Scope, found: TimeExpression, abroad: bool) -> bool:
    """ "The peso bounced back yesterday": whether the lead of a morning paper tells of the day before."""
    led = found.part is None and found.hour is None and 0 < scope.text.count("\n", 0, found.start) <= 2 * LEAD
    owned = scope.text.startswith(("'s", "’s"), found.end)
    return led and not owned and _dates_report(scope, found, abroad) and _tells_of_prices(scope, found)


def _is_day_of_writing(found: TimeExpression, written: date) -> bool:
    """ "A record this morning", "the dollar ended this Friday at", "today": no report of a Friday compares with "Friday" but
    itself.
    """
    if found.which == "this" and found.unit is None and found.role == "at":
        return found.part is not None or found.weekday == written.weekday()
    own = found.which is None and (found.days == 0 or found.weekday == written.weekday())
    return own and found.role in ("at", "comparison")


_BRACKETED = re.compile(r"\d \((?:[A-Z]{0,3}[$€£¥]?\d[\d.,]*(?: on)? )?\Z")
_BESIDE = re.compile(r":? ?[A-Z]{0,3}[$€£¥]?\d|\)")


def _dates_report(scope: Scope, found: TimeExpression, abroad: bool) -> bool:
    """Whether a weekday is the time of what a report tells: not of what it compares with, nor one that a subordinate clause or
    a word about the future takes, nor one behind its lead.
    """
    text, start, end = scope.text, found.start, found.end
    if found.which is not None or found.role != "at" or found.session is not None:
        return False
    if _aside(scope, found) or _of_before(scope, found):
        return False
    if abroad and _AMERICAN.search(text, *scope.sentence(start)) is not None:
        return False
    if _WILL.match(text, end) or _MOVE_OF.match(text, end):  # "a mirror image of Tuesday's rise"
        return False
    if _BRACKETED.search(text, max(start - 16, 0), start) and _BESIDE.match(text, end):
        return False  # "399.60 (Thursday 399.90)"
    heads_column = text[max(start - 2, 0) : start].endswith(("  ", "\t", "| "))
    of_week = WEEK_ENDED.search(text, max(start - 40, 0), start) is not None  # "stocks in the week to Friday"
    return not (heads_column or of_week or text.count("\n\n", 0, start) > LEAD)


def _tells_first(scope: Scope, found: TimeExpression) -> bool:
    """Whether the clause of a time is the first of a report to tell of prices: behind figures of the day of writing a weekday
    looks back.
    """
    begin = scope.text.find("\n") + 1
    number, clauses = scope.clause(found.start)
    sentence, clause = max(scope.sentence(found.start)[0], begin), clauses[number].start
    dated = scope.within(sentence, clause)  # "lost 2% last week and was at $36.40 on Monday"
    told = _FIGURE.search(scope.text, begin, sentence if dated else max(clause, begin))
    return told is None and _tells_of_prices(scope, found)


def _tells_of_prices(scope: Scope, found: TimeExpression) -> bool:
    """Whether the clause of a time has a price, a verb or adjective of direction or one of closing, and none of its words is a
    rate that a bank sets: "stocks fell on Thursday", not "its announcement on Thursday", "raised its key rate on Thursday".
    """
    number, clauses = scope.clause(found.start)
    said = _THAT.split(scope.text[clauses[number].start : clauses[number].end])[0]
    low = [word.lower() for word in _WORD.findall(said)]
    if not _RATES.isdisjoint(low):
        return False
    return _PRICE.search(said) is not None or not _OF_PRICES.isdisjoint(map(_form, low, [*low[1:], ""]))


def _form(word: str, following: str) -> tuple[str, str] | None:
    """The kind and form of a word of the grammar that is no noun, with the word behind it where the two are one."""
    found = vocabulary().get(f"{word} {following}") or vocabulary().get(word)
    return None if found is None or word in nouns_of_direction() else (found.kind, found.form)


def _of_before(scope: Scope, found: TimeExpression) -> bool:
    """ "Wall Street was shut on Thursday", "on Thursday it had closed at 82.91": no day that a report tells of."""
    number, clauses = scope.clause(found.start)
    start, end = clauses[number].start, clauses[number].end
    if _SHUT.search(scope.text, start, end) is not None:
        return True
    return _HAD.search(scope.text, start, scope.sentence(found.start)[1]) is not None


def just_now(scope: Scope, written: date | None, latest: datetime | None) -> bool:
    """Whether the opening first tells of an hour, in a zone that it names, right before the text existed: "by 0532 GMT"."""
    first = next((t for t in opening(scope) if t.role == "at" and (t.hour is not None or t.names_day)), None)
    zone = zone_info(first.zone or first.place or "") if first is not None and first.hour is not None else None
    if first is None or zone is None or first.names_day or written is None or latest is None:
        return False
    said = datetime(written.year, written.month, written.day, first.hour or 0, first.minute or 0, tzinfo=zone)
    return timedelta(0) <= latest - said <= _FRESH


def somewhere(scope: Scope, written: date | None, latest: datetime | None) -> date | None:
    """The day of writing, or the next one where the opening names it and the morning of Asia had reached it."""
    if written is None or latest is None or latest.date() != written or latest.hour < SUNDAY_OPEN:
        return written
    following = written + timedelta(days=1)
    named = next((t for t in opening(scope) if t.role == "at" and t.weekday is not None and t.which is None), None)
    today = named is not None and named.weekday == following.weekday() and not _aside(scope, named)
    return following if today else written


def _tells_a_week(text: str) -> bool:
    """Whether a headline is that of a weekly report."""
    return "week" in text[: min(text.find("\n") + 1 or 200, 200)].lower()


def opening(scope: Scope) -> Iterator[TimeExpression]:
    """The expressions near the top, in which a report names its own day."""
    return takewhile(lambda found: found.start <= OPENING, scope.times)


def _aside(scope: Scope, found: TimeExpression) -> bool:
    if scope.text[max(found.start - 1, 0)] == "(" and scope.text.startswith(":", found.end):
        return True  # "1.1775 (Thursday: 1.1755)"
    number, clauses = scope.clause(found.start)
    clause = clauses[number]
    return clause.joint == "under" or _ASIDE.search(scope.text, clause.start, found.start) is not None


def weekday_before(day: date, weekday: int) -> date:
    """The last such weekday on or before a day."""
    return day - timedelta(days=(day.weekday() - weekday) % 7)
