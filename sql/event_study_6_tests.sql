-- Tests of an event study over the days first to last: FROM event_study_tests('events', first := -1, last := 1, benchmark := 'DXY').
-- One row for each test: its statistic, its two-sided p value, and n, the number of events with status ok. A statistic that is not
-- defined (one event; windows that do not coincide) is NULL. Arguments as in event_study_5_levels.sql.
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

-- Abnormal returns of the events with status ok, in the direction of the news, on all days of both windows.
CREATE OR REPLACE MACRO event_study_panel(fitted, blocks, estimation, gap, before, after, benchmark) AS TABLE
WITH event_study_ok AS MATERIALIZED (
    SELECT event_no, instrument_no, zero_no, zero_no - gap - estimation AS starts, zero_no - gap - 1 AS ends, direction, alpha, beta
    FROM query_table(fitted) WHERE status = 'ok'
)
SELECT event_no, day, false AS in_event, direction * (actual - alpha - beta * market) AS abnormal
FROM event_study_estimation('event_study_ok', blocks, benchmark) JOIN event_study_ok USING (event_no)
UNION ALL
SELECT event_no, day, true, direction * (actual - alpha - beta * market)
FROM (SELECT event_no, direction, alpha, beta, unnest(range(-before, after + 1)) AS day, unnest(actual) AS actual, unnest(market) AS market
      FROM query_table(fitted) WHERE status = 'ok');

-- Corrado's statistic: the days' mean ranks over the window against their variation over all days. A rank is that of the day's
-- abnormal return among all days of its event, divided by their number + 1, less 1/2.
CREATE OR REPLACE MACRO event_study_rank_statistic(panel, first_day, last_day) AS TABLE
WITH ranked AS (
    SELECT day, in_event, (rank() OVER (PARTITION BY event_no ORDER BY abnormal) + (count(*) OVER (PARTITION BY event_no, abnormal) - 1) / 2)
               / (count(*) OVER (PARTITION BY event_no) + 1) - 0.5 AS scaled_rank
    FROM query_table(panel)
), day_means AS (
    SELECT day, in_event, avg(scaled_rank) AS mean_rank FROM ranked GROUP BY ALL
)
SELECT sum(mean_rank) FILTER (WHERE in_event AND day BETWEEN first_day AND last_day)
       / sqrt((last_day - first_day + 1) * avg(mean_rank * mean_rank)) AS statistic
FROM day_means;

-- Mean pairwise correlation of estimation-window residuals, where all events share one day zero: with residuals centred and scaled to
-- unit length, the squared length of their sum over events is the sum of all pairs' correlations.
CREATE OR REPLACE MACRO event_study_mean_correlation(fitted, panel) AS TABLE
WITH one_day AS MATERIALIZED (
    SELECT count(DISTINCT (day_zero, counted_by)) = 1 AND count(*) > 1 AND min(fitted_days) = max(fitted_days) AS is_one, count(*) AS n
    FROM query_table(fitted) WHERE status = 'ok'
), centred AS (
    SELECT event_no, day, abnormal - avg(abnormal) OVER (PARTITION BY event_no) AS residual
    FROM query_table(panel) WHERE NOT in_event AND (SELECT is_one FROM one_day)
), scaled AS (
    SELECT day, residual / sqrt(sum(residual * residual) OVER (PARTITION BY event_no)) AS unit FROM centred
), summed AS (
    SELECT day, sum(unit) AS total, count(*) AS events_on_day FROM scaled GROUP BY day
)
SELECT CASE WHEN min(events_on_day) = any_value(n) THEN (sum(total * total) - any_value(n)) / (any_value(n) * (any_value(n) - 1)) END
       AS mean_correlation
FROM summed, one_day;

-- Abnormal returns over the window, each divided by its standard error, with the degrees of freedom of the latter.
CREATE OR REPLACE MACRO event_study_scaled_days(fitted, first_day, last_day, before) AS TABLE
WITH days AS (
    SELECT direction, alpha, beta, sigma, mean_term, slope_term, market_mean, fitted_days,
           unnest(actual[first_day + before + 1 : last_day + before + 1]) AS actual,
           unnest(market[first_day + before + 1 : last_day + before + 1]) AS market
    FROM query_table(fitted) WHERE status = 'ok'
)
SELECT direction * (actual - alpha - beta * market) / (sigma * sqrt(1 + mean_term + (market - market_mean) ** 2 * slope_term)) AS scaled,
       fitted_days - 2 AS freedom
FROM days;

-- Cowan's mean share of days with a positive abnormal return in the estimation windows.
CREATE OR REPLACE MACRO event_study_positive_share(panel) AS TABLE
SELECT avg(positive_share) AS share
FROM (SELECT count(*) FILTER (WHERE abnormal > 0) / count(*) AS positive_share
      FROM query_table(panel) WHERE NOT in_event GROUP BY event_no);

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

-- The tests of events whose status is ok. cars: status, car and t of each; panel: abnormal returns on all days of both windows;
-- scaled_days: abnormal returns of the window divided by their standard errors.
CREATE OR REPLACE MACRO event_study_statistics(fitted, cars, panel, scaled_days, first_day, last_day) AS TABLE
WITH sums AS (
    SELECT count(*)::DOUBLE AS n, avg(car) / nullif(stddev_samp(car), 0) AS mean_ratio, avg(t) / nullif(stddev_samp(t), 0) AS t_ratio,
           count(*) FILTER (WHERE car > 0) AS positive, avg(car) AS car_mean, stddev_samp(car) AS car_deviation
    FROM query_table(cars) WHERE status = 'ok'
), asymmetry AS (
    SELECT avg((car - car_mean) ** 3) / nullif(any_value(car_deviation), 0) ** 3 AS skewness
    FROM query_table(cars), sums WHERE status = 'ok'
), facts AS (
    FROM sums, asymmetry, event_study_positive_share(panel), event_study_mean_correlation(fitted, panel),
         (SELECT sum(scaled) / sqrt(sum(freedom / (freedom - 2))) AS patell FROM query_table(scaled_days))
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
    FROM sums, event_study_rank_statistic(panel, first_day, last_day)
    UNION ALL
    SELECT 'wilcoxon', statistic, n, normal_p_value(z) FROM sums, event_study_signed_ranks(cars)
)
SELECT test, statistic, p_value, n::BIGINT AS n
FROM valued
ORDER BY list_position(['cross_sectional_t', 'patell_z', 'bmp_t', 'kolari_pynnonen_t', 'corrado_rank', 'sign', 'generalized_sign',
                        'wilcoxon', 'skewness_adjusted_t'], test);

CREATE OR REPLACE MACRO event_study_tests(events, first := -1, last := 1, estimation := 250, gap := 10, before := 5, after := 5,
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
), event_study_residuals AS MATERIALIZED (
    FROM event_study_panel('event_study_models', 'event_study_used', estimation, gap, before, after, benchmark)
), event_study_scaled AS MATERIALIZED (
    FROM event_study_scaled_days('event_study_models', first, last, before)
)
FROM event_study_statistics('event_study_models', 'event_study_cars', 'event_study_residuals', 'event_study_scaled', first, last);
