"""Writes calendars.csv, exceptions.csv and closes.csv from exchange_calendars and overrides.csv. Run: python
data/sessions/build.py

A calendar is its usual weekdays, the days on which it departs from them ("-0101" shut, "+0104" open, by year), and the
sessions from which
its closing time, on the local clock, differs from the session before.
"""

from __future__ import annotations

import csv
import warnings
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import exchange_calendars as xc
import pandas as pd

HERE = Path(__file__).resolve().parent
FIRST, LAST = "2000-01-01", "2027-12-31"
SKIP = {"24/5", "24/7"}
# Exchanges that move their hours with another clock, which the library lacks: since when, and where it is then what time.
WITH = {"BVMF": ("2019-11-04", "America/New_York", time(16))}


def calendar_of(name: str) -> xc.ExchangeCalendar | None:
    """The widest span that the library can compute; None, said on the terminal, where it can compute none."""
    for bounds in ({"start": FIRST, "end": LAST}, {"start": FIRST}, {"start": "2017-01-01"}, {"start": "2021-01-01"}):
        try:
            return xc.get_calendar(name, **bounds)
        except (ValueError, NotImplementedError) as error:
            reason = str(error)[:100]
    print(f"{name} left out: {reason}")
    return None


def sessions_of(calendar: xc.ExchangeCalendar) -> tuple[list[date], pd.Series, str]:
    """Sessions, their closes on the local clock, and the zone."""
    closes = calendar.schedule["close"].dt.tz_convert(calendar.tz).dt.strftime("%H:%M")
    return [day.date() for day in calendar.sessions], closes, str(calendar.tz)


def overridden(name: str, days: list[date], closes: pd.Series) -> tuple[list[date], pd.Series]:
    """The sessions and their closes without the closures that overrides.csv adds, and with its special sessions."""
    with (HERE / "overrides.csv").open(encoding="utf-8", newline="") as file:
        own = [row for row in csv.DictReader(file) if row["calendar"] == name]
    shut = {date.fromisoformat(row["date"]) for row in own if row["session"] == "shut"}
    opened = {date.fromisoformat(row["date"]): row["close"] for row in own if row["session"] == "open"}
    for day, close in opened.items():
        closes[pd.Timestamp(day)] = close
    return sorted({*days, *opened} - shut), closes


def usual_week(days: list[date]) -> str:
    """Seven figures, Monday first: 1 where more than half of such days are sessions."""
    weeks = max((days[-1] - days[0]).days / 7, 1)
    counts = Counter(day.weekday() for day in days)
    return "".join("1" if counts[place] > weeks / 2 else "0" for place in range(7))


def exceptions(days: list[date], week: str) -> Iterator[tuple[int, str]]:
    """Per year, the days that depart from the usual week."""
    sessions, by_year = set(days), defaultdict(list)
    for offset in range((days[-1] - days[0]).days + 1):
        day = days[0] + timedelta(days=offset)
        if (day in sessions) != (week[day.weekday()] == "1"):
            by_year[day.year].append(f"{'+' if day in sessions else '-'}{day:%m%d}")
    return ((year, " ".join(marks)) for year, marks in sorted(by_year.items()))


def changes(days: list[date], closes: pd.Series) -> Iterator[tuple[str, str]]:
    """The sessions at which the closing time changes, with the new time."""
    before = ""
    for day in days:
        close = closes[pd.Timestamp(day)]
        if close != before:
            yield day.isoformat(), close
            before = close


def moved(name: str, days: list[date], closes: pd.Series, zone: str) -> pd.Series:
    """The closes of an exchange that moves them with the clock of another place."""
    since, elsewhere, hour = WITH[name]
    for day in (day for day in days if day.isoformat() >= since):
        there = datetime.combine(day, hour, ZoneInfo(elsewhere))
        closes[pd.Timestamp(day)] = f"{there.astimezone(ZoneInfo(zone)):%H:%M}"
    return closes


def write(name: str, header: str, rows: Iterable[Iterable[object]]) -> None:
    """One table, sorted as given."""
    with (HERE / name).open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(header.split(","))
        table.writerows(rows)


def main() -> None:
    """All calendars of the library but those that never shut."""
    calendars, odd, times = [], [], []
    for name in sorted(set(xc.get_calendar_names(include_aliases=False)) - SKIP):
        calendar = calendar_of(name)
        if calendar is None:
            continue
        days, closes, zone = sessions_of(calendar)
        days, closes = overridden(name, days, closes)
        closes = moved(name, days, closes, zone) if name in WITH else closes
        week = usual_week(days)
        calendars.append((name, zone, week, days[0], days[-1]))
        odd += [(name, *row) for row in exceptions(days, week)]
        times += [(name, *row) for row in changes(days, closes)]
    write("calendars.csv", "calendar,timezone,week,first,last", calendars)
    write("exceptions.csv", "calendar,year,days", odd)
    write("closes.csv", "calendar,from,close", times)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
