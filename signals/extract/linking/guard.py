"""Names of shares that mean something else as well, "Target", "Next", "Citi": evidence in the text that the share is meant.

Evidence is a symbol in brackets, a word for shares beside the name, or a statement of its price: "Target was 2.4% lower",
but not "Target sales rose" and not "Citi raised its forecast"; "UBS could not escape and ended 8.7% weaker at 16.99", "Target's
2% rise". Names in a list share their evidence.
"""

from __future__ import annotations

import re
from functools import cache

from signals.extract.text.words import any_of, nouns_of_direction, verbs_of, vocabulary, vocabulary_of

Span = tuple[int, int]

_LINK = re.compile(r"(?: \([^()\n]{1,20}\))?(?:,|,? and|,? or|;|,? as well as) (?:the )?")
_ACTED_ON = r"(?:\w+ed|hit|hurt|driven|shaken|stung) (?:by|after|on|amid)"
# Between two names of a list: ", buoyed by firmer crude, and ".
PARTICIPIAL_ASIDE = rf"(?: \([^()\n]{{1,12}}\))?, (?:\w+ )?{_ACTED_ON} [^.;:,\n]{{1,60}}, and (?:the )?"
_OVER_ASIDE = re.compile(PARTICIPIAL_ASIDE)
_BEFORE = re.compile(
    r"(?:\b(?:shares?|stocks?|stake|holders?) (?:of|in|at) (?:the )?|(?:%|\bper ?cent|\bpct)(?: \w+)? off "
    r"|(?:%|\bper ?cent|\bpct)[^.;:]{0,20}, as (?:did|is|are|was|were|has|have) )$",
    re.IGNORECASE,
)
_FORMS = "Inc|Corp|Corporation|Co|Ltd|Limited|plc|PLC|AG|SE|ASA|AB|Oyj|Bhd|Berhad|Tbk|PCL|Group|Holdings?"
_ABBREVIATED = (" Co", " Corp", " Inc", " Ltd")
_FORM = rf"(?:,? (?:{_FORMS}|S\.?A|N\.?V)\b\.?)*"
_FORM_BEHIND = re.compile(_FORM)
_SYMBOL = re.compile(_FORM + r" (?:\((?:[A-Z]+: ?)?<?[A-Z0-9][A-Z0-9.=-]{0,10}>?\)|[A-Z0-9]{1,6}\.[A-Z]{1,2}\b)")
_TICKER = re.compile(r" [A-Z]{2,5}(?=[ ,])")  # "Target TGT lost 2%"
_RATED = re.compile(
    r" \((?:[A-Z0-9 ]{2,8}[;,:] ?)?(?:BUY|HOLD|SELL|ADD|REDUCE|NEUTRAL|ACCUMULATE|TRIM|(?:OUT|UNDER)PERFORM"
    r"|(?:OVER|UNDER|EQUAL)[- ]?WEIGHT"
    r"|Buy|Hold|Sell|Neutral|Outperform|Underperform|Overweight|Underweight|FULLY VALUED)\b"
)
_REST = r"(?:[^.\n]|\.\d|[ap]\.m\.)"  # of a sentence
# What a sentence between the name and "the shares" may be about, and what may open the one that they stand in.
_ON_IT = rf"(?:(?:It|The (?:company|group|firm|bank|market)|Investors|Shareholders|Traders)\b{_REST}{{0,80}}[.:]\s*)?"
_OPENING = (
    rf"(?:(?:And |But )?(?:[Aa]t|[Bb]y|[Ii]n|[Oo]n|[Aa]fter|[Bb]efore|[Ww]ithin|[Ss]till|[Yy]et|[Ss]o)\b{_REST}{{0,40}}? )?"
)
_STOCK_NEXT = re.compile(
    r"(?! (?:(?:down|up)grade[ds]?|initiate[ds]|reiterate[ds]|start(?:s|ed) coverage|resume[ds] coverage)\b)"
    rf"(?:{_REST}{{0,60}}[.\n]\s*{_ON_IT}{_OPENING}(?:[Tt]he|[Ii]ts)"
    r"|[^.,;\n]{0,80}(?: and|[;:]|, and| but|, but)(?: saw| watched)? (?:the|its)|(?:[^.;\n]|\.\d){0,120}; (?:the|its))"
    r" (?:stock|shares)\b(?! of )"
)
_SHARES = re.compile(
    _FORM + r"(?:['’]s?|, whose)?(?: \w+| (?-i:[A-Z])\w+(?: \w+)?-listed)? (?:shares?|stocks?|share price|ADRs?|depositary)\b"
)
_ASIDE = r"(?: for (?-i:[A-Z])[a-z]+(?: (?:delivery|shipment))?)?(?: \([^()\n]{1,40}\))?(?:, (?:[^,.;\n]|[.,]\d){3,80},)?"
_APART = re.compile(
    r", (?:which|who|whose|an?|the)\b(?:[^,.;\n]|[.,]\d){3,80},"
    r"(?= (?:was|were|is|are|came|led|ended|finished|closed|did|fared)\b)"
)
_AUXILIARY = (
    r"(?: (?:was|were|is|are|been|has|have|had|also|then|both|all|each|now|just|since|itself|later|last|respectively))*"
)
_HEDGE = (
    r"(?: (?:by|about|around|nearly|almost|roughly|some|over|more|less|than|another|further|as|much|just|up|down|at|to|an?"
    r"|the|little|bit|under))*"
)
# "Ended the regular session at".
_SESSION = r"(?: (?:the (?:regular |normal |cash |main |day's )?|regular |normal )(?:session|trading|trade|day|week))?"
# "Opened on the Nasdaq at", but not "on Tuesday added $15 to its forecast".
_PLACE = (
    r"(?: (?:on|in) (?:the )?(?-i:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[A-Z]\w+(?: [A-Z]\w+){0,3}))?"
)
_AMOUNT = (
    r" (?:an? (?:half|third|quarter|fifth|tenth) of (?:its|their) (?:market )?value\b"
    r"|[-+]?(?:(?:[$€£¥₹]|R|Rs\.? ?|US|[A-Z]{3} |[A-Z]{1,3}\$)\d"
    r"|(?:\d+ |[a-z]+ and (?:a |three )?)?[\w.,/-]+(?: (?:of )?(?:an?|one))? ?(?:%|pct?\b|per ?cent\b|percentage\b"
    r"|points?\b|(?:(?:U\.?S\.?|American) )?(?:cents?|sen|paise|kobo|[cp])\b|pence\b|(?:won|yen|rupees|euros?|dollars)\b"
    r"|(?:[Ss]wiss )?francs\b"
    r"|[Kk]ron(?:or|er|ur|a)\b|[Cc]rowns\b|zlotys?\b|forints?\b|r?oubles\b|rubles\b|lira\b|shekels\b|rand\b|reais\b|pesos\b|baht\b"
    r"|ringgit\b)|[\d.,/-]+ (?:a|per) (?:bushel|pound|lb)\b))"
)
# What a house says or does in front of figures of somebody else.
_HOUSE = (
    r"(?:sa(?:id|ys)|sees?|saw|expect\w*|forecast\w*|predict\w*|rais\w+|cut\w*|lower\w+|lift\w+|targets?|estimat\w+|views?"
    r"|analysts?|economists?|strategists?|told|wrote|rates?|bought|sold|owns?|stakes?|fund\w*|index|lends?|lent|its)\b"
)
_LED_TO = rf"(?: (?!{_HOUSE})[a-z][a-z'’-]*){{1,6}}{_AMOUNT}(?: [a-z]+)? (?:to|at) (?:[$€£¥₹]|[A-Z]{{1,3}} ?\$?|Rs\.? ?)?\d"
_PRICE = r"(?:[$€£¥₹]|[A-Z]{1,3} ?\$?|Rs\.? ?)?\d[\d.,]*p?"
# "Was out in front, 22.7 percent to the better".
_SET_OFF = (
    rf"(?:: (?:[-+−]|minus |plus )\d[\d.,]* ?(?:%|per ?cent)"
    rf"|(?: (?!{_HOUSE})[a-z][a-z'’-]*){{1,6}} at {_PRICE}, (?:[-+−]|minus |plus )\d[\d.,]* ?(?:%|per ?cent)"
    rf"|(?: (?!{_HOUSE})[a-z][a-z'’-]*){{1,6}} \((?:[-+−]|up |down )\d[\d.,]* ?(?:%|per ?cent|pct)"
    rf"|(?: (?:the index|(?!{_HOUSE})[a-z][a-z'’-]*)){{1,6}}, (?:(?:up|down|off) \d[\d.,]* ?(?:%|per ?cent)"
    r"|\d[\d.,]* ?(?:%|per ?cent) (?:up|down|higher|lower|firmer|weaker|stronger|softer|to the (?:good|bad|better))\b))"
)
# "Macquarie had another rotten day, it was down 89 cents".
_DAY = (
    r"(?: (?:had|has had|endured|enjoyed|suffered) (?:an?|another|its|their)(?: [a-z-]+){0,3}"
    r" (?:day|session|morning|afternoon|week|month|time|run|ride)(?:[,:;]| [—–-])(?: (?:it|they|and|the (?:shares|stock)))?"
    rf"(?: (?!{_HOUSE})[a-z]+){{0,2}}{_AMOUNT})"
)
# "Deutsche Bank: 8.67 euros", "Commonwealth Bank: 10.0 per cent down".
_LABELLED = re.compile(
    r": ?[-+−]?(?:(?:[A-Z]{0,3}[$€£¥₹]|Rs\.? ?)\d"
    r"|\d[\d.,]* ?(?:%|(?:per ?cent|pct|pence|p|euros?|dollars|rupees|yen|cents?)\b))"
)
_CELL = re.compile(r"(?: \([A-Z0-9.:]{1,10}\))?(?: {2,}| ?[\t|] ?)(?:[A-Z]{0,3}[$€£] ?)?[-+−]?\d")
_FIGURE = (
    r"(?:(?:up|down|off|plus|minus) )?[-+−–▲▼↑↓]? ?(?:[A-Z]{0,3}[$€£¥])?\d[\d.,']*"
    r"(?: ?(?:%|pct|per ?cent|p|pts|points)(?![a-z]))?(?: (?:up|down|higher|lower))?"
)
# "Apple: 212.41 (+1.2%)", "Target 98.20, down 0.65": nothing but figures behind a name to the end of its line.
_FIGURES_ALONE = re.compile(
    rf"(?: \([A-Z0-9.:]{{1,10}}\))?(?: ?[:,–—-])? (?:at )?\(?{_FIGURE}(?:[ ,;/(|]+{_FIGURE})*\)?[ \t]*(?=\n|\Z)"
)
_SIGNED = re.compile(r"[^\n]*(?:[-+−–▲▼↑↓]|\b(?:up|down|off|plus|minus) ) ?\d[\d.,]* ?(?:%|pct|per ?cent)")
_BULLETS = " |\t•*·–—-"
_CLOSED_AT = re.compile(
    r" (?:closed|ended|finished|settled)(?: the (?:day|session|week))? at \d[\d,]*\.\d\d?\b(?! ?(?:%|per|p))"
)
_ACTS_AS_HOUSE = re.compile(rf"(?:['’]s? \w+)? {_HOUSE}")
# "Starbucks — The coffee chain added 2%", "Micron (MU) – Shares climbed 4%", "Target: profit off 24%, shares off 2%".
_HEADED = re.compile(
    r"(?: \([^()\n]{1,12}\))? ?[—–:-] ?(?:(?:The|Shares|Its|Stock|U\.?S\.?-listed)\b"
    r"|[^.\n]{1,80}[,;] (?:the |its )?(?:shares|stock)\b)[^\n]{0,120}?\d ?(?:%|per ?cent\b|pct\b)"
)
_CLOSES = re.compile(
    r"$|[.,;:)\n]|['’]s? (?:shares?|stock)\b| (?:and|or|as|while|after|on|with|but|to|when|which|that|shares?)\b"
    r"| (?:stood|was|were|made|led|helped|weighed|lifted|dragged|pulled|pushed|kept|left|took|capped|offset)\b"
)
# "Gained 4.2 percent and Santander 3.9": the size of a list whose unit and verb were said before.
_LISTED_BEFORE = re.compile(r"\d ?(?:%|per ?cent|pct|percent)(?: (?:to|at) \S+)?,? (?:and |while )?$")
# "HSBC and the FTSE 100 rose 0.6% and 1.3%".
_ANOTHER = re.compile(
    r" and (?:the )?(?:[A-Z0-9][\w&.'’-]*(?: [A-Z0-9][\w&.'’-]*){0,3}|gold|silver|copper|crude|oil|bitcoin)(?= )"
)
_LISTED_SIZE = re.compile(r" \d{1,2}\.\d{1,2}(?=[;,)\n]|\.(?!\d)| (?:and|to|while)\b)")
_SIZED = re.compile(
    r" \((?:(?:up|down|off) [^()\n]{0,4}\d[^()\n]{0,12}"
    r"|[-+−]?\d[\d.,]* ?(?:%|per ?cent|pct)(?: (?:up|down|higher|lower|firmer|weaker|stronger|softer))?)"
    r"(?:,? (?:at|to) [^()\n]{1,16})?\)"
)


def supported(text: str, spans: list[Span]) -> set[Span]:
    """Those of the names at ``spans`` (in order) that the text shows to be shares."""
    rows = [span for span in spans if _in_a_row(text, *span)]
    # "DBS    21.35   +34", line by line
    found: set[Span] = set(rows) if len(rows) > 1 else {span for span in rows if _SIGNED.match(text, span[1])}
    for group in _lists(text, spans):
        if _evident(text, group):
            found.update(group)
    return found | _topic(text, spans)


def _topic(text: str, spans: list[Span]) -> set[Span]:
    """The names of a company in the headline that the text goes on about, where it speaks of "the shares" and no other
    company is named before them.
    """
    head = text.find("\n")
    names = {text[start:end] for start, end in spans if end <= head}
    return set().union(*(_goes_on(text, spans, [span for span in spans if text[slice(*span)] == said]) for said in names))


def _goes_on(text: str, spans: list[Span], own: list[Span]) -> set[Span]:
    """The places of one company's name, ``own``, if "the shares" are spoken of behind the second of them."""
    if len(own) < 2 or any(_ACTS_AS_HOUSE.match(text, end) for _, end in own[:1]):
        return set()
    spoken = _the_shares().search(text, own[1][1])
    last = [span for span in spans if spoken is not None and span[1] <= spoken.start()][-1:]
    return set(own) if last and last[0] in own else set()


def with_form(text: str, end: int) -> int:
    """Where the name of a company ends with the words for its form: "Hartalega Holdings Bhd"; not the stop of a sentence."""
    abbreviated = text[end : end + 2] == ". " and text[end + 2 : end + 3].islower() and text.endswith(_ABBREVIATED, 0, end)
    end += abbreviated  # "Cathay Financial Holding Co. rose"
    form = _FORM_BEHIND.match(text, end) if text[end : end + 1] in (" ", ",") else None
    behind = form.end() if form is not None else end
    return behind - (text[behind - 1] == "." and (text[behind : behind + 1] != " " or text[behind + 1 : behind + 2].isupper()))


def states_price(text: str, end: int) -> bool:
    """Whether a statement of a price or of its move follows a name that ends at ``end``."""
    return _price().match(text, end) is not None


def aside_between(text: str, start: int, end: int) -> bool:
    """Whether only an aside with a participle parts two names of a list: "BP, buoyed by firmer crude, and Shell"."""
    return end - start < 100 and _OVER_ASIDE.fullmatch(text, start, end) is not None


def _lists(text: str, spans: list[Span]) -> list[list[Span]]:
    groups: list[list[Span]] = []
    for span in spans:
        if groups and (_LINK.fullmatch(text, groups[-1][-1][1], span[0]) or aside_between(text, groups[-1][-1][1], span[0])):
            groups[-1].append(span)
        else:
            groups.append([span])
    return groups


@cache
def _sized_noun() -> re.Pattern[str]:
    """A size and its noun in front of whose it is: "hit by a 2% drop in Target"."""
    noun = any_of(nouns_of_direction())
    size = r"\d ?(?:%|per ?cent|pct|-?percent)"
    return re.compile(
        rf"(?:{size} (?:\w+ )?{noun} (?:in|for|by|at|of)|{noun} of \S*{size} (?:in|for|by)) (?:[a-z-]+ ){{0,3}}$", re.IGNORECASE
    )


def _in_a_row(text: str, start: int, end: int) -> bool:
    """Whether a name is the first cell of a line whose next holds a number, or of one with nothing but figures behind it."""
    if text[text.rfind("\n", 0, start) + 1 : start].strip(_BULLETS):
        return False
    return _CELL.match(text, end) is not None or _FIGURES_ALONE.match(text, end) is not None


def _evident(text: str, group: list[Span]) -> bool:
    first, last = group[0][0], with_form(text, group[-1][1])
    begins = text[max(first - 2, 0) : first].endswith(("\n", ". ", "• ", "; ", "- ", "* ", "– ")) or not first
    labelled = begins and (_LABELLED.match(text, last) or _HEADED.match(text, last) or _labels_price(text, last))
    opens = begins or text.startswith(("Both ", "both "), first - 5)
    return bool(
        labelled
        or (opens and (another := _ANOTHER.match(text, last)) and states_price(text, another.end()))
        or any(_called_a_share(text, end) for _, end in group)
        or _STOCK_NEXT.match(text, last)
        or _CLOSED_AT.match(text, last)
        or _sent().match(text, last)
        or _coordinated().match(text, last)
        or _posted().match(text, last)
        or (len(group) > 1 and _verb_alone().match(text, last))
        or _stated(text, first, last)
        or ((ticker := _TICKER.match(text, last)) and states_price(text, ticker.end()))
        or (_CLOSES.match(text, last) and _sized_noun().search(text, max(first - 60, 0), first))
        or (_LISTED_SIZE.match(text, last) and _LISTED_BEFORE.search(text[max(first - 40, 0) : first]))
        or _BEFORE.search(text[max(first - 40, 0) : first])
    )


def _called_a_share(text: str, end: int) -> bool:
    """Whether a symbol, a word for shares, a rating or a size in brackets stands right behind a name."""
    return any(said.match(text, end) is not None for said in (_SYMBOL, _SHARES, _RATED, _SIZED))


def _stated(text: str, first: int, last: int) -> bool:
    """Whether what a price did is told behind a name, in its relative clause, or behind it as an apposition."""
    if any(said().match(text, last) is not None for said in (_price, _price_beyond, _participial, _relative)):
        return True
    aside = _APART.match(text, last)
    if aside is not None and _price_beyond().match(text, aside.end()):
        return True  # "Target, which sells groceries too, was the worst of the lot with a loss of 4%"
    if _in_apposition(text, first, last) and states_price(text, last + 1):
        return True
    if text.startswith("? ", last):
        return states_price(text, last + 1)  # "And Target? Up 2%"
    return text.startswith(", which ", last) and states_price(text, last + 7)


def _labels_price(text: str, last: int) -> bool:
    """ "Target: fell 3.3% to $140": a name that labels a statement of its price."""
    return text.startswith((": ", " – ", " — "), last) and states_price(text, text.index(" ", last + 1))


def _in_apposition(text: str, first: int, last: int) -> bool:
    """ "The two big banks, Intesa and UniCredit, lost 8% and 5%": between commas the names behind their description."""
    return text[max(first - 2, 0) : first] == ", " and text[last : last + 2] == ", "


@cache
def price_verbs() -> str:
    """A pattern of the words that say what a price did."""
    words = {w.text for w in vocabulary().values() if w.kind == "direction" and w.form in ("verb", "adverb", "adjective")}
    words = {word for word in words if " " not in word or word.partition(" ")[0] not in words}  # the pattern repeats
    words |= {w.text for w in vocabulary().values() if w.kind == "state"}
    return any_of(words)


@cache
def _price() -> re.Pattern[str]:
    """A verb of price with its number, or the number alone: "fell 2%", "was 2.4 percent lower", "2.3% to R55"."""
    return re.compile(
        rf"{_ASIDE}(?:,(?= (?:up|down|off)\b| \d[\d.]* ?(?:%|per ?cent\b|[pc] (?:better|higher|lower|dearer|weaker|firmer)))"
        rf"|{_AUXILIARY})"
        rf"(?: {price_verbs()})*(?: \w+ly|,? too,?|,? as well,?|,(?= by \d))?{_SESSION}{_PLACE}{_HEDGE}{_AMOUNT}",
        re.IGNORECASE,
    )


@cache
def _the_shares() -> re.Pattern[str]:
    """The shares of the company that a text is about: "the retailer's shares", "shares of the company", "Shares fell"."""
    return re.compile(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:local |ordinary |(?!(?:country|nation|market|index|exchange|city)['’])[a-z-]+['’]s )?"
        r"(?:shares|stock|share price)\b(?! (?:market|exchange|of|in)\b)"
        r"|\b[Ss]hares (?:of|in) the (?:[a-z-]+ )?(?:company|group|firm|bank|giant|chain|airline|utility|[a-z]+er|[a-z]+or)\b"
        rf"|(?:(?<=\. )|(?<=\n))Shares (?:(?:also|later|then) )?(?:were|are|{price_verbs()})\b"
    )


@cache
def _sent() -> re.Pattern[str]:
    """News that moved the shares of the company named: "announced a buyback, sending its shares up 3%"."""
    verbs = any_of(w.text for w in vocabulary().values() if w.kind == "direction" and w.form == "causative")
    news = r"(?:[^.;\n]|\.\d|\. (?:That|This|It|The (?:news|move|deal|report))\b){1,120}?"
    return re.compile(rf"(?:['’]s)?{news}\b{verbs} (?:the|its) (?:shares|stock|share price)\b(?! market)")


@cache
def _coordinated() -> re.Pattern[str]:
    """What a price did behind other news of its company: "warned on profit and fell 3.2%", "; it rose 3%"."""
    said = r"(?:said|says|sees|expects|forecasts|predicts|reported|reports)"
    past = any_of({*vocabulary_of("word", "past"), "cut", "bought", "sold", "lost"})  # those told of prices as well
    acted = rf"(?: also| has| had)? (?:[a-z]+ed|{past})\b"
    more = rf"(?: (?!{said}\b)[a-z\d'’%-]+,?){{0,14}}? (?:and|but)"
    next_ = r"(?: [a-z\d'’%-]+,?){0,14}?(?:; (?:it|shares)|\. Shares)"
    before = rf"{acted}(?:(?<!reported){more}|{next_})"
    return re.compile(rf"{before}{_AUXILIARY} {price_verbs()}{_SESSION}{_HEDGE}{_AMOUNT}")


@cache
def _posted() -> re.Pattern[str]:
    """A noun of direction with its size behind a verb for it: "posted a gain of 3.2%", not "a gain of 3.2% in sales"."""
    noun = any_of(nouns_of_direction())
    verb = any_of({*verbs_of("having"), "managed", "had"})
    ends = r"(?=[.,;)\n]| (?:to|at|on|by|after|as|while|and)\b)"
    return re.compile(rf"(?: also)? {verb} an? (?:{noun} of{_AMOUNT}|\d[\d.,]* ?(?:%|per ?cent|pct) {noun}){ends}")


@cache
def _price_beyond() -> re.Pattern[str]:
    """A size and the price that it led to behind other words, or a noun of direction: "could not escape and ended 8.7% weaker
    at 16.99", "Target's 2% rise", "the exception with a rise of 2%".
    """
    noun = any_of(nouns_of_direction())
    return re.compile(
        rf"(?:{_LED_TO}|{_SET_OFF}|{_DAY}|['’]s?{_AMOUNT} {noun}\b"
        rf"|,?(?: (?:the index|(?!{_HOUSE})[a-z]+|(?<=the )[A-Z]\w+(?: (?:50|100|30|225|200))?)){{0,8}}"
        rf"(?: with|[:;]) an? (?:\w+ )?{noun} of{_AMOUNT})"
    )


@cache
def _participial() -> re.Pattern[str]:
    """What a share did behind what it was: "was the worst of the blue chips, falling by 10.94%"."""
    verbs = any_of(word.text for word in vocabulary().values() if word.kind == "direction" and word.text.endswith("ing"))
    return re.compile(rf"(?: (?!{_HOUSE})[a-z][a-z'’-]*){{2,9}}, {verbs}{_HEDGE}{_AMOUNT}")


@cache
def _relative() -> re.Pattern[str]:
    """What a relative clause says of a share: "led by Target, which lost 2 percent"."""
    return re.compile(rf",? which{_AUXILIARY}(?: \w+ly)? {price_verbs()}{_HEDGE}{_AMOUNT}")


@cache
def _verb_alone() -> re.Pattern[str]:
    return re.compile(rf"{_ASIDE}{_AUXILIARY} {price_verbs()}\b", re.IGNORECASE)
