"""Sizes that were taken off an instrument: the amount comes first, and who lost it stands behind "off" or "from".

| text                                        | whose          | counter-example                               |
|---------------------------------------------|----------------|-----------------------------------------------|
| "a fifth has been wiped off Tesla"          | Tesla          | "wiped off Tesla's market value"              |
| "some 400 points were lopped off the Dow"   | the Dow        | "400 jobs were cut from the payroll"          |
| "the short session cost the Dow 653 points" | the Dow        | "the recall cost Ford $2 billion"             |
| "a third of its value has gone"             | what "it" is   | "a third of its staff has gone"               |
| "profit-taking shaved 0.4% from the Nikkei" | the Nikkei     | "Sony shaved 12 points from the Nikkei"       |
"""

from __future__ import annotations

import re

from signals.extract.grammar.role import MODIFIER, MOVE_UNITS, in_money, is_size
from signals.extract.grammar.sentence import HEADS, Sentence, words
from signals.extract.grammar.subjects import position
from signals.extract.text.tokens import Token
from signals.extract.text.words import vocabulary_of

_COSTING = ("cost", "costs", "costing")
GOODS = ("commodity", "precious metal", "crypto")  # of which "cost" and an amount tell a loss, no bill
_REACH = 6  # tokens behind a size in which its owner stands
_NEAR = 3  # words before a size among which its verb stands
_AWAY = ("off", "from")
_GONE = re.compile(
    r" of (?P<owner>its|their|the (?:shares?|stock|company)['’]s?) (?:value|worth|price)"
    r" (?:(?:has|have|had|was|were|is)(?: now)?(?: been)? )?(?:\w+ly )?"
    r"(?:gone|went|vanished|evaporated|disappeared|melted|lost|erased|destroyed"
    r"|(?:wiped|knocked|shaved|sliced)(?: (?:out|off|away))?)\b"
)
_TAKES = ("take", "takes", "took", "taken", "lost", "came", "come", "gone", "cut", "cuts")  # from where it began
_BETWEEN = frozenset({"the", "its", "price", "value", "shares", "share", "stock", "of", "in"})


def loser(s: Sentence, index: int) -> Token | None:
    """The instrument that the size at ``index`` was taken off; None where none is said to have lost it."""
    number = s.tokens[index].number
    if number is None or number.ignored or not (is_size(number) or in_money(number)):
        return None
    named = next((t for t in s.tokens[index + 1 : index + _REACH] if t.kind in ("instrument", "bound")), None)
    if named is None or named.kind != "instrument":
        return None
    between = s.text[s.tokens[index].end : named.start]
    if " off " not in between and " from " not in between:
        return None
    return named if _removes(s, index, named) and position(s, named.place, held=False) != MODIFIER else None


def value_gone(s: Sentence, index: int) -> Token | None:
    """ "Nearly 30% of its value has gone in two sessions": the reference that the size at ``index`` was lost by."""
    number, match = s.tokens[index].number, _GONE.match(s.text, s.tokens[index].end)
    if number is None or number.ignored or not is_size(number) or match is None:
        return None
    start, end = match.span("owner")
    return Token("ref", start, end, "it", "share" if "s" in match["owner"] and match["owner"] not in ("its", "his") else "any")


def costs(s: Sentence, index: int, group: list[Token]) -> bool:
    """ "Cost the Dow 653 points": whether the verb at ``index`` has a name and the size that it lost behind it, and ``group``,
    what is spoken of, is no member of it.
    """
    if s.written(s.tokens[index]) not in _COSTING:
        return False
    named, size = s.next(index, HEADS), s.next(index + 1)
    if named is None or size is None or not (named.kind == "instrument" or s.written(named) == "it"):
        return False
    after, taker = s.next(size.place), s.at(index - 1)
    if after is not None and after.form == "of":
        return False  # "cost Ford 4% of its market"
    number = size.number
    if named.kind == "ref":
        return number is not None and not number.ignored
    if contributes(group, named) or (taker is not None and taker.kind == "instrument" and contributes([taker], named)):
        return False
    if number is None or number.ignored:
        return False
    return number.unit in MOVE_UNITS or (in_money(number) and named.value.instrument_class in GOODS)


def taken_from(s: Sentence, owner: Token | None) -> bool:
    """ "Thursday alone cost it 10%": whether a pronoun is what a verb of cost took a size from."""
    verb = s.at(owner.place - 1) if owner is not None and owner.kind == "ref" else None
    return verb is not None and verb.form == "causative" and s.written(verb) in _COSTING


def _removes(s: Sentence, index: int, named: Token) -> bool:
    """Whether a verb of removal stands between the size and the name, or before the size, and "off" or "from" behind it."""
    between = [word.lower() for word in words(s.text[s.tokens[index].end : named.start])]
    while between and between[-1] in _BETWEEN:
        between.pop()
    if not between or (away := between.pop()) not in _AWAY:
        return False
    removal, auxiliary = vocabulary_of("word", "removal"), vocabulary_of("word", "auxiliary")
    if between:
        return between[-1] in removal and all(w in auxiliary or w.endswith("ly") or w == "been" for w in between[:-1])
    before = s.text[s.tokens[index - 1].start : s.tokens[index].start] if index else ""
    verbs = removal.intersection(word.lower() for word in words(before)[-_NEAR:])
    return bool(verbs) and (away == "off" or verbs.isdisjoint(_TAKES))


def contributes(group: list[Token], named: Token) -> bool:
    """ "Sony took 12 points off the Nikkei": a member of an index moved it by so much, which is no move of the index."""
    return bool(group) and group[0].value.instrument_class == "share" and named.value.instrument_class == "index"


def by_its_fall(s: Sentence, lost: Token) -> bool:
    """ "Quirkco took 58 points off the Nikkei by falling 3%": a member that we do not know, and its own move."""
    by, fall = s.next(lost.place), s.next(lost.place + 1)
    return by is not None and by.form == "by" and fall is not None and s.written(fall).endswith("ing")
