"""From readings of sentences to sentiment of items and instruments.

The rule: each sentence that concerns a target (at most eight) is read by itself. Where it reports what the price did, the tape
is evidence too: it moves the log-odds by ``TAPE_WEIGHT`` towards its side. A headline weighs as much as all other sentences
together. ``score`` is that of the weighted mean of the probabilities, scaled by the size of the move where the text states one:
an index that lost 0.2 percent is slightly negative, one that lost 2 percent negative. ``tone`` is that of the mean, by the
scorer alone, over the sentences that tell of no move of the target. A label is given only where the mean's likeliest label
reaches ``CUT``.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from signals.records import Extraction, Item, Sentiment
from signals.score.probabilities import Probabilities, from_log_odds, weighted_mean
from signals.score.scorer import Pair, Scorer
from signals.score.sentences import passages
from signals.score.targets import Passage, Target, targets
from signals.score.words import tells_of_move

CUT = 0.45
TAPE_WEIGHT = 1.0
_CLEAR_TONE = 0.2
_ITEMS_TOGETHER = 64
_RECORDS_TOGETHER = 512
_UNREAD = Probabilities(1 / 3, 1 / 3, 1 / 3)

Readings = dict[Pair, Probabilities]


def score_item(item: Item, extraction: Extraction, scorer: Scorer) -> list[Sentiment]:
    """Sentiment of one item: the row of the item as a whole first, then instruments as quoted, then single currencies."""
    return next(score_items([(item, extraction)], scorer))


def score_items(pairs: Iterable[tuple[Item, Extraction]], scorer: Scorer) -> Iterator[list[Sentiment]]:
    """Sentiment of each item, in order; equal sentences are read once."""
    remaining = iter(pairs)
    while chunk := list(islice(remaining, _ITEMS_TOGETHER)):
        found = [targets(item, extraction) for item, extraction in chunk]
        readings = read_all(scorer, [(p.text, p.name) for item in found for target in item for p in target.passages])
        for item in found:
            yield [_sentiment(target, readings, scorer) for target in item]


def read_all(scorer: Scorer, pairs: Sequence[Pair]) -> Readings:
    """The reading of each pair, each asked once; pairs without a letter are not asked."""
    wanted = [pair for pair in dict.fromkeys(pairs) if any(c.isalpha() for c in pair[0])]
    return dict(zip(wanted, scorer.score_pairs(wanted), strict=True))


def score_records(records: Iterable[dict[str, object]], model: str | None) -> Iterator[dict[str, object]]:
    """For each {"id", "text", "target"?} in order: {"id", "target", "label", "score", "confidence", "model"}.

    A long text is read by the sentences that name the target, else by its first ones. A text without letters is neutral with
    confidence 0.  Raises UsageError for a model that cannot be had.
    """
    from signals.score.scorer import load_scorer

    scorer, remaining = load_scorer(model), iter(records)
    while chunk := list(islice(remaining, _RECORDS_TOGETHER)):
        asked = [_asked(record) for record in chunk]
        readings = read_all(scorer, [pair for pairs in asked for pair in pairs])
        for record, pairs in zip(chunk, asked, strict=True):
            yield _record(record, [readings[pair] for pair in pairs if pair in readings], scorer)


def _asked(record: dict[str, object]) -> list[Pair]:
    text, target = str(record.get("text") or ""), record.get("target")
    name = None if target is None else str(target)
    return [(passage, name) for passage in passages(text, name)]


def _record(record: dict[str, object], readings: list[Probabilities], scorer: Scorer) -> dict[str, object]:
    mean = weighted_mean([(reading, 1.0) for reading in readings]) if readings else None
    return {
        "id": record.get("id"),
        "target": record.get("target"),
        "label": mean.label if mean else "neutral",
        "score": round(mean.score, 4) if mean else 0.0,
        "confidence": round(mean.confidence, 4) if mean else 0.0,
        "model": f"{scorer.name}@{scorer.revision}",
    }


def _sentiment(target: Target, readings: Readings, scorer: Scorer) -> Sentiment:
    read = [p for p in target.passages if (p.text, p.name) in readings]
    mean = weighted_mean([(_with_tape(p, readings), _weight(p, read)) for p in read]) if read else _UNREAD
    tone = _tone([p for p in read if p.tape is None and not tells_of_move(p.text, p.name)], readings)
    return Sentiment(
        target.instrument,
        round(mean.score * target.strength, 4),
        mean.label if mean.confidence >= CUT else None,
        round(mean.confidence, 4),
        scorer.name,
        scorer.revision,
        target.tape,
        tone,
        tone is not None and abs(tone) >= _CLEAR_TONE and tone * (target.tape or 0) < 0,
    )


def _as_quoted(passage: Passage, reading: Probabilities) -> Probabilities:
    return reading.mirrored() if passage.side < 0 else reading


def _with_tape(passage: Passage, readings: Readings) -> Probabilities:
    """The reading as quoted, moved towards what the sentence says that the price did."""
    shift = TAPE_WEIGHT * (passage.tape or 0)
    odds = [math.log(max(p, 1e-9)) for p in readings[passage.text, passage.name].values]
    return _as_quoted(passage, from_log_odds((odds[0] - shift, odds[1], odds[2] + shift)))


def _weight(passage: Passage, read: Sequence[Passage]) -> float:
    """A headline weighs as much as all other sentences together; without either, all weigh the same."""
    headlines = sum(p.is_headline for p in read)
    return 1.0 if not passage.is_headline else max(1.0, (len(read) - headlines) / headlines)


def _tone(prose: Sequence[Passage], readings: Readings) -> float | None:
    if not prose:
        return None
    return round(weighted_mean([(_as_quoted(p, readings[p.text, p.name]), 1.0) for p in prose]).score, 4)
