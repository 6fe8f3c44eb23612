"""Indices that go by their last word alone, "the Composite": the one of its kind that the text names, else its country's.

| text                                              | index  | counter-example                                     |
|---------------------------------------------------|--------|-----------------------------------------------------|
| "The Nasdaq lost 1.1%. The composite is down 3%"  | IXIC   | "the composite PMI", "the composite of indicators"  |
| "Shares in Shanghai rose. The Composite ended at" | SHCOMP | a text that names two composites                    |
"""

from __future__ import annotations

import re
from functools import cache

from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Places
from signals.extract.linking.price_statements import price_verbs
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_COMPOSITES = {"CN": "SHCOMP", "PH": "PSEI", "ID": "JKSE", "CA": "GSPTSE", "US": "IXIC"}


def composites(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for the composite index that a text speaks of."""
    if not holds_any(text, ("he composite", "he Composite")):
        return []
    index = _index(names, places)
    mention = mention_of(index) if index is not None else None
    return [Token("instrument", *match.span(), mention) for match in _composite().finditer(text)] if mention is not None else []


@cache
def _composite() -> re.Pattern[str]:
    """The word in front of what a price did, of a link or of a stop."""
    return re.compile(
        rf"\b[Tt]he [Cc]omposite(?: [Ii]ndex| gauge)?(?= (?:{price_verbs()}|is|was|has|had|and|on|to|by|in|went)\b|[,.;:])"
        r"(?! (?:and|of|in|on) (?:[a-z]+ )?(?:PMI|indicators?|services))"
    )


def _index(names: list[Token], places: Places) -> str | None:
    named = {t.value.id for t in names if t.kind == "instrument"} & set(_COMPOSITES.values())
    if named:
        return named.pop() if len(named) == 1 else None
    spoken = [index for country, index in _COMPOSITES.items() if country != "US" and places.counts[country]]
    return spoken[0] if len(spoken) == 1 else None
