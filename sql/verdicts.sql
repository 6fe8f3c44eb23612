-- What the prices say of observations: FROM verdicts_of('observations', 'prices_by_source', 'bars');
-- One row for each observation: observation_id, verdict (agrees, contradicts, cannot tell), reason (NULL where they agree), the price it was
-- held against (session, priced_at, price_source, price, previous), level_verdict and move_verdict (NULL where nothing is stated), distance
-- (stated level - price, or without a level stated move - change of the prices, in printed units), deviations (the same in daily standard
-- deviations), tolerance (what was allowed, in the same), price_move (change of the prices since the session before, in the unit of the move).
--
-- Each source is asked for itself, and the one that allows the narrowest judgement speaks. All is measured in logarithms, for yields in
-- percentage points. A day's deviation is the root mean square change of the 60 sessions before, or half the change between the prices
-- around the statement where that is larger: news falls on the days when prices jump.
--
-- What a level is held against, the first that there is, with the error of that in deviations:
--   bars         lowest to highest of the bars within five minutes of the instant: 0.1, as sources differ
--   its close    a closing price against the close of that very session: 0.3, two hours' worth, for conventions of the close differ (auction,
--                settlement, last trade). Beyond that, but within the session's range or what a day allows, nothing can be told.
--   its range    lowest to highest of the session, where the source has them: 0.1
--   a bridge     between two snapshots the price is taken for a random walk tied to both (a Brownian bridge): its mean lies on the line
--                between them, its variance grows with the time to the nearer one, 2 x the share of a day, up to a quarter of a day's;
--                for a whole day or an extreme from the range of the snapshots around it. After the last snapshot by one a day.
-- A level is contradicted beyond 3.5 errors and half a unit of its last digit.
--
-- A move against the previous close is held against the change of the prices; for fixings the previous close lies between two of them,
-- with an error of 0.5 deviations, 0.6 without a level that holds. It is contradicted beyond 4 errors, or where the opposite direction fits and is fifty times as likely;
-- it agrees where it is within 2 errors and three times as likely as its opposite. Else it is too small to be told.
-- Where the source has spot prices and the press quotes futures, a difference of levels is no contradiction.
-- benchmarks/verdicts.py measures how often the rule is wrong: rates and how they were found stand in the module signals.prices.

CREATE OR REPLACE MACRO price_scale(unit, price) AS CASE WHEN unit = 'percent' THEN price WHEN price > 0 THEN ln(price) END;

-- The prices of the instruments asked for, with the coordinate x in which all is measured and the usual step of x from one to the next.
CREATE OR REPLACE MACRO verdict_snapshots(observations_table, prices_table) AS TABLE
WITH placed AS (
    SELECT instrument, source, session, priced_at, close, unit, kind, coalesce(split, 1) AS split, price_scale(unit, close) AS x,
           price_scale(unit, "open") AS x_open, least(price_scale(unit, low), price_scale(unit, high)) AS x_lowest,
           greatest(price_scale(unit, low), price_scale(unit, high)) AS x_highest
    FROM query_table(prices_table)
    WHERE close IS NOT NULL AND instrument IN (SELECT instrument FROM query_table(observations_table))
), stepped AS (
    SELECT *, lag(close) OVER in_time / split AS previous, lag(x) OVER in_time - ln(split) AS x_previous, x - lag(x) OVER in_time + ln(split) AS step
    FROM placed WINDOW in_time AS (PARTITION BY instrument, source ORDER BY priced_at)
)
SELECT *, CASE WHEN count(step) OVER past >= 20 THEN sqrt(avg(step * step) OVER past) END AS usual_step
FROM stepped WINDOW past AS (PARTITION BY instrument, source ORDER BY priced_at ROWS BETWEEN 59 PRECEDING AND CURRENT ROW);

-- Each observation, once for each source, between the last snapshot before it (0) and the first after it (1); with the session that its day
-- or its closing time names; lowest and highest of x over those and any within.
CREATE OR REPLACE MACRO verdict_surroundings(observations_table, snapshots) AS TABLE
WITH asked AS (
    SELECT o.observation_id, o.instrument, level, level_unit, level_kind, at_start, at_end, at_end > at_start AS is_period, direction, move_value,
           move_unit, basis, 0.5 * pow(10.0, -length(split_part(level::VARCHAR, '.', 2))) AS rounding, s.source,
           s.source IS NOT NULL AS has_prices
    FROM query_table(observations_table) o LEFT JOIN (SELECT DISTINCT instrument, source FROM query_table(snapshots)) s USING (instrument)
), behind AS (
    SELECT a.*, p.session AS session_0, p.priced_at AS priced_at_0, p.close AS close_0, p.previous AS previous_0, p.x AS x_0,
           p.x_previous AS x_before_0, p.usual_step, p.unit AS unit_0, p.kind AS kind_0
    FROM asked a ASOF LEFT JOIN query_table(snapshots) p
      ON a.instrument = p.instrument AND a.source = p.source AND a.at_start >= p.priced_at
), around AS (
    SELECT b.*, p.session AS session_1, p.priced_at AS priced_at_1, p.close AS close_1, p.previous AS previous_1, p.x AS x_1,
           p.x_lowest AS x_lowest_1, p.x_highest AS x_highest_1, coalesce(unit_0, p.unit) AS price_unit, coalesce(kind_0, p.kind) AS price_kind
    FROM behind b ASOF LEFT JOIN query_table(snapshots) p
      ON b.instrument = p.instrument AND b.source = p.source AND b.at_end < p.priced_at
), within AS (
    SELECT observation_id, a.source, min(p.x) AS lowest, max(p.x) AS highest, max(abs(p.step)) AS largest_step,
           arg_max(p.session, p.priced_at) AS session, arg_max(p.close, p.priced_at) AS close, arg_max(p.previous, p.priced_at) AS previous,
           max(p.priced_at) AS priced_at
    FROM asked a JOIN query_table(snapshots) p
      ON a.instrument = p.instrument AND a.source = p.source AND p.priced_at > a.at_start AND p.priced_at <= a.at_end
    GROUP BY ALL
), dated AS (
    SELECT *, CASE WHEN is_period THEN CASE WHEN at_end - at_start <= INTERVAL 25 HOUR THEN at_start::DATE END
                   WHEN level_kind IN ('close', 'previous') AND at_start - priced_at_0 < INTERVAL 3 HOUR THEN session_0
                   WHEN level_kind IN ('close', 'previous') AND priced_at_1 - at_start < INTERVAL 3 HOUR THEN session_1 END AS session_named
    FROM around
)
SELECT d.*, least(x_0, x_1, w.lowest) AS lowest, greatest(x_0, x_1, w.highest) AS highest, w.session AS session_within, w.close AS close_within,
       w.previous AS previous_within, w.priced_at AS priced_at_within, n.session IS NOT NULL AS has_named, n.priced_at AS priced_at_named,
       n.close AS close_named, n.previous AS previous_named, n.x AS x_named, n.x_previous AS x_before_named, n.x_open AS x_open_named,
       n.x_lowest AS x_lowest_named, n.x_highest AS x_highest_named,
       CASE WHEN d.usual_step IS NOT NULL THEN greatest(d.usual_step, abs(x_1 - x_0) / 2, w.largest_step / 2) END AS deviation,
       epoch(at_start - priced_at_0) / 86400 AS days_since, epoch(priced_at_1 - at_end) / 86400 AS days_until,
       epoch(priced_at_1 - priced_at_0) / 86400 AS days_between
FROM dated d
LEFT JOIN within w ON d.observation_id = w.observation_id AND d.source = w.source
LEFT JOIN query_table(snapshots) n ON d.instrument = n.instrument AND d.source = n.source AND d.session_named = n.session;

-- Lowest and highest of the bars within five minutes of each instant that is stated, by stretches of ten minutes.
CREATE OR REPLACE MACRO verdict_bars(observations_table, bars_table) AS TABLE
WITH moments AS (
    SELECT observation_id, instrument, at_start, unnest([-10, 0, 10]) AS shift FROM query_table(observations_table) WHERE at_start = at_end
), near AS (
    SELECT m.observation_id, m.at_start, b.starts_at, b.priced_at, b.close, b.unit, b.source, price_scale(b.unit, coalesce(b.low, b.close)) AS x_low,
           price_scale(b.unit, coalesce(b.high, b.close)) AS x_high
    FROM moments m JOIN query_table(bars_table) b
      ON m.instrument = b.instrument AND time_bucket(INTERVAL 10 MINUTE, m.at_start + to_minutes(m.shift)) = time_bucket(INTERVAL 10 MINUTE, b.starts_at)
    WHERE b.priced_at > m.at_start - INTERVAL 5 MINUTE AND b.starts_at < m.at_start + INTERVAL 5 MINUTE
      AND b.priced_at - b.starts_at <= INTERVAL 10 MINUTE
)
SELECT observation_id, min(x_low) AS x_bar_low, max(x_high) AS x_bar_high, arg_min(close, abs(epoch(priced_at - at_start))) AS close_bar,
       arg_min(priced_at, abs(epoch(priced_at - at_start))) AS priced_at_bar, any_value(unit) AS unit_bar, any_value(source) AS source_bar
FROM near GROUP BY observation_id;

-- What each level and move is held against: x_low to x_high with the error level_error (in deviations); x_reference for the previous close.
CREATE OR REPLACE MACRO verdict_expectations(surroundings, bars_met) AS TABLE
WITH sorted AS (
    SELECT s.*, b.* EXCLUDE (observation_id), coalesce(level_kind IN ('high', 'low'), false) AS is_extreme, days_since / days_between AS share,
           session_within IS NULL AND coalesce(days_until < days_since, false) AS later_is_nearer,
           CASE WHEN x_bar_low IS NOT NULL AND unit_bar = price_unit THEN 'bars'
                WHEN level_kind IN ('close', 'previous', 'fixing') AND price_kind <> 'fixing' AND has_named THEN 'close'
                WHEN level_kind = 'open' AND x_open_named IS NOT NULL THEN 'open'
                WHEN has_named AND x_lowest_named IS NOT NULL THEN 'range'
                WHEN NOT is_period AND x_lowest_1 IS NOT NULL AND days_between < 5 THEN 'range ahead'
                WHEN is_period OR is_extreme THEN 'around'
                ELSE 'bridge' END AS held_against
    FROM query_table(surroundings) s LEFT JOIN query_table(bars_met) b USING (observation_id)
), expected AS (
    SELECT *, CASE held_against WHEN 'bars' THEN x_bar_low WHEN 'close' THEN x_named WHEN 'open' THEN x_open_named WHEN 'range' THEN x_lowest_named
                   WHEN 'range ahead' THEN least(x_lowest_1, x_0) WHEN 'around' THEN lowest
                   ELSE x_0 + coalesce(share * (x_1 - x_0), 0) END AS x_low,
           CASE held_against WHEN 'bars' THEN x_bar_high WHEN 'close' THEN x_named WHEN 'open' THEN x_open_named WHEN 'range' THEN x_highest_named
                WHEN 'range ahead' THEN greatest(x_highest_1, x_0) WHEN 'around' THEN highest
                ELSE x_0 + coalesce(share * (x_1 - x_0), 0) END AS x_high,
           CASE WHEN held_against IN ('bars', 'range', 'range ahead') THEN 0.1 WHEN held_against IN ('close', 'open') THEN 0.3
                WHEN x_1 IS NULL THEN sqrt(greatest(days_since, 0.25)) WHEN is_extreme THEN 1 WHEN held_against = 'around' THEN 0.5
                ELSE sqrt(least(0.25, greatest(2 * least(days_since, days_until), 0.0025))) END AS level_error,
           CASE WHEN has_named AND (price_kind <> 'fixing' OR session_within IS NOT NULL) THEN 'named' WHEN session_within IS NOT NULL THEN 'within'
                WHEN later_is_nearer THEN 'later' ELSE 'earlier' END AS used
    FROM sorted
), priced AS (
    SELECT *, CASE WHEN held_against = 'bars' THEN close_bar WHEN used = 'named' THEN close_named WHEN used = 'within' THEN close_within
                   WHEN used = 'later' THEN close_1 ELSE close_0 END AS price,
           CASE used WHEN 'named' THEN session_named WHEN 'within' THEN session_within WHEN 'later' THEN session_1 ELSE session_0 END AS session,
           CASE used WHEN 'named' THEN previous_named WHEN 'within' THEN previous_within WHEN 'later' THEN previous_1 ELSE previous_0 END AS previous,
           CASE WHEN held_against = 'bars' THEN priced_at_bar WHEN used = 'named' THEN priced_at_named WHEN used = 'within' THEN priced_at_within
                WHEN used = 'later' THEN priced_at_1 ELSE priced_at_0 END AS priced_at,
           CASE used WHEN 'named' THEN close_named WHEN 'within' THEN close_within WHEN 'later' THEN close_1 ELSE close_0 END AS session_price
    FROM expected
)
SELECT *, (x_low + x_high) / 2 AS x_middle,
       CASE WHEN held_against = 'close' OR price_kind <> 'fixing' AND has_named THEN x_before_named
            WHEN price_kind <> 'fixing' AND NOT is_period THEN x_0
            WHEN is_period AND session_within IS NOT NULL THEN price_scale(price_unit, previous)
            WHEN is_period THEN NULL
            WHEN days_since < 0.5 THEN (x_before_0 + x_0) / 2
            ELSE x_0 END AS x_reference,
       CASE WHEN NOT is_period AND days_since < 0.5 THEN greatest(deviation, coalesce(abs(x_0 - x_before_0) / 2, 0)) ELSE deviation END AS move_deviation
FROM priced;

CREATE OR REPLACE MACRO verdicts_of(observations_table, prices_table, bars_table) AS TABLE
WITH verdict_prices AS MATERIALIZED (
    FROM verdict_snapshots(observations_table, prices_table)
), verdict_surrounded AS MATERIALIZED (
    FROM verdict_surroundings(observations_table, 'verdict_prices')
), verdict_bars_met AS (
    FROM verdict_bars(observations_table, bars_table)
), stated AS (
    SELECT *, price_unit = 'percent' AS is_yield,
           CASE WHEN level_kind IS DISTINCT FROM 'forecast' AND (level_unit = price_unit OR price_unit = 'unknown') THEN price_scale(price_unit, level) END AS x_level,
           CASE WHEN price_unit = 'percent' THEN rounding ELSE rounding / level END AS x_rounding,
           CASE direction WHEN 'up' THEN move_value WHEN 'down' THEN -move_value END AS signed_move
    FROM verdict_expectations('verdict_surrounded', 'verdict_bars_met')
), compared AS (
    SELECT *,
           CASE WHEN basis IS DISTINCT FROM 'prev_close' THEN NULL
                WHEN is_yield AND move_unit = 'bp' THEN signed_move / 100
                WHEN NOT is_yield AND move_unit = 'percent' AND signed_move > -100 THEN ln(1 + signed_move / 100)
                WHEN NOT is_yield AND move_unit <> 'bp' AND session_price > 0 AND signed_move < session_price THEN -ln(1 - signed_move / session_price) END AS x_move,
           CASE WHEN is_yield THEN (session_price - previous) * 100 WHEN move_unit = 'percent' THEN (session_price / previous - 1) * 100
                WHEN move_unit <> 'bp' THEN session_price - previous END AS price_move,
           CASE WHEN x_low <= x_high AND x_level IS NOT NULL THEN greatest(x_low - x_level, x_level - x_high, 0) - x_rounding END AS x_outside
    FROM stated
), moved AS (  -- where the level is borne out it says itself where the move has led to
    SELECT *,
           CASE WHEN x_outside <= 3.5 * deviation * level_error THEN x_level
                WHEN is_period AND price_kind = 'fixing' THEN price_scale(price_unit, session_price) ELSE x_middle END - x_reference AS x_change,
           move_deviation * CASE WHEN held_against = 'close' THEN 0.3
                WHEN price_kind <> 'fixing' THEN sqrt(0.09 + CASE WHEN x_outside <= 3.5 * deviation * level_error THEN 0
                                                             ELSE level_error * level_error + pow(0.3 * (x_high - x_low) / deviation, 2) END)
                WHEN x_outside <= 3.5 * deviation * level_error THEN 0.5 ELSE 0.6 END AS x_move_error
    FROM compared
), judged AS (
    SELECT *,
           CASE WHEN x_outside > 3.5 * deviation * CASE WHEN held_against IN ('close', 'open') THEN 0.5 ELSE level_error END
                     AND (held_against <> 'close' OR x_lowest_named IS NULL OR x_level NOT BETWEEN x_lowest_named - x_rounding AND x_highest_named + x_rounding) THEN 'wrong'
                WHEN x_outside > 3.5 * deviation * level_error THEN 'convention'
                WHEN x_outside IS NOT NULL THEN 'right' END AS level_is,
           CASE WHEN abs(x_move - x_change) > 4 * x_move_error THEN 'wrong'
                WHEN x_move * x_change < -2 * x_move_error * x_move_error AND abs(x_move + x_change) < 2.5 * x_move_error THEN 'opposite'
                WHEN abs(x_move - x_change) <= 2 * x_move_error AND x_move * x_change > 0.55 * x_move_error * x_move_error THEN 'right'
                WHEN x_move IS NOT NULL AND x_change IS NOT NULL THEN 'small' END AS move_is,
           CASE WHEN NOT has_prices THEN 'no prices for this instrument'
                WHEN level_kind = 'forecast' THEN 'a forecast'
                WHEN at_start IS NULL THEN 'the text does not tell when'
                WHEN at_end - at_start > INTERVAL 3 DAY THEN 'no exact day stated'
                WHEN x_0 IS NULL THEN 'outside the dates of the prices: they begin later'
                WHEN x_1 IS NULL AND days_since > 4 THEN 'outside the dates of the prices: the last one is stale'
                WHEN days_between > 7 THEN 'stale: no price within a week'
                WHEN level_kind = 'close' AND price_kind = 'close' AND is_period AND NOT has_named AND x_1 IS NOT NULL THEN 'the market was closed that day'
                WHEN deviation IS NULL THEN 'too few prices before it' END AS obstacle
    FROM moved
), spoken AS (
    SELECT *, price_kind = 'spot' AND level_is IN ('wrong', 'convention') AS is_other_price,
           CASE WHEN obstacle IS NOT NULL THEN 'cannot tell'
                WHEN level_is = 'wrong' AND price_kind = 'spot' THEN 'cannot tell'
                WHEN level_is = 'wrong' OR move_is IN ('wrong', 'opposite') THEN 'contradicts'
                WHEN level_is = 'right' OR move_is = 'right' AND level_is IS NULL THEN 'agrees'
                ELSE 'cannot tell' END AS verdict
    FROM judged
)
SELECT observation_id, verdict,
       CASE WHEN obstacle IS NOT NULL THEN obstacle
            WHEN is_other_price THEN 'only spot prices, and they differ: the level may be that of a future'
            WHEN level_is = 'wrong' THEN 'the level lies outside what the prices around it allow'
            WHEN move_is = 'opposite' THEN 'the prices changed the other way since the session before'
            WHEN move_is = 'wrong' THEN 'the prices changed otherwise since the session before'
            WHEN verdict = 'agrees' THEN NULL
            WHEN level_is = 'convention' THEN 'not the close of that session, but a price of that day: perhaps another convention of the close'
            WHEN move_is = 'small' THEN 'the move is too small to be told from prices of another hour'
            ELSE 'neither a level in the unit of the prices nor the size of a daily change' END AS reason,
       session, price, previous, priced_at, source AS price_source,
       CASE WHEN obstacle IS NOT NULL THEN NULL WHEN is_other_price OR level_is = 'convention' THEN 'cannot tell'
            WHEN level_is = 'wrong' THEN 'contradicts' WHEN level_is = 'right' THEN 'agrees' END AS level_verdict,
       CASE WHEN obstacle IS NOT NULL THEN NULL WHEN move_is IN ('wrong', 'opposite') THEN 'contradicts' WHEN move_is = 'right' THEN 'agrees'
            WHEN move_is = 'small' THEN 'cannot tell' END AS move_verdict,
       round(CASE WHEN x_level IS NOT NULL THEN level - price WHEN x_move IS NOT NULL THEN signed_move - price_move END, 8) AS distance,
       round(CASE WHEN x_level IS NOT NULL THEN x_level - price_scale(price_unit, price) ELSE x_move - x_change END / deviation, 4) AS deviations,
       round(CASE WHEN x_level IS NOT NULL THEN 3.5 * level_error + x_rounding / deviation WHEN x_move IS NOT NULL THEN 4 * x_move_error / deviation END, 4) AS tolerance,
       round(price_move, 8) AS price_move
FROM spoken
QUALIFY row_number() OVER (PARTITION BY observation_id ORDER BY obstacle IS NOT NULL, verdict = 'cannot tell', level_error, source) = 1;
