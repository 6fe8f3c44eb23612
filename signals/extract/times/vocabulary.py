"""The words of time, each with the fields of a time expression that it fills."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from signals.extract.text.months import MONTHS, SHORT_MONTHS
from signals.zones import ABBREVIATIONS, PLACES, ZONE_NAMES

Fields = dict[str, Any]

DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
SHORT_DAYS = {"mon": 0, "tue": 1, "tues": 1, "wed": 2, "thu": 3, "thur": 3, "thurs": 3, "fri": 4, "sat": 5, "sun": 6}
NUMERALS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
LONGER = {"fifteen": 15, "twenty": 20, "twenty-four": 24, "thirty": 30, "fifty-two": 52, "twelve": 12}

_UNITS: dict[str, Fields] = {
    "hour": {"unit": "hour"},
    "day": {"unit": "day"},
    "session": {"unit": "day"},
    "trading day": {"unit": "day"},
    "week": {"unit": "week"},
    "month": {"unit": "month"},
    "quarter": {"unit": "quarter"},
    "year": {"unit": "year"},
}
_QUARTERS: dict[str, Fields] = {
    name: {"unit": "quarter", "month": 3 * place}
    for place, spellings in enumerate(("first;1st;q1;1q", "second;2nd;q2;2q", "third;3rd;q3;3q", "fourth;4th;q4;4q"), 1)
    for word in spellings.split(";")
    for name in ([f"{word} quarter"] if len(word) > 2 else [word])
}
_QUARTERS |= {
    spelled.format(*ends): {"unit": "quarter", "month": 3 * place, "role": "at"}
    for place in range(1, 5)
    for ends in ((MONTHS[3 * place - 3], MONTHS[3 * place - 1]), (MONTHS[3 * place - 3][:3], MONTHS[3 * place - 1][:3]))
    for spelled in (
        "between {} and {}",
        "from {} to {}",
        "from {} through {}",
        "{} to {}",
        "{} through {}",
        "{}-to-{}",
        "{}-{}",
        "{}–{}",
    )
}  # "between April and June"
_ADVERBS: dict[str, Fields] = {
    "today": {"days": 0},
    "tonight": {"days": 0, "part": "evening"},
    "yesterday": {"days": -1},
    "tomorrow": {"days": 1},
    "overnight": {"part": "overnight"},
    "day before yesterday": {"days": -2},
    "day after tomorrow": {"days": 2},
    **{f"({unit})": {"unit": unit, "definite": True} for unit in ("week", "month", "quarter")},
    "weekly": {"unit": "week", "definite": True},
    "monthly": {"unit": "month", "definite": True},
    "quarterly": {"unit": "quarter", "definite": True},
    "annual": {"unit": "year", "definite": True},
    "yearly": {"unit": "year", "definite": True},
    "fortnight": {"unit": "week", "count": 2},
    "24h": {"unit": "day", "definite": True},
    "7d": {"unit": "week", "definite": True},
    "30d": {"unit": "month", "definite": True},
    "ytd": {"unit": "year", "to_date": True},
    "mtd": {"unit": "month", "to_date": True},
    "qtd": {"unit": "quarter", "to_date": True},
    "wtd": {"unit": "week", "to_date": True},
}
# "Up 3% week on week", in notes "+4.9% w/w", "3% m-o-m", "24% yoy". "Wow" and "mom" are words as well.
_LONG = {
    spelling: {"unit": unit, "definite": True}
    for unit in ("week", "month", "quarter", "year")
    for spelling in (f"{unit} on {unit}", f"{unit}-on-{unit}", f"{unit} over {unit}", f"{unit}-over-{unit}", f"on-{unit}")
}
_LONG |= {
    f"{day}{to}{day}": {"unit": "week", "definite": True}
    for day in ("monday", "tuesday", "wednesday", "thursday", "friday")
    for to in ("-to-", " to ", "-on-", " on ", "-over-")
}  # "on a Friday-to-Friday basis"
_OVER = {"w": "week", "wk": "week", "m": "month", "mo": "month", "q": "quarter", "y": "year", "yr": "year"}
_ADVERBS |= _LONG | {short: {"unit": "week", "definite": True} for short in ("wk", "1w", "1wk", "1-wk")}
_ADVERBS |= {
    spelling: {"unit": unit, "definite": True}
    for short, unit in _OVER.items()
    for spelling in (f"{short}/{short}", f"{short}-o-{short}", f"{short}o{short}")
    if spelling not in ("wow", "mom")
}
_WHICH: dict[str, Fields] = {
    "last": {"which": "last"},
    "previous": {"which": "last"},
    "past": {"which": "last", "definite": True},
    "prior": {"which": "last"},
    "preceding": {"which": "last"},
    "same": {"which": "this"},
    "this": {"which": "this"},
    "current": {"which": "this"},
    "next": {"which": "next"},
    "coming": {"which": "next"},
    "following": {"which": "next"},
    "upcoming": {"which": "next"},
    "so far": {"to_date": True},
    "to date": {"to_date": True},
    "to-date": {"to_date": True},
    "thus far": {"to_date": True},
    "ago": {"ago": True},
    "earlier": {"ago": True},
    "before": {"ago": True},
    "day before": {"days": -1},
    **{f"{part} before": {"days": -1, "part": part} for part in ("evening", "afternoon")},
    "night before": {"days": -1, "part": "evening"},
    "that day": {"same": True},
    "that session": {"same": True},
    "same day": {"same": True},
    **{f"{word}{s} later": {"same": True, "days": 1} for word in ("day", "session", "trading day") for s in ("", "s")},
    **{f"week{s} later": {"same": True, "days": 7} for s in ("", "s")},
    **{f"{which} {word}": {"same": True, "days": 1} for which in ("next", "following") for word in ("day", "session")},
    "same hour": {"same": True, "part": "clock"},
    "same time": {"same": True, "part": "clock"},
    "that time": {"same": True, "part": "clock"},
    "that hour": {"same": True, "part": "clock"},
    "by then": {"same": True, "part": "clock"},
    **{f"that {part}": {"same": True} for part in ("morning", "afternoon", "evening", "night")},
    "since then": {"role": "since", "same": True},
    "since new year": {"role": "since", "edge": "start", "unit": "year"},
    "since the new year": {"role": "since", "edge": "start", "unit": "year"},
    "since": {"role": "since"},
    "until": {"role": "until"},
    "till": {"role": "until"},
}
_PARTS: dict[str, Fields] = {
    "noon": {"hour": 12, "minute": 0},
    "midday": {"hour": 12, "minute": 0},
    "midnight": {"hour": 0, "minute": 0},
    "morning": {"part": "morning"},
    "afternoon": {"part": "afternoon"},
    "evening": {"part": "evening"},
    "night": {"part": "evening"},
    **{word: {"part": "midday"} for word in ("lunchtime", "lunch time", "midsession", "mid-session")},
    "after-hours": {"part": "after hours"},
    "after hours": {"part": "after hours"},
    "after the bell": {"part": "after hours"},
    "after the closing bell": {"part": "after hours"},
    "after market hours": {"part": "after hours"},
    "extended hours": {"part": "after hours"},
    "extended session": {"part": "after hours"},
    "extended trading": {"part": "after hours"},
    "extended trade": {"part": "after hours"},
    "premarket": {"part": "before the open"},
    "before the bell": {"part": "before the open"},
    "ahead of the bell": {"part": "before the open"},
    "before the opening bell": {"part": "before the open"},
    "ahead of the opening bell": {"part": "before the open"},
    "before the open": {"part": "before the open"},
    "postmarket": {"part": "after hours"},
    "pre-market": {"part": "before the open"},
    "late trade": {"part": "late"},
    "early trade": {"part": "early"},
    "early trading": {"part": "early"},
    "late trading": {"part": "late"},
    "opening deals": {"part": "early"},
    "early deals": {"part": "early"},
    "late deals": {"part": "late"},
}
_SESSIONS: dict[str, Fields] = {
    **{word: {"session": "close"} for word in ("close", "closing", "closing level", "closing price", "closing rate")},
    **{word: {"session": "close"} for word in ("settlement", "settle", "finish")},
    **{word: {"session": "open"} for word in ("open", "opening", "opening level", "opening price")},
    **{word: {"session": "fixing"} for word in ("fix", "fixing", "midpoint", "reference rate")},
}
_EDGES: dict[str, Fields] = {
    **{word: {"edge": "start"} for word in ("start", "beginning", "early", "turn")},
    "end": {"edge": "end"},
    "late": {"edge": "late"},
    **{word: {"edge": "middle"} for word in ("middle", "mid")},
}
_HALVES: dict[str, Fields] = {
    f"{which} half of": {"unit": "month", "count": 6, "definite": True} for which in ("first", "second")
}
_STRETCHES: dict[str, Fields] = {
    f"{which} {part} of": {"edge": edge} | ({"unit": "week"} if part == "week" else {})
    for edge, places in {"start": "first opening", "middle": "second third", "late": "last final closing"}.items()
    for which in places.split()
    for part in ("days", "week", "weeks")
}
PARTS_OF_YEARS = _HALVES | _STRETCHES  # "the first half of 2024", "the opening weeks of 2008"
_YEARS: dict[str, Fields] = {
    **{f"{half} {year}": fields for half, fields in _HALVES.items() for year in ("the year", "this year", "last year")},
    **{half.removesuffix(" of"): fields for half, fields in _HALVES.items()},  # "in the first half" as a time
    **{f"{which} decade": {"unit": "year", "count": 10, "definite": True} for which in ("past", "last")},
}
_SAME_TIME: dict[str, Fields] = {
    f"{lead} {back.format(unit)}": {"unit": unit, "ago": True, "count": 1}
    for lead in ("this time", "this day")
    for unit in ("week", "month", "year")
    for back in ("last {}", "a {} ago", "one {} ago")
}
_HOLIDAYS: dict[str, Fields] = {
    name.replace("'", mark): {"month": month, "day": day}
    for name, month, day in (
        ("new year's day", 1, 1),
        ("christmas eve", 12, 24),
        ("christmas day", 12, 25),
        ("boxing day", 12, 26),
        ("new year's eve", 12, 31),
    )
    for mark in "'’"
}


def vocabulary() -> Iterator[tuple[str, Fields]]:
    """Every word or phrase in lower case, with what it fills."""
    yield from ((name, {"weekday": place}) for place, name in enumerate(DAYS))
    yield from ((name, {"weekday": place}) for name, place in SHORT_DAYS.items())
    yield from ((name, {"month": place}) for place, name in enumerate(MONTHS, 1))
    yield from ((name, {"month": place}) for name, place in SHORT_MONTHS.items() if name != "may")
    yield from ((word, {"count": size}) for size, word in enumerate(NUMERALS, 1))
    yield from ((word, {"count": size}) for word, size in LONGER.items())
    for word, fields in _UNITS.items():
        yield word, fields
        yield f"{word}s", fields
    for table in (_QUARTERS, _ADVERBS, _WHICH, _PARTS, _SESSIONS, _EDGES, _STRETCHES, _YEARS, _SAME_TIME, _HOLIDAYS):
        yield from table.items()
    yield from ((name.lower(), {"place": zone}) for name, zone in PLACES.items())
    yield from ((f"{name.lower()} time", {"zone": zone}) for name, zone in PLACES.items())
    yield from ((name, {"zone": zone}) for name, zone in ZONE_NAMES.items())
    for word in ("noon", "midday", "midnight"):
        yield from ((f"{word} {zone.lower()}", {**_PARTS[word], "zone": zone}) for zone in ABBREVIATIONS)


PROPER = frozenset([*DAYS, *SHORT_DAYS, *MONTHS, *SHORT_MONTHS, *(name.lower() for name in PLACES)])
ABBREVIATED_DAYS = frozenset(SHORT_DAYS)
