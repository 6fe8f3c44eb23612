"""Yields at which bonds are sold, and yields and rates that describe what bears them, whoever the sentence is about.

| text                                                      | whose        | counter-example                        |
|-----------------------------------------------------------|--------------|----------------------------------------|
| "sold 2 billion of 10-year gilts at an average yield of"  | of the gilts | "sold gilts with a coupon of 4%"       |
| "the 30-year sale drew a high yield of 4.84%"             | of the bond  | "6-month bills at an average yield of" |
| "paid 3.9% to sell ten-year bonds"                        | of the bonds | "paid 3.9% on its loans"               |
| "too early to touch the 0.75% deposit rate"               | of the rate  | "a 0.75% deposit rate cut"             |
"""

from __future__ import annotations

import re
from collections.abc import Callable

from signals.extract.grammar.sentence import FUNCTION, NOTHING, Sentence, words
from signals.extract.grammar.sizes import level_fits
from signals.extract.linking.mentions import Mention
from signals.extract.linking.tenors import YEARS_IN_WORDS
from signals.extract.text.tokens import Number, Token
from signals.extract.text.words import nouns_of_direction

_REACH = 150  # characters before a yield in which its sale is told
_SALE = re.compile(
    r"\b(?<!newly )(?<!recently )(?:s[eo]ll(?:s|ing)?|sold|sales?"
    r"|auction(?:s|ed|ing)?|plac(?:ed?|es|ing)|issu(?:ed?|es|ing|ance)|re-?open(?:ed|ing|s)?"
    r"|allot(?:s|ted|ment)?|tap(?:s|ped|ping)?|tenders?|rais(?:ed?|es|ing)|borrow(?:ed|s|ing)?|offer(?:ed|ing|s)?|launch(?:ed|es)?"
    r"|award(?:ed|s)?|syndicat(?:ed|ion))\b",
    re.IGNORECASE,
)
_YIELD = re.compile(
    r"(?:\b(?:average|weighted|mean|high|highest|top|cut-?off|stop-?out|clearing|marginal|median|gross|accepted|allotment|auction"
    r"|final|lowest|record|low|an?|the|its?|their)[ -]){1,4}(?:accepted |weighted )?(?:yields?|interest rate|rate)"
    r" (?:of|at|was|came in at)\Z"
)
_SOLD_AT = re.compile(r"\b(?:sold|awarded|allotted|placed|auctioned|priced|stopped(?: out)?|cleared)(?: on [A-Z][a-z]+)? at\Z")
_PAID = re.compile(r"\b(?:paid|pays?|paying|offered|accepted)\Z")
_ENDS_YIELD, _ENDS_PAID = (" of", " at", " was"), ("paid", "pay", "pays", "paying", "offered", "accepted")  # quick looks
_FOR_BOND = re.compile(
    r" (?:to (?:sell|issue|place|borrow|raise)|(?:on|for|at) (?:a |an |its |the )?(?:sale|auction|new|\d|five|ten))"
)
_FOR_PAPER = re.compile(r" (?:for|on) (?:the |its |an? |new )?(?P<size>\d{1,3}|[a-z]+)-(?P<unit>year|month|week|day)\b")
_OTHER_PAPER = re.compile(
    r"\bbills?\b|\b\d+-(?:month|week|day)\b|-month\b|\bloans?\b|\bcoupon\b|\bcover\b|\btail\b"
    r"|\bprevious|\blast (?:sale|auction)",
    re.IGNORECASE,
)
_PAPER = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:[\w-]+ ){0,2}?(?:paper|bonds?|notes?|issue|sale|auction|tender|offering)\b"
)
_PRESENT = frozenset({"current", "present", "existing", "prevailing", "main", "its"})


def whose(s: Sentence, index: int, named: Callable[[], Token | None]) -> Token | None:
    """The owner of a number whoever the clause is about: a bond that was sold at it, the difference of two that it is, or the
    rate that it describes.
    """
    behind = s.at(index + 1)
    if behind is not None and (behind.form == "excess" or _describes(s, index, behind)):
        return behind
    return _of_rate(s, index) or _sold(s, index, named)


def _of_rate(s: Sentence, index: int) -> Token | None:
    """ "Australia, with a cash rate of 3.85%": the policy rate of which a percentage is told, whoever the clause is about."""
    of, rate, number = s.at(index - 1), s.at(index - 2), s.tokens[index].number
    if of is None or of.form != "of" or rate is None or rate.kind != "instrument" or number is None or number.unit != "percent":
        return None
    near = s.gaps[of.place] == NOTHING and s.gaps[index] <= FUNCTION
    return rate if near and rate.value.instrument_class == "policy rate" and level_fits(rate.value, number) else None


def _describes(s: Sentence, index: int, rate: Token) -> bool:
    """ "Its 3.5% base rate", "the current 5.25 percent Bank Rate", "Italy's 4.9% ten-year yield": not the size of "a 0.25
    percent rate cut", nor the coupon of "the 4.5% ten-year note".
    """
    number, beyond = s.tokens[index].number, s.next(index + 1, NOTHING)
    if rate.kind != "instrument" or number is None or number.unit != "percent":
        return False
    yields = rate.value.instrument_class == "bond yield" and s.written(rate).endswith(("yield", "yields"))
    if not (yields or rate.value.instrument_class == "policy rate") or not level_fits(rate.value, number):
        return False
    changes = beyond is not None and beyond.kind == "direction" and s.written(beyond) in nouns_of_direction()
    return not changes and set(words(s.gap(index + 1))) <= _PRESENT


def _sold(s: Sentence, index: int, named: Callable[[], Token | None]) -> Token | None:
    """The bond sold at a yield: that named last before it, or behind "paid"; else that ``named`` last in the text, where the
    sentence speaks of "the paper". None where the number is no such yield.
    """
    number = s.tokens[index].number
    if number is None or number.unit != "percent" or number.sign or not number.decimals:
        return None
    said = s.text[max(s.start, s.tokens[index].start - _REACH) : s.tokens[index].start].rstrip()
    if said.endswith(_ENDS_PAID) and _PAID.search(said) and _FOR_BOND.match(s.text, s.tokens[index].end):
        return _fitting(next((t for t in s.tokens[index + 1 :] if _is_bond(t)), None), number)
    if not said.endswith(_ENDS_YIELD) or not (_YIELD.search(said) or _SOLD_AT.search(said)) or not _SALE.search(said):
        return None
    before = next((t for t in reversed(s.tokens[:index]) if t.kind == "instrument"), None)
    if before is None:
        spoken = _PAPER.search(said) is not None and not _OTHER_PAPER.search(said) and "-year" not in said
        return _fitting(named(), number) if spoken else None
    apart = _OTHER_PAPER.search(s.text, before.end, s.tokens[index].start)
    return None if apart else _fitting(before, number)


def of_other_paper(s: Sentence, index: int, subject: Mention) -> bool:
    """ "It paid 2.42% for four-year paper": whether a yield is said of another tenor than the subject's."""
    paper = _FOR_PAPER.match(s.text, s.tokens[index].end) if subject.instrument_class == "bond yield" else None
    if paper is None:
        return False
    size = paper["size"].lower()
    return paper["unit"] != "year" or str(YEARS_IN_WORDS.get(size, size)) != subject.id[2:].removesuffix("Y")


def _is_bond(token: Token) -> bool:
    return token.kind == "instrument" and token.value.instrument_class == "bond yield"


def _fitting(bond: Token | None, number: Number) -> Token | None:
    return bond if bond is not None and _is_bond(bond) and level_fits(bond.value, number) else None
