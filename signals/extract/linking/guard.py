"""Names of shares that mean something else as well, "Target", "Next", "Citi": evidence in the text that the share is meant.

Evidence is a symbol in brackets, a word for shares beside the name, or a statement of its price: "Target was 2.4% lower",
but not "Target sales rose" and not "Citi raised its forecast"; "UBS could not escape and ended 8.7% weaker at 16.99", "Target's
2% rise". Names in a list share their evidence.
"""

from __future__ import annotations

import re

from signals.extract.linking.price_statements import (
    HOUSE,
    coordinated,
    fronted,
    goes_on,
    of_results,
    participial,
    posted,
    price_beyond,
    price_told,
    relative,
    sent,
    sized_noun,
    sized_up,
    the_shares,
    turned,
    verb_alone,
)

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
# "A price target of $90 on Target", "upgraded Target", "Target's price target", "Target: Acme raises target".
_TARGETED = re.compile(
    r"(?:\b(?:price target|target price|price objective|target|coverage)s?(?: of \S+(?: [a-z]{3,7})?)? (?:on|for|of) (?:the )?"
    r"|\b(?:up|down)grad(?:ed|es|ing) )\Z"
)
_HAS_TARGET = re.compile(
    r"['’]s? (?:[\w-]+-(?:month|year) )?(?:price target|target price|price objective)"
    r"|: (?:[A-Z][\w&.]*(?: [A-Z][\w&.]*){0,2} )(?:raise|cut|lift|lower|trim|up|hike|slash|boost|reduce|nudge)s?"
    r" (?:price )?target"
    r"| (?:had its|price target|target price|target (?:raised|cut|lifted|lowered)) "
    r"| (?:(?:a|at|on|as|to) )?['\"“‘]?(?:[Bb]uy|[Hh]old|[Ss]ell|[Nn]eutral|(?:[Oo]ut|[Uu]nder)perform"
    r"|(?:[Oo]ver|[Uu]nder)weight)\b['\"”’]?[ ,]"
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
_OPENS = r"[Aa]t|[Bb]y|[Ii]n|[Oo]n|[Aa]fter|[Bb]efore|[Ww]ithin|[Ss]till|[Yy]et|[Ss]o|[Ee]ven"
_OPENING = rf"(?:(?:And |But )?(?:{_OPENS})\b{_REST}{{0,40}}? )?"
_NEXT = rf"{_REST}{{0,60}}[.\n]\s*{_ON_IT}{_OPENING}"
_STOCK_NEXT = re.compile(
    r"(?! (?:(?:down|up)grade[ds]?|initiate[ds]|reiterate[ds]|start(?:s|ed) coverage|resume[ds] coverage)\b)"
    rf"(?:(?:{_NEXT}(?:Investors (?:sold|dumped|bought) )?(?:[Tt]he|[Ii]ts)(?: [a-z-]+['’]s?)?"
    r"|[^.,;\n]{0,80}(?: and|[;:]|, and| but|, but|,? yet)(?: saw| watched)? (?:the|its)"
    r"|(?:[^.;\n]|\.\d){0,120}; (?:the|its))"
    rf" (?:stock|shares|share price)\b(?! of )|{_REST}{{0,60}}[.\n]\s*Shares (?:of|in) the [a-z-]+ [a-z])"
)
_SHARES = re.compile(
    _FORM + r"(?:['’]s?|, whose)?(?: \w+| (?-i:[A-Z])\w+(?: \w+)?-listed)? (?:shares?|stocks?|share price|ADRs?|depositary)\b"
)
_APART = re.compile(
    r", (?:which|who|whose|an?|the)\b(?:[^,.;\n]|[.,]\d){3,80},"
    r"(?= (?:was|were|is|are|came|led|ended|finished|closed|did|fared)\b)"
)
# "Deutsche Bank: 8.67 euros", "Commonwealth Bank: 10.0 per cent down".
_LABELLED = re.compile(
    r": ?[-+−]?(?:(?:[A-Z]{0,3}[$€£¥₹]|Rs\.? ?)\d"
    r"|\d[\d.,]* ?(?:%|(?:per ?cent|pct|pence|p|euros?|dollars|rupees|yen|cents?)\b))"
)
_CELL = re.compile(r"(?: \([A-Z0-9.:]{1,10}\))?(?: {2,}| ?[\t|] ?)(?:[A-Z]{0,3}[$€£] ?)?[-+−–▲▼↑↓]?[ ]?\d")
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
_ACTS_AS_HOUSE = re.compile(rf"(?:['’]s? \w+)? {HOUSE}")
# "Starbucks — The coffee chain added 2%", "Micron (MU) – Shares climbed 4%", "Target: profit off 24%, shares off 2%".
_HEADED = re.compile(
    r"(?: \([^()\n]{1,12}\))? ?[—–:-] ?(?:(?:The|Shares|Its|Stock|U\.?S\.?-listed)\b"
    r"|[^.\n]{1,80}[,;] (?:the |its )?(?:shares|stock)\b)[^\n]{0,120}?\d ?(?:%|per ?cent\b|pct\b)"
)
# "Gained 4.2 percent and Santander 3.9": the size of a list whose unit and verb were said before.
_LISTED_BEFORE = re.compile(r"\d ?(?:%|per ?cent|pct|percent)(?: (?:to|at) \S+)?,? (?:and |while )?$")
# "HSBC and the FTSE 100 rose 0.6% and 1.3%".
_ANOTHER = re.compile(
    r" and (?:the )?(?:[A-Z0-9][\w&.'’-]*(?: [A-Z0-9][\w&.'’-]*){0,3}|gold|silver|copper|crude|oil|bitcoin)(?= )"
)
_LISTED_SIZE = re.compile(r" \d{1,2}\.\d{1,2}(?=[;,)\n]|\.(?!\d)| (?:and|to|while)\b)")
_SIZED = re.compile(
    r" \((?:[$€£]?\d[\d.,]*(?:p| [a-z]{3,6})?,? )?(?:(?:up|down|off) [^()\n]{0,4}\d[^()\n]{0,12}"
    r"|[-+−]?\d[\d.,]* ?(?:%|per ?cent|pct)(?: (?:up|down|higher|lower|firmer|weaker|stronger|softer))?)"
    r"(?:(?:,? (?:at|to)|,) [^()\n]{1,16})?\)"
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
    spoken = the_shares().search(text, own[1][1])
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
    return price_told().match(text, end) is not None


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
        or sent().match(text, last)
        or coordinated().match(text, last)
        or posted().match(text, last)
        or (len(group) > 1 and verb_alone().match(text, last))
        or _stated(text, first, last)
        or ((ticker := _TICKER.match(text, last)) and states_price(text, ticker.end()))
        or (not of_results().match(text, last) and sized_noun().search(text, max(first - 80, 0), first))
        or _HAS_TARGET.match(text, last)
        or _TARGETED.search(text, max(first - 50, 0), first)
        or fronted().search(text, max(first - 100, 0), first)
        or goes_on().match(text, last)
        or (text.startswith(" it ", last) and text.endswith(("For ", "for "), 0, first) and states_price(text, last + 3))
        or (_LISTED_SIZE.match(text, last) and _LISTED_BEFORE.search(text[max(first - 40, 0) : first]))
        or _BEFORE.search(text[max(first - 40, 0) : first])
    )


def _called_a_share(text: str, end: int) -> bool:
    """Whether a symbol, a word for shares, a rating or a size in brackets stands right behind a name."""
    return any(said.match(text, end) is not None for said in (_SYMBOL, _SHARES, _RATED, _SIZED))


def _stated(text: str, first: int, last: int) -> bool:
    """Whether what a price did is told behind a name, in its relative clause, or behind it as an apposition."""
    if any(
        said().match(text, last) is not None for said in (price_told, price_beyond, turned, sized_up, participial, relative)
    ):
        return True
    aside = _APART.match(text, last)
    if aside is not None and price_beyond().match(text, aside.end()):
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
