"""A web page: one article or many, told apart by the parts of the page that repeat; times by what it says for machines first.

Elements become lines; the same reading as that of text dumps finds headline, stamps, publisher and body in each record of the
page. JSON-LD is matched to the items by their headlines; meta elements speak of the item that the page is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from signals.errors import UnreadableInput
from signals.read.draft import Draft
from signals.read.dump import read_dump
from signals.read.headlines import stems
from signals.read.items import Setting, days_of, drafts
from signals.read.kinds import LINKED, Kind, Marked, is_sentence, joined, mark_each
from signals.read.linked import Article, Facts, facts
from signals.read.markup import Outline, bare_text, is_too_deep, outline, parse
from signals.read.repeats import Records
from signals.read.segments import Block, segment

ALIKE = 0.7  # share of the words of two headlines that are the same
LONG_BODY = 200  # characters outside of all records that make an item


def read_webpage(text: str) -> Iterator[Draft]:
    """The items of a page in their order. Raises UnreadableInput where no text of an article is found."""
    if is_too_deep(text):
        yield from read_dump(bare_text(text))
        return
    tree = parse(text)
    about = facts(tree)
    found = _items(tree, about, by_class=True) or _items(tree, about, by_class=False) or list(_written_for_machines(about))
    if not found:
        raise UnreadableInput("no article text found in the page")
    yield from _with_facts(found, about)


def _items(tree: Any, about: Facts, *, by_class: bool) -> list[Draft]:
    """The items by the lines of the page; an item whose headline was there before is a repetition of a teaser."""
    page = outline(tree, by_class=by_class)
    found: dict[tuple[str, str | None], Draft] = {}
    for draft in _drafts(page, about.site):
        key = (draft.headline or draft.body, draft.source)
        if key not in found or len(found[key].body) < len(draft.body):
            found[key] = draft
    return list(found.values())


def _drafts(page: Outline, site: str | None) -> Iterator[Draft]:
    page = _with_linked_prose(page)
    parts = mark_each(page.lines)
    around = days_of([part for line in parts for part in line[:1]], Setting())
    runs = Records(page, parts).runs()
    letter = _is_letter(runs, parts)
    main = any(_is_main(page, lines, parts) for _, lines in runs)
    for number, lines in runs:
        marked = joined(parts[line] for line in lines)
        setting = Setting(site, around.days[lines[0]], around.zone, letter)
        if number < 0:
            found = drafts(segment(marked), marked, setting)
            yield from (draft for draft in found if len(runs) == 1 or _stands_alone(draft, marked))
        elif not main or _is_headed(page, lines) or _is_stamped(marked):
            yield from drafts(_record(marked), marked, setting)


def _with_linked_prose(page: Outline) -> Outline:
    """The page with its linked sentences as prose, where most of its sentences are links: cards that lead to their articles."""
    sentences = {n for n, line in enumerate(page.lines) if is_sentence(line.text)}
    linked = {n for n in sentences if page.lines[n].linked > LINKED}
    if 2 * sum(len(page.lines[n].text) for n in linked) <= sum(len(page.lines[n].text) for n in sentences):
        return page
    return Outline([replace(line, linked=0.0) if n in linked else line for n, line in enumerate(page.lines)], page.elements)


def _is_letter(runs: Sequence[tuple[int, list[int]]], parts: Sequence[Sequence[Marked]]) -> bool:
    """Whether a day stands directly over a row of records none of which has a stamp: it dates them all."""
    inside = [lines for number, lines in runs if number >= 0]
    above = parts[inside[0][0] - 1][0] if inside and inside[0][0] else None
    stamped = any(_is_stamped(parts[line]) for lines in inside for line in lines)
    return above is not None and above.kind is Kind.STAMP and not stamped and not any(mark.timed for mark in above.marks)


def _is_main(page: Outline, lines: Sequence[int], parts: Sequence[Sequence[Marked]]) -> bool:
    """Whether these lines are an article and not a teaser: a main heading over three paragraphs."""
    return _is_headed(page, lines) and sum(part.kind is Kind.PROSE for line in lines for part in parts[line]) >= 3


def _is_headed(page: Outline, lines: Sequence[int]) -> bool:
    return any(page.lines[line].heading == 1 for line in lines)


def _is_stamped(marked: Sequence[Marked]) -> bool:
    return any(line.kind is Kind.STAMP for line in marked)


def _stands_alone(draft: Draft, marked: Sequence[Marked]) -> bool:
    """Whether an item outside of all records is one: under a heading, with a body of some length."""
    headed = any(line.line.heading and line.text == draft.headline for line in marked)
    return headed and len(draft.body) >= LONG_BODY


def _record(marked: Sequence[Marked]) -> list[Block]:
    """The items of a record: one, or more where each has a stamp of its own."""
    blocks = segment(marked)
    stamped = [any(line.kind is Kind.STAMP for line in block.head) for block in blocks]
    return blocks if len(blocks) < 2 or all(stamped) else [_merged(blocks)]


def _merged(blocks: Sequence[Block]) -> Block:
    first = blocks[0]
    later = [line for block in blocks[1:] for line in block.head if line.kind is Kind.STAMP]
    return Block(first.at, [*first.head, *later], [line for block in blocks for line in block.body], blocks[-1].tail)


def _written_for_machines(about: Facts) -> Iterator[Draft]:
    """Items of a page whose text is in its JSON-LD only."""
    for article in about.articles:
        if article.body:
            yield Draft(body=article.body, headline=article.headline)


def _with_facts(found: Sequence[Draft], about: Facts) -> Iterator[Draft]:
    main = _main(found, about)
    for draft in found:
        article = _matching(draft, about.articles, alone=len(found) == 1)
        yield _completed(draft, article, about if draft is main else replace(about, stamps=(), url=None))


def _completed(draft: Draft, article: Article | None, about: Facts) -> Draft:
    """The draft with what its JSON-LD entry and the page say of it; times for machines come first."""
    return replace(
        draft,
        headline=draft.headline or (article.headline if article else None),
        source=(article.publisher if article else None) or draft.source or about.site,
        place=about.locale,
        url=(article.url if article else None) or draft.url or about.url,
        stamps=(*(article.stamps if article else ()), *about.stamps, *draft.stamps),
    )


def _main(found: Sequence[Draft], about: Facts) -> Draft | None:
    """The item that the page as a whole is about: the only one, or the one whose headline is the page's title."""
    if len(found) == 1:
        return found[0]
    return next(
        (draft for draft in found if draft.headline and about.title and _alike(draft.headline, about.title) >= ALIKE), None
    )


def _matching(draft: Draft, articles: Sequence[Article], *, alone: bool) -> Article | None:
    if alone and len(articles) == 1:
        return articles[0]
    scored = [(_alike(draft.headline or draft.body[:200], article.headline), -n) for n, article in enumerate(articles)]
    best = max(scored, default=(0.0, 0))
    return articles[-best[1]] if best[0] >= ALIKE else None


def _alike(left: str, right: str) -> float:
    a, b = stems(left), stems(right)
    return len(a & b) / max(1, min(len(a), len(b))) if a and b else float(left.strip() == right.strip())
