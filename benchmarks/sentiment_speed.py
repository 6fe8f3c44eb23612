#!/usr/bin/env python3
"""Sentences a second: the embedded model beside a BERT-base of random weights in torch fp32, in one run on the same cores.

Run it on an idle machine: python benchmarks/sentiment_speed.py [--sentences 400]. Without torch the rival is left out with a
line.
"""

from __future__ import annotations

import argparse
import os
import random
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from signals.score import load_scorer

_WORDS = (
    "gold",
    "prices",
    "rose",
    "as",
    "the",
    "dollar",
    "lost",
    "ground",
    "in",
    "early",
    "trade",
    "on",
    "hopes",
    "of",
    "cuts",
)
_LENGTH = 20  # words; with marks and special pieces 25.4 pieces on average


def sentences(count: int) -> list[str]:
    """Distinct sentences of about 25 pieces."""
    rng = random.Random(1)  # noqa: S311
    return [" ".join(rng.choices(_WORDS, k=_LENGTH)) for _ in range(count)]


def rate(count: int, run: Callable[[], object]) -> float:
    """Sentences a second, best of three."""
    times = []
    for _ in range(3):
        start = time.perf_counter()
        run()
        times.append(time.perf_counter() - start)
    return count / min(times)


def bert_base(texts: list[str]) -> Callable[[], object]:
    """BERT-base of random weights over batches of 32, each of the same 25 pieces: no padding, no tokenizing, all cores."""
    import torch
    from transformers import BertConfig, BertForSequenceClassification

    torch.set_num_threads(os.cpu_count() or 1)
    model = BertForSequenceClassification(BertConfig(num_labels=3)).eval()
    ids = torch.randint(1000, 20000, (len(texts), 25))

    def run() -> None:
        with torch.inference_mode():
            for start in range(0, len(ids), 32):
                model(input_ids=ids[start : start + 32])

    return run


def main() -> None:
    """Prints both rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sentences", type=int, default=400)
    count = parser.parse_args().sentences
    texts, scorer = sentences(count), load_scorer()
    scorer.score_pairs([(texts[0], "gold")])
    ours = rate(count, lambda: scorer.score_pairs([(text, "gold") for text in texts]))
    print(f"embedded, tokenizing included: {ours:.0f} sentences a second on {os.cpu_count()} cores")
    if find_spec("torch") is None:
        print("BERT-base in torch: not run, install torch")
        return
    few = texts[: max(32, count // 8)]
    theirs = rate(len(few), bert_base(few))
    print(f"BERT-base, torch fp32: {theirs:.1f} sentences a second; embedded is {ours / theirs:.1f} times as fast")


if __name__ == "__main__":
    main()
