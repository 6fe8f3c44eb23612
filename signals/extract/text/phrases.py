"""Noun phrases that stand for an instrument of a class: an article, words that describe it, and a noun of the market.

| text                                   | stands for       | counter-example                            |
|----------------------------------------|------------------|--------------------------------------------|
| "the 225-issue average"                | "the average"    | "the moving average": no word of an index  |
| "the benchmark December 2012 contract" | "the contract"   | "the next contract with the union"         |
| "the embattled currency"               | "the currency"   | "a hard currency": the article of no known |
| "the Texas-based carmaker's shares"    | "the only share" | "the rival carmaker's shares"              |
| "the planemaker", "the iPhone maker"   | "the only share" | "the rating company", "the rival brewer"   |
| "the spot month July", "the June one"  | "the contract"   | "the last month", "the month of July"      |
| "an ounce of the metal cost $1,806"    | "per ounce"      | "$1,806 an ounce was paid"                 |
| "one coin will run you $165"           | "per coin"       | "the coin flip"                            |
"""

from __future__ import annotations

import re
from functools import cache

from signals.extract.text.numbers import measure
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of, vocabulary, vocabulary_of

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
# Houses that speak of others, and words before a noun of business that say nothing of what a company makes.
_OTHERS |= {"research", "consulting", "rating", "ratings", "data", "advisory", "law", "audit", "polling", "trade", "lobby"}
_OTHERS |= {"industry", "steering", "holding", "investment", "first", "third", "only", "top", "next", "last", "same", "average"}
# Nouns that what a company makes or sells stands before: "the iPhone maker", "the low-cost airline".
_AMBIGUOUS = frozenset({"operator", "supplier", "producer", "manager", "utility", "broker", "startup", "bank"})
_MADE_BY = vocabulary_of("noun", "company") - _AMBIGUOUS  # that any word may describe
_MAKING = re.compile(r"\bthe (?:[\w'’-]+ )??[\w'’-]+ $")
_NATION = re.compile(
    r" of (?:the |[A-Z][\w-]+['’]s )(?:[\w-]+ ){0,5}?(?:producer|exporter|importer|grower|economy|nation|country|oil power)\b"
)
# One of a measure at the head of a clause, or behind a time: no "cost of mining an ounce".
_ONE = re.compile(
    r"(?:\A|[\n.,:;!?\"”'’*—–-]\s*|\b(?:high|best|worst|low|peak|in \d{4}) "
    rf"|\bin {_MONTH} "
    r"|\b(?:and|but|while|whilst|whereas|as|where|when|that|which|means|meant|today|now|yesterday"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)?day|night|week|month|year|earlier|ago|later|before|morning|afternoon|evening"
    r"|noon|midday|lunchtime|midnight|gmt|bst|cet|est|edt|ist|utc|et|eastern|pacific|close|trad(?:e|ing)|deals) )"
    r"(?P<one>(?:an?|one|each) (?:troy |fine |metric |single )?)$"
)
_BARE_ONE = re.compile(
    r"(?:[,;:–—-] |\b(?:as|and|while|with) )(?P<one>)\Z"
)  # headlines leave out the article: "ounce now $1,534"
_TRADED = re.compile(
    r"\b(?:the|its) (?:new |old )?(?:(?:benchmark|key|lead|most[ -]active|most[ -]actively[ -]traded|most[ -]traded|active|spot"
    rf"|front|nearby|nearest|prompt|third|delivery|(?P<month>{_MONTH}(?: (?:20)?\d\d)?)),?[ -]){{1,3}}$"
)
_NAMED_MONTH = re.compile(rf",? \(?{_MONTH}(?: (?:20)?\d\d)?\b(?:\)|,(?! (?:{_MONTH})\b))?(?! (?:contract|futures?|\d))")
_PRICED = ("last", "close", "reach", "high", "low", "open")
_PRICING = frozenset({*(("state", form) for form in _PRICED), ("copula", "be"), ("direction", "verb")})
_KEPT = frozenset({"cash", "underlying", "benchmark"})  # what says which of several is meant
_LOCAL = frozenset({"local", "domestic", "national", "home", "country's", "nation's", "country’s", "nation’s"})


def described(text: str, start: int, end: int, form: str) -> Token | None:
    """The reference that ends with the noun at a place of a text in lower case; None where its words do not describe one."""
    if form == "measure":
        return _priced(text, start, end)
    if form == "crypto" and (one := _priced(text, start, end)) is not None:
        return one
    if form == "contract":
        return _month_traded(text, start, end)
    if form == "commodity" and (venue := _of_exchange(text, start, end)) is not None:
        return venue
    match = _phrase(form).search(text, max(start - _REACH, 0), start)
    if match is None and text[start:end] in _MADE_BY:
        match = _MAKING.search(text, max(start - _REACH, 0), start)
    if match is None:
        return None
    words, noun = text[match.start() : start].split(), text[start:end]
    if form not in ("share", "company"):
        article = next(("the " + word for word in words if word in _KEPT), "the")
        article = "the local" if form == "fx" and not _LOCAL.isdisjoint(words) else article
    elif _OTHERS.isdisjoint(words):
        article, form = "the only", "share"  # that the text speaks of
    else:
        return None
    return Token("ref", match.start(), end, f"{article} {noun}", form)


def _of_exchange(text: str, start: int, end: int) -> Token | None:
    """ "The Osaka Exchange's benchmark April contract": the one there of the good that is spoken of."""
    if not text.startswith(("contract", "future"), start):
        return None
    match = _exchange().search(text, max(start - _REACH, 0), start)
    return Token("ref", match.start(), end, "there contract", "commodity") if match is not None else None


@cache
def _exchange() -> re.Pattern[str]:
    """An exchange and the words for its contract."""
    words, known = any_of(vocabulary_of("word", "describing commodity")), any_of(vocabulary_of("word", "exchange"))
    return re.compile(
        rf"\b(?:the )?(?:[a-z]+ ){{0,3}}?(?:(?:exchange|board of trade|derivatives)(?:['’]s)?|{known}['’]s)"
        rf"(?: (?:{words}{_COMPOUND['commodity']})){{0,4}} $"
    )


def _month_traded(text: str, start: int, end: int) -> Token | None:
    """ "The benchmark third month, May 2021,", "the March future", "the June one": a contract by its place or month."""
    match = _TRADED.search(text, max(start - _REACH, 0), start)
    if match is None or (match["month"] is None and not text.startswith("month", start)):
        return None
    named = _NAMED_MONTH.match(text, end)
    return Token("ref", match.start(), named.end() if named else end, "the contract", "commodity")


def _priced(text: str, start: int, end: int) -> Token | None:
    """ "An ounce of the metal cost": so much of the good that a text speaks of, before the verb of its price."""
    verb = _of_price().match(text, end)
    one = _ONE.search(text, max(start - 30, 0), start) if verb is not None else None
    if one is None and verb is not None and "\n" not in text:
        one = _BARE_ONE.search(text, max(start - 30, 0), start)
    return Token("ref", one.start("one"), verb.end(), f"per {measure(text[start:end])}", "commodity") if one and verb else None


@cache
def _of_price() -> re.Pattern[str]:
    """What stands between a measure and the verb of its price; it ends before the verb."""
    verbs = {w.text for w in vocabulary().values() if (w.kind, w.form) in _PRICING and not w.text.startswith(("at ", "as "))}
    return re.compile(
        rf"(?: of (?:it|the {any_of(vocabulary_of('noun', 'commodity'))}))?"
        rf"(?: (?:for|with) (?:immediate delivery|{_MONTH} delivery|delivery in (?:three months|{_MONTH})))?"
        r"(?= (?:still |now |last |then |currently |already |later |earlier |once |again |briefly |had |has |would ){0,3}"
        rf"{any_of(verbs)}\b)"
    )


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
    least = 0 if form == "company" else 1  # "the planemaker"
    return re.compile(rf"\b(?:{opening})(?:(?:{words}{_COMPOUND.get(form, '')}{_ANY_COMPOUND}),? ){{{least},4}}$")


@cache
def nouns() -> dict[str, str]:
    """The class of instruments that each noun of the market stands for."""
    forms = ("index", "share", "company", "fx", "commodity", "yield", "crypto", "measure", "contract")
    return {noun: form for form in forms for noun in vocabulary_of("noun", form)}
