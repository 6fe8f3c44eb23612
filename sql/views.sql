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

CREATE OR REPLACE VIEW stories AS
    SELECT story_id,
           count(*) AS items,
           arg_min(item_id, coalesce(published_at, received_at, recorded_at)) AS first_item_id,
           min(published_at) AS first_published_at,
           max(published_at) AS last_published_at,
           list(DISTINCT source ORDER BY source) FILTER (source IS NOT NULL) AS sources,
           count(*) FILTER (story_relation = 'update') AS updates,
           count(*) FILTER (story_relation = 'correction') AS corrections
    FROM items GROUP BY story_id;
COMMENT ON VIEW stories IS 'The stories, each with the items that tell it and the one that came first.';
COMMENT ON COLUMN stories.story_id IS 'Identity of the story.';
COMMENT ON COLUMN stories.items IS 'Number of items that tell it.';
COMMENT ON COLUMN stories.first_item_id IS 'The item that was published first, whichever was read first; received or recorded where publication is unknown.';
COMMENT ON COLUMN stories.first_published_at IS 'First publication; NULL where none is known.';
COMMENT ON COLUMN stories.last_published_at IS 'Latest publication; NULL where none is known.';
COMMENT ON COLUMN stories.sources IS 'The publishers that tell it; NULL where none is named.';
COMMENT ON COLUMN stories.updates IS 'Number of items that update it.';
COMMENT ON COLUMN stories.corrections IS 'Number of items that correct it.';

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

-- A price is known from the moment that its source publishes it (where that is not stated: from the moment we had it), a
-- correction from the moment we had it.
CREATE OR REPLACE VIEW history.price_versions AS
    SELECT * REPLACE (CASE WHEN recorded_at > min(recorded_at) OVER versions THEN greatest(recorded_at, priced_at)
                           ELSE coalesce(known_at, greatest(recorded_at, priced_at)) END AS known_at)
    FROM history.prices WINDOW versions AS (PARTITION BY instrument, session, source);
COMMENT ON VIEW history.price_versions IS 'All versions of all prices, each with the moment from which it could be known.';

CREATE OR REPLACE VIEW prices_by_source AS
    SELECT instrument, session, priced_at, "open", high, low, close, unit, source, coalesce(kind, 'close') AS kind, volume,
           dividend, split, known_at, fetched_at, run_id, recorded_at
    FROM history.prices WHERE superseded_at IS NULL;
COMMENT ON VIEW prices_by_source IS 'Prices by session of every source, with the latest revision of each.';

-- Where several sources have prices of one instrument, its series is that of the one named first: levels of two are never mixed.
CREATE OR REPLACE VIEW prices AS
    SELECT * FROM prices_by_source
    WHERE (instrument, source) IN (
        SELECT (instrument, arg_min(source, (coalesce(preference, 1000), source)))
        FROM (SELECT DISTINCT instrument, source FROM prices_by_source) LEFT JOIN price_sources USING (source)
        GROUP BY instrument);
COMMENT ON VIEW prices IS 'Prices by session, one series for each instrument, with the latest revision of each price.';
COMMENT ON COLUMN prices.instrument IS 'The instrument.';
COMMENT ON COLUMN prices.session IS 'The trading day, by the calendar of its market.';
COMMENT ON COLUMN prices.priced_at IS 'The instant that close refers to, UTC: the bar is complete then, and no earlier.';
COMMENT ON COLUMN prices."open" IS 'First price of the session; NULL where the source has none.';
COMMENT ON COLUMN prices.high IS 'Highest price of the session; NULL where the source has none.';
COMMENT ON COLUMN prices.low IS 'Lowest price of the session; NULL where the source has none.';
COMMENT ON COLUMN prices.close IS 'Closing price as traded then (not adjusted for later splits or dividends), or the fixing of a daily reference rate.';
COMMENT ON COLUMN prices.unit IS 'Unit of the prices, such as ZAR per USD.';
COMMENT ON COLUMN prices.source IS 'Who published it.';
COMMENT ON COLUMN prices.kind IS 'What close is: close (of a session), fixing (a snapshot of one moment of the day) or spot (while the press quotes futures).';
COMMENT ON COLUMN prices.volume IS 'Units traded in the session; NULL where the source has none.';
COMMENT ON COLUMN prices.dividend IS 'Dividend of a share that goes ex on this session, in unit; NULL where none is.';
COMMENT ON COLUMN prices.split IS 'New shares for each old one from this session on (4 for a four-for-one split); NULL where there is none.';
COMMENT ON COLUMN prices.known_at IS 'The instant from which the source had published it, UTC; NULL where the source does not say.';
COMMENT ON COLUMN prices.fetched_at IS 'When it was fetched from its source, UTC; NULL where it came in a file.';
COMMENT ON COLUMN prices.run_id IS 'The run that added it.';
COMMENT ON COLUMN prices.recorded_at IS 'When that run recorded it.';
COMMENT ON COLUMN prices_by_source.instrument IS 'The instrument.';
COMMENT ON COLUMN prices_by_source.session IS 'The trading day, by the calendar of its market.';
COMMENT ON COLUMN prices_by_source.priced_at IS 'The instant that close refers to, UTC: the bar is complete then, and no earlier.';
COMMENT ON COLUMN prices_by_source."open" IS 'First price of the session; NULL where the source has none.';
COMMENT ON COLUMN prices_by_source.high IS 'Highest price of the session; NULL where the source has none.';
COMMENT ON COLUMN prices_by_source.low IS 'Lowest price of the session; NULL where the source has none.';
COMMENT ON COLUMN prices_by_source.close IS 'Closing price as traded then (not adjusted for later splits or dividends), or the fixing of a daily reference rate.';
COMMENT ON COLUMN prices_by_source.unit IS 'Unit of the prices, such as ZAR per USD.';
COMMENT ON COLUMN prices_by_source.source IS 'Who published it.';
COMMENT ON COLUMN prices_by_source.kind IS 'What close is: close (of a session), fixing (a snapshot of one moment of the day) or spot (while the press quotes futures).';
COMMENT ON COLUMN prices_by_source.volume IS 'Units traded in the session; NULL where the source has none.';
COMMENT ON COLUMN prices_by_source.dividend IS 'Dividend of a share that goes ex on this session, in unit; NULL where none is.';
COMMENT ON COLUMN prices_by_source.split IS 'New shares for each old one from this session on (4 for a four-for-one split); NULL where there is none.';
COMMENT ON COLUMN prices_by_source.known_at IS 'The instant from which the source had published it, UTC; NULL where the source does not say.';
COMMENT ON COLUMN prices_by_source.fetched_at IS 'When it was fetched from its source, UTC; NULL where it came in a file.';
COMMENT ON COLUMN prices_by_source.run_id IS 'The run that added it.';
COMMENT ON COLUMN prices_by_source.recorded_at IS 'When that run recorded it.';

-- Dividends and splits taken out: what a holder who put them back in would have seen, scaled to the last price. Each dividend takes
-- the share dividend / close of the session before from all earlier prices, each split its ratio.
CREATE OR REPLACE VIEW adjusted_prices AS
    WITH stepped AS (
        SELECT instrument, session, priced_at, close, source,
               1 - coalesce(dividend, 0) * coalesce(split, 1) / lag(close) OVER by_session AS kept, 1 / coalesce(split, 1) AS part
        FROM prices WINDOW by_session AS (PARTITION BY instrument ORDER BY session)
    )
    SELECT instrument, session, priced_at, close,
           close * coalesce(product(coalesce(kept, 1) * part) OVER later, 1) AS adjusted_close,
           close * coalesce(product(part) OVER later, 1) AS split_adjusted_close, source
    FROM stepped WINDOW later AS (PARTITION BY instrument ORDER BY session ROWS BETWEEN 1 FOLLOWING AND UNBOUNDED FOLLOWING);
COMMENT ON VIEW adjusted_prices IS 'Closes with later dividends and splits taken out, for returns over long times.';
COMMENT ON COLUMN adjusted_prices.instrument IS 'The instrument.';
COMMENT ON COLUMN adjusted_prices.session IS 'The trading day.';
COMMENT ON COLUMN adjusted_prices.priced_at IS 'The instant that close refers to, UTC.';
COMMENT ON COLUMN adjusted_prices.close IS 'Closing price as traded then.';
COMMENT ON COLUMN adjusted_prices.adjusted_close IS 'The close with later splits and dividends taken out.';
COMMENT ON COLUMN adjusted_prices.split_adjusted_close IS 'The close with later splits alone taken out.';
COMMENT ON COLUMN adjusted_prices.source IS 'Who published it.';

CREATE OR REPLACE VIEW bars AS
    SELECT instrument, session, starts_at, priced_at, "open", high, low, close, volume, unit, source, fetched_at, run_id, recorded_at
    FROM history.bars WHERE superseded_at IS NULL;
COMMENT ON VIEW bars IS 'Bars within sessions (a minute, an hour), with the latest revision of each.';
COMMENT ON COLUMN bars.instrument IS 'The instrument.';
COMMENT ON COLUMN bars.session IS 'The trading day that the bar is part of, on the clock of its market.';
COMMENT ON COLUMN bars.starts_at IS 'First instant of the bar, UTC.';
COMMENT ON COLUMN bars.priced_at IS 'End of the bar, exclusive, UTC: it is complete then, and no earlier.';
COMMENT ON COLUMN bars."open" IS 'First price of the bar.';
COMMENT ON COLUMN bars.high IS 'Highest price of the bar.';
COMMENT ON COLUMN bars.low IS 'Lowest price of the bar.';
COMMENT ON COLUMN bars.close IS 'Last price of the bar, as traded then.';
COMMENT ON COLUMN bars.volume IS 'Units traded in the bar; NULL where the source has none.';
COMMENT ON COLUMN bars.unit IS 'Unit of the prices.';
COMMENT ON COLUMN bars.source IS 'Who published it.';
COMMENT ON COLUMN bars.fetched_at IS 'When it was fetched from its source, UTC; NULL where it came in a file.';
COMMENT ON COLUMN bars.run_id IS 'The run that added it.';
COMMENT ON COLUMN bars.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW verdicts AS
    SELECT v.observation_id, o.item_id, o.instrument, v.verdict, v.reason, v.session, v.price, v.previous, v.priced_at, v.price_source,
           v.level_verdict, v.move_verdict, v.distance, v.deviations, v.tolerance, v.price_move, v.run_id, v.recorded_at
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
COMMENT ON COLUMN verdicts.priced_at IS 'When the price it was compared with was made (the end of its bar), UTC.';
COMMENT ON COLUMN verdicts.price_source IS 'Who published that price.';
COMMENT ON COLUMN verdicts.level_verdict IS 'What the prices say of the level alone; NULL where none is stated in their unit.';
COMMENT ON COLUMN verdicts.move_verdict IS 'What the prices say of the move against the previous close alone; NULL where none of a size is stated.';
COMMENT ON COLUMN verdicts.distance IS 'Stated level less price, in its unit; without a level the stated move less price_move, in the unit of the move, a fall being negative.';
COMMENT ON COLUMN verdicts.deviations IS 'The distance in standard deviations of a daily change of this instrument at that time; for a move from what the prices show at that hour.';
COMMENT ON COLUMN verdicts.tolerance IS 'How many such deviations were allowed: from the printed decimals, the time between statement and price, and the range of the bar.';
COMMENT ON COLUMN verdicts.price_move IS 'Change of the price since the session before, in the unit of the stated move; NULL where no move is stated.';
COMMENT ON COLUMN verdicts.run_id IS 'The run that judged.';
COMMENT ON COLUMN verdicts.recorded_at IS 'When that run recorded it.';

CREATE OR REPLACE VIEW source_league AS
    SELECT o.source, count(*) FILTER (v.verdict = 'agrees') AS agreeing, count(*) FILTER (v.verdict = 'contradicts') AS contradicted,
           count(*) FILTER (v.verdict = 'cannot tell') AS untold,
           count(*) FILTER (v.verdict = 'agrees') / nullif(count(*) FILTER (v.verdict <> 'cannot tell'), 0) AS agreement,
           median(abs(v.deviations)) FILTER (v.level_verdict IS NOT NULL) AS median_deviations
    FROM verdicts v JOIN observations o USING (observation_id) GROUP BY o.source;
COMMENT ON VIEW source_league IS 'How often the prices bear each publisher out.';
COMMENT ON COLUMN source_league.source IS 'Publisher of the items; NULL where nothing names it.';
COMMENT ON COLUMN source_league.agreeing IS 'Observations that the prices agree with.';
COMMENT ON COLUMN source_league.contradicted IS 'Observations that the prices contradict.';
COMMENT ON COLUMN source_league.untold IS 'Observations on which the prices cannot tell.';
COMMENT ON COLUMN source_league.agreement IS 'Share that agrees of those on which the prices can tell, 0 to 1; NULL where they can on none.';
COMMENT ON COLUMN source_league.median_deviations IS 'Median distance of the stated levels from the price, in daily standard deviations.';

-- From one price to another: a fraction; for yields and rates (unit percent) the difference in percentage points.
CREATE OR REPLACE MACRO price_change(unit, earlier, later) AS
    CASE WHEN unit = 'percent' THEN later - earlier WHEN earlier > 0 AND later > 0 THEN later / earlier - 1 END;

-- Two signs of a bad tick: a price that jumps more than eight usual steps, of which a quarter at most is left the session after; and one
-- that news of several stories contradicts while none agrees.
CREATE OR REPLACE VIEW suspect_prices AS
    WITH stepped AS (
        SELECT instrument, session, source, close, lag(close) OVER s AS before, lead(close) OVER s AS later,
               price_change(unit, lag(close) OVER s, close) AS step
        FROM prices_by_source WINDOW s AS (PARTITION BY instrument, source ORDER BY session)
    ), usual AS (
        SELECT *, sqrt(avg(step * step) OVER past) AS usual_step
        FROM stepped WINDOW past AS (PARTITION BY instrument, source ORDER BY session ROWS BETWEEN 60 PRECEDING AND 1 PRECEDING)
    ), disputed AS (
        SELECT o.instrument, v.session, v.price_source AS source, count(DISTINCT o.story_id) AS stories
        FROM verdicts v JOIN observations o USING (observation_id) WHERE v.verdict <> 'cannot tell'
        GROUP BY ALL HAVING count(DISTINCT o.story_id) > 1 AND count(*) FILTER (v.verdict = 'agrees') = 0
    )
    SELECT instrument, session, source, close, before, later, 'it jumps and is back the session after' AS reason FROM usual
    WHERE abs(step) > 8 * usual_step AND abs(close - before) > 4 * abs(later - before)
    UNION ALL
    SELECT instrument, session, source, close, before, later, format('contradicted by {} stories', stories)
    FROM usual JOIN disputed USING (instrument, session, source);
COMMENT ON VIEW suspect_prices IS 'Prices that may be wrong themselves.';
COMMENT ON COLUMN suspect_prices.instrument IS 'The instrument.';
COMMENT ON COLUMN suspect_prices.session IS 'The trading day.';
COMMENT ON COLUMN suspect_prices.source IS 'Who published the price.';
COMMENT ON COLUMN suspect_prices.close IS 'The price in question.';
COMMENT ON COLUMN suspect_prices.before IS 'The price of the session before.';
COMMENT ON COLUMN suspect_prices.later IS 'The price of the session after.';
COMMENT ON COLUMN suspect_prices.reason IS 'What makes it suspect.';

CREATE OR REPLACE VIEW study_results AS
    SELECT study, benchmark, model, first_day, last_day, test, statistic, p_value, p_adjusted, n, left_out, mean_car, standard_error,
           detectable, settings, run_id, recorded_at
    FROM history.study_results WHERE superseded_at IS NULL;
COMMENT ON VIEW study_results IS 'What followed the news: the standing studies of positive and negative events, and those of the configuration.';
COMMENT ON COLUMN study_results.study IS 'Name of the study.';
COMMENT ON COLUMN study_results.benchmark IS 'The benchmark of the return model; NULL for the mean-adjusted model.';
COMMENT ON COLUMN study_results.model IS 'market, market_adjusted or mean.';
COMMENT ON COLUMN study_results.first_day IS 'First day of the window, counted in sessions from day zero.';
COMMENT ON COLUMN study_results.last_day IS 'Last day of the window.';
COMMENT ON COLUMN study_results.test IS 'Name of the test.';
COMMENT ON COLUMN study_results.statistic IS 'Its statistic; NULL where it is not defined.';
COMMENT ON COLUMN study_results.p_value IS 'Two-sided p-value; NULL where it is not defined.';
COMMENT ON COLUMN study_results.p_adjusted IS 'p_value adjusted for the number of studies in the run (Benjamini and Hochberg 1995); NULL where p_value is.';
COMMENT ON COLUMN study_results.n IS 'Number of events with status ok.';
COMMENT ON COLUMN study_results.left_out IS 'Number of events with another status.';
COMMENT ON COLUMN study_results.mean_car IS 'Mean cumulative abnormal return over the window, as a fraction.';
COMMENT ON COLUMN study_results.standard_error IS 'Its standard error, clustered by day zero; of independent events where all share one day.';
COMMENT ON COLUMN study_results.detectable IS 'The smallest mean effect that this sample shows with a probability of 80 percent at the 5 percent level.';
COMMENT ON COLUMN study_results.settings IS 'Everything that was set, as JSON.';
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
