"""Binds the tokens of a sentence to whom they speak of: one walk from left to right over segments between boundaries."""

from __future__ import annotations

import re
from collections.abc import Callable

from signals.extract.grammar.compounds import moved_offshore
from signals.extract.grammar.counter_lists import list_counters
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.levels import CONDITIONS
from signals.extract.grammar.outcomes import is_noun, leaves, rated, stands_for
from signals.extract.grammar.pairs import pair_up, share_out
from signals.extract.grammar.removals import costs
from signals.extract.grammar.role import Role
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, NOTHING, gap_class, words
from signals.extract.grammar.states import States
from signals.extract.grammar.verbs import (
    is_attributive,
    is_finite,
    is_particle,
    is_purpose,
    is_verb,
    needs_a_size,
    waits_for_news,
)
from signals.extract.linking.mentions import LISTED
from signals.extract.text.lines import is_headline
from signals.extract.text.months import MONTHS
from signals.extract.text.tokens import Number, Token

# Verbs that say by how many percent.
MULTIPLES = {
    **dict.fromkeys(("double", "doubles", "doubled", "doubling"), 100.0),
    **dict.fromkeys(("triple", "triples", "tripled", "tripling", "treble", "trebles", "trebled"), 200.0),
    **dict.fromkeys(("quadruple", "quadruples", "quadrupled"), 300.0),
    **dict.fromkeys(("halve", "halves", "halved", "cut in half", "sliced in half", "chopped in half"), 50.0),
}
_COUNTED = ("stocks", "stocks in lme", "stockpiles", "inventories", "inventory", "reserves", "shipments", "exports", "imports")
_MEASURE = 3  # words of a measure behind a price: "a metric ton"
_AUXILIARIES = frozenset({"will average", "to average", "should", "will", "would", "could", "may", "might", "must"})
_CLAUSE = 90  # characters before "would" in which the bank and its verb stand
_DECIDED = re.compile(
    r"(?:\b(?:[Bb]ank(?: of (?:the )?[A-Z]\w+)?|Fed|Federal Reserve|ECB|Riksbank|Bo[EJ]|BO[EJKC]|RB[AI]|RBNZ|SNB|SARB|PBOC)"
    r"(?: \([A-Z]+\))?(?: on [A-Z]\w+)?|\bit) (?:said|says|announced|announces|decided)(?: on [A-Z]\w+| late)?(?: that)?"
    r" (?:it|its [\w -]{3,40}) \Z"
)
_OWN_WORTH = re.compile(r" (?:(?:where|what) (?:it|they)\b|(?:its|their) (?:\w+ )?(?:price|value|worth|level)\b(?! targets?))")
_OBJECTS = ("its", "their", "his", "the", "a", "an", "down", "as", "price", "prices")


class Binder(States):
    """Walks one sentence."""

    __slots__ = ()

    def run(self) -> list[Frame]:
        """All frames of the sentence, empty ones included."""
        self._go_on_listing()
        if self._lists_amounts():
            self.fates.update({t.start: ("ignored", "another subject") for t in self.s.tokens if t.kind == "number"})
            return []
        for index, token in enumerate(self.s.tokens):
            handler = _HANDLERS.get(token.kind)
            if handler is not None:
                handler(self, index, token)
        self._share_clock()
        pair_up(self.s, self.frames, self.fates)
        list_counters(self.s, self.frames)
        if len(self.frames) > 1:
            share_out(self.s, self.frames, self.fates)
        for frame in self.frames:
            if frame.level is not None and frame.level.number is not None:
                moved_offshore(self.s, frame)
                self.salience.sold_for(frame, frame.level)
                self.salience.priced.update((t.value.id, frame.level.number.value) for t in frame.subjects)
        self.salience.moved = next((f.subjects for f in reversed(self.frames) if f.move is not None), self.salience.moved)
        self._ask()
        if self.frames:
            self.salience.fixed = self.group[0].value.id if self.fixes and self.group else None
        if self.owner == "other" and not self.frames:
            self.salience.open = False
        if not self.frames and (topic := self._sole_topic()) is not None:
            self.salience.note([topic])
        return self.frames

    def _lists_amounts(self) -> bool:
        """ "LME stocks (tonnes): copper 249,075, down 2,125": a list headed by what its figures count."""
        head = self.s.at(0)
        if head is None or head.kind != "other" or not self.s.written(head).endswith(_COUNTED):
            return False
        label = next((t.place for t in self.s.tokens[1:4] if t.form == "colon"), None)
        named = self.s.at(label + 1) if label is not None else None
        return named is not None and named.kind == "instrument"

    def _sole_topic(self) -> Token | None:
        """ "No such luck for the FTSE 250.": what a sentence without figures is about that names one listed thing."""
        if any(t.kind in ("number", "ref", "other") for t in self.s.tokens):
            return None
        named = {t.value.id: t for t in self.s.tokens if t.kind == "instrument"}
        topic = next(iter(named.values()), None)
        return topic if len(named) == 1 and topic is not None and topic.value.instrument_class in LISTED else None

    def _go_on_listing(self) -> None:
        """A line that begins with a name and its number stands in the list that a line above has opened: "Losers:"."""
        named = [t.kind for t in self.s.tokens if t.kind != "bound"]
        if named == ["number"]:
            return  # "1." before the name
        opens = named[-1:] == ["list"] and self.s.gaps[0] <= FOREIGN
        self.last_sign = self.salience.listing if named[:1] == ["instrument"] and "direction" not in named else None
        heads = [int(t.value) for t in self.s.tokens if t.kind == "list"] if "list" in named else []
        self.salience.listing = heads[-1] if opens else self.last_sign
        if len(heads) == 1 and self._lists_first():
            self.last_sign = heads[0]

    def _lists_first(self) -> bool:
        """ "Kia (3.4%) and Hyundai (2.2%) were the gainers": names with sizes in brackets, then the head of their list."""
        first, bracket, size, shut = (self.s.at(place) for place in range(4))
        if first is None or first.kind != "instrument" or bracket is None or size is None or shut is None:
            return False
        if (bracket.form, shut.form) != ("open", "shut"):
            return False
        named = next((t.kind for t in self.s.tokens if t.kind in ("direction", "list")), None)
        return named == "list" and size.kind == "number"

    def on_list(self, index: int, token: Token) -> None:
        """ "Losers: Ford 2.1%, GM 1.8%": the head of a list says which way its members went."""
        self.last_sign = int(token.value)

    def _share_clock(self) -> None:
        """A clock time holds for all that its sentence says without another time."""
        timeless = [frame for frame in self.frames if not frame.times]
        clocks = [t for t in self.s.tokens if t.kind == "time" and t.value.hour is not None] if timeless else []
        for frame in timeless if clocks else ():
            frame.times, frame.lent = clocks[-1:], True

    # -- cues ---------------------------------------------------------------------------------------------------------------

    def on_technical(self, index: int, token: Token) -> None:
        """ "Support for the euro lies at 1.1645": the clause is about a level that was not traded."""
        before = self.s.at(index - 1)
        owned = before is not None and before in self.group and self.s.gap(index).strip() in ("'s", "’s")  # "gold's support is"
        if not self.told and (owned or (not self.held and (before is None or before.kind in ("bound", "modal")))):
            self.owner, self.held, self.told = "other", True, True

    def on_copula(self, index: int, token: Token) -> None:
        """A verb of being: "the high was 18.44"; not yet said of anybody in "among the losers was Commerzbank"."""
        if self._in_participial_aside(index):
            return
        opening, named = self.s.at(self.segment + 1), self.s.at(index + 1)
        placed = opening is not None and (opening.kind == "prep" or self.s.written(opening).startswith("at "))
        inverted = placed and named is not None and named.kind == "instrument"
        if inverted and not self.held and not self.told and self.s.gaps[index + 1] <= HEADS:
            self.owner, self.told = "none", True
        elif opening is not None and not self.held and not self.told and self._inverts(index, opening):
            self.owner, self.told = "unknown", True
        else:
            self._predicate(index)

    def _in_participial_aside(self, index: int) -> bool:
        """ "Unicredit, thought to be a bidder, fell 3%": the infinitive of an aside about the subject before its verb."""
        to, comma = self.s.at(index - 1), self.s.at(index - 2)
        if to is None or to.form != "to" or comma is None or comma.form != "comma" or self.s.gaps[index] > NOTHING:
            return False
        return (
            self.owner == "group" and not self.spoken and comma.place == self.segment and len(words(self.s.gap(index - 1))) < 3
        )

    def _inverts(self, index: int, opening: Token) -> bool:
        """ "At the bottom of the index was Quirkco, down 2%": a name that we do not know behind the verb."""
        placed = opening.kind == "prep" or self.s.written(opening).startswith("at ")
        comma = self.s.at(index + 1)
        named = words(self.s.gap(index + 1))[:1] if comma is not None and comma.form == "comma" else []
        return placed and bool(named) and named[0][0].isupper()

    def on_bound(self, index: int, token: Token) -> None:
        """A boundary ends a segment; see ``Clauses``. "Before" may say that a price turned."""
        if token.value == "before":
            self._left_again(index)
        super().on_bound(index, token)

    def on_modal(self, index: int, token: Token) -> None:
        """What colours the clause: expected, possible, denied."""
        if str(token.value) in _AUXILIARIES:
            self._unknown(index)
        if str(token.value) in ("would", "will") and self._announced(token):
            return
        if self.held and str(token.value).startswith("had "):
            return  # "ether had it worse": no condition behind its subject
        self.verbless = self.verbless and not self.held  # "the weak pound would hurt": a verb follows
        if self.modal is not None and (self.modal.form == "forecast" or str(self.modal.value) in CONDITIONS):
            return
        self.modal = token

    def _announced(self, token: Token) -> bool:
        """ "The central bank said its base rate would go up to 3.15 percent": what who sets a rate says of it is decided."""
        clause = self.s.text[max(token.start - _CLAUSE, self.s.start) : token.start]
        rated = any(t.kind == "instrument" and t.value.instrument_class == "policy rate" for t in self.s.tokens)
        return rated and _DECIDED.search(clause) is not None

    def on_time(self, index: int, token: Token) -> None:
        """A time belongs to the statement of its clause; one in a later clause of unknown words dates something else."""
        if self._is_another_month(index, token):
            self.owner, self.held = "contract", True
            return
        self.ends_then(index, token)
        if (sign := rated(self.s, self.segment, index)) is not None and self.owner == "group" and not self.embedded:
            self.direct(stands_for(token, sign), bare=True)
        if self.frame is None or (self.frame.empty and not self.spoken):
            self.leading.append(token)
        if self.frame is not None and (self.clause == self.active or max(self.s.gaps[self.segment + 1 : index + 1]) < FOREIGN):
            self.frame.times.append(token)

    def _is_another_month(self, index: int, token: Token) -> bool:
        """ "August, now the front month, was 30 cents lower": the bare name of a month stands for another contract."""
        after, month, opening = self.s.next(index), self.s.written(token), self.s.at(self.segment)
        spoken = self.group or self.salience.last
        goods = bool(spoken) and spoken[0].value.instrument_class in ("commodity", "precious metal")
        here = any(frame.level is not None and frame.subjects is spoken for frame in self.frames)
        goods = goods and (here or spoken[0].value.id in self.salience.priced)  # the first month to be priced is the one meant
        if not goods or self.held or month not in MONTHS or index != self.segment + 1 or not self._alone(index):
            return False
        finite = after is not None and after.kind in ("copula", "state", "direction") and is_finite(self.s, index + 1)
        aside = opening is not None and opening.form == "comma"
        return finite or (after is not None and after.form == "comma" and not aside)

    def _alone(self, index: int) -> bool:
        """Whether a month heads its segment, or has no more before it than that it is the spot one."""
        return self.s.gaps[index] == NOTHING or self.s.gap(index).strip().lower() == "spot"

    def on_state(self, index: int, token: Token) -> None:
        """A level word; "cost" is none where it says what a name lost."""
        if costs(self.s, index, self.group if self.owner == "group" else []):
            token.kind, token.form, token.value = "direction", "causative", -1
            self._cause(index, token)
        elif index not in self.used:
            super().on_state(index, token)

    def on_direction(self, index: int, token: Token) -> None:
        """A word of direction: what is said of the subject, unless it only describes a noun or names a size."""
        if is_particle(self.s, index):
            token.form = "causative"
        if self._says_nothing(index, token):
            if self.s.written(token) in ("better", "worse"):
                self._unknown(index)  # "Quirkco fared little better at $3"
            return
        self._foresee(index, token)
        leaves(self.s, index)
        noun = is_noun(self.s, index)
        if token.form == "causative" and not (noun and self._sets_a_rate()):  # "it made its first cut in eight years"
            self._cause(index, token)
        elif noun:
            self._foretell(index, token)
        elif not self._waits(index):
            self._predicate(index)
            self.state = None if self.state is not None and self.state.form == "reach" else self.state
            if token.form in ("verb", "adjective"):
                self.last_sign = int(token.value)
            said = self.owner == "group" and not self._measured(index, token) and not self._mere_reason()
            if said and not self._multiply(index, token) and self.s.written(token) not in MULTIPLES:
                self.direct(token, self._stands_alone(index, token))

    def _multiply(self, index: int, token: Token) -> bool:
        """ "Doubled", "has more than halved": a verb that is its own size; not one with an object, "doubled its dividend"."""
        percent = MULTIPLES.get(self.s.written(token))
        if percent is None or self.embedded:
            return False
        following = self.s.at(index + 1)
        behind = self.s.text[token.end : following.start if following is not None else token.end + 20]
        first = next(iter(words(behind)), "").lower()
        thing = following is not None and following.kind in ("instrument", "ref", "other")
        if not _OWN_WORTH.match(behind) and (
            (thing and self.s.gaps[index + 1] <= HEADS) or first in _OBJECTS or gap_class(first) == FOREIGN
        ):
            return False
        number = Token("number", token.start, token.end, form="multiple", number=Number(percent, "percent"), place=token.place)
        self.move(number, Role("move", sign=int(token.value), cue=token))
        return True

    def _says_nothing(self, index: int, token: Token) -> bool:
        """Whether the word describes a noun, labels what follows, or belongs to a size that has been read."""
        following = self.s.at(index + 1)
        if needs_a_size(self.s, index) or is_attributive(self.s, index) or token.place in self.used:
            return True
        odd = self._of_an_amount(index) or self._compares(index) or self._sized_otherwise(index, token)
        odd = odd or self._says_how(index, token) or self._of_a_stake(token) or self._is_rating(token)
        if odd or waits_for_news(self.s, token, self.group):
            return True
        if token.form == "crossing" and words(self.s.gap(index).lower())[-1:] in (["the"], ["whole"], ["entire"]):
            return True  # "of the top 200, nine rose"
        if index or following is None:
            return False
        inverted = following.kind == "instrument" and any(is_verb(word.lower()) for word in words(self.s.gap(1)))
        if inverted and token.form == "adjective":
            self.caused = token  # "Down went the lira"
        return inverted or (following.form == "colon" and self.s.gaps[0] == NOTHING)

    def _says_how(self, index: int, token: Token) -> bool:
        """ "Silver fell even harder": how a price went, behind the verb that says which way."""
        verb = self.s.near(index) if self.s.written(token) == "harder" else None
        return verb is not None and verb.kind == "direction" and verb.form == "verb"

    def _sized_otherwise(self, index: int, token: Token) -> bool:
        """ "Smashed $70 lower": a verb of crossing before a size whose own word says which way."""
        size = self.s.next(index) if token.form == "crossing" else None
        said = self.s.next(index + 1, NOTHING) if size is not None and size.kind == "number" else None
        return said is not None and said.kind == "direction" and said.form == "adjective"

    def _compares(self, index: int) -> bool:
        """ "Is now cheaper than platinum": how two prices compare, not which way one went."""
        than, other = self.s.next(index), self.s.at(index + 2)
        if than is not None and than.form == "from" and any(t.form == "forecast" for t in self.s.tokens[index + 2 : index + 4]):
            return True  # "up from an earlier estimate of $2.60"
        named = other is not None and other.kind == "instrument" and self.s.gaps[index + 2] <= FUNCTION
        return than is not None and than.form == "than" and named and other not in self.group

    def _cause(self, index: int, token: Token) -> None:
        """ "Lifted gold to $1,917": the direction is that of the object, but not in "raised its gold forecast"."""
        self._unknown(index)
        self.told = True
        following, beyond = self.s.at(index + 1), self.s.at(index + 2)
        if is_purpose(self.s, index):
            self.used.add(index + 1)
            return
        foreseen = beyond is not None and beyond.form == "forecast" and self.s.gaps[index + 2] <= HEADS
        if following is not None and following.kind in ("instrument", "ref") and token.value and not foreseen:
            self.caused = None if self._is_rated(following) else token
            return
        if self._suffers(index, token):
            self.direct(token, bare=True)
            return
        self.caused = None
        if self.owner == "group" and self.group[0].value.instrument_class == "policy rate" and self.s.next(index) is following:
            self._act(token, following)

    def _act(self, token: Token, following: Token | None) -> None:
        """ "The ECB cut to 3.75%": the bank stands for its rate."""
        if following is not None and following.kind == "prep" and following.form == "to":
            self.direct(token, bare=True)

    def _waits(self, index: int) -> bool:
        """ "Down 1.2%: gold ends at $1,784": a direction at the head of a sentence whose size waits for the subject."""
        if self.owner == "none" and self.waiting and self.waiting[-1][2].cue is self.s.tokens[index]:
            return True
        number = self.s.at(index + 1)
        if number is not None and number.form == "by":
            number = self.s.at(index + 2)
        if self.owner != "none" or index or number is None or number.kind != "number":
            return False
        return self._precedes_subject(number.place, Role("move"))

    def _had_come(self, index: int) -> bool:
        """ "On August 9 it had sunk to 1.0070": where it stood on an earlier day, no move of the report's."""
        days = [t.value for t in self.s.tokens[:index] if t.kind == "time"]
        return "had" in self.s.gap(index).split() and any(day.month and day.day for day in days)

    def _goes_with_level(self, index: int) -> bool:
        """ "Gold trades at $1,241, slipping for a fourth session": a participle behind the one level of a headline."""
        comma, frame, behind = self.s.at(index - 1), self.frame, self.s.at(index + 1)
        told = frame is not None and frame.level is not None and frame.move is None and frame.direction is None
        closes = behind is None or behind.kind in ("prep", "time", "bound")
        return told and closes and comma is not None and comma.form == "comma" and is_headline(self.s.text)

    def _stands_alone(self, index: int, token: Token) -> bool:
        """Whether a direction is a statement without a size: a finite verb, or an adjective after a verb, outside a
        relative clause.
        """
        if self.embedded and not self._sets_a_rate():
            return False
        to, level = self.s.next(index), self.s.at(index + 2)
        if self.s.written(token).partition(" ")[0].endswith("ing"):  # "before easing to $6,592.50"
            led = to is not None and to.form == "to" and level is not None and level.kind == "number"
            return led or self._heads_line(index) or self._goes_with_level(index)
        if to is not None and to.form == "to" and level is not None and level.kind == "number" and self._had_come(index):
            return False
        before = self.s.near(index)
        if token.form == "crossing":
            return to is not None and to.kind == "number"
        if token.form == "path":
            self._recovers(index, token)
        if self.tracking is not None:
            return True  # "set to end the week lower"
        if token.form == "adjective" and self._by_unknown_verb(index):
            return True
        return token.form != "adjective" or (
            before is not None and before.kind in ("copula", "state", "bound", "instrument", "ref", "direction", "time")
        )


_HANDLERS: dict[str, Callable[[Binder, int, Token], None]] = {
    "instrument": Binder.on_name,
    "ref": Binder.on_reference,
    "other": Binder.on_other,
    "bound": Binder.on_bound,
    "copula": Binder.on_copula,
    "state": Binder.on_state,
    "modal": Binder.on_modal,
    "time": Binder.on_time,
    "direction": Binder.on_direction,
    "number": Binder.on_number,
    "technical": Binder.on_technical,
    "phase": Binder.on_phase,
    "list": Binder.on_list,
    "tracking": Binder.on_tracking,
}
