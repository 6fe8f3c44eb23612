"""Noun phrases that stand for an instrument of a class: an article, words that describe it, and a noun of the market.

| text                                   | stands for       | counter-example                            |
|----------------------------------------|------------------|--------------------------------------------|
| "the 225-issue average"                | "the average"    | "the moving average": no word of an index  |
| "the benchmark December 2012 contract" | "the contract"   | "the next contract with the union"         |
| "the embattled currency"               | "the currency"   | "a hard currency": the article of no known |
| "the Texas-based carmaker's shares"    | "the only share" | "the rival carmaker's shares"              |
"""

from __future__ import annotations

import re
from functools import cache

from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of, vocabulary_of

_REACH = 70  # characters before a noun that are looked through for its article
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)"
)
# Words of an open class that describe by their second half: "225-issue", "export-heavy", "closely-watched", "safe-haven".
_COMPOUND = {
    "index": r"|\d+-(?:issue|share|stock|member|company|component|name)|\w+-(?:heavy|laden|rich|dominated|weighted|oriented)",
    "fx": r"|\w+-(?:linked|exporting|yielding|backed|pegged)",
    "commodity": rf"|{_MONTH}(?: (?:20)?\d\d\b)?|\w+-(?:traded|month|making)",
    "company": r"|[\w-]+-(?:based|listed|owned|focused|old)",
    "crypto": r"|\w+-(?:inspired|themed|backed)",
}
_ANY_COMPOUND = r"|\w+-(?:watched|followed|tracked|quoted|hit|sensitive|prone|known|loved|haven)"
_OTHERS = frozenset({"rival", "parent", "peer", "competitor", "other", "another", "second", "larger", "smaller", "sister"})
_OTHERS |= {"former", "target", "acquirer", "latter", "unlisted", "private", "whole", "entire"}
_NATION = re.compile(
    r" of (?:the |[A-Z][\w-]+['’]s )(?:[\w-]+ ){0,5}?(?:producer|exporter|importer|grower|economy|nation|country|oil power)\b"
)
_KEPT = frozenset({"cash", "underlying", "benchmark"})  # what says which of several is meant


def described(text: str, start: int, end: int, form: str) -> Token | None:
    """The reference that ends with the noun at a place of a text in lower case; None where its words do not describe one."""
    match = _phrase(form).search(text, max(start - _REACH, 0), start)
    if match is None:
        return None
    words, noun = text[match.start() : start].split(), text[start:end]
    if form not in ("share", "company"):
        article = next(("the " + word for word in words if word in _KEPT), "the")
    elif _OTHERS.isdisjoint(words):
        article, form = "the only", "share"  # that the text speaks of
    else:
        return None
    return Token("ref", match.start(), end, f"{article} {noun}", form)


def of_nation(text: str, end: int) -> int:
    """Where "the currency of Africa's second-largest copper producer" ends: a country that is described, not named."""
    match = _NATION.match(text, end)
    return match.end() if match else end


@cache
def _phrase(form: str) -> re.Pattern[str]:
    """An article and the words between it and a noun of a class."""
    if form == "share":
        owner = rf"(?:[\w.&-]+ ){{0,3}}{any_of(vocabulary_of('noun', 'company'))}['’]s? "
        return re.compile(rf"\bthe {owner}(?:common |ordinary )?$")
    words = any_of(vocabulary_of("word", "describing") | vocabulary_of("word", f"describing {form}"))
    opening = rf"(?:the|its) |(?={_MONTH} )" if form == "commodity" else "(?:the|its) "  # "June futures"
    return re.compile(rf"\b(?:{opening})(?:(?:{words}{_COMPOUND.get(form, '')}{_ANY_COMPOUND}),? ){{1,4}}$")


@cache
def nouns() -> dict[str, str]:
    """The class of instruments that each noun of the market stands for."""
    forms = ("index", "share", "company", "fx", "commodity", "yield", "crypto")
    return {noun: form for form in forms for noun in vocabulary_of("noun", form)}
