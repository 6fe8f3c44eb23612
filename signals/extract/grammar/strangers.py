"""Names that we do not know, told by their capitals: where one heads a sentence or stands in apposition, the figures are its.

| text                                       | stranger  | counter-example               |
|--------------------------------------------|-----------|-------------------------------|
| "Quirkco, a rival of Boeing, rose 3%"      | Quirkco   | "Elsewhere in Europe, ..."    |
| "its biggest loser, Quirkco, dropped 3%"   | Quirkco   | "its two losers, down 3%, ..." |
"""

from __future__ import annotations

import re

from signals.extract.grammar.following import CITY
from signals.extract.grammar.role import MOVE_UNITS
from signals.extract.grammar.sentence import FOREIGN, HEADS, NOTHING, Sentence, gap_class, words
from signals.extract.grammar.verbs import is_verb
from signals.extract.linking.guard import PARTICIPIAL_ASIDE, aside_between
from signals.extract.linking.mentions import YIELDS
from signals.extract.text.tokens import Token

_PLACING = ("in", "at", "on", "of", "from")  # "fell in Frankfurt (-3%)"
_ACTOR = re.compile(r"(?:\A|[a-z’']) [A-Z][\w&-]+(?: [A-Z][\w&-]+)* ([a-z]+)$")
_OWNER = re.compile(r"\s*[A-Z][\w&-]+(?: [A-Z][\w&-]+){0,2}['’]s? $")
_LISTED = re.compile(rf"\s*[A-Z][\w&'’. -]{{1,40}}?{PARTICIPIAL_ASIDE}")
_GOODS = frozenset({"oil", "crude", "crude oil", "gas", "bullion", "bonds", "stocks", "shares", "metals", "debt", "futures"})
_SOME = frozenset({"some", "most", "others", "many", "several", "few", "none", "neither"})
_JOINING = frozenset({"while", "but", "whereas"})
_ADVERBS = frozenset({"also", "since", "then", "still", "later", "now", "have", "has", "had", "are", "were", "even", "again"})
_IN_PLACE = re.compile(rf"[^,.;:\d]{{3,40}} in {CITY}(?! trad)")
_AT_HOME = re.compile(
    r"[\s•*–—-]*(?:Over |Back |Closer to )?(?:[Hh]ere|[Aa]t home|[Hh]ome|Locally|Domestically"
    r"|On the (?:local|domestic|home) (?:market|front|bourse))\b"
)
_CHARGED = re.compile(r"(?<![Ss]hare )(?<![Ss]tock )\b(?:[Pp]rices|[Rr]ates|[Ff]ares|[Tt]ariffs) (?:at|for) (?:the )?\Z")


def heads_sentence(gap: str) -> bool:
    """Whether the words before the first token are a name that we do not know, and nothing else.

    >>> [heads_sentence(g) for g in ("Quirkco", "The Quirk Group", "In the end", "Elsewhere in Europe")]
    [True, True, False, False]
    """
    found = words(gap.removeprefix("The "))
    return 0 < len(found) <= 4 and all(word[0].isupper() for word in found) and gap_class(gap) == FOREIGN


def labels_bracket(s: Sentence, index: int, segment: int, held: bool, told: bool) -> bool:
    """ "And Continental (-3.3%)", "losers were Quirkco (down 2.4%)": whether a bracket belongs to words that we do not know.
    ``segment`` is where the segment opens, ``held`` and ``told`` whether it has a subject and a predicate.
    """
    named = words(s.gap(index))
    if s.gaps[index] == HEADS and index == segment + 1:
        return any(len(word) > 2 and word.isupper() for word in named)  # "and HUBC (+3.1%)"
    if s.gaps[index] != FOREIGN:
        return False
    if index == segment + 1 and not held and not told:
        return any(word[0].isupper() for word in named)
    opening = words(s.gap(segment + 1)) if s.gaps[segment + 1] == FOREIGN else []
    if segment >= 0 and not held and opening and opening[0][0].isupper():
        return True  # "lost ground, Quirkco went against the tide (+0.6%)"
    within, before = s.next(index, NOTHING), s.at(index - 1)
    sized = within is not None and (within.number is not None or within.kind == "direction")
    behind = named[-2] if len(named) > 1 else before.form if before is not None else ""
    return sized and named[-1][0].isupper() and behind not in _PLACING


def lists_symbol(s: Sentence, index: int, segment: int) -> bool:
    """ "BDO (-3.3%) and ICTSI, down 2.6%": whether a symbol that we do not know stands alone before the comma at ``index``."""
    named, opening, said = words(s.gap(index)), s.at(segment), s.next(index)
    led = index == segment + 2 and s.tokens[segment + 1].form in ("with", "by", "including")
    if (
        not (led or index == segment + 1)
        or s.gaps[index] != HEADS
        or opening is None
        or opening.form not in ("and", "comma")
        or said is None
    ):
        return False
    symbol = len(named) == 1 and len(named[0]) > 2 and named[0].isalpha() and named[0].isupper()
    return symbol and (said.kind == "number" or (said.kind == "direction" and said.form == "adjective"))


def lists_stranger(s: Sentence, index: int, segment: int) -> bool:
    """ "And Quirk Blend $79.75, up 5%": whether a name that we do not know stands alone between "and" and the number at
    ``index``, a price.
    """
    number, opening = s.tokens[index].number, s.at(segment)
    if index != segment + 1 or opening is None or opening.form not in ("and", "comma"):
        return False
    named = words(s.gap(index))
    if s.written(opening) == "|":
        return bool(named) and named[0].isupper()  # "ETH -9.5% | QRK -10.1%"
    if s.gaps[index] != FOREIGN:
        return False
    priced = number is not None and number.ignored is None and number.unit not in (None, *MOVE_UNITS) and number.value > 0
    return priced and len(named) < 4 and all(word[0].isupper() for word in named)


def at_home(s: Sentence) -> bool:
    """ "Here the benchmark ended at 6,500", "at home the all-share rose": of no market abroad that was spoken of."""
    return _AT_HOME.match(s.text, s.start) is not None


def opens_as_good(s: Sentence) -> bool:
    """ "Crude, Norway's main export, fell", "Oil, meanwhile, slid": a good without its grade between the head of a sentence and
    a comma, which is nothing that was spoken of before.
    """
    return s.tokens[0].form == "comma" and s.gaps[0] == HEADS and s.gap(0).strip().lower() in _GOODS


def ends_in_name(gap: str) -> bool:
    """ "Led by Quirkco, which jumped": whether the words before a comma end with a name that we do not know."""
    said = words(gap)
    return _is_symbol(said) or (bool(said) and said[-1][0].isupper() and gap_class(said[-1]) == FOREIGN)


def joins_stranger(s: Sentence, index: int, link: Token) -> bool:
    """ "Shell rose 2%, and Quirkco, the retailer, lost 4%", "in Europe, QRK, its supplier, fell": whether a name that we do not
    know stands alone between a conjunction, or a phrase that opens the sentence, and the comma at ``index``.
    """
    joins = link.form == "and" or (link.form == "clause" and link.value in _JOINING)
    fronted = link.form == "comma" and all(t.kind in ("prep", "time") for t in s.tokens[: link.place])
    return (joins or fronted) and (heads_sentence(s.gap(index)) or _is_symbol(words(s.gap(index))))


def _is_symbol(said: list[str]) -> bool:
    return len(said) == 1 and len(said[0]) > 2 and said[0].isalpha() and said[0].isupper()


def described_stranger(s: Sentence, index: int) -> bool:
    """ "Esprit, the retailer, jumped": a name that we do not know heads the sentence, and its description follows."""
    named, described = s.gap(index).strip(), s.at(index + 1)
    if index or s.gaps[0] != FOREIGN or described is None or described.kind != "ref" or described.form != "share":
        return False
    closes = s.next(index + 1)
    return named[:1].isupper() and len(named.split()) <= 4 and closes is not None and closes.form == "comma"


def labels_unknown(s: Sentence, index: int) -> bool:
    """ "• ZZZ: $170.4", "Quirk Group — Shares rose 2%": a line labelled with a ticker or a company that we do not know is about
    that, not about the last subject.
    """
    label, described = s.gap(index).strip(" \n•*-–"), s.at(index + 1)
    if any(t.kind != "bound" for t in s.tokens[:index]):
        return False
    if s.tokens[index].value == "?" and s.gaps[index] == FOREIGN and ends_in_name(label):
        return True  # "And Quirkco? Up 2%"
    symbol = 2 <= len(label) <= 6 and label.isalpha() and label.isupper()
    bullet = bool(index) and s.tokens[0].form == "dash" and label[:1].isupper()  # "- Sunflower seeds: 22,275 roubles"
    bullet = bullet and min(map(gap_class, words(label)), default=HEADS) == FOREIGN
    if (symbol or bullet) and s.tokens[index].value == ":":
        return True
    shares = described is not None and described.kind == "ref" and described.form == "share" and s.gaps[index + 1] <= HEADS
    return shares and (symbol or (not label.isupper() and heads_sentence(label)))


def acts_unknown(s: Sentence, index: int) -> bool:
    """ "On the losers' chart Quirkco led with a decline of 9%": a name that we do not know and its verb, in front of a noun."""
    carrier = next((t for t in s.tokens[max(index - 3, 0) : index] if t.form == "with"), None)
    said = _ACTOR.search(s.gap(carrier.place).rstrip()) if carrier is not None and s.gaps[carrier.place] == FOREIGN else None
    return said is not None and is_verb(said[1])


def opens_line(s: Sentence) -> bool:
    """Whether a name that we do not know heads the sentence, with its description or as its label."""
    return described_stranger(s, 0) or labels_unknown(s, 0)


def of_owner(s: Sentence) -> bool:
    """ "Quirkco's sales fell 1%; the stock put on 6%": a company that we do not know, with its results, opens the sentence, or
    labels it, "- Quirkco: profit off 24%, shares off 2%".
    """
    if s.tokens[0].kind == "other":
        return s.gaps[0] == FOREIGN and _OWNER.match(s.gap(0)) is not None
    label = int(s.tokens[0].form == "dash" and s.gaps[0] == NOTHING)
    labelled = len(s.tokens) > label and s.tokens[label].form in ("colon", "dash")
    return labelled and heads_sentence(s.gap(label).strip(" \n•*-–"))


def _of_a_place(s: Sentence, index: int) -> bool:
    """ "Shares have opened lower in Frankfurt", "shares fell in Moscow": those of a market, not "shares rose 3% in London"."""
    return index == 0 and s.written(s.tokens[index]) == "shares" and _IN_PLACE.match(s.text, s.tokens[index].end) is not None


def of_figures(s: Sentence, index: int, last: list[Token]) -> bool:
    """ "The rate stood at 24%, when inflation was at 15%; it has since climbed to 17.9%": a pronoun behind figures of the
    economy stands for them, not for the rate or the yield named last; "the stock" behind a company's results is its own.
    """
    if s.tokens[index].form == "share":
        return of_owner(s) or _of_a_place(s, index)
    if not last or last[0].value.instrument_class not in YIELDS or s.tokens[index].form != "any":
        return False
    subject = next((t for t in reversed(s.tokens[:index]) if t.kind in ("instrument", "ref", "other")), None)
    said = s.next(subject.place) if subject is not None else None
    return (
        subject is not None and subject.kind == "other" and said is not None and said.kind in ("copula", "direction", "state")
    )


def is_apposed(s: Sentence, last: int) -> bool:
    """Whether only names that we do not know stand between two commas, of which the second is at ``last``."""
    first = last - 2 if last > 1 and s.tokens[last - 1].form == "and" else last - 1
    if first < 0 or {s.tokens[first].form, s.tokens[last].form} != {"comma"}:
        return False
    names = [word for place in range(first + 1, last + 1) for word in words(s.gap(place))]
    return max(s.gaps[first + 1 : last + 1]) == FOREIGN and all(word[0].isupper() for word in names)


def is_antecedent(s: Sentence, index: int) -> bool:
    """ "New orders, which few look at, rose 12%": whether words that we do not know stand before the relative at ``index``."""
    comma = index - 1 if index and s.tokens[index - 1].form == "comma" else index
    before = s.at(comma - 1)
    placed = before is not None and before.kind == "prep"  # "in the spot market, where"
    return s.tokens[index].value != "that" and s.gaps[comma] == FOREIGN and not placed


def _behind_aside(s: Sentence, index: int) -> bool:
    link, comma = s.at(index - 1), s.at(index - 2)
    return link is not None and link.form == "and" and comma is not None and comma.form == "comma"


def behind_stranger(s: Sentence, index: int) -> bool:
    """ "Quirkco, hit by a strike, and Shell lost 2% and 1%": the second of a list of which we do not know the first."""
    return _behind_aside(s, index) and _LISTED.fullmatch(s.text, s.start, s.tokens[index].start) is not None


def charged_by(s: Sentence, index: int) -> bool:
    """ "Freight rates at Maersk fell 3%": a company of whose prices for others something is told, not of its share's."""
    token, before = s.tokens[index], s.at(index - 1)
    if before is None or before.form not in ("at", "for") or token.value.instrument_class != "share":
        return False
    return _CHARGED.search(s.text, max(token.start - 24, s.start), token.start) is not None


def joins_over_aside(s: Sentence, group: list[Token], index: int) -> bool:
    """ "BP, buoyed by firmer crude, and Shell rose": the next name of a list behind an aside to the one before."""
    named = group[-1]
    return _behind_aside(s, index) and named.start >= s.start and aside_between(s.text, named.end, s.tokens[index].start)


def of_another_rate(s: Sentence, owner: str, pronoun: Token, resolved: list[Token]) -> bool:
    """ "The rate was left at 18% when inflation was 15%; it has risen": of two percentages the one spoken of last; "the rate on
    loans against collateral", "on those without": what another rate is charged on.
    """
    rate = bool(resolved) and resolved[0].value.instrument_class == "policy rate"
    on, what = s.at(pronoun.place + 1), s.at(pronoun.place + 2)
    charged = (
        on is not None and on.kind == "prep" and on.form in ("on", "for") and not (what is not None and what.kind == "time")
    )
    return rate and ((pronoun.form == "any" and owner in ("unknown", "other")) or (charged and pronoun.form == "fx"))


def of_some(s: Sentence, index: int) -> bool:
    """ "Some were simply down", "most fell": of a number of things that are not named."""
    said = [low for word in words(s.gap(index)) if (low := word.lower()) not in _ADVERBS and not low.endswith("ly")]
    return len(said) == 1 and said[0] in _SOME
