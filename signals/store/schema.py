"""Tables, views and macros, as the files in sql/ declare them.

Opening a file of an older version brings its views and macros up to date; tables are created where they are missing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from signals.resources import sql_path

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

FIRST = ("schema.sql", "views.sql")  # the rest builds on these


def create(connection: DuckDBPyConnection) -> None:
    """Creates what is missing and replaces views and macros by the present ones. Running it twice changes nothing."""
    rest = sorted(file.name for file in sql_path().glob("*.sql") if file.name not in FIRST)
    for name in (*FIRST, *rest):
        connection.execute(sql_path(name).read_text(encoding="utf-8"))
