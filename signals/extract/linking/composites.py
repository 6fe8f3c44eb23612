"""Indices that go by their last word alone, "the Composite": the one of its kind that the text names, else its country's.

| text                                              | index  | counter-example                                     |
|---------------------------------------------------|--------|-----------------------------------------------------|
| "The Nasdaq lost 1.1%. The composite is down 3%"  | IXIC   | "the composite PMI", "the composite of indicators"  |
| "Shares in Shanghai rose. The Composite ended at" | SHCOMP | a text that names two composites                    |
"""

from __future__ import annotations

import re

from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.folding import holds_any
from signals.extract.text.tokens import Token

_COMPOSITES = {"CN": "SHCOMP", "PH": "PSEI", "ID": "JKSE", "CA": "GSPTSE", "US": "IXIC"}
_COMPOSITE = re.compile(
    r"\b[Tt]he (?:[Cc]omposite(?: [Ii]ndex| gauge)?)(?= (?:[a-z]+ed|rose|fell|lost|shed|sank|slid|gave|put|was|is|had|has|went"
    r"|up|down|at|and|on|to|by|in)\b|[,.;:])(?! (?:and|of|in|on) (?:[a-z]+ )?(?:PMI|indicators?|services))"
)


def composites(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for the composite index that a text speaks of."""
    if not holds_any(text, ("he composite", "he Composite")):
        return []
    index = _index(names, places)
    mention = mention_of(index) if index is not None else None
    return [Token("instrument", *match.span(), mention) for match in _COMPOSITE.finditer(text)] if mention is not None else []


def _index(names: list[Token], places: Places) -> str | None:
    named = {t.value.id for t in names if t.kind == "instrument"} & set(_COMPOSITES.values())
    if named:
        return named.pop() if len(named) == 1 else None
    countries = [
        (places.counts[country], index) for country, index in _COMPOSITES.items() if country != "US" and places.counts[country]
    ]
    return max(countries)[1] if len(countries) == 1 else None
