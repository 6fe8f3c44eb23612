"""Prices at which somebody bought or sold a number of shares: what was paid, not what the share stood at.

| text                                                 | read | counter-example                                     |
|------------------------------------------------------|------|-----------------------------------------------------|
| "bought back 5 million shares at an average of 1,450" | no   | "bought 5 million shares and closed at 1,450"       |
| "sold 100,000 shares for 290p each"                  | no   | "traders sold the shares at 290p": the market price |
| "took in shares worth 300 million at 747"            | no   | "50,000 shares changed hands at 747"                |
| "priced its IPO at 390p", "went public at 390p"       | no   | "opened at 390p", "changed hands at 390p"           |
| "above the 32 riyals at which they were sold"        | no   | "above the 32 riyals at which they opened"          |
"""

from __future__ import annotations

import re

from signals.extract.grammar.auctions import of_other_paper
from signals.extract.grammar.ranges import between_sizes
from signals.extract.grammar.role import BETWEEN, DEAL, Role
from signals.extract.grammar.sentence import Sentence
from signals.extract.linking.mentions import Mention
from signals.extract.text.folding import holds_any
from signals.extract.text.issues import ISSUE_PRICE

_DEALT = (
    r"\b(?:[Bb]ought|[Bb]uy(?:s|ing)?|[Rr]epurchas\w+|[Pp]urchas\w+|[Aa]cquir\w+|[Ss]old|[Ss]ell(?:s|ing)?|took in|takes in"
    r"|[Oo]ffload\w+|dispos\w+ of|issu(?:ed?|es|ing)|plac(?:ed?|es|ing))"
)
_COUNT = r"\d[\d.,]*(?:[ -]?(?:million|mln|m|bn|billion|lakh|crore|thousand))?(?: [A-Za-z]+){0,3}? shares"
_WORTH = r"shares (?:worth|for) \S+(?: (?:million|billion|lakh|crore))?"
_LINK = r"(?: (?!and\b|but\b|which\b|while\b|as\b|closed\b|ended\b|finished\b)[A-Za-z]+){0,5}?"
_PRICED = r"(?: (?:at|for))(?: an?)?(?: \w+){0,3}?(?: (?:between|from) \S+(?: and| to))?"
_BACK = r"\b(?:[Bb]ought|[Bb]uy(?:s|ing)?) back(?: [a-z]+){0,3}? shares"
_DEAL = re.compile(rf"(?:{_DEALT}(?: [a-z]+){{0,3}}? (?:{_COUNT}|{_WORTH})|{_BACK}){_LINK}{_PRICED} (?:Rs\.? ?)?$")
_OFFERED = re.compile(
    r"(?: (?:a|per) share| each| apiece)? (?:at|for) which (?:they|it|the shares|the stock) (?:was|were|had been)"
    r" (?:first )?(?:sold|offered|priced|issued|placed|floated|marketed)\b"
)
_PAPER = r"(?:shares|stock|units|ADRs|ADSs|receipts|IPO|offering|issue|flotation|float|listing|placement|paper|equity)"
_DESCRIBED = r"(?: (?:its|their|his|her|the|an?|new|fresh|ordinary|existing|initial|public|share|stock|more|some)){0,4}"
_IN_AN_OFFER = r"(?: (?:to|in|with|through|on) (?!Mon|Tues|Wednes|Thurs|Fri)[a-z][a-z -]{1,40}?)?"
_PRICES = r"(?:[Pp]ric|[Pp]lac|[Ii]ssu|[Ff]loat|[Oo]ffer|[Aa]llott?|[Mm]arket)(?:e|ed|es|s|ing)?"
# "Priced its IPO at 390p", "sold new shares to investors at $51"; "traders sold the shares at 290p" is the market's price.
_OFFERED_AT = re.compile(
    rf"(?:\b{_PRICES}{_DESCRIBED} {_PAPER}{_IN_AN_OFFER}"
    rf"|\b(?:[Ss]old|[Ss]ells?|[Ss]elling) (?:its|their|his|new|fresh|existing)(?: [a-z]+){{0,2}} {_PAPER}{_IN_AN_OFFER}"
    rf"|\b{_PAPER} (?:was|were|had been) (?:first )?sold{_IN_AN_OFFER}"
    r"|\b[Ss]old (?:shares|stock) to [a-z][a-z -]{1,40}?"
    rf"|\b{_PAPER},?(?: (?:was|were|is|are|had been|has been|have been))? {_PRICES}{_IN_AN_OFFER}"
    rf"|\b(?:the|its|an?|\w+['’]s?|[A-Z][a-z]+) (?:IPO|(?:initial )?(?:public )?offering|flotation|float)"
    r"|\b(?:[Ff]loated|(?:went|goes|go|going|gone) public|(?:came|comes|coming) to (?:the )?market)(?: [\w’']+){0,4}?"
    r"|\b[Rr]ais(?:ed|ing) [^.;\n]{3,50} by selling(?: [a-z]+){0,2} (?:shares|stock)|\b[Vv]alu(?:ed|es|ing)(?: [a-z]+){0,2})"
    r" (?:at|for)(?: (?:only|just|about|around|an? \w+))? (?:Rs\.? ?)?\Z"
)
_OFFERS = (
    "ric",
    "lac",
    "ssu",
    "loat",
    "ffer",
    "llot",
    "arket",
    "old ",
    "sell",
    "Sell",
    "IPO",
    "lotation",
    "public",
    "alu",
)  # a quick look
_IS_ISSUE_PRICE = re.compile(rf"(?:-a-share)?[ -](?:share )?{ISSUE_PRICE}")  # "its $17 offer price"
_WITHIN = 150  # characters that a deal and its price take at most


def of_no_price(s: Sentence, index: int, found: Role, subject: Mention) -> Role | None:
    """The role of a number that is a deal's price, or one of the two sizes between which each of several shares moved."""
    if found.name == "level" and (dealt(s, index) or _bid(s, index, subject) or _of_an_offer(s, index, subject)):
        return DEAL
    if found.name in ("level", "previous") and (_offered(s, index) or of_other_paper(s, index, subject)):
        return DEAL
    return BETWEEN if subject.instrument_class == "share" and between_sizes(s, index) else None


def _bid(s: Sentence, index: int, subject: Mention) -> bool:
    """ "Atos bid 46 euros a share": what a company is ready to pay."""
    verb, before = s.near(index), s.at(index - 2)
    bid = subject.instrument_class == "share" and verb is not None and s.written(verb) == "bid"
    return bid and not (before is not None and before.kind in ("copula", "number"))


def _of_an_offer(s: Sentence, index: int, subject: Mention) -> bool:
    """ "Priced its IPO at 390p", "floated at 1,900p": what new shares were sold for."""
    if subject.instrument_class != "share":
        return False
    place = s.tokens[index].start
    said = s.text[max(s.start, place - _WITHIN) : place]
    return holds_any(said, _OFFERS) and _OFFERED_AT.search(said) is not None


def _offered(s: Sentence, index: int) -> bool:
    """Whether the number at ``index`` is what the first buyers of a share paid."""
    end = s.tokens[index].end
    if s.text.find(" which ", end, end + 24) >= 0:
        return _OFFERED.match(s.text, end) is not None
    return _IS_ISSUE_PRICE.match(s.text, end) is not None


def dealt(s: Sentence, index: int) -> bool:
    """Whether the number at ``index`` is the price of a deal in a number of shares."""
    place = s.tokens[index].start
    start = max(s.start, place - _WITHIN)
    return s.text.find(" shares", start, place) >= 0 and _DEAL.search(s.text[start:place]) is not None
