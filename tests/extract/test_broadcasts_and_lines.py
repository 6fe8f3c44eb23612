"""Broadcast scripts, questions, names that we do not know, lines of companies in other cities, and quarters in tables."""

from __future__ import annotations

import pytest

from tests.extract.conftest import short
from tests.extract.test_equity_wraps import Read, Row, level, size

ALOUD = {
    "The Dow finished at 15 thousand and ten.": [level("DJI", 15010.0, "close")],
    "The Nasdaq added a half percent, to 36 hundred and 57.": [("IXIC", 3657.0, "last", "up", 0.5, "percent")],
    "The S and P 500 ended at 16-63.": [level("SPX", 1663.0, "close")],
    "Microsoft closed at 34-75.": [level("MSFT", 34.75, "close")],
    "Shell fell 10-15 percent.": [("SHEL.L", None, None, "down", None, None)],
}
ASKED = {
    "Microsoft lost 2%. And Apple? Up 1.1% at $501.02.": [
        size("MSFT", "down", 2.0), ("AAPL", 501.02, "last", "up", 1.1, "percent"),
    ],
    "Microsoft lost 2%. And Quirkco? Up 1.1% at $501.02.": [size("MSFT", "down", 2.0)],
}  # fmt: skip
STRANGERS = {
    "Sa Sa dropped 5.2%, and Quirkco, the landlord of Times Square, lost 3.8%.": [size("0178.HK", "down", 5.2)],
    "Sa Sa dropped 5.2%, while Quirkco, a landlord, lost 3.8%.": [size("0178.HK", "down", 5.2)],
    "At the other end Coca-Cola HBC leads the risers, up 5.4%.": [size("CCH.L", "up", 5.4)],
}
LINES = {
    "Cronos Group fell six per cent in New York.": [size("CRON", "down", 6.0)],
    "BHP slipped 1.1% in London.": [size("BHP.L", "down", 1.1)],
    "BHP slipped 1.1% after losses in London.": [size("BHP.AX", "down", 1.1)],
}
TARGETS = {
    "ASML jumped 4.6% to 1,061.40 euros after Bernstein raised its price target to 1,300 euros.": [
        ("ASML.AS", 1061.4, "last", "up", 4.6, "percent"), level("ASML.AS", 1300.0, "forecast"),
    ],
    "Apple slipped 1% after Morgan Stanley cut Quirkco's price target to $50.": [size("AAPL", "down", 1.0)],
}  # fmt: skip
FIRMS = {
    "IT firm Infosys was down 5% at Rs 3,000.": [("INFY.NS", 3000.0, "close", "down", 5.0, "percent")],
    "Energy firms BP and Shell rose 2% and 3%.": [size("BP.L", "up", 2.0), size("SHEL.L", "up", 3.0)],
    "The investment bank Goldman Sachs added 1%.": [size("GS", "up", 1.0)],
    "Growth stocks Tesla and Nvidia fell 3% and 4%.": [size("TSLA", "down", 3.0), size("NVDA", "down", 4.0)],
    "Sales at retail giant Walmart rose 2%.": [],
}
MEMBERS = {
    "The FTSE 100 rose 1.2%, the FTSE 250 of mid-sized firms 0.8% to 17,900.": [
        size("UKX", "up", 1.2), ("MCX", 17900.0, "last", "up", 0.8, "percent"),
    ],
    "LVMH and Kering ended lower by 1.3 to 2%.": [
        ("MC.PA", None, None, "down", None, None), ("KER.PA", None, None, "down", None, None),
    ],
    "The Ibex 35 closed at 8,902. BBVA, which owns banks abroad, was the worst of all with a loss of 6.25%.": [
        level("IBEX35", 8902.0, "close"), size("BBVA.MC", "down", 6.25),
    ],
    "The Ibex 35 closed at 8,902. QRK, which owns banks abroad, was the worst of all with a loss of 6.25%.": [
        level("IBEX35", 8902.0, "close"),
    ],
}  # fmt: skip
MOVES = {
    "A weak pound hammered importers.": [],
    "The pound was hammered.": [("GBPUSD", None, None, "down", None, None)],
    "The S&P erases 2018's gains.": [],
    "The DAX lost its 2018 gains.": [("DAX", None, None, "down", None, None)],
    "The Dow was at 24,345. The index had been down as much as 1,597.": [
        level("DJI", 24345.0, "last"), ("DJI", None, "low", "down", 1597.0, "points"),
    ],
    "The Dow was up 320 at its peak.": [("DJI", None, "high", "up", 320.0, "points")],
    "The FTSE 100 ended 40 lower.": [size("UKX", "down", 40.0, "points")],
    "The Dow ended with 12 of its members lower.": [],
}  # fmt: skip
HOMES = {
    "The FTSE 100 fell 1%. BHP lost 6%, CRH 3% and HSBC 2%.": [
        size("UKX", "down", 1.0), size("BHP.L", "down", 6.0), size("CRH.L", "down", 3.0), size("HSBA.L", "down", 2.0),
    ],
    "BP lost 6%, Shell 3% and Transocean 2%.": [
        size("BP.L", "down", 6.0), size("SHEL.L", "down", 3.0), size("RIG", "down", 2.0),
    ],
}  # fmt: skip
COUNTS = {
    "BP slid 2%. About 1,340 shares advanced, and 180 shares were unchanged.": [size("BP.L", "down", 2.0)],
    "BP slid 2%. The shares were unchanged on Monday.": [
        size("BP.L", "down", 2.0), ("BP.L", None, None, "flat", None, None),
    ],
}  # fmt: skip
TICKERS = {
    "Amazon AMZN lost 2.1%.": [size("AMZN", "down", 2.1)],
    "The Nasdaq COMP dropped 0.9%.": [size("IXIC", "down", 0.9)],
    "Cirrus Logic fell 8%. In Europe, AMQ, which makes sensors, tumbled 23%.": [size("CRUS", "down", 8.0)],
    "HDFC AMC rose 5%.": [size("HDFCAMC.NS", "up", 5.0)],
}
RESTATED = {
    "The Dow lost 634.76 points to close at 10,809.85. That is a drop of 5.55 percent.": [
        ("DJI", 10809.85, "close", "down", 634.76, "points"),
    ],
    "The Dow lost 634.76 points to close at 10,809.85. It had fallen 4.31 percent on Thursday.": [
        ("DJI", 10809.85, "close", "down", 634.76, "points"), size("DJI", "down", 4.31),
    ],
}  # fmt: skip
PARTS = {
    "Apple lost a fifth of its value.": [size("AAPL", "down", 20.0)],
    "Apple had lost a quarter of its value before finishing 2% down.": [size("AAPL", "down", 25.0), size("AAPL", "down", 2.0)],
    "Apple lost a quarter of its staff.": [],
    "Nedbank fell 1.9% to R222.10. The bank reported a 10% rise in earnings per share to 1,543c.": [
        ("NED.JO", 222.1, "close", "down", 1.9, "percent"),
    ],
}
ALIGNED = {
    "Packaging firm Quirkco, DS Smith and Mondi slipped 5.1%, 4.3% and 4%.": [
        size("SMDS.L", "down", 4.3), size("MNP.JO", "down", 4.0),
    ],
    "BP, Quirkco and Shell rose 1%, 2% and 3%.": [("SHEL.L", None, None, "up", None, None)],
    "BP, DS Smith and Shell rose 1%, 2% and 3%.": [
        size("BP.L", "up", 1.0), size("SMDS.L", "up", 2.0), size("SHEL.L", "up", 3.0),
    ],
}  # fmt: skip
AFTER_HOURS = {
    "Amazon rose 3% in extended trading after ending at $1,808.00, down 2%.": [
        size("AMZN", "up", 3.0), ("AMZN", 1808.0, "close", "down", 2.0, "percent"),
    ],
    "Uber ended its first day as a public company at $41.57.": [level("UBER", 41.57, "close")],
    "Uber reported as a public company for the first time.": [],
}  # fmt: skip
AMOUNTS = {
    "Nvidia rose 3%. It guided for sales of $11bn, 50% above the consensus.": [size("NVDA", "up", 3.0)],
    "Nvidia made $2 billion, up 12%, and its shares rose 3%.": [size("NVDA", "up", 3.0)],
    "Facebook owner Meta Platforms plummeted 26.4%.": [size("META", "down", 26.4)],
}
PLACES = {
    "The Ibex fell 1%. In the rest of Europe Milan rose 0.9% and London gave up 0.1%, whereas Paris lost 0.5%.": [
        size("IBEX35", "down", 1.0), size("FTSEMIB", "up", 0.9), size("UKX", "down", 0.1), size("CAC40", "down", 0.5),
    ],
    "Telefonica slipped 0.6%. QRK plunged 4.9% and Enagas 3.8%.": [size("TEF.MC", "down", 0.6), size("ENG.MC", "down", 3.8)],
    "The ISEQ is down three-quarters of one per cent.": [size("ISEQ", "down", 0.75)],
    "In Hong Kong HSBC had closed 6.2% lower and Standard Chartered 7.3%.": [
        size("0005.HK", "down", 6.2), size("2888.HK", "down", 7.3),
    ],
}  # fmt: skip
ALL = (
    ALIGNED,
    AFTER_HOURS,
    AMOUNTS,
    PLACES,
    COUNTS,
    TICKERS,
    RESTATED,
    PARTS,
    ALOUD,
    ASKED,
    STRANGERS,
    LINES,
    TARGETS,
    FIRMS,
    MEMBERS,
    MOVES,
    HOMES,
)


@pytest.mark.parametrize(("text", "expected"), [pair for family in ALL for pair in family.items()])
def test_whose_figures_these_are(read: Read, text: str, expected: list[Row]) -> None:
    assert [short(o) for o in read("Markets\n\n" + text).observations] == expected


@pytest.mark.parametrize(("head", "basis"), [("Q2", "quarter"), ("2nd quarter", "quarter"), ("Q2 sales", None)])
def test_a_column_of_a_quarter(read: Read, head: str, basis: str | None) -> None:
    rows = "Apple       190.20   +0.4%   +8.3%\nMicrosoft   330.10   -0.2%   -1.3%\n"
    table = f"Shares\n\nStock       Close    Day      {head}\n{rows}"
    found = {o.move.basis for o in read(table).observations if o.move is not None and o.move.value in (8.3, 1.3)}
    assert found == ({basis} if basis else set())


WEEKS = {
    "For the week, the Dow lost 0.5%. The Nasdaq rose 1.5%. And the S&P 500 added 0.4%.": ["week", "week", "week"],
    "Over the week the Dow lost 0.5%. On Friday the Nasdaq rose 1.5%. The S&P 500 added 0.4%.": [
        "week",
        "prev_close",
        "prev_close",
    ],
    "For the week, the Dow lost 0.5%. Apple rose 1.5%.": ["week", "prev_close"],
}


@pytest.mark.parametrize("text", WEEKS)
def test_a_period_that_heads_a_sentence_holds_for_the_indices_behind_it(read: Read, text: str) -> None:
    assert [o.move.basis for o in read("Stocks\n\n" + text).observations if o.move is not None] == WEEKS[text]


def test_a_move_before_the_close_is_no_answer_to_news(read: Read) -> None:
    text = (
        "Tesla jumps\n\nTesla surged 10% in after-hours trading. It had closed 1.85% higher at $144.68, and is still down 42%"
        " this year. Earlier, Spotify soared 11.4%."
    )
    found = [(o.instrument, o.level_kind, o.move.basis) for o in read(text).observations if o.move is not None]
    assert found == [
        ("TSLA", None, "announcement"), ("TSLA", "close", "prev_close"), ("TSLA", None, "ytd"), ("SPOT", None, "prev_close"),
    ]  # fmt: skip


@pytest.mark.parametrize(("day", "share"), [("July 27, 2015", "BABA"), ("July 27, 2022", "9988.HK")])
def test_a_share_is_the_one_that_was_listed(read: Read, day: str, share: str) -> None:
    text = f"Shares fall\n\nHONG KONG, {day} - Alibaba slid 3.9 percent."
    assert [o.instrument for o in read(text).observations] == [share]


LISTS = {
    "Top 5 winners (week)\n1. Sasol: R456.20, +6.3%\n2. MTN: R104.11, +4.9%\n\nThe rand was 1% weaker.": [
        "week",
        "week",
        "prev_close",
    ],
    "Bottom 3 of the week\nEOH: R15.85, -11.7%\nMTN: R104.11, -2.9%\n": ["week", "week"],
    "Dow -0.3%, S&P 500 -0.2%\nWeek: Dow -6.9%, Nasdaq -8.4%\n": ["prev_close", "prev_close", "week", "week"],
    "The top 5 winners rose.\n\nMTN: R104.11, -2.9%\n": ["prev_close"],
}


@pytest.mark.parametrize("text", LISTS)
def test_a_list_has_the_period_of_its_head(read: Read, text: str) -> None:
    assert [o.move.basis for o in read("Markets\n\n" + text).observations if o.move is not None] == LISTS[text]


def test_after_the_close_a_share_answers_to_news(read: Read) -> None:
    text = (
        "Tech wreck\n\nNEW YORK, Oct. 24, 2018 - The Dow fell 2.4%. After the close Tesla jumped 12% and Microsoft rose 2.6%."
    )
    found = [(o.instrument, o.move.basis) for o in read(text).observations if o.move is not None]
    assert found == [("DJI", "prev_close"), ("TSLA", "announcement"), ("MSFT", "announcement")]
