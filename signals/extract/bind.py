"""Binds the tokens of a sentence into frames: one walk from left to right, with the subject, the clause and the open
frame as state.
"""

from __future__ import annotations

import re

from signals.extract.frames import Frame
from signals.extract.grammar import Sentence
from signals.extract.mentions import YIELDS
from signals.extract.roles import IGNORED, MOVE_UNITS, Role, role
from signals.extract.subjects import RELATIVE, Salience, is_attributive, is_subject, joins, unknown_subject
from signals.extract.tokens import Number, Token

_DETERMINED = re.compile(r"(?:the|its|their|his|it|they|them|we|she)\b", re.IGNORECASE)
CONDITIONS = ("if", "unless", "had there been", "had it", "were it")
SEPARATE = ("high", "low", "previous", "open", "forecast", "fixing")


class Binder:
    """Walks one sentence. ``frames`` are its statements, ``fates`` what became of each number."""

    def __init__(self, sentence: Sentence, salience: Salience) -> None:
        self.s = sentence
        self.salience = salience
        self.frames: list[Frame] = []
        self.fates: dict[int, tuple[str, str | None]] = {}
        self.group: list[Token] = []
        self.spoken = False
        self.owner = "none"
        self.frame: Frame | None = None
        self.state: Token | None = None
        self.range: Token | None = None
        self.modal: Token | None = None
        self.last_sign: int | None = None
        self.leading: list[Token] = []
        self.clause = 0
        self.active = 0  # the clause in which the open frame last said something
        self.counter: Token | None = None
        self.caused: Token | None = None
        self.saved: list[Token] = []

    def run(self) -> list[Frame]:
        """All frames of the sentence, empty ones included."""
        for index, token in enumerate(self.s.tokens):
            handler = getattr(self, f"_on_{token.kind}", None)
            if handler:
                handler(index, token)
        self._share_clock()
        return self.frames

    def _share_clock(self) -> None:
        """A clock time holds for all that its sentence says without another time."""
        clocks = [t for t in self.s.tokens if t.kind == "time" and t.value.hour is not None]
        for frame in self.frames:
            if not frame.times:
                frame.times = clocks[-1:]

    # -- subjects ---------------------------------------------------------------------------------------------------------

    def _on_instrument(self, index: int, token: Token) -> None:
        if token in self.group:
            return
        if not is_subject(self.s, index):
            self._object(index, token)
        elif self.group and not self.spoken and joins(self.s, self.group, index):
            self.group.append(token)
        elif not self._repeats(index, token):
            self._subject([token], token)

    def _repeats(self, index: int, token: Token) -> bool:
        """ "Citi (C)", "the DAX index, Germany's benchmark": the same instrument named again in apposition."""
        return bool(self.group) and not self.spoken and len(self.group) == 1 and self.group[0].value.id == token.value.id

    def _subject(self, group: list[Token], token: Token) -> None:
        self.group, self.owner, self.spoken = group, "group", False
        self.salience.note(group)
        self._open(token)

    def _open(self, token: Token) -> Frame:
        self.frame = Frame(self.group, start=token.start, end=token.end, subject_start=token.start, opened_at=self.clause)
        self.frame.times = list(self.leading)
        self.frame.counter = self.counter
        self.active = self.clause
        if self.caused is not None:
            self.frame.direction, self.last_sign, self.caused = self.caused, int(self.caused.value), None
        self.frames.append(self.frame)
        leads = self.state is not None and self.s.text[self.state.start : self.state.end].lower().startswith("at ")
        self.state = self.state if leads else None
        return self.frame

    def _object(self, index: int, token: Token) -> None:
        before = self.s.at(index - 1)
        if before and before.kind == "prep" and before.form in ("against", "to", "per", "by"):
            self.counter = token
            if self.frame:
                self.frame.counter = token
        self.salience.mentioned(token)

    def _on_ref(self, index: int, token: Token) -> None:
        before = self.s.at(index - 1)
        if before and before.kind == "prep" and not self.s.foreign(before, token) and before.form not in ("with", "around"):
            return
        after = self.s.at(index + 1)
        if before and before.kind == "instrument" and not self.s.foreign(before, token, heads=True) and before in self.group:
            return
        if after and after.kind == "instrument" and not self.s.foreign(token, after, heads=True):
            return
        if not _DETERMINED.match(self.s.text, token.start) and self.s.foreign(before, token, heads=True):
            self.owner = "unknown"
            return
        resolved = self.salience.resolve(token)
        if self.group and not self.spoken and self.owner == "group" and token.form != "any":
            return
        if resolved:
            self._subject(resolved, token)
        elif token.form != "any":
            self.owner = "other"

    def _on_other(self, index: int, token: Token) -> None:
        before = self.s.at(index - 1)
        close = before is not None and not self.s.foreign(before, token, heads=True)
        if close and before is not None and before.kind == "prep" and before.form != "with" and self.owner == "group":
            self.saved, self.owner = self.group, "object"
            return
        if self.owner == "group":
            self.saved = self.group
        self.owner = "other"

    def _adopt(self, index: int) -> None:
        """A sentence that begins with a verb, a level word or a number goes on about the last subject."""
        if self.owner != "none":
            return
        if unknown_subject(self.s, index):
            self.owner = "unknown"
        elif self.salience.last:
            self.group, self.owner = self.salience.last, "group"
            self._open(self.s.tokens[index])

    def _on_bound(self, index: int, token: Token) -> None:
        self.modal = self.modal if self._modal_holds(token) else None
        if token.form in ("clause", "dash", "colon"):
            self.last_sign = self.last_sign if token.form == "clause" else None
            self.spoken = not (token.form != "clause" and self.s.at(index - 1) in self.group and not self.spoken)
        self.clause += 1
        following = self.s.at(index + 1)
        parted = self.saved and self.owner in ("other", "object") and token.form in ("comma", "and", "clause", "shut")
        resumes = following is not None and following.kind in ("direction", "copula", "state", "number")
        if parted and following is not None and resumes and not self.s.foreign(token, following):
            self.group, self.owner = self.saved, "group"

    def _modal_holds(self, boundary: Token) -> bool:
        """A denial or a condition colours the rest of its sentence, "could" and "expected" only their clause."""
        if self.modal is None or boundary.form == "quote":
            return True
        return self.modal.form == "denied" or str(self.modal.value) in CONDITIONS

    # -- cues ---------------------------------------------------------------------------------------------------------------

    def _on_state(self, index: int, token: Token) -> None:
        self._adopt(index)
        if token.form == "range":
            self.range = token
        if token.form in ("high", "low") and self.frame and self.owner == "group":
            self.frame.extreme = self.frame.extreme or token.form
        if token.form in ("high", "low") and self.state and self.state.form in ("open", "close"):
            return
        self.state = token

    def _on_modal(self, index: int, token: Token) -> None:
        self.modal = token

    def _on_time(self, index: int, token: Token) -> None:
        """A time belongs to the statement of its clause; one in a later clause of unknown words dates something else."""
        if self.frame is None or (self.frame.empty and not self.spoken):
            self.leading.append(token)
        if self.frame is not None and (
            self.clause == self.active or not self.s.foreign(self.s.at(self.s.clause_start(index)), token)
        ):
            self.frame.times.append(token)

    def _on_direction(self, index: int, token: Token) -> None:
        following = self.s.at(index + 1)
        if (
            self._only_off(index, token)
            or is_attributive(self.s, index)
            or (index == 0 and following and following.form == "colon")
        ):
            return
        if token.form == "causative":
            self.caused = token if following and following.kind in ("instrument", "ref") else None
            return
        self._adopt(index)
        if token.form != "noun" and unknown_subject(self.s, index):
            self.owner = "unknown"
        if self.owner != "group" or token.form == "noun":
            return
        self.last_sign = int(token.value)
        frame = self._frame_for_move(token)
        if frame.direction is None:
            frame.direction, frame.modal = token, self._modality()
            frame.bare = self._stands_alone(index, token)
        self.spoken, self.active = True, self.clause

    def _only_off(self, index: int, token: Token) -> bool:
        """ "Off" is a direction only beside a size: "off 1.2 percent", not "off an overnight high"."""
        if self.s.text[token.start : token.end].lower() != "off":
            return False
        beside = (self.s.at(index - 1), self.s.at(index + 1))
        return not any(t is not None and t.kind == "number" for t in beside)

    def _stands_alone(self, index: int, token: Token) -> bool:
        """Whether a direction is a statement without a size: a finite verb, or an adjective after a verb, outside a
        relative clause.
        """
        written = self.s.text[token.start : token.end].lower()
        opening = self.s.at(self.s.clause_start(index))
        if written.endswith("ing") or (opening is not None and opening.value in RELATIVE):
            return False
        before = self.s.at(index - 1)
        return token.form != "adjective" or (
            before is not None and before.kind in ("copula", "state", "bound", "instrument", "ref", "direction")
        )

    def _modality(self) -> str | None:
        return self.modal.form if self.modal else None

    def _frame_for_move(self, token: Token) -> Frame:
        frame = self.frame or self._open(token)
        taken = frame.move is not None or frame.direction is not None or (frame.level is not None and frame.kind in SEPARATE)
        if taken and self._next_word_measures(token):
            return frame if frame.move is None and frame.opened_at == self.clause else self._sibling(token)
        if taken and frame.opened_at != self.clause:
            return self._sibling(token)
        return frame

    def _next_word_measures(self, token: Token) -> bool:
        return False

    def _sibling(self, token: Token) -> Frame:
        frame = self._open(token)
        frame.subject_start = self.frames[-2].subject_start if len(self.frames) > 1 else token.start
        return frame

    # -- numbers ------------------------------------------------------------------------------------------------------------

    def _on_number(self, index: int, token: Token) -> None:
        found = role(self.s, index)
        if found.name == IGNORED:
            self.fates[token.start] = ("ignored", found.reason)
            return
        if found.name == "alternative":
            self._alternative(token, found)
            return
        self._adopt(index)
        found = self._completed(index, token, found)
        self._place(index, token, found)

    def _completed(self, index: int, token: Token, found: Role) -> Role:
        """Gives a bare or continued number its role from what was said before it."""
        number = token.number
        if found.name in ("bare", "continuation") and number is not None:
            left = self.s.at(self.s.before(index))
            named = left is not None and left in self.group
            if left is not None and left.kind == "bound" and left.form in ("colon", "dash") and left.place:
                named = self.s.at(left.place - 1) in self.group
            if number.unit == "percent" and self.last_sign is not None and (named or self._listed()):
                return Role("move", sign=self.last_sign)
            if named and self.group[0].value.level_fits(number) and not self.spoken:
                return Role("level")
            if (
                found.name == "bare"
                and left is not None
                and left.form == "by"
                and number.unit in MOVE_UNITS
                and self._undirected()
            ):
                return Role("move", sign=self.last_sign)
            if self._upper_end(found):
                return Role("level", kind="high")
            if found.name == "continuation" and self._second_currency(token):
                return Role("level")
            if found.name == "continuation" and self._listed_levels(number):
                self.frame.levels.append(token)  # type: ignore[union-attr]
                self.frame.reach(token)  # type: ignore[union-attr]
                return Role("claimed")
            if left is not None and left.kind == "number" and self._listed() and found.cue:
                return Role("again")
        return found

    def _undirected(self) -> bool:
        """Whether the open frame has a direction and waits for its size: "cut its cash rate by 25 basis points"."""
        return self.frame is not None and self.frame.direction is not None and self.frame.move is None

    def _upper_end(self, found: Role) -> bool:
        """ "Between 85.30 and 85.52": the second number of a range."""
        frame = self.frame
        return found.name == "continuation" and self.range is not None and frame is not None and frame.kind == "low"

    def _second_currency(self, token: Token) -> bool:
        """ "The pound bought $1.3640 and 1.1590 euros": another price of the same currency."""
        before, number = self.frame.level.number if self.frame and self.frame.level else None, token.number
        if before is None or number is None or self.group[0].value.instrument_class != "currency":
            return False
        return number.unit not in (None, *MOVE_UNITS) and before.unit not in (None, number.unit)

    def _listed_levels(self, number: Number) -> bool:
        """ "Gold and silver closed at $3,340 and $37.05": one level for each of the group."""
        frame = self.frame
        if frame is None or not frame.levels or not len(frame.levels) < len(self.group):
            return False
        return bool(self.group[len(frame.levels)].value.level_fits(number))

    def _listed(self) -> bool:
        return (
            len(self.group) > 1
            and self.frame is not None
            and bool(self.frame.moves)
            and len(self.frame.moves) < len(self.group)
        )

    def _owner_right(self, index: int, found: Role) -> bool:
        """ "A 27% rally in the rand": the subject comes after a noun; returns whether it is somebody else's number."""
        after = self.s.at(index + 1)
        preposition = self.s.at(index + 2)
        if found.name != "move" or after is None or after is not found.cue:
            return False
        if self.s.text[after.start : after.end].lower() == "off" and preposition and preposition.kind == "instrument":
            self._subject([preposition], self.s.tokens[index])
            return False
        if after.form != "noun":
            return False
        if preposition is None or preposition.kind != "prep" or preposition.form not in ("in", "for", "of"):
            return False
        owner = self.s.at(index + 3)
        if owner and owner.kind == "instrument" and not self.s.foreign(preposition, owner, heads=True):
            self._subject([owner], self.s.tokens[index])
            return False
        return not (owner and owner.kind == "time" and not self.s.foreign(preposition, owner))

    def _place(self, index: int, token: Token, found: Role) -> None:
        if self._owner_right(index, found) or self.owner != "group":
            self.fates[token.start] = (
                ("ignored", "another subject") if self.owner in ("other", "object", "unknown") else ("unread", None)
            )
            return
        if found.name == "claimed":
            self.fates[token.start] = ("claimed", None)
        elif found.name in ("move", "again") and token.number is not None:
            self._move(token, found)
        elif found.name in ("level", "previous"):
            self._level(index, token, found)
        else:
            self.fates[token.start] = ("unread", None)

    def _move(self, token: Token, found: Role) -> None:
        number = token.number
        assert number is not None  # noqa: S101
        if number.unit is None and not number.fraction and not (found.cue and found.cue.kind == "direction"):
            return
        frame = self.frame or self._open(token)
        if found.name == "again" or (frame.moves and self._listed() and found.sign == frame.sign and len(frame.subjects) > 1):
            frame.moves.append(token)
        elif frame.level is not None and frame.kind in SEPARATE and frame.opened_at != self.clause:
            frame = self._sibling(token)
        elif frame.move is not None:
            if (
                frame.opened_at == self.clause
                and frame.sign == found.sign
                and frame.move.number
                and frame.move.number.unit != number.unit
            ):
                frame.alternatives.append(token)
                return
            frame = self._sibling(token)
        if frame.move is None:
            frame.move, frame.sign, frame.moves = token, found.sign, [token]
            frame.modal = self._modality() or frame.modal
            frame.extreme = found.kind or frame.extreme
            frame.kind = found.kind or frame.kind
            if frame.direction is None and found.cue is not None and found.cue.kind == "direction":
                frame.direction = found.cue
        frame.reach(token)
        self.last_sign, self.spoken, self.active = found.sign, True, self.clause
        if found.cue:
            frame.reach(found.cue)
        self.fates[token.start] = ("claimed", None)

    def _alternative(self, token: Token, found: Role) -> None:
        frame = next((f for f in reversed(self.frames) if found.cue in (f.move, f.level) and found.cue is not None), None)
        number = token.number
        if frame is None or number is None or self.owner != "group":
            self.fates[token.start] = ("ignored", "conversion or aside")
            return
        if found.cue is frame.move and (number.unit in MOVE_UNITS or number.sign):
            frame.alternatives.append(token)
        elif (
            found.cue is frame.level
            and number.unit in MOVE_UNITS
            and (number.sign or self.last_sign is not None)
            and frame.move is None
        ):
            frame.move, frame.sign, frame.moves = token, number.sign or self.last_sign, [token]
        elif found.cue is frame.move and self._level_in_brackets(frame, token):
            frame.level = token
        else:
            self.fates[token.start] = ("ignored", "conversion or aside")
            return
        frame.reach(token)
        self.fates[token.start] = ("claimed", None)

    def _level_in_brackets(self, frame: Frame, token: Token) -> bool:
        return False

    def _level(self, index: int, token: Token, found: Role) -> None:
        mention = self.group[0].value
        number = token.number
        assert number is not None  # noqa: S101
        unmarked_yield = (
            mention.instrument_class in YIELDS and number.unit is None and (found.cue is None or found.cue.kind != "prep")
        )
        if unmarked_yield or not mention.level_fits(number):
            self.fates[token.start] = ("ignored", "does not fit the instrument")
            return
        kind = self._kind(index, found)
        modality = self._modality()
        if modality in ("conditional", "denied", "negated"):
            self.fates[token.start] = ("ignored", modality)
            return
        if modality == "forecast" and found.name == "previous":
            self.fates[token.start] = ("ignored", "earlier forecast")
            return
        if modality == "forecast":
            kind = "forecast"
        frame = self._frame_for_level(token, kind)
        if frame.move is not None and frame.kind in ("high", "low") and frame.opened_at == self.clause:
            kind = frame.kind
        frame.level, frame.kind = token, kind
        frame.levels.append(token)
        if found.cue is not None and found.cue.kind == "time":
            for other in self.frames:
                other.times = [t for t in other.times if t is not found.cue]
            frame.times = [found.cue]
        frame.reach(token)
        if found.cue:
            frame.reach(found.cue)
        self.spoken, self.state, self.active = True, None, self.clause
        self.fates[token.start] = ("claimed", None)

    def _frame_for_level(self, token: Token, kind: str | None) -> Frame:
        frame = self.frame or self._open(token)
        if kind in SEPARATE and not (frame.move is not None and frame.extreme == kind and frame.opened_at == self.clause):
            if kind in ("high", "low") and frame.direction is not None and frame.move is None and frame.level is None:
                frame.went, frame.direction = int(frame.direction.value), None
                return frame
            return frame if frame.empty else self._sibling(token)
        return frame if frame.level is None else self._sibling(token)

    def _kind(self, index: int, found: Role) -> str:
        if found.name == "previous":
            return self._range_end("low") if self.range else "previous"
        cue = self.s.at(index - 1)
        if self.range and cue and cue.kind == "prep" and cue.form == "to":
            return self._range_end("high")
        postfix = self.s.at(index + 1)
        if (
            postfix
            and postfix.kind == "state"
            and postfix.form in ("high", "low")
            and not self.s.foreign(self.s.tokens[index], postfix)
        ):
            return postfix.form
        form = found.kind or (self.state.form if self.state and self._carries(self.state) else None)
        if form == "reach":
            return self._extreme(index)
        return form if form in ("close", "open", "high", "low", "fixing", "previous") else "last"

    def _carries(self, state: Token) -> bool:
        """Whether a level word still says what a later number is: "closed up 2 points at 3,332", "at the top, ... for
        about $57".
        """
        return state.form in ("close", "open", "fixing", "reach") or self.s.text[state.start : state.end].lower().startswith(
            "at "
        )

    def _range_end(self, end: str) -> str:
        return end

    def _extreme(self, index: int) -> str:
        """Which extreme "hit", "touched" and "reached" mean: as the words say, else as the price was going, there or after."""
        after = next((t for t in self.s.tokens[index + 1 : index + 6] if t.kind in ("direction", "number")), None)
        if after is not None and after.kind == "direction" and after.form == "path":
            return "low" if after.value > 0 else "high"
        if self.frame and self.frame.extreme:
            return self.frame.extreme
        sign = self.frame.direction.value if self.frame and self.frame.direction else self.last_sign
        return "low" if sign == -1 else "high"
