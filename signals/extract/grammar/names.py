"""Names and references in a sentence: which of them is the subject of its segment, which an object, a counter or an aside."""

from __future__ import annotations

from dataclasses import replace

from signals.extract.grammar import strangers
from signals.extract.grammar.agents import owns_move
from signals.extract.grammar.boundaries import Boundaries
from signals.extract.grammar.compounds import in_amount
from signals.extract.grammar.contracts import between_goods, of_coins, of_ratio
from signals.extract.grammar.fronted import names_trade
from signals.extract.grammar.name_lists import joins
from signals.extract.grammar.results import owns_results
from signals.extract.grammar.role import COUNTER, MODIFIER, OBJECT, SUBJECT
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, words
from signals.extract.grammar.steps import step_before
from signals.extract.grammar.subjects import position
from signals.extract.grammar.verbs import is_finite, is_repriced, leaves_at
from signals.extract.linking.mentions import WORLDWIDE, YIELDS
from signals.extract.text.tokens import Token
from signals.extract.text.words import finite_of

_NOUN = 4  # words of a noun with its article at most


class Names(Boundaries):
    """What each name, reference and stranger does to the subject of the segment; see ``Clauses``."""

    __slots__ = ()

    def on_name(self, index: int, token: Token) -> None:
        """The name of an instrument: a subject, a counter currency, or only mentioned."""
        if token in self.group or token is self.counter or token.form == "excess" or self._repeats(token):
            return
        if (
            between_goods(self.s, index)
            or of_coins(self.s, index)
            or of_ratio(self.s, index)
            or in_amount(self.s, index)
            or (not self.group and (strangers.behind_stranger(self.s, index) or strangers.charged_by(self.s, index)))
        ):
            self.owner, self.held = "other", True
            return
        if self._counts_another(index, token):
            return
        if self._joins(index, token):
            self.group.append(token)
            self.salience.mentioned(token)
            self.held = True
            return
        if self._led_to_move(index, token):
            self.possessed = (self.group, self.owner, self.frame, self.spoken)
            self._subject([token], token)
            return
        step = step_before(self.s, index) if token.value.instrument_class == "policy rate" else []
        where = SUBJECT if step else self._where(index, token)
        kept = token.value.instrument_class == "policy rate" and self.caused is None and self._kept(index, token)
        if where == SUBJECT and is_repriced(self.s, index):
            self.owner, self.held = "other", True
            return
        if where == SUBJECT or kept:
            self.caused = Token("direction", token.start, token.end, 0, "verb") if kept else self.caused
            self._as_yield(index, token)
            opening = self.s.at(self.segment)
            self.waiting = self.waiting or step
            if self.main is not None and opening is not None and token not in self.main[0] and self._ends_main(opening):
                self.main = None  # ", which had not happened since 2013, and gold futures": a clause of its own
            self._subject([token], token)
        elif where == COUNTER and token.value.instrument_class == "currency":
            self._counter(token)
        elif where == MODIFIER and index >= self.aside_until and not self._stands_by(index):
            self.owner, self.held = "other", True
        if index and self.owner == "none" and self.s.at(index - 1) is self.s.tokens[0] and self.s.tokens[0].form == "for":
            self.salience.note([token])  # "For the rand the night was worse": what the next sentences are about
        self._remember(index, token, where)

    def _led_to_move(self, index: int, token: Token) -> bool:
        """ "Sasol rose 2% on Brent's 3% jump": behind a preposition a name with a move of its own, after the subject's."""
        before = self.s.near(index, HEADS)
        told = (
            self.owner == "group"
            and self.spoken
            and before is not None
            and (before.kind == "prep" or before.form == "previous")
        )
        return told and token.value.id != self.group[0].value.id and owns_move(self.s, index)

    def _remember(self, index: int, token: Token, where: int) -> None:
        """A name that is no counter currency may be spoken of later, one with results as "the stock"."""
        if where != SUBJECT and owns_results(self.s, index):
            self.salience.reported(token)
        if where != COUNTER or token.value.instrument_class != "currency":
            self.salience.mentioned(token)

    def _counts_another(self, index: int, token: Token) -> bool:
        """Whether a currency is what another one is priced in: the second of a pair, or the next of a list of them."""
        if self._of_a_pair(index, token):
            self._counter(token)
            return True
        if not self._lists_counter(index, token):
            return False
        before, self.counter = self.frame, token
        frame = self.sibling(token)
        frame.direction, frame.bare = (before.direction, before.bare) if before is not None else (None, False)
        return True

    def _lists_counter(self, index: int, token: Token) -> bool:
        """ "Fell against the yen to 62.95, the euro to 52.85 cents and the pound, at 49.60 pence": a further currency in which
        the subject is priced, each with its level; not "fell against the dollar to 18.20 and the peso to 17.30".
        """
        frame, counter, link = self.frame, self.counter, self.s.at(index - 1)
        if (
            token.value.instrument_class != "currency"
            or counter is None
            or link is None
            or frame is None
            or frame.level is None
        ):
            return False
        against = self.s.at(counter.place - 1)
        listed = link.form in ("comma", "and") and counter.place < frame.level.place and frame.counter is counter
        if (
            not listed
            or against is None
            or against.form not in ("against", "comma", "and")
            or self.group[0].value.id == token.value.id
        ):
            return False
        at = self.s.at(index + 1)
        level = self.s.at(index + 2 + (at is not None and at.form == "comma"))
        led = level is not None and self.s.at(level.place - 1).form in ("at", "to")  # type: ignore[union-attr]
        unit = level.number.unit if led and level is not None and level.number is not None else ""
        return unit == token.value.id or (unit is None and counter.value.id != "USD" and token.value.id in WORLDWIDE)

    def _joins(self, index: int, token: Token) -> bool:
        """Whether a name continues the list of subjects, also over an aside: "BP, buoyed by firmer crude, and Shell rose"."""
        if not self.group or self.spoken:
            return False
        listed = self.owner == "group" and joins(self.s, self.group, index)
        return listed or strangers.joins_over_aside(self.s, self.group, index)

    def _where(self, index: int, token: Token) -> int:
        """The position of a name; a verb that drives it waits for its frame."""
        if self._ends_aside(index):
            return OBJECT
        if token.value.instrument_class == "policy rate" and (verb := leaves_at(self.s, index)) is not None:
            self.caused = verb
            return SUBJECT
        before = self.s.at(index - 1)
        identified = before is not None and before.kind == "copula" and self.owner != "group"  # "the top gainer was Sasol"
        return position(self.s, index, self.held and not identified)

    def _ends_aside(self, index: int) -> bool:
        """ "Intel, once worth more than Nvidia, fell": the last word of an aside behind a subject that waits for its verb."""
        comma, shut, verb = self.s.at(self.segment), self.s.at(index + 1), self.s.at(index + 2)
        if self.spoken or comma is None or shut is None or verb is None or not comma.form == shut.form == "comma":
            return False
        acts = verb.kind in ("direction", "state", "copula") and max(self.s.gaps[index + 1 : index + 3]) <= FUNCTION
        if not acts or not is_finite(self.s, index + 2):
            return False
        described = index > self.segment + 1 or index in self.s.hedges or self.s.gaps[index] == FOREIGN
        if self.owner == "group":
            return described and self.s.at(self.segment - 1) in self.group
        stranger = described and self.segment == 0 and strangers.heads_sentence(self.s.gap(0))
        self.owner = "unknown" if stranger else self.owner
        return stranger

    def _ends_main(self, opening: Token) -> bool:
        """Whether a name behind ``opening`` has a main clause: "at the front end, where policy counts, two-years"."""
        before = self.main is not None and all(t.start < self.s.start for t in self.main[0])
        return opening.form == "and" or (opening.form == "comma" and before)

    def _stands_by(self, index: int) -> bool:
        """Whether a name that qualifies another noun leaves the subject as it is."""
        return self.held or self._governed(index) or self._describes_subject(index) or names_trade(self.s, index)

    def _describes_subject(self, index: int) -> bool:
        """ "Sibanye, a gold miner when it suits, lost": an apposition to a subject that waits for its verb."""
        comma, opening = self.s.at(self.segment), words(self.s.gap(index))[:1]
        waits = self.owner == "group" and bool(self.group) and not self.spoken
        return (
            waits and index == self.segment + 1 and comma is not None and comma.form == "comma" and opening in (["a"], ["an"])
        )

    def _kept(self, index: int, token: Token) -> bool:
        """ "Held its benchmark rate at 1.75%", "left its policy rate alone": what a bank keeps does not move."""
        before = self.s.at(index - 1)
        verb = next(reversed(words(self.s.gap(index))), "").lower()
        if not verb and before is not None and self.s.gaps[index] <= FUNCTION:
            verb = self.s.written(before)
        if verb not in finite_of("keeping a rate"):
            return False
        after = self.s.next(index)
        alone = words(self.s.text[token.end : token.end + 12])[:1] in (["alone"], ["untouched"])
        still = after is not None and after.kind == "direction" and after.value == 0
        return alone or still or (after is not None and after.form == "at")

    def _as_yield(self, index: int, token: Token) -> None:
        """ "The yield on the 10-year note": the bond is named by its yield, not by its price."""
        noun = self.s.at(index - 2)
        if token.value.by_price and noun is not None and noun.kind == "ref" and noun.form == "yield":
            token.value = replace(token.value, by_price=False)

    def _of_a_pair(self, index: int, token: Token) -> bool:
        """ "Dollar/yen was 0.3% higher": the second currency is what the first is priced in."""
        before = self.s.at(index - 1)
        if before is None or before not in self.group or token.value.instrument_class != "currency":
            return False
        return before.value.instrument_class == "currency" and self.s.text[before.end : token.start] in ("/", "-")

    def _repeats(self, token: Token) -> bool:
        """ "Citi (C)", "the DAX index, Germany's benchmark": the same instrument named again in apposition."""
        return bool(self.group) and not self.spoken and self.group[-1].value.id == token.value.id and self.owner == "group"

    def _governed(self, index: int) -> bool:
        """Whether a preposition or a predicate stands before the name: it is no subject, nor is what it qualifies."""
        before = self.s.at(index - 1)
        return self.told or (before is not None and before.kind == "prep")

    def _counter(self, token: Token) -> None:
        self.counter = token
        told = self.frame is not None and (self.frame.level is not None or self.frame.move is not None)
        if self.frame is None or (told and self._begins_with_counter(token)):
            return
        if self.frame.counter is None or self.clause == self.active:
            self.frame.counter = token

    def _begins_with_counter(self, token: Token) -> bool:
        """ "Was at 17.85, and against the euro it was at 20.98": whether a clause begins with what its price is in."""
        against, bound, after = (self.s.at(token.place + step) for step in (-1, -2, 1))
        if against is None or against.kind != "prep" or bound is None or bound.kind != "bound" or after is None:
            return False
        return bound.form in ("and", "clause") or after.kind in ("ref", "instrument")

    def on_other(self, index: int, token: Token) -> None:
        """A subject that is no instrument: "inflation", "revenue"."""
        before = self.s.at(index - 1)
        if before is not None and before.kind == "state" and self.s.written(before) == "record":
            before = self.s.at(index - 2)  # "despite record revenue"
        if index < self.aside_until or (before is not None and before.kind == "prep" and before.form != "with"):
            return
        if self._set_beside(index):
            self.owner, self.held, self.caused = "other", True, None
            return
        if (self.held and (self.told or self._acts(index))) or self._is_paper(index):
            return
        self.owner, self.held = "other", True

    def _set_beside(self, index: int) -> bool:
        """ "Cut its repo rate to 3.50%. It also cut the discount rate to 2.50%", "trimmed its 2025 growth forecast": what
        is done to another by who sets a rate.
        """
        if not self.group or self.group[0].value.instrument_class != "policy rate":
            return False
        dated = self.s.at(index - 1)
        place = index - 1 - (dated is not None and dated.kind in ("time", "number"))
        verb = self.s.at(place)
        near = verb is not None and len(words(self.s.text[verb.end : self.s.tokens[index].start])) < _NOUN
        return near and verb is not None and verb.form == "causative"

    def _is_paper(self, index: int) -> bool:
        """ "German 10-year debt": another word for the bond."""
        before = self.s.near(index)
        return before is not None and before.kind == "instrument" and before.value.instrument_class in YIELDS

    def _acts(self, index: int) -> bool:
        """Whether unknown words, a verb among them, stand between the subject and ``index``: "Implats led the charge"."""
        return any(self.s.gaps[p] == FOREIGN for p in range(self.segment + 2, index + 1) if self.s.tokens[p - 1] in self.group)
