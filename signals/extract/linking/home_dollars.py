"""The dollar of the country that a report is from, where its price is given in American cents.

| text                                       | in a report from | currency | counter-example                |
|--------------------------------------------|------------------|----------|--------------------------------|
| "the dollar was buying US65.6c"            | Sydney           | AUD      | "the dollar rose to 97 yen"    |
| "the local dollar fell to 60.5 US cents"   | Wellington       | NZD      | "the US dollar and 60 US cents" |
| "the dollar was worth $US1.0215"           | Sydney           | AUD      | "the dollar rose, ore cost $US86" |
"""

from __future__ import annotations

import re
from collections import Counter

from signals.extract.linking.leading import index_home
from signals.extract.linking.mentions import MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.tokens import Token

_CENTS = re.compile(
    r"\bUS\d\d(?:\.\d+)?(?:c\b|¢| cents\b)|\b\d\d(?:\.\d+)? US(?: cents\b|c\b|¢)"
    r"|(?:US\$|\$US)[01]\.\d{2,4}\b(?! ?(?:a\b|per\b|/|[mb]n?\b|million|billion))"
)
_BEFORE = re.compile(r"\b[Tt]he (?:local |home )?\Z")
_SAME_SENTENCE = re.compile(r"(?:[^.;\n]|\.\d){0,60}")
_OWN = {"AU": "AUD", "NZ": "NZD", "CA": "CAD"}


def home_dollars(text: str, tokens: list[Token], places: Places, mention_of: MentionOf) -> None:
    """Makes "the dollar" before a price in American cents that of the country that the text is about."""
    prices = list(_CENTS.finditer(text)) if "US" in text else []
    home = _home(tokens, places) if prices else None
    mention = mention_of(_OWN[home]) if home else None
    for token in tokens if mention is not None else ():
        if token.value.id != "USD" or text[token.start : token.end].lower() != "dollar":
            continue
        if not _BEFORE.search(text, max(token.start - 10, 0), token.start):
            continue
        priced = [price.start() for price in prices if _SAME_SENTENCE.fullmatch(text, token.end, price.start())]
        if priced and not any(
            mention is not None and t.value.id == mention.id and token.end < t.start < priced[0] for t in tokens
        ):
            token.value = mention  # but "rose against the Aussie to 65.5 US cents"


def _home(tokens: list[Token], places: Places) -> str | None:
    """The only country, or the one named most often, whose dollar it may be."""
    votes = Counter({country: places.counts[country] for country in _OWN})
    votes.update(country for t in tokens if (country := index_home(t.value.id)) in _OWN)
    (first, most), (_, second), *_ = votes.most_common()
    return first if most > second else None
