"""Names behind a phrase that opens a clause: "among the banks Barclays fell", "for Ford and GM the losses were 3% and 4%"."""

from __future__ import annotations

from signals.extract.grammar.role import EXTREMES, MOVE_UNITS
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, Sentence, words
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.verbs import is_finite
from signals.extract.text.tokens import Token
from signals.extract.text.words import nouns_of_direction, vocabulary_of

_SIDES = ("against", "per", "for")
_AMOUNTING = frozenset({"was", "were", "is", "are", "came to", "comes to", "come to", "amounted to", "totalled", "totaled"})


def behind_phrase(s: Sentence, place: int, index: int) -> bool:
    """ "Among the banks Barclays dropped", "with an hour to go Wall Street's Dow was down": whether a phrase that opens
    the clause ends right before the name at ``index``, which has a finite verb behind it.
    ``place`` is that of the last preposition.
    """
    if s.tokens[place].form == "of" and _came_to_level(s, index):
        return True
    verb = s.at(index + 1)
    if s.tokens[place].form in _SIDES or max(s.gaps[place + 1 : index + 1]) < FOREIGN or verb is None:
        return False
    if verb.kind not in ("direction", "copula", "state") or s.gaps[index + 1] > FUNCTION or not is_finite(s, index + 1):
        return False
    return _opens(s, place)


def _came_to_level(s: Sentence, index: int) -> bool:
    """ "The big boys of the FTSE 100 fell 2.5 per cent, to 5,982.20": where the index went tells that it is spoken of."""
    verb, mention = s.at(index + 1), s.tokens[index].value
    if mention.instrument_class != "index" or verb is None or verb.kind != "direction" or not is_finite(s, index + 1):
        return False
    for place in range(index + 2, min(index + 11, len(s.tokens) - 1)):
        to, number = s.tokens[place], s.tokens[place + 1].number
        if to.kind in ("instrument", "ref", "other") or to.form == "clause":
            return False
        if to.kind == "prep" and to.form in ("to", "at") and number is not None:
            return number.decimals > 0 and number.unit not in MOVE_UNITS and level_fits(mention, number)
    return False


def _opens(s: Sentence, place: int) -> bool:
    """Whether only prepositions and times stand between the preposition at ``place`` and the boundary before it."""
    while place > 0 and (s.tokens[place].kind == "time" or (s.tokens[place].kind == "prep" and s.gaps[place] <= FUNCTION)):
        place -= 1
    token = s.tokens[place]
    return token.kind == "bound" or (place == 0 and token.kind == "prep" and not words(s.gap(0)))


def heads_sizes(s: Sentence, index: int) -> bool:
    """ "For JD.com and Meituan the gains were 35.6 and 32.1 percent": whether a list of names from ``index`` ends with a noun
    of direction that figures follow.
    """
    place = index + 1
    while place < len(s.tokens) and _lists(s, place):
        place += 1
    noun, verb, number = s.at(place), s.at(place + 1), s.at(place + 2)
    if noun is None or noun.kind != "direction" or s.written(noun) not in nouns_of_direction() or not _the(s, place):
        return False
    return verb is not None and s.written(verb) in _AMOUNTING and number is not None and number.kind == "number"


def _lists(s: Sentence, place: int) -> bool:
    token: Token = s.tokens[place]
    return token.kind == "instrument" or (token.kind == "bound" and token.form in ("and", "comma"))


def _the(s: Sentence, place: int) -> bool:
    return words(s.gap(place))[:1] in (["the"], ["today's"])


def names_trade(s: Sentence, index: int) -> bool:
    """ "Gold miner Newcrest fell", "iron ore miners BHP and Rio": a good before the word that says what the company behind it
    is.
    """
    named, between = s.at(index + 1), words(s.gap(index + 1)) if index + 1 < len(s.tokens) else []
    if named is None or named.kind != "instrument" or named.value.instrument_class != "share" or not 0 < len(between) < 4:
        return False
    return all(word.islower() for word in between) and between[-1].removesuffix("s") in vocabulary_of("noun", "company")


def acts_first(s: Sentence, index: int) -> bool:
    """ "Helping Nissan, a weak yen": whether a participle opens the words before a name; not "Ailing carmaker Nissan fell"."""
    said = words(s.gap(index))
    first = said[0].lower() if said else ""
    if not first.endswith(("ing", "ed")) or first == "trading" or "-" in first:
        return False
    nouns = vocabulary_of("word", "descriptor") | vocabulary_of("noun", "company")
    described = said[-1].lower() in nouns and s.next(index, FUNCTION) is not None
    return not (described and is_finite(s, index + 1))


def at_extreme(s: Sentence, state: Token) -> bool:
    """ "At the low the Dow had lost": a level word behind the preposition that opens its clause."""
    at, opening = s.near(state.place), s.at(state.place - 2)
    opens = at is not None and at.form == "at" and (opening is None or opening.kind == "bound")
    return opens and state.kind == "state" and state.form in EXTREMES


def ends_aside(s: Sentence, index: int) -> bool:
    """ "Renault, which is in talks with Nissan, fell": whether the name at ``index`` is the last word of an aside, behind which
    the sentence goes on with the verb of the subject before it; not "with Nissan, down 2%, the worst".
    """
    comma, verb = s.next(index), s.at(index + 2)
    if comma is None or comma.form not in ("comma", "dash") or verb is None or s.gaps[index + 2] > FUNCTION:
        return False
    opening = next((place for place in range(index - 1, -1, -1) if s.tokens[place].kind == "bound"), -1)
    return opening > 0 and verb.kind in ("direction", "copula", "state") and is_finite(s, index + 2)


_TELLING = frozenset({"direction", "copula", "state"})


def behind_with(s: Sentence, index: int) -> int:
    """Where the "with" of the phrase begins that the comma at ``index`` closes, if the sentence then goes on with "and" and a
    verb, as what stands in the phrase has none; 0 where none does.
    """
    link, verb = s.next(index), s.at(index + 2)
    if link is None or link.form != "and" or verb is None or verb.kind not in _TELLING or s.gaps[index + 2] > FUNCTION:
        return 0
    opening = next((place for place in range(index - 1, -1, -1) if s.tokens[place].kind == "bound"), 0)
    led = s.next(opening) if s.tokens[opening].form == "comma" else None
    phrase = led is not None and led.form == "with" and not any(is_finite(s, at) for at in range(opening + 2, index))
    return s.tokens[opening].end if phrase and is_finite(s, index + 2) else 0
