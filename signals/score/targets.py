"""What an item is read about: the item as a whole, its instruments, and the currencies of its pairs, each with its sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from signals.records import Extraction, Item, Observation, Span
from signals.score.sentences import MOST, sentences

if TYPE_CHECKING:
    from signals.instruments import AliasAutomaton, Instrument

_SIGNS = {"up": 1, "down": -1, "flat": 0}


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence to be read about one name (``None``: as a whole).

    ``side`` is -1 where good news for the name is bad for the target as quoted. ``tape`` is what the sentence says that the
    price of the name did; ``None`` where it says nothing of a price, so that the sentence is prose.
    """

    text: str
    name: str | None
    side: int
    tape: int | None
    is_headline: bool


@dataclass(frozen=True, slots=True)
class Target:
    """An instrument (``None``: the item), what its quote did, and the passages that concern it."""

    instrument: str | None
    tape: int | None
    passages: tuple[Passage, ...]


def targets(item: Item, extraction: Extraction) -> list[Target]:
    """The item first, then its instruments in the order of the text, then the currencies of its pairs."""
    spans = sentences(item.text)
    groups: dict[str, list[Observation]] = {}
    for observation in extraction.observations:
        groups.setdefault(observation.instrument, []).append(observation)
    named = _currencies(item.text) if any(_is_pair(instrument) for instrument in groups) else {}
    found = [_whole(item, extraction.observations, spans, named)]
    found += [_instrument(item.text, instrument, group, spans, named) for instrument, group in groups.items()]
    return found + _single_currencies(item.text, groups, spans, named)


def quote_move(observations: Sequence[Observation]) -> int | None:
    """Sign of the main move: the first against the close before, else the first of all; ``None`` where none is stated."""
    moves = [o.move for o in observations if o.move and o.level_kind != "forecast"]
    daily = [move for move in moves if move.basis in (None, "prev_close")]
    return _SIGNS[(daily or moves)[0].direction] if moves else None


@cache
def _automaton() -> AliasAutomaton:
    from signals.instruments import build_automaton

    return build_automaton()


@cache
def _master(instrument: str) -> Instrument | None:
    from signals.instruments import load_master

    return load_master().instruments.get(instrument)


def _is_pair(instrument: str) -> bool:
    known = _master(instrument)
    return bool(known and known.base and known.quote)


def _currencies(text: str) -> dict[str, list[Span]]:
    """Where each currency is named by itself."""
    found: dict[str, list[Span]] = {}
    for start, end, alias in _automaton().hits(text):
        if alias.kind == "currency" and len(alias.targets) == 1:
            found.setdefault(alias.targets[0], []).append((start, end))
    return found


def _side(observation: Observation, text: str, named: dict[str, list[Span]]) -> int:
    """1 where the words name what the quote prices, -1 where they name the other side: a pair's second currency, a bond."""
    known = _master(observation.instrument)
    start, end = observation.spans.get("instrument", (observation.start, observation.end))
    if known is None:
        return 1
    if known.quote and known.base:
        return -1 if any(start <= a and b <= end for a, b in named.get(known.quote, [])) else 1
    return 1 if "yield" in text[start:end].lower() else known.holder_sign


def _name(observation: Observation, text: str) -> str:
    start, end = observation.spans.get("instrument", (observation.start, observation.end))
    return text[start:end]


def _around(spans: list[Span], position: int) -> int:
    return next((n for n, (start, end) in enumerate(spans) if start <= position < end), len(spans) - 1)


def _whole(item: Item, observations: Sequence[Observation], spans: list[Span], named: dict[str, list[Span]]) -> Target:
    moves = {_around(spans, o.start): 0 for o in observations if o.move}
    for o in observations:
        if o.move:
            moves[_around(spans, o.start)] += _SIGNS[o.move.direction] * _side(o, item.text, named)
    passages = [
        Passage(item.text[a:b], None, 1, _sign(moves[n]) if n in moves else None, n == 0)
        for n, (a, b) in enumerate(spans[:MOST])
    ]
    return Target(None, _sign(sum(moves.values())) if moves else None, tuple(passages))


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _instrument(
    text: str, instrument: str, group: Sequence[Observation], spans: list[Span], named: dict[str, list[Span]]
) -> Target:
    tape, known = quote_move(group), _master(instrument)
    if known and known.base and known.quote:
        parts = [(known.base, 1), (known.quote, -1)]
        passages = [p for code, side in parts for p in _currency_passages(text, code, side, tape, group, spans, named)]
        if passages:
            return Target(instrument, tape, tuple(passages))
    return Target(instrument, tape, tuple(_own_passages(text, group, spans, named)))


def _own_passages(text: str, group: Sequence[Observation], spans: list[Span], named: dict[str, list[Span]]) -> list[Passage]:
    """The sentences of the observations, each read about the words that name the instrument there."""
    found: dict[int, Passage] = {}
    for observation in group:
        side, move = _side(observation, text, named), quote_move([observation])
        n = _around(spans, observation.start)
        tape = None if move is None else move * side
        found.setdefault(n, Passage(text[slice(*spans[n])], _name(observation, text), side, tape, n == 0))
    return [found[n] for n in sorted(found)][:MOST]


def _currency_passages(
    text: str,
    code: str,
    side: int,
    tape: int | None,
    group: Sequence[Observation],
    spans: list[Span],
    named: dict[str, list[Span]],
) -> list[Passage]:
    """The sentences that name the currency; those that report the pair's move carry the tape."""
    told = {_around(spans, o.start) for o in group if o.move}
    found: dict[int, Passage] = {}
    for start, end in named.get(code, []):
        n = _around(spans, start)
        moved = tape * side if tape is not None and n in told else None
        found.setdefault(n, Passage(text[slice(*spans[n])], text[start:end], side, moved, n == 0))
    return [found[n] for n in sorted(found)][:MOST]


def _single_currencies(
    text: str, groups: dict[str, list[Observation]], spans: list[Span], named: dict[str, list[Span]]
) -> list[Target]:
    """Plain rows for the currencies of the pairs, where the text names them; the first pair that has one decides its tape."""
    found: dict[str, Target] = {}
    for instrument, group in groups.items():
        known, tape = _master(instrument), quote_move(group)
        for code, side in [(known.base, 1), (known.quote, -1)] if known and known.base and known.quote else []:
            passages = _currency_passages(text, str(code), side, tape, group, spans, named)
            plain = tuple(Passage(p.text, p.name, 1, p.tape, p.is_headline) for p in passages)
            if plain and code not in found:
                found[str(code)] = Target(code, None if tape is None else tape * side, plain)
    return list(found.values())
