"""What an event study is asked to do, checked before anything runs."""

from __future__ import annotations

from dataclasses import dataclass

from signals.errors import UsageError

MODELS = ("market", "market_adjusted", "mean")
RETURNS = ("simple", "log", "bp", "volatility", "volume")
LEVELS = ("event", "day", "tests", "path", "summary")
OVERLAPPING = ("keep", "drop")
CHOICES = {"model": MODELS, "returns": RETURNS, "overlapping": OVERLAPPING, "level": LEVELS}


@dataclass(frozen=True, slots=True)
class StudySettings:
    """Windows are counted in sessions from day zero.

    ``benchmark``: instrument of the market; None counts each instrument's own sessions. ``estimation``: length of the
    estimation window, whose last session is ``gap`` + 1 before day zero. ``before`` and ``after``: the event window, which
    must be complete. ``first`` to ``last``: the days over which abnormal returns are summed and tested, inside the event
    window. ``model``: market, market_adjusted or mean; None means market where there is a benchmark, else mean. ``returns``:
    simple or log, as fractions; bp, changes in hundredths of the price's unit (of yields in percent: basis points);
    volatility, absolute log returns; or volume, its logarithm. ``minimum``: least number of returns in the estimation window;
    None asks for all. ``calendar``: exchange calendar of session closes for price files that do not state them, XNYS where
    None; it matters for events with a time of day only. ``sign``: column of the events; where it is negative, returns count
    with the opposite sign, and where it is zero or missing the event is left out. ``overlapping``: keep, or drop events whose
    event window meets that of an earlier event of the instrument. ``level``: event (a row for each event), day (a row for
    each event and day), tests (a row for each test), path (the average by day) or summary (one row).

    Raises UsageError for settings that make no study.
    """

    benchmark: str | None = None
    estimation: int = 250
    gap: int = 10
    before: int = 5
    after: int = 5
    first: int = -1
    last: int = 1
    model: str | None = None
    returns: str = "simple"
    minimum: int | None = None
    calendar: str | None = None
    sign: str | None = None
    overlapping: str = "keep"
    level: str = "event"

    def __post_init__(self) -> None:
        self._check_names()
        self._check_windows()

    def _check_names(self) -> None:
        for name, choices in CHOICES.items():
            value = getattr(self, name)
            if value not in choices and (name, value) != ("model", None):
                raise UsageError(f"{name} {value!r} is unknown; choose {', '.join(choices)}")
        if self.model in ("market", "market_adjusted") and self.benchmark is None:
            raise UsageError(f"the model {self.model} needs a benchmark: name one, or choose the model mean")

    def _check_windows(self) -> None:
        if self.estimation < 5:
            raise UsageError(f"estimation is {self.estimation}; at least 5 sessions are needed")
        if self.minimum is not None and not 5 <= self.minimum <= self.estimation:
            raise UsageError(f"minimum is {self.minimum}; it must lie between 5 and estimation, {self.estimation}")
        for name in ("gap", "before", "after"):
            if getattr(self, name) < 0:
                raise UsageError(f"{name} is {getattr(self, name)}; it counts sessions and cannot be negative")
        if not -self.before <= self.first <= self.last <= self.after:
            raise UsageError(
                f"first ({self.first}) and last ({self.last}) must lie, in this order, inside -before to after: "
                f"{-self.before} to {self.after}"
            )
