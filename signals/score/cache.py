"""A scorer that never reads the same text twice.

The store of readings is anything with ``get`` and ``put`` over many keys: a dictionary, a table of the database. The key holds
the model's name and revision, so that a new model adds readings beside the old ones.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple, Protocol

from signals.score.probabilities import Probabilities
from signals.score.scorer import Pair, Scorer


class Key(NamedTuple):
    """What a reading depends on. ``content`` is 32 hex digits of BLAKE2b over the text; ``target`` as asked."""

    content: str
    target: str | None
    model: str
    revision: str


class ReadingStore(Protocol):
    """Where readings are kept."""

    def get(self, keys: Sequence[Key]) -> Mapping[Key, Probabilities]:
        """The readings that are there; keys that are not are left out."""
        ...

    def put(self, readings: Mapping[Key, Probabilities]) -> None:
        """Keeps the readings."""
        ...


class MemoryStore:
    """Readings kept in a dictionary for as long as the process lives."""

    def __init__(self) -> None:
        self.readings: dict[Key, Probabilities] = {}

    def get(self, keys: Sequence[Key]) -> Mapping[Key, Probabilities]:
        """See ``ReadingStore``."""
        return {key: self.readings[key] for key in keys if key in self.readings}

    def put(self, readings: Mapping[Key, Probabilities]) -> None:
        """See ``ReadingStore``."""
        self.readings.update(readings)


class CachedScorer:
    """Asks the store first, and the scorer only for what is missing, each pair once."""

    def __init__(self, scorer: Scorer, store: ReadingStore) -> None:
        self._scorer, self._store = scorer, store
        self.name, self.revision = scorer.name, scorer.revision

    def score_pairs(self, pairs: Sequence[Pair]) -> list[Probabilities]:
        """See ``Scorer``."""
        keys = [self._key(pair) for pair in pairs]
        known = dict(self._store.get(list(dict.fromkeys(keys))))
        missing = {key: pair for key, pair in zip(keys, pairs, strict=True) if key not in known}
        if missing:
            found = dict(zip(missing, self._scorer.score_pairs(list(missing.values())), strict=True))
            self._store.put(found)
            known |= found
        return [known[key] for key in keys]

    def _key(self, pair: Pair) -> Key:
        content = blake2b(pair[0].encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()
        return Key(content, pair[1], self.name, self.revision)
