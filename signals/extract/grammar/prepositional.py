"""What a name behind a preposition is in its clause: whom it is about, what another is priced in, or neither."""

from __future__ import annotations

from signals.extract.grammar.appositions import aside_closes
from signals.extract.grammar.following import finite_follows, participle_follows, predicate_follows, unknown_verb_follows
from signals.extract.grammar.fronted import behind_phrase, ends_aside, heads_sizes
from signals.extract.grammar.role import COUNTER, OBJECT, SUBJECT
from signals.extract.grammar.sentence import FUNCTION, HEADS, NOTHING, Sentence, one_phrase, words
from signals.extract.linking.mentions import YIELDS
from signals.extract.text.words import vocabulary_of

_RANKING = 6  # words that rank a name among others at most: "among the gainers as well"
_TOLD = 3  # tokens of a name with its size, at least
_ADVERBIAL = (["addition"], ["contrast"], ["turn"], ["particular"], ["fact"])  # "in contrast Apple, the leader, fell"
_CITY = 2  # words of the name of a city at most
_PLACING, _CARRYING = ("in", "on", "at", "from"), ("of", "in", "on", "for", "at")


def after_preposition(s: Sentence, place: int, index: int, gap: int, held: bool) -> int:
    """What the name at ``index`` is behind the preposition at ``place``; see ``subjects.position``."""
    form = s.tokens[place].form
    opens = place == 0 or s.tokens[place - 1].kind == "bound"  # "in Chicago wheat went up"
    if (
        form in _PLACING
        and (gap > NOTHING or (form in ("in", "on") and opens and s.gaps[place] <= FUNCTION))  # no "Bonds in dollars fell"
        and not held
        and (finite_follows(s, index) or unknown_verb_follows(s, index))
    ):
        return SUBJECT  # "in London BP fell"
    if form == "in" and not held and (_sized_in_place(s, index) or (opens and _acts_beyond_aside(s, index))):
        return SUBJECT
    if form == "for" and not held and (_opens_topic(s, place, index) or heads_sizes(s, index)):
        return SUBJECT
    if (not held and behind_phrase(s, place, index)) or (form == "by" and _comes_next(s, place, index)):
        return SUBJECT
    if not one_phrase(s.text[s.tokens[place].end : s.tokens[index].start]):
        return SUBJECT if predicate_follows(s, index) or (not held and unknown_verb_follows(s, index)) else OBJECT
    if form == "with":
        acts = predicate_follows(s, index) or participle_follows(s, index)
        return SUBJECT if acts and not ends_aside(s, index) else OBJECT
    if priced_in(s, place, index):
        return COUNTER
    if form in _CARRYING and _carried(s, place):
        known = any(t.kind == "instrument" for t in s.tokens[:place])  # not "borrowing costs, seen in the yield on gilts, hit"
        return OBJECT if known and ends_aside(s, index) else SUBJECT
    before = s.at(place - 1)
    if form in ("of", "on", "for") and before is not None and before.value == "that" and s.gaps[place] == NOTHING:
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


def _acts_beyond_aside(s: Sentence, index: int) -> bool:
    """ "In London Rolls-Royce, which makes engines, was 4% down": a city and a name, whose verb stands behind an aside."""
    city, comma = words(s.gap(index)), s.next(index, HEADS)
    placed = city in _ADVERBIAL or (0 < len(city) <= _CITY and all(word[0].isupper() for word in city))
    placed = placed and not city[-1].endswith(("'s", "’s"))
    return placed and comma is not None and comma.form == "comma" and aside_closes(s, comma.place) is not None


def ranked_behind(s: Sentence, index: int) -> bool:
    """ "Adding 6.3%, with BP next best, up 3.1%": words that rank a name behind one whose size is told, then its own size."""
    if index < _TOLD or s.tokens[index - 1].form != "with":
        return False
    told = any(t.number is not None and t.number.unit == "percent" for t in s.tokens[: index - 1])
    comma = next((t for t in s.tokens[index + 1 : index + 4] if t.kind == "bound" or t.number is not None), None)
    if not told or comma is None or comma.form != "comma":
        return False
    said = s.text[s.tokens[index].end : comma.start].split()
    size = next((t for t in s.tokens[comma.place + 1 : comma.place + 4] if t.kind != "direction" and t.form != "by"), None)
    sized = size is not None and size.number is not None and size.number.unit == "percent"
    return sized and 0 < len(said) <= _RANKING and not any(word[0].isupper() for word in said)


def _opens_topic(s: Sentence, place: int, index: int) -> bool:
    """ "For the Dow, 2% lower, ...": a clause that opens with whom it is about."""
    before, after = s.at(place - 1), s.next(index)
    opens = before is None or (before.kind == "bound" and before.form in ("clause", "dash", "colon", "and"))
    return opens and after is not None and after.kind == "bound" and after.form == "comma"


def _comes_next(s: Sentence, place: int, index: int) -> bool:
    """ "Followed by Sasol, 1.4%", "by Sasol at 1.4%", "led by Sasol 1.4%": the next of a list, with its size."""
    link, number = s.next(index), s.next(index + 1)
    led = words(s.gap(place))[-1:] in (["followed"], ["trailed"], ["flanked"])
    if link is not None and link.number is not None:
        led, number = led or words(s.gap(place))[-1:] in (["led"], ["headed"]), link
    elif link is None or link.form not in ("comma", "at", "with"):
        return False
    return led and number is not None and number.number is not None and number.number.unit == "percent"


def priced_in(s: Sentence, place: int, index: int) -> bool:
    """ "Gained five paisa on the greenback", "N1,739 for a dollar"."""
    before, form = s.near(place), s.tokens[place].form
    said = before is not None and form in ("on", "for", "by") and before.kind in ("number", "direction" if form == "on" else "")
    return form in ("against", "per", "to") or (said and s.tokens[index].value.instrument_class == "currency")


def _carried(s: Sentence, place: int) -> bool:
    """Whether a noun that carries a price stands before the preposition at ``place``."""
    before = s.at(place - 1)
    last = next((w for w in reversed(words(s.gap(place))) if w.replace("-", "").isalpha()), "")
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
