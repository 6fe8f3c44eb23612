"""Sentiment: how good or bad a text is for what it names, by the model that ships or by any other scorer.

scorer = load_scorer()                                   # or load_scorer("ProsusAI/finbert"), load_scorer("./my-checkpoint")
scorer.score_pairs([("Rupee slides as dollar firms", "rupee")])[0].label
score_item(item, extract(item), scorer)                  # rows for the item, its instruments as quoted, single currencies
"""

from signals.score.items import score_item, score_items, score_records
from signals.score.probabilities import Probabilities
from signals.score.scorer import Scorer, default_scorer, load_scorer

__all__ = ["Probabilities", "Scorer", "default_scorer", "load_scorer", "score_item", "score_items", "score_records"]
