-- Returns of all instruments, in blocks of 32 sessions: what the event study computes from.
--
--     CREATE TABLE study_returns AS FROM event_study_returns(benchmark := 'SPX');
--     FROM event_study('events', benchmark := 'SPX', carried := 'study_returns');
--
-- One row for each instrument and 32 consecutive sessions; session 32 x block + i stands at place i + 1 of the lists. Windows are then
-- slices of a few lists, so that an event costs the same whatever the number of prices. Without a carried table the macros form
-- these rows for the instruments of the events that they are given.
--
-- prices       table or view with instrument, session (or "date"), close; optionally priced_at (the instant of the price, with zone;
--              else the end of the session's day, UTC), source (where two sources price one session, the first by name counts) and
--              volume. A session is a DATE, or for bars within the day the TIMESTAMPTZ at which the bar ends.
-- benchmark    instrument whose sessions count the days for all; NULL: each instrument's own sessions count
-- "returns"    simple and log: returns as fractions. bp: the change in hundredths of the price's unit, which for yields in percent is
--              basis points. volatility: the absolute log return. volume: the natural logarithm of volume (Ajinkya and Jain 1989).
--              All but volume are over two consecutive sessions and need prices above zero (bp: any).
-- concerned    table whose column instrument names the instruments wanted; all of the prices where it isn't given

-- One number for an instrument and block, so that joins look for both at once.
CREATE OR REPLACE MACRO event_study_key(instrument_no, block) AS instrument_no * 16777216 + block;

-- Prices with every optional column present.
CREATE OR REPLACE MACRO event_study_prices(prices) AS TABLE
SELECT instrument, coalesce(session, "date") AS session, coalesce(source, '') AS source, close::DOUBLE AS close, volume,
       coalesce(priced_at, CASE WHEN typeof(coalesce(session, "date")) = 'DATE'
                                THEN (coalesce(session, "date")::DATE + 1)::TIMESTAMP AT TIME ZONE 'UTC'
                                ELSE coalesce(session, "date")::TIMESTAMPTZ END) AS priced_at
FROM (FROM query_table(prices)
      UNION ALL BY NAME
      SELECT NULL::DATE AS session, NULL::DATE AS "date", NULL::TIMESTAMPTZ AS priced_at, NULL::VARCHAR AS source,
             NULL::DOUBLE AS volume WHERE false)
WHERE isfinite(close::DOUBLE);

-- What happened from one session's price to the next; NULL where that has no meaning.
CREATE OR REPLACE MACRO event_study_change("returns", follows, price, price_before, volume) AS
CASE "returns"
    WHEN 'simple' THEN CASE WHEN follows AND price > 0 AND price_before > 0 THEN price / price_before - 1 END
    WHEN 'log' THEN CASE WHEN follows AND price > 0 AND price_before > 0 THEN ln(price / price_before) END
    WHEN 'bp' THEN CASE WHEN follows THEN 100 * (price - price_before) END
    WHEN 'volatility' THEN CASE WHEN follows AND price > 0 AND price_before > 0 THEN abs(ln(price / price_before)) END
    WHEN 'volume' THEN CASE WHEN volume > 0 THEN ln(volume) END
    ELSE error('returns must be simple, log, bp, volatility or volume') END;

-- The instruments of concern, and the sessions that count the days, numbered from 0: the benchmark's, or without one each
-- instrument's own.
CREATE OR REPLACE MACRO event_study_instruments(prices, benchmark, concerned) AS TABLE
SELECT instrument, row_number() OVER (ORDER BY instrument) - 1 AS instrument_no
FROM (SELECT instrument FROM query_table(coalesce(concerned, prices)) WHERE instrument IS NOT NULL
      UNION
      SELECT benchmark::VARCHAR WHERE benchmark IS NOT NULL);

CREATE OR REPLACE MACRO event_study_sessions(prices, benchmark, concerned) AS TABLE
SELECT instrument AS counted_by, session, arg_min(priced_at, source) AS priced_at,
       row_number() OVER (PARTITION BY instrument ORDER BY session) - 1 AS session_no
FROM event_study_prices(prices)
WHERE CASE WHEN benchmark IS NULL THEN instrument IN (SELECT instrument FROM query_table(coalesce(concerned, prices)))
           ELSE instrument = benchmark END
GROUP BY instrument, session;

-- One price for each instrument and session. Where a session has two, the first by source counts, then the lowest.
CREATE OR REPLACE MACRO event_study_closes(prices, instruments, sessions, benchmark) AS TABLE
WITH counted AS MATERIALIZED (
    SELECT instrument_no, session_no, close, volume, source
    FROM event_study_prices(prices) p
    JOIN query_table(instruments) i USING (instrument)
    JOIN query_table(sessions) s ON s.counted_by = coalesce(benchmark, p.instrument) AND s.session = p.session
), crowded AS MATERIALIZED (  -- stretches of sessions of which one has two prices
    SELECT instrument_no, session_no // 64 AS stretch FROM counted
    GROUP BY ALL HAVING count(*) > bit_count(bit_or(1::UBIGINT << (session_no % 64)))
)
SELECT instrument_no, session_no, close, volume
FROM counted WHERE (instrument_no, session_no // 64) NOT IN (FROM crowded)
UNION ALL
SELECT instrument_no, session_no, min_by(close, (source, close)), min_by(volume, (source, close))
FROM counted WHERE (instrument_no, session_no // 64) IN (FROM crowded)
GROUP BY instrument_no, session_no;

CREATE OR REPLACE MACRO event_study_returns(prices := 'prices', benchmark := NULL, "returns" := 'simple', concerned := NULL) AS TABLE
WITH event_study_named AS MATERIALIZED (
    FROM event_study_instruments(prices, benchmark, concerned)
), event_study_calendar AS MATERIALIZED (
    FROM event_study_sessions(prices, benchmark, concerned)
), steps AS (
    SELECT instrument_no, session_no,
           event_study_change("returns", session_no - lag(session_no) OVER by_session = 1, close, lag(close) OVER by_session, volume)
               AS change
    FROM event_study_closes(prices, 'event_study_named', 'event_study_calendar', benchmark)
    WINDOW by_session AS (PARTITION BY instrument_no ORDER BY session_no)
), packed AS MATERIALIZED (
    SELECT instrument_no, session_no // 32 AS block, bit_or(1 << (session_no % 32)) AS present,
           list(coalesce(change, 'nan'::DOUBLE) ORDER BY session_no) AS changes
    FROM steps GROUP BY ALL
), spans AS (
    SELECT instrument_no, unnest(range(min(block), max(block) + 1)) AS block FROM packed GROUP BY instrument_no
), calendars AS (
    SELECT instrument_no, session_no // 32 AS block, list(session ORDER BY session_no) AS sessions,
           list(priced_at ORDER BY session_no) AS priced_at
    FROM event_study_calendar c JOIN event_study_named n ON c.counted_by = n.instrument
    GROUP BY ALL
)
SELECT instrument, instrument_no, block,
       CASE WHEN len(changes) = 32 THEN changes
            ELSE list_transform(range(32), lambda place:
                CASE WHEN coalesce(present, 0) & (1 << place) > 0 THEN changes[bit_count(present & ((1 << place) - 1)) + 1]
                     ELSE 'nan'::DOUBLE END) END AS changes,
       sessions, priced_at, benchmark::VARCHAR AS sessions_of, "returns" AS measure
FROM spans
JOIN event_study_named USING (instrument_no)
LEFT JOIN packed USING (instrument_no, block)
LEFT JOIN calendars USING (instrument_no, block);
