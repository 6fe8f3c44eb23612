"""A server on loopback that speaks as much of Yahoo's chart API as yfinance asks for: cookie, crumb, consent, series.

Series are what the test states. Answers can be scripted per symbol: a status (429, 500) or a text is given once each, in order,
before the series itself is served. Every request for a chart is kept in ``asked``.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, NamedTuple
from urllib.parse import parse_qs, unquote, urlsplit
from zoneinfo import ZoneInfo

import requests
from requests.adapters import HTTPAdapter

CRUMB = "k7Pq.example"


class Bar(NamedTuple):
    """One row: local start, open, high, low, close, volume; None where Yahoo sends null."""

    start: datetime
    open: float | None
    high: float | None
    low: float | None
    close: float | None
    volume: float | None = 1000


@dataclass
class Series:
    timezone: str
    currency: str | None
    bars: list[Bar]
    kind: str = "EQUITY"
    adjusted: list[float | None] | None = None
    dividends: dict[date, float] = field(default_factory=dict)
    splits: dict[date, tuple[float, float]] = field(default_factory=dict)
    periods: list[tuple[datetime, datetime]] = field(default_factory=list)


class Market:
    """What the server knows, and what it was asked."""

    def __init__(self) -> None:
        self.daily: dict[str, Series] = {}
        self.intraday: dict[str, Series] = {}
        self.script: dict[str, list[int | str]] = {}
        self.asked: list[tuple[str, str, datetime, datetime]] = []
        self.steps: list[str] = []
        self.address = ""

    def session(self) -> requests.Session:
        session = requests.Session()
        session.mount("https://", _ToLoopback(self.address))
        return session


class _ToLoopback(HTTPAdapter):
    """Sends requests for any host to the server; the caller sees the address that it asked for."""

    def __init__(self, address: str) -> None:
        super().__init__()
        self._address = address

    def send(self, request: requests.PreparedRequest, *args: Any, **options: Any) -> requests.Response:
        there = request.copy()
        parts = urlsplit(request.url)
        there.url = f"{self._address}{parts.path or '/'}?{parts.query}"
        there.headers["X-Asked-Host"] = parts.hostname
        response = super().send(there, *args, **options)
        response.url = request.url
        return response


@contextmanager
def serving() -> Iterator[Market]:
    market = Market()

    class Handler(_Handler):
        knows = market

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    market.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield market
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    knows: Market

    def log_message(self, *_: object) -> None:
        """Quiet."""

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self._answer(200, "")

    def do_GET(self) -> None:
        parts = urlsplit(self.path)
        host, query = self.headers.get("X-Asked-Host", ""), {k: v[0] for k, v in parse_qs(parts.query).items()}
        if parts.path.startswith("/v8/finance/chart/"):
            self._chart(unquote(parts.path.rsplit("/", 1)[1]), query)
        elif parts.path == "/v1/test/getcrumb":
            self._crumb()
        elif host.startswith("fc."):
            self.knows.steps.append("cookie")
            self._answer(404, "", cookie="A3=d=AQABBE&S=AQAAAk; Domain=.yahoo.com; Path=/; Max-Age=31557600")
        elif host.startswith("guce."):
            form = '<input name="csrfToken" value="t"><input name="sessionId" value="s">'
            self._answer(200, f"<html><form>{form}</form></html>")
        else:
            self._answer(404, "{}")

    def _crumb(self) -> None:
        if "A3=" not in self.headers.get("Cookie", ""):
            self._answer(401, "")
            return
        self.knows.steps.append("crumb")
        self._answer(200, CRUMB)

    def _chart(self, symbol: str, query: dict[str, str]) -> None:
        scripted = self.knows.script.get(symbol)
        first, last = (datetime.fromtimestamp(int(query.get(k, 0)), UTC) for k in ("period1", "period2"))
        if "period1" in query:
            self.knows.asked.append((symbol, query["interval"], first, last))
        if scripted:
            answer = scripted.pop(0)
            if isinstance(answer, int):
                self._answer(answer, "Too Many Requests" if answer == 429 else "<html>error</html>")
            else:
                self._answer(200, answer)
            return
        if query.get("crumb") != CRUMB:
            self._answer(
                401, json.dumps({"chart": {"result": None, "error": {"code": "Unauthorized", "description": "Invalid Crumb"}}})
            )
            return
        of = self.knows.intraday if query["interval"][-1] in "mh" else self.knows.daily
        found = of.get(symbol) or self.knows.daily.get(symbol) or self.knows.intraday.get(symbol)
        if found is None:
            error = {"code": "Not Found", "description": "No data found, symbol may be delisted"}
            self._answer(404, json.dumps({"chart": {"result": None, "error": error}}))
            return
        within = (first, last) if "period1" in query else (datetime(1970, 1, 1, tzinfo=UTC), datetime(2200, 1, 1, tzinfo=UTC))
        self._answer(200, json.dumps(chart(symbol, found, *within)))

    def _answer(self, status: int, text: str, cookie: str | None = None) -> None:
        body = text.encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        if cookie:
            self.send_header("Set-Cookie", cookie)
        self.end_headers()
        self.wfile.write(body)


def chart(symbol: str, series: Series, first: datetime, last: datetime) -> dict[str, Any]:
    """The answer of /v8/finance/chart for the bars that start in [first, last)."""
    places = [n for n, bar in enumerate(series.bars) if first <= bar.start < last]
    bars = [series.bars[n] for n in places]
    zone = ZoneInfo(series.timezone)
    offset = int(datetime.now(zone).utcoffset().total_seconds())  # type: ignore[union-attr]
    meta: dict[str, Any] = {
        "currency": series.currency, "symbol": symbol, "exchangeName": "XXX", "instrumentType": series.kind,
        "exchangeTimezoneName": series.timezone, "timezone": "XST", "gmtoffset": offset, "priceHint": 2,
        "dataGranularity": "1d", "range": "", "validRanges": ["1d", "5d", "1mo", "1y", "max"],
    }  # fmt: skip
    if series.periods:
        meta["tradingPeriods"] = [
            [{"timezone": "XST", "start": _stamp(start), "end": _stamp(end), "gmtoffset": offset}]
            for start, end in series.periods
        ]
    quote = {name: [getattr(bar, name) for bar in bars] for name in ("open", "high", "low", "close", "volume")}
    adjusted = series.adjusted or [bar.close for bar in series.bars]
    result: dict[str, Any] = {
        "meta": meta,
        "indicators": {"quote": [quote if bars else {}], "adjclose": [{"adjclose": [adjusted[n] for n in places]}]},
    }
    if bars:
        result["timestamp"] = [_stamp(bar.start) for bar in bars]
    opens = {bar.start.astimezone(zone).date(): bar.start for bar in bars}
    paid = {d: {"amount": amount} for d, amount in series.dividends.items()}
    split = {d: {"numerator": n, "denominator": m, "splitRatio": f"{n}:{m}"} for d, (n, m) in series.splits.items()}
    events = {
        name: {str(_stamp(opens[d])): {**facts, "date": _stamp(opens[d])} for d, facts in found.items() if d in opens}
        for name, found in (("dividends", paid), ("splits", split))
    }
    result["events"] = {name: found for name, found in events.items() if found}
    return {"chart": {"result": [result], "error": None}}


def _stamp(moment: datetime) -> int:
    return int(moment.timestamp())


def days(
    timezone: str, opens_at: time, rows: list[tuple[str, float | None, float | None, float | None, float | None]]
) -> list[Bar]:
    """Daily bars from (date, open, high, low, close), starting at the exchange's opening."""
    zone = ZoneInfo(timezone)
    return [Bar(datetime.combine(date.fromisoformat(day), opens_at, zone), *prices) for day, *prices in rows]


def minutes(start: datetime, closes: list[float | None], step: timedelta = timedelta(minutes=1)) -> list[Bar]:
    """Bars one after the other from a start, open and range around each close."""
    return [
        Bar(start + n * step, close, close and close + 0.5, close and close - 0.5, close, 10 if close else None)
        for n, close in enumerate(closes)
    ]
