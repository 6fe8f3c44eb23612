-- The current rows of the history, as readers see them. Columns are explained where a reader meets them: here.

CREATE OR REPLACE VIEW documents AS
    SELECT path, content_hash, size_bytes, received_at, items, run_id, recorded_at FROM history.documents WHERE superseded_at IS NULL;
COMMENT ON VIEW documents IS 'The files and feeds that were read, with their latest content.';
COMMENT ON COLUMN documents.path IS 'Where it was read from.';
COMMENT ON COLUMN documents.content_hash IS 'BLAKE2b of its bytes; NULL for standard input and feeds.';
COMMENT ON COLUMN documents.size_bytes IS 'Its size in bytes; NULL for standard input and feeds.';
COMMENT ON COLUMN documents.received_at IS 'When it reached the reader, as the caller stated; NULL where nobody said, and for addresses: see items.';
COMMENT ON COLUMN documents.items IS 'Number of news items found in it.';
COMMENT ON COLUMN documents.run_id IS 'The run that read it.';
COMMENT ON COLUMN documents.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW items AS
    SELECT item_id, content_hash, path, position, source, headline, body, text, url, language, published_at, published_precision,
           published_basis, received_at, known_at,
           is_market_news OR (item_id, content_hash) IN (SELECT (item_id, content_hash) FROM history.observations WHERE superseded_at IS NULL)
               AS is_market_news,
           story_id, story_relation, run_id, recorded_at
    FROM history.items WHERE superseded_at IS NULL;
COMMENT ON VIEW items IS 'The news items, latest version of each.';
COMMENT ON COLUMN items.item_id IS 'Identity of the item: its own id where it has one, else a hash of publisher, headline and body.';
COMMENT ON COLUMN items.content_hash IS 'Hash of the text: tells versions of an item apart.';
COMMENT ON COLUMN items.path IS 'The document in which it was first found.';
COMMENT ON COLUMN items.position IS 'Its place in that document, from 0.';
COMMENT ON COLUMN items.source IS 'Publisher, as named; NULL where nothing tells.';
COMMENT ON COLUMN items.headline IS 'Headline; NULL where there is none.';
COMMENT ON COLUMN items.body IS 'The text without the headline.';
COMMENT ON COLUMN items.text IS 'The text that all offsets refer to.';
COMMENT ON COLUMN items.url IS 'Address; NULL where nothing tells.';
COMMENT ON COLUMN items.language IS 'ISO 639-1 code; NULL where the text is too short to tell.';
COMMENT ON COLUMN items.published_at IS 'Publication instant, as exact as published_precision says; NULL where nothing tells.';
COMMENT ON COLUMN items.published_precision IS 'instant, minute, hour (plus or minus one), day (noon UTC plus or minus twelve hours) or none.';
COMMENT ON COLUMN items.published_basis IS 'What the publication time was read from.';
COMMENT ON COLUMN items.received_at IS 'When the text reached the reader, as the caller stated; NULL where nobody said.';
COMMENT ON COLUMN items.known_at IS 'First instant at which the news could surely be known: the end of its publication interval, or receipt; NULL where neither is known.';
COMMENT ON COLUMN items.is_market_news IS 'Whether it carries an observation or is mainly about markets or monetary policy.';
COMMENT ON COLUMN items.story_id IS 'Identity shared by all tellings of one story.';
COMMENT ON COLUMN items.story_relation IS 'original, copy, update or correction: its place in the story.';
COMMENT ON COLUMN items.run_id IS 'The run that added it.';
COMMENT ON COLUMN items.recorded_at IS 'When that run recorded it.';

-- Every reading of every version of an item: the latest that the extractor made of each version.
CREATE OR REPLACE VIEW history.readings AS
    SELECT o.observation_id, o.item_id, o.position, o.instrument, o.level, o.level_unit, o.level_kind, o."at", o.at_start, o.at_end,
           o.direction, o.move_value, o.move_unit, o.basis, o.stated, o.confidence, o.evidence, o.start_offset, o.end_offset,
           o.spans, o.flags, i.known_at, i.source, i.story_id, i.story_relation, o.extractor, o.run_id, o.recorded_at,
           o.content_hash, i.recorded_at AS item_recorded_at, i.superseded_at AS item_superseded_at
    FROM history.observations o JOIN history.items i USING (item_id, content_hash) WHERE o.superseded_at IS NULL;
COMMENT ON VIEW history.readings IS 'Observations of all versions of all items: the source of observations and observations_as_known.';

CREATE OR REPLACE VIEW observations AS
    SELECT * EXCLUDE (content_hash, item_recorded_at, item_superseded_at) FROM history.readings WHERE item_superseded_at IS NULL;
COMMENT ON VIEW observations IS 'What the items say of levels and moves, by the latest version of the extractor.';
COMMENT ON COLUMN observations.observation_id IS 'Identity of the observation.';
COMMENT ON COLUMN observations.item_id IS 'The item that says it.';
COMMENT ON COLUMN observations.position IS 'Its place in the item, from 0.';
COMMENT ON COLUMN observations.instrument IS 'What stood or moved: see the table instruments.';
COMMENT ON COLUMN observations.level IS 'The level, in level_unit; NULL where only a move is stated.';
COMMENT ON COLUMN observations.level_unit IS 'Unit of the level, such as ZAR per USD, percent, points.';
COMMENT ON COLUMN observations.level_kind IS 'last, open, close, high, low, previous, forecast or fixing.';
COMMENT ON COLUMN observations."at" IS 'The instant, day, month or year that level or move refer to, ISO 8601 in UTC as exact as the text; NULL where unknowable. Quote it in SQL: "at".';
COMMENT ON COLUMN observations.at_start IS 'First instant of at.';
COMMENT ON COLUMN observations.at_end IS 'End of at, exclusive; equal to at_start for an instant.';
COMMENT ON COLUMN observations.direction IS 'up, down or flat: what the quote of the instrument did, whatever the words.';
COMMENT ON COLUMN observations.move_value IS 'Size of the move, positive, in move_unit; NULL where only the direction is stated.';
COMMENT ON COLUMN observations.move_unit IS 'percent, bp (basis points), points or an ISO 4217 code.';
COMMENT ON COLUMN observations.basis IS 'What the move is measured from: prev_close, week, month, quarter, year, wtd, mtd, qtd, ytd, intraday, announcement or since.';
COMMENT ON COLUMN observations.stated IS 'The words of the writer for who moved which way.';
COMMENT ON COLUMN observations.confidence IS 'Probability, 0 to 1, that instrument, level and move are as the writer meant them.';
COMMENT ON COLUMN observations.evidence IS 'The characters it was read from: items.text from start_offset to end_offset.';
COMMENT ON COLUMN observations.start_offset IS 'First character of the evidence in items.text, from 0.';
COMMENT ON COLUMN observations.end_offset IS 'End of the evidence in items.text, exclusive.';
COMMENT ON COLUMN observations.spans IS 'The characters of each value: instrument, level, unit, move, basis, time.';
COMMENT ON COLUMN observations.flags IS 'Inconsistencies found inside the item.';
COMMENT ON COLUMN observations.known_at IS 'First instant at which the news could surely be known; NULL where unknown.';
COMMENT ON COLUMN observations.source IS 'Publisher of the item.';
COMMENT ON COLUMN observations.story_id IS 'The story that the item tells.';
COMMENT ON COLUMN observations.story_relation IS 'original, copy, update or correction.';
COMMENT ON COLUMN observations.extractor IS 'Version of the extractor that read it.';
COMMENT ON COLUMN observations.run_id IS 'The run that added it.';
COMMENT ON COLUMN observations.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW calendar AS
    SELECT c.item_id, c.position, c.event, c.country, c."date", c.evidence, c.start_offset, c.end_offset, i.known_at, c.run_id, c.recorded_at
    FROM history.calendar c JOIN items i USING (item_id, content_hash) WHERE c.superseded_at IS NULL;
COMMENT ON VIEW calendar IS 'Coming releases, meetings, auctions and holidays that the items name.';
COMMENT ON COLUMN calendar.item_id IS 'The item that names it.';
COMMENT ON COLUMN calendar.position IS 'Its place in the item, from 0.';
COMMENT ON COLUMN calendar.event IS 'What is coming, in plain words.';
COMMENT ON COLUMN calendar.country IS 'ISO 3166 alpha-2 code; NULL where nothing tells.';
COMMENT ON COLUMN calendar."date" IS 'The day (or month) on which it is due, ISO 8601.';
COMMENT ON COLUMN calendar.evidence IS 'The characters it was read from.';
COMMENT ON COLUMN calendar.start_offset IS 'First character of the evidence in items.text, from 0.';
COMMENT ON COLUMN calendar.end_offset IS 'End of the evidence in items.text, exclusive.';
COMMENT ON COLUMN calendar.known_at IS 'First instant at which the news could surely be known.';
COMMENT ON COLUMN calendar.run_id IS 'The run that added it.';
COMMENT ON COLUMN calendar.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW drivers AS
    SELECT d.item_id, d.position, d.observation_id, d.kind, d.phrase, d.start_offset, d.end_offset, i.known_at, d.run_id, d.recorded_at
    FROM history.drivers d JOIN items i USING (item_id, content_hash) WHERE d.superseded_at IS NULL;
COMMENT ON VIEW drivers IS 'The reasons that the items give for moves.';
COMMENT ON COLUMN drivers.item_id IS 'The item that gives it.';
COMMENT ON COLUMN drivers.position IS 'Its place in the item, from 0.';
COMMENT ON COLUMN drivers.observation_id IS 'The move that it explains; NULL where the text ties it to none.';
COMMENT ON COLUMN drivers.kind IS 'monetary policy, trade policy, fiscal, macro data, commodity price, risk appetite, geopolitics, company result, technical, flows or other.';
COMMENT ON COLUMN drivers.phrase IS 'The words of the reason.';
COMMENT ON COLUMN drivers.start_offset IS 'First character of the phrase in items.text, from 0.';
COMMENT ON COLUMN drivers.end_offset IS 'End of the phrase in items.text, exclusive.';
COMMENT ON COLUMN drivers.known_at IS 'First instant at which the news could surely be known.';
COMMENT ON COLUMN drivers.run_id IS 'The run that added it.';
COMMENT ON COLUMN drivers.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW number_ledger AS
    SELECT n.item_id, n.position, n.number, n.status, n.reason, n.start_offset, n.end_offset, n.run_id, n.recorded_at
    FROM history.number_ledger n JOIN items i USING (item_id, content_hash) WHERE n.superseded_at IS NULL;
COMMENT ON VIEW number_ledger IS 'What became of each number of each item; coverage is a query on status.';
COMMENT ON COLUMN number_ledger.item_id IS 'The item that prints it.';
COMMENT ON COLUMN number_ledger.position IS 'Its place in the item, from 0.';
COMMENT ON COLUMN number_ledger.number IS 'The characters of the number.';
COMMENT ON COLUMN number_ledger.status IS 'claimed by an observation, ignored for a named reason, or unread.';
COMMENT ON COLUMN number_ledger.reason IS 'Why it was ignored, or what claimed it.';
COMMENT ON COLUMN number_ledger.start_offset IS 'First character in items.text, from 0.';
COMMENT ON COLUMN number_ledger.end_offset IS 'End in items.text, exclusive.';
COMMENT ON COLUMN number_ledger.run_id IS 'The run that added it.';
COMMENT ON COLUMN number_ledger.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW sentiment AS
    SELECT s.item_id, s.instrument, s.score, s.label, s.confidence, s.tape, s.tone, s.differs, s.model, s.revision, i.known_at, s.run_id, s.recorded_at
    FROM history.sentiment s JOIN items i USING (item_id, content_hash) WHERE s.superseded_at IS NULL;
COMMENT ON VIEW sentiment IS 'How good or bad each item is, as a whole and for each instrument as quoted, by each model.';
COMMENT ON COLUMN sentiment.item_id IS 'The item.';
COMMENT ON COLUMN sentiment.instrument IS 'The instrument as quoted (USDZAR), or a single currency (ZAR); NULL for the item as a whole.';
COMMENT ON COLUMN sentiment.score IS 'From -1 (bad) to 1 (good), for the quote: bad news for the rand is positive for USDZAR.';
COMMENT ON COLUMN sentiment.label IS 'positive, neutral or negative; NULL where the model abstains.';
COMMENT ON COLUMN sentiment.confidence IS 'Probability of the label, 0 to 1.';
COMMENT ON COLUMN sentiment.tape IS 'Which way the price is said to have gone: -1, 0 or 1; NULL where nothing is said.';
COMMENT ON COLUMN sentiment.tone IS 'Tone of the prose, -1 to 1, apart from what the price did; NULL where there is none.';
COMMENT ON COLUMN sentiment.differs IS 'Whether tone and tape point different ways.';
COMMENT ON COLUMN sentiment.model IS 'Name of the model.';
COMMENT ON COLUMN sentiment.revision IS 'Revision of the model.';
COMMENT ON COLUMN sentiment.known_at IS 'First instant at which the news could surely be known.';
COMMENT ON COLUMN sentiment.run_id IS 'The run that added it.';
COMMENT ON COLUMN sentiment.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW prices AS
    SELECT instrument, session, priced_at, "open", high, low, close, unit, source, run_id, recorded_at
    FROM history.prices WHERE superseded_at IS NULL;
COMMENT ON VIEW prices IS 'Prices by session, with the latest revision of each.';
COMMENT ON COLUMN prices.instrument IS 'The instrument.';
COMMENT ON COLUMN prices.session IS 'The trading day, by the calendar of its market.';
COMMENT ON COLUMN prices.priced_at IS 'The instant that close refers to, UTC.';
COMMENT ON COLUMN prices."open" IS 'First price of the session; NULL where the source has none.';
COMMENT ON COLUMN prices.high IS 'Highest price of the session; NULL where the source has none.';
COMMENT ON COLUMN prices.low IS 'Lowest price of the session; NULL where the source has none.';
COMMENT ON COLUMN prices.close IS 'Closing price, or the fixing of a daily reference rate.';
COMMENT ON COLUMN prices.unit IS 'Unit of the prices, such as ZAR per USD.';
COMMENT ON COLUMN prices.source IS 'Who published it.';
COMMENT ON COLUMN prices.run_id IS 'The run that added it.';
COMMENT ON COLUMN prices.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW verdicts AS
    SELECT v.observation_id, o.item_id, o.instrument, v.verdict, v.reason, v.session, v.price, v.previous, v.run_id, v.recorded_at
    FROM history.verdicts v JOIN observations o USING (observation_id) WHERE v.superseded_at IS NULL;
COMMENT ON VIEW verdicts IS 'What the prices say of each observation.';
COMMENT ON COLUMN verdicts.observation_id IS 'The observation.';
COMMENT ON COLUMN verdicts.item_id IS 'The item that states it.';
COMMENT ON COLUMN verdicts.instrument IS 'The instrument that it is about.';
COMMENT ON COLUMN verdicts.verdict IS 'agrees, contradicts or cannot tell.';
COMMENT ON COLUMN verdicts.reason IS 'Why the prices cannot tell, or what they contradict; NULL where they agree.';
COMMENT ON COLUMN verdicts.session IS 'The session it was compared with; NULL where there is none.';
COMMENT ON COLUMN verdicts.price IS 'The price of that session.';
COMMENT ON COLUMN verdicts.previous IS 'The price of the session before.';
COMMENT ON COLUMN verdicts.run_id IS 'The run that judged.';
COMMENT ON COLUMN verdicts.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW study_results AS
    SELECT study, benchmark, model, first_day, last_day, test, statistic, p_value, n, mean_car, run_id, recorded_at
    FROM history.study_results WHERE superseded_at IS NULL;
COMMENT ON VIEW study_results IS 'The standing event studies: what followed positive and negative news.';
COMMENT ON COLUMN study_results.study IS 'The view that names the events.';
COMMENT ON COLUMN study_results.benchmark IS 'The benchmark of the return model; NULL for the mean-adjusted model.';
COMMENT ON COLUMN study_results.model IS 'market, market_adjusted or mean.';
COMMENT ON COLUMN study_results.first_day IS 'First day of the window, counted in sessions from day zero.';
COMMENT ON COLUMN study_results.last_day IS 'Last day of the window.';
COMMENT ON COLUMN study_results.test IS 'Name of the test.';
COMMENT ON COLUMN study_results.statistic IS 'Its statistic; NULL where it is not defined.';
COMMENT ON COLUMN study_results.p_value IS 'Two-sided p-value; NULL where it is not defined.';
COMMENT ON COLUMN study_results.n IS 'Number of events with status ok.';
COMMENT ON COLUMN study_results.mean_car IS 'Mean cumulative abnormal return over the window, as a fraction.';
COMMENT ON COLUMN study_results.run_id IS 'The run that computed it.';
COMMENT ON COLUMN study_results.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW quarantine AS
    SELECT path, position, reason, run_id, recorded_at FROM history.quarantine WHERE superseded_at IS NULL;
COMMENT ON VIEW quarantine IS 'Input that could not be read, with what to do about it.';
COMMENT ON COLUMN quarantine.path IS 'The file.';
COMMENT ON COLUMN quarantine.position IS 'Where in the file, in words; NULL for the whole of it.';
COMMENT ON COLUMN quarantine.reason IS 'What is wrong with it.';
COMMENT ON COLUMN quarantine.run_id IS 'The run that met it first.';
COMMENT ON COLUMN quarantine.recorded_at IS 'When that run recorded it.';

-- One event for each item and instrument it scores, first telling of the story only, with the session that could first react.
CREATE OR REPLACE VIEW events AS
    SELECT s.item_id || ':' || s.instrument AS event_id, s.item_id, s.instrument, i.known_at, p.session,
           s.score, s.label, s.tape, s.tone, s.model, s.revision, i.story_id
    FROM (SELECT *, row_number() OVER (PARTITION BY item_id, instrument ORDER BY recorded_at DESC, model, revision) AS newest FROM sentiment
          WHERE instrument IS NOT NULL) s
    JOIN items i USING (item_id)
    ASOF LEFT JOIN prices p ON s.instrument = p.instrument AND i.known_at < p.priced_at
    WHERE i.story_relation = 'original' AND s.newest = 1
      AND s.instrument IN (SELECT instrument FROM instruments WHERE instrument_class <> 'currency');
COMMENT ON VIEW events IS 'Item x instrument x session: each first telling of a story, for each instrument it scores, with the first session whose price came after the news was known.';
COMMENT ON COLUMN events.event_id IS 'Identity of the event.';
COMMENT ON COLUMN events.item_id IS 'The item.';
COMMENT ON COLUMN events.instrument IS 'The instrument.';
COMMENT ON COLUMN events.known_at IS 'First instant at which the news could surely be known; NULL where unknown (such events get the status time_unknown).';
COMMENT ON COLUMN events.session IS 'First session whose price came after known_at; NULL where there is none.';
COMMENT ON COLUMN events.score IS 'Sentiment for the instrument as quoted, -1 to 1.';
COMMENT ON COLUMN events.label IS 'positive, neutral or negative; NULL where the model abstains.';
COMMENT ON COLUMN events.tape IS 'Which way the price is said to have gone: -1, 0 or 1.';
COMMENT ON COLUMN events.tone IS 'Tone of the prose, -1 to 1.';
COMMENT ON COLUMN events.model IS 'The model that scored it last.';
COMMENT ON COLUMN events.revision IS 'Its revision.';
COMMENT ON COLUMN events.story_id IS 'The story that the item tells.';

CREATE OR REPLACE VIEW positive_events AS SELECT event_id, instrument, known_at FROM events WHERE label = 'positive';
COMMENT ON VIEW positive_events IS 'Events whose news is good for the instrument as quoted.';
COMMENT ON COLUMN positive_events.event_id IS 'Identity of the event.';
COMMENT ON COLUMN positive_events.instrument IS 'The instrument.';
COMMENT ON COLUMN positive_events.known_at IS 'First instant at which the news could surely be known.';

CREATE OR REPLACE VIEW negative_events AS SELECT event_id, instrument, known_at FROM events WHERE label = 'negative';
COMMENT ON VIEW negative_events IS 'Events whose news is bad for the instrument as quoted.';
COMMENT ON COLUMN negative_events.event_id IS 'Identity of the event.';
COMMENT ON COLUMN negative_events.instrument IS 'The instrument.';
COMMENT ON COLUMN negative_events.known_at IS 'First instant at which the news could surely be known.';

-- What a reader could have known at one moment: FROM observations_as_known('2025-07-04 13:00:00+00');
-- A later version of an item is not looked at before it was known; an item whose time nobody knows is left out.
CREATE OR REPLACE MACRO observations_as_known(moment) AS TABLE
    SELECT * EXCLUDE (content_hash, item_recorded_at, item_superseded_at)
    FROM history.readings r
    JOIN (SELECT item_id, content_hash FROM history.items WHERE known_at <= CAST(moment AS TIMESTAMPTZ)
          QUALIFY row_number() OVER (PARTITION BY item_id ORDER BY known_at DESC, recorded_at DESC) = 1) USING (item_id, content_hash);
