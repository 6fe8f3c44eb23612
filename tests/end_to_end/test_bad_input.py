"""Bad input ends in quarantine or a one-line error; the good files beside it are all processed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

GOOD = {
    "id": "good",
    "received_at": "2025-07-04T17:00:00Z",
    "text": "Rand falls\nThe rand traded at 17.62 against the dollar on Friday, 0.5% weaker than its previous close.",
}
PNG = (
    b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x02\x00\x00\x00\x90wS\xde"
    + bytes(range(256)) * 40
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One good file among the bad."""
    news = tmp_path_factory.mktemp("news")
    (news / "good.jsonl").write_text(json.dumps(GOOD) + "\n")
    (news / "empty.txt").write_bytes(b"")
    (news / "picture.txt").write_bytes(PNG)
    (news / "line.txt").write_bytes(b"rand 17.62 " * (50_000_000 // 11))
    (news / "half.json").write_text(json.dumps([GOOD, {**GOOD, "id": "second"}])[:-60])
    (news / "sub").mkdir()
    (news / "sub" / "half.jsonl").write_text(
        json.dumps({**GOOD, "id": "sub", "text": GOOD["text"] + " More."}) + "\n" + '{"id": "cut'
    )
    return news


def quarantined(stderr: str) -> set[str]:
    return {
        Path(line.removeprefix("signals: ").split(":")[0]).name for line in stderr.splitlines() if line.startswith("signals: ")
    }


def test_extract_reads_the_good_and_names_the_bad(signals: Any, folder: Path) -> None:
    done = signals("extract", folder, folder / "missing.txt", "--no-sentiment")
    assert done.returncode == 1
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    assert {"good", "sub"} <= set(ids)
    assert quarantined(done.stderr) >= {"empty.txt", "picture.txt", "line.txt", "half.json", "half.jsonl", "missing.txt"}
    assert "Traceback" not in done.stderr


def test_run_keeps_them_in_quarantine_once(signals: Any, folder: Path, tmp_path: Path) -> None:
    for _ in range(2):
        done = signals("run", folder, "--db", tmp_path / "x.duckdb")
        assert done.returncode == 1, done.stderr
        assert "Traceback" not in done.stderr
    with duckdb.connect(str(tmp_path / "x.duckdb"), read_only=True) as reader:
        names = [Path(row[0]).name for row in reader.sql("SELECT path FROM quarantine").fetchall()]
        items = reader.sql("SELECT item_id FROM items").fetchall()
    assert set(names) == {"empty.txt", "picture.txt", "line.txt", "half.json", "half.jsonl"}
    assert {("good",), ("sub",)} <= set(items)


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["extract", "nowhere.txt"], "nowhere.txt"),
        (["extract", "--received-at", "yesterday", "x.txt"], "yesterday"),
        (["extract", "--received-at", "2025-07-04T17:00:00", "x.txt"], "no time zone"),
        (["run", "--config", "nowhere.toml"], "nowhere.toml"),
        (["run", "--manifest", "nowhere.jsonl", "x.txt"], "nowhere.jsonl"),
        (["study", "nowhere.csv", "--prices", "nowhere.csv"], "nowhere.csv"),
        (["sentiment", "nowhere.jsonl"], "nowhere.jsonl"),
        (["extract"], "paths"),
        (["fly"], "fly"),
    ],
)
def test_a_wrong_call_says_what_is_wrong(signals: Any, tmp_path: Path, arguments: list[str], says: str) -> None:
    done = signals(*arguments, folder=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_unknown_settings_are_named(signals: Any, tmp_path: Path) -> None:
    (tmp_path / "signals.toml").write_text('path = ["news"]\n')
    done = signals("run", "--config", "signals.toml", folder=tmp_path)
    assert done.returncode == 2
    assert "did you mean 'paths'" in done.stderr
