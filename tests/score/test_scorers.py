"""What every scorer promises, asked of each scorer that there is."""

from __future__ import annotations

import math

import pytest

from signals.errors import UsageError
from signals.score import Probabilities, Scorer, load_scorer
from signals.score.cache import CachedScorer, MemoryStore
from signals.score.checkpoint import label_columns

PAIRS = [
    ("Copper slides as the dollar firms", "Copper"),
    ("Copper slides as the dollar firms", "dollar"),
    ("Copper slides as the dollar firms", None),
    ("Tavish Pharma opens an office in Leeds", "Tavish Pharma"),
    ("Shares of Norrby jumped 9% after it raised its outlook for the year, while Corvana lost ground", "Norrby"),
]
ODD = ["", " ", "😀🚀", "金价上涨", "Золото дорожает", "\x00\x07\u200b\ud800", "« » «", "$", "a" * 5000, "gold " * 100_000]


class ScorerContract:
    """Inherit and give a ``scorer`` fixture."""

    def test_has_a_name_and_a_revision(self, scorer: Scorer) -> None:
        assert scorer.name
        assert scorer.revision

    def test_gives_one_reading_for_each_pair(self, scorer: Scorer) -> None:
        readings = scorer.score_pairs(PAIRS)
        assert len(readings) == len(PAIRS)
        assert all(math.isclose(sum(reading.values), 1, abs_tol=1e-6) for reading in readings)
        assert all(0 <= value <= 1 for reading in readings for value in reading.values)

    def test_reads_nothing_for_no_pairs(self, scorer: Scorer) -> None:
        assert scorer.score_pairs([]) == []

    def test_gives_the_same_twice(self, scorer: Scorer) -> None:
        assert scorer.score_pairs(PAIRS) == scorer.score_pairs(PAIRS)

    def test_company_changes_no_score(self, scorer: Scorer) -> None:
        together = scorer.score_pairs(PAIRS)
        alone = [scorer.score_pairs([pair])[0] for pair in PAIRS]
        order = [3, 0, 4, 1, 2]
        shuffled = dict(zip(order, scorer.score_pairs([PAIRS[i] for i in order]), strict=True))
        for i, reading in enumerate(together):
            assert reading.values == pytest.approx(alone[i].values, abs=1e-5)
            assert reading.values == pytest.approx(shuffled[i].values, abs=1e-5)

    def test_bad_input_is_read_or_neutral_but_never_raises(self, scorer: Scorer) -> None:
        readings = scorer.score_pairs([(text, target) for text in ODD for target in (None, "gold", "\x00", "")])
        assert all(math.isfinite(reading.score) for reading in readings)


class TestWordScorer(ScorerContract):
    @pytest.fixture
    def scorer(self) -> Scorer:
        return load_scorer("words")


class TestEmbeddedScorer(ScorerContract):
    @pytest.fixture
    def scorer(self) -> Scorer:
        return load_scorer()

    def test_one_headline_reads_differently_for_each_name(self, scorer: Scorer) -> None:
        headline = "Soybeans tumble; wheat climbs to a two-year high"
        soybeans, wheat = scorer.score_pairs([(headline, "soybeans"), (headline, "wheat")])
        assert soybeans.label == "negative"
        assert wheat.label == "positive"


class TestCachedScorer(ScorerContract):
    @pytest.fixture
    def scorer(self) -> Scorer:
        return CachedScorer(load_scorer("words"), MemoryStore())

    def test_reads_each_pair_once(self) -> None:
        asked: list[tuple[str, str | None]] = []

        class Counting:
            name, revision = "counting", "1"

            def score_pairs(self, pairs: list[tuple[str, str | None]]) -> list[Probabilities]:
                asked.extend(pairs)
                return [Probabilities(0, 1, 0) for _ in pairs]

        cached = CachedScorer(Counting(), MemoryStore())
        cached.score_pairs([("a", None), ("a", None), ("a", "b")])
        cached.score_pairs([("a", "b"), ("c", None)])
        assert asked == [("a", None), ("a", "b"), ("c", None)]

    def test_another_revision_is_another_reading(self) -> None:
        store, words = MemoryStore(), load_scorer("words")
        CachedScorer(words, store).score_pairs(PAIRS)
        CachedScorer(load_scorer(), store).score_pairs(PAIRS)
        assert {(key.model, key.revision) for key in store.readings} == {
            (scorer.name, scorer.revision) for scorer in (words, load_scorer())
        }
        assert len(store.readings) == 2 * len(PAIRS)


class TestCheckpointScorer(ScorerContract):
    """A checkpoint of random weights, made here and loaded from disk: its readings mean nothing, its handling does."""

    @pytest.fixture
    def folder(self, tmp_path_factory: pytest.TempPathFactory) -> str:
        return str(_tiny_checkpoint(tmp_path_factory.mktemp("checkpoint"), classifier=True))

    @pytest.fixture
    def scorer(self, folder: str) -> Scorer:
        return load_scorer(folder)

    def test_labels_come_from_the_checkpoints_config(self, scorer: Scorer, folder: str) -> None:
        from transformers import pipeline

        theirs = {row["label"]: row["score"] for row in pipeline("text-classification", folder, top_k=None)([PAIRS[0][0]])[0]}
        ours = scorer.score_pairs([PAIRS[0]])[0]
        assert ours.values == pytest.approx((theirs["Bearish"], theirs["Neutral"], theirs["Bullish"]), abs=1e-5)

    def test_other_weights_are_another_revision(self, scorer: Scorer, tmp_path_factory: pytest.TempPathFactory) -> None:
        other = _tiny_checkpoint(tmp_path_factory.mktemp("other"), classifier=True, seed=2)
        assert load_scorer(str(other)).revision != scorer.revision

    def test_a_checkpoint_that_is_no_classifier_is_refused_in_one_line(self, tmp_path_factory: pytest.TempPathFactory) -> None:
        folder = _tiny_checkpoint(tmp_path_factory.mktemp("encoder"), classifier=False)
        with pytest.raises(UsageError, match=r"is no classifier but BertModel.*\Z") as raised:
            load_scorer(str(folder))
        assert "\n" not in str(raised.value)

    def test_a_missing_folder_is_refused_in_one_line(self) -> None:
        pytest.importorskip("torch")
        with pytest.raises(UsageError, match=r"no model folder \./nowhere/model") as raised:
            load_scorer("./nowhere/model")
        assert "\n" not in str(raised.value)


def _tiny_checkpoint(folder, classifier: bool, seed: int = 1):
    torch = pytest.importorskip("torch")
    from transformers import BertConfig, BertForSequenceClassification, BertModel, BertTokenizer

    torch.manual_seed(seed)
    pieces = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "copper",
        "slides",
        "as",
        "the",
        "dollar",
        "firms",
        "shares",
        "gold",
    ]
    BertTokenizer(vocab={piece: i for i, piece in enumerate(pieces)}).save_pretrained(folder)
    labels = {0: "Bullish", 1: "Bearish", 2: "Neutral"}
    config = BertConfig(
        vocab_size=len(pieces),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=2,
        intermediate_size=32,
        id2label=labels,
    )
    (BertForSequenceClassification if classifier else BertModel)(config).save_pretrained(folder)
    return folder


@pytest.mark.parametrize(
    ("names", "columns"),
    [
        ({0: "positive", 1: "negative", 2: "neutral"}, [[1], [2], [0]]),
        ({0: "Bearish", 1: "Bullish", 2: "Neutral"}, [[0], [2], [1]]),
        ({0: "1 star", 1: "2 stars", 2: "3 stars", 3: "4 stars", 4: "5 stars"}, [[0, 1], [2], [3, 4]]),
        ({0: "Very Negative", 1: "Negative", 2: "Neutral", 3: "Positive", 4: "Very Positive"}, [[0, 1], [2], [3, 4]]),
        ({0: "NEGATIVE", 1: "POSITIVE"}, [[0], [], [1]]),
    ],
)
def test_label_names_tell_which_output_is_which(names: dict[int, str], columns: list[list[int]]) -> None:
    assert label_columns(names, "checkpoint") == columns


@pytest.mark.parametrize("names", [{0: "LABEL_0", 1: "LABEL_1"}, {0: "anger", 1: "joy"}, {0: "neutral", 1: "positive"}])
def test_labels_that_say_no_side_are_refused(names: dict[int, str]) -> None:
    with pytest.raises(UsageError, match="is no sentiment classifier: its labels"):
        label_columns(names, "checkpoint")


def test_without_torch_a_checkpoint_is_refused_with_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "torch", None)
    with pytest.raises(UsageError, match=r"needs torch: pip install 'market-news-signals\[torch\]'"):
        load_scorer("somebody/some-model-that-nobody-loads")
