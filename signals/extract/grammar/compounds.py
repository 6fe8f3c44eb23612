"""Names that are parts of a noun phrase, and words beside a name that only its price shows to be verbs."""

from __future__ import annotations

import re
from dataclasses import replace

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.outcomes import UNCOUNTED
from signals.extract.grammar.sentence import HEADS, NOTHING, Sentence, words
from signals.extract.grammar.sizes import level_fits
from signals.extract.text.lines import is_headline
from signals.extract.text.tokens import Token
from signals.extract.text.words import nouns_of_direction, vocabulary_of

_MEASURED = frozenset({"measured", "expressed", "counted", "reckoned", "priced", "quoted", "valued", "calculated", "seen"})
_OFFSHORE = re.compile(r"\b(?:in Hong Kong|offshore)\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?: (?:per|to|a|against) (?:the |one )?(?:(?:US|U\.S\.|American) )?(?:dollar|greenback))?(?: in)?(?: the)?"
    r" (?:offshore\b(?! (?:yuan|unit|rate|counterpart|renminbi|currency))|in Hong Kong\b(?! dollar))"
)
_ONSHORE = re.compile(r"\b(?:onshore|on the mainland)\b", re.IGNORECASE)
_OTHER_YUAN = {"CNY": "CNH", "CNH": "CNY"}
# What is not the instrument though named after it: "gold stocks", "the platinum index", "dollar bonds".
_OTHER_THINGS = {
    "commodity": {
        *("index", "indices", "stock", "stocks", "share", "shares", "bond", "bonds", "group", "company", "currency"),
        *("miner", "miners", "producer", "producers", "explorer", "explorers", "dealer", "dealers", "refiner", "refiners"),
    },
    "currency": {
        *("index", "indices", "stock", "stocks", "share", "shares", "bond", "bonds", "yield", "yields", "notes", "debt"),
        *("future", "futures", "forward", "forwards", "swap", "swaps", "volatility"),
        *("libor", "euribor", "sibor", "hibor", "tibor", "deposit", "deposits", "bills", "paper", "loans"),
    },
}
_OTHER_THINGS["precious metal"] = _OTHER_THINGS["crypto"] = _OTHER_THINGS["commodity"]
_OTHER_THINGS["fx"] = _OTHER_THINGS["currency"]
_AMOUNTS = frozenset({
    *("tonnes", "tons", "barrels", "ounces", "bushels", "bags", "kilos", "kilograms", "pounds", "bales", "cargoes", "lots"),
    *("grams", "litres", "gallons", "bpd", "tonne", "ton", "barrel", "kg", "hectares", "acres", "coins", "contracts"),
})  # fmt: skip
_NOUN = 14  # characters behind a name in which the noun stands that it qualifies
_UNCHANGED = ("sterling", "yen")  # in the plural as well


def in_noun(s: Sentence, index: int) -> bool:
    """ "On [dollar] surge", "in biggest one-day [dollar] gain": behind a preposition a name and a noun of direction are one
    phrase.
    """
    noun = s.next(index, NOTHING)
    if noun is None or noun.kind != "direction" or s.tokens[index].value.instrument_class not in UNCOUNTED:
        return False
    if s.written(noun).endswith("s") or s.written(noun) not in nouns_of_direction():
        return False
    for place in range(index - 1, max(index - 4, -1), -1):
        token = s.tokens[place]
        if token.kind == "prep":
            return token.form not in ("with", "to", "at")
        if token.kind not in ("time", "number", "direction"):
            return False
    return False


def in_amount(s: Sentence, index: int) -> bool:
    """ "Exported 398,000 tonnes of [robusta], up 11.8%": how much of a good there was, not what it cost."""
    of, amount = s.at(index - 1), s.at(index - 2)
    if of is None or of.form != "of" or amount is None or amount.number is None or amount.number.unit is not None:
        return False
    measure = words(s.gap(index - 1)) or words(s.text[amount.start : amount.end])
    return bool(measure) and measure[-1].lower() in _AMOUNTS


def counts_in(s: Sentence, index: int) -> bool:
    """ "Measured in euros it was worth 1.20", "in dollar terms the lira is": the money in which a clause counts, named at its
    head.
    """
    inside, token = s.near(index, NOTHING), s.tokens[index]
    if inside is None or inside.form != "in" or token.value.instrument_class != "currency":
        return False
    if inside.place and s.tokens[inside.place - 1].kind != "bound":
        return False
    if said := s.gap(inside.place).split()[-1:]:
        return said[0].lower() in _MEASURED
    written = s.written(token)
    return written.endswith("s") or written in _UNCHANGED or s.text.startswith(" terms", token.end)


def goes_to_price(s: Sentence, index: int, word: str) -> bool:
    """ "Gold stabs at $1,920": a word in -s between a name and a price of its own is a verb."""
    placed, place = s.at(index + 1), index + 2
    while (number := s.at(place)) is not None and number.kind in ("state", "time") and place < index + 4:
        place += 1  # "storms to record $2,222"
    if placed is None or number is None or number.number is None or placed.form not in ("at", "to") or not word.endswith("s"):
        return False
    alone = s.gap(index + 1).split()
    return len(alone) == 1 and number.number.unit is not None and level_fits(s.tokens[index].value, number.number)


def is_driven(s: Sentence, index: int) -> bool:
    """ "Hot data fires gold to $1,868", "to a five-month high of": the word right before a name drove it."""
    to, verb = s.next(index), next(reversed(s.gap(index).split()), "")
    if to is None or to.form != "to" or to.kind != "prep" or not is_headline(s.text):
        return False
    if not verb.islower() or not verb.endswith(("s", "ed")) or verb.endswith("ss"):
        return False
    ahead = s.tokens[index + 2 : index + 6]
    number = next((t.number for t in ahead if t.kind not in ("time", "state", "prep")), None)
    return number is not None and number.unit is not None and level_fits(s.tokens[index].value, number)


def held_by_people(s: Sentence, segment: int, colon: int) -> Token | None:
    """ "ETH holders had it worse: $1,950 at the low": what people hold, whose price stands behind the colon."""
    named, number = s.at(segment + 1), s.next(colon)
    if named is None or named.kind != "instrument" or number is None or number.number is None:
        return None
    noun = next(iter(words(s.text[named.end : named.end + _NOUN])), "").lower()
    return named if noun in vocabulary_of("word", "holder") and level_fits(named.value, number.number) else None


def names_other_thing(token: Token, word: str) -> bool:
    """ "Gold miners", "dollar bonds": whether a word behind a name makes another thing of it."""
    return word in _OTHER_THINGS.get(token.value.instrument_class, ())


def term(s: Sentence, index: int) -> bool:
    """ "Riyal one-year forwards": whether a term parts a name from the word that makes another thing of it."""
    between = s.at(index + 1)
    if between is None or between.kind != "time" or s.tokens[index].value.instrument_class not in ("currency", "fx"):
        return False
    behind = words(s.gap(index + 2))[:1] if index + 2 < len(s.tokens) else []
    return bool(behind) and names_other_thing(s.tokens[index], behind[0].lower())


def heads_trade(s: Sentence, index: int) -> bool:
    """ "Newmont, the gold miner": a good before the word for who deals in it."""
    behind = words(s.gap(index + 1))[:2] if index + 1 < len(s.tokens) and s.gaps[index + 1] >= HEADS else []
    return any(names_other_thing(s.tokens[index], word.lower()) for word in behind)


def is_unit_price(s: Sentence, token: Token) -> bool:
    """ "A dollar cost 14.42": the price of another currency, of which the next sentences go on."""
    dollar = token.kind == "instrument" and token.value.id == "USD"
    return dollar and s.text[max(token.start - 3, 0) : token.start].lower().endswith((" a ", "\na "))


def offshore(s: Sentence, segment: int, group: list[Token], token: Token) -> list[Token]:
    """The yuan outside the mainland, "in Hong Kong it traded at 7.08", and inside, "onshore, it ended at 7.16"."""
    other = _OTHER_YUAN.get(group[0].value.id)
    if other is None or len(group) > 1:
        return group
    opening = s.at(segment)
    fronted = opening is None or (opening.form == "comma" and segment <= 1)
    before = s.text[s.start if fronted or opening is None else opening.end : token.start]
    if not (_OFFSHORE if other == "CNH" else _ONSHORE).search(before):
        return group
    yuan = group[0]
    return [Token("instrument", yuan.start, yuan.end, replace(yuan.value, id=other))]


def moved_offshore(s: Sentence, frame: Frame) -> None:
    """ "The yuan traded offshore at 7.18", "was at 7.18 in offshore trade": that outside the mainland, told behind the verb."""
    level, yuan = frame.level, frame.subjects[0]
    if level is None or len(frame.subjects) > 1 or yuan.value.id != "CNY":
        return
    start = max(frame.start, max((t.end for t in s.tokens[: level.place] if t.form in ("clause", "and")), default=s.start))
    before = s.text[max(start, yuan.end) : level.start]
    if _OFFSHORE.search(before) or _BEHIND.match(s.text, level.end):
        frame.subjects = [Token("instrument", yuan.start, yuan.end, replace(yuan.value, id="CNH"))]
