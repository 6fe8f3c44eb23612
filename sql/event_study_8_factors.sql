-- Event studies with several benchmarks or factors: R = alpha + b1 F1 + ... + bk Fk.
--
--     FROM event_study_factors('events', 'factors', estimation := 250);
--     FROM event_study_factor_events('events', 'factors', first := 0, last := 1);
--     FROM event_study_factor_tests('events', 'factors', first := 0, last := 1);
--
-- factors names a table or view with session, factor and value: a row for each factor and session, values in the same unit as the
-- returns. Returns of other instruments serve as factors by
--     SELECT session, instrument AS factor, value FROM event_study_series('study_returns')
-- Sessions are those of the benchmark where one is named, else each instrument's own. Other arguments, and what comes out, as in
-- event_study_5_levels.sql; a session without one of the factors has no return. betas are in the order of the factors' names.
--
-- Least squares by the normal equations of centred columns (so that the constant stands apart), solved by sweeping; residuals are taken
-- anew from the returns. The forecast error: V of a sum of T days is sigma^2 (T + T^2 / L + D' C D), with D the sum over the days of
-- factors less their means, C the inverse of the factors' centred products.

-- A row for each instrument and session of a table of event_study_returns; NULL where there is no return.
CREATE OR REPLACE MACRO event_study_series(blocks) AS TABLE
WITH sessions AS (
    SELECT instrument AS counted_by, 32 * block + unnest(range(len(sessions))) AS session_no, unnest(sessions) AS session
    FROM query_table(blocks) WHERE sessions IS NOT NULL
), placed AS (
    SELECT instrument, coalesce(sessions_of, instrument) AS counted_by, 32 * block + unnest(range(32)) AS session_no, unnest(changes) AS value
    FROM query_table(blocks)
)
SELECT instrument, session, CASE WHEN NOT isnan(value) THEN value END AS value
FROM placed JOIN sessions USING (counted_by, session_no);

-- Each event's return y and factors f (in the order of their names) on the days of both windows that have all of them.
CREATE OR REPLACE MACRO event_study_factor_days(placed, blocks, factors, estimation, gap, before, after) AS TABLE
WITH vectors AS (
    SELECT session, list(value::DOUBLE ORDER BY factor) AS f
    FROM query_table(factors) WHERE isfinite(value::DOUBLE)
    GROUP BY session HAVING count(*) = (SELECT count(DISTINCT factor) FROM query_table(factors))
), days AS (
    SELECT false AS in_event, unnest(range(-gap - estimation, -gap)) AS day
    UNION ALL
    SELECT true, unnest(range(-before, after + 1))
), numbered AS (
    SELECT instrument AS counted_by, 32 * block + unnest(range(len(sessions))) AS session_no, unnest(sessions) AS session
    FROM query_table(blocks) WHERE sessions IS NOT NULL
)
SELECT event_no, in_event, day::INTEGER AS day, b.changes[(zero_no + day) % 32 + 1] AS y, f
FROM query_table(placed) p CROSS JOIN days
JOIN query_table(blocks) b ON event_study_key(b.instrument_no, b.block) = event_study_key(p.instrument_no, (zero_no + day) // 32)
JOIN numbered n ON n.counted_by = p.counted_by AND n.session_no = zero_no + day
JOIN vectors ON vectors.session = n.session
WHERE zero_no + day >= 0 AND NOT isnan(b.changes[(zero_no + day) % 32 + 1]);

-- One step of Gauss and Jordan on a matrix (a list of rows): after a step for each regressor its part of the matrix is the inverse, and
-- the last column holds the coefficients. A regressor that those before explain makes the whole NULL.
CREATE OR REPLACE MACRO event_study_swept(m, p, square) AS
CASE WHEN m[p][p] > 1e-12 * square THEN
    list_transform(range(1, len(m) + 1), lambda i: list_transform(range(1, len(m) + 1), lambda j:
        CASE WHEN i = p AND j = p THEN 1 / m[p][p] WHEN i = p THEN m[p][j] / m[p][p] WHEN j = p THEN -m[i][p] / m[p][p]
             ELSE m[i][j] - m[i][p] * m[p][j] / m[p][p] END)) END;

CREATE OR REPLACE MACRO event_study_factor_fits(days) AS TABLE
WITH RECURSIVE columns_of AS (  -- the factors, and last the return
    SELECT event_no, list_append(f, y) AS c FROM query_table(days) WHERE NOT in_event
), means AS (
    SELECT event_no, any_value(n) AS fitted_days, list(mean ORDER BY place) AS means
    FROM (SELECT event_no, place, count(*) AS n, avg(value) AS mean
          FROM (SELECT event_no, unnest(range(1, len(c) + 1)) AS place, unnest(c) AS value FROM columns_of) GROUP BY event_no, place)
    GROUP BY event_no
), cells AS (
    SELECT event_no, i, j, sum((c[i] - means[i]) * (c[j] - means[j])) AS cell
    FROM columns_of JOIN means USING (event_no) CROSS JOIN (SELECT unnest(range(1, 40)) AS i) CROSS JOIN (SELECT unnest(range(1, 40)) AS j)
    WHERE i <= len(c) AND j <= len(c)
    GROUP BY event_no, i, j
), matrices AS (
    SELECT event_no, list(cells ORDER BY i) AS m, list(square ORDER BY i) AS squares
    FROM (SELECT event_no, i, list(cell ORDER BY j) AS cells, any_value(cell) FILTER (WHERE i = j) AS square FROM cells GROUP BY event_no, i)
    GROUP BY event_no
), steps AS (
    SELECT event_no, m, squares, 0 AS step FROM matrices
    UNION ALL
    SELECT event_no, event_study_swept(m, step + 1, squares[step + 1]), squares, step + 1 FROM steps WHERE step + 1 < len(squares)
), solved AS (
    SELECT event_no, len(squares) - 1 AS factors, list_transform(m[:-2], lambda cells: cells[:-2]) AS inverse,
           list_transform(m[:-2], lambda cells: cells[-1]) AS betas, squares[-1] AS actual_squares
    FROM steps WHERE step = len(squares) - 1
), lines AS (
    SELECT event_no, fitted_days, factors, inverse, betas, actual_squares, means[:-2] AS factor_means,
           means[-1] - list_inner_product(betas, means[:-2]) AS alpha
    FROM solved JOIN means USING (event_no)
), residuals AS (
    SELECT event_no, min(y) = max(y) AS is_constant, sum((y - alpha - list_inner_product(betas, f)) ** 2) AS residual_squares
    FROM query_table(days) JOIN lines USING (event_no) WHERE NOT in_event GROUP BY event_no
)
SELECT lines.*, is_constant, residual_squares, fitted_days - factors - 1 AS freedom,
       sqrt(residual_squares / nullif(fitted_days - factors - 1, 0)) AS sigma
FROM lines JOIN residuals USING (event_no);

-- Each event with its fitted model and its status.
CREATE OR REPLACE MACRO event_study_factor_models(placed, days, estimation, before, after, minimum) AS TABLE
WITH event_days AS (
    SELECT event_no, list(day) AS present FROM query_table(days) WHERE in_event GROUP BY event_no
), joined AS (
    SELECT p.*, f.* EXCLUDE (event_no), list_filter(range(-before, after + 1), lambda d: NOT list_contains(coalesce(present, []), d)) AS missing
    FROM query_table(placed) p
    LEFT JOIN event_study_factor_fits(days) f USING (event_no) LEFT JOIN event_days USING (event_no)
), judged AS (
    SELECT *, CASE WHEN instrument_no IS NULL OR NOT has_sessions THEN 'no_prices'
                   WHEN NOT is_timed THEN 'time_unknown'
                   WHEN direction IS NULL THEN 'unsigned'
                   WHEN zero_no IS NULL THEN 'incomplete_window'
                   WHEN coalesce(fitted_days, 0) < greatest(coalesce(minimum, estimation), factors + 3) THEN 'insufficient_estimation'
                   WHEN len(missing) > 0 THEN 'incomplete_window'
                   WHEN is_constant OR betas[1] IS NULL OR NOT residual_squares > 1e-18 * actual_squares THEN 'zero_variance'
                   ELSE 'ok' END AS status
    FROM joined
)
SELECT *, CASE status
              WHEN 'no_prices' THEN format('no prices of {}', coalesce(instrument, 'an unnamed instrument'))
              WHEN 'time_unknown' THEN 'known_at is missing, unreadable or without time zone'
              WHEN 'unsigned' THEN 'the news has no direction'
              WHEN 'insufficient_estimation' THEN format('{} sessions with return and all factors in the estimation window of {}',
                                                         coalesce(fitted_days, 0), estimation)
              WHEN 'incomplete_window' THEN CASE WHEN zero_no IS NULL THEN 'no session on or after the event'
                                                 ELSE 'no return or factor on day ' || array_to_string(missing, ', ') END
              WHEN 'zero_variance' THEN CASE WHEN is_constant THEN 'the returns of the estimation window do not vary'
                   WHEN betas[1] IS NULL THEN 'a factor does not vary, or repeats others, in the estimation window'
                   ELSE 'the abnormal returns of the estimation window do not vary' END END AS reason
FROM judged;

CREATE OR REPLACE MACRO event_study_quadratic(matrix, d) AS
CASE WHEN d IS NOT NULL AND matrix IS NOT NULL
     THEN list_inner_product(d, list_transform(matrix, lambda cells: list_inner_product(cells, d))) END;

-- Abnormal returns of events with status ok, with what a sum's forecast error needs.
CREATE OR REPLACE MACRO event_study_factor_panel(models, days) AS TABLE
SELECT event_no, in_event, day, direction * y AS actual, direction * (alpha + list_inner_product(betas, f)) AS expected,
       direction * (y - alpha - list_inner_product(betas, f)) AS abnormal,
       list_transform(f, lambda value, i: value - factor_means[i]) AS away, sigma, fitted_days, freedom, inverse
FROM query_table(days) JOIN query_table(models) USING (event_no) WHERE status = 'ok';

-- Sums over the days first_day to last_day.
CREATE OR REPLACE MACRO event_study_factor_sums(models, panel, first_day, last_day) AS TABLE
WITH chosen AS (
    FROM query_table(panel) WHERE in_event AND day BETWEEN first_day AND last_day
), reached AS (
    SELECT event_no, list(away ORDER BY place) AS away
    FROM (SELECT event_no, place, sum(away) AS away
          FROM (SELECT event_no, unnest(range(len(away))) AS place, unnest(away) AS away FROM chosen) GROUP BY event_no, place)
    GROUP BY event_no
), summed AS (
    SELECT event_no, count(*) AS days, sum(abnormal) AS car, product(1 + actual) - product(1 + expected) AS bhar
    FROM chosen GROUP BY event_no
)
SELECT event_no, event_id, instrument, day_zero, CASE WHEN status = 'ok' THEN alpha END AS alpha, CASE WHEN status = 'ok' THEN betas END AS betas,
       CASE WHEN status = 'ok' THEN sigma END AS sigma, car,
       sigma * sqrt(days + days * days / fitted_days + event_study_quadratic(inverse, away)) AS standard_error,
       car / (sigma * sqrt(days + days * days / fitted_days + event_study_quadratic(inverse, away))) AS t, bhar,
       CASE WHEN status = 'ok' AND days IS DISTINCT FROM last_day - first_day + 1
            THEN error('first and last must lie between -before and after') ELSE status END AS status, reason
FROM query_table(models) LEFT JOIN summed USING (event_no) LEFT JOIN reached USING (event_no);

-- Level day.
CREATE OR REPLACE MACRO event_study_factors(events, factors, estimation := 250, gap := 10, before := 5, after := 5, benchmark := NULL,
                                                  "returns" := 'simple', minimum := NULL, sign := 1, prices := 'prices', carried := NULL) AS TABLE
WITH event_study_given AS MATERIALIZED (
    FROM query_table(events)
), event_study_own AS MATERIALIZED (
    FROM event_study_returns(prices := prices, benchmark := benchmark, "returns" := "returns", concerned := 'event_study_given')
    WHERE carried IS NULL
), event_study_used AS MATERIALIZED (
    FROM event_study_blocks(coalesce(carried, 'event_study_own'), 'event_study_given', benchmark, "returns")
), event_study_placed AS MATERIALIZED (
    FROM event_study_day_zero('event_study_given', 'event_study_used', prices, benchmark, sign)
), event_study_sessions_used AS MATERIALIZED (
    FROM event_study_factor_days('event_study_placed', 'event_study_used', factors, estimation, gap, before, after)
), event_study_models AS MATERIALIZED (
    FROM event_study_factor_models('event_study_placed', 'event_study_sessions_used', estimation, before, after, minimum)
), event_study_residuals AS MATERIALIZED (
    FROM event_study_factor_panel('event_study_models', 'event_study_sessions_used')
)
SELECT event_id, instrument, day_zero, d.day, actual, expected, abnormal,
       p.sigma * sqrt(1 + 1 / p.fitted_days + event_study_quadratic(p.inverse, away)) AS standard_error,
       sum(abnormal) OVER (PARTITION BY event_no ORDER BY d.day) AS car, status, reason
FROM event_study_models CROSS JOIN (SELECT unnest(range(-before, after + 1))::INTEGER AS day) d
LEFT JOIN (FROM event_study_residuals WHERE in_event) p USING (event_no, day);

-- Level event.
CREATE OR REPLACE MACRO event_study_factor_events(events, factors, first := -1, last := 1, estimation := 250, gap := 10, before := 5, after := 5, benchmark := NULL,
                                                  "returns" := 'simple', minimum := NULL, sign := 1, prices := 'prices', carried := NULL) AS TABLE
WITH event_study_given AS MATERIALIZED (
    FROM query_table(events)
), event_study_own AS MATERIALIZED (
    FROM event_study_returns(prices := prices, benchmark := benchmark, "returns" := "returns", concerned := 'event_study_given')
    WHERE carried IS NULL
), event_study_used AS MATERIALIZED (
    FROM event_study_blocks(coalesce(carried, 'event_study_own'), 'event_study_given', benchmark, "returns")
), event_study_placed AS MATERIALIZED (
    FROM event_study_day_zero('event_study_given', 'event_study_used', prices, benchmark, sign)
), event_study_sessions_used AS MATERIALIZED (
    FROM event_study_factor_days('event_study_placed', 'event_study_used', factors, estimation, gap, before, after)
), event_study_models AS MATERIALIZED (
    FROM event_study_factor_models('event_study_placed', 'event_study_sessions_used', estimation, before, after, minimum)
), event_study_residuals AS MATERIALIZED (
    FROM event_study_factor_panel('event_study_models', 'event_study_sessions_used')
)
SELECT * EXCLUDE (event_no) FROM event_study_factor_sums('event_study_models', 'event_study_residuals', first, last);

-- Level tests. Patell's variance has as many degrees of freedom as the fit: sessions less factors less one.
CREATE OR REPLACE MACRO event_study_factor_tests(events, factors, first := -1, last := 1, estimation := 250, gap := 10, before := 5, after := 5, benchmark := NULL,
                                                  "returns" := 'simple', minimum := NULL, sign := 1, prices := 'prices', carried := NULL) AS TABLE
WITH event_study_given AS MATERIALIZED (
    FROM query_table(events)
), event_study_own AS MATERIALIZED (
    FROM event_study_returns(prices := prices, benchmark := benchmark, "returns" := "returns", concerned := 'event_study_given')
    WHERE carried IS NULL
), event_study_used AS MATERIALIZED (
    FROM event_study_blocks(coalesce(carried, 'event_study_own'), 'event_study_given', benchmark, "returns")
), event_study_placed AS MATERIALIZED (
    FROM event_study_day_zero('event_study_given', 'event_study_used', prices, benchmark, sign)
), event_study_sessions_used AS MATERIALIZED (
    FROM event_study_factor_days('event_study_placed', 'event_study_used', factors, estimation, gap, before, after)
), event_study_models AS MATERIALIZED (
    FROM event_study_factor_models('event_study_placed', 'event_study_sessions_used', estimation, before, after, minimum)
), event_study_residuals AS MATERIALIZED (
    FROM event_study_factor_panel('event_study_models', 'event_study_sessions_used')
), event_study_cars AS MATERIALIZED (
    FROM event_study_factor_sums('event_study_models', 'event_study_residuals', first, last)
), event_study_scaled AS MATERIALIZED (
    SELECT abnormal / (sigma * sqrt(1 + 1 / fitted_days + event_study_quadratic(inverse, away))) AS scaled, freedom
    FROM event_study_residuals WHERE in_event AND day BETWEEN first AND last
)
FROM event_study_statistics('event_study_models', 'event_study_cars', 'event_study_residuals', 'event_study_scaled', first, last);
