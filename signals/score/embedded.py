"""The model that ships: a small encoder in 8 bits, run by onnxruntime, read at the marked target.

Each text runs by itself, several at a time: 8-bit activations are scaled over all that runs together, so that a batch would
make one text's score depend on its neighbours. Alone, a text scores the same in any company.
"""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from typing import Any

from signals.resources import data_path
from signals.score.marking import mark
from signals.score.probabilities import Probabilities, from_log_odds
from signals.score.results import side_of_results
from signals.score.words import vote

MAX_PIECES = 128
_MAX_CHARACTERS = 2_000  # more than the pieces that are read
_MAX_TARGET = 200
_TOGETHER = 512

Pair = tuple[str, str | None]


class Network:
    """The exported network in a folder: texts to log-odds."""

    def __init__(self, folder: Path) -> None:
        import onnxruntime
        from tokenizers import Tokenizer

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(str(folder / "model.onnx"), options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._tokenizer.enable_truncation(MAX_PIECES)

    def log_odds(self, pairs: Sequence[Pair]) -> list[list[float]]:
        """Three log-odds a pair, in the order of ``LABELS``."""
        found: list[list[float]] = []
        with ThreadPoolExecutor(max_workers=os.cpu_count()) as workers:
            for start in range(0, len(pairs), _TOGETHER):
                texts = [_input(text, target) for text, target in pairs[start : start + _TOGETHER]]
                encoded = [encoding.ids for encoding in self._tokenizer.encode_batch(texts)]
                found.extend(workers.map(self._run, encoded))
        return found

    def _run(self, ids: list[int]) -> list[float]:
        import numpy as np

        tokens: Any = np.array([ids], dtype=np.int64)
        output = self._session.run(None, {"input_ids": tokens})
        return [float(value) for value in output[0][0]]


def _input(text: str, target: str | None) -> str:
    return mark(text[:_MAX_CHARACTERS], target and target[:_MAX_TARGET])


class EmbeddedScorer:
    """The shipped model, calibrated: log-odds over the temperature, plus word vote and comparison of results, each weighted."""

    name = "embedded"

    @cached_property
    def _settings(self) -> dict[str, Any]:
        return dict(json.loads(data_path("sentiment", "settings.json").read_text(encoding="utf-8")))

    @cached_property
    def _network(self) -> Network:
        return Network(data_path("sentiment"))

    @property
    def revision(self) -> str:
        """Fingerprint of weights, tokenizer and calibration."""
        return str(self._settings["revision"])

    def score_pairs(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """See ``Scorer``."""
        if not pairs:
            return []
        return [self._reading(pair, odds) for pair, odds in zip(pairs, self._network.log_odds(pairs), strict=True)]

    def _reading(self, pair: Pair, odds: list[float]) -> Probabilities:
        temperature, side = self._settings["temperature"], vote(pair[0][:_MAX_CHARACTERS], pair[1])
        shift = self._settings["vote_weight"] * side + self._settings["result_weight"] * side_of_results(pair[0])
        negative, neutral, positive = (value / temperature for value in odds)
        return from_log_odds((negative - shift, neutral, positive + shift))
