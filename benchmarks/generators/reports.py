"""Labelled market reports by construction: wording, order, units, lists, tables and noise vary, the facts are drawn first.

The labels have the form of the hand-labelled reports, so that one scorer reads both.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from benchmarks.generators import noise, tables
from benchmarks.generators.facts import Subject, Way, label, near, subjects
from benchmarks.generators.wording import (
    CLOSED,
    NOUNS,
    TAILS,
    VERBS,
    WORDS,
    headline,
    level_text,
    percent,
    sentence,
    size_of,
    standing,
    statement,
    with_article,
)

# Evenings of Monday to Thursday after a session of every market.
EVENINGS = tuple(datetime(2024, 6, 3, 21, 0, tzinfo=UTC) + timedelta(days=day) for day in (1, 2, 8, 9, 10, 21, 22, 23, 24))
Labels = list[dict[str, Any]]
Passage = tuple[str, Labels]


@dataclass(frozen=True, slots=True)
class Report:
    """A text, when it was received, and what it states."""

    text: str
    received_at: datetime
    observations: Labels

    def labelled(self, name: str) -> dict[str, Any]:
        """The report in the form of the labelled reports."""
        received = self.received_at.strftime("%Y-%m-%dT%H:%M:%SZ")
        return {"id": name, "received_at": received, "text": self.text, "observations": self.observations, "ignore": []}


@dataclass(frozen=True, slots=True)
class Desk:
    """What a passage is written with: the chance, the day of the report and the subjects not yet used."""

    draw: random.Random
    received_at: datetime
    left: list[Subject]

    @property
    def day(self) -> str:
        """The day of the report, which is that of all its observations without a clock time."""
        return self.received_at.date().isoformat()

    def take(self, shapes: tuple[str, ...] = ()) -> Subject:
        """A fresh subject, of one of the shapes if any are named."""
        found = next((s for s in self.left if not shapes or s.shape in shapes), self.left[0])
        self.left.remove(found)
        return found

    def way(self) -> Way:
        """Up or down."""
        return Way(self.draw.choice((1, -1)))


def generate(seed: int, passages: int = 5) -> Report:
    """One report of ``passages`` passages with facts, each about other instruments; the same seed gives the same report."""
    draw = random.Random(seed)  # noqa: S311
    received = draw.choice(EVENINGS)
    desk = Desk(draw, received, subjects(draw))
    written = [draw.choice(PASSAGES)(desk) for _ in range(passages)]
    lines = [text for text, _ in written]
    for _ in range(draw.randint(1, 5)):
        lines.insert(draw.randint(0, len(lines)), noise.line(draw))
    dateline = f"{draw.choice(('LONDON', 'NEW YORK', 'SINGAPORE'))}, {received:%B} {received.day} - {_lead(draw, received)}"
    text = headline(draw) + "\n" + dateline
    for line in lines:
        block = "\n" in line or text.endswith("\n")
        text += ("\n\n" if block or draw.random() < 0.3 else " ") + line
    return Report(text.strip(), received, [fact for _, facts in written for fact in facts])


def _lead(draw: random.Random, received: datetime) -> str:
    """A first sentence without a fact; most reports name their day in it."""
    if draw.random() < 0.3:
        return noise.line(draw)
    return draw.choice((
        f"Trade was calm on {received:%A}, with many desks thinly staffed.", f"Investors had little to go by on {received:%A}.",
        f"It was another nervous {received:%A} for dealers.", f"Nothing much disturbed the peace on {received:%A}.",
    ))  # fmt: skip


def _single(desk: Desk) -> Passage:
    """One level and move, perhaps at a clock time."""
    draw, subject, way = desk.draw, desk.take(), desk.way()
    level, size = near(draw, subject), size_of(draw, subject)
    clause, kind = statement(draw, subject, way, size, level_text(draw, subject, level))
    at, clock = desk.day, ""
    if kind == "last" and not subject.on_exchange and draw.random() < 0.25:
        hour, minute = draw.randint(8, 19), draw.choice((0, 5, 15, 30, 45))
        at, clock = f"{desk.day}T{hour:02}:{minute:02}:00Z", f"at {hour:02}{minute:02} GMT, "
        clause = clause[0].lower() + clause[1:] if clause.split()[0] in ("Up", "Down", "Off") else clause
    text = sentence(clock + clause + draw.choice(TAILS))
    return text, [_whole(subject, text, (level, kind), size.moves(way.quote(subject), "prev_close"), at)]


def _whole(subject: Subject, text: str, level: tuple[float, str] | None, moves: Labels, at: str | None) -> dict[str, Any]:
    made = label(subject, text, level, moves[0] if moves else None, at)
    return {**made, "move_alt": moves[1:]} if moves[1:] else made


def _previous(desk: Desk) -> Passage:
    """A move given by two levels, the earlier one with its day."""
    draw, subject, way = desk.draw, desk.take(), desk.way()
    before = near(draw, subject)
    step = max(subject.level * draw.uniform(0.002, 0.02), 10**-subject.decimals)
    level = round(before + way.sign * subject.sign * step, subject.decimals)
    yesterday = desk.received_at - timedelta(days=1 if desk.received_at.weekday() else 3)
    earlier = level_text(draw, subject, before).split(" a")[0].split(" per")[0].split(" to")[0].split("/$")[0]
    verb = draw.choice(("rose", "climbed", "firmed") if way.sign > 0 else ("fell", "slipped", "eased"))
    text = sentence(
        f"{draw.choice(subject.names)} {verb} to {level_text(draw, subject, level)} "
        f"from {earlier} {draw.choice(('on', 'late on'))} {yesterday:%A}"
    )
    move = {"direction": way.quote(subject), "value": None, "unit": None, "basis": "prev_close"}
    return text, [
        label(subject, text, (level, standing(subject)), move, desk.day),
        label(subject, text, (before, "previous"), None, yesterday.date().isoformat()),
    ]


def _pair(desk: Desk) -> Passage:
    """Two subjects of a kind in one clause, with sizes in their order."""
    draw, way = desk.draw, desk.way()
    subject = desk.take(("points",))
    other = desk.take((subject.shape,))
    first, second = percent(draw), percent(draw)
    names = f"{draw.choice(subject.names)} and {draw.choice(other.names)}"
    verb = draw.choice([v for v in VERBS[way.sign] if " " not in v])
    if draw.random() < 0.3:
        text = sentence(f"both {names} {verb} {first.text}")
        sizes = (first, first)
    else:
        text = sentence(f"{names} {verb} {first.text} and {second.text}{draw.choice((', respectively', ' respectively'))}")
        sizes = (first, second)
    return text, [
        _whole(s, text, None, size.moves(way.quote(s), "prev_close"), desk.day)
        for s, size in zip((subject, other), sizes, strict=True)
    ]


def _elided(desk: Desk) -> Passage:
    """A run of subjects of a kind whose verb is said once."""
    draw, way = desk.draw, desk.way()
    first = desk.take(("points",))
    run = [first, desk.take((first.shape,)), *([desk.take((first.shape,))] if draw.random() < 0.4 else [])]
    parts, labels = [], []
    for place, subject in enumerate(run):
        level, size = near(draw, subject), percent(draw)
        verb = draw.choice([v for v in VERBS[way.sign] if " " not in v]) + " " if place == 0 else ""
        parts.append(f"{draw.choice(subject.names)} {verb}{size.text} to {level_text(draw, subject, level)}")
        labels.append(_whole(subject, "", (level, standing(subject)), size.moves(way.quote(subject), "prev_close"), desk.day))
    text = sentence(", ".join(parts[:-1]) + " and " + parts[-1])
    return text, [{**made, "evidence": text} for made in labels]


def _extreme(desk: Desk) -> Passage:
    """The day's high or low, then where the subject stood or ended."""
    draw, subject, way = desk.draw, desk.take(), desk.way()
    who, peak = draw.choice(subject.names), near(draw, subject)
    level = round(peak * (1 - way.sign * subject.sign * draw.uniform(0.002, 0.01)), subject.decimals)
    size, at = size_of(draw, subject), level_text(draw, subject, level)
    kind = "high" if way.sign * subject.sign > 0 else "low"
    reach = draw.choice(("as high as", "a session high of") if way.sign > 0 else ("as low as", "a session low of"))
    went = "hit" if reach.startswith("a ") else draw.choice(("rose", "went") if way.sign > 0 else ("fell", "went"))
    text = sentence(f"{who} {went} {reach} {level_text(draw, subject, peak)}")
    after = sentence(
        f"it {'ended' if subject.on_exchange else 'was last'} {size.text.rstrip(',')} {draw.choice(WORDS[way.sign])} at {at}"
    )
    return f"{text} {after}", [
        label(subject, text, (peak, kind), None, desk.day),
        _whole(subject, after, (level, standing(subject)), size.moves(way.quote(subject), "prev_close"), desk.day),
    ]


def _two_bases(desk: Desk) -> Passage:
    """The day's close, then the week or the year of the same subject by a pronoun."""
    draw, way, other = desk.draw, desk.way(), desk.way()
    subject = desk.take(("points", "dollars a barrel", "dollars a tonne"))
    level, size, longer = near(draw, subject), size_of(draw, subject), percent(draw, 10, 160)
    who, word = draw.choice(subject.names), draw.choice(WORDS[way.sign][:2])
    text = sentence(f"{who} {draw.choice(CLOSED)} {size.text.rstrip(',')} {word} at {level_text(draw, subject, level)}")
    span, basis = draw.choice((("this week", "wtd"), ("so far this year", "ytd"), ("this year", "ytd")))
    more = sentence(draw.choice((
        f"it has {'gained' if other.sign > 0 else 'lost'} {longer.text} {span}",
        f"{span}, it is {draw.choice(WORDS[other.sign][:2])} {longer.text}",
    )))  # fmt: skip
    return f"{text} {more}", [
        _whole(subject, text, (level, "close"), size.moves(way.quote(subject), "prev_close"), desk.day),
        _whole(subject, more, None, longer.moves(other.quote(subject), basis), desk.day),
    ]


def _flat(desk: Desk) -> Passage:
    """A subject that did not move."""
    draw, subject = desk.draw, desk.take()
    level = near(draw, subject)
    words = draw.choice(("was little changed at", "was flat at", "was unchanged at", "was steady at", "held steady at"))
    text = sentence(f"{draw.choice(subject.names)} {words} {level_text(draw, subject, level)}" + draw.choice(TAILS))
    move = {"direction": "flat", "value": None, "unit": None, "basis": "prev_close"}
    return text, [label(subject, text, (level, standing(subject)), move, desk.day)]


def _forecast(desk: Desk) -> Passage:
    """A level that somebody expects."""
    draw, subject = desk.draw, desk.take()
    level = level_text(draw, subject, (number := near(draw, subject)))
    who, bank = draw.choice(subject.names), draw.choice(("a large bank", "a broker in Zurich", "a research house"))
    text = sentence(draw.choice((
        f"economists at {bank} expect {who} to reach {level} by the end of the year",
        f"{bank} forecasts {who} at {level} in twelve months",
        f"{bank} sees {who} at {level} by year-end",
    )))  # fmt: skip
    return text, [label(subject, text, (number, "forecast"), None, None)]


def _inverted(desk: Desk) -> Passage:
    """A reason first, a subordinate clause, or the subject after its move."""
    draw, subject, way = desk.draw, desk.take(), desk.way()
    level, size = near(draw, subject), percent(draw)
    who, at, noun = draw.choice(subject.names), level_text(draw, subject, level), with_article(draw.choice(NOUNS[way.sign]))
    verb = draw.choice([v for v in VERBS[way.sign] if v not in ("was up", "was down")])
    text = sentence(draw.choice((
        f"although trade was thin, {who} {verb} {size.text} to {at}",
        f"helped by nothing in particular, {who} {verb} {size.text} and was at {at}",
        f"there was {noun} of {size.text} for {who}, to {at}",
        f"{who}, which had been calm for days, {verb} {size.text} to {at}",
        f"among the movers was {who}, which {verb} {size.text} to {at}",
    )))  # fmt: skip
    return text, [_whole(subject, text, (level, standing(subject)), size.moves(way.quote(subject), "prev_close"), desk.day)]


def _bullets(desk: Desk) -> Passage:
    """Telegraphic lines: a name, a level, a signed move."""
    draw, mark = desk.draw, desk.draw.choice("•-*")
    lines, labels = [], []
    for _ in range(draw.randint(2, 3)):
        subject, way = desk.take(("points", "dollars a barrel", "dollars", "dollars a ounce")), desk.way()
        level, size = near(draw, subject), draw.randint(1, 480) / 100
        name = draw.choice(subject.names).removeprefix("the ")
        at, sign = level_text(draw, subject, level), "+" if way.sign > 0 else "-"
        lines.append(draw.choice((
            f"{mark} {name[0].upper() + name[1:]}: {at} ({sign}{size:g}%)",
            f"{mark} {name[0].upper() + name[1:]} {sign}{size:g}% to {at}",
            f"{mark} {name[0].upper() + name[1:]}: {at}, {'up' if way.sign > 0 else 'down'} {size:g}%",
        )))  # fmt: skip
        move = {"direction": way.quote(subject), "value": size, "unit": "percent", "basis": "prev_close"}
        labels.append(label(subject, lines[-1], (level, standing(subject)), move, desk.day))
    return "\n" + "\n".join(lines) + "\n", labels


def _table(desk: Desk) -> Passage:
    """A table of currencies or of indices."""
    return tables.table(desk.draw, [s for s in desk.left if s.shape in ("per dollar", "points")], desk.left, desk.day)


PASSAGES: tuple[Callable[[Desk], Passage], ...] = (
    _single, _single, _single, _single, _inverted, _inverted, _previous, _pair, _elided, _extreme, _two_bases, _flat, _forecast,
    _bullets, _table,
)  # fmt: skip
