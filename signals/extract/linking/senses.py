"""Words whose sense depends on what stands beside them.

| text                              | sense                    | counter-example                |
|-----------------------------------|--------------------------|--------------------------------|
| "rose versus sterling"            | a price in it            | "to 157.2 versus 156.8"        |
| "from Thursday's close to 39,810" | "to", behind a close     | "close to 39,810"              |
| "U.S. stock futures fell"         | no stock                 | "the stock fell"               |
| "in Sydney earlier BHP had lost"   | a time                   | "earlier, at $70.20"           |
| "top automaker Hyundai Motor"     | a rank                   | "the day's top"                |
| "energy firm BP rose"             | what a company is        | "stocks firm, BP rises"        |
| "a 9% premium to the issue price" | a move from that (issues) | "a premium to its peers"      |
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cache

from signals.extract.linking.mentions import NO_INSTRUMENT
from signals.extract.text.around import around_sizes
from signals.extract.text.folding import holds_any
from signals.extract.text.issues import over_issue
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of, vocabulary_of

_VERSUS = ("versus", "vs")
_SESSIONS = ("the close ", "the open ", "the bell ")
_AROUND_A_SESSION = re.compile(r"\b((?:[Aa]fter|[Bb]efore) the (?:close|open|bell)) ")
_RANK = re.compile(r"[Tt]op (?:[a-z][\w-]* ){1,4}")
_BEFORE_WHERE = (" is ", " below ", " above ", " from ", " than ", " of ", " that's ", " that’s ")
_LEADS_ON = " to"
_TO_THE_CLOSE = (
    " by the ",
    " at the ",
    " into the ",
    " before the ",
    " after the ",
    " near the ",
)  # "0.6% by the close to $3,350"
_FIRMS = ("firm", "firms")


def settle_senses(
    text: str, words: Sequence[Token], times: Sequence[Token], names: Sequence[Token], currencies: Sequence[Token]
) -> list[Token]:
    """The words of a text, each in the sense that its neighbours give it."""
    _set_against(text, words, currencies)
    _release(text, words, times)
    over_issue(text, words)
    words = around_sizes(text, words)
    if "futures" in text:
        _set_apart_futures(text, words)
    if shares := {name.start for name in names if name.value.instrument_class == "share"}:
        words = [w for w in words if not _describes(text, w, shares)]
    words = [w for w in words if not _tells_where(text, w)] if " where " in text else words
    starts = {name.start for name in names}
    words = _without_sessions(text, words, starts) if holds_any(text, _SESSIONS) else words
    return [w for w in _without_ranks(text, words, starts) if not (w.form == "previous" and _dates_a_name(text, w, starts))]


def _describes(text: str, word: Token, shares: AbstractSet[int]) -> bool:
    """ "Energy firm BP", "investment bank Goldman Sachs": whether a word only says what the company behind it is."""
    if word.kind == "direction":
        return word.end + 1 in shares and text[word.start : word.end] in _FIRMS and text[word.end] == " "
    noun = _business().match(text, word.end) if word.kind == "other" else None
    return noun is not None and noun.end() in shares


@cache
def _business() -> re.Pattern[str]:
    """The noun of business between a word and the name of a company: "fund management group Man"."""
    nouns = any_of({"stock", *vocabulary_of("word", "descriptor"), *vocabulary_of("noun", "company")})
    return re.compile(rf" (?:(?!(?:at|of|by|for|in|from|with|and|to|as)\b)[a-z]+ )?{nouns}s? ")


def _tells_where(text: str, word: Token) -> bool:
    """ "Sixty dollars is where it finished", "2% below where it closed": a level is told, not that nothing moved."""
    return word.kind == "direction" and text.startswith("where ", word.start) and text.endswith(_BEFORE_WHERE, 0, word.start)


def _dates_a_name(text: str, word: Token, starts: AbstractSet[int]) -> bool:
    """ "In Sydney earlier Quirkco had lost 5%": when what a name is did something, and no earlier level."""
    return word.end + 1 in starts and text[word.start : word.end].lower() == "earlier"


def _without_sessions(text: str, words: Sequence[Token], starts: AbstractSet[int]) -> Sequence[Token]:
    """ "After the close gold slipped": without the words for a time that stands right before a name, which is what moved."""
    spans = [(m.start(1), m.end(1)) for m in _AROUND_A_SESSION.finditer(text) if m.end() in starts]
    return [w for w in words if not any(start <= w.start < end for start, end in spans)] if spans else words


def _set_against(text: str, words: Sequence[Token], currencies: Sequence[Token]) -> None:
    """ "Rose versus sterling" prices one currency in another; "to 157.2 versus 156.8" sets it against what it was."""
    starts = {currency.start for currency in currencies}
    for word in words:
        if word.form == "previous" and word.end + 1 in starts and text[word.start : word.end].lower() in _VERSUS:
            word.kind, word.form, word.value = "prep", "against", "against"


def _set_apart_futures(text: str, words: Sequence[Token]) -> None:
    """ "U.S. stock futures fell" is about no stock that was spoken of."""
    for word in words:
        if word.form == "share" and text.startswith((" futures", " index futures"), word.end):
            word.kind, word.form, word.value = "other", "name", NO_INSTRUMENT


def _release(text: str, words: Sequence[Token], times: Sequence[Token]) -> None:
    """ "From Thursday's close to 39,810": a close that a day owns, or of which "by the" is said, is a time, and what follows it
    leads on; not "close to".
    """
    for word in words if "close to" in text else ():
        if text[word.start : word.end] != "close to":
            continue
        owned = any(time.end == word.end - len(_LEADS_ON) for time in times)
        if owned or text.endswith(_TO_THE_CLOSE, 0, word.start):
            word.start, word.kind, word.form, word.value = word.end - len("to"), "prep", "to", "to"


def _without_ranks(text: str, words: Sequence[Token], names: AbstractSet[int]) -> list[Token]:
    """The words but "top" where it ranks what a name is, "top automaker Hyundai Motor"."""
    return [w for w in words if w.end - w.start != 3 or (rank := _RANK.match(text, w.start)) is None or rank.end() not in names]
