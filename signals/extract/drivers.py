"""Drivers: the phrase that the text gives as the reason for a move, its kind, and the observation of the same clause.

A reason follows words of cause ("due to", "weighed by", "as", "after") in the sentence of a move, or is the subject of a
causal verb ("strong data lifted the rand"). The kind is the one whose words carry most weight in the phrase, "other" where
none is found.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, NamedTuple, cast

from signals.extract.text.words import vocabulary
from signals.extract.times.scope import Scope
from signals.records import Driver, DriverKind, Item, Observation
from signals.resources import data_path


class Cause(NamedTuple):
    """Words of cause in a sentence: ``plain`` and ``passive`` give a reason whatever follows, ``clause`` where what follows
    can be one, ``verb`` where the instrument follows.
    """

    start: int
    end: int
    form: str


Span = tuple[int, int]
Numbered = tuple[int, Observation]

_LONGEST = 240


def _any(words: str) -> str:
    """An alternation of the words, parted by semicolons."""
    return f"(?:{'|'.join(words.split(';'))})"


_DAY = _any("mon;tues;wednes;thurs;fri;satur;sun") + "day"
_PERIODS = "day;week;month;year;quarter;session;close;open;bell"
_TIMES = f"(?:{_DAY}|the {_any(_PERIODS)}|a {_any('weekly;monthly;daily')}|average|record|volume)"
_FEELING = _any(
    "hopes?;fears?;expectations?;concerns?;worries;worry;optimism;signs?;speculation;news;bets?;doubts?;talk;reports?;uncertainty"
    ";demand;supply;buying;selling;data;prospects?;profit\\w*;risk;word;strong\\w*;weak\\w*;forecasts?;shortages?;glut;relief"
    ";nerves;jitters;caution;outlook;comments;remarks;evidence;rising;falling;lower;higher;tight\\w*;thin"
    ";heavy (?!volumes?|turnover|trad);hawkish;dovish;stimulus;easing;upbeat;downbeat;robust;poor;bargain;short;safe;reduced"
    ";increased;renewed;fresh"
)
_ACTORS = _any(
    "traders;investors;dealers;markets?;buyers;sellers;players;participants;funds;importers;exporters;banks;worries;fears;concerns"
    ";hopes;tensions;demand;supply;data"
)
_NEXT_EVENT = _any("data;decision;meeting;figures;report;speech;vote;auction;minutes")
# What must follow the words that join clauses, for the clause to be a reason.
_FOLLOWS = {
    "on": re.compile(rf"on (?!{_TIMES}\b)(?:(?!(?:{_DAY}|on|at|in)\b)[\w'’.-]+ ){{0,3}}?{_FEELING}\b", re.IGNORECASE),
    "with": re.compile(rf"with (?:[\w-]+ )?{_ACTORS} (?:\w+ ){{0,3}}?\w+(?:ing|ed)\b", re.IGNORECASE),
    "ahead of": re.compile(
        rf"ahead of (?!the {_any('close;open;bell;weekend;holiday')}|schedule|it\b|them\b|\d)", re.IGNORECASE
    ),
    "before": re.compile(rf"before (?=(?:[\w'’.-]+ ){{0,4}}?{_NEXT_EVENT}\b)", re.IGNORECASE),
    "when": re.compile(
        r"when (?!it |they |the market|trading|markets? (?:open|clos)|measured|compared|adjusted)",
        re.IGNORECASE,
    ),
}
_NOT_AS = _any(
    "much;well;of;at;low;high;many;far;long;soon;little;an?;the (?:day|session|week);it (?:was|did|has);against;usual;per"
    ";expected;follows?;for;previously;before;in;to;measured;part"
)
_OWN_MOVE = _any(
    "hitting;touching;reaching;falling;rising;climbing;slipping;gaining;losing;opening;closing;ending;earlier;trading;settling"
    ";setting;peaking;having;being;that\\b;rs;years?;months?;weeks?;days?;all\\b;New York came"
)
_WENT = _any("hit;touched;fell;rose;closed;opened;reached;had;was;were;climbed;slipped")
_MOVE = _any("gain;loss;rise;fall;drop;decline;jump;climb;slide;rally")
_NO_REASON = re.compile(
    rf"(?:(?:even )?as (?:{_NOT_AS}\b|[$€£\d])"
    rf"|(?:after|following) (?:(?:[\w’']+ ){{0,4}}{_any('close;open;bell;session;holiday;weekend;break;hours')}\b|\d|[$€£]"
    rf"|an? (?:\d|\w+-day|{_MOVE} of)|{_OWN_MOVE}|(?:it|they) {_WENT}"
    rf"|(?:[\w-]+ ){{1,3}}?{_any('week;month;day;start;top;high;low;peak')}(?![\w-])"
    rf"|the {_any('open;close;bell;previous;break;weekend;holiday')}|a {_any('day;week;month;year')}))",
    re.IGNORECASE,
)
_FINITE = _any("was;were;is;are;came;took;fell;rose;hit;led;lost;grew;cut;set;put;made")
_CLAUSE_OF_VERB = re.compile(rf"as an? (?=(?:[\w'’-]+ ){{1,6}}?(?:\w{{3,}}ed|{_FINITE})\b)")
_PHRASE_END = re.compile(
    r"(?<!\.[A-Z])(?<!\b[A-Z])[.;:!?](?=\s|\Z)|\n|[,–—] | (?:while|whereas|although|though|but|before|despite)\b|\Z"
    r"| and (?=(?:the|its|was|closed|ended|settled|traded|as)\b)"
)
_SUBJECT_STARTS = re.compile(r"[,;:–—] | (?:as|and|while|but|after) |[\"“(]")
_DETERMINERS = re.compile(r" ?(?:the|a|an|its|shares of|prices? of|futures? on)? ?(?:[\w.'’-]+ ){0,2}\Z")
_WORD = re.compile(r"[a-z]+")


def drivers(item: Item, observations: Sequence[Observation], scope: Scope | None = None) -> tuple[Driver, ...]:
    """The reasons given in the sentences that tell of an observed move, in text order, each once.

    A driver belongs to the observation nearest to it in its sentence. A phrase that holds a figure of an
    observation tells a move and no reason. ``scope`` is that of the item where it is at hand.
    """
    text = item.text
    moved = [(place, seen) for place, seen in enumerate(observations) if seen.move is not None]
    if not moved:
        return ()
    figures = [span for seen in observations for name, span in seen.spans.items() if name in ("level", "move")]
    found: dict[Span, Driver] = {}
    for sentence, inside in _sentences(scope or Scope(text, ()), moved):
        for span in _phrases(text, sentence, inside):
            if not any(span[0] <= first and last <= span[1] for first, last in figures):
                found.setdefault(span, _driver(text, *span, inside))
    return tuple(found[span] for span in sorted(found))


def _sentences(scope: Scope, moved: Sequence[Numbered]) -> Iterator[tuple[Span, list[Numbered]]]:
    """The sentences of the observations, and those that tell of the move of an observed instrument without a figure of
    their own.
    """
    seen: dict[Span, list[Numbered]] = {}
    for numbered in moved:
        place = numbered[1].spans.get("move", (numbered[1].start, 0))[0]
        seen.setdefault(scope.sentence(place), []).append(numbered)
    yield from seen.items()
    named = {
        scope.text[slice(*one.spans["instrument"])]: (place, one) for place, one in reversed(moved) if "instrument" in one.spans
    }
    for name, numbered in named.items():
        for place in _places(scope.text, name):
            span = scope.sentence(place)
            if span not in seen and _directed(scope.text[place + len(name) : span[1]]):
                seen[span] = [numbered]
                yield span, seen[span]


def _places(text: str, name: str) -> Iterator[int]:
    place = text.find(name)
    while place >= 0:
        if not (text[place - 1 : place].isalnum() or text[place + len(name) : place + len(name) + 1].isalnum()):
            yield place
        place = text.find(name, place + max(len(name), 1))


def _directed(text: str) -> bool:
    """Whether a word of direction stands near the beginning of what follows a name."""
    return not _directions().isdisjoint(_WORD.findall(text[:60].lower()))


@cache
def _directions() -> frozenset[str]:
    return frozenset(text for text, word in vocabulary().items() if word.kind == "direction")


def _phrases(text: str, sentence: Span, inside: Sequence[Numbered]) -> Iterator[Span]:
    """The phrases of cause in a sentence; words of cause inside a phrase begin none of their own."""
    taken = sentence[0]
    for cause in _causes(text, *sentence):
        if cause.form == "verb":
            subject = _subject(text, cause, taken, inside)
            if subject is not None:
                yield subject
        elif cause.start >= taken and _gives_reason(text, cause):
            close = _PHRASE_END.search(text, cause.end, sentence[1])
            last = min(close.start() if close else sentence[1], cause.start + _LONGEST)
            if last - cause.end > 3:
                yield cause.start, _stripped(text, cause.start, last)
                taken = last


def _gives_reason(text: str, cause: Cause) -> bool:
    if cause.form != "clause":
        return True
    word = text[cause.start : cause.end].lower()
    if word in _FOLLOWS:
        return _FOLLOWS[word].match(text, cause.start) is not None
    return _NO_REASON.match(text, cause.start) is None or _CLAUSE_OF_VERB.match(text, cause.start) is not None


def _subject(text: str, verb: Cause, start: int, inside: Sequence[Numbered]) -> Span | None:
    """What stands before a causal verb in its clause, where the observed instrument follows the verb."""
    names = [one.spans["instrument"] for _, one in inside if "instrument" in one.spans and not _is_set(one)]
    if not any(verb.end <= first <= verb.end + 40 and _DETERMINERS.match(text, verb.end, first) for first, _ in names):
        return None
    begins = [match.end() for match in _SUBJECT_STARTS.finditer(text, start, verb.start)]
    begin = begins[-1] if begins else start
    while begin < verb.start and text[begin] in " \n*•-":
        begin += 1
    return (begin, _stripped(text, begin, verb.start)) if 3 < verb.start - begin <= _LONGEST else None


def _is_set(seen: Observation) -> bool:
    """ "The Riksbank raised its policy rate": whether a bank sets the level, which is no reason for it."""
    return seen.instrument.endswith("_POLICY")


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1] in ' ,.;:"”)':
        end -= 1
    return end


def _driver(text: str, start: int, end: int, inside: Sequence[Numbered]) -> Driver:
    near = min(inside, key=lambda entry: max(start - entry[1].end, entry[1].start - end, 0), default=None)
    return Driver(kind_of(text[start:end]), text[start:end], start, end, near[0] if near else None)


def kind_of(phrase: str) -> DriverKind:
    """The kind of a reason: each word of a kind counts by its length in words, words of mood and of markets only where
    nothing else is said; the earlier of equals wins; "other" without any.
    """
    automaton, kinds = _kinds()
    counted: dict[str, float] = {}
    for place, _, _ in _whole(automaton, phrase.lower()):
        weight, kind = kinds[place]
        counted[kind] = counted.get(kind, 0.0) + weight
    return cast("DriverKind", max(counted, key=counted.__getitem__)) if counted else "other"


def _causes(text: str, start: int, end: int) -> Iterator[Cause]:
    automaton, forms = _cause_words()
    for place, first, last in _whole(automaton, text[start:end].lower()):
        yield Cause(start + first, start + last, forms[place])


def _whole(automaton: Any, low: str) -> Iterator[tuple[int, int, int]]:
    """Matches of an automaton that begin and end with a word."""
    for place, start, end in automaton.find_matches_as_indexes(low):
        if not (start and low[start - 1].isalnum()) and not (end < len(low) and low[end].isalnum()):
            yield place, start, end


@cache
def _cause_words() -> tuple[Any, list[str]]:
    import ahocorasick_rs

    words = {word: row["form"] for row in _rows("causes.csv") for word in row["words"].split(";")}
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), list(words.values())


@cache
def _kinds() -> tuple[Any, list[tuple[float, str]]]:
    import ahocorasick_rs

    weights: dict[str, tuple[float, str]] = {}
    for row in _rows("drivers.csv"):
        for word in row["words"].split(";"):
            size = 2 * len(re.split(r"[ -]", word)) - (row["kind"] in ("macro data", "risk appetite"))
            weights[word] = (size * float(row["weight"]), row["kind"])
    return ahocorasick_rs.AhoCorasick(list(weights), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), list(weights.values())


def _rows(name: str) -> list[dict[str, str]]:
    with data_path("events", name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
