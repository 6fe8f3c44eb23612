"""Feeds and pages by their address: asked for only when they changed, within limits of time and size, and politely.

A server that asks to wait is given its time, one that fails is asked again after growing pauses, and whatever a body does
(drip, never end, unpack to more than fits) it costs no more than the limits say.
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from threading import Timer
from typing import TYPE_CHECKING

import signals
from signals.errors import UnreadableInput
from signals.read.documents import Document
from signals.records import Quarantined

if TYPE_CHECKING:
    import httpx

USER_AGENT = f"market-news-signals/{signals.__version__} (reads news feeds; asks only for what has changed)"
ACCEPT = "application/rss+xml, application/atom+xml, application/json, text/html;q=0.9, */*;q=0.5"
AGAIN = frozenset((408, 425, 429, 500, 502, 503, 504))


@dataclass(frozen=True, slots=True)
class Limits:
    """What one address may cost. Times in seconds, ``largest`` in bytes, packed as well as unpacked."""

    seconds: float = 60.0
    silence: float = 20.0
    largest: int = 64 << 20
    attempts: int = 4
    first_pause: float = 1.0
    longest_pause: float = 60.0
    redirects: int = 5


@dataclass(frozen=True, slots=True)
class Validators:
    """What a server gave to ask again with: its ETag and Last-Modified, as it wrote them."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(slots=True)
class Visits:
    """Validators by address: ``known`` from earlier runs, ``met`` in this one. ``unchanged`` are the addresses without news."""

    known: Mapping[str, Validators] = field(default_factory=dict)
    met: dict[str, Validators] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)


class _TryAgain(Exception):  # noqa: N818  (no error yet)
    def __init__(self, reason: str, pause: float | None = None) -> None:
        super().__init__(reason)
        self.pause = pause


def is_address(path: str) -> bool:
    """Whether a path is an address to be fetched."""
    return path.lower().startswith(("http://", "https://"))


def fetch(url: str, visits: Visits, limits: Limits = Limits()) -> list[Document | Quarantined]:
    """What an address holds now; nothing where it has not changed since the last visit.

    ``received_at`` is the moment at which the answer was complete. A body that was cut off comes with its quarantine.
    """
    import httpx

    for attempt in range(1, limits.attempts + 1):
        try:
            return _answer(url, visits, limits)
        except _TryAgain as again:
            pause = _pause(again.pause, attempt, limits)
            if attempt == limits.attempts or pause > limits.longest_pause:
                return [Quarantined(url, f"{again} (asked {attempt} times); run again later")]
            time.sleep(pause)
        except UnreadableInput as error:
            return [Quarantined(url, error.reason)]
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            return [Quarantined(url, f"cannot be fetched: {type(error).__name__}: {error}")]
    return []


@contextmanager
def _client(limits: Limits) -> Iterator[httpx.Client]:
    """A client that is closed at the latest when body and head together have had their time."""
    import httpx

    client = httpx.Client(timeout=limits.silence, follow_redirects=True, max_redirects=limits.redirects)
    closing = Timer(limits.seconds + limits.silence, client.close)
    closing.daemon = True
    closing.start()
    try:
        yield client
    finally:
        closing.cancel()
        client.close()


def _pause(asked: float | None, attempt: int, limits: Limits) -> float:
    """What the server asked for; else doubling pauses, spread by half so that many readers do not come at once."""
    if asked is not None:
        return asked
    return limits.first_pause * 2.0 ** (attempt - 1) * random.uniform(0.75, 1.25)  # noqa: S311  (no secret)


def _answer(url: str, visits: Visits, limits: Limits) -> list[Document | Quarantined]:
    import httpx

    try:
        with _client(limits) as client, client.stream("GET", url, headers=_headers(visits.known.get(url))) as response:
            if response.status_code == 304:
                visits.unchanged.append(url)
                return []
            _refuse(response, limits)
            body, problem = _unpacked(response, *_body(response, limits), limits)
    except (httpx.TimeoutException, httpx.NetworkError, httpx.RemoteProtocolError) as error:
        raise _TryAgain(f"no answer: {type(error).__name__}: {error}".rstrip(": ")) from error
    if problem is None:
        visits.met[url] = Validators(response.headers.get("etag"), response.headers.get("last-modified"))
    document = Document(url, body, datetime.now(UTC), str(response.url), response.charset_encoding)
    return [document] if problem is None else [document, Quarantined(url, problem, f"byte {len(body):,}")]


def _headers(known: Validators | None) -> dict[str, str]:
    conditions = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified} if known else {}
    given = {name: value for name, value in conditions.items() if value}
    return {"User-Agent": USER_AGENT, "Accept": ACCEPT, "Accept-Encoding": "gzip", **given}


def _refuse(response: httpx.Response, limits: Limits) -> None:
    status = response.status_code
    if status in AGAIN:
        raise _TryAgain(
            f"the server answers {status} {response.reason_phrase}", _retry_after(response.headers.get("retry-after"))
        )
    if not 200 <= status < 300:
        raise UnreadableInput(f"the server answers {status} {response.reason_phrase}: check the address")
    length = response.headers.get("content-length", "")
    if length.isdigit() and int(length) > limits.largest:
        raise UnreadableInput(f"{int(length):,} bytes, more than the {limits.largest:,} that are fetched")


def _retry_after(value: str | None) -> float | None:
    """Seconds to wait, from a number or a date; None where nothing that can be understood was said."""
    if value is None:
        return None
    if value.strip().isdigit():
        return float(value)
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def _body(response: httpx.Response, limits: Limits) -> tuple[bytes, str | None]:
    """The body as it was sent, and what cut it off where something did."""
    import httpx

    body, deadline = bytearray(), time.monotonic() + limits.seconds
    try:
        for block in response.iter_raw():
            body += block
            if len(body) > limits.largest:
                raise UnreadableInput(f"more than the {limits.largest:,} bytes that are fetched")
            if time.monotonic() > deadline:
                return bytes(body), f"not complete after {limits.seconds:g} seconds; what had come was read"
    except (httpx.RemoteProtocolError, httpx.ReadError, httpx.ReadTimeout) as error:
        if not body:
            raise
        return bytes(body), f"cut off: {type(error).__name__}; what had come was read"
    return bytes(body), None


def _unpacked(response: httpx.Response, body: bytes, problem: str | None, limits: Limits) -> tuple[bytes, str | None]:
    from signals.read.archives import GZIP, gunzip

    encoding = response.headers.get("content-encoding", "identity").lower().strip()
    if encoding in {"gzip", "x-gzip"} and body.startswith(GZIP):
        body, broken = gunzip(body, limits.largest)
        problem = problem or (f"{broken}; what came before was read" if broken else None)
    elif encoding not in {"identity", "", "gzip", "x-gzip"}:
        raise UnreadableInput(f"sent as {encoding}, which was not asked for")
    return body, problem
