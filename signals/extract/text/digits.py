"""What digits are worth: thousands separators told from a decimal comma, fractions, and how many decimals are printed."""

from __future__ import annotations

import re

_APART = re.compile("[ '’\u00a0\u202f]")
VULGAR = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3, "⅛": 0.125}
_ARROWS = {"▲": 1, "▼": -1, "⬆": 1, "⬇": -1, "↑": 1, "↓": -1, "🔺": 1, "🔻": -1}


def plain_value(text: str) -> float:
    """The value of a digit run, thousands separators told from a decimal comma.

    >>> [plain_value(t) for t in ("12,792.81", "1,200", "17,62", "1.234.567", "108 597", "0,250", "9'161.1")]
    [12792.81, 1200.0, 17.62, 1234567.0, 108597.0, 0.25, 9161.1]
    """
    if text in VULGAR:
        return VULGAR[text]
    if "," not in text and text.isascii() and text.count(".") <= 1:
        return float(text.replace(" ", "").replace("'", ""))
    text = _APART.sub("", text)
    commas, dots = text.count(","), text.count(".")
    if commas and dots:
        decimal = max(text.rfind(","), text.rfind("."))
        return float(re.sub("[.,]", "", text[:decimal]) + "." + text[decimal + 1 :])
    if dots > 1:
        return float(text.replace(".", ""))
    if commas == 1 and (len(text) - text.index(",") != 4 or text.startswith("0,")):
        return float(text.replace(",", "."))
    return float(text.replace(",", ""))


def figure(digits: str) -> tuple[float, int]:
    """Value and decimals of a digit run."""
    value = plain_value(digits)
    return value, decimals(digits, value)


def decimals(digits: str, value: float) -> int:
    """How many decimals are printed: those behind a full stop, or behind a comma that was read as a decimal comma."""
    if digits.count(".") == 1:
        return len(digits.rpartition(".")[2])
    whole = digits.count(",") != 1 or value == float(_APART.sub("", digits).replace(",", ""))
    return 0 if whole else len(digits.rpartition(",")[2])


def part_of(tail: re.Match[str]) -> float:
    """The fraction behind a whole number: "3/4", "¾", "and a half", "and three quarters"."""
    if tail["over"]:
        return int(tail["over"]) / int(tail["under"])
    return VULGAR.get(tail["vulgar"]) or (0.5 if tail["said"] == "half" else 0.75 if tail["parts"][0] == "t" else 0.25)


def sign_before(text: str, start: int) -> tuple[int, int]:
    """Where a number begins with the sign before it, and the sign: "+0.4", "▲ 1.2%", "minus 3"."""
    before = text[start - 1 : start]
    if before and before in "+-−–" and (start < 2 or text[start - 2] in " \n\t(|,:"):
        return start - 1, 1 if before == "+" else -1
    if (arrow := text[start - 2] if before == " " and start > 1 else before) in _ARROWS:
        return start - 1 - (before == " "), _ARROWS[arrow]  # "▲ 1.2%"
    if before == " " and text[start - 2] == "e" and text.startswith("negative", max(start - 9, 0)):
        return start - 9, -1
    if before == " " and text[start - 2] in "sS":
        if text[max(start - 6, 0) : start].lower() == "minus ":
            return start - 6, -1
        if text[max(start - 5, 0) : start].lower() == "plus ":
            return start - 5, 1
    return start, 0
