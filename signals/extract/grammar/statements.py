"""Statements under construction: how moves fill the frames of a sentence, beside its levels."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from signals.extract.grammar.elisions import beyond_level, of_another_period, overruled
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.fronted import at_extreme
from signals.extract.grammar.levels import SEPARATE, Levels
from signals.extract.grammar.marks import is_part, takes_size
from signals.extract.grammar.measures import of_a_period
from signals.extract.grammar.ranges import of_one
from signals.extract.grammar.recalled import had_been, named_behind, passed_on_the_way
from signals.extract.grammar.role import ASIDE, EXTREMES, MOVE_UNITS, Role, in_money
from signals.extract.grammar.sentence import FOREIGN, NOTHING, words
from signals.extract.grammar.sizes import level_fits, size_fits, size_reading
from signals.extract.grammar.telling import CLAIMED
from signals.extract.grammar.thresholds import THRESHOLDS
from signals.extract.grammar.verbs import is_finite
from signals.extract.linking.mentions import YIELDS, Mention
from signals.extract.text.inflection import forms
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import vocabulary_of

_FRONT = 3  # tokens of a phrase that a comma parts from its clause
_NEAR = ("near", "close to")
_TURNING = ("before", "but")  # "lost a third of its value before closing 2% down"
_CROSSING = frozenset(
    form
    for verb in ("regain", "reclaim", "lose:lost", "surrender", "cede", "recover", "forfeit", "crack", "give up:gave up")
    for form in forms(verb)
)


class Statements(Levels):
    """Moves go to the frame that waits for them; see ``Levels`` for what a sentence has said so far."""

    __slots__ = ()

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
        apart = apart or ((frame.once or self._had_gone(token)) and self._goes_to(frame, token))
        taken = frame.move is not None or frame.direction is not None or apart
        if taken and frame.opened_at != self.clause:
            frame = self.sibling(token)
        if frame.direction is None or (frame.direction.form == "causative" and frame.move is None):
            frame.direction, frame.modal, frame.bare = token, self.modality(), bare
            frame.running = self.tracking is not None
        self.spoken, self.active = True, self.clause

    def _had_gone(self, token: Token) -> bool:
        """ "Was at $84, having risen to $85.20", "having briefly climbed as high as $85.20"."""
        to = self.s.next(token.place)
        led = to is not None and (to.form == "to" or self.s.written(to).startswith("as "))
        opening = self.s.tokens[self.segment].end if self.segment >= 0 else self.s.start
        return led and "having" in words(self.s.text[opening : token.start])

    def _goes_to(self, frame: Frame, token: Token) -> bool:
        """ "Gold, $1,337 at one stage, retreats to $1,284": a verb whose level is to come, behind one that has been left."""
        to, level = self.s.next(token.place), self.s.at(token.place + 2)
        led = to is not None and (to.kind == "prep" or self.s.written(to).startswith("as "))
        return led and level is not None and level.kind == "number" and frame.level is not None and token.form == "verb"

    def move(self, token: Token, found: Role) -> None:
        """A size goes to the frame that waits for it."""
        number = token.number
        mention: Mention = self.group[0].value
        if number is not None and number.readings and number.unit not in MOVE_UNITS:
            number.value, number.readings = size_reading(mention, number), ()
        if number is not None and number.unit is None and self.last_size == "bp" and mention.instrument_class in YIELDS:
            number.unit = "bp"  # "12 basis points lower and the two-year down 15"
        if number is not None and mention.instrument_class == "bond yield" and self._of_the_price(token, number, found):
            return
        if number is not None and (of_one(self.s, self.group, token) or self._hedged_level(mention, token, number, THRESHOLDS)):
            self.fates[token.start] = ("ignored", "threshold")
            if found.cue is not None and found.cue.kind == "direction":
                self.direct(found.cue, bare=True)
            return
        if (
            number is not None
            and found.cue is not None
            and (self._crosses(mention, found.cue, token, number) or self._is_mark(mention, found.cue, number))
        ):
            self.fates[token.start] = ("ignored", "threshold")
            found.cue.form = "path" if self.s.written(found.cue).startswith("crack") else "verb"  # up through it, or down
            self.direct(found.cue, bare=True)
            return
        if number is None or not size_fits(mention, number):
            self.fates[token.start] = ("ignored", "does not fit the instrument")
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

    def _crosses(self, mention: Mention, cue: Token, token: Token, number: Number) -> bool:
        """ "Regains $1,300", "loses $1,800": a round size of the instrument's own order is a level that it crossed."""
        if (
            mention.instrument_class not in ("precious metal", "commodity", "crypto")
            or mention.low is None
            or number.unit in MOVE_UNITS
        ):
            return False
        said = self.s.written(cue) in _CROSSING and number.value == int(number.value) and number.unit is not None
        said = said and not is_part(self.s, token, self.frame, self.salience.priced.get(mention.id))
        return said and number.value >= 2 * mention.low and level_fits(mention, number)

    def _is_mark(self, mention: Mention, cue: Token, number: Number) -> bool:
        """ "Loses the 14,000 mark": as many points as an index ever had are no size."""
        bare = mention.instrument_class == "index" and number.unit in (None, "points") and cue.kind == "direction"
        return bare and mention.low is not None and number.value >= max(mention.low, 100) and not number.value % 100

    def _hedged_level(self, mention: Mention, token: Token, number: Number, hedges: Collection[str]) -> bool:
        """ "Bounced back over $1,200": a size of the instrument's own order, behind one of these words, is no move of it."""
        hedge = self.s.hedges.get(token.place)
        if hedge is not None and hedge.value == "better than":
            return False  # "up better than sixty-three" is a size
        if hedge is None or str(hedge.value) not in hedges or number.unit in MOVE_UNITS or mention.low is None:
            return False
        if is_part(self.s, token, self.frame, self.salience.priced.get(mention.id)):
            return False
        return level_fits(mention, number) and (hedges is _NEAR or not takes_size(self.s, token))

    def _of_the_price(self, token: Token, number: Number, found: Role) -> bool:
        """ "Fell 11/32 to yield 3.23 percent": a size of the bond's price tells where the yield went, not how far."""
        ticks = self.s.text[token.end : token.end + 5] == " tick"
        priced = ticks or "/" in self.s.written(token) or in_money(number)
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
        if (frame.running and self.tracking is None) or self._passed_apart(frame, token):
            return self.sibling(token)  # "heads for a weekly loss, down $1.90"
        told = frame.move is None and frame.level is not None and frame.level.place < self.segment
        if told and (self.s.tokens[self.segment].value == "after" or had_been(self.s, self.segment, token)):
            return self.sibling(token)  # "held at $0.6655 after jumping 1.4%"
        if frame.move is None and self._steadied_there(frame, token):
            frame.direction = None
        if self._closed_after(frame, token):
            return self._with_level_of(frame, token)
        if frame.move is None and frame.direction is not None and int(frame.direction.value) != found.sign:
            if not overruled(self.s, frame, frame.direction, token):
                return self.sibling(token)  # "steadied after a 2% drop"
            frame.direction = None
        if frame.move is None and self._has_own_level(frame, token):
            return self.sibling(token)
        if frame.move is None:
            return (
                frame
                if not self._stands_apart(frame, token)
                else self._waiting(token, 12 if restated else 6) or self.sibling(token)
            )
        if frame.move.form == "multiple" and number.unit == "percent" and frame.sign == found.sign:
            frame.move = token if token.form != "multiple" else frame.move  # "halved (-49.2%)"
            return frame if token is frame.move else None
        reach = 4 if frame.level is None else beyond_level(self.s, frame, frame.move, token)
        near = frame.opened_at == self.clause or restated or token.place - frame.move.place <= reach
        near = near and all(t.value not in _TURNING for t in self.s.tokens[frame.move.place : token.place])
        same = near and frame.sign == found.sign and frame.move.number is not None
        same = same and not (of_a_period(self.s, token, found) or of_another_period(self.s, token))
        if same and frame.move.number is not None and frame.move.number.unit != number.unit:
            frame.alternatives.append(token)
            frame.reach(token)
            return None
        return self.sibling(token)

    def _spoken_of(self, index: int, token: Token) -> Token:
        """ "A quarter of the stock's value, gone: it ended": a pronoun behind a description in its sentence stands for it."""
        before = next((t for t in reversed(self.s.tokens[:index]) if t.kind in ("ref", "instrument")), None)
        if before is None or before.kind != "ref" or before.form != "share" or token.form != "any":
            return token
        return before if self.s.written(before).startswith(("the ", "its ")) else token

    def _is_object(self, index: int, before: Token) -> bool:
        """ "Would cost it $90 million": a pronoun right behind a verb, with no verb of its own."""
        following = self.s.next(index)
        verb = following is not None and following.kind in ("copula", "state", "direction", "modal")
        return before.kind in ("state", "direction") and self.s.gaps[index] == NOTHING and not verb

    def _told_again(self, index: int) -> bool:
        """ "The 12.4 percent retreat was the second of the week": a move that has been told, of what had it."""
        noun, start = self.s.next(index, NOTHING), self.s.tokens[index].start
        article = self.s.text[max(start - 5, 0) : start].lower().split()[-1:]
        return noun is not None and noun.kind == "direction" and article in (["the"], ["that"], ["this"])

    def told_by_colon(self, index: int, number: Number) -> bool:
        """ "The yen had its worst day in a month: 156.40 per dollar": the price that the clause before a colon was about."""
        colon, per = self.s.at(index - 1), self.s.next(index)
        if number.per in ("USD", "EUR", "GBP"):
            return False  # "On Friday at 5pm: R16.58/$" names its currencies itself
        priced = in_money(number) or (per is not None and per.form == "per")
        waits = self.frame is not None and self.frame.level is None and self.frame.subjects is self.group
        return colon is not None and colon.form == "colon" and priced and waits and level_fits(self.group[0].value, number)

    def _has_own_level(self, frame: Frame, token: Token) -> bool:
        """ "Fell to a low of $1.2412 and was 0.3% weaker at 86.32 pence": a size with the level that it led to."""
        place = token.place + 1
        after = self.s.at(place)
        if after is not None and after.kind == "direction":
            place, after = place + 1, self.s.at(place + 1)
        level = self.s.next(place) if after is not None and after.kind == "prep" and after.form in ("at", "to") else None
        if frame.level is None or frame.level.place > token.place or level is None or level.number is None:
            return False
        return level_fits(self.group[0].value, level.number)

    def _steadied_there(self, frame: Frame, token: Token) -> bool:
        """ "Steadied at $100.63, $2.48 lower": where it came to rest, and how far it had moved by then."""
        level, flat = frame.level, frame.direction
        if level is None or flat is None or int(flat.value) or flat.place > level.place:
            return False
        return token.place - level.place <= 2

    def _closed_after(self, frame: Frame, token: Token) -> bool:
        """ "The DAX, 1.2% down at noon, turned round to close at 20,387, up 285 points": whether the level is this size's, not
        that of the size before it.
        """
        level, move = frame.level, frame.move
        if level is None or move is None or not move.place < level.place < token.place <= level.place + 4:
            return False
        first = move.place if frame.direction is None else min(move.place, frame.direction.place)
        before = self.s.at(first - 1)
        acts = FOREIGN in self.s.gaps[move.place + 2 : level.place + 1]
        return frame.kind == "close" and acts and before is not None and before.form == "comma"

    def _with_level_of(self, frame: Frame, token: Token) -> Frame:
        """A further frame that takes the level of ``frame`` with it."""
        level, kind, levels = frame.level, frame.kind, frame.levels
        frame.level, frame.levels = None, []
        frame.kind = frame.extreme
        own = self.sibling(token)
        own.level, own.kind, own.levels = level, kind, levels
        if level is not None:
            own.reach(level)
        return own

    def _stands_apart(self, frame: Frame, token: Token) -> bool:
        """Whether the open frame is the level of another time, whose move this is not."""
        if frame.level is None or frame.kind not in SEPARATE:
            return False
        if frame.kind in EXTREMES and passed_on_the_way(self.s, frame.level, token, len(self.frames) == 1):
            return True
        near = 8 if frame.kind == "fixing" else 3  # "at 7.1535 per dollar, weaker than the previous fix"
        near += 4 * named_behind(self.s, frame.level, token)
        near += self.s.tokens[token.place - 1].form == "of"  # "a high of 38,116, a drop of 1.2 percent"
        if frame.kind == "open":  # "opened at 930.50 to the dollar on Friday, 2.10 pesos stronger"
            between = self.s.tokens[frame.level.place + 1 : token.place]
            near += sum(t.kind in ("prep", "time") or t is frame.counter for t in between)
        if self.state is not None and self.state.form == "close" and frame.level.place < self.state.place < token.place:
            return True  # "a high of 238.50 before closing 2.1% up"
        return frame.kind in ("previous", "forecast") or token.place - frame.level.place > near

    def _waiting(self, token: Token, reach: int) -> Frame | None:
        """ "Was at 17.62 from 17.52, up 0.5%": the statement before an earlier level."""
        for frame in reversed(self.frames[-3:]):
            if frame.subjects is self.group and frame.level is not None and frame.kind not in SEPARATE:
                return frame if frame.move is None and token.place - frame.level.place <= reach else None
        return None

    def _set_move(self, frame: Frame, token: Token, found: Role) -> None:
        frame.move, frame.sign, frame.moves = token, found.sign, [token]
        frame.modal, frame.running = self.modality() or frame.modal, self.tracking is not None
        kind = found.kind
        frame.sign = self._of_strength(token, found.sign)
        frame.of_quote = (found.cue is None and self._compares_prices(token)) or self._of_rate(frame, found)
        if found.cue is not None and found.cue.kind == "direction":
            self.used.add(found.cue.place)
            frame.direction = frame.direction or found.cue
            frame.reach(found.cue)
            frame.sign = self._of_yield(found.sign, found.cue, token.number)
            if kind is None and self.swings(token):
                kind = "high" if found.sign == 1 else "low"
        if kind is None and found.sign and self._fleeting(token):
            kind = "high" if found.sign > 0 else "low"  # "at one point had been up by 4.7%"
        if kind is not None:
            frame.extreme = frame.kind = kind
        elif frame.level is None and self.opening_before(token.place, token):
            frame.kind = "open"
        frame.reach(token)

    def _passed_apart(self, frame: Frame, size: Token) -> bool:
        """ "Was at $23.10; at one stage the loss came to 12%": whether a size of a moment stands in a clause of its own."""
        told = (
            frame.move is None and frame.level is not None and frame.level.place < self.segment and frame.kind not in EXTREMES
        )
        return told and self._fleeting(size)

    def _fleeting(self, size: Token) -> bool:
        """ "At one point, the Dow was down 460", "at the low it had lost 2%": whether it was so only for a moment."""
        opening, beyond = self.s.at(self.segment), self.s.next(size.place)
        fronted = opening is not None and opening.form == "comma" and self.segment <= _FRONT
        if beyond is not None and beyond.kind == "direction" and beyond.form == "adjective":
            beyond = self.s.next(beyond.place)  # "8% lower at one stage"
        said = self.s.tokens[0 if fronted else self.segment + 1 : size.place]
        return any(t.kind == "phase" and t.form != "place" for t in (*said, *([beyond] if beyond is not None else ()))) or any(
            t.kind == "state" and t.form in EXTREMES and at_extreme(self.s, t) for t in said
        )

    def _of_rate(self, frame: Frame, found: Role) -> bool:
        """ "The representative rate was set at 3.349, down 0.6%": what a rate does that names no currency; not "weaker"."""
        said = found.cue
        if said is None or said.kind == "number":  # "down 0.1% on the day and 10% this year"
            return len(self.frames) > 1 and self.frames[-2].of_quote and self.frames[-2].subjects is self.group
        if said.kind != "direction" or not self.names_rate(frame):
            return False
        return self.s.written(said) not in vocabulary_of("word", "strength") and self.group[0].value.id not in ("CNY", "CNH")

    def _compares_prices(self, size: Token) -> bool:
        """ "Sold it for 23,260 dong, 20 dong less": money of a currency's own says how its price of another changed."""
        hedge, money = self.s.hedges.get(size.place + 1), size.number.unit if size.number is not None else None
        compared = hedge is not None and str(hedge.value) in ("more than", "less than")
        return compared and self.group[0].value.instrument_class == "currency" and money == self.group[0].value.id

    def _of_strength(self, size: Token, sign: int | None) -> int | None:
        """ "At 11.42%, 21bp better than Friday's close": said of the bond's price, though the size is the yield's."""
        hedge = self.s.hedges.get(size.place + 1) if self.group[0].value.instrument_class == "bond yield" else None
        of_price = hedge is not None and str(hedge.value) in ("better than", "worse than")
        return -sign if of_price and sign is not None else sign

    def _of_yield(self, sign: int | None, said: Token, size: Number | None) -> int | None:
        """ "The R186 was 3.5 points better": said of the bond's price, though the size is the yield's; "the Fed has
        tightened by three points": a policy rate that tightens goes up.
        """
        if self.group[0].value.instrument_class == "policy rate" and self.s.written(said).startswith("tight"):
            return abs(sign or 0)
        bond = self.group[0].value.instrument_class == "bond yield" and size is not None and size.unit in ("bp", "points")
        strength = bond and self.s.written(said).removesuffix(" than") in vocabulary_of("word", "strength")
        of_price = strength and "ield" not in self.s.text[self.s.start : said.end]
        return -sign if of_price and sign is not None else sign

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
        self.fates[token.start] = ("ignored", ASIDE)
        if frame is not None and number is not None and cue is frame.level and self._earlier(frame, number, token):
            self.sibling(token)
            self._set_level(self.frame or frame, token, "previous", Role("previous"))
            said = next((t for t in self.s.tokens[token.place + 1 : token.place + 4] if t.kind == "direction"), None)
            if said is not None and self.frame is not None:
                self.frame.bracketed = False  # ", better" of the one currency or the other: the two levels say which way
            return
        if frame is None or number is None or not size_fits(frame.subjects[0].value, number):
            return
        sized, signed = number.unit in MOVE_UNITS, self.last_sign is not None and frame.direction is not None
        if cue is frame.move and (sized or number.sign):
            frame.alternatives.append(token)
        elif cue is frame.level and (sized or number.sign) and frame.move is None and (number.sign or signed):
            frame.move, frame.sign, frame.moves = token, number.sign or self.last_sign, [token]
        else:
            return
        frame.reach(token)
        self.fates[token.start] = CLAIMED

    def _earlier(self, frame: Frame, number: Number, token: Token) -> bool:
        """ "Singapore dollar: 3.0698/0723 (3.0860/0889)": of a labelled price with its two sides, what it was before."""
        level = frame.level.number if frame.level is not None else None
        shut, label = self.s.at(token.place + 1), self.s.at(frame.level.place - 1) if frame.level is not None else None
        if level is None or label is None or label.form != "colon" or shut is None or shut.form != "shut":
            return False
        two_sided = level.alternative is not None and number.alternative is not None
        return two_sided and number.decimals == level.decimals and 0.8 < number.value / level.value < 1.25
