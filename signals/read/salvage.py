"""Where the whole objects of a broken JSON document are."""

from __future__ import annotations

import re
from collections import defaultdict

_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+(?:"|\Z)|[\[\]{}]', re.DOTALL)
_CLOSES = {"]": "[", "}": "{"}
Spans = list[tuple[int, int]]


def elements(text: str) -> Spans:
    """The objects that are whole and stand in the outermost array that has any, or one after the other at the top; in order.

    Brackets inside of strings do not count. One pass, linear in the text.
    """
    stack: list[tuple[str, int]] = []
    found: dict[tuple[int, int], Spans] = defaultdict(list)
    for token in _TOKEN.finditer(text):
        mark = token.group()
        if mark in "[{":
            stack.append((mark, token.start()))
        elif mark in _CLOSES:
            if not stack or stack[-1][0] != _CLOSES[mark]:
                break
            _, start = stack.pop()
            if mark == "}" and (not stack or stack[-1][0] == "["):
                found[len(stack), stack[-1][1] if stack else -1].append((start, token.end()))
    return found[min(found)] if found else []
