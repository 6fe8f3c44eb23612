"""Coming events: an event's name and a time still to come in one sentence make a dated entry, with the country that the
words or the report give. A full date ahead makes one for whatever its clause tells.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from datetime import time as clock

from signals.extract.times.compose import find_times
from signals.extract.times.events import Event, Named, home, names, stands
from signals.extract.times.expression import TimeExpression
from signals.extract.times.resolution import Resolver
from signals.extract.times.scope import Scope
from signals.records import CalendarEntry, Item
from signals.zones import COUNTRY_OF_ZONE, zone_info

_AHEAD = re.compile(
    r"\b(?:will|would|due|set to|set for|to be|are to|is to|scheduled|slated|awaits?|awaiting|await|ahead"
    r"|(?<!than[ -])(?<!as[ -])(?<!had )(?<!been )(?:expected|looking)"
    r"|focus(?:es|ed)?|looks?|upcoming|coming|eyes?|eyeing|watch|watching|next|later|before|attention|turns?|planned"
    r"|plans|wait(?:ing|s)? for|calendar|diary|agenda|until|announces|publishes|releases|reports|opens|meets|decides|holds"
    r"|starts|begins|delivers|speaks|testifies|unveils|issues|convenes|gives|presents|tables|auctions|sells|offers"
    r"|(?:shut|closed) (?:on \w+ )?for|kicks off|takes place|takes over|takes effect|ends|expires|votes|brings|follows?"
    r"|is on|are on|is out|should|may|could|might)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:showed|shows|released|published|said|reported|came in|rose|fell|jumped|climbed|slipped|dropped|was"
    r"|were|had|left|cut|raised|kept|after|following|since|met|announced|delivered|surprised|beat|missed|earlier|last|previous)\b",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"\s*[*•–-]? ?(?:Economics|Economy|Economic data|Data|Diary|Calendar|Agenda|Events?|Coming up|Ahead|To watch|Watch"
    r"|What to watch|On the radar|Key events?|Week ahead|Later today|Still to come)\b[\w ]{0,20}: "
)
_VERB = re.compile(r"\b(?:showed|released|published|said|reported|came in|rose|fell|was|were|had|surprised|beat|missed)\b")
_MINUTES_OF = re.compile(r" (?:of|from) [\w.'’ -]{0,40}")
_OF = re.compile(r"\b(?:in|of|from|for|by)\b")
_OWNS = re.compile(r"['’]s?(?: [\w.&+'’-]+){0,5} ?\Z")
_BESIDE = re.compile(r"[\w '’()-]{0,24}\Z")
_JOINS = re.compile(r"(?: \w+){0,2}(?:,| and| as well as)(?: \w+){0,2} \Z")
_DAY_LATER = re.compile(r"[^.;]{0,40}?\b(?:(?:a|one|the) day (?:later|after)|the (?:next|following) day)\b")
_REACH = 180  # characters between an event and the time that dates it
_AGENDA = re.compile(r"(?:\A|\n)[ \t*•–—-]*\Z")
_LEAD = re.compile(
    r"[\s,;:•*–—-]*(?:(?:and|but|or|as|while|when|which|who|that|on|by|from|for|the|its|his)\b\s*)*", re.IGNORECASE
)
_TRAILING = frozenset(("on", "for", "at", "is", "are", "due", "until", "till", "of", "the"))
_TRAIL = 20  # characters before a date in which such words lead to it
_LAST_WORD = re.compile(r"\b\w+\Z")
_FROM = re.compile(r"\b(?:from|since|until|till|by|before|after|to|ended|ending|through|and)(?: the)? \Z", re.IGNORECASE)
_LONGEST_EVENT = 90
_LONGEST_LINE = 1000  # characters of a list's entry in which its country is looked for


_WAITED = re.compile(
    r"\b(?:ahead of|wait(?:s|ing)? (?:for|on)|awaits?|awaiting|before|looks? (?:to|ahead to)|looking (?:to|ahead to)|eyes on"
    r"|focus on|turns? to)(?: the| a)?(?: [A-Z][\w.]*){0,2} \Z"
)
_AND = re.compile(r"(?:,| and)(?: for| on| to)?(?: the)? \Z")
_TITLE = re.compile(r"(?:['’]s)? (?:[Pp]resident|[Gg]overnor|[Cc]hair\w*|[Dd]eputy|[Cc]hief|[Mm]ember|[Pp]olicymaker)\b")
_BULLET = re.compile(r"[ \t]*[•*–—-]")
_DECISION = Event("decision", "rate decision", None)
_SPEECH = Event("speech", "speaks", None)


@dataclass(frozen=True, slots=True)
class _Found:
    """An event with the time that dates it."""

    named: Named
    time: TimeExpression
    day: date
    place: Named | None


def calendar_entries(item: Item, resolver: Resolver | None = None) -> tuple[CalendarEntry, ...]:
    """The events that the text dates in the future of the report, in text order, each once.

    ``resolver`` is that of the item where it is at hand. An event whose day the text does not tell is left out;
    ``country`` is None where neither the sentence nor the report gives one, and for events of no single country.
    """
    resolver = resolver or Resolver(item, find_times(item.text))
    told = (t for t in resolver.scope.times if t.names_day or t.hour is not None or _next_session(t))
    days = [t for t in told if t.session is None and t.role not in ("since", "extreme")]
    written = resolver.reference(None).written if days else None
    if any(t.hour is not None and not t.names_day for t in days):
        days = [t for t in days if t.hour is None or t.names_day or _later_today(t, resolver)]
    if written is None or not any(_forward(t, written) for t in days):
        return ()
    found = _Calendar(item.text, resolver.scope, days, written)
    return tuple({(entry.event, entry.country, entry.date): entry for entry in reversed(list(found.entries()))}.values())[::-1]


class _Calendar:
    """The names and days of one item, read sentence by sentence."""

    def __init__(self, text: str, scope: Scope, days: Sequence[TimeExpression], written: date) -> None:
        self.text, self.scope, self.days, self.written = text, scope, days, written
        self._named: dict[tuple[int, int], list[Named]] = {}
        self._home: list[str | None] = []

    def entries(self) -> Iterator[CalendarEntry]:
        """The entries of all sentences that hold a day."""
        for span in dict.fromkeys(self.scope.sentence(t.start) for t in self.days):
            times = self.days[bisect_left(self.days, span[0], key=_start) : bisect_left(self.days, span[1], key=_start)]
            found = list(self._of_sentence(span, times))
            yield from map(self._entry, found)
            used = {id(one.time) for one in found}
            yield from self._unnamed(span, [t for t in times if id(t) not in used])

    def _of_sentence(self, span: tuple[int, int], times: Sequence[TimeExpression]) -> Iterator[_Found]:
        if not any(n.event or n.bank for n in self._inside(span)):
            return
        events = [n for n in self._inside(span) if n.event and stands(self.text, n, *span)]
        events = [e for place, e in enumerate(events) if not (place and _of_minutes(self.text, events[place - 1], e))]
        events = sorted([*_one_closure(events), *self._banks(span, times, events)], key=lambda n: n.start)
        countries = [n for n in self._inside(span) if n.country]
        before: Named | None = None
        day: date | None = None
        for place, event in enumerate(events):
            previous = events[place - 1].end if place else span[0]
            named = _country(self.text, event, countries, previous)
            if named is None and place and (_JOINS.match(self.text, previous, event.start) or _later(self.text, event)):
                named = before
            before = named or before
            time = self._time_of(event, times, events)
            later = day + timedelta(days=1) if day and _later(self.text, event) else None
            day = later or (self._coming_day(span, event, time) if time else None)
            if time is not None and day is not None and not _needs_bank(event, named):
                yield _Found(event, time, day, named)

    def _banks(self, span: tuple[int, int], times: Sequence[TimeExpression], events: Sequence[Named]) -> Iterator[Named]:
        """Central banks that stand for their own decision: waited for, or listed in a diary, with no event beside them."""
        banks = [n for n in self._inside(span) if n.bank]
        agenda = bool(banks and times) and self._heads_agenda(span, times[0])
        waited = False
        for bank in banks:
            waited = _WAITED.search(self.text, span[0], bank.start) is not None or (
                waited and _AND.search(self.text, span[0], bank.start) is not None
            )
            alone = not any(-60 < e.start - bank.end < 60 and _same_item(self.text, bank, e) for e in events)
            if alone and (agenda or waited):
                yield Named(bank.start, bank.end, event=_SPEECH if _TITLE.match(self.text, bank.end) else _DECISION)

    def _heads_agenda(self, span: tuple[int, int], time: TimeExpression) -> bool:
        if self.text[time.end : time.end + 1] not in ":-–—|":
            return False
        return _AGENDA.search(self.text, max(span[0] - 8, 0), time.start) is not None

    def _inside(self, span: tuple[int, int]) -> Sequence[Named]:
        """The names of a sentence, looked for where it is first asked for."""
        if span not in self._named:
            self._named[span] = names(self.text, *span)
        return self._named[span]

    def _own_country(self) -> str | None:
        """The country of the report."""
        if not self._home:
            self._home.append(home(self.text, names(self.text)))
        return self._home[0]

    def _entry(self, found: _Found) -> CalendarEntry:
        event, place = found.named.event, found.place
        local = place.country if place else None
        country = (event.country if event else None) or local
        if country is None and event is not None and event.kind != "meeting":
            country = COUNTRY_OF_ZONE.get(found.time.zone or "") or self._of_bullet(found.named.start) or self._own_country()
        start = min(found.time.start, found.named.start, place.start if place else found.named.start)
        end = max(found.time.end, found.named.end)
        return CalendarEntry(_title(found.named, place), country, found.day.isoformat(), self.text[start:end], start, end)

    def _of_bullet(self, place: int) -> str | None:
        """The country named last in the same entry of a list."""
        line = self.text.rfind("\n", 0, place) + 1
        if not _BULLET.match(self.text, line):
            return None
        named = [n.country for n in names(self.text, max(line, place - _LONGEST_LINE), place) if n.country]
        return named[-1] if named else None

    def _time_of(self, event: Named, times: Sequence[TimeExpression], events: Sequence[Named]) -> TimeExpression | None:
        """The time of an event: its owner ("Friday's jobs report"), else the one beside it, else the nearest one on
        the side on which the sentence puts its times.
        """
        before = [t for t in times if t.end <= event.start]
        after = [t for t in times if t.start >= event.end]
        if before and _OWNS.match(self.text, before[-1].end, event.start):
            return before[-1]
        if after and _BESIDE.match(self.text, event.end, after[0].start):
            return after[0]
        near = [t for t in (*before[-1:], *after[:1]) if _gap(t, event) <= _REACH]
        follows = events[0].start < times[0].start
        return min(near, key=lambda t: ((t.start > event.start) != follows, _gap(t, event)), default=None)

    def _coming_day(self, span: tuple[int, int], event: Named, time: TimeExpression) -> date | None:
        """The day of a time that lies ahead. A weekday alone is ahead only where the sentence looks ahead."""
        written = self.written
        day = _forward(time, written)
        if day is None or day < written or day > written + timedelta(days=400):
            return None
        if (time.day is not None and day > written) or (time.days == 1 and not time.same) or time.which == "next":
            return day
        if not time.names_day and time.hour is not None and not _BESIDE.match(self.text, event.end, time.start):
            return None
        if self._heads_agenda(span, time) or ((day > written or time.hour is not None) and self._is_agenda(span)):
            return day
        return day if self._looks_ahead(span, event, time) else None

    def _is_agenda(self, span: tuple[int, int]) -> bool:
        """Whether a sentence lists what is to come: a label says so, or the question before it."""
        label = _LABEL.match(self.text, *span)
        before = self.text[: span[0]].rstrip()
        asked = before.endswith("?") and _AHEAD.search(before, max(len(before) - 120, 0)) is not None
        return label is not None or (asked and _VERB.search(self.text, *span) is None)

    def _looks_ahead(self, span: tuple[int, int], event: Named, time: TimeExpression) -> bool:
        """Whether a word that looks ahead governs the event, and no verb of the past stands between it and the event or its
        time.
        """
        text = self.text
        first, last = min(event.start, time.start), max(event.end, time.end)
        if _AHEAD.search(text, first, last):
            return True
        if _PAST.search(text, first, last):
            return False
        ahead = [m.end() for m in _AHEAD.finditer(text, span[0], first)]
        past = [m.end() for m in _PAST.finditer(text, span[0], first)]
        if ahead and (not past or ahead[-1] > past[-1]):
            return True
        follows = _AHEAD.search(text, last, min(last + 30, span[1]))
        return follows is not None and not past and not _PAST.search(text, last, follows.start())

    def _unnamed(self, span: tuple[int, int], times: Sequence[TimeExpression]) -> Iterator[CalendarEntry]:
        """What a clause with a full date ahead tells, under its own words."""
        written = self.written
        for time in times:
            day = _forward(time, written) if time.day is not None else None
            if day is None or not written < day <= written + timedelta(days=400):
                continue
            number, clauses = self.scope.clause(time.start)
            clause = clauses[number]
            start, end = _words(self.text, clause.start, time.start)
            if clause.joint == "stop" and end - start < 8:
                start, end = _words(self.text, clauses[number - 1].start, clause.start)
            if clause.joint == "under" or end - start < 8 or not self._tells(start, end, time):
                continue
            local = [n.country for n in self._inside(span) if n.country and n.start < time.end]
            country = local[-1] if local else self._own_country()
            yield CalendarEntry(self.text[start:end], country, day.isoformat(), self.text[start : time.end], start, time.end)

    def _tells(self, start: int, end: int, time: TimeExpression) -> bool:
        """Whether the words before a date announce something for it."""
        before = self.text[start : time.start]
        return bool(_AHEAD.search(before)) and not _FROM.search(before)


def _later_today(time: TimeExpression, resolver: Resolver) -> bool:
    """Whether a clock time without a day lies after the moment at which the text reached us."""
    known = resolver.reference(None)
    zone = zone_info(time.zone or time.place or "local") or known.zone
    if known.latest is None or known.written is None or zone is None:
        return False
    return datetime.combine(known.written, clock(time.hour or 0, time.minute or 0), zone) > known.latest


def _next_session(time: TimeExpression) -> bool:
    return time.which == "next" and time.unit == "day" and time.count is None


def _start(found: Named | TimeExpression) -> int:
    return found.start


def _gap(time: TimeExpression, event: Named) -> int:
    return max(time.start - event.end, event.start - time.end)


def _one_closure(events: list[Named]) -> list[Named]:
    """Without a closure of markets where its holiday is named beside it."""
    holidays = [e for e in events if e.event and e.event.kind == "holiday"]
    return [
        e for e in events if not (e.event and e.event.kind == "closure" and any(0 <= h.start - e.end < 60 for h in holidays))
    ]


def _of_minutes(text: str, minutes: Named, meeting: Named) -> bool:
    """ "The minutes of the last meeting" are one event."""
    kinds = tuple(named.event.kind if named.event else "" for named in (minutes, meeting))
    return kinds == ("minutes", "bank meeting") and _MINUTES_OF.fullmatch(text, minutes.end, meeting.start) is not None


def _same_item(text: str, bank: Named, event: Named) -> bool:
    """Whether no joint of a list parts a bank from an event."""
    first, last = sorted((bank, event), key=lambda n: n.start)
    return not re.search(r",| and |;", text[first.end : last.start])


def _later(text: str, event: Named) -> bool:
    return _DAY_LATER.match(text, event.end) is not None


def _words(text: str, start: int, end: int) -> tuple[int, int]:
    """The words of a clause up to its date, without what joins them to their surroundings."""
    lead = _LEAD.match(text, start, end)
    start = lead.end() if lead else start
    return max(start, end - _LONGEST_EVENT), _without_trail(text, max(start, end - _TRAIL), end)


def _without_trail(text: str, start: int, end: int) -> int:
    """Where a stretch ends without the words that lead on to a date: "figures due on the"."""
    while True:
        while end > start and (text[end - 1] == "," or text[end - 1].isspace()):
            end -= 1
        word = _LAST_WORD.search(text, start, end)
        if word is None or word[0].lower() not in _TRAILING:
            return end
        end = word.start()


def _forward(time: TimeExpression, written: date) -> date | None:
    if time.same and time.days is not None:
        return None  # "a day later"
    if time.days is not None:
        return written + timedelta(days=time.days) if time.days >= 0 else None
    if time.hour is not None and not time.names_day:
        return written
    if time.day is not None and time.month is not None:
        return _next_date(time, written)
    if _next_session(time):
        return written + timedelta(days=3 if written.weekday() == 4 else 1)
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
    reach = event.end + (30 if event.event and event.event.kind == "minutes" else 12)
    after = [n for n in local if event.end <= n.start <= reach and _OF.search(text, event.end, n.start)]
    own = event.event is _DECISION or event.event is _SPEECH  # of a bank that stands for its decision
    named = inside[:1] if own else before[-1:] or inside[:1] or after[:1]
    return named[0] if named else None


def _needs_bank(event: Named, named: Named | None) -> bool:
    """ "Meeting" and "speech" mean an event only of a central bank that is named just before."""
    kind = event.event.kind if event.event else ""
    return kind in ("bank meeting", "speech") and not (named and named.bank and abs(event.start - named.end) <= 60)


def _title(named: Named, place: Named | None) -> str:
    event = named.event
    if event is None:
        return ""
    if event.kind in ("decision", "bank meeting", "minutes", "speech") and place is not None and place.bank:
        return f"{place.bank} {event.name}"
    return event.name
