"""What a scorer says of one text: three probabilities, and the label, score and confidence that follow from them."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from signals.records import SentimentLabel

LABELS: tuple[SentimentLabel, SentimentLabel, SentimentLabel] = ("negative", "neutral", "positive")


@dataclass(frozen=True, slots=True)
class Probabilities:
    """Probabilities of the three labels, each 0 to 1, summing to one."""

    negative: float
    neutral: float
    positive: float

    @property
    def values(self) -> tuple[float, float, float]:
        """In the order of ``LABELS``."""
        return self.negative, self.neutral, self.positive

    @property
    def score(self) -> float:
        """Positive less negative: -1 to 1."""
        return self.positive - self.negative

    @property
    def label(self) -> SentimentLabel:
        """The likeliest label."""
        return LABELS[self.values.index(max(self.values))]

    @property
    def confidence(self) -> float:
        """Probability of the likeliest label."""
        return max(self.values)

    def mirrored(self) -> Probabilities:
        """The same said of the opposite side: what is bad for the rand is good for the dollar's price in rand."""
        return Probabilities(self.positive, self.neutral, self.negative)


def from_log_odds(values: Iterable[float]) -> Probabilities:
    """Softmax of three log-odds in the order of ``LABELS``."""
    odds = [float(value) for value in values]
    weights = [math.exp(value - max(odds)) for value in odds]
    return Probabilities(*(weight / sum(weights) for weight in weights))


def weighted_mean(readings: list[tuple[Probabilities, float]]) -> Probabilities:
    """Mean of probabilities by positive weights.  Raises ZeroDivisionError for none."""
    total = math.fsum(weight for _, weight in readings)
    columns = zip(*(reading.values for reading, _ in readings), strict=True)
    weights = [weight / total for _, weight in readings]
    return Probabilities(*(math.fsum(v * w for v, w in zip(column, weights, strict=True)) for column in columns))
