-- Tests of an event study over the days first to last: FROM event_study_tests('events', first := -1, last := 1, benchmark := 'DXY').
-- One row for each test: its statistic, its two-sided p value, and n, the number of events with status ok. A statistic that is not
-- defined (one event; windows that do not coincide) is NULL. Arguments as in event_study.sql.
--
-- cross_sectional_t    mean(car) sqrt(N) / sd(car); Student with N - 1
-- patell_z             Patell (1976): standardised abnormal returns summed over days and events; normal
-- bmp_t                Boehmer, Musumeci and Poulsen (1991): mean(t) sqrt(N) / sd(t) of the events' t; Student with N - 1
-- kolari_pynnonen_t    Kolari and Pynnonen (2010): bmp_t x sqrt((1 - r) / (1 + (N - 1) r)), r the mean pairwise correlation of
--                      estimation-window residuals; only where all events share one day zero; Student with N - 1
-- corrado_rank         Corrado (1989), Corrado and Zivney (1992): ranks over estimation and event window, mean ranks for ties,
--                      each rank divided by the event's number of days + 1; normal
-- sign                 (w - N/2) / sqrt(N/4), w the number of positive car; normal
-- generalized_sign     Cowan (1992): (w - N p) / sqrt(N p (1 - p)), p the share of positive days in the estimation windows; normal
-- wilcoxon             the smaller of the two sums of signed ranks of car, zeros left out; normal approximation with the
--                      correction for ties and without one for continuity
-- skewness_adjusted_t  sqrt(N) (S + g S^2 / 3 + g / (6 N)), S = mean/sd, g the skewness of car (Johnson 1978); Student with N - 1

-- Scaled rank of each day's abnormal return among all days of its event, less its mean of zero.
CREATE OR REPLACE MACRO event_study_ranks(panel) AS TABLE
SELECT event_no, day, in_event,
       (rank() OVER (PARTITION BY event_no ORDER BY abnormal) + (count(*) OVER (PARTITION BY event_no, abnormal) - 1) / 2)
           / (count(*) OVER (PARTITION BY event_no) + 1) - 0.5 AS scaled_rank
FROM query_table(panel) WHERE status = 'ok' AND abnormal IS NOT NULL;

-- Corrado's statistic: the days' mean ranks over the window against their variation over all days.
CREATE OR REPLACE MACRO event_study_rank_statistic(panel, first_day, last_day) AS TABLE
WITH day_means AS (
    SELECT day, in_event, avg(scaled_rank) AS mean_rank FROM event_study_ranks(panel) GROUP BY ALL
)
SELECT sum(mean_rank) FILTER (WHERE in_event AND day BETWEEN first_day AND last_day)
       / sqrt((last_day - first_day + 1) * avg(mean_rank * mean_rank)) AS statistic
FROM day_means;

-- Mean pairwise correlation of estimation-window residuals: with residuals centred and scaled to unit length, the squared length of
-- their sum over events is the sum of all pairs' correlations.
CREATE OR REPLACE MACRO event_study_mean_correlation(panel) AS TABLE
WITH centred AS (
    SELECT event_no, day, day_zero, counted_by, abnormal - avg(abnormal) OVER (PARTITION BY event_no) AS residual
    FROM query_table(panel) WHERE status = 'ok' AND NOT in_event AND abnormal IS NOT NULL
), scaled AS (
    SELECT *, residual / sqrt(sum(residual * residual) OVER (PARTITION BY event_no)) AS unit FROM centred
), summed AS (
    SELECT day, sum(unit) AS total, count(*) AS events_on_day FROM scaled GROUP BY day
), counts AS (
    SELECT count(DISTINCT event_no) AS n, count(DISTINCT (day_zero, counted_by)) AS windows FROM scaled
)
SELECT CASE WHEN any_value(windows) = 1 AND min(events_on_day) = any_value(n) AND any_value(n) > 1
            THEN (sum(total * total) - any_value(n)) / (any_value(n) * (any_value(n) - 1)) END AS mean_correlation
FROM summed, counts;

-- Each event's standardised abnormal returns over the window, summed, with the variance of that sum (Patell), and the share of positive days
-- in its estimation window (Cowan).
CREATE OR REPLACE MACRO event_study_standardised(panel, first_day, last_day) AS TABLE
SELECT event_no,
       sum(abnormal / (sigma * sqrt(1 + mean_term + CASE WHEN slope_term = 0 THEN 0 ELSE (market - market_mean) ** 2 * slope_term END)))
           FILTER (WHERE in_event AND day BETWEEN first_day AND last_day) AS standardised_sum,
       (last_day - first_day + 1) * (any_value(fitted_days) - 2) / (any_value(fitted_days) - 4) AS patell_variance,
       count(*) FILTER (WHERE NOT in_event AND abnormal > 0) / any_value(fitted_days) AS positive_share
FROM query_table(panel) WHERE status = 'ok'
GROUP BY event_no;

-- Wilcoxon's smaller rank sum of the column car, with the z value of its normal approximation.
CREATE OR REPLACE MACRO event_study_signed_ranks(windows) AS TABLE
WITH ranked AS (
    SELECT car, count(*) OVER (PARTITION BY abs(car)) AS tied,
           rank() OVER (ORDER BY abs(car)) + (count(*) OVER (PARTITION BY abs(car)) - 1) / 2 AS mean_rank
    FROM query_table(windows) WHERE status = 'ok' AND car <> 0
), sums AS (
    SELECT least(coalesce(sum(mean_rank) FILTER (WHERE car > 0), 0), coalesce(sum(mean_rank) FILTER (WHERE car < 0), 0)) AS smaller,
           count(*)::DOUBLE AS n, coalesce(sum(tied::DOUBLE * tied - 1), 0) AS ties
    FROM ranked
)
SELECT CASE WHEN n > 0 THEN smaller END AS statistic,
       (smaller - n * (n + 1) / 4) / sqrt(nullif((n * (n + 1) * (2 * n + 1) - ties / 2) / 24, 0)) AS z
FROM sums;

CREATE OR REPLACE MACRO event_study_tests(events, first := -1, last := 1, estimation := 250, gap := 10, before := 5, after := 5,
                                          benchmark := NULL, model := NULL, "returns" := 'simple', minimum := NULL) AS TABLE
WITH event_study_days AS MATERIALIZED (
    FROM event_study_panel(events, estimation := estimation, gap := gap, before := before, after := after, benchmark := benchmark,
                           model := model, "returns" := "returns", minimum := minimum)
), event_study_cars AS MATERIALIZED (
    FROM event_study_window('event_study_days', first, last)
), cars AS (
    SELECT count(*)::DOUBLE AS n, avg(car) / nullif(stddev_samp(car), 0) AS mean_ratio, avg(t) / nullif(stddev_samp(t), 0) AS t_ratio,
           count(*) FILTER (WHERE car > 0) AS positive, avg(car) AS car_mean, stddev_samp(car) AS car_deviation
    FROM event_study_cars WHERE status = 'ok'
), asymmetry AS (
    SELECT avg((car - car_mean) ** 3) / nullif(any_value(car_deviation), 0) ** 3 AS skewness
    FROM event_study_cars, cars WHERE status = 'ok'
), standardised AS (
    SELECT sum(standardised_sum) / sqrt(sum(patell_variance)) AS patell, avg(positive_share) AS share
    FROM event_study_standardised('event_study_days', first, last)
), facts AS (
    FROM cars, asymmetry, standardised, event_study_mean_correlation('event_study_days')
), statistics AS (
    SELECT n, unnest([
        {test: 'cross_sectional_t', statistic: sqrt(n) * mean_ratio, family: 'student'},
        {test: 'patell_z', statistic: patell, family: 'normal'},
        {test: 'bmp_t', statistic: sqrt(n) * t_ratio, family: 'student'},
        {test: 'kolari_pynnonen_t', statistic: CASE WHEN 1 + (n - 1) * mean_correlation > 0
             THEN sqrt(n) * t_ratio * sqrt((1 - mean_correlation) / (1 + (n - 1) * mean_correlation)) END, family: 'student'},
        {test: 'sign', statistic: (positive - n / 2) / sqrt(nullif(n, 0) / 4), family: 'normal'},
        {test: 'generalized_sign', statistic: (positive - n * share) / sqrt(nullif(n * share * (1 - share), 0)), family: 'normal'},
        {test: 'skewness_adjusted_t', statistic: sqrt(n) * (mean_ratio + skewness * mean_ratio ** 2 / 3 + skewness / (6 * n)),
         family: 'student'}], recursive := true)
    FROM facts
), valued AS (
    SELECT test, statistic, n, CASE family WHEN 'normal' THEN normal_p_value(statistic) ELSE student_p_value(statistic, n - 1) END AS p_value
    FROM statistics
    UNION ALL
    SELECT 'corrado_rank', statistic, n, normal_p_value(statistic)
    FROM cars, event_study_rank_statistic('event_study_days', first, last)
    UNION ALL
    SELECT 'wilcoxon', statistic, n, normal_p_value(z) FROM cars, event_study_signed_ranks('event_study_cars')
)
SELECT test, statistic, p_value, n::BIGINT AS n
FROM valued
ORDER BY list_position(['cross_sectional_t', 'patell_z', 'bmp_t', 'kolari_pynnonen_t', 'corrado_rank', 'sign', 'generalized_sign',
                        'wilcoxon', 'skewness_adjusted_t'], test);
