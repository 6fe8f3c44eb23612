"""The whole way of one item: tokens, frames, drafts, observations, and what became of every number."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from signals.extract.bind import Binder
from signals.extract.confidence import confidence
from signals.extract.consistency import flags
from signals.extract.contracts import MentionOf, futures, rates_and_maturities, tenors
from signals.extract.dedupe import deduplicate
from signals.extract.extremes import close_with_the_market, in_order, of_the_quote
from signals.extract.frames import Frame
from signals.extract.grammar import Sentence
from signals.extract.ledger import ledger
from signals.extract.lexer import Claims, breaks, by_line, by_sentence, longest, merge, number_tokens
from signals.extract.resolve import Draft, PairOf, drafts
from signals.extract.search import Search
from signals.extract.shared_names import currency
from signals.extract.subjects import Salience
from signals.extract.tables import table_frames
from signals.extract.timing import Timing
from signals.extract.tokens import Number, Token
from signals.extract.units import absorb_currencies
from signals.records import Extraction, Item, Observation

NOT_NUMBERS = ("time", "name", "part of a word")


class Extractor:
    """Reads items with one instrument master. Building it takes a fraction of a second; use one for a whole run."""

    def __init__(self, search: Search, pair_of: PairOf, instrument_of: Callable[[str], Any], mention_of: MentionOf) -> None:
        self._search = search
        self._pair_of = pair_of
        self._instrument_of = instrument_of
        self._mention_of = mention_of

    def __call__(self, item: Item) -> Extraction:
        """All observations, calendar entries and drivers of an item, and the fate of each of its numbers."""
        timing = Timing(item)
        tokens = self._tokens(item.text, timing)
        frames, fates = self._frames(item.text, tokens)
        stated = self._drafts(frames)
        in_order(stated)
        of_the_quote(stated)
        close_with_the_market(stated)
        found = deduplicate(stated)
        observations = tuple(self._observation(item, timing, draft) for draft in found)
        observations = flags(observations)
        return Extraction(
            observations,
            timing.calendar(),
            timing.drivers(observations),
            ledger(item.text, [t for t in tokens if t.kind == "number"], fates, found),
        )

    def _drafts(self, frames: list[Frame]) -> list[Draft]:
        """Drafts of all frames in order; a currency alone keeps the counter currency that it had before."""
        counters: dict[str, str] = {}
        return [draft for frame in frames for draft in drafts(frame, self._pair_of, counters, self._plausible)]

    def _plausible(self, instrument: str, number: Number) -> bool:
        """Whether a level lies in the range that the instrument ever had; true where none is known, or for an inverse quote."""
        low, high = self._range(instrument)
        if low is None and len(instrument) == 6:
            low, high = (1 / bound if bound else None for bound in reversed(self._range(instrument[3:] + instrument[:3])))
        return low is None or high is None or bool(low <= number.value <= high)

    def _range(self, pair: str) -> tuple[float | None, float | None]:
        facts = self._instrument_of(pair)
        fx = facts is not None and facts.instrument_class == "fx"
        return (facts.low, facts.high) if fx else (None, None)

    def _tokens(self, text: str, timing: Timing) -> list[Token]:
        words, mentions, numerals = self._search(text)
        futures(text, mentions, self._mention_of)
        more = [*rates_and_maturities(text, mentions, self._mention_of), *mentions, *tenors(text, mentions, self._mention_of)]
        mentions = merge([more])
        times = timing.tokens()
        claims = Claims([*((t.start, t.end, "time") for t in times), *((m.start, m.end, "name") for m in mentions)])
        numbers = number_tokens(text, claims, numerals)
        unread = [n for n in numbers if n.number is None or n.number.ignored in NOT_NUMBERS]
        read = [n for n in numbers if n.number is not None and n.number.ignored not in NOT_NUMBERS]
        absorb_currencies(text, read, mentions)
        _settle_rupees(text, read)
        merged = merge([mentions, read, longest([*words, *times]), breaks(text)])
        return sorted([*merged, *unread], key=lambda t: t.start)

    def _frames(self, text: str, tokens: list[Token]) -> tuple[list[Frame], dict[int, tuple[str, str | None]]]:
        salience = Salience()
        fates: dict[int, tuple[str, str | None]] = {}
        frames, in_tables = self._tables(text, tokens)
        usable = [t for t in tokens if not (t.kind == "number" and t.number and t.number.ignored in NOT_NUMBERS)]
        for start, tokens_of_sentence in by_sentence(usable):
            if any(low <= tokens_of_sentence[0].start < high for low, high in in_tables):
                fates.update({t.start: ("claimed", None) for t in tokens_of_sentence if t.kind == "number"})
                continue
            binder = Binder(Sentence(text, tokens_of_sentence, start), salience)
            frames += binder.run()
            fates.update(binder.fates)
        return frames, fates

    def _tables(self, text: str, tokens: list[Token]) -> tuple[list[Frame], list[tuple[int, int]]]:
        """Statements in tables, and the character ranges of their rows."""
        lines = by_line(text, tokens)
        found, used = table_frames(text, lines)
        return found, [(lines[place][0], lines[place][1][-1].end) for place in sorted(used)]

    def _observation(self, item: Item, timing: Timing, draft: Draft) -> Observation:
        frame = draft.frame
        start, end = evidence(draft)
        at, basis, span = timing.of(draft, self._instrument_of(draft.instrument))
        move = draft.move
        if move is not None:
            move = type(move)(move.direction, move.value, move.unit, basis)
        spans = dict(_spans(draft, span))
        stated = " ".join(item.text[a:b] for a, b in _stated(draft))
        return Observation(
            draft.instrument, draft.level, draft.level_unit, draft.kind, at, move, stated, confidence(draft, frame),
            item.text[start:end], start, end, spans,
        )  # fmt: skip


def _settle_rupees(text: str, numbers: list[Token]) -> None:
    """Which country's rupee "Rs" is."""
    marked = [n.number for n in numbers if n.number is not None and n.number.unit == "Rs"]
    code = currency("rupee", text) if marked else None
    for number in marked:
        number.unit = code or "Rs"


def _stated(draft: Draft) -> Iterable[tuple[int, int]]:
    if draft.subject is not None:
        yield draft.subject.start, draft.subject.end
    if draft.frame.direction is not None:
        yield draft.frame.direction.start, draft.frame.direction.end


def _spans(draft: Draft, time: tuple[int, int] | None) -> Iterable[tuple[str, tuple[int, int]]]:
    named = {
        "instrument": draft.subject,
        "level": draft.level_token,
        "move": draft.move_token or (draft.frame.direction if draft.move else None),
    }
    for name, token in named.items():
        if token is not None:
            yield name, (token.start, token.end)
    if time is not None:
        yield "time", time


def evidence(draft: Draft) -> tuple[int, int]:
    """From the first to the last character that the observation rests on, the subject's included where it stands in the
    same sentence.
    """
    tokens = [draft.level_token, draft.move_token, draft.frame.direction if draft.move else None]
    used = [t for t in tokens if t is not None]
    start, end = min(t.start for t in used), max(t.end for t in used)
    begin = draft.frame.subject_start
    return (min(start, begin) if start - begin < 250 else start), max(end, min(draft.frame.end, end + 60))
