"""Pages written by rule in many layouts, with their items known: what a reader must find on a page that it has never seen.

Each layout is a function that lays a few told stories out as some kind of page does. A page knows its items (headline, first
and last words, publisher, time) and the furniture that belongs to none of them.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from benchmarks.generators.pages_stories import AUTHORS, PUBLISHERS, STORIES, Story

RECEIVED = datetime(2025, 7, 4, 17, 0, tzinfo=UTC)
BERLIN, LONDON = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/London")
JOHANNESBURG, KOLKATA, NEW_YORK = ZoneInfo("Africa/Johannesburg"), ZoneInfo("Asia/Kolkata"), ZoneInfo("America/New_York")


@dataclass(frozen=True, slots=True)
class Told:
    """A story as one publisher brings it: who, when (UTC), by whom. ``tolerance``: minutes by which its time may be off."""

    story: Story
    source: str | None
    author: str
    at: datetime | None
    tolerance: int = 1
    headed: bool = True

    @property
    def headline(self) -> str:
        """The headline of the story."""
        return self.story.headline

    @property
    def paragraphs(self) -> Sequence[str]:
        """The paragraphs of the story."""
        return self.story.paragraphs

    @property
    def body(self) -> str:
        """The paragraphs on lines of their own."""
        return "\n".join(self.story.paragraphs)

    def local(self, zone: ZoneInfo, form: str) -> str:
        """The time of publication in a zone."""
        return self.moment.astimezone(zone).strftime(form)

    @property
    def moment(self) -> datetime:
        """The time of publication, which the story must have."""
        assert self.at is not None  # noqa: S101
        return self.at

    def age(self) -> str:
        """How long before receipt it was published, in whole hours."""
        hours = round((RECEIVED - self.moment) / timedelta(hours=1))
        return f"{hours} hour{'s' * (hours > 1)} ago"

    def hourly(self) -> Told:
        """The same, known to the hour only."""
        return replace(self, tolerance=60)

    def daily(self) -> Told:
        """The same, known to the day only."""
        noon = self.moment.replace(hour=12, minute=0, second=0)
        return replace(self, at=noon, tolerance=720)


@dataclass(frozen=True, slots=True)
class Page:
    """A page with what is to be found on it and what is not."""

    layout: str
    text: str
    items: Sequence[Told]
    furniture: Sequence[str] = field(default=())

    @property
    def name(self) -> str:
        """The name of its file."""
        return f"{self.layout}.{'html' if self.text.lstrip().startswith('<') else 'txt'}"


class Cast:
    """Draws stories, publishers and times for the pages of one seed."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)  # noqa: S311

    def told(self, count: int, *, source: str | None = "") -> list[Told]:
        """Stories, newest first; each by another publisher unless ``source`` names one (None: nobody is named)."""
        stories = self.random.sample(STORIES, count)
        at = RECEIVED - timedelta(minutes=self.random.randint(20, 90))
        drawn = []
        for story in stories:
            name = self.random.choice(PUBLISHERS) if source == "" else source
            drawn.append(Told(story, name, self.random.choice(AUTHORS), at))
            at -= timedelta(minutes=self.random.randint(35, 160))
        return drawn


def joined(blocks: Iterable[str], between: str = "\n\n") -> str:
    """A text of these blocks."""
    return between.join(blocks) + "\n"


Layout = Callable[[Cast], Page]


def pages(seeds: Sequence[int]) -> list[Page]:
    """A page of every layout for each seed."""
    from benchmarks.generators import pages_html, pages_text, pages_wires

    layouts = (*pages_text.LAYOUTS, *pages_wires.LAYOUTS, *pages_html.LAYOUTS)
    return [layout(Cast(seed)) for seed in seeds for layout in layouts]
