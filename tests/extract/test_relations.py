"""Numbers under words that the grammar does not know: they go to the name that plainly owns them, or to nobody."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Sequence
from math import inf, log

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accuracy import FOLDER, labelled, readings
from signals.extract import extractor
from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.unclaimed import Fates
from signals.extract.linking.mentions import Mention
from signals.extract.relations.candidates import BEFORE, BEHIND, EARLIER, candidates
from signals.extract.relations.kinds import kind_features
from signals.extract.relations.pairs import open_numbers
from signals.extract.relations.prices import Prices
from signals.extract.relations.weights import CONSTANT, kinds, owners, probability
from signals.extract.text.tokens import Token
from signals.records import Extraction
from signals.resources import data_path

Read = Callable[[str], Extraction]
GAS = (
    "Gas prices leap\nThe Dutch contract was busy. A megawatt hour of gas for August cost €161 on the Dutch exchange TTF on"
    " Thursday afternoon."
)


def levels(found: Extraction) -> list[tuple[str, float | None]]:
    return [(o.instrument, o.level) for o in found.observations if o.level is not None]


def test_a_price_under_a_verb_that_nobody_lists_is_of_the_name_before_it(read: Read) -> None:
    text = GAS
    assert ("TTF", 161.0) in levels(read(text))


def test_a_forecast_under_words_that_nobody_lists_is_a_forecast(read: Read) -> None:
    text = "Metals outlook\nFor copper we now assume USD9,000/t in 2025, up from USD8,500/t, as concentrate stays tight."
    found = [o for o in read(text).observations if o.instrument == "COPPER"]
    assert 9000.0 in [o.level for o in found]


@pytest.mark.parametrize(
    "text",
    [
        "The finance minister put the cost of the dam at $82.50 million.\nBrent was little changed.",
        "Gold rose 1% to $1,900.\nTickets for the show cost $45.50 each, the organisers said.",
        "The euro fell to $1.0850.\nOf 12 members 7 voted for the motion and 5.25 percent of staff will go.",
    ],
)
def test_amounts_of_other_things_stay_open(read: Read, text: str) -> None:
    found = read(text).observations
    assert all(o.level not in (82.5, 45.5, 5.25) for o in found)


def test_rows_so_found_are_less_sure_than_those_that_the_grammar_reads(read: Read) -> None:
    text = "Metals\nNickel fell 0.6% to $15,250. For copper we now assume USD9,000/t in 2025, as concentrate stays tight."
    sure = {o.instrument: o.confidence for o in read(text).observations}
    assert sure["COPPER"] <= 0.85 < sure["NICKEL"]


def test_each_number_so_claimed_points_at_its_characters_and_its_name(read: Read) -> None:
    text = GAS
    (one,) = [o for o in read(text).observations if o.instrument == "TTF" and o.level is not None]
    begin, end = dict(one.spans)["level"]
    assert text[begin:end].strip("€") == "161"
    assert text[one.start : one.end] == one.evidence
    assert [n.status for n in read(text).numbers if n.text.strip("€") == "161"] == ["claimed"]


def test_the_tables_are_whole_and_their_sums_are_those_of_a_plain_loop() -> None:
    """The slow twin adds up what the file says line by line."""
    for table, name in ((owners(), "owners.csv"), (kinds(), "kinds.csv")):
        with data_path("relations", name).open(encoding="utf-8", newline="") as file:
            rows = {row.pop("feature"): row for row in csv.DictReader(file)}
        some = random.Random(1).sample(sorted(rows), 40)
        features = [*some, "no such feature=1"]
        for answer, odds in zip(table.answers, table.odds(features), strict=True):
            slow = sum(float(rows[feature][answer] or 0) for feature in [CONSTANT, *some])
            assert odds == pytest.approx(slow)


def test_every_feature_with_a_weight_is_one_that_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A feature that is renamed in code alone would lose its weight without a word."""
    seen: set[str] = set()

    def note(sentences: Sequence[Sentence], stated: Sequence[Frame], fates: Fates) -> list[Frame]:
        pairs = [pair for number in open_numbers(sentences, stated, fates) for pair in number.pairs()]
        seen.update(feature.partition("=")[0] for pair in pairs for feature in kind_features(pair))
        return []

    monkeypatch.setattr(extractor, "related_numbers", note)
    for corpus in ("dev", "broad_eq", "later_fx", "daily_cm"):
        readings(labelled(FOLDER / f"{corpus}.jsonl"))
    for name in ("owners.csv", "kinds.csv"):
        with data_path("relations", name).open(encoding="utf-8", newline="") as file:
            weighed = {row["feature"].partition("=")[0] for row in csv.DictReader(file)}
        assert weighed - {CONSTANT} <= seen


def test_probabilities_are_those_of_log_odds() -> None:
    assert probability(0.0) == 0.5
    assert probability(2.1972245773362196) == pytest.approx(0.9)  # ln 9


@given(st.lists(st.tuples(st.sampled_from("ABC"), st.floats(0.01, 1e5)), max_size=12), st.floats(0.01, 1e5))
def test_distances_to_levels_are_those_of_a_plain_loop(told: list[tuple[str, float]], value: float) -> None:
    prices = Prices()
    for name, level in told:
        prices.add(name, level)
    own = min((abs(log(level / value)) for name, level in told if name == "A"), default=inf)
    assert prices.from_own("A", value) == pytest.approx(own)
    if len([name for name, _ in told if name == "A"]) < 8:
        others = min((abs(log(level / value)) for name, level in told if name != "A"), default=inf)
        assert prices.from_others("A", value) == pytest.approx(others)


def test_few_names_are_looked_at_however_many_there_are() -> None:
    names = [Token("instrument", place * 10, place * 10 + 4, Mention(f"X{place}", "share")) for place in range(300)]
    found = candidates(Token("number", 1505, 1508), names[:200], names[200:])
    assert [(one.name.value.id, one.side, one.rank) for one in found] == [
        *((f"X{150 - rank}", BEFORE, rank) for rank in range(4)),
        *((f"X{151 + rank}", BEHIND, rank) for rank in range(3)),
        *((f"X{299 - rank}", EARLIER, rank) for rank in range(5)),
    ]
