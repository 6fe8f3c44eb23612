"""Predicates: which words are verbs, which only describe a noun, and whether unknown words before a verb are its subject."""

from __future__ import annotations

import re

from signals.extract.grammar.role import MOVE_UNITS
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, NOTHING, Sentence, gap_class, words
from signals.extract.text.tokens import Token
from signals.extract.text.words import verbs_of, vocabulary_of

_NAMES = frozenset({"united", "allied", "associated", "amalgamated"})  # of companies, which end as verbs do
_HELD = re.compile(
    r"\b(?P<verb>le(?:ft|aves?|aving)|h[eo]lds?|holding|ke(?:pt|eps?|eping)|maintain(?:s|ed|ing)?|retain(?:s|ed|ing)?)"
    r"(?: (?:its|their|the|both|key|main|benchmark)){0,2} $"
)
_TRADE = ("trade", "trading", "session")
_DEALINGS = frozenset(
    (
        "trade",
        "trading",
        "trades",
        "close",
        "open",
        "finish",
        "opening",
        "closing",
        "floor trade",
        "floor trading",
        "floor session",
    )
)
_PRICES = ("dearer", "cheaper", "pricier", "costlier", "more expensive", "less expensive")
_RATING = ("cut", "cuts", "raise", "raises", "raised", "lowers", "lowered", "reduces", "reduced", "trims", "trimmed")
_BARE = ("settle", "close", "end", "open", "finish", "start", "hit", "reach")
# "In [Britain the regulator] lifted the cap", "in [the second tier Quirkco] rose": two phrases.
_SECOND = re.compile(r"[A-Z]\w+ (?:the|its|their) \w|^ (?:the|its|their) (?:[a-z-]+ ){1,3}[A-Z][\w&-]+(?: [A-Z][\w&-]+)* $")

_ON_MONEY = frozenset({"weakened", "weakens", "weakening", "strengthened", "strengthens", "strengthening"})
_REASONS = ("by", "on", "amid", "with", "after")
_NOT_GOODS = frozenset({"bond", "bonds", "government", "stock", "stocks", "notes", "debt", "asset"})
_DETERMINER = re.compile(r"\b(?:whose|his|her|the|its|a|this|their|our) $", re.IGNORECASE)
_RANKED = re.compile(r"\b(?:[Rr]eshuffle|[Rr]elegat|[Pp]romot|[Dd]emot|[Ii]ndex review|[Qq]uarterly review|[Rr]econstitution)")
_OBJECT = re.compile(r" ([a-z]+)")
_VERBLIKE = frozenset({"direction", "copula", "state", "number", "tracking"})


def is_attributive(s: Sentence, index: int) -> bool:
    """Whether the direction word at ``index`` only describes the noun after it: "a weaker yen", "rising oil prices"."""
    token, after = s.tokens[index], s.at(index + 1)
    written = s.written(token)
    if not index and written == "top":
        return True  # "Top carmaker Hyundai fell"
    describes = (token.form == "adjective" and written not in ("up", "down", "off")) or written.endswith(("ing", "en"))
    describes = describes and not (token.form == "causative" and after is not None and _determined(s, after))
    describes = describes or (written == "firm" and (before := s.near(index)) is not None and before.kind in ("prep", "bound"))
    describes = describes or written in ("wider", "narrower")  # "the wider Nifty"
    if not describes or after is None:
        return False
    if s.gaps[index + 1] >= HEADS and token.form == "adjective":
        before = s.near(index, NOTHING)
        by = before is not None and before.kind == "prep" and before.form in _REASONS  # "buoyed by firmer crude"
        reason = by or (before is not None and (before.kind, before.form) == ("bound", "clause"))  # "as dearer steel hurts"
        return reason or s.gap(index).rstrip().lower().endswith((" a", " an", " the", " its"))
    named = after.kind in ("instrument", "other") or (after.kind == "ref" and after.form != "any")
    return s.gaps[index + 1] == NOTHING and named


def _determined(s: Sentence, noun: Token) -> bool:
    """ "Cutting its deposit rate", "raising Bank Rate by": a noun that shows that no word describes it."""
    by = s.next(noun.place) if noun.kind == "instrument" and noun.value.instrument_class == "policy rate" else None
    if by is not None and (by.kind == "number" or by.form in ("by", "to")):
        return True
    return s.written(noun).startswith(("its ", "their ", "the "))


def unknown_subject(s: Sentence, start: int, index: int) -> bool:
    """Whether the first predicate of a segment, at ``index``, has a subject of words that we do not know: "and wholesale
    fell 41.1%". ``start`` is the place of the boundary that opens the segment.
    """
    finite = is_finite(s, index)
    told = finite or s.written(s.tokens[index]) in ("up", "down", "off")  # "Chile's off 0.3%"
    for place in range(start + 1, index + 1):
        gap = s.gap(place) if s.gaps[place] >= HEADS else ""
        before = s.tokens[place - 1]
        named = before.form == "with" and bool(gap) and words(gap)[-1][0].isupper()  # "with Quirkco off 2.3%"
        named = named or (before.form == "with" and place == index == start + 2)  # ", with banks off 1.2%"
        if gap and (place == start + 1 or before.kind != "prep" or named or _SECOND.search(gap)):
            possessive = gap.rstrip().endswith(("'s", "’s"))  # "Chile's lost 0.3%", but "the bank's closing rate"
            if _dates_extreme(s.tokens[place], gap):
                continue  # "the previous record was $10,190"
            if _prices_the_same(s.gaps[place], gap) or (possessive and not (told and s.tokens[place].kind == "direction")):
                continue
            return names_something(gap, finite or (possessive and told))
    return False


def _dates_extreme(token: Token, gap: str) -> bool:
    """ "The previous record", "its old peak": an extreme of what is spoken of, from before."""
    found = {word.lower() for word in words(gap) if gap_class(word) == FOREIGN}
    return token.kind == "state" and bool(found) and found <= vocabulary_of("word", "earlier")


def of_other_things(gap: str) -> bool:
    """Whether the words before "prices" make them those of something else: "government bond prices did not move"."""
    return not _NOT_GOODS.isdisjoint(gap.lower().split())


def _prices_the_same(gap_of: int, gap: str) -> bool:
    """ "Its shares", "the spot price": head nouns alone that speak of the instrument named before."""
    found = [w.lower() for w in words(gap)]
    if found and found[-1] in ("counterpart", "cousin", "sibling", "rival", "peer"):
        return False  # "its American counterpart finished at $67.55"
    if of_other_things(gap):
        return False
    return gap_of == HEADS and (found[0] in ("its", "their") or found[-1] in ("price", "prices", "quote", "spot"))


def is_infinitive(s: Sentence, index: int) -> bool:
    """ "Used to settle obligations", "resumed its slide": no level word of a market."""
    if s.written(s.tokens[index]) in ("resumed", "resumes"):  # "resumed lower at 66.90"
        behind = s.next(index)
        return behind is None or not (behind.form in ("adjective", "at") or behind.kind == "number")
    to, behind = s.near(index, NOTHING), s.at(index + 1)
    governed = s.written(s.tokens[index]) in _BARE and to is not None and to.form == "to"
    return governed and behind is not None and s.gaps[index + 1] == FOREIGN


def is_dealing(s: Sentence, index: int) -> bool:
    """ "In afternoon trade", "by the close", "ended daytime trade": a noun, not what the market did."""
    if s.written(s.tokens[index]) not in _DEALINGS:
        return False
    before = s.at(index - 1)
    if before is not None and before.kind == "time":
        before = s.at(index - 2)
    if before is None:
        return False
    ended = before.kind == "state" and before.form == "close" and s.written(s.tokens[index]).endswith(_TRADE)
    return ended or (before.kind == "prep" and before.form != "to")


def _takes_a_rate(s: Sentence, index: int, named: Token | None) -> bool:
    """ "By dropping its key rate", "dropped the cash rate by": a verb with a policy rate of its own right behind it."""
    verb = s.tokens[index]
    if verb.form != "verb" or not verb.value or named is None or named.kind != "instrument" or s.gaps[index + 1] > NOTHING:
        return False
    return named.value.instrument_class == "policy rate" and s.written(named).startswith(("its ", "the ", "their "))


def _is_spread(token: Token) -> bool:
    return token.form == "spread" if token.kind == "ref" else token.value.instrument_class == "yield spread"


def is_particle(s: Sentence, index: int) -> bool:
    """ "Jacked up its policy rate by 2 points", "brought down the price of gold to": the verb before carries a name along."""
    named, verb = s.at(index + 1), words(s.gap(index))[-1:]
    if _takes_a_rate(s, index, named):
        return True
    if s.written(s.tokens[index]).startswith(
        ("narrow", "widen", "tighten", "shrink")
    ):  # "narrowing the gap to 140 basis points"
        return named is not None and named.kind in ("instrument", "ref") and _is_spread(named) and s.gaps[index + 1] <= FUNCTION
    if s.written(s.tokens[index]) in _ON_MONEY:  # "weakened the naira to 1,540"
        rate = s.at(index + 2)
        led = index + 2 + (rate is not None and rate.form == "fixing")  # "strengthened the yuan's official rate to"
        return named is not None and _is_money(named) and s.gap(index + 1) in (" the ", " its ") and _leads_on(s, led)
    if s.written(s.tokens[index]) == "lower":  # "voted to lower the repo rate by 25 basis points"
        to = s.near(index, NOTHING)
        return named is not None and named.kind == "instrument" and to is not None and to.form == "to"
    if s.written(s.tokens[index]) not in ("up", "down") or named is None or named.kind != "instrument" or not verb:
        return False
    return _leads_on(s, index + 2) and s.gaps[index + 1] <= FUNCTION and is_verb(verb[0].lower())


def _is_money(token: Token) -> bool:
    return token.kind == "instrument" and bool(token.value.instrument_class == "currency")


def _leads_on(s: Sentence, place: int) -> bool:
    """Whether "by" or "to" stands at a place, behind what was moved."""
    beyond = s.at(place)
    return beyond is not None and beyond.kind == "prep" and beyond.form in ("by", "to") and s.gaps[place] <= HEADS


def off_an_extreme(s: Sentence, index: int) -> bool:
    """ "Bounced $15 off its three-month low", "off its $1,277 low": the word says from where, not which way."""
    if s.written(s.tokens[index]) != "off":
        return False
    behind = s.at(index + 1)
    if behind is not None and behind.number is not None and behind.number.unit not in MOVE_UNITS:
        index, behind = index + 1, s.at(index + 2)
    if behind is not None and behind.kind == "time":
        behind = s.at(index + 2)
    return behind is not None and behind.kind == "state" and behind.form in ("high", "low") and s.gaps[index + 1] <= HEADS


def takes_object(s: Sentence, index: int) -> bool:
    """ "Sued to break it up", "weighed it down": a particle behind the pronoun that its verb acts on, where no size follows."""
    if index < 1 or s.tokens[index].form != "adjective" or s.gaps[index] != NOTHING:
        return False
    pronoun, verb, size = s.tokens[index - 1], s.at(index - 2), s.at(index + 1)
    if (
        pronoun.form != "any"
        or s.written(pronoun) not in ("it", "them")
        or s.written(s.tokens[index]) not in ("up", "down", "off")
    ):
        return False
    drives = verb is not None and verb.kind == "direction" and verb.form == "causative" and s.gaps[index - 1] == NOTHING
    opens = verb is None or (verb.kind == "bound" and s.gaps[index - 1] == NOTHING)  # "it up at 17.60"
    return not (drives or opens or (size is not None and size.kind in ("number", "prep")))


def is_purpose(s: Sentence, index: int) -> bool:
    """ "Joined forces to push down the yen": what is wanted, where no figure says that it was reached."""
    to, noun = s.near(index, NOTHING), s.at(index + 1)
    if to is None or to.form != "to" or noun is None:
        return False
    if noun.form in ("adjective", "causative"):
        index, noun = index + 1, s.at(index + 2)
    named = noun is not None and noun.kind in ("instrument", "ref")
    behind = s.tokens[index + 2 : index + 6]
    end = next((place for place, t in enumerate(behind) if t.kind == "bound"), len(behind))
    return named and all(t.kind != "number" for t in behind[:end])


def strikes_others(s: Sentence, index: int) -> bool:
    """ "A strong yen battered exporters": whether a verb that is passive of prices has an object of its own."""
    token, before, after = s.tokens[index], s.near(index), s.at(index + 1)
    if s.written(token) not in vocabulary_of("word", "striking") or (before is not None and before.kind in ("copula", "bound")):
        return False
    if after is not None and after.kind in ("instrument", "other") and s.gaps[index + 1] <= HEADS:
        return True
    thing = _OBJECT.match(s.text, token.end)
    return thing is not None and gap_class(thing[1]) > FUNCTION and (after is None or thing.end() <= after.start)


def needs_a_size(s: Sentence, index: int) -> bool:
    """ "Off" is a direction only beside a size: "off 1.2 percent", not "off an overnight high"; "better" and "worse" are
    no more without one, nor is what becomes "dearer for buyers abroad", a firm is a company, a bank that added spoke, and who
    goes up or down in a reshuffle of an index changes its place.
    """
    written = s.written(s.tokens[index])
    if written == "firms" and (_described(s, index) or (s.near(index) is not None and s.tokens[index - 1].kind == "prep")):
        return True
    if written == "firm":
        governor = s.near(index)
        if governor is not None and governor.kind == "prep" and governor.form != "to":
            return True  # "on firm equities"
        return bool(_DETERMINER.search(s.text, max(s.tokens[index].start - 8, 0), s.tokens[index].start))
    if written in ("added", "adds"):
        after = s.at(index + 1)
        return after is None or after.kind == "bound"  # "the bank added, ..."
    if written.endswith((" more", " less")):
        return not _compares_times(s, index)
    burden = written in _PRICES and s.text.startswith((" for ", " to ", " in "), s.tokens[index].end)
    ranked = written.endswith((" up", " down")) and _RANKED.search(s.text, s.start, s.tokens[-1].end) is not None
    if written not in ("off", "better", "worse", "better off", "worse off") and not burden and not ranked:
        return False
    if off_an_extreme(s, index):
        return True
    beside = (s.at(index - 1), s.at(index + 1))
    return not any(t is not None and t.kind == "number" for t in beside)


def _compares_times(s: Sentence, index: int) -> bool:
    """ "At 1.0889 dollars, somewhat more than the evening before": a price, and an earlier time that it is held against."""
    price = next((t for t in reversed(s.tokens[max(index - 3, 0) : index]) if t.kind == "number"), None)
    than = s.text.startswith(" than ", s.tokens[index].end)
    return than and price is not None and any(t.kind == "time" for t in s.tokens[index + 1 : index + 4])


def _described(s: Sentence, index: int) -> bool:
    """ "It was home-grown firms that suffered": whether a word that we do not know stands right before, and no name does."""
    before = words(s.gap(index))
    return s.gaps[index] == FOREIGN and before[-1].islower() and gap_class(before[-1]) == FOREIGN


def is_finite(s: Sentence, index: int) -> bool:
    """Whether a predicate is a finite verb, which has a subject before it where no comma parts them."""
    token, before = s.tokens[index], s.near(index)
    if (before is not None and before.kind == "prep") or s.gap(index).rstrip().endswith(" to"):
        return False  # "pared half of the damage to end at"
    if token.kind == "direction":
        return token.form in ("verb", "path", "crossing") and not s.written(token).endswith("ing")
    verb = token.kind == "state" and token.form in ("last", "close", "open", "reach")
    return token.kind == "copula" or (verb and not s.written(token).endswith("ing"))


def names_something(gap: str, finite: bool = False) -> bool:
    """Whether the unknown words of a gap are a noun, not a verb; before a finite verb they are.

    >>> [names_something(g) for g in (" and wholesale ", " has since won ", " helped ", " the carmaker's ")]
    [True, False, False, False]
    """
    for word in words(gap):
        low = word.lower()
        if low in vocabulary_of("word", "auxiliary"):
            return False
        if gap_class(word) >= HEADS:
            if low in vocabulary_of("word", "past") or (
                is_verb(low) and low not in vocabulary_of("word", "verb") and not finite
            ):
                return False
            return finite or not (low.endswith("ing") or gap.rstrip().endswith(("'s", "’s")))
    return False


def is_repriced(s: Sentence, index: int) -> bool:
    """ "Pemex cut gasoline by 3%": what a seller does to the price of the good at ``index`` is no move of its market."""
    verb, named = s.at(index - 1), s.tokens[index]
    if verb is None or verb.form != "causative" or named.kind != "instrument" or named.value.instrument_class != "commodity":
        return False
    by = s.next(index)
    sized = by is not None and (by.form == "by" or by.kind == "number") and s.gap(index).strip() in ("", "the")
    return sized and s.written(verb) in vocabulary_of("word", "repricing")


def leaves_at(s: Sentence, index: int) -> Token | None:
    """The verb that leaves the rate at ``index`` at a stated level, as a direction: "kept its", "left the"; None for others."""
    rate = s.tokens[index]
    stated = any(t.kind == "number" for t in s.tokens[index + 1 : index + 5])
    match = _HELD.search(s.text, max(s.start, rate.start - 30), rate.start) if stated else None
    return Token("direction", *match.span("verb"), 0, "causative") if match else None


def is_verb(word: str) -> bool:
    """Whether an unknown word looks like a verb: a past tense, or a form of one that markets are told with.

    >>> [is_verb(w) for w in ("plumbed", "broke", "snaps", "hover", "miners")]
    [True, True, True, True, False]
    """
    if word.endswith(("ed", "n't", "n’t")) or word in vocabulary_of("word", "past"):
        return word not in _NAMES
    verbs = vocabulary_of("word", "verb")
    return word in verbs or word in verbs_of("having") or (word.endswith("s") and (word[:-1] in verbs or word[:-2] in verbs))


def waits_for_news(s: Sentence, token: Token, group: list[Token]) -> bool:
    """ "Loonie on hold for Carney": only banks hold, and what they hold are their rates."""
    return s.written(token) == "on hold" and bool(group) and group[0].value.instrument_class != "policy rate"


def acts_next(s: Sentence, index: int) -> bool:
    """Whether a predicate without a subject follows: a verb of ours, or an unknown word that looks like one."""
    following = s.at(index + 1)
    while following is not None and _dates_next(s, index, following) and s.gaps[index + 1] <= FUNCTION:
        index, following = index + 1, s.at(index + 2)
    if following is None:
        return False
    if s.gaps[index + 1] > FUNCTION:
        return following.kind != "bound" and not names_something(s.gap(index + 1))
    return following.kind in _VERBLIKE and not is_attributive(s, index + 1)


def _dates_next(s: Sentence, index: int, following: Token) -> bool:
    """ "Which already in 2007 had shed": times and their prepositions before a predicate."""
    if following.kind in ("time", "phase"):
        return True
    time = s.next(index + 1)
    return following.kind == "prep" and following.form in ("in", "on", "at") and time is not None and time.kind == "time"


def moves_it(s: Sentence, index: int, verb: Token) -> bool:
    """ "Weak sales drag Tesla", not "UBS cuts Tesla": whether a verb in front of a name makes its price move."""
    following = s.next(index)
    alone = following is None or (following.kind == "bound" and following.form != "open")
    rated = alone and s.tokens[index].value.instrument_class == "share" and s.written(verb) in _RATING
    return verb.form == "causative" and not rated
