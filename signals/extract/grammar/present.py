"""What a clause that foretells says of the present all the same.

| text                                                    | said       | counter-example                              |
|---------------------------------------------------------|------------|----------------------------------------------|
| "a dollar would now be worth 1,750 kwacha"              | from now   | "a dollar would be worth 1,750 kwacha"       |
| "this morning we see it at 1.1778"                      | now        | "we see it at 1.20 by December"              |
| "is expected to cut its 3.85% cash rate"                | where it is| "is expected to cut its cash rate to 3.85%"  |
"""

from __future__ import annotations

import re

from signals.extract.grammar.sentence import NOTHING, Sentence
from signals.extract.text.tokens import Token

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
