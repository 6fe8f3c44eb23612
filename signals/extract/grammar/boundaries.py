"""The boundaries of a sentence: what ends at each, what goes on, and what is taken up again."""

from __future__ import annotations

from signals.extract.grammar.agents import (
    CAUSES,
    INDICES,
    agent,
    is_sized,
    listed_by_symbol,
    listed_stranger,
    member_before,
    named,
    names_stranger,
    ranks,
)
from signals.extract.grammar.appositions import aside_closes, opens_apposition, tells_figures
from signals.extract.grammar.clauses import Clauses
from signals.extract.grammar.compounds import held_by_people, in_amount
from signals.extract.grammar.counter_lists import counts_price
from signals.extract.grammar.following import RELATIVE, is_mere_reason, likewise
from signals.extract.grammar.fronted import behind_with
from signals.extract.grammar.levels import CONDITIONS
from signals.extract.grammar.modals import told_behind
from signals.extract.grammar.outcomes import is_apposed_size, stands_for
from signals.extract.grammar.relatives import dates_aside, means_price, traded_at
from signals.extract.grammar.results import is_of_result, tells_result
from signals.extract.grammar.role import EXTREMES
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, words
from signals.extract.grammar.strangers import (
    described_stranger,
    ends_in_name,
    is_antecedent,
    joins_stranger,
    labels_bracket,
    labels_unknown,
    lists_symbol,
)
from signals.extract.grammar.surroundings import names_forecast, next_bound
from signals.extract.grammar.unknown_names import likens_stranger
from signals.extract.grammar.verbs import acts_next, is_verb
from signals.extract.text.tokens import Token

SUBORDINATE = RELATIVE | {"after", "before", "as", "when", "because", "since", "until", "once", "though", "although"}


class Boundaries(Clauses):
    """What each boundary does to the subject of the segment; see ``Clauses``."""

    __slots__ = ()

    def on_bound(self, index: int, token: Token) -> None:
        """A boundary ends a segment, and may open or close an aside to the subject."""
        self._give_back()
        self._bound(index, token)
        if token.value == "as" and self.last_sign is not None and (named := likewise(self.s, index)) is not None:
            self._subject([named], named)
            self.direct(stands_for(named, self.last_sign), bare=True)
            self.told = True
        elif index == self.aside_closes:
            self._take_up(index)
        elif token.form in ("comma", "dash"):
            self._open_aside(index)

    def _open_aside(self, index: int) -> None:
        """ "The rand, which often tracks gold, was at 17.65": the verb behind the second comma is that of the subject, and
        what tells no figures in between is said of nobody.
        """
        named = self.s.at(index - 1)
        stranger = index == 0 and self.owner in ("none", "unknown") and ends_in_name(self.s.gap(0))
        stranger = stranger or (named is not None and joins_stranger(self.s, index, named))
        if not stranger and (self.owner != "group" or self.spoken or named not in self.group):
            return
        if (closing := aside_closes(self.s, index)) is None:
            return
        self.aside_closes, self.aside_to = closing, [] if stranger else self.group
        self.fixed_before_aside = self.fixes
        if stranger or not tells_figures(self.s, index, closing):
            self.owner = "unknown"

    def _take_up(self, index: int) -> None:
        """Behind an aside the sentence goes on about its subject."""
        if not self.aside_to:
            self.group, self.owner, self.held = [], "unknown", True
            return
        self.state, self.fixes = None, self.fixes and self.fixed_before_aside
        if self.owner == "group" and self.group is self.aside_to:
            return
        self.group, self.owner, self.spoken, self.main = self.aside_to, "group", False, None
        self.frame = next((f for f in reversed(self.frames) if f.subjects is self.group), None)
        if self.frame is not None and not self.frame.empty:
            self.sibling(self.s.tokens[index + 1])
        self.resumed = True

    def _bound(self, index: int, token: Token) -> None:
        """What holds beyond a boundary depends on which it is."""
        form = token.form
        waits = self.owner == "group" and not self.spoken
        if token.value == "once" and waits and dates_aside(self.s, index, self.segment, self.group):
            return
        modal, self.modal = self.modal, self.modal if self._modal_holds(token) else None
        self.shelve(index, modal)
        if form == "open":
            self._open_bracket(index)
        elif form == "shut" and self.brackets:
            self.group, self.owner, self.frame, self.spoken = self.brackets.pop()
            self.last_kind = None if self.last_kind in EXTREMES else self.last_kind  # "at 1.24 (range 1.23-1.25), Y at 150"
        elif form in ("clause", "dash", "colon"):
            self.fixes = self.fixes and (form == "colon" or token.value == "as" or token.value in RELATIVE)
            self._new_clause(index, token)
        if form in ("comma", "dash", "open") and (self._names_subject(index) or described_stranger(self.s, index)):
            self.owner = "unknown"
        elif form == "comma" and lists_symbol(self.s, index, self.segment):
            self.owner, self.main = "unknown", None
        self.clause += 1
        segment, ranked = self.segment, self._is_ranked(index)
        self.segment, self.held, self.told, self.past, self.acts = index, False, False, "", False
        self.tracking = self.tracking if form == "and" else None
        self.embedded = self.embedded and token.value in RELATIVE
        if form == "comma" and ranked:
            return
        if form == "comma" and self._describes_object(index):
            self.main = self.main or self._standing()
            self._subject([self.s.tokens[index - 1]], self.s.tokens[index - 1])
        elif form == "comma" and self._goes_to_agent(segment, index):
            return
        elif form in ("comma", "dash", "and"):
            self._resume(index, form)
            if form != "and" and self.group and not self.spoken and self.owner == "group" and opens_apposition(self.s, index):
                self.aside_until = next_bound(self.s, index)

    def _give_back(self) -> None:
        """Behind "on Brent's 3% jump" the sentence is about its subject again."""
        if self.possessed is not None:
            self.group, self.owner, self.frame, self.spoken = self.possessed
            self.possessed = None

    def _open_bracket(self, index: int) -> None:
        """ "Supported by SAP (up 1.9%)": what a bracket says is of the label or the member of an index right before it."""
        stranger = labels_bracket(self.s, index, self.segment, self.held, self.told)
        self.brackets.append((self.group, self.owner, self.frame, self.spoken))
        self.owner = "unknown" if stranger else self.owner
        if (member := self._member_before(index)) is not None and is_sized(self.s, index):
            self._subject([member], member)

    def _member_before(self, index: int) -> Token | None:
        """The share right before a boundary, where the sentence is about an index."""
        about = self.main[0] if self.main is not None and self.main[0] else self.group
        return member_before(self.s, index) if about and about[0].value.instrument_class in INDICES else None

    def _is_ranked(self, index: int) -> bool:
        """ "Shell was the biggest faller, down 2%", "was the top riser on the FTSE 100, up 9%": the size is the subject's."""
        told = self.told and not self.spoken and self.owner == "group"
        return told and ranks(self.s, self.segment, index) and is_sized(self.s, index)

    def _names_subject(self, index: int) -> bool:
        """ "Whereas Merrill, for which ...": unknown words alone after a conjunction are the subject of what follows."""
        opening = self.s.at(self.segment)
        if opening is None or opening.form != "clause" or opening.value in RELATIVE or self.held or self.told:
            return False
        named = any(word[0].isupper() for word in words(self.s.gap(index)))
        return index == self.segment + 1 and self.s.gaps[index] == FOREIGN and named

    def _goes_to_agent(self, segment: int, index: int) -> bool:
        """Whether what follows a comma is of whom a passive before it names, or of the next of a list of such."""
        if (by := agent(self.s, segment, index)) is not None and is_sized(self.s, index):
            self._of_agent(named(self.s, by, index))
        elif (cause := self._member_before(index)) is not None and self._is_cause(segment, index):
            self._of_agent(cause)
        elif (other := member_before(self.s, index)) is not None and self._of_another_share(other, index):
            self._of_agent(other)
        elif self._is_of_none(segment, index):
            self._of_agent(None)
        else:
            return False
        return True

    def _is_of_none(self, segment: int, index: int) -> bool:
        """Whether what follows a comma is of a name that we do not know, or of a result."""
        stranger = listed_stranger(self.s, segment, index) or listed_by_symbol(self.s, index)
        return stranger or is_of_result(self.s, index) or likens_stranger(self.s, index)

    def _of_another_share(self, other: Token, index: int) -> bool:
        """ "Nvidia rose 7% on a deal for Mellanox, up 8%": a size apposed to another share, where the subject has its own."""
        share = self.owner == "group" and self.group[0].value.instrument_class == "share" and other not in self.group
        return share and self.frame is not None and self.frame.move is not None and is_sized(self.s, index)

    def _is_cause(self, segment: int, index: int) -> bool:
        """ "The DAX rose 0.3% thanks to SAP, up 1.9%": whether what is apposed to a member is why the index moved."""
        lead = next((t for t in reversed(self.s.tokens[segment + 1 : index]) if t.kind == "prep"), None)
        return lead is not None and self.s.written(lead) in CAUSES and is_sized(self.s, index)

    def _of_agent(self, name: Token | None) -> None:
        """ "Led by Nvidia, down 5%": what follows is said of whom a passive names."""
        self.main = self.main or self._standing()
        if name is None:
            self.owner, self.held = "unknown", True
        else:
            self._subject([name], name)

    def _describes_object(self, index: int) -> bool:
        """ "Save for USD/JPY, up 0.3%,": before anything has been said an adjective after a name is about that name."""
        before = self.s.at(index - 1)
        if self.spoken or self.s.gaps[index] > HEADS or before is None or before.kind != "instrument" or before in self.group:
            return False
        amounts = before.value.instrument_class != "share" and in_amount(self.s, index - 1)
        if amounts or counts_price(self.s, before):
            return False  # "mined 1.2 million ounces of gold, down 4%"
        return is_sized(self.s, index)

    def _new_clause(self, index: int, token: Token) -> None:
        before = self.s.at(index - 1)
        named = before is not None and (before in self.group or before.form == "shut")
        labels = token.form != "clause" and named and not self.spoken
        if token.form == "dash" and (before is None or before.kind != "list"):
            self.last_sign = None
        if token.value in (":", ";"):
            self.main = None
        if token.value in ("before", "after", "then", "but") and self.state is not None and self.state.form == "open":
            self.state = None  # "lost 12% at the open, before a recovery to 618.40"
        following = self.s.next(index)
        if token.value == "that" and following is not None and following.kind == "prep" and self._is_like(index, following):
            self.main, self.spoken = None, True  # "that on ten-year paper rose": one like what was named, of another
            behind, rate = self.s.at(index + 2), bool(self.group) and self.group[0].value.instrument_class == "policy rate"
            if rate and self.s.gaps[index + 2] == FOREIGN and (behind is None or behind.kind != "instrument"):
                self.owner, self.held = "unknown", True  # "that on the refinancing operations to 3%"
            return
        waiting = token.value in RELATIVE and self.owner == "group" and not self.spoken  # "while Citi, which fell 2%, closed"
        if token.value in SUBORDINATE and (self.main is None or waiting):
            self.main = self._standing()
        if token.value in RELATIVE:
            if self.owner == "none" and self.main is None and not self.told and is_antecedent(self.s, index):
                self.main = ([], "unknown", False)
            self._relative(index)
        if token.form != "clause" and labels_unknown(self.s, index):
            self.owner, self.held = "unknown", True
        self.spoken = not labels
        if token.value == ":" and self.owner == "other" and (held := held_by_people(self.s, self.segment, index)):
            self._subject([held], held)

    def _is_like(self, index: int, preposition: Token) -> bool:
        """ "That on ten-year paper", "that for the dollar": one like what was named, of another."""
        named = self.s.at(index + 2)
        priced = named is not None and named.kind == "instrument" and named.value.instrument_class == "currency"
        return preposition.form in ("on", "of") or (preposition.form == "for" and priced)

    def _relative(self, index: int) -> None:
        """ "A dollar that firmed", "Sibanye, which added 5%": the antecedent is the subject; "in which it holds": nobody."""
        following, token = self.s.next(index), self.s.tokens[index]
        before, place = self.s.at(index - 1), index
        if before is not None and before.kind == "bound":
            before, place = self.s.at(index - 2), index - 1
        if before is not None and (before.kind, before.form) == ("ref", "share") and self.s.gaps[before.place] <= HEADS:
            owner = self.s.at(before.place - 1)
            named = owner is not None and owner.kind == "instrument" and owner.value.instrument_class == "share"
            before = owner if named else before  # "demand for Apple shares, which fell"
        if tells_result(self.s, place) and token.value in ("that", "which"):
            self.owner = "unknown"
            return
        if self.spoken and names_stranger(self.s, place):
            self.owner = "unknown"  # "fell 0.4%, hurt by a fall in Quirkco, which lost 5%"
            return
        if before is not None and before.kind == "prep" and self.s.gaps[place] > FUNCTION:
            headed = before.place == 0 and self.owner == "none"  # "In the financial sector, which lost"
            headed = headed or (before.form in ("by", "with") and ends_in_name(self.s.gap(place)))
            self.owner = "unknown" if headed else self.owner
            before = None if headed else traded_at(self.s, before.place, self.group)
        self.embedded = False
        if token.value == "whose" and following is not None and following.form == "share":
            self._of_antecedent(before, place)
        elif not acts_next(self.s, index) and not (following is not None and following.kind == "modal"):
            self.embedded = True
            if self.owner == "group":
                self.owner = "object"
        elif before is not None and before.kind == "prep":
            self.owner = "unknown"  # "most of that had melted"
        elif before is self.counter and before is not None and means_price(self.s, index, before):
            return
        elif before is not None and before.kind == "instrument" and before not in self.group:
            self._subject([before], before)

    def _of_antecedent(self, named: Token | None, place: int) -> None:
        """ "A contrast with Ford, whose shares fell": they are those of the name before; of one unknown, nobody's."""
        if named is None or named.kind != "instrument" or self.s.gaps[place] > HEADS:
            self.owner = "unknown"
        elif named not in self.group:
            self._subject([named], named)

    def _resume(self, index: int, form: str) -> None:
        """After a subordinate clause a verb without a subject goes on about the main clause's."""
        self.resumed = False
        beside = self._beside(index) if self.main is None and form == "comma" else None
        self.main = self.main or beside
        parted = self.s.tokens[index - 1].kind == "bound" or is_mere_reason(self.s, index)
        if self.main is None or (form == "and" and not parted):
            return
        following = self.s.next(index)
        place = index
        if following is not None and following.kind == "bound" and following.form == "and":
            place = index + 1
        following = self.s.at(place + 1)
        if following is None or not (acts_next(self.s, place) or self._sized_next(place)) or self._sizes_other(index):
            return
        if self._goes_on_here(index, place, following):
            return
        idle = self.s.tokens[index - 1].form == "any" and self.s.gaps[index] == FOREIGN  # "a gold miner when it suits, lost"
        waits = beside is None and (self.verbless or (not self.spoken and self.main[1] != "group"))
        if self.owner == "group" and waits and self.group is not self.main[0] and not idle:
            return  # the subject of this clause still waits for its verb
        listed = following.number is not None and self.listing(following.number)
        if self.owner == "group" and (listed or self.lacks_size(following, self.main[0])):
            return
        group, owner, spoken = self.main
        self.group, self.owner, self.spoken = group, owner, spoken
        self.frame = next((f for f in reversed(self.frames) if f.subjects is group), None)
        completes = following.kind == "number" or is_apposed_size(self.s, place + 1)
        if self.frame is not None and not self.frame.empty and not completes:
            self.sibling(following)
        self.resumed = owner == "group" and not spoken
        self.main = None
        if self.state is not None and self.s.written(self.state).startswith("at "):
            self.state = None  # "which lost 30% at the open, was at $35.12"

    def _goes_on_here(self, index: int, place: int, following: Token) -> bool:
        """ "Hit Wall Street, where the Dow fell 416 points, or 3.3%, to 12,216": a second size, or the level behind it, of the
        clause that is open, where the main clause is of something that we do not know.
        """
        frame, size = self.frame, self.s.tokens[index - 1 - (self.s.tokens[index - 1].kind == "bound")]
        if frame is None or self.owner != "group" or self.main is None or self.main[1] == "group" or frame.level is not None:
            return False
        level = self.s.next(place + 1) if following.form in ("to", "at") else None
        restated = following.number is not None and self.s.tokens[place].value == "or"
        led = restated or (level is not None and level.number is not None and level.number.unit != "percent")
        return led and (size is frame.move or size in frame.alternatives)

    def _sizes_other(self, index: int) -> bool:
        """ "Slid 6% after its data-center sales, up 27%, fell short": the size between commas is that of what stands before."""
        opening, said, aside = self.s.at(index - 2), self.s.tokens[index - 1], self.s.at(index + 1)
        if self.owner != "other" or said.kind != "other" or aside is None:
            return False
        sized = aside.kind == "number" or (aside.kind == "direction" and aside.form == "adjective")
        clause = opening is not None and opening.form == "clause" and opening.value not in RELATIVE
        return sized and clause and not any(is_verb(word.lower()) for word in words(self.s.gap(said.place)))

    def _sized_next(self, place: int) -> bool:
        """ "Raised its policy rate, at which banks borrow, by half a point": the size of what was done before the aside."""
        size = self.s.at(place + 2)
        waits = self.main is not None and self.main[1] == "group" and not self.main[2]
        return waits and self.s.tokens[place + 1].form in ("by", "to") and size is not None and size.kind == "number"

    def _beside(self, index: int) -> tuple[list[Token], str, bool] | None:
        """ "The Nikkei fell 2%, with Sony down 3%, and has lost 5% this week": what was spoken of before "with"."""
        start = behind_with(self.s, index)
        told = next((f for f in reversed(self.frames) if f.end <= start and not f.empty), None) if start else None
        return (told.subjects, "group", True) if told is not None else None

    def _modal_holds(self, boundary: Token) -> bool:
        """A denial or a condition colours the rest of its sentence, "could" and "expected" only their clause."""
        if self.modal is not None and self.modal.form == "denied" and (boundary.form == "colon" or self._denied(boundary)):
            return False
        if self.modal is not None and told_behind(self.s, self.modal, boundary):
            return False
        if boundary.form == "quote" and boundary.start > self.s.start and not self.s.text[boundary.start - 1].isspace():
            return False  # what was said ends
        if self.modal is not None and self._leads_on_to(boundary):
            return True
        if self.modal is not None and self.modal.form == "forecast" and self._goes_with(boundary):
            return True  # "sees Brent averaging $60, with WTI $4 lower"
        if self.modal is not None and self.range is not None and boundary.form in ("colon", "dash"):
            return True  # "Expected range today: 14.35 - 14.60"
        if self.modal is None or boundary.form == "quote" or boundary.value in ("that", "and", "or"):
            return self.modal is None or (self.modal.form != "negated" and not names_forecast(self.s, self.modal))
        return self.modal.form == "denied" or str(self.modal.value) in CONDITIONS

    def _denied(self, boundary: Token) -> bool:
        """ "As it denied everything, and closed at 10.55": a denial of what is no price ends where the price is told."""
        place, following = boundary.place, self.s.next(boundary.place)
        if self.modal is None or following is None or not (boundary.form in ("comma", "and") or boundary.value == "but"):
            return False
        goes_on = self.s.gaps[place + 1] <= FUNCTION and following.kind in ("instrument", "ref", "state", "direction", "copula")
        return goes_on and all(t.kind == "bound" for t in self.s.tokens[self.modal.place + 1 : place])

    def _leads_on_to(self, boundary: Token) -> bool:
        """ "Would cut by half a point, to 11.25%": a comma between a size and the level that it leads to parts no clause."""
        place = boundary.place
        size, to, level = self.s.at(place - 1), self.s.next(place), self.s.at(place + 2)
        if boundary.form != "comma" or size is None or to is None or level is None or to.kind != "prep" or to.form != "to":
            return False
        return size.number is not None and level.number is not None

    def _goes_with(self, boundary: Token) -> bool:
        """Whether "with" follows a comma, what it adds to a clause being of the clause, or "for" an "and": "forecasts for the
        peso at 19.80 and for the rate at 7.5%".
        """
        following = self.s.next(boundary.place)
        if following is not None and following.form == "and" and boundary.form == "comma":
            following = self.s.next(following.place)
        if following is None or following.kind != "prep":
            return False
        return (boundary.form, following.form) in (("comma", "with"), ("and", "for"), ("comma", "for"))
