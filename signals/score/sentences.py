"""Which sentences of a text are read about a target."""

from __future__ import annotations

import re

from signals.records import Span
from signals.score.marking import mention, plain

SHORT = 400  # characters up to which a text is read in one piece
MOST = 8  # sentences read for one target

_END = re.compile(r"[.!?][\"'”’)]*\s+(?=[\"'“‘(]*[A-Z0-9$€£])|\n+")
_ABBREVIATION = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|St|No|vs|Inc|Corp|Ltd|Co|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec))\.\s*$"
)


def sentences(text: str) -> list[Span]:
    """Where the sentences of a text start and end, blank ones left out. Line breaks end a sentence, abbreviations do not."""
    spans, start = [], 0
    for match in _END.finditer(text):
        if "\n" in match[0] or not _ABBREVIATION.search(text, max(0, match.start() - 6), match.end()):
            spans.append((start, match.end()))
            start = match.end()
    spans.append((start, len(text)))
    return [(a, b) for a, b in spans if text[a:b].strip()]


def passages(text: str, target: str | None) -> list[str]:
    """What is read of a text about a target: all of a short text; else up to eight that name it, or the first eight."""
    if len(text) <= SHORT:
        return [text]
    found = [text[a:b] for a, b in sentences(text)]
    name = plain(target) if target else ""
    naming = [sentence for sentence in found if mention(name).search(sentence)] if name else []
    return (naming or found)[:MOST]
