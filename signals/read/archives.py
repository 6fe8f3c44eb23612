"""Gzip and zip files unpacked, with limits: a bomb is refused, a file that is cut off gives what can be unpacked."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from zipfile import BadZipFile, ZipFile, ZipInfo

from signals.errors import UnreadableInput
from signals.read.documents import LARGEST, Document
from signals.records import Quarantined

GZIP, ZIP = b"\x1f\x8b\x08", b"PK\x03\x04"
DEEPEST = 3  # archives within archives
MOST_MEMBERS = 20_000
MOST_RATIO = 250  # unpacked bytes for one packed; text of news has 3 to 30
SMALL = 4 << 20  # bytes that may be unpacked whatever the ratio
BLOCK = 1 << 18
OFFICE = "[Content_Types].xml"


def unpacked(document: Document, depth: int = 0) -> Iterator[Document | Quarantined]:
    """The document itself, or what is packed in it; members are named ``archive!member``."""
    packed = document.content.startswith((GZIP, ZIP))
    if not packed:
        yield document
    elif depth == DEEPEST:
        yield Quarantined(document.path, f"packed more than {DEEPEST} times: unpack it first")
    elif document.content.startswith(GZIP):
        for part in _gunzipped(document):
            yield from unpacked(part, depth + 1) if isinstance(part, Document) else [part]
    else:
        for part in _unzipped(document):
            yield from unpacked(part, depth + 1) if isinstance(part, Document) else [part]


def gunzip(content: bytes, largest: int = LARGEST) -> tuple[bytes, str | None]:
    """What a gzip stream holds, and what is wrong with it where something is. Raises UnreadableInput for a bomb."""
    packed, out, at = memoryview(content), bytearray(), 0
    while content[at : at + 2] == GZIP[:2]:
        inflater = zlib.decompressobj(wbits=31)
        try:
            while at < len(packed) and not inflater.eof:
                block = packed[at : at + BLOCK]
                _inflate(inflater, block, out, len(content), largest)
                at += len(block) - len(inflater.unused_data)
        except zlib.error as error:
            return bytes(out), f"the gzip stream is broken: {error}"
        if not inflater.eof:
            return bytes(out), "the gzip stream is cut off"
    return bytes(out), None


def _inflate(inflater: zlib._Decompress, block: memoryview, out: bytearray, packed_size: int, largest: int) -> None:
    data: bytes | memoryview = block
    while data:
        out += inflater.decompress(data, BLOCK)
        _refuse_bomb(len(out), packed_size, largest)
        data = inflater.unconsumed_tail


def _refuse_bomb(size: int, packed_size: int, largest: int = LARGEST) -> None:
    if size > largest:
        raise UnreadableInput(f"it unpacks to more than the {largest:,} bytes that are read; split it")
    if size > SMALL and size > MOST_RATIO * packed_size:
        raise UnreadableInput(f"it unpacks to more than {MOST_RATIO} times its size: no text does, refused as a bomb")


def _gunzipped(document: Document) -> Iterator[Document | Quarantined]:
    try:
        content, problem = gunzip(document.content)
    except UnreadableInput as error:
        yield Quarantined(document.path, error.reason)
        return
    if content:
        yield replace(document, content=content)
    if problem:
        yield Quarantined(document.path, f"{problem}; what came before was read", f"byte {len(content):,} unpacked")


def _unzipped(document: Document) -> Iterator[Document | Quarantined]:
    try:
        archive = ZipFile(BytesIO(document.content))
    except (BadZipFile, ValueError, OSError, NotImplementedError) as error:
        yield Quarantined(document.path, f"the zip file is broken: {error}")
        return
    with archive:
        members = [member for member in archive.infolist() if not member.is_dir() and not _is_hidden(member.filename)]
        if any(member.filename == OFFICE for member in members):
            yield Quarantined(document.path, "an Office document: save it as text, CSV or HTML first")
            return
        total = 0
        for number, member in enumerate(members):
            if number >= MOST_MEMBERS:
                yield Quarantined(document.path, f"more than {MOST_MEMBERS:,} members: split it", f"member {number + 1:,}")
                return
            part = _member(archive, member, document, LARGEST - total)
            total += len(part.content) if isinstance(part, Document) else 0
            yield part


def _is_hidden(name: str) -> bool:
    return any(part.startswith(".") or part == "__MACOSX" for part in name.split("/"))


def _member(archive: ZipFile, member: ZipInfo, document: Document, left: int) -> Document | Quarantined:
    path = f"{document.path}!{member.filename}"
    out = bytearray()
    try:
        with archive.open(member) as stream:
            while block := stream.read(BLOCK):
                out += block
                if len(out) > left:
                    return Quarantined(path, f"the archive unpacks to more than the {LARGEST:,} bytes that are read; split it")
                _refuse_bomb(len(out), max(member.compress_size, 1))
    except UnreadableInput as error:
        return Quarantined(path, error.reason)
    except RuntimeError as error:
        return Quarantined(path, f"cannot be unpacked: {error}")
    except (BadZipFile, EOFError, OSError, zlib.error, NotImplementedError, ValueError) as error:
        return Quarantined(path, f"the zip member is broken: {error}")
    return replace(document, path=path, content=bytes(out))
