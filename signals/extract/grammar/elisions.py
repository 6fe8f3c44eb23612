"""Sizes whose verb has been said before, for another subject.

| text                                              | taken                    | counter-example                          |
|---------------------------------------------------|--------------------------|------------------------------------------|
| "the PSI-20 rose 10.7%, the CAC-40 of Paris 9.7%" | up 9.7 percent           | "the CAC-40 in Paris, Texas"             |
| "the Nasdaq 149.92, or 2 percent, to 7,558.06"    | points, told twice       | "the Nasdaq 7,558.06, or near its high"  |
| "while Inditex had to make do with 0.4 percent"   | as the one before        | "Samsung leads the market with 22%"      |
| "silver went with it, 8.3 per cent, to $19.82"    | as its verb              | "silver, 60 percent of the mine's sales" |
"""

from __future__ import annotations

from signals.extract.grammar.sentence import FUNCTION, NOTHING, Sentence, words
from signals.extract.text.tokens import Token
from signals.extract.text.words import vocabulary_of

_PLACING = ("in", "of", "at")
_REACH = 24  # characters in which a phrase before a preposition stands


def placed_name(s: Sentence, index: int) -> Token | None:
    """The name before the number at ``index`` behind which only a place stands: "the CAC-40 of Paris 9.66%"."""
    place, named = s.at(index - 1), s.at(index - 2)
    if place is None or place.kind != "prep" or place.form not in _PLACING or named is None or named.kind != "instrument":
        return None
    said = words(s.gap(index))
    placed = s.gaps[index - 1] == NOTHING and 0 < len(said) <= 3 and all(word[0].isupper() for word in said)
    return named if placed else None


def told_twice(s: Sentence, index: int) -> bool:
    """ "149.92, or 2 percent": whether a bare number is told in percent as well."""
    comma = s.next(index, NOTHING)
    place = index + 2 if comma is not None and comma.form == "comma" else index + 1
    clause, percent = s.at(place), s.at(place + 1)
    told = clause is not None and clause.value == "or" and s.gaps[place + 1] <= FUNCTION
    return told and percent is not None and percent.number is not None and percent.number.unit == "percent"


def makes_do(s: Sentence, index: int) -> bool:
    """ "Had to make do with 0.4 percent", "trailed with 0.3%": whether a size is said to be less of the same."""
    governor = s.at(index - 1)
    if governor is None or governor.form != "with" or s.gaps[index] > FUNCTION:
        return False
    ended = s.at(index + 1)
    alone = ended is None or ended.kind == "bound" or ended.form == "to"
    return alone and words_before(s, governor).endswith(tuple(vocabulary_of("word", "trailing")))


def words_before(s: Sentence, token: Token) -> str:
    """The last words before a token in lower case."""
    return s.text[max(token.start - _REACH, s.start) : token.start].rstrip().lower()
