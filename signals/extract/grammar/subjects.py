"""Whom a clause is about: the syntactic position of a name, and lists of names."""

from __future__ import annotations

import re

from signals.extract.grammar.compounds import counts_in, goes_to_price, heads_trade, in_noun, is_driven, names_other_thing, term
from signals.extract.grammar.contracts import attributes
from signals.extract.grammar.counter_lists import lists_counters
from signals.extract.grammar.fronted import acts_first, at_extreme, behind_phrase, describes_name, ends_aside, heads_sizes
from signals.extract.grammar.role import RELATIVE_UNITS
from signals.extract.grammar.sentence import FOREIGN, FUNCTION, HEADS, NOTHING, Sentence, gap_class, one_phrase, words
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.verbs import is_attributive, is_dealing, is_finite, is_verb, moves_it
from signals.extract.linking.mentions import YIELDS
from signals.extract.text.tokens import Token
from signals.extract.text.words import nouns_of_direction, vocabulary_of

SUBJECT, COUNTER, OBJECT, MODIFIER = range(4)

RELATIVE = frozenset({"which", "that", "who", "where", "whose"})
PREDICATES = frozenset({"state", "copula", "number", "modal"})
_COUNTED = frozenset(("currency", *YIELDS))  # what an article counts one of
_SECTORS = (["index"], ["sub-index"], ["subindex"], ["gauge"], ["sector"])  # of an index: "Dow Jones U.S. banks index"
_PLACING, _CARRYING = ("in", "on", "at", "from"), ("of", "in", "on", "for", "at")


# "Sumitomo Precision Works fell" is another company than Sumitomo.
_LONGER = re.compile(r" ([A-Z][a-z]+) ([A-Z][a-z]+) ")
_FIRMS = frozenset({"Inc", "Corp", "Co", "Ltd", "Group", "Holdings", "Shares", "Company", "Limited", "Class", "Motor", "Bank"})


def position(s: Sentence, index: int, held: bool) -> int:
    """What the instrument at ``index`` is in its clause. ``held`` says that the segment has a subject already."""
    if counts_in(s, index):
        return COUNTER
    if _modifies(s, index):
        return MODIFIER
    if in_noun(s, index):
        return OBJECT
    place = index - 1
    while place >= 0 and (_is_adverb(s, place) or _premodifies(s, place)):
        place -= 1
    left = s.at(place)
    gap = max(s.gaps[place + 1 : index + 1])
    if _is_set(s, index) or _of_a_bank(s, index):
        return SUBJECT
    if each(s, index):
        return COUNTER
    if left is None or left.kind == "bound":
        return _at_clause_start(s, index, left, gap)
    if left.kind == "prep" and place and s.tokens[place - 1].kind == "technical" and gap <= HEADS:
        return OBJECT  # "support for the Nifty at 15,240"
    if _is_quoted(s, index) and not (left.kind == "prep" and _priced_in(s, place, index)):
        return SUBJECT
    if left.kind == "prep":
        return _after_preposition(s, place, index, gap, held)
    return _after_word(s, index, left, gap, held)


def each(s: Sentence, index: int) -> bool:
    """ "R22.98 a pound", "4.16 zlotys one euro": whether the currency at ``index`` is what the number before it is the price of
    one of.
    """
    before, token = s.at(index - 1), s.tokens[index]
    if before is None or before.number is None or token.kind != "instrument" or token.value.instrument_class != "currency":
        return False
    return before.number.unit not in RELATIVE_UNITS and s.gap(index).strip().lower() in ("a", "an", "one", "/", "each")


def _of_a_bank(s: Sentence, index: int) -> bool:
    """ "Above the Bank of Korea's 2.5 percent": a bank and its rate."""
    number, gap = s.at(index + 1), s.gap(index + 1) if index + 1 < len(s.tokens) else ""
    rate = s.tokens[index].value.instrument_class == "policy rate"
    return rate and number is not None and number.number is not None and gap.strip() in ("'s", "’s")


def _is_set(s: Sentence, index: int) -> bool:
    """ "Brought down its lending rate by 27 basis points", "left Bank Rate unchanged at 5%": what a bank does to its rate is
    said of the rate.
    """
    if s.tokens[index].value.instrument_class != "policy rate":
        return False
    place = index + 1
    after = s.at(place)
    still = after is not None and (after.value == 0 or s.written(after) in ("up", "down"))  # "bring Bank Rate down by"
    if after is not None and after.kind == "direction" and still and s.gaps[place] <= FUNCTION:
        place += 1
        after = s.at(place)
    number = s.at(place + 1)
    if after is None or after.kind != "prep" or after.form not in ("by", "to", "at") or s.gaps[place] > FUNCTION:
        return False
    return number is not None and number.number is not None and number.number.ignored is None


def _premodifies(s: Sentence, place: int) -> bool:
    """ "Rising Sony", "hedge fund group Man": whether the word describes the name behind it."""
    token = s.tokens[place]
    return is_attributive(s, place) if token.kind == "direction" else token.kind == "other" and describes_name(s, place)


def _is_adverb(s: Sentence, place: int) -> bool:
    """ "Earlier the Nikkei had lost 2%": the word dates the clause that it opens."""
    token, before = s.tokens[place], s.at(place - 1)
    opens = before is None or before.kind == "bound"
    return opens and s.gaps[place] <= FUNCTION and token.kind == "state" and s.written(token) in ("earlier", "previously")


def _is_quoted(s: Sentence, index: int) -> bool:
    """ "Banks quoted the shilling at 138.65", "left the Dow down 2%": a name and its number make a statement anywhere."""
    after, place = s.next(index, HEADS), index + 2
    if after is not None and after.kind == "state" and after.form in ("fixing", "close", "open"):
        after, place = s.next(index + 1), index + 3  # "set the yuan's midpoint at 7.1135"
    if is_driven(s, index):
        return True
    number = s.at(place)
    if after is None or number is None or number.number is None or s.gaps[place] > FUNCTION:
        return False
    if after.kind == "prep" and after.form == "at":
        return level_fits(s.tokens[index].value, number.number)
    moved = after.form == "adjective" or (after.form == "verb" and s.written(after).endswith("ing"))
    return after.kind == "direction" and moved and number.number.unit in RELATIVE_UNITS


def _modifies(s: Sentence, index: int) -> bool:
    """Whether the name only qualifies another noun: "gold miners rose", "Target sales", "a Dow component"."""
    token, after = s.tokens[index], s.at(index + 1)
    gap = s.gaps[index + 1]
    following = s.text[token.end : after.start] if after is not None else s.text[token.end : token.end + 40]
    if after is not None and after.kind == "other" and gap == NOTHING and not following.strip(" -'’s"):
        return token.value.instrument_class not in YIELDS
    if after is not None and after.kind == "ref" and gap <= FUNCTION and names_other_thing(token, s.written(after)):
        return True
    longer = _LONGER.fullmatch(following) if token.value.instrument_class == "share" else None
    if longer is not None and after is not None and after.kind in ("direction", "copula", "state"):
        return not {longer[1], longer[2]} & _FIRMS
    if gap <= FUNCTION or following[:1] not in (" ", "'", "’", "-"):
        return term(s, index)
    if _its_shares(token, after):
        return False
    if gap == FOREIGN and token.value.instrument_class == "index" and words(following)[-1:] in _SECTORS:
        return True
    for word in words(following)[:4]:
        low = word.lower()
        if names_other_thing(token, low):
            return True
        if gap_class(word) == FOREIGN:
            doing = low.endswith("ing") and token.value.instrument_class not in ("commodity", "precious metal")
            return not (is_verb(low) or doing or goes_to_price(s, index, low))
        if low not in ("'s", "’s", "s"):
            break
    return False


def _its_shares(token: Token, after: Token | None) -> bool:
    """ "Volkswagen preference shares", "Alibaba's Hong Kong stock"."""
    return token.value.instrument_class == "share" and after is not None and after.kind == "ref" and after.form == "share"


def _at_clause_start(s: Sentence, index: int, left: Token | None, gap: int) -> int:
    if left is not None and left.form in ("and", "comma") and (_ends_a_list(s, index) or lists_counters(s, index)):
        return OBJECT
    if gap <= HEADS:
        return MODIFIER if _in_article_compound(s, index) else SUBJECT
    if left is not None and left.value in RELATIVE and not _predicate_follows(s, index):
        return OBJECT
    if acts_first(s, index):
        return OBJECT
    follows = _predicate_follows(s, index) or _unknown_verb_follows(s, index)
    return SUBJECT if follows and not _in_article_compound(s, index) else OBJECT


def _ends_a_list(s: Sentence, index: int) -> bool:
    """ "Against six peers including the yen and the euro, fell 0.1%", "against the yen and the euro, the dollar fell": the last
    of a list behind a preposition, with a comma and what is said of another behind it.
    """
    governs, first, comma, verb = (s.at(index + step) for step in (-3, -2, 1, 2))
    if first is None or governs is None or comma is None or verb is None or comma.form != "comma":
        return False
    currencies = first.kind == "instrument" and s.tokens[index].value.instrument_class == "currency"
    listed = currencies and governs.kind == "prep" and governs.form in ("into", "against")
    acts = verb.kind in ("direction", "copula", "state") and s.gaps[index + 2] <= FUNCTION
    return listed and (acts or governs.place == 0)


def _in_article_compound(s: Sentence, index: int) -> bool:
    """ "A Dow component": an article before a name that no article belongs to; "a dollar" is one."""
    if s.tokens[index].value.instrument_class in _COUNTED:
        return False
    gap = s.gap(index).rstrip().lower()
    return gap.endswith((" a", " an")) or gap in ("a", "an")


def _predicate_follows(s: Sentence, index: int) -> bool:
    place = attributes(s, index) + 1
    while (after := s.at(place)) is not None and after.kind == "time" and s.gaps[place] <= HEADS:
        place += 1
    if after is None or s.gaps[place] > HEADS:
        return False
    if after.kind == "direction":
        return not is_attributive(s, place)
    if after.kind == "bound":
        return after.form in ("comma", "and", "open", "dash", "colon") or after.value in RELATIVE
    return after.kind in PREDICATES or (after.kind == "prep" and after.form in ("at", "to", "with", "by"))


def _unknown_verb_follows(s: Sentence, index: int) -> bool:
    """ "In London the FTSE 100 bucked the trend": a verb that we do not know."""
    if index + 1 >= len(s.tokens):
        return False
    first = next(iter(words(s.gap(index + 1))), "")
    return first.islower() and gap_class(first) == FOREIGN and is_verb(first)


def _finite_follows(s: Sentence, index: int) -> bool:
    """ "In London BP fell", "in London Brent for June closed"."""
    index = attributes(s, index)
    after = s.next(index, HEADS)
    return after is not None and after.kind in ("direction", "copula", "state") and is_finite(s, index + 1)


def _after_preposition(s: Sentence, place: int, index: int, gap: int, held: bool) -> int:
    form = s.tokens[place].form
    opens = place == 0 or s.tokens[place - 1].kind == "bound"  # "in Chicago wheat went up"
    if (
        form in _PLACING
        and (gap > NOTHING or (form == "in" and opens))
        and not held
        and (_finite_follows(s, index) or _unknown_verb_follows(s, index))
    ):
        return SUBJECT  # "in London BP fell"
    if form == "in" and not held and _sized_in_place(s, index):
        return SUBJECT
    if form == "for" and not held and (_opens_topic(s, place, index) or heads_sizes(s, index)):
        return SUBJECT
    if (not held and behind_phrase(s, place, index)) or (form == "by" and _comes_next(s, place, index)):
        return SUBJECT
    if not one_phrase(s.text[s.tokens[place].end : s.tokens[index].start]):
        return SUBJECT if _predicate_follows(s, index) or (not held and _unknown_verb_follows(s, index)) else OBJECT
    if form == "with":
        return SUBJECT if _predicate_follows(s, index) and not ends_aside(s, index) else OBJECT
    if _priced_in(s, place, index):
        return COUNTER
    if form in _CARRYING and _carried(s, place):
        known = any(t.kind == "instrument" for t in s.tokens[:place])  # not "borrowing costs, seen in the yield on gilts, hit"
        return OBJECT if known and ends_aside(s, index) else SUBJECT
    before = s.at(place - 1)
    if form in ("of", "on") and before is not None and before.value == "that" and s.gaps[place] == NOTHING:
        return SUBJECT  # "that of the ten-year Bund to 0.52%"
    if form == "on" and gap <= HEADS and s.tokens[index].value.instrument_class in YIELDS:
        return SUBJECT if place == 0 or s.tokens[place - 1].kind == "bound" else OBJECT
    return OBJECT


def _sized_in_place(s: Sentence, index: int) -> bool:
    """ "In Paris TotalEnergies 1.2%": a place and a name, then the size that shares the verb before."""
    place, number = words(s.gap(index)), s.next(index, NOTHING)
    if not place or not all(word[0].isupper() for word in place) or s.gap(index).rstrip().endswith(("'s", "’s")):
        return False
    return number is not None and number.number is not None and number.number.unit == "percent"


def _opens_topic(s: Sentence, place: int, index: int) -> bool:
    """ "For the Dow, 2% lower, ...": a clause that opens with whom it is about."""
    before, after = s.at(place - 1), s.next(index)
    opens = before is None or (before.kind == "bound" and before.form in ("clause", "dash", "colon", "and"))
    return opens and after is not None and after.kind == "bound" and after.form == "comma"


def _comes_next(s: Sentence, place: int, index: int) -> bool:
    """ "Followed by Sasol, 1.4%", "by Sasol at 1.4%": the next of a list, with its size."""
    link, number = s.next(index), s.next(index + 1)
    if link is None or link.form not in ("comma", "at", "with") or number is None or number.number is None:
        return False
    return words(s.gap(place))[-1:] in (["followed"], ["trailed"], ["flanked"]) and number.number.unit == "percent"


def _priced_in(s: Sentence, place: int, index: int) -> bool:
    """ "Gained five paisa on the greenback", "N1,739 for a dollar"."""
    before, form = s.near(place), s.tokens[place].form
    said = before is not None and form in ("on", "for", "by") and before.kind in ("number", "direction" if form == "on" else "")
    return form in ("against", "per", "to") or (said and s.tokens[index].value.instrument_class == "currency")


def _carried(s: Sentence, place: int) -> bool:
    """Whether a noun that carries a price stands before the preposition at ``place``."""
    before = s.at(place - 1)
    last = next((w for w in reversed(words(s.gap(place))) if w.isalpha()), "")
    if last.lower() in vocabulary_of("word", "carrier"):
        return True
    if before is None or s.gaps[place] > HEADS:
        return False
    if s.tokens[place].form == "at":
        return before.kind == "ref" and before.form == "commodity"  # "the front-month contract at the TTF hub"
    if before.kind == "ref":
        return before.form != "any"
    if before.form == "fixing":
        return True  # "the central parity rate of the yuan"
    if before.kind == "modal":
        return before.form == "forecast"  # "its target for the S&P 500"
    if before.kind == "direction":
        return before.form in ("noun", "verb") and s.tokens[place].form in ("in", "of", "for")
    return before.kind == "number" and s.tokens[place].form in ("in", "for")


def _after_word(s: Sentence, index: int, left: Token, gap: int, held: bool) -> int:
    """The position after a word that is neither a boundary nor a preposition."""
    if _opens_main_clause(s, index, left):
        return SUBJECT
    if left.kind == "phase" or at_extreme(s, left):
        return OBJECT if held or not _finite_follows(s, index) else SUBJECT
    if left.kind == "direction":
        return SUBJECT if moves_it(s, index, left) and (gap <= HEADS or _predicate_follows(s, index)) else OBJECT
    if left.kind in ("modal", "list"):
        return OBJECT if s.written(left) == "priced in" else SUBJECT
    if left.kind == "copula" and index in s.hedges and str(s.hedges[index].value) in ("more than", "less than"):
        return OBJECT  # "is worth more than Exxon"
    if left.kind in ("copula", "technical"):
        return OBJECT if held or gap > HEADS else SUBJECT
    if left.kind == "state" and (s.written(left).startswith(("at ", "as ")) or is_dealing(s, left.place)):
        return OBJECT if held and not _finite_follows(s, index) else SUBJECT
    if left.kind == "instrument" and gap == NOTHING and _predicate_follows(s, index):
        return SUBJECT  # "S&P BSE Sensex": the last name is the head
    if left.kind == "time" and _finite_follows(s, index):
        return SUBJECT
    if left.kind in ("ref", "time", "instrument", "number"):
        clear = not held or (left.kind == "number" and _predicate_follows(s, index))
        return SUBJECT if clear and (gap <= HEADS or _predicate_follows(s, index)) else OBJECT
    return OBJECT


def _opens_main_clause(s: Sentence, index: int, left: Token) -> bool:
    """ "After the rebound the lira is", "despite a rally yesterday the rand has": a name with an article behind a noun that a
    conjunction or preposition at the head of the clause governs.
    """
    place = left.place - (left.kind == "time")
    noun, opening = s.at(place), s.at(place - 1)
    if noun is None or noun.kind != "direction" or s.written(noun) not in nouns_of_direction() or opening is None:
        return False
    adjunct = opening.kind == "prep" or opening.form == "clause"
    return adjunct and s.gap(index).split()[:1] == ["the"] and _finite_follows(s, index)


def joins(s: Sentence, group: list[Token], index: int) -> bool:
    """Whether the instrument at ``index`` continues the list that ``group`` began, with nothing said between but where:
    "the FTSE MIB in Milan and Spain's IBEX 35".
    """
    place = index
    if _in_article_compound(s, index) or index in s.hedges:
        return False  # "Sibanye, a gold miner", "Intel, worth less than Nvidia"
    if s.tokens[index - 1].kind == "prep" and group[-1].value.instrument_class == "share" and index > 1:
        return False  # "Babcock, in the FTSE 250 until March, rose"
    if s.gaps[index + 1] >= HEADS and s.text[s.tokens[index].end : s.tokens[index].end + 2] in ("'s", "’s"):
        return False  # "the ringgit, palm's currency of trade"
    while place > 0 and s.tokens[place] is not group[-1]:
        gap, behind = s.gaps[place], s.tokens[place - 1]
        if gap > HEADS and not (_places(behind) or (place == index and _short_premodifier(s.gap(place)))):
            return False
        if not _links(behind, group):
            return False
        place -= 1
    return place < index - 1 and s.tokens[place] is group[-1] and not heads_trade(s, index)


def _places(token: Token) -> bool:
    return token.kind == "prep" and token.form in ("in", "on", "at")


def _links(token: Token, group: list[Token]) -> bool:
    """Whether a token may stand between two names of a list."""
    if token is group[-1] or _places(token):
        return True
    if token.kind == "instrument":
        return bool(token.value.id == group[-1].value.id)
    return token.kind == "bound" and token.form in ("comma", "and", "open", "shut")


def _short_premodifier(gap: str) -> bool:
    """ "And France's CAC 40", "and chip designer Arm": a few words that describe the next name of a list."""
    found = words(gap)
    return len(found) <= 4 and found[-1].lower() not in ("a", "an") and not is_verb(found[0].lower())


def opens_apposition(s: Sentence, index: int) -> bool:
    """Whether the comma at ``index`` opens an aside that says nothing of its own: ", the largest U.S. producer,"."""
    for place in range(index + 1, min(index + 12, len(s.tokens))):
        kind = s.tokens[place].kind
        if kind == "bound":
            return s.tokens[place].form in ("comma", "dash") and place > index
        if kind in ("direction", "copula", "state", "number", "modal") and not _describes(s, place):
            return False
    return False


def _describes(s: Sentence, place: int) -> bool:
    token = s.tokens[place]
    if token.kind == "number":
        return bool(token.number and token.number.ignored)
    if token.kind == "modal":
        return s.written(token) in ("target", "targets")  # of a bid
    return token.kind == "direction" and is_attributive(s, place)
