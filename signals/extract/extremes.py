"""High and low are those of the quote: a record low of the rupee is a high of USDINR.

Which one a currency report means is told by the other levels of the pair in the item; failing these, by the direction of the
words.
"""

from __future__ import annotations

import itertools

from signals.extract.resolve import Draft

OPPOSITE = {"high": "low", "low": "high"}
ORDINARY = ("last", "close", "open", "previous")


def of_the_quote(drafts: list[Draft]) -> None:
    """Sets the kind of extremes of currencies that are the quote side of their pair."""
    ordinary: dict[str, list[float]] = {}
    for draft in drafts:
        if draft.kind in ORDINARY and draft.level is not None:
            low, high = ordinary.setdefault(draft.instrument, [draft.level, draft.level])
            ordinary[draft.instrument] = [min(low, draft.level), max(high, draft.level)]
    for draft in drafts:
        if draft.kind in OPPOSITE and draft.sign == -1 and draft.level is not None:
            draft.kind = _kind(draft, ordinary.get(draft.instrument, []))  # type: ignore[assignment]


def _kind(draft: Draft, others: list[float]) -> str:
    stated = str(draft.kind)
    if draft.level is not None and others and (draft.level >= max(others)) != (draft.level <= min(others)):
        return "high" if draft.level >= max(others) else "low"
    direction = draft.frame.went
    agrees = direction is not None and (direction > 0) == (stated == "high")
    return OPPOSITE[stated] if agrees else stated


PITS = (("CORN", "WHEAT", "SOYBEANS"), ("WTI", "HEATOIL", "GASOLINE", "NATGAS"))  # futures that settle together
LISTED = ("index", "share", "volatility index")


def close_with_the_market(drafts: list[Draft]) -> None:
    """After a report has given an index's close, its other index levels and share prices are closes too, unless they
    carry a clock time.
    """
    closed = min((d.frame.start for d in drafts if d.kind == "close" and d.mention.instrument_class in LISTED), default=None)
    for draft in drafts:
        timed = any(t.value.hour is not None for t in draft.frame.times)
        if (
            closed is not None
            and draft.kind == "last"
            and draft.mention.instrument_class in LISTED
            and draft.frame.start > closed
            and not timed
        ):
            draft.kind = "close"


def settle_with_the_pit(drafts: list[Draft]) -> None:
    """After a report has given the close of one of an exchange's futures, the levels of the others there are closes too."""
    settled: set[tuple[str, ...]] = set()
    for draft in drafts:
        pit = next((pit for pit in PITS if draft.instrument in pit), None)
        if pit is None or draft.level is None:
            continue
        if draft.kind == "close":
            settled.add(pit)
        elif draft.kind == "last" and pit in settled and not any(t.value.hour is not None for t in draft.frame.times):
            draft.kind = "close"


def passed(drafts: list[Draft]) -> None:
    """Levels that a sentence goes on from are extremes: "climbed to 6,642 before easing to 6,592"."""
    for one, after in itertools.pairwise(drafts):
        same = one.instrument == after.instrument and one.frame.sentence == after.frame.sentence
        if not same or one.kind != "last" or after.kind not in ("last", "close") or one.level is None or after.level is None:
            continue
        said = one.frame.direction
        if said is None or one.move_token is not None or any(t.value.hour is not None for t in one.frame.times):
            continue
        up = int(said.value) * one.sign
        if up and (one.level - after.level) * up > 0:
            one.kind = "high" if up > 0 else "low"


def in_order(drafts: list[Draft]) -> None:
    """A range may be printed from its top, "18.91 to 18.72": the larger number is the high."""
    for low, high in itertools.pairwise(drafts):
        pair = (low.kind, high.kind) == ("low", "high") and low.instrument == high.instrument
        if pair and low.level is not None and high.level is not None and low.level > high.level:
            low.kind, high.kind = "high", "low"
