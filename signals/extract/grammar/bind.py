"""Binds the tokens of a sentence to whom they speak of: one walk from left to right over segments between boundaries."""

from __future__ import annotations

import re
from collections.abc import Callable

from signals.extract.grammar.compared import compare
from signals.extract.grammar.compounds import moved_offshore
from signals.extract.grammar.counter_lists import list_counters
from signals.extract.grammar.directions import Directions
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.handing_on import hand_on
from signals.extract.grammar.levels import CONDITIONS
from signals.extract.grammar.outcomes import rated, stands_for
from signals.extract.grammar.pairs import align, pair_up, share_out
from signals.extract.grammar.removals import costs
from signals.extract.grammar.sentence import FOREIGN, HEADS, NOTHING, words
from signals.extract.grammar.strangers import heads_sentence
from signals.extract.grammar.verbs import (
    is_finite,
)
from signals.extract.linking.mentions import LISTED
from signals.extract.text.months import MONTHS
from signals.extract.text.tokens import Token

_COUNTED = ("stocks", "stocks in lme", "stockpiles", "inventories", "inventory", "reserves", "shipments", "exports", "imports")
_AUXILIARIES = frozenset({"will average", "to average", "should", "will", "would", "could", "may", "might", "must"})
_REASONS = ("as", "after", "because", "since", "when")
_NOUN = 4  # words before a noun that describe it, at most: "for headline inflation"
_CLAUSE = 90  # characters before "would" in which the bank and its verb stand
# "The Governing Council decided to lower its rates. Accordingly, the rate on the deposit facility will be".
_RESOLVED = re.compile(
    r"\b(?:[Cc]ouncil|[Bb]oard|[Cc]ommittee|[Bb]ank|Authority) (?:(?:has|have|today|on [A-Z]\w+) ){0,2}"
    r"(?:decided|agreed|voted) to\b"
    r"[^\n]*(?:\. |\n)(?:Accordingly|Consequently|As a result|Thus|Therefore|The interest rates? on)\b[^\n.]*\Z"
)
_DECISION = 400  # characters before an auxiliary in which a decision is told
_DECIDED = re.compile(
    r"(?:\b(?:[Bb]ank(?: of (?:the )?[A-Z]\w+)?|Fed|Federal Reserve|ECB|Riksbank|Bo[EJ]|BO[EJKC]|RB[AI]|RBNZ|SNB|SARB|PBOC)"
    r"(?: \([A-Z]+\))?(?: on [A-Z]\w+)?|\bit) (?:said|says|announced|announces|decided)(?: on [A-Z]\w+| late)?(?: that)?"
    r" (?:it|its [\w -]{3,40}) \Z"
)


class Binder(Directions):
    """Walks one sentence."""

    __slots__ = ()

    def run(self) -> list[Frame]:
        """All frames of the sentence, empty ones included."""
        self.salience.sentence = self.s.start
        self.salience.main.paragraph = self.s.text.rfind("\n", 0, self.s.start + 1)
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
        align(self.s, self.frames, self.fates)
        list_counters(self.s, self.frames)
        if len(self.frames) > 1:
            share_out(self.s, self.frames, self.fates)
            compare(self.s, self.frames, self.fates)
            hand_on(self.s, self.frames)
        for frame in self.frames:
            if frame.level is not None and frame.level.number is not None:
                moved_offshore(self.s, frame)
                self.salience.sold_for(frame, frame.level)
                self.salience.priced.update((t.value.id, frame.level.number.value) for t in frame.subjects)
        self.salience.moved = next((f.subjects for f in reversed(self.frames) if f.move is not None), self.salience.moved)
        self.salience.told(self.frames)
        self._back_to_main()
        self.salience.head = self._head()
        self._ask()
        if self.frames:
            self.salience.fixed = self.group[0].value.id if self.fixes and self.group else None
        stranger = self.owner == "unknown" and heads_sentence(self.s.gap(0)) and len(words(self.s.gap(0))) > 1
        if (self.owner == "other" or stranger) and not self.frames:
            self.salience.open = False
        if not self.frames and (topic := self._sole_topic()) is not None:
            self.salience.note([topic])
        return self.frames

    def _back_to_main(self) -> None:
        """ "Gold eased as the dollar firmed. It": behind a reason without figures a text goes on about what moved."""
        last, opening = self.salience.last, None
        if last and last[0].start >= self.s.start and last[0].place >= 0:
            opening = next((t for t in reversed(self.s.tokens[: last[0].place]) if t.kind == "bound"), None)
        if opening is None or opening.value not in _REASONS:
            return
        if any(f.subjects is last and (f.move is not None or f.level is not None) for f in self.frames):
            return
        told = [f for f in self.frames if not f.empty and f.subjects is not last and f.subject_start < opening.start]
        if told:
            self.salience.note(told[-1].subjects)

    def _head(self) -> Token | None:
        """ "Vivendi, a holder of TIM, would not sell.": the company that opens a sentence in which no figure is told."""
        opening = self.s.at(0)
        if opening is None or opening.kind != "instrument" or opening.value.instrument_class != "share":
            return None
        figured = any(frame.move is not None or frame.level is not None for frame in self.frames)
        owner = self.s.text.startswith(("'", "’"), opening.end)
        return None if figured or owner or words(self.s.gap(0)) else opening

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
        if topic is None or len(named) != 1:
            return None
        heads = topic.value.instrument_class == "currency" and self.s.text.startswith(":\n", self.s.end - 1)
        return topic if heads or topic.value.instrument_class in LISTED else None  # "Other dollar rates:"

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
        """ "Support for the euro lies at 1.1645": the clause is about a level that was not traded; not "jumped 6.9%, its daily
        limit, to 98,700 dong".
        """
        before, size, after = (self.s.at(index + step) for step in (-1, -2, 1))
        if size is not None and size.number is not None and after is not None and after.form == "comma":
            return
        owned = before is not None and before in self.group and self.s.gap(index).strip() in ("'s", "’s")  # "gold's support is"
        heads = index - 2 == self.segment  # "the 200-day moving average"
        opens = before is None or before.kind in ("bound", "modal") or (heads and before.kind in ("number", "time"))
        if not self.told and (owned or (not self.held and opens)):
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
        if token.form == "forecast" and not self.held and self._of_economy(index):
            self.owner, self.held = "other", True
        if (self.held and str(token.value).startswith("had ")) or self._qualifies(index, token):
            return  # "ether had it worse": no condition behind its subject
        self.verbless = self.verbless and not self.held  # "the weak pound would hurt": a verb follows
        if self.modal is not None and (self.modal.form == "forecast" or str(self.modal.value) in CONDITIONS):
            return
        self.modal = token

    def _of_economy(self, index: int) -> bool:
        """ "Their median estimate of inflation moved up": what is foretold of something that has no price."""
        of, thing = self.s.next(index), self.s.at(index + 2)
        foretold = of is not None and of.form in ("of", "for") and thing is not None and thing.kind == "other"
        return foretold and len(words(self.s.gap(index + 2))) < _NOUN

    def _qualifies(self, index: int, token: Token) -> bool:
        """ "Warned of a possible loss": what is possible is a thing, and no figure stands there."""
        if token.value not in ("possible", "potential") or words(self.s.gap(index))[-1:] not in (["a"], ["the"], ["any"]):
            return False
        figure = self.s.near(index + 1)
        following = self.s.at(index + 1)
        sized = following is not None and following.number is not None and following.number.ignored is None
        return not sized and not (figure is not None and following is not None and following.kind == "direction")

    def _announced(self, token: Token) -> bool:
        """ "The central bank said its base rate would go up to 3.15 percent": what who sets a rate says of it is decided."""
        clause = self.s.text[max(token.start - _CLAUSE, self.s.start) : token.start]
        rated = any(t.kind == "instrument" and t.value.instrument_class == "policy rate" for t in self.s.tokens)
        if not rated:
            return False
        before = self.s.text[max(token.start - _DECISION, 0) : token.start]
        return _DECIDED.search(clause) is not None or _RESOLVED.search(before) is not None

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
