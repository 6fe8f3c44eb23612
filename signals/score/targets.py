"""What an item is read about: the item as a whole, its instruments, the currencies of its pairs; each with its sentences."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from signals.records import Extraction, Item, Move, Observation, Span
from signals.score.sentences import MOST, sentences

if TYPE_CHECKING:
    from signals.instruments import AliasAutomaton, Instrument

_SIGNS = {"up": 1, "down": -1, "flat": 0}

# About the mean absolute change from close to close, by class and unit: round figures from the sample prices (currencies, oil,
# gas, VIX, Treasury yields) and, for the classes that these lack, of the order that their main instruments show.
USUAL_DAY = {
    ("fx", "percent"): 0.5,
    ("currency", "percent"): 0.5,
    ("index", "percent"): 0.8,
    ("index future", "percent"): 0.8,
    ("volatility index", "percent"): 5.0,
    ("share", "percent"): 1.5,
    ("commodity", "percent"): 1.7,
    ("precious metal", "percent"): 0.9,
    ("crypto", "percent"): 3.0,
    ("bond yield", "bp"): 4.0,
    ("yield spread", "bp"): 4.0,
    ("policy rate", "bp"): 25.0,
}


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence to be read about one name (``None``: as a whole).

    ``side`` is -1 where good news for the name is bad for the target as quoted. ``tape`` is what the sentence says that the
    price of the name did (-1, 0, 1); ``None`` where it says nothing of a price, so that the sentence is prose.
    """

    text: str
    name: str | None
    side: int
    tape: int | None
    is_headline: bool


@dataclass(frozen=True, slots=True)
class Target:
    """An instrument (``None``: the item), what its quote did (-1, 0, 1, ``None`` unsaid), and the passages that concern it.

    ``strength`` is the size of what it did, in usual days' moves, at most 1; 1 where no size is stated.
    """

    instrument: str | None
    tape: int | None
    passages: tuple[Passage, ...]
    strength: float = 1.0


def targets(item: Item, extraction: Extraction) -> list[Target]:
    """The item first, then its instruments in the order of the text, then the currencies of its pairs that it names."""
    groups: dict[str, list[Observation]] = {}
    for observation in extraction.observations:
        groups.setdefault(observation.instrument, []).append(observation)
    page = _Page(item.text, {code for instrument in groups for code, _ in _pair(instrument)})
    instruments = [_instrument(page, instrument, group) for instrument, group in groups.items()]
    return [_whole(page, extraction.observations), *instruments, *_single_currencies(page, groups)]


def quote_move(observations: Sequence[Observation]) -> int | None:
    """Sign of the main move of a quote; ``None`` where none is stated."""
    move = _main_move(observations)
    return _SIGNS[move.direction] if move else None


def _main_move(observations: Sequence[Observation]) -> Move | None:
    """The first move against the close before, else the first."""
    moves = [o.move for o in observations if o.move and o.level_kind != "forecast"]
    daily = [move for move in moves if move.basis in (None, "prev_close")]
    return (daily or moves)[0] if moves else None


def strength(observations: Sequence[Observation]) -> float:
    """The size of the main move over that of a usual day for its class, at most 1; 1 where the text gives no size."""
    move = _main_move(observations)
    known = _instrument_of(observations[0].instrument)
    usual = USUAL_DAY.get((known.instrument_class, move.unit)) if known and move and move.unit else None
    return min(1.0, move.value / usual) if usual and move and move.value else 1.0


class _Page:
    """A text with its sentences, and where each currency is named by itself."""

    def __init__(self, text: str, codes: Collection[str]) -> None:
        self.text = text
        self.spans = sentences(text)
        self.currencies = _currencies(text, codes) if codes else {}

    def sentence(self, position: int) -> int:
        """Index of the sentence at a character."""
        return next((n for n, (_, end) in enumerate(self.spans) if position < end), len(self.spans) - 1)

    def passage(self, n: int, name: str | None, side: int, tape: int | None) -> Passage:
        """The sentence of that index, to be read about ``name``."""
        return Passage(self.text[slice(*self.spans[n])], name, side, tape, n == 0)

    def side(self, observation: Observation) -> int:
        """1 where its words name what the quote prices, -1 where they name the other side: a second currency, a bond."""
        known = _instrument_of(observation.instrument)
        start, end = _name_span(observation)
        if known is None:
            return 1
        if known.base and known.quote:
            return -1 if any(start <= a and b <= end for a, b in self.currencies.get(known.quote, [])) else 1
        return 1 if "yield" in self.text[start:end].lower() else known.holder_sign


def _name_span(observation: Observation) -> Span:
    return observation.spans.get("instrument", (observation.start, observation.end))


@cache
def _automaton() -> AliasAutomaton:
    from signals.instruments import build_automaton

    return build_automaton()


@cache
def _instrument_of(instrument: str) -> Instrument | None:
    from signals.instruments import load_master

    return load_master().instruments.get(instrument)


def _pair(instrument: str) -> tuple[tuple[str, int], ...]:
    """The currencies of a pair with their sides of its quote; none for any other instrument."""
    known = _instrument_of(instrument)
    return ((known.base, 1), (known.quote, -1)) if known and known.base and known.quote else ()


def _currencies(text: str, codes: Collection[str]) -> dict[str, list[Span]]:
    """Where each of these currencies is named; a noun that several share is the first of them."""
    found: dict[str, list[Span]] = {}
    for start, end, alias in _automaton().hits(text):
        code = next((target for target in alias.targets if target in codes), None) if alias.kind == "currency" else None
        if code is not None:
            found.setdefault(code, []).append((start, end))
    return found


def _whole(page: _Page, observations: Iterable[Observation]) -> Target:
    """The first sentences. The tape of each, and of all, is the sign of what the things it names did on balance."""
    moves: dict[int, int] = {}
    for observation in observations:
        if observation.move and page.spans:
            n = page.sentence(observation.start)
            moves[n] = moves.get(n, 0) + _SIGNS[observation.move.direction] * page.side(observation)
    signs = {n: _sign(move) for n, move in moves.items()}
    passages = tuple(page.passage(n, None, 1, signs.get(n)) for n in range(min(MOST, len(page.spans))))
    return Target(None, _sign(sum(moves.values())) if moves else None, passages)


def _sign(value: int) -> int:
    return (value > 0) - (value < 0)


def _instrument(page: _Page, instrument: str, group: Sequence[Observation]) -> Target:
    sides = _pair(instrument)
    passages = [p for code, side in sides for p in _currency_passages(page, code, side, group)]
    return Target(instrument, quote_move(group), tuple(passages) or _own_passages(page, group), strength(group))


def _own_passages(page: _Page, group: Sequence[Observation]) -> tuple[Passage, ...]:
    """The sentences of the observations, each read about the words that name the instrument there."""
    found: dict[int, Passage] = {}
    for observation in group:
        side, move, n = page.side(observation), quote_move([observation]), page.sentence(observation.start)
        name = page.text[slice(*_name_span(observation))]
        found.setdefault(n, page.passage(n, name, side, None if move is None else move * side))
    return tuple(found[n] for n in sorted(found)[:MOST])


def _currency_passages(page: _Page, code: str, side: int, group: Sequence[Observation]) -> tuple[Passage, ...]:
    """The sentences that name the currency; those that report the pair's move carry the tape."""
    tape, told = quote_move(group), {page.sentence(o.start) for o in group if o.move}
    found: dict[int, Passage] = {}
    for start, end in page.currencies.get(code, []):
        n = page.sentence(start)
        moved = tape * side if tape is not None and n in told else None
        found.setdefault(n, page.passage(n, page.text[start:end], side, moved))
    return tuple(found[n] for n in sorted(found)[:MOST])


def _single_currencies(page: _Page, groups: dict[str, list[Observation]]) -> list[Target]:
    """The plain reading of each currency that the text names; the first pair that has it decides its tape."""
    found: dict[str, Target] = {}
    for instrument, group in groups.items():
        tape = quote_move(group)
        for code, side in _pair(instrument):
            passages = tuple(replace(p, side=1) for p in _currency_passages(page, code, side, group))
            if passages and code not in found:
                found[code] = Target(code, None if tape is None else tape * side, passages, strength(group))
    return list(found.values())
