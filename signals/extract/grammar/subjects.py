"""Whom a clause is about: the syntactic position of a name."""

from __future__ import annotations

import re

from signals.extract.grammar.compounds import counts_in, in_noun, is_driven
from signals.extract.grammar.counter_lists import lists_counters
from signals.extract.grammar.following import RELATIVE, finite_follows, predicate_follows, unknown_verb_follows
from signals.extract.grammar.fronted import acts_first, at_extreme
from signals.extract.grammar.modifiers import RELATED, in_article_compound, modifies
from signals.extract.grammar.prepositional import after_preposition, priced_in, ranked_behind
from signals.extract.grammar.role import COUNTER, MODIFIER, OBJECT, RELATIVE_UNITS, SUBJECT
from signals.extract.grammar.sentence import FUNCTION, HEADS, NOTHING, Sentence
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.verbs import is_attributive, is_dealing, moves_it
from signals.extract.text.tokens import Token
from signals.extract.text.words import nouns_of_direction

_ITS_OWN = re.compile(r"\W*(?:Since|From|Off|Below|Above|Under) its (?:\w+ ){0,3}?(?:peak|high|low|record|trough|top|bottom)\b")
_STAND = (" stood ", " stands ", " sat ", " sits ", " lay ", " ranked ", " came ")
_PLACED = re.compile(
    r"\s*(?:while |and |but |with )?(?:(?:[Aa]t|[Ii]n|[Oo]n|[Nn]ear) (?:the |[a-z]+ )?(?:other |very |opposite )?"
    r"(?:end|bottom|top|foot|tail|head|side|place|spot|first|second|third|last|winning|losing|red|green)|[Bb]ottom|[Tt]op|[Nn]ext|[Ll]ast)\b"
)


def position(s: Sentence, index: int, held: bool) -> int:
    """What the instrument at ``index`` is in its clause. ``held`` says that the segment has a subject already."""
    sure = _told_at_once(s, index)
    if sure is not None:
        return sure
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
    if _is_quoted(s, index) and not (left.kind == "prep" and priced_in(s, place, index)):
        return SUBJECT
    if left.kind == "prep":
        return after_preposition(s, place, index, gap, held)
    return _after_word(s, index, left, gap, held)


def _told_at_once(s: Sentence, index: int) -> int | None:
    """What words beside a name make it, whatever stands before them; None where they say nothing."""
    if counts_in(s, index):
        return COUNTER
    if ranked_behind(s, index):
        return SUBJECT
    if modifies(s, index):
        return MODIFIER
    if _behind_its_verb(s, index):
        return SUBJECT
    return OBJECT if in_noun(s, index) else None


def _behind_its_verb(s: Sentence, index: int) -> bool:
    """ "At the other end stood Unilever", "bottom of the list sat BP": a clause that opens with a place."""
    start = s.tokens[index].start
    if not s.text.endswith(_STAND, 0, start):
        return False
    opening = max((t.end for t in s.tokens[max(index - 5, 0) : index] if t.kind == "bound"), default=s.start)
    return _PLACED.match(s.text[opening:start]) is not None


def each(s: Sentence, index: int) -> bool:
    """ "R22.98 a pound", "4.16 zlotys one euro": whether the currency at ``index`` is what the number before it is the price of
    one of.
    """
    before, token = s.at(index - 1), s.tokens[index]
    if before is None or before.number is None or token.kind != "instrument" or token.value.instrument_class != "currency":
        return False
    return before.number.unit not in RELATIVE_UNITS and s.gap(index).strip().lower() in ("a", "an", "one", "/", "each")


def prices_one(s: Sentence, index: int) -> bool:
    """ "16,870 per dollar", "4.25 to the euro": whether the currency of which a number is the price of one stands behind it."""
    per, named = s.next(index), s.at(index + 2)
    placed = per is not None and per.kind == "prep" and per.form in ("per", "to", "against", "for")
    if not placed or named is None or named.kind != "instrument" or s.gaps[named.place] > FUNCTION:
        return False
    return bool(named.value.instrument_class == "currency")


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
    """ "Rising Sony": whether the word describes the name behind it."""
    return s.tokens[place].kind == "direction" and is_attributive(s, place)


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


def _at_clause_start(s: Sentence, index: int, left: Token | None, gap: int) -> int:
    if left is not None and left.form in ("and", "comma") and (_ends_a_list(s, index) or lists_counters(s, index)):
        return OBJECT
    if gap <= HEADS:
        return MODIFIER if in_article_compound(s, index) else SUBJECT
    if left is not None and left.value in RELATIVE and not predicate_follows(s, index):
        return OBJECT
    if acts_first(s, index):
        return OBJECT
    follows = predicate_follows(s, index) or unknown_verb_follows(s, index)
    return SUBJECT if follows and not in_article_compound(s, index) else OBJECT


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


def _after_word(s: Sentence, index: int, left: Token, gap: int, held: bool) -> int:
    """The position after a word that is neither a boundary nor a preposition."""
    if _opens_main_clause(s, index, left):
        return SUBJECT
    if left.kind == "phase" or at_extreme(s, left):
        acts = finite_follows(s, index) or (gap == NOTHING and unknown_verb_follows(s, index))
        return SUBJECT if acts and not held else OBJECT
    if left.kind == "direction":
        return SUBJECT if moves_it(s, index, left) and (gap <= HEADS or predicate_follows(s, index)) else OBJECT
    if left.kind in ("modal", "list"):
        return OBJECT if s.written(left) == "priced in" else SUBJECT
    if left.kind == "copula" and index in s.hedges and str(s.hedges[index].value) in ("more than", "less than"):
        return OBJECT  # "is worth more than Exxon"
    if left.kind in ("copula", "technical"):
        return OBJECT if held or gap > HEADS else SUBJECT
    if left.kind == "state" and (s.written(left).startswith(("at ", "as ")) or is_dealing(s, left.place)):
        return OBJECT if held and not finite_follows(s, index) else SUBJECT
    share = left.kind == "instrument" and left.value.instrument_class == "share"
    said = s.gap(index).rstrip()
    related = share and (gap == HEADS or said in RELATED) and said.endswith(RELATED)  # "Toyota rival Honda"
    if left.kind == "instrument" and (gap == NOTHING or related) and predicate_follows(s, index):
        return SUBJECT  # "S&P BSE Sensex": the last name is the head
    if left.kind == "time" and finite_follows(s, index):
        return SUBJECT
    if left.number is not None and left.number.ignored in ("count", "amount") and gap == NOTHING:
        return OBJECT  # "which sold 121.7 million Alibaba shares"
    if left.kind in ("ref", "time", "instrument", "number"):
        clear = not held or (left.kind == "number" and predicate_follows(s, index))
        return SUBJECT if clear and (gap <= HEADS or predicate_follows(s, index)) else OBJECT
    return OBJECT


def _opens_main_clause(s: Sentence, index: int, left: Token) -> bool:
    """ "After the rebound the lira is", "in the rout BHP fell": a name with an article or of a share behind a noun that a
    conjunction or preposition at the head of the clause governs.
    """
    place = left.place - (left.kind == "time")
    noun, opening = s.at(place), s.at(place - 1)
    if noun is None or noun.kind != "direction" or s.written(noun) not in nouns_of_direction() or opening is None:
        return False
    adjunct = opening.kind == "prep" or opening.form == "clause"
    named = s.tokens[index].value.instrument_class == "share" and s.gaps[index] == NOTHING
    return adjunct and (named or s.gap(index).split()[:1] == ["the"]) and finite_follows(s, index)


def fronts_its_own(s: Sentence) -> bool:
    """ "Since its peak of $1,923.70 the metal is down 29%": whether a sentence opens with the extreme of what it goes on to."""
    return _ITS_OWN.match(s.text, s.start) is not None
