"""Prices in lines of a list: a name, its price, and nothing but figures to the end of the line.

| line                                  | price  | counter-example                     |
|---------------------------------------|--------|-------------------------------------|
| "- Barclays: 345.50, up 1.2%"         | 345.50 | "Barclays 345.50 was the first bid" |
| "Zinc – 2,769.0"                      | 2,769  | "Zinc: 12 mines"                    |
| "LVMH, 488.25 (-0.9%)"                | 488.25 | "LVMH, 488.25 shares in all"        |
| "Overnight: Apple 212.41, +1.2%."     | 212.41 | "Apple 4.50 to win"                 |
"""

from __future__ import annotations

from signals.extract.grammar.sentence import NOTHING, Sentence
from signals.extract.linking.mentions import Mention
from signals.extract.text.tokens import Token

_THOUSANDS, _HUNDREDTHS = 1000, 2
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
    numbers = [t.number for t in s.tokens[index + 1 :] if t.number is not None]
    return any(t.kind == "direction" for t in s.tokens[index + 1 :]) or any(n.sign or n.unit for n in numbers)


def is_quoted(s: Sentence, index: int, mention: Mention, cue: Token | None) -> bool:
    """ "Copper 9,682", "Nvidia 164.10, +1.2%", "Apple 212.41 vs 211.14": a bare price right behind its name in a note: of a
    good in thousands (also "at 9,682"), of a share in hundredths with its move or an earlier price behind it.
    """
    number, name = s.tokens[index].number, s.at(index - 1)
    placed = cue is not None and cue.form == "at" and cue.place == index - 1
    if placed and mention.instrument_class == "commodity":
        name = s.at(index - 2)
    if name is not None and name.form == "colon":
        name = s.at(index - 2)
    named = name is not None and name.kind == "instrument" and name.value is mention and s.gaps[index] == NOTHING
    if not named or number is None or number.unit is not None or number.sign:
        return False
    if mention.instrument_class == "commodity":
        return mention.low is not None and number.value >= _THOUSANDS and "," in s.written(s.tokens[index])
    return number.decimals == _HUNDREDTHS and _compares(s, index)


def _compares(s: Sentence, index: int) -> bool:
    """Whether the size of a move or an earlier price stands right behind a number."""
    mark, size = s.at(index + 1), s.at(index + 2)
    if mark is None or size is None or s.gaps[index + 1] > NOTHING:
        return False
    if mark.form in ("from", "against"):
        return size.number is not None
    if mark.form not in ("comma", "open"):
        return False
    sized = size.number is not None and (size.number.sign != 0 or size.number.unit == "percent")
    return sized or (size.kind == "direction" and size.form in ("adverb", "adjective"))


def _is_plain(token: Token) -> bool:
    """Whether a token behind the name may stand in a line of figures."""
    if token.kind == "direction":
        return token.form in ("adverb", "adjective")
    return token.kind == "number" or token.form in _PARTING or token.form == "at"


def _fills_its_line(text: str, start: int, end: int) -> bool:
    begin, stop = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    behind = text[end : stop if stop >= 0 else len(text)]
    return not text[begin:start].strip(_BULLETS) and not behind.strip(_TRAILING)
