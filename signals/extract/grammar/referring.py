"""References in a sentence ("it", "the metal"): which of them is the subject of its segment, and what it stands for."""

from __future__ import annotations

import re
from dataclasses import replace

from signals.extract.grammar import strangers
from signals.extract.grammar.ahead import levels_ahead, pair_ahead
from signals.extract.grammar.contracts import as_contract, is_placed, of_ratio, qualifies
from signals.extract.grammar.frames import by_yield
from signals.extract.grammar.futures import is_contract
from signals.extract.grammar.names import Names
from signals.extract.grammar.references import TRADED
from signals.extract.grammar.relatives import is_its_object, moved_to
from signals.extract.grammar.sentence import FOREIGN, HEADS, NOTHING, one_phrase, words
from signals.extract.grammar.steps import acts_on_rates
from signals.extract.grammar.verbs import is_finite, is_verb, of_other_things, takes_object
from signals.extract.text.phrases import nouns
from signals.extract.text.tokens import Token

_PRICING = frozenset(
    {"quote", "quotes", "quoted", "quoting", "put", "puts", "putting", "priced", "prices", "pricing", "marked", "valued"}
)
_THINKING = frozenset({"reckons", "reckon", "thinks", "think", "believes", "believe"})
_NO_MONEY = ("bond yield", "yield spread", "policy rate", "index")
_PER_MONEY = re.compile(
    r"[^.;:\n]{0,30}?(?:\d[\d.,]* per|\b(?:against|versus|to) the) (?:U\.?S\.? )?(?:euro|dollar|greenback|pound|yen)\b"
)
_LOCAL = re.compile(r"[Tt]he (?:local|domestic|home|national) ")
_DETERMINED = ("the", "its", "their", "his", "it", "they", "them", "we", "she")


class Referring(Names):
    """What each reference does to the subject of the segment; see ``Clauses``."""

    __slots__ = ()

    def on_reference(self, index: int, token: Token) -> None:
        """A pronoun or description: "it", "the metal", "the stock"."""
        opening = self.s.at(index - 1)
        if opening is not None and opening.value == "whose" and token.form == "share":
            self.held = True  # of the antecedent
            return
        if token.form == "share" and self._counted(index):
            self.owner, self.held = "unknown", True
            return
        if (
            (token.form in ("any", "share", "index", "commodity") or token.value == "the rate")
            and (self._is_quoted(index) or (token.form == "share" and self._is_moved(index)))
            and (found := self.salience.resolve(token, levels_ahead(self.s, index)))
        ):
            self._subject(found, token)
            return
        if self._passed_over(index, token) or self._superlative(index):
            return
        token = as_contract(self.s, index)
        written = self.s.written(token)
        if self._behind_name(index, token):
            return
        determined = written.startswith(_DETERMINED)
        if self.owner == "unknown" and index == 1 and strangers.opens_line(self.s):
            return
        others = of_ratio(self.s, index) or (not determined and self._is_of_others(index, token))
        if others or strangers.of_figures(self.s, index, self.salience.last):
            self.owner, self.held = "unknown", True
            return
        if self.group and not self.spoken and self.owner == "group" and token.form not in ("any", "former", "latter"):
            return
        if self._of_unknown_words(index) if token.form == "any" else self._of_a_stranger(index):
            self.owner, self.held = "unknown", True
            return
        if token.form == "yield" and not determined and not index and self.salience.of_share():
            self.owner, self.held = "other", True  # "DBS closed at S$25.98. Yield 4.3%" is what it pays
            return
        if written == "they" and pair_ahead(self.s, index):
            token = replace(token, form="two")
        self._refer(index, token, written)

    def _counted(self, index: int) -> bool:
        """ "About 1,340 shares advanced and 180 were flat": a number of them, which opens its clause."""
        count, said = self.s.at(index - 1), self.s.next(index)
        if count is None or count.number is None or count.number.ignored not in ("count", "amount") or said is None:
            return False
        opens = all(t.kind in ("time", "phase", "prep", "state") for t in self.s.tokens[self.segment + 1 : count.place])
        return opens and said.kind in ("direction", "copula")

    def _is_quoted(self, index: int) -> bool:
        """ "Banks quoted it at 135.50", "traders put it at 1,530": the object of a verb of pricing, with its price."""
        before, at, number = self.s.at(index - 1), self.s.at(index + 1), self.s.at(index + 2)
        if at is None or at.form != "at" or number is None or number.kind != "number":
            return False
        if before is not None and before.kind == "modal" and before.form == "forecast" and self.s.gaps[index] == NOTHING:
            return True  # "the bank sees it at $120,000"
        verb = next(reversed(words(self.s.gap(index))), "") or (self.s.written(before) if before is not None else "")
        return verb.lower() in _PRICING

    def _refer(self, index: int, token: Token, written: str) -> None:
        """Makes what a reference stands for the subject; nothing known makes it another one."""
        ahead, spoken = levels_ahead(self.s, index, of_rate=token.value == "the rate"), self._spoken_of(index, token)
        if token.form == "any" and self._is_money(token):
            spoken = Token("ref", token.start, token.end, "the currency", "fx")
        if token.form == "index" and self._is_at_home(index, token):
            resolved = self.salience.index_at_home(ahead)
        else:
            resolved = self._topic(index, token) or self._of_bank(index, written) or self.salience.resolve(spoken, ahead)
        resolved = [] if strangers.of_another_rate(self.s, self.owner, token, resolved) else self._priced_in(resolved, token)
        if resolved and self._fronted(index, token, resolved):
            self.held = True
        elif resolved:
            self._subject(by_yield(resolved) if "yield" in written else resolved, token)
        elif token.form != "any" or not self.held:
            self.owner, self.held = "other", True

    def _is_money(self, token: Token) -> bool:
        """ "It also weakened beyond 159 per euro", behind a yield: what is priced in money as only a currency is."""
        last = self.salience.last[0].value.instrument_class if self.salience.last else "currency"
        return last in _NO_MONEY and _PER_MONEY.match(self.s.text, token.end) is not None

    def _is_at_home(self, index: int, token: Token) -> bool:
        """ "Here the benchmark ended", "the local index": no index of the market abroad that was spoken of last."""
        if _LOCAL.match(self.s.text, token.start):
            return True
        named = any(t.kind in ("instrument", "ref") for t in self.s.tokens[:index])
        return not named and strangers.at_home(self.s)

    def _of_bank(self, index: int, written: str) -> list[Token]:
        """ "The bank last cut in May, by 25 basis points": a central bank, whose rate was spoken of, stands for it."""
        if written != "the bank" or not self.salience.last or self.salience.last[0].value.instrument_class != "policy rate":
            return []
        verbs = [t for t in self.s.tokens[index + 1 : index + 3] if t.kind == "direction" and t.form == "causative"]
        acts = any(acts_on_rates(self.s, verb.place, self.salience.last[0].value.id) for verb in verbs)
        return self.salience.last if acts else []

    def _is_of_others(self, index: int, token: Token) -> bool:
        """ "Their gas price", "government bond prices": unknown words before the noun make it that of something else, but not
        "on the Comex the June contract", a place of trade.
        """
        if is_placed(self.s, self.segment, index):
            return False
        if words(self.s.gap(index))[-1:] and words(self.s.gap(index))[-1] in _THINKING:
            return False  # "the broker reckons prices will end the year at"
        return self.s.gaps[index] == FOREIGN or (token.form == "commodity" and of_other_things(self.s.gap(index)))

    def _passed_over(self, index: int, token: Token) -> bool:
        """Whether a reference stands in an aside, where an object stands, or before the one that it describes."""
        if token.form == "two" and (self.s.next(index) is None or self.held):
            return True
        if index + 1 < len(self.s.tokens) and takes_object(self.s, index + 1):
            return True
        before = self.s.at(index - 1)
        passed = self._is_governed(index, before) or index < self.aside_until or is_its_object(self.s, index, self.segment)
        return passed or self._is_no_subject(index, token) or qualifies(self.s, index)

    def _is_governed(self, index: int, before: Token | None) -> bool:
        """ "With it", "the Nasdaq outdoing it at +2.2%": what a preposition or a participle acts on."""
        if self.s.tokens[index].value != "it":
            return False
        participle = next(iter(words(self.s.gap(index))[-1:]), "").endswith("ing")
        return participle or (before is not None and before.form == "with" and self.s.gaps[index] == NOTHING)

    def _superlative(self, index: int) -> bool:
        """ ", the most it has ever put on in a day,": an aside about a size, no statement."""
        comma, gap = self.s.at(index - 1), words(self.s.gap(index)) if self.s.tokens[index].form == "any" else []
        aside = comma is not None and comma.form in ("comma", "dash") and len(gap) == 2 and gap[0].lower() == "the"
        if not aside or not gap[1].endswith(("st", "least")):
            return False
        self.main = self.main or self._standing()
        self.owner, self.held, self.told = "object", True, True
        return True

    def _topic(self, index: int, token: Token) -> list[Token]:
        """ "With WTI it was $44.60": a fronted phrase names what the pronoun stands for."""
        named, opening = self.s.at(index - 1), self.s.at(index - 2)
        fronted = index == self.segment + 3 and token.form == "any" and self.s.gaps[index] == NOTHING
        if not fronted or named is None or named.kind != "instrument" or opening is None or opening.kind != "prep":
            return []
        return [named] if opening.form in ("with", "for", "in") and named is not self.counter else []

    def _priced_in(self, resolved: list[Token], token: Token) -> list[Token]:
        """ "The dollar index slid. Against the franc it lost 1%": what has a price in a currency is a currency."""
        opening = self.s.tokens[0]
        against = opening.form in ("against", "in") and token.form == "any"
        if not against or self.counter is None or self.counter.place > token.place:
            return resolved
        counter = self.counter.value.id
        if resolved and resolved[0].value.instrument_class == "currency" and resolved[0].value.id != counter:
            return resolved
        if opening.form == "in" and resolved and resolved[0].value.id != counter:
            return resolved  # "in dollars it lost 3%", of an index
        return self.salience.currency_but(counter) or resolved

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
        spoken = self.salience.last[0].value.id if self.salience.last else ""
        traded = is_contract(self.s.tokens[index]) or self.s.tokens[index].form == "commodity"
        if after.form == "in" and traded and index + 2 < len(self.s.tokens):
            return not self.s.gap(index + 2).strip().startswith(TRADED.get(spoken, ()))  # "the August contract in Singapore"
        if after.form == "of" and self.s.tokens[index].form == "commodity" and self.s.gaps[index + 2] == FOREIGN:
            return True  # "spot prices of ore with 62% iron"
        if after.form == "of" and self.s.written(self.s.tokens[index]) == "the price":
            return True  # "the price of oil"
        named = words(self.s.gap(index + 2)) if index + 2 < len(self.s.tokens) else []
        if len(named) > 2 and named[0] == "the" and nouns().get(named[-1]) == "company":
            return False  # "shares in the Bradford lender": what the text is about, described
        return any(w[0].isupper() for w in named) or (after.form == "of" and self.s.gaps[index + 2] == FOREIGN)

    def _is_moved(self, index: int) -> bool:
        """ "The news lifted it to $1,917": a pronoun of which a verb before it tells where it went."""
        verb = self.s.at(index - 1)
        return verb is not None and verb.form == "causative" and self.s.gaps[index] == NOTHING and moved_to(self.s, index)

    def _of_unknown_words(self, index: int) -> bool:
        return self._of_unknown(index) and not self._is_moved(index)

    def _is_no_subject(self, index: int, token: Token) -> bool:
        """Whether a reference stands where an object or the head of a name stands: "Naspers shares", "the price of gold"."""
        s = self.s
        before, after = s.at(index - 1), s.next(index, HEADS)
        object_ = self.held and self.told and token.form == "any" and before is not None and self._is_object(index, before)
        if object_ and not self._is_moved(index):
            return True
        if before is not None and before.form == "with" and after is not None and after.kind == "copula":
            return True  # "reserves with it were down"
        if s.gaps[index + 1] == FOREIGN and index + 1 < len(s.tokens) and self._names_more(index, token):
            return True
        governed = before is not None and before.kind == "prep" and before.form != "with" and s.gaps[index] <= HEADS
        if governed and before is not None and one_phrase(s.text[before.end : token.start]):
            return True
        if s.gaps[index] == FOREIGN and before is not None and words(s.gap(index))[0].endswith("ing"):
            return True  # "making the commodity cheaper"
        if before is not None and before.kind == "instrument" and s.gaps[index] <= HEADS:
            held = token.form == before.value.instrument_class == "share" and s.gaps[index] == NOTHING
            if before in self.group or (held and self._is_owned(index)):
                return True  # "a fund that owns nothing but Vale stock"
        if after is not None and after.kind == "instrument":
            return True
        if after is not None and after.kind == "prep" and after.form in ("of", "in", "on", "for", "at") and token.form != "any":
            named = next((t for t in s.tokens[index + 2 : index + 4] if t.kind != "ref"), None)
            return named is not None and named.kind == "instrument"
        over = index in s.hedges and before is not None and before.kind == "copula" and s.next(index) is not None
        if over and is_finite(s, index + 1):
            return False  # "when dealings were over the index had added 10,123 points"
        return self.held and self.told and token.form != "any"

    def _is_owned(self, index: int) -> bool:
        """ "A tenth of Glencore stock", "little other than Vale stock": what somebody has of the share named before."""
        owner = self.s.at(index - 2)
        return owner is not None and owner.kind == "prep" and owner.form in ("of", "than", "in", "into")

    def _names_more(self, index: int, token: Token) -> bool:
        """ "The Pakistan Stock Exchange's index", "the battery metal lithium": the word is part of a longer name."""
        following = next(iter(words(self.s.gap(index + 1))), "").lower()
        plain = self.s.written(token).startswith(_DETERMINED) and self.s.written(token) == token.value
        plain = plain and token.form not in ("former", "latter")  # "the former chairman"
        return not plain and not is_verb(following)
