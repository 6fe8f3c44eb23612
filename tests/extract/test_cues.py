"""The cue index of a text: whole words in letters of any case, and rules that are not tried without theirs."""

from signals.extract.text.cues import cues, holds_cue, words_of


def test_words_are_runs_of_letters_in_small_letters() -> None:
    assert words_of("The bank's 10-YR pick-up, 3.5%") == {b"the", b"bank", b"s", b"yr", b"pick", b"up"}


def test_a_cue_is_a_whole_word() -> None:
    assert holds_cue("GAP between twos and tens", cues("gap spread"))
    assert not holds_cue("Widespread gaps", cues("gap spread"))


def test_other_letters_part_words() -> None:
    assert words_of("Peña’s gap – wide") == {b"pe", b"a", b"s", b"gap", b"wide"}
