"""Broken pages of every form: nothing crashes, nothing hangs, and nothing is lost without a word."""

from __future__ import annotations

import gzip
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from signals.read import StoryIndex
from signals.read.archives import unpacked
from signals.read.documents import Document
from signals.read.draft import Draft, finish
from signals.read.forms import read_document
from signals.records import Item, Quarantined

from . import shapes
from .shapes import ITEMS, SHAPES

RECEIVED = datetime(2025, 9, 3, 12, tzinfo=UTC)
STORY = "The zloty slipped 0.3% to 4.2710 per euro on Tuesday once rate setters had left borrowing costs alone."
TEXT = "\n".join(f"{n.headline}\n\n{n.source}\n\n{3 + k} hours ago\n\n{n.body}\n\n" for k, n in enumerate(ITEMS))
PAGE = (
    '<!DOCTYPE html><html lang="en"><head><title>T</title><script type="application/ld+json">{"@type":"NewsArticle",'
    '"headline":"H","datePublished":"2025-09-02T10:00:00Z"}</script></head><body><nav><a href="/">Home</a></nav>'
    "<article><h1>Zloty eases</h1>"
    f'<time datetime="2025-09-02T10:00:00Z">2 Sept</time><p>{STORY}</p><p>{STORY}</p><table><tr><td>1</td></tr></table>'
    "</article><footer>(c) 2025 Vistula Wire</footer></body></html>"
)


def _zip(content: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.json", content)
        archive.writestr("b/page.html", PAGE)
    return out.getvalue()


def _parquet() -> bytes:
    out = io.BytesIO()
    pq.write_table(pa.table({"headline": [n.headline for n in ITEMS], "body": [n.body for n in ITEMS]}), out)
    return out.getvalue()


LINES = "\n".join(json.dumps(record) for record in SHAPES["bare list"](ITEMS))
PAGES: list[bytes] = [
    *(shapes.as_json(shape).encode() for shape in SHAPES.values()),
    *(make().encode() for make in (shapes.rss2, shapes.rss1, shapes.atom)),
    shapes.rss2().replace("UTF-8", "utf-16").encode("utf-16"),
    LINES.encode(),
    TEXT.encode(),
    PAGE.encode(),
    ("headline,body,date\n" + "\n".join(f'"{n.headline[:20]}","{n.body}",2025-09-02' for n in ITEMS[:2])).encode(),
    _parquet(),
    gzip.compress(LINES.encode()),
    _zip(LINES.encode()),
]
SPLINTERS = [
    b"<", b">", b"</p>", b"<p>", b"<script>", b"<!--", b"]]>", b"<![CDATA[", b'"', b"\\", b"{", b"}", b"[", b"]", b",", b"\x00",
    b"\xff", b"\xed\xa0\x80", b"&#0;", b"&amp;", b"\\ud800", b"\\u0000", b"\n", b"\r", b"\t", b"\xe2\x80\xa8", b"4 hours ago",
    b"\x1f\x8b\x08", b"1e999", b"NaN", b"0001-01-01T00:00:00Z", b"9999-12-31T23:59:59Z", b"2025-02-30", b"24:61", b"PK\x03\x04",
    b"PAR1",
]  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """A page with pieces taken out, doubled, swapped for splinters, or cut off."""
    page = draw(st.sampled_from(PAGES))
    for _ in range(draw(st.integers(0, 4))):
        start = draw(st.integers(0, len(page)))
        end = min(len(page), start + draw(st.integers(0, 400)))
        what = draw(st.sampled_from(("take", "double", "splinter", "cut", "bytes")))
        if what == "cut":
            page = page[:start]
        elif what == "double":
            page = page[:end] + page[start:]
        else:
            filling = {"take": b"", "splinter": draw(st.sampled_from(SPLINTERS)), "bytes": draw(st.binary(max_size=8))}[what]
            page = page[:start] + filling + page[end if what == "take" else start :]
    return page


def read(content: bytes) -> Iterator[Item | Quarantined]:
    stories = StoryIndex()
    for part in unpacked(Document("page", content, RECEIVED)):
        if isinstance(part, Quarantined):
            yield part
            continue
        for position, draft in enumerate(read_document(part)):
            yield stories.place(finish(draft, part, position)) if isinstance(draft, Draft) else draft


def check(found: list[Item | Quarantined]) -> None:
    for each in found:
        if isinstance(each, Quarantined):
            assert each.reason
            continue
        assert each.text.strip()
        assert each.published_at is None or each.published_at <= RECEIVED
        for written in (each.text, each.body, each.headline, each.source, each.url, each.id):
            assert written is None or written.encode()


@settings(max_examples=300, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(mutated())
def test_broken_pages(content: bytes) -> None:
    found = list(read(content))
    check(found)
    assert found or not content.strip()


@given(st.binary(max_size=2000) | st.text(max_size=2000).map(lambda text: text.encode("utf-8", "replace")))
@example(b"\xff\xfe\x00\xd8")
@example(b"{" * 2000)
@example(b"<" * 2000)
def test_anything_at_all(content: bytes) -> None:
    found = list(read(content))
    check(found)


@given(st.integers(0, 2), st.integers(0, 200), st.sampled_from([*SPLINTERS, b"", b'"title": 1', b"null"]))
def test_a_broken_line_costs_that_line_only(number: int, at: int, splinter: bytes) -> None:
    lines = LINES.encode().split(b"\n")
    lines[number] = lines[number][:at] + splinter.replace(b"\n", b" ") + lines[number][at + 3 :]
    found = list(read(b"\n".join(lines)))
    headlines = {each.headline for each in found if isinstance(each, Item)}
    assert headlines >= {n.headline for k, n in enumerate(ITEMS) if k != number}
    assert len(found) >= len(ITEMS)


DEEP = 100_000


@pytest.mark.parametrize(
    "content",
    [
        "[" * DEEP,
        '{"a":' * DEEP,
        '{"title":"T","body":"B","x":' + "[" * DEEP + "]" * DEEP + "}",
        "<html><body>" + "<div>" * DEEP + STORY + "</div>" * DEEP + "</body></html>",
        "<html><body>" + "<b><i>" * DEEP + STORY,
        "<html><body>" + "<ul><li>" * DEEP + STORY,
        "<rss><channel><item><title>T</title><description>" + "<a>" * DEEP + "</description></item></channel></rss>",
        "<rss><channel><item><title>T</title>" + "<a>" * DEEP + "</a>" * DEEP + "</item></channel></rss>",
        json.dumps({"title": "T", "body": "<div>" * DEEP + STORY}),
        json.dumps({"title": "T", "body": "<ul><li><a>" * DEEP + STORY}),
        json.dumps({"title": "T", "body": "&amp;" * DEEP + "lt;"}),
    ],
    ids=["lists", "objects", "record", "div", "b i", "li", "description", "entry", "HTML in JSON", "links", "escapes"],
)
def test_nested_a_hundred_thousand_deep(content: str) -> None:
    found = list(read(content.encode()))
    check(found)
    assert found


def test_a_record_beside_one_that_is_nested_too_deeply() -> None:
    content = '[{"title":"T","body":"' + STORY + '"},' + "[" * DEEP + "]" * DEEP + "]"
    found = list(read(content.encode()))
    assert [each.headline for each in found if isinstance(each, Item)] == ["T"]
    assert any("deep" in each.reason for each in found if isinstance(each, Quarantined))


def test_entities_that_multiply_are_not_unfolded() -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    content = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "ha">{entities}]><rss version="2.0"><channel><item>'
    found = list(read(f"{content}<title>&e9;</title><description>{STORY}</description></item></channel></rss>".encode()))
    assert sum(len(each.text) for each in found if isinstance(each, Item)) < 1_000_000


MEGABYTES = 2 << 20


@pytest.mark.parametrize(
    "unit",
    [" ", ".", "<", "<a ", "&amp;", '"\\', "1,", "word ", "Read more... ", "4 hours ago ", "(Reuters) - ", "\u2028"],
)
@pytest.mark.parametrize("form", ['{"title":"T","body":%s}', "<html><body><h1>T</h1><p>%s</p></body></html>"])
def test_megabytes_of_one_thing(unit: str, form: str) -> None:
    """No pattern goes back and forth over a text: each of these would take hours where one did."""
    filling = unit * (MEGABYTES // len(unit))
    content = form % (json.dumps(filling) if form.startswith("{") else filling)
    assert list(read(content.encode()))
