"""The labelled reports are sound: evidence is in the text, times are times, values are of the allowed kinds."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any, get_args

import pytest

from signals.records import Basis, Direction, LevelKind

FOLDER = Path(__file__).parent / "reports"
AT = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\dZ)?)?)?$")


def reports(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / name).read_text(encoding="utf-8").splitlines()]


FILES = sorted(path.name for path in FOLDER.glob("*.jsonl"))


def test_no_report_is_in_two_files() -> None:
    texts = [report["text"] for name in FILES for report in reports(name)]
    assert len(set(texts)) == len(texts) > 90


@pytest.mark.parametrize("name", FILES)
def test_evidence_and_open_spans_are_in_the_text(name: str) -> None:
    assert [
        (report["id"], words)
        for report in reports(name)
        for words in [*(o["evidence"] for o in report["observations"]), *report["ignore"]]
        if words not in report["text"]
    ] == []


@pytest.mark.parametrize("name", FILES)
def test_an_observation_states_a_level_or_a_move_in_the_words_of_the_records(name: str) -> None:
    kinds, bases, directions = get_args(LevelKind), get_args(Basis), get_args(Direction)
    for report in reports(name):
        for label in report["observations"]:
            move = label["move"]
            where = (report["id"], label)
            assert label["level"] is not None or move, where
            assert label["level_kind"] in (*kinds, None), where
            assert (label["level"] is None) == (label["level_unit"] is None), where
            assert move is None or (move["direction"] in directions and move["basis"] in (*bases, None)), where
            assert label["at"] is None or AT.match(label["at"]), where
