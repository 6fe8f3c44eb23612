"""What a move is measured from, by the time expressions of its clause and its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from signals.extract.text.folding import holds_any
from signals.extract.text.issues import ISSUE_PRICE
from signals.extract.times.basis import basis_of
from signals.extract.times.expression import TimeExpression
from signals.extract.times.figures import Figures, Span, dates_move, distance, extreme_after, possesses, sizes_another
from signals.extract.times.headed import headed
from signals.extract.times.home import exchange_of
from signals.extract.times.news import NEWS, from_before_news, led_by_news, on_news
from signals.extract.times.periods import ends_period, named_before, named_behind
from signals.extract.times.reference import Reference
from signals.extract.times.resolution import Resolver
from signals.extract.times.running import as_it_stands, month_over, year_over
from signals.extract.times.scope import Clause, dates_other
from signals.extract.times.sessions import previous_session
from signals.instruments.master import Instrument
from signals.records import Basis

_WITHIN_DAY = re.compile(r"\b(?:day|session|intraday|intra-day|morning|afternoon|overnight|earlier)\b", re.IGNORECASE)
_CLOSING = re.compile(r"(?:it |they )?(?:clos|end|finish|settl)\w+ (?!(?:down|back|off)\b)")  # "before closing little changed"
_BEFORE = re.compile(r"[\s,;–—-]+before ")
_WHERE = re.compile(r"[^.,;:()\n]{0,25}\b(?P<where>(?:below|above|under|over|from) where (?:it|they|he|she|we|the)\b)")
_LISTINGS = ("debut", "price", " offer", " IPO", "first day", "first session", "which they", "which it", "which the")
_AMERICAN = ("America/New_York", "America/Chicago")
_BEGUN = {"month": "mtd", "year": "ytd"}
_SINCE_THEN = re.compile(
    r"[^.,;:()\n]{0,25}\b(?P<since>since)(?=[.,;:)\n]|\Z"
    r"| (?:hit|touch|reach|sett|peak|bottom)\w*ing (?:a|an|its|the|at) [^.;]{4,40}(?:[.;\n]|\Z))"
)
_SINCE_EVENT = re.compile(
    r"(?: (?:higher|lower|dearer|cheaper|firmer|weaker|stronger))?"
    r"(?: (?:of|in) (?:its )?[a-z]+| (?:against|versus|on) (?:the )?[\w.]+(?: [a-z]+)?)?,?"
    r" (?P<since>since) (?=(?:the|its|their|his|a|an) |[A-Z])"
)
_GOES_ON = re.compile(r", (?:an? |up |down |off |[-+\d$€£]|[a-z]+ing )")  # no verb of its own: "closed the week at 82, up 3%"
_TO_END = re.compile(r"\bto (?:end|close|finish|wrap up|round off)(?: out)? (?:the |its )?\Z")
_LED_SINCE = re.compile(r"[\s\"“”]*(?:Ever )?(?P<since>[Ss]ince) (?=[A-Za-z])")  # "Since the war began it has lost"
# What makes a "since" one of time: news without a verb of its own, or a tense that leads up to now right before the move;
# "Since gas was dear, ore fell 2%" gives a reason.
_FROM_ITS_PEAK = re.compile(  # "From its peak of $1,923.70, gold has lost 29%"
    r"\W*(?P<since>(?:From|Since) (?:its|their|that|the) (?:[\w-]+ ){0,3}?(?:peak|high|record|top))\b"
)
_AN_EVENT = re.compile(
    rf"(?:the|its|their|his|that|this|[A-Z][\w.]+['’]s)(?: [\w'’-]+){{0,4}}? {NEWS}\b"
    r"(?! (?:was|were|is|are|had|has|have|would|could|did|[a-z]+ed)\b)"
)
_NOUN_ALONE = re.compile(  # "since its listing", but no "since the market was short"
    r"(?:the|its|their|his|an?)(?: (?!(?:was|were|is|are|had|has|[a-z]+ed)\b)[\w'’-]+){1,3}(?=[.,;:)\n]|\Z)"
)
_TO_NOW = re.compile(r"(?:\b(?:has|have|had|is|are|been|now)\b|['’](?:s|ve|d)\b)[^,.;:\d]{0,40}\Z")
_SAME_MONTH = "same month "  # of a contract: "crude for the same month ended up $3.04"
_SHORT = 12  # characters of a preposition and an article
_OPENING = re.compile(
    r"[\s.,;:]*(?:(?:For|Over|In|During|for|over|in|during) (?:the|an?|its)|It (?:was|has been) an?) [a-z-]+ (?:trading )?$"
)
_IN_TOTAL = re.compile(r"\b(?:an? (?:total of|combined|cumulative|cumulated)|in total|all told) \Z")  # of a run of sessions
_NEAR = 30  # characters behind "since" in which a time says since when
_OF_EXTREME = re.compile(r"(?:[\w'’-]+ ){1,3}?(?:peak|record|highs?|lows?|trough|top|bottom)\b")  # "since May's record"
_SO_FAR = re.compile(r"\b(?:has|have|is|are)\b|['’](?:s|ve)\b")  # "has lost a quarter in August", told on its last day
_PERFECT = re.compile(r"\b(?:has|have|had|is|are|been|now|still)\b|['’](?:s|ve)\b")

# The price that buyers of a listing paid, behind the move in its clause; the first day before it.
_ISSUED = re.compile(
    r"(?:(?!\b(?:but|and|while|as)\b)[^;:\n]){0,40}?(?:\b(?:above|below|over|under|against|versus|vs|than|from|to|on"
    r"|short of|adrift of)\b (?:\S+ ){0,4}?"
    + ISSUE_PRICE
    + r"|\b(?:at|for) which (?:they|it|the shares) (?:was|were|had been) (?:sold|offered|priced)"
    r"|\b(?:[Oo]n|[Ii]n|at) (?:its|their|the|a)? ?(?:[\w-]+ ){0,3}(?:debut(?! of)|first (?:day|session) (?:of|as|on|in)\b))"
)
_FIRST_DAY = re.compile(
    r"\b(?:(?:made|making) (?:its|their|an?) (?:\w+ ){0,3}debut|(?:[Oo]n|[Ii]n) (?:its|their) (?:[\w-]+ ){0,3}debut(?! of)"
    r"|(?:its|their) first (?:day|session)\b)[^.;:\n]{0,60}$"
)


class Measured(NamedTuple):
    """What a move is measured from, and the characters that say so; both None where the sentence states nothing."""

    basis: Basis | None = None
    span: Span | None = None


_ANNOUNCED = Measured("announcement")
_NOT_TOLD = Measured()


def basis_told(resolver: Resolver, figures: Figures, instrument: Instrument | None, at: str | None = None) -> Measured:
    """The basis that the sentence of a move states for it; none where it states none, or there is no move. ``at`` is when
    the statement holds.
    """
    if figures.move is None:
        return _NOT_TOLD
    if _turns_within_day(resolver, figures):
        return Measured("intraday")
    text, end = resolver.scope.text, figures.move[1]
    if from_before_news(text, end) or _on_news(resolver, figures, sized=True):
        return _ANNOUNCED
    if since := _since_told(resolver, figures.move):
        return Measured("since", since.span("since"))
    if (extreme := extreme_after(resolver.scope, figures)) and not _moves_off(text[slice(*figures.move)], extreme):
        return Measured("intraday" if _WITHIN_DAY.search(extreme["of"]) else "since", (extreme.start("of"), extreme.end()))
    if instrument is not None and instrument.instrument_class == "share" and _since_issue(resolver, figures.move):
        return Measured("since")
    return _by_expression(resolver, figures, figures.move, instrument, at)


def _by_expression(resolver: Resolver, figures: Figures, move: Span, instrument: Instrument | None, at: str | None) -> Measured:
    """As the time expressions of its sentence tell, the news, or the heading of its list."""
    known, text = resolver.reference(instrument), resolver.scope.text
    if at is not None and len(at) == 10 and known.day is not None and at < known.day.isoformat():
        known = replace(known, day=date.fromisoformat(at))  # "was at 97.50 on Tuesday, less than on Monday"
    for expression in _measures(resolver, figures):
        if text.startswith(_SAME_MONTH, expression.start) or dates_move(text, expression, figures):
            continue
        if sizes_another(text, expression, move):
            continue
        if possesses(text, expression, figures) is False:
            continue
        basis = _measured(expression, resolver, known, instrument)
        if basis is not None:
            return Measured(basis, (expression.start, expression.end))
    told = _without_time(resolver, figures, move)
    heading = headed(resolver.scope, move[0]) if told == _NOT_TOLD else None
    return told if heading is None else Measured(_measured(heading, resolver, known, instrument))


def _without_time(resolver: Resolver, figures: Figures, move: Span) -> Measured:
    """What a move is measured from where no time in its sentence says so: the period by whose name it goes, a level, news."""
    if named := _named(resolver, move):
        return Measured(named)
    text = resolver.scope.text
    if total := _IN_TOTAL.search(text, max(move[0] - _NEAR, 0), move[0]):
        return Measured("since", total.span())
    if where := _WHERE.match(text, move[1]):
        return Measured("since", where.span("where"))
    return _ANNOUNCED if _on_news(resolver, figures, sized=_in_percent(text[slice(*move)])) else _NOT_TOLD


def _since_issue(resolver: Resolver, move: Span) -> bool:
    """ "48% above the $34 IPO price", "rose 17% on its debut": a share's move from what its first buyers paid."""
    text, (start, end) = resolver.scope.text, resolver.scope.sentence(move[0])
    if not holds_any(text[start:end], _LISTINGS):
        return False
    return _ISSUED.match(text, move[1], end) is not None or _FIRST_DAY.search(text, start, move[0]) is not None


def _since_event(resolver: Resolver, move: Span) -> re.Match[str] | None:
    """ "Has gained 12% since the election", "is up 40% since it was approved": no "gained 2% since the market was short"."""
    text = resolver.scope.text
    since = _SINCE_EVENT.match(text, move[1])
    clauses = resolver.scope.clauses(move[0])
    if since is None:
        return None
    if _OF_EXTREME.match(text, since.end()) is None and resolver.scope.within(since.start(), since.end() + _NEAR):
        return None
    told = _AN_EVENT.match(text, since.end()) or _NOUN_ALONE.match(text, since.end())
    return since if told or _PERFECT.search(text, clauses[0].start, move[0]) else None


def _since_told(resolver: Resolver, move: Span) -> re.Match[str] | None:
    """The "since" of an event, behind a move or at the head of its sentence."""
    text, end = resolver.scope.text, move[1]
    behind = text.find("since", end, end + 50) >= 0
    told = (behind and (_SINCE_THEN.match(text, end) or _since_event(resolver, move))) or _led_since(resolver, move)
    return told or _FROM_ITS_PEAK.match(text, resolver.scope.sentence(move[0])[0], move[0])


def _led_since(resolver: Resolver, move: Span) -> re.Match[str] | None:
    """ "Since the previous decision the shekel has gained 5.9%": what opens the sentence, where no time of its own does."""
    text, start = resolver.scope.text, resolver.scope.sentence(move[0])[0]
    since = _LED_SINCE.match(text, start, move[0])
    if since is None or resolver.scope.within(since.start("since"), since.end()):
        return None
    event = _AN_EVENT.match(text, since.end()) or _NOUN_ALONE.match(text, since.end())
    return since if event or _TO_NOW.search(text, since.end(), move[0]) else None


def _moves_off(said: str, extreme: re.Match[str]) -> bool:
    """ "Slips from record", "bounces $15 off three-month low", "gaining 61 paise from its record closing low": a day's move,
    which only begins where the extreme was; "18% from its August peak" is measured from there.
    """
    away = extreme.group().lower().lstrip().startswith(("from", "off", "away from"))
    sized = any(c.isdigit() for c in said)
    return away and (
        not sized or "closing" in extreme["of"] or (said[:1] == "$" and extreme.group().lstrip().startswith("off"))
    )


def _in_percent(said: str) -> bool:
    return "%" in said or "cent" in said.partition("per")[2]


def _on_news(resolver: Resolver, figures: Figures, *, sized: bool) -> bool:
    """ "Sank within minutes of the statement", "Right after the verdict the rand jumped": what the news did; where a move is
    ``sized`` in percent, only what it did at once.
    """
    if figures.move is None:
        return False
    text, move = resolver.scope.text, figures.move
    number, clauses = resolver.scope.clause(move[0])
    end = clauses[min(number + 1, len(clauses) - 1)].end
    told = {move[1], max(move[1], figures.level[1] if figures.level is not None else 0)}  # "a cent on the news to $1.2755"
    if any(on_news(text, start, end, sized=sized) for start in told):
        return True
    return led_by_news(text, clauses[0].start, move[0], sized=sized)


def _turns_within_day(resolver: Resolver, figures: Figures) -> bool:
    """ "Climbed to 6,642 before easing to 6,592": a direction without a size, from the level that the day had reached."""
    text, scope = resolver.scope.text, resolver.scope
    if figures.level is None or figures.move is None or text.find("before ", *scope.sentence(figures.move[0])) < 0:
        return False
    if any(c.isdigit() for c in text[slice(*figures.move)]):
        return False
    number, clauses = scope.clause(figures.move[0])
    before = _BEFORE.match(text, clauses[number].start)
    return before is not None and _CLOSING.match(text, before.end()) is None


def _measures(resolver: Resolver, figures: Figures) -> Iterator[TimeExpression]:
    """Expressions that may say what a move is measured from: after it in its clause, before it, then what leads the
    sentence or stands with the level.
    """
    move = figures.move or figures.first
    if not resolver.scope.told(move[0]) and (figures.level is None or not resolver.scope.told(figures.level[0])):
        return
    number, clauses = resolver.scope.clause(move[0])
    own = clauses[number].times
    if len(own) > 1 and any(t.names_day for t in own):
        own = tuple(t for t in own if t.unit is None or not _is_ended(resolver.scope.text, t))
    yield from sorted(own, key=lambda t: (t.start < move[0], distance(t, move)))
    if number + 1 < len(clauses) and resolver.scope.text.startswith((" where ", ", where "), clauses[number + 1].start):
        yield from (
            replace(t, role="comparison")
            for t in clauses[number + 1].times
            if t.names_day or _ends_a_year(t) or t.role == "comparison"
        )
    yield from _leading(resolver.scope.text, clauses, number)
    if number and not own:
        before = clauses[number - 1]
        restated = resolver.scope.text.endswith(" or ", 0, move[0])  # "7,400 points over the week, or 5.9%"
        restated = restated or _ends_with(resolver.scope.text, before, clauses[number])
        yield from (t for t in before.times if t.whole or (restated and not t.names_day))
    if figures.level is not None:
        other, _ = resolver.scope.clause(figures.level[0])
        if other != number and other < len(clauses):
            yield from (t for t in clauses[other].times if t.role in ("comparison", "since"))
    if number + 1 < len(clauses) and clauses[number + 1].joint == "comma":
        following = clauses[number + 1]
        yield from (t for t in following.times[:1] if t.role == "since" and t.start - following.start < 12)


def _is_ended(text: str, expression: TimeExpression) -> bool:
    """ "Rose 1% on Friday to end [the week] at $1,932": a period that only the price closes."""
    return _TO_END.search(text, max(expression.start - _NEAR, 0), expression.start) is not None


def _ends_with(text: str, before: Clause, clause: Clause) -> bool:
    """ "Ended the week at $81.43, a loss of 4.1%": whether a clause tells how the period went that the one before closes."""
    goes_on = clause.joint == "comma" and _GOES_ON.match(text, clause.start) is not None
    return goes_on and ends_period(text, before.start, before.end)


def _named(resolver: Resolver, move: Span) -> Basis | None:
    """ "Slid 2.7%, its biggest weekly drop", "posted a weekly loss, falling 4%": the period by whose name a move goes."""
    text = resolver.scope.text
    number, clauses = resolver.scope.clause(move[0])
    behind = clauses[number + 1] if number + 1 < len(clauses) and clauses[number + 1].joint == "comma" else None
    if behind is not None and (told := named_behind(text, behind.start, behind.end)):
        return told
    return named_before(text, clauses[number - 1].start, clauses[number].start, clauses[number].end) if number else None


def _leading(text: str, clauses: Sequence[Clause], number: int) -> Iterator[TimeExpression]:
    """Periods at the head of a sentence, or behind a semicolon, hold for all clauses: "So far this year A is up 5%, B 3%"."""
    heads = [at for at, c in enumerate(clauses[:number]) if c.joint in ("first", "stop") or text[c.start] == ";"]
    for at in reversed(heads[:1] + heads[1:][-1:]):
        head = clauses[at]
        leads = (t for t in head.times if _opens(text, head.start, t) and not dates_other(text, clauses, at, number, t))
        yield from (t for t in leads if t.role == "since" or not t.names_day)


def _opens(text: str, start: int, expression: TimeExpression) -> bool:
    """Whether a clause opens with an expression: "Over the week gold", "For the holiday-shortened week, corn"."""
    begin = expression.start if expression.origin is None else expression.origin
    return begin - start < _SHORT or (begin - start < _NEAR and _OPENING.match(text, start, begin) is not None)


def _measured(expression: TimeExpression, resolver: Resolver, known: Reference, instrument: Instrument | None) -> Basis | None:
    """As ``basis_of``, but a month or year that still runs is measured to date, and a day compared with is the previous
    close, a week ago, or an earlier date by the calendar.
    """
    found = as_it_stands(basis_of(expression), expression, resolver.scope.text, known, instrument)
    if found in ("prev_close", "since") and expression.names_day and expression.days is None:
        return _by_day(expression, resolver, known, instrument)
    if found == "since" and known.written and _ended_last_year(expression, known.written):
        return "ytd"  # "dearer than at the end of 2024"
    if found == "since" and known.written and _ended_last_month(expression, known.written):
        return "mtd"
    begun = found == "since" and expression.edge == "start" and expression.day is None  # "since the start of August"
    running = _BEGUN.get(expression.kind) if begun else {"month": "mtd", "year": "ytd"}.get(found or "")
    if running is None or known.written is None or expression.unit is not None:
        return found
    same_year = expression.year in (None, known.written.year)
    current = same_year and expression.month in (None, known.written.month) and expression.which is None
    over = (found == "month" and month_over(known, instrument)) or (found == "year" and year_over(known, instrument))
    current = current and not (over and _SO_FAR.search(resolver.scope.text, *_before(resolver, expression)) is None)
    return running if current else found  # type: ignore[return-value]


def _before(resolver: Resolver, expression: TimeExpression) -> tuple[int, int]:
    """The stretch of a clause before an expression."""
    number, clauses = resolver.scope.clause(expression.start)
    return clauses[number].start, expression.start


def _ends_a_year(expression: TimeExpression) -> bool:
    return expression.year is not None and expression.edge == "end" and expression.month in (None, 12)


def _ended_last_year(expression: TimeExpression, written: date) -> bool:
    """ "Since the end of 2024", "since the end of December"."""
    if _ends_a_year(expression):
        return written.year - 1 == expression.year
    december = expression.month == 12 and expression.edge == "end" and expression.year is None
    return december and written.month < 12


def _ended_last_month(expression: TimeExpression, written: date) -> bool:
    """ "Since the end of October", told in November."""
    ended = expression.edge == "end" and expression.day is None and expression.year in (None, written.year)
    return ended and expression.month == written.month - 1


def _days_of(instrument: Instrument | None) -> str | None:
    """The calendar whose holidays part the sessions of an instrument: New York's for its yields and futures too."""
    if instrument is None:
        return None
    american = instrument.timezone in _AMERICAN and instrument.instrument_class in ("bond yield", "commodity", "precious metal")
    return "XNYS" if american else instrument.calendar


def _no_session_since(day: date, spoken: date, instrument: Instrument | None) -> bool:
    """Whether the exchange of a currency's country was shut between a day and the one that is told of."""
    local = exchange_of(instrument.timezone) if instrument is not None and instrument.instrument_class == "fx" else None
    return local is not None and previous_session(local, spoken) == day


def _by_day(expression: TimeExpression, resolver: Resolver, known: Reference, instrument: Instrument | None) -> Basis | None:
    found = basis_of(expression)
    day = resolver.day(expression, instrument)
    calendar = _days_of(instrument)
    if day is not None and day.month == 12 and day == previous_session(calendar, date(day.year + 1, 1, 1)):
        return "ytd"  # the last session of a year
    before = previous_session(calendar, known.day) if known.day else None
    if day is None or before is None or known.day is None:
        return found
    ago = (known.day - day).days
    week = ago == 7 or (day.weekday() == 4 and 6 <= ago <= 8)
    if found == "since" and expression.session is None:
        return "week" if week and (expression.role == "comparison" or expression.ago) else found
    if expression.weekday is not None and day == known.day:
        day -= timedelta(days=7)  # no day is compared with itself
    if day >= before or (expression.session == "close" and _no_session_since(day, known.day, instrument)):
        return "prev_close"
    ago = (known.day - day).days
    week = ago == 7 or (day.weekday() == 4 and 6 <= ago <= 8)
    return "week" if week and expression.weekday is not None else "since"
