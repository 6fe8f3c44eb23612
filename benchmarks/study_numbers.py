"""Numerical safety of the event study: sums over blocks in SQL against a least-squares fit of each window's own returns.

    python benchmarks/study_numbers.py

Prices from 1e-4 to 1e6, a jump of ten decimal powers before the window, stretches without a move, an almost perfect copy of
the benchmark, steady growth with little noise, and 50 years of sessions. For each: the largest relative error of alpha (against
sigma), beta, sigma and standard error over all events. The reference is computed in extended precision from the same prices; of
the last two kinds the residuals are as small as the rounding of a return in double precision, which sets the error.
"""

from __future__ import annotations

import numpy as np
import polars as pl

from signals.study import StudySettings, run_study

SESSIONS = 12_600
ZEROS = range(400, SESSIONS - 20, 610)


def series() -> dict[str, np.ndarray]:
    """Closes by what is hard about them; M is the benchmark."""
    random = np.random.default_rng(3)
    market = random.normal(3e-4, 0.01, SESSIONS)
    noise = random.normal(0, 0.02, SESSIONS)
    still = np.where(np.arange(SESSIONS) % 100 < 60, 0, noise)
    jump = noise.copy()
    jump[150], jump[151] = 1e10, -1 + 1e-10
    returns = {
        "M": market,
        "ordinary": 0.9 * market + noise,
        "from 1e-4": 0.9 * market + noise,
        "to 1e6": 0.9 * market + noise,
        "jump of 1e10 before": jump,
        "constant stretches": still,
        "copy of the benchmark": market + 1e-7 * noise,
        "steady growth": 1e-3 + 1e-6 * noise,
    }
    closes = {name: np.cumprod(1 + moves) for name, moves in returns.items()}
    scale = {"from 1e-4": 1e-4, "to 1e6": 1e6}
    return {name: close * scale.get(name, 100) for name, close in closes.items()}


def reference(own: np.ndarray, market: np.ndarray, zero: int) -> tuple[float, float, float, float]:
    """alpha, beta, sigma and the standard error of days -1 to 1, in extended precision, means taken first."""
    r, m = (np.diff(close.astype(np.longdouble)) / close[:-1].astype(np.longdouble) for close in (own, market))
    y, x, ahead = r[zero - 261 : zero - 11], m[zero - 261 : zero - 11], m[zero - 2 : zero + 1]
    centred = x - x.mean()
    beta = (centred * (y - y.mean())).sum() / (centred**2).sum()
    residuals = y - y.mean() - beta * centred
    sigma = np.sqrt((residuals**2).sum() / 248)
    spread = 3 + np.longdouble(9) / 250 + (ahead.sum() - 3 * x.mean()) ** 2 / (centred**2).sum()
    return float(y.mean() - beta * x.mean()), float(beta), float(sigma), float(sigma * np.sqrt(spread))


def main() -> None:
    """Print the largest relative errors."""
    closes = series()
    days = np.busday_offset("1970-01-05", np.arange(SESSIONS)).astype("datetime64[D]")
    prices = pl.concat([pl.DataFrame({"instrument": name, "date": days, "close": close}) for name, close in closes.items()])
    names = [name for name in closes if name != "M"]
    rows = [(f"{name}|{zero}", name, days[zero].astype(object)) for name in names for zero in ZEROS]
    events = pl.DataFrame(rows, schema=["event_id", "instrument", "known_at"], orient="row")
    found = pl.from_arrow(run_study(events, prices, StudySettings(benchmark="M")))
    print(f"{SESSIONS:,} sessions, {len(ZEROS)} events of each kind; largest relative error")
    print(f"{'':24}{'alpha/sigma':>14}{'beta':>10}{'sigma':>10}{'error':>10}   left out")
    for name in names:
        of_kind = found.filter(pl.col("instrument") == name)
        errors, left = np.zeros(4), 0
        for row in of_kind.iter_rows(named=True):
            if row["status"] != "ok":
                left += 1
                continue
            alpha, beta, sigma, error = reference(closes[name], closes["M"], int(row["event_id"].split("|")[1]))
            now = [
                abs(row["alpha"] - alpha) / sigma,
                abs(row["beta"] / beta - 1),
                abs(row["sigma"] / sigma - 1),
                abs(row["standard_error"] / error - 1),
            ]
            errors = np.maximum(errors, now)
        print(f"{name:24}{errors[0]:14.1e}{errors[1]:10.1e}{errors[2]:10.1e}{errors[3]:10.1e}{left:11}")


if __name__ == "__main__":
    main()
