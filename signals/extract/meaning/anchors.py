"""Levels that stand under words which the grammar does not know, told by their likeness to a level that it has read.

A report that quotes the rand at R14.25 and goes on "by noon they were asking R14.57" names no subject that we could find; but
a price in the same print and of the same order as one read before can only be another price of that instrument. A number that
nobody has claimed (see ``grammar.unclaimed``) is taken so where a word makes it a level and one instrument alone fits it.

| text after "the rand was at R14.25"        | taken     | counter-example                                |
|--------------------------------------------|-----------|------------------------------------------------|
| "A life-time low of 14.68 was plumbed"     | high      | "the bureaux wanted R15.10"                    |
| "the firm now sees R16 by March"           | forecast  | "the budget assumes R14.80"                    |
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from signals.extract.grammar.roles import role
from signals.extract.grammar.sentence import FUNCTION, HEADS, Sentence, words
from signals.extract.grammar.sizes import PAIRS
from signals.extract.grammar.surroundings import BRACKETED, clause_around
from signals.extract.grammar.telling import CLAIMED
from signals.extract.grammar.unclaimed import Fates, another_moved, frame_of, may_price, open_numbers, opens_unknown
from signals.extract.meaning.draft import Draft
from signals.extract.meaning.resolve import claimed_level
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import vocabulary_of

NEAR = 1.3  # the most that a price is of another of the same instrument in one report
_CLASSES = frozenset(("currency", "fx", "index", "index future", "commodity", "precious metal", "crypto", "share"))


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
    found: list[Draft] = []
    last = ""  # the instrument named last
    for sentence in sentences if anchors else ():
        names = [t for t in sentence.tokens if t.kind == "instrument"]
        for token in open_numbers(sentence, fates):
            before = next((t.value.id for t in reversed(names) if t.place < token.place), last)
            draft = _continues(sentence, token, anchors, before) if not another_moved(sentence, token, fates) else None
            if draft is not None:
                fates[token.start] = CLAIMED
                found.append(draft)
        last = names[-1].value.id if names else last
    return found


def _continues(s: Sentence, token: Token, anchors: list[Anchor], last: str) -> Draft | None:
    """The level of the one instrument that a number is like; None where none is, or several are.

    ``last`` is the instrument named last: prices of all but currencies are of that one alone.
    """
    number = token.number
    like = _nearest([a for a in anchors if number is not None and _is_like(number, a)], s, token)
    anchor = next(iter(like.values()), None)
    if anchor is None or len(like) != 1 or not _is_marked(s, token) or _names_others(s, token, anchor):
        return None
    mention = anchor.draft.mention
    if mention.instrument_class not in PAIRS and (mention.id != last or _names_another(s, token) or _is_of_a_thing(s, token)):
        return None
    return _draft(s, token, anchor) if may_price(s, token, mention) else None


def _is_like(number: Number, anchor: Anchor) -> bool:
    """Whether a number is in the print and of the order of a level."""
    other = anchor.number
    if not other.value or number.cents != other.cents or number.per not in (None, other.per):
        return False
    same_unit = number.unit == other.unit or (
        anchor.draft.mention.instrument_class in PAIRS and None in (number.unit, other.unit)
    )
    same_print = number.unit is not None or abs(number.decimals - other.decimals) <= 1
    return same_unit and same_print and 1 / NEAR <= number.value / other.value <= NEAR


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


def _is_marked(s: Sentence, token: Token) -> bool:
    """Whether a word makes a number a level, or its clause foretells."""
    found = role(s, token.place)
    cued = found.name in ("level", "previous") and found.cue is not None
    return cued or any(t.kind == "modal" for t in clause_around(s, token, BRACKETED))


def _names_others(s: Sentence, token: Token, anchor: Anchor) -> bool:
    """Whether the clause names an instrument that the level is not of."""
    ids = (anchor.draft.mention.id, anchor.draft.instrument)
    named = (t.value.id for t in clause_around(s, token, BRACKETED) if t.kind == "instrument")
    return any(name not in ids and name not in anchor.draft.instrument for name in named)


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
    """ "Wholesale power was at 86.30 euros": whether words that we do not know open the clause and are what stood there."""
    predicate = s.at(token.place - 2)
    cued = token.place > 1 and s.tokens[token.place - 1].form == "at" and s.gaps[token.place - 1] <= FUNCTION
    said = predicate is not None and predicate.kind in ("copula", "state")
    referred = any((t.kind, t.form) == ("ref", "any") for t in clause_around(s, token, BRACKETED) if t.place < token.place)
    return said and cued and not referred and opens_unknown(s, token)


def _draft(s: Sentence, token: Token, anchor: Anchor) -> Draft:
    subject = Token("instrument", token.start, token.start, anchor.draft.mention)
    frame = frame_of(s, token, subject, anchor.draft.frame.counter, token.start)
    sign = -1 if anchor.draft.mention.instrument_class in PAIRS else 1  # whose low it is the other levels of the pair tell
    return claimed_level(Draft(anchor.draft.instrument, anchor.draft.mention, frame, subject=None, sign=sign), token)
