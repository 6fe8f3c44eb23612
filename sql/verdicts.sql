-- What the prices say of observations: FROM verdicts_of('observations', 'prices');
--
-- Daily prices are snapshots, so a level is held against the range of the snapshots around its time: the last one before it, the
-- first one after it and those within. Between two snapshots the price can leave that range; how far is told by the instrument's own
-- daily volatility (standard deviation of the log returns of the 60 sessions before) and the square root of the time to the nearest
-- snapshot. The range is widened by 1 + 3 x root(days) such deviations for a level, twice that for a high or low, which is an extreme
-- by its nature, and by half a unit of the last printed digit.
-- A move against the previous close is held against the change of the snapshot over the session: it is contradicted only where the
-- difference is more than 3 deviations, since both ends of it were taken at other hours.
CREATE OR REPLACE MACRO verdicts_of(observations_table, prices_table) AS TABLE
WITH priced AS MATERIALIZED (
    SELECT instrument, session, priced_at, close, unit,
           lag(close) OVER by_session AS previous,
           stddev_samp(change) OVER (by_session ROWS BETWEEN 60 PRECEDING AND 1 PRECEDING) AS volatility
    FROM (SELECT instrument, session, priced_at, close, unit,
                 CASE WHEN close > 0 AND lag(close) OVER steps > 0 THEN ln(close / lag(close) OVER steps) END AS change
          FROM query_table(prices_table)
          WINDOW steps AS (PARTITION BY instrument ORDER BY session))
    WINDOW by_session AS (PARTITION BY instrument ORDER BY session)
), asked AS (
    SELECT observation_id, instrument, level, level_unit, level_kind, at_start, at_end, direction, move_value, move_unit, basis,
           0.5 * pow(10.0, -length(split_part(level::VARCHAR, '.', 2))) AS rounding
    FROM query_table(observations_table)
), before AS (
    SELECT a.*, p.session AS session_before, p.close AS close_before, p.previous AS previous_before, p.volatility, p.unit AS price_unit, p.priced_at AS priced_before
    FROM asked a ASOF LEFT JOIN priced p ON a.instrument = p.instrument AND a.at_start > p.priced_at
), around AS (
    SELECT b.*, p.session AS session_after, p.close AS close_after, p.previous AS previous_after, p.priced_at AS priced_after
    FROM before b ASOF LEFT JOIN priced p ON b.instrument = p.instrument AND b.at_start <= p.priced_at
), ranged AS (
    SELECT r.*, least(close_before, close_after, w.lowest, after.close) AS lowest,
           greatest(close_before, close_after, w.highest, after.close) AS highest,
           priced_after - at_start < at_start - priced_before OR at_end > priced_after AS later_is_nearer,
           CASE WHEN later_is_nearer THEN session_after ELSE session_before END AS session,
           CASE WHEN later_is_nearer THEN close_after ELSE close_before END AS close,
           CASE WHEN later_is_nearer THEN previous_after ELSE previous_before END AS previous,
           CASE WHEN at_end > at_start THEN 1.0
                ELSE least(1.0, epoch(least(priced_after - at_start, at_start - priced_before)) / 86400) END AS days_away
    FROM around r
    LEFT JOIN (SELECT observation_id, min(p.close) AS lowest, max(p.close) AS highest
               FROM asked a JOIN priced p ON a.instrument = p.instrument AND p.priced_at BETWEEN a.at_start AND a.at_end
               GROUP BY observation_id) w USING (observation_id)
    ASOF LEFT JOIN priced after ON r.instrument = after.instrument AND r.at_end <= after.priced_at
), judged AS (
    SELECT *,
           CASE WHEN level_kind IN ('high', 'low') THEN 2 ELSE 1 END * (1 + 3 * sqrt(days_away)) * volatility AS tolerance,
           CASE WHEN basis = 'prev_close' AND move_unit = 'percent' AND move_value IS NOT NULL AND close / previous > 0
                THEN CASE direction WHEN 'up' THEN 1 WHEN 'down' THEN -1 ELSE 0 END * move_value / 100 - (close / previous - 1) END AS difference
    FROM ranged
), found AS (
    SELECT *,
           level IS NOT NULL AND level_unit = price_unit AND level_kind IS DISTINCT FROM 'forecast' AS level_checkable,
           difference IS NOT NULL AS move_checkable
    FROM judged
)
SELECT observation_id, verdict, reason, session, close AS price, previous
FROM (
    SELECT *,
           CASE WHEN instrument NOT IN (SELECT instrument FROM priced) THEN 'no prices for this instrument'
                WHEN at_start IS NULL THEN 'the text does not tell when'
                WHEN level_kind = 'forecast' THEN 'a forecast'
                WHEN close_before IS NULL OR close_after IS NULL THEN 'outside the dates of the prices'
                WHEN priced_after - priced_before > INTERVAL 7 DAY THEN 'no price within a week'
                WHEN at_end - at_start > INTERVAL 3 DAY THEN 'no exact day stated'
                WHEN volatility IS NULL THEN 'too few prices before it'
                WHEN NOT level_checkable AND NOT move_checkable THEN 'neither a level in the unit of the prices nor a daily change in percent'
           END AS unknown,
           level_checkable AND NOT level BETWEEN lowest * (1 - tolerance) - rounding AND highest * (1 + tolerance) + rounding AS level_wrong,
           move_checkable AND abs(difference) > 3 * volatility + 0.0005 AS move_wrong,
           CASE WHEN unknown IS NOT NULL THEN 'cannot tell' WHEN level_wrong OR move_wrong THEN 'contradicts' ELSE 'agrees' END AS verdict,
           CASE WHEN unknown IS NOT NULL THEN unknown
                WHEN level_wrong THEN 'the level lies outside what the prices around it allow'
                WHEN move_wrong THEN 'the change of the prices over the session is another' END AS reason
    FROM found
);
