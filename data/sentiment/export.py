#!/usr/bin/env python3
"""From a trained network to the files that ship: export.py NETWORK_FOLDER SENTFIN.jsonl TWEETS.jsonl [--out FOLDER].

Writes model.onnx (8-bit weights and activations), tokenizer.json and settings.json: the temperature and the weight of the word
vote are those under which the validation part is likeliest, and the revision is a fingerprint of all three files.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from hashlib import blake2b
from pathlib import Path

import numpy as np
import torch
from examples import LABELS, Example, sentfin, split, tweets
from network import SentimentNetwork, load_network, mean_state
from scipy.optimize import minimize
from scipy.special import log_softmax
from torch import nn

from signals.score.embedded import Network
from signals.score.results import side_of_results
from signals.score.words import vote


class Alone(nn.Module):
    """The network for one text at a time: no padding, no mask, queries, keys and values in one multiplication."""

    def __init__(self, network: SentimentNetwork) -> None:
        super().__init__()
        self.network, self.encoder = network.eval(), network.encoder
        self.heads = self.encoder.config.num_attention_heads
        self.joined = nn.ModuleList(self._joined(layer.attention.self) for layer in self.encoder.encoder.layer)

    @staticmethod
    def _joined(attention: nn.Module) -> nn.Linear:
        parts = [attention.query, attention.key, attention.value]
        linear = nn.Linear(parts[0].in_features, 3 * parts[0].out_features)
        linear.weight.data = torch.cat([part.weight.data for part in parts])
        linear.bias.data = torch.cat([part.bias.data for part in parts])
        return linear

    def forward(self, input_ids: torch.Tensor) -> torch.Tensor:
        """Token ids (1, length) to log-odds (1, 3)."""
        embeddings = self.encoder.embeddings
        positions = embeddings.position_embeddings.weight[: input_ids.shape[1]]
        states = embeddings.word_embeddings(input_ids) + positions + embeddings.token_type_embeddings.weight[0]
        states = embeddings.LayerNorm(states)
        for layer, joined in zip(self.encoder.encoder.layer, self.joined, strict=True):
            states = layer.attention.output(self._attend(joined(states)), states)
            states = layer.output(layer.intermediate(states), states)
        marked = mean_state(states, (input_ids == self.network.mark_id).to(states.dtype))
        return self.network.output(torch.cat([marked, states.mean(dim=1)], dim=-1))

    def _attend(self, joined: torch.Tensor) -> torch.Tensor:
        _, length, width = joined.shape
        size = width // (3 * self.heads)
        queries, keys, values = joined.reshape(length, 3, self.heads, size).permute(1, 2, 0, 3).unbind(0)
        weights = (queries @ keys.transpose(1, 2) / size**0.5).softmax(dim=-1)
        return (weights @ values).transpose(0, 1).reshape(1, length, -1)


def export(network: SentimentNetwork, path: Path) -> None:
    """The network as an ONNX file whose matrices are stored and multiplied in 8 bits."""
    from onnxruntime.quantization import QuantType, quantize_dynamic
    from onnxruntime.transformers.optimizer import optimize_model

    with tempfile.TemporaryDirectory() as folder:
        full, fused = Path(folder, "full.onnx"), Path(folder, "fused.onnx")
        ids, names = torch.full((1, 8), network.mark_id), {"input_ids": {1: "length"}}
        alone = Alone(network).eval()
        assert torch.allclose(alone(ids), network(ids, torch.ones_like(ids)), atol=1e-4)  # noqa: S101
        torch.onnx.export(
            alone, (ids,), str(full), input_names=["input_ids"], output_names=["log_odds"], dynamic_axes=names, dynamo=False
        )
        optimize_model(str(full), model_type="bert", num_heads=alone.heads, hidden_size=384).save_model_to_file(str(fused))
        unnamed = {"DefaultTensorType": 1}  # float: the fused nodes carry no types
        quantize_dynamic(str(fused), str(path), weight_type=QuantType.QInt8, per_channel=True, extra_options=unnamed)


RESULT_WEIGHT = 2.0  # of a comparison of results; too few in the validation part to fit it


def calibrate(log_odds: np.ndarray, votes: np.ndarray, results: np.ndarray, labels: np.ndarray) -> tuple[float, float]:
    """Temperature and weight of the vote with the least cross-entropy."""

    def loss(parameters: np.ndarray) -> float:
        temperature, weight = parameters
        shift = weight * votes + RESULT_WEIGHT * results
        shifted = log_odds / temperature + shift[:, None] * np.array([-1.0, 0.0, 1.0])
        return float(-log_softmax(shifted, axis=1)[np.arange(len(labels)), labels].mean())

    return tuple(minimize(loss, np.array([1.0, 0.0]), method="Nelder-Mead").x.round(4).tolist())


def main() -> None:
    """Parses the call and writes the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name in ("network", "sentfin", "tweets"):
        parser.add_argument(name, type=Path)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent)
    options = parser.parse_args()
    shutil.copy(options.network / "tokenizer.json", options.out / "tokenizer.json")
    export(load_network(options.network), options.out / "model.onnx")
    _, validation = split([*sentfin(options.sentfin), *tweets(options.tweets)])
    write_settings(options.out, validation)


def write_settings(folder: Path, validation: list[Example]) -> None:
    """Calibrates the exported model and fingerprints it."""
    log_odds = np.array(Network(folder).log_odds([(e.text, e.target) for e in validation]))
    votes = np.array([vote(e.text, e.target) for e in validation])
    results = np.array([side_of_results(e.text) for e in validation])
    labels = np.array([LABELS.index(e.label) for e in validation])
    temperature, weight = calibrate(log_odds, votes, results, labels)
    digest = blake2b(digest_size=6)
    for name in ("model.onnx", "tokenizer.json"):
        digest.update((folder / name).read_bytes())
    digest.update(f"{temperature} {weight} {RESULT_WEIGHT}".encode())
    settings = {
        "temperature": temperature,
        "vote_weight": weight,
        "result_weight": RESULT_WEIGHT,
        "revision": digest.hexdigest(),
    }
    (folder / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")
    print(settings)


if __name__ == "__main__":
    main()
