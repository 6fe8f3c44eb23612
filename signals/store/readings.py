"""Readings of sentences kept in the file, so that no model reads the same text twice, in this run or in a later one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from signals.score.cache import Key
from signals.score.probabilities import LABELS, Probabilities
from signals.store.history import Recorder

TABLE = "sentence_scores"


class StoredReadings:
    """A ``ReadingStore`` over ``history.sentence_scores``."""

    def __init__(self, recorder: Recorder) -> None:
        self._recorder = recorder

    def get(self, keys: Sequence[Key]) -> Mapping[Key, Probabilities]:
        """See ``ReadingStore``."""
        asked = self._recorder.staged(TABLE, [key._asdict() for key in keys]).select(list(Key._fields))
        self._recorder.connection.register("asked", asked)
        found = self._recorder.connection.sql(f"""
            SELECT {", ".join(f"s.{name}" for name in (*Key._fields, *LABELS))} FROM history.{TABLE} s
            JOIN asked a USING (content, model, revision) WHERE s.target IS NOT DISTINCT FROM a.target""")  # noqa: S608
        return {Key(*row[:4]): Probabilities(*row[4:]) for row in found.fetchall()}

    def put(self, readings: Mapping[Key, Probabilities]) -> None:
        """See ``ReadingStore``."""
        rows: list[dict[str, Any]] = [
            key._asdict() | dict(zip(LABELS, reading.values, strict=True)) for key, reading in readings.items()
        ]
        self._recorder.add(TABLE, self._recorder.staged(TABLE, rows))
