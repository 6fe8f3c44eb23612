"""Contracts of several months in one report: the levels and moves of all but the leading one are another price's.

| text                                                              | kept          | counter-example                    |
|-------------------------------------------------------------------|---------------|------------------------------------|
| "December gas fell to $4.04. The January contract lost 74 cents"   | December      | "gas had ended January at $4.07"   |
| "the spot month July fell, the benchmark September contract rose"  | the benchmark | "since January it has gained"      |
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from signals.extract.meaning.draft import Draft
from signals.extract.text.months import MONTH, SHORT_MONTH, SHORT_MONTHS

_GOODS = ("commodity", "precious metal")
_MONTH = rf"(?P<month>{MONTH}|(?:{SHORT_MONTH})(?=[\s.'’,)]))"
_LEADS = r"(?P<lead>[Bb]enchmark|[Mm]ost[ -]active|[Mm]ost[ -]traded|[Tt]hird[ -]month)"
_YEAR = r"(?:\.?(?:,? 20\d\d| ?['’]\d\d| \d\d(?=[ ,)])))?"
_BEFORE = re.compile(
    rf"(?<!\bof )(?<!\bin )(?<!\bsince )(?<!\bduring )(?<!\bby )(?:{_LEADS}[ ,][\w ,]{{0,14}})?\b{_MONTH}{_YEAR}\.? "
    r"(?:[A-Z][\w.&]+ |[a-z]+ ){0,2}\Z"
)
_HEADS = re.compile(
    rf"(?:\A|[\n.,;:] ?|\b(?:and|while|but|with) ){_MONTH}{_YEAR} (?:(?!for|of|in|when|after|as|that|which)[a-z]+ ){{0,3}}"
    r"(?:(?:RM|US\$|[$€£])?\d[\d.,]* (?:[a-z]+ ){0,2})?\Z"
)
_PRONOUN = re.compile(r"(?:it|they|the|these|both)\b", re.IGNORECASE)
_OF = re.compile(rf"(?:[\w.'’&-]+ ){{0,4}}?for (?:the )?{_MONTH}\b")
_CONTRACT = re.compile(
    r"\s*(?:(?:At|By|In|On|Around) [^,.;:\n]{2,30}, )?(?:[Tt]he |[Ii]ts )?"
    rf"(?:[\w-]*{_LEADS}[ ,]+)?(?:[\w-]+,? ){{0,3}}?\(?{_MONTH}\)?{_YEAR}[ ,)]+(?:[\w.-]+ ){{0,2}}?"
    r"(?:contracts?|futures?|position|one|delivery|crude|oil|gas)\b"
)
_PLACED = re.compile(
    rf"(?:[Aa]t the close,? )?(?:[Tt]he |[Ss]pot )(?:{_LEADS}[ ,]+)?(?:[\w-]+[ ,]+){{0,3}}?"
    rf"(?:month|contract|future)s?[ ,(]+{_MONTH}"
)
_REACH = 40


def without_deferred(text: str, drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts without those of a good's other months, where its leading one has been told."""
    found = list(drafts)
    months = dict(_months(text, found))
    leading = _leading(found, months)
    return [d for d in found if id(d) not in months or _leads(d, months[id(d)][0], leading.get(d.instrument, {}))]


def _leads(draft: Draft, month: int, leading: dict[str | None, int]) -> bool:
    """Whether a month leads among the prices in its money; one exchange's leading month is another's deferred one."""
    if draft.level is None or draft.level_unit not in leading:
        return not leading or month in leading.values()
    return leading[draft.level_unit] == month


def _months(text: str, drafts: Iterable[Draft]) -> Iterator[tuple[int, tuple[int, bool]]]:
    """By draft of a good the month of its contract, and whether that is called the leading one."""
    for draft in drafts:
        month = _month_of(text, draft) if draft.mention.instrument_class in _GOODS and not draft.frame.tabular else None
        if month is not None:
            yield id(draft), month


def _leading(drafts: Iterable[Draft], months: dict[int, tuple[int, bool]]) -> dict[str, dict[str | None, int]]:
    """Of each good and unit the month that leads: the one that is called so, else the first that has a price."""
    first: dict[str, dict[str | None, int]] = {}
    called: dict[str, dict[str | None, int]] = {}
    for draft in drafts:
        if id(draft) in months and draft.level is not None:
            month, leads = months[id(draft)]
            first.setdefault(draft.instrument, {}).setdefault(draft.level_unit, month)
            if leads:
                called.setdefault(draft.instrument, {}).setdefault(draft.level_unit, month)
    return {good: by_unit | called.get(good, {}) for good, by_unit in first.items()}


def _month_of(text: str, draft: Draft) -> tuple[int, bool] | None:
    """The month named with the subject of a draft."""
    level, start = draft.level_token, draft.frame.subject_start
    start = draft.frame.sentence if level is not None and level.start == start else start
    found = _BEFORE.search(text, max(start - _REACH, 0), start) if _PRONOUN.match(text, start) is None else None
    found = found or _OF.match(text, start) or _CONTRACT.match(text, start) or _PLACED.match(text, start)
    if found is None and draft.subject is not None and draft.subject.start < draft.frame.sentence:
        found = _CONTRACT.match(text, draft.frame.sentence)  # "The December contract also locked limit-up, at $8.15"
    heading = _heading_its_figure(text, draft)
    if heading is not None and (found is None or (heading.start() > start and found["month"] != heading["month"])):
        found = heading
    return (SHORT_MONTHS[found["month"][:3].lower()], bool(found.groupdict().get("lead"))) if found is not None else None


def _heading_its_figure(text: str, draft: Draft) -> re.Match[str] | None:
    """ "March 2021 put on RM70 to RM4,330 and April 2021 RM98": a month that is itself the subject of a figure."""
    figure = min((t.start for t in (draft.level_token, draft.move_token) if t is not None), default=0)
    return _HEADS.search(text, max(figure - _REACH, 0), figure)
