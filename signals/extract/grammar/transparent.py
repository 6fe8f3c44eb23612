"""Words that a sentence is read without: asides that only rank a move or a price, and what the names of a list are examples of.

| text                                                     | skipped | counter-example                           |
|----------------------------------------------------------|---------|-------------------------------------------|
| "fell 3%, its third straight decline, to 7,147"          | yes     | "fell 3%, a decline of 2% in a week, to"  |
| "fell 3%, the most since May, and closed at 7,147"       | yes     | "fell 3%, the most since May"             |
| "closed at 7,147, the largest fall on record, down 3%"   | yes     | "closed at 7,147, a record, and the DAX"  |
| "BP lost 12p or 2%, Shell 40p or 1.6% to 2,470p"         | 40p     | "Shell at 2,470p or $33.20"               |
| "Miners such as BHP and Rio Tinto lost 3%"               | yes     | "In markets such as India, the Sensex"    |
"""

from __future__ import annotations

import re

from signals.extract.grammar.role import ASIDE, in_money, is_size
from signals.extract.grammar.sentence import FUNCTION, NOTHING, Sentence
from signals.extract.text.tokens import Token

_ORDINAL = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))(?:-[a-z]+)?"
_RANK = (
    rf"(?:{_ORDINAL}|first|straight|consecutive|successive|biggest|largest|steepest|sharpest|worst|best|most|lowest|highest"
    r"|weakest|strongest|record|greatest|heaviest|poorest)"
)
_DOING = r"(?:extending|snapping|ending|reversing|erasing|marking|capping|breaking|making (?:it|for))"
RANKING = re.compile(rf", (?:(?:its|their|the|an?) (?:[a-z-]+ ){{0,2}}?{_RANK}|{_DOING})\b[^,;:()\n]{{0,60}}(?=,)")
_EXTREME = re.compile(r"\b(?:lowest|highest|record|strongest|weakest|best|worst|low|high|peak|trough)\b")
_OPENING = 8  # tokens among which the first of such a list stands
_LED = 2  # tokens that may stand before it: "of", "like"
_EXAMPLES = re.compile(
    r"\s*(?:[Tt]he likes of|(?!(?:In|At|For|Of|By|With|On|From|To|Among|As|After|Before|Despite|Unlike|Like)\b)"
    r"(?:[A-Za-z-]+ ){0,2}?[A-Za-z-]+s (?:such as|like|including)) (?:the )?"
)
_GOING_ON = ("to", "at")


def without_asides(s: Sentence) -> None:
    """Takes such asides out of a sentence, each with the comma that opens it."""
    if s.text.count(", ", s.start, s.end) < 2:
        return
    for match in reversed([*RANKING.finditer(s.text, s.start, s.end)]):
        inner = [t for t in s.tokens if match.start() <= t.start < match.end()]
        if inner and inner[0].form == "comma" and _is_aside(s, inner[0].place, inner[-1].place + 1, inner[1:]):
            _take_out(s, inner[0].place, inner[-1].place + 1)


def without_examples(s: Sentence) -> None:
    """Lets a clause begin with the names that are examples of what it is about: "The likes of Shell and BP rose"."""
    named = next((t for t in s.tokens[:_OPENING] if t.kind == "instrument"), None)
    if named is None:
        return
    bound = next((t for t in reversed(s.tokens[: named.place]) if t.kind == "bound"), None)
    opening, start = (bound.place + 1, bound.end) if bound is not None else (0, s.start)
    led = s.tokens[opening : named.place]
    if len(led) < _LED and all(t.kind == "prep" for t in led) and _EXAMPLES.fullmatch(s.text, start, named.start):
        _take_out(s, opening, named.place)
        s.start = s.start if opening else named.start


def without_doubles(s: Sentence) -> None:
    """ "BP lost 12p or 2.3 per cent to 510p, Shell 40p or 1.6 per cent to 2,470p": of a size printed twice right behind a name,
    with the verb of another, the percentage is read.
    """
    for place in range(len(s.tokens) - 3, 0, -1):
        name, amount, link, share = s.tokens[place - 1 : place + 3]
        beside = name.kind == "instrument" and s.text[link.start : link.end] == "or"
        if not beside or amount.number is None or share.number is None or max(s.gaps[place : place + 3]) > NOTHING:
            continue
        if in_money(amount.number) and share.number.unit == "percent":
            amount.number.ignored = ASIDE
            _take_out(s, place, place + 2)


def _take_out(s: Sentence, opening: int, closing: int) -> None:
    del s.tokens[opening:closing], s.gaps[opening:closing]
    s.gaps[opening] = NOTHING
    for token in s.tokens[opening:]:
        token.place -= closing - opening
    hedges = {place: hedge for place, hedge in s.hedges.items() if not opening <= place < closing}
    s.hedges = {place - (closing - opening) * (place >= closing): hedge for place, hedge in hedges.items()}


def _is_aside(s: Sentence, opening: int, closing: int, inner: list[Token]) -> bool:
    """Whether the tokens between two commas tell nothing of their own, between a figure and what goes on about it."""
    if any(t.kind in ("instrument", "ref", "bound") or (t.number is not None and not t.number.ignored) for t in inner):
        return False
    before, comma, after = s.at(opening - 1), s.at(closing), s.next(closing)
    if before is None or not (_is_adjective(before) or (before.number is not None and not _rates(s, before, comma))):
        return False
    if comma is None or comma.form != "comma" or after is None or s.gaps[after.place] > FUNCTION:
        return False
    if after.form == "and":
        after = s.next(after.place)
    return after is not None and (after.form in _GOING_ON or after.kind == "state" or _is_adjective(after))


def _rates(s: Sentence, figure: Token, comma: Token | None) -> bool:
    """ "From 151.94, its highest since 1990, to 146.20": whether an aside says what kind of level stands before it."""
    end = comma.start if comma is not None else s.end
    level = figure.number is not None and not is_size(figure.number)
    return level and _EXTREME.search(s.text, figure.end, end) is not None


def _is_adjective(token: Token) -> bool:
    return token.kind == "direction" and token.form == "adjective"
