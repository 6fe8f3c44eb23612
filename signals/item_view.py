"""One item with everything that was read from it: marked in its text, and listed below, for a terminal or as an HTML page."""

from __future__ import annotations

import sys
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rich import box
from rich.console import Console, Group
from rich.table import Table
from rich.text import Text

from signals.errors import UsageError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

STYLES = {
    "instrument": "bold cyan",
    "level": "bold green",
    "move": "bold magenta",
    "unit": "green",
    "basis": "yellow",
    "time": "bold yellow",
    "calendar": "blue underline",
    "driver": "italic",
    "ignored number": "dim",
    "unread number": "bold red",
}
LISTS = {
    "Observations": """
        FROM observations o LEFT JOIN verdicts v USING (observation_id)
        SELECT o.instrument, concat_ws(' ', level_kind, level, level_unit) AS level,
               concat_ws(' ', direction, move_value, move_unit, 'on ' || basis) AS move, "at", confidence AS sure,
               concat_ws(': ', verdict, v.reason) AS "the prices"
        WHERE o.item_id = $item ORDER BY o.position""",
    "Calendar": 'FROM calendar SELECT event, country, "date", evidence WHERE item_id = $item ORDER BY position',
    "Drivers": "FROM drivers SELECT kind, phrase WHERE item_id = $item ORDER BY position",
    "Sentiment": """
        FROM sentiment
        SELECT coalesce(instrument, 'the item') AS "of", label, score, confidence AS sure, tape, tone, differs, model
        WHERE item_id = $item ORDER BY instrument NULLS FIRST, model""",
    "Numbers": "FROM number_ledger SELECT number, status, reason WHERE item_id = $item ORDER BY position",
}
MARKS = """
    SELECT span.value, span.start_offset, span.end_offset
    FROM (SELECT unnest(spans) AS span FROM observations WHERE item_id = $item)
    UNION ALL SELECT 'calendar', start_offset, end_offset FROM calendar WHERE item_id = $item
    UNION ALL SELECT 'driver', start_offset, end_offset FROM drivers WHERE item_id = $item
    UNION ALL SELECT status || ' number', start_offset, end_offset FROM number_ledger
              WHERE item_id = $item AND status <> 'claimed'"""


def show_item(db: Path, item_id: str, *, as_html: bool = False) -> None:
    """Prints the item of a published file. Raises UsageError where the file or the item does not exist."""
    import duckdb

    if not db.is_file():
        raise UsageError(f"{db}: no such file; signals run publishes one")
    with duckdb.connect(str(db), read_only=True) as connection:
        connection.execute("SET TimeZone = 'UTC'")
        view = item_view(connection, item_id)
    if not as_html:
        Console().print(view)
        return
    console = Console(record=True, width=140, file=StringIO())
    console.print(view)
    sys.stdout.write(console.export_html())


def item_view(connection: DuckDBPyConnection, item_id: str) -> Group:
    """The item as something that rich prints."""
    columns = "text, source, published_at::VARCHAR, published_precision, known_at::VARCHAR, path"
    items = connection.execute(f"FROM items SELECT {columns} WHERE item_id = $item", {"item": item_id}).fetchall()
    if not items:
        raise UsageError(f"no item {item_id}: FROM items SELECT item_id, headline lists them")
    text, source, published_at, precision, known_at, path = items[0]
    published = f"published {published_at} ({precision})" if published_at else "published at an unknown time"
    facts = f"{source or 'unknown publisher'}; {published}; known at {known_at or 'an unknown time'}; {path}"
    marks = connection.execute(MARKS, {"item": item_id}).fetchall()
    tables = [_table(connection, title, query, item_id) for title, query in LISTS.items()]
    return Group(
        Text(facts, style="dim"), _legend(), "", marked(text, marks), "", *(table for table in tables if table.row_count)
    )


def marked(text: str, marks: list[tuple[str, int, int]]) -> Text:
    """The text with each mark (its kind, start and end) in the style of its kind."""
    shown = Text(text)
    for kind, start, end in marks:
        shown.stylize(STYLES.get(kind, "bold"), start, end)
    return shown


def _legend() -> Text:
    return Text(" ").join(Text(kind, style=style) for kind, style in STYLES.items())


def _table(connection: DuckDBPyConnection, title: str, query: str, item_id: str) -> Table:
    rows = connection.execute(query, {"item": item_id})
    table = Table(title=title, box=box.SIMPLE_HEAD, title_justify="left")
    for column in rows.description or []:
        table.add_column(column[0], overflow="fold")
    for row in rows.fetchall():
        table.add_row(*(Text(_cell(value)) for value in row))
    return table


def _cell(value: Any) -> str:
    if value is None:
        return ""
    return f"{value:.6g}" if isinstance(value, float) else str(value)
