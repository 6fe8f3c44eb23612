"""What the press says of a share's price behind or before its name, as patterns: evidence that the share is meant."""

from __future__ import annotations

import re
from functools import cache

from signals.extract.text.words import any_of, nouns_of_direction, verbs_of, vocabulary, vocabulary_of

_ASIDE = r"(?: for (?-i:[A-Z])[a-z]+(?: (?:delivery|shipment))?)?(?: \([^()\n]{1,40}\))?(?:, (?:[^,.;\n]|[.,]\d){3,80},)?"
# "Ended the regular session at".
_SESSION = r"(?: (?:the (?:regular |normal |cash |main |day's )?|regular |normal )(?:session|trading|trade|day|week))?"
# "Opened on the Nasdaq at", but not "on Tuesday added $15 to its forecast".
_PLACE = (
    r"(?: (?:on|in) (?:the )?(?-i:(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov"
    r"|Dec)[A-Z]\w+(?: [A-Z]\w+){0,3}))?"
)
_CHANGED = r"(?:extend|widen|cut|pare|trimm?|narrow|reduce|halve|deepen|add|increase|continue|resume|prolong)(?:s|d|ed|ing)?"
_RUN = r"(?:gains?|losses|loss|advance|decline|rally|slide|fall|rise|drop|climb|descent|run)"
_WAY = r"(?:higher|lower|up|down|firmer|weaker|stronger|softer|better|worse|ahead|off)"
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
HOUSE = (
    r"(?:sa(?:id|ys)|sees?|saw|expect\w*|forecast\w*|predict\w*|rais\w+|cut\w*|lower\w+|lift\w+|targets?|estimat\w+|views?"
    r"|analysts?|economists?|strategists?|told|wrote|rates?|bought|sold|owns?|stakes?|fund\w*|index|lends?|lent|its)\b"
)
_LED_TO = rf"(?: (?!{HOUSE})[a-z][a-z'’-]*){{1,6}}{_AMOUNT}(?: [a-z]+)? (?:to|at) (?:[$€£¥₹]|[A-Z]{{1,3}} ?\$?|Rs\.? ?)?\d"
_PRICE = r"(?:[$€£¥₹]|[A-Z]{1,3} ?\$?|Rs\.? ?)?\d[\d.,]*p?"
# "Was out in front, 22.7 percent to the better".
_SET_OFF = (
    rf"(?:: (?:[-+−]|minus |plus )\d[\d.,]* ?(?:%|per ?cent)"
    rf"|(?: (?!{HOUSE})[a-z][a-z'’-]*){{1,6}} at {_PRICE}, (?:[-+−]|minus |plus )\d[\d.,]* ?(?:%|per ?cent)"
    rf"|(?: (?!{HOUSE})[a-z][a-z'’-]*){{1,6}} \((?:[-+−]|up |down )\d[\d.,]* ?(?:%|per ?cent|pct)"
    rf"|(?: (?:the index|(?!{HOUSE})[a-z][a-z'’-]*)){{1,6}}, (?:(?:up|down|off) \d[\d.,]* ?(?:%|per ?cent)"
    r"|\d[\d.,]* ?(?:%|per ?cent) (?:up|down|higher|lower|firmer|weaker|stronger|softer|to the (?:good|bad|better))\b))"
)
# "Macquarie had another rotten day, it was down 89 cents".
_DAY = (
    r"(?: (?:had|has had|endured|enjoyed|suffered) (?:an?|another|its|their)(?: [a-z-]+){0,3}"
    r" (?:day|session|morning|afternoon|week|month|time|run|ride)(?:[,:;]| [—–-])(?: (?:it|they|and|the (?:shares|stock)))?"
    rf"(?: (?!{HOUSE})[a-z]+){{0,2}}{_AMOUNT})"
)


@cache
def _hedge() -> str:
    """A pattern of the words between a verb and its size: "by", "as much as", "at least", "a whopping"."""
    words = "by|more|less|than|another|further|additional|as|much|up|down|at|to|the|little|bit|well|close|maximum|barely"
    kind = "an? (?:whopping|staggering|massive|hefty|dizzying|meagre|paltry|solid|healthy|mere|good|full|total of|[a-z]+ed)"
    return rf"(?: (?:{words}|{kind}|an?|{any_of(vocabulary_of('prep', 'around'))}))*"


@cache
def sized_noun() -> re.Pattern[str]:
    """A size and its noun in front of whose it is: "hit by a 2% drop in Target", "gains of 3% in Shell and 2% in Target"."""
    noun = any_of(nouns_of_direction())
    size = r"\d ?(?:%|per ?cent|pct|-?percent)"
    return re.compile(
        rf"(?:{size} (?:\w+ )?{noun} (?:in|for|by|at|of)|{noun} of \S*{size} (?:in|for|by)"
        rf"|{noun} of \S*{size} (?:in|for) [^.;:]{{2,60}}(?:,| and| and of|, of) \S*{size} (?:in|for)) (?:[a-z-]+ ){{0,3}}$",
        re.IGNORECASE,
    )


@cache
def of_results() -> re.Pattern[str]:
    """Figures of the company behind its name: "a 3% fall in Target's quarterly sales"."""
    return re.compile(rf"['’]?s?(?: [a-z-]+){{0,2}} {_figures()}\b")


@cache
def fronted() -> re.Pattern[str]:
    """A size that opens a sentence, and whose it is: "Down 3%, Target", "Falling 3% to $140, Target", "With a loss of 3%, "."""
    verbs = any_of(w.text.capitalize() for w in vocabulary().values() if w.kind == "direction" and w.text.endswith("ing"))
    opening = rf"(?:(?:Up|Down|Off|{verbs}){_hedge()}{_AMOUNT}|With an? (?:[a-z]+ )?{any_of(nouns_of_direction())} of{_AMOUNT})"
    return re.compile(rf"(?:\A|[.;\n] ?){opening}[^.;\n]{{0,30}}, (?:the )?(?:[a-z-]+ )?\Z")


@cache
def goes_on() -> re.Pattern[str]:
    """News, then what the price did in a sentence of its own: "warned on profit. It fell 3% to $140", "Shares fell 3%"."""
    rest = r"(?:[^.\n]|\.\d|[ap]\.m\.)"
    return re.compile(
        rf"(?! (?:(?:down|up)grade[ds]?|initiate[ds]|reiterate[ds]|start(?:s|ed)|resume[ds])\b)"
        rf"(?! {_figures()}\b){rest}{{0,80}}\. (?:It|Shares)"
        rf"{auxiliary()} {price_verbs()}{_hedge()}{_AMOUNT}{_ends()}"
    )


@cache
def auxiliary() -> str:
    """A pattern of the words between a name and its verb that say nothing of the price: "has", "also", "in turn", "duly"."""
    words = (
        r"was|were|is|are|been|has|have|had|also|then|both|all|each|now|just|since|itself|later|last|respectively|still|even"
    )
    more = r"already|again|earlier|at times|at first|at one (?:stage|point|time)|(?:managed|continued|went on) to|[a-z]{2,}ly"
    neutral = r"too|instead|however|meanwhile|likewise|nonetheless|nevertheless|therefore|overall|alone"
    return rf"(?: (?:{words}|{more}|{neutral}|{any_of(vocabulary_of('compound', 'adverbial'))}))*"


@cache
def price_verbs() -> str:
    """A pattern of the words that say what a price did."""
    forms = ("verb", "adverb", "adjective", "path", "sized")
    words = {w.text for w in vocabulary().values() if w.kind == "direction" and w.form in forms}
    words = {word for word in words if " " not in word or not words.issuperset(word.split(" "))}  # the pattern repeats
    words |= {w.text for w in vocabulary().values() if w.kind == "state"}
    return any_of(words)


@cache
def price_told() -> re.Pattern[str]:
    """A verb of price with its number, or the number alone: "fell 2%", "was 2.4 percent lower", "2.3% to R55"."""
    return re.compile(
        rf"{_ASIDE}(?:,(?= (?:up|down|off)\b| \d[\d.]* ?(?:%|per ?cent\b|[pc] (?:better|higher|lower|dearer|weaker|firmer)))"
        rf"|{auxiliary()})"
        rf"(?: {price_verbs()})*(?: \w+ly|,? too,?|,? as well,?|,(?= by \d))?{_SESSION}{_PLACE}{_hedge()}{_AMOUNT}",
        re.IGNORECASE,
    )


@cache
def turned() -> re.Pattern[str]:
    """What was done to a share, or a size with its way behind any other verb: "was lifted 3%", "powered 3% higher", "extended
    its losses by 3%", "reversed early gains to end 3% lower"; not "reported sales 3% higher".
    """
    driven = any_of({w.text for w in vocabulary().values() if w.kind == "direction" and w.form == "causative"} | {"sold"})
    moved = rf"(?:,? (?:up|down|off)| with an? {any_of(nouns_of_direction())} of)?{_hedge()}{_AMOUNT}"
    return re.compile(
        rf"{auxiliary()} (?:(?:was|were|been|being) {driven}(?: (?:up|down|back))?{_hedge()}{_AMOUNT}"
        rf"|{_CHANGED} (?:to )?(?:(?:its|their|early|earlier) )*{_RUN}{moved}){_ends()}"
        rf"|{_word()}{{1,6}}{_AMOUNT} {_WAY}{_ends()}"
        rf"| {price_verbs()}{_word()}{{0,6}} (?:to|and) {price_verbs()}{_hedge()}{_AMOUNT}"
    )


@cache
def sized_up() -> re.Pattern[str]:
    """A percentage that a noun of direction or a rank gives its way, behind any verb: "bucked the trend with a 3% rise",
    "sat on gains of 3%", "led the gainers with 3%", "left 3% on the ground"; not "posted a 3% rise in sales".
    """
    noun = any_of({*nouns_of_direction(), "hit", "knock", "blow", "beating"})
    size = r"[\w.,]+(?: ?%|[ -]per ?cent\b| pct\b)"
    told = rf"(?:an? |the )?(?:[a-z-]+ )?(?:{noun} of{_hedge()} {size}|{size} {noun})"
    left = rf"{auxiliary()} left{_hedge()} {size}(?= on the | behind)"
    named = rf"{_word()}{{1,7}} (?:{told}|with {size})| with (?:minus |plus )?{size}"
    return re.compile(rf"(?:{named}|{_word()}{{1,9}}, (?:up|down|off) {size}|{left}){_ends()}")


@cache
def _figures() -> str:
    """A pattern for what has figures that are no prices: "sales", "inflation"."""
    return any_of(vocabulary_of("other", "company") | vocabulary_of("other", "macro"))


@cache
def _ends() -> str:
    """A pattern for where a size ends that is of nothing else: not "3% in quarterly sales"."""
    links = "at|to|on|in|by|after|as|while|and|from|for|but|this|so|when|with|amid|before|following|behind"
    return rf"(?=[.,;:)\n]|$| (?:{links})\b(?! (?:average\b|its\b|(?:[a-z-]+ ){{0,2}}{_figures()}\b)))"


@cache
def _word() -> str:
    """A pattern for a word that neither a house in front of figures nor figures that are no prices are told by."""
    return rf"(?: (?!{HOUSE}|{_figures()}\b)[a-z][a-z'’-]*)"


@cache
def the_shares() -> re.Pattern[str]:
    """The shares of the company that a text is about: "the retailer's shares", "shares of the company", "Shares fell"."""
    return re.compile(
        r"\b(?:[Tt]he|[Ii]ts|[Tt]heir) (?:local |ordinary |(?!(?:country|nation|market|index|exchange|city)['’])[a-z-]+['’]s )?"
        r"(?:shares|stock|share price)\b(?! (?:market|exchange|of|in)\b)"
        r"|\b[Ss]hares (?:of|in) the (?:[a-z-]+ )?(?:company|group|firm|bank|giant|chain|airline|utility|[a-z]+er|[a-z]+or)\b"
        rf"|(?:(?<=\. )|(?<=\n))Shares (?:(?:also|later|then) )?(?:were|are|{price_verbs()})\b"
    )


@cache
def sent() -> re.Pattern[str]:
    """News that moved the shares of the company named: "announced a buyback, sending its shares up 3%"."""
    verbs = any_of(w.text for w in vocabulary().values() if w.kind == "direction" and w.form == "causative")
    news = r"(?:[^.;\n]|\.\d|\. (?:That|This|It|The (?:news|move|deal|report))\b){1,120}?"
    shares = r"(?:the|its) (?:shares|stock|share price)\b(?! market)"
    given = rf"with an?(?: {any_of(nouns_of_direction())} of)?{_AMOUNT}"
    sized = rf"it(?:(?: (?:up|down|back))?{_hedge()}{_AMOUNT}| {given})"
    return re.compile(rf"(?:['’]s)?{news}\b{verbs} (?:{shares}|{sized})")


@cache
def coordinated() -> re.Pattern[str]:
    """What a price did behind other news of its company: "warned on profit and fell 3.2%", "; it rose 3%"."""
    said = r"(?:said|says|sees|expects|forecasts|predicts|reported|reports)"
    past = any_of({*vocabulary_of("word", "past"), "cut", "bought", "sold", "lost"})  # those told of prices as well
    acted = rf"(?: also| has| had)? (?:[a-z]+ed|{past})\b"
    more = rf"(?: (?!{said}\b)[a-z\d'’%-]+,?){{0,14}}? (?:and|but)"
    next_ = r"(?: [a-z\d'’%-]+,?){0,14}?(?:; (?:it|shares)|\. Shares)"
    before = rf"{acted}(?:(?<!reported){more}|{next_})"
    return re.compile(rf"{before}{auxiliary()} {price_verbs()}{_SESSION}{_hedge()}{_AMOUNT}")


@cache
def posted() -> re.Pattern[str]:
    """A noun of direction with its size behind a verb for it: "posted a gain of 3.2%", not "a gain of 3.2% in sales"."""
    noun = any_of(nouns_of_direction())
    verb = any_of({*verbs_of("having"), "managed", "had"})
    return re.compile(rf"(?: also)? {verb} an? (?:{noun} of{_AMOUNT}|\d[\d.,]* ?(?:%|per ?cent|pct) {noun}){_ends()}")


@cache
def price_beyond() -> re.Pattern[str]:
    """A size and the price that it led to behind other words, or a noun of direction: "could not escape and ended 8.7% weaker
    at 16.99", "Target's 2% rise", "the exception with a rise of 2%".
    """
    noun = any_of(nouns_of_direction())
    return re.compile(
        rf"(?:{_LED_TO}|{_SET_OFF}|{_DAY}|['’]s?{_AMOUNT} {noun}\b"
        rf"|,?(?: (?:the index|(?!{HOUSE})[a-z]+|(?<=the )[A-Z]\w+(?: (?:50|100|30|225|200))?)){{0,8}}"
        rf"(?: with|[:;]) an? (?:\w+ )?{noun} of{_AMOUNT})"
    )


@cache
def participial() -> re.Pattern[str]:
    """What a share did behind what it was: "was the worst of the blue chips, falling by 10.94%"."""
    verbs = any_of(word.text for word in vocabulary().values() if word.kind == "direction" and word.text.endswith("ing"))
    return re.compile(rf"(?: (?!{HOUSE})[a-z][a-z'’-]*){{1,9}}, {verbs}{_hedge()}{_AMOUNT}")


@cache
def relative() -> re.Pattern[str]:
    """What a relative clause says of a share: "led by Target, which lost 2 percent"."""
    return re.compile(rf",? which{auxiliary()}(?: \w+ly)? {price_verbs()}{_hedge()}{_AMOUNT}")


@cache
def verb_alone() -> re.Pattern[str]:
    """A verb of price without its size: "Citi and UBS both fell"."""
    return re.compile(rf"{_ASIDE}{auxiliary()} {price_verbs()}\b", re.IGNORECASE)
