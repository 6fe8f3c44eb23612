"""Words of direction in a sentence: which of them say something of the subject, which only describe or compare."""

from __future__ import annotations

import re

from signals.extract.grammar.outcomes import is_noun, leaves
from signals.extract.grammar.role import Role
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, NOTHING, gap_class, words
from signals.extract.grammar.states import States
from signals.extract.grammar.steps import acts_on_rates
from signals.extract.grammar.verbs import (
    is_attributive,
    is_particle,
    is_purpose,
    is_verb,
    needs_a_size,
    strikes_others,
    takes_object,
    waits_for_news,
)
from signals.extract.text.lines import is_headline
from signals.extract.text.tokens import Number, Token

MULTIPLES = {  # verbs that say by how many percent
    **dict.fromkeys(("double", "doubles", "doubled", "doubling"), 100.0),
    **dict.fromkeys(("triple", "triples", "tripled", "tripling", "treble", "trebles", "trebled"), 200.0),
    **dict.fromkeys(("quadruple", "quadruples", "quadrupled"), 300.0),
    **dict.fromkeys(("halve", "halves", "halved", "cut in half", "sliced in half", "chopped in half"), 50.0),
}
_OWN_WORTH = re.compile(r" (?:(?:where|what) (?:it|they)\b|(?:its|their) (?:\w+ )?(?:price|value|worth|level)\b(?! targets?))")
_AHEAD = 14  # tokens behind "gave back part of its gain" among which the size of the day stands
_OF_ITS_MOVE = re.compile(
    r" (?:(?:back|up) )?(?:some|part|most|much|half|all|a (?:third|quarter|bit|part|chunk)|nearly all|more than half) of "
    r"(?:(?:the|its|their|those|these|that) )?(?:[a-z]+ ){0,2}?"
    r"(?:gain|rise|advance|rally|jump|surge|loss|fall|drop|decline|slide)(?:e?s)?\b"
)
_ADDING = ("adds", "added", "add", "adding")
_OF_TIME = re.compile(
    r" (?:(?:another|some|about|around|up to|at least|an extra|a further|nearly|almost|roughly) )?(?:[a-z]+|\d+)"
    r"(?: (?:extra|more|to [a-z\d]+|or [a-z\d]+))? (?:days?|weeks?|months?|hours?|minutes|miles|kilometres|kilometers)\b"
)
_THE = (["the"], ["its"], ["their"], ["a"], ["an"])
_OBJECTS = ("its", "their", "his", "the", "a", "an", "down", "as", "price", "prices")


class Directions(States):
    """What each word of direction says of the subject of the segment; see ``Clauses``."""

    __slots__ = ()

    def on_direction(self, index: int, token: Token) -> None:
        """A word of direction: what is said of the subject, unless it only describes a noun or names a size."""
        if self._lists_banks(index, token):
            self.owner, self.held = "unknown", True
            return
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
            said = said and not self._streak(token)
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

    def _may_yet(self, index: int) -> bool:
        """ "With most to lose from the ban, fell 2%": what an aside with "with" says may happen to nobody in particular."""
        to, opening, behind = self.s.near(index, NOTHING), self.s.at(self.segment + 1), self.s.at(index + 1)
        if to is None or to.form != "to" or opening is None or opening.form != "with" or opening is to:
            return False
        named = any(t.kind in ("instrument", "ref", "other") for t in self.s.tokens[opening.place : index])
        return not named and (behind is None or behind.kind != "number")

    def _lists_banks(self, index: int, token: Token) -> bool:
        """ "The index was down 1.5%, [banks] 2.3%": the next of a list, and no verb: "gold banks another $33"."""
        opening, size = self.s.at(index - 1), self.s.next(index, NOTHING)
        listed = opening is not None and opening.form in ("comma", "and") and opening.place == self.segment
        sized = size is not None and size.number is not None and size.number.unit == "percent"
        return listed and sized and self.s.written(token) == "banks" and self.s.gaps[index] == NOTHING

    def _says_nothing(self, index: int, token: Token) -> bool:
        """Whether the word describes a noun, labels what follows, or belongs to a size that has been read."""
        following = self.s.at(index + 1)
        if token.place in self.used or any(said(self.s, index) for said in (needs_a_size, is_attributive, strikes_others)):
            return True
        odd = self._of_an_amount(index) or self._compares(index) or self._sized_otherwise(index, token)
        odd = odd or self._adds_to(index, token) or self._tells_where(index) or self._gives_part_back(index, token)
        odd = odd or self._says_how(index, token) or self._may_yet(index) or self._of_a_stake(token) or self._is_rating(token)
        if odd or waits_for_news(self.s, token, self.group) or takes_object(self.s, index):
            return True
        if token.form == "crossing" and words(self.s.gap(index).lower())[-1:] in (["the"], ["whole"], ["entire"]):
            return True  # "of the top 200, nine rose"
        if index or following is None:
            return False
        inverted = following.kind == "instrument" and any(is_verb(word.lower()) for word in words(self.s.gap(1)))
        if inverted and token.form == "adjective":
            self.caused = token  # "Down went the lira"
        return inverted or (following.form == "colon" and self.s.gaps[0] == NOTHING)

    def _adds_to(self, index: int, token: Token) -> bool:
        """ "Fell 2%, adding to Thursday's loss", "to add to the 3% that it lost": what was before grew; or
        time did.
        """
        to, thing = self.s.next(index, NOTHING), self.s.at(index + 2)
        if self.s.written(token) in _ADDING and _OF_TIME.match(self.s.text, token.end):
            return True  # "the Cape, which adds ten days"
        if self.s.written(token) not in _ADDING or to is None or to.form != "to" or thing is None:
            return False
        named = thing.kind in ("time", "direction", "list", "ref") or words(self.s.gap(index + 2))[:1] in _THE
        noun = next((t for t in self.s.tokens[index + 2 : index + 6] if t.kind == "direction"), None)
        return named and (self.s.written(token) in _ADDING[-2:] or (noun is not None and int(noun.value) < 0))

    def _gives_part_back(self, index: int, token: Token) -> bool:
        """ "Gave back part of the gain to close at $145.08, up $3.43": on the day it still went the other way, by a size."""
        behind = _OF_ITS_MOVE.match(self.s.text, token.end) if token.form == "verb" and token.value else None
        if behind is None:
            return False
        end = index + _AHEAD
        still = next((t for t in self.s.tokens[index + 1 : end] if t.kind == "direction" and t.start >= behind.end()), None)
        sized = still is not None and any(
            t is not None and t.kind == "number" for t in (self.s.at(still.place - 1), self.s.at(still.place + 1))
        )
        if still is None or not sized or int(still.value) != -int(token.value):
            return False
        self.used.update(t.place for t in self.s.tokens[index + 1 : end] if t.start < behind.end())
        return True

    def _tells_where(self, index: int) -> bool:
        """ "The 141.70 that it fell to on Monday": a clause about the level before it."""
        it, level, to, beyond = (self.s.at(index + step) for step in (-1, -2, 1, 2))
        if (
            it is None
            or it.form != "any"
            or level is None
            or to is None
            or to.form != "to"
            or self.s.gaps[index + 1] != NOTHING
        ):
            return False
        level = self.s.at(index - 3) if level.value == "that" else level
        leads = beyond is not None and beyond.kind == "number" and self.s.gaps[index + 2] <= FUNCTION
        return level is not None and level.number is not None and not leads

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
        if self._done_to_antecedent(index):
            self.owner, self.embedded, self.told = "group", False, True
            self.open(token)
            self.direct(token, bare=True)
            return
        self._unknown(index)
        self.told = True
        following, beyond = self.s.at(index + 1), self.s.at(index + 2)
        if is_purpose(self.s, index):
            self.used.add(index + 1)
            return
        if token.value and self._acts_on_rates(index):
            self.caused = None
            self.direct(token, bare=True)  # "the ECB cut to 3.75%": the bank stands for its rate
            return
        foreseen = beyond is not None and beyond.form == "forecast" and self.s.gaps[index + 2] <= HEADS
        if following is not None and following.kind in ("instrument", "ref") and token.value and not foreseen:
            self.caused = None if self._is_rated(following) else token
            return
        if self._suffers(index, token):
            self.direct(token, bare=True)
            return
        self.caused = None

    def _done_to_antecedent(self, index: int) -> bool:
        """ "The Selic rate, which Copom raised in November to 11.25 percent": a bank's verb in the relative clause of a rate,
        right behind which, or behind its date, stands where the rate went.
        """
        if self.owner != "object" or not self.embedded or self.group[0].value.instrument_class != "policy rate":
            return False
        place = index + 1
        while (token := self.s.at(place)) is not None and self.s.gaps[place] <= FUNCTION:
            size = self.s.next(place)
            if token.form in ("by", "to") and size is not None and size.number is not None:
                return size.number.unit in ("percent", "bp", "points")
            if token.kind not in ("time", "prep"):
                return False
            place += 1
        return False

    def _waits(self, index: int) -> bool:
        """ "Down 1.2%: gold ends at $1,784": a direction at the head of a sentence whose size waits for the subject."""
        if self.owner == "none" and self.waiting and self.waiting[-1][2].cue is self.s.tokens[index]:
            return True
        number = self.s.at(index + 1)
        if number is not None and number.form == "by":
            number = self.s.at(index + 2)
        headed = all(t.kind in ("phase", "time", "bound") for t in self.s.tokens[:index])  # "briefly down 5%, Ford"
        if self.owner != "none" or not headed or number is None or number.kind != "number":
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

    def _acts_on_rates(self, index: int) -> bool:
        said = self.group[0].value if self.owner == "group" else None
        return said is not None and said.instrument_class == "policy rate" and acts_on_rates(self.s, index, said.id)
