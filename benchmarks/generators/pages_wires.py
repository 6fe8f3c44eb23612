"""Layouts of wires, letters and exports: text that was never a page."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from dataclasses import replace

from benchmarks.generators.pages import (
    JOHANNESBURG,
    KOLKATA,
    LONDON,
    NEW_YORK,
    RECEIVED,
    Cast,
    Layout,
    Page,
    Told,
    joined,
)


def wire_slugs(cast: Cast) -> Page:
    """A teleprinter: slugs, hard-wrapped and indented paragraphs, sign-off in figures."""
    told = [replace(item, source="KNA") for item in cast.told(4)]
    blocks = []
    for number, t in enumerate(told):
        paragraphs = [f"{t.story.place.title()}, Jul 4 (KNA) {t.paragraphs[0]}", *t.paragraphs[1:]]
        wrapped = "\n\n".join(textwrap.fill(p, 72, initial_indent="    " * bool(n)) for n, p in enumerate(paragraphs))
        blocks.append(
            f"ZCZC\n.{t.story.place[:3]} FGN{number + 11}\n{t.headline}\n\n{wrapped} KNA "
            f"{t.author[:3].upper()}\n{t.local(KOLKATA, '%m%d%H%M')}\nNNNN"
        )
    return Page("wire_slugs", joined(blocks, "\n"), [replace(t, tolerance=335) for t in told], ["ZCZC", "NNNN"])


def wire_end(cast: Cast) -> Page:
    """Stories closed by (END), a stamp at the foot and a notice of rights."""
    told = [replace(item, source="Harbour Newswires") for item in cast.told(3)]
    blocks = [
        f"{t.headline}\n\nBy {t.author}\n\n{joined(t.paragraphs)}\n(END) Harbour Newswires\n"
        f"{t.local(NEW_YORK, '%B %d, %Y %H:%M')} ET\n\n"
        "Copyright (c) 2025 Harbour Newswires, Inc."
        for t in told
    ]
    return Page("wire_end", joined(blocks, "\n\n"), told, ["Copyright (c) 2025"])


def alerts(cast: Cast) -> Page:
    """One-line alerts with second stamps."""
    told = [replace(t, at=t.moment.replace(second=7 + n)) for n, t in enumerate(cast.told(6, source="KSTL"))]
    lines = [f"{t.moment:%H:%M:%S %d%b%y} KSTL-{t.headline.upper()}" for t in told]
    return Page(
        "alerts",
        joined(["MONITOR: ALERTS   04-JUL-2025   ALL TIMES GMT", "\n".join(lines)]),
        [_alone(t, t.headline.upper()) for t in told],
    )


def _alone(told: Told, headline: str) -> Told:
    return replace(told, story=replace(told.story, headline=headline, paragraphs=(headline,)))


def newsletter_numbered(cast: Cast) -> Page:
    """A dated letter of numbered pieces with their sources in brackets."""
    told = [t.daily() for t in cast.told(5)]
    told = [replace(t, at=RECEIVED.replace(hour=12), source=None) for t in told]
    blocks = [f"{n}. {t.headline}\n{' '.join(t.paragraphs)}" for n, t in enumerate(told, 1)]
    top = "THE MORNING LEDGER\nFriday, 4 July 2025\n\nGood morning. Here is what you need to know before the bell."
    return Page(
        "newsletter_numbered",
        joined([top, *blocks, "Was this email forwarded to you? Subscribe here.\nUnsubscribe | Privacy policy"]),
        told,
        ["Unsubscribe", "Was this email forwarded", "Good morning"],
    )


def newsletter_rules(cast: Cast) -> Page:
    """Pieces between rules, without any stamp but the day of the letter."""
    told = [replace(t.daily(), at=None, source=None) for t in cast.told(4)]
    blocks = [f"{t.headline}\n\n{joined(t.paragraphs).strip()}" for t in told]
    return Page("newsletter_rules", joined(blocks, "\n\n-----------------------------\n\n"), told)


def underlined(cast: Cast) -> Page:
    """A mail digest: headlines underlined, lines broken to a width."""
    told = [replace(t, at=None) for t in cast.told(4)]
    blocks = [
        f"{t.headline}\n{'=' * len(t.headline)}\n"
        + "\n\n".join(textwrap.fill(p, 68) for p in t.paragraphs)
        + f"\n\n({t.source})"
        for t in told
    ]
    return Page("underlined", joined(blocks, "\n\n\n"), told)


def log_lines(cast: Cast) -> Page:
    """A stamp in brackets, a publisher and the text of the item on one line each."""
    told = [replace(t, headed=False, source=None) for t in cast.told(6)]
    lines = [f"[{t.moment:%Y-%m-%d %H:%M} UTC] {' '.join(t.paragraphs)}" for t in told]
    return Page("log_lines", joined(lines, "\n"), told)


def channel_export(cast: Cast) -> Page:
    """A messenger's export: name and stamp, then the post."""
    told = [replace(t, source="Kestrel Markets") for t in cast.told(5)]
    blocks = [f"Kestrel Markets, [{t.local(LONDON, '%d.%m.%Y %H:%M')} BST]\n{t.headline}\n{t.body}" for t in told]
    return Page("channel_export", joined(blocks), told)


def dateline_only(cast: Cast) -> Page:
    """Headlines and datelines with agency and day, nothing else."""
    told = [replace(t.daily(), source="Kestrel") for t in cast.told(4)]
    told = [replace(t, at=RECEIVED.replace(hour=12)) for t in told]
    blocks = [f"{t.headline}\n\n{t.story.place}, July 4 (Kestrel) - {joined(t.paragraphs).strip()}" for t in told]
    return Page("dateline_only", joined(blocks, "\n\n"), told)


def agency_credit(cast: Cast) -> Page:
    """Each story closed by its agency on a line of its own."""
    told = [replace(t, at=None) for t in cast.told(4)]
    blocks = [f"{t.headline}\n\n{joined(t.paragraphs).strip()}\n\n- {t.source}" for t in told]
    return Page("agency_credit", joined(["Morning round-up", *blocks, "Sign up | Log in"]), told, ["Sign up"])


def letter_sections(cast: Cast) -> Page:
    """A mail with its date at the top and titles under section names."""
    at = RECEIVED.replace(hour=4, minute=30)
    told = [replace(t, at=at, source=None) for t in cast.told(4)]
    sections = ("MARKETS", None, "POLITICS", "ELSEWHERE")
    blocks = [
        f"{name}\n" * bool(name) + f"{t.headline}\n{' '.join(t.paragraphs)}" for name, t in zip(sections, told, strict=True)
    ]
    top = "From: Daily Brief\nSubject: Daily Brief\nDate: Fri, 4 Jul 2025 06:30:00 +0200"
    text = joined([top, *blocks, "To stop receiving these emails, unsubscribe here."])
    return Page("letter_sections", text, told, ["To stop receiving"])


def headlines_only(cast: Cast) -> Page:
    """Publisher, headline and age, without any text."""
    told = [_alone(t.hourly(), t.headline) for t in cast.told(5)]
    blocks = [f"{t.source}\n{t.headline}\n{t.age()}" for t in told]
    return Page("headlines_only", joined(["Headlines\nFor you", *blocks]), told)


def named_fields(cast: Cast) -> Page:
    """A database's output: each part of an item under its name."""
    told = cast.told(3)
    blocks = [
        f"Headline: {t.headline}\nSource: {t.source}\n"
        f"Published: {t.local(JOHANNESBURG, '%d-%b-%Y %H:%M')} SAST\nStory:\n{t.body}"
        for t in told
    ]
    return Page("named_fields", joined(blocks, "\n---\n"), told, ["Story:"])


def contributed(cast: Cast) -> Page:
    """Agency reports closed by who else wrote them, after a rule."""
    told = [replace(t, source="KNA") for t in cast.told(3)]
    blocks = [
        f"{t.headline}\nBY {t.author.upper()}\nUpdated {t.local(NEW_YORK, '%I:%M %p')} EDT, July 4, 2025\nShare\n\n"
        f"{t.story.place} (KNA) — {joined(t.paragraphs).strip()}\n\n___\n\nKNA writers in Nairobi contributed to this report."
        for t in told
    ]
    return Page("contributed", joined(["TOP STORIES", *blocks]), told, ["contributed to this report"])


LAYOUTS: Sequence[Layout] = (
    wire_slugs, wire_end, alerts, newsletter_numbered, newsletter_rules, underlined, log_lines, channel_export,
    dateline_only, agency_credit, letter_sections, headlines_only, named_fields, contributed,
)  # fmt: skip
