"""Numbers behind a label: what the words before a colon, a dash or a bracket say of them.

| text                                   | role      | counter-example                            |
|----------------------------------------|-----------|--------------------------------------------|
| "Silver rose: 9.2%"                    | move      | "Silver: 9.2%"                             |
| "Session low: 10,735"                  | low       | "the low of the session was a surprise: 3" |
| "Today's open: 158.62"                 | open      | "The door is open: 158.62"                 |
| "SMA50: 156.66", "Pivot R1: 159.40"    | technical | "Spot: 156.66"                             |
| "to 1.1574 (Wednesday: 1.1500)"        | previous  | "Wednesday: 1.1500", which heads its line  |
"""

from __future__ import annotations

from signals.extract.grammar.role import EXTREMES, TECHNICAL, Role, is_size
from signals.extract.grammar.sentence import Sentence
from signals.extract.text.tokens import Number, Token

_ENDS = (*EXTREMES, "open", "close")


def behind_label(s: Sentence, index: int, number: Number, left: Token) -> Role | None:
    """The role of the number at ``index`` behind a colon, a dash or a bracket; None where those say nothing."""
    label, first = s.at(index - 2), s.at(index - 3)
    if _is_technical(left, label, first):
        return TECHNICAL
    if left.form == "colon" and label is not None and (told := _behind_colon(s, index, number, label, first)) is not None:
        return told
    if left.form == "shut" and first is not None and first.form == "open":
        return Role("named", cue=s.at(index - 4))  # "the Topix (2,700.33) 0.8%"
    return Role("named", cue=label) if left.form in ("colon", "dash", "shut") else None


def _behind_colon(s: Sentence, index: int, number: Number, label: Token, first: Token | None) -> Role | None:
    if label.kind == "direction" and label.value and is_size(number):
        return Role("move", sign=int(label.value), cue=label)
    if label.kind == "time" and label.value.session == "open":
        return Role("level", kind="open", cue=label)
    if label.kind == "time" and first is not None and first.form == "open":
        return Role("previous", cue=label)
    if label.kind != "state":
        return None
    heads = label.form in _ENDS and all(t.kind == "time" for t in s.tokens[: label.place])  # "52-week high: 4.987%"
    return Role("level", kind=label.form, cue=label) if heads or not is_size(number) else None


def _is_technical(left: Token, label: Token | None, first: Token | None) -> bool:
    """ "SMA50: 156.66", "Pivot R1: 159.40", where a number counts the label."""
    if left.form != "colon" or label is None:
        return False
    return label.kind == "technical" or (label.number is not None and first is not None and first.kind == "technical")
