"""What has come of a move: "trimmed its loss to 0.6%", "the gain melted to 3%"."""

from __future__ import annotations

from signals.extract.grammar.sentence import FUNCTION, NOTHING, Sentence, words
from signals.extract.grammar.verbs import is_verb
from signals.extract.text.inflection import forms
from signals.extract.text.words import nouns_of_direction, verbs_of

_PARING = frozenset(form for verb in ("pare", "trim", "cut", "halve", "shave", "narrow", "reduce") for form in forms(verb))

_SUMS = ("total", "tally", "sum")  # of steps of a rate
_NOUNS = ("loss", "losses", "decline", "gain")
_VERBS_TOO = ("gains", "declines")  # "the yield gains to 4.38%"
_DURING = ("in", "for", "on", "over", "during")


def remaining(s: Sentence, place: int) -> int:
    """ "Trimmed its loss to 0.6%", "took its rise in October to 5.4%", "the gain melted to 3%": the sign of what has come of a
    move, 0 where none is named.
    """
    at = _past_times(s, place - 1)
    moved = s.at(at)
    if moved is None or moved.kind != "direction":
        return 0
    if s.gaps[at + 1] > FUNCTION:
        melted = words(s.gap(at + 1))
        said = at == place - 1 and len(melted) == 1 and is_verb(melted[0].lower()) and _is_owned(s, at)
        return int(moved.value) if said else 0
    written = s.written(moved)
    noun = written.rpartition(" ")[2]
    if noun in _SUMS:
        return int(moved.value)
    if noun in _NOUNS or (noun in _VERBS_TOO and (written != noun or not _is_said_of(s, at))):
        return 1 if noun.startswith("gain") else -1
    at = at if _is_owned(s, at) else _past_times(s, at - 1)
    moved = s.at(at)
    return int(moved.value) if moved is not None and moved.kind == "direction" and _is_owned(s, at) else 0


def summed(s: Sentence, place: int) -> bool:
    """ "Taking the total since March to 150 points": whether a size before "to" is the sum of steps."""
    moved = s.at(_past_times(s, place - 1))
    return moved is not None and moved.kind == "direction" and s.written(moved) in _SUMS


def _is_said_of(s: Sentence, place: int) -> bool:
    """ "The yield gains to 4.38%": whether a word is the verb of the name right before it."""
    named = s.near(place, NOTHING)
    return named is not None and named.kind in ("instrument", "ref")


def _past_times(s: Sentence, at: int) -> int:
    """The place left of times and their prepositions: "its loss [this year]"."""
    while at > 0 and s.gaps[at + 1] <= FUNCTION and (s.tokens[at].kind == "time" or s.tokens[at].form in _DURING):
        at -= 1
    return at


def _is_owned(s: Sentence, place: int) -> bool:
    """ "Its rise", "the EGX30's gain": a noun of direction, determined by what stands before it."""
    if s.written(s.tokens[place]) not in nouns_of_direction():
        return False
    before = s.gap(place).rstrip().lower()
    if before.rpartition(" ")[2] in _PARING:
        return True  # "then pares [rise] to 0.6%"
    verb = s.at(_past_times(s, place - 1))  # "trims August [advance] to 2.3%"
    if verb is not None and verb.kind == "direction" and verb.form in ("causative", "path") and s.gaps[place] <= FUNCTION:
        return True
    if verb is not None and any(word.lower() in verbs_of("having") for word in words(s.gap(verb.place + 1))):
        return True  # "stretches July [rally] to 12%"
    return before.endswith(("'s", "’s", " its", " their", " the")) or before in ("its", "their", "the")
