"""What the file remembers of feeds and pages read by address, so that they are sent again only when they change."""

from __future__ import annotations

from signals.read import Validators, Visits
from signals.store import Recorder


def earlier_visits(recorder: Recorder) -> Visits:
    """Visits that know what servers said when their answers were last recorded."""
    query = "SELECT url, etag, last_modified FROM history.visits WHERE superseded_at IS NULL"
    rows = recorder.connection.sql(query).fetchall()
    return Visits(known={url: Validators(etag, last_modified) for url, etag, last_modified in rows})


def record_visits(recorder: Recorder, visits: Visits) -> None:
    """Records what servers said this time. To be called when all that they sent is recorded."""
    rows = [{"url": url, "etag": met.etag, "last_modified": met.last_modified} for url, met in visits.met.items()]
    recorder.merge("visits", recorder.staged("visits", rows), ["url"])
