"""Whether confidences hold: of observations that claim 0.9 nine in ten should be right.

    python -m benchmarks.confidence [--fit] [--first-touch FILE ...]

Right means that instrument, level and move agree with one labelled observation. The tables are over all our labelled reports,
those of hand and those of construction, and over what was read of others before anybody had worked on them
(tests/extract/reports/first_touch.csv), to which --first-touch adds what is read now of labelled reports as new. --fit prints
weights for signals/extract/meaning/confidence.py: their proportions suit the reports open to development, which the grammar
was made with, and two numbers, height and slope, those held back and those of first touch together: plain reports and hard
ones, as new to it as any text to come.
"""

from __future__ import annotations

import argparse
import csv
from collections.abc import Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from benchmarks.accuracy import FOLDER, corpora, labelled, readings
from benchmarks.scoring import Observation, Report, direction_agrees, level_agrees, move_agrees, touches
from signals.extract.meaning.confidence import WEIGHTS, features
from signals.records import Move

EDGES = (0.0, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.975, 1.0)
PENALTY = 2.0  # ridge on all weights but the constant
FIRST_TOUCH = FOLDER / "first_touch.csv"
BY_HAND = 3.0  # weight of an observation in a report written by hand against one by construction


class Case(NamedTuple):
    """One observation that was read: its features, its confidence, whether it is right, and how much it counts."""

    values: list[float]
    confidence: float
    right: bool
    weight: float


def cases(names: Iterable[str]) -> list[Case]:
    """The observations read in these corpora, but for those that the labels leave open."""
    every = corpora()
    return [case for name in names for case in _cases(every[name], 1.0 if name == "generated" else BY_HAND)]


def _cases(reports: list[Report], weight: float) -> Iterator[Case]:
    for report, read in readings(reports):
        for one in read:
            if not touches(report, one):
                right = any(_agrees(label, one) for label in report["observations"])
                yield Case([float(value) for value in _features(one)], one["confidence"], right, weight)


def first_touch() -> list[Case]:
    """The observations read at first touch, their confidence by the weights of now."""
    with FIRST_TOUCH.open(encoding="utf-8", newline="") as file:
        rows = [[float(value) for value in row] for row in list(csv.reader(file))[1:]]
    weights = np.array(list(WEIGHTS.values()))
    found = [([1.0, *row[:-1]], bool(row[-1])) for row in rows]
    return [Case(values, float(1 / (1 + np.exp(-np.dot(values, weights)))), right, 1.0) for values, right in found]


def add_first_touch(path: Path) -> None:
    """Adds what is read now of the labelled reports in a file to that of first touch."""
    with FIRST_TOUCH.open("a", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        for case in _cases(labelled(path), 1.0):
            rows.writerow([f"{value:.3g}" for value in case.values[1:]] + [int(case.right)])


def _features(one: Observation) -> tuple[float, ...]:
    move = Move(**one["move"]) if one["move"] else None
    spans = {name: (span[0], span[1]) for name, span in one.get("spans", {}).items()}
    return features(one["level"], one["level_kind"], move, spans)


def _agrees(label: Observation, one: Observation) -> bool:
    if one["level"] is not None and not level_agrees(label, one):
        return False
    if not one["move"]:
        return True
    return move_agrees(label, one) if one["move"]["value"] is not None else direction_agrees(label, one)


def fitted(known: list[Case]) -> NDArray[np.float64]:
    """Weights of the logistic curve, by Newton's method."""
    x = np.array([case.values for case in known])
    y = np.array([case.right for case in known], dtype=float)
    count = np.array([case.weight for case in known])
    ridge = np.diag([0.0] + [PENALTY] * (x.shape[1] - 1))
    w = np.zeros(x.shape[1])
    for _ in range(40):
        p = 1 / (1 + np.exp(-x @ w))
        gradient = x.T @ (count * (y - p)) - ridge @ w
        w = w + np.linalg.solve((x * (count * p * (1 - p))[:, None]).T @ x + ridge + 1e-9 * np.eye(len(w)), gradient)
    return w


def levelled(weights: NDArray[np.float64], held: list[Case]) -> NDArray[np.float64]:
    """The weights with height and slope as suit other cases."""
    odds = [float(np.dot(case.values, weights)) for case in held]
    height, slope = fitted([case._replace(values=[1.0, odd]) for case, odd in zip(held, odds, strict=True)])
    found = weights * slope
    found[0] += height
    return found


def reliability(pairs: Iterable[tuple[float, bool]]) -> None:
    """Print claimed and actual shares by bands of confidence, their mean distance and the Brier score."""
    claimed, right = (np.array(column, dtype=float) for column in zip(*pairs, strict=True))
    distance = 0.0
    for low, high in pairwise(EDGES):
        inside = (claimed >= low) & (claimed < high)
        if inside.any():
            distance += abs(claimed[inside].mean() - right[inside].mean()) * inside.mean()
            shares = f"claimed {claimed[inside].mean():.3f}  right {right[inside].mean():.3f}"
            print(f"  {low:5.3f} to {high:5.3f}  {inside.sum():5d}  {shares}")
    print(f"  mean distance {distance:.3f}, Brier score {np.mean((claimed - right) ** 2):.4f}")


def main() -> None:
    """Print reliability, and with --fit the weights."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--fit", action="store_true")
    parser.add_argument("--first-touch", nargs="+", type=Path, default=(), metavar="FILE")
    chosen = parser.parse_args()
    for path in chosen.first_touch:
        add_first_touch(path)
    names = list(corpora())
    held = cases(name for name in names if "held" in name)
    known = cases(name for name in names if "held" not in name)
    touched = first_touch()
    for title, some in (("open to development", known), ("held back", held), ("at first touch", touched)):
        print(f"{title}, as claimed")
        reliability((case.confidence, case.right) for case in some)
    if chosen.fit:
        held = [case._replace(weight=1.0) for case in (*held, *touched)]
        weights = levelled(fitted(known), held)
        print("\n".join(f'    "{name}": {weight:.2f},' for name, weight in zip(WEIGHTS, weights, strict=True)))
        print("held back and at first touch, with these weights")
        reliability((float(1 / (1 + np.exp(-np.dot(case.values, weights)))), case.right) for case in held)


if __name__ == "__main__":
    main()
