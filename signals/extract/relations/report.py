"""What an item says of its names once the grammar is done: whose levels and moves are known, and who matters."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.unclaimed import Fates
from signals.extract.relations.prices import Prices
from signals.extract.text.tokens import Number, Token


class Report:
    """The facts of one item that the features of a pair rest on."""

    __slots__ = ("heads", "main", "moved", "priced", "prices", "taken", "times_named")

    def __init__(self, sentences: Sequence[Sentence], stated: Iterable[Frame]) -> None:
        named = [name for sentence in sentences for name in names_in(sentence)]
        line = sentences[0].text.find("\n") if sentences else 0
        self.times_named = Counter(name.value.id for name in named)
        self.main = next((mention for mention, _ in self.times_named.most_common(1)), None)
        self.heads = frozenset(name.value.id for name in named if name.start < line)
        self.taken: set[int] = set()  # where the numbers of statements begin
        self.prices = Prices()
        self.priced: set[int] = set()  # where the names begin whose level, or whose move, is told
        self.moved: set[int] = set()
        for frame in stated:
            self._note(frame)

    def _note(self, frame: Frame) -> None:
        levels: list[Token | None] = [*frame.levels] or [frame.level]
        for token in (*levels, *frame.moves, frame.level, frame.move, *frame.alternatives):
            if token is not None:
                self.taken.add(token.start)
        each = levels if len(levels) == len(frame.subjects) else levels[:1] * len(frame.subjects)
        for subject, level in zip(frame.subjects, each, strict=False):
            if level is not None and level.number is not None:
                self.priced.add(subject.start)
                self.prices.add(subject.value.id, level.number.value)
            if frame.move is not None:
                self.moved.add(subject.start)

    def is_open(self, token: Token, fates: Fates) -> bool:
        """Whether a number is one that nobody has claimed, and that can be a level or the size of a move."""
        number = token.number
        if number is None or number.ignored or token.start in self.taken or _may_be_a_year(token, number):
            return False
        status, reason = fates.get(token.start, _UNREAD)
        return status != "claimed" and reason not in _TOLD


def _may_be_a_year(token: Token, number: Number) -> bool:
    plain = number.unit is None and not number.decimals and token.end - token.start == len("2025")
    return plain and _YEARS[0] <= number.value <= _YEARS[1]


_UNREAD = ("unread", None)
# What a number is that is no price.
_TOLD = frozenset((
    "threshold", "technical level", "earlier target", "limit of a band", "negated", "conditional", "price of a deal", "a range",
    "range of percentages",
))  # fmt: skip
_YEARS = (1900, 2100)


def names_in(sentence: Sentence) -> list[Token]:
    """The instruments that a sentence names, in order."""
    return [token for token in sentence.tokens if token.kind == "instrument" and token.value.id]
