"""A frame: one statement under construction, who moved, which way, how far, to where, since when."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from signals.extract.text.tokens import Token


@dataclass(slots=True, eq=False)
class Frame:
    """Slots that the binder fills. ``kind`` is the level kind; ``sign`` the stated direction; ``modal`` why it may not
    count; ``running`` that its period is not over ("on track for a weekly gain").
    """

    subjects: list[Token]
    level: Token | None = None
    kind: str | None = None
    move: Token | None = None
    alternatives: list[Token] = field(default_factory=list)
    direction: Token | None = None
    sign: int | None = None
    times: list[Token] = field(default_factory=list)
    counter: Token | None = None
    counters: list[Token] = field(default_factory=list)  # further currencies against which the same is said
    borrowed: bool = False  # whether the counter is that of another subject before it in the sentence
    modal: str | None = None
    start: int = 0
    end: int = 0
    subject_start: int = 0
    levels: list[Token] = field(default_factory=list)
    moves: list[Token] = field(default_factory=list)
    extreme: str | None = None
    went: int | None = None
    of_quote: bool = False
    bare: bool = True
    year_end: int | None = None
    basis: str | None = None
    left: bool = False  # whether the price turned from its level ("sank to $1,080 before it recovered")
    opened_at: int = 0
    tabular: bool = False
    running: bool = False
    then: bool = False  # whether its clause opens with "then"
    turns: bool = False  # or with "before": what the price went on to
    bracketed: bool = False  # whether its level stands in brackets behind another, or behind "having"
    sentence: int = 0
    lent: bool = False  # whether its clock is that of another statement of the sentence
    fixing: bool = False  # whether its earlier level is an earlier fixing
    made_for: Token | None = None  # the day for which the fixing of its list is made
    once: bool = False  # whether its level held "at one stage"
    early: bool = False  # whether a strong move led to its level at the beginning of a day
    reached: bool = False  # whether only "hit" or "touched" makes its level an extreme
    unsaid: bool = False  # whether no word that we know makes its number a level
    likely: float = 1.0  # how likely its number is its subject's, by weights

    def reach(self, token: Token) -> None:
        """Widens the evidence to include a token."""
        self.start = min(self.start, token.start)
        self.end = max(self.end, token.end)

    @property
    def empty(self) -> bool:
        """Whether nothing has been said yet."""
        return self.level is None and self.move is None and self.direction is None


def by_yield(group: list[Token]) -> list[Token]:
    """ "The bond fell; its yield rose": bonds named by their price, spoken of by their yield now."""
    return [Token(t.kind, t.start, t.end, replace(t.value, by_price=False)) if t.value.by_price else t for t in group]
