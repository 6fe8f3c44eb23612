"""Numbers in words, and the mixture of words and digits that radio scripts use: "three-and-a-half",
"four-thousand-129-point-68".
"""

from __future__ import annotations

import csv
import re
from functools import cache

from signals.resources import data_path

# An article or a joining word counts only inside a numeral: between two of its parts.
ATOM = re.compile(r"[a-z]+|\d[\d,]*(?:\.\d+)?", re.IGNORECASE)
JOIN = re.compile(r"-and-a-|-and-|-| and (?:a )?| ", re.IGNORECASE)
FOLLOW = re.compile(
    r"(?: of)?(?: an?)?(?: full| whole)?[ -](?:%|percent|per[ -]cent|pct|percentage|basis|bps?\b|points?\b"
    r"|cents?\b|pence|paise)",
    re.IGNORECASE,
)


_OH = "oh"  # "four oh six": a nought inside a numeral


@cache
def numerals() -> dict[str, tuple[float, str]]:
    """Number words: value and role (unit, scale or fraction)."""
    with data_path("words", "numerals.csv").open(encoding="utf-8", newline="") as file:
        return {row["word"]: (float(row["value"]), row["role"]) for row in csv.DictReader(file)} | {_OH: (0.0, "unit")}


def _goes_on(text: str, end: int) -> bool:
    """Whether a figure stands behind "point", so that it parts decimals: "one point two", not "one point lower"."""
    joint = JOIN.match(text, end)
    behind = ATOM.match(text, joint.end()) if joint else None
    return behind is not None and (behind.group()[0].isdigit() or numerals().get(behind.group().lower(), (0, ""))[1] == "unit")


def atoms(text: str, start: int) -> tuple[list[str], int]:
    """The parts of the numeral that starts at ``start``, and its end.  Joined by hyphens, spaces, "and", "point"."""
    parts: list[str] = []
    position = end = start
    while found := ATOM.match(text, position):
        word = found.group().lower()
        known = (word in numerals() and word != _OH) or word[0].isdigit()
        if not (
            known
            or (parts and (word == _OH or (word == "point" and (text[position - 1] == "-" or _goes_on(text, found.end())))))
        ):
            break
        parts.append(word)
        position = end = found.end()
        join = JOIN.match(text, position)
        if not join:
            break
        position = join.end()
    return parts, end


def value(parts: list[str]) -> float | None:
    """The value of the parts of a numeral, None where they make no number.

    >>> [value(p.split()) for p in ("three half", "four thousand 129 point 68", "zero point five one", "three tenths")]
    [3.5, 4129.68, 0.51, 0.3]
    """
    if "point" in parts:
        cut = parts.index("point")
        whole = value(parts[:cut])
        decimals = "".join(_digits(part) for part in parts[cut + 1 :])
        return None if whole is None or not decimals.isdigit() else float(f"{whole:.0f}.{decimals}")
    return _sum(parts)


def readings(parts: list[str]) -> tuple[float, ...]:
    """What a price read aloud in pairs can be: "five twenty-eight and a quarter" is 5.2825 or 528.25, "one fifty-five point
    eight" 155.8; empty where the parts make one number.

    >>> [readings(p.split()) for p in ("eighty two sixty six", "four oh six half", "sixty two half", "two thousand ten")]
    [(82.66, 8266.0), (4.065, 406.5), (), ()]
    """
    fraction = _part(parts[-1])
    groups = _pairs(parts[:-1] if fraction else parts)
    if len(groups) < 2 or len(groups) > 3 or any(value(group) is None for group in groups):
        return ()
    figures = [value(group) or 0.0 for group in groups]
    if "point" in groups[-1]:
        return (round(_joined(figures[:-1]) * 100 + figures[-1], 8),) if figures[-1] >= 10 else ()
    if any(not 10 <= figure < 100 and group[0] != _OH for figure, group in zip(figures[1:], groups[1:], strict=True)):
        return ()
    whole = _joined(figures)
    return round((whole + fraction) / 100, 8), round(whole + fraction, 8)


def in_pairs(parts: list[str]) -> bool:
    """Whether the parts are several numbers one behind the other: their sum means nothing."""
    return len(_pairs(parts[:-1] if _part(parts[-1]) else parts)) > 1


def _part(word: str) -> float:
    """The value of "half" or "quarter", 0 for another word, "quarters" included."""
    size, role = numerals().get(word, (0.0, ""))
    return size if role == "fraction" and not word.endswith("s") else 0.0


def _joined(figures: list[float]) -> float:
    total = 0.0
    for figure in figures:
        total = total * 100 + figure
    return total


def _pairs(parts: list[str]) -> list[list[str]]:
    """The parts cut where one cannot go on from the last, as "twenty" cannot from "five"; empty with scales or digits."""
    groups: list[list[str]] = []
    room = 0.0  # what may still be added to the last part: units to tens
    for place, part in enumerate(parts):
        if part == "point":
            return [*groups[:-1], groups[-1] + parts[place:]] if groups else []
        size, role = numerals().get(part, (0.0, "digit"))
        if role != "unit":
            return []
        if room and 0 < size < room:
            groups[-1].append(part)
            room = 0
        else:
            groups.append([part])
            room = 10 if size >= 20 or part == _OH else 0
    return groups


def _digits(part: str) -> str:
    return part if part[0].isdigit() else f"{numerals().get(part, (0, ''))[0]:.0f}"


def _sum(parts: list[str]) -> float | None:
    total = current = 0.0
    for place, part in enumerate(parts):
        size, role = (float(part.replace(",", "")), "unit") if part[0].isdigit() else numerals()[part]
        if role == "scale":
            total, current = (
                total + (current or 1) * size if size >= 1000 else total,
                0 if size >= 1000 else (current or 1) * size,
            )
        elif role == "fraction":
            current = current * size if part.endswith("s") and place else current + size
        else:
            current += size
    return round(total + current, 10)
