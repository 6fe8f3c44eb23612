"""Feeds by address, from a real server on this machine that behaves as badly as servers do."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from signals.read import Visits, read_items
from signals.read.documents import Document
from signals.read.fetching import Limits, fetch
from signals.records import Item, Quarantined

from .shapes import ITEMS, rss2

QUICK = Limits(seconds=2, silence=1, largest=4 << 20, attempts=3, first_pause=0.02, longest_pause=2, redirects=3)
FEED = rss2().encode()


@dataclass
class Server:
    """What the paths answer, and what was asked: method, path and headers of each request."""

    address: str = ""
    answers: dict[str, Callable[[BaseHTTPRequestHandler, int], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)

    def times(self, path: str) -> int:
        return sum(asked == path for asked, _ in self.asked)


@pytest.fixture
def server() -> Iterator[Server]:
    state = Server()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            state.asked.append((self.path, {name.lower(): value for name, value in self.headers.items()}))
            with suppress(BrokenPipeError, ConnectionResetError):
                state.answers[self.path](self, state.times(self.path))
            self.close_connection = True

        def end_headers(self) -> None:
            self.send_header("Connection", "close")  # said, so that no client asks again on a connection that is about to end
            super().end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as running:
        running.daemon_threads = True
        state.address = f"http://127.0.0.1:{running.server_address[1]}"
        Thread(target=running.serve_forever, daemon=True).start()
        yield state
        running.shutdown()


def answer(handler: BaseHTTPRequestHandler, body: bytes = FEED, status: int = 200, **headers: str) -> None:
    handler.send_response(status)
    for name, value in {"content_length": str(len(body)), "content_type": "application/rss+xml", **headers}.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(body)


def get(server: Server, path: str = "/feed", visits: Visits | None = None) -> list[Document | Quarantined]:
    return fetch(server.address + path, visits or Visits(), QUICK)


def only(found: list[Document | Quarantined]) -> Document:
    (document,) = found
    assert isinstance(document, Document)
    return document


def refused(found: list[Document | Quarantined]) -> str:
    (quarantined,) = found
    assert isinstance(quarantined, Quarantined)
    return quarantined.reason


def test_items_come_with_the_moment_of_receipt(server: Server) -> None:
    server.answers["/feed"] = lambda handler, _: answer(handler)
    before = datetime.now(UTC)
    items = list(read_items([server.address + "/feed"]))
    assert [item.headline for item in items if isinstance(item, Item)] == [n.headline for n in ITEMS]
    assert all(
        isinstance(item, Item) and item.received_at and before <= item.received_at <= datetime.now(UTC) for item in items
    )
    assert [item.published_at for item in items if isinstance(item, Item)] == [n.at for n in ITEMS]


def test_it_says_who_asks(server: Server) -> None:
    server.answers["/feed"] = lambda handler, _: answer(handler)
    get(server)
    assert server.asked[0][1]["user-agent"].startswith("market-news-signals/")


def test_what_has_not_changed_is_not_sent_again(server: Server) -> None:
    def conditional(handler: BaseHTTPRequestHandler, _: int) -> None:
        if handler.headers.get("If-None-Match") == '"v1"' and handler.headers.get("If-Modified-Since"):
            answer(handler, b"", 304)
        else:
            answer(handler, etag='"v1"', last_modified="Tue, 02 Sep 2025 10:00:00 GMT")

    server.answers["/feed"] = conditional
    first = Visits()
    only(get(server, visits=first))
    again = Visits(known=first.met)
    assert get(server, visits=again) == []
    assert again.unchanged == [server.address + "/feed"]
    assert again.met == {}


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_redirects_are_followed(server: Server, status: int) -> None:
    server.answers["/old"] = lambda handler, _: answer(handler, b"", status, location="/feed")
    server.answers["/feed"] = lambda handler, _: answer(handler)
    document = only(get(server, "/old"))
    assert (document.path, document.url) == (server.address + "/old", server.address + "/feed")


def test_redirects_end(server: Server) -> None:
    server.answers["/loop"] = lambda handler, _: answer(handler, b"", 302, location="/loop")
    assert "redirect" in refused(get(server, "/loop")).lower()


def test_a_redirect_to_a_file_is_not_followed(server: Server) -> None:
    server.answers["/file"] = lambda handler, _: answer(handler, b"", 302, location="file:///etc/hostname")
    assert "cannot be fetched" in refused(get(server, "/file"))


def test_it_waits_as_long_as_it_is_asked_to(server: Server) -> None:
    moments: list[float] = []

    def busy(handler: BaseHTTPRequestHandler, times: int) -> None:
        moments.append(time.monotonic())
        answer(handler, b"", 429, retry_after="1") if times == 1 else answer(handler)

    server.answers["/feed"] = busy
    only(get(server))
    assert moments[1] - moments[0] >= 1.0


def test_a_wait_beyond_the_limit_is_left_to_the_next_run(server: Server) -> None:
    server.answers["/feed"] = lambda handler, _: answer(handler, b"", 503, retry_after="Wed, 02 Sep 2099 10:00:00 GMT")
    assert "503" in refused(get(server))
    assert server.times("/feed") == 1


def test_an_error_of_the_moment_is_tried_again(server: Server) -> None:
    server.answers["/feed"] = lambda handler, times: answer(handler, b"", 500) if times == 1 else answer(handler)
    only(get(server))
    assert server.times("/feed") == 2


def test_an_error_that_stays_is_told_of(server: Server) -> None:
    server.answers["/feed"] = lambda handler, _: answer(handler, b"", 502)
    assert "502" in refused(get(server))
    assert server.times("/feed") == QUICK.attempts


def test_a_missing_page_is_asked_for_once(server: Server) -> None:
    server.answers["/feed"] = lambda handler, _: answer(handler, b"gone", 404)
    assert "404" in refused(get(server))
    assert server.times("/feed") == 1


def test_nobody_listens() -> None:
    assert "no answer" in refused(fetch("http://127.0.0.1:9/feed", Visits(), QUICK))


def test_an_address_that_is_none() -> None:
    assert "cannot be fetched" in refused(fetch("http://[::1/feed", Visits(), QUICK))


def drip(handler: BaseHTTPRequestHandler, _: int) -> None:
    handler.send_response(200)
    handler.end_headers()
    for n in range(600):
        handler.wfile.write(FEED[n : n + 1])
        time.sleep(0.05)


def test_a_slow_drip_ends_with_the_time(server: Server) -> None:
    server.answers["/feed"] = drip
    started = time.monotonic()
    document, quarantined = get(server)
    assert time.monotonic() - started < 2 * QUICK.seconds
    assert isinstance(document, Document)
    assert FEED.startswith(document.content)
    assert isinstance(quarantined, Quarantined)
    assert "not complete" in quarantined.reason


def drip_head(handler: BaseHTTPRequestHandler, _: int) -> None:
    handler.wfile.write(b"HTTP/1.1 200 OK\r\nX: ")
    for _n in range(600):
        handler.wfile.write(b"x")
        time.sleep(0.05)


def test_a_slow_drip_of_headers_ends_with_the_time(server: Server) -> None:
    server.answers["/feed"] = drip_head
    started = time.monotonic()
    reason = refused(fetch(server.address + "/feed", Visits(), replace(QUICK, seconds=1, silence=0.5, attempts=1)))
    assert "no answer" in reason
    assert time.monotonic() - started < 5


def test_a_large_body_is_refused_by_its_stated_length(server: Server) -> None:
    server.answers["/feed"] = lambda handler, _: answer(handler, b"x", content_length=str(2 << 30))
    assert "2,147,483,648" in refused(get(server))


def endless(handler: BaseHTTPRequestHandler, _: int) -> None:
    handler.send_response(200)
    handler.end_headers()
    for _block in range(2048):
        handler.wfile.write(bytes(1 << 20))


def test_a_large_body_is_refused_while_it_comes(server: Server) -> None:
    server.answers["/feed"] = endless
    assert "more than" in refused(get(server))


def test_a_body_that_unpacks_to_too_much_is_refused(server: Server) -> None:
    packed = gzip.compress(bytes(64 << 20))
    server.answers["/feed"] = lambda handler, _: answer(handler, packed, content_encoding="gzip")
    assert "unpacks" in refused(get(server))


def test_a_packed_body(server: Server) -> None:
    server.answers["/feed"] = lambda handler, _: answer(handler, gzip.compress(FEED), content_encoding="gzip")
    assert only(get(server)).content == FEED


def test_a_packed_body_cut_off(server: Server) -> None:
    packed = gzip.compress(FEED, 0)
    server.answers["/feed"] = lambda handler, _: answer(handler, packed[: len(packed) // 2], content_encoding="gzip")
    visits = Visits()
    document, quarantined = get(server, visits=visits)
    assert isinstance(document, Document)
    assert FEED.startswith(document.content)
    assert document.content
    assert isinstance(quarantined, Quarantined)
    assert "gzip" in quarantined.reason
    assert visits.met == {}


def test_a_body_shorter_than_its_length(server: Server) -> None:
    server.answers["/feed"] = lambda handler, _: answer(handler, FEED[:900], content_length="5000")
    document, quarantined = get(server)
    assert isinstance(document, Document)
    assert document.content == FEED[:900]
    assert isinstance(quarantined, Quarantined)
    assert "cut off" in quarantined.reason


@pytest.mark.parametrize(
    ("stated", "actual"),
    [("iso-8859-1", "utf-8"), ("utf-8", "windows-1252"), ("windows-1250", "windows-1250"), ("x-none", "utf-8")],
)
def test_a_wrong_charset_spoils_nothing(server: Server, stated: str, actual: str) -> None:
    body = '{"title": "Börse", "content": "Preis über fünf €", "date": "2025-09-02"}'.encode(actual)
    server.answers["/x"] = lambda handler, _: answer(handler, body, content_type=f"application/json; charset={stated}")
    (item,) = read_items([server.address + "/x"])
    assert isinstance(item, Item)
    assert (item.headline, item.body) == ("Börse", "Preis über fünf €")
