"""Open numbers beside the names that may own them, over all sentences of an item."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from signals.extract.grammar.frames import Frame
from signals.extract.grammar.sentence import Sentence
from signals.extract.grammar.sizes import level_fits
from signals.extract.grammar.unclaimed import Fates
from signals.extract.relations.candidates import EARLIER, MOST, Candidate, candidates
from signals.extract.relations.features import NumberFeatures, pair_features, sentence_features
from signals.extract.relations.report import Report, names_in
from signals.extract.text.tokens import Number, Token


@dataclass(frozen=True, slots=True)
class Pair:
    """An open number and a name that may own it, with the features of the number and those that it has beside the name."""

    sentence: Sentence
    token: Token
    owner: Candidate
    of_number: list[str]
    of_both: list[str]

    @property
    def features(self) -> list[str]:
        """All that is seen of the two."""
        return self.of_number + self.of_both


@dataclass(frozen=True, slots=True)
class OpenNumber:
    """A number that nobody has claimed, and the names near it, of which there is one at least."""

    sentence: Sentence
    token: Token
    number: Number
    owners: list[Candidate]
    features: NumberFeatures
    report: Report

    def pairs(self) -> list[Pair]:
        """The number beside each of the names."""
        fitting = sum(level_fits(owner.name.value, self.number) for owner in self.owners)
        return [self._beside(owner, fitting) for owner in self.owners]

    def _beside(self, owner: Candidate, fitting: int) -> Pair:
        both = pair_features(self.sentence, self.token, self.number, self.features, owner, fitting, self.report)
        return Pair(self.sentence, self.token, owner, self.features.all, both)


def open_numbers(sentences: Sequence[Sentence], stated: Iterable[Frame], fates: Fates) -> Iterator[OpenNumber]:
    """The open numbers of an item that have any name near them, in text order; ``stated`` are the frames of the item."""
    report = Report(sentences, stated)
    recent: list[Token] = []
    for sentence in sentences:
        named = names_in(sentence)
        told: list[str] | None = None  # what is seen of the sentence whichever the number
        for token in sentence.tokens:
            number = token.number
            if number is not None and report.is_open(token, fates) and (owners := candidates(token, named, recent)):
                told = told or sentence_features(sentence)
                features = NumberFeatures(sentence, token, number, told, fates.get(token.start, (None, None))[1])
                yield OpenNumber(sentence, token, number, owners, features, report)
        recent = [*recent, *named][-MOST[EARLIER] :]
