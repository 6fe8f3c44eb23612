"""Where a modal ends: behind "and" or "but" a verb in the past tells what happened.

| text                                        | told  | counter-example                            |
|---------------------------------------------|-------|--------------------------------------------|
| "Vodafone may sell a unit and lost 3%"      | 3%    | "Vodafone could fall and lose 3%"          |
| "BMW preferred to wait and gained 3%"       | 3%    | "BMW would have risen and gained 3%"       |
"""

from __future__ import annotations

import re

from signals.extract.grammar.levels import CONDITIONS
from signals.extract.grammar.sentence import FUNCTION, Sentence
from signals.extract.text.tokens import Token

_JOINING = ("and", "but")
_PERFECT = re.compile(r"\b(?:have|had|been)\b|['’]ve\b")
_PAST_FORMS = "lost fell rose sank slid leapt sprang shot flew dove ground crept went came gave took"
_PAST = frozenset(_PAST_FORMS.split())


def told_behind(s: Sentence, modal: Token, boundary: Token) -> bool:
    """Whether a verb of price in the past stands right behind the conjunction ``boundary``, of the clause that ``modal``
    colours.
    """
    if modal.form not in ("conditional", "forecast") or boundary.value not in _JOINING or str(modal.value) in CONDITIONS:
        return False
    verb, between = s.at(boundary.place + 1), s.tokens[modal.place + 1 : boundary.place]
    if verb is None or verb.kind not in ("direction", "state") or s.gaps[verb.place] > FUNCTION:
        return False
    if any(t.kind == "number" or (t.kind == "direction" and t.form != "causative") for t in between):
        return False  # "could fall 2% and lost its rating"
    first = s.written(verb).split(" ")[0]
    past = first in _PAST or (first.endswith("ed") and first != "shed")
    return past and _PERFECT.search(s.text, modal.start, boundary.start) is None
