"""When a statement holds: the expression that dates it, from its own clause or lent by another clause of the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from signals.extract.text.folding import holds_any
from signals.extract.times.as_of import as_of
from signals.extract.times.expression import TimeExpression, joined
from signals.extract.times.figures import CURRENCY, Figures, dates_move, distance, extreme_after, possesses
from signals.extract.times.labelled import labelled
from signals.extract.times.roles import PEAK
from signals.extract.times.scene import on_the_scene, same_breath, scene
from signals.extract.times.scope import Clause, Scope, lent_after, lent_before

_NEAR = 50  # characters between an extreme and the clock of an aside behind it
_TITLE = 80  # characters of a line that may be one
_STOOD = ("high", "low", "previous", "close")  # kinds of levels whose own day may be told behind them
_PREMARKET = "before the open"
_LEVEL_OF = re.compile(r"(?:['’]s)?(?: (?!(?:at|to)\b)[a-z]+){0,3}?(?: of)?" + CURRENCY)
_LEVEL_AT = re.compile(r"(?:['’]s)?(?: (?!to\b)[a-z]+){0,4}?" + CURRENCY)
_CLOSE_OF = re.compile(r" (?:of|at)" + CURRENCY + r"\d")
_LEVEL_ON = re.compile(
    r"\((?:was |from |at |vs\.? |prev\.? )?[A-Z]{0,3}[$€£¥]?\d[\d,]*(?:\.\d+)?%?(?: on| late on| late)? "
)  # "17.60 (17.55 Thursday)"
_COMING = re.compile(r"\b(?:due|set|scheduled|slated|expected|about|ready|planned) to (?:[a-z]+ ){1,4}?(?:on )?\Z")
_MEETS = re.compile(r"\bmeets? (?:again |next |to decide )?(?:on |in )?\Z")  # "meets on July 10"
_AGAINST = re.compile(r"\b(?:against|compared (?:with|to)|versus) (?:[A-Z]{0,3}[$€£¥]?) ?\d")
_BEHIND_SET = (" on ", " in ", " at ", " during ", " late ", " early ", " just ", " back in ")
_FAR = 45
_SET = re.compile(
    r"\d[\d.,]*\d(?: [a-z]+){0,3},? (?:that )?(?:it |they |was )?(?:set|hit|reached|touched|struck|seen|scaled|posted|recorded"
    r"|marked|registered|printed)(?: (?:only|just|back|early|late))? (?:on|in|at|during|just|late|early)(?: the)? \Z"
)
_DUE = re.compile(
    r"\b(?:due|scheduled|slated|expected|awaited|set)(?: out)? (?:at|for|by|around) \Z"
)  # "with data due at 1230"
_CLOSED_BY = re.compile(r"\b(?:ended|closed|finished|settled)\b[^;]*\d[^;]*\bfrom \Z")
_CLOSED_PERIOD = re.compile(r"\b(?:end|clos|finish|wrapped up|wound up|settl)\w* the \Z")
# What a level, "a record of $5,379", goes on with before the time at which it was reached.
_REACHED = re.compile(
    r"(?: (?:a|an|per|the) [a-z]+| [a-z]+)?,?(?: (?:that|which))?(?: (?:it|they))?(?: (?:was|were|had been|(?:ha[sd] )?stood))?"
    r"(?: first| last)? (?:(?:hit|set|reached|touched|struck|scaled|seen|made|recorded|registered|posted|achieved|clocked"
    r"|marked|printed|notched|logged|established)"
    r"|(?:dat(?:es|ed|ing)|go(?:es|ing)|went|reach(?:es|ing)|stretch(?:es|ing))(?: (?:all the way )?back)? (?:from|to)"
    r"|(?=since))"
    r"(?: (?:on|in|at|during|just|only|back|the))*(?: |(?=since))"
)
_WHEN = re.compile(r"[\s,]*when\b")
_NOW = re.compile(
    r"\b(?:now|currently|has|have|(?:[Rr]ate|[Yy]ield|policy|benchmark|it) is"
    r"|(?:is|are) (?:trading|changing hands|quoted|fetching|worth|unchanged|steady|flat|little changed|up|down|at|firmer|softer"
    r"|stronger|weaker|higher|lower|dearer|cheaper)|opens|trades|stands|this (?:morning|afternoon|evening)"
    r"|last (?:seen|traded|trading|quoted|changing|bid|at|up|down|stood|fetched|was))\b"
    r"|\b(?:was|were|is) last (?=[$€£¥]?\d)"
)
_TRADES = re.compile(
    r"\b(?:trades?|stands?|costs?|is|are)(?: (?:now|currently|trading|quoted|changing hands))? (?:at|for) \Z"
    r"|\b(?:trades?|is|are) at\b"
)
_ELLIPTIC = re.compile(r",? ?(?:and |while )?(?:the )?[\w-]+ at ")
_NOWS = ("now", "currently", "has", "have", "last ", " is ", " are ", "opens", "trades", "stands", "this ")


@dataclass(slots=True, eq=False)
class Holding:
    """The expression that dates a statement, None where the day of the report holds.

    ``own`` is whether it stands in the statement's clause; ``now`` whether the clause speaks of the present where the
    sentence has told of an earlier day.
    """

    expression: TimeExpression | None
    own: bool = False
    now: bool = False


_UNTOLD = Holding(None)
_SAID = re.compile(
    r"\b(?:said|says|announced|told (?:[\w'’-]+ ){1,4}?|declared|disclosed|reported|stated|published|issued|released"
    r"|informed (?:[\w'’-]+ ){1,4}?|confirmed)"
    r"(?: (?:in|at|after|to|via) (?:[\w'’-]+ ){1,6}?)? ?(?:here |late |early )?(?:on )?\Z"
)


def _announced(scope: Scope, figures: Figures) -> TimeExpression | None:
    """ "It has kept its rate at 14.5%, the governor said on Wednesday": the day on which a decision was made known."""
    days = (t for t in scope.told(figures.first[0]) if t.role == "at" and (t.names_day or t.days == -1))
    return next((t for t in days if _SAID.search(scope.text, max(t.start - _TITLE, 0), t.start)), None)


def _untold(
    scope: Scope, figures: Figures, kind: str | None, beyond: Sequence[TimeExpression], now: bool, acts: bool
) -> Holding:
    """What dates a statement whose sentence has no time for it: a label, the head of its list, the scene that was set."""
    label = None if beyond else labelled(scope, figures.first[0])
    if label is None and not (beyond or now or acts) and kind in (None, "last"):
        label = as_of(scope, figures.first[0]) or (same_breath(scope, figures.first[0]) if figures.move is None else None)
    if label is None and not (beyond or now or acts) and (label := scene(scope, figures.first[0])) is not None:
        number, clauses = scope.clause(figures.first[0])
        if _NOW.search(scope.text, clauses[number].start, clauses[number].end):
            return Holding(None, now=True)  # "Then came Thursday. The rand is at 17.60 now."
    now = now or (kind == "last" and _is_present(scope, figures))
    return Holding(label or _from_beyond(beyond, kind), now=now) if beyond or now or label else _UNTOLD


def _is_present(scope: Scope, figures: Figures) -> bool:
    """ "The dollar trades at 0.8680 francs and the euro at 0.9445": what holds now, in a report on the day before too."""
    number, clauses = scope.clause(figures.first[0])
    own = scope.text[clauses[number].start : clauses[number].end]
    start = clauses[number - 1].start if number and _ELLIPTIC.match(own) else clauses[number].start
    return _TRADES.search(scope.text, start, figures.first[0]) is not None


def holding(scope: Scope, figures: Figures, kind: str | None, beyond: Sequence[TimeExpression], acts: bool = False) -> Holding:
    """The expression that dates a statement. ``beyond`` are expressions outside the sentence; ``acts`` marks a decision,
    which "from 3.25% on Wednesday" dates too.
    """
    if kind in _STOOD and (reached := _reached(scope, figures)) is not None:
        return Holding(reached, own=True)
    if kind == "previous":
        return Holding(_dates_level(scope, figures), own=True)
    own, lent, now = _told(scope, figures, kind, acts)
    if not (own or lent):
        announced = _announced(scope, figures) if acts else None
        return _untold(scope, figures, kind, beyond, now, acts) if announced is None else Holding(announced)
    clock = next((t for t in own if t.hour is not None), None)
    if clock is None and kind in (None, "last") and not any(t.names_day and t.days != 0 for t in own):
        clock = next((t for t in (*lent, *beyond) if t.hour is not None), None)
    elif clock is None and kind in (None, "last") and all(t.days == 0 for t in own if t.names_day):
        clock = next((t for t in beyond if t.hour is not None), None)  # "up 0.2% today", in an entry of a live report
    if clock is None and kind in ("high", "low"):  # "changed hands at $101,365 at its most extreme, at 05:43"
        clock = next((t for t in lent if t.hour is not None and _set_apart(scope.text, figures.first[1], t.start)), None)
    day = next((t for t in (*own, *lent) if (t.names_day or t.part == _PREMARKET) and t.hour is None), None)
    today = any(t.part is not None for t in own)  # "no hint of an increase in June: the euro bought $1.4540 in late trading"
    past = next((t for t in (own if today else (*own, *lent)) if _names_past(t)), None)
    if (owner := _possessor(scope.text, figures, own)) is not None:
        return Holding(owner, own=True)
    if past is not None and past in own and day not in own and clock not in own:
        return Holding(past, own=True)
    if clock is not None and day is not None and not clock.names_day:
        return Holding(joined(clock, day), own=True)
    if day is None and past is None and (set_apart := on_the_scene(scope, figures.first[0], own)) is not None:
        return Holding(set_apart, own=True)
    found = clock or day or past or _from_beyond(beyond, None)
    return Holding(found, found in own, now)


def _reached(scope: Scope, figures: Figures) -> TimeExpression | None:
    """When an extreme or an earlier level was reached: "$5,379 that dates from July 1977", "$4.837, hit on Nov. 14"."""
    end = figures.level[1] if figures.level is not None else 0
    match = _REACHED.match(scope.text, end) if end else None
    if match is None:
        return None
    return next((t for t in scope.within(match.end() - 1, match.end() + 1) if t.role != "attribute" and not t.same), None)


def _set_apart(text: str, end: int, start: int) -> bool:
    """Whether a comma and no other figure stands between an extreme and an expression behind it."""
    between = text[end:start] if 0 < start - end < _NEAR else ""
    return "," in between and not any(c.isdigit() for c in between)


def _from_beyond(beyond: Sequence[TimeExpression], kind: str | None) -> TimeExpression | None:
    """The expression outside the sentence that dates a statement, a clock time first for what holds now."""
    clock = next((t for t in beyond if t.hour is not None), None) if kind in (None, "last") else None
    return clock or next((t for t in beyond if t.role == "at"), None)


def _told(
    scope: Scope, figures: Figures, kind: str | None, acts: bool
) -> tuple[list[TimeExpression], list[TimeExpression], bool]:
    """The expressions that may say when: those of the figure's own clause, nearest first, and those lent to it."""
    own: list[TimeExpression] = []
    lent: list[TimeExpression] = []
    now = present = False
    level, move = figures.level, figures.move
    if not (level is not None and scope.told(level[0])) and not (move is not None and scope.told(move[0])):
        return own, lent, now
    of_extreme = extreme_after(scope, figures)
    for span in dict.fromkeys(filter(None, (level, move))):
        number, clauses = scope.clause(span[0])
        clause = clauses[number]
        times = [t for t in clause.times if _holds(scope.text, t, figures, kind, acts) and not _within(t, of_extreme, figures)]
        if own == [] and kind == "close" and span is move and level is not None and not clause.start <= level[0] < clause.end:
            times = [t for t in times if t.hour is None]  # "climbed past 80 shortly before three and closed at 68.00"
        own += sorted(times, key=lambda t: distance(t, span))
        earlier = [t for t in lent_before(scope.text, clauses, number) if _holds(scope.text, t, Figures(), kind, acts)]
        if not own and (named := _dates_when(scope.text, clauses, number)):
            return [named], [], False
        if any(_CLOSED_PERIOD.search(scope.text, clause.start, t.start) for t in clause.times if t.definite):
            continue  # "fell 3% on Tuesday and ended the week at 289"
        said = scope.text[clause.start : clause.end]
        if holds_any(said, _NOWS) and _NOW.search(scope.text, clause.start, clause.end):
            now = now or any(t.names_day for t in earlier)
            present = True
        elif not present:
            after = lent_after(scope.text, clauses, number) if of_extreme is None else ()
            after = (t for t in after if not (t.names_day and _of_other_figure(scope.text, span[1], t.start)))
            lent += [*earlier, *(t for t in after if _holds(scope.text, t, Figures(), kind, acts))]
        if own:
            break
    return own, lent, now


def _possessor(text: str, figures: Figures, own: Sequence[TimeExpression]) -> TimeExpression | None:
    """The expression that has the figure for its own: "last week's 7.6 percent rally"."""
    return next((t for t in own if possesses(text, t, figures)), None)


def _dates_when(text: str, clauses: Sequence[Clause], number: int) -> TimeExpression | None:
    """The expression that a clause goes on about: "than on Wednesday evening, when it was fetching 1.2010"."""
    if clauses[number].joint != "under" or not number or not clauses[number - 1].times:
        return None
    named = clauses[number - 1].times[-1]
    near = clauses[number].start - named.end < 2 and named.role != "attribute"
    return named if near and _WHEN.match(text, clauses[number].start) else None


def _dates_act(text: str, expression: TimeExpression) -> bool:
    """ "From 3.25% on Wednesday": the day of a decision, but not that "from" which it holds."""
    told = expression.role == "comparison" and expression.names_day
    return told and not text.endswith((" from ", " from the "), 0, expression.start)


def _holds(text: str, expression: TimeExpression, figures: Figures, kind: str | None, acts: bool) -> bool:
    """Whether an expression says when: not what a change is measured from, unless the level is the one compared with."""
    if expression.which == "next" or (expression.session == "open" and kind != "open" and not expression.names_day):
        return False
    if possesses(text, expression, figures) is False:
        return False  # the time of another figure
    if expression.names_day and _is_coming(text, expression.start):
        return False
    if expression.hour is not None and _DUE.search(text, max(expression.start - 16, 0), expression.start):
        return False
    if _belongs_behind(text, expression, figures):
        return False
    if (expression.month or expression.names_day) and PEAK.match(text, expression.end):
        level = figures.level
        return (
            level is not None and _LEVEL_AT.fullmatch(text, expression.end, level[0]) is not None
        )  # "its May 22 peak of $111,970"
    if _bracketed_apart(text, expression, figures.first[1]) or _of_another_level(text, expression, figures):
        return False
    if expression.role == "at" or (acts and _dates_act(text, expression)):
        return True
    level, origin = figures.level, expression.origin
    if expression.role == "since" and level is not None and figures.move is None:
        return origin is not None and origin <= level[0] < expression.start  # "since it hit 24,479 on June 5"
    if level is None or origin is None or expression.role != "comparison":
        return dates_move(text, expression, figures)
    if kind == "close" and _ended_at(text, expression, level[0]):
        return False
    of = _LEVEL_OF if kind == "last" else _LEVEL_AT
    return origin <= level[0] < expression.start or bool(of.fullmatch(text, expression.end, level[0]))


def _of_another_level(text: str, expression: TimeExpression, figures: Figures) -> bool:
    """ "At 17.5250, near its Tuesday close of 17.5300": whether a close that is named has a level of its own behind it."""
    if expression.session != "close" or not expression.names_day:
        return False
    own = _CLOSE_OF.match(text, expression.end)
    return own is not None and figures.first[1] < expression.start


def _compared_between(text: str, end: int, start: int) -> bool:
    """ "At $1.1775 and 169.83 yen against $1.1793 and 169.57 yen late on Thursday": the time of what it is compared with."""
    return 20 < start - end < 160 and _AGAINST.search(text, end, start) is not None


def _of_other_figure(text: str, end: int, start: int) -> bool:
    """Whether a day behind a figure is that of what it is compared with, or of an extreme: "of $111,970 set on May 22"."""
    return _compared_between(text, end, start) or _set_then(text, end, start)


def _belongs_behind(text: str, expression: TimeExpression, figures: Figures) -> bool:
    """Whether a time behind a figure is that of another one, told after it."""
    if figures.level is not None:
        return expression.names_day and _compared_between(text, figures.level[1], expression.start)
    return figures.move is not None and _set_then(text, figures.move[1], expression.start)


def _set_then(text: str, end: int, start: int) -> bool:
    """Whether words before a time say that another figure was reached then: "the record $3,500 reached in [April]"."""
    return text.endswith(_BEHIND_SET, end, start) and _SET.search(text, max(end, start - _FAR), start) is not None


def _ended_at(text: str, expression: TimeExpression, level: int) -> bool:
    """ "Ended down 2 basis points from Friday's close at 0.75 percent": the level is where it ended, and no earlier one."""
    at = text[expression.end : level] == " at "
    return at and _CLOSED_BY.search(text, max(expression.start - 90, 0), expression.start) is not None


def _is_coming(text: str, start: int) -> bool:
    """ "Due to report on Thursday": a day that is still to come."""
    near = max(start - 50, 0)
    meets = text.find("meet", near, start) >= 0 and _MEETS.search(text, near, start) is not None
    return meets or (text.find(" to ", near, start) >= 0 and _COMING.search(text, near, start) is not None)


def _bracketed_apart(text: str, expression: TimeExpression, end: int) -> bool:
    """ "1.3875 (Friday: 1.4095)": whether an expression behind a figure stands in brackets with a figure of its own."""
    if not 0 < expression.start - end < 40:
        return False
    opened = text.find("(", end, expression.start)
    shut = text.find(")", expression.end, expression.end + 40)
    if opened < 0 or text.find(")", opened, expression.start) >= 0:
        return False
    return (
        any(c.isdigit() for c in text[expression.end : shut]) or _LEVEL_ON.fullmatch(text, opened, expression.start) is not None
    )


def _dates_level(scope: Scope, figures: Figures) -> TimeExpression | None:
    """The expression of the clause that stands nearest to an earlier level and picks a time."""
    span = figures.first
    number, clauses = scope.clause(span[0])
    for times in (clauses[number].times, tuple(lent_before(scope.text, clauses, number))[:1]):
        named = [t for t in times if t.role in ("at", "comparison", "since") and (_picks(t) or _follows(t, span))]
        named = [t for t in named if t.hour is None or not _dates_another(scope.text, t.end, span[0])]
        if named:
            return min(named, key=lambda t: distance(t, span))
    return None


def _dates_another(text: str, end: int, start: int) -> bool:
    """ "At 1430 the dollar was at 66.32 cents, up from 66.29": whether an hour stands before a figure nearer to it."""
    return any(c.isdigit() for c in text[end:start])


def _follows(expression: TimeExpression, span: tuple[int, int]) -> bool:
    """Whether a clock time stands right behind a level: "from $1.3332 just before noon"."""
    return expression.hour is not None and 0 <= expression.start - span[1] < 20


def _picks(expression: TimeExpression) -> bool:
    return bool(
        expression.names_day
        or expression.session
        or expression.which == "last"
        or expression.edge
        or expression.ago
        or expression.month
        or expression.year
        or expression.part
    )


def _names_past(expression: TimeExpression) -> bool:
    """Whether a period picks a time of its own and does not just reach up to the report."""
    if expression.month is not None or expression.year is not None or expression.session is not None:
        return True
    if (expression.edge == "start" and expression.unit is not None and not expression.to_date) or (
        expression.edge,
        expression.which,
    ) == ("end", "last"):
        return True
    past = expression.ago or (expression.which == "last" and not expression.definite)
    return expression.unit is not None and past and (expression.count is None or expression.ago)


def _within(expression: TimeExpression, match: re.Match[str] | None, figures: Figures) -> bool:
    """Whether an expression dates the extreme that a move is measured from and not the statement."""
    return match is not None and figures.level is None and match.start() <= expression.start < match.end()
