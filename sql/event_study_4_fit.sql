-- Returns of the estimation windows, a row for each event and session that has both returns. market is 0 without a benchmark.
CREATE OR REPLACE MACRO event_study_estimation(spans, blocks, benchmark) AS TABLE
WITH index AS (
    SELECT block, changes AS market FROM query_table(blocks) WHERE instrument = benchmark
), pieces AS (
    SELECT event_no, zero_no, changes, coalesce(market, list_resize([]::DOUBLE[], 32, CASE WHEN benchmark IS NULL THEN 0 ELSE 'nan'::DOUBLE END)) AS market,
           greatest(starts, 32 * block) AS starts, least(ends, 32 * block + 31) AS ends
    FROM (SELECT event_no, instrument_no, zero_no, greatest(starts, 0) AS starts, ends,
                 unnest(range(greatest(starts, 0) // 32, ends // 32 + 1)) AS block
          FROM query_table(spans) WHERE ends >= 0) s
    JOIN query_table(blocks) USING (instrument_no, block)
    LEFT JOIN index USING (block)
), days AS (
    SELECT event_no, unnest(range(starts - zero_no, ends - zero_no + 1)) AS day,
           unnest(changes[starts % 32 + 1 : ends % 32 + 1]) AS actual, unnest(market[starts % 32 + 1 : ends % 32 + 1]) AS market
    FROM pieces
)
FROM days WHERE NOT isnan(actual) AND NOT isnan(market);

-- Of the sums over few blocks and over one more, the one that lies between the first and the last.
CREATE OR REPLACE MACRO event_study_between(blocks_between, few, few_sum, more_sum) AS
CASE WHEN blocks_between < 1 THEN 0 WHEN blocks_between = few THEN few_sum ELSE more_sum END;

-- Number, means and centred sums of squares and products of the estimation window's returns, as the sum over the window's pieces: the end
-- of its first block, the blocks between, and the start of its last. Only additions: what lies outside the window leaves no trace.
CREATE OR REPLACE MACRO event_study_moments(spans, blocks, estimation, benchmark) AS TABLE
WITH market_blocks AS MATERIALIZED (
    SELECT block, changes AS market, sum(list_sum(changes)) OVER few AS few_m, sum(list_sum(changes)) OVER more AS more_m,
           sum(list_inner_product(changes, changes)) OVER few AS few_mm, sum(list_inner_product(changes, changes)) OVER more AS more_mm
    FROM (SELECT block, changes FROM query_table(blocks) WHERE instrument = benchmark
          UNION ALL
          SELECT DISTINCT block, list_resize([]::DOUBLE[], 32, 0.0::DOUBLE) FROM query_table(blocks) WHERE benchmark IS NULL)
    WINDOW few AS (ORDER BY block ROWS BETWEEN 1 FOLLOWING AND greatest((estimation - 1) // 32 - 1, 1) FOLLOWING),
           more AS (ORDER BY block ROWS BETWEEN 1 FOLLOWING AND greatest((estimation - 1) // 32, 1) FOLLOWING)
), market_starts AS (  -- each session at which a window can start
    SELECT 32 * block + place AS starts, 32 * block + place + estimation - 1 AS ends, block, few_m, more_m, few_mm, more_mm,
           market[place + 1 : place + estimation] AS market_tail
    FROM market_blocks CROSS JOIN (SELECT unnest(range(32)) AS place)
), market_windows AS MATERIALIZED (
    SELECT starts, market_tail, market_head,
           list_sum(market_tail) + coalesce(list_sum(market_head), 0) + event_study_between(blocks_between, few, few_m, more_m) AS m,
           list_inner_product(market_tail, market_tail) + list_inner_product(market_head, market_head)
               + event_study_between(blocks_between, few, few_mm, more_mm) AS mm
    FROM (SELECT starts, market_tail, few_m, more_m, few_mm, more_mm, ends // 32 - s.block - 1 AS blocks_between,
                 (estimation - 1) // 32 - 1 AS few,
                 CASE WHEN e.block > s.block THEN e.market[1 : ends % 32 + 1] ELSE [] END AS market_head
          FROM market_starts s JOIN (SELECT block, market FROM market_blocks) e ON e.block = s.ends // 32)
), sums AS MATERIALIZED (
    SELECT event_study_key(instrument_no, block) AS key, changes, sum(r) OVER few AS few_r, sum(r) OVER more AS more_r,
           sum(rr) OVER few AS few_rr, sum(rr) OVER more AS more_rr, sum(rm) OVER few AS few_rm, sum(rm) OVER more AS more_rm
    FROM (SELECT instrument_no, block, changes, list_sum(changes) AS r, list_inner_product(changes, changes) AS rr,
                 list_inner_product(changes, market) AS rm
          FROM query_table(blocks) JOIN market_blocks USING (block))
    WINDOW few AS (PARTITION BY instrument_no ORDER BY block ROWS BETWEEN 1 FOLLOWING AND greatest((estimation - 1) // 32 - 1, 1) FOLLOWING),
           more AS (PARTITION BY instrument_no ORDER BY block ROWS BETWEEN 1 FOLLOWING AND greatest((estimation - 1) // 32, 1) FOLLOWING)
), pieces AS (
    SELECT event_no, p.ends // 32 - p.starts // 32 - 1 AS blocks_between, (estimation - 1) // 32 - 1 AS few,
           x.changes[p.starts % 32 + 1 : p.starts % 32 + estimation] AS tail,
           CASE WHEN y.key > x.key THEN y.changes[1 : p.ends % 32 + 1] ELSE [] END AS head,
           few_r, more_r, few_rr, more_rr, few_rm, more_rm, m.market_tail, m.market_head, m.m, m.mm
    FROM query_table(spans) p
    JOIN sums x ON x.key = event_study_key(p.instrument_no, p.starts // 32)
    JOIN (SELECT key, changes FROM sums) y ON y.key = event_study_key(p.instrument_no, p.ends // 32)
    JOIN market_windows m ON m.starts = p.starts
    WHERE p.starts >= 0
), totals AS (
    SELECT event_no, m, mm,
           list_sum(tail) + coalesce(list_sum(head), 0) + event_study_between(blocks_between, few, few_r, more_r) AS r,
           list_inner_product(tail, tail) + list_inner_product(head, head) + event_study_between(blocks_between, few, few_rr, more_rr) AS rr,
           list_inner_product(tail, market_tail) + list_inner_product(head, market_head)
               + event_study_between(blocks_between, few, few_rm, more_rm) AS rm
    FROM pieces
)
SELECT event_no, estimation AS fitted_days, r / estimation AS actual_mean, m / estimation AS market_mean, rr, mm,
       rr - r * r / estimation AS actual_squares, mm - m * m / estimation AS market_squares, rm - r * m / estimation AS products
FROM totals;

-- The fitted model of each event. Where the sums have lost digits (residuals small beside the returns, or a window with a missing
-- return) the window's days are gone through one by one, with means taken first.
-- sigma has fitted_days - 2 degrees of freedom for the market model, else fitted_days - 1.
CREATE OR REPLACE MACRO event_study_fits(placed, blocks, estimation, gap, benchmark, model) AS TABLE
WITH event_study_spans AS MATERIALIZED (
    SELECT event_no, instrument_no, zero_no, zero_no - gap - estimation AS starts, zero_no - gap - 1 AS ends
    FROM query_table(placed) WHERE zero_no IS NOT NULL AND instrument_no IS NOT NULL
), summed AS (
    SELECT *, actual_squares - 2 * beta * products + beta * beta * market_squares AS residual_squares
    FROM (SELECT *, event_study_beta(model, products / market_squares) AS beta
          FROM event_study_moments('event_study_spans', blocks, estimation, benchmark))
), trusted AS MATERIALIZED (
    SELECT event_no, fitted_days, actual_mean, market_mean, actual_squares, market_squares, beta, residual_squares, false AS is_constant
    FROM summed
    WHERE isfinite(residual_squares) AND residual_squares > 1e-5 * (rr + beta * beta * mm) AND actual_squares > 1e-5 * rr
      AND (model <> 'market' OR market_squares > 1e-5 * mm)
), event_study_doubtful AS (
    FROM event_study_spans WHERE event_no NOT IN (SELECT event_no FROM trusted)
), days AS MATERIALIZED (
    FROM event_study_estimation('event_study_doubtful', blocks, benchmark)
), lines AS (
    SELECT event_no, count(*) AS fitted_days, avg(actual) AS actual_mean, avg(market) AS market_mean,
           regr_syy(actual, market) AS actual_squares, regr_sxx(actual, market) AS market_squares,
           event_study_beta(model, regr_slope(actual, market)) AS beta, min(actual) = max(actual) AS is_constant
    FROM days GROUP BY event_no
), residuals AS (
    SELECT event_no, var_samp(actual - beta * market) * (count(*) - 1) AS residual_squares
    FROM days JOIN lines USING (event_no) GROUP BY event_no
), all_lines AS (
    FROM trusted
    UNION ALL BY NAME
    SELECT lines.*, residual_squares FROM lines JOIN residuals USING (event_no)
)
SELECT event_no, fitted_days, beta, market_mean, is_constant, actual_squares, residual_squares,
       CASE WHEN model = 'market_adjusted' THEN 0 ELSE actual_mean - beta * market_mean END AS alpha,
       sqrt(residual_squares / nullif(fitted_days - CASE WHEN model = 'market' THEN 2 ELSE 1 END, 0)) AS sigma,
       CASE WHEN model = 'market_adjusted' THEN 0 ELSE 1 / fitted_days END AS mean_term,
       CASE WHEN model = 'market' THEN 1 / market_squares ELSE 0 END AS slope_term
FROM all_lines;

CREATE OR REPLACE MACRO event_study_beta(model, slope) AS
CASE model WHEN 'market' THEN slope WHEN 'market_adjusted' THEN 1 WHEN 'mean' THEN 0
           ELSE error('model must be market, market_adjusted or mean') END::DOUBLE;

-- So many entries of a list from a place (counted from 0) on; NaN beyond its end.
CREATE OR REPLACE MACRO event_study_cut(entries, place, days) AS
CASE WHEN len(entries) >= place + days THEN entries[place + 1 : place + days]
     ELSE list_resize(entries[place + 1 : place + days], days, 'nan'::DOUBLE) END;

-- The returns of each event window as lists from day -before to after, NaN where there is none.
CREATE OR REPLACE MACRO event_study_windows(placed, blocks, before, after, benchmark) AS TABLE
WITH wide AS MATERIALIZED (
    SELECT instrument_no, block, event_study_key(instrument_no, block) AS key, flatten(list(changes) OVER (
               PARTITION BY instrument_no ORDER BY block ROWS BETWEEN CURRENT ROW AND (before + after) // 32 + 1 FOLLOWING)) AS changes
    FROM query_table(blocks)
), market_windows AS MATERIALIZED (  -- one for each session that can be day zero
    SELECT 32 * block + place + before AS zero_no, event_study_cut(changes, place, before + after + 1) AS market
    FROM wide CROSS JOIN (SELECT unnest(range(32)) AS place)
    WHERE instrument_no IN (SELECT instrument_no FROM query_table(blocks) WHERE instrument = benchmark)
)
SELECT event_no, event_study_cut(changes, (p.zero_no - before) % 32, before + after + 1) AS actual,
       CASE WHEN benchmark IS NULL THEN list_resize([]::DOUBLE[], before + after + 1, 0) ELSE market END AS market
FROM query_table(placed) p
JOIN wide ON wide.key = event_study_key(p.instrument_no, (p.zero_no - before) // 32)
LEFT JOIN market_windows m ON m.zero_no = p.zero_no
WHERE p.zero_no >= before;

-- The blocks of returns to use, carried or own: those of the instruments of the events, and of the benchmark.
CREATE OR REPLACE MACRO event_study_blocks(blocks, events, benchmark, "returns") AS TABLE
FROM query_table(blocks)
WHERE (instrument IN (SELECT instrument FROM query_table(events)) OR instrument = benchmark)
  AND CASE WHEN (sessions_of, measure) IS DISTINCT FROM (benchmark::VARCHAR, "returns")
           THEN error('the carried returns are of another benchmark or kind of returns') ELSE true END;

-- Each event with its fitted model, its status, and the returns of its window.
CREATE OR REPLACE MACRO event_study_fitted(events, blocks, estimation, gap, before, after, benchmark, model, minimum, sign, overlapping, prices) AS TABLE
WITH event_study_placed AS MATERIALIZED (
    SELECT *, CASE overlapping
                  WHEN 'keep' THEN false
                  WHEN 'drop' THEN zero_no - lag(zero_no) OVER (PARTITION BY instrument_no ORDER BY zero_no, event_no) <= before + after
                  ELSE error('overlapping must be keep or drop') END AS meets_earlier
    FROM event_study_day_zero(events, blocks, prices, benchmark, sign)
), joined AS (
    SELECT p.*, f.* EXCLUDE (event_no), w.actual, w.market,
           isfinite(list_sum(w.actual)) AND isfinite(list_sum(w.market)) AS is_complete
    FROM event_study_placed p
    LEFT JOIN event_study_fits('event_study_placed', blocks, estimation, gap, benchmark,
                               coalesce(model, CASE WHEN benchmark IS NULL THEN 'mean' ELSE 'market' END)) f USING (event_no)
    LEFT JOIN event_study_windows('event_study_placed', blocks, before, after, benchmark) w USING (event_no)
), judged AS (
    SELECT *, CASE WHEN instrument_no IS NULL OR NOT has_sessions THEN 'no_prices'
                   WHEN NOT is_timed THEN 'time_unknown'
                   WHEN direction IS NULL THEN 'unsigned'
                   WHEN zero_no IS NULL THEN 'incomplete_window'
                   WHEN coalesce(fitted_days, 0) < greatest(coalesce(minimum, estimation), 3) THEN 'insufficient_estimation'
                   WHEN is_complete IS DISTINCT FROM true THEN 'incomplete_window'
                   WHEN is_constant OR NOT residual_squares > 1e-18 * actual_squares OR slope_term = 'inf' THEN 'zero_variance'
                   WHEN meets_earlier THEN 'overlapping'
                   ELSE 'ok' END AS status
    FROM joined
)
SELECT event_no, event_id, instrument, direction, counted_by, day_zero, zero_no, instrument_no, status, fitted_days, alpha, beta, sigma, mean_term,
       slope_term, market_mean, CASE WHEN status = 'ok' THEN actual END AS actual, CASE WHEN status = 'ok' THEN market END AS market,
       CASE status
           WHEN 'no_prices' THEN format('no prices of {}', CASE WHEN instrument IS NULL THEN 'an unnamed instrument' WHEN instrument_no IS NULL THEN instrument ELSE 'the benchmark ' || counted_by END)
           WHEN 'time_unknown' THEN 'known_at is missing, unreadable or without time zone'
           WHEN 'unsigned' THEN 'the news has no direction'
           WHEN 'insufficient_estimation'
           THEN format('{} returns in the estimation window of {} sessions', coalesce(fitted_days, 0), estimation)
           WHEN 'overlapping' THEN 'its event window meets that of an earlier event of the instrument'
           WHEN 'incomplete_window' THEN CASE WHEN zero_no IS NULL THEN 'no session on or after the event' ELSE 'no return on day '
               || array_to_string(list_filter(range(-before, after + 1), lambda day: NOT coalesce(
                      isfinite(actual[day + before + 1]) AND isfinite(market[day + before + 1]), false)), ', ') END
           WHEN 'zero_variance' THEN CASE WHEN is_constant THEN 'the returns of the estimation window do not vary'
               WHEN slope_term = 'inf' THEN 'the benchmark does not vary in the estimation window'
               ELSE 'the abnormal returns of the estimation window do not vary' END END AS reason
FROM judged;
