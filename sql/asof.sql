-- News joined to prices without look-ahead, as of the moment the news was known:
--
--     FROM prices_around('events', 'prices');                  the last price before the news, the first that could contain it
--     FROM reactions_of('events', 'prices', 'bars');           and what the price did from a minute to a session later
--
-- events: a table or view with event_id, instrument and known_at (TIMESTAMPTZ). prices: instrument, session, priced_at, close, unit, source,
-- where priced_at is the instant at which the bar is complete. bars: the same with starts_at, for bars within sessions.
-- A bar that ends when the news is known, or earlier, came before it; a later end may hold the reaction. No bar is used before its end.

-- tolerance: how old the price before may be, and how late the one after; beyond it both are NULL.
CREATE OR REPLACE MACRO prices_around(events_table, prices_table, tolerance := INTERVAL 7 DAY) AS TABLE
WITH asked_events AS (
    SELECT event_id, instrument, known_at FROM query_table(events_table)
), complete_prices AS NOT MATERIALIZED (
    SELECT instrument, priced_at, close FROM query_table(prices_table) WHERE close IS NOT NULL
)
SELECT e.event_id, e.instrument, e.known_at,
       CASE WHEN b.priced_at >= e.known_at - tolerance THEN b.priced_at END AS before_at,
       CASE WHEN b.priced_at >= e.known_at - tolerance THEN b.close END AS price_before,
       CASE WHEN a.priced_at <= e.known_at + tolerance THEN a.priced_at END AS after_at,
       CASE WHEN a.priced_at <= e.known_at + tolerance THEN a.close END AS price_after
FROM asked_events e
ASOF LEFT JOIN complete_prices b ON e.instrument = b.instrument AND e.known_at >= b.priced_at
ASOF LEFT JOIN complete_prices a ON e.instrument = a.instrument AND e.known_at < a.priced_at;

-- The daily prices before and after; session is that of the first price that could contain the news, following the one after it.
CREATE OR REPLACE MACRO sessions_around(events_table, prices_table) AS TABLE
WITH asked_events AS (
    SELECT event_no, instrument, known_at FROM query_table(events_table)
), daily_prices AS NOT MATERIALIZED (
    SELECT instrument, session, priced_at, close, unit, source, lead(priced_at) OVER s AS following_at, lead(close) OVER s AS following
    FROM query_table(prices_table) WHERE close IS NOT NULL AND instrument IN (SELECT instrument FROM asked_events)
    WINDOW s AS (PARTITION BY instrument ORDER BY priced_at)
)
SELECT e.event_no, a.session, a.unit, coalesce(b.source, a.source) AS source,
       b.priced_at AS before_at, b.close AS price_before, a.priced_at AS after_at, a.close AS price_after,
       CASE WHEN a.following_at <= a.priced_at + INTERVAL 7 DAY THEN a.following END AS price_following,
       b.priced_at IS NOT NULL OR a.priced_at IS NOT NULL AS has_prices
FROM asked_events e
ASOF LEFT JOIN daily_prices b ON e.instrument = b.instrument AND e.known_at >= b.priced_at
ASOF LEFT JOIN daily_prices a ON e.instrument = a.instrument AND e.known_at < a.priced_at;

-- The bar complete when the news was known (minutes = 0), and the one complete so many minutes later: NULL where that bar ends no later
-- than the news, is longer than the time asked for, or is older than a fifth of it (the market was closed, or bars are missing).
CREATE OR REPLACE MACRO bars_around(events_table, bars_table) AS TABLE
WITH probes AS (
    SELECT event_no, instrument, known_at, unnest([0, 1, 5, 30, 60]) AS minutes FROM query_table(events_table)
), complete_bars AS (
    SELECT instrument, starts_at, priced_at, close, unit, source FROM query_table(bars_table)
), met AS (
    SELECT p.event_no, p.minutes, b.priced_at, b.close, b.unit, b.source,
           p.minutes = 0 OR b.priced_at > p.known_at AND b.priced_at - b.starts_at <= to_minutes(p.minutes)
               AND p.known_at + to_minutes(p.minutes) < b.priced_at + greatest(b.priced_at - b.starts_at, to_seconds(p.minutes * 12)) AS counts
    FROM probes p
    ASOF JOIN complete_bars b ON p.instrument = b.instrument AND p.known_at + to_minutes(p.minutes) >= b.priced_at
)
SELECT event_no, any_value(unit) AS unit, any_value(source) AS source,
       any_value(priced_at) FILTER (minutes = 0) AS before_at, any_value(close) FILTER (minutes = 0) AS price_before,
       any_value(close) FILTER (minutes = 1) AS price_1m, any_value(close) FILTER (minutes = 5) AS price_5m,
       any_value(close) FILTER (minutes = 30) AS price_30m, any_value(close) FILTER (minutes = 60) AS price_1h
FROM met WHERE counts GROUP BY event_no;

CREATE OR REPLACE MACRO reactions_of(events_table, prices_table, bars_table) AS TABLE
WITH numbered_events AS MATERIALIZED (
    SELECT row_number() OVER () AS event_no, event_id, instrument, known_at FROM query_table(events_table)
), placed AS (
    SELECT e.*, d.* EXCLUDE (event_no), b.before_at AS bar_at, b.price_before AS bar_price, b.unit AS bar_unit, b.source AS bar_source,
           price_1m, price_5m, price_30m, price_1h,
           after_at <= known_at + INTERVAL 7 DAY AS is_near_after, d.before_at >= known_at - INTERVAL 7 DAY AS is_near_before
    FROM numbered_events e
    LEFT JOIN sessions_around('numbered_events', prices_table) d USING (event_no)
    LEFT JOIN bars_around('numbered_events', bars_table) b USING (event_no)
), based AS (
    SELECT *, is_near_before AND (bar_at > before_at AND bar_source = source) IS NOT TRUE AS from_session
    FROM placed
), chosen AS (
    SELECT *, CASE WHEN from_session THEN price_before WHEN bar_at >= known_at - INTERVAL 7 DAY THEN bar_price END AS base,
           CASE WHEN from_session THEN before_at WHEN bar_at >= known_at - INTERVAL 7 DAY THEN bar_at END AS base_at
    FROM based
)
SELECT event_id, instrument, known_at,
       CASE WHEN is_near_after THEN session END AS session, base_at AS before_at, base AS price_before,
       CASE WHEN is_near_after THEN after_at END AS after_at, CASE WHEN is_near_after THEN price_after END AS price_after,
       price_change(bar_unit, bar_price, price_1m) AS reaction_1m, price_change(bar_unit, bar_price, price_5m) AS reaction_5m,
       price_change(bar_unit, bar_price, price_30m) AS reaction_30m, price_change(bar_unit, bar_price, price_1h) AS reaction_1h,
       CASE WHEN is_near_after THEN price_change(unit, base, price_after) END AS reaction_close,
       CASE WHEN is_near_after THEN price_change(unit, base, price_following) END AS reaction_1d,
       CASE WHEN known_at IS NULL THEN 'nothing tells when the news was known'
            WHEN NOT coalesce(has_prices, false) AND bar_at IS NULL THEN 'no prices for this instrument'
            WHEN after_at IS NULL THEN 'no price after the news yet'
            WHEN NOT is_near_after THEN 'no session within a week after the news'
            WHEN base IS NULL THEN 'no price within a week before the news'
            WHEN price_following IS NULL THEN 'no price of the session after yet'
            WHEN instrument NOT IN (SELECT instrument FROM query_table(bars_table)) THEN 'daily prices only: nothing shorter than a session'
            WHEN coalesce(price_1m, price_5m, price_30m, price_1h) IS NULL THEN 'no bars within the hour after the news: the market was closed, or they are missing'
            WHEN price_1m IS NULL OR price_5m IS NULL OR price_30m IS NULL OR price_1h IS NULL
                THEN 'some bars within the hour after the news are missing, or longer than the time asked for' END AS reason
FROM chosen;
