"""Sizes apposed to whom a passive, a preposition or a relative clause names; the expected rows are written by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction

Read = Callable[[str], Extraction]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The Nasdaq lost 0.4%, led by Nvidia, down 5%.", {("IXIC", "down", 0.4), ("NVDA", "down", 5.0)}),
        (
            "Vodafone was the top riser on the FTSE 100, up 9.4%, while BP was the biggest faller, down 2%.",
            {("VOD.L", "up", 9.4), ("BP.L", "down", 2.0)},
        ),
        ("The DAX rose 0.3% thanks to SAP, up 1.9%.", {("DAX", "up", 0.3), ("SAP.DE", "up", 1.9)}),
        ("The DAX rose 0.3%, supported by SAP (up 1.9%).", {("DAX", "up", 0.3), ("SAP.DE", "up", 1.9)}),
        ("The DAX rose thanks to results, up 0.3% on the day.", {("DAX", "up", 0.3)}),
        ("The FTSE 100 slid 0.3% on Barclays' 5% drop.", {("UKX", "down", 0.3), ("BARC.L", "down", 5.0)}),
        (
            "Sasol rose 2% on Brent's 3% jump, taking its gain for the year to 11%.",
            {("SOL.JO", "up", 2.0), ("BRENT", "up", 3.0), ("SOL.JO", "up", 11.0)},
        ),
        (
            "The DAX fell despite a 5% rise in BMW and a 2% gain by Siemens.",
            {("DAX", "down", None), ("BMW.DE", "up", 5.0), ("SIE.DE", "up", 2.0)},
        ),
        ("SBI was the biggest loser in the Sensex pack with a fall of 5.03 per cent.", {("SBIN.NS", "down", 5.03)}),
        ("The worst performer in the DAX was SAP, 3.1% lower.", {("SAP.DE", "down", 3.1)}),
        ("The Nasdaq was dragged lower by Nvidia, down 5%.", {("IXIC", "down", None), ("NVDA", "down", 5.0)}),
        ("The DAX slipped 0.3%, hit by Siemens, down 4.2% after results.", {("DAX", "down", 0.3), ("SIE.DE", "down", 4.2)}),
        (
            "The S&P 500 lost 1.2%, hurt by Apple, off 3.1%, and by Microsoft, down 2%.",
            {("SPX", "down", 1.2), ("AAPL", "down", 3.1), ("MSFT", "down", 2.0)},
        ),
        ("The FTSE 100 fell 1.1%, dragged down by Quirkco, off 2.3% at 58.40 pence.", {("UKX", "down", 1.1)}),
        ("The FTSE 100 fell 1.1%, with Quirkco off 2.3% and Zizzo 1.9% lower.", {("UKX", "down", 1.1)}),
        ("The DAX climbed 0.8%, helped by a rise in Quirkco, which gained 3.1%.", {("DAX", "up", 0.8)}),
        (
            "The WIG20 rose 1.1%, led by PKO BP, up 2.3%, and Quirkco, which added 1.9%.",
            {("WIG20", "up", 1.1), ("PKO.WA", "up", 2.3)},
        ),
        (
            "Sasol gained 3%, helped by a weaker rand, 1% down against the dollar.",
            {("SOL.JO", "up", 3.0), ("USDZAR", "up", 1.0)},
        ),
        ("The FTSE 100, hit by worries over growth, was down 0.5%.", {("UKX", "down", 0.5)}),
        ("The Nikkei in Tokyo, which lost 2% on Monday, rose 1%.", {("NKY", "down", 2.0), ("NKY", "up", 1.0)}),
        ("MTN was R168.30 at the close in Johannesburg, which was 12.4% lower.", {("MTN.JO", "down", 12.4)}),
    ],
)
def test_a_size_is_of_whom_the_passive_names(read: Read, text: str, expected: set[tuple[str, str, float | None]]) -> None:
    moves = [(o.instrument, o.move) for o in read(text).observations]
    assert {(name, move.direction, move.value) for name, move in moves if move} == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The Tadawul All-Share Index gained 0.6%, led by Al Rajhi Bank, which rose 1.2%, and Sabic, up 0.9%.",
            [("TASI", 0.6), ("1120.SR", 1.2), ("2010.SR", 0.9)],
        ),
        (
            "The FTSE 100 rose 0.6%, helped by Shell, up 1.2%, and Quirkco, which gained 0.9%.",
            [("UKX", 0.6), ("SHEL.L", 1.2)],
        ),
        ("The FTSE 100 rose 0.6%, led by Quirkco, which rose 2%, and Oddments, up 0.9%.", [("UKX", 0.6)]),
    ],
)
def test_each_of_those_that_lead_has_its_own_size(read: Read, text: str, expected: list[tuple[str, float]]) -> None:
    assert [(o.instrument, o.move.value) for o in read(text).observations if o.move is not None] == expected
