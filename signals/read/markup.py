"""Plain text of a piece of HTML, a line for each block."""

from __future__ import annotations

import re

BLOCKS = "p,br,div,li,h1,h2,h3,h4,tr,blockquote"


def plain_text(markup: str) -> str:
    """Entities resolved, tags gone, blocks on lines of their own; scripts, styles and captions left out."""
    from selectolax.lexbor import LexborHTMLParser

    tree = LexborHTMLParser(markup)
    for node in tree.css("script,style,figure,figcaption"):
        node.decompose()
    for node in tree.css(BLOCKS):
        node.insert_after("\n")
    text = tree.body.text() if tree.body else ""
    return "\n".join(line for line in (re.sub(r"\s+", " ", line).strip() for line in text.split("\n")) if line)
