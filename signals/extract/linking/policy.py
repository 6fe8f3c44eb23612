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
from signals.extract.linking.places import GREAT, Places
from signals.extract.linking.rate_acts import rate_acts
from signals.extract.linking.rate_owners import AHEAD, BACK, OWNER, Named, Owners
from signals.extract.linking.rate_pronouns import rate_pronouns
from signals.extract.text.cues import cues, holds_cue
from signals.extract.text.tokens import Token
from signals.extract.text.words import any_of, setting_a_rate

_RATE = re.compile(
    r"\b(?P<target>targets? (?:range )?for (?:the |its )?(?:overnight|interbank|inter-bank)(?: [a-z-]+){0,2}?"
    r" ?(?:rates?|loans|lending)(?: (?:between|among) (?:commercial )?banks)?)\b"
    r"|\b(?P<kind>(?:(?:main|key|benchmark|overnight|official|policy|target|short-term|one-week|seven-day|7-day|two-week"
    r"|one-day|one-year|repo|reverse|repurchase|lending|borrowing|deposit|base|cash|discount|reference|refinancing"
    r"|central bank|monetary policy|bank) ){1,4}"
    r"(?:\([A-Z]{2,5}\) )?(?:interest )?)?(?P<noun>(?:interest rates?|rates?(?: on (?:\w+ )?(?:deposits|reserves))?)"
    r"(?: on the deposit facility(?:,?(?: and)? the (?:main refinancing operations|marginal lending facility))*)?"
    r"|borrowing costs|target(?: range)?|benchmark)\b",
    re.IGNORECASE,
)
_NOUN = re.compile(r"[rbtRBT](?:ates?\b|orrowing costs\b|arget\b|enchmark\b)")
_NOUNS = cues("rate rates costs target benchmark")
_CREDIT = r"(?:loans?|mortgages?|cards?|savings|credit|bonds?|bills|notes|debt|overdrafts?)"
_ON_CREDIT = re.compile(rf" (?:paid |charged )?(?:on|for) (?:[a-z-]+ ){{0,3}}{_CREDIT}\b")
_OF_BANKS = re.compile(r"s? (?:of|at|offered by|charged by) (?:the )?(?:[a-z]+ )?(?:banks|lenders|building societies)\b")
_SET_TO = re.compile(r" (?:by|to|at|steady|unchanged) ")
_RANGE = re.compile(r" (?:at|to) (?:a range of|between) ")
_BAND_BEHIND = re.compile(r" (?:unchanged |steady )?(?:at|to) \d[\d./ ]*?%?(?:-|–| to )\d[\d./]* ?(?:%|per ?cent)")
_STANDS = re.compile(r",? (?:now )?(?:(?:is|was|stands|stood|remains?|sits|stays|has been) |at |[-−]?\d)")
_QUALIFIED = 90  # characters before the noun that say which rate
_TARGET = re.compile(r"(?:\b(?:its|the) )?\btarget (?:range )?(?:for|of) (?:(?:the|its) )?$")
_OTHER_RATE = re.compile(
    r"\b(?:mortgage|prime|commercial|inflation|tax|exchange|interbank|market|default|growth|loan|card|fixed|swap|real|neutral"
    r"|natural|effective|shadow)[ -]$"
)
# What central banks do to "rates": "held rates at 5.25%", "cuts its rate".
_SET = re.compile(rf"\b{any_of(setting_a_rate())}(?: (?:up|down))?(?: (?:its|their|the|interest)(?: own)?)? $", re.IGNORECASE)
_AGAIN = r"(?: again| once more| further| for (?:an? |the )?\w+(?:[- ]\w+)? (?:time|meeting)(?: running| in a row)?)?"
_TO_LEVEL = r"\d[\d./]* ?(?:%|per ?cent|pct?\b)"
_ACT = re.compile(
    r"(?:(?: of(?: [A-Z]\w+){1,3})?(?: \([A-Z]{2,5}\))?,(?= which ))?"
    r" (?:[A-Za-z]+ ){0,5}?(?:an? (?:[\w-]+ ){0,3}?(?:cut|hike|increase|rise|reduction)|cuts?|CUTS?|hikes?|hiked|raised"
    rf"|lowered){_AGAIN}(?:,? (?:of|by) [\w. %-]{{2,48}}?)?,? to {_TO_LEVEL}"
    r"|(?:, which)?(?: ha(?:s|d|ve))?(?: now| already| since| again)?"
    r" (?:tighten(?:s|ed)|eas(?:es|ed)|loosen(?:s|ed)|hike[sd]|cuts?|CUTS?|raise[sd]|lower(?:s|ed))"
    rf"(?: (?:its )?(?:monetary )?policy)?{_AGAIN},? by (?:[\w.-]+ ){{0,5}}?"
    r"(?:basis points?|percentage points?|points?|bps?|\d+bps?|points? and a (?:half|quarter))\b"
    r"|(?: (?:has|also|again|duly|on [A-Z]\w+))*"
    r" (?:(?:st(?:oo|an)ds?|sat|sits|kept|keeps) (?:pat|put|steady|still|fire|tight)"
    rf"|(?:stay(?:ed|s)|held|holds|paus(?:es|ed))(?: (?:pat|put|steady|still|fire|tight))?),? at {_TO_LEVEL}"
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
_ITS_OWN = re.compile(
    rf"(?: (?:has|had|also|then|last|on [A-Z]\w+))* {any_of(setting_a_rate())} (?P<own>its own)"
    r"(?= (?:unchanged |steady |down |up |on hold )?(?:at|to|by) )"
)
_OWN_LEVEL = re.compile(r"['’]s \d[\d.]* ?(?:%|per ?cent\b)(?! (?:\w+ )?(?:target|goal|objective|aim|inflation))")
_OWN_STATED = re.compile(r"['’]s (?:is|was|sits|stands|stood|stay(?:s|ed)|remain(?:s|ed)|has been|goes|went|fell|rose|held)\b")
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
# "Set the official rate for Tuesday at 6.43, against 6.31".
_NO_PERCENTAGE = re.compile(r"(?: [a-z]+| [A-Z][a-z]+day){1,5} (?:at|to|was|is) \d+\.\d{2,}(?! ?%| ?per ?cent| ?pct|\d)")
# "Swaps now imply a rate of 3.1%", "money markets are pricing a terminal rate of 3.9%": where a market expects the policy rate.
PRICED_IN = re.compile(
    r"\b(?:[Ss]waps?|[Ff]utures|OIS|[Cc]urve|[Mm]arkets?|[Tt]raders|[Ii]nvestors|[Dd]erivatives|[Pp]ricing|[Ff]orwards)\b"
    r"[^.;:\n\d]{0,40}?\b(?:impl(?:y|ies|ied|ying)|pric(?:es?|ed|ing)(?: in)?|point(?:s|ed|ing)? to|sees?|seeing"
    r"|discount(?:s|ed|ing)?|bet(?:s|ting)?(?: on)?|look(?:s|ing)? for|assum(?:es?|ed|ing))"
    r" (?:an?|the) (?:(?:policy|terminal|peak|key|final|end-of-year|year-end) )?\Z"
)
# "Kept the rate between 170 and 198 to the dollar".
_IN_BAND = re.compile(
    r" (?:between|at|within|in|around|near) [^\s\d]{0,4}\d[\d.,]*(?: ?(?:and|to|-|–) ?[^\s\d]{0,4}\d[\d.,]*)?(?: [a-z]+)?"
    r" (?:per|to|for|against|a) (?:the |one |a )?(?:U\.?S\.? )?(?:dollar|euro|greenback|pound)\b"
)
_SEVERAL = re.compile(r"\b(?:[Tt]he|[Ii]ts|[Aa]ll) (?:two|three)(?: key| main| policy)?(?: ECB| Fed| SNB)? \Z")
_OF_ECONOMY = re.compile(r"\b(?:[Ii]nflation|[Gg]rowth|[Uu]nemployment|GDP|CPI|[Pp]rices|[Dd]eficit|[Dd]ebt|yields?)\b")
# What several banks call a rate of theirs.
_OF_SEVERAL = ("MPR", "CBR", "Central Bank Rate", "Bank Rate", "Policy Rate", "Monetary Policy Rate")
_WITHOUT_REPO = ("US", "GB", "CA", "AU", "NZ", "JP")  # whose policy rate is no repo rate, which the market makes
_IMPLIED = 80  # characters before it that may say so
_BEYOND = 120  # characters behind the noun that may say what the rate is on


def policy_rates(text: str, names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """Tokens for policy rates whose country the words around them tell."""
    text = _in_small_letters(text) if "RATE" in text or text[: text.find("\n")].isupper() else text
    acts = _acts(text, names, places, mention_of)
    named = [t for t in names if t.value.instrument_class == "policy rate"]
    if not (named or holds_cue(text, _NOUNS)):
        return acts
    owners = Owners(text, names, places)
    _without_others(text, named)
    _rehome(text, named, owners, places, mention_of)
    taken = [(t.start, t.end) for t in named]
    found = []
    for match in _rates(text):
        free = not any(start < match.end() and match.start() < end for start, end in taken)
        implied = _is_implied(text, match)
        rate = Named(match.start(), match.end(), (match["noun"] or "").lower(), "policy " if implied else _which(match))
        meant = free and (implied or _of_policy(text, match, owned=owners.bank_owns(match.start())))
        country = owners.of(rate) if meant else None
        country = None if country in _WITHOUT_REPO and "repo" in rate.which else country
        mention = mention_of(f"{country}_POLICY") if country else None
        if mention is not None:
            owner = OWNER.search(text, max(match.start() - 10, 0), match.start())
            owner = owner or _SEVERAL.search(text, max(match.start() - 24, 0), match.start())
            found.append(Token("instrument", owner.start() if owner else match.start(), match.end(), mention))
    for token in (*named, *found):
        if target := _TARGET.search(text, max(token.start - 34, 0), token.start):
            token.start = target.start()  # "its target for the federal funds rate" is no forecast
        if target := _TARGET_BEHIND.match(text, token.end):
            token.end = target.end()  # "the cash rate target"
    outside_corridors(text, [*named, *found])
    rates = [t for t in (*named, *found, *acts) if t.kind == "instrument"]
    compared = _compared(text, rates, names, places, mention_of) + _own_ones(text, rates, places, mention_of)
    rates += compared
    return [*found, *acts, *compared, *rate_pronouns(text, rates, places), *rate_acts(text, rates, places)]


def _in_small_letters(text: str) -> str:
    """ "FED CUTS RATES BY 25 BPS": the same text, its lines in capitals in small letters."""
    lines = (line.lower() if line.isupper() and len(line.lower()) == len(line) else line for line in text.split("\n"))
    return "\n".join(lines)


def _without_others(text: str, named: list[Token]) -> None:
    """ "The effective federal funds rate": what a market makes of a rate of policy."""
    for token in named:
        if _OTHER_RATE.search(text, max(token.start - 14, 0), token.start):
            token.kind, token.value, token.form = "other", NO_INSTRUMENT, "name"


def _rehome(text: str, named: list[Token], owners: Owners, places: Places, mention_of: MentionOf) -> None:
    """ "Its overnight policy rate" of a text that names Sri Lanka and not Malaysia: a name of no country's own."""
    for token in named:
        written = text[token.start : token.end].partition(" (")[0]
        shared = written in _OF_SEVERAL or (" " in written and written.islower())
        if not shared or owners.speaks_of(token.value.id[:2]):
            continue
        home = places.bank_of(token.start, token.end, AHEAD) or (owners.home if owners.home != "US" else token.value.id[:2])
        if "interbank" in written:
            token.kind, token.value, token.form = "other", NO_INSTRUMENT, "name"  # a rate of the market, but in Mexico
        elif home is not None and (mention := mention_of(f"{home}_POLICY")):
            token.value = mention
        elif home is None and token.value.id[:2] not in GREAT and len(places.counts) == 1:
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


def _compared(text: str, rates: list[Token], names: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """ "Above the Bank of Korea's 2.5 percent", "and Romania's stayed at 6.5%", where a policy rate has been named: that of the
    other bank or country.
    """
    found = []
    for start, end, country in (*places.banks, *_stating(text, names, places)) if rates else ():
        compared = _THAN.search(text, max(start - 12, 0), start)
        stated = (_OWN_LEVEL.match(text, end) if compared else None) or _OWN_STATED.match(text, end)
        before = any(t.end < start < t.end + BACK for t in rates)
        mention = mention_of(f"{country}_POLICY") if stated and before else None
        if mention is not None:
            found.append(Token("instrument", start, end, mention))
    return found


def _own_ones(text: str, rates: list[Token], places: Places, mention_of: MentionOf) -> list[Token]:
    """ "While the Fed kept its own at 4.5%", where a policy rate has been named: that of the bank."""
    found = []
    for _, end, country in places.banks if rates and " its own " in text else ():
        own = _ITS_OWN.match(text, end)
        mention = (
            mention_of(f"{country}_POLICY") if own is not None and any(t.end < end < t.end + BACK for t in rates) else None
        )
        if own is not None and mention is not None:
            found.append(Token("instrument", *own.span("own"), mention))
    return found


def _stating(text: str, names: list[Token], places: Places) -> Iterator[tuple[int, int, str]]:
    """The countries with a genitive before a verb, "Romania's stayed", in a sentence that names nothing but policy rates."""
    for start, end, country in places.named:
        if not _OWN_STATED.match(text, end):
            continue
        begin = max(text.rfind(". ", 0, start), text.rfind("\n", 0, start)) + 1
        alone = all(t.value.instrument_class == "policy rate" for t in names if begin <= t.start < start)
        if alone and _OF_ECONOMY.search(text, begin, start) is None:
            yield start, end, country


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


def _is_implied(text: str, match: re.Match[str]) -> bool:
    """ "Swaps imply a rate of 3.1%"."""
    of = text.startswith((" of ", " at ", " near ", " falling to ", " rising to "), match.end())
    return of and PRICED_IN.search(text, max(match.start() - _IMPLIED, 0), match.start()) is not None


def _of_policy(text: str, match: re.Match[str], *, owned: bool) -> bool:
    """Whether a rate may be one that a central bank sets: not a bare "rate", but where a bank owns it, not a mortgage's."""
    if any(word in _which(match) for word in ("reference", "official")) and _of_money(text, match.end()):
        return False
    if not _which(match) and _IN_BAND.match(text, match.end()):
        return False
    if "repo" in _which(match) and match["noun"].lower() == "rates" and not owned:
        return False  # of the market
    if "overnight lending" in _which(match):
        return False  # the upper end of a corridor
    if match["target"]:
        return True
    if text.startswith((" futures", " swap", " option", " differential", "-futures"), match.end()):
        return False
    if _OF_BANKS.match(text, match.end()) is not None:
        return False  # "the deposit rate of commercial banks"
    if text.startswith((" on ", " for ", " paid ", " charged "), match.end()) and _ON_CREDIT.match(text, match.end()):
        return False  # "interest rates on existing home loans"
    noun = match["noun"].lower()
    done = _SET.search(text, max(match.start() - 24, 0), match.start()) is not None or _brought(text, match)
    if noun == "target" or noun == "benchmark":  # "lowered the overnight target by", "cut its benchmark by"
        return _is_set(text, match, done=done) or (owned and noun == "benchmark" and bool(_STANDS.match(text, match.end())))
    bare = not _which(match) and noun in ("rate", "rates") and not done and not (owned and noun == "rate")
    return not bare and not _OTHER_RATE.search(text, max(match.start() - 14, 0), match.start())


def _is_set(text: str, match: re.Match[str], *, done: bool) -> bool:
    """ "Cut its benchmark by a quarter", "puts its target at a range of"."""
    if not done or not _SET_TO.match(text, match.end()):
        return False
    named = bool(_which(match)) or match["noun"].lower() == "benchmark"
    return named or _RANGE.match(text, match.end()) is not None or _BAND_BEHIND.match(text, match.end()) is not None


def _of_money(text: str, end: int) -> bool:
    """ "Its reference rate, JISDOR, was Rp14,840", "the official rate rose as high as NIS 3.862/$": a price of a currency."""
    return any(pattern.match(text, end) is not None for pattern in (_EXCHANGED, _priced(), _NO_PERCENTAGE))


@cache
def _priced() -> re.Pattern[str]:
    """A clause whose first number stands behind a sign of money, or is larger than any rate of policy."""
    price = rf"(?:(?:{any_of(own_signs())})[ .]?\d|\d{{1,3}},\d{{3}}\b(?! ?%|,?\d))"
    return re.compile(rf"(?:[ ,:]+(?:[A-Za-z]+|\d{{1,2}}|\d{{4}}(?=,? [a-z])),?:?){{1,14}}? {price}")


def _brought(text: str, match: re.Match[str]) -> bool:
    """ "Brought its rate down to 0.5 percent"."""
    before = _BROUGHT.search(text, max(match.start() - 20, 0), match.start())
    return before is not None and _SOMEWHERE.match(text, match.end()) is not None
