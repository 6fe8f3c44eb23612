"""Who published an item: named beside its stamp, in a credit, in its dateline, or by the page as a whole.

In the order of trust: a line that says so ("Source: X"), a name beside the stamp, the credit that closes the body, the agency
of the dateline, and the page's own name where its notice of rights bears it out. A name that is a section's is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from signals.read.furniture import is_furniture_label
from signals.read.kinds import Kind, Marked
from signals.zones import PLACES

SECTIONS = frozenset(
    """
    & - / africa americas analysis and arts asia bonds breaking business climate commodities companies cricket crime
    culture currencies economic economics economy education energy entertainment environment equities europe features
    finance financial food football forex fx general health home industry international investing latest life
    lifestyle local market markets media money more national news of opinion personal policy politics property region
    regional rugby science society sport sports stocks stories tech technology tennis the top travel uk us video
    weather world
    """.split()  # noqa: SIM905
)
_STATED = re.compile(
    r"^(?:source|publisher|provider|published by|credit|agency|outlet|via|from)\s*[:\-–]\s*(.+?)(?:\s{2,}.*|\s*\|.*)?$",
    re.IGNORECASE,
)
_BY = re.compile(r"^(?:by|from)\s*:?\s+(.+)$", re.IGNORECASE)
_AGENCY = re.compile(r"^(?:[^()]{2,60}?|(?=\([^()]{2,30}\)\s?[-–—]))\(([A-Z][\w.&' -]{1,30})(?:/[\w .&-]+)?\)")
_ORGANISED = re.compile(
    r"\b(?:news\w*|times|post|herald|wires?|newswires?|press|agency|agencies|tv|radio|journal|daily|weekly|standard|tribune|media|today"
    r"|express|recorder|gazette|chronicle|telegraph|guardian|observer|mail|sun|star|mirror|report|review|desk|bureau|network"
    r"|online|live|monitor|business|financial|markets?|insider|watch|world|globe|courier|bulletin|dispatch|echo|argus|staff)\b"
    r"|\.(?:com|co|net|org|ie|za|in|uk)\b|\d",
    re.IGNORECASE,
)
_DOMAIN = re.compile(r"[A-Za-z0-9-]+(?:\.[a-z]{2,6}){1,2}")
_RIGHTS = re.compile(r"©|\(c\)|copyright|all rights reserved", re.IGNORECASE)
FOOT = 4  # lines after a body in which its stamp and publisher may stand
_ROLE = re.compile(
    r"\b(?:writer|reporter|correspondent|editor|contributor|columnist|analyst|author|admin|guest)s?\b", re.IGNORECASE
)
_PLACE = re.compile(r"\s*\([^()]*\)$")  # "Kestrel News (Tshwane)"
_BULLET = re.compile(r"^[-–—•*·▪|\s]+|[-–—•*·|\s:,]+$")


@dataclass(frozen=True, slots=True)
class Names:
    """What a page calls itself: ``site`` in its metadata, ``masthead`` at its top and in its notice of rights.

    ``many``: the names beside its stamps are those of publishers, not of people.
    """

    site: str | None = None
    masthead: str | None = None
    many: bool = True


def publisher(head: Sequence[Marked], tail: Sequence[Marked], headline: str | None, opening: str, names: Names) -> str | None:
    """The publisher of an item by its head, its tail and the opening of its body; None where nothing tells."""
    own = names.site or names.masthead
    stamped = any(line.kind is Kind.STAMP for line in head)
    foot = () if stamped else [line for line in tail[:FOOT] if line.kind is Kind.STAMP]
    return (
        _stated(head)
        or _beside_stamp(head, headline, names)
        or _beside_stamp(foot, headline, names)
        or names.site
        or _credited(tail)
        or agency(opening)
        or own
    )


def _stated(head: Iterable[Marked]) -> str | None:
    for line in head:
        for text in (line.text, *line.labels):
            if (match := _STATED.match(_bare(text))) and is_name(match[1]):
                return _bare(match[1])
    return None


def _beside_stamp(head: Sequence[Marked], headline: str | None, names: Names) -> str | None:
    """A name that stands twice, or is an organisation's, or any where the page names publishers and none is its own."""
    found = [name for name in _names(head) if name != headline]
    anyone = names.many and not (names.site or names.masthead)
    return next((name for name in found if found.count(name) > 1), None) or next(
        (name for name in found if anyone or _is_organisation(name)), None
    )


def has_organisations(heads: Sequence[Sequence[Marked]]) -> bool:
    """Whether at least half of the names that stand first beside stamps are those of organisations, or all are one."""
    names = [name for head in heads if (name := next(_names(head), None))]
    return 2 * sum(map(_is_organisation, names)) >= len(names) or (len(names) > 1 and len(set(names)) == 1)


def _names(head: Sequence[Marked]) -> Iterator[str]:
    """Names on the line of a stamp, then those on the lines next to one."""
    stamps = [n for n, line in enumerate(head) if line.kind is Kind.STAMP]
    for n in stamps:
        yield from (name for label in head[n].labels if (name := _name(label)))
    for n in stamps:
        for line in (*head[max(0, n - 2) : n], *head[n + 1 : n + 4]):
            if line.kind is Kind.LABEL and (name := _name(line.text)):
                yield name


def _name(text: str) -> str | None:
    """The organisation that a label names, if it can be one's name: a person's byline is none, nor is a section."""
    text = _bare(text)
    if match := _BY.match(text):
        text = match[1].rsplit(",", 1)[-1].strip()
        if len(text.split()) > 1 and not (text.startswith("The ") or _ORGANISED.search(text)):
            return None
    return text if is_name(text) else None


def is_name(text: str) -> bool:
    """Whether a label can be the name of a publisher: a few words in capitals that are no section and no furniture."""
    words = _bare(text).split()
    capital = all(
        word[:1].isupper() or word[:1].isdigit() or word in {"of", "the", "and", "&", "for"} or "." in word or "-" in word
        for word in words
    )
    section = all(word.lower().strip(",&/") in SECTIONS or not word.strip(",&/-") for word in words)
    other = section or _bare(text) in PLACES or _ROLE.search(text) or is_furniture_label(text)
    return 1 <= len(words) <= 5 and len(text) > 1 and capital and not other and any(map(str.isalpha, text))


def _is_organisation(name: str) -> bool:
    """A name of one word, in capitals, or with a word that papers and agencies are called by."""
    return len(name.split()) == 1 or name.isupper() or name.startswith("The ") or bool(_ORGANISED.search(name))


def _bare(text: str) -> str:
    return _BULLET.sub("", _PLACE.sub("", text)).strip()


def _credited(tail: Iterable[Marked]) -> str | None:
    """The first name that signs the body; of an agency's initials with those of its desk, the agency's."""
    for line in tail:
        if line.kind is not Kind.CREDIT:
            return None
        name = line.text.removeprefix("(END)").strip("()[]/–—- ")
        if is_name(name):
            return (
                name.split()[0].split("/")[0] if name.isupper() and len(name.split()) < 3 and len(name.split()[0]) < 5 else name
            )
    return None


def agency(opening: str) -> str | None:
    """The agency in the dateline of a body: "LONDON, July 4 (Kestrel) - "."""
    match = _AGENCY.match(opening)
    return match[1] if match and is_name(match[1]) and (len(match[0].split()) <= 8) else None


def masthead(lines: Sequence[Marked]) -> str | None:
    """The page's own name: a label near its top that is an address or that its notice of rights repeats."""
    rights = " ".join(line.text for line in lines[-12:] if _RIGHTS.search(line.text)).casefold()
    for line in lines[:8]:
        name = _bare(line.text)
        short = len(name) > 2 and len(name.split()) <= 5 and line.kind in {Kind.LABEL, Kind.CREDIT, Kind.FURNITURE}
        if short and (name.casefold() in rights or _DOMAIN.fullmatch(name)):
            return name
    return None
