"""Whom a passive names: the size apposed to it is its own, whether we know the name or not.

| text                                                 | whose 5% | counter-example                                |
|------------------------------------------------------|----------|------------------------------------------------|
| "the Nasdaq fell 0.4%, led by Nvidia, down 5%"       | Nvidia's | "fell by a third in Tokyo, down 5% this week"  |
| "fell 0.4%, weighed down by Quirkco, which lost 5%"  | nobody's | "was hit by the news, down 5%"                 |
| "rose, helped by Shell, up 5%, and by BP, up 4%"     | Shell's  |                                                |
| "the DAX rose 0.3% thanks to SAP, up 2%"             | SAP's    | "rose thanks to results, up 2% on the day"     |
| "Vale added 2%, tracking iron ore, up 1.5%"          | of ore   | "added 2%, following results, up 1.5%"         |
"""

from __future__ import annotations

import re

from signals.extract.grammar.sentence import FOREIGN, HEADS, Sentence, words
from signals.extract.grammar.verbs import is_attributive
from signals.extract.text.tokens import Token
from signals.extract.text.words import nouns_of_direction

_IRREGULAR = frozenset({"led", "hit", "hurt", "driven", "beaten", "undone", "held"})
_RANKS = frozenset({"top", "biggest", "worst", "best", "largest", "steepest", "strongest", "weakest", "leading", "heaviest"})
_LEADERS = frozenset({"tracking", "following", "alongside", "along with", "mirroring", "behind"})  # whom one goes with
CAUSES = frozenset({"thanks to", "because of", "owing to", "due to", "despite", "given"})  # why an index moved
INDICES = ("index", "index future")
_SYMBOL = re.compile(r"[A-Z][\w.&-]+ \((?:[A-Za-z]+: ?)?[A-Z0-9]{1,5}(?:\.[A-Z]{1,2})?\)\Z")
_PLACING = ("in", "at", "on", "of")


def agent(s: Sentence, segment: int, index: int) -> Token | None:
    """The "by" of a passive between the boundaries at ``segment`` and ``index``, with nothing behind it but a name."""
    by = next((t for t in reversed(s.tokens[segment + 1 : index]) if t.kind == "prep"), None)
    if by is not None and by.place == segment + 1 and s.written(by) in _LEADERS:
        return by if named(s, by, index) is not None else None
    if by is None or by.form != "by" or not _is_passive(s, segment, by):
        return None
    alone = index == by.place + 1 and names_stranger(s, index)
    return by if alone or named(s, by, index) is not None else None


def named(s: Sentence, by: Token, index: int) -> Token | None:
    """The instrument that stands between "by" and the boundary at ``index``; None for a name that we do not know."""
    token = s.at(index - 1)
    if token is None or token.kind != "instrument" or s.gaps[index] > HEADS:
        return None
    return token if all(is_attributive(s, place) for place in range(by.place + 1, index - 1)) else None


def member_before(s: Sentence, index: int) -> Token | None:
    """The share that stands right before the boundary at ``index``."""
    name = s.at(index - 1)
    if name is None or name.kind != "instrument" or s.gaps[index] > HEADS:
        return None
    return name if name.value.instrument_class == "share" else None


def owns_move(s: Sentence, index: int) -> bool:
    """ "Brent's 3% jump", "Barclays' $2 slide": whether a name possesses a size and the noun that it measures."""
    if s.text[s.tokens[index].end : s.tokens[index].end + 1] not in ("'", "’"):
        return False
    size, noun = s.next(index, HEADS), s.at(index + 2)
    if size is None or size.number is None or size.number.ignored or noun is None or noun.kind != "direction":
        return False
    return s.written(noun) in nouns_of_direction() and (s.gaps[noun.place] <= HEADS or size.number.unit == "percent")


def is_sized(s: Sentence, index: int) -> bool:
    """Whether a direction or a size is apposed to what stands before a comma."""
    after = s.next(index)
    if after is None:
        return False
    if after.number is not None:
        beyond = s.next(index + 1)
        lower = beyond is not None and beyond.kind == "direction" and beyond.form == "adjective"
        return after.number.unit == "percent" and (after.number.sign != 0 or lower)  # "led by Covestro, 4.9% lower"
    return after.kind == "direction" and after.form == "adjective" and not is_attributive(s, index + 1)


def names_stranger(s: Sentence, index: int) -> bool:
    """Whether the words before the boundary at ``index`` end with a name that we do not know."""
    if s.gaps[index] != FOREIGN:
        return False
    before, carrier = s.at(index - 1), s.at(index - 2)
    if before is not None and before.form in _PLACING:  # "a fall in Quirkco", but "the close in Johannesburg"
        return (
            carrier is not None
            and (carrier.kind == "direction" or carrier.form == "share")
            and before.form != "of"
            and _ends_capital(s, index)
        )
    return _ends_capital(s, index)


def listed_stranger(s: Sentence, segment: int, index: int) -> bool:
    """ "Led by Nvidia, which rose 2%, and Quirkco, up 5%": whether only a name that we do not know stands before a size."""
    if index != segment + 1 or segment < 0 or s.tokens[segment].form not in ("and", "comma") or s.gaps[index] != FOREIGN:
        return False
    return all(word[0].isupper() for word in words(s.gap(index))) and is_sized(s, index)


def listed_by_symbol(s: Sentence, index: int) -> bool:
    """ "After a bid by Quirkco (QRK), down 4%": whether a company that only its symbol shows to be one stands before a size."""
    symbol = _SYMBOL.search(s.text, s.start, s.tokens[index].start) if s.gaps[index] == FOREIGN else None
    return symbol is not None and is_sized(s, index)


def _ends_capital(s: Sentence, index: int) -> bool:
    return words(s.gap(index))[-1][0].isupper()


def _is_passive(s: Sentence, segment: int, by: Token) -> bool:
    verb, before = next(reversed(words(s.gap(by.place))), "").lower(), s.at(by.place - 1)
    if verb:
        return verb.endswith("ed") or verb in _IRREGULAR
    if before is None or before.place == segment:
        return before is not None and before.form == "and"  # "led by Nvidia, down 5%, and by Tesla, down 2%"
    said = s.at(by.place - 2) if before.form == "adjective" else before  # "dragged lower by"
    return said is not None and (said.form == "causative" or s.written(said) in _IRREGULAR)


def ranks(s: Sentence, segment: int, index: int) -> bool:
    """Whether the clause between two boundaries says which place its subject takes: "was the biggest faller"."""
    copula = next((t for t in s.tokens[segment + 1 : index] if t.kind == "copula"), None)
    said = words(s.text[copula.end : s.tokens[index].start].lower()) if copula is not None else []
    return bool(_RANKS.intersection(said[:4]))
