-- Which session is day zero: the first on or after a date; for an instant, the first whose price is of a later instant. The session's
-- price time is the instrument's own where it has a price there, else the benchmark's.
CREATE OR REPLACE MACRO event_study_day_zero(events, blocks, prices, benchmark, sign) AS TABLE
WITH names AS MATERIALIZED (
    SELECT DISTINCT instrument, instrument_no FROM query_table(blocks)
), sessions AS MATERIALIZED (
    SELECT instrument AS counted_by, unnest(sessions) AS session, unnest(priced_at) AS priced_at,
           32 * block + unnest(range(len(sessions))) AS session_no
    FROM query_table(blocks) WHERE sessions IS NOT NULL
), asked AS (
    SELECT row_number() OVER () AS event_no, event_id, instrument, sign::DOUBLE AS direction, trim(known_at::VARCHAR) AS known_text
    FROM query_table(events)
), timed AS MATERIALIZED (
    SELECT event_no, event_id, instrument, instrument_no, coalesce(benchmark, instrument) AS counted_by,
           CASE WHEN direction > 0 THEN 1 WHEN direction < 0 THEN -1 END AS direction,
           CASE WHEN length(known_text) = 10 THEN TRY_CAST(known_text AS DATE) END AS known_on,
           CASE WHEN regexp_matches(known_text, '^[^T ]{10}[T ][0-9:.]{5,15} *(Z|z|UTC|GMT|[+-][0-9]{2}(:?[0-9]{2})?)$')
                THEN TRY_CAST(regexp_replace(regexp_replace(known_text, ' *(Z|z|UTC|GMT)$', 'Z'), ' +([+-][0-9:]+)$', '\1') AS TIMESTAMPTZ)
                END AS known_instant
    FROM asked LEFT JOIN names USING (instrument)
), followed AS (  -- the first session that ends for the benchmark after the instant; a price may be of an earlier or later hour
    SELECT timed.*, coalesce(s.session_no, l.last_no + 1) AS candidate_no
    FROM timed
    ASOF LEFT JOIN sessions s ON timed.counted_by = s.counted_by AND timed.known_instant < s.priced_at
    JOIN (SELECT counted_by, max(session_no) AS last_no FROM sessions GROUP BY counted_by) l ON timed.counted_by = l.counted_by
    WHERE known_instant IS NOT NULL
), candidates AS (
    SELECT event_no, instrument, known_instant, s.session_no, s.session, s.priced_at
    FROM followed
    CROSS JOIN (SELECT unnest([-2, -1, 0, 1, 2]) AS ahead) a
    JOIN sessions s ON s.counted_by = followed.counted_by AND s.session_no = candidate_no + ahead
), own AS (
    SELECT p.instrument, p.session, arg_min(p.priced_at, source) AS priced_at
    FROM event_study_prices(prices) p SEMI JOIN candidates c ON p.instrument = c.instrument AND p.session = c.session
    GROUP BY p.instrument, p.session
), zeros AS (
    SELECT event_no, s.session AS day_zero, s.session_no AS zero_no
    FROM timed ASOF JOIN sessions s ON timed.counted_by = s.counted_by AND known_on <= s.session
    WHERE known_on IS NOT NULL
    UNION ALL
    SELECT event_no, arg_min(c.session, session_no), min(session_no)
    FROM candidates c LEFT JOIN own USING (instrument, session)
    WHERE coalesce(own.priced_at, c.priced_at) > known_instant
    GROUP BY event_no
)
SELECT event_no, event_id, instrument, instrument_no, counted_by, direction, day_zero, zero_no,
       known_on IS NOT NULL OR known_instant IS NOT NULL AS is_timed,
       counted_by IN (SELECT counted_by FROM sessions) AS has_sessions
FROM timed LEFT JOIN zeros USING (event_no);
