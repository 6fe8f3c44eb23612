"""The event study written out with plain loops and numpy: slow, obvious, and independent of the SQL."""

from __future__ import annotations

import numpy as np
from scipy import stats


def by_instrument(prices):
    closes = {}
    for instrument, session, close in prices:
        if close is not None:
            closes.setdefault(instrument, {})[session] = close
    return closes


def change(closes, sessions, number, returns):
    if number < 1 or number >= len(sessions):
        return None
    before, now = closes.get(sessions[number - 1]), closes.get(sessions[number])
    if before is None or now is None or before <= 0 or now <= 0:
        return None
    return float(np.log(now / before)) if returns == "log" else now / before - 1


def study_event(instrument, date, closes, s):
    """One event with a date: status, and where it is ok estimates, abnormal returns and standard errors by day."""
    own = closes.get(instrument)
    if own is None:
        return {"status": "no_prices"}
    sessions = sorted(closes[s["benchmark"]] if s["benchmark"] else own)
    later = [number for number, session in enumerate(sessions) if session >= date]
    if not later:
        return {"status": "incomplete_window"}
    zero = later[0]
    market = closes.get(s["benchmark"], {})

    def pair(number):
        return change(own, sessions, number, s["returns"]), change(market, sessions, number, s["returns"])

    def known(r, m):
        return r is not None and (s["model"] == "mean" or m is not None)

    window = [pair(zero + day) for day in range(-s["gap"] - s["estimation"], -s["gap"])]
    used = [(r, 0.0 if m is None else m) for r, m in window if known(r, m)]
    if len(used) < (s["minimum"] or s["estimation"]):
        return {"status": "insufficient_estimation"}
    around = [pair(zero + day) for day in range(-s["before"], s["after"] + 1)]
    if not all(known(r, m) for r, m in around):
        return {"status": "incomplete_window"}
    r, m = np.array(used).T
    if np.ptp(r) == 0:
        return {"status": "zero_variance"}
    return estimate(r, m, np.array([(a, b or 0.0) for a, b in around]).T, s["model"]) | {
        "day_zero": sessions[zero],
        "status": "ok",
    }


def estimate(r, m, around, model):
    n = len(r)
    actual, market = around
    days = len(actual)
    if model == "market":
        x = np.column_stack([np.ones(n), m])
        (alpha, beta), *_ = np.linalg.lstsq(x, r, rcond=None)
        residuals = r - x @ np.array([alpha, beta])
        sigma = np.sqrt(residuals @ residuals / (n - 2))
        ahead = np.column_stack([np.ones(days), market])
        variance = sigma**2 * (np.eye(days) + ahead @ np.linalg.inv(x.T @ x) @ ahead.T)
    elif model == "mean":
        alpha, beta = r.mean(), 0.0
        residuals = r - alpha
        sigma = residuals.std(ddof=1)
        variance = sigma**2 * (np.eye(days) + np.ones((days, days)) / n)
    else:
        alpha, beta = 0.0, 1.0
        residuals = r - m
        sigma = residuals.std(ddof=1)
        variance = sigma**2 * np.eye(days)
    expected = alpha + beta * market
    return {
        "alpha": alpha, "beta": beta, "sigma": sigma, "actual": actual, "expected": expected, "abnormal": actual - expected,
        "residuals": residuals, "variance": variance, "fitted_days": n,
    }  # fmt: skip


def over_window(result, first, last, before):
    chosen = slice(first + before, last + before + 1)
    car = result["abnormal"][chosen].sum()
    error = np.sqrt(result["variance"][chosen, chosen].sum())
    bhar = np.prod(1 + result["actual"][chosen]) - np.prod(1 + result["expected"][chosen])
    return {"car": car, "standard_error": error, "t": car / error, "bhar": bhar}


def tests(results, first, last, before):
    """name: (statistic, p value) for the events that are ok; Kolari and Pynnonen's is in mean_correlation only."""
    windows = [over_window(result, first, last, before) for result in results]
    car = np.array([w["car"] for w in windows])
    n = len(car)
    by_student = {
        "cross_sectional_t": stats.ttest_1samp(car, 0).statistic,
        "bmp_t": stats.ttest_1samp([w["t"] for w in windows], 0).statistic,
        "skewness_adjusted_t": johnson(car),
    }
    by_normal = {
        "patell_z": patell(results, first, last, before),
        "corrado_rank": corrado(results, first, last, before),
        "sign": ((car > 0).sum() - n / 2) / np.sqrt(n / 4),
        "generalized_sign": cowan(results, car),
    }
    wilcoxon = stats.wilcoxon(car, correction=False, method="asymptotic")
    return (
        {name: (value, 2 * stats.t.sf(abs(value), n - 1)) for name, value in by_student.items()}
        | {name: (value, 2 * stats.norm.sf(abs(value))) for name, value in by_normal.items()}
        | {"wilcoxon": (wilcoxon.statistic, wilcoxon.pvalue)}
    )


def johnson(car):
    n, ratio = len(car), car.mean() / car.std(ddof=1)
    skewness = ((car - car.mean()) ** 3).mean() / car.std(ddof=1) ** 3
    return np.sqrt(n) * (ratio + skewness * ratio**2 / 3 + skewness / (6 * n))


def patell(results, first, last, before):
    total, variance = 0.0, 0.0
    for result in results:
        for day in range(first + before, last + before + 1):
            total += result["abnormal"][day] / np.sqrt(result["variance"][day, day])
        variance += (last - first + 1) * (result["fitted_days"] - 2) / (result["fitted_days"] - 4)
    return total / np.sqrt(variance)


def corrado(results, first, last, before):
    """For complete estimation windows: ranks from 1 to M less their mean."""
    ranks = [stats.rankdata([*result["residuals"], *result["abnormal"]]) for result in results]
    mean = np.mean(ranks, axis=0) - (len(ranks[0]) + 1) / 2
    fitted = results[0]["fitted_days"]
    chosen = mean[fitted + first + before : fitted + last + before + 1]
    return chosen.sum() / np.sqrt(len(chosen) * (mean**2).mean())


def cowan(results, car):
    share = np.mean([(result["residuals"] > 0).mean() for result in results])
    n = len(car)
    return ((car > 0).sum() - n * share) / np.sqrt(n * share * (1 - share))


def mean_correlation(results):
    matrix = np.corrcoef([result["residuals"] for result in results])
    return matrix[np.triu_indices(len(results), 1)].mean()
