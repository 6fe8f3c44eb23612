"""The whole way of one item: tokens, frames, drafts, observations, and what became of every number."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from signals.extract.grammar import headline
from signals.extract.grammar.bind import Binder
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.references import Salience
from signals.extract.grammar.sentence import Sentence
from signals.extract.ledger import ledger
from signals.extract.linking.shared_names import currency, prevailing, shared
from signals.extract.meaning.anchors import continued
from signals.extract.meaning.apart import of_different_days
from signals.extract.meaning.closing import close_with_the_market, settle_with_the_pit
from signals.extract.meaning.confidence import confidence
from signals.extract.meaning.consistency import OUT_OF_RANGE, flags
from signals.extract.meaning.counters import counters_of
from signals.extract.meaning.dedupe import deduplicate
from signals.extract.meaning.earlier import earlier_levels
from signals.extract.meaning.extremes import fleeting, in_order, of_the_quote, passed, unheard_of
from signals.extract.meaning.halves import whole
from signals.extract.meaning.markets import elsewhere
from signals.extract.meaning.official import of_a_bank
from signals.extract.meaning.resolve import Draft, PairOf, drafts, on_one_exchange
from signals.extract.meaning.sides import buying_sides
from signals.extract.meaning.steps import join_steps
from signals.extract.meaning.timing import Timing
from signals.extract.tables.reading import table_frames
from signals.extract.text.lexer import (
    Claims,
    breaks,
    by_line,
    by_sentence,
    in_text_order,
    longest,
    may_hold_rows,
    merge,
    number_tokens,
)
from signals.extract.text.lines import is_headline
from signals.extract.text.lists import head_percent, share_percent
from signals.extract.text.multiples import multiples
from signals.extract.text.search import Search
from signals.extract.text.stacked import join_lines
from signals.extract.text.tokens import Number, Token
from signals.extract.text.units import absorb_currencies, join_hundredths, join_quotes, share_units
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
SIGNS = {"Rs": "rupee", "Sh": "shilling"}  # of a currency that countries share, by its noun
UNSETTLED = {"Rs": "Rs", "Sh": "KES"}
NOT_NUMBERS = ("time", "name", "part of a word")


class Extractor:
    """Reads items with one instrument master. Building it takes a fraction of a second; use one for a whole run."""

    def __init__(self, search: Search, pair_of: PairOf, instrument_of: Callable[[str], Any]) -> None:
        self._search = search
        self._pair_of = pair_of
        self._instrument_of = instrument_of

    def __call__(self, item: Item) -> Extraction:
        """All observations, calendar entries and drivers of an item, and the fate of each of its numbers."""
        timing = Timing(item)
        tokens, unread, named = self._tokens(item.text, timing)
        frames, fates, sentences = self._frames(item.text, tokens, unread)
        stated = [draft for draft in self._drafts(frames, named, item.text) if not elsewhere(item.text, draft)]
        gone_on = [draft for draft in continued(sentences, fates, stated) if not elsewhere(item.text, draft)]
        stated = of_different_days(item.text, sorted([*stated, *gone_on], key=_start))
        on_one_exchange(stated)
        buying_sides(item.text, stated)
        of_a_bank(item.text, stated)
        earlier_levels(item.text, stated)
        join_steps(stated)
        in_order(stated)
        passed(stated)
        fleeting(stated)
        of_the_quote(stated)
        unheard_of(item.text, stated)
        close_with_the_market(item.text, stated, timing.entries, self._instrument_of)
        settle_with_the_pit(item.text, stated)
        found = deduplicate(stated)
        observations = flags(whole(item.text, tuple([self._observation(item, timing, draft) for draft in found])))
        numbers = in_text_order([t for t in tokens if t.kind == "number"], unread)
        return Extraction(
            observations, timing.calendar(), timing.drivers(observations), ledger(item.text, numbers, fates, found)
        )

    def _drafts(self, frames: list[Frame], named: list[str], text: str) -> list[Draft]:
        """Drafts of all frames in order; a currency alone keeps the counter currency that it had before."""
        counters = counters_of(named, frames, text)
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

    def _tokens(self, text: str, timing: Timing) -> tuple[list[Token], list[Token], list[str]]:
        """The tokens that the grammar reads, the numbers that are times, names or parts of words, and the currencies named."""
        words, linked, numerals = self._search(text)
        mentions = [token for token in linked if token.kind != "ref"]
        quoting = [token for token in linked if token.kind == "ref"]  # banks that stand for the currency that they quote
        times = timing.tokens()
        names = [*mentions, *(w for w in words if w.kind == "ref" and _holds_digit(text, w))]
        claims = Claims([*((t.start, t.end, "time") for t in times), *((m.start, m.end, "name") for m in names)])
        read: list[Token] = []
        unread: list[Token] = []
        for number in number_tokens(text, claims, numerals):
            known = number.number is not None and number.number.ignored not in NOT_NUMBERS
            (read if known else unread).append(number)
        multiples(text, read)
        named = [m.value.id for m in mentions if m.value.instrument_class == "currency"]
        absorb_currencies(text, read, mentions, words)
        mentions += [token for token in read if token.form == "lot"]
        read = [token for token in read if token.form != "lot"]
        join_hundredths(text, read)
        join_quotes(text, read)
        share_units(text, read)
        _settle_signs(text, read, named, mentions)
        head_percent(text, read)
        named += [t.number.unit for t in read if t.number is not None and t.number.prefixed and len(t.number.unit or "") == 3]
        tokens = merge([mentions, quoting, read, longest([*words, *times]), breaks(text)])
        share_percent(text, tokens)
        join_lines(text, tokens)
        return tokens, unread, named

    def _frames(
        self, text: str, tokens: list[Token], unread: list[Token]
    ) -> tuple[list[Frame], dict[int, tuple[str, str | None]], list[Sentence]]:
        salience = Salience()
        sentences: list[Sentence] = []
        fates: dict[int, tuple[str, str | None]] = {}
        frames, in_tables = self._tables(text, tokens, unread)
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
            sentences.append(Sentence(text, tokens_of_sentence, start))
            binder = Binder(sentences[-1], salience=salience)
            frames += binder.run()
            fates.update(binder.fates)
            if is_headline(text):
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
        text, move = item.text, draft.move
        start, end = evidence(draft)
        facts = self._instrument_of(draft.instrument)
        if facts is None and draft.mention.instrument_class == "share":
            suffix = draft.instrument.rpartition(".")[2] if "." in draft.instrument else ""
            facts = self._instrument_of(TRADES_LIKE.get(suffix, TRADES_LIKE[""]))
        at, basis, spans = timing.of(draft, facts)
        if move is not None:
            move = Move(move.direction, move.value, move.unit, basis)
        spans = _spans(text, draft) | spans
        return Observation(
            draft.instrument, draft.level, draft.level_unit, draft.kind, at, move, _stated(text, draft),
            confidence(draft.level, draft.kind, move, spans), text[start:end], start, end, spans,
            (OUT_OF_RANGE,) if draft.doubtful and draft.level is not None else (),
        )  # fmt: skip


def _start(draft: Draft) -> int:
    return draft.frame.start


def _holds_digit(text: str, reference: Token) -> bool:
    """ "The 225-issue average", "the benchmark December 2025 contract"."""
    return any(character.isdigit() for character in text[reference.start : reference.end])


def _settle_signs(text: str, numbers: list[Token], named: list[str], mentions: list[Token]) -> None:
    """Which country's rupee or shilling "Rs" and "Sh" are: the one that the text names, that of its shares, else its
    country's.
    """
    for sign, noun in SIGNS.items():
        marked = [n.number for n in numbers if n.number is not None and n.number.unit == sign]
        if not marked:
            continue
        own = [code for code in named if code in shared()[noun].values()]
        listed = {t.value.currency for t in mentions if t.value.instrument_class == "share"} & set(shared()[noun].values())
        sole = next(iter(listed)) if len(listed) == 1 else None
        code = prevailing(noun, text) if own else sole or currency(noun, text)
        if code is None and len(set(own)) > 1 and sign == "Rs":
            continue  # each is its instrument's own
        code = code or (max(own, key=own.count) if own else None)
        for number in marked:
            number.unit = code or UNSETTLED[sign]


def _stated(text: str, draft: Draft) -> str:
    """The writer's words for who moved which way."""
    subject, direction = draft.subject, draft.frame.direction
    return " ".join([text[t.start : t.end] for t in (subject, direction) if t is not None])


def _spans(text: str, draft: Draft) -> dict[str, tuple[int, int]]:
    """The characters of instrument, level, move, and the unit of the level or else of the move, where the text has them."""
    move = draft.move_token or (draft.frame.direction if draft.move else None)
    named = (("instrument", draft.subject), ("level", draft.level_token), ("move", move))
    spans = {name: (token.start, token.end) for name, token in named if token is not None}
    if (figure := draft.level_token or draft.move_token) is not None and (unit := _unit(text, figure)) is not None:
        spans["unit"] = unit
    return spans


def _unit(text: str, figure: Token) -> tuple[int, int] | None:
    """What stands before or behind the digits of a figure: "$", "yen", "basis points"; None where nothing does."""
    start, end = figure.start, figure.end
    digits = _DIGITS.search(text, start, end)
    if digits is None:
        return None
    before = text[start : digits.start()].rstrip(" +-−–")
    if before.strip():
        return start, start + len(before)
    behind = text[digits.end() : end]
    return (digits.end() + len(behind) - len(behind.lstrip(" -")), end) if behind.strip(" -") else None


_DIGITS = re.compile(r"[0-9](?:.*[0-9½¼¾⅓⅔⅛])?", re.DOTALL)


def evidence(draft: Draft) -> tuple[int, int]:
    """From the first to the last character that the observation rests on, the subject's included where it stands in the
    same sentence.
    """
    frame = draft.frame
    named = (draft.level_token, draft.move_token, frame.direction if draft.move else None)
    tokens = [t for t in named if t is not None]
    start, end, begin = min([t.start for t in tokens]), max([t.end for t in tokens]), frame.subject_start
    return (min(start, begin) if start - begin < 250 else start), max(end, min(frame.end, end + 60))
