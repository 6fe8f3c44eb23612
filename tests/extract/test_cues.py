"""The cue index of a text: whole words in letters of any case, and rules that are not tried without theirs."""

from signals.extract.text.cues import cues, holds_cue, words_of
from signals.extract.text.folding import begins_word


def test_words_are_runs_of_letters_in_small_letters() -> None:
    assert words_of("The bank's 10-YR pick-up, 3.5%") == {b"the", b"bank", b"s", b"yr", b"pick", b"up"}


def test_a_cue_is_a_whole_word() -> None:
    assert holds_cue("GAP between twos and tens", cues("gap spread"))
    assert not holds_cue("Widespread gaps", cues("gap spread"))


def test_other_letters_part_words() -> None:
    assert words_of("Peña’s gap – wide") == {b"pe", b"a", b"s", b"gap", b"wide"}


def test_a_word_begins_behind_what_is_neither_letter_nor_digit() -> None:
    assert begins_word("on Nymex", 3)
    assert begins_word("Nymex", 0)
    assert not begins_word("upon", 2)
    assert begins_word("up. Nymex", 2)  # a full stop begins no word, and goes on with none
