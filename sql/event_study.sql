-- Event study by Campbell, Lo and MacKinlay (1997), chapter 4, as table macros for any DuckDB client:
--
--     FROM event_study('events', estimation := 250, gap := 10, before := 5, after := 5, benchmark := 'DXY', model := 'market');
--     FROM event_study_events('events', first := -1, last := 1, benchmark := 'DXY');
--     FROM event_study_tests('events', first := -1, last := 1, benchmark := 'DXY');      (event_study_tests.sql)
--
-- The first argument names a table or view with event_id, instrument and known_at: a DATE, a TIMESTAMPTZ, or either as ISO text.
-- Prices come from the table or view `prices` of the current database (instrument, session, priced_at, close, source): open the
-- file itself, or say USE after ATTACH.
--
-- estimation   sessions in the estimation window; its last one is gap + 1 sessions before day zero
-- before, after  sessions of the event window around day zero; it must not reach back into the estimation window (before <= gap)
-- benchmark    instrument of the market; its sessions count the days. NULL: each instrument's own sessions count
-- model        market (alpha + beta x benchmark), market_adjusted (the benchmark itself), mean (the estimation window's mean);
--              NULL: market where a benchmark is named, else mean
-- returns      simple or log, always over consecutive sessions, as fractions
-- minimum      least number of returns that the estimation window must hold; NULL: all of them
--
-- Each event has one status. ok; no_prices; insufficient_estimation: the estimation window lies before the data or holds fewer
-- returns than asked; incomplete_window: a price of the event window is missing or lies outside the data; zero_variance: nothing
-- varies in the estimation window, so nothing can be tested; time_unknown: known_at is missing, unreadable or without zone.
-- Figures are NULL wherever the status is not ok.

-- Which session is day zero: the first on or after a date; for an instant, the first whose price is of a later instant.
-- The session's price time is the instrument's own where it has a price there, else the benchmark's.
CREATE OR REPLACE MACRO event_study_day_zero(events, benchmark := NULL) AS TABLE
WITH asked AS (
    SELECT row_number() OVER () AS event_no, event_id, instrument,
           regexp_replace(regexp_replace(trim(known_at::VARCHAR), ' *(Z|z|UTC|GMT)$', 'Z'), ' +([+-][0-9:]+)$', '\1') AS known_text,
           coalesce(benchmark, instrument) AS counted_by
    FROM query_table(events)
), timed AS MATERIALIZED (
    SELECT *, CASE WHEN length(known_text) = 10 THEN TRY_CAST(known_text AS DATE) END AS known_on,
           CASE WHEN regexp_matches(known_text, '[0-9](Z|[+-][0-9]{2}(:?[0-9]{2})?)$') AND length(known_text) > 15
                THEN TRY_CAST(known_text AS TIMESTAMPTZ) END AS known_instant
    FROM asked
), sessions AS MATERIALIZED (
    SELECT *, row_number() OVER (PARTITION BY counted_by ORDER BY session) AS session_no
    FROM (SELECT instrument AS counted_by, session, arg_min(priced_at, source) AS priced_at
          FROM prices
          WHERE close IS NOT NULL AND instrument IN (SELECT counted_by FROM timed)
          GROUP BY ALL)
), own AS (
    SELECT instrument, session, arg_min(priced_at, source) AS priced_at
    FROM prices WHERE close IS NOT NULL AND instrument IN (SELECT instrument FROM timed)
    GROUP BY ALL
), earliest AS (  -- a session's price is never of a day before its date, nor of a later day than the next in UTC
    SELECT timed.*, s.session_no AS candidate_no
    FROM timed ASOF LEFT JOIN sessions s
      ON timed.counted_by = s.counted_by
     AND coalesce(known_on, (known_instant AT TIME ZONE 'UTC')::DATE - 1) <= s.session
), candidates AS (
    SELECT e.event_no, s.session_no, s.session,
           CASE WHEN known_on IS NOT NULL THEN ahead = 0 ELSE coalesce(own.priced_at, s.priced_at) > known_instant END AS comes_after
    FROM earliest e
    CROSS JOIN (SELECT unnest([0, 1, 2, 3]) AS ahead) a
    JOIN sessions s ON s.counted_by = e.counted_by AND s.session_no = e.candidate_no + a.ahead
    LEFT JOIN own ON own.instrument = e.instrument AND own.session = s.session
)
SELECT timed.event_no, timed.event_id, timed.instrument, timed.counted_by,
       min(c.session) FILTER (WHERE comes_after) AS day_zero, min(c.session_no) FILTER (WHERE comes_after) AS zero_no,
       timed.known_on IS NOT NULL OR timed.known_instant IS NOT NULL AS is_timed,
       timed.instrument IN (SELECT instrument FROM own) AS has_prices,
       timed.counted_by IN (SELECT counted_by FROM sessions) AS has_sessions
FROM timed LEFT JOIN candidates c USING (event_no)
GROUP BY ALL;

-- Return of the instrument (actual) and of the benchmark (market) for each event on each day of both windows, NULL where there is none.
-- A return exists where two consecutive sessions both have a price above zero.
CREATE OR REPLACE MACRO event_study_returns(events, estimation := 250, gap := 10, before := 5, after := 5, benchmark := NULL,
                                            "returns" := 'simple') AS TABLE
WITH placed AS MATERIALIZED (
    FROM event_study_day_zero(events, benchmark := benchmark)
), closes AS MATERIALIZED (
    SELECT instrument, session, arg_min(close, source) AS price
    FROM prices
    WHERE close IS NOT NULL AND (instrument IN (SELECT instrument FROM placed) OR instrument = benchmark)
    GROUP BY ALL
), sessions AS (
    SELECT instrument AS counted_by, session, row_number() OVER (PARTITION BY instrument ORDER BY session) AS session_no
    FROM closes WHERE benchmark IS NULL OR instrument = benchmark
), steps AS (
    SELECT c.instrument, session_no, price, lag(price) OVER by_session AS price_before, lag(session_no) OVER by_session AS no_before
    FROM closes c JOIN sessions s ON s.session = c.session AND s.counted_by = coalesce(benchmark, c.instrument)
    WINDOW by_session AS (PARTITION BY c.instrument ORDER BY session_no)
), changes AS (
    SELECT instrument, session_no,
           CASE "returns" WHEN 'simple' THEN price / price_before - 1 WHEN 'log' THEN ln(price / price_before)
                ELSE error('returns must be simple or log') END AS change
    FROM steps WHERE no_before = session_no - 1 AND price > 0 AND price_before > 0
), days AS (
    SELECT false AS in_event, unnest(range(-gap - estimation, -gap)) AS day
    UNION ALL
    SELECT true, unnest(range(-before, after + 1))
)
SELECT p.*, d.in_event, d.day::INTEGER AS day, own.change AS actual, index.change AS market
FROM placed p CROSS JOIN days d
LEFT JOIN changes own ON own.instrument = p.instrument AND own.session_no = p.zero_no + d.day
LEFT JOIN changes index ON index.instrument = benchmark AND index.session_no = p.zero_no + d.day;

-- Abnormal return of each event on each day of both windows, with the model's estimates and the event's status beside it.
-- Expected return: alpha + beta x market. The variance of a sum of T abnormal returns, forecast error included, is
-- sigma^2 (T + T^2 x mean_term + (sum of market - market_mean)^2 x slope_term).
CREATE OR REPLACE MACRO event_study_panel(events, estimation := 250, gap := 10, before := 5, after := 5, benchmark := NULL,
                                          model := NULL, "returns" := 'simple', minimum := NULL) AS TABLE
WITH days AS MATERIALIZED (
    SELECT *, coalesce(model, CASE WHEN benchmark IS NULL THEN 'mean' ELSE 'market' END) AS fitted
    FROM event_study_returns(events, estimation := estimation, gap := gap, before := before, after := after,
                             benchmark := benchmark, "returns" := "returns")
), usable AS (
    SELECT *, actual IS NOT NULL AND (fitted = 'mean' OR market IS NOT NULL) AS is_usable FROM days
), lines AS (
    SELECT event_no, any_value(fitted) AS fitted,
           count(*) FILTER (WHERE is_usable AND NOT in_event) AS fitted_days,
           string_agg(day, ', ' ORDER BY day) FILTER (WHERE in_event AND NOT is_usable) AS missing_days,
           CASE any_value(fitted)
               WHEN 'market' THEN regr_slope(actual, market) FILTER (WHERE is_usable AND NOT in_event)
               WHEN 'market_adjusted' THEN 1 WHEN 'mean' THEN 0
               ELSE error('model must be market, market_adjusted or mean') END::DOUBLE AS beta,
           avg(actual) FILTER (WHERE is_usable AND NOT in_event) AS actual_mean,
           stddev_samp(actual) FILTER (WHERE is_usable AND NOT in_event) AS actual_deviation,
           avg(market) FILTER (WHERE is_usable AND NOT in_event) AS market_mean,
           regr_sxx(actual, market) FILTER (WHERE is_usable AND NOT in_event) AS market_squares
    FROM usable GROUP BY event_no
), models AS (
    SELECT *, CASE fitted WHEN 'market' THEN actual_mean - beta * market_mean WHEN 'mean' THEN actual_mean ELSE 0 END AS alpha,
           CASE WHEN fitted = 'market_adjusted' THEN 0 ELSE 1 / fitted_days END AS mean_term,
           CASE WHEN fitted = 'market' THEN 1 / market_squares ELSE 0 END AS slope_term
    FROM lines
), measured AS MATERIALIZED (
    SELECT u.*, m.* EXCLUDE (event_no, fitted), alpha + CASE WHEN u.fitted = 'mean' THEN 0 ELSE beta * market END AS expected,
           CASE WHEN is_usable THEN actual - alpha - CASE WHEN u.fitted = 'mean' THEN 0 ELSE beta * market END END AS abnormal
    FROM usable u JOIN models m USING (event_no)
), spreads AS (
    SELECT event_no, CASE any_value(fitted)
               WHEN 'market' THEN sqrt(sum(abnormal * abnormal) / nullif(count(abnormal) - 2, 0))
               ELSE stddev_samp(abnormal) END AS sigma
    FROM measured WHERE NOT in_event GROUP BY event_no
), judged AS (
    SELECT e.event_no, sigma,
           CASE WHEN NOT has_prices THEN 'no_prices'
                WHEN NOT has_sessions THEN 'no_prices'
                WHEN NOT is_timed THEN 'time_unknown'
                WHEN zero_no IS NULL THEN 'incomplete_window'
                WHEN fitted_days < greatest(coalesce(minimum, estimation), 3) THEN 'insufficient_estimation'
                WHEN missing_days IS NOT NULL THEN 'incomplete_window'
                WHEN actual_deviation = 0 OR sigma <= 1e-9 * actual_deviation OR slope_term = 'inf' THEN 'zero_variance'
                ELSE 'ok' END AS status,
           CASE WHEN NOT has_prices THEN format('no prices of {}', instrument)
                WHEN NOT has_sessions THEN format('no prices of the benchmark {}', counted_by)
                WHEN NOT is_timed THEN 'known_at is missing, unreadable or without time zone'
                WHEN zero_no IS NULL THEN 'no session on or after the event'
                WHEN fitted_days < greatest(coalesce(minimum, estimation), 3)
                THEN format('{} returns in the estimation window of {} sessions', fitted_days, estimation)
                WHEN missing_days IS NOT NULL THEN format('no return on day {}', missing_days)
                WHEN actual_deviation = 0 THEN 'the returns of the estimation window do not vary'
                WHEN sigma <= 1e-9 * actual_deviation THEN 'the abnormal returns of the estimation window do not vary'
                WHEN slope_term = 'inf' THEN 'the benchmark does not vary in the estimation window' END AS reason
    FROM (SELECT DISTINCT ON (event_no) * FROM measured) e LEFT JOIN spreads USING (event_no)
)
SELECT e.* EXCLUDE (is_timed, has_prices, has_sessions, is_usable, actual_mean, actual_deviation, missing_days, market_squares),
       sigma, status, reason
FROM measured e JOIN judged USING (event_no);

-- Level day: one row for each event and day of its event window.
-- actual, expected and abnormal are returns as fractions; standard_error is that of the abnormal return, forecast error included;
-- car is the sum of abnormal returns from the first day of the window on.
CREATE OR REPLACE MACRO event_study(events, estimation := 250, gap := 10, before := 5, after := 5, benchmark := NULL, model := NULL,
                                    "returns" := 'simple', minimum := NULL) AS TABLE
WITH panel AS (
    FROM event_study_panel(events, estimation := estimation, gap := gap, before := before, after := after, benchmark := benchmark,
                           model := model, "returns" := "returns", minimum := minimum)
    WHERE in_event
), shown AS (
    SELECT * REPLACE (CASE WHEN status = 'ok' THEN actual END AS actual, CASE WHEN status = 'ok' THEN expected END AS expected,
                      CASE WHEN status = 'ok' THEN abnormal END AS abnormal),
           CASE WHEN status = 'ok'
                THEN sigma * sqrt(1 + mean_term + CASE WHEN slope_term = 0 THEN 0 ELSE (market - market_mean) ** 2 * slope_term END)
                END AS standard_error
    FROM panel
)
SELECT event_id, instrument, day_zero, day, actual, expected, abnormal, standard_error,
       sum(abnormal) OVER (PARTITION BY event_no ORDER BY day) AS car, status, reason
FROM shown ORDER BY event_no, day;

-- Each event over the days first_day to last_day of a panel.
CREATE OR REPLACE MACRO event_study_window(panel, first_day, last_day) AS TABLE
WITH sums AS (
    SELECT event_no, any_value(event_id) AS event_id, any_value(instrument) AS instrument, any_value(day_zero) AS day_zero,
           any_value(alpha) AS alpha, any_value(beta) AS beta, any_value(sigma) AS sigma, any_value(fitted_days) AS fitted_days,
           sum(abnormal) AS car, product(1 + actual) - product(1 + expected) AS bhar,
           sqrt(count(*) + count(*) ** 2 * any_value(mean_term)
                + CASE WHEN any_value(slope_term) = 0 THEN 0 ELSE sum(market - market_mean) ** 2 * any_value(slope_term) END) AS spread,
           CASE WHEN count(*) = last_day - first_day + 1 THEN any_value(status)
                ELSE error('first and last must lie between -before and after') END AS status,
           any_value(reason) AS reason
    FROM query_table(panel) WHERE in_event AND day BETWEEN first_day AND last_day
    GROUP BY event_no
)
SELECT event_no, event_id, instrument, day_zero, status, reason, fitted_days,
       CASE WHEN status = 'ok' THEN alpha END AS alpha, CASE WHEN status = 'ok' THEN beta END AS beta,
       CASE WHEN status = 'ok' THEN sigma END AS sigma, CASE WHEN status = 'ok' THEN car END AS car,
       CASE WHEN status = 'ok' THEN sigma * spread END AS standard_error,
       CASE WHEN status = 'ok' THEN car / (sigma * spread) END AS t, CASE WHEN status = 'ok' THEN bhar END AS bhar
FROM sums;

-- Level event: one row for each event over the days first to last of its event window. car is the sum of abnormal returns,
-- t is car / standard_error, bhar the product of (1 + actual) less the product of (1 + expected).
-- With log returns bhar is formed by the same products.
CREATE OR REPLACE MACRO event_study_events(events, first := -1, last := 1, estimation := 250, gap := 10, before := 5, after := 5,
                                           benchmark := NULL, model := NULL, "returns" := 'simple', minimum := NULL) AS TABLE
WITH event_study_days AS MATERIALIZED (
    FROM event_study_panel(events, estimation := estimation, gap := gap, before := before, after := after, benchmark := benchmark,
                           model := model, "returns" := "returns", minimum := minimum)
)
SELECT event_id, instrument, day_zero, alpha, beta, sigma, car, standard_error, t, bhar, status, reason
FROM event_study_window('event_study_days', first, last)
ORDER BY event_no;
