"""The form of a document, by its content and not by its name, and the reader for it."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator, Mapping

from signals.errors import UnreadableInput
from signals.read.documents import Document
from signals.read.draft import Draft
from signals.records import Quarantined

LONGEST_LINE = 10_000_000  # characters; no page has one
JSON = re.compile(r'\s*(?:\{\s*["}]|\[\s*[\[{"\]])')
FEED = re.compile(
    r"(?>\s+|<\?[^>]*>|<!--.*?-->|<!doctype[^>\[]*(?:\[[^\]]*\]\s*)?>)*+<(?:rss|feed|rdf:rdf|\w+:feed)\b",
    re.IGNORECASE | re.DOTALL,
)
HTML = re.compile(r"\s*<(?:!doctype\s+html|!--|\?xml|[a-z])", re.IGNORECASE)
CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]{3,20})""", re.IGNORECASE)
ENCODINGS = re.compile(r"iso8859|iso2022|cp\d|koi8|shift_jis|euc_|gb|big5|mac_|tis|johab|hz")  # those of pages
FOREIGN = 0.2  # share of bytes beyond ASCII above which the text is not in a Western encoding
BINARY = 0.02  # share of control characters that no text has
CONTROL = bytes(set(range(32)) - set(b"\t\n\r\f\x1b\x1a"))
NOTHING: Mapping[str, str] = {}
Reading = Draft | Quarantined


def read_document(document: Document, mapping: Mapping[str, str] = NOTHING) -> Iterator[Reading]:
    """The drafts in a document; one that gives nothing at all is quarantined, unless it is nothing but white space."""
    found = bool(document.content) and not document.content.strip()
    try:
        for draft in () if found else _read(document, mapping):
            found = True
            yield draft
    except UnreadableInput as error:
        found = True
        yield Quarantined(document.path, error.reason, error.position)
    except (RecursionError, MemoryError):
        found = True
        yield Quarantined(document.path, "nested too deeply to be news")
    if not found:
        yield Quarantined(document.path, "no news item found in it")


def _read(document: Document, mapping: Mapping[str, str]) -> Iterator[Reading]:
    from signals.read.structured import is_json_lines, read_json
    from signals.read.tables import PARQUET, is_csv, read_csv, read_parquet

    if document.content.startswith(PARQUET):
        return read_parquet(document.content, document.path, mapping)
    text = decoded(document.content, document.charset)
    start = text[:4000]
    if JSON.match(start) or is_json_lines(text):
        return read_json(text, document.path, mapping)
    if FEED.match(start):
        from signals.read.feeds import read_feed

        return read_feed(text, document.path)
    if HTML.match(start):
        from signals.read.webpage import read_webpage

        return read_webpage(text)
    if is_csv(text, mapping):
        return read_csv(text, document.path, mapping)
    from signals.read.dump import read_dump

    if max(map(len, text.split("\n"))) > LONGEST_LINE:
        raise UnreadableInput(f"a line of more than {LONGEST_LINE:,} characters: no news page has one; split the file")
    return read_dump(text)


def decoded(content: bytes, charset: str | None = None) -> str:
    """The text of a document. ``charset`` is what its sender declared. Raises UnreadableInput where it is empty or no text."""
    if not content.strip():
        raise UnreadableInput("the file is empty")
    text = _decoded(content, charset).removeprefix("\ufeff")
    head = text[:8192]
    if sum(head.count(chr(byte)) for byte in CONTROL) > BINARY * len(head):
        raise UnreadableInput("the file is not text (it has control characters): convert it to text, HTML or JSON first")
    return text


def _decoded(content: bytes, charset: str | None) -> str:
    if content[:2] in {codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE}:
        return content.decode("utf-16", "replace")
    for start, wide in ((b"<\x00", "utf-16-le"), (b"\x00<", "utf-16-be"), (b"{\x00", "utf-16-le"), (b"\x00{", "utf-16-be")):
        if content.startswith(start):
            return content.decode(wide, "replace")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(content) - 4:  # cut within a character
            return content[: error.start].decode("utf-8")
    encoding = _encoding(content, charset)
    return content.decode(encoding, "replace") if encoding else content.decode("utf-8", "western")


def _encoding(content: bytes, charset: str | None) -> str | None:
    """What the document or else its sender declares, where that can be true; else by its bytes; None for Western."""
    declared = CHARSET.search(content[:4096])
    for name in (declared[1].decode("ascii") if declared else None, charset):
        try:
            encoding = codecs.lookup(name or "utf-8").name
        except LookupError:
            continue
        if ENCODINGS.match(encoding):
            return "cp1252" if encoding == "iso8859-1" else encoding
    sample = content[:100_000]
    if sum(byte > 127 for byte in sample) < FOREIGN * len(sample):
        return None
    from charset_normalizer import from_bytes

    best = from_bytes(sample).best()
    return best.encoding if best else None


def _western(error: UnicodeError) -> tuple[str, int]:
    """Bytes that are not UTF-8 as Windows-1252, the rest as it is: pages are glued together from both."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("cp1252", "replace"), error.end


codecs.register_error("western", _western)
