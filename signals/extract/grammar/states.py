"""Level words in the walk through a sentence: "closed", "a record high", "touched", "the midpoint"."""

from __future__ import annotations

import re

from signals.extract.grammar.appositions import ends_something_else, of_a_day, ranks_closes
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.governing import is_left
from signals.extract.grammar.outcomes import breaks_ground
from signals.extract.grammar.predicates import Predicates
from signals.extract.grammar.role import EXTREMES, Role, in_own_money
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, words
from signals.extract.grammar.surroundings import has_price
from signals.extract.grammar.verbs import (
    is_dealing,
    is_infinitive,
)
from signals.extract.text.tokens import Token
from signals.extract.text.words import verbs_of

_NOUNS = EXTREMES | {"previous", "fixing"}  # forms whose words are nouns unless "at" or "as" leads them
_HEADS = EXTREMES | {"close"}  # forms that may lead a clause whose price is told by its verb
_ENDS = ("close", "end of the session", "end of trading", "end of trade", "end of the day", "session's end", "day's end")
_CLOSES = ("close ", "closing bell ", "final bell ")
_AT_THE = re.compile(r"\b(?:at|by|as of) (?:the )?\Z")
_PRICE_AHEAD = 4  # tokens behind a word for a fixing in which its price stands
_DETERMINERS = (["a"], ["an"], ["its"], ["the"], ["their"])
_PHRASAL = ("prep", "time", "other")
_LEAVING = 24  # characters in which a word for leaving a level begins and ends
_MEASURE = 3  # words of a measure behind a price: "a metric ton"


class States(Predicates):
    """What each level word does to the statements under construction."""

    __slots__ = ()

    def on_state(self, index: int, token: Token) -> None:
        """A level word: "closed", "a record high", "touched"."""
        written = self.s.written(token)
        if self._foretells(index, token):
            return
        if is_dealing(self.s, index):
            self.state = token if token.form == "close" else self.state
            return
        if token.form not in _NOUNS and not written.startswith(("at ", "as ")):
            self._predicate(index)
        else:
            self._unknown(index)
            if token.form == "fixing" and self.owner != "group" and not (self.owner == "other" and written == "fixed"):
                self._fixed(token)
            elif not (token.form in EXTREMES and self.owner == "none" and self._precedes_subject(index, Role("move"))):
                self._adopt(index)
        self.fixes = self.fixes or (token.form == "fixing" and all(f.level is None for f in self.frames))
        dealt = written.startswith("trad") and written.endswith(" between") and self.s.gaps[index + 1] == FOREIGN
        ahead = self.s.at(index + 1)
        dated = ahead is not None and ahead.kind == "time" and written.endswith("between")  # "between June 26 and July 2"
        if token.form == "range" and not dealt and not dated:  # "the rupiah traded between banks in Jakarta lost 1%"
            self.range = token
        if token.form == "close" and written.startswith("at ") and self.frame is not None and self.frame.kind == "last":
            self.frame.kind = "close" if self._told_before(index) else self.frame.kind
        self._apposed(index, token)
        self._arrive(index, token)
        if token.form in EXTREMES and self.frame and self.owner == "group":
            self.frame.extreme = self.frame.extreme or token.form
        if token.form in EXTREMES and self.state and self.state.form in ("open", "close"):
            return
        if written.startswith("at ") and token.form in EXTREMES and self._is_spent(index):
            return
        leads = self.state is not None and self.state.form in _HEADS and self.leads(self.state)
        near = self.state is not None and (self.state is self.s.at(index - 1) or self.state.place <= max(self.segment, 0) + 1)
        if leads and near and token.form == "last":
            return  # "at its best cost $2,069", "at the top, late in 2006, the shares went for"
        self.state = None if self._narrows(index) or is_left(self.s, index) else token

    def _foretells(self, index: int, token: Token) -> bool:
        """ "Gold to hit $4,000" foretells a price, "used to settle obligations" and "once he had finished" speak of none."""
        if token.form == "reach":
            self._foresee(index, token)
        return is_infinitive(self.s, index) or (token.form == "close" and ends_something_else(self.s, index))

    def _narrows(self, index: int) -> bool:
        """ "The gap closed by 9 bps to 130": a verb of closing with a size is of no session's end."""
        by, size = self.s.at(index + 1), self.s.at(index + 2)
        sized = size is not None and size.number is not None and size.number.unit == "bp"
        return sized and by is not None and by.form == "by" and self.s.tokens[index].form == "close"

    def _is_spent(self, index: int) -> bool:
        """Whether "at its best" says nothing of a later number: "having fetched 829.5 at its best", "is at its weakest since
        November, and the Taiex sank to 14,343".
        """
        level = self.frame.level if self.frame is not None else None
        return (level is not None and level is self.s.at(index - 1)) or self._since(index)

    def _since(self, index: int) -> bool:
        """Whether a time of comparison follows: "the highest since May", "at its best in eight months"."""
        after, span = self.s.next(index), self.s.at(index + 2)
        if after is not None and after.form == "in":
            return span is not None and span.kind == "time" and span.value.unit is not None and span.value.count is not None
        return after is not None and after.kind == "time" and self.s.written(after).startswith("since")

    def _told_before(self, index: int) -> bool:
        """ "To 3,962 ringgit ($840) a tonne at the close", "to 848 per dollar at the close": whether a level stands right
        before, brackets and the counter currency passed over.
        """
        before = self.s.at(index - 1)
        bracketed = before is not None and before.form == "shut" and len(words(self.s.gap(index))) <= _MEASURE
        counted = before is not None and before is self.counter
        place = index - 4 if bracketed else index - 3 if counted else index - 1
        level = self.frame.level if self.frame is not None else None
        return level is not None and self.s.at(place) is level

    def _apposed(self, index: int, token: Token) -> None:
        """ "Vaulted to $1.2905, its highest since October", "climbed to $37, a 14-year peak": where the price went. A listed
        level may be a close as well, and one beside a size is where it stood.
        """
        level = self._before_comma(index)
        frame = next(
            (f for f in self.frames[-3:] if level is not None and f.level is level), self.frame
        )  # "after 55, the lowest"
        if frame is not None and level is not None and frame.level is level and frame.kind == "previous":
            frame, level = self._led_from(frame, level)
        ground = token.form in EXTREMES and self.s.gaps[index] <= FUNCTION and breaks_ground(self.s, index)
        if frame is None or frame.level is None or frame.level is not level or has_price(self.s, index):
            return  # "at 1.0870, day's high 1.0899"
        if ranks_closes(self.s, index):
            frame.kind = "close" if frame.kind == "last" else frame.kind
        if token.form not in EXTREMES or frame.kind == "close":
            return
        if of_a_day(self.s, index) and frame.kind == "last" and frame.move is None:
            frame.kind = token.form
        since = self._since(index)
        listed = any(name.value.instrument_class in ("index", "share", "policy rate") for name in self.group[:1])
        said = frame.direction
        went = since or (said is not None and said.form in ("verb", "path") and bool(said.value))
        went = went or (frame.kind == "previous" and self.held_there) or (said is None and ground)
        if not listed and frame.move is None and frame.kind in ("last", "previous") and went:
            fell = said is not None and said.value < 0 and self.s.written(token) == "new record"
            frame.kind = "low" if fell else token.form  # "dropped to minus 0.83 percent, a new record"
        led = self.s.at(level.place - 1)
        if (since or ground) and (frame.reached or (led is not None and led.form == "reach")):
            frame.kind, frame.reached = token.form, False  # "touched 0.318 percent, its lowest ever"

    def _led_from(self, frame: Frame, level: Token) -> tuple[Frame, Token]:
        """ "Jumped to 0.43% from 0.25%, the highest since 2015": the level that is described, which came from another."""
        led = self.s.at(level.place - 1)
        came = [f for f in self.frames if f is not frame and f.subjects is frame.subjects and f.kind == "last"]
        if led is None or led.form != "from" or not came or came[-1].level is None:
            return frame, level
        return came[-1], came[-1].level

    def _before_comma(self, index: int) -> Token | None:
        """The token that an apposition at ``index`` describes: that before the comma, times passed over."""
        place = index - 1
        while place > 0 and self.s.tokens[place].kind == "time" and self.s.gaps[place + 1] <= FUNCTION:
            place -= 1
        comma = self.s.at(place)
        if comma is None or comma.form not in ("comma", "colon", "dash") or len(words(self.s.gap(place + 1))) > 3:
            return None
        if self.s.tokens[place - 1].kind != "number" and (level := self._behind_reason(place)) is not None:
            return level
        town = self.s.tokens[place - 1].form in ("in", "on") and len(words(self.s.gap(place))) == 1  # "in London"
        place -= int(town)
        while place > 0 and self.s.tokens[place - 1].kind in ("time", "prep", "instrument") and self.s.gaps[place] <= FUNCTION:
            place -= 1
        return self.s.at(place - 1)

    def _behind_reason(self, comma: int) -> Token | None:
        """ "Fell to $1.4475 on fears of a hung parliament, a 13-month low": the level before what moved it."""
        place, opening = comma - 1, self.s.tokens[comma + 1]
        if words(self.s.gap(comma + 1))[:1] not in _DETERMINERS and self.s.written(opening) != "a record":
            return None
        place -= self.s.tokens[place].kind == "direction"  # "on worries about power cuts"
        while place > 1 and (self.s.tokens[place].kind in _PHRASAL or self.s.tokens[place].value in ("after", "as")):
            place -= 1
        led = self.s.at(place - 1)
        reason = place < comma - 1 and led is not None and led.form == "to" and self.s.gaps[place + 1] <= FUNCTION
        return self.s.tokens[place] if reason else None

    @property
    def held_there(self) -> bool:
        """ "Earlier it had been at $1,812.38": whether the earlier level was said of the subject by a verb."""
        frame = self.frame
        before = self.s.at(frame.level.place - 1) if frame is not None and frame.level is not None else None
        return before is not None and before.form not in ("from", "against", "previous")

    def ends_then(self, index: int, token: Token) -> None:
        """ "Was fetching $69 at the week's close", "to 16,162.64 at the close on Tuesday": a level right before the end."""
        at = self.s.at(index - 1)
        within = _AT_THE.search(self.s.gap(index)) is not None
        level = self.s.at(index - 2) if at is not None and at.form == "at" else at if within else None
        frame = self.frame
        if level is not None and frame is not None and frame.level is level and frame.kind == "last":
            said = self.s.written(token)
            frame.kind = "close" if said.endswith(_ENDS) or said.startswith(_CLOSES) else "last"

    def on_phase(self, index: int, token: Token) -> None:
        """ "Was quoted at 296p at one stage": the level behind or before it is one that the price passed."""
        frame = self.frame
        if frame is not None and frame.level is not None and frame.level is self.s.near(index, HEADS):
            frame.once = True

    def _left_again(self, index: int) -> None:
        """ "Sank to $1,080 before it recovered", "fell to $1.1451 before paring losses": the level from which a price turned is
        an extreme.
        """
        frame = self.frame
        if frame is None or frame.kind != "last" or frame.level is None or not self._right_before(frame.level, index):
            return
        sign = int(frame.direction.value) if frame.direction is not None else frame.sign or 0
        if sign and self._turns(index, sign):
            frame.kind, frame.left, frame.went = "high" if sign > 0 else "low", True, sign

    def _right_before(self, level: Token, index: int) -> bool:
        """Whether a level stands right before a place, but for what it is priced in: "to 8.48 per dollar before"."""
        counted = self.counter is not None and self.s.at(index - 1) is self.counter and level.place == index - 3
        return counted or level is self.s.at(index - 1)

    def _turns(self, index: int, sign: int) -> bool:
        """Whether "before" at a place leads to the other way, "it recovered", or to a word for leaving: "paring losses"."""
        beyond = self.s.tokens[index + 1 : index + 3]
        turn = next((t for t in beyond if t.kind != "ref"), None)
        near = turn is not None and max(self.s.gaps[index + 1 : turn.place + 1]) <= FUNCTION
        if turn is not None and near and turn.kind == "direction" and int(turn.value) == -sign:
            behind = self.s.at(turn.place + 1)
            return behind is None or behind.kind in ("bound", "prep", "time")
        following = words(self.s.text[self.s.tokens[index].end : self.s.tokens[index].end + _LEAVING].lower())
        return any(word in verbs_of("leaving") for word in following[: 1 + (following[:1] == ["it"])])

    def _fixed(self, token: Token) -> None:
        """ "The central bank set the midpoint at 6.9101": of the currency that the item speaks of; "fixed the reference rate at
        23,115 dong per dollar, 10 dong more": of the one that is priced.
        """
        if (priced := self._priced_ahead(token)) is not None:
            self._price_of(priced[0], priced[1])
            return
        group = self.salience.resolve(Token("ref", token.start, token.end, token.value, "fx"), [])
        if group:
            self._subject(group, token)
            self.rate = token

    def _priced_ahead(self, token: Token) -> tuple[int, Token] | None:
        """The place of the price behind a word for a fixing that names its money and the other currency, and that currency."""
        ahead = self.s.tokens[token.place + 1 : token.place + _PRICE_AHEAD]
        if any(t.kind == "copula" for t in ahead):
            return None
        price = next((t for t in ahead if t.number is not None and not t.number.ignored), None)
        per, named = (self.s.next(price.place), self.s.at(price.place + 2)) if price is not None else (None, None)
        if price is None or price.number is None or per is None or per.form != "per" or named is None:
            return None
        currency = named.kind == "instrument" and named.value.instrument_class == "currency"
        money = in_own_money(price.number) and currency and named.value.id != price.number.unit
        return (price.place, named) if money else None
