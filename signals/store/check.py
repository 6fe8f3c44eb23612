"""What must hold in a file before readers see it. Each check is a query that lists offenders."""

from __future__ import annotations

from typing import TYPE_CHECKING

from signals.errors import SignalsError

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

CHECKS = {
    "evidence differs from the characters it points at": """
        SELECT o.observation_id FROM observations o JOIN items i USING (item_id)
        WHERE o.evidence <> substring(i.text, o.start_offset + 1, o.end_offset - o.start_offset)""",
    "an item has two current versions": "SELECT item_id FROM items GROUP BY item_id HAVING count(*) > 1",
    "an observation has two current readings": """
        SELECT observation_id FROM observations GROUP BY observation_id HAVING count(*) > 1""",
    "a session has two current prices": """
        SELECT instrument FROM prices GROUP BY instrument, session, source HAVING count(*) > 1""",
    "an observation has no verdict": """
        SELECT observation_id FROM observations ANTI JOIN verdicts USING (observation_id)""",
}


class CheckFailed(SignalsError):  # noqa: N818  (says what happened)
    """The new file does not hold what it must; the published one was left as it is."""


def check(connection: DuckDBPyConnection) -> None:
    """Raises CheckFailed with the rule, the number of offenders and the first few."""
    for rule, query in CHECKS.items():
        offenders = [str(row[0]) for row in connection.sql(query).fetchall()]
        if offenders:
            raise CheckFailed(f"{rule}: {len(offenders)} rows, such as {', '.join(offenders[:3])}; nothing was published")
