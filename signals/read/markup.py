"""From the elements of a web page to lines, with what the markup says about each.

The tree is walked without recursion, once; what is no part of the text (scripts, menus, forms, consent, sharing, related links)
is left out by the meaning of its element, its role, and the words of its class. The block elements are kept with the lines that
they hold, so that ``repeats`` can find the parts of the page that repeat.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from signals.read.lines import Line, text_lines

DEEPEST = 2000  # open elements; parsing takes time with the square of the depth, and no page is so deep
BLOCKS = frozenset(
    """
    address article blockquote body center dd details div dl dt fieldset figure footer h1 h2 h3 h4 h5 h6 header hr li
    main ol p pre section summary table tbody td tfoot th thead tr ul
    """.split()  # noqa: SIM905
)
LEFT_OUT = frozenset(
    """
    aside audio button canvas datalist dialog embed figcaption form iframe input label map menu nav noscript object
    option script select style svg template textarea video
    """.split()  # noqa: SIM905
)
ROLES = frozenset(
    """
    alertdialog banner complementary contentinfo dialog menu menubar navigation search toolbar tooltip
    """.split()  # noqa: SIM905
)
CLASSES = frozenset(
    """
    ad ads adslot advert advertisement advertising adunit breadcrumb breadcrumbs caption cmp comments commentlist
    consent cookie cookies copyright disclaimer disqus footer gdpr login mostread navbar navigation newsletter
    outbrain overlay pagination pager paywall popup popular promo recirc recommended related share sharebar sharing
    sidebar signup skip social sponsor sponsored subscribe subscription taboola tagcloud toolbar trending
    """.split()  # noqa: SIM905
)
OF_WRAPPERS = frozenset(("has", "with", "no", "price", "prices"))  # "has-sidebar", "share-price"
LONGEST_CELL = 60  # characters; a row with a longer cell is layout, not a table
NESTED_ROWS = 3  # tables within tables whose rows are looked at whole
BESIDE = frozenset(("a", "span", "time"))  # elements that stand apart where nothing lies between two of them
CELLS = frozenset(("td", "th"))
HEADINGS = {f"h{level}": level for level in range(1, 7)}
ARIA_HEADING = 3  # the level of an element that is a heading by its role only
VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
CLOSED_BY_THE_NEXT = frozenset(
    """
    p li dt dd td th tr tbody thead tfoot option colgroup
    """.split()  # noqa: SIM905
)
_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>")
_TOKEN = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_TIMES = ("datetime", "data-datetime", "data-timestamp", "data-time", "data-date", "data-published", "data-utime")
_MACHINE_TIME = re.compile(r"\d{4}-\d\d-\d\d|\d{10}(?:\d{3})?$|\w{3}, \d\d? \w{3} \d{4}|\w+ \d\d?, \d{4}")


@dataclass(slots=True)
class Element:
    """One block element: ``name`` is its tag and first class, ``parent`` the number of the block around it (-1 for none).

    The lines that it holds are ``start`` to ``end``, the latter exclusive.
    """

    tag: str
    name: str
    parent: int
    start: int
    end: int = 0


@dataclass(slots=True)
class Outline:
    """The lines of a page and its block elements, each in the order of the page."""

    lines: list[Line] = field(default_factory=list)
    elements: list[Element] = field(default_factory=list)


def is_too_deep(markup: str) -> bool:
    """Whether elements are nested deeper than any page needs."""
    depth = deepest = 0
    for match in _TAG.finditer(markup):
        tag = match[2].lower()
        if tag in VOID or tag in CLOSED_BY_THE_NEXT or match[3].endswith("/"):
            continue
        depth = max(0, depth - 1) if match[1] else depth + 1
        deepest = max(deepest, depth)
    return deepest > DEEPEST


def bare_text(markup: str) -> str:
    """The text with all tags taken out as they stand, each a line break: for markup that is not worth a tree."""
    from html import unescape

    return unescape(_TAG.sub("\n", markup))


def plain_text(markup: str) -> str:
    """Entities resolved, tags gone, blocks on lines of their own; scripts, styles and captions left out."""
    if is_too_deep(markup):
        return "\n".join(line.strip() for line in bare_text(markup).splitlines() if line.strip())
    return "\n".join(line.text for line in outline(parse(markup), by_class=False).lines)


def parse(markup: str) -> Any:
    """The tree of a page."""
    from selectolax.lexbor import LexborHTMLParser

    return LexborHTMLParser(markup)


def outline(tree: Any, *, by_class: bool = True) -> Outline:
    """The lines of a page in their order. ``by_class``: elements whose class or id speaks of furniture are left out too."""
    walk = _Walk(_kept(tree), by_class)
    if tree.body is not None:
        walk.run(tree.body)
    return walk.outline


def _kept(tree: Any) -> set[int]:
    """The elements around a main heading or a marked body, which no class can turn into furniture."""
    kept: set[int] = set()
    for node in tree.css("h1,main,[itemprop=articleBody]"):
        around = node
        while around is not None and around.mem_id not in kept:
            kept.add(around.mem_id)
            around = around.parent
    return kept


class _Walk:
    """One pass over the tree. The stack holds for each open element whether it is a block, a link, a heading."""

    def __init__(self, kept: set[int], by_class: bool) -> None:
        self.kept, self.by_class = kept, by_class
        self.outline = Outline()
        self.pieces: list[str] = []
        self.linked = self.links = self.heading = self.in_row = 0
        self.skipped = False
        self.open: list[int] = []
        self.stamp: str | None = None
        self.apart = True

    def run(self, root: Any) -> None:
        """Visits every element below the root, entering and leaving each once."""
        node = root
        self.enter(node)
        while True:
            following = node.child if node.is_element_node and not self.skipped else None
            if following is None:
                following = self._leave_to_next(node, root)
                if following is None:
                    return
            node = following
            self.enter(node)

    def _leave_to_next(self, node: Any, root: Any) -> Any:
        """Leaves the node, and those that end with it; the one that follows, None at the end of the root."""
        while True:
            self.leave(node)
            if node.mem_id == root.mem_id:
                return None
            if node.next is not None:
                return node.next
            node = node.parent

    def enter(self, node: Any) -> None:
        """Takes in a text or opens an element; ``skipped`` says that what is inside is not to be visited."""
        self.skipped = False
        if node.is_text_node:
            self.add(node.text_content or "")
            return
        if not node.is_element_node:
            self.skipped = True
            return
        tag, attributes = node.tag, node.attributes
        self.skipped = self._is_furniture(node, tag, attributes)
        if not self.skipped:
            self._open(tag, attributes, beside=node.prev is not None and node.prev.is_element_node)
        if not self.skipped and (tag == "pre" or (tag == "tr" and self.in_row <= NESTED_ROWS)):
            self._whole(tag, node)

    def _open(self, tag: str, attributes: dict[str, str | None], *, beside: bool) -> None:
        if tag in BLOCKS:
            self.flush(apart=True)
            name = f"{tag}.{(attributes.get('class') or '').strip().split(' ')[0]}"
            parent = self.open[-1] if self.open else -1
            self.open.append(len(self.outline.elements))
            self.outline.elements.append(Element(tag, name, parent, len(self.outline.lines)))
        elif tag == "br":
            self.flush(apart=False)
        elif tag in BESIDE and self.pieces and beside:
            self.pieces.append("\t")
        self.heading = HEADINGS.get(tag, ARIA_HEADING if attributes.get("role") == "heading" else self.heading)
        self.links += tag == "a"
        self.in_row += tag == "tr"
        self._time(tag, attributes)

    def _whole(self, tag: str, node: Any) -> None:
        """Takes in preformatted text, which is read as a text dump is, or a row of a table; what is inside is done with."""
        if tag == "pre":
            self.outline.lines.extend(text_lines(node.text()))
        elif not self._row(node):
            return
        self.leave(node)
        self.skipped = True

    def _row(self, node: Any) -> bool:
        """Takes in a row of a table as one line; False where its cells hold more than a table's do."""
        cells = [child for child in _children(node) if child.tag in CELLS]
        texts = [" ".join((cell.text(separator=" ") or "").split()) for cell in cells]
        if max(map(len, texts), default=0) > LONGEST_CELL or node.css_first("table,h1,h2,h3,li") is not None:
            return False
        texts = [text for text in texts if text]
        linked = sum(len(link.text()) for link in node.css("a")) / max(1, sum(map(len, texts)))
        if texts:
            self.outline.lines.append(Line("  ".join(texts), self.apart, 0, min(1.0, linked), row=len(texts) > 1))
            self.apart = True
        return True

    def _time(self, tag: str, attributes: dict[str, str | None]) -> None:
        """Notes a machine-readable time; a second one begins a line of its own."""
        role = attributes.get("itemprop") or ""
        value = next((v for name in _TIMES if (v := attributes.get(name)) and _MACHINE_TIME.match(v)), None)
        if tag == "meta" and role in {"datePublished", "dateCreated"}:
            value = attributes.get("content")
        if value is None or "odified" in role:
            return
        if self.stamp is not None:
            self.flush(apart=False)
        self.stamp = value
        if tag == "meta":
            self.pieces.append(value)
            self.flush(apart=False)

    def _is_furniture(self, node: Any, tag: str, attributes: dict[str, str | None]) -> bool:
        if tag in LEFT_OUT and not (tag == "form" and node.mem_id in self.kept):
            return True
        if "hidden" in attributes or attributes.get("aria-hidden") == "true" or attributes.get("role") in ROLES:
            return True
        style = attributes.get("style") or ""
        if "display:none" in style.replace(" ", ""):
            return True
        if tag == "footer":
            return not any(self.outline.elements[n].tag == "article" for n in self.open)
        if not self.by_class or tag in {"html", "body", "article", "main"} or node.mem_id in self.kept:
            return False
        words = {word.lower() for word in _TOKEN.findall(f"{attributes.get('class') or ''} {attributes.get('id') or ''}")}
        return bool(words & CLASSES) and not words & OF_WRAPPERS

    def leave(self, node: Any) -> None:
        """Closes an element that was entered."""
        if not node.is_element_node or self.skipped:
            self.skipped = False
            return
        tag = node.tag
        if tag in BLOCKS:
            self.flush(apart=True)
            self.outline.elements[self.open.pop()].end = len(self.outline.lines)
        if tag in HEADINGS or node.attributes.get("role") == "heading":
            self.heading = 0
        self.links -= tag == "a"
        self.in_row -= tag == "tr"

    def add(self, text: str) -> None:
        """Takes text into the line."""
        self.pieces.append(_SPACE.sub(" ", text))
        if self.links:
            self.linked += len(text.strip())

    def flush(self, *, apart: bool) -> None:
        """Ends the line. ``apart``: the next one stands apart from it."""
        text = _clean("".join(self.pieces))
        if text:
            share = min(1.0, self.linked / len(text))
            self.outline.lines.append(Line(text, self.apart, self.heading, share, self.stamp))
            self.apart, self.stamp = False, None
        self.apart = self.apart or apart
        self.pieces.clear()
        self.linked = 0


def _children(node: Any) -> Iterator[Any]:
    child = node.child
    while child is not None:
        yield child
        child = child.next


def _clean(text: str) -> str:
    """One space between words, two between what stands side by side."""
    cells = (" ".join(cell.split()) for cell in text.split("\t"))
    return "  ".join(cell for cell in cells if cell)
