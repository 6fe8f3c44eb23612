#!/usr/bin/env python3
"""Learns the weights of signals/extract/relations: python train.py REPORTS.jsonl... --sentences FILE.

Needs scikit-learn. Each labelled report is read several times, each time with other words and names hidden from the grammar,
as if nobody had listed them: the numbers that it leaves open then, and the names near them, are the examples.
"""

from __future__ import annotations

import argparse
import csv
import json
import random
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

from signals.extract.extractor import Extractor
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.unclaimed import Fates
from signals.extract.linking.linker import Linker
from signals.extract.relations.kinds import kind_features
from signals.extract.relations.pairs import Pair, open_numbers
from signals.extract.relations.weights import CONSTANT
from signals.extract.text.search import Search, Written
from signals.extract.text.tokens import Token
from signals.instruments import load_master, pair_of
from signals.records import Item

HIDDEN = frozenset({"direction", "state", "prep", "copula", "modal", "phase", "ref"})
FACTS = ("level", "move")
KINDS = ("last", "close", "high", "low", "open", "previous", "forecast", "fixing")

Labelled = dict[str, Any]
Table = dict[str, list[float]]
SHARE, PLAIN = 0.5, 3.0  # what an example with hidden words counts, and one of a sentence written to show something
NEAR = 30  # characters around the evidence of a label


@dataclass(slots=True)
class Example:
    """A pair of a report: its features, whether it is a level or a size by the labels, and how much it counts."""

    features: list[str]
    level: bool
    move: bool
    weight: float
    kind: str | None = None  # of the level that it is
    kind_features: list[str] = field(default_factory=list)


class HidingSearch(Search):
    """A search that does not know each word, and each name, in some share of cases."""

    chance = random.Random(0)  # noqa: S311
    words = 0.0
    names = 0.0

    def __call__(self, text: str, written: Written) -> tuple[list[Token], list[Token], list[int]]:
        """Words, names and number words of a text without those that are hidden."""
        words, named, starts = super().__call__(text, written)
        words = [w for w in words if w.kind not in HIDDEN or self.chance.random() >= self.words]
        return words, [n for n in named if self.chance.random() >= self.names], starts


class Recorder(Extractor):
    """An extractor that keeps the pairs of the last item instead of weighing them."""

    pairs: list[Pair]

    def _related(self, sentences: list[Sentence], stated: list[Frame], fates: Fates) -> list[Frame]:
        self.pairs = [pair for number in open_numbers(sentences, stated, fates) for pair in number.pairs()]
        return []


def examples(
    reports: Sequence[Labelled], sentences: Sequence[Labelled], rounds: int, words: float, names: float
) -> Iterator[Example]:
    """The examples of all reports: once with nothing hidden, and ``rounds`` times with words and names hidden. Of sentences
    all that is to be read is read already: whatever is open there is to stay so.
    """
    master = load_master()
    linker = Linker(master)
    search = HidingSearch(linker.aliases(), linker)
    recorder = Recorder(search, pair_of, master.instruments.get)
    for turn in range(rounds + 1):
        search.chance = random.Random(turn)  # noqa: S311
        search.words, search.names = (words, names) if turn else (0.0, 0.0)
        for report in reports:
            yield from _of(report, recorder, SHARE if turn else 1.0)
    search.words, search.names = 0.0, 0.0
    for sentence in sentences:
        yield from _of(sentence, recorder, PLAIN)


def _of(report: Labelled, recorder: Recorder, weight: float) -> Iterator[Example]:
    recorder.pairs = []
    recorder(item_of(report))
    yield from labelled(report, recorder.pairs, weight)


def item_of(report: Labelled) -> Item:
    """A labelled report as an item: its text and when it was received."""
    received = report.get("received_at")
    at = datetime.fromisoformat(received) if received else None
    return Item(report["id"], "-", 0, report["text"], report["text"], received_at=at)


def labelled(report: Labelled, pairs: Sequence[Pair], weight: float) -> Iterator[Example]:
    """Pairs with their labels; those in a passage that the labels leave open are left out."""
    for pair in pairs:
        if not _is_left_open(report, pair.token):
            level, move = ([o for o in report["observations"] if _says(report, o, fact, pair)] for fact in FACTS)
            example = Example(pair.features, bool(level), bool(move), weight)
            if level:
                example.kind, example.kind_features = level[0]["level_kind"], kind_features(pair)
            yield example


def _is_left_open(report: Labelled, token: Token) -> bool:
    places = ((report["text"].find(span), span) for span in report.get("ignore") or ())
    return any(start <= token.start < start + len(span) for start, span in places if start >= 0)


def _says(report: Labelled, label: Labelled, fact: str, pair: Pair) -> bool:
    start = report["text"].find(label["evidence"])
    number, token = pair.token.number, pair.token
    if number is None or not start - NEAR <= token.start <= start + len(label["evidence"]) + NEAR:
        return False
    values = {number.value, number.value * 100 if number.cents or number.unit == "pp" else number.value}
    printed = set(_values(label, fact))
    return any(abs(a - b) <= 1e-6 * max(a, b, 1e-9) for a in values for b in printed) and _names(label, pair)


def _values(label: Labelled, fact: str) -> Iterator[float]:
    if fact == "level":
        values = [label["level"]]  # of a two-way quote the first
    else:
        values = [move["value"] for move in (label["move"], *(label.get("move_alt") or [])) if move]
    yield from (abs(value) for value in values if value is not None)


def _names(label: Labelled, pair: Pair) -> bool:
    mention = pair.owner.name.value
    accepted = {label["instrument"], *(label.get("instrument_alt") or [])}
    if mention.instrument_class != "currency":
        return mention.id in accepted
    return any(len(name) == 6 and mention.id in (name[:3], name[3:]) for name in accepted)


class Columns:
    """The features that occur often enough, each with its column."""

    def __init__(self, seen: Sequence[list[str]], least: int) -> None:
        counts = Counter(feature for features in seen for feature in set(features))
        self.names = sorted(feature for feature, count in counts.items() if count >= least)
        self._places = {feature: place for place, feature in enumerate(self.names)}

    def __call__(self, seen: Sequence[list[str]]) -> csr_matrix:
        """A row of ones and noughts for each list of features."""
        rows, places = [], []
        for row, features in enumerate(seen):
            known = {self._places[f] for f in features if f in self._places}
            rows += [row] * len(known)
            places += known
        return csr_matrix((np.ones(len(rows)), (rows, places)), shape=(len(seen), len(self.names)))


def fit(
    seen: Sequence[list[str]], answers: Sequence[Sequence[bool]], counts: Sequence[float], strength: float, least: int
) -> Table:
    """Weights by feature, one for each of the ``answers``; most are nought, for what counts is the sum of their sizes."""
    columns = Columns(seen, least)
    table = columns(seen)
    weights: Table = {CONSTANT: [0.0] * len(answers)}
    for place, answer in enumerate(answers):
        model = LogisticRegression(C=strength, l1_ratio=1.0, solver="liblinear", max_iter=500)
        model.fit(table, answer, sample_weight=counts)
        weights[CONSTANT][place] = float(model.intercept_[0])
        for column in np.nonzero(model.coef_[0])[0]:
            weights.setdefault(columns.names[column], [0.0] * len(answers))[place] = float(model.coef_[0][column])
    return weights


def owners(found: Sequence[Example]) -> Table:
    """Whether a number is a level, or the size of a move, of a name."""
    answers = [[example.level for example in found], [example.move for example in found]]
    return fit([example.features for example in found], answers, [example.weight for example in found], 0.3, 10)


def kinds(found: Sequence[Example]) -> Table:
    """Which kind of level a number is that is one."""
    levels = [example for example in found if example.kind in KINDS]
    answers = [[example.kind == kind for example in levels] for kind in KINDS]
    return fit([example.kind_features for example in levels], answers, [1.0] * len(levels), 1.0, 8)


def write(weights: Table, answers: Sequence[str], path: Path) -> None:
    """Writes weights as a table with a line for each feature, in alphabetical order; noughts are blank."""
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("feature", *answers))
        for feature, values in sorted(weights.items()):
            table.writerow(
                (feature, *(f"{value:.3f}".rstrip("0").rstrip(".") if abs(value) >= 0.0005 else "" for value in values))
            )


def main() -> None:
    """Reads the reports, learns both tables and writes them."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--sentences", type=Path, required=True, help="what sentences.py writes")
    parser.add_argument("--out", type=Path, default=Path(__file__).parent, help="folder")
    parser.add_argument("--rounds", type=int, default=4, help="readings with words and names hidden")
    parser.add_argument("--words", type=float, default=0.25, help="share of words hidden")
    parser.add_argument("--names", type=float, default=0.07, help="share of names hidden")
    options = parser.parse_args()
    reports = [json.loads(line) for path in options.reports for line in path.read_text(encoding="utf-8").splitlines()]
    sentences = [json.loads(line) for line in options.sentences.read_text(encoding="utf-8").splitlines()]
    found = list(examples(reports, sentences, options.rounds, options.words, options.names))
    for name, table, answers in (("owners", owners(found), FACTS), ("kinds", kinds(found), KINDS)):
        write(table, answers, options.out / f"{name}.csv")
        print(f"{name}: {len(table)} weights")
    print(f"{len(reports)} reports, {len(found)} pairs")


if __name__ == "__main__":
    main()
