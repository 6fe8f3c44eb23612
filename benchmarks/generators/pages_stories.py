"""Stories that the generated pages are filled with: worded for this project, about nothing that happened."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Story:
    """A headline, the paragraphs under it, where it was filed, and whether it is about markets or monetary policy."""

    headline: str
    paragraphs: tuple[str, ...]
    place: str
    market: bool


def _story(place: str, market: bool, text: str) -> Story:
    headline, *paragraphs = [line.strip() for line in text.strip().splitlines()]
    return Story(headline, tuple(paragraphs), place, market)


STORIES = (
    _story("JOHANNESBURG", True, """
    Rand gives up morning gains as miners slide
    The rand slipped on Friday, handing back what it had won in the morning, as weaker metal prices pulled mining shares lower.
    At 1430 GMT the currency traded at 17.8125 to the dollar, 0.4% softer than its previous close.
    "There was little local news to hold on to," said a dealer at a bank in Sandton.
    The benchmark 2035 bond was weaker too, its yield 3 basis points higher at 9.81%.
    """),
    _story("LONDON", True, """
    Sterling steadies after a week of losses
    The pound held at $1.3512 on Friday after four days of falls that had taken it to its lowest since May.
    Traders said that the market had priced in most of what the finance minister might announce next week.
    Against the euro it was a touch firmer at 85.90 pence.
    """),
    _story("MUMBAI", True, """
    Sensex climbs for third day on bank buying
    Indian shares rose for a third session on Friday as lenders found buyers ahead of their quarterly figures.
    The 30-share Sensex added 312.40 points, or 0.38 per cent, to close at 83,410.20, while the Nifty gained 0.41 per cent.
    Foreign funds bought shares worth Rs 1,204 crore on Thursday, exchange data showed.
    """),
    _story("NEW YORK", True, """
    Oil falls 2% as producers hint at more supply
    Crude prices fell on Friday after delegates said that the producers' group was leaning towards another increase in August.
    Brent futures lost $1.41, or 2.1%, to settle at $67.13 a barrel.
    U.S. crude was down 1.9% at $65.44.
    """),
    _story("FRANKFURT", True, """
    Central bank leaves rates alone and says little about July
    Policymakers kept the deposit rate at 2.00% on Thursday, as all economists in a poll had expected.
    The governing council said that inflation was where it wanted it to be and that it would decide meeting by meeting.
    Bond yields hardly moved: the ten-year Bund stood at 2.58%.
    """),
    _story("TOKYO", True, """
    Yen rises as minister warns against one-sided moves
    The Japanese currency strengthened to 144.35 per dollar on Friday after the finance minister said that he was watching.
    It had weakened past 145 overnight, its lowest in a fortnight.
    Exporters led the Nikkei share average 0.6% lower.
    """),
    _story("NAIROBI", True, """
    Shilling little changed before bond auction
    Kenya's shilling was quoted at 129.20/129.40 to the dollar, the same as on Thursday, commercial banks said.
    Importers of fuel and machinery were matched by inflows from tea and remittances, one trader added.
    """),
    _story("PARIS", False, """
    Museum reopens after two years of work on its roof
    Visitors queued around the block on Friday as the natural history museum opened its doors for the first time in two years.
    The restored glass roof weighs 300 tonnes and lets in twice as much light as before, the architects said.
    Tickets for July are sold out.
    """),
    _story("CAPE TOWN", False, """
    Storm cuts power to thousands along the coast
    Gusts of more than 110 km an hour brought down lines and trees on Thursday night, leaving 40,000 homes without electricity.
    Schools in three districts will stay shut on Friday, the provincial government said.
    Two fishermen were rescued by helicopter.
    """),
    _story("MADRID", False, """
    Late header sends hosts into the final
    A header four minutes from time gave the hosts a 2-1 win and a place in Sunday's final.
    The visitors had led through a penalty in the first half but tired after the break.
    "We never stopped running," the captain said.
    """),
    _story("WASHINGTON", False, """
    Senate panel asks airlines to explain delays
    Senators on Thursday called the heads of four airlines to testify about a week of cancelled flights.
    More than 9,000 journeys were hit when a scheduling system failed, the transport department said.
    The hearing is set for 22 July.
    """),
    _story("BRASILIA", False, """
    Court orders mayor to step down over contracts
    A court told the mayor on Friday to leave office while it looks into contracts for buses worth 40 million reais.
    His lawyers said that they would appeal. The deputy mayor was sworn in hours later.
    """),
    _story("SYDNEY", False, """
    Maker of electric ferries to hire 500 at new yard
    A company that builds electric ferries will hire 500 people over two years for a yard in Newcastle, it said on Friday.
    Orders have doubled since January and the firm expects to deliver its hundredth boat next spring.
    """),
    _story("BERLIN", False, """
    Factory orders rise more than expected in May
    German industry took in 1.4% more orders in May than in April, the statistics office said on Friday.
    Economists had expected a rise of 0.5%. Without large orders the increase was 0.9%.
    """),
    _story("LAGOS", True, """
    Naira firms on the street as dollar demand eases
    The naira gained 1.2% to 1,525 per dollar on the parallel market on Friday as fewer importers came looking for cash.
    On the official window it closed at 1,531.40, from 1,533.25 a day earlier.
    Analysts at a Lagos brokerage expect it to trade between 1,520 and 1,540 next week.
    """),
    _story("CHICAGO", True, """
    Corn slips to lowest since December on rain
    Chicago corn futures fell 1.7% on Friday to $4.15 a bushel, the lowest since December, as rain spread across the Midwest.
    Wheat lost 0.8% to $5.49 and soybeans were flat at $10.48.
    Traders squared positions before the long weekend.
    """),
)  # fmt: skip
PUBLISHERS = (
    "Kestrel News",
    "Harbour Wire",
    "The Meridian",
    "Daily Ledger",
    "Coast Herald",
    "Veld Times",
    "Monsoon Post",
    "Northgate TV",
)
AUTHORS = ("Thandi Mokoena", "James Harrow", "Priya Nair", "Lucia Ferreira", "Tom Okafor")
