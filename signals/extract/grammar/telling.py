"""What a sentence has said so far: its frames, the open one, and the lists and ranges that still wait for a number."""

from __future__ import annotations

from dataclasses import dataclass, field

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.references import Salience
from signals.extract.grammar.role import EXTREMES, MOVE_UNITS, Role, in_money
from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.subjects import each, prices_one
from signals.extract.text.tokens import Number, Token

UNREAD: tuple[str, str | None] = ("unread", None)
CLAIMED: tuple[str, str | None] = ("claimed", None)


@dataclass(slots=True, eq=False)
class Telling:
    """The frames of one sentence, the open one, and what the sentence has said so far.

    ``frames`` are its statements, ``fates`` what became of each number.
    """

    s: Sentence
    salience: Salience = field(default_factory=Salience)
    frames: list[Frame] = field(default_factory=list)
    fates: dict[int, tuple[str, str | None]] = field(default_factory=dict)
    group: list[Token] = field(default_factory=list)
    leading: list[Token] = field(default_factory=list)
    waiting: list[tuple[int, Token, Role]] = field(default_factory=list)  # what is said before its subject
    brackets: list[tuple[list[Token], str, Frame | None, bool]] = field(default_factory=list)  # what the open ones interrupt
    possessed: tuple[list[Token], str, Frame | None, bool] | None = None  # what "on Quirk's 5% drop" interrupts
    used: set[int] = field(default_factory=set)  # places of direction words that a size has taken
    frame: Frame | None = None
    clause: int = 0
    active: int = 0  # the clause in which the open frame last said something
    spoken: bool = False  # whether anything has been said of the group
    segment: int = -1  # the place of the boundary that opens the segment
    held: bool = False  # whether the segment has a subject
    past: str = ""  # whether the predicate is a pluperfect: "had traded at 17.05"
    fixes: bool = False  # whether a word for a fixing has opened the clause: "the reference rate for the dollar"
    rate: Token | None = None  # the word for a fixing that is the subject itself: "the representative rate was set at 3.35"
    told: bool = False  # whether the segment has a predicate
    acts: bool = False  # whether that is a finite verb
    closing: str | None = None  # the class of instruments that the sentence has told the close of
    reached: bool = False  # whether the kind of the level is only guessed from "hit" or "touched"
    last_sign: int | None = None
    last_kind: str | None = None
    last_size: str | None = None  # the unit of the last size
    last_unit: str | None = None
    quoted_in: str | None = None  # the currency in which a threshold was printed
    state: Token | None = None
    range: Token | None = None
    modal: Token | None = None
    shelved: Token | None = None  # what colours the clause, while an aside to its subject is told
    counter: Token | None = None
    caused: Token | None = None
    tracking: Token | None = None  # "on track for": what follows is the move so far of a period that still runs

    def open(self, token: Token) -> Frame:
        """A new frame about the group that is the subject now."""
        frame = Frame(self.group, start=token.start, end=token.end, subject_start=token.start, opened_at=self.clause)
        frame.times, frame.counter, frame.sentence = list(self.leading), self.counter, self.s.start
        frame.borrowed = self.counter is not None and self._borrows(self.counter)
        self.active = self.clause
        opening = self.s.at(self.segment) if self.segment >= 0 else None
        frame.then = opening is not None and opening.value == "then"
        frame.turns = opening is not None and opening.value in ("then", "before")
        if self.caused is not None:
            frame.direction, self.last_sign, self.caused = self.caused, int(self.caused.value), None
            frame.modal = self.modality()
        self.frame = frame
        self.frames.append(frame)
        leads = self.state is not None and self.leads(self.state)
        ends = self.state is not None and self.state.form == "close" and self.state.place > self.segment
        self.state = self.state if leads or ends else None  # "but ended $6 up at $1,289"
        return frame

    def _borrows(self, counter: Token) -> bool:
        """ "The euro rose against the franc, and the yen was flat": whether a counter is that of another's statement."""
        first = self.group[0].start if self.group else counter.start
        return any(f.subject_start < counter.start < first and f.counter is counter for f in self.frames)

    def leads(self, state: Token) -> bool:
        """ "At its best", "at the close", "at its weakest the pound bought $1.33": what a later number is."""
        before = self.s.at(state.place - 1)
        fronted = before is not None and before.form == "at" and before.place in (0, self.segment + 1)
        return self.s.written(state).startswith("at ") or (fronted and state.form in EXTREMES)

    def sibling(self, token: Token) -> Frame:
        """A further frame about the same subject."""
        before = self.frame
        frame = self.open(token)
        frame.subject_start = before.subject_start if before is not None else token.start
        return frame

    def further(self, token: Token, cue: Token | None) -> Frame:
        """ "Rose to 17.60 per dollar, and to 20.40 against the euro": a second level of one verb went its way too."""
        said, link = (
            self.frame.direction if self.frame is not None else None,
            self.s.at(cue.place - 1) if cue is not None else None,
        )
        frame = self.sibling(token)
        if cue is not None and cue.form == "to" and link is not None and link.form == "and" and said is not None:
            frame.direction, frame.bare = said, True
        return frame

    def swings(self, size: Token) -> bool:
        """ "Swung between gains of 0.6% and losses of 0.9%", but not "rose between 1% and 1.6%, while Trent plunged 12%"."""
        if self.range is None or any(frame.level is not None for frame in self.frames):
            return False
        return all(t.form != "clause" for t in self.s.tokens[self.range.place : size.place])

    def modality(self) -> str | None:
        """Why what is said now may not count."""
        return self.modal.form if self.modal else None

    def shelve(self, index: int, modal: Token | None) -> None:
        """ "Is likely to bring its key rate, now 4.75%, down to 4.5%": beyond an aside to the subject a clause is as uncertain
        as before it.
        """
        if modal is not None and self.modal is None and self.s.at(index - 1) in self.group:
            self.shelved = modal
        elif self.shelved is not None and self.s.tokens[index].form in ("comma", "shut"):
            after, beyond = self.s.at(index + 1), self.s.at(index + 2)
            after = beyond if after is not None and after.kind == "direction" else after
            leads = after is not None and after.kind == "prep" and after.form in ("to", "by")
            self.modal, self.shelved = self.shelved if leads else self.modal, None

    def lacks_size(self, said: Token, group: list[Token]) -> bool:
        """ "Suncor added 1.6% as Brent settled at $48.85, up 2.1%": a size behind the level of a clause without one, where that
        of the main clause, ``group``, has one.
        """
        frame, main = self.frame, next((f for f in reversed(self.frames) if f.subjects is group), None)
        if frame is None or main is None or main.move is None or main is frame:
            return False
        sized = said.kind == "direction" and said.form == "adjective"
        same = frame.direction is None or frame.direction.value == said.value != 0
        return sized and same and frame.level is not None and frame.move is None

    def upper_end(self) -> bool:
        """ "Between 85.30 and 85.52": whether the next number is the upper end of a range."""
        if self.range is None or self.frame is None:
            return False
        level = self.frame.level if self.frame.kind == "forecast" else None  # "is likely to move between 16,180 and 16,250"
        return self.frame.kind == "low" or (level is not None and level.place - self.range.place in (1, 2))

    def listed_level(self, token: Token) -> bool:
        """ "Gold and silver closed at $3,340 and $37.05": one level for each of the group; whether it was one."""
        frame = self.frame
        if frame is None or token.number is None or not frame.levels or not len(frame.levels) < len(self.group):
            return False
        if not level_fits(self.group[len(frame.levels)].value, token.number):
            return False
        frame.levels.append(token)
        frame.reach(token)
        self.fates[token.start] = CLAIMED
        return True

    def second_currency(self, token: Token) -> bool:
        """ "The pound bought $1.3640 and 1.1590 euros": another price of the same currency."""
        before = self.frame.level.number if self.frame and self.frame.level else None
        if before is None or token.number is None or self.group[0].value.instrument_class != "currency":
            return False
        if self._is_again_a_size(token.number, before):
            return False
        own = before.unit in (None, self.group[0].value.id)
        if own and token.number.unit not in MOVE_UNITS and self._has_counter(token):
            return True
        return in_money(token.number) and before.unit not in (None, token.number.unit)

    def _is_again_a_size(self, number: Number, level: Number) -> bool:
        """ "Rose 12 paise against the pound to 105.20, 8 paise against the euro": a size in the money of the last one."""
        size = self.frame.move.number if self.frame is not None and self.frame.move is not None else None
        return size is not None and size.cents == number.cents and size.unit == number.unit and number.value * 10 < level.value

    def _has_counter(self, token: Token) -> bool:
        """ "4.25 per euro and 3.61 to the dollar": whether a price names its own other currency."""
        per, named = self.s.next(token.place), self.s.at(token.place + 2)
        if per is not None and each(self.s, token.place + 1):
            return True
        return prices_one(self.s, token.place) and named not in self.group

    def earlier_too(self, index: int, number: Number) -> bool:
        """ "Compared with 156.90 yen in New York and 157.61 in Tokyo on Thursday": one more level of the past."""
        frame, joint, comma = self.frame, self.s.at(index - 1), self.s.at(index - 2)
        if joint is None or joint.form != "and" or comma is None or comma.kind == "bound":
            return False
        if frame is None or frame.kind != "previous" or frame.level is None or frame.level.number is None:
            return False
        said, present = frame.level.number, self.frames[-2].level if len(self.frames) > 1 else None
        own = present is not None and present.number is not None and present.number.unit == said.unit
        alike = number.unit in (said.unit, None) or (in_money(number) and in_money(said) and not own)
        return alike and len(self.group) == 1 and level_fits(self.group[0].value, number, marked=False)
