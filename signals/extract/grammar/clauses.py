"""Whose clause it is: the subject of each segment of a sentence.

A segment has at most one subject: the name, the reference or the unknown words that stand where a subject stands. One
without a subject goes on about the last; after a subordinate clause or an aside the main clause is taken up again.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from signals.extract.grammar.agents import INDICES
from signals.extract.grammar.ahead import levels_ahead
from signals.extract.grammar.compounds import is_unit_price, offshore
from signals.extract.grammar.fitting import fits
from signals.extract.grammar.futures import is_contract
from signals.extract.grammar.removals import GOODS
from signals.extract.grammar.role import MOVE_UNITS, Role
from signals.extract.grammar.sentence import FOREIGN
from signals.extract.grammar.statements import Statements
from signals.extract.grammar.strangers import (
    acts_unknown,
    at_home,
    is_apposed,
    of_some,
    opens_as_good,
)
from signals.extract.grammar.unknown_names import is_about_stranger, is_symbol_alone
from signals.extract.grammar.verbs import is_finite, names_something, unknown_subject
from signals.extract.linking.contracts import METAL_FUTURES
from signals.extract.linking.mentions import Mention
from signals.extract.text.lines import is_headline
from signals.extract.text.phrases import nouns
from signals.extract.text.tokens import Number, Token

DATING = frozenset({"when", "before", "as", "after", "until", "while"})
_BASKET = Mention("DXY", "index", "points")  # the dollar "against a basket of currencies"
_DATES = re.compile(
    r"(?:Within|Inside|Barely|Just|Only)?(?: ?\w+)? ?(?:seconds|minutes|moments|hours|days|weeks)\b|this time\b", re.IGNORECASE
)
_SECTIONS = frozenset({"shares", "stocks", "equities", "rates", "bonds", "commodities", "metals", "crypto", "diary", "data"})
_LABEL = 16  # characters of the label of a line, at most
_PRESENT = frozenset({"was", "were", "is", "are"})  # "dollars that had gone for 79 centimes were changing hands at 85.9"
_SINCE = re.compile(r"\s*(?:Ever since|Since) ")
_TRADED = re.compile(r"\b(?:onshore|offshore|spot|market|interbank)\b", re.IGNORECASE)


@dataclass(slots=True, eq=False)
class Clauses(Statements):
    """The subject of the walk through one sentence.

    ``owner`` says whose the statements are now: those of ``group``, of an "other" subject that is no instrument, of
    "unknown" words, of another "contract", of the "object" that a relative clause speaks of, or of none yet.
    """

    owner: str = "none"
    aside_until: int = -1
    aside_closes: int = -1  # the comma behind which the verb of the subject stands
    aside_to: list[Token] = field(default_factory=list)  # the subject that the aside is to
    fixed_before_aside: bool = False  # whether a fixing was spoken of before it, and not only in it
    main: tuple[list[Token], str, bool] | None = None  # what to take up again after a subordinate clause
    resumed: bool = False  # whether the segment takes up a subject of which nothing has been said
    verbless: bool = False  # whether the subject has no predicate yet: "where Sasol, at R107,"
    embedded: bool = False  # whether the clause is a relative one with a subject of its own

    def _subject(self, group: list[Token], token: Token) -> None:
        group = offshore(self.s, self.segment, group, token)
        opening = self.s.tokens[self.segment].end if self.segment >= 0 else self.s.start
        again = self.fixes and _TRADED.search(self.s.text, opening, token.end) is not None
        pronoun = token.kind == "ref" and token.form == "any" and self.salience.fixed == group[0].value.id
        self.fixes = (self.fixes and not again) or pronoun
        self.group, self.owner, self.spoken, self.held, self.verbless = group, "group", False, True, self.caused is None
        spot = is_contract(token) and group[0].value.id in METAL_FUTURES.values()  # "it" may mean the metal still
        if not spot and not (is_unit_price(self.s, token) and self.salience.open):
            self.salience.note(group)
        if group[0].value.id == "USD" and "basket" in self.s.text[self.s.start : self.s.end + 40].partition(". ")[0]:
            self.counter = Token("instrument", token.start, token.end, _BASKET)
        self.open(token)
        waiting, self.waiting = self.waiting, []
        for place, number, found in waiting:
            self._take(place, number, found)
        if waiting and any(t.value in DATING for t in self.s.tokens[waiting[-1][0] + 1 : token.place]):
            self.sibling(token)  # "0.6 percent lower when the news broke, the SMI closed at 5,414"
        self.spoken = False

    def _take(self, place: int, number: Token, found: Role) -> None:
        if found.name == "move":
            self.move(number, found)
        elif found.name == "alternative":
            self.alternative(number, found)
        else:
            self.level(place, number, found)

    def _adopt(self, index: int) -> None:
        """A sentence that begins with a verb, a level word or a number goes on about the last subject."""
        if self.owner != "none":
            return
        behind = self.segment >= 0 and (self._of_unknown(index) or is_apposed(self.s, self.segment) or opens_as_good(self.s))
        abroad = bool(self.salience.last) and self.salience.last[0].value.instrument_class in INDICES
        unknown = bool(self.salience.last) and is_about_stranger(self.s)
        if behind or unknown or acts_unknown(self.s, index) or (abroad and at_home(self.s)):
            self.owner = "unknown"
            return
        if self._of_both(index):
            return
        number = self.s.tokens[index].number
        level = number is not None and not number.ignored and not number.fraction and number.unit not in MOVE_UNITS
        again = number is not None and not level and self._told_again(index)
        named = number is not None or any(t.kind == "instrument" for t in self.s.tokens[:index])
        ahead = [] if named else levels_ahead(self.s, index)[:1]
        said = number if level else next(iter(ahead), None)
        group = self.salience.moved if again else self._labelled(said) or self.salience.continued(said)
        if group and not self._under_another_label(group[0]):
            self.group, self.owner = group, "group"
            self.open(self.s.tokens[index])

    def _labelled(self, level: Number | None) -> list[Token]:
        """ "AUD: Finished at 0.8927. A strong USD weighs. Opens here at 0.8914": the name that labels the line."""
        line, colon = self._label()
        if colon < 0:
            return []
        named = (g for g in self.salience.recent() if line <= g[0].start and g[0].end == colon)
        return next((group for group in named if level is None or fits(group, [level])), [])

    def _under_another_label(self, named: Token) -> bool:
        """ "STOCKS: It was all Quirkco (sold at $68)": whether a line about a market of another kind was begun since."""
        line, colon = self._label()
        return named.start < line and colon > 0 and self.s.text[line:colon].strip(" -•*").lower() in _SECTIONS

    def _label(self) -> tuple[int, int]:
        """Where the line begins, and the colon behind its label; -1 where it has none before the sentence."""
        line = self.s.text.rfind("\n", 0, self.s.start) + 1
        return line, self.s.text.find(": ", line, min(line + _LABEL, self.s.tokens[0].end + 2))

    def _of_both(self, index: int) -> bool:
        """ "Both have gained 18%": a sentence about the last two spoken of; about strangers where these are not alike."""
        if index or self.s.gap(0).split()[:1] != ["Both"]:
            return False
        group = self.salience.pair()
        self.group, self.owner = group, "group" if group else "unknown"
        if group:
            self.open(self.s.tokens[0])
        return True

    def _of_unknown(self, index: int) -> bool:
        """ "Macquarie had another rotten day, it was down": the pronoun stands for unknown words before it."""
        if _DATES.match(self.s.gap(0).lstrip()):
            return False  # "this time a year ago it was $27", "minutes later it was"
        if self.salience.last and self.salience.last[0].value.instrument_class in GOODS and _SINCE.match(self.s.gap(0)):
            return False  # of copper, "since sanctions were announced it is 24 percent higher"
        return index > 0 and self.owner != "group" and self.s.gaps[0] == FOREIGN and names_something(self.s.gap(0))

    def given(self, index: int, found: Role) -> Role:
        """ "Five paise were added to the rupee": what was added to a name is its move."""
        said = self.s.tokens[index + 1 : index + 5]
        if [t.kind for t in said] != ["copula", "direction", "prep", "instrument"] or said[2].form != "to" or not said[1].value:
            return found
        self._subject([said[3]], said[3])
        self.used.add(said[1].place)
        return Role("move", sign=int(said[1].value), cue=said[1])

    def _standing(self) -> tuple[list[Token], str, bool] | None:
        """The subject of the clause that breaks off here: its group, whose it is, and whether anything was said of it."""
        if self.owner == "none":
            return ([], "unknown", False) if names_something(self.s.gap(0)) and self.s.gaps[0] == FOREIGN else None
        return self.group, self.owner, self.spoken

    def _predicate(self, index: int) -> None:
        """The first predicate of a segment: without a subject before it, it is the last one's, or that of unknown words."""
        token = self.s.tokens[index]
        if token.kind in ("copula", "state"):
            said = {*self.s.written(token).split(), *self.s.gap(index).split()}
            present = self.past == "had" and not said.isdisjoint(_PRESENT)
            self.past = "" if present else self.past or ("having" if "having" in said else "had" if "had" in said else "")
        self._unknown(index)
        if not self._exists(index):
            self._adopt(index)
        self.told, self.verbless, self.acts = True, False, self.acts or is_finite(self.s, index)
        if token.form == "close" and self.acts and self.owner == "group" and self.group[0].value.instrument_class != "crypto":
            self.closing = self.group[0].value.instrument_class

    def _exists(self, index: int) -> bool:
        """ "There was a gain of 3% for the DAX": the subject is still to come."""
        return self.s.tokens[index].kind == "copula" and "there" in self.s.gap(index).lower().split()

    def _unknown(self, index: int) -> None:
        """Words before a predicate that are its subject, and name nothing that we know."""
        if index == self.segment + 1 and not self.held and of_some(self.s, index):
            self.owner, self.held = "other", True
            return
        if index == self.segment + 1 and self._shares_verb(index):
            return
        if index == self.segment + 1 and not self.held and not self.told and is_symbol_alone(self.s, self.s.tokens[index]):
            self.owner, self.held = "unknown", True
            return
        before = self.s.at(index - 1)
        opening = self.s.at(self.segment + 1)
        led = opening is not None and opening.kind == "prep"  # "of the 200, just nine rose"
        first = index == self.segment + 2 or (led and is_finite(self.s, index))
        count = before.number if first and before is not None and not self.held else None
        if count is not None and count.unit is None and not count.decimals and not count.fraction:
            self.owner, self.held = "other", True  # "276 advanced and 624 fell"
        if not self.told and not self.held and unknown_subject(self.s, self.segment, index) and not self._described(index):
            self.owner, self.held = "unknown", True

    def _described(self, index: int) -> bool:
        """ "HP Inc. — The PC maker added 2%": behind a label the words that describe it."""
        opening, said = self.s.at(self.segment), self.s.gap(index).split()
        if opening is None or opening.form not in ("dash", "colon") or self.owner != "group" or self.spoken:
            return False
        return 1 < len(said) < 6 and said[0] == "The" and index == self.segment + 1 and nouns().get(said[-1]) == "company"

    def _shares_verb(self, index: int) -> bool:
        """ "Gold, oil ease": a stranger of a headline's list and the name before it have one verb."""
        link, verb = self.s.at(self.segment), self.s.tokens[index]
        if link is None or link.form not in ("comma", "and") or self.s.at(self.segment - 1) not in self.group or self.spoken:
            return False
        stranger, plural = self.s.gap(index).split(), not self.s.written(verb).split(" ")[0].endswith("s")
        listed = len(stranger) <= 2 and all(word.isalpha() and word.islower() for word in stranger)
        return listed and plural and verb.kind in ("direction", "state") and is_headline(self.s.text)
