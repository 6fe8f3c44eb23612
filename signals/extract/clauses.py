"""Whose clause it is: the subject of each segment of a sentence, asides and subordinate clauses, references.

A segment has at most one subject: the name, the reference or the unknown words that stand where a subject stands. One
without a subject goes on about the last; after a subordinate clause or an aside the main clause is taken up again.
"""

from __future__ import annotations

from dataclasses import replace

from signals.extract.frames import Frame
from signals.extract.grammar import FOREIGN, FUNCTION, HEADS, NOTHING, Sentence, words
from signals.extract.levels import CONDITIONS, by_yield
from signals.extract.mentions import YIELDS, Mention
from signals.extract.policy import held
from signals.extract.references import Salience, is_contract
from signals.extract.roles import MOVE_UNITS, Role
from signals.extract.statements import Statements
from signals.extract.subjects import COUNTER, MODIFIER, RELATIVE, SUBJECT, joins, one_phrase, opens_apposition, position
from signals.extract.tokens import Number, Token
from signals.extract.verbs import is_attributive, is_verb, names_something, unknown_subject

SUBORDINATE = RELATIVE | {"after", "before", "as", "when", "because", "since", "until", "once", "though", "although"}
_FORECAST_NOUNS = frozenset({"outlook", "forecast", "forecasts", "estimate", "estimates", "target", "targets", "prospect"})
_KEEPING = frozenset({"held", "holds", "kept", "keeps", "left", "leaves", "maintained", "maintains"})
_BASKET = Mention("DXY", "index", "points")  # the dollar "against a basket of currencies"
_DETERMINED = ("the", "its", "their", "his", "it", "they", "them", "we", "she")
_VERBLIKE = frozenset({"direction", "copula", "state", "number"})


class Clauses(Statements):
    """The subject of the walk through one sentence.

    ``owner`` says whose the statements are now: those of ``group``, of an "other" subject that is no instrument, of
    "unknown" words, of the "object" that a relative clause speaks of, or of none yet.
    """

    owner = "none"
    aside_until = -1
    main: tuple[list[Token], str, bool] | None = None  # what to take up again after a subordinate clause
    resumed = False  # whether the segment takes up a subject of which nothing has been said
    embedded = False  # whether the clause is a relative one with a subject of its own

    def __init__(self, sentence: Sentence, salience: Salience) -> None:
        super().__init__(sentence)
        self.salience = salience
        self.brackets: list[tuple[list[Token], str, Frame | None, bool]] = []

    # -- names and references ------------------------------------------------------------------------------------------

    def on_name(self, index: int, token: Token) -> None:
        """The name of an instrument: a subject, a counter currency, or only mentioned."""
        if token in self.group or self._repeats(token):
            return
        if self._of_a_pair(index, token):
            self._counter(token)
            return
        if self.group and not self.spoken and self.owner == "group" and joins(self.s, self.group, index):
            self.group.append(token)
            self.held = True
            return
        before = self.s.at(index - 1)
        identified = before is not None and before.kind == "copula" and self.owner != "group"  # "the top gainer was Sasol"
        where = position(self.s, index, self.held and not identified)
        if token.value.instrument_class == "policy rate" and (verb := held(self.s, index)) is not None:
            self.caused, where = verb, SUBJECT
        kept = token.value.instrument_class == "policy rate" and self.caused is None and self._kept(index, token)
        if where == SUBJECT or kept:
            self.caused = Token("direction", token.start, token.end, 0, "verb") if kept else self.caused
            self._as_yield(index, token)
            self._subject([token], token)
        elif where == COUNTER and token.value.instrument_class == "currency":
            self._counter(token)
        elif where == MODIFIER and not self.held and not self._governed(index) and index >= self.aside_until:
            self.owner, self.held = "other", True
        self.salience.mentioned(token)

    def _kept(self, index: int, token: Token) -> bool:
        """ "Held its benchmark rate at 1.75%", "left its policy rate alone": what a bank keeps does not move."""
        before = self.s.at(index - 1)
        verb = next(reversed(words(self.s.gap(index))), "").lower()
        if not verb and before is not None and self.s.gaps[index] <= FUNCTION:
            verb = self.s.written(before)
        if verb not in _KEEPING:
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
        if self.frame is not None and (self.frame.counter is None or self.clause == self.active):
            self.frame.counter = token

    def _subject(self, group: list[Token], token: Token) -> None:
        self.group, self.owner, self.spoken, self.held = group, "group", False, True
        if not is_contract(token):
            self.salience.note(group)
        if group[0].value.id == "USD" and "basket" in self.s.text[self.s.start : self.s.end + 40]:
            self.counter = Token("instrument", token.start, token.end, _BASKET)
        self.open(token)
        waiting, self.waiting = self.waiting, []
        for place, number, found in waiting:
            self._take(place, number, found)
        self.spoken = False

    def _take(self, place: int, number: Token, found: Role) -> None:
        if found.name == "move":
            self.move(number, found)
        elif found.name == "alternative":
            self.alternative(number, found)
        else:
            self.level(place, number, found)

    def on_reference(self, index: int, token: Token) -> None:
        """A pronoun or description: "it", "the metal", "the stock"."""
        if index < self.aside_until or self._is_no_subject(index, token):
            return
        if token.form == "two" and (self.s.next(index) is None or self.held):
            return
        written = self.s.written(token)
        if self._behind_name(index, token):
            return
        determined = written.startswith(_DETERMINED)
        if self.owner == "unknown" and index == 1 and self._described_stranger(0):
            return
        if not determined and self.s.gaps[index] == FOREIGN:
            self.owner, self.held = "unknown", True
            return
        if self.group and not self.spoken and self.owner == "group" and token.form != "any":
            return
        if token.form != "any" and self._of_a_stranger(index):
            self.owner, self.held = "unknown", True
            return
        if token.form == "any" and self._of_unknown(index):
            self.owner, self.held = "unknown", True
            return
        resolved = self.salience.resolve(token, self._levels_ahead(index))
        if resolved and self._fronted(index, token, resolved):
            self.held = True
        elif resolved:
            self._subject(by_yield(resolved) if "yield" in written else resolved, token)
        elif token.form != "any" or not self.held:
            self.owner, self.held = "other", True

    def _fronted(self, index: int, token: Token, resolved: list[Token]) -> bool:
        """ "Down by 1.1 percent, it traded at 291.80 to the euro": a size before the pronoun and a level behind it are one
        statement.
        """
        frame, comma = self.frame, self.s.at(index - 1)
        if frame is None or frame.move is None or frame.level is not None or comma is None or comma.form != "comma":
            return False
        if token.form != "any" or [t.value.id for t in resolved] != [t.value.id for t in self.group]:
            return False
        segment = self.s.tokens[: frame.move.place][::-1]
        opening = next((place for place, t in enumerate(segment) if t.kind == "bound"), len(segment))
        return all(t.kind not in ("instrument", "ref", "other") for t in segment[:opening])

    def _behind_name(self, index: int, token: Token) -> bool:
        """ "Alibaba's Hong Kong shares" are its own; "the copper they sold" is no subject."""
        before = self.s.at(index - 1)
        if before is None or before not in self.group or self.spoken:
            return False
        if token.form == "any" and self.s.gaps[index] == NOTHING:
            self.owner = "object"
            return True
        return token.form == "share" and before.value.instrument_class == "share"

    def _of_a_stranger(self, index: int) -> bool:
        """ "Shares of Rivian": of a name that we do not know."""
        after = self.s.next(index)
        if after is None or after.kind != "prep" or after.form not in ("of", "in"):
            return False
        return index + 2 < len(self.s.tokens) and any(w[0].isupper() for w in words(self.s.gap(index + 2)))

    def _of_unknown(self, index: int) -> bool:
        """ "Macquarie had another rotten day, it was down": the pronoun stands for unknown words before it."""
        return index > 0 and self.owner != "group" and self.s.gaps[0] == FOREIGN and names_something(self.s.gap(0))

    def _is_no_subject(self, index: int, token: Token) -> bool:
        """Whether a reference stands where an object or the head of a name stands: "Naspers shares", "the price of gold"."""
        s = self.s
        before, after = s.at(index - 1), s.next(index, HEADS)
        if s.gaps[index + 1] == FOREIGN and index + 1 < len(s.tokens) and self._names_more(index, token):
            return True
        governed = before is not None and before.kind == "prep" and before.form != "with" and s.gaps[index] <= HEADS
        if governed and before is not None and one_phrase(s.text[before.end : token.start]):
            return True
        if s.gaps[index] == FOREIGN and before is not None and words(s.gap(index))[0].endswith("ing"):
            return True  # "making the commodity cheaper"
        if before is not None and before.kind == "instrument" and s.gaps[index] <= HEADS and before in self.group:
            return True
        if after is not None and after.kind == "instrument":
            return True
        if after is not None and after.kind == "prep" and after.form in ("of", "in", "on", "for") and token.form != "any":
            named = next((t for t in s.tokens[index + 2 : index + 4] if t.kind != "ref"), None)
            return named is not None and named.kind == "instrument"
        return self.held and self.told and token.form != "any"

    def _names_more(self, index: int, token: Token) -> bool:
        """ "The Pakistan Stock Exchange's index": the word is part of a longer name."""
        following = next(iter(words(self.s.gap(index + 1))), "").lower()
        return not self.s.written(token).startswith(_DETERMINED) and not is_verb(following)

    def _levels_ahead(self, index: int) -> list[Number]:
        """The numbers of the clause that can only be levels: after "at" or "to", or after a verb."""
        found = []
        for place in range(index + 1, min(index + 12, len(self.s.tokens))):
            token = self.s.tokens[place]
            if token.kind in ("instrument", "other") or (token.kind == "bound" and token.form == "clause"):
                break
            number = token.number
            if number is None or number.ignored or number.fraction or number.unit in MOVE_UNITS:
                continue
            before, after = self.s.near(place), self.s.next(place)
            if after is not None and after.kind == "direction":
                continue
            if before is not None and (before.kind in ("state", "copula", "modal") or before.form in ("at", "to", "from")):
                found.append(number)
        return found

    def on_other(self, index: int, token: Token) -> None:
        """A subject that is no instrument: "inflation", "revenue"."""
        before = self.s.at(index - 1)
        if index < self.aside_until or (before is not None and before.kind == "prep" and before.form != "with"):
            return
        if (self.held and (self.told or self._acts(index))) or self._is_paper(index):
            return
        self.owner, self.held = "other", True

    def _is_paper(self, index: int) -> bool:
        """ "German 10-year debt": another word for the bond."""
        before = self.s.near(index)
        return before is not None and before.kind == "instrument" and before.value.instrument_class in YIELDS

    def _acts(self, index: int) -> bool:
        """Whether unknown words, a verb among them, stand between the subject and ``index``: "Implats led the charge"."""
        return any(self.s.gaps[p] == FOREIGN for p in range(self.segment + 2, index + 1) if self.s.tokens[p - 1] in self.group)

    def _adopt(self, index: int) -> None:
        """A sentence that begins with a verb, a level word or a number goes on about the last subject."""
        if self.owner != "none":
            return
        if self.segment >= 0 and self._of_unknown(index):
            self.owner = "unknown"
            return
        number = self.s.tokens[index].number
        level = number is not None and not number.ignored and not number.fraction and number.unit not in MOVE_UNITS
        group = self.salience.continued(number if level else None)
        if group:
            self.group, self.owner = group, "group"
            self.open(self.s.tokens[index])

    # -- boundaries -------------------------------------------------------------------------------------------------------

    def on_bound(self, index: int, token: Token) -> None:
        """A boundary ends a segment: what holds beyond it depends on which it is."""
        form = token.form
        self.modal = self.modal if self._modal_holds(token) else None
        if form == "open":
            stranger = self._labels_bracket(index)
            self.brackets.append((self.group, self.owner, self.frame, self.spoken))
            self.owner = "unknown" if stranger else self.owner
        elif form == "shut" and self.brackets:
            self.group, self.owner, self.frame, self.spoken = self.brackets.pop()
        elif form in ("clause", "dash", "colon"):
            self._new_clause(index, token)
        if form in ("comma", "dash", "open") and (self._names_subject(index) or self._described_stranger(index)):
            self.owner = "unknown"
        self.clause += 1
        self.segment, self.held, self.told, self.past = index, False, False, False
        self.embedded = self.embedded and token.value in RELATIVE
        if form == "comma" and self._describes_object(index):
            self.main = self.main or self._standing()
            self._subject([self.s.tokens[index - 1]], self.s.tokens[index - 1])
        elif form in ("comma", "dash", "and"):
            self._resume(index, form)
            if form != "and" and self.group and not self.spoken and self.owner == "group" and opens_apposition(self.s, index):
                self.aside_until = self._next_bound(index)

    def _labels_bracket(self, index: int) -> bool:
        """ "And Continental (-3.3%)": whether a bracket belongs to words that we do not know."""
        if self.held or self.told or index != self.segment + 1 or self.s.gaps[index] != FOREIGN:
            return False
        return any(word[0].isupper() for word in words(self.s.gap(index)))

    def _names_subject(self, index: int) -> bool:
        """ "Whereas Merrill, for which ...": unknown words alone after a conjunction are the subject of what follows."""
        opening = self.s.at(self.segment)
        if opening is None or opening.form != "clause" or opening.value in RELATIVE or self.held or self.told:
            return False
        named = any(word[0].isupper() for word in words(self.s.gap(index)))
        return index == self.segment + 1 and self.s.gaps[index] == FOREIGN and named

    def _described_stranger(self, index: int) -> bool:
        """ "Esprit, the retailer, jumped": a name that we do not know heads the sentence, and its description follows."""
        named, described = self.s.gap(index).strip(), self.s.at(index + 1)
        if index or self.s.gaps[0] != FOREIGN or described is None or described.kind != "ref" or described.form != "share":
            return False
        closes = self.s.next(index + 1)
        return named[:1].isupper() and len(named.split()) <= 4 and closes is not None and closes.form == "comma"

    def _describes_object(self, index: int) -> bool:
        """ "Save for USD/JPY, up 0.3%,": before anything has been said an adjective after a name is about that name."""
        before, after = self.s.at(index - 1), self.s.next(index)
        if self.spoken or self.s.gaps[index] > HEADS or after is None:
            return False
        if before is None or before.kind != "instrument" or before in self.group:
            return False
        return after.kind == "direction" and after.form == "adjective" and not is_attributive(self.s, index + 1)

    def _next_bound(self, index: int) -> int:
        tokens = self.s.tokens
        return next((p for p in range(index + 1, len(tokens)) if tokens[p].kind == "bound"), len(tokens))

    def _labelled_unknown(self, index: int) -> bool:
        """ "• ZZZ: $170.4": a line labelled with a ticker that we do not know is about that, not about the last subject."""
        label = self.s.gap(index).strip(" \n•*-–")
        opens = all(t.kind == "bound" for t in self.s.tokens[:index])
        return opens and 2 <= len(label) <= 6 and label.isalpha() and label.isupper()

    def _new_clause(self, index: int, token: Token) -> None:
        before = self.s.at(index - 1)
        named = before is not None and (before in self.group or before.form == "shut")
        labels = token.form != "clause" and named and not self.spoken
        if token.form == "dash":
            self.last_sign = None
        if token.value in (":", ";"):
            self.main = None
        following = self.s.next(index)
        if token.value == "that" and following is not None and following.kind == "prep" and following.form in ("on", "of"):
            self.main, self.spoken = None, True  # "that on ten-year paper rose": one like what was named, of another
            return
        if token.value in SUBORDINATE and self.main is None:
            self.main = self._standing()
        if token.value in RELATIVE:
            self._relative(index)
        if token.value == ":" and self._labelled_unknown(index):
            self.owner, self.held = "unknown", True
        self.spoken = not labels

    def _standing(self) -> tuple[list[Token], str, bool] | None:
        """The subject of the clause that breaks off here: its group, whose it is, and whether anything was said of it."""
        if self.owner == "none":
            return ([], "unknown", False) if names_something(self.s.gap(0)) and self.s.gaps[0] == FOREIGN else None
        return self.group, self.owner, self.spoken

    def _relative(self, index: int) -> None:
        """ "A dollar that firmed", "Sibanye, which added 5%": the antecedent is the subject; "in which it holds": nobody."""
        following = self.s.next(index)
        before = self.s.at(index - 1)
        if before is not None and before.kind == "bound":
            before = self.s.at(index - 2)
        self.embedded = False
        if not self._acts_next(index) and not (following is not None and following.kind == "modal"):
            self.embedded = True
            if self.owner == "group":
                self.owner = "object"
        elif before is not None and before.kind == "prep":
            self.owner = "unknown"  # "most of that had melted"
        elif before is not None and before.kind == "instrument" and before not in self.group:
            self._subject([before], before)

    def _acts_next(self, index: int) -> bool:
        """Whether a predicate without a subject follows: a verb of ours, or an unknown word that looks like one."""
        following = self.s.at(index + 1)
        while following is not None and following.kind in ("time", "phase") and self.s.gaps[index + 1] <= FUNCTION:
            index, following = index + 1, self.s.at(index + 2)
        if following is None:
            return False
        if self.s.gaps[index + 1] > FUNCTION:
            return following.kind != "bound" and not names_something(self.s.gap(index + 1))
        return following.kind in _VERBLIKE and not is_attributive(self.s, index + 1)

    def _resume(self, index: int, form: str) -> None:
        """After a subordinate clause a verb without a subject goes on about the main clause's."""
        self.resumed = False
        if self.main is None or (form == "and" and self.s.tokens[index - 1].kind != "bound"):
            return
        following = self.s.next(index)
        place = index
        if following is not None and following.kind == "bound" and following.form == "and":
            place = index + 1
        following = self.s.at(place + 1)
        if following is None or not self._acts_next(place):
            return
        if self.owner == "group" and not self.spoken and self.group is not self.main[0]:
            return  # the subject of this clause still waits for its verb
        if following.kind == "number" and self.owner == "group" and self.listing(following.number):
            return
        group, owner, spoken = self.main
        self.group, self.owner, self.spoken = group, owner, spoken
        self.frame = next((f for f in reversed(self.frames) if f.subjects is group), None)
        completes = following.kind == "number" or (following.kind == "direction" and following.form == "adjective")
        if self.frame is not None and not self.frame.empty and not completes:
            self.sibling(following)
        self.resumed = owner == "group" and not spoken
        self.main = None

    def _modal_holds(self, boundary: Token) -> bool:
        """A denial or a condition colours the rest of its sentence, "could" and "expected" only their clause."""
        if self.modal is None or boundary.form == "quote" or boundary.value in ("that", "and", "or"):
            return self.modal is None or (self.modal.form != "negated" and str(self.modal.value) not in _FORECAST_NOUNS)
        return self.modal.form == "denied" or str(self.modal.value) in CONDITIONS

    def _predicate(self, index: int) -> None:
        """The first predicate of a segment: without a subject before it, it is the last one's, or that of unknown words."""
        token = self.s.tokens[index]
        if token.kind in ("copula", "state"):
            said = {*self.s.written(token).split(), *self.s.gap(index).split()}
            self.past = self.past or "had" in said or {"having", "been"} <= said
        self._unknown(index)
        if not self._exists(index):
            self._adopt(index)
        self.told = True

    def _exists(self, index: int) -> bool:
        """ "There was a gain of 3% for the DAX": the subject is still to come."""
        return self.s.tokens[index].kind == "copula" and "there" in self.s.gap(index).lower().split()

    def _unknown(self, index: int) -> None:
        before = self.s.at(index - 1)
        count = before.number if index == self.segment + 2 and before is not None and not self.held else None
        if count is not None and count.unit is None and not count.decimals and not count.fraction:
            self.owner, self.held = "other", True  # "276 advanced and 624 fell"
        if not self.told and not self.held and unknown_subject(self.s, self.segment, index):
            self.owner, self.held = "unknown", True
