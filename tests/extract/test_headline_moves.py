"""Moves as headlines tell them: verbs of motion with their particles, gains that were posted, new ground, periods that run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from signals.records import Extraction


def moves(read: Callable[[str], Extraction], text: str) -> set[tuple[str, str, float | None, str | None]]:
    found = (o for o in read(text).observations)
    return {(o.instrument, o.move.direction, o.move.value, o.move.basis) for o in found if o.move is not None}


@pytest.mark.parametrize(
    ("text", "instrument", "direction"),
    [
        ("Silver nudges north as bargain hunters return", "XAGUSD", "up"),
        ("Copper gapping lower after weak Chinese orders", "COPPER", "down"),
        ("Bullion turned south after minutes", "XAUUSD", "down"),
        ("Platinum shoots higher on mine strike", "XPTUSD", "up"),
        ("Palladium took a beating", "XPDUSD", "down"),
        ("Brent resumes its slide", "BRENT", "down"),
        ("Bitcoin cracks below $30,000", "BTCUSD", "down"),
        ("Ether blasts past $4,000", "ETHUSD", "up"),
        ("Silver in a tailspin after margin hike", "XAGUSD", "down"),
        ("Copper on the march as stocks shrink", "COPPER", "up"),
        ("Gold scarcely budges in holiday-thinned trade", "XAUUSD", "flat"),
    ],
)
def test_verbs_of_motion(read: Callable[[str], Extraction], text: str, instrument: str, direction: str) -> None:
    assert moves(read, text) == {(instrument, direction, None, "prev_close")}


@pytest.mark.parametrize(
    ("text", "instrument", "direction"),
    [
        ("Silver registers fourth consecutive daily loss", "XAGUSD", "down"),
        ("Copper books its steepest one-day decline in a decade", "COPPER", "down"),
        ("Gold endures worst day since 2020", "XAUUSD", "down"),
        ("Platinum notches a five-year high", "XPTUSD", "up"),
        ("Brent reached a seven-week low", "BRENT", "down"),
        ("Gold finishes at its lowest since March", "XAUUSD", "down"),
        ("Silver sets yet another record high", "XAGUSD", "up"),
        ("Sterling touches a two-year peak", "GBPUSD", "up"),
        ("Rupee hits all-time low", "USDINR", "up"),
        ("Copper hauled to a nine-month trough", "COPPER", "down"),
    ],
)
def test_what_a_subject_came_to(read: Callable[[str], Extraction], text: str, instrument: str, direction: str) -> None:
    assert {m[:2] for m in moves(read, text)} == {(instrument, direction)}


@pytest.mark.parametrize(
    "text",
    [
        "Gold hits session high in Asian trade",
        "Silver sits at five-month low",
        "Platinum settles close to a two-year peak",
        "Gold at 10-month high, says broker",
        "Copper awaits a record",
        "Gold holdings hit record high",
    ],
)
def test_places_and_session_extremes_are_no_moves(read: Callable[[str], Extraction], text: str) -> None:
    assert moves(read, text) == set()


def test_new_ground_beside_its_level_is_a_move_too(read: Callable[[str], Extraction]) -> None:
    (found,) = read("Copper sags to an eight-month low of $8,105").observations
    assert (found.level, found.level_kind, found.move and found.move.direction) == (8105, "low", "down")


def test_a_session_low_tells_of_the_low_alone(read: Callable[[str], Extraction]) -> None:
    (found,) = read("Copper sags to a session low of $8,105").observations
    assert (found.level, found.level_kind, found.move) == (8105, "low", None)


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver on pace for third weekly fall", ("XAGUSD", "down", None, "wtd")),
        ("Copper bound for best month since 2021", ("COPPER", "up", None, "mtd")),
        ("Gold poised for a 3% weekly gain", ("XAUUSD", "up", 3, "wtd")),
        ("Platinum eyes monthly loss", ("XPTUSD", "down", None, "mtd")),
    ],
)
def test_a_period_that_runs_is_measured_to_date(
    read: Callable[[str], Extraction], text: str, want: tuple[str, str, float | None, str]
) -> None:
    assert moves(read, text) == {want}


def test_the_day_and_the_week_so_far_are_two_moves(read: Callable[[str], Extraction]) -> None:
    found = moves(read, "Silver sheds 1.1%, heads for second weekly drop")
    assert found == {("XAGUSD", "down", 1.1, "prev_close"), ("XAGUSD", "down", None, "wtd")}


@pytest.mark.parametrize(
    ("text", "direction"),
    [
        ("Silver edges off 10-month low", "up"),
        ("Silver drifts off three-year peak", "down"),
        ("Silver recovers from a two-month trough", "up"),
        ("Silver comes off its record high", "down"),
    ],
)
def test_leaving_an_extreme_is_a_move_away_from_it(read: Callable[[str], Extraction], text: str, direction: str) -> None:
    assert {m[:2] for m in moves(read, text)} == {("XAGUSD", direction)}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver boosted by retreating yields", {("XAGUSD", "up")}),
        ("Gold dragged by firm dollar", {("XAUUSD", "down")}),
        ("Silver sinking as stocks rebound", {("XAGUSD", "down")}),
        ("Gold climbs on dollar slide", {("XAUUSD", "up")}),
        ("Gold leaps $80 in largest one-day dollar gain", {("XAUUSD", "up")}),
    ],
)
def test_participles_and_causes(read: Callable[[str], Extraction], text: str, want: set[tuple[str, str]]) -> None:
    assert {m[:2] for m in moves(read, text)} == want


def test_a_currency_priced_in_euros_moves_once(read: Callable[[str], Extraction]) -> None:
    text = "Forint backs away from one-month peak\n\nThe forint was 0.4% weaker at 391.20 per euro on Friday."
    assert {m[0] for m in moves(read, text)} == {"EURHUF"}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver snaps four-day slide as dollar wilts", {("XAGUSD", "up")}),
        ("Copper halts five-session rally", {("COPPER", "down")}),
        ("Platinum breaks losing streak", {("XPTUSD", "up")}),
        ("Silver's slide deepens", {("XAGUSD", "down")}),
        ("Bitcoin rally resumes", {("BTCUSD", "up")}),
        ("Silver rally fizzles", set()),
        ("Brent slide pauses", set()),
        ("Silver trims early gains", set()),
        ("Copper pares some losses after data", set()),
    ],
)
def test_spells_that_end_or_go_on(read: Callable[[str], Extraction], text: str, want: set[tuple[str, str]]) -> None:
    assert {m[:2] for m in moves(read, text)} == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Gold reclaims $2,900", {("XAUUSD", "up", None, "prev_close")}),
        ("Gold forfeits $2,600 handle", {("XAUUSD", "down", None, "prev_close")}),
        ("Gold loses $26", {("XAUUSD", "down", 26, "prev_close")}),
        ("Platinum slams through $900", {("XPTUSD", "down", None, "prev_close")}),
        ("Silver back over $30", {("XAGUSD", "up", None, "prev_close")}),
        ("A third monthly gain for copper, 4%", {("COPPER", "up", 4, "month")}),
    ],
)
def test_levels_crossed_are_no_sizes(
    read: Callable[[str], Extraction], text: str, want: set[tuple[str, str, float | None, str | None]]
) -> None:
    assert moves(read, text) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Supply scare drives copper to unprecedented $10,900", ("COPPER", 10900, "high", "up")),
        ("Sensex finishes at record 85,978.25", ("SENSEX", 85978.25, "close", "up")),
    ],
)
def test_a_record_level_went_up(read: Callable[[str], Extraction], text: str, want: tuple[str, float, str, str]) -> None:
    (found,) = read(text).observations
    assert (found.instrument, found.level, found.level_kind, found.move and found.move.direction) == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver pressured by firmer dollar", {("XAGUSD", "down")}),
        ("Copper buoyed by stimulus hopes", {("COPPER", "up")}),
        ("Firm dollar dents silver", {("XAGUSD", "down")}),
        ("Platinum gets hammered", {("XPTUSD", "down")}),
        ("Silver, shares slip as talks stall", {("XAGUSD", "down")}),
        ("Copper and freight rates climb", {("COPPER", "up")}),
        ("Silver settles at more than two-week low", {("SI", "down")}),
        ("Silver undermined by stocks rally", {("XAGUSD", "down")}),
        ("Silver falls by Rs 900 on weak demand", {("INSILVER", "down")}),
    ],
)
def test_passives_lists_and_hedges(read: Callable[[str], Extraction], text: str, want: set[tuple[str, str]]) -> None:
    assert {m[:2] for m in moves(read, text)} == want


def test_the_day_and_the_week_may_part(read: Callable[[str], Extraction]) -> None:
    found = moves(read, "Silver ends higher, but posts weekly loss")
    assert found == {("XAGUSD", "up", None, "prev_close"), ("XAGUSD", "down", None, "week")}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Freeport posts surprise loss", set()),
        ("Anglo American books record annual loss", set()),
        ("Freeport suffers biggest daily loss since 2020", {("FCX", "down")}),
        ("Is silver heading for a record high?", set()),
        ("Silver pauses after touching a six-year high", set()),
        ("Silver climbs as dollar hits 14-month low", {("XAGUSD", "up")}),
        ("Bitcoin sets new high above $70,000", {("BTCUSD", "up")}),
        ("Copper notches back-to-back weekly losses", {("COPPER", "down")}),
        ("Brent creeps into positive territory", {("BRENT", "up")}),
    ],
)
def test_results_questions_and_what_went_before(
    read: Callable[[str], Extraction], text: str, want: set[tuple[str, str]]
) -> None:
    assert {m[:2] for m in moves(read, text)} == want


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver ends week 4% dearer", ("XAGUSD", "up", 4, "week")),
        ("Copper closes out 2021 with 26% gain", ("COPPER", "up", 26, "year")),
        ("Brent caps month 7% cheaper", ("BRENT", "down", 7, "month")),
        ("Silver ends up 4%", ("XAGUSD", "up", 4, "prev_close")),
    ],
)
def test_a_headline_that_ends_a_period_is_measured_over_it(
    read: Callable[[str], Extraction], text: str, want: tuple[str, str, float, str]
) -> None:
    assert moves(read, text) == {want}


@pytest.mark.parametrize(
    ("text", "want"),
    [
        ("Silver erupts 6 percent", {("XAGUSD", "up", 6, "prev_close")}),
        ("Copper trashed 5% on tariff news", {("COPPER", "down", 5, "prev_close")}),
        ("Platinum bags another $12", {("XPTUSD", "up", 12, "prev_close")}),
        ("Silver was lifted 0.4% by hopes of a cut", {("XAGUSD", "up", 0.4, "prev_close")}),
        ("Tariff talk costs copper 3.1%", {("COPPER", "down", 3.1, "prev_close")}),
        ("Silver spills out of vault as copper smelter explodes", set()),
        ("Platinum turns off $1,614.60", set()),
    ],
)
def test_rare_verbs_are_moves_beside_their_size(
    read: Callable[[str], Extraction], text: str, want: set[tuple[str, str, float, str]]
) -> None:
    assert moves(read, text) == want
