"""`signals show`: one item with what was read from it, in the terminal and as a page."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import duckdb
import pytest


@pytest.fixture
def item(sample_run: tuple[Path, Any]) -> tuple[Path, str]:
    """The published file and the item that tells of the rand's fall on 31 March 2017."""
    path, _ = sample_run
    with duckdb.connect(str(path), read_only=True) as reader:
        rows = reader.sql("SELECT item_id FROM items WHERE headline = 'Gordhan fired, rand falls'").fetchall()
    return path, rows[0][0]


def test_the_text_and_what_was_read_are_shown(signals: Any, item: tuple[Path, str]) -> None:
    done = signals("show", item[1], "--db", item[0])
    assert (done.returncode, done.stderr) == (0, "")
    assert "2017-03-31 12:30:00+00" in done.stdout
    for words in ("Gordhan fired, rand falls", "USDZAR", "13.32", "up 3.5", "agrees", "ZAR", "negative", "claimed"):
        assert words in done.stdout


def test_the_page_marks_the_characters(signals: Any, item: tuple[Path, str]) -> None:
    done = signals("show", item[1], "--db", item[0], "--html")
    assert done.returncode == 0
    pieces: list[str] = []

    class Spans(HTMLParser):
        def handle_data(self, data: str) -> None:
            pieces.append(data.strip())

    Spans().feed(done.stdout)
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert {"13.3200 rand", "3.5%"} & set(pieces) or {"13.3200", "3.5 percent"} & set(pieces)


def test_an_unknown_item_is_named(signals: Any, item: tuple[Path, str], tmp_path: Path) -> None:
    done = signals("show", "nowhere", "--db", item[0])
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "no item nowhere" in done.stderr
    assert signals("show", "x", "--db", tmp_path / "none.duckdb").returncode == 2
