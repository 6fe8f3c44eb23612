"""Which of two items, worded for this purpose, tell one story, and how the second stands to the first."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pytest

from pipelines.run import run
from pipelines.settings import RunSettings
from signals.read import Known, StoryIndex, telling_of
from signals.records import Item

AT = datetime(2025, 9, 2, 14, tzinfo=UTC)
HEADLINE = "Forint firms as central bank keeps tone tight"
BODY = (
    "BUDAPEST, Sept 2 (Puszta Press) - The forint gained 0.4% to 394.10 per euro on Tuesday after policy makers left the base"
    " rate at 6.50% and repeated that talk of cuts was premature.\n"
    "It had closed at 395.65 on Monday. Against the dollar it traded at 337.42.\n"
    "The main share index, BUX, added 0.7% to 103,412 points, led by the bank OTP, which rose 1.9% to 29,870 forints.\n"
    "Yields on ten-year bonds slid 5 basis points to 6.98%, dealers said. Next week brings inflation figures for August."
)
NEXT_DAY = (
    BODY.replace("Sept 2", "Sept 3")
    .replace("Tuesday", "Wednesday")
    .replace("Monday", "Tuesday")
    .replace("395.65", "394.18")
    .replace("394.10", "393.55")
    .replace("337.42", "336.81")
    .replace("103,412", "103,996")
    .replace("29,870", "30,015")
    .replace("6.98%", "6.93%")
)


def item(headline: str = HEADLINE, body: str = BODY, at: datetime | None = AT, name: str = "b") -> Item:
    return Item(id=name, path="", position=0, text=f"{headline}\n{body}", body=body, headline=headline, published_at=at)


FIRST = item(name="a")


def placed(second: Item, first: Item = FIRST) -> tuple[bool, str]:
    """Whether both are of one story, and the relation of the second."""
    index = StoryIndex()
    one, two = index.place(first), index.place(second)
    return one.story_id == two.story_id, two.story_relation


SAME = {
    "exact": item(),
    "another masthead and dateline": item(body=BODY.replace("BUDAPEST, Sept 2 (Puszta Press) - ", "Budapest: ")),
    "another headline": item("Hungary's currency gains, rate setters in no hurry"),
    "lightly edited": item(
        body=BODY.replace("gained", "advanced").replace("dealers said", "according to dealers").replace("slid", "fell")
    ),
    "shortened": item(body=BODY.split("\n", maxsplit=1)[0]),
    "cut off": item(body=BODY[:230]),
    "with a paragraph more": item(
        body=BODY + "\nOpinion polls put the ruling party level with its main rival before the vote."
    ),
    "hours later": item(at=AT + timedelta(hours=9)),
    "at an unknown time": item(at=None),
}


@pytest.mark.parametrize("case", SAME)
def test_copies(case: str) -> None:
    assert placed(SAME[case]) == (True, "copy")


OTHER = {
    "the report of the next day": item(body=NEXT_DAY, at=AT + timedelta(days=1)),
    "the report of the next day, received with the first": item(body=NEXT_DAY),
    "another telling of the same close": item(
        "Hungarian assets rise",
        "Hungary's currency strengthened after a widely awaited decision, quoted at 394.10 by late afternoon. Equities in"
        " Budapest were up as well, the local gauge gaining to 103,412, and government debt found buyers at auction.",
    ),
    "another subject": item("Storm shuts ferry ports", "Gales of 110 kph closed 14 ports on the Aegean on Tuesday."),
}


@pytest.mark.parametrize("case", OTHER)
def test_other_stories(case: str) -> None:
    assert placed(OTHER[case]) == (False, "original")


def test_days_count_where_there_are_no_figures() -> None:
    monday = item("Markets shut", "Markets in Budapest are shut on Monday for a holiday. Trading resumes on the day after.")
    assert placed(replace(monday, id="c"), monday) == (True, "copy")
    tuesday = item("Markets shut", "Markets in Budapest are shut on Tuesday for a holiday. Trading resumes on the day after.")
    assert placed(tuesday, replace(monday, id="c")) == (False, "original")


@pytest.mark.parametrize(
    ("mark", "relation"),
    [
        ("UPDATE 1-", "update"),
        ("UPDATE 12-", "update"),
        ("UPDATED: ", "update"),
        ("WRAPUP 2-", "update"),
        ("CORRECTED-", "correction"),
        ("CORRECTED-(OFFICIAL)-", "correction"),
        ("Correction: ", "correction"),
        ("REFILE-", "correction"),
        ("RPT-", "copy"),
    ],
)
def test_marks_of_the_wires(mark: str, relation: str) -> None:
    changed = BODY.replace("394.10", "393.80").replace("337.42", "337.05").replace("103,412", "103,700")
    second = item(mark + HEADLINE, changed, AT + timedelta(hours=2))
    assert placed(second) == (True, relation)
    assert placed(replace(FIRST, id="later"), second) == (True, "copy")


@pytest.mark.parametrize(
    ("note", "relation"),
    [("(Corrects level of index)", "correction"), ("(Updates prices)", "update"), ("(Repeats story)", "copy")],
)
def test_notes_of_the_wires(note: str, relation: str) -> None:
    assert placed(item(body=f"{note}\n{BODY}")) == (True, relation)


def test_words_that_only_look_like_marks_are_none() -> None:
    assert placed(item("Updated: nothing", "A ferry ran aground off Skye.", AT)) == (False, "update")
    assert placed(item("Correction in shares deepens", "Shares on the Nairobi bourse fell 2.2% to 171.33.", AT)) == (
        False,
        "original",
    )


def test_the_next_update_of_another_day_is_another_story() -> None:
    assert placed(item("UPDATE 1-" + HEADLINE, NEXT_DAY, AT + timedelta(days=3)))[0] is False


def test_a_short_text_that_comes_again_next_year_is_another_story() -> None:
    alert = item("MARKETS SHUT FOR HOLIDAY", "MARKETS SHUT FOR HOLIDAY")
    assert placed(replace(alert, published_at=AT + timedelta(days=365), id="c"), alert) == (False, "original")


def test_a_new_version_of_an_item_is_an_update() -> None:
    second = replace(FIRST, body=BODY + "\nThe bank's next meeting is on Sept. 23.")
    assert placed(second) == (True, "update")


def test_each_day_is_recalled_once() -> None:
    asked: list[object] = []

    def recall(days: list[object]) -> list[Known]:
        asked.extend(days)
        return [Known("old", "story", telling_of(HEADLINE, BODY, AT))]

    index = StoryIndex(recall)  # type: ignore[arg-type]
    assert index.place(item()).story_id == "story"
    assert index.place(item("Storm", "Gales closed ports.", AT + timedelta(days=1))).story_id != "story"
    assert len(asked) == len(set(asked)) == 10


def test_a_run_joins_the_stories_of_earlier_runs(tmp_path: Path) -> None:
    for source, hour in (("Puszta Press", 14), ("Danube Daily", 11)):
        record = {"title": HEADLINE, "source": source, "date": f"2025-09-02T{hour}:00:00Z", "content": BODY}
        (tmp_path / source).write_text(json.dumps(record))
        run(RunSettings(paths=(str(tmp_path / source),), db=tmp_path / "x.duckdb"))
    query = "SELECT source, story_relation, count(*) OVER (PARTITION BY story_id) FROM items ORDER BY source"
    first = "SELECT i.source, s.items, s.sources FROM stories s JOIN items i ON i.item_id = s.first_item_id"
    with duckdb.connect(str(tmp_path / "x.duckdb"), read_only=True) as reader:
        rows, stories = reader.sql(query).fetchall(), reader.sql(first).fetchall()
    assert rows == [("Danube Daily", "copy", 2), ("Puszta Press", "original", 2)]
    assert stories == [("Danube Daily", 2, ["Danube Daily", "Puszta Press"])]
