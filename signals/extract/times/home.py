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


_HOUR, _HOURS, _DAY = 60, 600, 1440  # minutes
_NOON = 12


class Home(NamedTuple):
    """The zone of the country that a report names most, None without one; ``open`` where two are named as often."""

    zone: tzinfo | None
    open: bool = False


class Homes:
    """The zones of the countries that a report names, and which of them it names most."""

    def __init__(self, text: str) -> None:
        found = countries_named(text, names(text))
        found.update(_MONEY_OF[mark] for mark in _MONEY.findall(text))
        self._counted = found.most_common()

    @property
    def first(self) -> Home:
        """Where a report was probably written, by the countries that it names."""
        counted = self._counted
        if len(counted) > 1 and counted[0][1] == counted[1][1]:
            return Home(None, open=True)
        return Home(_zone_of(counted[0][0]) if counted else None)

    @property
    def leading(self) -> list[tzinfo]:
        """Those of the countries that it names most."""
        most = self._counted[0][1] if self._counted else 0
        return [zone for country, times in self._counted if times == most and (zone := _zone_of(country)) is not None]

    @property
    def only(self) -> bool:
        """Whether it names one country alone."""
        return len(self._counted) == 1

    @property
    def zones(self) -> list[tzinfo]:
        """Those of all countries that it names, the most named first."""
        return [zone for country, _ in self._counted if (zone := _zone_of(country)) is not None]


def zone_of_entries(text: str, stamps: Sequence[TimeExpression], latest: datetime | None) -> tzinfo | None:
    """The zone in which a live report that names none was written: that of the only country that it names, or of those that
    it names the one in which the newest entry came within the hour before the report reached us; else that of the country
    that it names most, where the newest entry came in the hours before.
    """
    homes = Homes(text)
    if latest is None or homes.only:
        return homes.first.zone if homes.only else None
    newest, whole = _newest(stamps), any(stamp.halfday or (stamp.hour or 0) > _NOON for stamp in stamps)
    ago = {zone: _minutes_ago(newest, latest.astimezone(zone), whole) for zone in homes.zones}
    soon = next((zone for zone, minutes in ago.items() if minutes <= _HOUR), None)
    likely = min(homes.leading, key=ago.__getitem__, default=None) if whole else None
    return soon or (likely if likely is not None and ago[likely] <= _HOURS else None)


def _newest(stamps: Sequence[TimeExpression]) -> TimeExpression:
    """The stamp of the newest entry: the first where most hours fall, else the last."""
    clocks = [60 * (stamp.hour or 0) + (stamp.minute or 0) for stamp in stamps]
    falls = sum(after < before for before, after in pairwise(clocks))
    return stamps[0] if 2 * falls > len(clocks) - 1 else stamps[-1]


def _minutes_ago(stamp: TimeExpression, local: datetime, whole: bool) -> int:
    """How long before a moment an hour was last on the clock, on a face of twelve unless it is of a ``whole`` day."""
    return minutes_since(60 * (stamp.hour or 0) + (stamp.minute or 0), local, face=_DAY if whole else _DAY // 2)


def minutes_since(said: int, local: datetime, ahead: int = 0, face: int = _DAY) -> int:
    """The minutes since a clock last showed so many past midnight; negative where it is ``ahead`` by no more than that."""
    return (60 * local.hour + local.minute - said + ahead) % face - ahead


def _zone_of(country: str) -> tzinfo | None:
    zone = _zones_of_countries().get(country)
    return zone_info(zone) if zone is not None else None


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
