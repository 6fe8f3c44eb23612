"""Where a report was probably written: the countries that it names, and the zones of markets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, tzinfo
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from signals.extract.times.events import countries_named, names
from signals.extract.times.expression import TimeExpression
from signals.instruments import load_master
from signals.instruments.master import Instrument
from signals.zones import zone_info

_MONEY_OF = {"N": "NG", "₦": "NG", "R": "ZA", "RM": "MY", "Rp": "ID", "KSh": "KE", "Sh": "KE", "₹": "IN", "GH¢": "GH"}
_MONEY = re.compile(r"(?<![\w$])(N|₦|RM|Rp|R|KSh|Sh|₹|GH¢) ?(?=\d)")  # before amounts, those of a report's own country


_HOUR, _DAY = 60, 1440  # minutes


class Home(NamedTuple):
    """The zone of the country that a report names most, None without one; ``open`` where two are named as often."""

    zone: tzinfo | None
    open: bool = False


def home_zone(text: str) -> Home:
    """Where a report was probably written, by the countries that it names."""
    found = countries_named(text, names(text))
    found.update(_MONEY_OF[mark] for mark in _MONEY.findall(text))
    counted = found.most_common(2)
    if len(counted) == 2 and counted[0][1] == counted[1][1]:
        return Home(None, open=True)
    zone = _zones_of_countries().get(counted[0][0]) if counted else None
    return Home(zone_info(zone) if zone is not None else None)


def zone_of_entries(text: str, stamps: Sequence[TimeExpression], latest: datetime | None) -> tzinfo | None:
    """The zone in which a live report that names none was written: that of the only country that it names, or of those that
    it names the one in which the newest entry came within the hour before the report reached us.
    """
    named = countries_named(text, names(text)).most_common()
    zones = [zone for country, _ in named if (zone := zone_info(_zones_of_countries().get(country) or "")) is not None]
    if latest is None or len(named) == 1:
        return zones[0] if len(named) == len(zones) == 1 else None
    newest = _newest(stamps)
    return next((zone for zone in zones if _minutes_ago(newest, latest.astimezone(zone)) <= _HOUR), None)


def _newest(stamps: Sequence[TimeExpression]) -> TimeExpression:
    """The stamp of the newest entry: the first where most hours fall, else the last."""
    clocks = [60 * (stamp.hour or 0) + (stamp.minute or 0) for stamp in stamps]
    falls = sum(after < before for before, after in pairwise(clocks))
    return stamps[0] if 2 * falls > len(clocks) - 1 else stamps[-1]


def _minutes_ago(stamp: TimeExpression, local: datetime) -> int:
    """How long before a moment an hour was last on the clock; on a face of twelve where the stamp names no half of the day."""
    said = 60 * (stamp.hour or 0) + (stamp.minute or 0)
    return (60 * local.hour + local.minute - said) % (_DAY if stamp.halfday else _DAY // 2)


@cache
def _zones_of_countries() -> dict[str, str]:
    local = [i for i in load_master().instruments.values() if i.instrument_class in ("currency", "index")]
    return {i.country: i.timezone for i in local if i.country and i.timezone}


def market_zone(instrument: Instrument | None) -> tzinfo | None:
    """The zone of an instrument's market; None without an instrument."""
    return zone_info(instrument.timezone) if instrument is not None else None


@cache
def exchange_of(zone: str) -> str | None:
    """The calendar of the exchange whose index is the first of a time zone."""
    indices = [i for i in load_master().instruments.values() if i.instrument_class == "index" and i.calendar]
    return next((i.calendar for i in indices if i.timezone == zone), None)
