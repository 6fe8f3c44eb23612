"""CSV and Parquet with a row for each item: columns by the meaning of their names, or by the caller's mapping."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from io import BytesIO, StringIO
from typing import Any

from signals.errors import UnreadableInput
from signals.read.draft import Draft
from signals.read.fields import bodies_of, headline_of, renamed
from signals.read.records import Found, draft_of
from signals.records import Quarantined

PARQUET = b"PAR1"
DELIMITERS = (",", "\t", ";", "|")
LONGEST_NAME = 40  # characters of a column's name
LONGEST_CELL = 10_000_000
ROWS = 1_000  # of Parquet held at a time
LARGEST_TABLE = 2 << 30  # bytes of a Parquet file unpacked
Reading = Draft | Quarantined


def is_csv(text: str, mapping: Mapping[str, str]) -> bool:
    """Whether the first row names columns, one of which holds text, and the next has as many cells."""
    return _delimiter(text, mapping) is not None


def read_csv(text: str, path: str, mapping: Mapping[str, str]) -> Iterator[Reading]:
    """A draft for each row; a row with too few or too many cells is quarantined with its line."""
    csv.field_size_limit(LONGEST_CELL)
    rows = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text, mapping) or ",", strict=True)
    names = [name.strip() for name in next(rows)]
    _refuse_unknown(names, mapping)
    line = rows.line_num + 1
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            yield Quarantined(path, f"not CSV from here on: {error}; the rows before were kept", f"line {line}")
            return
        if row is None:
            return
        yield from _of_row(names, row, path, f"line {line}", mapping)
        line = rows.line_num + 1


def read_parquet(content: bytes, path: str, mapping: Mapping[str, str]) -> Iterator[Reading]:
    """A draft for each row. Raises UnreadableInput for a file that is broken or lacks a column of text."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(BytesIO(content))
        _refuse_unknown(file.schema_arrow.names, mapping)
        _refuse_large(file)
        number = 0
        for batch in file.iter_batches(ROWS):
            for row in batch.to_pylist():
                number += 1
                yield from draft_of(Found(_plain(row), f"row {number}"), path, mapping)
    except (pa.ArrowException, OSError, OverflowError) as error:
        raise UnreadableInput(f"the Parquet file is broken: {error}") from error


def _delimiter(text: str, mapping: Mapping[str, str]) -> str | None:
    first, _, rest = text.lstrip("\n\r").partition("\n")
    if len(first) > 2_000 or not rest.strip():
        return None
    for delimiter in DELIMITERS:
        names = _cells(first, delimiter)
        if len(names) > 1 and _name_columns(names, mapping):
            return delimiter
    return None


def _cells(line: str, delimiter: str) -> list[str]:
    try:
        return [cell.strip() for cell in next(csv.reader([line], delimiter=delimiter), [])]
    except csv.Error:
        return []


def _name_columns(names: list[str], mapping: Mapping[str, str]) -> bool:
    if not all(name and len(name) <= LONGEST_NAME and len(name.split()) <= 4 and not name[0].isdigit() for name in names):
        return False
    row = renamed(dict.fromkeys(names, "x"), mapping)
    return bool("text" in row or headline_of(row) or bodies_of(row)) and len(set(names)) == len(names)


def _refuse_unknown(names: list[str], mapping: Mapping[str, str]) -> None:
    missing = [theirs for theirs in mapping.values() if theirs not in names]
    if missing and len(missing) == len(mapping):
        raise UnreadableInput(f"none of the configured columns {missing} is among {names[:12]}")


def _refuse_large(file: Any) -> None:
    size = sum(file.metadata.row_group(n).total_byte_size for n in range(file.metadata.num_row_groups))
    if size > LARGEST_TABLE:
        raise UnreadableInput(f"it unpacks to {size:,} bytes, more than the {LARGEST_TABLE:,} that are read; split it")


def _of_row(names: list[str], row: list[str], path: str, place: str, mapping: Mapping[str, str]) -> Iterator[Reading]:
    if not any(cell.strip() for cell in row):
        return
    if len(row) != len(names):
        yield Quarantined(path, f"{len(row)} cells where the header names {len(names)} columns", place)
        return
    record = {name: cell for name, cell in zip(names, row, strict=True) if cell.strip()}
    yield from draft_of(Found(record, place), path, mapping)


def _plain(row: Mapping[str, Any]) -> dict[str, Any]:
    """Timestamps as text; those without a zone stay without one."""
    return {name: _written(value) for name, value in row.items() if value is not None}


def _written(value: Any) -> Any:
    if isinstance(value, datetime):
        return (value.astimezone(UTC) if value.tzinfo else value).isoformat()
    return value.isoformat() if isinstance(value, date) else value
