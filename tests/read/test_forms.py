"""The same three items in every form and shape come out the same: headline, body, publisher, address and time."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from signals.read import read_items
from signals.records import Item, Quarantined

from . import shapes
from .shapes import ITEMS, SHAPES, News

RECEIVED = datetime(2025, 9, 3, 12, tzinfo=UTC)
ONE_PUBLISHER = {"JSON Feed", "RSS 1.0"}  # forms that name it once, for all items


def read(folder: Path, content: bytes | str, name: str = "news.txt", **options: object) -> tuple[list[Item], list[Quarantined]]:
    """Reads one file; its name says nothing of its form."""
    file = folder / name
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    found = list(read_items([str(file)], received_at=RECEIVED, **options))  # type: ignore[arg-type]
    return [each for each in found if isinstance(each, Item)], [each for each in found if isinstance(each, Quarantined)]


def told(items: list[Item]) -> list[News]:
    return [News(i.headline or "", i.body, i.source or "", i.url or "", i.published_at or RECEIVED) for i in items]


def expected(shape: str) -> list[News]:
    return [replace(n, source="Vistula Wire") if shape in ONE_PUBLISHER else n for n in ITEMS]


@pytest.mark.parametrize("shape", SHAPES)
def test_json_of_every_shape(tmp_path: Path, shape: str) -> None:
    items, quarantine = read(tmp_path, shapes.as_json(SHAPES[shape]))
    assert (told(items), quarantine) == (expected(shape), [])


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("indent", [None, 2])
def test_json_cut_in_the_middle_keeps_the_whole_records(tmp_path: Path, shape: str, indent: int | None) -> None:
    text = json.dumps(SHAPES[shape](ITEMS), indent=indent, ensure_ascii=False)
    cut = text.index("Copper at")  # the headline of the last item
    items, quarantine = read(tmp_path, text[: cut + 20])
    assert told(items) == [n for n in expected(shape) if not n.headline.startswith("Copper")]
    assert quarantine
    assert "cut off" in quarantine[-1].reason
    assert "character" in (quarantine[-1].position or "")


@pytest.mark.parametrize("shape", SHAPES)
def test_json_broken_in_one_record_keeps_the_others(tmp_path: Path, shape: str) -> None:
    text = shapes.as_json(SHAPES[shape])
    at = text.index('"Ferry crews on Skye call off walkout"')
    items, quarantine = read(tmp_path, text[:at] + "nonsense" + text[at:])
    assert [n.headline for n in told(items)] == [n.headline for n in ITEMS if not n.headline.startswith("Ferry")]
    assert quarantine


@pytest.mark.parametrize("shape", ["bare list", "posts", "linked data", "list with HTML"])
def test_json_lines(tmp_path: Path, shape: str) -> None:
    lines = [json.dumps(record, ensure_ascii=False) for record in SHAPES[shape](ITEMS)]
    items, quarantine = read(tmp_path, "\n".join([lines[0], "", '{"cut', "[1]", *lines[1:]]))
    assert told(items) == list(ITEMS)
    assert [q.position for q in quarantine] == ["line 3", "line 4"]


def test_gdelt_like_records_tell_when_they_were_seen(tmp_path: Path) -> None:
    items, _ = read(tmp_path, json.dumps({"articles": [shapes._gdelt(n) for n in ITEMS]}))
    assert [(i.headline, i.body, i.published_at, i.published_basis) for i in items] == [
        (n.headline, n.headline, n.at, "seendate") for n in ITEMS
    ]
    assert [i.text for i in items] == [n.headline for n in ITEMS]


def test_the_time_of_crawling_is_no_publication(tmp_path: Path) -> None:
    record = {"title": "T", "body": "The rand fell on Friday.", "crawled_at": "2025-09-02T10:00:00Z", "indexed": 1756800000}
    (item,), _ = read(tmp_path, json.dumps(record))
    assert item.published_at is None
    assert item.received_at == datetime(2025, 9, 2, 10, tzinfo=UTC)


def test_a_record_with_text_comes_back_unchanged(tmp_path: Path) -> None:
    record = {
        "id": "x-1",
        "text": " Two  spaces &amp; <b>tags</b>\r\nstay. ",
        "received_at": "2025-09-02T10:00:00Z",
        "headline": "H",
    }
    (item,), quarantine = read(tmp_path, json.dumps(record))
    assert (item.id, item.text, item.headline, quarantine) == ("x-1", record["text"], "H", [])


def test_a_removed_article_is_told_of(tmp_path: Path) -> None:
    gone = {
        "source": {"id": None, "name": "[Removed]"},
        "title": "[Removed]",
        "content": "[Removed]",
        "description": "[Removed]",
    }
    document = SHAPES["articles"](ITEMS)
    document["articles"].insert(1, gone)
    items, (quarantined,) = read(tmp_path, json.dumps(document))
    assert told(items) == list(ITEMS)
    assert (quarantined.position, "removed" in quarantined.reason) == ("articles[1]", True)


def test_an_answer_that_only_complains_says_why(tmp_path: Path) -> None:
    items, (quarantined,) = read(tmp_path, '{"status": "error", "code": "keyInvalid", "message": "Your key is not valid."}')
    assert not items
    assert "Your key is not valid." in quarantined.reason


@pytest.mark.parametrize(("form", "make"), [("RSS 2.0", shapes.rss2), ("RSS 1.0", shapes.rss1), ("Atom", shapes.atom)])
def test_feeds(tmp_path: Path, form: str, make: Callable[[], str]) -> None:
    items, quarantine = read(tmp_path, make())
    assert (told(items), quarantine) == (expected(form), [])


@pytest.mark.parametrize("make", [shapes.rss2, shapes.rss1, shapes.atom])
def test_a_feed_cut_off_keeps_the_whole_entries(tmp_path: Path, make: Callable[[], str]) -> None:
    text = make()
    items, (quarantined,) = read(tmp_path, text[: text.index("Copper at") + 9])
    assert [i.headline for i in items] == [n.headline for n in ITEMS[:2]]
    assert quarantined.position == "entry 3"


@pytest.mark.parametrize("declared", ["iso-8859-1", "utf-8", "windows-1251", "nonsense"])
def test_a_feed_in_utf8_is_read_as_such_whatever_it_declares(tmp_path: Path, declared: str) -> None:
    (item, *_), _ = read(tmp_path, shapes.rss2([replace(ITEMS[0], headline="Złoty – słaby")]).replace("UTF-8", declared))
    assert item.headline == "Złoty – słaby"


@pytest.mark.parametrize("encoding", ["iso-8859-2", "windows-1250", "utf-16"])
def test_a_feed_in_the_encoding_that_it_declares(tmp_path: Path, encoding: str) -> None:
    text = shapes.rss2([replace(ITEMS[0], headline="Złoty słabszy")]).replace("UTF-8", encoding).replace("&#8230;", "")
    (item, *_), _ = read(tmp_path, text.encode(encoding))
    assert item.headline == "Złoty słabszy"


COLUMNS = ("Headline", "Story", "Outlet", "Link", "Released")


def table() -> list[dict[str, str]]:
    return [dict(zip(COLUMNS, (n.headline, n.body, n.source, n.url, shapes.iso(n)), strict=True)) for n in ITEMS]


def as_csv(rows: list[dict[str, str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    writer = csv.DictWriter(out, list(rows[0]), delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    items, quarantine = read(tmp_path, as_csv(table(), delimiter))
    assert (told(items), quarantine) == (list(ITEMS), [])


def test_csv_with_a_mapping(tmp_path: Path) -> None:
    rows = [{"c1": r["Headline"], "c2": r["Story"], "c3": r["Outlet"], "c4": r["Link"], "c5": r["Released"]} for r in table()]
    mapping = {"headline": "c1", "body": "c2", "source": "c3", "url": "c4", "published_at": "c5"}
    items, quarantine = read(tmp_path, as_csv(rows), columns=mapping)
    assert (told(items), quarantine) == (list(ITEMS), [])


def test_rows_that_do_not_fit_are_quarantined_with_their_line(tmp_path: Path) -> None:
    text = "headline,body\nA,The yen rose.\nB,The yen fell.,more\n\nC,The yen stood still.\n"
    items, (quarantined,) = read(tmp_path, text)
    assert [i.headline for i in items] == ["A", "C"]
    assert quarantined.position == "line 3"


def test_csv_with_a_quotation_that_never_ends(tmp_path: Path) -> None:
    items, (quarantined,) = read(tmp_path, 'headline,body\nA,The yen rose.\nB,"The yen fell.\nC,The yen stood still.\n')
    assert [i.headline for i in items] == ["A"]
    assert quarantined.position == "line 3"


def test_parquet(tmp_path: Path) -> None:
    columns = {name: [row[name] for row in table()] for name in COLUMNS}
    columns["Released"] = pa.array([n.at for n in ITEMS], pa.timestamp("us", "Europe/Warsaw"))
    pq.write_table(pa.table(columns), tmp_path / "x")
    items, quarantine = read(tmp_path, (tmp_path / "x").read_bytes())
    assert (told(items), quarantine) == (list(ITEMS), [])


def test_parquet_cut_off(tmp_path: Path) -> None:
    pq.write_table(pa.table({"text": ["a"]}), tmp_path / "x")
    items, (quarantined,) = read(tmp_path, (tmp_path / "x").read_bytes()[:-30])
    assert not items
    assert "Parquet" in quarantined.reason


def test_a_configured_column_that_is_not_there_is_named(tmp_path: Path) -> None:
    pq.write_table(pa.table({"a": ["The yen rose."]}), tmp_path / "x")
    _, (quarantined,) = read(tmp_path, (tmp_path / "x").read_bytes(), columns={"text": "story"})
    assert "story" in quarantined.reason


def zipped(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_archives_and_archives_in_archives(tmp_path: Path) -> None:
    feed, records = shapes.rss2(ITEMS[:1]).encode(), shapes.as_json(SHAPES["bare list"], ITEMS[1:]).encode()
    packed = zipped(
        {"a/feed": gzip.compress(feed), "b.json": records, "__MACOSX/b.json": b"\x00\x01", "c.png": b"\x89PNG\x00\x00"}
    )
    items, (quarantined,) = read(tmp_path, packed)
    assert told(items) == list(ITEMS)
    assert [Path(i.path).name for i in items] == ["feed", "news.txt!b.json", "news.txt!b.json"]
    assert quarantined.path.endswith("news.txt!c.png")


def test_gzip_in_several_members(tmp_path: Path) -> None:
    lines = [json.dumps(record) + "\n" for record in SHAPES["bare list"](ITEMS)]
    items, quarantine = read(tmp_path, b"".join(gzip.compress(line.encode()) for line in lines))
    assert (told(items), quarantine) == (list(ITEMS), [])


def test_gzip_cut_off_gives_what_came_before(tmp_path: Path) -> None:
    lines = "".join(
        json.dumps({**record, "padding": f"{n:x}" * 40}) + "\n" for n in range(400) for record in SHAPES["bare list"](ITEMS)
    )
    packed = gzip.compress(lines.encode())
    items, quarantine = read(tmp_path, packed[: len(packed) // 2])
    assert items
    assert any("cut off" in q.reason and "gzip" in q.reason for q in quarantine)


def test_bombs_are_refused(tmp_path: Path) -> None:
    bomb = gzip.compress(bytes(40 << 20), 9)
    for content in (bomb, zipped({"x": bytes(40 << 20)}), gzip.compress(bomb)):
        items, quarantine = read(tmp_path, content)
        assert not items
        assert "bomb" in quarantine[0].reason


def test_nested_archives_end(tmp_path: Path) -> None:
    content = b"The yen rose."
    for _ in range(10):
        content = gzip.compress(content)
    _, (quarantined,) = read(tmp_path, content)
    assert "unpack it first" in quarantined.reason


def test_white_space_holds_nothing_and_an_empty_file_is_named(tmp_path: Path) -> None:
    assert read(tmp_path, b" \n\t\n ") == ([], [])
    _, (quarantined,) = read(tmp_path, b"")
    assert "empty" in quarantined.reason


def test_a_sheet_of_an_office_program_says_what_to_do(tmp_path: Path) -> None:
    _, (quarantined,) = read(tmp_path, zipped({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}))
    assert "CSV" in quarantined.reason


CLOSINGS = [
    "(Reporting by A. Writer in Warsaw; Editing by B. Checker)",
    "Share this article",
    "[&#8230;]",
    "Read more at Vistula Wire",
    "Subscribe to our newsletter",
    "The post Zloty eases appeared first on Vistula Wire.",
]


@pytest.mark.parametrize("closing", CLOSINGS)
@pytest.mark.parametrize("between", ["</p><p>", "\n"])
def test_lines_that_lead_elsewhere_or_sign_are_no_body(tmp_path: Path, closing: str, between: str) -> None:
    first, second = ITEMS[0].body.split("\n")
    body = f"<p>{first}</p><p>{second}</p><p>{closing}</p>" if "<" in between else f"{first}\n{second}\n{closing}"
    items, _ = read(tmp_path, json.dumps({"title": "T", "url": "https://n.example/1", "content": body}))
    assert [item.body for item in items] == [ITEMS[0].body]


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("WARSAW, Sept 1 (Vistula) - The zloty slipped 0.3%.", 1),
        ("WARSAW: The zloty slipped 0.3% on Tuesday after a decision.", 2),
        ("WARSAW: Ministers will meet on Tuesday to settle it.", None),
        ("The zloty slipped 0.3% on Tuesday after a decision.", None),
    ],
)
def test_a_dateline_dates_what_nothing_else_does(tmp_path: Path, body: str, day: int | None) -> None:
    (item,), _ = read(tmp_path, json.dumps({"title": "T", "url": "https://n.example/1", "content": body}))
    assert item.published_at == (datetime(2025, 9, day, 12, tzinfo=UTC) if day else None)
    assert (item.published_precision, item.published_basis) == (("day", "dateline") if day else ("none", None))


def test_the_head_of_a_feed_is_no_item(tmp_path: Path) -> None:
    entry = {
        "title": "A",
        "link": "https://k.example/1",
        "description": "The yen rose.",
        "pubDate": "Tue, 02 Sep 2025 10:00:00 GMT",
    }
    head = {"title": "Karoo Wire", "link": "https://k.example", "description": "News of the Karoo", "pubDate": entry["pubDate"]}
    for document in ({"rss": {"channel": {**head, "item": [entry]}}}, {"status": "ok", "feed": head, "items": [entry]}):
        items, quarantine = read(tmp_path, json.dumps(document))
        assert [(item.headline, item.source) for item in items] == [("A", "Karoo Wire")]
        assert not quarantine


def test_an_item_with_others_beside_it_is_one_item(tmp_path: Path) -> None:
    other = {"title": "B", "url": "https://k.example/2", "published": "2025-09-01T10:00:00Z"}
    record = {"title": "A", "content": ITEMS[0].body, "published": "2025-09-02T10:00:00Z", "related": [other, other]}
    items, quarantine = read(tmp_path, json.dumps(record))
    assert [item.headline for item in items] == ["A"]
    assert not quarantine


def test_pages_in_records(tmp_path: Path) -> None:
    first, second = ITEMS[0].body.split("\n")
    page = (
        f"<!DOCTYPE html><html><body><article><h1>{ITEMS[0].headline}</h1><p>{first}</p><p>{second}</p></article></body></html>"
    )
    record = {"url": "https://n.example.co.za/1", "fetched_at": "2025-09-02T15:00:00Z", "published": "2025-09-02", "html": page}
    (item,), _ = read(tmp_path, json.dumps([record]))
    assert (item.headline, item.body, item.url) == (ITEMS[0].headline, ITEMS[0].body, record["url"])
    assert (item.published_at, item.received_at) == (datetime(2025, 9, 2, 12, tzinfo=UTC), datetime(2025, 9, 2, 15, tzinfo=UTC))
