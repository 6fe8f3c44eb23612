"""Any Hugging Face checkpoint for text classification as a scorer, through transformers and the optional extra ``torch``.

Labels come from the checkpoint's own config, such as bullish or 5 stars. Such a checkpoint
knows no targets: it is asked about the text alone.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from signals.errors import UsageError
from signals.score.marking import plain
from signals.score.probabilities import LABELS, Probabilities

_BATCH = 32
_MAX_PIECES = 256
_MAX_CHARACTERS = 4_000
_MEANINGS = {
    0: re.compile(r"neg|bear|[12] star", re.IGNORECASE),
    1: re.compile(r"neu|mixed|hold|3 star", re.IGNORECASE),
    2: re.compile(r"pos|bull|[45] star", re.IGNORECASE),
}


class CheckpointScorer:
    """A sequence classifier from a local folder or from the hub's local cache (or the hub, where there is a network)."""

    def __init__(self, name: str, device: str | None = None) -> None:
        self.name = name
        self._torch = _torch()
        self._tokenizer, self._model = _load(name)
        self._columns = label_columns(self._model.config.id2label, name)
        self.revision = _revision(name, self._model)
        self._device = device or ("cuda" if self._torch.cuda.is_available() else "cpu")
        self._model.to(self._device).eval()

    def score_pairs(self, pairs: Sequence[tuple[str, str | None]]) -> list[Probabilities]:
        """See ``Scorer``; batched by length, and each distinct text read once."""
        texts = [plain(text[:_MAX_CHARACTERS]) or "." for text, _ in pairs]
        distinct = sorted(set(texts), key=lambda text: (len(text), text))
        readings: dict[str, Probabilities] = {}
        for start in range(0, len(distinct), _BATCH):
            batch = distinct[start : start + _BATCH]
            readings.update(zip(batch, self._read(batch), strict=True))
        return [readings[text] for text in texts]

    def _read(self, texts: list[str]) -> list[Probabilities]:
        inputs = self._tokenizer(texts, padding=True, truncation=True, max_length=self._longest(), return_tensors="pt")
        with self._torch.inference_mode():
            logits = self._model(**inputs.to(self._device)).logits
        rows = logits.float().softmax(dim=-1).tolist()
        return [Probabilities(*(sum(row[i] for i in columns) for columns in self._columns)) for row in rows]

    def _longest(self) -> int:
        return min(_MAX_PIECES, getattr(self._model.config, "max_position_embeddings", _MAX_PIECES) - 2)


def label_columns(names: Mapping[int, str], checkpoint: str) -> list[list[int]]:
    """Which outputs mean negative, neutral and positive, by the config's ``id2label``.

    Raises UsageError where one is not understood, or no output means negative or positive.
    """
    columns = [[i for i, name in names.items() if pattern.search(str(name))] for pattern in _MEANINGS.values()]
    if sorted(i for column in columns for i in column) != sorted(names) or not columns[0] or not columns[2]:
        shown = ", ".join(str(name) for name in names.values())
        raise UsageError(f"{checkpoint} is no sentiment classifier: its labels ({shown}) are not {', '.join(LABELS)}")
    return columns


def _torch() -> Any:
    try:
        import torch
    except ImportError as error:
        message = (
            "a transformers checkpoint needs torch: pip install 'market-news-signals[torch]', or leave out the model's name"
        )
        raise UsageError(message) from error
    return torch


def _load(name: str) -> tuple[Any, Any]:
    from transformers import AutoConfig, AutoModelForSequenceClassification, AutoTokenizer

    folder = Path(name)
    if not folder.is_dir() and (folder.is_absolute() or name.startswith((".", "~")) or name.count("/") != 1):
        raise UsageError(f"there is no model folder {name}, and that is no name on the hub (OWNER/NAME) nor embedded or words")
    try:
        config = AutoConfig.from_pretrained(name)
        if not any("SequenceClassification" in architecture for architecture in config.architectures or ()):
            kind = ", ".join(config.architectures or ()) or config.model_type
            raise UsageError(f"{name} is no classifier but {kind}: name a checkpoint for sequence classification")
        return AutoTokenizer.from_pretrained(name), AutoModelForSequenceClassification.from_pretrained(name)
    except (OSError, ValueError, KeyError) as error:
        raise UsageError(f"{name} cannot be loaded: {_first_line(error)}") from error


def _first_line(error: Exception) -> str:
    return (str(error).strip() or type(error).__name__).splitlines()[0]


def _revision(name: str, model: Any) -> str:
    """The hub's commit, or for a folder a fingerprint of its weights."""
    commit = getattr(model.config, "_commit_hash", None)
    return str(commit)[:12] if commit and not Path(name).is_dir() else _fingerprint(Path(name))


def _fingerprint(folder: Path) -> str:
    from hashlib import blake2b

    digest = blake2b(digest_size=6)
    for path in sorted([*folder.glob("*.safetensors"), *folder.glob("*.bin"), *folder.glob("*.json")]):
        digest.update(path.name.encode())
        with path.open("rb") as content:
            while block := content.read(1 << 20):
                digest.update(block)
    return digest.hexdigest()
