"""A policy rate that only a pronoun names behind what its bank did to it.

| text after "The RBI kept the repo rate at 5.5%."     | the rate | counter-example                                    |
|------------------------------------------------------|----------|----------------------------------------------------|
| "It had cut it by 50 basis points in June"           | it       | "It trimmed its growth forecast and cut it to 3%"  |
| "The Fed last raised them in July"                   | them     | "Investors cut them by 10% in June"                |
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from signals.extract.linking.mentions import NO_INSTRUMENT
from signals.extract.linking.places import Places
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of, moving_a_rate, verbs_of

_DONE = re.compile(
    r"(?P<who>\b(?:[Ii]t|[Tt]he (?:\w+ )?(?:bank|board|committee|council|panel)|[Tt]hey|[Pp]olicy ?makers|which|who))?"
    r"(?: (?:has|had|have|having|last|then|already|since|also|only|again|twice|first|duly))*"
    rf" (?:{any_of(moving_a_rate())}|(?P<leads>{any_of(verbs_of('leading a rate'))})) (?P<it>it|them)\b"
    r"(?(leads)(?= (?:(?:back|up|down) )?to\b)"
    r"|(?= (?:by|to|from|back|up|down|again|in|at|on|last|this|for|twice|\w+ times)\b))"
)
_OTHER = re.compile(
    r"\b(?:forecast|projection|estimate|outlook|growth|inflation|ratio|requirement|target|holdings|reserves|tax)"
)
_QUICK = (" it ", " them ")
_BACK = 260  # characters between the rate and the pronoun


def rate_pronouns(text: str, rates: list[Token], places: Places) -> Iterator[Token]:
    """Tokens for the pronouns behind verbs of setting that stand for the policy rate named last."""
    for done in _DONE.finditer(text) if rates and holds_any(text, _QUICK) else ():
        before = [t for t in rates if t.kind == "instrument" and 0 < done.start() - t.end < _BACK]
        rate = max(before, key=lambda t: t.start, default=None)
        if rate is None or _OTHER.search(text, rate.end, done.start("it")):
            continue
        named = any(end == done.start() and f"{country}_POLICY" == rate.value.id for _, end, country in places.banks)
        if named or done["who"] is not None:
            if (done["who"] or "").lower() in ("it", "they"):
                yield Token("word", *done.span("who"), NO_INSTRUMENT)  # the bank
            yield Token("instrument", *done.span("it"), rate.value)
