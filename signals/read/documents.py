"""From paths to documents: bytes, with when they were received."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from glob import glob, has_magic
from pathlib import Path

from signals.clock import parse_instant
from signals.errors import UsageError
from signals.records import Quarantined

LARGEST = 512 << 20  # bytes; a larger file is refused rather than held in memory


@dataclass(frozen=True, slots=True)
class Document:
    """What was found at one path. ``received_at`` is UTC; None where nobody said. ``charset`` is what its sender declared."""

    path: str
    content: bytes
    received_at: datetime | None = None
    url: str | None = None
    charset: str | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """What a manifest says of one file."""

    received_at: datetime | None
    url: str | None


def load_manifest(path: Path) -> Mapping[Path, Receipt]:
    """Receipts by absolute path. Raises UsageError, with the line, for what is not as the contract says."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: the manifest cannot be read: {error}") from error
    return dict(_receipt(path, number, line) for number, line in enumerate(lines, 1) if line.strip())


def _receipt(path: Path, number: int, line: str) -> tuple[Path, Receipt]:
    try:
        entry = json.loads(line)
        received = entry.get("received_at")
        return (path.parent / entry["file"]).resolve(), Receipt(parse_instant(received) if received else None, entry.get("url"))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f'{path}: line {number}: expected {{"file": ..., "received_at": ...}}: {error}') from error


def check_paths(paths: Sequence[str]) -> None:
    """Raises UsageError where there are paths and not one of them exists; a glob without matches is no error."""
    if paths and all(path != "-" and not has_magic(path) and not Path(path).exists() for path in paths):
        raise UsageError(f"{', '.join(paths)}: no such file or folder")


def documents(path: str, receipts: Mapping[Path, Receipt], received_at: datetime | None) -> Iterator[Document | Quarantined]:
    """The documents at a path; folders and globs give their files in the order of their names."""
    if path == "-":
        yield Document("-", sys.stdin.buffer.read(LARGEST), received_at)
        return
    for file in _files(path):
        yield _open(file, receipts.get(file.resolve(), Receipt(received_at, None)), received_at)


def _files(path: str) -> Iterator[Path]:
    if has_magic(path) and not Path(path).exists():
        for found in sorted(glob(path, recursive=True)):  # noqa: PTH207  (patterns may be absolute)
            yield from _files(found)
    elif Path(path).is_dir():
        yield from sorted(file for file in Path(path).rglob("*") if file.is_file() and not file.name.startswith("."))
    else:
        yield Path(path)


def _open(file: Path, receipt: Receipt, received_at: datetime | None) -> Document | Quarantined:
    try:
        if file.stat().st_size > LARGEST:
            return Quarantined(str(file), f"{file.stat().st_size:,} bytes, more than the {LARGEST:,} that are read; split it")
        return Document(str(file), file.read_bytes(), receipt.received_at or received_at, receipt.url)
    except FileNotFoundError:
        return Quarantined(str(file), "no such file")
    except OSError as error:
        return Quarantined(str(file), f"cannot be opened: {error.strerror}")
