-- What the prices say of observations: FROM verdicts_of('observations', 'prices');
-- Columns: observation_id, verdict (agrees, contradicts, cannot tell), reason (NULL where they agree), session, price, previous.
--
-- A daily price is a snapshot at priced_at. Between two snapshots the price is taken for a random walk that is tied to both: at the
-- share f of the way its mean lies on the line between them and its variance is f (1 - f) of a day's (a Brownian bridge), at most a
-- quarter, which is also used across weekends and for a whole day. A day's deviation is the root mean square change of the 60 snapshots
-- before, or half the change between the two snapshots where that is larger: news falls on the days when prices jump. After the last
-- snapshot the variance grows by one a day. All is done in logarithms, for yields in percentage points.
--
--   level   contradicted where it lies more than 3.5 deviations, and half a unit of its last digit, from that mean; for a whole day from the
--           range of the snapshots around it; for a high or low, which a snapshot hardly ever meets, twice that from that range.
--   move    against the previous close, whose hour is not that of a snapshot: contradicted where it differs by more than 4 x 0.6
--           deviations from the change that the snapshots show. Under half of that its opposite would pass as well, so it says nothing.
--           Here the change into the snapshot just before counts as one between snapshots too: that is where the previous close lies.
--
-- Where the source has spot prices and the press quotes futures, a difference of levels is no contradiction.
-- benchmarks/verdicts.py measures how often the rule is wrong: rates and how they were found stand in the module signals.prices.
-- The prices of the instruments asked for, with the coordinate x in which all is measured and the usual step of x from one to the next.
CREATE OR REPLACE MACRO verdict_snapshots(observations_table, prices_table) AS TABLE
WITH placed AS (
    SELECT instrument, session, priced_at, close, unit, source, CASE WHEN unit = 'percent' THEN close WHEN close > 0 THEN ln(close) END AS x
    FROM query_table(prices_table)
    WHERE close IS NOT NULL AND instrument IN (SELECT instrument FROM query_table(observations_table))
), stepped AS (
    SELECT *, lag(close) OVER in_time AS previous, lag(x) OVER in_time AS x_previous, x - lag(x) OVER in_time AS step
    FROM placed WINDOW in_time AS (PARTITION BY instrument ORDER BY priced_at)
)
SELECT *, CASE WHEN count(step) OVER past >= 20 THEN sqrt(avg(step * step) OVER past) END AS usual_step
FROM stepped WINDOW past AS (PARTITION BY instrument ORDER BY priced_at ROWS BETWEEN 59 PRECEDING AND CURRENT ROW);

-- Each observation between the last snapshot before it (0), and the first after it (1); lowest and highest of x over those and any within.
CREATE OR REPLACE MACRO verdict_surroundings(observations_table, snapshots) AS TABLE
WITH asked AS (
    SELECT observation_id, instrument, level, level_unit, level_kind, at_start, at_end, at_end > at_start AS is_period, direction, move_value,
           move_unit, basis, 0.5 * pow(10.0, -length(split_part(level::VARCHAR, '.', 2))) AS rounding,
           instrument IN (SELECT instrument FROM query_table(snapshots)) AS has_prices
    FROM query_table(observations_table)
), behind AS (
    SELECT a.*, p.session AS session_0, p.priced_at AS priced_at_0, p.close AS close_0, p.previous AS previous_0, p.x AS x_0,
           p.x_previous AS x_before_0, p.usual_step, p.unit AS price_unit, p.source
    FROM asked a ASOF LEFT JOIN query_table(snapshots) p ON a.instrument = p.instrument AND a.at_start >= p.priced_at
), around AS (
    SELECT b.*, p.session AS session_1, p.priced_at AS priced_at_1, p.close AS close_1, p.previous AS previous_1, p.x AS x_1
    FROM behind b ASOF LEFT JOIN query_table(snapshots) p ON b.instrument = p.instrument AND b.at_end < p.priced_at
), within AS (
    SELECT observation_id, min(p.x) AS lowest, max(p.x) AS highest, max(abs(p.step)) AS largest_step,
           arg_max(p.session, p.priced_at) AS session, arg_max(p.close, p.priced_at) AS close, arg_max(p.previous, p.priced_at) AS previous
    FROM asked a JOIN query_table(snapshots) p ON a.instrument = p.instrument AND p.priced_at > a.at_start AND p.priced_at <= a.at_end
    GROUP BY observation_id
)
SELECT a.*, least(x_0, x_1, w.lowest) AS lowest, greatest(x_0, x_1, w.highest) AS highest, w.session AS session_within,
       w.close AS close_within, w.previous AS previous_within,
       CASE WHEN usual_step IS NOT NULL THEN greatest(usual_step, abs(x_1 - x_0) / 2, w.largest_step / 2) END AS deviation,
       epoch(at_start - priced_at_0) / 86400 AS days_since, epoch(priced_at_1 - at_end) / 86400 AS days_until,
       epoch(priced_at_1 - priced_at_0) / 86400 AS days_between
FROM around a LEFT JOIN within w USING (observation_id);

CREATE OR REPLACE MACRO verdicts_of(observations_table, prices_table) AS TABLE
WITH verdict_prices AS MATERIALIZED (
    FROM verdict_snapshots(observations_table, prices_table)
), surrounded AS (
    SELECT *, coalesce(level_kind IN ('high', 'low'), false) AS is_extreme, days_since / days_between AS share,
           session_within IS NULL AND coalesce(days_until < days_since, false) AS later_is_nearer
    FROM verdict_surroundings(observations_table, 'verdict_prices')
), estimated AS (
    SELECT *,
           CASE WHEN is_period OR is_extreme THEN lowest ELSE x_0 + coalesce(share * (x_1 - x_0), 0) END AS x_low,
           CASE WHEN is_period OR is_extreme THEN highest ELSE x_0 + coalesce(share * (x_1 - x_0), 0) END AS x_high,
           deviation * CASE WHEN x_1 IS NULL THEN sqrt(greatest(days_since, 0.25)) WHEN is_extreme THEN 1 WHEN is_period OR days_between > 1.5 THEN 0.5
                            ELSE sqrt(greatest(share * (1 - share), 0.04)) END AS x_error,
           CASE WHEN session_within IS NOT NULL THEN session_within WHEN later_is_nearer THEN session_1 ELSE session_0 END AS session,
           CASE WHEN session_within IS NOT NULL THEN close_within WHEN later_is_nearer THEN close_1 ELSE close_0 END AS price,
           CASE WHEN session_within IS NOT NULL THEN previous_within WHEN later_is_nearer THEN previous_1 ELSE previous_0 END AS previous
    FROM surrounded
), stated AS (
    SELECT *, price_unit = 'percent' AS is_yield,
           CASE WHEN level_kind IS DISTINCT FROM 'forecast' AND (level_unit = price_unit OR price_unit = 'unknown')
                THEN CASE WHEN price_unit = 'percent' THEN level WHEN level > 0 THEN ln(level) END END AS x_level,
           CASE WHEN price_unit = 'percent' THEN rounding ELSE rounding / level END AS x_rounding,
           CASE direction WHEN 'up' THEN move_value WHEN 'down' THEN -move_value END AS signed_move
    FROM estimated
), compared AS (
    SELECT *,
           CASE WHEN basis IS DISTINCT FROM 'prev_close' THEN NULL
                WHEN is_yield AND move_unit = 'bp' THEN signed_move / 100
                WHEN NOT is_yield AND move_unit = 'percent' AND signed_move > -100 THEN ln(1 + signed_move / 100)
                WHEN NOT is_yield AND move_unit <> 'bp' AND price > 0 AND signed_move < price THEN -ln(1 - signed_move / price) END AS x_move,
           CASE WHEN is_period AND session_within IS NOT NULL
                THEN CASE WHEN is_yield THEN price - previous WHEN price > 0 AND previous > 0 THEN ln(price / previous) END
                WHEN is_period THEN NULL
                WHEN days_since < 0.5 THEN (x_low + x_high) / 2 - (x_before_0 + x_0) / 2
                ELSE (x_low + x_high) / 2 - x_0 END AS x_change,
           CASE WHEN days_since < 0.5 THEN greatest(deviation, coalesce(abs(x_0 - x_before_0) / 2, 0)) ELSE deviation END AS move_deviation
    FROM stated
), judged AS (
    SELECT *,
           CASE WHEN x_level < x_low - 3.5 * x_error - x_rounding OR x_level > x_high + 3.5 * x_error + x_rounding THEN 'wrong'
                WHEN x_level IS NOT NULL THEN 'right' END AS level_is,
           CASE WHEN abs(x_move - x_change) > 4 * 0.6 * move_deviation THEN 'wrong'
                WHEN abs(x_move) < 2 * 0.6 * move_deviation THEN 'small'
                WHEN x_move IS NOT NULL AND x_change IS NOT NULL THEN 'right' END AS move_is,
           CASE WHEN NOT has_prices THEN 'no prices for this instrument'
                WHEN level_kind = 'forecast' THEN 'a forecast'
                WHEN at_start IS NULL THEN 'the text does not tell when'
                WHEN at_end - at_start > INTERVAL 3 DAY THEN 'no exact day stated'
                WHEN x_0 IS NULL OR x_1 IS NULL AND days_since > 4 THEN 'outside the dates of the prices'
                WHEN days_between > 7 THEN 'no price within a week'
                WHEN deviation IS NULL THEN 'too few prices before it' END AS obstacle
    FROM compared
)
SELECT observation_id,
       CASE WHEN obstacle IS NOT NULL THEN 'cannot tell'
            WHEN level_is = 'wrong' AND source LIKE '% spot' THEN 'cannot tell'
            WHEN level_is = 'wrong' OR move_is = 'wrong' THEN 'contradicts'
            WHEN level_is = 'right' OR move_is = 'right' THEN 'agrees'
            ELSE 'cannot tell' END AS verdict,
       CASE WHEN obstacle IS NOT NULL THEN obstacle
            WHEN level_is = 'wrong' AND source LIKE '% spot' THEN 'only spot prices, and they differ: the level may be that of a future'
            WHEN level_is = 'wrong' THEN 'the level lies outside what the prices around it allow'
            WHEN move_is = 'wrong' THEN 'the prices changed otherwise since the session before'
            WHEN level_is = 'right' OR move_is = 'right' THEN NULL
            WHEN move_is = 'small' THEN 'the move is too small to be told from prices of another hour'
            ELSE 'neither a level in the unit of the prices nor the size of a daily change' END AS reason,
       session, price, previous
FROM judged;
