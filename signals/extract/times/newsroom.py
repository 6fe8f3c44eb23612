"""The zone of a clock time that names none: that of the market's place, or of the newsroom in which it was read off.

A clock is read off shortly before its report reaches us. Where the place of the market, or the country that the report names
most, had no such hour then, another place that the report names has had it.

| text, and when it reached us                                  | clock of     | counter-example                              |
|---------------------------------------------------------------|--------------|----------------------------------------------|
| "At 4pm the rand traded at R17.62 to the dollar", 14:30 UTC    | Johannesburg | "at 4pm in London"                           |
| "Oslo waits. At 15:30 a barrel of Brent cost $79.9", 13:50 UTC | Oslo         | the same at 14:50 UTC, of London             |
| "BTC hit 35,150 at 06:30 SGT; 34,050 now (10:45)", 03:05 UTC   | Singapore    | "at 10:45 on Tuesday", told on Thursday      |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, tzinfo

from signals.extract.linking.mentions import LISTED
from signals.extract.times.expression import TimeExpression
from signals.extract.times.home import Homes, market_zone, minutes_since
from signals.extract.times.instants import hour_of_day
from signals.extract.times.reference import Reference
from signals.instruments.master import Instrument
from signals.records import Item
from signals.zones import zone_info

_GLOBAL = frozenset(
    ("commodity", "precious metal", "crypto")
)  # classes whose prices no single place makes: a clock beside one is the newsroom's
_EVERYWHERE = "EURUSD"  # a pair that is quoted by all newsrooms
_CURRENCIES = frozenset(("fx", "currency"))
_READ_OFF = (None, "last", "close")  # kinds of levels that a report gives as they stand
_AT_ONCE, _WHILE, _HALF_A_DAY = 90, 180, 720  # minutes from a clock to receipt
_CLOCKS_DIFFER = 10  # minutes by which a clock may run ahead of receipt
_DAY = 1440


def is_bare(expression: TimeExpression, known: Reference) -> bool:
    """Whether neither a clock time nor the dateline of its report says of what place it is."""
    said = expression.place or (expression.zone and expression.zone != "local")
    return expression.hour is not None and not said and known.zone is None


class Newsroom:
    """The zones of the clock times of one report that has no dateline; ``live`` marks one of entries headed by hours."""

    def __init__(self, item: Item, times: Sequence[TimeExpression], live: bool) -> None:
        self._item, self._times, self._live = item, times, live
        self._homes: Homes | None = None
        self._zones: dict[int, tzinfo | None] = {}  # of clock times, by where they stand

    def zone(
        self, expression: TimeExpression, instrument: Instrument, known: Reference, level_kind: str | None
    ) -> tzinfo | None:
        """The zone of a clock time beside an instrument; None where nothing tells."""
        kind = instrument.instrument_class
        if self._live:
            return self._of_entry(instrument)
        if kind == "policy rate" or known.latest is None or level_kind not in _READ_OFF:
            return self._leading(instrument)
        if kind not in _GLOBAL and kind not in _CURRENCIES:
            return self._found(expression, instrument, known.latest)
        if expression.start not in self._zones:  # "at 5 p.m. it bought 85.5 US cents and 94.3 Australian cents": one hour
            self._zones[expression.start] = self._found(expression, instrument, known.latest)
        return self._zones[expression.start]

    def _of_entry(self, instrument: Instrument) -> tzinfo | None:
        """The zone of a live report whose stamps tell none: of its market, where the report names no country."""
        if instrument.instrument_class in _CURRENCIES:
            return market_zone(instrument)
        home = self.homes.first
        return None if home.open or home.zone is not None else market_zone(instrument)

    def _found(self, expression: TimeExpression, instrument: Instrument, latest: datetime) -> tzinfo | None:
        leading = self._leading(instrument)
        sure = _DAY - 1 if instrument.instrument_class in LISTED else 0
        if _ago(expression, latest, leading) <= sure:
            return leading
        if likely := _last(expression, latest, (leading, self.homes.first.zone), _AT_ONCE):
            return likely
        if _ago(expression, latest, leading) <= (_HALF_A_DAY if leading == self.homes.first.zone else _WHILE):
            return leading
        return _last(expression, latest, self._named(instrument), _AT_ONCE) or leading

    def _leading(self, instrument: Instrument) -> tzinfo | None:
        """The zone of the market, or for what is traded all over the world that of the country that is named most."""
        kind = instrument.instrument_class
        if kind not in _GLOBAL and instrument.id != _EVERYWHERE:
            return market_zone(instrument)
        home = self.homes.first
        return None if home.open and kind in _GLOBAL else home.zone or market_zone(instrument)

    def _named(self, instrument: Instrument) -> Iterator[tzinfo | None]:
        """The zones of other clock times and of all countries that the report names, and that of a market of one place."""
        told = (t.zone or t.place for t in self._times if t.hour is not None)
        yield from (zone_info(name) for name in told if name is not None)
        yield from self.homes.zones
        if instrument.instrument_class not in _GLOBAL:
            yield market_zone(instrument)

    @property
    def homes(self) -> Homes:
        """Where the report was probably written."""
        if self._homes is None:
            self._homes = Homes(self._item.text)
        return self._homes


def _last(expression: TimeExpression, latest: datetime, zones: Iterable[tzinfo | None], longest: int) -> tzinfo | None:
    """The zone in which a clock last showed an hour, if no longer than so many minutes before receipt."""
    found = ((ago, zone) for zone in zones if (ago := _ago(expression, latest, zone)) <= longest)
    return min(found, key=lambda one: one[0], default=(0, None))[1]


def _ago(expression: TimeExpression, latest: datetime, zone: tzinfo | None) -> int:
    """How many minutes before receipt a clock showed an hour in a zone; at least a day where that was on another day."""
    local = latest.astimezone(zone) if zone is not None else None
    if local is None or not _may_be_today(expression, local):
        return _DAY
    hour = hour_of_day(expression)
    hours = (hour, hour - 12) if hour > 12 > (expression.hour or 0) and expression.part is None else (hour,)
    return min(minutes_since(60 * h + (expression.minute or 0), local, _CLOCKS_DIFFER) for h in hours)


def _may_be_today(expression: TimeExpression, local: datetime) -> bool:
    """Whether the words leave open that a clock is one of the day of receipt."""
    if expression.weekday not in (None, local.weekday()) or expression.day not in (None, local.day):
        return False
    return expression.days in (None, 0) and expression.which is None and not expression.last_night and not expression.ago
