"""Numbers that their neighbours leave open: bare, named or continued, they take their role from what was said before."""

from __future__ import annotations

import re
from dataclasses import replace

from signals.extract.grammar.asides import way_behind
from signals.extract.grammar.elisions import (
    for_a_period_too,
    goes_likewise,
    has_step,
    in_hundredths_too,
    makes_do,
    of_like_size,
    told_twice,
)
from signals.extract.grammar.ranges import is_wide, told_as_range
from signals.extract.grammar.referring import Referring
from signals.extract.grammar.removals import GOODS, by_its_fall, contributes, loser, taken_from, value_gone
from signals.extract.grammar.role import EXTREMES, IGNORED, MOVE_UNITS, Role, in_money
from signals.extract.grammar.sentence import FUNCTION, HEADS, NOTHING, words
from signals.extract.grammar.sizes import level_fits, size_fits
from signals.extract.linking.mentions import LISTED, YIELDS, Mention
from signals.extract.text.tokens import Number, Token

_OPEN = ("move", "bare", "continuation", "named")
_MARKS = EXTREMES | {"close"}
_PART, _DEEP = 0.5, 20  # of the lowest level ever, points that are no level; basis points that no slope moves in a day
_LATER = re.compile(
    r" (?:(?:a|one|two|six|twelve|12) (?:years?|quarters?|months?) (?:later|on|after|from now|hence)|next"
    r"|(?:by|at|for|in) (?:the )?(?:end|middle|start|summer|autumn|winter|spring|mid|following)"
    r"|the (?:year|one) after|thereafter)\b"
)


class Completions(Referring):
    """Gives a number without a role of its own the one that the sentence so far leaves for it."""

    __slots__ = ()

    def _completed(self, index: int, token: Token, found: Role) -> Role:
        """Gives a bare, named or continued number its role from what was said before it."""
        number = token.number
        assert number is not None  # noqa: S101
        at = found.cue is not None and found.cue.form == "at"
        if found.name == "move" and (found.cue is None or at) and number.sign and number.unit == "percent":
            yields = self.group[0].value.instrument_class in YIELDS  # "Bunds -0.51%"
            return Role("level", kind=None if at else "last", cue=found.cue) if yields else found
        if found.name == "move" and found.cue is None and number.sign and self._stands_at(index):
            return Role("level", kind="last")
        again = number.unit == "percent" and self.last_sign is not None and self.last_size == "percent" and self.spoken
        again = again and found.name == "previous" and found.cue is not None and found.cue.kind == "time"
        if again and self.group[0].value.instrument_class not in YIELDS:
            return Role("move", sign=self.last_sign)  # "a jump of 81.7 percent that followed Monday's 146.6 percent"
        if found.name == "named" and found.cue is None and self._opens(index, number):
            if self.frame is not None:
                self.frame.tabular = True  # a row of a list: two prices in it state no move
            return Role("level")
        if found.name == "named":
            return Role("level") if self.told_by_colon(index, number) else self._of_named(index, number, found)
        if found.name == "after":  # "6.5 percent after 12.4 percent"
            yields = self.group[0].value.instrument_class in YIELDS
            return Role("previous", cue=found.cue) if yields and number.unit == "percent" else found
        if found.name == "by":
            return Role("move", sign=self.last_sign) if self._undirected() or self.last_sign is not None else found
        if found.name == "continuation":
            return self._continued(index, token, number, found)
        if found.name == "bare" and self._opens(index, number):
            return Role("level")
        if found.name == "bare" and self.last_sign is not None and self.last_size == number.unit and makes_do(self.s, index):
            return Role("move", sign=self.last_sign)
        return found

    def likewise(self, index: int, found: Role) -> Role:
        """ "Brent fell to $84 and WTI to $81", "down 10 cents on the day and 5 on the week": what goes as the one before."""
        way = goes_likewise(self.s, index, self.frames) if found.name in ("level", "previous") else None
        if way is not None and self.s.at(index - 2) in self.group:
            self.direct(way, bare=True)
        if found.name in _OPEN and has_step(self.s, index, self.group[0]):
            return Role("level", kind="last")
        size = self.frame.move.number if self.frame is not None and self.frame.move is not None else None
        return Role("move", sign=self.last_sign) if for_a_period_too(self.s, index, size) else found

    def _of_named(self, index: int, number: Number, found: Role) -> Role:
        """A number right after a name: a level where it fits, else a size that shares the last verb."""
        if self.spoken or not self._is_subject(found.cue):
            return found
        mention: Mention = self.group[-1].value
        if (size := self._of_goods(number, mention, found.cue)) is not None:
            return size
        if (
            number.unit is None
            and number.decimals == 1
            and self.last_size == "percent"
            and not level_fits(mention, number, marked=False)
        ):
            number.unit = "percent"  # "WTI fell 4.1 percent and Brent 3.8"
        if number.unit is None and self.last_size == "bp" and mention.instrument_class in YIELDS and not number.decimals:
            number.unit = "bp"  # "shed 11 basis points, and the 10-year 7"
        listed = mention.instrument_class == "index" and self.last_sign is not None
        if listed and number.unit is None and told_twice(self.s, index):
            number.unit = "points"  # "and the Nasdaq 149.92, or 2 percent, to 7,558.06"
        if self.last_sign is not None and self._moves_to(index, number, mention):
            return Role("move", sign=self.last_sign)
        if level_fits(mention, number):
            if number.unit is None and self._sized_behind(index) and (mention.unit or "").startswith(mention.currency or "?"):
                number.unit = mention.currency  # "Copper 9,842 (+0.6%)"
            if number.unit is None and not number.decimals and number.value < 100:
                return found
            return Role("level", cue=found.cue if mention.instrument_class in YIELDS else None)
        if found.cue is not None and found.cue.kind == "ref" and found.cue.form == "any":
            return found
        if self.last_sign is not None and size_fits(mention, number) and (number.unit is not None or number.fraction):
            return Role("move", sign=way_behind(self.s, index) or self.last_sign)
        return found

    def _of_goods(self, number: Number, mention: Mention, cue: Token | None) -> Role | None:
        """What something cost a good, and the next of a list of sizes of goods: "corn lost 10 cents, wheat 12"."""
        if taken_from(self.s, cue):
            goods = number.unit == "percent" or mention.instrument_class in GOODS
            return Role("move", sign=self.last_sign) if goods else Role("ignored", reason="another subject")
        if self.last_sign is None or mention.instrument_class != "commodity" or (last := self._size_before()) is None:
            return None
        if in_hundredths_too(number, last, mention.unit):
            number.count_hundredths(last.unit)
            return Role("move", sign=self.last_sign)
        alike = (mention.low or 0) < 0 and of_like_size(number, last)
        return Role("move", sign=self.last_sign) if alike else None

    def _size_before(self) -> Number | None:
        """The size of the statement before the open one."""
        frame = next((f for f in reversed(self.frames) if f.subjects is not self.group), None)
        return frame.move.number if frame is not None and frame.move is not None else None

    def _sized_behind(self, index: int) -> bool:
        """ "9,842 (+0.6%)", "15,345 (unch)": whether a signed size or a direction alone stands in brackets behind a number."""
        bracket, size, shut = (self.s.at(index + step) for step in (1, 2, 3))
        if bracket is None or bracket.form != "open" or size is None or max(self.s.gaps[index + 1 : index + 3]) > NOTHING:
            return False
        if size.number is None:
            return size.kind == "direction" and shut is not None and shut.form == "shut"
        return bool(size.number.sign) and size.number.unit == "percent"

    def _moves_to(self, index: int, number: Number, mention: Mention) -> bool:
        """ "WTI $1.35 to $79.05": a number before the level that it led to."""
        to, level = self.s.next(index), self.s.at(index + 2)
        led = ("to", "at") if number.cents else ("to",)  # "WTI 53 cents at $78.43"
        if to is None or to.form not in led or level is None or level.number is None:
            return False
        in_points = self.last_size == "points" and mention.instrument_class == "index"  # "and the S&P 37 to 1,128"
        sized = number.unit is not None or in_points or (mention.unit or "").startswith("US cents")
        return sized and level_fits(mention, level.number) and size_fits(mention, number)

    def _is_subject(self, cue: Token | None) -> bool:
        """Whether the word before a number is the subject, its second name, or the end of a label: "Gold (spot): $5,118"."""
        if cue is None or cue in self.group or cue is self.counter or cue.kind in ("bound", "ref"):
            return True
        return cue.kind == "instrument" and self.group[-1].value is cue.value

    def _continued(self, index: int, token: Token, number: Number, found: Role) -> Role:
        of_level = self.frame is not None and found.cue in self.frame.levels
        if of_level and self.listed_level(token):
            return Role("claimed")
        if self.listing(number):
            return Role("again", sign=self.last_sign)
        if self.upper_end():
            return Role("level", kind="high", cue=self.range)
        if self.listed_level(token):
            return Role("claimed")
        if self.earlier_too(index, number):
            return Role("previous", cue=found.cue)
        if self.second_currency(token):
            return Role("level")
        cue = self._extreme_before(found.cue) or found.cue
        if cue is not None and cue.kind == "state" and cue.form in _MARKS and number.unit not in MOVE_UNITS:
            self._reach(cue)
            now = self.s.text[token.end : token.end + 4] == " now"  # "$1,974 high, $1,890 now"
            return Role("level", kind="last" if now else cue.form)
        named = cue is not None and (cue in self.group or (cue.kind == "ref" and self.s.at(cue.place - 1) in self.group))
        aside = self.aside_until == index - 1 and not self.spoken  # "Shell, its rival, 1.8%"
        if (named and not self.spoken) or self.resumed or aside:
            return self._of_named(index, number, replace(found, cue=self.group[-1]))
        if self._completes(cue, number) or self._is_now(index, number) or self._further_on(index, number):
            return Role("level")
        if self.frame is not None and found.cue is self.frame.move and number.unit == "percent":
            return Role("also", cue=found.cue)  # "lost 66 cents, 0.9%, to $76.50"
        if self._goes_on(index, number):
            return Role("move", sign=self.last_sign)
        return Role("move", sign=self.last_sign) if self._awaited(index, number) else found

    def _reach(self, extreme: Token) -> None:
        """ "Hit its highest, $70.21": where an extreme has its level, it says no direction besides."""
        frame = self.frame
        if frame is None or frame.level is not None or frame.move is not None or frame.direction is None:
            return
        if frame.direction.start == extreme.start:
            frame.direction = None

    def _extreme_before(self, cue: Token | None) -> Token | None:
        """ "Its highest since October, 28.20 euros", "a high for the year, 28.20": the extreme that a time ranks."""
        if cue is None or cue.kind != "time":
            return None
        before = self.s.near(cue.place)
        if before is not None and before.kind == "prep" and before.form in ("in", "for", "of"):
            before = self.s.near(before.place)
        extreme = before is not None and before.kind == "state" and before.form in EXTREMES
        return before if extreme and before is not None and not self.s.written(before).startswith("at ") else None

    def _further_on(self, index: int, number: Number) -> bool:
        """ "Averaging $60 this year and $56 in 2026": a forecast, then one for a later time."""
        first = (
            self.frame.level.number if self.frame is not None and self.frame.kind == "forecast" and self.frame.level else None
        )
        ahead, time = self.s.next(index), self.s.at(index + 2)
        dated = ahead is not None and ahead.kind == "prep" and time is not None and time.kind == "time"
        dated = dated or _LATER.match(self.s.text, self.s.tokens[index].end) is not None
        return dated and first is not None and first.unit == number.unit and level_fits(self.group[0].value, number)

    def _is_now(self, index: int, number: Number) -> bool:
        """ "As low as $1,850, now $2,480": where the price has come from a level of the same print."""
        before = self.frame.level.number if self.frame is not None and self.frame.level is not None else None
        present = any(word.lower() in ("now", "currently", "latterly", "lately") for word in words(self.s.gap(index)))
        return present and before is not None and before.unit == number.unit and not number.sign and len(self.group) == 1

    def _awaited(self, index: int, number: Number) -> bool:
        """ "Lost even more, $3.85 to $85.04": the size of a direction that has none yet."""
        if not self._undirected() or self.frame is None or self.frame.level is not None:
            return False
        led = number.unit not in MOVE_UNITS and self._moves_to(index, number, self.group[-1].value)
        return number.unit in ("percent", "bp") or led

    def _goes_on(self, index: int, number: Number) -> bool:
        """ "Up 23% in 12 months and 14% since January 1", "rose 0.9% to 9.59 rand and 0.3% to 55.71 rupees": a size of the same
        unit with a time or a level of its own.
        """
        frame, after = self.frame, self.s.next(index)
        if after is not None and after.kind == "prep" and after.form in ("on", "for", "in", "from", "over"):
            after = self.s.next(index + 1)
        apart = after is not None and (after.kind == "time" or after.form == "against")
        apart = apart or self.s.tokens[index - 1].kind == "time"  # "and in the year 12.2%"
        apart = apart or self.s.text.startswith(" since ", self.s.tokens[index].end)  # "and 13% since its record"
        apart = apart or (frame is not None and frame.level is not None and self._moves_to(index, number, self.group[-1].value))
        move = frame.move.number if frame is not None and frame.move is not None else None
        units = {t.number.unit for t in frame.alternatives if t.number is not None} if frame is not None else set()
        return (
            apart
            and move is not None
            and (number.unit in (move.unit, *units) or move.fraction)
            and self.last_sign is not None
            and len(self.group) == 1
        )

    def _completes(self, cue: Token | None, number: Number) -> bool:
        """ "S&P 500: -0.1%, 6,705.44", "finished 17 cents higher, $8.24": a level after the size that came first."""
        frame = self.frame
        if frame is None or frame.level is not None or cue is None:
            return False
        if frame.move is None and (frame.direction is None or frame.direction is not cue or not number.decimals):
            return False  # "AUD/USD unchanged, 0.9418"
        mention: Mention = self.group[0].value
        behind = cue.kind in ("number", "bound") or cue is frame.direction
        known = mention.low is not None or mention.instrument_class in YIELDS or in_money(number)
        known = known or (mention.instrument_class == "currency" and number.unit is None and number.decimals > 1)
        return behind and known and len(self.group) == 1 and level_fits(mention, number, marked=False)

    def _stands_at(self, index: int) -> bool:
        """ "The gap between twos and tens was minus 12 basis points", "2s10s -68bp": where a spread below nothing stands."""
        before, number = self.s.near(index), self.s.tokens[index].number or Number(0)
        stands = before in self.group and number.sign < 0 and number.value >= _DEEP
        stands = stands or (before is not None and (before.kind == "copula" or before.form == "last"))
        return stands and self.group[0].value.instrument_class == "yield spread"

    def _undirected(self) -> bool:
        """Whether the open frame has a direction and waits for its size: "cut its cash rate by 25 basis points"."""
        return self.frame is not None and self.frame.direction is not None and self.frame.move is None

    def _opens(self, index: int, number: Number) -> bool:
        """ "$25.85 late Friday": a price at the head of a sentence, of the subject before it."""
        bullet = index == 1 and self.s.tokens[0].form == "dash" and self.s.gaps[1] == NOTHING
        return (index == 0 or bullet) and self.s.gaps[0] <= FUNCTION and in_money(number) and len(self.group) == 1

    def both_ends(self, index: int, token: Token) -> bool:
        """ "High/low since then 0.8714/0.8563", "range 0.6010-0.6055": two levels printed as one; whether it was."""
        number, first, second = token.number, self.s.at(index - 2), self.s.at(index - 1)
        if number is None or number.alternative is None or number.unit in MOVE_UNITS:
            return False
        if is_wide(self.s, token):
            return self._wide(index, token, number)
        if second is None:
            return False
        if second.form == "clause" or second.kind in ("time", "bound"):
            first, second = self.s.at(index - 3), first
        if second is None or self.owner in ("unknown", "other"):
            return False
        forms = ("low", "high") if second.form == "range" else (first.form if first is not None else "", second.form)
        if set(forms) != {"low", "high"} or not number.value or not 0.5 < number.alternative / number.value < 2:
            return False
        if not self.group or not level_fits(self.group[0].value, number):
            group = self.salience.continued(number)
            if not group:
                return False
            self._subject(group, token)
        self._end(index, token, number.value, forms[0])
        self._end(index, token, number.alternative, forms[1])
        return True

    def _wide(self, index: int, token: Token, number: Number) -> bool:
        """ "Our range for the Nikkei: 21,400-22,000", "traded $68.10-$69.40": both ends, where the words say that they are; a
        bare range is no price.
        """
        told = told_as_range(self.s, index)
        named = next((t for t in told.between if t.kind == "instrument"), None) if told is not None else None
        if named is not None:
            self._subject([named], named)
            self.owner = "group"
        fits = bool(self.group) and self.owner == "group" and level_fits(self.group[0].value, number)
        if told is None or not fits:
            self.fates[token.start] = ("ignored", "a range")
            return True
        if told.own:
            self.modal = Token("modal", token.start, token.start, "expected", "forecast", place=token.place)
        self._end(index, token, number.value, "low")
        self._end(index, token, number.alternative or 0.0, "high")
        return True

    def _end(self, index: int, token: Token, value: float, form: str) -> None:
        """One end of a range printed with the other."""
        number = replace(token.number, value=value, alternative=None) if token.number is not None else None
        end = Token(token.kind, token.start, token.end, number=number, place=token.place)
        self.range = None
        self.level(index, end, Role("level", kind=form, cue=self.s.at(index - 1)))

    def _taken_off(self, index: int, token: Token) -> bool:
        """ "21% was lopped off the S&P": the size is the loss of the name behind it; returns whether it is one."""
        lost = loser(self.s, index)
        if lost is None:
            return self._gone(index, token)
        verb = words(self.s.text[self.s.tokens[index - 1].start : token.start])[-1:] if index else []
        goes_on = (
            bool(verb) and verb[0].endswith("ing") and contributes(self.group, lost)
        )  # "..., shaving 9 points off the Dow"
        taker = self.group if self.owner == "group" and (self.held or goes_on) else []
        if contributes(taker, lost) or by_its_fall(self.s, lost):
            self.owner, self.held = self.owner if taker else "unknown", True
            self.fates[token.start] = (IGNORED, "another subject")
            return True
        self._subject([lost], token)
        if taker and taker[0].value.instrument_class == lost.value.instrument_class == "currency":
            self._counter(taker[0])
        self.move(token, Role("move", sign=-1))
        return True

    def _gone(self, index: int, token: Token) -> bool:
        """ "Nearly 30% of its value has gone": the loss of what was spoken of."""
        lost = value_gone(self.s, index)
        group = self.salience.resolve(lost, []) if lost is not None else []
        if len(group) == 1 and group[0].value.instrument_class in LISTED:
            self._subject(group, token)
            self.move(token, Role("move", sign=-1))
        return len(group) == 1

    def _passed_by(self, index: int, token: Token) -> Role | None:
        """ "Zooms over 9 pc", "shot past 500 points": how far a share or an index went, not which mark it crossed."""
        verb, number = self.s.near(index), token.number
        if verb is None or verb.form != "crossing" or number is None or self.owner != "group":
            return None
        own = self.group[0].value
        small = number.unit == "points" and own.low is not None and number.value < own.low * _PART
        if own.instrument_class not in LISTED or not (small or number.unit == "percent"):
            return None
        return Role("move", sign=int(verb.value), cue=verb)

    def _listed_at(self, token: Token, found: Role) -> Role:
        """ "Followed by Maruti at 10.89 per cent": what stands at a percentage is the size of the next of a list."""
        number, named = token.number, self.s.at(token.place - 2)
        at = self.s.near(token.place)
        if found.name != "level" or number is None or number.unit != "percent" or self.last_sign is None or at is None:
            return found
        listed = bool(self.group) and self.group[0].value.instrument_class in LISTED
        if listed and at.form == "at" and named is not None and named.kind == "direction":
            return Role("move", sign=int(named.value), cue=named)  # "gained the most at 5.3%"
        if at.form not in ("at", "with") or named is None or named not in self.group or self.owner != "group":
            return found
        listed = named.value.instrument_class in LISTED and not self.told
        return Role("move", sign=self.last_sign) if listed else found

    def _target_on(self, found: Role, after: Token | None, named: Token | None) -> bool:
        """ "Has a target of $250 on Apple shares": whether the share behind a target is whose it is."""
        if self.modality() != "forecast" or found.name != "level" or after is None or after.form not in ("on", "for"):
            return False
        if (
            named is None
            or named.kind != "instrument"
            or named.value.instrument_class != "share"
            or self.s.gaps[named.place] > HEADS
        ):
            return False
        self._subject([named], named)
        return True
