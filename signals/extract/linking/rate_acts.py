"""What a text says of a policy rate further on without naming it: the bank that moved it, and the step that somebody foresees.

| text after "The CNB left its repo rate at 7%."           | the rate            | counter-example                            |
|----------------------------------------------------------|---------------------|--------------------------------------------|
| "In May the bank had added three quarters of a point"    | the bank            | "The bank added 25 basis points to its fee"|
| "ING expects a final rise to 7.5 percent in August"      | a final rise        | "expects inflation to fall to 2 percent"   |
| "ING expects it to be 6.5 percent in December"           | it                  | "expects it" behind "inflation was 4%"     |
| "Analysts see another cut, to 6.75%, in the autumn"      | another cut         | "see another fall, to 2%, in inflation"    |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.linking.places import Places
from signals.extract.text.tokens import Token

_HALF = r"(?:(?:three|one)[- ])?quarters?|half|one|full|whole"
_SIZE = (
    rf"(?:(?:an?|another|a further|yet another|the other) )?(?:further )?(?:{_HALF}|\d{{1,3}}|\d?\.\d+|\d\.\d+)"
    r"(?:[- ]of)?(?:[- ](?:an?|one))?[- ](?:full )?(?:percentage[- ]|basis[- ])?(?:points?|bps?)\b"
)
# "The CNB had added 0.75 of a point", where no forecast, fee or ratio is what it was added to.
_ADDED = re.compile(
    r"(?: (?:has|had|have|also|then|already|last|duly|again|on [A-Z]\w+|in [A-Z]\w+))*"
    r" (?:added|adds|tacked on|trimmed|(?:shaved|lopped|sliced)(?: off)?|(?:hiked|tightened|eased|loosened) by)"
    rf" {_SIZE}(?! (?:to|from|off|on|onto) (?!(?:its|the|their|Bank) (?:\w+ )?(?:rates?|Rate|cost)\b))"
)
_BANK = re.compile(
    r"\b(?:[Tt]he (?:central )?(?:bank|board|committee|council|MPC|rate-setters)|[Rr]ate-setters|[Pp]olicy ?makers)\b(?=[^.\n])"
)
_OTHER = re.compile(
    r"\b(?:[Ii]nflation|[Cc]onsumer prices|CPI|(?<!of )(?<!to )GDP|[Gg]rowth|[Uu]nemployment|[Mm]ortgage|[Tt]ax"
    r"|[Ww]ages?|yields?)\b"
)
_FORESEES = (
    r"\b(?:[Ee]xpect(?:s|ed|ing)?|[Ss]ees?|forecasts?|forecasting|predicts?|predict(?:ed|ing)|anticipat(?:es?|ing)"
    r"|pencil(?:s|led|led)? in|look(?:s|ing)? for|project(?:s|ed|ing)?|bets? on|betting on|reckon(?:s|ing)? (?:on|with)"
    r"|forese(?:es?|eing)|tip(?:s|ping)?|pric(?:es?|ed|ing) in)"
)
# "Brought down in small steps, the latest a quarter of a point in April, to 1.75%".
_LATEST = re.compile(
    r"\b(?:steps?|stages|moves?|cuts|hikes|increases|rises|reductions|meetings|instalments|times)\b[^.;:\n\d]{0,30}, (?:and )?"
    rf"(?P<last>(?:the )?(?:latest|last|most recent)(?:ly)?(?: one| step| move)?)(?= (?:was |of |by )?{_SIZE}"
    r"[^.;:\n\d]{0,30}? to \d)"
)
_COUNT = r"an?|another|yet another|a further|its|further|more|one(?: more| last| final| further)?|two(?: more)?|three|four"
_STEP = re.compile(
    rf"{_FORESEES} (?:(?:the bank|it|the \w+|for|that) )??"
    rf"(?P<step>(?:(?:{_COUNT}) )?"
    rf"(?:(?:first|second|third|final|last|further|additional|more|other|big|small|single|rate|interest rate|{_SIZE}|\d+"
    r"|basis[- ]points?|percentage[- ]points?|of|worth|bps?) )*"
    r"(?P<noun>cuts?|hikes?|increases?|rises?|reductions?|moves?|steps?)(?:,| (?:this|next) \w+,?| in [A-Z]\w+,?| each,?)?)"
    r"(?= to \d{1,2}(?:\.\d+)? ?(?:%|per ?cent|pct))"
)
_FORETOLD = re.compile(
    rf"(?:{_FORESEES}|\b(?:thinks?|believes?|says?|said|puts?|has|have))(?: that)? (?P<it>it|them|rates)\b"
    r"(?= (?:(?:to|will|would|should)"
    r" (?:be|stand|end|finish|reach|fall|drop|come|go|rise|climb|get|hit|peak|remain|stay|bottom)"
    r"|at|back|down|up|ending|falling|rising|peaking|reaching)\b[^.;:\n\d%]{0,40}? \d{1,2}(?:\.\d+)? ?(?:%|per ?cent\b))"
)
_POLICY = ("cut", "hike")  # what is only said of rates
_ORDERED = re.compile(r"another|further|more|first|second|final|last|point|bps?\b|rate")
_BACK = 1500  # characters between the rate and what is said of it


def rate_acts(text: str, rates: list[Token], places: Places) -> Iterator[Token]:
    """Tokens for the banks and the foreseen steps that stand for the policy rate named last."""
    named = sorted((t for t in rates if t.kind == "instrument"), key=lambda t: t.start)
    for start, end, country in (*places.banks, *((*m.span(), None) for m in _BANK.finditer(text))) if named else ():
        rate = _last(named, start, country)
        if rate is not None and _ADDED.match(text, end) and _is_free((start, end), named):
            yield Token("instrument", start, end, rate.value)
    for latest in _LATEST.finditer(text) if named else ():
        rate = _last(named, latest.start())
        if rate is not None and "\n" not in text[rate.end : latest.start()] and _is_free(latest.span("last"), named):
            yield Token("instrument", *latest.span("last"), rate.value)
    for step in _STEP.finditer(text) if named else ():
        rate = _last(named, step.start())
        if rate is not None and _of_policy(text, step, rate) and _is_free(step.span("step"), named):
            yield Token("instrument", *step.span("step"), rate.value)
    for told in _FORETOLD.finditer(text) if named else ():
        rate = _last(named, told.start())
        if rate is not None and _OTHER.search(text, rate.end, told.end() + 50) is None and _is_free(told.span("it"), named):
            yield Token("instrument", *told.span("it"), rate.value)


def _is_free(span: tuple[int, int], named: list[Token]) -> bool:
    """Whether no rate is named at a place."""
    return not any(t.start < span[1] and span[0] < t.end for t in named)


def _last(named: list[Token], place: int, country: str | None = None) -> Token | None:
    """The rate named last before a place, of the country if one is told."""
    before = [t for t in named if t.end <= place and place - t.end < _BACK]
    own = [t for t in before if country is None or t.value.id == f"{country}_POLICY"]
    return own[-1] if own else None


def _of_policy(text: str, step: re.Match[str], rate: Token) -> bool:
    """Whether a foreseen step is of the rate: a "cut", or another one; else where nothing else that rises was named since."""
    if step["noun"].removesuffix("s") in _POLICY or _ORDERED.search(step["step"]):
        return not _OTHER.search(text, step.end(), step.end() + 50)
    return _OTHER.search(text, rate.end, step.end() + 50) is None
