"""Text out of the fields of feeds and records: markup resolved however often it was escaped, and what is no news taken off."""

from __future__ import annotations

import re
from html import unescape
from typing import Any

TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!")
ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}|#\d{1,6}|#[xX][0-9a-fA-F]{1,5});")
ESCAPES = 3  # times that markup is escaped at most
CUT = re.compile(
    r"\s*(?:…|\.{3}|\[…\]|\[\.{3}\])?\s*\[\s*\+?\s*\d[\d,]*\s*(?:more\s+)?char(?:acter)?s?\s*\]\s*$", re.IGNORECASE
)
DOTS = re.compile(r"\s*(?:\[\s*(?:…|\.{3})\s*\]|\(\s*more\s*…?\s*\)|…)\s*$")
REMOVED = re.compile(r"\s*\[(?:removed|deleted)\]\s*", re.IGNORECASE)
SURROGATE = re.compile("[\ud800-\udfff]")
MOST_CREDITS = 4  # lines at the end of a body
MOST_BLOCKS = 2_000  # blocks and links of a body that are looked at
SHORTEST_SENTENCE = 40  # characters
LONGEST_LABEL = 160  # characters: a longer line is text whatever it begins with
READ_ON = re.compile(
    r"^\W*(?:(?:read|see|learn|view|find out)\s+(?:more|on|the\s+(?:full|original|rest|whole)|full|original|also|next|now)\b"
    r"|continue\s+reading|keep\s+reading|click\s+(?:here|to)|full\s+(?:story|article)\b|(?:also|must)\s+read\b|read:"
    r"|the\s+post\b.*\b(?:appeared\s+first|first\s+appeared)\s+on\b|this\s+(?:article|post|story)\b.*\b(?:appeared|published)\b.*\bon\b"
    r"|share(?:\s+(?:this|on|via|article|story)\b.*|:.*)?$|tweet$|e-?mail\s+this\b|print\s+this\b|follow\s+us\b|subscribe\b|sign\s+up\b"
    r"|advertisement$|comments?\s*(?:\(\d+\))?$|leave\s+a\s+(?:comment|reply)|related(?::|\s+(?:stories|articles|news|posts|topics)\b)"
    r"|download\s+the\b.*\bapp\b"
    r"|(?:view|see)\s+(?:comments|original\s+content)|add\s+to\s+|filed\s+under\b|tags?:|image\s+(?:credit|source):|via\s+rss$)",
    re.IGNORECASE,
)
_TRAILING = re.compile(
    r"(?:\s|…|\.{3})*(?:>>?|»|→)?\s*\b(?:read\s+more|read\s+the\s+full\s+(?:story|article)|continue\s+reading|full\s+story|click\s+here)"
    r"(?:\s*(?:on|at|from|:)\s+[^.!?]{1,60})?\s*[.…»›>→\]]*\s*$",
    re.IGNORECASE,
)


def plain(text: str) -> str:
    """The text without markup, in lines; text that has none keeps its lines. Lone surrogates become U+FFFD."""
    from signals.read.markup import plain_text

    text = SURROGATE.sub("\ufffd", text)
    for _ in range(ESCAPES):
        if TAG.search(text):
            text = plain_text(_without_links(text))
        elif ENTITY.search(text):
            text = unescape(text)
        else:
            break
    lines = (re.sub(r"[^\S\n]+", " ", line).strip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    return "\n".join(line for line in lines if line)


def clean_body(text: str, headline: str | None = None) -> str:
    """A body as it was written: no markup, no cut mark, no headline before it, no lines that lead elsewhere."""
    lines = CUT.sub("", plain(text)).split("\n")
    if headline and lines and _same(lines[0], headline):
        lines = lines[1:]
    kept = [line for line in lines if not (len(line) <= LONGEST_LABEL and READ_ON.match(line))]
    if kept:
        kept[-1] = _without_tail(kept[-1])
        _take_off_credits(kept)
    body = "\n".join(line for line in kept if line.strip())
    return "" if REMOVED.fullmatch(body) else body


def _without_tail(line: str) -> str:
    """A last line without an invitation to read on and without a mark that it was cut."""
    head, tail = line[:-LONGEST_LABEL], line[-LONGEST_LABEL:]
    if len(line) > SHORTEST_SENTENCE:
        tail = _TRAILING.sub("", tail)
    return head + DOTS.sub("", CUT.sub("", tail))


def _take_off_credits(lines: list[str]) -> None:
    """Takes off closing lines that say who reported, or that speak of the page; the body's only line stays."""
    from signals.read.kinds import Kind, mark_lines
    from signals.read.lines import Line

    for _ in range(MOST_CREDITS):
        marked = mark_lines([Line(line) for line in lines[-2:]])
        if not marked or marked[-1].kind not in {Kind.CREDIT, Kind.FURNITURE, Kind.RULE}:
            return
        if not marked[-1].whole and len(marked) > 1 and marked[-2].kind is Kind.PROSE:
            lines[-1] = marked[-2].line.text
        elif marked[-1].whole and len(lines) > 1:
            lines.pop()
        else:
            return


def clean_headline(text: str | None, source: str | None = None) -> str | None:
    """A headline in one line, without the publisher's name that some feeds append."""
    line = " ".join(plain(text or "").split())
    if source:
        line = re.sub(rf"\s+[-–—|]\s+{re.escape(source)}$", "", line)
    return None if not line or REMOVED.fullmatch(line) else line


def _same(line: str, headline: str) -> bool:
    return re.sub(r"\W+", "", line).casefold() == re.sub(r"\W+", "", headline).casefold()


def _without_links(markup: str) -> str:
    """Without blocks that consist of nothing but links, and links at the end of a block that ask to read on."""
    from signals.read.markup import is_too_deep, parse

    if "<a" not in markup.lower() or is_too_deep(markup):
        return markup
    tree = parse(markup)
    blocks, links = tree.css("p,li"), tree.css("a")
    if tree.body is None or len(blocks) + len(links) > MOST_BLOCKS:
        return markup
    whole = len(tree.body.text())
    gone = [block for block in blocks if _only_links(block, whole)]
    gone += [link for link in links if READ_ON.match(link.text().strip())]
    marks = {node.mem_id for node in gone}
    for node in [node for node in gone if not _is_within(node, marks)]:  # a node inside of one that is gone is gone with it
        node.decompose()
    return tree.body.html or ""


def _only_links(block: Any, whole: int) -> bool:
    """Whether a short block, which is not most of the text, is all link."""
    text = block.text().strip()
    linked = "".join(link.text() for link in block.css("a")).strip()
    return text == linked and 2 * len(text) < whole and len(text) <= LONGEST_LABEL


def _is_within(node: Any, marks: set[int]) -> bool:
    above = node.parent
    while above is not None:
        if above.mem_id in marks:
            return True
        above = above.parent
    return False
