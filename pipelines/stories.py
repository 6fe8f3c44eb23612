"""The stories of items that earlier runs have recorded, for the days around those that are read now."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from signals.read import Known, telling_of
from signals.read.stories import Recall
from signals.store import Recorder

QUERY = """
    SELECT item_id, story_id, headline, body, coalesce(published_at, received_at) AS at
    FROM items WHERE story_id IS NOT NULL AND CAST(coalesce(published_at, received_at) AS DATE) IN (SELECT unnest($days))
    ORDER BY recorded_at, item_id
"""


def recorded_stories(recorder: Recorder) -> Recall:
    """Gives the items of some days (UTC) that the file holds, as the index of stories compares them."""

    def recall(days: list[date]) -> Iterator[Known]:
        rows = recorder.connection.sql(QUERY, params={"days": days}).fetchall()
        for item_id, story_id, headline, body, at in rows:
            yield Known(item_id, story_id, telling_of(headline or "", body, at))

    return recall
