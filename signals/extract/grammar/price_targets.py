"""Price targets: what a house thinks that a share or an index will cost, and whose price that is.

| text                                              | taken | counter-example                                  |
|---------------------------------------------------|-------|--------------------------------------------------|
| "cut its price target to $325 from $350"          | 325   | "had its target at $350 before"                  |
| "has a $95 price target on the lender"            | 95    | "a sales target of $95 million"                  |
| "Acme Brokers has a target of Rs 900 on the stock" | 900, of the stock | "Acme has an average target of $90" |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.references import REFERENCES, Salience
from signals.extract.grammar.role import in_money
from signals.extract.grammar.sentence import HEADS, Sentence
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.telling import CLAIMED
from signals.extract.grammar.unclaimed import Fates, frame_of
from signals.extract.linking.houses import SETTING
from signals.extract.text.tokens import Number, Token

_NOUNS = ("target", "targets", "objective", "objectives", "target price", "target prices")
_OF_A_PRICE = re.compile(r"price (?:target|objective)s?$|target prices?$")
# What may stand before a bare "target"; "sales target", "inflation target" are no prices.
_OWN = re.compile(
    r"(?:\b(?:its|his|her|their|our|my|an?|the|new|share|stock|average|mean|median|consensus|highest|lowest|Street-high"
    r"|year-end|end-\w+|[\w-]+-(?:month|year))|['’]s?) \Z"
)
_VERBS = (
    r"(?:is|was|are|has been|have been|being|now|still|raised|lifted|increased|upped|hiked|cut|lowered|reduced|trimmed|slashed"
    r"|nudged|set|kept|left|unchanged|stands?|stays?|remains?|moves?|goes|comes?|sits?|up|down|higher|lower|back)"
)
_TO_NUMBER = re.compile(
    rf"(?: (?:on|for) [^.;:,\n\d]{{1,40}}?)?(?:,? {_VERBS}| had(?: been)?){{0,3}}"
    r"(?: from \S+(?: \w+)?)?(?: (?:to|of|at|is|was|now|by)|:)? (?:about |around |just )?\Z"
)
_BEFORE_NOUN = re.compile(r"(?:[ -](?:share|stock|year-end|[\w-]+-(?:month|year)))?[ -]\Z")
_FORMER = re.compile(r"\b(?:from|had|previous(?:ly)?|old|earlier|former)\b[^,;]*\Z")
_OF_A_HOUSE = re.compile(rf"(?:,[^,]+,)? (?:(?:now|also|still|already) )?(?:{SETTING}|analysts?\b)")
# "Bernstein cuts Quirk's target price": a name that we do not know.
_OF_ANOTHER = re.compile(r"(?<=[a-z] )(?!Street|CLSA|Mr|Ms)[A-Z][\w&]+(?:['’]s?)? \Z")
_SET_ITS = re.compile(rf"\b{SETTING} (?:(?:its|his|her|their) )?(?:[\w-]+-(?:month|year) )?\Z")
# Words of analysts, beside which a bare "target" is one of a price.
_RATING = re.compile(
    r"\b(?:[Bb]uy|[Hh]old|[Ss]ell|[Nn]eutral|[Oo]utperform|[Uu]nderperform|[Oo]verweight|[Uu]nderweight|[Ee]qual[- ][Ww]eight"
    r"|coverage|rating|(?:up|down)grad\w+|reiterat\w+|initiat\w+)\b"
)
_NEAR = 5.0  # times its price that a target of a share is, at most
_UPSIDE = re.compile(
    r" (?:above|below|over|under|higher than|lower than|more than|less than|away from|upside)\b(?: (?:the|its|their|where))?"
    r"(?: (?:current|present|latest|last|closing|market|(?:to|yester|\w+)day['’]s|close|share|stock|it|they)\b|[.,;])"
)
_LIKE = 1.7  # times its price, where two shares are spoken of


def complete(s: Sentence, fates: Fates, frames: list[Frame], salience: Salience) -> list[Frame]:
    """Frames for the price targets of a sentence that nobody has claimed; those that went to the house go to whose they are."""
    found = _Targets(s, fates, frames, salience)
    for noun in (t for t in s.tokens if t.form == "forecast" and s.written(t).removeprefix("the ").endswith(_NOUNS)):
        found.told_with(noun)
    return found.new


class _Targets:
    """The targets of one sentence, ``new`` those that nobody had claimed."""

    def __init__(self, s: Sentence, fates: Fates, frames: list[Frame], salience: Salience) -> None:
        self._s, self._fates, self._frames, self._salience = s, fates, frames, salience
        self.new: list[Frame] = []

    def told_with(self, noun: Token) -> None:
        """Takes the targets that a noun leads to, and gives up what is none."""
        token = _number(self._s, noun)
        if token is None:
            for former in _behind(self._s, noun):
                self._disown(former)
            return
        claimed = self._fates.get(token.start) == CLAIMED
        self._take(noun, token, _whose(self._s, noun, token, self._salience, claimed))
        for price, named in _further(self._s, token):
            if named is None:
                self._disown(price)
            self._take(noun, price, named)
        self._without_upside(token)

    def _take(self, noun: Token, token: Token, named: Token | None) -> None:
        if named is None or token.number is None or not _is_price(self._s, noun, named, token.number, self._salience):
            return
        if self._fates.get(token.start) == CLAIMED:
            self._reassign(token, named)
            return
        self.new.append(frame_of(self._s, token, named, None, noun.start, "forecast"))
        self.new[-1].reach(noun)
        self._fates[token.start] = CLAIMED

    def _reassign(self, token: Token, named: Token) -> None:
        """ "Acme Brokers has a target of Rs 900 on the stock": no price of the house."""
        for frame in self._frames:
            if frame.level is token and len(frame.subjects) == 1:
                frame.subjects, frame.kind = [named], "forecast"

    def _disown(self, token: Token) -> None:
        """ "To 62p and for Blend to 350p", "its target had been $360": no price of whose target was told before."""
        self._fates[token.start] = ("ignored", "earlier target")
        for frame in self._frames:
            if frame.level is token:
                frame.level, frame.levels = None, []

    def _without_upside(self, token: Token) -> None:
        """ "A target of $90, 25% above the current price": how far away a target is, is no move."""
        moved = [(f, f.move) for f in self._frames if f.level is None and f.move is not None and f.move.start > token.start]
        for frame, move in moved:
            if _UPSIDE.match(self._s.text, move.end):
                frame.modal = "forecast"
                self._fates[move.start] = ("ignored", "measures something else")


def _further(s: Sentence, token: Token) -> Iterator[tuple[Token, Token | None]]:
    """ "... for Quirk to 62p and for Blend to 350p": the targets that follow one, each with its name, where we know it."""
    for to in s.tokens[token.place + 1 : token.place + 14]:
        led, price = s.tokens[to.place - 1], s.at(to.place + 1)
        if to.form not in ("to", "at") or price is None or price.number is None:
            continue
        if led.kind == "instrument" and s.tokens[led.place - 1].form in ("for", "on"):
            yield price, led
        elif led.form in ("for", "on") and s.gaps[to.place] > HEADS:
            yield price, None


def _behind(s: Sentence, noun: Token) -> list[Token]:
    """The numbers to which a noun of forecasting leads."""
    behind = [t for t in s.tokens[noun.place + 1 : noun.place + 8] if t.number is not None and not t.number.ignored]
    return [t for t in behind if _TO_NUMBER.fullmatch(s.text, noun.end, t.start)]


def _number(s: Sentence, noun: Token) -> Token | None:
    """The number of a target, right before its noun or behind it: not what it was before."""
    before = s.at(noun.place - 1)
    if before is not None and before.number is not None and _BEFORE_NOUN.fullmatch(s.text, before.end, noun.start):
        return before
    reached = _behind(s, noun)
    return next((t for t in reached if not _FORMER.search(s.text, noun.start, t.start) or _from_to(s, noun, t)), None)


def _from_to(s: Sentence, noun: Token, token: Token) -> bool:
    """ "Lowered its price objective from $450 to $235": the second of two."""
    return s.tokens[token.place - 1].form == "to" and " from " in s.text[noun.end : token.start]


def _is_price(s: Sentence, noun: Token, named: Token, number: Number, salience: Salience) -> bool:
    """Whether a number can be what somebody thinks that ``named`` will cost."""
    if not level_fits(named.value, number) or number.sign:
        return False
    if named.value.instrument_class == "share" and number.unit is None:
        return False
    price = salience.priced.get(named.value.id)
    if price is not None and not price / _NEAR < number.value < price * _NEAR:
        return False
    if _OF_A_PRICE.search(s.written(noun)):
        return True
    own = _OWN.search(s.text, max(noun.start - 20, s.start), noun.start) is not None
    before = s.at(noun.place - 1)
    if price is None and in_money(number) and _SET_ITS.search(s.text, max(noun.start - 40, s.start), noun.start):
        return number.per is None  # "after Acme Brokers raised its target to $320"
    if price is None and in_money(number) and number.per is None and named.value.instrument_class == "share":
        led = before is not None and before.number is number and _led(s, noun.place + 1) is named
        return led or _RATING.search(s.text, s.start, s.end) is not None  # "put a $385 target on it", "a buy, target $90"
    return price is not None and (own or (before is not None and (before is named or before.number is number)))


def _whose(s: Sentence, noun: Token, token: Token, salience: Salience, claimed: bool) -> Token | None:
    """Whose price a target is of: what "on" or "for" leads to, what stands before the noun, else the share spoken of."""
    led = _led(s, noun.place + 1) or _led(s, token.place + 1)
    if led is not None:
        return led if led.kind == "instrument" else _spoken_of(salience, led, token)
    before = s.near(noun.place, HEADS) if s.tokens[noun.place - 1] is not token else s.near(token.place, HEADS)
    if before is not None and before.kind == "instrument":
        return None if claimed else before
    if _OF_ANOTHER.search(s.text, max(noun.start - 30, s.start), noun.start):
        return None
    named = [t for t in s.tokens if t.kind == "instrument" and t.value.instrument_class in ("share", "index")]
    others = [t for t in named if not _OF_A_HOUSE.match(s.text, t.end)]
    if claimed or others:
        return None if claimed else _moved_by(s, others, noun) or _rated(s, others)
    form = "share" if token.number is not None and token.number.unit not in (None, "points") else "index"
    return _spoken_of(salience, Token("ref", noun.start, noun.end, "the stock", form=form), token)


def _moved_by(s: Sentence, others: list[Token], noun: Token) -> Token | None:
    """ "Quirk rose 4% after Acme Brokers lifted its price target": the one share whose move a target explains."""
    named = {t.value.id: t for t in others}
    moved = next(iter(named.values()))
    between = s.tokens[moved.place + 1 : max(noun.place, moved.place + 1)]
    caused = any(t.form == "clause" and t.value in ("after", "as", "when", "because") for t in between)
    return moved if len(named) == 1 and caused and moved.value.instrument_class == "share" else None


def _rated(s: Sentence, others: list[Token]) -> Token | None:
    """ "Started coverage of Quirk with a target of $90", "Quirk: Acme raises target to $90": the one share spoken of."""
    named = {t.value.id: t for t in others if t.value.instrument_class == "share"}
    only = next(iter(named.values())) if len(named) == 1 else None
    if only is None:
        return None
    labels = only is s.tokens[0] and s.text.startswith(":", only.end)
    return only if labels or _RATING.search(s.text, s.start, s.end) else None


def _led(s: Sentence, place: int) -> Token | None:
    """ "On Apple", "for the stock": a name or reference right behind a preposition."""
    preposition, named = s.at(place), s.at(place + 1)
    if preposition is None or named is None or preposition.form not in ("on", "for") or s.gaps[place + 1] > HEADS:
        return None
    told = named.kind == "instrument" or (named.kind == "ref" and named.form in ("share", "index"))
    return named if told and preposition.kind == "prep" else None


def _spoken_of(salience: Salience, reference: Token, token: Token) -> Token | None:
    """The one that a reference stands for, or the headline's, where it names another; of these the one that costs the like."""
    if token.number is None or reference.form not in REFERENCES:
        return None
    found = {group[0].value.id: group[0] for group in _groups(salience, reference, token.number) if len(group) == 1}
    if len(found) > 1:
        found = {name: t for name, t in found.items() if _costs_the_like(salience.priced.get(name), token.number)}
    return next(iter(found.values())) if len(found) == 1 else None


def _groups(salience: Salience, reference: Token, number: Number) -> list[list[Token]]:
    groups = [salience.resolve(reference, [number])]
    return [*groups, salience.of_headline([number])] if reference.form == "share" else groups


def _costs_the_like(price: float | None, number: Number) -> bool:
    return price is not None and price / _LIKE < number.value < price * _LIKE
