"""Times as pages write them: dates, clocks, zones, weekdays and ages, picked out of loose writing.

This module only says what is written ("Fri 4 July, 14:05 SAST" has a weekday, a day, a clock and a zone); which instant that
is, ``signals.read.publication`` decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, Literal

from signals.zones import ABBREVIATIONS, ZONE_NAMES

LONGEST = 400  # characters of a stamp that are looked at
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january januar janvier enero janeiro",
            "feb february februar février febrero fevereiro",
            "mar march märz mars marzo março",
            "apr april avril abril",
            "may mai mayo maio",
            "jun june juni juin junio junho",
            "jul july juli juillet julio julho",
            "aug august août agosto",
            "sep sept september septembre septiembre setembro",
            "oct october oktober octobre octubre outubro",
            "nov november novembre noviembre novembro",
            "dec december dezember décembre diciembre dezembro",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {name: number for number, name in enumerate(("mon", "tue", "wed", "thu", "fri", "sat", "sun"))}
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
_ZONE = "|".join(sorted(ABBREVIATIONS - {"Z"}, key=len, reverse=True))
_ZONE_NAME = "|".join(re.escape(name) for name in sorted(ZONE_NAMES, key=len, reverse=True))
_YEAR = rf"(?:(?:19|20)\d\d(?!\d|:|\s*(?-i:{_ZONE})\b)|['’]?\d\d(?!\d|[:.h]\d|\s*[ap]\.?m\b|\s*(?:hrs|hours)\b))"
_UNIT = r"(?:seconds?|secs?|s|months?|mths?|mos?|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|wks?|w|years?|yrs?|y)\b"
_COUNT = r"\d{1,4}|half\s+an?|a\s+few|a\s+couple\s+of|an?|one|two|three|four|five|six|seven|eight|nine|ten"
_TOKEN = re.compile(
    rf"""
    (?P<age>(?:(?:{_COUNT})\s?(?:{_UNIT})\.?(?:\s*,?\s*(?:and\s+)?))+\s*ago\b)
  | (?P<now>\b(?:just\s+now|(?:a\s+)?moments?\s+ago|(?:a\s+few\s+)?seconds\s+ago)\b)
  | (?P<daysback>\b(?:yesterday|today)\b)
  | (?P<role>\b(?:(?:last|first)\s+)?(?P<roleword>updated?|modified|edited|revised|published|posted|issued|created|filed)\b)
  | (?P<ymd>(?<!\d)(?P<y1>(?:19|20)\d\d)(?P<s1>[-/.])(?P<m1>\d\d?)(?P=s1)(?P<d1>\d\d?)(?!\d))
  | (?P<compact>(?<!\d)(?P<y2>(?:19|20)\d\d)(?P<m2>[01]\d)(?P<d2>[0-3]\d)
      (?:[T ]?(?P<h2>[0-2]\d)(?P<min2>[0-5]\d)(?P<sec2>[0-5]\d)?)?(?![\d.,]))
  | (?P<dmy>(?<![\d.,:])(?P<d3>\d\d?)(?:st|nd|rd|th)?[\s./-]{{0,3}}(?:of\s)?(?P<mon3>{_MONTH})\b\.?
      (?:[\s,./-]{{0,3}}(?P<y3>{_YEAR}))?)
  | (?P<wire>(?<!\d)(?P<d9>[0-3]\d)(?P<h9>[01]\d|2[0-3])(?P<min9>[0-5]\d)
      \s?(?P<z9>(?-i:GMT|UTC))?\s(?P<mon9>{_MONTH})\s(?P<y9>\d\d)(?!\d))
  | (?P<dmyglued>(?<!\d)(?P<d6>\d\d?)(?P<mon6>{_MONTH})(?P<y6>\d{{4}}|\d\d)(?!\d))
  | (?P<mdy>\b(?P<mon4>{_MONTH})\b\.?[\s/-]{{0,3}}(?P<d4>\d\d?)(?:st|nd|rd|th)?(?!\d|:\d)(?:[\s,/-]{{1,3}}(?P<y4>{_YEAR}))?)
  | (?P<numeric>(?<![\d.,/-])(?P<n1>\d\d?)(?P<s5>[-/.])(?P<n2>\d\d?)(?P=s5)(?P<n3>(?:19|20)\d\d|\d\d)(?!\d))
  | (?P<clock>(?<![\d.,:$€£+-])(?P<h>\d\d?)\s?(?::|(?P<soft>[.h]))\s?(?P<min>[0-5]\d)
      (?::(?P<sec>[0-5]\d)(?:[.,]\d+)?)?(?!\d|\.\d|%)
      \s*(?P<half>[ap]\.?\s?m\b\.?)?(?P<uhr>\s*(?:hrs|hours|uhr)\b)?)
  | (?P<bare>(?<![\d.,:$€£+-])(?P<h7>\d\d?)\s?(?P<half7>[ap]\.?m\b\.?))
  | (?P<military>(?<![\d.,:$€£+-])(?P<h8>[01]\d|2[0-3])(?P<min8>[0-5]\d)\s*(?:hrs\s*|hours\s*)?(?=\(?(?-i:{_ZONE})\b|hrs\b))
  | (?P<offset>(?:\(?\b(?:GMT|UTC)\s?|(?<=\d)\s?|(?<=\d\s)|(?<=[ap]m)\s?)
      (?P<sign>[+−-])(?P<oh>\d\d?)(?::?(?P<om>[0-5]\d))?(?!\d|[-/.]\d))
  | (?P<zone>(?<![A-Za-z])(?-i:{_ZONE})\b|\b(?:{_ZONE_NAME})\b|(?<=\d)Z\b|\b(?-i:[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)\stime\b)
  | (?P<weekday>\b(?:mon|tue|wed|thu|fri|sat|sun)(?:s?day|nesday|rs?day|urday|rs|s)?\b)
    """,
    re.IGNORECASE | re.VERBOSE,
)
_AGE_PART = re.compile(rf"(?P<count>{_COUNT})\s?(?P<unit>{_UNIT})", re.IGNORECASE)
_SHORT_AGE = re.compile(rf"\s*(?P<count>\d{{1,3}})\s?(?P<unit>{_UNIT})\.?\s*", re.IGNORECASE)
_SIGN_OFF = re.compile(r"(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])([01]\d|2[0-3])([0-5]\d)")  # month, day, hour, minute
_ZONE_NEXT = re.compile(rf"\s*\(?(?:{_ZONE})\b")
_SPANS = {
    "s": timedelta(seconds=1),
    "m": timedelta(minutes=1),
    "h": timedelta(hours=1),
    "d": timedelta(days=1),
    "w": timedelta(weeks=1),
}
_NUMERALS = {word: n for n, word in enumerate("one two three four five six seven eight nine ten".split(), 1)}  # noqa: SIM905
Role = Literal["published", "updated"]
UPDATING = ("update", "modif", "edit", "revis", "correct")


@dataclass(frozen=True, slots=True)
class Age:
    """A time before receipt. ``unit`` is the finest unit written: s, m, h, d or w; ages in months tell no day."""

    back: timedelta
    unit: str


@dataclass(slots=True)
class Written:
    """One time as written; a part is None where the writing lacks it.

    ``days`` are the dates that the writing can mean (two for 04/07/2025), ``month_day`` is a date without a year, ``days_back``
    counts days before receipt ("yesterday" is 1). ``offset`` is a numeric zone, ``zone`` a named one.
    """

    role: Role | None = None
    days: tuple[date, ...] = ()
    month_day: tuple[int, int] | None = None
    days_back: int | None = None
    weekday: int | None = None
    clock: time | None = None
    has_seconds: bool = False
    zone: str | None = None
    offset: timedelta | None = None
    age: Age | None = None

    def tells(self) -> bool:
        """Whether any part of a time was found."""
        return self.has_day or self.clock is not None or self.age is not None or self.weekday is not None

    @property
    def has_day(self) -> bool:
        """Whether the day is written, be it without its year."""
        return bool(self.days) or self.month_day is not None or self.days_back is not None


def find_times(text: str) -> list[Written]:
    """The times written in a stamp, in their order. A part that comes twice begins another time."""
    text = " ".join(text[:LONGEST].split())
    if _SHORT_AGE.fullmatch(text):
        return [Written(age=_age(text))]
    if signed_off := _SIGN_OFF.fullmatch(text):
        month, day, hour, minute = signed_off.groups()
        return [Written(month_day=(int(month), int(day)), clock=time(int(hour), int(minute)))]
    found = [Written()]
    for match in _TOKEN.finditer(text):
        part, values = _READERS[match.lastgroup or ""](match)
        if values is None:
            continue
        if _is_taken(found[-1], part):
            found.append(Written(role=found[-1].role))
        for name, value in values.items():
            setattr(found[-1], name, value)
    return [written for written in found if written.tells()]


def time_parts(text: str) -> list[tuple[str, int, int]]:
    """Where in a text the parts of times stand: the kind of each (age, day, clock, zone, weekday, role) with start and end."""
    found = []
    for match in _TOKEN.finditer(text):
        part, values = _READERS[match.lastgroup or ""](match)
        if values is not None:
            end = match.start() + len(match.group().rstrip())
            found.append((part, match.start(), end))
            if part == "day" and "clock" in values:
                found.append(("clock", end, end))
    return found


def _is_taken(written: Written, part: str) -> bool:
    if part == "role":
        return written.tells()
    if part == "day":
        return written.has_day
    if part == "zone":
        return False
    return getattr(written, part) is not None


Part = tuple[str, dict[str, Any] | None]


def _read_age(match: re.Match[str]) -> Part:
    age = _age(match.group())
    return "age", {"age": age} if age else None


def _age(text: str) -> Age | None:
    back, unit = timedelta(), ""
    for part in _AGE_PART.finditer(text):
        unit = _unit(part["unit"].lower())
        if unit == "M":
            return None
        back += _count(part["count"].lower()) * _SPANS[unit]
    return Age(back, unit) if unit else None


def _unit(word: str) -> str:
    return "M" if word.startswith(("mo", "mth", "y")) else word[0]


def _count(word: str) -> float:
    if word.isdigit():
        return int(word)
    if word.startswith("half"):
        return 0.5
    if word.startswith("a few"):
        return 3
    return 2 if word.startswith("a couple") else _NUMERALS.get(word, 1)


def _read_role(match: re.Match[str]) -> Part:
    return "role", {"role": role_of(match["roleword"])}


def role_of(word: str) -> Role:
    """Whether a word or a field's name speaks of a change to the item or of its publication."""
    return "updated" if any(stem in word.lower() for stem in UPDATING) else "published"


def _read_ymd(match: re.Match[str]) -> Part:
    return "day", _day((int(match["y1"]), int(match["m1"]), int(match["d1"])))


def _read_compact(match: re.Match[str]) -> Part:
    values = _day((int(match["y2"]), int(match["m2"]), int(match["d2"])))
    if values and match["h2"]:
        values |= _clock(match["h2"], match["min2"], match["sec2"], None) or {}
    return "day", values


def _read_words(match: re.Match[str]) -> Part:
    groups = {name.rstrip("0123456789"): value for name, value in match.groupdict().items() if value is not None}
    month, day = MONTHS[groups["mon"].lower()], int(groups["d"])
    if "y" in groups:
        return "day", _day((_year(groups["y"]), month, day))
    return "day", {"month_day": (month, day)} if 1 <= day <= 31 else None


def _read_wire(match: re.Match[str]) -> Part:
    """Day, hour and minute run together before the month: 041349 GMT Jul 25."""
    values = _day((_year(match["y9"]), MONTHS[match["mon9"].lower()], int(match["d9"])))
    if values:
        values |= (_clock(match["h9"], match["min9"], None, None) or {}) | ({"zone": "GMT"} if match["z9"] else {})
    return "day", values


def _read_numeric(match: re.Match[str]) -> Part:
    first, second, year = int(match["n1"]), int(match["n2"]), _year(match["n3"])
    return "day", _day((year, second, first), (year, first, second))


def _year(text: str) -> int:
    digits = text.strip("'’")
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _day(*options: tuple[int, int, int]) -> dict[str, Any] | None:
    days: dict[date, None] = {}
    for option in options:
        try:
            days[date(*option)] = None
        except ValueError:
            continue
    return {"days": tuple(days)} if days else None


def _read_clock(match: re.Match[str]) -> Part:
    if match["soft"] == "." and not (match["half"] or match["uhr"]) and not _ZONE_NEXT.match(match.string, match.end()):
        return "clock", None
    return "clock", _clock(match["h"], match["min"], match["sec"], match["half"])


def _read_bare(match: re.Match[str]) -> Part:
    return "clock", _clock(match["h7"], "0", None, match["half7"])


def _read_military(match: re.Match[str]) -> Part:
    return "clock", _clock(match["h8"], match["min8"], None, None)


def _clock(hour: str, minute: str, second: str | None, half: str | None) -> dict[str, Any] | None:
    hours = int(hour)
    if half:
        if not 1 <= hours <= 12:
            return None
        hours = hours % 12 + (12 if half.lower().startswith("p") else 0)
    if hours > 23:
        return None
    return {"clock": time(hours, int(minute), min(int(second or 0), 59)), "has_seconds": second is not None}


def _read_offset(match: re.Match[str]) -> Part:
    offset = timedelta(hours=int(match["oh"]), minutes=int(match["om"] or 0))
    if offset > timedelta(hours=14):
        return "zone", None
    return "zone", {"offset": offset if match["sign"] == "+" else -offset}


def _read_zone(match: re.Match[str]) -> Part:
    return "zone", {"zone": match.group()}


def _read_weekday(match: re.Match[str]) -> Part:
    return "weekday", {"weekday": WEEKDAYS[match.group()[:3].lower()]}


def _read_days_back(match: re.Match[str]) -> Part:
    return "day", {"days_back": 1 if match.group().lower() == "yesterday" else 0}


def _read_now(_match: re.Match[str]) -> Part:
    return "age", {"age": Age(timedelta(), "s")}


_READERS: dict[str, Callable[[re.Match[str]], Part]] = {
    "age": _read_age,
    "now": _read_now,
    "daysback": _read_days_back,
    "role": _read_role,
    "ymd": _read_ymd,
    "compact": _read_compact,
    "dmy": _read_words,
    "dmyglued": _read_words,
    "wire": _read_wire,
    "mdy": _read_words,
    "numeric": _read_numeric,
    "clock": _read_clock,
    "bare": _read_bare,
    "military": _read_military,
    "offset": _read_offset,
    "zone": _read_zone,
    "weekday": _read_weekday,
}
