"""Statements under construction: how levels and moves fill the frames of a sentence."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from signals.extract.frames import Frame
from signals.extract.grammar import Sentence
from signals.extract.mentions import YIELDS, Mention
from signals.extract.roles import EXTREMES, MOVE_UNITS, THRESHOLDS, Role
from signals.extract.sizes import level_fits, size_fits
from signals.extract.tokens import Number, Token
from signals.extract.verbs import is_finite

SEPARATE = ("high", "low", "previous", "open", "forecast", "fixing")
UNREAD: tuple[str, str | None] = ("unread", None)
CLAIMED: tuple[str, str | None] = ("claimed", None)
_NEAR = ("near", "close to")
CONDITIONS = frozenset({"if", "unless", "had there been", "had it", "were it", "whether"})
FORETELLING = frozenset({"would", "will", "'ll", "shall", "must"})
DENIED = ("conditional", "denied", "negated")


def by_yield(group: list[Token]) -> list[Token]:
    """ "The bond fell; its yield rose": bonds named by their price, spoken of by their yield now."""
    return [Token(t.kind, t.start, t.end, replace(t.value, by_price=False)) if t.value.by_price else t for t in group]


class Statements:
    """The frames of one sentence, the open one, and what the sentence has said so far.

    ``frames`` are its statements, ``fates`` what became of each number.
    """

    frame: Frame | None = None
    clause = 0
    active = 0  # the clause in which the open frame last said something
    spoken = False  # whether anything has been said of the group
    segment = -1  # the place of the boundary that opens the segment
    held = False  # whether the segment has a subject
    past = False  # whether the predicate is a pluperfect: "had traded at 17.05"
    told = False  # whether the segment has a predicate
    last_sign: int | None = None
    last_kind: str | None = None
    last_size: str | None = None  # the unit of the last size
    last_unit: str | None = None
    quoted_in: str | None = None  # the currency in which a threshold was printed
    state: Token | None = None
    range: Token | None = None
    modal: Token | None = None
    counter: Token | None = None
    caused: Token | None = None

    def __init__(self, sentence: Sentence) -> None:
        self.s = sentence
        self.frames: list[Frame] = []
        self.fates: dict[int, tuple[str, str | None]] = {}
        self.group: list[Token] = []
        self.leading: list[Token] = []
        self.waiting: list[tuple[int, Token, Role]] = []  # what is said before its subject
        self.used: set[int] = set()  # places of direction words that a size has taken

    def open(self, token: Token) -> Frame:
        """A new frame about the group that is the subject now."""
        frame = Frame(self.group, start=token.start, end=token.end, subject_start=token.start, opened_at=self.clause)
        frame.times, frame.counter, frame.sentence = list(self.leading), self.counter, self.s.start
        self.active = self.clause
        if self.caused is not None:
            frame.direction, self.last_sign, self.caused = self.caused, int(self.caused.value), None
            frame.modal = self.modality()
        self.frame = frame
        self.frames.append(frame)
        leads = self.state is not None and self.s.written(self.state).startswith("at ")
        self.state = self.state if leads else None
        return frame

    def sibling(self, token: Token) -> Frame:
        """A further frame about the same subject."""
        before = self.frame
        frame = self.open(token)
        frame.subject_start = before.subject_start if before is not None else token.start
        return frame

    def modality(self) -> str | None:
        """Why what is said now may not count."""
        return self.modal.form if self.modal else None

    # -- moves --------------------------------------------------------------------------------------------------------------

    def direct(self, token: Token, bare: bool) -> None:
        """A direction is said of the subject; its size may follow."""
        self.last_sign = int(token.value)
        frame = self.frame or self.open(token)
        apart = self._stands_apart(frame, token) or (
            frame.level is not None and frame.kind in SEPARATE and is_finite(self.s, token.place)
        )
        opening = self.s.at(self.segment)
        later = opening is not None and opening.form == "clause" and frame.level is not None
        apart = apart or (later and frame.level is not None and frame.level.place < self.segment)
        taken = frame.move is not None or frame.direction is not None or apart
        if taken and frame.opened_at != self.clause:
            frame = self.sibling(token)
        if frame.direction is None or (frame.direction.form == "causative" and frame.move is None):
            frame.direction, frame.modal, frame.bare = token, self.modality(), bare
        self.spoken, self.active = True, self.clause

    def move(self, token: Token, found: Role) -> None:
        """A size goes to the frame that waits for it."""
        number = token.number
        mention: Mention = self.group[0].value
        if number is not None and number.unit is None and self.last_size == "bp" and mention.instrument_class in YIELDS:
            number.unit = "bp"  # "12 basis points lower and the two-year down 15"
        if number is not None and mention.instrument_class == "bond yield" and self._of_the_price(token, number, found):
            return
        if number is None or not size_fits(mention, number):
            self.fates[token.start] = ("ignored", "does not fit the instrument")
            return
        if self._hedged_level(mention, token, number, THRESHOLDS):
            self.fates[token.start] = ("ignored", "threshold")
            if found.cue is not None and found.cue.kind == "direction":
                self.direct(found.cue, bare=True)
            return
        if self._hedged_level(mention, token, number, _NEAR):  # "gold firms near $1,200"
            if found.cue is not None and found.cue.kind == "direction":
                self.direct(found.cue, bare=True)
            self.level(token.place, token, Role("level", cue=found.cue))
            return
        printed = "/" in self.s.written(token)  # "and wheat 18-1/2 to $8.89"
        told = printed or number.sign or number.fraction or (found.cue is not None and found.cue.kind == "direction")
        if number.unit is None and not told:
            return
        frame = self._frame_of_size(token, found, number)
        if frame is not None:
            self._set_move(frame, token, found)
        self.last_sign, self.spoken, self.active, self.last_size = found.sign, True, self.clause, number.unit
        self.fates[token.start] = CLAIMED

    def _hedged_level(self, mention: Mention, token: Token, number: Number, hedges: Collection[str]) -> bool:
        """ "Bounced back over $1,200": a size of the instrument's own order, behind one of these words, is no move of it."""
        hedge = self.s.hedges.get(token.place)
        if hedge is None or str(hedge.value) not in hedges or number.unit in MOVE_UNITS or mention.low is None:
            return False
        return level_fits(mention, number)

    def _of_the_price(self, token: Token, number: Number, found: Role) -> bool:
        """ "Fell 11/32 to yield 3.23 percent": a size of the bond's price tells where the yield went, not how far."""
        priced = "/" in self.s.written(token) or number.unit not in (None, *MOVE_UNITS)
        if not priced or found.cue is None or found.cue.kind != "direction" or not self.group:
            return False
        self.fates[token.start] = ("ignored", "does not fit the instrument")
        self.group[0].value = replace(self.group[0].value, by_price=True)
        self.direct(found.cue, bare=True)
        return True

    def _frame_of_size(self, token: Token, found: Role, number: Number) -> Frame | None:
        """The frame that a size is the move of; None where it only completes one."""
        frame = self.frame or self.open(token)
        restated = found.cue is not None and found.cue.form in ("noun", "verb") and found.cue.place < token.place - 1
        if found.name == "again" or (self.listing(number) and found.sign == frame.sign):
            frame.moves.append(token)
            frame.reach(token)
            return None
        opening = self.s.at(self.segment)
        behind = opening is not None and opening.value == "after" and frame.level is not None
        if frame.move is None and behind and frame.level is not None and frame.level.place < self.segment:
            return self.sibling(token)  # "held at $0.6655 after jumping 1.4%"
        if frame.move is None and frame.direction is not None and int(frame.direction.value) != found.sign:
            if frame.direction.form != "causative" and not (frame.direction.form == "path" and frame.level is not None):
                return self.sibling(token)  # "steadied after a 2% drop"
            frame.direction = None
        if frame.move is None:
            return (
                frame
                if not self._stands_apart(frame, token)
                else self._waiting(token, 12 if restated else 6) or self.sibling(token)
            )
        reach = 4 if frame.level is None else 2
        near = frame.opened_at == self.clause or restated or token.place - frame.move.place <= reach
        same = near and frame.sign == found.sign and frame.move.number is not None
        if same and frame.move.number is not None and frame.move.number.unit != number.unit:
            frame.alternatives.append(token)
            frame.reach(token)
            return None
        return self.sibling(token)

    def _stands_apart(self, frame: Frame, token: Token) -> bool:
        """Whether the open frame is the level of another time, whose move this is not."""
        if frame.level is None or frame.kind not in SEPARATE:
            return False
        return frame.kind in ("previous", "forecast") or token.place - frame.level.place > 3

    def _waiting(self, token: Token, reach: int) -> Frame | None:
        """ "Was at 17.62 from 17.52, up 0.5%": the statement before an earlier level."""
        for frame in reversed(self.frames[-3:]):
            if frame.subjects is self.group and frame.level is not None and frame.kind not in SEPARATE:
                return frame if frame.move is None and token.place - frame.level.place <= reach else None
        return None

    def _set_move(self, frame: Frame, token: Token, found: Role) -> None:
        frame.move, frame.sign, frame.moves = token, found.sign, [token]
        frame.modal = self.modality() or frame.modal
        kind = found.kind
        if found.cue is not None and found.cue.kind == "direction":
            self.used.add(found.cue.place)
            frame.direction = frame.direction or found.cue
            frame.reach(found.cue)
            if self.range is not None and kind is None:  # "swung between gains of 0.6% and losses of 0.9%"
                kind = "high" if found.sign == 1 else "low"
        if kind is None and found.sign and any(t.kind == "phase" for t in self.s.tokens[self.segment + 1 : token.place]):
            kind = "high" if found.sign > 0 else "low"  # "at one point had been up by 4.7%"
        if kind is not None:
            frame.extreme = frame.kind = kind
        elif frame.level is None and self._opens_with(token):
            frame.kind = "open"
        frame.reach(token)

    def _opens_with(self, size: Token) -> bool:
        """ "Opened 8% down": the move was there at the start of trade."""
        before = self.s.near(size.place)
        return before is not None and before.kind == "state" and before.form == "open"

    def listing(self, number: Number | None = None) -> bool:
        """Whether the open frame has sizes for some of a list of subjects and waits for the others'."""
        frame = self.frame
        if frame is None or len(self.group) < 2 or not frame.moves or not len(frame.moves) < len(self.group):
            return False
        first = frame.moves[0].number
        return number is None or first is None or first.unit == number.unit

    def alternative(self, token: Token, found: Role) -> None:
        """A number in other words: a size printed twice, a size beside its level, a conversion."""
        cue, number = found.cue, token.number
        frame = next((f for f in reversed(self.frames) if cue is not None and cue in (f.move, f.level)), None)
        self.fates[token.start] = ("ignored", "conversion or aside")
        if frame is None or number is None or not size_fits(frame.subjects[0].value, number):
            return
        sized = number.unit in MOVE_UNITS
        if cue is frame.move and (sized or number.sign):
            frame.alternatives.append(token)
        elif cue is frame.level and (sized or number.sign) and frame.move is None and (number.sign or self._signed_here(frame)):
            frame.move, frame.sign, frame.moves = token, number.sign or self.last_sign, [token]
        else:
            return
        frame.reach(token)
        self.fates[token.start] = CLAIMED

    def _signed_here(self, frame: Frame) -> bool:
        return self.last_sign is not None and frame.direction is not None

    # -- levels -------------------------------------------------------------------------------------------------------------

    def level(self, index: int, token: Token, found: Role) -> None:
        """A level goes to the open frame, or to one of its own where it is an extreme or of another time."""
        mention: Mention = self.group[0].value
        number = token.number
        if number is not None and number.unit is None and mention.instrument_class in YIELDS and self.last_unit == "percent":
            number.unit = "percent"  # "to 4.5 percent from 5"
        if number is None or not self._fits(mention, token, number, found):
            self.fates[token.start] = ("ignored", "does not fit the instrument")
            return
        if self._listed_beside(token):
            return
        kind = self._kind(index, found)
        modality = self._modality_of_level()
        if mention.instrument_class == "policy rate" and self.upper_end() and self.frame is not None and self.frame.level:
            self.frame.level, self.frame.kind = token, "last"  # the upper end of a target range is its name
            self.fates[token.start] = CLAIMED
            return
        if modality in DENIED or (modality == "forecast" and found.name == "previous"):
            self.fates[token.start] = ("ignored", modality)
            return
        if modality == "forecast":
            kind = "forecast"
        if (
            mention.instrument_class == "currency"
            and number.unit is None
            and self.held
            and not self.told
            and self.counter is None
        ):
            number.unit = self.last_unit  # "the dollar at 80.10 roubles and the euro at 100.74"
        if mention.instrument_class == "currency" and number.unit is None:
            number.unit = self.quoted_in
        frame = self._frame_of_level(token, kind)
        if kind == "last" and frame.kind in EXTREMES and frame.level is None and self._same_clause(frame, token):
            kind = frame.kind
        self._set_level(frame, token, kind, found)
        if found.cue is not None and found.cue.kind == "ref" and found.cue.form == "yield":
            self.group = by_yield(self.group)

    def _listed_beside(self, token: Token) -> bool:
        """ "Falling 1.5 bps to 1.835% and 2 bps to 2.145%, respectively": a level beside each size of a list."""
        frame = self.frame
        if frame is None or len(self.group) < 2 or not 0 < len(frame.levels) < len(frame.moves):
            return False
        return self.listed_level(token)

    def _modality_of_level(self) -> str | None:
        """ "Would average $100" is a forecast, "could fall to $100" only a possibility."""
        if self.modal is None or str(self.modal.value) not in FORETELLING:
            return self.modality()
        unreal = self.s.text[self.modal.end : self.modal.end + 6] == " have "  # "would have left it at 4%"
        return self.modality() if unreal else "forecast"

    def _fits(self, mention: Mention, token: Token, number: Number, found: Role) -> bool:
        if number.unit is None and 1900 <= number.value < 2100 and self.s.text[token.start : token.end].isdigit():
            return False  # a year
        if mention.instrument_class in ("share", "commodity") and number.unit is None and not self._is_price(number):
            return False
        marked = found.cue is not None and found.cue.kind in ("prep", "state", "copula")
        if mention.instrument_class == "share" and number.per == "share" and not (found.cue and found.cue.kind == "state"):
            return False
        return level_fits(mention, number, marked)

    def _same_clause(self, frame: Frame, token: Token) -> bool:
        """Whether nothing but commas and the like stands between the size of a frame and a level."""
        if frame.move is None:
            return False
        return all(t.form != "clause" for t in self.s.tokens[frame.move.place : token.place])

    def _is_price(self, number: Number) -> bool:
        """Whether a number without a currency is a price: it has decimals, or stands beside the size of a move."""
        return number.decimals > 0 or (self.frame is not None and self.frame.move is not None and self.active == self.clause)

    def _set_level(self, frame: Frame, token: Token, kind: str, found: Role) -> None:
        frame.level, frame.kind = token, kind
        frame.levels.append(token)
        self.last_unit = token.number.unit if token.number is not None and token.number.unit else self.last_unit
        if found.cue is not None and found.cue.kind == "time":
            for other in self.frames:
                other.times = [t for t in other.times if t is not found.cue]
            frame.times = [found.cue]
        frame.reach(token)
        if found.cue is not None:
            frame.reach(found.cue)
        self.spoken, self.state, self.active, self.last_kind = True, None, self.clause, kind
        self.fates[token.start] = CLAIMED

    def _frame_of_level(self, token: Token, kind: str) -> Frame:
        frame = self.frame or self.open(token)
        if kind not in SEPARATE:
            if frame.level is None and frame.kind == "open" and frame.move is not None and token.place - frame.move.place > 3:
                return self.sibling(token)
            return frame if frame.level is None else self._awaiting(frame) or self.sibling(token)
        waits = frame.level is None and frame.move is not None and frame.extreme == kind
        if waits and frame.move and (frame.opened_at == self.clause or token.place - frame.move.place <= 2):
            return frame
        if kind in EXTREMES and frame.direction is not None and frame.move is None and frame.level is None:
            frame.went, frame.direction = int(frame.direction.value), None
            return frame
        return frame if frame.empty else self.sibling(token)

    def _awaiting(self, frame: Frame) -> Frame | None:
        """ "Slipped from $2,350 to $2,331": the move whose earlier level came first."""
        if frame.kind != "previous" or len(self.frames) < 2 or self.frames[-1] is not frame:
            return None
        before = self.frames[-2]
        waits = before.subjects is self.group and before.level is None and not before.empty
        if not waits or before.opened_at != frame.opened_at:
            return None
        before.counter = before.counter or frame.counter
        return before

    def _kind(self, index: int, found: Role) -> str:
        if found.name == "previous":
            return "low" if self.range else "previous"
        before, after = self.s.at(index - 1), self.s.next(index)
        if self.range and before is not None and before.kind == "prep" and before.form == "to":
            return "high"
        if after is not None and after.kind == "state" and after.form in EXTREMES:
            return after.form
        form = found.kind or (self.state.form if self.state and self._carries(self.state) else None)
        if form == "last" and self.state and self.state.form in EXTREMES and self._carries(self.state):
            return self.state.form
        if form == "reach":
            return self._extreme(index)
        frame = self.frame
        if self.past and form is None and frame and frame.kind in EXTREMES and frame.level is None and frame.move is not None:
            return frame.kind  # "at one point had been up by 4.7% at NT$796"
        if self.past and form in (None, "close"):
            return "previous"
        if form is None and self.held and not self.told and self.last_kind in ("close", "open", "fixing", *EXTREMES):
            return str(self.last_kind)
        return form if form in ("close", "open", "high", "low", "fixing", "previous") else "last"

    def _carries(self, state: Token) -> bool:
        """Whether a level word still says what a later number is: "closed up 2 points at 3,332", "at the top, ... for
        about $57".
        """
        return state.form in ("close", "open", "fixing", "reach") or self.s.written(state).startswith("at ")

    def _extreme(self, index: int) -> str:
        """Which extreme "hit", "touched" and "reached" mean: as the words say, else as the price was going, there or after."""
        after = next((t for t in self.s.tokens[index + 1 : index + 6] if t.kind in ("direction", "number")), None)
        if after is not None and after.kind == "direction" and after.form == "path":
            return "low" if after.value > 0 else "high"
        before = self.s.at(index - 2)
        if before is not None and before.kind == "direction" and before.value:
            return "low" if before.value < 0 else "high"
        if (other := self._other_level()) is not None and (number := self.s.tokens[index].number) is not None:
            return "high" if number.value > other else "low"
        if self.frame and self.frame.extreme:
            return self.frame.extreme
        sign = self.frame.direction.value if self.frame and self.frame.direction else self.last_sign
        return "low" if sign == -1 else "high"

    def _other_level(self) -> float | None:
        """Where else the sentence says that the subject stood; None for a currency, whose quote may run the other way."""
        if self.group[0].value.instrument_class == "currency":
            return None
        levels = (
            f.level.number.value for f in self.frames if f.subjects is self.group and f.level is not None and f.level.number
        )
        return next(levels, None)

    def upper_end(self) -> bool:
        """ "Between 85.30 and 85.52": whether the next number is the upper end of a range."""
        return self.range is not None and self.frame is not None and self.frame.kind == "low"

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
        return token.number.unit not in (None, *MOVE_UNITS) and before.unit not in (None, token.number.unit)
