"""Whose results a sentence tells: the stock spoken of behind them is that company's, not that of the last one that moved.

| text                                                  | company | counter-example                             |
|-------------------------------------------------------|---------|---------------------------------------------|
| "Boeing fell. Airbus sales rose 3%; its shares added" | Airbus  | "Boeing fell on a blow to Airbus. The shares" |
| "Boeing fell. Profit at Airbus rose 3%. The shares"   | Airbus  | "an order from Airbus. The shares"          |
"""

from __future__ import annotations

from signals.extract.grammar.sentence import FUNCTION, NOTHING, Sentence

_OF = ("at", "of", "for", "in")


def owns_results(s: Sentence, index: int) -> bool:
    """Whether the name of a company at ``index`` is whose the result beside it is."""
    if s.tokens[index].value.instrument_class != "share":
        return False
    after, of, result = s.at(index + 1), s.near(index), s.at(index - 2)
    if after is not None and after.kind == "other":
        return s.gaps[index + 1] == NOTHING or not s.gap(index + 1).strip(" -'’s")
    behind = of is not None and of.kind == "prep" and of.form in _OF and s.gaps[index - 1] <= FUNCTION
    return behind and result is not None and result.kind == "other"
