"""A feed by its address, from one run to the next: what has not changed is not sent, and leaves the file as it is."""

from __future__ import annotations

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import duckdb
import pytest

from pipelines.run import run
from pipelines.settings import RunSettings, load_settings
from signals.errors import UsageError

FEED = b"""<rss version="2.0"><channel><title>Karoo Wire</title>
<item><title>Rand firms</title><link>https://k.example/1</link><pubDate>Fri, 04 Jul 2025 09:00:00 GMT</pubDate>
<description>The rand firmed 0.4% to 17.5600 against the dollar on Friday.</description></item></channel></rss>"""


@pytest.fixture
def feed() -> Iterator[tuple[str, list[int]]]:
    """An address, and the statuses that it answered."""
    statuses: list[int] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            known = self.headers.get("If-None-Match") == '"1"'
            statuses.append(304 if known else 200)
            self.send_response(statuses[-1])
            self.send_header("ETag", '"1"')
            self.end_headers()
            self.wfile.write(b"" if known else FEED)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_address[1]}/feed", statuses
        server.shutdown()


def test_a_feed_is_asked_for_again_only_if_changed(tmp_path: Path, feed: tuple[str, list[int]]) -> None:
    address, statuses = feed
    settings = RunSettings(paths=(address,), db=tmp_path / "x.duckdb")
    run(settings)
    before = settings.db.read_bytes()
    run(settings)
    assert statuses == [200, 304]
    assert settings.db.read_bytes() == before
    with duckdb.connect(str(settings.db), read_only=True) as reader:
        items = reader.sql("SELECT headline, source, received_at IS NOT NULL FROM items").fetchall()
        visits = reader.sql("SELECT url, etag FROM history.visits").fetchall()
        documents = reader.sql("SELECT path, items FROM documents").fetchall()
    assert items == [("Rand firms", "Karoo Wire", True)]
    assert visits == [(address, '"1"')]
    assert documents == [(address, 1)]


def test_columns_are_mapped_in_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "news.csv").write_text("k,c1,c2\n1,Rand firms,The rand firmed 0.4% to 17.5600 against the dollar.\n")
    (tmp_path / "signals.toml").write_text(
        'paths = ["news.csv"]\ndb = "x.duckdb"\nreceived_at = 2025-07-04T17:00:00Z\n[columns]\nheadline = "c1"\nbody = "c2"\n'
    )
    run(load_settings(tmp_path / "signals.toml"))
    with duckdb.connect(str(tmp_path / "x.duckdb"), read_only=True) as reader:
        items = reader.sql("SELECT headline, body FROM items").fetchall()
    assert items == [("Rand firms", "The rand firmed 0.4% to 17.5600 against the dollar.")]


def test_a_mapping_of_an_unknown_name_is_refused(tmp_path: Path) -> None:
    (tmp_path / "signals.toml").write_text('[columns]\nstory = "c1"\n')
    with pytest.raises(UsageError, match="story"):
        load_settings(tmp_path / "signals.toml")
