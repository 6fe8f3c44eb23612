"""The whole way of one item: tokens, frames, drafts, observations, and what became of every number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from typing import Any

from signals.extract.grammar import headline, horizons, price_targets, sole
from signals.extract.grammar.bind import Binder
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.references import Salience
from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.transparent import without_asides, without_doubles, without_examples
from signals.extract.grammar.unclaimed import Fates
from signals.extract.ledger import ledger
from signals.extract.meaning.announced import announced_rates
from signals.extract.meaning.confidence import confidence
from signals.extract.meaning.consistency import OUT_OF_RANGE, flags
from signals.extract.meaning.counters import Counters, PairOf, counters_of
from signals.extract.meaning.draft import Draft
from signals.extract.meaning.halves import whole
from signals.extract.meaning.hours_apart import of_the_same_day
from signals.extract.meaning.provenance import evidence, spans_of, stated
from signals.extract.meaning.resolve import drafts
from signals.extract.meaning.second_closes import of_earlier_days
from signals.extract.meaning.settle import settle
from signals.extract.meaning.timing import Timing
from signals.extract.relations.completion import related_numbers
from signals.extract.tables.reading import table_frames
from signals.extract.text.lexer import Claims, by_line, by_sentence, in_text_order, may_hold_rows
from signals.extract.text.lines import is_headline
from signals.extract.text.search import Search
from signals.extract.text.tokens import Number, Token
from signals.extract.tokenization import tokenize
from signals.records import Extraction, Item, Move, Observation

# A sentence without any of these says nothing of an instrument, nor whom the next one is about.
SPEAKS = frozenset(("instrument", "number", "direction", "other", "technical", "list"))
# The sessions of a ticker that the master lacks are those of another share of its exchange.
TRADES_LIKE = {
    "": "IBM", "L": "SHEL.L", "HK": "0700.HK", "T": "7203.T", "PA": "MC.PA", "DE": "SAP.DE", "SI": "D05.SI", "AX": "BHP.AX",
    "NS": "RELIANCE.NS", "JO": "NPN.JO", "SW": "NESN.SW", "MI": "ENI.MI", "MC": "SAN.MC", "AS": "ASML.AS", "TO": "RY.TO",
    "KS": "005930.KS", "TW": "2330.TW", "SR": "2222.SR", "SS": "600519.SS", "SZ": "600519.SS",
}  # fmt: skip
_OPENING = ("instrument", "list")
_NOBODY = ("ignored", "no instrument named before")


class Extractor:
    """Reads items with one instrument master. Building it takes a fraction of a second; use one for a whole run."""

    def __init__(self, search: Search, pair_of: PairOf, instrument_of: Callable[[str], Any]) -> None:
        self._search = search
        self._pair_of = pair_of
        self._instrument_of = instrument_of
        self._ranges: dict[str, tuple[float | None, float | None]] = {}  # of currency pairs

    def __call__(self, item: Item) -> Extraction:
        """All observations, calendar entries and drivers of an item, and the fate of each of its numbers."""
        timing = Timing(item)
        tokens, unread, named = tokenize(item.text, self._search, timing.tokens(), timing.written)
        frames, fates, sentences = self._frames(item.text, tokens, unread, timing.entries)
        counters = counters_of(named, frames, item.text)
        said = self._drafts(frames, counters)
        announced_rates(item.text, said, tokens)

        def related(stated: Sequence[Draft]) -> list[Draft]:
            return self._drafts(self._related(sentences, [draft.frame for draft in stated], fates), counters)

        facts = settle(item.text, said, sentences, fates, timing.entries, self._instrument_of, related)
        seen = timing.on_the_session_before(facts, [self._observation(item, timing, f) for f in facts], self._instrument_of)
        observations = flags(whole(item.text, of_the_same_day(item.text, of_earlier_days(item.text, seen))))
        numbers = in_text_order([t for t in tokens if t.kind == "number"], unread)
        return Extraction(
            observations, timing.calendar(), timing.drivers(observations), ledger(item.text, numbers, fates, facts)
        )

    def _drafts(self, frames: list[Frame], counters: Counters) -> list[Draft]:
        """Drafts of all frames in order; a currency alone keeps the counter currency that it had before."""
        return [draft for frame in frames for draft in drafts(frame, self._pair_of, counters, self._plausible)]

    def _related(self, sentences: list[Sentence], stated: list[Frame], fates: Fates) -> list[Frame]:
        """Statements for the numbers that are open once the grammar is done."""
        return related_numbers(sentences, stated, fates)

    def _plausible(self, instrument: str, number: Number) -> bool:
        """Whether a level lies in the range that the instrument ever had; true where none is known, or for an inverse quote."""
        low, high = self._range(instrument)
        if low is None and len(instrument) == 6:
            low, high = (1 / bound if bound else None for bound in reversed(self._range(instrument[3:] + instrument[:3])))
        return low is None or high is None or bool(low <= number.value <= high)

    def _range(self, pair: str) -> tuple[float | None, float | None]:
        if (found := self._ranges.get(pair)) is None:
            facts = self._instrument_of(pair)
            fx = facts is not None and facts.instrument_class == "fx"
            found = self._ranges[pair] = (facts.low, facts.high) if fx else (None, None)
        return found

    def _frames(
        self, text: str, tokens: list[Token], unread: list[Token], entries: Sequence[int]
    ) -> tuple[list[Frame], Fates, list[Sentence]]:
        salience = Salience(max(text.find("\n"), 0))
        sentences: list[Sentence] = []
        fates: Fates = {}
        frames, in_tables = self._tables(text, tokens, unread)
        headlined = is_headline(text)
        entry = 0  # of a live report
        named = False  # whether any instrument, or a list of them, has been named yet
        rows = Claims((start, end, "table") for start, end in in_tables)
        for start, tokens_of_sentence in by_sentence(tokens):
            begin = tokens_of_sentence[0].start
            if in_tables and rows.reason(begin, begin + 1):
                fates.update({t.start: ("claimed", None) for t in tokens_of_sentence if t.kind == "number"})
                continue
            kinds = {t.kind for t in tokens_of_sentence}
            if not kinds & SPEAKS:
                salience.listing = None if kinds != {"bound"} else salience.listing
                continue
            named = named or not kinds.isdisjoint(_OPENING)
            if not named:
                fates.update({t.start: _NOBODY for t in tokens_of_sentence if t.kind == "number"})
                continue
            if entries and entry != (entry := bisect_right(entries, begin)):
                salience.enter()
            sentences.append(Sentence(text, tokens_of_sentence, start))
            without_asides(sentences[-1])
            without_examples(sentences[-1])
            without_doubles(sentences[-1])
            binder = Binder(sentences[-1], salience=salience)
            frames += binder.run()
            fates.update(binder.fates)
            if "modal" in kinds:
                frames += price_targets.complete(binder.s, fates, binder.frames, salience)
            frames += sole.complete(binder.s, fates, binder.frames, salience)
            frames += horizons.complete(binder.s, binder.frames, fates)
            if headlined:
                frames += headline.complete(binder.s, frames, fates)
        return frames, fates, sentences

    def _tables(self, text: str, tokens: list[Token], unread: list[Token]) -> tuple[list[Frame], list[tuple[int, int]]]:
        """Statements in tables, and the character ranges of their rows."""
        if not may_hold_rows(text, tokens):
            return [], []
        lines = by_line(text, in_text_order(tokens, unread))
        found, used = table_frames(text, lines)
        return found, [(lines[place][0], lines[place][1][-1].end) for place in sorted(used)]

    def _observation(self, item: Item, timing: Timing, draft: Draft) -> Observation:
        text = item.text
        start, end = evidence(draft)
        facts = self._instrument_of(draft.instrument)
        if facts is None and draft.mention.instrument_class == "share":
            suffix = draft.instrument.rpartition(".")[2] if "." in draft.instrument else ""
            facts = self._instrument_of(TRADES_LIKE.get(suffix, TRADES_LIKE[""]))
        at, basis, spans = timing.of(draft, facts)
        move = draft.move
        if move is not None:
            move = Move(move.direction, move.value, move.unit, basis)
        spans = spans_of(text, draft) | spans
        sure = min(confidence(draft.level, draft.kind, move, spans), round(draft.frame.likely, 3))
        return Observation(
            draft.instrument, draft.level, draft.level_unit, draft.kind, at, move, stated(text, draft),
            sure, text[start:end], start, end, spans,
            (OUT_OF_RANGE,) if draft.doubtful and draft.level is not None else (),
        )  # fmt: skip
