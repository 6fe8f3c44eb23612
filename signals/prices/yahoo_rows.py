"""From yfinance's tables to rows of prices and bars: as traded, in the unit of the instrument, complete ones only."""

from __future__ import annotations

import math
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from signals.instruments import Instrument
from signals.prices.sessions import close_of, usual_close
from signals.prices.units import unit_factor

if TYPE_CHECKING:
    import pandas as pd

Row = dict[str, Any]
SOURCE = "Yahoo Finance"
LONDON, NEW_YORK = ZoneInfo("Europe/London"), ZoneInfo("America/New_York")
MINUTES = {"m": 1, "h": 60}
PRICES = (("Open", "open"), ("High", "high"), ("Low", "low"), ("Close", "close"))


def daily_rows(frame: pd.DataFrame, currency: str | None, instrument: Instrument, now: datetime) -> Iterator[Row]:
    """A row for each session that had closed at ``now`` and has a close. Raises ValueError for prices in another currency."""
    factor = _factor(currency, instrument)
    for (stamp, record), split in zip(_records(frame), _later_splits(frame), strict=True):
        session = stamp.date()
        priced_at = _complete_at(instrument, session, stamp)
        numbers = _numbers(record, factor, split)
        if numbers["close"] is None or priced_at > now:
            continue
        dividend, ratio = _value(record.get("Dividends")), _value(record.get("Stock Splits"))
        yield {
            "instrument": instrument.id,
            "session": session,
            "priced_at": priced_at,
            **numbers,
            "dividend": dividend and _tidy(dividend * factor * split),
            "split": ratio,
            "unit": instrument.unit or currency,
            "kind": "close",
            "source": SOURCE,
            "known_at": priced_at,
            "fetched_at": now,
        }


def intraday_rows(
    frame: pd.DataFrame, currency: str | None, instrument: Instrument, interval: str, now: datetime
) -> Iterator[Row]:
    """A row for each bar that was complete at ``now``. Yahoo's last row, of the price at the moment, is none."""
    factor, length = _factor(currency, instrument), timedelta(minutes=int(interval[:-1]) * MINUTES[interval[-1]])
    for (stamp, record), split in zip(_records(frame), _later_splits(frame), strict=True):
        start = stamp.astimezone(UTC)
        close = close_of(instrument, stamp.date())
        end = min(start + length, close) if close and start < close else start + length
        numbers = _numbers(record, factor, split)
        if numbers["close"] is None or start.second or end > now:
            continue
        yield {
            "instrument": instrument.id,
            "session": stamp.date(),
            "starts_at": start,
            "priced_at": end,
            **numbers,
            "unit": instrument.unit or currency,
            "source": SOURCE,
            "fetched_at": now,
        }


def _records(frame: pd.DataFrame) -> Iterator[tuple[datetime, Row]]:
    names = [str(name) for name in frame.columns]
    for row in frame.itertuples(name=None):
        yield row[0].to_pydatetime(), dict(zip(names, row[1:], strict=True))


def _factor(currency: str | None, instrument: Instrument) -> float:
    """What a quote is multiplied with; 1 for what is not quoted in money (indices, yields) or in a compound unit."""
    if instrument.instrument_class != "share":
        return 1.0
    factor = unit_factor(currency, instrument.unit)
    if factor is None:
        raise ValueError(f"prices in {currency}, while {instrument.id} is quoted in {instrument.unit}")
    return factor


def _later_splits(frame: pd.DataFrame) -> list[float]:
    """For each row the product of the splits after it: Yahoo has divided its prices by that."""
    products, product = [], 1.0
    for ratio in reversed(frame["Stock Splits"].tolist()):
        products.append(product)
        product *= _value(ratio) or 1.0
    return products[::-1]


def _numbers(record: Row, factor: float, split: float) -> Row:
    """Open to close as traded, None where missing (Yahoo writes 0 as well), and the volume in shares of then."""
    prices = {name: _value(record.get(column)) for column, name in PRICES}
    volume = _value(record.get("Volume"))
    return {
        **{name: value and _tidy(value * factor * split) for name, value in prices.items()},
        "volume": volume and _tidy(volume / split),
    }


def _value(number: Any) -> float | None:
    return None if number is None or not math.isfinite(number) or number == 0 else float(number)


def _tidy(number: float) -> float:
    """Seven significant digits: Yahoo's prices are single-precision numbers written out. Volumes keep more."""
    return float(f"{number:.7g}") if abs(number) < 1e6 else float(f"{number:.10g}")


def _complete_at(instrument: Instrument, session: date, stamp: datetime) -> datetime:
    """When Yahoo's daily bar ends. Currencies: midnight in London, on Fridays the end of the week in New York; futures: the
    end of the day of the exchange, 17:00 New York; else the close of the session.
    """
    symbol = instrument.yahoo or ""
    if symbol.endswith("=X"):
        midnight = datetime.combine(session + timedelta(days=1), time(), LONDON)
        week_end = datetime.combine(session, time(17), NEW_YORK)
        return min(midnight, week_end) if session.weekday() == 4 else midnight.astimezone(UTC)
    if symbol.endswith("=F"):
        return datetime.combine(session, time(17), NEW_YORK).astimezone(UTC)
    day_end = datetime.combine(session + timedelta(days=1), time(), stamp.tzinfo)
    return (usual_close(instrument, session) or day_end).astimezone(UTC)
