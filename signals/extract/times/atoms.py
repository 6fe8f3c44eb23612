"""Atoms: single words of time, found in one pass of an automaton, and dates formed around the name of a month."""

from __future__ import annotations

import re
from functools import cache
from operator import itemgetter
from typing import Any

from signals.extract.times.clock import Atom, bare_hour, digit_atoms, spoken_clocks
from signals.extract.times.stamps import bare_stamps
from signals.extract.times.vocabulary import ABBREVIATED_DAYS, PARTS_OF_YEARS, PROPER, Fields, vocabulary

_DAY_AFTER = re.compile(
    r"\.? (\d{1,2})(?:st|nd|rd|th)?\b(?![.,/:]\d|%| ?(?:per ?cent|cents|points|[ap]\.?m\b|GMT))(?:,? ((?:19"
    r"|20)\d\d)\b(?![.,]\d))?"
)
_ENDS_A_DAY = (".", ",", ")", "  ", "\t", " |")  # what follows "Thu" where it is no word: a mark, or the next cell of a table
_LEADS_TO_A_DAY = re.compile(
    r"\b(?:closed|ended|finished|settled|on|since|from|late|early|until|by|last) \Z"
)  # "closed Tues 5,782"
_YEAR_AHEAD = re.compile(r"\b((?:19|20)\d\d) $")
_YEAR_AFTER = re.compile(r"\.?,? ((?:19|20)\d\d)\b(?![.,]\d)")
_DAY_BEFORE = re.compile(r"(?<![\w.,$€£¥/-])(?<![$€£¥] )(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]\Z")
_YEAR = re.compile(r"(?:19|20)\d\d\b(?![.,]\d|%| ?(?:per ?cent|points|dollars|cents))")
_YEAR_CUES = (
    "in",
    "of",
    "recently as",
    "since",
    "late",
    "early",
    "mid",
    "during",
    "until",
    "for",
    "through",
    "end",
    "throughout",
    "summer",
    "spring",
    "autumn",
    "winter",
    *PARTS_OF_YEARS,
)
_OWNED_AFTER = re.compile(
    r"(?:['’]s)? (?:(?:record|all-time|closing|intraday|early|entire|whole) )?(?:peaks?|highs?|lows?|tops?|record|troughs?"
    r"|gains?|loss(?:es)?|rally|advance|decline|rise|slump|slide|drop)\b"
)
_CLOSERS = ("ended", "closed", "finished", "ends", "closes", "finishes")
_OWNERS = ("its", "the", "their", "from", "erases", "erased", "erasing", "wipes out", "wiped out", "wiping out")
_COUNT = re.compile(r"(?<![\d.,$€£¥])(\d{1,3})[ -]\Z")
_GOES_ON = re.compile(
    r" (?:[a-z]{2,}(?<!even)(?<!morn)ing|it|they|the|its|their|his|an?)\b"
)  # "earlier in the day before easing to 17.20"
_HAD = re.compile(
    r" (?:it|they|an? \w+|the \w+|its \w+)(?: had\b|"
    r" (?:was|were|stood|closed|ended|finished|settled|traded|cost|sold|fetched)(?: at| for| around| about){0,2}"
    r" [^\d\s]{0,4} ?\d)"
)  # "The day before a dollar had cost 366.50 pesos"
_DAYS_BEFORE: dict[str, Fields] = {
    "day before": {"unit": "day"},
    "evening before": {"part": "evening"},
    "night before": {"part": "evening"},
    "afternoon before": {"part": "afternoon"},
}
_MODAL = re.compile(r"(?:\A|[.!?\n\"“:] ?)\Z")
# "NY cocoa: May lost $166", "May +$5.60", "May SBK5 settled": a contract, where the verb "may" has another behind it.
_PRICED = re.compile(
    r" (?:[A-Z]{2,3}\d+ )?(?:[-+−]?[$€£]?\d|(?:futures|contract|delivery)\b"
    r"|(?:rose|fell|lost|sank|slid|shed|was|were|had|sold|went|put on"
    r"|ended|closed|settled|gained|added|dropped|climbed|slipped|eased|traded|finished|jumped|stood|down|up|off|unchanged"
    r"|unch|at|lower|higher)\b)"
)
_QUALIFIED = re.compile(
    r"(?:in|since|of|by|until|from|for|through|early|late|mid|last|this|next|and|to|\d{1,2})[ -]\Z", re.IGNORECASE
)


@cache
def _automaton() -> tuple[Any, list[tuple[Fields, bool, bool]]]:
    """The words of time; of each its fields, whether digits may follow at once, and whether it is plain."""
    import ahocorasick_rs

    words = dict(vocabulary())
    words |= {
        f"{cue}{gap}{century}": {"year": 0}
        for cue in (*_YEAR_CUES, *_OWNERS, *_CLOSERS)
        for gap in " -"
        for century in ("19", "20")
    }
    values = [(fields, "year" in fields, _is_plain(word, fields)) for word, fields in words.items()]
    return ahocorasick_rs.AhoCorasick(list(words), matchkind=ahocorasick_rs.MatchKind.LeftmostLongest), values


def _is_plain(word: str, fields: Fields) -> bool:
    """Whether a word is an atom whatever stands around it: no month, no year, no name, no unit that may be counted,
    no number that may be an hour.
    """
    counted = "unit" in fields and "count" not in fields
    hour = fields.keys() == {"count"} and fields["count"] in range(1, 13)
    return not (
        counted
        or hour
        or fields.keys() == {"to_date"}
        or ("month" in fields and "day" not in fields)
        or fields.get("year") == 0
        or word in PROPER
        or word in _DAYS_BEFORE
    )


_START = itemgetter(0)


def atoms(text: str, lowered: str) -> list[Atom]:
    """All atoms in order, none overlapping another; ``lowered`` is the text in lower case with the same offsets."""
    automaton, values = _automaton()
    found: list[Atom] = [*digit_atoms(text), *spoken_clocks(text, lowered), *bare_stamps(text)]
    framed = f"\n{lowered}\n"  # so that each hit has a character before and after it
    for place, start, end in automaton.find_matches_as_indexes(lowered):
        fields, open_ended, plain = values[place]
        if framed[start].isalnum() or (not open_ended and framed[end + 1].isalnum()):
            continue
        if framed[start] == "-" and lowered.endswith("intra-", 0, start):
            continue  # "in intra-day trade before settling"
        if plain:
            found.append((start, end, fields))
        else:
            found += _atoms_at(text, lowered, start, end, fields)
    return _in_order(found)


def _atoms_at(text: str, lowered: str, start: int, end: int, fields: Fields) -> list[Atom]:
    if "month" in fields and "unit" not in fields:
        dated = _month(text, start, end, fields["month"])
        return [dated] if dated else []
    if fields.get("year") == 0:
        return _year(text, start, end)
    if fields.keys() == {"count"}:
        return [bare_hour(text, start, end, fields["count"]) or (start, end, fields)]
    word = lowered[start:end]
    if word in _DAYS_BEFORE:
        leads = text.startswith("The ", start - 4) and _HAD.match(text, end) is not None
        own = leads or _GOES_ON.match(text, end) is None
        return [(start, end, fields)] if own else [(start, end - len(" before"), _DAYS_BEFORE[word])]
    ends = text.startswith(_ENDS_A_DAY, end) or (text[start - 1 : start] == "(" and text[end + 1 : end + 2].isdigit())
    ends = ends or _LEADS_TO_A_DAY.search(text, max(start - 10, 0), start) is not None
    if word in PROPER and (not text[start].isupper() or (word in ABBREVIATED_DAYS and not ends)):
        return []
    if fields.keys() == {"to_date"} and (year := _YEAR_AHEAD.search(text, max(start - 6, 0), start)):
        return [(year.start(1), start - 1, {"year": int(year[1])}), (start, end, fields)]  # "2022 to date:"
    counted = start > 1 and text[start - 2].isdigit() and "unit" in fields and "count" not in fields
    if counted and (count := _COUNT.search(text, max(start - 5, 0), start)):
        return [(count.start(), start, {"count": int(count[1])}), (start, end, fields)]
    return [(start, end, fields)]


def _month(text: str, start: int, end: int, month: int) -> Atom | None:
    """A month with the day and the year beside it, or None where the word is no month."""
    if not text[start].isupper():
        return None
    after = _DAY_AFTER.match(text, end)
    before = None if after else _DAY_BEFORE.search(text, max(start - 10, 0), start)
    day = after or before
    if day and not 1 <= int(day[1]) <= 31:
        after = before = day = None
    year = after if after and after[2] else _YEAR_AFTER.match(text, end)
    if (
        day is None
        and year is None
        and end - start < 6
        and text[start:end].lower() in ("may", "march")
        and not _is_month(text, start, end)
    ):
        return None
    fields: Fields = {"month": month}
    if day:
        fields["day"] = int(day[1])
    if year:
        fields["year"] = int(year[2] if year is after else year[1])
    return before.start() if before else start, max(end, *(m.end() for m in (after, year) if m), end), fields


def _is_month(text: str, start: int, end: int) -> bool:
    """Whether "May" or "March" names the month: not where it begins a sentence, unless something qualifies it."""
    before = text[max(start - 8, 0) : start]
    if text[start:end] == "May" and _PRICED.match(text, end):
        return True
    return bool(_QUALIFIED.search(before)) or not _MODAL.search(before) or text[end : end + 1] in ".,"


def _year(text: str, start: int, end: int) -> list[Atom]:
    """The year after its cue ("in 2016"); the cue itself is read too where it is a word of time."""
    match = _YEAR.match(text, end - 2)
    if match is None:
        return []
    cue = text[start : end - 3].lower()
    if cue in _OWNERS and not _OWNED_AFTER.match(text, match.end()):
        return []  # "its 2020 peak", "erases 2018's gains", but "the 2026 bond"
    if cue in _CLOSERS:
        return [(end - 2, match.end(), {"year": int(match.group()), "edge": "end"})]  # "ended 2008 at $45.59"
    words = _cues()
    year: Atom = (end - 2, match.end(), {"year": int(match.group())})
    return [(start, end - 3, words[cue]), year] if cue in words else [year]


@cache
def _cues() -> dict[str, Fields]:
    words = dict(vocabulary()) | PARTS_OF_YEARS
    return {cue: words[cue] for cue in _YEAR_CUES if cue in words}


def _in_order(found: list[Atom]) -> list[Atom]:
    """Atoms by place; of two that overlap the longer stays."""
    kept: list[Atom] = []
    found.sort(key=_START)
    for atom in found:
        if not kept or atom[0] >= kept[-1][1]:
            kept.append(atom)
        elif atom[1] - atom[0] > kept[-1][1] - kept[-1][0]:
            kept[-1] = atom
    return kept
