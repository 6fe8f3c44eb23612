"""Coming events. The sentences are ours, the expected days are counted on a calendar by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from signals.clock import parse_instant
from signals.extract.calendar import calendar_entries
from signals.records import CalendarEntry, Item

GOLD = Path(__file__).resolve().parents[3] / "shared" / "gold" / "reports.jsonl"


def entries(text: str, received: str = "2025-07-04T17:05:00Z") -> tuple[CalendarEntry, ...]:
    return calendar_entries(Item(id="1", path="-", position=0, text=text, body=text, received_at=parse_instant(received)))


CASES = [
    # Friday 4 July 2025
    ("PRETORIA, July 4 - Attention turns to retail sales on Tuesday and mining output on Wednesday.",
     [("retail sales", "ZA", "2025-07-08"), ("mining", "ZA", "2025-07-09")]),
    ("The zloty slipped on Friday ahead of Thursday's Polish inflation data.", [("consumer prices", "PL", "2025-07-10")]),
    (
        "The Bank of Canada meets on July 30, and markets expect no change.",
        [("Bank of Canada rate decision", "CA", "2025-07-30")]),
    ("Traders await U.S. nonfarm payrolls tomorrow.", [("nonfarm payrolls", "US", "2025-07-05")]),
    ("Copper slipped ahead of the RBA at 2:30pm AEST on Tuesday.",
     [("Reserve Bank of Australia rate decision", "AU", "2025-07-08")]),
    ("Data: Swedish industrial production at 7 p.m. GMT.", [("industrial production", "SE", "2025-07-04")]),
    ("Swedish industrial production, out at 7 a.m. GMT, beat forecasts.", []),
    ("What comes next week? French retail sales on Monday and the minutes of the last ECB meeting on Tuesday.",
     [("retail sales", "FR", "2025-07-07"), ("European Central Bank minutes", "EU", "2025-07-08")]),
    ("For eighteen minutes on Thursday the screens were dark.", []),
    ("Exports rose less than expected, Beijing said on Monday, and the trade balance shrank.", []),
    ("On Monday, German factory orders are due.", [("factory orders", "DE", "2025-07-07")]),
    ("Markets in India will be shut on Monday for Republic Day.", [("Republic Day", "IN", "2025-07-07")]),
    ("Traders wait for the Fed on Wednesday and for the ECB and Norges Bank on Thursday.",
     [("Federal Reserve rate decision", "US", "2025-07-09"), ("European Central Bank rate decision", "EU", "2025-07-10"),
      ("Norges Bank rate decision", "NO", "2025-07-10")]),
    ("Germany auctions 4 billion euros of 10-year Bunds on Wednesday.", [("bond auction", "DE", "2025-07-09")]),
    ("Japanese markets are closed on July 21 for Marine Day.", [("market holiday", "JP", "2025-07-21")]),
    ("Korean factory output is due on July 14, followed by GDP a day later.",
     [("manufacturing", "KR", "2025-07-14"), ("GDP", "KR", "2025-07-15")]),
    ("Friday's data should show Danish exports rose. A new chairman takes over at Oslo Havn on Aug. 7.",
     [("trade balance", "DK", "2025-07-04"), ("A new chairman takes over at Oslo Havn", "NO", "2025-08-07")]),
    ("Diary\n- July 8: RBA decision\n- July 9: Chinese CPI",
     [("Reserve Bank of Australia rate decision", "AU", "2025-07-08"), ("consumer prices", "CN", "2025-07-09")]),
    ("Week ahead\nTuesday: Australian retail sales, Japanese GDP\nThursday: Swiss CPI",
     [("retail sales", "AU", "2025-07-08"), ("GDP", "JP", "2025-07-08"), ("consumer prices", "CH", "2025-07-10")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES)
def test_events_with_their_day_and_country(text: str, wanted: list[tuple[str, str, str]]) -> None:
    assert [(e.event, e.country, e.date) for e in entries(text)] == wanted


NONE = [
    "Wall Street closed higher on Thursday after a stronger-than-expected jobs report.",
    "U.S. inflation data on Wednesday showed prices rising faster than expected.",
    "The peso fell on Thursday after Mexican retail sales missed forecasts.",
    "Last week's GDP figures surprised economists.",
    "Inflation is a worry, the minister said on Monday.",
    "The Reserve Bank of India cut rates on Friday.",
    "No event is named here, but Tuesday is.",
    "On Thursday, data showed Danish exports fell in May.",
    "The exchange was closed on Monday for a holiday and reopened on Tuesday.",
    "The contract that expired on June 30 had been the most active.",
    "Thailand's central bank announced its policy decision on June 25.",
]


@pytest.mark.parametrize("text", NONE)
def test_events_that_are_past_or_undated(text: str) -> None:
    assert entries(text) == ()


def test_evidence_is_the_text_itself() -> None:
    text = "Attention turns to Swiss retail sales on Tuesday."
    (entry,) = entries(text)
    assert entry.evidence == text[entry.start : entry.end] == "Swiss retail sales on Tuesday"


def test_without_any_clock_nothing_is_dated() -> None:
    text = "Attention turns to Swiss retail sales on Tuesday."
    assert calendar_entries(Item(id="1", path="-", position=0, text=text, body=text)) == ()


@pytest.mark.skipif(not GOLD.exists(), reason="the labelled reports are not here")
def test_labelled_reports() -> None:
    """Day and country of what is found must be right; finding all is not asked for."""
    right = wrong = 0
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        report = json.loads(line)
        wanted = {(e["date"], e["country"]) for e in report["calendar"]}
        found = {(e.date, e.country) for e in entries(report["text"], report["received_at"])}
        right, wrong = right + len(found & wanted), wrong + len(found - wanted)
    assert right >= 16
    assert right / (right + wrong) >= 0.8
