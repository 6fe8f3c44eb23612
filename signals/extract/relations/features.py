"""What can be seen of an open number and of a name beside it, as words: "left=at", "class unit=index percent"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from math import inf, log10

from signals.extract.grammar.role import RELATIVE_UNITS, Role
from signals.extract.grammar.roles import role
from signals.extract.grammar.sentence import FOREIGN, Sentence
from signals.extract.grammar.sizes import level_fits
from signals.extract.relations.candidates import BEFORE, EARLIER, Candidate
from signals.extract.relations.prices import Prices
from signals.extract.relations.report import Report
from signals.extract.text.tokens import Number, Token

_WORD = re.compile(r"[A-Za-z][\w'’-]*|[^\w\s]")
_LEFT, _RIGHT = 60, 50  # characters that are looked at
_BETWEEN = 14  # words between a name and a number that are looked at
_COUNTED = ("modal", "technical", "other", "state", "direction", "ref", "time", "list")
_RATIOS = (0.01, 0.03, 0.1, 0.25, 0.7)  # of two prices, as the logarithm
_WIDTHS = (1.5, 2, 4, 10, 100)  # of the range that an instrument ever had, highest by lowest
_NEAR, _FAR = (3, 10, 20, 40, 80, 160), (40, 80, 160, 320, 640)  # characters
_SEQUENCE = 6  # tokens between a name and a number that are told one by one


class NumberFeatures:
    """What an open number looks like, whoever owns it."""

    __slots__ = ("all", "left", "role", "unit")

    def __init__(self, s: Sentence, token: Token, number: Number, told: list[str], fate: str | None) -> None:
        self.unit = unit_of(number)
        self.role = role(s, token.place)
        before = _words(s.text[max(token.start - _LEFT, 0) : token.start])
        after = _words(s.text[token.end : token.end + _RIGHT])
        self.left = before[-1] if before else "^"
        self.all = [
            *_printed(number, self.unit, fate),
            *_beside(before, after, self.unit),
            *_as_role(self.role, self.unit),
            *told,
            *_around(s, token),
        ]


def _printed(number: Number, unit: str, fate: str | None) -> Iterator[str]:
    yield f"unit={unit}"
    yield f"decimals={number.decimals}"
    yield f"magnitude={int(log10(number.value)) if number.value > 0 else None}"
    yield f"prefixed={number.prefixed}"
    yield f"left open={fate}"


def _beside(before: Sequence[str], after: Sequence[str], unit: str) -> Iterator[str]:
    left, right = ["^", "^", "^", *before][:-4:-1], [*after, "$", "$"]
    yield f"left={left[0]}"
    yield f"left two={left[1]} {left[0]}"
    yield f"left with unit={left[0]} {unit}"
    yield f"left ends={_ending(left[0])}"
    yield f"second left ends={_ending(left[1])}"
    yield f"right={right[0]}"
    yield f"right two={right[0]} {right[1]}"
    yield f"right with unit={right[0]} {unit}"
    yield f"right ends={_ending(right[0])}"
    yield from (f"before={word}" for word in set(before[-8:]))
    yield from (f"behind={word}" for word in set(after[:6]))


def _as_role(found: Role, unit: str) -> Iterator[str]:
    yield f"role={found.name}"
    yield f"role with unit={found.name} {unit}"
    yield f"role's kind={found.kind}"
    yield f"role's sign={found.sign}"


def sentence_features(s: Sentence) -> list[str]:
    """What is seen of a sentence, the same for each of its numbers."""
    kinds = Counter(other.kind for other in s.tokens)
    counted = [f"{kind}s={min(kinds[kind], 2)}" for kind in _COUNTED]
    return [*counted, f"numbers={min(kinds['number'], 5)}", f"instruments={min(kinds['instrument'], 4)}"]


def _around(s: Sentence, token: Token) -> Iterator[str]:
    line = s.text.rfind("\n", 0, token.start) + 1
    yield f"column={'  ' in s.text[max(line, token.start - 8) : token.start]}"
    yield f"bracketed={s.text.count('(', line, token.start) > s.text.count(')', line, token.start)}"
    for apart in (1, 2):
        for side, place in (("left", token.place - apart), ("right", token.place + apart)):
            if (other := s.at(place)) is not None:
                yield f"{side} token {apart}={other.kind} {other.form}"


def pair_features(
    s: Sentence, token: Token, number: Number, of_number: NumberFeatures, owner: Candidate, fitting: int, report: Report
) -> list[str]:
    """What is seen of a number beside a name; ``fitting`` counts the candidates of which it could be a level."""
    return [
        *_placed(of_number, owner),
        *_fitting(number, of_number, owner, fitting, report.prices),
        *_in_report(owner, of_number.unit, report),
        *(_earlier(s, token, owner) if owner.side == EARLIER else _between(s, token, owner)),
    ]


def _placed(of_number: NumberFeatures, owner: Candidate) -> Iterator[str]:
    unit, side, of_class = of_number.unit, owner.side, owner.name.value.instrument_class
    rank = f"{side} {min(owner.rank, 4)}"
    yield f"class={of_class}"
    yield f"class with unit={of_class} {unit}"
    yield f"place={rank}"
    yield f"place with unit={rank} {unit}"
    yield f"place with class={rank} {of_class}"
    yield f"place with both={rank} {unit} {of_class}"
    yield f"class with role={of_class} {unit} {of_number.role.name}"
    yield f"class with left={of_class} {unit} {of_number.left}"


def _fitting(number: Number, of_number: NumberFeatures, owner: Candidate, fitting: int, prices: Prices) -> Iterator[str]:
    mention, unit = owner.name.value, of_number.unit
    fits = level_fits(mention, number)
    yield f"fits={fits}"
    yield f"fits with unit={fits} {unit}"
    yield f"fits with place={fits} {unit} {owner.side} {min(owner.rank, 2)}"
    yield f"fitting={min(fitting, 3)}"
    yield f"alone fits={fits and fitting == 1}"
    if mention.low and mention.high:
        yield f"in range={mention.low <= number.value <= mention.high}"
        yield f"range={bisect_left(_WIDTHS, mention.high / mention.low)}"
    yield f"own money={number.unit == mention.currency if unit == 'money' else None}"
    if number.value <= 0:
        return
    own, others = prices.from_own(mention.id, number.value), prices.from_others(mention.id, number.value)
    yield f"near own level={bisect_left(_RATIOS, own) if own < inf else None}"
    if unit in ("money", "bare"):
        yield f"near other level={bisect_left(_RATIOS, others)}"


def _in_report(owner: Candidate, unit: str, report: Report) -> Iterator[str]:
    mention, priced, moved = owner.name.value, owner.name.start in report.priced, owner.name.start in report.moved
    yield f"has level={priced}"
    yield f"has move={moved}"
    yield f"has with unit={priced} {moved} {unit}"
    yield f"named={min(report.times_named[mention.id], 4)}"
    yield f"in headline={mention.id in report.heads} {owner.side}"
    yield f"main={mention.id == report.main}"


def _between(s: Sentence, token: Token, owner: Candidate) -> Iterator[str]:
    name, side = owner.name, owner.side
    first, last = (name, token) if side == BEFORE else (token, name)
    tokens = s.tokens[first.place + 1 : last.place]
    kinds = [other.form if other.kind == "bound" else other.kind for other in tokens]
    yield f"{side} sequence={' '.join(kinds) if len(kinds) <= _SEQUENCE else 'long'}"
    yield f"{side} numbers={min(kinds.count('number'), 3)}"
    yield f"{side} instruments={min(kinds.count('instrument'), 3)}"
    yield f"{side} distance={bisect_left(_NEAR, last.start - first.end)}"
    yield f"{side} unbroken={all(other.kind != 'bound' for other in tokens)}"
    yield f"{side} unknown={max((s.gaps[place] for place in range(first.place + 1, last.place + 1)), default=0) == FOREIGN}"
    yield from (f"{side} has={kind}" for kind in set(kinds))
    yield from (f"{side} word={word}" for word in set(_words(s.text[first.end : last.start])[:_BETWEEN]))


def _earlier(s: Sentence, token: Token, owner: Candidate) -> Iterator[str]:
    named = sum(other.kind == "instrument" for other in s.tokens)
    before = s.tokens[: token.place]
    yield f"earlier beside={min(named, 2)}"
    yield f"earlier distance={bisect_left(_FAR, token.start - owner.name.end)}"
    yield from (f"opening has={kind}" for kind in {other.form if other.kind == "bound" else other.kind for other in before})
    yield f"opening unknown={bool(before) and s.gaps[0] == FOREIGN}"
    yield from (f"opening word={word}" for word in set(_words(s.text[s.start : token.start])[-_BETWEEN:]))


def unit_of(number: Number) -> str:
    """The kind of unit that a number has: one of a change, "money", "fraction" or "bare"."""
    if number.unit in RELATIVE_UNITS:
        return str(number.unit)
    if number.fraction:
        return "fraction"
    return "bare" if number.unit is None else "money"


def _words(text: str) -> list[str]:
    return _WORD.findall(text.lower())


def _ending(word: str) -> str:
    return word[-2:] if len(word) > 4 and word.isalpha() else ""
