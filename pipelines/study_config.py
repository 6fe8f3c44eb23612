"""Event studies as configuration: which events, by an SQL condition of the user's own, and how they are studied.

[study.rand_weak]
on = "observations"
where = "instrument = 'USDZAR' AND direction = 'up'"
benchmark = "EURUSD"
first = 0
last = 1
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from signals.errors import UsageError
from signals.study import StudySettings

# What a condition may speak of: the first telling of each story, with event_id, instrument and known_at.
SOURCES = {
    "events": "SELECT * FROM events",
    "observations": "SELECT item_id || ':' || instrument AS event_id, * FROM observations WHERE story_relation = 'original'",
    "sentiment": """SELECT item_id || ':' || s.instrument AS event_id, s.*, i.source, i.headline, i.story_id
                    FROM sentiment s JOIN items i USING (item_id)
                    WHERE s.instrument IS NOT NULL AND i.story_relation = 'original'""",
    "drivers": """SELECT d.item_id || ':' || o.instrument AS event_id, o.instrument, d.*, o.direction, o.move_value, o.move_unit
                  FROM drivers d JOIN observations o USING (observation_id) WHERE o.story_relation = 'original'""",
}
OURS = ("on", "where")
FORBIDDEN = {"level", "calendar"}
KEYS = (*OURS, *(field.name for field in fields(StudySettings) if field.name not in FORBIDDEN))


@dataclass(frozen=True, slots=True)
class ConfiguredStudy:
    """One study: ``where`` is a condition on the columns of ``on`` (events, observations, sentiment or drivers)."""

    name: str
    settings: StudySettings
    on: str = "events"
    where: str = "true"

    def selection(self) -> str:
        """The query for its events, one for each item and instrument. Raises UsageError where it is not one SELECT."""
        query = (
            f"SELECT DISTINCT ON (event_id) * FROM ({SOURCES[self.on]}) AS source\n"  # noqa: S608  (checked below)
            f"WHERE (\n{self.where}\n) ORDER BY event_id, known_at"
        )
        if not _is_one_select(query):
            raise UsageError(f"study.{self.name}: where = {self.where!r} is not one SQL condition")
        return query

    def described(self) -> str:
        """Everything that was set, as JSON."""
        chosen = {name: value for name, value in asdict(self.settings).items() if name not in FORBIDDEN}
        return json.dumps({"on": self.on, "where": self.where, **chosen})


def read_studies(value: Any, _folder: Path) -> Mapping[str, ConfiguredStudy]:
    """The [study.NAME] tables of a configuration. Raises TypeError or ValueError for what is not understood."""
    if not isinstance(value, dict) or not all(isinstance(table, dict) for table in value.values()):
        raise TypeError("expected tables such as [study.rand_weak]")
    return {name: _study(name, table) for name, table in value.items()}


def _study(name: str, table: Mapping[str, Any]) -> ConfiguredStudy:
    if unknown := sorted(set(table) - set(KEYS)):
        raise ValueError(f"study.{name}: unknown key {unknown[0]!r}; known: {', '.join(KEYS)}")
    if (source := table.get("on", "events")) not in SOURCES:
        raise ValueError(f"study.{name}: on = {source!r} is none of {', '.join(SOURCES)}")
    chosen = {key: value for key, value in table.items() if key not in OURS}
    study = ConfiguredStudy(name, StudySettings(**chosen), **{key: str(table[key]) for key in OURS if key in table})
    study.selection()
    return study


def _is_one_select(query: str) -> bool:
    import duckdb

    try:
        statements = duckdb.extract_statements(query)
    except duckdb.Error:
        return False
    return len(statements) == 1 and statements[0].type == duckdb.StatementType.SELECT
