-- Events: each first telling of a story, for each instrument it scores, with the session that could first react and what the price did.
-- The reactions are recorded by each run: FROM reactions_of('scored_news', 'prices', 'bars'), in asof.sql.

CREATE OR REPLACE VIEW scored_news AS
    SELECT s.item_id || ':' || s.instrument AS event_id, s.item_id, s.instrument, i.known_at, s.score, s.label, s.tape, s.tone, s.model,
           s.revision, i.story_id
    FROM (SELECT *, row_number() OVER (PARTITION BY item_id, instrument ORDER BY recorded_at DESC, model, revision) AS newest FROM sentiment
          WHERE instrument IS NOT NULL) s
    JOIN items i USING (item_id) JOIN instruments m USING (instrument)
    WHERE i.story_relation = 'original' AND s.newest = 1 AND m.instrument_class <> 'currency';
COMMENT ON VIEW scored_news IS 'Each first telling of a story, for each instrument it scores, by the model that scored it last.';
COMMENT ON COLUMN scored_news.event_id IS 'Identity of the event.';
COMMENT ON COLUMN scored_news.item_id IS 'The item.';
COMMENT ON COLUMN scored_news.instrument IS 'The instrument.';
COMMENT ON COLUMN scored_news.known_at IS 'First instant at which the news could surely be known; NULL where unknown.';
COMMENT ON COLUMN scored_news.score IS 'Sentiment for the instrument as quoted, -1 to 1.';
COMMENT ON COLUMN scored_news.label IS 'positive, neutral or negative; NULL where the model abstains.';
COMMENT ON COLUMN scored_news.tape IS 'Which way the price is said to have gone: -1, 0 or 1.';
COMMENT ON COLUMN scored_news.tone IS 'Tone of the prose, -1 to 1.';
COMMENT ON COLUMN scored_news.model IS 'The model that scored it last.';
COMMENT ON COLUMN scored_news.revision IS 'Its revision.';
COMMENT ON COLUMN scored_news.story_id IS 'The story that the item tells.';

CREATE OR REPLACE VIEW events AS
    SELECT n.event_id, n.item_id, n.instrument, n.known_at, r.session, n.score, n.label, n.tape, n.tone, n.model, n.revision, n.story_id,
           r.before_at, r.price_before, r.after_at, r.price_after, r.reaction_1m, r.reaction_5m, r.reaction_30m, r.reaction_1h,
           r.reaction_close, r.reaction_1d, r.reason AS reaction_reason
    FROM scored_news n LEFT JOIN history.reactions r ON n.event_id = r.event_id AND r.superseded_at IS NULL;
COMMENT ON VIEW events IS 'Item x instrument x session: each first telling of a story, for each instrument it scores, with the first session whose price came after the news was known.';
COMMENT ON COLUMN events.event_id IS 'Identity of the event.';
COMMENT ON COLUMN events.item_id IS 'The item.';
COMMENT ON COLUMN events.instrument IS 'The instrument.';
COMMENT ON COLUMN events.known_at IS 'First instant at which the news could surely be known; NULL where unknown (such events get the status time_unknown).';
COMMENT ON COLUMN events.session IS 'First session whose price came after known_at; NULL where there is none within a week.';
COMMENT ON COLUMN events.score IS 'Sentiment for the instrument as quoted, -1 to 1.';
COMMENT ON COLUMN events.label IS 'positive, neutral or negative; NULL where the model abstains.';
COMMENT ON COLUMN events.tape IS 'Which way the price is said to have gone: -1, 0 or 1.';
COMMENT ON COLUMN events.tone IS 'Tone of the prose, -1 to 1.';
COMMENT ON COLUMN events.model IS 'The model that scored it last.';
COMMENT ON COLUMN events.revision IS 'Its revision.';
COMMENT ON COLUMN events.story_id IS 'The story that the item tells.';
COMMENT ON COLUMN events.before_at IS 'End of the last bar that was complete when the news was known, UTC; NULL where none is within a week.';
COMMENT ON COLUMN events.price_before IS 'Its close: the last price known before the news.';
COMMENT ON COLUMN events.after_at IS 'When the price of session was made, UTC.';
COMMENT ON COLUMN events.price_after IS 'The close of session: the first daily price that could contain the news.';
COMMENT ON COLUMN events.reaction_1m IS 'Change from the bar complete when the news was known to the one complete one minute later, a fraction, for yields in percentage points; NULL without such bars.';
COMMENT ON COLUMN events.reaction_5m IS 'Change from the bar complete when the news was known to the one complete five minutes later, a fraction, for yields in percentage points; NULL without such bars.';
COMMENT ON COLUMN events.reaction_30m IS 'Change from the bar complete when the news was known to the one complete half an hour later, a fraction, for yields in percentage points; NULL without such bars.';
COMMENT ON COLUMN events.reaction_1h IS 'Change from the bar complete when the news was known to the one complete one hour later, a fraction, for yields in percentage points; NULL without such bars.';
COMMENT ON COLUMN events.reaction_close IS 'Change from price_before to the close of session, a fraction, for yields in percentage points.';
COMMENT ON COLUMN events.reaction_1d IS 'Change from price_before to the close of the session after that, a fraction, for yields in percentage points.';
COMMENT ON COLUMN events.reaction_reason IS 'Why reactions are missing; NULL where none is.';

CREATE OR REPLACE VIEW positive_events AS SELECT event_id, instrument, known_at FROM scored_news WHERE label = 'positive';
COMMENT ON VIEW positive_events IS 'Events whose news is good for the instrument as quoted.';
COMMENT ON COLUMN positive_events.event_id IS 'Identity of the event.';
COMMENT ON COLUMN positive_events.instrument IS 'The instrument.';
COMMENT ON COLUMN positive_events.known_at IS 'First instant at which the news could surely be known.';

CREATE OR REPLACE VIEW negative_events AS SELECT event_id, instrument, known_at FROM scored_news WHERE label = 'negative';
COMMENT ON VIEW negative_events IS 'Events whose news is bad for the instrument as quoted.';
COMMENT ON COLUMN negative_events.event_id IS 'Identity of the event.';
COMMENT ON COLUMN negative_events.instrument IS 'The instrument.';
COMMENT ON COLUMN negative_events.known_at IS 'First instant at which the news could surely be known.';
