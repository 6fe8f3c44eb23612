"""Writing history: new rows are added, rows that changed are superseded, equal rows are left alone.

So the same input twice adds nothing, and what was believed at any earlier time can still be read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

if TYPE_CHECKING:
    import pyarrow as pa
    from duckdb import DuckDBPyConnection

Row = Mapping[str, Any]
BOOKKEEPING = ("run_id", "recorded_at", "superseded_at")


class Recorder:
    """Writes rows in the name of one run.

    Table and column names come from this program, never from input; values travel as Arrow tables. ``added`` and
    ``superseded`` count rows by table.
    """

    def __init__(self, connection: DuckDBPyConnection, now: datetime) -> None:
        self.connection = connection
        self.run_id = uuid4().hex[:12]
        self.now = now
        self.added: Counter[str] = Counter()
        self.superseded: Counter[str] = Counter()

    @property
    def changed(self) -> bool:
        """Whether this run has written anything."""
        return bool(self.added.total() or self.superseded.total())

    def staged(self, table: str, rows: Iterable[Row]) -> pa.Table:
        """The rows as an Arrow table with the columns and types of ``history.<table>``, bookkeeping left out."""
        import pyarrow as pa

        query = f"SELECT * EXCLUDE ({', '.join(BOOKKEEPING)}) FROM history.{table} LIMIT 0"  # noqa: S608
        return pa.Table.from_pylist(list(rows), schema=self.connection.sql(query).to_arrow_table().schema)

    def add(self, table: str, staged: pa.Table) -> None:
        """Adds all rows."""
        self._insert(table, staged, "true")

    def merge(self, table: str, staged: pa.Table, keys: Sequence[str], unweighed: Sequence[str] = ()) -> None:
        """Adds rows whose key is new; where the key is known but a value differs, the old row is superseded.

        A difference in the columns ``unweighed`` alone (when a row was fetched) is none.
        """
        self.connection.register("staged", staged)
        values = [column for column in staged.column_names if column not in (*keys, *unweighed)]
        differ = " OR ".join(f'old."{c}" IS DISTINCT FROM staged."{c}"' for c in values) or "false"
        self._supersede(table, "staged", f"{_same('old', 'staged', keys)} AND ({differ})")
        known = f"SELECT 1 FROM history.{table} old WHERE old.superseded_at IS NULL AND {_same('old', 'staged', keys)}"  # noqa: S608
        self._insert(table, staged, f"NOT EXISTS ({known})")

    def retire(self, table: str, members: pa.Table) -> None:
        """Supersedes all current rows that agree with a row of ``members`` in all of its columns."""
        self.connection.register("members", members)
        self._supersede(table, "members", _same("old", "members", members.column_names))

    def _supersede(self, table: str, source: str, condition: str) -> None:
        result = self.connection.execute(
            f"UPDATE history.{table} AS old SET superseded_at = $now FROM {source} "  # noqa: S608
            f"WHERE old.superseded_at IS NULL AND {condition}",
            {"now": self.now},
        )
        self.superseded[table] += result.fetchall()[0][0]

    def _insert(self, table: str, staged: pa.Table, condition: str) -> None:
        self.connection.register("staged", staged)
        names = ", ".join(f'"{c}"' for c in staged.column_names)
        result = self.connection.execute(
            f"INSERT INTO history.{table} ({names}, run_id, recorded_at) "  # noqa: S608
            f"SELECT {names}, $run, $now FROM staged WHERE {condition}",
            {"run": self.run_id, "now": self.now},
        )
        self.added[table] += result.fetchall()[0][0]


def _same(left: str, right: str, columns: Sequence[str]) -> str:
    return " AND ".join(f'{left}."{c}" IS NOT DISTINCT FROM {right}."{c}"' for c in columns)
