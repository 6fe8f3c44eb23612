"""What a run is asked to do: from the command line, or from a signals.toml."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from datetime import datetime
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pipelines.study_config import ConfiguredStudy, read_studies
from signals.clock import parse_instant
from signals.errors import UsageError
from signals.read.fields import OURS


@dataclass(frozen=True, slots=True)
class RunSettings:
    """Settings of one run.

    ``paths``: news to read; empty means the sample news that ships. ``prices``: sources in order of preference: files of the
    user's own, ``file.duckdb#table``, ``yahoo``, ``sample``; empty means the sample prices that ship. ``received_at``: when the
    news reached us, UTC, for documents that no manifest names. ``study_benchmark``: instrument of the market model; None means
    the mean-adjusted model. ``columns``: for tables and records whose field names do not tell, our names (text, headline, body,
    source, url, published_at, received_at, id) with theirs. ``study``: further event studies by name, [study.NAME] in a file.
    """

    paths: tuple[str, ...] = ()
    db: Path = Path("signals.duckdb")
    manifest: Path | None = None
    received_at: datetime | None = None
    prices: tuple[str, ...] = ()
    sentiment_model: str | None = None
    study_first: int = -1
    study_last: int = 1
    study_benchmark: str | None = None
    columns: Mapping[str, str] = field(default_factory=dict)
    study: Mapping[str, ConfiguredStudy] = field(default_factory=dict)


def load_settings(path: Path) -> RunSettings:
    """Reads a TOML file whose keys are those of RunSettings; relative paths count from the file's folder.

    Raises UsageError for a file that is missing, is not TOML, or has a key or value that is not understood.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{path} is not TOML: {error}") from error
    return _settings(table, path)


def _settings(table: Mapping[str, Any], path: Path) -> RunSettings:
    known = [field.name for field in fields(RunSettings)]
    settings = RunSettings()
    for key, value in table.items():
        if key not in known:
            near = get_close_matches(key, known, 1)
            raise UsageError(f"{path}: unknown key {key!r}" + (f"; did you mean {near[0]!r}?" if near else f"; known: {known}"))
        settings = replace(settings, **{key: _value(key, value, path)})
    return settings


def _value(key: str, value: Any, path: Path) -> Any:
    try:
        return _READERS[key](value, path.parent)
    except (TypeError, ValueError, AttributeError, UsageError) as error:
        raise UsageError(f"{path}: {key} = {value!r} is not understood: {error}") from error


def _text(value: Any, _folder: Path) -> str:
    if not isinstance(value, str):
        raise TypeError("expected text in quotes")
    return value


def _whole(value: Any, _folder: Path) -> int:
    if not isinstance(value, int) or isinstance(value, bool):
        raise TypeError("expected a whole number")
    return value


def _file(value: Any, folder: Path) -> Path:
    return folder / _text(value, folder)


def _instant(value: Any, folder: Path) -> datetime:
    return parse_instant(value.isoformat() if isinstance(value, datetime) else _text(value, folder))


def _places(value: Any, folder: Path) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("expected a list of paths")
    return tuple(_place(_text(entry, folder), folder) for entry in value)


PRICE_SOURCES = ("sample", "yahoo")


def _place(entry: str, folder: Path) -> str:
    return entry if entry in ("-", *PRICE_SOURCES) or "://" in entry else str(folder / entry)


def _columns(value: Any, _folder: Path) -> Mapping[str, str]:
    if not isinstance(value, dict) or not all(isinstance(theirs, str) for theirs in value.values()):
        raise TypeError('expected a table such as columns = {text = "story", published_at = "released"}')
    if unknown := set(value) - set(OURS):
        raise ValueError(f"{min(unknown)!r} is none of {', '.join(OURS)}")
    return dict(value)


_READERS = {
    "paths": _places,
    "db": _file,
    "manifest": _file,
    "received_at": _instant,
    "prices": _places,
    "sentiment_model": _text,
    "study_first": _whole,
    "study_last": _whole,
    "study_benchmark": _text,
    "columns": _columns,
    "study": read_studies,
}
