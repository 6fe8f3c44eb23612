"""Whose each number of a sentence is, and what it says where its neighbours leave that open.

Every number asks its neighbours for its role, and goes to the subject only where the role, the unit and the size fit.
"""

from __future__ import annotations

from dataclasses import replace

from signals.extract.extremes import LISTED
from signals.extract.grammar import FOREIGN, FUNCTION, HEADS, NOTHING, words
from signals.extract.levels import CLAIMED, UNREAD
from signals.extract.mentions import YIELDS, Mention
from signals.extract.names import Names
from signals.extract.outcomes import is_noun
from signals.extract.relatives import relative_verb
from signals.extract.removals import contributes
from signals.extract.role import EXTREMES, IGNORED, MOVE_UNITS, Role
from signals.extract.roles import role
from signals.extract.sizes import level_fits, size_fits
from signals.extract.subjects import SUBJECT, each, position
from signals.extract.tokens import Number, Token
from signals.extract.verbs import names_something
from signals.extract.words import nouns_of_direction, vocabulary_of

_PRESENT = frozenset({"now", "currently", "latterly", "lately"})


class Owners(Names):
    """Gives the numbers of one sentence to their owners."""

    __slots__ = ()

    def on_number(self, index: int, token: Token) -> None:
        """A number takes its role from its neighbours, and its owner from the clause."""
        if self.both_ends(index, token):
            return
        found = role(self.s, index)
        if found.name == IGNORED:
            self._note_counter(token, found)
            self.fates[token.start] = (IGNORED, found.reason)
        elif found.name == "alternative":
            if self.waiting and found.cue is self.waiting[-1][1]:
                self.waiting.append((index, token, found))
            elif self.owner == "group":
                self.alternative(token, found)
            else:
                self.fates[token.start] = (IGNORED, "conversion or aside")
        elif found.name == "bracketed":
            self._bracketed(index, token, found)
        elif not self._taken_off(index, token):
            self._place(index, token, found)

    @property
    def _stranger(self) -> str:
        """Whose a number is that is not the subject's."""
        return "another contract" if self.owner == "contract" else "another subject"

    def _note_counter(self, token: Token, found: Role) -> None:
        """ "Slid below 1.15 euros, to 1.1484": a threshold says in what the currency is priced."""
        number = token.number
        if found.reason != "threshold" or number is None or number.unit in (None, "$", "Rs", *MOVE_UNITS):
            return
        if (
            self.owner == "group"
            and self.group[0].value.instrument_class == "currency"
            and self.group[0].value.id != number.unit
        ):
            self._counter(Token("instrument", token.start, token.end, Mention(str(number.unit), "currency")))
            self.quoted_in = number.unit

    def _place(self, index: int, token: Token, found: Role) -> None:
        if (verb := relative_verb(self.s, index, self.owner == "group")) is not None:
            told = Role("move", sign=int(verb.value), cue=verb)
            if self.s.tokens[index + 1].kind == "ref":
                self.move(token, told)
            else:
                self.waiting.append((index, token, told))
            return
        if not self.held and not self.told and self._unknown_label(index):
            self.owner, self.held = "unknown", True
        if self.owner == "none" and found.name in ("level", "move") and self._precedes_subject(index, found):
            self.waiting.append((index, token, found))
            return
        self._adopt(index)
        found = self._in_compound(index, self._for_another(index, self.given(index, found)))
        elsewhere = self._owner_right(index, found)
        found = self._self_priced(index, token, found)
        if elsewhere or self.owner != "group":
            self.fates[token.start] = UNREAD if self.owner == "none" else (IGNORED, self._stranger)
            return
        found = self._completed(index, token, found)
        if found.name == "also":
            self.alternative(token, found)
        elif found.name == "claimed":
            self.fates[token.start] = CLAIMED
        elif found.name in ("move", "again") and self._of_an_amount(index):
            if self.frame is not None and self.frame.direction is found.cue:
                self.frame.direction = None
            self.fates[token.start] = (IGNORED, "another subject")
        elif found.name in ("move", "again"):
            self.move(token, found)
        elif found.name in ("level", "previous"):
            self.level(index, token, found)
        else:
            self.fates[token.start] = UNREAD

    def _bracketed(self, index: int, token: Token, found: Role) -> None:
        """ "Followed by Adidas (2.1%) and SAP (1.8%)": a size or a price in brackets behind a name is its own."""
        if found.kind is not None:
            self._bracketed_level(index, token, found)
            return
        sign = found.sign or self.last_sign
        if found.cue is None or sign is None or self.owner == "unknown":
            self.fates[token.start] = UNREAD if found.cue is None else (IGNORED, "another subject")
            return
        if found.cue not in self.group:
            self._subject([found.cue], found.cue)
        self.move(token, replace(found, name="move", sign=sign, cue=None))

    def _bracketed_level(self, index: int, token: Token, found: Role) -> None:
        """ "The S&P 500 (2,447.33) rose": where the price suits the name, and its clause is about a price."""
        cue, number = found.cue, token.number
        if cue is None or number is None or self.owner == "unknown" or not level_fits(cue.value, number, marked=False):
            self.fates[token.start] = (IGNORED, "another subject")
            return
        if cue not in self.group or len(self.group) > 1:
            self._subject([cue], cue)
        self.level(index, token, Role("level", kind=found.kind))

    def _for_another(self, index: int, found: Role) -> Role:
        """ "Losses of 4.2% for Sony and 3.8% for SoftBank": the next of a list of sizes whose owners follow them."""
        number, after, named = self.s.tokens[index].number, self.s.next(index), self.s.at(index + 2)
        sized = found.name == "continuation" and self.last_sign is not None and number is not None and number.unit == "percent"
        if not sized or after is None or after.form not in ("for", "in") or named is None or named.kind != "instrument":
            return found
        self._subject([named], self.s.tokens[index])
        return Role("move", sign=self.last_sign)

    def _in_compound(self, index: int, found: Role) -> Role:
        """ "A 1.4% gold rally": the name between a size and its noun is whose it is."""
        named, noun = self.s.at(index + 1), self.s.at(index + 2)
        if found.name not in ("bare", "by") or named is None or named.kind != "instrument" or noun is None:
            return found
        if noun.kind != "direction" or max(self.s.gaps[index + 1 : index + 3]) > NOTHING:
            return found
        if noun.form != "noun" and self.s.written(noun) not in nouns_of_direction():
            return found
        self._subject([named], named)
        self.used.add(noun.place)
        return Role("move", sign=int(noun.value), cue=noun)

    def _of_an_amount(self, index: int) -> bool:
        """ "Rose 69 percent to $230.99 million": what moved is an amount, no price."""
        to, amount = self.s.next(index), self.s.at(index + 2)
        if to is None or to.kind != "prep" or to.form not in ("to", "from") or amount is None or amount.number is None:
            return False
        return amount.number.ignored in ("amount", "count")

    def _precedes_subject(self, index: int, found: Role) -> bool:
        """ "After touching a high of 169,988 the KSE-100 fell", "Down 2%, gold": a fronted phrase waits for the subject."""
        fronted = (
            bool(self.waiting) or found.kind in (*EXTREMES, "open", "reach") or (index == 1 and self.s.tokens[0].form == "at")
        )
        if found.name == "level" and (index == 0 or not fronted):
            return False
        if found.cue is not None and found.cue.place == 0 and "has " in self.s.gap(0).lower().lstrip():
            return False  # "Has lost 1.4% since": what was spoken of before is the subject
        if self.s.gaps[0] == FOREIGN and names_something(self.s.gap(0)):
            return False
        if any(t.kind == "instrument" for t in self.s.tokens[:index]):
            return False
        for place in range(index + 1, min(index + 12, len(self.s.tokens))):
            token = self.s.tokens[place]
            if token.kind == "ref" and any(t.kind == "instrument" for t in self.s.tokens[place + 1 : place + 3]):
                continue  # "the benchmark KSE-100", "shares in Tesla"
            if token.kind == "instrument":
                return position(self.s, place, held=False) == SUBJECT
            if token.kind in ("copula", "ref", "other") or token.form == "clause":
                return False
            if token.form == "verb" and not is_noun(self.s, place):
                return False
        return False

    def _unknown_label(self, index: int) -> bool:
        """ "And Unknown Corp 1.5%": a segment that opens with unknown words right before a number is about them."""
        before = self.s.at(index - 1)
        if index == self.segment + 2 and before is not None and before.kind == "prep" and before.form in ("at", "to"):
            index -= 1  # "Cardano's ADA at 93 cents"
        if index != self.segment + 1 or self.s.gaps[index] != FOREIGN:
            return False
        return names_something(self.s.gap(index)) and (self.segment < 0 or self.s.tokens[self.segment].form != "open")

    def _self_priced(self, index: int, token: Token, found: Role) -> Role:
        """ "R16.62/$, R19.67/€": a price that names both its currencies needs no other subject."""
        number = token.number
        complete = number is not None and number.per in ("USD", "EUR", "GBP") and number.unit not in (None, "$", *MOVE_UNITS)
        alone = complete and found.name in ("continuation", "bare")
        left = self.s.near(index)
        impersonal = left is not None and self.s.written(left).startswith("it ")  # "it took 17.20 rand to buy a dollar"
        listed = self.owner == "group" and self.group[0].value.instrument_class in LISTED
        listed = listed or (self.owner == "group" and self.prices_others(index, token))
        if alone or impersonal or listed or self.owner != "group":
            self._self_named(index, token, found)
        return Role("level") if alone else found

    def _self_named(self, index: int, token: Token, found: Role) -> None:
        """ "The indicative rate was N1,601.2 per dollar", "R12.75/$": a price that names both its currencies itself."""
        number = token.number
        if number is None or found.name in ("move", "again") or number.unit in (None, *MOVE_UNITS):
            return
        if number.per in ("USD", "EUR", "GBP") and number.per != number.unit:
            self._price_of(index, Token("instrument", token.start, token.end, Mention(number.per, "currency")))
            return
        following, named = self.s.next(index), self.s.at(index + 2)
        if following is not None and each(self.s, index + 1):
            following, named = None, following  # "Sh129.2 a dollar"
        elif following is None or following.kind != "prep" or following.form not in ("per", "to", "for", "against"):
            return
        if named is None or named.kind != "instrument" or self.s.gaps[named.place] > FUNCTION:
            return
        if named.value.instrument_class == "currency" and named.value.id != number.unit:
            self._price_of(index, named)

    def _price_of(self, index: int, named: Token) -> None:
        """The subject of a price that names both its currencies: the one that is priced, or the one of the money where what
        follows speaks of strength ("Sh129.2 a dollar, stronger by 1%").
        """
        token = self.s.tokens[index]
        said = next((t for t in self.s.tokens[index + 1 : index + 6] if t.kind == "direction"), None)
        if token.number is None:
            return
        dollars = token.number.unit == "USD"  # "US$1.1210/eur, softer" is the euro's
        if said is None or dollars or self.s.written(said) not in vocabulary_of("word", "strength"):
            self._subject([named], token)
            money = Mention(str(token.number.unit), "currency")
            self._counter(Token("instrument", token.start, token.end, money, place=named.place))
            return
        self._subject([Token("instrument", token.start, token.end, Mention(str(token.number.unit), "currency"))], token)
        self._counter(named)

    def _completed(self, index: int, token: Token, found: Role) -> Role:
        """Gives a bare, named or continued number its role from what was said before it."""
        number = token.number
        assert number is not None  # noqa: S101
        if found.name == "move" and found.cue is None and number.sign and number.unit == "percent":
            yields = self.group[0].value.instrument_class in YIELDS  # "Bunds -0.51%"
            return Role("level", kind="last") if yields else found
        again = number.unit == "percent" and self.last_sign is not None and self.last_size == "percent" and self.spoken
        if found.name == "previous" and again and self.group[0].value.instrument_class not in YIELDS and _named_day(found.cue):
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
        return found

    def _of_named(self, index: int, number: Number, found: Role) -> Role:
        """A number right after a name: a level where it fits, else a size that shares the last verb."""
        if self.spoken or not self._is_subject(found.cue):
            return found
        mention: Mention = self.group[-1].value
        if (
            number.unit is None
            and number.decimals == 1
            and self.last_size == "percent"
            and not level_fits(mention, number, marked=False)
        ):
            number.unit = "percent"  # "WTI fell 4.1 percent and Brent 3.8"
        if number.unit is None and self.last_size == "bp" and mention.instrument_class in YIELDS and not number.decimals:
            number.unit = "bp"  # "shed 11 basis points, and the 10-year 7"
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
            return Role("move", sign=self.last_sign)
        return found

    def _sized_behind(self, index: int) -> bool:
        """Whether a signed size stands in brackets behind a number."""
        bracket, size = self.s.next(index), self.s.at(index + 2)
        if bracket is None or bracket.form != "open" or size is None or size.number is None:
            return False
        return bool(size.number.sign) and size.number.unit == "percent" and self.s.gaps[index + 2] == NOTHING

    def _moves_to(self, index: int, number: Number, mention: Mention) -> bool:
        """ "WTI $1.35 to $79.05": a number before the level that it led to."""
        to, level = self.s.next(index), self.s.at(index + 2)
        led = ("to", "at") if number.cents else ("to",)  # "WTI 53 cents at $78.43"
        if to is None or to.form not in led or level is None or level.number is None:
            return False
        in_points = self.last_size == "points" and mention.instrument_class == "index"  # "and the S&P 37 to 1,128"
        if number.unit is None and not in_points and not (mention.unit or "").startswith("US cents"):
            return False
        return level_fits(mention, level.number) and size_fits(mention, number)

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
            return Role("level", kind="high")
        if self.listed_level(token):
            return Role("claimed")
        if self.earlier_too(index, number):
            return Role("previous", cue=found.cue)
        if self.second_currency(token):
            return Role("level")
        cue = found.cue
        if cue is not None and cue.kind == "state" and cue.form in (*EXTREMES, "close") and number.unit not in MOVE_UNITS:
            now = self.s.text[token.end : token.end + 4] == " now"  # "$1,974 high, $1,890 now"
            return Role("level", kind="last" if now else cue.form)
        named = cue is not None and (cue in self.group or (cue.kind == "ref" and self.s.at(cue.place - 1) in self.group))
        aside = self.aside_until == index - 1 and not self.spoken  # "Shell, its rival, 1.8%"
        if (named and not self.spoken) or self.resumed or aside:
            return self._of_named(index, number, replace(found, cue=self.group[-1]))
        if self._completes(cue, number) or self._is_now(index, number):
            return Role("level")
        if self.frame is not None and found.cue is self.frame.move and number.unit == "percent":
            return Role("also", cue=found.cue)  # "lost 66 cents, 0.9%, to $76.50"
        if self._goes_on(index, number):
            return Role("move", sign=self.last_sign)
        return Role("move", sign=self.last_sign) if self._awaited(index, number) else found

    def _is_now(self, index: int, number: Number) -> bool:
        """ "As low as $1,850, now $2,480": where the price has come from a level of the same print."""
        before = self.frame.level.number if self.frame is not None and self.frame.level is not None else None
        present = any(word.lower() in _PRESENT for word in words(self.s.gap(index)))
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
        apart = apart or (frame is not None and frame.level is not None and self._moves_to(index, number, self.group[-1].value))
        move = frame.move.number if frame is not None and frame.move is not None else None
        return (
            apart
            and move is not None
            and (move.unit == number.unit or move.fraction)
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
        known = mention.low is not None or mention.instrument_class in YIELDS or number.unit not in (None, *MOVE_UNITS)
        return behind and known and len(self.group) == 1 and level_fits(mention, number, marked=False)

    def _undirected(self) -> bool:
        """Whether the open frame has a direction and waits for its size: "cut its cash rate by 25 basis points"."""
        return self.frame is not None and self.frame.direction is not None and self.frame.move is None

    def _opens(self, index: int, number: Number) -> bool:
        """ "$25.85 late Friday": a price at the head of a sentence, of the subject before it."""
        bullet = index == 1 and self.s.tokens[0].form == "dash" and self.s.gaps[1] == NOTHING
        return (
            (index == 0 or bullet)
            and self.s.gaps[0] <= FUNCTION
            and number.unit not in (None, *MOVE_UNITS)
            and len(self.group) == 1
        )

    def _owner_right(self, index: int, found: Role) -> bool:
        """ "A 27% rally in the rand": the subject comes after a noun; returns whether it is somebody else's number."""
        cue = found.cue
        after, named = self.s.next(index), self.s.at(index + 2)
        if found.name == "move" and cue is not None and cue.place < index and after is not None and after.form in ("for", "in"):
            if (
                named is not None
                and named.kind == "instrument"
                and self.s.gaps[index + 2] <= HEADS
                and is_noun(self.s, cue.place)
            ):
                self._subject([named], self.s.tokens[index])  # "a gain of N52.89 for the naira"
            return False
        preposition, owner = self.s.at(index + 2), self.s.at(index + 3)
        if found.name != "move" or cue is None or cue is not self.s.at(index + 1):
            return False
        if self.s.written(cue) == "off" and preposition is not None and preposition.kind == "instrument":
            if self.owner == "group" and contributes(self.group, preposition):
                return True
            self._subject([preposition], self.s.tokens[index])
            return False
        if preposition is None or preposition.kind != "prep" or preposition.form not in ("in", "for", "of"):
            return False
        if not is_noun(self.s, index + 1):
            return False
        if owner is not None and owner.kind == "instrument" and self.s.gaps[index + 3] <= HEADS:
            self._subject([owner], self.s.tokens[index])
            return False
        return not (owner is not None and owner.kind == "time" and self.s.gaps[index + 3] <= FUNCTION)


def _named_day(cue: Token | None) -> bool:
    return cue is not None and cue.kind == "time"
