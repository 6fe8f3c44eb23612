"""Time expressions of the plainest kinds: clock times, weekdays, dates, months, years, and what a move is measured against.

``find_times`` gives typed spans, ``resolve`` the reduced ISO 8601 text of one of them, ``basis_of`` the basis of a move.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from signals.records import Basis, Item

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
ZONES = {
    "gmt": "UTC", "utc": "UTC", "edt": "America/New_York", "est": "America/New_York", "et": "America/New_York", "bst": "Europe/London",
    "cet": "Europe/Berlin", "cest": "Europe/Berlin", "jst": "Asia/Tokyo", "hkt": "Asia/Hong_Kong", "ist": "Asia/Kolkata",
    "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "sast": "Africa/Johannesburg", "kst": "Asia/Seoul", "sgt": "Asia/Singapore",
    "ct": "America/Chicago", "cdt": "America/Chicago", "cst": "America/Chicago", "pkt": "Asia/Karachi",
}  # fmt: skip
_ZONE = "|".join(sorted(ZONES, key=len, reverse=True))
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\b\.?"
_DAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
TIME = re.compile(
    rf"(?P<clock>(?<![\d.,$-])\b(?:(?P<h>\d{{1,2}})(?::(?P<m>\d\d)(?!\d)(?::\d\d)?|\.(?P<mdot>\d\d)(?= ?[ap]\.?m\b)) ?(?P<ap>[ap]\.?m\b\.?)? ?(?P<zone>\b(?:{_ZONE})\b)?"
    rf"|(?P<military>\d{{4}}) ?(?P<zone2>GMT|UTC|EDT|EST|ET|BST|CET|JST|IST)\b"
    rf"|(?P<h2>\d{{1,2}}) ?(?P<ap2>[ap]\.?m\b\.?) ?(?P<zone3>\b(?:{_ZONE})\b)?))"
    rf"|(?P<date>\b(?:(?:{_DAY}),? )?(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?P<mon1>{_MONTH})(?:,? (?P<y1>(?:19|20)\d\d))?"
    rf"|(?P<mon2>{_MONTH}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\b(?![.,]?\d)(?:,? (?P<y2>(?:19|20)\d\d))?))"
    rf"|(?P<weekday>\b(?:(?P<prior>last|previous|prior) )?(?P<day>{_DAY})(?:['’]s(?: (?:close|settlement|finish))?)?)"
    rf"|(?P<month>\b(?:(?P<last>last|late|early|in|since|of) )?(?P<mon3>{_MONTH})(?:['’]s)?(?: (?P<y3>(?:19|20)\d\d))?)"
    r"|(?P<year>\b(?:19|20)\d\d(?:['’]s)?\b(?![.,]?\d|[-/]\d))"
    r"|(?P<relative>\b(?:yesterday|today|overnight)(?:['’]s close)?)",
)
BASES: tuple[tuple[Basis, re.Pattern[str]], ...] = tuple(
    (basis, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))  # type: ignore[misc]
    for basis, words in (
        ("ytd", r"this year|so far (?:this year|in 20\d\d)|year[- ]to[- ]date|since (?:the start|the beginning) of (?:the|this) year|since new year|since january 1|in the year so far|for the year so far|since the year began"),
        ("wtd", r"so far this week|this week|week[- ]to[- ]date"),
        ("mtd", r"so far this month|this month|month[- ]to[- ]date|on course to finish the month|to end the month|for the month so far"),
        ("qtd", r"so far this quarter|this quarter|quarter[- ]to[- ]date"),
        ("week", r"(?:on|for|over|in) the week|last week|past week|week[- ]on[- ]week|weekly (?:gain|loss|rise|fall|drop|decline|advance|increase)|a week (?:ago|earlier)|from a week|winning week|losing week|the previous week"),
        ("month", r"(?:on|for|over|in) the month|last month|monthly (?:gain|loss|rise|fall|drop|decline|advance)|a month (?:ago|earlier)|past month"),
        ("quarter", r"(?:on|for|over|in) the quarter|last quarter|quarterly (?:gain|loss|rise|fall|drop)|past quarter|(?:first|second|third|fourth) quarter"),
        ("year", r"(?:over|in) the (?:past|last) (?:year|12 months|twelve months)|last year|a year (?:ago|earlier)|year[- ]on[- ]year|from a year|annual (?:gain|loss|rise|fall)|past year|for the year|past 12 months|in the course of (?:19|20)\d\d"),
        ("announcement", r"after[- ]hours|after[- ]market|extended trading|after the (?:news|announcement|decision|report|results|release)|following the (?:news|announcement)|postmarket|on the news"),
        ("intraday", r"from the open|since the open|intraday|from its open|earlier in the day|from the opening"),
        ("since", r"since (?:the |its |his |last )?[A-Z0-9]\w*|from the (?:offer|issue|ipo) price|since then|in (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:days|sessions|weeks|months)|over (?:two|three|four|five|six|\d+) (?:days|sessions|weeks|months|years)|(?:peak|high|low) in"),
    )
)  # fmt: skip


class PlainTime(NamedTuple):
    """A time expression: its span and the match that says what it is.

    ``reference`` marks one that a move is measured against ("since Thursday", "below Wednesday's close"), not when it happened.
    """

    start: int
    end: int
    match: Any
    reference: bool


_REFERRING = re.compile(r"\b(?:since|than(?: on| in)?|below|above|against|from|versus|vs\.?|compared with|before)(?: the| its| last| late| early)? $", re.IGNORECASE)


def find_times(text: str) -> list[PlainTime]:
    """All time expressions, in order. A bare month is a contract's, unless "in", "last" or "since" stands before it."""
    return [
        PlainTime(m.start(), m.end(), m, bool(_REFERRING.search(text, max(m.start() - 24, 0), m.start())) or _refers(m))
        for m in TIME.finditer(text)
        if not m["month"] or m["last"] or m["y3"] or m["month"].endswith("s")
    ]


def _refers(match: re.Match[str]) -> bool:
    return match.group().endswith(("'s", "’s", "close", "settlement", "finish")) or (match["last"] or "") == "since" or bool(match["prior"])


def basis_in(before: str, after: str) -> Basis | None:
    """The basis that the words before and after a move state; None where they state none.

    "Since" counts only right after the move: "up 14% since Thursday", not "3.03%, the most since May".
    """
    close = after.partition(",")[0]
    return next((basis for basis, words in BASES if words.search(close if basis in NEARBY else f"{before} | {after}")), None)


NEARBY = ("since", "intraday", "announcement", "year", "quarter")


EARLY = 8  # until this hour, local time, a report may still be about the day before


class Calendar:
    """The days of one item: when it was reported, and in which zone its clock times are."""

    def __init__(self, item: Item, times: list[PlainTime], zone: str | None) -> None:
        self.zone = ZoneInfo(zone or "UTC")
        anchor = item.published_at or item.received_at or datetime(1970, 1, 1, tzinfo=UTC)
        self.known = item.published_at or item.received_at
        self.anchor: date = anchor.astimezone(self.zone).date()
        self.hour = anchor.astimezone(self.zone).hour
        self.day = self._report_day(times)

    def _report_day(self, times: list[PlainTime]) -> date:
        """The first full date or weekday of the lead; the day of publication where there is none close to it."""
        for time in times[:6]:
            if time.start > 500:
                break
            found = self._date(time.match) if time.match["date"] else self._weekday(time.match) if time.match["weekday"] else None
            late = time.match["date"] is not None or self.hour < EARLY
            if found is not None and 0 <= (self.anchor - found).days <= (4 if late else 0) and not time.reference:
                return found
        return self.anchor

    def at(self, time: PlainTime | None, previous: bool) -> str | None:
        """Reduced ISO 8601 text of an expression, of the report's day where there is none."""
        if self.known is None:
            return None
        if time is None:
            return (self.session_before() if previous else self.day).isoformat()
        match = time.match
        if match["clock"]:
            return self._clock(match)
        if match["date"]:
            found = self._date(match)
            return found.isoformat() if found else self.day.isoformat()
        if match["weekday"]:
            return self._weekday(match).isoformat()
        if match["month"]:
            return self._month(match)
        if match["year"]:
            return self.day.isoformat() if int(match["year"][:4]) == self.day.year else str(match["year"][:4])
        return (self.day - timedelta(days=1) if match["relative"].startswith("yesterday") else self.day).isoformat()

    def session_before(self) -> date:
        """The weekday before the report's day."""
        day = self.day - timedelta(days=1)
        while day.weekday() > 4:
            day -= timedelta(days=1)
        return day

    def last_friday(self) -> date:
        """The last session of the week before the report's."""
        return self.day - timedelta(days=self.day.weekday() + 3)

    def _clock(self, match: re.Match[str]) -> str:
        if match["military"]:
            hour, minute = int(match["military"][:2]), int(match["military"][2:])
        else:
            hour, minute = int(match["h"] or match["h2"]), int(match["m"] or match["mdot"] or 0)
        half = (match["ap"] or match["ap2"] or "")[:1].lower()
        hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
        if hour > 23 or minute > 59:
            return self.day.isoformat()
        zone = ZONES.get((match["zone"] or match["zone2"] or match["zone3"] or "").lower())
        moment = datetime(self.day.year, self.day.month, self.day.day, hour, minute, tzinfo=ZoneInfo(zone) if zone else self.zone)
        return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")

    def _date(self, match: re.Match[str]) -> date | None:
        month = MONTHS.index((match["mon1"] or match["mon2"])[:3].lower()) + 1
        year, day = match["y1"] or match["y2"], int(match["d1"] or match["d2"])
        try:
            found = date(int(year) if year else self.anchor.year, month, day)
            return found.replace(year=found.year - 1) if not year and found > self.anchor + timedelta(days=7) else found
        except ValueError:
            return None

    def _weekday(self, match: re.Match[str]) -> date:
        day = getattr(self, "day", self.anchor)
        back = (day.weekday() - DAYS.index(match["day"].lower())) % 7
        if match["prior"]:
            back = back or 7
        return day - timedelta(days=back)

    def _month(self, match: re.Match[str]) -> str:
        month = MONTHS.index(match["mon3"][:3].lower()) + 1
        year = int(match["y3"]) if match["y3"] else self.day.year - (month > self.day.month)
        if not match["y3"] and (match["last"] or "") == "last" and month == self.day.month:
            year -= 1
        return f"{year}-{month:02d}"
