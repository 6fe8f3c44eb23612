"""How generated reports print a level and a move, and the sentences around them."""

from __future__ import annotations

import random
from typing import Any, NamedTuple

from benchmarks.generators.facts import Subject, Way

VERBS = {
    1: (
        "rose",
        "gained",
        "climbed",
        "added",
        "advanced",
        "jumped",
        "firmed",
        "put on",
        "was up",
        "surged",
        "edged up",
        "ticked up",
    ),
    -1: (
        "fell",
        "lost",
        "slipped",
        "shed",
        "eased",
        "dropped",
        "declined",
        "gave up",
        "was down",
        "sank",
        "edged down",
        "retreated",
    ),
}
WORDS = {1: ("higher", "up", "firmer", "stronger"), -1: ("lower", "down", "weaker", "softer")}
NOUNS = {1: ("gain", "rise", "advance"), -1: ("loss", "drop", "decline", "fall")}
LEADS = {1: ("Up", "Ahead by", "Gaining"), -1: ("Down", "Off", "Losing")}
HEDGES = ("", "", "", "", "about ", "nearly ", "roughly ", "more than ", "almost ", "some ", "a little over ")
TRADED = ("traded at", "was at", "stood at", "changed hands at", "was quoted at", "was last at", "was seen at", "fetched")
CLOSED = ("closed", "ended", "finished", "settled")
TAILS = (
    "", "", "", ", tracking moves elsewhere", " as traders waited for the jobs report", " after data showed inflation at 3.4%",
    ", dealers said", " ahead of the holiday on July 9", " following a 25,000-tonne sale", " as risk appetite returned",
    ", its third such day in four", " amid talk of a $40 billion package", " on volume of 3.2 million lots",
)  # fmt: skip
MAGNITUDES = {"points": (5, 420, 100), "bp": (1, 16, 1), "cents": (5, 120, 100), "dollars": (5, 240, 100)}


class Size(NamedTuple):
    """A move's size as printed, and what it may be labelled as: value and unit, the main one first."""

    text: str
    values: tuple[tuple[float, str], ...]

    def moves(self, direction: str, basis: str) -> list[dict[str, Any]]:
        """The labels of the move."""
        return [{"direction": direction, "value": value, "unit": unit, "basis": basis} for value, unit in self.values]


def percent(draw: random.Random, least: int = 1, most: int = 48) -> Size:
    """A percentage with its word."""
    size = draw.randint(least, most) / 10 if draw.random() < 0.6 else draw.randint(10 * least, 10 * most) / 100
    return Size(
        draw.choice(HEDGES) + f"{size:g}" + draw.choice(("%", "%", " percent", " per cent", " pct")), ((size, "percent"),)
    )


def size_of(draw: random.Random, subject: Subject) -> Size:
    """A size in the way the subject's moves are printed: percent, or points, cents, dollars or basis points, or two of them."""
    if subject.step == "bp":
        return _basis_points(draw)
    share = percent(draw)
    if subject.step is None or draw.random() < 0.5:
        return share
    amount, printed, unit = _amount(draw, subject)
    if draw.random() < 0.4 or subject.step == "cents":
        return Size(printed, ((amount, unit),))
    bare = f"{share.values[0][0]:g}%"
    text = draw.choice((f"{printed}, or {bare},", f"{printed} ({bare})", f"{printed} or {bare}"))
    return Size(text, (share.values[0], (amount, unit)))


def _amount(draw: random.Random, subject: Subject) -> tuple[float, str, str]:
    step = subject.step or "points"
    least, most, parts = MAGNITUDES[step]
    number = draw.randint(least, most)
    if step == "points":
        amount = number + draw.randint(0, parts - 1) / parts
        return amount, f"{amount:.2f} points", "points"
    if step == "cents":
        return round(number / 10 / 100, 5), f"{number / 10:g} cents" if number != 10 else "1 cent", "USD"
    if subject.decimals == 0:
        return number, f"${number}", "USD"
    if number < parts:
        return number / parts, f"{number} cents", "USD"
    return number / parts, f"${number / parts:.2f}", "USD"


def _basis_points(draw: random.Random) -> Size:
    size = draw.randint(2, 30) / 2
    return Size(f"{size:g} " + draw.choice(("basis points", "bps", "bp")), ((size, "bp"),))


def level_text(draw: random.Random, subject: Subject, level: float) -> str:
    """A level as the press prints it for this kind of instrument."""
    plain, grouped = f"{level:.{subject.decimals}f}", f"{level:,.{subject.decimals}f}"
    kind, _, detail = subject.shape.partition(" ")
    if subject.shape == "per dollar":
        return plain + draw.choice((" against the dollar", " per dollar", " to the dollar", "/$", " against the greenback"))
    if kind == "in":
        return f"{plain} {detail}"
    if kind == "dollars" and detail.startswith("a "):
        per = detail[2:]
        return "$" + grouped + draw.choice((f" a {per}", f" per {per}", "")).replace(" a ounce", " an ounce")
    if subject.shape in ("dollars", "dollars each"):
        return "$" + grouped
    if subject.shape == "percent":
        return f"{plain}%"
    if kind in ("JPY", "KRW"):
        return grouped + (" yen" if kind == "JPY" else " won")
    return subject.shape.partition(" ")[2] + grouped if kind.isupper() else grouped + draw.choice(("", "", " points"))


def headline(draw: random.Random) -> str:
    """A headline without a fact."""
    return draw.choice((
        "Markets at a glance", "Evening market report", "What moved today", "Morning briefing for investors",
        "MARKET REPORT", "Notes from the dealing room", "Daily round-up: currencies, shares and raw materials",
    ))  # fmt: skip


def with_article(noun: str) -> str:
    """The noun with "a" or "an"."""
    return ("an " if noun[0] in "aeiou" else "a ") + noun


def sentence(text: str) -> str:
    """Begins with a capital, ends with a full stop, without a comma before it."""
    text = text.rstrip(" ,")
    return text[0].upper() + text[1:] + ("" if text.endswith(".") else ".")


def standing(subject: Subject) -> str:
    """The kind of a level that nothing but "was at" describes, in a report of the evening."""
    return "close" if subject.on_exchange else "last"


def statement(draw: random.Random, subject: Subject, way: Way, size: Size, level: str) -> tuple[str, str]:
    """A clause that states a move and a level in one of many orders, and the level's kind."""
    who, verb, word = draw.choice(subject.names), draw.choice(VERBS[way.sign]), draw.choice(WORDS[way.sign])
    noun, lead, at = with_article(draw.choice(NOUNS[way.sign])), draw.choice(LEADS[way.sign]), draw.choice(TRADED)
    ended, plain = draw.choice(CLOSED), size.text.rstrip(",")
    forms = [
        (f"{who} {verb} {size.text} to {level}", "last"),
        (f"{who} was {plain} {word} at {level}", "last"),
        (f"{who} {at} {level}, {word} {plain}", "last"),
        (f"{who} {at} {level}, {noun} of {plain}", "last"),
        (f"{who}, {plain} {word} on the day, {at} {level}", "last"),
        (f"{who}, at {level}, was {plain} {word}", "last"),
        (f"{lead} {plain}, {who} {at} {level}", "last"),
        (f"with {noun} of {plain}, {who} {at} {level}", "last"),
        (f"{noun} of {plain} took {who} to {level}", "last"),
        (f"{who} {ended} {plain} {word} at {level}", "close"),
        (f"{who} {ended} at {level}, {word} {plain}", "close"),
        (f"{who} {ended} the session at {level}, {word} by {plain}", "close"),
        (f"{lead} {plain}, {who} {ended} at {level}", "close"),
    ]
    text, kind = draw.choice(forms)
    return text, standing(subject) if kind == "last" else kind
