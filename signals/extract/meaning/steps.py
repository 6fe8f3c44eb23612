"""The step of a policy rate and where it led are one statement, though a sentence says one after the other."""

from __future__ import annotations

import re
from collections.abc import Iterable

from signals.extract.meaning.draft import Draft

_ODDS = re.compile(r"\b(?:odds|chances?|probability|likelihood|pric(?:ed?|ing) in|bets?)\b")
_EXPECTED = re.compile(
    r"(?: of [\w.% -]{1,30}?)?,? (?:(?:is|was|are|were|now|widely|still|being|seen as) )*"
    r"(?:expected|forecast|likely|seen|anticipated|priced in|possible|predicted|pencilled in|due)\b"
)
# "An increase next month was a live possibility", "a cut in July would be premature".
_TO_COME = re.compile(
    r" (?:next (?:week|month|meeting|quarter|year)\b|(?:(?:in|at|this|later) [\w ]{2,24}? )?"
    r"(?:is|was|were|would|could|might|may|remain(?:s|ed)?|look(?:s|ed)|seem(?:s|ed)) (?:\S+ ){0,3}?[\"'“]?"
    r"(?:possib\w+|likely|unlikely|probable|option|on the table|in play|imminent|premature|appropriate|warranted|needed"
    r"|justified|certain|inevitable)\b)"
)
# What a member of the board would have liked, or voted for.
_LIKED = re.compile(
    r"\b(?:prefer|want|favou?r|dissent|advocat|propos|recommend|seek|sought|support|motion|back|urg|vote|voting"
    r"|(?:push|argu|call|press|plead|opt|lobb|ask)\w* for)\w*\b[^.;:\n]*\Z"
)
# Who of a board would have had another rate.
_MEMBERS = re.compile(
    r"\b(?:members?|polic\w+[ -]?makers?|dissent\w*|colleagues?|others?|economists|minority|governors?"
    r"|directors?|(?-i:(?!Monetary|Federal|Central|Reserve|National|State|Governing|Policy)[A-Z])[a-z]+"
    r" (?!Bank|Policy|Board)[A-Z][a-z]+)"
    r"\b[^.;:\n]*?"
    r"\b(?:preferr\w+|wanted|wanting|favou?r\w*|voted|voting|argu\w+|call\w+|push\w+|would (?:have|rather)|opted|backed)\b"
    r"(?:[^.;:\n]|\.\d)*\Z"
)
_MANY = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)"
_SUM = re.compile(
    rf"\b(?:in (?:all|total)|altogether|a (?:combined|cumulative|total(?: of)?)|{_MANY} times"
    rf"|{_MANY} (?:straight |successive |consecutive )?(?:cuts|hikes|increases|rises))\b"
)
_FROM_ANOTHER = re.compile(r" (?:below|above|under|over) (?!(?:the )?(?:past|last|course|a |two|three|four|five|six|\d))")
_STOOD = re.compile(r"\b(?:stood|was|were|had been) (?:still )?at \Z")
_THUS = re.compile(r"\b(?:Accordingly|Thus|Consequently|As a result|now)\b")
_NEXT = 60  # characters between a step and the sentence that says where it led
_HAD_BEEN = re.compile(r",? (?:it|(?:the |its )?(?:\w+ )?rates?|borrowing costs) had (?:been|stood)\b")
# "Dropped its signal of a hike", "lowered the bar": what a bank did to something else.
_OF_SOMETHING = re.compile(
    r" (?:its|the|a|an|any|all|their) (?!(?:key|main|policy|base|cash|bank|benchmark|repo|official|interest|overnight)\b)"
    r"(?![\w -]{0,30}\brates?\b)[a-z]+"
)
_BESIDE = 14  # characters behind a size: " in all"
_CLAUSE_ENDS = re.compile(r"[.,;] |\n|\Z")
_LINE = 300  # characters of a sentence that are looked through


def without_expected(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without the steps of policy rates of which a sentence gives the odds, "a rise of 50 bp is given odds of 78
    pct", and those that members of the board would have liked.
    """
    found = list(drafts)
    decided: dict[str, Draft] = {}
    for d in found:
        if d.mention.instrument_class == "policy rate" and d.level is not None and d.move is not None and d.kind == "last":
            decided.setdefault(d.instrument, d)
    return [d for d in found if not (_is_expected(text, d) or _is_liked(text, d, decided.get(d.instrument)))]


def without_gaps(text: str, drafts: Iterable[Draft]) -> None:
    """ "Is 1.75 percentage points below the Fed's": how far a rate lies from another is no step of it, nor is one to come."""
    for draft in drafts:
        if draft.mention.instrument_class != "policy rate":
            continue
        token = draft.move_token
        apart = token is not None and _FROM_ANOTHER.match(text, token.end) is not None
        if apart or _still_to_come(text, draft):
            draft.move = draft.move_token = None


def stood_until(text: str, start: int, end: int) -> bool:
    """ "Its rate, which stood at 50% until December", "at 11.25% the rate had been high": a level that holds no longer."""
    if _HAD_BEEN.match(text, end) is not None:
        return text.endswith(("At ", "At about "), 0, start)
    return text.startswith(" until ", end) and _STOOD.search(text, max(start - 24, 0), start) is not None


def sums_steps(text: str, draft: Draft) -> bool:
    """ "Has cut its rate eight times, by 200 basis points in total": a size that several steps make up."""
    token = draft.move_token
    return token is not None and _SUM.search(text, draft.frame.sentence, token.end + _BESIDE) is not None


def _is_expected(text: str, draft: Draft) -> bool:
    if draft.mention.instrument_class != "policy rate" or draft.level is not None or draft.move is None:
        return False
    said = draft.frame.direction
    if (
        said is not None
        and draft.move_token is None
        and (_OF_SOMETHING.match(text, said.end) or _TO_COME.match(text, said.end))
    ):
        return True
    clause = _CLAUSE_ENDS.search(text, draft.frame.end, draft.frame.end + _LINE)
    return _ODDS.search(text, draft.frame.start, clause.start() if clause else draft.frame.end + _LINE) is not None


def _is_liked(text: str, draft: Draft, decided: Draft | None) -> bool:
    """ "Two of the nine preferred a cut of a quarter point", "to lower it to 4%", where the text tells what was ``decided``."""
    if decided is None or draft is decided:
        return False
    if draft.level is not None and (draft.level == decided.level or draft.frame.sentence == decided.frame.sentence):
        return False
    said = draft.level_token or draft.move_token or draft.frame.direction
    if said is None or (draft.level is None and draft.move is None):
        return False
    liked = _LIKED if draft.level is None else _MEMBERS
    return liked.search(text, draft.frame.sentence, said.start) is not None


def _still_to_come(text: str, draft: Draft) -> bool:
    """ "Where the rate is still 4.5%, the first cut is expected in March": a step behind a level that nobody has taken."""
    said, level = draft.move_token or draft.frame.direction, draft.level_token
    if said is None or level is None or draft.move is None or said.start < level.end:
        return False
    return _EXPECTED.match(text, said.end) is not None or _LIKED.search(text, level.end, said.start) is not None


def join_steps(text: str, drafts: list[Draft]) -> None:
    """ "Shaved 25 points off its cash rate and is down to 3.50%": the level takes the step that a sentence told before."""
    waiting: Draft | None = None
    for draft in drafts:
        if draft.mention.instrument_class != "policy rate" or draft.kind == "previous":
            continue
        if waiting is not None and _leads(text, waiting, draft):
            draft.move, draft.move_token, waiting.move = waiting.move, waiting.move_token, None
        if not _echoes(waiting, draft):
            waiting = draft if draft.level is None and draft.move is not None else None


def _echoes(step: Draft | None, draft: Draft) -> bool:
    """ "Went for a half-point hike, [lifting] its rate to 2%": the verb that only says again which way a step went."""
    if step is None or step.move is None or draft.level is not None or draft.move is None:
        return False
    same = (step.instrument, step.frame.sentence, step.move.direction) == (
        draft.instrument, draft.frame.sentence, draft.move.direction,
    )  # fmt: skip
    return same and draft.move.value is None


def _follows(text: str, step: Draft, led: Draft) -> bool:
    """ "By 25 basis points. Accordingly, the deposit rate will be", "is now": a level to which the step before led."""
    level = led.level_token
    if level is None or step.move_token is None or step.frame.end > led.frame.sentence:
        return False
    if led.move is not None and step.frame.end <= text.find("\n"):
        return True  # a headline's step
    return led.frame.sentence - step.frame.end < _NEXT and _THUS.search(text, led.frame.sentence, level.start) is not None


def _leads(text: str, step: Draft, led: Draft) -> bool:
    """Whether a step without a level is followed in its sentence, or in one that says what follows from it, by a present level
    that has no size of its own.
    """
    level = led.level_token
    if step.instrument != led.instrument or (level and " when " in text[step.frame.start : level.start]):
        return False  # "cut it by 200 points in September, when it stood at 29%"
    if step.frame.sentence != led.frame.sentence and not _follows(text, step, led):
        return False
    if step.move is None or led.level is None or led.kind != "last":
        return False
    return led.move is None or (led.move.value is None and led.move.direction == step.move.direction)
