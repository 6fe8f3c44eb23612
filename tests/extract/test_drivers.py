"""Reasons given for moves. The sentences are ours; kind and phrase are what a reader would mark."""

from __future__ import annotations

import pytest

from signals.extract.drivers import drivers, kind_of
from signals.records import Driver, Item, Move, Observation


def observed(text: str, instrument: str, word: str, figure: str = "") -> Observation:
    start = text.index(word)
    end = text.index(figure) + len(figure) if figure else start + len(word)
    spans = {"instrument": (start, start + len(word))} | ({"move": (text.index(figure), end)} if figure else {})
    return Observation(
        instrument, None, None, None, None, Move("down"), "", 0.9, text[start:end], start, end, spans
    )  # fmt: skip


def found(text: str, *seen: Observation) -> tuple[Driver, ...]:
    return drivers(Item(id="1", path="-", position=0, text=text, body=text), seen)


CASES = [
    ("The krona fell 0.4% as traders weighed the Riksbank's rate cut.", "krona", "0.4%", "monetary policy"),
    ("The krona fell 0.4% amid new tariffs on steel.", "krona", "0.4%", "trade policy"),
    ("The krona fell 0.4%, hurt by weak inflation figures.", "krona", "0.4%", "macro data"),
    ("The krona fell 0.4% on fears of a wider war.", "krona", "0.4%", "geopolitics"),
    ("The krona fell 0.4% because of outflows from local funds.", "krona", "0.4%", "flows"),
    ("The krona fell 0.4% after quarterly earnings of Ericsson disappointed.", "krona", "0.4%", "company result"),
    ("The krona fell 0.4% on concerns about the budget deficit.", "krona", "0.4%", "fiscal"),
    ("The krona fell 0.4% on Tuesday on forecasts for a poor harvest.", "krona", "0.4%", "commodity price"),
    ("The krona fell 0.4% when Sweden's cabinet lost a vote of confidence.", "krona", "0.4%", "geopolitics"),
    ("The krona fell 0.4% as profit-taking set in.", "krona", "0.4%", "technical"),
    ("The krona fell 0.4% on account of month-end dollar demand.", "krona", "0.4%", "flows"),
    ("The krona fell 0.4% after a ceasefire took hold in the north.", "krona", "0.4%", "geopolitics"),
    ("The krona fell 0.4%, rattled by a profit warning at its largest bank.", "krona", "0.4%", "company result"),
]


@pytest.mark.parametrize(("text", "word", "figure", "kind"), CASES)
def test_kind_and_link(text: str, word: str, figure: str, kind: str) -> None:
    (driver,) = found(text, observed(text, "USDSEK", word, figure))
    assert (driver.kind, driver.observation) == (kind, 0)
    assert text[driver.start : driver.end] == driver.phrase
    assert text.endswith(driver.phrase + ".")
    assert "Tuesday" not in driver.phrase


NONE = [
    "The krona fell as much as 0.4% on Tuesday.",
    "The krona fell 0.4% after the close.",
    "The krona fell 0.4% on heavy volume.",
    "The krona fell 0.4% after a quiet week.",
    "The krona fell 0.4% as of noon, after touching 10.5.",
    "The krona fell 0.4% after a gain of 1% on Monday.",
    "The krona fell 0.4%. Elsewhere, Lisbon rejoiced after a football match.",
]


@pytest.mark.parametrize("text", NONE)
def test_connectives_that_give_no_reason(text: str) -> None:
    assert found(text, observed(text, "USDSEK", "krona", "0.4%")) == ()


def test_a_phrase_that_holds_the_figure_is_no_reason() -> None:
    text = "Swedish bonds eased as the yield rose 3 basis points."
    assert found(text, observed(text, "SE10Y", "yield", "3 basis points")) == ()


def test_the_subject_of_a_causal_verb() -> None:
    text = "A surprise rate hike lifted the krona 0.4%."
    (driver,) = found(text, observed(text, "USDSEK", "krona", "0.4%"))
    assert (driver.phrase, driver.kind) == ("A surprise rate hike", "monetary policy")


def test_the_subject_of_a_verb_with_another_object_is_no_reason() -> None:
    text = "A surprise rate hike lifted bank shares, and the krona rose 0.4%."
    assert found(text, observed(text, "USDSEK", "krona", "0.4%")) == ()


def test_without_a_move_no_driver() -> None:
    text = "The krona fell as traders weighed a rate cut."
    assert found(text) == ()


def test_words_of_no_kind() -> None:
    assert kind_of("after a long lunch") == "other"
