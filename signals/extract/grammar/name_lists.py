"""Lists of names: which name goes on the list that others began."""

from __future__ import annotations

from signals.extract.grammar.compounds import heads_trade
from signals.extract.grammar.modifiers import in_article_compound
from signals.extract.grammar.sentence import HEADS, Sentence, words
from signals.extract.grammar.verbs import is_verb
from signals.extract.text.tokens import Token


def joins(s: Sentence, group: list[Token], index: int) -> bool:
    """Whether the instrument at ``index`` continues the list that ``group`` began, with nothing said between but where:
    "the FTSE MIB in Milan and Spain's IBEX 35".
    """
    place = index
    if in_article_compound(s, index) or index in s.hedges:
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
