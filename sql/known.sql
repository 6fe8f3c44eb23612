-- What a reader could have known at one moment: FROM observations_as_known('2025-07-04 13:00:00+00');
-- Nothing that became known later is looked at: no later item, no later version of one, no later price, no correction before we had it.
-- Readings and scores are those of the present extractor and models where they have read that version of the item, else the last ones
-- that did. An item whose time nobody knows is left out. moment: TIMESTAMPTZ, or its text with a zone.

-- The version of each item that was known.
CREATE OR REPLACE MACRO item_versions_as_known(moment) AS TABLE
    SELECT item_id, content_hash, known_at, source, story_id, story_relation
    FROM history.items WHERE known_at <= CAST(moment AS TIMESTAMPTZ)
    QUALIFY row_number() OVER (PARTITION BY item_id ORDER BY known_at DESC, recorded_at DESC) = 1;

CREATE OR REPLACE MACRO observations_as_known(moment) AS TABLE
    SELECT r.* EXCLUDE (content_hash, item_recorded_at, item_superseded_at)
    FROM history.readings r JOIN item_versions_as_known(moment) v ON r.item_id = v.item_id AND r.content_hash = v.content_hash
    WHERE r.known_at <= CAST(moment AS TIMESTAMPTZ);

CREATE OR REPLACE MACRO sentiment_as_known(moment) AS TABLE
    SELECT s.item_id, s.instrument, s.score, s.label, s.confidence, s.tape, s.tone, s.differs, s.model, s.revision, v.known_at,
           s.run_id, s.recorded_at
    FROM history.sentiment s JOIN item_versions_as_known(moment) v ON s.item_id = v.item_id AND s.content_hash = v.content_hash
    WHERE s.superseded_at IS NULL;

-- One row for each session and source, as prices_by_source: the last version that could be known. known_at is that version's.
CREATE OR REPLACE MACRO prices_as_known(moment) AS TABLE
    SELECT instrument, session, priced_at, "open", high, low, close, unit, source, coalesce(kind, 'close') AS kind, volume, dividend, split,
           known_at, fetched_at, run_id, recorded_at
    FROM history.price_versions WHERE known_at <= CAST(moment AS TIMESTAMPTZ)
    QUALIFY row_number() OVER (PARTITION BY instrument, session, source ORDER BY recorded_at DESC) = 1
        AND (superseded_at IS NULL OR superseded_at > CAST(moment AS TIMESTAMPTZ));
