"""Yahoo Finance as a price source, through yfinance, one symbol after the other.

Prices are asked for unadjusted for dividends; Yahoo takes later splits out of all of its prices, and that is undone here, so
that ``close`` is what was traded then and later splits and dividends change nothing that is recorded. Dividends and splits are
columns of their own: the view adjusted_prices puts them in. Yahoo publishes no quota: requests are paced, and refused ones are
tried again after a growing pause with jitter; when Yahoo goes on refusing, the rest is left for the next run.
"""

from __future__ import annotations

import logging
import random
import time
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from signals.instruments import Instrument, load_master
from signals.prices.source import DAILY, Asked, Delivery, bar_schema, price_schema
from signals.prices.yahoo_rows import daily_rows, intraday_rows
from signals.records import Quarantined

if TYPE_CHECKING:
    import pandas as pd

REACH = {
    "1m": 29,
    "2m": 59,
    "5m": 59,
    "15m": 59,
    "30m": 59,
    "60m": 729,
    "1h": 729,
    "90m": 59,
}  # days kept
WINDOW = {"1m": 7}  # days that one request may span, where that is less
TIMEOUT = 30  # seconds for one answer
LONGEST_PAUSE = 60.0  # seconds

NO_PRICES = "Yahoo has no prices"
READING_ERRORS = (ValueError, KeyError, TypeError, IndexError, AttributeError)


class _Refused(Exception):  # noqa: N818  (what happened)
    """Yahoo goes on refusing requests."""


@dataclass
class Yahoo:
    """``pause``: seconds between requests; ``tries``: how often one request is made; ``session``: a requests or curl_cffi
    session in place of yfinance's own; ``sleep`` waits so many seconds.
    """

    pause: float = 0.5
    tries: int = 5
    session: Any = None
    sleep: Callable[[float], None] = time.sleep
    name: str = field(default="yahoo", init=False)

    def deliver(self, asked: Sequence[Asked], now: datetime) -> Iterator[Delivery]:
        """One delivery for each series, in order. Once Yahoo goes on refusing, the rest is reported without being asked for."""
        for number, one in enumerate(asked):
            try:
                if number:
                    self.sleep(self.pause)
                yield self._series(one, now)
            except _Refused:
                for left in asked[number:]:
                    yield _failed(left, "Yahoo refuses requests (too many): run again later, what was fetched is kept")
                return

    def _series(self, one: Asked, now: datetime) -> Delivery:
        instrument = load_master().instruments.get(one.instrument)
        if instrument is None or not instrument.yahoo:
            return _failed(one, f"no symbol at Yahoo is known for {one.instrument}: add it to the instrument master")
        if one.interval != DAILY and one.interval not in REACH:
            return _failed(one, f"Yahoo has no bars of {one.interval}: choose one of {', '.join([DAILY, *REACH])}")
        problems: list[str] = []
        frames = [self._patiently(instrument, one.interval, start, end, problems) for start, end in _windows(one, now)]
        good = [frame for frame in frames if frame is not None and not frame[0].empty]
        if problems and not good:
            return _failed(one, problems[0])
        unread = [problem for problem in dict.fromkeys(problems) if not problem.startswith(NO_PRICES)]  # a week may be empty
        return _delivery(one, instrument, good, unread, now)

    def _patiently(
        self, instrument: Instrument, interval: str, start: Any, end: Any, problems: list[str]
    ) -> tuple[pd.DataFrame, str | None] | None:
        """The answer and the currency of its prices; None, with the reason in ``problems``, where there is none."""
        from yfinance.exceptions import YFException, YFPricesMissingError, YFRateLimitError, YFTzMissingError

        symbol, reason = str(instrument.yahoo), ""
        for attempt in range(self.tries):
            if attempt:
                self.sleep(min(LONGEST_PAUSE, 2.0**attempt) * random.uniform(0.5, 1.5))  # noqa: S311  (jitter, no secret)
            try:
                return self._ask(symbol, interval, start, end)
            except YFRateLimitError as error:
                if attempt == self.tries - 1:
                    raise _Refused from error
            except (YFPricesMissingError, YFTzMissingError):
                problems.append(f"{NO_PRICES} for the symbol {symbol} of {instrument.id} in this time")
                return None
            except (YFException, OSError, *READING_ERRORS) as error:
                reason = f"Yahoo's answer for {symbol} could not be read, {self.tries} times: {_brief(error)}"
        problems.append(reason)
        return None

    def _ask(self, symbol: str, interval: str, start: Any, end: Any) -> tuple[pd.DataFrame, str | None]:
        import yfinance
        from yfinance.data import YfData

        YfData.cache_get.cache_clear()  # it keeps failed answers as well
        ticker = yfinance.Ticker(symbol, session=self.session)
        period = {"period": "max"} if start is None else {"start": start, "end": end}
        with _raising():
            frame = ticker.history(
                **period, interval=interval, auto_adjust=False, actions=True, prepost=False, repair=False, timeout=TIMEOUT
            )
            return frame, ticker.history_metadata.get("currency")


@contextmanager
def _raising() -> Iterator[None]:
    """yfinance raises what went wrong, in place of an empty table and a line in its log; its own use of pandas warns nobody."""
    import pandas as pd
    import yfinance

    before, log = yfinance.config.debug.hide_exceptions, logging.getLogger("yfinance")
    level = log.level
    yfinance.config.debug.hide_exceptions = False
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", pd.errors.Pandas4Warning)
            yield
    finally:
        yfinance.config.debug.hide_exceptions = before
        log.setLevel(level)


def _windows(one: Asked, now: datetime) -> list[tuple[date | None, date | None]]:
    """First day and day after the last of each request; (None, None) is all there is. The last one reaches to now."""
    if one.interval == DAILY:
        return [(one.since, None)]
    today = now.astimezone(UTC).date()
    first = max(one.since or date.min, today - timedelta(days=REACH[one.interval]))
    step = timedelta(days=WINDOW.get(one.interval, REACH[one.interval] + 1))
    starts = []
    while first <= today:
        starts.append(first)
        first += step
    return [(start, start + step if start + step <= today else None) for start in starts]


def _delivery(
    one: Asked, instrument: Instrument, good: list[tuple[pd.DataFrame, str | None]], problems: list[str], now: datetime
) -> Delivery:
    import pandas as pd
    import pyarrow as pa

    rows: list[dict[str, Any]] = []
    schema = price_schema() if one.interval == DAILY else bar_schema()
    try:
        if good:
            frame, money = pd.concat([frame for frame, _ in good]), good[-1][1]
            frame = frame[~frame.index.duplicated(keep="last")]
            of_daily = one.interval == DAILY
            rows = list(
                daily_rows(frame, money, instrument, now)
                if of_daily
                else intraday_rows(frame, money, instrument, one.interval, now)
            )
        table = pa.Table.from_pylist(rows, schema)
    except (*READING_ERRORS, pa.ArrowException) as error:
        return _failed(one, f"Yahoo's answer for {instrument.yahoo} is no table of prices: {_brief(error)}")
    reports = tuple(_problem(one, reason) for reason in problems)
    if one.interval == DAILY:
        return Delivery(table, bar_schema().empty_table(), reports, (one,))
    return Delivery(price_schema().empty_table(), table, reports, (one,))


def _failed(one: Asked, reason: str) -> Delivery:
    return Delivery(price_schema().empty_table(), bar_schema().empty_table(), (_problem(one, reason),), (one,))


def _problem(one: Asked, reason: str) -> Quarantined:
    return Quarantined(problem_path(one), reason)


def problem_path(one: Asked) -> str:
    """Where quarantine names a series of Yahoo's: ``yahoo:USDZAR:1d``."""
    return f"yahoo:{one.instrument}:{one.interval}"


def _brief(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0][:160]
