"""The days of markets: which session of a market had begun by a moment, and which one a day's report speaks of."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from signals.extract.times.home import market_zone
from signals.extract.times.sessions import SUNDAY_WEEKS, is_session, last_session
from signals.instruments.master import Instrument
from signals.zones import zone_info

# Local hour from which a market's own day counts; the others change day with the clock of UTC.
OPENS = {"index": 8, "share": 5, "bond yield": 6, "yield spread": 6, "volatility index": 8}
_OPENS_AT = {
    **dict.fromkeys(("Australia/Sydney", "Pacific/Auckland"), 10),
    **dict.fromkeys(("Asia/Tokyo", "Asia/Seoul", "Asia/Shanghai", "Asia/Hong_Kong", "Asia/Kolkata"), 9),
}
SUNDAY_OPEN = 20  # hour of UTC from which it is Monday in Asia
_SUNDAY_OPENS = {
    "fx": 17,
    "currency": 17,
}  # hour in New York at which the week begins for currencies, an hour before the others


def trading_day(day: date | None, latest: datetime | None, instrument: Instrument | None) -> date | None:
    """The last weekday on or before: what a report of a weekend speaks of, unless the market never shuts."""
    if day is None or (instrument is not None and instrument.instrument_class == "crypto"):
        return day if day is None or latest is None else min(day, latest.astimezone(UTC).date())
    if instrument is not None and trades_on_sunday(instrument, day):
        return day - timedelta(days={4: 1, 5: 2}.get(day.weekday(), 0))
    if latest is not None and latest.date() == day and _week_begun(latest, instrument):
        return day + timedelta(days=1)
    return _weekday(day)


def trades_on_sunday(instrument: Instrument, day: date) -> bool:
    """Whether an exchange's week runs from Sunday to Thursday."""
    if instrument.instrument_class not in ("index", "share"):
        return False
    return instrument.timezone in SUNDAY_WEEKS or (instrument.timezone == "Asia/Dubai" and day.year < 2022)


def _weekday(day: date) -> date:
    """The last weekday on or before a day."""
    return day - timedelta(days=max(day.weekday() - 4, 0))


def _week_begun(moment: datetime, instrument: Instrument | None) -> bool:
    """Whether a moment lies on Sunday after the week of the markets that trade round the clock has begun."""
    if moment.weekday() != 6 or moment.hour < SUNDAY_OPEN:
        return False
    local = moment.astimezone(zone_info("America/New_York"))
    return local.hour >= _SUNDAY_OPENS.get(instrument.instrument_class if instrument is not None else "fx", 18)


def _opening_hour(instrument: Instrument) -> int | None:
    """The local hour from which a market's own day counts; None for one that trades round the clock, as Treasuries do."""
    if instrument.instrument_class in ("index", "share") and instrument.timezone in _OPENS_AT:
        return _OPENS_AT[instrument.timezone]
    if instrument.instrument_class == "bond yield" and instrument.timezone == "America/New_York":
        return None
    return OPENS.get(instrument.instrument_class)


def session_begun(moment: datetime, instrument: Instrument | None) -> date | None:
    """The last session of a market that had begun by a moment."""
    if instrument is not None and instrument.instrument_class == "crypto":
        return None
    opens = _opening_hour(instrument) if instrument is not None else None
    if instrument is None or opens is None:
        return _weekday(moment.date()) if not _week_begun(moment, instrument) else moment.date() + timedelta(days=1)
    local = moment.astimezone(market_zone(instrument) or UTC)
    calendar = instrument.calendar if instrument.instrument_class in ("index", "share") else None
    if calendar is None and trades_on_sunday(instrument, local.date()):
        return None
    return last_session(calendar, local.date() - timedelta(days=local.hour < opens))


_WAKES = 8
# The local hour before which no close of the day is told of markets that no table of sessions has.
_SETTLES = {"commodity": 12, "precious metal": 8, "bond yield": 14, "yield spread": 14, "fx": 11, "currency": 11}

_SETTLES_AT = {"IEPA": 16}  # the same of an exchange: London's and Amsterdam's oil, gas and softs


def settled_before(instrument: Instrument | None, day: date, latest: datetime | None) -> date | None:
    """The session before a day whose close no report can have told by ``latest``; None where it may have told that."""
    hour = _SETTLES.get(instrument.instrument_class) if instrument is not None else None
    hour = _SETTLES_AT.get(instrument.calendar or "", hour) if instrument is not None else hour
    zone = market_zone(instrument)
    if instrument is None or hour is None or zone is None or latest is None:
        return None
    calendar = "XNYS" if instrument.instrument_class == "bond yield" and instrument.country == "US" else instrument.calendar
    if datetime.combine(day, time(hour), zone) <= latest and is_session(calendar, day) is not False:
        return None
    return last_session(calendar, day - timedelta(days=1))


def has_opened(instrument: Instrument, moment: datetime | None) -> bool:
    """Whether the currency or the bonds of a country of the East were trading at a moment: it is past eight there."""
    eastern = instrument.timezone.startswith(("Asia/", "Australia/", "Pacific/"))
    zone = market_zone(instrument)
    if not eastern or moment is None or zone is None or instrument.instrument_class not in ("fx", "currency", "bond yield"):
        return False
    return moment.astimezone(zone).hour >= _WAKES
