"""What a bank does to its rate, by the verb right before the rate: one direction, whatever words the verb is made of.

| text                              | direction | counter-example                         |
|-----------------------------------|-----------|-----------------------------------------|
| "jacked up its policy rate"       | up        | "put its policy rate at 4%"             |
| "took down rates", "chopped rates"| down      | "cut jobs as rates rose"                |
"""

from __future__ import annotations

import re
from functools import cache

from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of, setting_a_rate, verbs_of

_REACH = 40  # characters before a rate in which its verb stands
_ADJECTIVES = ("lower", "up", "double", "triple")
_VERB_NEXT = re.compile(r"\b(?:to|not|will|would|should|must|may|might|could|and|or|then|again) \Z")
_POLICY = re.compile(
    r"(?:(?P<up>tighten(?:s|ed|ing)?)|loosen(?:s|ed|ing)?|eas(?:es?|ed|ing)) (?:its |their )?(?:monetary )?policy\b",
    re.IGNORECASE,
)
_TOTALS = (" total ", " tally ", " sum ")
_TOTAL = re.compile(
    r"\b(?:the|its) (?:cumulative |overall )?(?P<noun>total|tally|sum)"
    r"(?= (?:since|for|this|so far|of (?:cuts|hikes|increases|its)|in|from|over)\b[^.;\n]{0,50}? to \d)"
)
_STEP_BACK = 30  # tokens before a total among which its last step stands
_MAY_BE_PARTS = frozenset({"direction", "state", "prep", "phase"})


@cache
def _sets() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?P<verb>(?P<word>{any_of(setting_a_rate())})(?: (?:back )?(?:up|down|higher|lower))?)"
        r"(?: (?:its|their|the|interest|his|her|own|main|key))*? ?\Z",
        re.IGNORECASE,
    )


def rate_verbs(text: str, tokens: list[Token]) -> None:
    """Makes one causative of each verb with which a bank moves the policy rate behind it."""
    _policy_verbs(text, tokens)
    if holds_any(text, _TOTALS):
        _totals(text, tokens)
    for place in range(len(tokens) - 1, -1, -1):
        rate = tokens[place]
        if rate.kind != "instrument" or rate.value.instrument_class != "policy rate":
            continue
        verb = _sets().search(text, max(rate.start - _REACH, 0), rate.start)
        sign = _sign(verb) if verb is not None and _is_verb(text, verb) else 0
        first = place
        while verb is not None and first and tokens[first - 1].end > verb.start("verb"):
            first -= 1
        if verb is not None and sign and all(_is_part(text, t) for t in tokens[first:place]):
            tokens[first:place] = [Token("direction", *verb.span("verb"), sign, "causative")]


def _is_part(text: str, token: Token) -> bool:
    """Whether a token may be a part of such a verb: no name, but "UPS" in capitals."""
    return token.kind in _MAY_BE_PARTS or text[token.start : token.end] == "UPS"


def _policy_verbs(text: str, tokens: list[Token]) -> None:
    """ "Tightened policy by 25 basis points": up, where a spread that tightens goes down."""
    for token in tokens:
        if token.kind == "direction" and (said := _POLICY.match(text, token.start)) is not None:
            token.form, token.value, token.end = "causative", 1 if said["up"] else -1, said.end()


def _totals(text: str, tokens: list[Token]) -> None:
    """ "Cut it by 25 points, taking the total since March to 150": a total goes the way of the step told before it."""
    for total in _TOTAL.finditer(text):
        place = next((i for i, t in enumerate(tokens) if t.start >= total.start("noun")), len(tokens))
        steps = [t for t in tokens[max(place - _STEP_BACK, 0) : place] if t.kind == "direction" and t.form == "causative"]
        sign = next((int(t.value) for t in reversed(steps) if t.value), 0)
        if sign and (place == len(tokens) or tokens[place].start >= total.end("noun")):
            tokens.insert(place, Token("direction", *total.span("noun"), sign, "noun"))


def _is_verb(text: str, verb: re.Match[str]) -> bool:
    """ "To lower rates", but not "hinted at lower rates"."""
    start = verb.start("verb")
    return verb["verb"].lower() not in _ADJECTIVES or _VERB_NEXT.search(text, max(start - 8, 0), start) is not None


def _sign(verb: re.Match[str]) -> int:
    """Which way a verb moves a rate; 0 for one that keeps it, or only takes it somewhere."""
    said, word = verb["verb"].lower(), verb["word"].lower()
    if said.endswith((" up", " higher")):
        return 1
    if said.endswith((" down", " lower")):
        return -1
    return (word in verbs_of("raising a rate")) - (word in verbs_of("lowering a rate"))
