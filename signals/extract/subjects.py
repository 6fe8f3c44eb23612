"""Whom a clause is about: the syntactic position of a name, lists of names, and what references stand for."""

from __future__ import annotations

from dataclasses import replace

from signals.extract.contracts import METAL_FUTURES
from signals.extract.grammar import FOREIGN, FUNCTION, HEADS, NOTHING, Sentence, gap_class, words
from signals.extract.mentions import YIELDS
from signals.extract.sizes import RELATIVE_UNITS, level_fits
from signals.extract.tokens import Number, Token
from signals.extract.words import vocabulary_of

SUBJECT, COUNTER, OBJECT, MODIFIER = range(4)

RELATIVE = frozenset({"which", "that", "who", "where"})
PREDICATES = frozenset({"state", "copula", "number", "modal"})
REFERENCES = {
    "share": ("share",),
    "index": ("index", "index future", "volatility index"),
    "fx": ("currency", "fx"),
    "commodity": ("commodity", "precious metal"),
    "yield": ("bond yield",),
    "crypto": ("crypto",),
    "spread": ("yield spread",),
}
# What is not the instrument though named after it: "gold stocks", "the platinum index", "dollar bonds".
_OTHER_THINGS = {
    "commodity": {"index", "indices", "stock", "stocks", "share", "shares", "bond", "bonds", "group", "company"},
    "currency": {"index", "indices", "stock", "stocks", "share", "shares", "bond", "bonds", "yield", "yields", "notes", "debt"},
}
_OTHER_THINGS["precious metal"] = _OTHER_THINGS["crypto"] = _OTHER_THINGS["commodity"]
_OTHER_THINGS["fx"] = _OTHER_THINGS["currency"]
_COUNTERS = ("USD", "DXY")  # "the currency" of a report is the one that the dollar is the price of
_PLACING = ("in", "on", "at", "from")
_CARRYING = ("of", "in", "on", "for", "at")


class Salience:
    """The instruments that an item has spoken of: the last group that was a subject, and the groups before it."""

    def __init__(self) -> None:
        self.last: list[Token] = []
        self.open = True  # whether the last main clause was about ``last``, so that "it" may mean that
        self._groups: list[list[Token]] = []
        self._mentioned: list[Token] = []

    def note(self, group: list[Token]) -> None:
        """Remembers a group that was the subject of a clause."""
        self.last, self.open = group, True
        self._groups.append(group)

    def mentioned(self, token: Token) -> None:
        """Remembers an instrument that was named outside subject position, for want of a better one."""
        self._mentioned.append(token)

    def resolve(self, reference: Token, levels: list[Number]) -> list[Token]:
        """The instruments that a reference stands for: the last of its class that all levels of its clause fit; empty where
        none does.
        """
        found = self._resolved(reference, levels)
        return [_future(token) for token in found] if is_contract(reference) else found

    def _resolved(self, reference: Token, levels: list[Number]) -> list[Token]:
        if reference.form == "any":
            return self._pronoun(levels)
        classes = REFERENCES[reference.form]
        fallback: list[Token] = []
        home = reference.form == "fx"
        for group in self._recent():
            found = [t for t in group if t.value.instrument_class in classes and not (home and t.value.id in _COUNTERS)]
            if found and fits(found, levels):
                return found
            fallback = fallback or found
        return [] if levels else fallback

    def continued(self, level: Number | None) -> list[Token]:
        """The group that a sentence without a subject goes on about; one that begins with a level, the last that it fits."""
        if level is None:
            return self.last if self.open else []
        groups = (g for g in self._recent() if level.unit is not None or g[0].value.instrument_class not in YIELDS)
        return next((group for group in groups if fits(group, [level])), [])

    def _pronoun(self, levels: list[Number]) -> list[Token]:
        if not levels:
            return self.last if self.open else []
        if not self.open and any(number.unit is None for number in levels):
            return []
        return next((group for group in self._recent() if fits(group, levels)), [])

    def _recent(self) -> list[list[Token]]:
        """Groups that were subjects, latest first, then what was only mentioned; a few, so that no text makes this slow."""
        return [*reversed(self._groups[-8:]), *([t] for t in reversed(self._mentioned[-4:]))]


def is_contract(token: Token) -> bool:
    """ "April futures", "the June contract": not the metal itself."""
    return token.kind == "ref" and str(token.value).rpartition(" ")[2] in ("futures", "contract")


def _future(token: Token) -> Token:
    """ "April futures" in a text about spot gold: the metal's future."""
    future = METAL_FUTURES.get(token.value.id)
    if future is None:
        return token
    return Token("instrument", token.start, token.end, replace(token.value, id=future, instrument_class="commodity"))


def fits(group: list[Token], levels: list[Number]) -> bool:
    """Whether each level could be one of each instrument of a group, or of one of a list."""
    if len(group) > 1:
        return all(any(level_fits(t.value, number) for t in group) for number in levels)
    mention = group[0].value
    return all(level_fits(mention, number, marked=mention.low is not None) for number in levels)


def is_attributive(s: Sentence, index: int) -> bool:
    """Whether the direction word at ``index`` only describes the noun after it: "a weaker yen", "rising oil prices"."""
    token, after = s.tokens[index], s.at(index + 1)
    written = s.written(token)
    describes = (token.form == "adjective" and written not in ("up", "down", "off")) or written.endswith(("ing", "en"))
    if not describes or after is None:
        return False
    if s.gaps[index + 1] >= HEADS and token.form == "adjective":
        return s.gap(index).rstrip().lower().endswith((" a", " an", " the", " its"))
    named = after.kind in ("instrument", "other") or (after.kind == "ref" and after.form != "any")
    return s.gaps[index + 1] == NOTHING and named


def position(s: Sentence, index: int, held: bool) -> int:
    """What the instrument at ``index`` is in its clause. ``held`` says that the segment has a subject already."""
    if _modifies(s, index):
        return MODIFIER
    place = index - 1
    while place >= 0 and s.tokens[place].kind == "direction" and is_attributive(s, place):
        place -= 1
    left = s.at(place)
    gap = max(s.gaps[place + 1 : index + 1])
    if left is None or left.kind == "bound":
        return _at_clause_start(s, index, left, gap)
    if _is_quoted(s, index) and not (left.kind == "prep" and left.form in ("against", "per", "to")):
        return SUBJECT
    if left.kind == "prep":
        return _after_preposition(s, place, index, gap, held)
    return _after_word(s, index, left, gap, held)


def _is_quoted(s: Sentence, index: int) -> bool:
    """ "Banks quoted the shilling at 138.65", "left the Dow down 2%": a name and its number make a statement anywhere."""
    after, number = s.next(index, HEADS), s.at(index + 2)
    if after is None or number is None or number.number is None or s.gaps[index + 2] > FUNCTION:
        return False
    if after.kind == "prep" and after.form == "at":
        return level_fits(s.tokens[index].value, number.number)
    return after.kind == "direction" and after.form == "adjective" and number.number.unit in RELATIVE_UNITS


def _modifies(s: Sentence, index: int) -> bool:
    """Whether the name only qualifies another noun: "gold miners rose", "Target sales", "a Dow component"."""
    token, after = s.tokens[index], s.at(index + 1)
    gap = s.gaps[index + 1]
    following = s.text[token.end : after.start] if after is not None else s.text[token.end : token.end + 40]
    if after is not None and after.kind == "other" and gap == NOTHING and not following.strip(" -'’s"):
        return token.value.instrument_class not in YIELDS
    if after is not None and after.kind == "ref" and gap <= FUNCTION and _other_thing(token, s.written(after)):
        return True
    if gap <= FUNCTION or following[:1] not in (" ", "'", "’", "-"):
        return False
    for word in words(following)[:4]:
        low = word.lower()
        if _other_thing(token, low):
            return True
        if gap_class(word) == FOREIGN:
            return not is_verb(low)
        if low not in ("'s", "’s", "s"):
            break
    return False


def _other_thing(token: Token, word: str) -> bool:
    return word in _OTHER_THINGS.get(token.value.instrument_class, ())


def _at_clause_start(s: Sentence, index: int, left: Token | None, gap: int) -> int:
    if gap <= HEADS:
        return MODIFIER if _in_article_compound(s, index) else SUBJECT
    first = next(iter(words(s.gap(index))), "").lower()
    if left is not None and left.value in RELATIVE and not _predicate_follows(s, index):
        return OBJECT
    if first.endswith(("ing", "ed")) and first != "trading":
        return OBJECT
    return SUBJECT if _predicate_follows(s, index) and not _in_article_compound(s, index) else OBJECT


def _in_article_compound(s: Sentence, index: int) -> bool:
    """ "A Dow component": an article before a name that no article belongs to; "a dollar" is one."""
    if s.tokens[index].value.instrument_class == "currency":
        return False
    gap = s.gap(index).rstrip().lower()
    return gap.endswith((" a", " an")) or gap in ("a", "an")


def _predicate_follows(s: Sentence, index: int) -> bool:
    place = index + 1
    while (after := s.at(place)) is not None and after.kind == "time" and s.gaps[place] <= HEADS:
        place += 1
    if after is None or s.gaps[place] > HEADS:
        return False
    if after.kind == "direction":
        return not is_attributive(s, place)
    if after.kind == "bound":
        return after.form in ("comma", "and", "open", "dash", "colon") or after.value in RELATIVE
    return after.kind in PREDICATES or (after.kind == "prep" and after.form in ("at", "to", "with"))


def _finite_follows(s: Sentence, index: int) -> bool:
    after = s.next(index, HEADS)
    return after is not None and after.kind in ("direction", "copula", "state") and is_finite(s, index + 1)


def _after_preposition(s: Sentence, place: int, index: int, gap: int, held: bool) -> int:
    form = s.tokens[place].form
    if form in _PLACING and gap > NOTHING and not held and _finite_follows(s, index):
        return SUBJECT  # "in London BP fell"
    if not _one_phrase(s.text[s.tokens[place].end : s.tokens[index].start]):
        return SUBJECT if _predicate_follows(s, index) else OBJECT
    if form == "with":
        return SUBJECT if _predicate_follows(s, index) else OBJECT
    if form in ("against", "per", "to") or (form in ("on", "for", "by") and _priced_in(s, place, index)):
        return COUNTER
    if form in _CARRYING and _carried(s, place):
        return SUBJECT
    if form == "on" and gap <= HEADS and s.tokens[index].value.instrument_class in YIELDS:
        return SUBJECT if place == 0 or s.tokens[place - 1].kind == "bound" else OBJECT
    return OBJECT


def _priced_in(s: Sentence, place: int, index: int) -> bool:
    """ "Gained five paisa on the greenback", "N1,739 for a dollar"."""
    before = s.near(place)
    return s.tokens[index].value.instrument_class == "currency" and before is not None and before.kind == "number"


def _one_phrase(gap: str) -> bool:
    """Whether a gap between a preposition and a name holds one noun phrase: no determiner but at its start, and few words."""
    found = gap.lower().split()
    return len(found) <= 4 and not any(w in ("the", "its", "their") for w in found[1:])


def _carried(s: Sentence, place: int) -> bool:
    """Whether a noun that carries a price stands before the preposition at ``place``."""
    before = s.at(place - 1)
    last = next((w for w in reversed(words(s.gap(place))) if w.isalpha()), "")
    if last.lower() in vocabulary_of("word", "carrier"):
        return True
    if before is None or s.gaps[place] > HEADS or s.tokens[place].form == "at":
        return False
    if before.kind == "ref":
        return before.form != "any"
    if before.kind == "direction":
        return before.form in ("noun", "verb") and s.tokens[place].form in ("in", "of", "for")
    return before.kind == "number" and s.tokens[place].form in ("in", "for")


def _after_word(s: Sentence, index: int, left: Token, gap: int, held: bool) -> int:
    """The position after a word that is neither a boundary nor a preposition."""
    if left.kind == "direction":
        return SUBJECT if left.form == "causative" and gap <= HEADS else OBJECT
    if left.kind == "modal":
        return SUBJECT
    if left.kind in ("copula", "technical"):
        return OBJECT if held or gap > HEADS else SUBJECT
    if left.kind == "state" and s.written(left).startswith(("at ", "as ")):
        return OBJECT if held else SUBJECT
    if left.kind == "instrument" and gap == NOTHING and _predicate_follows(s, index):
        return SUBJECT  # "S&P BSE Sensex": the last name is the head
    if left.kind == "time" and _finite_follows(s, index):
        return SUBJECT
    if left.kind in ("ref", "time", "instrument", "number"):
        clear = not held or (left.kind == "number" and _predicate_follows(s, index))
        return SUBJECT if clear and (gap <= HEADS or _predicate_follows(s, index)) else OBJECT
    return OBJECT


def joins(s: Sentence, group: list[Token], index: int) -> bool:
    """Whether the instrument at ``index`` continues the list that ``group`` began, with nothing said between."""
    place = index
    while place > 0 and s.tokens[place] is not group[-1]:
        if s.gaps[place] > HEADS and not (place == index and _short_premodifier(s.gap(place))):
            return False
        place -= 1
        between = s.tokens[place]
        same = between.kind == "instrument" and between.value.id == group[-1].value.id
        if (
            between is not group[-1]
            and not same
            and (between.kind != "bound" or between.form not in ("comma", "and", "open", "shut"))
        ):
            return False
    return place < index - 1 and s.tokens[place] is group[-1]


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
    return token.kind == "direction" and is_attributive(s, place)


def unknown_subject(s: Sentence, start: int, index: int) -> bool:
    """Whether the first predicate of a segment, at ``index``, has a subject of words that we do not know: "and wholesale
    fell 41.1%". ``start`` is the place of the boundary that opens the segment.
    """
    finite = is_finite(s, index)
    for place in range(start + 1, index + 1):
        if s.gaps[place] >= HEADS and (place == start + 1 or s.tokens[place - 1].kind != "prep"):
            gap = s.gap(place)
            if (gap.rstrip().endswith(("'s", "’s")) and place < index) or _prices_the_same(s.gaps[place], gap):
                continue
            return names_something(gap, finite)
    return False


def _prices_the_same(gap_of: int, gap: str) -> bool:
    """ "Its shares", "the spot price": head nouns alone that speak of the instrument named before."""
    found = [w.lower() for w in words(gap)]
    return gap_of == HEADS and (found[0] in ("its", "their") or found[-1] in ("price", "prices", "quote"))


def is_finite(s: Sentence, index: int) -> bool:
    """Whether a predicate is a finite verb, which has a subject before it where no comma parts them."""
    token, before = s.tokens[index], s.near(index)
    if before is not None and before.kind == "prep":
        return False
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
            return (finite or not low.endswith("ing")) and not gap.rstrip().endswith(("'s", "’s"))
    return False


def is_verb(word: str) -> bool:
    """Whether an unknown word looks like a verb: a past tense, or a form of one that markets are told with.

    >>> [is_verb(w) for w in ("plumbed", "broke", "snaps", "hover", "miners")]
    [True, True, True, True, False]
    """
    if word.endswith("ed") or word in vocabulary_of("word", "past"):
        return True
    verbs = vocabulary_of("word", "verb")
    return word in verbs or (word.endswith("s") and (word[:-1] in verbs or word[:-2] in verbs))
