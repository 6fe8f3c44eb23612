"""Coming events: an event's name and a time still to come in one sentence make a dated entry, with the country that the
words or the report give.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any, NamedTuple

from signals.extract.times.compose import find_times
from signals.extract.times.expression import TimeExpression
from signals.extract.times.reference import Reference, reference
from signals.extract.times.scope import Scope
from signals.records import CalendarEntry, Item
from signals.resources import data_path


class Event(NamedTuple):
    """An event by its plain name; ``country`` where it belongs to one country alone."""

    kind: str
    name: str
    country: str | None


@dataclass(frozen=True, slots=True)
class Named:
    """A name found in the text: an event, a country (``bank`` the central bank that stands for it)."""

    start: int
    end: int
    event: Event | None = None
    country: str | None = None
    bank: str | None = None


_SENTENCE_END = re.compile(r"[.!?][\"”')]*(?=\s+[\"“'(*]*[A-Z0-9])|\n|;|\Z")
_ABBREVIATION = re.compile(r"\b(?:[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|St|Mr|Ms|Mrs|Dr|Gov)\Z")
_AHEAD = re.compile(
    r"\b(?:will|due|set to|to be|are to|is to|scheduled|slated|expected|awaits?|awaiting|await|ahead"
    r"|focus(?:es|ed)?|looks?|looking|upcoming|coming|"
    r"eyes?|eyeing|watch|watching|next|later|before|attention|turns?|planned|plans|wait(?:ing|s)? for|calendar"
    r"|diary|agenda|until|"
    r"announces|publishes|releases|reports|opens|meets|decides|holds|starts|begins|delivers|speaks|testifies"
    r"|unveils|issues|convenes|gives|shut for|closed for|kicks off|takes place)\b",
    re.IGNORECASE,
)  # fmt: skip
_PAST = re.compile(
    r"\b(?:showed|shows|released|published|said|reported|came in|rose|fell|jumped|climbed|slipped|dropped|was"
    r"|were|had|left|cut|raised|kept|after|following|since|met|"
    r"announced|delivered|surprised|beat|missed|earlier|last|previous)\b",
    re.IGNORECASE,
)  # fmt: skip
_OWNS = re.compile(r"['’]s?(?: [\w.&+'’-]+){0,5} ?\Z")
_BESIDE = re.compile(r"[\w '’-]{0,24}\Z")
_OCCASION = re.compile(r",? (?:for|because of|due to|to mark|to observe|in observance of|with)(?: [\w.&'’-]+){0,4} \Z")
_HEADS = re.compile(r"(?:\A|[\n;.,:] ?|and )(?:on |and )?[ *•-]*\Z", re.IGNORECASE)
_JOINS = re.compile(r"(?: \w+){0,2}(?:,| and| as well as)(?: \w+){0,2} \Z")
_REACH = 90  # characters from an event to the time that dates it
_NEAR = {"speech": 24, "meeting": 180}
_UNIONS = {"EU": ("EU", "euro zone", "eurozone", "euro-zone", "European Union", "euro area")}
_AGENDA = re.compile(r"(?:\A|\n)[ \t*•–—-]*\Z")


def calendar_entries(item: Item, times: Sequence[object] = ()) -> tuple[CalendarEntry, ...]:
    """The events that the text dates in the future of the report, in text order, each once.

    ``times`` are the item's time expressions where they are at hand. An event whose day the text does not tell is left out;
    ``country`` is None where neither the sentence nor the report gives one, and for events of no single country.
    """
    names = _names(item.text)
    if not any(name.event for name in names):
        return ()
    told = [t for t in times if isinstance(t, TimeExpression)] or find_times(item.text)
    days = [t for t in told if t.names_day and t.session is None and t.role in ("at", "until", "comparison", "attribute")]
    known = reference(item, Scope(item.text, told), None)
    if known.written is None or not days:
        return ()
    found = (entry for sentence in _sentences(item.text) for entry in _of_sentence(item, sentence, days, names, known))
    return tuple({(entry.event, entry.country, entry.date): entry for entry in reversed(list(found))}.values())[::-1]


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group()[:1] == "." and _ABBREVIATION.search(text, max(start, match.start() - 5), match.start()):
            continue
        if match.start() > start:
            yield start, match.start()
        start = match.end()


def _of_sentence(
    item: Item, span: tuple[int, int], days: Sequence[TimeExpression], names: Sequence[Named], known: Reference
) -> Iterator[CalendarEntry]:
    start, end = span
    inside = [t for t in days if start <= t.start and t.end <= end]
    events = [n for n in names if n.event and start <= n.start and n.end <= end]
    named: Named | None = None
    for place, event in enumerate(events):
        time = _time_of(item.text, event, inside, start)
        day = _coming_day(item.text, span, event, time, known) if time else None
        local = [n for n in names if n.country and start <= n.start and n.end <= end]
        joined = place and _JOINS.match(item.text, events[place - 1].end, event.start)
        named = _country(item.text, event, local, events[place - 1].end if place else start) or (named if joined else None)
        if time is None or day is None or event.event is None or _needs_bank(event, named):
            continue
        country = event.event.country or (named.country if named else _home(item.text, names, event.event))
        a, b = min(time.start, event.start, named.start if named else event.start), max(time.end, event.end)
        yield CalendarEntry(_title(event.event, named), country, day.isoformat(), item.text[a:b], a, b)


def _time_of(text: str, event: Named, times: Sequence[TimeExpression], start: int) -> TimeExpression | None:
    """The time of an event: its owner ("Friday's jobs report"), else the one beside it, else the one that its clause
    begins with.
    """
    before = [t for t in times if t.end <= event.start]
    after = [t for t in times if t.start >= event.end]
    if before and _OWNS.match(text, before[-1].end, event.start):
        return before[-1]
    if after and _BESIDE.match(text, event.end, after[0].start):
        return after[0]
    if before and _HEADS.search(text[max(start, before[-1].start - 14) : before[-1].start]):
        return before[-1]
    near = after and after[0].start - event.end <= _NEAR.get(event.event.kind if event.event else "", _REACH)
    if near:
        return after[0]
    return before[-1] if before and _OCCASION.match(text, before[-1].end, event.start) else None


def _coming_day(text: str, span: tuple[int, int], event: Named, time: TimeExpression, known: Reference) -> date | None:
    """The day of a time that lies ahead. A weekday alone is ahead only where the sentence looks ahead."""
    written = known.written
    if written is None:
        return None
    day = _forward(time, written)
    if day is None or day < written or day > written + timedelta(days=400):
        return None
    if (time.day is not None and day > written) or time.days == 1 or time.which == "next":
        return day
    if _AGENDA.search(text, max(span[0] - 8, 0), time.start) and text[time.end : time.end + 1] in ":-–—|":
        return day
    return day if _looks_ahead(text, span, event, time) else None


def _looks_ahead(text: str, span: tuple[int, int], event: Named, time: TimeExpression) -> bool:
    """Whether a word that looks ahead governs the event, and no verb of the past stands between it and the event or its
    time.
    """
    first, last = min(event.start, time.start), max(event.end, time.end)
    before, between = text[span[0] : first], text[first:last]
    ahead = [m.end() for m in _AHEAD.finditer(before)]
    past = [m.end() for m in _PAST.finditer(before)]
    if _AHEAD.search(between):
        return True
    if _PAST.search(between):
        return False
    if ahead and (not past or ahead[-1] > past[-1]):
        return True
    follows = _AHEAD.search(text, last, min(last + 30, span[1]))
    return follows is not None and not past and not _PAST.search(text, last, follows.start())


def _forward(time: TimeExpression, written: date) -> date | None:
    if time.days is not None:
        return written + timedelta(days=time.days) if time.days >= 0 else None
    if time.day is not None and time.month is not None:
        return _next_date(time, written)
    if time.weekday is None or time.which == "last":
        return None
    day = written + timedelta(days=(time.weekday - written.weekday()) % 7)
    same_week = day - timedelta(days=day.weekday()) == written - timedelta(days=written.weekday())
    return day + timedelta(days=7) if time.which == "next" and same_week else day


def _next_date(time: TimeExpression, written: date) -> date | None:
    """A date without a year is the next such day; one that has just passed is past, not next year's."""
    for year in (time.year,) if time.year else (written.year, written.year + 1):
        try:
            day = date(year, time.month or 1, time.day or 1)
        except ValueError:
            continue
        if day >= written or time.year:
            return day
        if (written - day).days < 120:
            return None
    return None


def _country(text: str, event: Named, local: Sequence[Named], previous: int) -> Named | None:
    """The country or central bank named between the event before and this one; else one that follows at once ("in Japan")."""
    before = [n for n in local if previous <= n.start and n.end <= event.start + 1]
    inside = [n for n in local if n.start >= event.start and n.end <= event.end]
    after = [
        n
        for n in local
        if 0 <= n.start - event.end <= 12 and re.search(r"\b(?:in|of|from|for|by)\b", text[event.end : n.start])
    ]
    named = before[-1:] or inside[:1] or after[:1]
    return named[0] if named else None


def _home(text: str, names: Sequence[Named], event: Event) -> str | None:
    """The country of the report, the one that it names most, markets and currencies counted; a meeting between countries
    has none.
    """
    if event.kind == "meeting":
        return None
    counted = Counter(country for country in _market_countries(text) for _ in range(2))
    counted.update(n.country for n in names if n.country)
    return counted.most_common(1)[0][0] if counted else None


def _market_countries(text: str) -> Iterator[str]:
    """The countries of the currencies and indices that a text names; the dollar and the euro speak for no report."""
    automaton, countries = _markets()
    for place, start, end in automaton.find_matches_as_indexes(text):
        if not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum()):
            yield countries[place]


@cache
def _markets() -> tuple[Any, list[str]]:
    import ahocorasick_rs

    rows = [
        *_rows("instruments", "indices.csv"),
        *(row for row in _rows("instruments", "currencies.csv") if row["code"] not in ("USD", "EUR")),
    ]
    words = {word: row["country"] for row in rows if row["country"] for word in row["aliases"].split(";") if word}
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), list(words.values())


def _needs_bank(event: Named, named: Named | None) -> bool:
    """ "Meeting" and "speech" mean an event only of a central bank that is named just before."""
    kind = event.event.kind if event.event else ""
    return kind in ("bank meeting", "speech") and not (named and named.bank and abs(event.start - named.end) <= 45)


def _title(event: Event, named: Named | None) -> str:
    if event.kind in ("decision", "bank meeting", "minutes", "speech") and named is not None and named.bank:
        return f"{named.bank} {event.name}"
    return event.name


def _names(text: str) -> list[Named]:
    """Events and countries in text order; of two that overlap the longer stays."""
    automaton, words = _automaton()
    lowered = text.lower() if len(text.lower()) == len(text) else text
    found = []
    for place, start, end in automaton.find_matches_as_indexes(lowered):
        word, named = words[place]
        whole = not (start and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())
        if whole and (word == word.lower() or text[start].isupper()):
            found.append(Named(start, end, *named))
    return found


@cache
def _automaton() -> tuple[Any, list[tuple[str, tuple[Event | None, str | None, str | None]]]]:
    import ahocorasick_rs

    words: dict[str, tuple[Event | None, str | None, str | None]] = {}
    for row in _rows("events", "events.csv"):
        event = Event(row["kind"], row["name"], row["country"] or None)
        words |= dict.fromkeys(row["words"].split(";"), (event, None, None))
    for row in _rows("words", "countries.csv"):
        spelled = ";".join(row[column] or "" for column in ("words", "cities") if column in row)
        words |= {word: (None, row["country"], None) for word in spelled.split(";") if len(word) > 1}
    words |= {word: (None, country, None) for country, spelled in _UNIONS.items() for word in spelled}
    for row in _rows("words", "central_banks.csv"):
        banks = row["words"].split(";")
        words |= {word: (None, row["country"], banks[0] if len(banks[0]) > 4 else banks[1 % len(banks)]) for word in banks}
    entries = list(words.items())
    patterns = [word.lower() for word, _ in entries]
    return ahocorasick_rs.AhoCorasick(patterns, matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), entries


def _rows(*path: str) -> list[dict[str, str]]:
    with data_path(*path).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
