"""Statements under construction: the frames of a sentence, and how levels fill them."""

from __future__ import annotations

import re
from itertools import takewhile

from signals.extract.grammar.early import leapt_early
from signals.extract.grammar.frames import Frame, by_yield
from signals.extract.grammar.kinds import Kinds
from signals.extract.grammar.listed import is_listed_price, is_quoted, is_sized
from signals.extract.grammar.outcomes import breaks_ground
from signals.extract.grammar.present import FORETELLING, holds_now, surveyed, to_come
from signals.extract.grammar.recalled import closed_before, moved_before
from signals.extract.grammar.regimes import limits, of_parity, of_regime
from signals.extract.grammar.role import EXTREMES, REACHED, Role
from signals.extract.grammar.sentence import FUNCTION, NOTHING
from signals.extract.grammar.sizes import PAIRS, level_fits, reading
from signals.extract.grammar.steps import kept_there, names_another_rate, set_at_extreme
from signals.extract.grammar.subjects import prices_one
from signals.extract.grammar.telling import CLAIMED
from signals.extract.grammar.thresholds import passes
from signals.extract.grammar.unsaid_money import go_on_in_money, has_hundredths
from signals.extract.linking.mentions import YIELDS, Mention
from signals.extract.text.lines import is_headline
from signals.extract.text.tokens import Number, Token

_LED_FROM = EXTREMES | {"previous"}  # levels that a move may have begun at
# "The official rate", "the shekel-dollar exchange rate": what moves as the quote does.
_RATE = re.compile(
    r"(?:[Tt]he (?:(?:official|representative|reference|daily|market|exchange) )+|[A-Za-z]{2,12}[-–/][A-Za-z]{2,12} "
    r"(?:(?:representative|official|reference|exchange) )*)rate\b"
)
# An aside on how large a size is: ", the most since October, to".
_LARGEST_SINCE = re.compile(r"[^,;:\d]{0,24}[,;–—-]* ?(?:the|its|their|an?) [^,;]* since [^,;]*[,;–—-]* (?:to|at) ")
_BESIDE = 6  # tokens between a size and the fixing that it led to at most
_LED = 3  # likewise between a size and the extreme that it led to
_AT_WORST = re.compile(r"(?: [a-z]+)? at (?:its|their) (?:[a-z]+est|worst|best|peak|low|height|bottom|top)\b")
_EARLIER_ON = re.compile(
    r"\b(?:[Ee]arlier|(?:[Ii]n|[Dd]uring) the (?:morning|afternoon|night|small hours)|[Bb]efore (?:lunch|noon|midday|dawn))\b"
)
_BEHIND = 30  # characters behind a level in which such words may stand
_ALIKE = 1.1  # times a price that another of the same report is at most
_THOUSANDS = 1000  # from here on figures are printed without decimals
SEPARATE = ("high", "low", "previous", "open", "forecast", "fixing")
_INVERTED = {
    f"had {who}" for who in ("there been", "it", "you", "they", "we", "i", "he", "she", "anyone", "anybody", "someone")
}
CONDITIONS = frozenset({"if", "unless", "were it", "whether", *_INVERTED})
TODAY = re.compile(r" (?:today|now|currently|at present|at the moment|this morning)\b")  # "to reach 1.10 from 1.06 today"
DENIED = ("conditional", "denied", "negated")

_BARE = ("share", "commodity")
_TRADED = ("close", "open", "high", "low")  # what a good that was "settled at 8,960" did


class Levels(Kinds):
    """How levels fill the frames of a sentence; see ``Telling`` for what it has said so far."""

    __slots__ = ()

    def level(self, index: int, token: Token, found: Role) -> None:
        """A level goes to the open frame, or to one of its own where it is an extreme or of another time."""
        mention: Mention = self.group[0].value
        number = token.number
        if number is not None and number.unit is None:
            self._take_unit_before(mention, number, found)
        if number is None or not self._fits(mention, token, number, found):
            self.fates[token.start] = ("ignored", "does not fit the instrument")
            self._led_elsewhere(token)
            return
        if number.readings:
            number.value = reading(mention, number) or number.value
        if self._listed_beside(token):
            return
        kind = self._kind(index, found)
        modality = self._modality_of_level(token)
        if reason := self._no_price(index, found, kind):
            self.fates[token.start] = ("ignored", reason)
            return
        if mention.instrument_class == "policy rate" and self.upper_end() and self.frame is not None and self.frame.level:
            self.frame.level, self.frame.kind = (
                token,
                "forecast" if self.frame.kind == "forecast" else "last",
            )  # the upper end of a target range is its name
            self.fates[token.start] = CLAIMED
            return
        if mention.instrument_class == "policy rate" and kind in EXTREMES:
            kind = self._of_rate_set(kind, index, number, found)
        present = modality == "forecast" and holds_now(self.s, self.modal, token, self.group[0])
        modality = None if present else modality
        earlier = modality == "forecast" and found.name == "previous" and not self._ranges_from(found)
        today = earlier and TODAY.match(self.s.text, token.end) is not None
        if modality in DENIED or (earlier and not today):
            self.fates[token.start] = ("ignored", modality)
            return
        if modality == "forecast":
            kind = "last" if today else "forecast"
        if mention.instrument_class == "currency" and number.unit is None:
            listed = self.held and not self.told and self.counter is None
            number.unit = (self.last_unit if listed else None) or self.quoted_in  # "the dollar at 80 roubles, the euro at 100"
        frame = self._frame_of_level(token, kind, found.cue)
        self._set_level(frame, token, self._kind_within(frame, index, kind), found)
        self._stays(frame, token)
        if found.cue is not None and found.cue.kind == "ref" and found.cue.form == "yield":
            self.group = by_yield(self.group)

    def _ranges_from(self, found: Role) -> bool:
        """ "Is expected to range from 54.00 to 54.30": the lower end of a range to come, no earlier target."""
        return self.range is not None and found.cue is not None and found.cue.place == self.range.place + 1

    def _stays(self, frame: Frame, level: Token) -> None:
        """ "The repo rate remains at 7%", "was left at 7%": a policy rate that a bank keeps where it is does not move."""
        kept = kept_there(self.s, frame, self.group[-1], level)
        frame.direction, frame.bare = (kept, True) if kept is not None else (frame.direction, frame.bare)

    def _no_price(self, index: int, found: Role, kind: str) -> str | None:
        """Why a number in the place of a level is none."""
        pair, start = self.group[0].value.instrument_class in PAIRS, self.s.tokens[index].start
        pegged = pair and (of_regime(self.s, start) or of_parity(self.s, start, self.group[0].value.id))
        if pegged or (pair and (kind in EXTREMES and limits(self.s, (found.cue, self.state)))):
            return "limit of a band"
        passed = self.group[0].value.instrument_class in YIELDS and passes(self.s, index)
        if passed or names_another_rate(self.s, self.group[-1], index):
            return "threshold" if passed else "another rate"
        return "earlier target" if self._earlier_target(index, found) else None

    def _of_rate_set(self, kind: str, index: int, number: Number, found: Role) -> str:
        """The extreme of a policy rate is where its bank has put it, as is the upper end of a range."""
        if (self.range is not None and self.range.place < index) or number.alternative is not None:
            return self._of_target_range(kind, found)
        return "last" if set_at_extreme(self.s, found.cue) else kind

    def _of_target_range(self, kind: str, found: Role) -> str:
        """ "From 1 percent to a range of zero to 0.25 percent": the upper end is the rate, no high."""
        before = self.s.near(self.range.place) if self.range is not None else None
        if found.name == "previous" or (before is not None and before.form == "from"):
            return "previous"
        whole = found.cue is not None and found.cue.form == "range"  # "to a range of 2.25-2.50%" has both ends
        return "last" if kind == "high" or whole else kind

    def _earlier_target(self, index: int, found: Role) -> bool:
        """ "TP S$29.80 (was S$27.00)", "target to 40p from 35p": what a forecast was before is no price."""
        frame = self.frame if self.frame is not None and self.frame.level is not None else next(iter(self.frames[-1:]), None)
        if frame is None or frame.kind != "forecast" or frame.level is None or index - frame.level.place > 4:
            return False
        opening, was = self.s.at(index - 2), self.s.at(index - 1)
        aside = opening is not None and opening.form == "open" and was is not None and was.kind == "copula"
        return aside or found.name == "previous"

    def _take_unit_before(self, mention: Mention, number: Number, found: Role) -> None:
        number.unit = self._unit_before(mention, number, found)
        said = self.frame.level.number if self.frame is not None and self.frame.level is not None else None
        if said is not None and (said.cents or mention.instrument_class in PAIRS):
            go_on_in_money(number, said)
        before = self.salience.in_hundredths.get(mention.id)
        if before is not None and number.decimals and has_hundredths(self.counter, before.unit):
            go_on_in_money(number, before)

    def _unit_before(self, mention: Mention, number: Number, found: Role) -> str | None:
        """The unit that a level without one has from what its sentence said before."""
        if mention.instrument_class in YIELDS and self.last_unit == "percent":
            hour = found.cue is not None and found.cue.form == "at" and not number.decimals  # "to 3.5% at 9 yesterday morning"
            return None if hour else "percent"  # "to 4.5 percent from 5"
        return self._money_before() if mention.instrument_class == "commodity" else None

    def _kind_within(self, frame: Frame, index: int, kind: str) -> str:
        """The kind of a level that its frame or a record makes an extreme."""
        if kind == "last" and frame.kind in EXTREMES and frame.level is None and self._same_clause(frame, self.s.tokens[index]):
            return str(frame.kind)
        sign = self._record(index, frame) if kind == "last" else 0
        return ("high" if sign > 0 else "low") if sign else kind

    def _led_elsewhere(self, token: Token) -> None:
        """ "Its yield number was off, down to 155.8": what went to a figure that is no price of it was something else."""
        frame, to, led = self.frame, self.s.at(token.place - 1), self.s.at(token.place - 2)
        if frame is not None and frame.direction is led and to is not None and to.form == "to" and frame.move is None:
            frame.direction = None if led is not None and led.form == "adjective" else frame.direction

    def _money_before(self) -> str | None:
        """ "Ended at 823 yuan, having fetched 829.5": the money in which the sentence has just priced the same commodity."""
        before = next((f.level.number for f in reversed(self.frames) if f.subjects is self.group and f.level is not None), None)
        return before.unit if before is not None and not before.cents else None

    def _listed_beside(self, token: Token) -> bool:
        """ "Falling 1.5 bps to 1.835% and 2 bps to 2.145%, respectively": a level beside each size of a list."""
        frame = self.frame
        if frame is None or len(self.group) < 2 or not 0 < len(frame.levels) < len(frame.moves):
            return False
        return self.listed_level(token)

    def _modality_of_level(self, token: Token) -> str | None:
        """ "Would average $100" is a forecast, "could fall to $100" only a possibility."""
        if self.modal is None or str(self.modal.value) not in FORETELLING:
            foretold = self.modal is None and (surveyed(self.s, self.group[0]) or to_come(self.s, token))
            return "forecast" if foretold else self.modality()
        unreal = self.s.text[self.modal.end : self.modal.end + 6] == " have "  # "would have left it at 4%"
        return self.modality() if unreal else "forecast"

    def _fits(self, mention: Mention, token: Token, number: Number, found: Role) -> bool:
        if number.unit is None and 1900 <= number.value < 2100 and self.s.text[token.start : token.end].isdigit():
            return False  # a year
        quoted = mention.instrument_class in _BARE and is_quoted(self.s, token.place, mention, found.cue)
        listed = quoted or (number.unit is None and is_listed_price(self.s, token.place))
        if mention.instrument_class in ("share", "commodity") and number.unit is None:
            cue = found.cue
            traded = cue is not None and cue.kind == "state" and cue.form in REACHED
            traded = traded or (cue is not None and cue.form == "at" and found.kind in _TRADED)
            known = (traded and mention.low is not None and number.value >= 1000) or self._near_priced(mention, number)
            known = known or self._behind_bracket(mention, token) or (listed and (quoted or is_sized(self.s, token.place)))
            if not known and not self._is_price(number):
                return False  # "touched a record 8,790", "settled at 8,960", "Monday's peak of 21,550" are prices
        marked = listed or (found.cue is not None and found.cue.kind in ("prep", "state", "copula"))
        marked = marked or (mention.instrument_class == "currency" and prices_one(self.s, token.place))
        before = self.s.at(token.place - 1)
        if mention.instrument_class in YIELDS and before is not None and before.kind == "instrument":
            marked = marked or self.s.gaps[token.place] == NOTHING  # "Gilts 10y 4.55"
        if mention.instrument_class == "share" and number.per == "share" and not self._traded_at(found):
            return False
        return level_fits(mention, number, marked)

    def _near_priced(self, mention: Mention, number: Number) -> bool:
        """ "Ended at 1,889 ringgit. At midday it had stood at 1,921": near a price of the same good that has been read."""
        if number.value < _THOUSANDS or mention.instrument_class != "commodity":
            return False
        price = self.salience.priced.get(mention.id, 0.0)
        return price > 0 and 1 / _ALIKE < number.value / price < _ALIKE

    def _behind_bracket(self, mention: Mention, token: Token) -> bool:
        """ "Finished -13 (-0.55%) at 2,336": the price of a good behind the bracket of its move."""
        at, shut = self.s.at(token.place - 1), self.s.at(token.place - 2)
        sized = self.frame is not None and self.frame.move is not None and mention.low is not None
        return sized and at is not None and at.form == "at" and shut is not None and shut.form == "shut"

    def _traded_at(self, found: Role) -> bool:
        """ "Closed at N440 per share", "fell 2% to $11 a share": a price, not "earned $2 a share"."""
        cue = found.cue
        if cue is None or cue.kind == "state":
            return cue is not None
        said = self.s.at(cue.place - 1)
        stated = said is not None and (
            said.kind in ("state", "direction") or (said.number is not None and said.number.unit == "percent")
        )
        return stated and cue.kind == "prep" and cue.form in ("to", "at") and self.s.gaps[cue.place] <= FUNCTION

    def _same_clause(self, frame: Frame, token: Token) -> bool:
        """Whether nothing but commas and the like stands between the size of a frame and a level."""
        if frame.move is None:
            return False
        return all(t.form != "clause" for t in self.s.tokens[frame.move.place : token.place])

    def _is_price(self, number: Number) -> bool:
        """Whether a number without a currency is a price: it has decimals, a measure, or stands beside the size of a move."""
        sized = self.frame is not None and self.frame.move is not None and self.active == self.clause
        return number.decimals > 0 or number.per is not None or sized

    def names_rate(self, frame: Frame) -> bool:
        """ "The official rate rose as high as 3.862": whether a quote, no currency, is what a frame speaks of."""
        fixed = self.rate is not None and frame.subject_start == self.rate.start
        return fixed or _RATE.match(self.s.text, frame.subject_start) is not None

    def _set_level(self, frame: Frame, token: Token, kind: str, found: Role) -> None:
        fixed = self.fixes and kind == "last" and self.group[0].value.instrument_class in PAIRS
        fixed = fixed and not self._of_a_market(token.place)
        frame.level, frame.kind = token, "fixing" if fixed else kind
        frame.of_quote = frame.of_quote or (kind in EXTREMES and self.names_rate(frame))
        frame.bracketed = bool(self.brackets) or self.past == "having"
        frame.reached, self.reached = self.reached, False
        frame.fixing = kind == "previous" and self._of_fixing(found)
        begin = min(self.segment + 1, frame.move.place if frame.move is not None else token.place)
        phases = [t.form for t in self.s.tokens[begin : token.place] if t.kind == "phase"]
        frame.once = "once" in phases or (frame.direction is not None and ("recent" in phases or self._earlier_on(token)))
        frame.early = kind == "last" and leapt_early(self.s, frame.direction, frame.move, token)
        frame.levels.append(token)
        self.last_unit = token.number.unit if token.number is not None and token.number.unit else self.last_unit
        if token.number is not None and token.number.cents:
            self.salience.in_hundredths[self.group[0].value.id] = token.number
        if kind in EXTREMES and found.cue is not None and found.cue.place > token.place:
            self.used.add(found.cue.place)
        if found.cue is not None and found.cue.kind == "time":
            for other in self.frames:
                other.times = [t for t in other.times if t is not found.cue]
            frame.times = [found.cue]
        frame.reach(token)
        if found.cue is not None:
            frame.reach(found.cue)
        self.spoken, self.state, self.active = True, None, self.clause
        left = kind in EXTREMES and any(t.form == "from" for t in self.s.tokens[max(token.place - 3, 0) : token.place])
        self.last_kind = None if left else kind  # "from a peak of $19,355 and copper 1.1% to $9,562"
        self.fates[token.start] = CLAIMED

    def _earlier_on(self, token: Token) -> bool:
        """ "Earlier it had slipped to 17.72", "had sunk to 125.40 in the afternoon": a level that the day has left again."""
        said = self.frame.direction if self.frame is not None else None
        past = said is not None and said.place < token.place and "had" in self.s.gap(said.place).lower().split()
        return past and _EARLIER_ON.search(self.s.text, self.s.start, token.end + _BEHIND) is not None

    def _of_fixing(self, found: Role) -> bool:
        """ "Fixed at $944, up from $938", "the previous fix of 6.9116"."""
        written = self.s.written(found.cue) if found.cue is not None else ""
        return "fix" in written or (self.last_kind == "fixing" and "close" not in written)

    def _frame_of_level(self, token: Token, kind: str, cue: Token | None) -> Frame:
        frame = self.frame or self.open(token)
        move = frame.move if frame.level is None else None
        if move is not None and (moved_before(self.s, move, cue) or closed_before(self.s, self.segment, move, kind)):
            return self.sibling(token)
        return self.sibling(token) if self._began_there(frame, token) else self._frame_of_kind(frame, token, kind, cue)

    def _frame_of_kind(self, frame: Frame, token: Token, kind: str, cue: Token | None) -> Frame:
        if kind not in SEPARATE:
            if frame.level is None and frame.kind == "open" and frame.move is not None and token.place - frame.move.place > 3:
                return self.sibling(token)
            if kind == "close" and frame.kind in EXTREMES and frame.move is not None and frame.opened_at != self.clause:
                return self.sibling(token)  # "down 412 points at its worst, ended at 21,040.50"
            return frame if frame.level is None else self._awaiting(frame) or self.further(token, cue)
        waits = frame.level is None and frame.move is not None and frame.extreme == kind and not self._away(frame.move)
        closes = (
            self.state is not None and self.state.form == "close"
        )  # "lost Rs1.88, or 0.63%, to close at a record low of 299"
        if waits and frame.move and (closes or frame.opened_at == self.clause or token.place - frame.move.place <= 2):
            return frame
        if self._at_worst(frame, token) or (kind == "open" and self._opened_so(frame, token)):
            return frame
        if kind == "fixing" and frame.level is None and frame.move is not None and token.place - frame.move.place <= _BESIDE:
            return frame  # "was set 136 pips weaker on Tuesday, at 6.2298"
        if kind in EXTREMES and frame.direction is not None and frame.move is None and frame.level is None:
            if self._departs(token, cue):
                return self.sibling(token)  # "slips from $1,366 high to $1,352"
            named = cue if cue is not None and cue.kind == "state" else self._led_to(frame.direction, token)
            apart = frame.direction.place < self.segment and frame.bare and frame.opened_at != self.clause
            if apart and frame.direction.form != "crossing" and (named is None or named.place > self.segment):
                return self.sibling(token)  # "up a third day, hits $1,260.90 record"
            frame.went = int(frame.direction.value)
            if named is None or not breaks_ground(self.s, named.place):
                frame.direction = None  # "sank to a session low of $1.2752" is told by the low
            return frame
        frame = frame if frame.empty else self.sibling(token)
        extreme = kind in EXTREMES and cue is not None and cue.kind == "state" and is_headline(self.s.text)
        if extreme and cue is not None and breaks_ground(self.s, cue.place):
            frame.went = 1 if kind == "high" else -1  # "a record low of the rupee"
        return frame

    def _led_to(self, direction: Token, level: Token) -> Token | None:
        """ "Sank to a [record low] against the dollar, 40.02": the extreme to which a direction led, told before its level."""
        between = self.s.tokens[direction.place + 1 : level.place]
        return next((t for t in between if t.kind == "state" and t.form in EXTREMES), None)

    def _at_worst(self, frame: Frame, level: Token) -> bool:
        """ "Fell 17% to 410p at their worst": a level to which a size led, with words behind it that say of which moment."""
        led = frame.level is None and frame.move is not None and level.place - frame.move.place <= _LED
        return led and _AT_WORST.match(self.s.text, level.end) is not None

    def _departs(self, token: Token, cue: Token | None) -> bool:
        """ "Climbs off a two-week trough of $1,221", "from its $1,366 high": an extreme that the price has left."""
        first = min(token.place, cue.place if cue is not None and cue.form in EXTREMES else token.place)
        before = self.s.at(first - 1)
        if before is not None and before.kind == "time":
            before = self.s.at(first - 2)
        return before is not None and self.s.written(before) in ("off", "from")

    def _began_there(self, frame: Frame, token: Token) -> bool:
        """ "Has gained 12% since touching a low of $2,957": where a move began is a statement of its own."""
        between = self.s.text[frame.move.end : token.start] if frame.move is not None else ""
        return " since " in between and _LARGEST_SINCE.fullmatch(between) is None

    def _away(self, move: Token) -> bool:
        """ "40% below its record of $64,895": how far it is from a level is not how it came there."""
        after = self.s.next(move.place)
        if after is not None and self.s.written(after) in ("from", "off"):
            named = takewhile(lambda t: t.kind != "number", self.s.tokens[after.place + 1 : after.place + 3])
            return any(t.kind == "time" or t.form in EXTREMES for t in named)  # "25% from its June peak of $115"
        return after is not None and after.kind == "prep" and after.form == "bound"

    def _opened_so(self, frame: Frame, token: Token) -> bool:
        """ "Opened lower, at 60.20", "opened 2.5% higher at 7,666": the move is that of the opening level."""
        moved = frame.direction is not None or frame.move is not None
        return moved and frame.level is None and self.opening_before(token.place, frame.move)

    def opening_before(self, place: int, size: Token | None) -> bool:
        """ "Opened 8% down at 706": whether a verb of opening stands before a place, with only its own move between."""
        while (before := self.s.near(place)) is not None:
            if before.kind == "state":
                return before.form == "open"
            if before is not size and before.kind not in ("direction", "prep") and before.form != "comma":
                return False
            place -= 1
        return False

    def _awaiting(self, frame: Frame) -> Frame | None:
        """ "Slipped from $2,350 to $2,331", "off its $1,277 low to": the move whose earlier level came first."""
        if frame.kind not in _LED_FROM or len(self.frames) < 2 or self.frames[-1] is not frame:
            return None
        before = self.frames[-2]
        waits = before.subjects is self.group and before.level is None and not before.empty
        waits = waits and (frame.kind == "previous" or before.move is None)
        if not waits or before.opened_at != frame.opened_at:
            return None
        before.counter = before.counter or frame.counter
        return before
