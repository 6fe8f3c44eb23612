"""Which kind a level is: last, close, open, an extreme, an earlier one, or a fixing, by its own words and those before it."""

from __future__ import annotations

import re

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.outcomes import UNCOUNTED
from signals.extract.grammar.role import EXTREMES, LEVEL_KINDS, Role
from signals.extract.grammar.sentence import NOTHING
from signals.extract.grammar.telling import Telling
from signals.extract.text.tokens import Number, Token

_SINCE = re.compile(r"\bsince (?:[\w-]+ ){0,3}\Z")
_FAR_BELOW = 0.5  # of a level beside it: what was reached there was no high
_AFTER = re.compile(r"\W*(?:(?:A|One|The|Two) (?:day|session|week)s? )?[Aa]fter\b")
_CARRIED = LEVEL_KINDS - {"previous"}  # kinds that a verb gives to the prices that follow it


class Kinds(Telling):
    """What the words around a number make of it as a level; see ``Telling`` for what the sentence has said so far."""

    __slots__ = ()

    def _kind(self, index: int, found: Role) -> str:
        before, after = self.s.at(index - 1), self.s.next(index)
        if found.name == "previous":
            if self._from_record(index):
                return "high"
            named = after is not None and after.kind == "state" and self.s.gaps[index + 1] == NOTHING
            opens = self.range is not None and all(f.kind != "low" for f in self.frames)  # "from 39.29 to 39.38"
            if opens or not (named and after and after.form in EXTREMES):
                return "low" if opens else "previous"
            self.used.add(after.place)
            return after.form
        if self.range and before is not None and before.kind == "prep" and before.form == "to":
            return "high"
        if after is not None and after.kind == "state" and self._is_said_behind(after):
            return after.form
        form = (
            found.kind or self._named_extreme(index) or (self.state.form if self.state and self._carries(self.state) else None)
        )
        if form == "fixing" and self._of_a_market(index):
            return "last"
        if form == "last" and self.state and self._overrules(self.state):
            return self.state.form
        if form == "reach":
            self.reached = False
            return self._extreme(index)
        frame = self.frame
        if self.past and form is None and frame and frame.kind in EXTREMES and frame.level is None and frame.move is not None:
            return frame.kind  # "at one point had been up by 4.7% at NT$796"
        stood = form == "last" and (self.past == "having" or self._had_stood())
        if self.past and not self._beside_its_move(index) and (form in (None, "close") or stood):
            return "previous"
        form = form or (self._kind_of_another(before) if self.held else None)
        return form if form in LEVEL_KINDS else "last"

    def _from_record(self, index: int) -> bool:
        """ "Compared with a record $1,432.50 on Dec. 7": of goods and coins, whose records are highs."""
        hedge = self.s.hedges.get(index)
        goods = self.group[0].value.instrument_class in UNCOUNTED[1:]
        return goods and hedge is not None and hedge.value == "a record"

    def _kind_of_another(self, before: Token | None) -> str | None:
        """ "The dollar opened at 144.20 and the euro at 169.80": the kind that goes on to another subject; none where a level
        of it has been told of this one, "it closed at 1.1758, and we have it at 1.1778".
        """
        own, last = self.group[0].value, self.last_kind
        if any(f.kind == last and f.level is not None and f.subjects[0].value.id == own.id for f in self.frames):
            return None
        if last in EXTREMES and before is not None and before.form == "at" and not self._told_at():
            return None  # "hits record $3,500, silver at $33", but "peaked at 80.10 roubles and the euro at 100.74"
        if last in EXTREMES and before is not None and before.kind == "instrument" and self._told_behind_noun():
            return None  # "silver at six-month high $17.80, gold $1,244"
        if not self.told and last in _CARRIED:
            return last
        return "close" if not self.acts and self.closing == own.instrument_class else None

    def _named_extreme(self, index: int) -> str | None:
        """ "Set a record, at $2,141.59", "fell to a low, at 1.05": the extreme that a clause ends with, and its level; the one
        that a colon sums up, "Record for gold: $868.89".
        """
        colon, opening, link = self.s.at(index - 1), self.s.tokens[0], self.s.at(1)
        if colon is not None and colon.form == "colon" and opening.kind == "state" and link is not None and link.form == "for":
            return opening.form if opening.form in EXTREMES else None
        extreme, comma, at = (self.s.at(index - step) for step in (3, 2, 1))
        if extreme is None or comma is None or at is None or (comma.form, at.form) != ("comma", "at"):
            return None
        told = extreme is self.state and extreme.form in EXTREMES and max(self.s.gaps[index - 2 : index + 1]) == NOTHING
        return extreme.form if told else None

    def _is_said_behind(self, state: Token) -> bool:
        """ "1.0899 high", but not "1.0870 high 1.0899": whether a level word says what the number before it is."""
        said = state.form in EXTREMES or self.s.written(state).endswith("writing")
        own = self.s.next(state.place, NOTHING)
        return said and not (own is not None and own.number is not None and not own.number.ignored)

    def _beside_its_move(self, index: int) -> bool:
        """ "Had been up 59% at $76,000": a level with a size right before it is where the move had led by then."""
        move = self.frame.move if self.frame is not None and self.frame.level is None else None
        at = self.s.at(index - 1)
        return move is not None and at is not None and at.form == "at" and move.place == index - 2

    def _had_stood(self) -> bool:
        """ "Its key rate, which had stood at 4.5%": where it was before what the sentence tells."""
        said: str = self.s.written(self.state) if self.state is not None and self.past == "had" else ""
        return bool(said.endswith("stood"))

    def _of_a_market(self, index: int) -> bool:
        """ "The indicative rate in the official market was N1,601 per dollar": where it traded, which nobody fixed."""
        said = next((t for t in reversed(self.s.tokens[:index]) if t.form == "fixing"), None)
        between = self.s.text[said.end : self.s.tokens[index].start] if said is not None else ""
        return "arket" in between or "window" in between

    def _record(self, index: int, frame: Frame) -> int:
        """ "Jumped to a record 3,668": the sign of a direction that led to a record; 0 beside a size, and for a listed level,
        which may be a close.
        """
        hedge, said = self.s.hedges.get(index), frame.direction
        if hedge is None or str(hedge.value) != "a record" or frame.move is not None:
            return 0
        if said is None:
            return int(self._came_to_record(index, frame))
        if "having" in self.s.gap(said.place).split():
            frame.direction = None  # "stood at 10,125, having soared to a record 10,845": where it had been
        listed = self.group[0].value.instrument_class in ("index", "share", "policy rate")
        return 0 if listed else int(said.value)

    def _came_to_record(self, index: int, frame: Frame) -> bool:
        """ "Was carried along to a record $4,896", "changed hands at a record $4,896": a record of goods is a high."""
        led = self.s.at(index - 1)
        kind = self.group[0].value.instrument_class
        if kind not in UNCOUNTED or led is None or frame.level is not None:
            return False
        if led.form == "at":
            led = self.s.at(index - 2)
        if led is None or led.form == "to":
            return led is not None
        return led.kind == "state" and led.form == "last" and kind != "currency"  # whose record may be one of weakness

    def _carries(self, state: Token) -> bool:
        """Whether a level word still says what a later number is: "closed up 2 points at 3,332", "at the top, ... for
        about $57".
        """
        if state.form == "close" and self._closed_before(state):
            return False
        if state.form == "open" and _SINCE.search(self.s.text, max(state.start - 40, self.s.start), state.start):
            return False  # "for the first time since daily pricing began, to $38.90"
        return state.form in ("close", "open", "fixing", "reach") or self.leads(state)

    def _closed_before(self, state: Token) -> bool:
        """ "After wheat closed at $5.70, it jumped to $5.90": a close that has its level and comes before the rest."""
        if _AFTER.match(self.s.text, self.s.start) is None:
            return False
        return any(f.level is not None and f.level.place > state.place for f in self.frames)

    def _overrules(self, state: Token) -> bool:
        """ "At its worst it changed hands at", "at the close tin stood at": what is said first of a level."""
        fronted = state.form == "close" and self.leads(state)
        return fronted or (state.form in EXTREMES and self._carries(state))

    def _extreme(self, index: int) -> str:
        """Which extreme "hit", "touched" and "reached" mean: as the words say, else as the price was going, there or after."""
        of = self.s.at(index - 1)
        behind = of is not None and of.form == "of"
        hedge, named = self.s.hedges.get(index - behind), self.s.at(index - 1 - behind)
        if named is not None and named.form in EXTREMES and named.kind == "state":
            return named.form  # "off the record $2,450 it reached in May"
        if hedge is not None and hedge.value == "a record":
            return "high"  # "since touching a record $11,104", "after hitting a record of 24,479"
        after = next((t for t in self.s.tokens[index + 1 : index + 6] if t.kind in ("direction", "number")), None)
        if after is not None and after.kind == "direction" and after.form == "path":
            return "low" if after.value > 0 else "high"
        before = self.s.at(index - 2)
        if before is not None and before.kind == "direction" and before.value:
            return "low" if before.value < 0 else "high"
        other, said = self._other_level(), self.s.tokens[index].number
        if other is not None and said is not None and _signed(said) < _FAR_BELOW * other:
            return "low"  # "in May it was at 11,793; on December 5 it touched 663"
        if self._of_another_day(index):
            return "low" if self.frame and self.frame.direction and self.frame.direction.value == -1 else "high"
        if (other := self._other_level()) is not None and (number := self.s.tokens[index].number) is not None:
            return "high" if _signed(number) > other else "low"
        if self.frame and self.frame.extreme:
            return self.frame.extreme
        self.reached = True
        return "low" if self._went() == -1 else "high"

    def _went(self) -> int | None:
        """Which way the subject was going: not that of the dollar in "gold rises as dollar slips, hits $3,345"."""
        own = (int(f.direction.value) for f in reversed(self.frames) if f.subjects is self.group and f.direction is not None)
        opening = self.s.at(self.segment)
        apart = opening is not None and opening.value == "as"  # "gold slips as the Nasdaq hits 20,000"
        return next(own, None if apart else self.last_sign)

    def _of_another_day(self, index: int) -> bool:
        """ "On January 2 it hit $100": a date or a month before the verb, of no session that the other level is of."""
        times = (t.value for t in self.s.tokens[self.segment + 1 : index] if t.kind == "time")
        return any(t.month is not None or t.year is not None for t in times)

    def _told_at(self) -> bool:
        """Whether the last level of the sentence stands behind "at"."""
        level = next((f.level for f in reversed(self.frames) if f.level is not None), None)
        led = self.s.at(level.place - 1) if level is not None else None
        return led is not None and led.form == "at"

    def _told_behind_noun(self) -> bool:
        """Whether the last level of the sentence stands right behind the noun of its extreme, that of an "at"."""
        level = next((f.level for f in reversed(self.frames) if f.level is not None), None)
        noun = self.s.at(level.place - 1) if level is not None else None
        return noun is not None and noun.kind == "state" and any(t.form == "at" for t in self.s.tokens[: noun.place])

    def _other_level(self) -> float | None:
        """Where else the sentence, or one before, says that the subject stood; None for a currency, whose quote may run the
        other way.
        """
        if self.group[0].value.instrument_class == "currency":
            return None
        levels = (
            _signed(f.level.number) for f in self.frames if f.subjects is self.group and f.level is not None and f.level.number
        )
        return next(levels, None) or self.salience.priced.get(self.group[0].value.id)


def _signed(number: Number) -> float:
    """ "Minus $40.32" is below nothing."""
    return -number.value if number.sign == -1 else number.value
