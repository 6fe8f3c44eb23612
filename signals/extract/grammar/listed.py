"""Prices in lines of a list: a name, its price, and nothing but figures to the end of the line.

| line                                  | price  | counter-example                     |
|---------------------------------------|--------|-------------------------------------|
| "- Barclays: 345.50, up 1.2%"         | 345.50 | "Barclays 345.50 was the first bid" |
| "Zinc – 2,769.0"                      | 2,769  | "Zinc: 12 mines"                    |
| "LVMH, 488.25 (-0.9%)"                | 488.25 | "LVMH, 488.25 shares in all"        |
"""

from __future__ import annotations

from signals.extract.grammar.sentence import NOTHING, Sentence
from signals.extract.text.tokens import Token

_PARTING = frozenset({"colon", "comma", "dash", "open", "shut", "clause"})
_BULLETS = " \t|•*·–—-+"
_TRAILING = " \t|)].▲▼↑↓"


def is_listed_price(s: Sentence, index: int) -> bool:
    """Whether the number at ``index`` is the first figure behind the name that opens a line of names and figures."""
    first = next((place for place, token in enumerate(s.tokens) if token.form not in _PARTING), 0)
    name = s.tokens[first]
    if name.kind != "instrument" or any(not _is_plain(token) for token in s.tokens[first + 1 :]):
        return False
    if (
        any(token.number is not None for token in s.tokens[first:index])
        or max(s.gaps[first + 1 : -1], default=NOTHING) > NOTHING
    ):
        return False
    return _fills_its_line(s.text, name.start, s.tokens[-1].end)


def is_sized(s: Sentence, index: int) -> bool:
    """Whether a size with a sign, a way or a per cent stands behind a number."""
    return any(
        t.kind == "direction" or (t.number is not None and (t.number.sign or t.number.unit)) for t in s.tokens[index + 1 :]
    )


def _is_plain(token: Token) -> bool:
    """Whether a token behind the name may stand in a line of figures."""
    if token.kind == "direction":
        return token.form in ("adverb", "adjective")
    return token.kind == "number" or token.form in _PARTING or token.form == "at"


def _fills_its_line(text: str, start: int, end: int) -> bool:
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    behind = text[end : stop if stop >= 0 else len(text)]
    return not text[begin:start].strip(_BULLETS) and not behind.strip(_TRAILING)
