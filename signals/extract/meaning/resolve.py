"""Gives frames their meaning: which pair, which sign, which unit. The words' direction becomes that of the instrument's
quote.
"""

from __future__ import annotations

from dataclasses import replace

from signals.extract.grammar.frames import Frame
from signals.extract.linking.mentions import Mention
from signals.extract.meaning.amounts import level_of
from signals.extract.meaning.counters import (
    HUNDRED,
    Counters,
    PairOf,
    Plausible,
    by_hundreds,
    explicit,
    lot_of,
    of_one,
    own_counter,
    without_cents,
)
from signals.extract.meaning.draft import Draft
from signals.extract.meaning.moves import move_of
from signals.extract.meaning.quotes import target
from signals.extract.text.tokens import Number, Token
from signals.records import Direction


def drafts(frame: Frame, pair_of: PairOf, counters: Counters, plausible: Plausible) -> list[Draft]:
    """One draft for each subject of a frame that says anything of it, and for each currency that it is said against."""
    against = [frame, *(replace(frame, counter=counter, counters=[]) for counter in frame.counters)]
    made = [_draft(f, place, pair_of, counters, plausible) for f in against for place in range(len(f.subjects))]
    return [draft for draft in made if draft is not None and (draft.level is not None or draft.move is not None)]


def _draft(frame: Frame, place: int, pair_of: PairOf, counters: Counters, plausible: Plausible) -> Draft | None:
    subject = frame.subjects[place]
    mention: Mention = subject.value
    level = _pick(frame.levels, place) or frame.level
    move = _pick(frame.moves, place) or _percentage(frame)
    if mention.instrument_class == "currency" and level is not None and level.number is not None and not without_cents(frame):
        counters.whose_cents(mention.id, level.number, frame.sentence)
    frame.counter = own_counter(frame, mention, level, pair_of, plausible)
    aim = target(frame, mention, level, pair_of, counters, plausible)
    if level is not None and level.number is not None and (lot := lot_of(frame, mention, level.number)) > 1:
        level, move = of_one(level, lot), of_one(move, lot)
    if mention.instrument_class == "currency" and (mention.id != "USD" or level is not None):
        counters.spoken, counters.sentence = mention.id, frame.sentence
    if aim is None:
        return None
    instrument, sign = aim
    if level is not None and level.number is not None and by_hundreds(instrument, level.number, plausible):
        level, move = of_one(level, HUNDRED), of_one(move, HUNDRED)
    draft = Draft(instrument, mention, frame, subject=subject, sign=sign)
    if level is not None and level.number is not None and _one_each(frame):
        _claim_level(draft, level, level.number, plausible)
        counters.priced[instrument] = level.number.value
    if draft.level is None and frame.kind in ("high", "low", "open"):
        draft.kind = frame.kind  # type: ignore[assignment]
    draft.move = move_of(frame, move, mention, sign, instrument)
    if level is not None and draft.move is not None and draft.move.value is None and not _one_each(frame):
        draft.move = None  # "down to 155.8" of two: what went there was neither
    draft.move_token = move if draft.move else None
    return draft


def _claim_level(draft: Draft, level: Token, number: Number, plausible: Plausible) -> None:
    """A level out of the range that its pair ever had is kept, and doubted, where the words name both currencies and say that
    it traded there ("the rand stood at 176.25 against the dollar"): the writer claims it, and the prices are to judge it.
    """
    draft.doubtful = not plausible(draft.instrument, number)
    traded = not number.cents and draft.frame.kind in (None, "last", "open", "close") and not draft.frame.unsaid
    if not draft.doubtful or (traded and explicit(draft.frame, draft.mention, number) is not None):
        _set_level(draft, level, number)


def claimed_level(draft: Draft, level: Token) -> Draft:
    """A draft with a level whose instrument is known already."""
    if level.number is not None:
        _set_level(draft, level, level.number)
    return draft


def _one_each(frame: Frame) -> bool:
    return len(frame.subjects) == 1 or len(frame.levels) == len(frame.subjects)


def _set_level(draft: Draft, level: Token, number: Number) -> None:
    draft.level, draft.level_unit = level_of(number, draft.instrument, draft.mention)
    draft.kind, draft.level_token = draft.frame.kind or "last", level  # type: ignore[assignment]
    if draft.kind == "fixing" and draft.instrument == "USDCNH":
        draft.instrument, draft.level_unit = "USDCNY", "CNY per USD"  # the midpoint is that of the onshore yuan
    if draft.mention.instrument_class == "policy rate" and number.alternative is not None:
        draft.level = max(number.value, number.alternative)


def _percentage(frame: Frame) -> Token | None:
    """Of a size printed twice the percentage."""
    if not frame.alternatives:
        return frame.move
    sizes = [t for t in (frame.move, *frame.alternatives) if t is not None]
    return next((t for t in sizes if t.number is not None and t.number.unit == "percent"), frame.move)


def _pick(tokens: list[Token], place: int) -> Token | None:
    return tokens[place] if len(tokens) > 1 and place < len(tokens) else None


def on_one_exchange(drafts: list[Draft]) -> None:
    """A company moved where its sentence prices it: "which plunged on Monday, lost 6% to 23.85 yuan"."""
    priced: dict[tuple[str, int], set[str]] = {}
    for draft in drafts:
        if draft.mention.lines and draft.level is not None:
            priced.setdefault((draft.mention.id, draft.frame.sentence), set()).add(draft.instrument)
    for draft in drafts if priced else ():
        lines = priced.get((draft.mention.id, draft.frame.sentence), ())
        if draft.level is None and len(lines) == 1:
            draft.instrument = next(iter(lines))


_TURNED: dict[Direction, Direction] = {"up": "down", "down": "up", "flat": "flat"}


def as_quoted(drafts: list[Draft]) -> None:
    """ "The loonie closed at 99.88 US cents. It has risen 5% this year": a move of a currency whose every price in the report
    is one of its own is a move of that price.
    """
    priced = {draft.instrument for draft in drafts if draft.level is not None and draft.mention.instrument_class == "currency"}
    for draft in drafts:
        own = draft.level is None and draft.sign == -1 and draft.mention.instrument_class == "currency"
        turned = draft.instrument[3:] + draft.instrument[:3]
        if not own or draft.move is None or turned not in priced or draft.instrument in priced:
            continue
        if draft.move.unit in (None, "percent"):
            draft.instrument, draft.sign = turned, 1
            draft.move = replace(draft.move, direction=_TURNED[draft.move.direction])


def dollar_of_pair(drafts: list[Draft]) -> None:
    """ "The dollar plunged from 151.94, its highest since 1990, to as low as 146.20": the way that it went is of the pair whose
    levels the same name has in the sentence.
    """
    of_dollar = [d for d in drafts if d.mention.id == "USD" and d.subject is not None]
    priced = [d for d in of_dollar if d.level is not None and d.kind in ("high", "low") and len(d.instrument) == len("USDJPY")]
    pairs = {(id(d.subject), d.frame.sentence): d for d in priced}
    for draft in of_dollar if pairs else ():
        pair = pairs.get((id(draft.subject), draft.frame.sentence)) if draft.level is None else None
        if draft.instrument == "DXY" and pair is not None and draft.move is not None and draft.move.value is None:
            draft.instrument, draft.sign = pair.instrument, pair.sign
            way = draft.move.direction if pair.sign > 0 else _TURNED[draft.move.direction]
            draft.move = replace(draft.move, direction=way)
