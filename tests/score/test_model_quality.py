"""Floors under the shipped model on the validation tenth of the headlines by entity, which it was not trained on."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

import pytest

from signals.resources import data_path
from signals.score import load_scorer

FOLDER = Path(__file__).parents[2].parent / "shared" / "sentiment"
ENTITIES, CONFLICTS, CALIBRATION_ERROR, MEGABYTES = 0.88, 0.80, 0.05, 25


def _examples():
    path = data_path("sentiment", "examples.py")
    spec = importlib.util.spec_from_file_location("examples", path)
    module = sys.modules["examples"] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    _, validation = module.split(list(module.sentfin(FOLDER / "sentfin.jsonl")))
    return [example for example in validation if example.target]


@pytest.mark.skipif(not FOLDER.exists(), reason="the labelled headlines are not here")
def test_the_model_stays_above_its_floors() -> None:
    examples = _examples()
    readings = load_scorer().score_pairs([(e.text, e.target) for e in examples])
    hits = [(r.label == e.label, r.confidence, e.conflict) for r, e in zip(readings, examples, strict=True)]
    assert len(hits) > 1000
    assert sum(hit for hit, _, _ in hits) / len(hits) >= ENTITIES
    conflicts = [hit for hit, _, conflict in hits if conflict]
    assert sum(conflicts) / len(conflicts) >= CONFLICTS
    bins = [[(h, c) for h, c, _ in hits if k <= c * 10 < k + 1] for k in range(11)]
    error = sum(abs(sum(h for h, _ in b) - sum(c for _, c in b)) for b in bins) / len(hits)
    assert error <= CALIBRATION_ERROR


def test_the_model_fits_its_size() -> None:
    files = [data_path("sentiment", name) for name in ("model.onnx", "tokenizer.json", "settings.json", "words.csv")]
    assert sum(path.stat().st_size for path in files) <= MEGABYTES * 1_000_000
