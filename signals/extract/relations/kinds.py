"""Which kind of level an open number is: what the grammar takes it for is one feature among those of the number."""

from __future__ import annotations

from collections.abc import Iterator

from signals.extract.grammar.unclaimed import kind_of
from signals.extract.relations.pairs import Pair
from signals.extract.relations.weights import kinds


def level_kind(pair: Pair) -> str:
    """The likeliest kind of the level that a pair is."""
    odds = kinds().odds(kind_features(pair))
    return kinds().answers[odds.index(max(odds))]


def kind_features(pair: Pair) -> list[str]:
    """The features of a pair and those that rest on what the grammar takes the number for."""
    return [*pair.features, *_of_rule(pair)]


def _of_rule(pair: Pair) -> Iterator[str]:
    rule = kind_of(pair.sentence, pair.token)
    yield f"rule={rule}"
    for feature in pair.features:
        name, _, value = feature.partition("=")
        if name in ("left", "class"):
            yield f"rule with {name}={rule} {value}"
