"""The forms of English verbs, for the tables of words: "slip" is slip, slips, slipped, slipping."""

from __future__ import annotations

_VOWELS = "aeiou"
_HISSING = ("s", "x", "z", "ch", "sh")


def forms(entry: str) -> list[str]:
    """All forms of a verb as the tables print it: the base, then past and participle where these are irregular, parted by
    colons; a star says that the base is a noun as well, and to be left out. What follows the first word stays as it is.

    >>> forms("edge up"), forms("shoot:shot")
    (['edge up', 'edges up', 'edged up', 'edging up'], ['shoot', 'shoots', 'shot', 'shooting'])
    >>> forms("slip")[2:], forms("carry")[1:3], forms("catapult*")[0]
    (['slipped', 'slipping'], ['carries', 'carried'], 'catapults')
    """
    entry, *irregular = entry.split(":")
    base, *rest = entry.split(" ")
    noun = base.endswith("*")
    base = base.removesuffix("*")
    past = [form.split(" ")[0] for form in irregular] or [_past(base)]
    found = [*([] if noun else [base]), _third(base), *past, _progressive(base)]
    return [" ".join((form, *rest)) for form in dict.fromkeys(found)]


def _third(base: str) -> str:
    if _changes_y(base):
        return f"{base[:-1]}ies"
    return base + ("es" if base.endswith((*_HISSING, "go")) else "s")


def _past(base: str) -> str:
    if _changes_y(base):
        return f"{base[:-1]}ied"
    return base + "d" if base.endswith("e") else _doubled(base) + "ed"


def _progressive(base: str) -> str:
    return base[:-1] + "ing" if base.endswith("e") and not base.endswith("oe") else _doubled(base) + "ing"


def _changes_y(base: str) -> bool:
    return base.endswith("y") and base[-2:-1] not in _VOWELS


def _doubled(base: str) -> str:
    """A short syllable doubles its last letter: "slip", not "sink" or "soar"."""
    short = len(base) > 2 and base[-1] not in f"{_VOWELS}wxy" and base[-2] in _VOWELS and base[-3] not in _VOWELS
    return base + base[-1] if short and sum(letter in _VOWELS for letter in base) == 1 else base
