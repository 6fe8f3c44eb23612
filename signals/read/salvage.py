"""Where the whole objects of a broken JSON document are."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\\?\Z)|[\[\]{}]', re.DOTALL)
_CLOSES = {"]": "[", "}": "{"}
_CLOSED_BY = {"[": "]", "{": "}"}
MOST_GROUPS = 8  # levels at which records are looked for
DEEPEST = 32


@dataclass(slots=True)
class Group:
    """Whole objects that stand beside one another, as (start, end) offsets, and the document without them."""

    head: str
    spans: list[tuple[int, int]] = field(default_factory=list)


def groups(text: str) -> list[Group]:
    """The groups of whole objects in arrays, or one after the other at the top, the outermost first.

    Brackets inside of strings do not count. One pass, linear in the text.
    """
    stack: list[tuple[str, int]] = []
    found: dict[tuple[int, int], Group] = {}
    heads: dict[int, str] = defaultdict(str)
    for token in _TOKEN.finditer(text):
        mark = token.group()
        if mark in _CLOSED_BY:
            stack.append((mark, token.start()))
            if mark == "[" and len(stack) <= DEEPEST:
                heads[token.start()] = "".join(_CLOSED_BY[opened] for opened, _ in reversed(stack))
        elif mark in _CLOSES:
            if not stack or stack[-1][0] != _CLOSES[mark]:
                break
            _, start = stack.pop()
            if mark == "}" and len(stack) < DEEPEST and (not stack or stack[-1][0] == "["):
                at = stack[-1][1] if stack else -1
                found.setdefault((len(stack), at), Group(text[: at + 1] + heads[at])).spans.append((start, token.end()))
    return [found[key] for key in sorted(found)[:MOST_GROUPS]]
