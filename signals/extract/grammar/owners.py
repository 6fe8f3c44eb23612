"""Whose each number of a sentence is, and what it says where its neighbours leave that open.

Every number asks its neighbours for its role, and goes to the subject only where the role, the unit and the size fit.
"""

from __future__ import annotations

from signals.extract.grammar.ahead import foretold, promised
from signals.extract.grammar.auctions import whose
from signals.extract.grammar.brackets import Brackets
from signals.extract.grammar.clauses import DATING
from signals.extract.grammar.deals import of_no_price
from signals.extract.grammar.frames import by_yield
from signals.extract.grammar.outcomes import is_noun, stands_for
from signals.extract.grammar.ranges import end_of_range
from signals.extract.grammar.regimes import may_move
from signals.extract.grammar.relatives import relative_verb
from signals.extract.grammar.removals import contributes
from signals.extract.grammar.role import (
    ASIDE,
    IGNORED,
    OF_NO_COUNTRY,
    PERCENTAGES,
    REACHED,
    SUBJECT,
    Role,
    in_money,
    in_own_money,
)
from signals.extract.grammar.roles import role
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, NOTHING, gap_class, words
from signals.extract.grammar.sizes import in_other_money
from signals.extract.grammar.strangers import lists_stranger
from signals.extract.grammar.subjects import each, fronts_its_own, position
from signals.extract.grammar.telling import CLAIMED, UNREAD
from signals.extract.grammar.unknown_names import has_own_subject, is_in_stranger
from signals.extract.grammar.unsaid_money import of_the_money
from signals.extract.grammar.verbs import is_verb, names_something
from signals.extract.linking.mentions import LISTED, YIELDS, Mention
from signals.extract.text.inflection import forms
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import nouns_of_direction

_FRONTED = REACHED | {"open"}  # levels of a phrase before the subject
_PHRASE = 30  # characters behind a preposition in which its noun stands
_WISHES = frozenset(
    form for verb in ("ask", "push", "press", "plead:pleaded", "lobby", "campaign", "fight:fought", "hold:held", "hope", "pray")
    for form in forms(verb)
)  # fmt: skip
_PERIODS = frozenset({"day", "session", "week", "month", "quarter", "year", "hour", "afternoon", "morning", "stroke"})
_PER = ("per", "to", "for")  # before what a price is of one of


class Owners(Brackets):
    """Gives the numbers of one sentence to their owners."""

    __slots__ = ()

    def on_number(self, index: int, token: Token) -> None:
        """A number takes its role from its neighbours, and its owner from the clause."""
        if self.both_ends(index, token):
            return
        if (owner := whose(self.s, index, self.salience.bond) or self._foretold(index)) is not None:
            self._subject(by_yield([owner]), token)
            self.state = None  # "at a high yield of 4.84%" is no high
            self.level(index, token, Role("level", kind="last"))
            if self.frame is not None and self.frame.level is token and promised(self.s, index):
                self.frame.kind = "forecast"
            return
        if lists_stranger(self.s, index, self.segment):
            self.owner, self.held = "unknown", True  # "Brent was at $84.10, and Quirk Blend $79.75, up 5%"
        found = self._role(index, token)
        if found.name == IGNORED:
            self._note_counter(token, found)
            counted = found.reason in ("count", "amount") and self.s.gaps[0] == FOREIGN and index > 0
            if self.owner == "none" and counted and names_something(self.s.gap(0), finite=True):
                self.owner, self.held = "unknown", True  # "ore at the ports fell to 115 million tonnes"
            self.fates[token.start] = (IGNORED, found.reason)
        elif found.name == "alternative":
            if self.waiting and found.cue is self.waiting[-1][1]:
                self.waiting.append((index, token, found))
            elif self.owner == "group":
                self.alternative(token, found)
            else:
                self.fates[token.start] = (IGNORED, ASIDE)
        elif found.name == "bracketed":
            self._bracketed(index, token, found)
        elif not self._taken_off(index, token):
            self._place(index, token, found)

    def _foretold(self, index: int) -> Token | None:
        """ "A year-end target of 6,900 for the S&P 500": whose a number is where the clause is of what is expected."""
        told = foretold(self.s, index) if self.modal is not None and self.modal.form == "forecast" else None
        return told or promised(self.s, index)

    def _role(self, index: int, token: Token) -> Role:
        """What the neighbours of a number and the subject say of it."""
        found = role(self.s, index)
        if found.reason == PERCENTAGES and self._sets_a_rate() and self.upper_end():
            return Role("level", kind="high")  # "to between 5 percent and 5.25 percent"
        if found.cue is not None and found.cue.value == "up to" and self.owner == "group":
            self.direct(stands_for(found.cue, 1), bare=True)  # "VIX up to 19.23"
        if self.owner == "group" and self.frame is not None and may_move(self.s, token.start):
            self.frame.direction = None if self.frame.move is None else self.frame.direction
            return Role(IGNORED, reason="limit of a band")
        if self.owner == "group" and (none := of_no_price(self.s, index, found, self.group[0].value)) is not None:
            return none
        size = self._passed_by(index, token) if found.reason == "threshold" else None
        return size or found

    @property
    def _stranger(self) -> str:
        """Whose a number is that is not the subject's."""
        return "another contract" if self.owner == "contract" else "another subject"

    def _sets_a_rate(self) -> bool:
        """Whether a policy rate is what is spoken of."""
        return self.owner == "group" and bool(self.group) and self.group[0].value.instrument_class == "policy rate"

    def _note_counter(self, token: Token, found: Role) -> None:
        """ "Slid below 1.15 euros, to 1.1484": a threshold says in what the currency is priced."""
        number = token.number
        if found.reason != "threshold" or number is None or not in_own_money(number):
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
        self._range_of(index, token.number)
        found = self._in_compound(index, self._for_another(index, self.given(index, found)))
        elsewhere = self._owner_right(index, found) or self._is_wished(found) or is_in_stranger(self.s, token)
        found = self._listed_at(token, self._self_priced(index, token, found))
        if elsewhere or self.owner != "group":
            self.fates[token.start] = UNREAD if self.owner == "none" else (IGNORED, self._stranger)
            return
        found = self._completed(index, token, self.likewise(index, found))
        if found.name == "also":
            self.alternative(token, found)
        elif found.name == "claimed":
            self.fates[token.start] = CLAIMED
        elif found.name in ("move", "again") and (self._of_an_amount(index) or self._of_an_index(token)):
            if self.frame is not None and self.frame.direction is found.cue:
                self.frame.direction = None
            self.fates[token.start] = (IGNORED, "another subject")
        elif found.name in ("move", "again"):
            self.move(token, found)
        elif found.name in ("level", "previous"):
            self.level(index, token, found)
            self._of_another_market(token)
        else:
            self.fates[token.start] = UNREAD

    def _of_another_market(self, token: Token) -> None:
        """ "Gold in India was up 0.3% at 97,250 rupees": what a price in the money of another market is said of is not ours."""
        misfit = self.fates.get(token.start) == (IGNORED, "does not fit the instrument")
        if token.number is None or not misfit or not in_other_money(self.group[0].value, token.number):
            return
        if self.frame is not None and self.frame.level is None:
            self.frame.move, self.frame.direction, self.frame.moves = None, None, []
        self.owner = "other"

    def _is_wished(self, found: Role) -> bool:
        """ "The union asks for a rise of 7%": nothing has risen."""
        noun = found.cue if found.cue is not None and found.cue.kind == "direction" else None
        governor = self.s.at(noun.place - 1) if noun is not None else None
        if governor is None or governor.form != "for" or not _WISHES.intersection(words(self.s.gap(governor.place).lower())):
            return False
        self.frame = None if self.frame is not None and self.frame.empty else self.frame
        return True

    def _range_of(self, index: int, low: Number | None) -> None:
        """ "Expected range for today: 14.35 to 14.60": of the pair that was last quoted near there."""
        if self.held or low is None or end_of_range(self.s, index) != "low":
            return
        group = self.salience.near(low)
        if group and group[0].value.id != (self.group[0].value.id if self.group else None):
            self._subject(group, self.s.tokens[index])

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
        known = noun.form == "noun" or self.s.written(noun) in nouns_of_direction()
        if not known or noun.kind != "direction" or max(self.s.gaps[index + 1 : index + 3]) > NOTHING:
            return found
        self._subject([named], named)
        self.used.add(noun.place)
        return Role("move", sign=int(noun.value), cue=noun)

    def _of_an_amount(self, index: int) -> bool:
        """ "Rose 69 percent to $230.99 million", "an increase of 3% to 11%": what moved is no price."""
        to, amount = self.s.next(index), self.s.at(index + 2)
        if to is None or to.kind != "prep" or to.form not in ("to", "from") or amount is None or amount.number is None:
            return False
        size, noun = self.s.tokens[index].number, self.s.at(index - 1)
        spanned = to.form == "to" and noun is not None and noun.form == "of" and size is not None
        if spanned and size is not None and size.unit == amount.number.unit == "percent":
            return self.group[0].value.instrument_class not in YIELDS
        return amount.number.ignored in ("amount", "count")

    def _of_an_index(self, token: Token) -> bool:
        """ "UBL added 866 points to the index, while Hub Power took off 84": what a share did to an index."""
        bare = token.number is not None and token.number.unit is None and self.group[0].value.instrument_class == "share"
        return bare and any(t.number.unit == "points" for t in self.s.tokens[: token.place] if t.number is not None)

    def _precedes_subject(self, index: int, found: Role) -> bool:
        """ "After touching a high of 169,988 the KSE-100 fell", "Down 2%, gold": a fronted phrase waits for the subject."""
        fronted = bool(self.waiting) or found.kind in _FRONTED or (index == 1 and self.s.tokens[0].form == "at")
        if found.name == "level" and (index == 0 or not fronted):
            return False
        if found.cue is not None and found.cue.place == 0 and "has " in self.s.gap(0).lower().lstrip():
            return False  # "Has lost 1.4% since": what was spoken of before is the subject
        if has_own_subject(self.s, found.cue) or any(t.kind == "instrument" for t in self.s.tokens[:index]):
            return False
        for place in range(index + 1, min(index + 12, len(self.s.tokens))):
            token = self.s.tokens[place]
            if token.kind == "ref" and any(t.kind == "instrument" for t in self.s.tokens[place + 1 : place + 3]):
                continue  # "the benchmark KSE-100", "shares in Tesla"
            if token.kind == "instrument" or (token.kind == "ref" and fronts_its_own(self.s)):
                return token.kind == "ref" or position(self.s, place, held=False) == SUBJECT
            if token.form == "clause" and token.value in DATING and place <= index + 2:
                return self._follows_clause(place)
            listed = place == index + 1 and token.value == "and"  # "[Quirkco] plunged 4.9% and Enagas 3.8%"
            listed = listed and [t.kind for t in self.s.tokens[place + 1 : place + 2]] == ["instrument"]
            if token.kind in ("copula", "ref", "other") or token.form == "clause" or listed:
                return False
            if token.form == "verb" and not is_noun(self.s, place):
                return False
        return False

    def _follows_clause(self, place: int) -> bool:
        """ "0.6 percent lower when the news broke, the SMI ended": the subject behind a clause that says when."""
        tokens = self.s.tokens[place : place + 8]
        comma = next((token.place for token in tokens if token.form == "comma"), None)
        named = self.s.at(comma + 1) if comma is not None else None
        if comma is None or named is None or named.kind != "instrument" or self.s.gaps[comma + 1] > HEADS:
            return False
        return position(self.s, comma + 1, held=False) == SUBJECT

    def _unknown_label(self, index: int) -> bool:
        """ "And Unknown Corp 1.5%": a segment that opens with unknown words right before a number is about them."""
        at = self.s.at(index - 1)
        placed = at is not None and at.kind == "prep" and at.form in ("at", "to") and index <= self.segment + 3
        index -= placed  # "Cardano's ADA at 93 cents"
        led = self.s.at(index - 1)
        if index == self.segment + 2 and led is not None and led.form in ("with", "by") and self.s.gaps[index] == FOREIGN:
            return names_something(self.s.gap(index))  # ", with banks 1.2% lower", ", followed by Quirkco at $2"
        if index != self.segment + 1 or not (self.s.gaps[index] == FOREIGN or self._unknown_symbol(index)):
            return False
        return names_something(self.s.gap(index)) and (self.segment < 0 or self.s.tokens[self.segment].form != "open")

    def _unknown_symbol(self, index: int) -> bool:
        """ "XQZ +2.4%" on a line of its own: a symbol that we do not know."""
        number, label = self.s.tokens[index].number, self.s.gap(index).strip()
        return index == 0 and number is not None and number.sign != 0 and len(label) > 1 and label.isalpha() and label.isupper()

    def _self_priced(self, index: int, token: Token, found: Role) -> Role:
        """ "R16.62/$, R19.67/€": a price that names both its currencies needs no other subject."""
        number = token.number
        complete = number is not None and number.per in ("USD", "EUR", "GBP") and in_own_money(number)
        alone = complete and found.name in ("continuation", "bare")
        left = self.s.near(index)
        impersonal = left is not None and self.s.written(left).startswith("it ")  # "it took 17.20 rand to buy a dollar"
        listed = self.owner == "group" and self.group[0].value.instrument_class in LISTED
        listed = listed or (self.owner == "group" and self._prices_others(index, token))
        charted = any(
            t.kind == "technical" for t in self.s.tokens[self.segment + 1 : index]
        )  # "the ceiling rate is 26,371 VND/USD"
        free = not charted and (alone or impersonal or listed or self.owner != "group")
        named = self._self_named(index, token, found) if free else False
        alone = alone and not charted
        paid = named and found.name in ("bare", "continuation")  # "importers paid Sh160 for a dollar"
        return Role("level", kind="last") if alone or paid else found

    def _prices_others(self, index: int, token: Token) -> bool:
        """ "The tenge eased. The rate is 24,871 dong per dollar": a price of one currency in another, neither the subject's."""
        own, per, named = self.group[0].value, self.s.next(index), self.s.at(index + 2)
        unit = token.number.unit if token.number is not None else None
        if own.instrument_class != "currency" or unit in OF_NO_COUNTRY or per is None or per.form not in _PER:
            return False
        other = named.value if named is not None and named.kind == "instrument" else None
        return other is not None and other.instrument_class == "currency" and own.id not in (unit, other.id)

    def _self_named(self, index: int, token: Token, found: Role) -> bool:
        """ "The indicative rate was N1,601.2 per dollar", "R12.75/$": a price that names both its currencies itself;
        whether it is one."""
        number = token.number
        if number is None or found.name in ("move", "again") or not in_money(number):
            return False
        if number.per in ("USD", "EUR", "GBP") and number.per != number.unit:
            self._price_of(index, Token("instrument", token.start, token.end, Mention(number.per, "currency")))
            return True
        following, named = self.s.next(index), self.s.at(index + 2)
        if following is not None and each(self.s, index + 1):
            following, named = None, following  # "Sh129.2 a dollar"
        elif following is None or following.kind != "prep" or following.form not in ("per", "to", "for", "against"):
            return False
        if named is None or named.kind != "instrument" or self.s.gaps[named.place] > FUNCTION:
            return False
        if named.value.instrument_class != "currency" or named.value.id == number.unit:
            return False
        self._price_of(index, named)
        return True

    def _price_of(self, index: int, named: Token) -> None:
        """The subject of a price that names both its currencies: the one that is priced, or the one of the money where what
        follows speaks of strength ("Sh129.2 a dollar, stronger by 1%").
        """
        token = self.s.tokens[index]
        said = next((t for t in self.s.tokens[index + 1 : index + 6] if t.kind == "direction"), None)
        if token.number is None:
            return
        dollars = token.number.unit == "USD"  # "US$1.1210/eur, softer" is the euro's
        if said is None or dollars or not of_the_money(self.s, self.segment, said):
            self._subject([named], token)
            money = Mention(str(token.number.unit), "currency")
            self._counter(Token("instrument", token.start, token.end, money, place=named.place))
            return
        self._subject([Token("instrument", token.start, token.end, Mention(str(token.number.unit), "currency"))], token)
        self._counter(named)

    def _takes_a_period(self, preposition: Token) -> bool:
        """ "A 66% leap in a single session": a length of time, where the owner of a size would stand."""
        behind = words(self.s.text[preposition.end : preposition.end + _PHRASE].lower())[:3]
        return behind[:1] in (["a"], ["one"], ["just"], ["the"]) and not _PERIODS.isdisjoint(behind)

    def _owner_right(self, index: int, found: Role) -> bool:
        """ "A 27% rally in the rand": the subject comes after a noun; returns whether it is somebody else's number."""
        cue = found.cue
        after, named = self.s.next(index), self.s.at(index + 2)
        if self._target_on(found, after, named):
            return False
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
        if preposition is None or preposition.kind != "prep" or preposition.form not in ("in", "for", "of", "by"):
            return False
        if preposition.form == "by" and (owner is None or owner.kind != "instrument"):
            return False
        if self.s.gaps[index + 2] > HEADS:
            return False  # "its 5% rise the largest in the DAX"
        if not is_noun(self.s, index + 1):
            return False
        if owner is not None and owner.kind == "instrument" and self.s.gaps[index + 3] <= HEADS:
            self._subject([owner], self.s.tokens[index])
            return False
        timed = owner is not None and owner.kind == "time" and self.s.gaps[index + 3] <= FUNCTION
        owned = owner is not None and self.s.text[owner.end : owner.end + 2] in ("'s", "’s")  # "a fall in the year's output"
        return not ((timed and not owned and not self._dates_noun(index + 3)) or self._takes_a_period(preposition))

    def _dates_noun(self, place: int) -> bool:
        """ "A 9% rise in Q3 [revenue]", "a fall in quarterly [deliveries]": whether the time at ``place`` describes a noun."""
        if place + 1 >= len(self.s.tokens):
            return gap_class(self.s.text[self.s.tokens[place].end :].partition(".")[0]) == FOREIGN
        after, said = self.s.tokens[place + 1], words(self.s.gap(place + 1))[:1]
        if after.kind == "other" and self.s.gaps[place + 1] <= HEADS:
            return True
        return bool(said) and gap_class(said[0]) == FOREIGN and said[0].islower() and not is_verb(said[0])
