"""What a clause that foretells says of the present all the same.

| text                                                    | said       | counter-example                              |
|---------------------------------------------------------|------------|----------------------------------------------|
| "a dollar would now be worth 1,750 kwacha"              | from now   | "a dollar would be worth 1,750 kwacha"       |
| "this morning we see it at 1.1778"                      | now        | "we see it at 1.20 by December"              |
| "is expected to cut its 3.85% cash rate"                | where it is| "is expected to cut its cash rate to 3.85%"  |
| "Gold to reach $5,000, UBS says", as a headline         | to come    | "gold rises to reach $3,345"                 |
"""

from __future__ import annotations

import re

from signals.extract.grammar.sentence import NOTHING, Sentence
from signals.extract.text.lines import in_headline
from signals.extract.text.tokens import Token

_SURVEYED = re.compile(r"\b(?:economists|analysts|strategists|forecasters) (?:say|think|reckon|believe)\b", re.IGNORECASE)
FORETELLING = frozenset({"would", "will", "'ll", "shall", "must"})
_NOW = re.compile(r" (?:now|henceforth|from now on|from today)\b")
_THIS_MORNING = re.compile(
    r"\b(?:this (?:morning|afternoon)|at the moment|at present),? (?:we|you|they|traders|banks|dealers) \Z", re.IGNORECASE
)


def holds_now(s: Sentence, modal: Token | None, level: Token, subject: Token) -> bool:
    """Whether a level holds now, although ``modal`` colours its clause."""
    return modal is not None and (_from_now_on(s, modal) or _is_attribute(s, level, subject))


def _from_now_on(s: Sentence, modal: Token) -> bool:
    if _THIS_MORNING.search(s.text, s.start, modal.start):
        return True
    return str(modal.value) in FORETELLING and _NOW.match(s.text, modal.end) is not None


def _is_attribute(s: Sentence, level: Token, rate: Token) -> bool:
    """ "Its [3.85% cash rate]": where a policy rate stands, before what is foretold of it."""
    named = rate.value.instrument_class == "policy rate" and rate.place == level.place + 1
    return bool(named) and s.gaps[rate.place] == NOTHING


def surveyed(s: Sentence, subject: Token) -> bool:
    """ "Economists say that the policy rate stays at 5%": what those who foretell say of a rate."""
    rate = subject.value.instrument_class == "policy rate"
    return rate and _SURVEYED.search(s.text, s.start, subject.start) is not None


def to_come(s: Sentence, level: Token) -> bool:
    """ "Gold to reach $5,000, UBS says": "to" right behind the name that opens a headline; not "sends gold to $3,345"."""
    to = s.near(level.place, NOTHING)
    named = s.near(to.place, NOTHING) if to is not None and to.kind == "prep" and to.form == "to" else None
    opens = named is not None and named.place == 0 and named.kind == "instrument" and s.gaps[0] == NOTHING
    return opens and in_headline(s.text, level.start)
