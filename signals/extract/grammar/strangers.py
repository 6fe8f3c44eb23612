"""Names that we do not know, told by their capitals: where one heads a sentence or stands in apposition, the figures are its.

| text                                       | stranger  | counter-example               |
|--------------------------------------------|-----------|-------------------------------|
| "Quirkco, a rival of Boeing, rose 3%"      | Quirkco   | "Elsewhere in Europe, ..."    |
| "its biggest loser, Quirkco, dropped 3%"   | Quirkco   | "its two losers, down 3%, ..." |
"""

from __future__ import annotations

from signals.extract.grammar.sentence import FOREIGN, Sentence, gap_class, words


def heads_sentence(gap: str) -> bool:
    """Whether the words before the first token are a name that we do not know, and nothing else.

    >>> [heads_sentence(g) for g in ("Quirkco", "The Quirk Group", "In the end", "Elsewhere in Europe")]
    [True, True, False, False]
    """
    found = words(gap.removeprefix("The "))
    return 0 < len(found) <= 4 and all(word[0].isupper() for word in found) and gap_class(gap) == FOREIGN


def is_apposed(s: Sentence, last: int) -> bool:
    """Whether only names that we do not know stand between two commas, of which the second is at ``last``."""
    first = last - 2 if last > 1 and s.tokens[last - 1].form == "and" else last - 1
    if first < 0 or {s.tokens[first].form, s.tokens[last].form} != {"comma"}:
        return False
    names = [word for place in range(first + 1, last + 1) for word in words(s.gap(place))]
    return max(s.gaps[first + 1 : last + 1]) == FOREIGN and all(word[0].isupper() for word in names)


def is_antecedent(s: Sentence, index: int) -> bool:
    """ "New orders, which few look at, rose 12%": whether words that we do not know stand before the relative at ``index``."""
    comma = index - 1 if index and s.tokens[index - 1].form == "comma" else index
    before = s.at(comma - 1)
    placed = before is not None and before.kind == "prep"  # "in the spot market, where"
    return s.tokens[index].value != "that" and s.gaps[comma] == FOREIGN and not placed
