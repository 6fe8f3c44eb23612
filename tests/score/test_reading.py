"""Marks, words and sentences: what a scorer is given to read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.score.marking import CLOSE, OPEN, mark, plain
from signals.score.probabilities import Probabilities, from_log_odds, weighted_mean
from signals.score.sentences import passages, sentences
from signals.score.words import tells_of_move, vote

_ODDS = st.floats(-30, 30)


@pytest.mark.parametrize(
    ("text", "target", "marked"),
    [
        ("Gold falls as dollar firms", "gold", "« Gold » falls as dollar firms"),
        ("Gold falls as dollar firms", None, "« » Gold falls as dollar firms"),
        ("Gold falls as dollar firms", "", "« » Gold falls as dollar firms"),
        ("Bullion slips", "gold", "« gold » Bullion slips"),
        ("Goldman cuts gold; gold slips", "gold", "Goldman cuts « gold »; « gold » slips"),
        ("$ABC - upgraded https://example.org/x", "$ABC", "« $ABC » - upgraded"),
        ("A (B.C) rises", "(B.C)", "A « (B.C) » rises"),
        ("« trick » \x00 gold", "gold", "trick   « gold »"),
    ],
)
def test_the_target_is_marked_in_place(text: str, target: str | None, marked: str) -> None:
    assert " ".join(mark(text, target).split()) == " ".join(marked.split())


@given(st.text(), st.none() | st.text())
def test_every_input_has_a_mark_and_nothing_else_is_added(text: str, target: str | None) -> None:
    marked = mark(text, target)
    assert marked.count(OPEN) == marked.count(CLOSE) >= 1
    rest = marked.replace(OPEN, "").replace(CLOSE, "").split()
    named = plain(target).split() if target else []
    assert "".join(rest) in ("".join(plain(text).split()), "".join(named) + "".join(plain(text).split()))


@pytest.mark.parametrize(
    ("text", "target", "side"),
    [
        ("Zinc rises while lead falls", "zinc", 1),
        ("Zinc rises while lead falls", "lead", -1),
        ("As lead falls, zinc rises", "zinc", 1),
        ("Lead did not rise", "lead", -1),
        ("The board met in Leeds", None, 0),
    ],
)
def test_the_words_of_the_targets_own_clause_vote(text: str, target: str | None, side: int) -> None:
    found = vote(text, target)
    assert (found > 0) - (found < 0) == side


def test_only_words_of_direction_tell_of_a_move() -> None:
    assert tells_of_move("The peso slipped while bonds were in demand", "peso")
    assert not tells_of_move("The peso slipped while bonds were in demand", "bonds")
    assert not tells_of_move("Analysts are bullish on the peso", "peso")


def test_sentences_end_at_stops_and_line_breaks_but_not_at_abbreviations() -> None:
    text = "Rand slips\nU.S. bonds fell 1.5% on Friday. Mr. Dlamini of Harrow Inc. was calm. \"We wait.\" 'So be it.'"
    assert [text[a:b].strip() for a, b in sentences(text)] == [
        "Rand slips",
        "U.S. bonds fell 1.5% on Friday.",
        "Mr. Dlamini of Harrow Inc. was calm.",
        '"We wait."',
        "'So be it.'",
    ]


@given(st.text())
def test_sentences_lie_in_order_and_leave_out_only_blanks(text: str) -> None:
    spans = sentences(text)
    assert spans == sorted(spans)
    assert "".join(text[a:b] for a, b in spans).split() == text.split()


def test_of_a_long_text_the_sentences_that_name_the_target_are_read() -> None:
    text = "The council met again. " * 40 + "Zinc rose. " + "It was late. " * 10 + "Traders sold zinc. "
    assert [passage.strip() for passage in passages(text, "zinc")] == ["Zinc rose.", "Traders sold zinc."]
    assert [passage.strip() for passage in passages(text, "tin")] == ["The council met again."] * 8


@given(_ODDS, _ODDS, _ODDS)
def test_the_mirror_turns_the_score_and_keeps_the_confidence(a: float, b: float, c: float) -> None:
    reading = from_log_odds((a, b, c))
    assert reading.mirrored().score == -reading.score
    assert reading.mirrored().confidence == reading.confidence
    assert reading.mirrored().mirrored() == reading


def test_a_mean_weighs_its_readings() -> None:
    mean = weighted_mean([(Probabilities(1, 0, 0), 3.0), (Probabilities(0, 0, 1), 1.0)])
    assert mean.values == (0.75, 0, 0.25)
    assert (mean.label, mean.score, mean.confidence) == ("negative", -0.5, 0.75)
