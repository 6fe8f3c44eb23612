-- Event study by Campbell, Lo and MacKinlay (1997), chapter 4, as table macros for any DuckDB client:
--
--     FROM event_study('events', estimation := 250, gap := 10, before := 5, after := 5, benchmark := 'SPX', model := 'market');
--     FROM event_study_events('events', first := -1, last := 1, benchmark := 'SPX');
--     FROM event_study_tests('events', first := -1, last := 1, benchmark := 'SPX');      (event_study_6_tests.sql)
--     FROM event_study_path('events', benchmark := 'SPX');                               (event_study_7_path.sql)
--
-- The first argument names a table or view with event_id, instrument and known_at: a DATE, a TIMESTAMPTZ, or either as ISO text.
-- Tables are those of the current database: open the file itself, or say USE after ATTACH. Rows come in no order.
--
-- estimation   sessions in the estimation window; its last one is gap + 1 sessions before day zero
-- before, after  sessions of the event window around day zero
-- benchmark    instrument of the market; its sessions count the days. NULL: each instrument's own sessions count
-- model        market (alpha + beta x benchmark), market_adjusted (the benchmark itself), mean (the estimation window's mean);
--              NULL: market where a benchmark is named, else mean
-- "returns"    simple, log, bp, volatility or volume: see event_study_2_returns.sql
-- minimum      least number of returns that the estimation window must hold; NULL: all of them
-- sign         expression over the columns of events: where it is negative, returns count with the opposite sign, so that good news
--              of every kind pools (sign := score, or sign := CASE label WHEN 'negative' THEN -1 ELSE 1 END)
-- overlapping  keep, or drop: an event whose event window meets that of an earlier event of the same instrument is left out
-- prices       table or view of prices; carried: table of event_study_returns with the same benchmark and returns, computed before
--
-- Each event has one status. ok; no_prices; insufficient_estimation: the estimation window lies before the data or holds fewer
-- returns than asked; incomplete_window: a price of the event window is missing or lies outside the data; zero_variance: nothing
-- varies in the estimation window, so nothing can be tested; time_unknown: known_at is missing, unreadable or without zone;
-- unsigned: sign is zero or NULL; overlapping: see above. Figures are NULL wherever the status is not ok.


-- Level day: one row for each event and day of its event window.
-- actual, expected and abnormal are returns as fractions; standard_error is that of the abnormal return, forecast error included;
-- car is the sum of abnormal returns from the first day of the window on.
-- With sign, all but the standard error are those of a holder in the direction of the news.
CREATE OR REPLACE MACRO event_study(events, estimation := 250, gap := 10, before := 5, after := 5, benchmark := NULL, model := NULL,
                                    "returns" := 'simple', minimum := NULL, sign := 1, overlapping := 'keep', prices := 'prices',
                                    carried := NULL) AS TABLE
WITH event_study_given AS MATERIALIZED (
    FROM query_table(events)
), event_study_own AS MATERIALIZED (
    FROM event_study_returns(prices := prices, benchmark := benchmark, "returns" := "returns", concerned := 'event_study_given')
    WHERE carried IS NULL
), event_study_used AS MATERIALIZED (
    FROM event_study_blocks(coalesce(carried, 'event_study_own'), 'event_study_given', benchmark, "returns")
), unnested AS (
    SELECT event_id, instrument, day_zero, status, reason, direction, alpha, beta, sigma, mean_term, slope_term, market_mean,
           unnest(range(-before, after + 1))::INTEGER AS day, unnest(actual) AS actual, unnest(market) AS market,
           unnest(list_transform(range(1, before + after + 2), lambda days:
                  list_sum(actual[:days]) - days * alpha - beta * list_sum(market[:days]))) AS car
    FROM event_study_fitted('event_study_given', 'event_study_used', estimation, gap, before, after, benchmark, model, minimum, sign, overlapping, prices)
)
SELECT event_id, instrument, day_zero, day, direction * actual AS actual, direction * (alpha + beta * market) AS expected,
       direction * (actual - alpha - beta * market) AS abnormal,
       CASE WHEN status = 'ok' THEN sigma * sqrt(1 + mean_term + (market - market_mean) ** 2 * slope_term) END AS standard_error,
       direction * car AS car, status, reason
FROM unnested;

-- Sums over the days first_day to last_day of fitted events. The variance of a sum of T abnormal returns, forecast error included, is
-- sigma^2 (T + T^2 x mean_term + (sum of market - T x market_mean)^2 x slope_term).
CREATE OR REPLACE MACRO event_study_sums(fitted, first_day, last_day, before) AS TABLE
WITH cut AS (
    SELECT * REPLACE (actual[first_day + before + 1 : last_day + before + 1] AS actual, market[first_day + before + 1 : last_day + before + 1] AS market),
           CASE WHEN -before <= first_day AND first_day <= last_day AND last_day - first_day < len(actual[first_day + before + 1 :])
                THEN last_day - first_day + 1 ELSE error('first and last must lie between -before and after') END AS days
    FROM query_table(fitted) WHERE status = 'ok'
), summed AS (
    SELECT event_no, direction * (list_sum(actual) - days * alpha - beta * list_sum(market)) AS car,
           sigma * sqrt(days + days * days * mean_term + (list_sum(market) - days * market_mean) ** 2 * slope_term) AS standard_error,
           direction * (list_product(list_transform(actual, lambda r: 1 + r))
                        - list_product(list_transform(market, lambda m: 1 + alpha + beta * m))) AS bhar
    FROM cut
)
SELECT event_no, event_id, instrument, day_zero, CASE WHEN status = 'ok' THEN alpha END AS alpha, CASE WHEN status = 'ok' THEN beta END AS beta,
       CASE WHEN status = 'ok' THEN sigma END AS sigma, car, standard_error, car / standard_error AS t, bhar, status, reason
FROM query_table(fitted) LEFT JOIN summed USING (event_no);

-- Level event: one row for each event over the days first to last of its event window. car is the sum of abnormal returns,
-- t is car / standard_error, bhar the product of (1 + actual) less the product of (1 + expected).
-- With log returns bhar is formed by the same products.
CREATE OR REPLACE MACRO event_study_events(events, first := -1, last := 1, estimation := 250, gap := 10, before := 5, after := 5,
                                           benchmark := NULL, model := NULL, "returns" := 'simple', minimum := NULL, sign := 1, overlapping := 'keep',
                                           prices := 'prices', carried := NULL) AS TABLE
WITH event_study_given AS MATERIALIZED (
    FROM query_table(events)
), event_study_own AS MATERIALIZED (
    FROM event_study_returns(prices := prices, benchmark := benchmark, "returns" := "returns", concerned := 'event_study_given')
    WHERE carried IS NULL
), event_study_used AS MATERIALIZED (
    FROM event_study_blocks(coalesce(carried, 'event_study_own'), 'event_study_given', benchmark, "returns")
), event_study_models AS MATERIALIZED (
    FROM event_study_fitted('event_study_given', 'event_study_used', estimation, gap, before, after, benchmark, model, minimum, sign, overlapping, prices)
)
SELECT * EXCLUDE (event_no) FROM event_study_sums('event_study_models', first, last, before);
