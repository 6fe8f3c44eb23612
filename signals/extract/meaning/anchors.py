"""Levels that stand under words which the grammar does not know, told by their likeness to a level that it has read.

A report that quotes the rand at R14.25 and goes on "by noon they were asking R14.57" names no subject that we could find; but
a price in the same print and of the same order as one read before can only be another price of that instrument. A number is
taken so where one instrument alone fits it, and where its clause speaks of no condition, threshold, macro figure or other
market.

| text after "the rand was at R14.25"        | taken     | counter-example                                |
|--------------------------------------------|-----------|------------------------------------------------|
| "dealers were asking R14.57 by noon"       | last      | "above R14.50 they would sell"                 |
| "A life-time low of 14.68 was plumbed"     | high      | "the bureaux wanted R15.10"                    |
| "the firm now sees R16 by March"           | forecast  | "the budget assumes R14.80"                    |
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.role import IGNORED, LEVEL_KINDS, Role, in_money
from signals.extract.grammar.roles import role
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, Sentence, words
from signals.extract.grammar.sizes import PAIRS, level_fits
from signals.extract.grammar.surroundings import BRACKETED, clause_around, nearest_kind
from signals.extract.grammar.telling import CLAIMED
from signals.extract.meaning.draft import Draft
from signals.extract.meaning.resolve import claimed_level
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import vocabulary_of

NEAR = 1.3  # the most that a price is of another of the same instrument in one report
_OPEN = ("another subject", "no instrument named before")
_CLASSES = ("currency", "fx", "index", "index future", "commodity", "precious metal", "crypto", "share")

Fates = dict[int, tuple[str, str | None]]


@dataclass(frozen=True, slots=True)
class Anchor:
    """A level that has been read, and how it is printed."""

    draft: Draft
    number: Number


def continued(sentences: Iterable[Sentence], fates: Fates, stated: Sequence[Draft]) -> list[Draft]:
    """Drafts for the levels that nobody has claimed and that are like one in ``stated``, each with a frame of its own."""
    anchors = [
        Anchor(d, d.level_token.number)
        for d in stated
        if d.level_token is not None and d.level_token.number is not None and not d.doubtful and not d.frame.tabular
        and d.mention.instrument_class in _CLASSES and d.kind != "forecast"
    ]  # fmt: skip
    found, last = [], ""
    for sentence in sentences if anchors else ():
        for token in sentence.tokens:
            if token.kind == "instrument":
                last = token.value.id
            elif token.kind == "number" and _is_open(token, fates):
                draft = _continues(sentence, token, anchors, last)
                if draft is not None:
                    fates[token.start] = CLAIMED
                    found.append(draft)
    return found


def _is_open(token: Token, fates: Fates) -> bool:
    number = token.number
    if number is None or number.ignored or number.fraction or number.sign or number.unit in ("percent", "bp", "pp", "pips"):
        return False
    status, reason = fates.get(token.start, ("unread", None))
    return status == "unread" or reason in _OPEN


def _continues(s: Sentence, token: Token, anchors: list[Anchor], last: str) -> Draft | None:
    """The level of the one instrument that a number is like; None where none is, or several are.

    ``last`` is the instrument named last: prices of all but currencies are of that one alone.
    """
    number = token.number
    assert number is not None  # noqa: S101
    if not _is_price(s, token, number):
        return None
    like = _nearest([a for a in anchors if _is_like(number, a)], s, token)
    anchor = next(iter(like.values()), None)
    if anchor is None or len(like) != 1 or _speaks_of_others(s, token, anchor):
        return None
    currency = anchor.draft.mention.instrument_class in PAIRS
    if not currency and (anchor.draft.mention.id != last or _names_another(s, token) or _is_of_a_thing(s, token)):
        return None
    return _draft(s, token, anchor)


def _nearest(like: list[Anchor], s: Sentence, token: Token) -> dict[str, Anchor]:
    """For each instrument the level stated last before a number, where it has one; of several instruments those that have, and
    of these where a forecast is told the pair with the dollar, which is what a currency with no other named stands for.
    """
    before = {a.draft.instrument: a for a in like if a.draft.frame.start < token.start}
    found = {a.draft.instrument: a for a in like} | before
    if len(found) > 1:
        found = before
    if len(found) > 1 and any(t.kind == "modal" and t.form == "forecast" for t in clause_around(s, token, BRACKETED)):
        found = {name: a for name, a in found.items() if "USD" in name}
    return found


def _names_another(s: Sentence, token: Token) -> bool:
    """Whether a name that we do not know stands before a number in its sentence, or another contract: "June crude was at"."""
    for place in range(token.place + 1):
        if s.gaps[place] >= HEADS:
            gap = s.gap(place)
            if vocabulary_of("word", "contract").intersection(words(gap.lower())):
                return True
            if any(word[0].isupper() for word in words(gap)[place == 0 :]):
                return True
    return False


def _is_of_a_thing(s: Sentence, token: Token) -> bool:
    """ "Wholesale power was at 86.30 euros": whether words that we do not know open the sentence and are what stood there."""
    predicate = s.at(token.place - 2)
    cued = token.place > 1 and s.tokens[token.place - 1].form == "at" and s.gaps[token.place - 1] <= FUNCTION
    said = predicate is not None and predicate.kind in ("copula", "state")
    return said and cued and s.gaps[0] == FOREIGN and not any(t.kind == "bound" for t in s.tokens[: token.place])


def _is_price(s: Sentence, token: Token, number: Number) -> bool:
    """Whether a number is printed as a price: with decimals, with money, or with the thousands of an index."""
    return number.decimals >= 2 or in_money(number) or "," in s.text[token.start : token.end]


def _is_like(number: Number, anchor: Anchor) -> bool:
    """Whether a number is in the print and of the order of a level."""
    other = anchor.number
    if not other.value or number.cents != other.cents or number.per not in (None, other.per):
        return False
    same_unit = number.unit == other.unit or (
        anchor.draft.mention.instrument_class in PAIRS and None in (number.unit, other.unit)
    )
    same_print = number.unit is not None or abs(number.decimals - other.decimals) <= 1
    ratio = number.value / other.value
    return same_unit and same_print and 1 / NEAR <= ratio <= NEAR and level_fits(anchor.draft.mention, number, marked=True)


def _speaks_of_others(s: Sentence, token: Token, anchor: Anchor) -> bool:
    """Whether the clause is about something else: another instrument, a macro figure, another market, a condition."""
    if any(other.kind == "technical" for other in s.tokens[token.place :]):
        return True  # "$1680 has done its job as support"
    ids = (anchor.draft.mention.id, anchor.draft.instrument)
    for other in clause_around(s, token, BRACKETED):
        if other.kind in ("other", "technical") or (other.kind == "modal" and other.form != "forecast"):
            return True
        if other.kind == "instrument" and other.value.id not in ids and other.value.id not in anchor.draft.instrument:
            return True
    found = {word.lower() for word in words(s.text[_start(s, token) : token.start])}
    currency = anchor.draft.mention.instrument_class in PAIRS  # "March JGB futures closed at 146.17": no price of one
    return bool(found & vocabulary_of("word", "elsewhere")) or (currency and bool(found & vocabulary_of("word", "contract")))


def _parts(token: Token) -> bool:
    return token.kind == "bound" and token.form in BRACKETED


def _start(s: Sentence, token: Token) -> int:
    before = next((t for t in reversed(s.tokens[: token.place]) if _parts(t)), None)
    return before.end if before is not None else s.start


def _draft(s: Sentence, token: Token, anchor: Anchor) -> Draft | None:
    found = role(s, token.place)
    if found.name in (IGNORED, "move", "by", "also", "again"):
        return None
    clause = clause_around(s, token, BRACKETED)
    if not (_is_cued(found) or any(t.kind == "modal" for t in clause)):
        return None
    kind = _kind(s, token, clause, found.kind or ("previous" if found.name == "previous" else None))
    subject = Token("instrument", token.start, token.start, anchor.draft.mention)
    frame = Frame([subject], token, kind, start=token.start, end=token.end, subject_start=token.start, levels=[token])
    frame.times, frame.sentence = [t for t in clause if t.kind == "time"], s.start
    frame.counter = anchor.draft.frame.counter
    sign = -1 if anchor.draft.mention.instrument_class in PAIRS else 1  # whose low it is the other levels of the pair tell
    return claimed_level(Draft(anchor.draft.instrument, anchor.draft.mention, frame, subject=None, sign=sign), token)


def _is_cued(found: Role) -> bool:
    return found.name in ("level", "previous") and found.cue is not None


def _kind(s: Sentence, token: Token, clause: list[Token], told: str | None) -> str:
    """The kind of a level: as its neighbours tell it, else the nearest level word of its clause."""
    if any(t.kind == "modal" for t in clause if t.place < token.place):
        return "forecast"
    if told in LEVEL_KINDS:
        return str(told)
    return nearest_kind(s, token, clause)
