-- Readings of single sentences, so that no model reads the same text twice, and two models side by side.

CREATE TABLE IF NOT EXISTS history.sentence_scores (
    content VARCHAR NOT NULL,
    target VARCHAR,
    model VARCHAR NOT NULL,
    revision VARCHAR NOT NULL,
    negative DOUBLE NOT NULL,
    neutral DOUBLE NOT NULL,
    positive DOUBLE NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.sentence_scores IS 'What each model said of each sentence, once for each target: the source of all sentiment.';
COMMENT ON COLUMN history.sentence_scores.content IS '32 hex digits of BLAKE2b over the sentence.';
COMMENT ON COLUMN history.sentence_scores.target IS 'The name that the sentence was read about; NULL where it was read as a whole.';
COMMENT ON COLUMN history.sentence_scores.model IS 'Name of the model.';
COMMENT ON COLUMN history.sentence_scores.revision IS 'Revision of the model.';
COMMENT ON COLUMN history.sentence_scores.negative IS 'Probability of a negative sentence, 0 to 1.';
COMMENT ON COLUMN history.sentence_scores.neutral IS 'Probability of a neutral sentence, 0 to 1.';
COMMENT ON COLUMN history.sentence_scores.positive IS 'Probability of a positive sentence, 0 to 1.';
COMMENT ON COLUMN history.sentence_scores.run_id IS 'The run that added it.';
COMMENT ON COLUMN history.sentence_scores.recorded_at IS 'When that run recorded it.';
COMMENT ON COLUMN history.sentence_scores.superseded_at IS 'Never set: a reading by one revision of a model does not change.';

-- FROM compare_sentiment('embedded', 'ProsusAI/finbert') WHERE NOT same_label;
CREATE OR REPLACE MACRO compare_sentiment(first_model, second_model) AS TABLE
    WITH newest AS (
        FROM sentiment QUALIFY row_number() OVER (PARTITION BY item_id, instrument, model ORDER BY recorded_at DESC, revision) = 1
    )
    SELECT a.item_id, a.instrument, a.score AS first_score, b.score AS second_score, a.label AS first_label,
           b.label AS second_label, a.label IS NOT DISTINCT FROM b.label AS same_label, b.score - a.score AS difference
    FROM newest a JOIN newest b ON a.item_id = b.item_id AND a.instrument IS NOT DISTINCT FROM b.instrument
    WHERE a.model = first_model AND b.model = second_model
    ORDER BY abs(b.score - a.score) DESC, a.item_id, a.instrument;
COMMENT ON MACRO TABLE compare_sentiment IS 'Two models side by side on what both have scored, the largest differences first.';
