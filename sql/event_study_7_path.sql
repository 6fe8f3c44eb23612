-- What an event study shows beside its tests: the average path with its uncertainty, one row of summary, and a placebo.
--
--     FROM event_study_path('events', benchmark := 'SPX');
--     FROM event_study_summary('events', first := 0, last := 1, benchmark := 'SPX');
--     FROM event_study_placebo('events', draws := 200, seed := 1, benchmark := 'SPX');
--
-- Arguments as in event_study_5_levels.sql.

-- Mean of a column over events, with two standard errors: that of independent events, and that of events which move together when
-- they share a day zero (Liang and Zeger 1986, with the factor G / (G - 1) for G days). The latter is NULL where all share one day.
CREATE OR REPLACE MACRO event_study_mean(valued) AS TABLE
WITH means AS (
    SELECT day, avg(value) AS mean, count(*) AS n, stddev_samp(value) / sqrt(count(*)) AS standard_error
    FROM query_table(valued) GROUP BY day
), days_zero AS (
    SELECT day, day_zero, sum(value - mean) AS pull FROM query_table(valued) JOIN means USING (day) GROUP BY day, day_zero
), clusters AS (
    SELECT day, count(*) AS days, sqrt(sum(pull * pull) * count(*) / nullif(count(*) - 1, 0)) AS pull FROM days_zero GROUP BY day
)
SELECT day, n, days, mean, standard_error, pull / n AS clustered_error FROM means JOIN clusters USING (day);

-- One row for each day of the event window: n events on so many days zero, the mean abnormal return, the mean of car from the window's
-- first day on, its standard error (clustered by day zero; of independent events where all share one day), and the band of
-- critical standard errors around it (1.96: 95 percent).
CREATE OR REPLACE MACRO event_study_path(events, estimation := 250, gap := 10, before := 5, after := 5, benchmark := NULL, model := NULL,
                                         "returns" := 'simple', minimum := NULL, sign := 1, overlapping := 'keep', prices := 'prices', carried := NULL,
                                         critical := 1.959963984540054) AS TABLE
WITH event_study_rows AS MATERIALIZED (
    SELECT day, day_zero, abnormal, car AS value
    FROM event_study(events, estimation := estimation, gap := gap, before := before, after := after, benchmark := benchmark, model := model,
                     "returns" := "returns", minimum := minimum, sign := sign, overlapping := overlapping, prices := prices, carried := carried)
    WHERE status = 'ok'
)
SELECT day, n, days AS days_zero, mean_abnormal, mean AS caar, coalesce(clustered_error, standard_error) AS standard_error,
       mean - critical * coalesce(clustered_error, standard_error) AS lower, mean + critical * coalesce(clustered_error, standard_error) AS upper
FROM event_study_mean('event_study_rows')
JOIN (SELECT day, avg(abnormal) AS mean_abnormal FROM event_study_rows GROUP BY day) USING (day)
ORDER BY day;

-- One row for the days first to last:
-- n, left_out     events with status ok, and others; days_zero: different days zero; overlapping: ok events whose event window meets
--                 that of an earlier ok event of the same instrument
-- caar            mean car; standard_error of independent events; clustered_error, clustered_t and clustered_p by day zero, Student with
--                 as many degrees of freedom as days zero less one
-- mean_bhar, bhar_t, bhar_p   the same for buy-and-hold abnormal returns, of independent events (Barber and Lyon 1997)
-- detectable      the mean effect that such a sample shows with a probability of 80 percent at the 5 percent level, two-sided:
--                 2.8016 standard errors (1.9600 + 0.8416; Bloom 1995), the larger of the two
-- leakage, leakage_t, leakage_p   mean car of the days before day zero, clustered: news that moved prices before it was known
CREATE OR REPLACE MACRO event_study_summary(events, first := -1, last := 1, estimation := 250, gap := 10, before := 5, after := 5,
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
), event_study_cars AS MATERIALIZED (
    FROM event_study_sums('event_study_models', first, last, before)
), event_study_ahead AS MATERIALIZED (
    FROM event_study_sums('event_study_models', -before, least(-1, after), before) WHERE before > 0
), event_study_outcomes AS MATERIALIZED (
    SELECT 'car' AS day, day_zero, car AS value FROM event_study_cars WHERE status = 'ok'
    UNION ALL
    SELECT 'bhar', day_zero, bhar FROM event_study_cars WHERE status = 'ok'
    UNION ALL
    SELECT 'leakage', day_zero, car FROM event_study_ahead WHERE status = 'ok'
), measured AS MATERIALIZED (
    FROM event_study_mean('event_study_outcomes')
), neighbours AS (
    SELECT zero_no - lag(zero_no) OVER (PARTITION BY instrument_no ORDER BY zero_no) <= before + after AS meets
    FROM event_study_models WHERE status = 'ok'
), counts AS (
    SELECT count(*) FILTER (WHERE status = 'ok') AS n, count(*) FILTER (WHERE status <> 'ok') AS left_out FROM event_study_models
), effects AS (
    SELECT counts.n, left_out, coalesce(c.days, 0) AS days_zero, (SELECT count(*) FILTER (WHERE meets) FROM neighbours) AS overlapping,
           c.mean AS caar, c.standard_error, c.clustered_error, c.mean / nullif(c.clustered_error, 0) AS clustered_t,
           b.mean AS mean_bhar, b.mean / nullif(b.standard_error, 0) AS bhar_t,
           2.801585 * greatest(c.standard_error, coalesce(c.clustered_error, 0)) AS detectable,
           l.mean AS leakage, l.mean / nullif(l.clustered_error, 0) AS leakage_t
    FROM counts
    LEFT JOIN (FROM measured WHERE day = 'car') c ON true
    LEFT JOIN (FROM measured WHERE day = 'bhar') b ON true
    LEFT JOIN (FROM measured WHERE day = 'leakage') l ON true
)
SELECT * EXCLUDE (leakage_t, detectable, leakage, mean_bhar, bhar_t), student_p_value(clustered_t, days_zero - 1) AS clustered_p, mean_bhar, bhar_t,
       student_p_value(bhar_t, n - 1) AS bhar_p, detectable, leakage, leakage_t, student_p_value(leakage_t, days_zero - 1) AS leakage_p
FROM effects;

-- The same study on random days: in each draw every day zero is moved, with all its events, to a random session of those who count
-- its days, so that events which shared a day still do. One row for each draw and day: n events that could be studied there, and
-- their mean car from the window's first day on. The same seed gives the same draws.
CREATE OR REPLACE MACRO event_study_placebo(events, draws := 200, seed := 1, estimation := 250, gap := 10, before := 5, after := 5,
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
), sessions AS MATERIALIZED (
    SELECT instrument AS counted_by, unnest(sessions) AS session, 32 * block + unnest(range(len(sessions))) AS session_no
    FROM event_study_used WHERE sessions IS NOT NULL
), room AS (  -- sessions whose windows lie inside the data
    SELECT counted_by, estimation + gap + 1 AS earliest, max(session_no) - after - estimation - gap AS choices FROM sessions GROUP BY counted_by
), moved AS (
    SELECT draw, instrument, direction, counted_by,
           earliest + (hash(seed, draw, counted_by, day_zero) % choices::UBIGINT)::BIGINT AS session_no
    FROM event_study_models JOIN room USING (counted_by) CROSS JOIN (SELECT unnest(range(draws)) AS draw)
    WHERE status = 'ok' AND choices > 0
), event_study_moved AS MATERIALIZED (
    SELECT draw AS event_id, instrument, direction AS moved_direction, session AS known_at
    FROM moved JOIN sessions USING (counted_by, session_no)
), event_study_fake AS MATERIALIZED (
    FROM event_study_fitted('event_study_moved', 'event_study_used', estimation, gap, before, after, benchmark, model, minimum,
                            moved_direction, 'keep', prices)
)
SELECT event_id AS draw, day, count(*) AS n, avg(car) AS caar
FROM (SELECT event_id, unnest(range(-before, after + 1))::INTEGER AS day,
             unnest(list_transform(range(1, before + after + 2), lambda days:
                    direction * (list_sum(actual[:days]) - days * alpha - beta * list_sum(market[:days])))) AS car
      FROM event_study_fake WHERE status = 'ok')
GROUP BY event_id, day;
