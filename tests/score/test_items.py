"""From readings to rows: which sentences, which side, tape against tone. Expected values are worked out by hand."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signals.errors import UsageError
from signals.extract import extract
from signals.records import Extraction, Item, Move, Observation, Sentiment
from signals.score import Probabilities, Scorer, load_scorer, score_item, score_items, score_records
from signals.score.targets import quote_move

SEED = Path(__file__).parents[2].parent / "shared" / "seed" / "page.txt"

PESO = (
    "Peso slides\n"
    "The peso was last at 18.9000 against the dollar, 0.7% weaker than its previous close. "
    "Analysts see good reasons to hold the peso."
)


def _item(text: str) -> Item:
    return Item(id="1", path="-", position=0, text=text, body=text)


def _observed(text: str, instrument: str, words: str, name: str, direction: str) -> Observation:
    start, at = text.index(words), text.index(name, text.index(words))
    span = {"instrument": (at, at + len(name))}
    move = Move(direction, 0.7, "percent", "prev_close")  # type: ignore[arg-type]
    return Observation(instrument, None, None, None, None, move, "", 1.0, words, start, start + len(words), span)


class Told:
    """A scorer that says what it is told for each (words of the sentence, name); neutral where it is told nothing."""

    name, revision = "told", "1"

    def __init__(self, readings: dict[tuple[str, str | None], Probabilities]) -> None:
        self.readings = readings

    def score_pairs(self, pairs: Sequence[tuple[str, str | None]]) -> list[Probabilities]:
        return [self._one(*pair) for pair in pairs]

    def _one(self, text: str, name: str | None) -> Probabilities:
        found = [r for (words, whom), r in self.readings.items() if words in text and whom == name]
        return found[0] if found else Probabilities(0, 1, 0)


def _rows(text: str, observations: list[Observation], scorer: Scorer) -> dict[str | None, Sentiment]:
    return {row.instrument: row for row in score_item(_item(text), Extraction(tuple(observations)), scorer)}


def test_a_pair_mirrors_its_second_currency_and_currencies_read_plainly() -> None:
    observation = _observed(PESO, "USDMXN", "The peso was last", "peso", "up")
    told = Told({("Analysts", "peso"): Probabilities(0.1, 0.1, 0.8), ("Peso slides", "Peso"): Probabilities(0.8, 0.1, 0.1)})
    rows = _rows(PESO, [observation], told)
    assert list(rows) == [None, "USDMXN", "USD", "MXN"]
    assert (rows["USDMXN"].tape, rows["MXN"].tape, rows["USD"].tape) == (1, -1, 1)
    assert rows["MXN"].tone == pytest.approx(0.7)
    assert rows["USDMXN"].tone == pytest.approx(-0.7)


def test_tone_against_tape_differs() -> None:
    observation = _observed(PESO, "USDMXN", "The peso was last", "peso", "up")
    good, bad = Probabilities(0.1, 0.1, 0.8), Probabilities(0.8, 0.1, 0.1)
    assert _rows(PESO, [observation], Told({("Analysts", "peso"): good}))["MXN"].differs
    assert not _rows(PESO, [observation], Told({("Analysts", "peso"): bad}))["MXN"].differs


def test_a_headline_weighs_as_much_as_the_rest_together() -> None:
    text = "Norrby in focus\nNorrby met. Norrby spoke. Norrby left."
    told = Told({("in focus", None): Probabilities(0, 0, 1)})
    assert _rows(text, [], told)[None].score == pytest.approx(0.5)


def test_bonds_read_as_their_holders_and_score_as_the_yield() -> None:
    text = "The benchmark 2035 bond was weaker, as the yield rose 1 basis point."
    observation = _observed(text, "ZA_2035", "The benchmark 2035 bond", "2035 bond", "up")
    row = _rows(text, [observation], Told({("weaker", "2035 bond"): Probabilities(0.8, 0.1, 0.1)}))["ZA_2035"]
    assert (row.tape, row.label) == (1, "positive")
    observation = _observed(text, "ZA_2035", "the yield rose", "yield", "up")
    row = _rows(text, [observation], Told({("weaker", "yield"): Probabilities(0.1, 0.1, 0.8)}))["ZA_2035"]
    assert (row.tape, row.label) == (1, "positive")


def test_an_unsure_reading_has_no_label() -> None:
    row = _rows("Norrby met", [], Told({("Norrby", None): Probabilities(0.3, 0.4, 0.3)}))[None]
    assert (row.label, row.confidence) == (None, 0.4)


@pytest.mark.parametrize("text", ["", " \n ", "😀", "\x00", "17.2 %"])
def test_what_has_no_letters_has_no_label(text: str) -> None:
    row = score_item(_item(text), Extraction(), load_scorer())[0]
    assert (row.instrument, row.score, row.label, row.tone) == (None, 0.0, None, None)


def test_the_main_move_is_that_against_the_close_before() -> None:
    weekly = Observation("JTOPI", None, None, None, None, Move("up", 2, "percent", "week"), "", 1.0, "", 0, 0)
    daily = Observation("JTOPI", None, None, None, None, Move("down", 1, "percent", "prev_close"), "", 1.0, "", 0, 0)
    level = Observation("JTOPI", 9.0, None, "last", None, None, "", 1.0, "", 0, 0)
    assert quote_move([weekly, daily]) == -1
    assert quote_move([weekly]) == 1
    assert quote_move([level]) is None


@given(st.lists(st.text(max_size=60), max_size=5))
def test_many_items_score_as_each_alone(texts: list[str]) -> None:
    scorer, pairs = load_scorer("words"), [(_item(text), Extraction()) for text in texts]
    assert list(score_items(pairs, scorer)) == [score_item(item, extraction, scorer) for item, extraction in pairs]


def test_records_keep_their_order_and_their_keys() -> None:
    records = [
        {"id": "a", "text": "Zinc slumps as tin soars", "target": "zinc"},
        {"id": "b", "text": "Zinc slumps as tin soars", "target": "tin"},
        {"id": 3, "text": ""},
        {"text": "Zinc soars. " + "The weather was mild. " * 60, "target": "zinc"},
        {"id": "no text"},
    ]
    rows = list(score_records(records, None))
    assert [row["id"] for row in rows] == ["a", "b", 3, None, "no text"]
    assert [row["label"] for row in rows] == ["negative", "positive", "neutral", "positive", "neutral"]
    assert set(rows[0]) == {"id", "target", "label", "score", "confidence", "model"}
    assert rows[2]["confidence"] == 0


def test_a_hundred_thousand_words_are_read_in_part() -> None:
    row = next(score_records([{"id": 1, "text": "gold rallied strongly " * 33_334, "target": "gold"}], None))
    assert row["label"] in ("positive", "neutral", "negative")


def test_an_unknown_model_is_refused() -> None:
    with pytest.raises(UsageError):
        list(score_records([{"id": 1, "text": "gold"}], "/no/such/folder"))


@pytest.mark.skipif(not SEED.exists(), reason="the sample page is not here")
def test_the_rand_report_is_bad_for_the_rand_and_not_for_the_dollar() -> None:
    page = SEED.read_text(encoding="utf-8")
    item = _item(page[page.index("South African rand falls") :])
    rows = {row.instrument: row for row in score_item(item, extract(item), load_scorer())}
    assert rows["ZAR"].label == "negative"
    assert rows["USDZAR"].label == "positive"
    assert rows["USD"].score >= -0.05
    assert rows["JTOPI"].score < 0
    assert rows[None].score < 0
    assert (rows["ZAR"].tape, rows["USDZAR"].tape, rows["JTOPI"].tape) == (-1, 1, -1)


@pytest.mark.parametrize(("size", "unit", "share"), [(0.2, "percent", 0.25), (2.0, "percent", 1.0), (None, None, 1.0)])
def test_a_score_is_scaled_by_the_size_of_the_move(size: float | None, unit: str | None, share: float) -> None:
    """An index moves 0.8 percent on a usual day: 0.2 percent is a quarter of it."""
    text = "The Nikkei slipped in Tokyo."
    move = Move("down", size, unit, "prev_close")
    found = Observation("NKY", None, None, None, None, move, "", 1.0, text, 0, len(text), {"instrument": (4, 10)})
    told = Told({("slipped", "Nikkei"): Probabilities(1, 0, 0)})
    row = _rows(text, [found], told)["NKY"]
    assert row.label == "negative"
    assert row.score == pytest.approx(-share, abs=1e-6)
