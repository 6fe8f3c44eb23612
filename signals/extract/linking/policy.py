"""Policy rates by common names, "its key rate", "borrowing costs": of the central bank that the text names around them.

| text                                              | instrument | counter-example                          |
|---------------------------------------------------|------------|------------------------------------------|
| "The Riksbank raised its policy rate to 4%"       | SE_POLICY  | "mortgage lending rate", "tax rate"      |
| "Turkey's one-week repo rate", "Russia's key rate"| TR, RU     | "interest rates" with no bank named      |
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from signals.extract.linking.corridors import outside_corridors
from signals.extract.linking.issuers import own_signs
from signals.extract.linking.mentions import NO_INSTRUMENT, MentionOf
from signals.extract.linking.places import Places
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of

_RATE = re.compile(
    r"\b(?P<target>targets? (?:range )?for (?:the |its )?(?:overnight|interbank|inter-bank)(?: [a-z-]+){0,2}?"
    r" ?(?:rates?|loans|lending)(?: (?:between|among) (?:commercial )?banks)?)\b"
    r"|\b(?P<kind>(?:(?:main|key|benchmark|overnight|official|policy|target|short-term|one-week|seven-day|7-day|two-week"
    r"|one-day|one-year|repo|reverse|repurchase|lending|borrowing|deposit|base|cash|discount|reference|refinancing"
    r"|central bank|monetary policy|bank) ){1,4}"
    r"(?:interest )?)?(?P<noun>interest rates?|rates?(?: on (?:\w+ )?(?:deposits|reserves))?"
    r"|borrowing costs|target(?: range)?|benchmark)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[rbtRBT](?:ates?\b|orrowing costs\b|arget\b|enchmark\b)")
_NOUNS = ("rate", "borrowing cost", "target", "benchmark")
_CREDIT = r"(?:loans?|mortgages?|cards?|savings|credit|bonds?|bills|notes|debt|overdrafts?)"
_ON_CREDIT = re.compile(rf" (?:paid |charged )?(?:on|for) (?:[a-z-]+ ){{0,3}}{_CREDIT}\b")
_SET_TO = re.compile(r" (?:by|to|at|steady|unchanged) ")
_QUALIFIED = 90  # characters before the noun that say which rate
_OWNER = re.compile(r"(?:\b(?:[Ii]ts|[Tt]he|[Tt]heir|[Oo]ur) )$")
_OWN = re.compile(r"[ '’s]*")
_TARGET = re.compile(r"(?:\b(?:its|the) )?\btarget (?:range )?(?:for|of) (?:(?:the|its) )?$")
_OTHER_RATE = re.compile(
    r"\b(?:mortgage|prime|commercial|inflation|tax|exchange|interbank|market|default|growth|loan|card|fixed|swap)[ -]$"
)
# What central banks do to "rates": "held rates at 5.25%", "cuts its rate".
_SET = re.compile(
    r"\b(?:cuts?|cutting|raise[sd]?|raising|hike[sd]?|hiking|lower(?:s|ed|ing)?|trim(?:s|med)|slash(?:es|ed)|increase[sd]?|reduce[sd]?|lift(?:s|ed)?"
    r"|le(?:ft|aves?|aving)|h[eo]lds?|holding|ke(?:pt|eps?|eping)|maintain(?:s|ed|ing)?)(?: (?:its|their|the|interest))? $"
)
_ACT = re.compile(
    r" (?:[A-Za-z]+ ){0,5}?(?:an? (?:[\w-]+ ){0,3}?(?:cut|hike|increase|rise|reduction)|cuts?|hikes?|hiked|raised|lowered)"
    r"(?: (?:of|by) [\w. %-]{2,28}?)?,? to \d[\d./]* ?(?:%|per ?cent)"
    r"|(?: ha(?:s|d|ve))?(?: now| already| since)? (?:tightened|eased|loosened|hiked|cut|raised|lowered)"
    r"(?: (?:monetary )?policy)? by (?:[\w.-]+ ){1,4}?(?:basis points?|percentage points?|points?|bps?)\b"
)
# "Delivered a half-point hike on Oct. 12": what a bank has done stands for its rate, up to the size.
_STEP_OF = (
    r"(?:(?:(?:half|quarter)|\d{1,3}|\d\.\d+)[- ](?:a[- ])?(?:of a[- ])?(?:percentage|basis)?[- ]?(?:point|bps?)s?"
    r"|\d{1,3} ?bps?)"
)
_DELIVERED = re.compile(
    r"(?:,? which)?(?: ha[sd])?(?: also| then| already| duly| just| last \w+| on [A-Z]\w+)?"
    r" (?:deliver(?:s|ed)|announce[sd]?|ma(?:kes|de)|unveil(?:s|ed)|opt(?:s|ed) for|went for|goes for|surprise[sd] with"
    r"|pushe[sd] through|implement(?:s|ed)|carrie[sd] out|follow(?:s|ed) with|sprang|g[ai]ve|stun(?:s|ned)(?: \w+){1,2} with"
    r"|surprise[sd](?: \w+){1,2} with)"
    rf" (?=(?:(?:an?|its|another|the|one more|yet another) (?:(?!(?:on|of|about|in|for|that)\b)[\w'’-]+ ){{0,3}}?)?{_STEP_OF}"
    r" (?:(?:interest[- ])?rate )?(?:cut|hike|(?:increase|rise|reduction)\b(?! in (?!its|the|interest|official|policy|key)))\b)"
)
# "Went for half a point and brought its rate down to", "moved its rates up by a quarter point".
_BROUGHT = re.compile(
    r"\b(?:br(?:ings?|ought|inging)|t(?:akes?|ook|aking)|mov(?:e[sd]?|ing)|push(?:es|ed|ing)?|nudge[sd]?) (?:its|their) $"
)
_SOMEWHERE = re.compile(r" (?:up|down|back|to) ")
_THAN = re.compile(r"\b(?:above|below|than|over|under|match(?:es|ed|ing)?|with) (?:the )?$")
_TARGET_BEHIND = re.compile(r" target\b(?: range\b)?")
_OWN_LEVEL = re.compile(r"['’]s \d[\d.]* ?(?:%|per ?cent\b)(?! (?:\w+ )?(?:target|goal|objective|aim|inflation))")
_OWN_STATED = re.compile(r"['’]s (?:is|was|sits|stands|stood|stays|remains|has been)\b")
_MAKERS = re.compile(
    r"\b(?:central bank|State Bank(?! of India)|policy[ -]?makers|rate-setters|monetary policy|monetary authority"
    r"|rate[ -]setting)",
    re.IGNORECASE,
)
# "The official rate of the dollar" is no policy rate.
# Four decimals without a percent sign are a price of a currency: "fixed the reference rate at 1.1574".
_EXCHANGED = re.compile(
    r" (?:of|for) (?:the |one |an? )?(?:U\.?S\.? |American )?(?:dollar|euro|pound|rouble|ruble|yuan|yen|rupee|franc"
    r"|hryvnia|tenge|leu|lari|dram|manat|naira|cedi|kwacha|birr|shilling|dinar|dirham|peso)s?\b(?!-)"
    r"|(?: [A-Za-z]+:?| \d{1,2},?){1,12}? (?:[$€£]|[A-Z]{1,3}[a-z]?\.? ?)?(?:\d{1,2}[.,]\d{4}(?! ?%| ?per ?cent|\d)"
    r"|\d[\d,]*(?:\.\d+)? ?/ ?[$€£]"
    r"|\d[\d,]*(?:\.\d+)?(?: [A-Za-z]+)? (?:(?:per|to|for|against)(?: the| one| a)?|a) (?:U\.?S\.? |American )?"
    r"(?:dollar|euro|greenback)\b)"
)
_GREAT = ("US", "EU", "GB", "JP")  # whose rates are named alone anywhere
_CENTRAL = re.compile(r"\b[Tt]he central bank (?:\w+ ){1,3}?(?:(?:its|the) )?\Z")
_BACK, _AHEAD = 200, 60
_BEYOND = 60  # characters behind the noun that may say what the rate is on


def policy_rates(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for policy rates whose country the words around them tell."""
    text = _in_small_letters(text) if "RATE" in text else text
    acts = _acts(text, names, places, mention_of)
    if not any(word in text for word in _NOUNS):
        return acts
    named = [t for t in names if t.value.instrument_class == "policy rate"]
    _rehome(text, named, places, mention_of)
    taken = [(t.start, t.end) for t in named]
    found = []
    for match in _rates(text):
        free = not any(start < match.end() and match.start() < end for start, end in taken)
        country = (
            _country(text, match, places) or _of_currency(text, match, names) if free and _of_policy(text, match) else None
        )
        mention = mention_of(f"{country}_POLICY") if country else None
        if mention is not None:
            owner = _OWNER.search(text, max(match.start() - 6, 0), match.start())
            found.append(Token("instrument", owner.start() if owner else match.start(), match.end(), mention))
    for token in (*named, *found):
        if target := _TARGET.search(text, max(token.start - 34, 0), token.start):
            token.start = target.start()  # "its target for the federal funds rate" is no forecast
        if target := _TARGET_BEHIND.match(text, token.end):
            token.end = target.end()  # "the cash rate target"
    outside_corridors(text, [*named, *found])
    return [*found, *acts, *_compared(text, [t for t in (*named, *found, *acts) if t.kind == "instrument"], places, mention_of)]


def _in_small_letters(text: str) -> str:
    """ "FED CUTS RATES BY 25 BPS": the same text, its lines in capitals in small letters."""
    lines = (line.lower() if line.isupper() and len(line.lower()) == len(line) else line for line in text.split("\n"))
    return "\n".join(lines)


def _rehome(text: str, named: list[Token], places: Places, mention_of: MentionOf) -> None:
    """ "Its overnight policy rate" of a text that names Sri Lanka and not Malaysia: a name of no country's own."""
    for token in named:
        written = text[token.start : token.end]
        if " " not in written or not written.islower() or places.counts[token.value.id[:2]]:
            continue
        home = places.bank_of(token.start, token.end, _AHEAD) or places.home(_countries())
        if home is not None and (mention := mention_of(f"{home}_POLICY")):
            token.value = mention
        elif home is None and token.value.id[:2] not in _GREAT and len(places.counts) == 1:
            token.kind, token.value, token.form = "other", NO_INSTRUMENT, "name"  # of a country whose rate nobody quotes


def _acts(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """ "The Riksbank surprised with a cut of a quarter point, to 1.25 percent": a bank that acts stands for its rate."""
    found = []
    for start, end, country in places.banks:
        act = _ACT.match(text, end) or _DELIVERED.match(text, end)
        named = act and ("rate" in act.group() or any(t.start < end and start < t.end for t in names))
        mention = mention_of(f"{country}_POLICY") if act and not named else None
        if mention is not None:
            found.append(Token("instrument", start, act.end() if act and act.re is _DELIVERED else end, mention))
    return found


def _compared(text: str, rates: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """ "Above the Bank of Korea's 2.5 percent", where a policy rate has been named: that of the other bank."""
    found = []
    for start, end, country in places.banks if rates else ():
        compared = _THAN.search(text, max(start - 12, 0), start)
        stated = (_OWN_LEVEL.match(text, end) if compared else None) or _OWN_STATED.match(text, end)
        before = any(t.end < start < t.end + _BACK for t in rates)
        mention = mention_of(f"{country}_POLICY") if stated and before else None
        if mention is not None:
            found.append(Token("instrument", start, end, mention))
    return found


def _rates(text: str) -> Iterator[re.Match[str]]:
    """Rates with the words before them that say which, looked for around the noun."""
    place = 0
    for noun in _NOUN.finditer(text):
        near = (
            _RATE.search(text, max(noun.start() - _QUALIFIED, place), noun.end() + _BEYOND) if noun.start() >= place else None
        )
        if near is not None:
            place = near.end()
            yield near


def _which(match: re.Match[str]) -> str:
    """The words that say which rate it is."""
    return (match["kind"] or match["target"] or "").lower()


def _of_policy(text: str, match: re.Match[str]) -> bool:
    """Whether a rate may be one that a central bank sets: not a bare "rate", not a mortgage's."""
    if any(word in _which(match) for word in ("reference", "official")) and _of_money(text, match.end()):
        return False
    if "overnight lending" in _which(match):
        return False  # the upper end of a corridor
    if match["target"]:
        return True
    if text.startswith((" futures", " swap", " option", " differential", "-futures"), match.end()):
        return False
    if text.startswith((" on ", " for ", " paid ", " charged "), match.end()) and _ON_CREDIT.match(text, match.end()):
        return False  # "interest rates on existing home loans"
    noun = match["noun"].lower()
    done = _SET.search(text, max(match.start() - 24, 0), match.start()) is not None or _brought(text, match)
    if noun == "target" or noun == "benchmark":  # "lowered the overnight target by", "cut its benchmark by"
        return done and _SET_TO.match(text, match.end()) is not None and (noun == "benchmark" or bool(_which(match)))
    bare = not _which(match) and noun in ("rate", "rates") and not done
    return not bare and not _OTHER_RATE.search(text, max(match.start() - 14, 0), match.start())


def _of_money(text: str, end: int) -> bool:
    """ "Its reference rate, JISDOR, was Rp14,840", "the official rate rose as high as NIS 3.862/$": a price of a currency."""
    return _EXCHANGED.match(text, end) is not None or _priced().match(text, end) is not None


@cache
def _priced() -> re.Pattern[str]:
    """A clause whose first number stands behind a sign of money, or is larger than any rate of policy."""
    price = rf"(?:(?:{any_of(own_signs())})[ .]?\d|\d{{1,3}},\d{{3}}\b(?! ?%|,?\d))"
    return re.compile(rf"(?:[ ,:]+(?:[A-Za-z]+|\d{{1,2}}|\d{{4}}(?=,? [a-z])),?:?){{1,14}}? {price}")


def _brought(text: str, match: re.Match[str]) -> bool:
    """ "Brought its rate down to 0.5 percent"."""
    before = _BROUGHT.search(text, max(match.start() - 20, 0), match.start())
    return before is not None and _SOMEWHERE.match(text, match.end()) is not None


def _country(text: str, match: re.Match[str], places: Places) -> str | None:
    """That of the bank named around the rate; else, for a rate named as one of policy, that named before it in the sentence, or
    the text's home where it speaks of policy makers.
    """
    if (there := _there(text, match, places)) is not None:
        return there
    bank = places.bank_of(match.start(), match.end(), _AHEAD)
    seat = places.before(match.start()) if bank is None else None
    if seat is not None and seat[2] in _countries() and _IN.search(text, max(seat[0] - 6, 0), seat[0]):
        return seat[2]  # "In Wellington they took 75 basis points off the cash rate"
    earlier = _topic(text, match, places) or places.bank(max(match.start() - _BACK, 0), match.start())
    if bank or not (_which(match) or match["noun"].lower() in ("benchmark", "target range") or _set_by_bank(text, match)):
        return bank or earlier
    place = places.before(match.start())
    if place is not None and (_OWN.fullmatch(text, place[1], match.start()) or _opens_sentence(text, place[0])):
        return place[2]
    home = places.home(_countries())
    banks = {country for _, _, country in places.banks}
    sole = next(iter(banks)) if len(banks) == 1 and (home is None or home in banks) else None
    return earlier or sole or (home if _MAKERS.search(text) else None)


def _there(text: str, match: re.Match[str], places: Places) -> str | None:
    """ "Unlike in Canada, where the policy rate is 2.75%": the country whose clause it is."""
    where = _WHERE.search(text, max(match.start() - 30, 0), match.start())
    place = places.before(match.start()) if where is not None else None
    told = where is not None and place is not None and place[1] == where.start() and place[2] in _countries()
    return place[2] if told and place is not None else None


def _set_by_bank(text: str, match: re.Match[str]) -> bool:
    """ "The central bank kept its rate at 9.25%"."""
    return _CENTRAL.search(text, max(match.start() - 45, 0), match.start()) is not None


def _topic(text: str, match: re.Match[str], places: Places) -> str | None:
    """ "Kuwait, whose dinar follows a basket, was content with less. Its discount rate ...": the country that an earlier
    sentence is about, where no bank is named since.
    """
    if not match["kind"] or not _OWNER.search(text, max(match.start() - 6, 0), match.start()):
        return None
    near = [place for place in places.named if match.start() - _BACK < place[0] < match.start()]
    opening = next((place for place in reversed(near) if _opens_sentence(text, place[0])), None)
    if opening is None or opening[2] not in _countries() or places.bank(opening[0] + 1, match.start()):
        return None
    return opening[2]


_WHERE = re.compile(r",? where (?:the |its )?(?:central bank['’]s )?\Z")
_IN = re.compile(r"(?:\A|[.!?\n] ?)In \Z")


def _of_currency(text: str, match: re.Match[str], names: list[Token]) -> str | None:
    """ "The peso was up after the central bank lowered its key rate": of the country whose currency the sentence names."""
    begin = max(text.rfind("\n", 0, match.start()), text.rfind(". ", 0, match.start())) + 1
    if not _which(match) or not _MAKERS.search(text, begin, match.start()):
        return None
    named = [t.value.id[:2] for t in names if t.value.instrument_class == "currency" and begin <= t.start < match.start()]
    return named[-1] if named and named[-1] in _countries() else None


def _opens_sentence(text: str, start: int) -> bool:
    """ "Turkey raised its deposit rate": the country at the head of the sentence is whose rate is meant."""
    return start == 0 or text[:start].rstrip(" ").endswith(("\n", ".", "!", "?"))


@cache
def _countries() -> frozenset[str]:
    from signals.instruments import load_master

    return frozenset(i.country or "" for i in load_master().instruments.values() if i.instrument_class == "policy rate")
