"""How often the tests reject where nothing happened: event studies of random days on simulated shares.

    python benchmarks/study_size.py [STUDIES]

Sixty shares with loads on a common market and Student (5) noise of their own. Each study has 40 events, on days of their own or
all on one day. Printed: the share of studies with a p value below 5 percent; its standard error is 1.3 points for 300 studies.
"""

from __future__ import annotations

import sys
from collections import Counter

import numpy as np
import polars as pl

from signals.study import Study, StudySettings

SHARES, SESSIONS, EVENTS = 60, 700, 40


def market(random: np.random.Generator, *, common: float) -> pl.DataFrame:
    """Prices of the market M and of the shares; ``common`` is the weight of a second factor that the model does not know."""
    factor, hidden = random.normal(0, 0.01, SESSIONS), common * random.normal(0, 0.02, SESSIONS)
    days = np.busday_offset("2015-01-05", np.arange(SESSIONS)).astype("datetime64[D]")
    frames = [pl.DataFrame({"instrument": "M", "date": days, "close": np.cumprod(1 + factor)})]
    for number in range(SHARES):
        moves = random.uniform(0.5, 1.5) * factor + hidden + 0.015 * random.standard_t(5, SESSIONS)
        frames.append(pl.DataFrame({"instrument": f"S{number:02}", "date": days, "close": np.cumprod(1 + moves)}))
    return pl.concat(frames)


def events(random: np.random.Generator, *, one_day: bool) -> pl.DataFrame:
    """Random shares on random days."""
    days = np.busday_offset("2015-01-05", np.arange(SESSIONS)).astype("datetime64[D]")
    places = np.full(EVENTS, random.integers(300, SESSIONS - 20)) if one_day else random.integers(300, SESSIONS - 20, EVENTS)
    names = [f"S{number:02}" for number in random.choice(SHARES, EVENTS, replace=False)]
    return pl.DataFrame({"event_id": range(EVENTS), "instrument": names, "known_at": days[places]})


def main() -> None:
    """Print the share of rejections by test, for three kinds of sample."""
    studies = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    kinds = (("own days", False, 0.0), ("one day", True, 0.0), ("one day, hidden factor", True, 0.5))
    random, settings = np.random.default_rng(4), StudySettings(benchmark="M")
    for kind, one_day, common in kinds:
        rejected: Counter[str] = Counter()
        for _ in range(studies):
            study = Study(events(random, one_day=one_day), market(random, common=common), settings)
            rejected.update(name for name, p in study.tests.select("test", "p_value").iter_rows() if p is not None and p < 0.05)
            if not one_day:
                rejected["clustered_t"] += study.summary["clustered_p"][0] < 0.05
            study.close()
        print(f"{kind}, {studies} studies of {EVENTS} events")
        for name, count in sorted(rejected.items()):
            print(f"  {name:22}{count / studies:7.1%}", flush=True)


if __name__ == "__main__":
    main()
