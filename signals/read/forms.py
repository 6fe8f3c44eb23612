"""The form of a document, by its content and not by its name, and the reader for it."""

from __future__ import annotations

from collections.abc import Iterator

from signals.errors import UnreadableInput
from signals.read.documents import Document
from signals.read.draft import Draft
from signals.records import Quarantined

LONGEST_LINE = 10_000_000  # characters; no page has one


def read_document(document: Document) -> Iterator[Draft | Quarantined]:
    """The drafts in a document; a document that gives nothing at all is quarantined."""
    found = False
    try:
        for draft in _read(document):
            found = True
            yield draft
    except UnreadableInput as error:
        found = True
        yield Quarantined(document.path, error.reason, error.position)
    if not found:
        yield Quarantined(document.path, "no news item found in it")


def _read(document: Document) -> Iterator[Draft | Quarantined]:
    text = _decode(document.content)
    start = text.lstrip()[:2000].lower()
    if start.startswith(("{", "[")):
        from signals.read.structured import read_json

        return read_json(text, document.path)
    if start.startswith("<?xml") or "<rss" in start or "<feed" in start:
        from signals.read.feeds import read_feed

        return read_feed(document.content)
    if start.startswith(("<!doctype html", "<html")) or ("<body" in start and "<p" in start):
        from signals.read.webpage import read_webpage

        return read_webpage(text)
    from signals.read.dump import read_dump

    return read_dump(text)


def _decode(content: bytes) -> str:
    if not content.strip():
        raise UnreadableInput("the file is empty")
    if b"\x00" in content[:4096] and not content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise UnreadableInput("the file is not text (it has NUL bytes): convert it to text, HTML, a feed or JSON first")
    text = _text(content)
    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise UnreadableInput(f"a line of more than {LONGEST_LINE:,} characters: no news page has one; split the file")
    return text


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "utf-16" if content[:2] in {b"\xff\xfe", b"\xfe\xff"} else "utf-8", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")
