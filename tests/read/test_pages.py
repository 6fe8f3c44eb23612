"""Pages of every kind: in generated layouts whose items are known, and in small cases set by hand."""

from __future__ import annotations

import pytest

from benchmarks.generators.pages import RECEIVED, Page, pages
from benchmarks.pages_scoring import CHECKS, Score, score
from signals.errors import UnreadableInput
from signals.read.draft import Draft
from signals.read.dump import read_dump
from signals.read.webpage import read_webpage

SEEDS = (101, 102, 103)
FLOORS = {"bounds": 0.99, "headline": 0.99, "time": 0.99, "source": 0.99, "relevance": 0.98}


@pytest.fixture(scope="module")
def written() -> list[Page]:
    return pages(SEEDS)


@pytest.fixture(scope="module")
def total(written: list[Page]) -> Score:
    return score(written)


def test_layouts_are_many_and_differ(written: list[Page]) -> None:
    first = written[: len(written) // len(SEEDS)]
    assert len({page.layout for page in first}) == len(first) >= 60
    assert len({page.text for page in written}) == len(written)


def test_items_of_all_layouts_are_found_and_no_others(total: Score) -> None:
    assert total.items_f1 >= 0.995, "\n".join(total.misses)


@pytest.mark.parametrize("check", CHECKS)
def test_what_is_read_of_them_is_above_its_floor(total: Score, check: str) -> None:
    assert total.share(check) >= FLOORS[check], "\n".join(total.misses)


def test_no_furniture_is_let_in(total: Score) -> None:
    assert total.leaks == 0, "\n".join(total.misses)


def test_a_wrong_reading_is_counted() -> None:
    (page,) = [page for page in pages([1]) if page.layout == "pipes"]
    spoilt = Page("spoilt", page.text.replace(" | Markets", "", 1).replace("BST", "EST"), page.items)
    assert score([page]).share("time") == 1
    assert score([spoilt]).share("time") < 1


def dump(text: str) -> list[Draft]:
    return list(read_dump(text))


PROSE = "The rand fell to 17.81 a dollar on Friday as metal prices slipped."


def test_a_sentence_that_only_mentions_times_is_no_stamp() -> None:
    (draft,) = dump(
        f"Rand slips again\n{PROSE}\nIt had closed at 17.70 at 17:00 on Thursday, July 3, after a day of thin trade.\n"
    )
    assert draft.stamps == ()
    assert draft.body.endswith("thin trade.")


def test_a_headline_with_a_year_at_its_end_is_no_row_of_a_table() -> None:
    first, second = dump(
        f"Kestrel\n2 hours ago\nBest week since 2011\n{PROSE}\n\nKestrel\n3 hours ago\nWorst day since 2008\n{PROSE}\n"
    )
    assert (first.headline, second.headline) == ("Best week since 2011", "Worst day since 2008")


def test_rows_that_prose_announces_belong_to_the_item_and_others_do_not() -> None:
    (draft,) = dump(f"Gold  3,300.10\n\nRand slips again\n{PROSE}\nPrices at the close:\nRand  17.81\nBrent  67.13\n\nShare\n")
    assert draft.body == f"{PROSE}\nPrices at the close:\nRand  17.81\nBrent  67.13"


def test_first_publication_is_trusted_before_an_update() -> None:
    (draft,) = dump(
        f"Rand slips again\nLast updated: 4 July 2025 16:10 SAST\nFirst published: 4 July 2025 14:05 SAST\n{PROSE}\n"
    )
    assert [(stamp.value, stamp.basis) for stamp in draft.stamps] == [
        ("4 July 2025 14:05 SAST", "stamp"),
        ("4 July 2025 16:10 SAST", "updated"),
    ]


def test_lines_broken_to_a_width_are_joined_and_others_are_not() -> None:
    text = """Rand slips again

The rand fell to 17.81 a dollar on Friday as metal prices
slipped and miners were sold across the board in
Johannesburg, dealers said. The bond was weaker too, with the
yield of the 2035 issue higher.
A second paragraph is short.
"""
    (draft,) = dump(text)
    assert draft.body.split("\n")[0].endswith("yield of the 2035 issue higher.")
    assert draft.body.split("\n")[1] == "A second paragraph is short."


def test_authors_beside_stamps_are_no_publishers() -> None:
    drafts = dump(
        f"Rand slips again\nNora Botha | 4 July 2025 14:05 SAST\n{PROSE}\n\nOil slides again\n"
        f"Sam Dube | 4 July 2025 13:00 SAST\n{PROSE}\n"
    )
    assert [draft.source for draft in drafts] == [None, None]


def test_a_name_beside_the_stamps_of_publishers_is_one_too() -> None:
    drafts = dump(
        "".join(f"{name}\n2 hours ago\nRand slips again, {name} says\n{PROSE}\n\n" for name in ("Daily Ledger", "Al Manar"))
    )
    assert [draft.source for draft in drafts] == ["Daily Ledger", "Al Manar"]


def test_a_place_or_a_section_beside_a_stamp_is_no_publisher() -> None:
    (draft,) = dump(f"Rand slips again\n4 July 2025 14:05 SAST - Mumbai | World Business\n{PROSE}\n")
    assert draft.source is None


def test_a_first_publication_under_the_body_is_trusted_before_an_update_over_it() -> None:
    (draft,) = dump(
        f"Rand slips again\nLast Updated : Jul 02 2025 | 4:12 PM IST\n{PROSE}\nTopics : Rand\n"
        "First Published: Jul 02 2025 | 4:05 PM IST\n"
    )
    assert draft.stamps[0].value == "Jul 02 2025 | 4:05 PM IST"


def test_the_ages_of_related_headlines_date_no_article() -> None:
    (draft,) = dump(
        f"Rand slips again\n{PROSE}\n\nMore from Markets\nGold slips for a third day\n3 "
        "hours ago\nOil is little changed\n4 hours ago\n"
    )
    assert draft.stamps == ()


def test_a_byline_with_a_time_is_a_stamp() -> None:
    (draft,) = dump(f"markets.example\nRand slips again\nBy Nora Botha on Fri, 07/04/2025 - 14:20\n{PROSE}\n")
    assert (draft.headline, draft.source, draft.stamps[0].value) == (
        "Rand slips again",
        "markets.example",
        "Fri, 07/04/2025 - 14:20",
    )


def test_sentences_that_come_again_after_different_ones_are_notices() -> None:
    notice = "This service carries reports of more than ninety newspapers."
    drafts = dump(
        f"Rand slips again\n4 July 2025\n{PROSE}\n{notice}\n\nOil slides again\n4 July 2025\n"
        f"Brent lost 1% to $67 a barrel.\n{notice}\n"
    )
    assert [draft.body for draft in drafts] == [PROSE, "Brent lost 1% to $67 a barrel."]


def test_a_story_told_twice_keeps_both_its_bodies() -> None:
    drafts = dump(
        f"Daily Ledger\n2 hours ago\nRand slips again\n{PROSE}\n\nCoast Herald\n3 hours ago\nThe rand slips\n{PROSE}\n"
    )
    assert [draft.body for draft in drafts] == [PROSE, PROSE]


def test_a_long_article_is_not_cut_at_a_credit_in_its_middle() -> None:
    rest = "\n".join(f"Paragraph {n} says more about the market for metals." for n in range(6))
    (draft,) = dump(f"Rand slips again\n{PROSE}\n(Kestrel)\n{rest}\n")
    assert draft.body.endswith("Paragraph 5 says more about the market for metals.")


def test_a_page_of_furniture_gives_nothing() -> None:
    assert (
        dump("Home  News  Sport  Markets\nSign in\nSubscribe to our newsletter\n© 2025 Kestrel. All rights reserved.\n") == []
    )


def test_a_page_without_an_article_says_so() -> None:
    with pytest.raises(UnreadableInput, match="no article"):
        list(read_webpage("<html><body><nav><a href='/'>Home</a></nav></body></html>"))


def html(body: str, head: str = "") -> list[Draft]:
    return list(read_webpage(f"<!doctype html><html><head>{head}</head><body>{body}</body></html>"))


def test_times_for_machines_come_before_printed_ones() -> None:
    linked = (
        '<script type="application/ld+json">{"headline": "Rand slips again", "datePublished": "2025-07-04T12:05:00Z"}</script>'
    )
    meta = '<meta property="article:published_time" content="2025-07-04T12:06:00Z">'
    (draft,) = html(f"<h1>Rand slips again</h1><p>Friday, 4 July 2025</p><p>{PROSE}</p><p>{PROSE}</p>", linked + meta)
    assert [stamp.basis for stamp in draft.stamps] == ["JSON-LD datePublished", "meta article:published_time", "stamp"]


def test_posts_in_one_article_are_items_and_its_introduction_is_none() -> None:
    posts = "".join(f"<h3>{clock} Move number {n}</h3><p>{PROSE}</p>" for n, clock in enumerate(("17:20", "16:35", "14:02")))
    introduction = "<h1>Live: markets today</h1><p>Shares and currencies swing as letters go out to partners.</p>"
    drafts = html(f"<article>{introduction}<p>Last updated: 7 July 2025, 17:20 BST</p>{posts}</article>")
    assert [draft.headline for draft in drafts] == ["Move number 0", "Move number 1", "Move number 2"]
    assert [draft.stamps[0].value for draft in drafts] == [f"7 July 2025 {clock} BST" for clock in ("17:20", "16:35", "14:02")]


def test_bare_days_date_the_posts_below_them() -> None:
    first, second = html(
        f"<h2>Monday 7 July 2025</h2><div class='post'><b>09:15</b> {PROSE}</div><h2>Friday 4 July 2025</h2>"
        f"<div class='post'><b>17:30</b> {PROSE} It was calm.</div>"
    )
    assert (first.stamps[0].value, second.stamps[0].value) == ("Monday 7 July 2025 09:15", "Friday 4 July 2025 17:30")


def test_broken_linked_data_is_passed_over() -> None:
    (draft,) = html(
        f"<h1>Rand slips again</h1><p>{PROSE}</p>", '<script type="application/ld+json">{"headline": "Rand</script>'
    )
    assert (draft.headline, draft.body) == ("Rand slips again", PROSE)


def test_a_class_that_speaks_of_furniture_hides_no_article() -> None:
    (draft,) = html(f"<div class='promo sidebar'><h1>Rand slips again</h1><p>{PROSE}</p></div>")
    assert draft.body == PROSE


def test_elements_nested_without_end_are_read_as_text() -> None:
    deep = "<div>" * 100_000 + f"<p>Rand slips again</p><p>{PROSE}</p>" + "</div>" * 100_000
    (draft,) = html(deep)
    assert draft.body == PROSE


def test_scripts_and_hidden_parts_are_no_text() -> None:
    hidden = (
        f"<script>var a = '{PROSE}';</script><div style='display: none'><p>Hidden words that nobody sees on the page.</p></div>"
    )
    (draft,) = html(f"<h1>Rand slips again</h1>{hidden}<p>{PROSE}</p>")
    assert draft.body == PROSE


def test_generated_times_lie_before_receipt(written: list[Page]) -> None:
    assert all(item.at is None or item.at <= RECEIVED for page in written for item in page.items)
