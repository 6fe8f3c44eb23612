-- The tables. Everything that can change over time lives in the schema `history`, one row for each version:
-- a row is superseded (superseded_at is set), never overwritten or deleted. The views in views.sql show the current rows.
-- Times are TIMESTAMPTZ in UTC. NULL means that nobody said, never zero.

CREATE SCHEMA IF NOT EXISTS history;

CREATE TABLE IF NOT EXISTS runs (
    run_id VARCHAR PRIMARY KEY,
    started_at TIMESTAMPTZ NOT NULL,
    finished_at TIMESTAMPTZ,
    signals_version VARCHAR NOT NULL,
    arguments VARCHAR NOT NULL,
    items_new BIGINT,
    observations_new BIGINT,
    quarantined_new BIGINT
);
COMMENT ON TABLE runs IS 'One row for each run that changed this file. Every other table names the run that wrote the row.';
COMMENT ON COLUMN runs.run_id IS 'Identity of the run.';
COMMENT ON COLUMN runs.started_at IS 'When the run began, UTC.';
COMMENT ON COLUMN runs.finished_at IS 'When the run ended, UTC.';
COMMENT ON COLUMN runs.signals_version IS 'Version of market-news-signals that ran.';
COMMENT ON COLUMN runs.arguments IS 'What the run was asked to do, as JSON.';
COMMENT ON COLUMN runs.items_new IS 'Item versions that this run added.';
COMMENT ON COLUMN runs.observations_new IS 'Observations that this run added.';
COMMENT ON COLUMN runs.quarantined_new IS 'Quarantine entries that this run added.';

CREATE TABLE IF NOT EXISTS history.documents (
    path VARCHAR NOT NULL,
    content_hash VARCHAR,
    size_bytes BIGINT,
    received_at TIMESTAMPTZ,
    items BIGINT NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.documents IS 'Each file or feed that was read, one row for each content that it had.';

CREATE TABLE IF NOT EXISTS history.visits (
    url VARCHAR NOT NULL,
    etag VARCHAR,
    last_modified VARCHAR,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.visits IS 'The ETag and Last-Modified that each address gave, to ask again only for what has changed.';

CREATE TABLE IF NOT EXISTS history.items (
    item_id VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    path VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    source VARCHAR,
    headline VARCHAR,
    body VARCHAR NOT NULL,
    text VARCHAR NOT NULL,
    url VARCHAR,
    language VARCHAR,
    published_at TIMESTAMPTZ,
    published_precision VARCHAR NOT NULL,
    published_basis VARCHAR,
    received_at TIMESTAMPTZ,
    known_at TIMESTAMPTZ,
    is_market_news BOOLEAN NOT NULL,
    story_id VARCHAR,
    story_relation VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.items IS 'Each version of each news item.';

CREATE TABLE IF NOT EXISTS history.extractions (
    item_id VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    extractor VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.extractions IS 'Which version of the extractor has read which version of an item.';

CREATE TABLE IF NOT EXISTS history.observations (
    observation_id VARCHAR NOT NULL,
    item_id VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    instrument VARCHAR NOT NULL,
    level DOUBLE,
    level_unit VARCHAR,
    level_kind VARCHAR,
    "at" VARCHAR,
    at_start TIMESTAMPTZ,
    at_end TIMESTAMPTZ,
    direction VARCHAR,
    move_value DOUBLE,
    move_unit VARCHAR,
    basis VARCHAR,
    stated VARCHAR NOT NULL,
    confidence DOUBLE NOT NULL,
    evidence VARCHAR NOT NULL,
    start_offset BIGINT NOT NULL,
    end_offset BIGINT NOT NULL,
    spans STRUCT(value VARCHAR, start_offset BIGINT, end_offset BIGINT)[],
    flags VARCHAR[],
    extractor VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.observations IS 'Each statement that an instrument stood at a level or moved, by every version of the extractor that read it.';

CREATE TABLE IF NOT EXISTS history.calendar (
    item_id VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    event VARCHAR NOT NULL,
    country VARCHAR,
    "date" VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL,
    start_offset BIGINT NOT NULL,
    end_offset BIGINT NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.calendar IS 'Each coming event that an item names.';

CREATE TABLE IF NOT EXISTS history.drivers (
    item_id VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    observation_id VARCHAR,
    kind VARCHAR NOT NULL,
    phrase VARCHAR NOT NULL,
    start_offset BIGINT NOT NULL,
    end_offset BIGINT NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.drivers IS 'Each reason that an item gives for a move.';

CREATE TABLE IF NOT EXISTS history.number_ledger (
    item_id VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    position BIGINT NOT NULL,
    number VARCHAR NOT NULL,
    status VARCHAR NOT NULL,
    reason VARCHAR,
    start_offset BIGINT NOT NULL,
    end_offset BIGINT NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.number_ledger IS 'What became of each number of each item.';

CREATE TABLE IF NOT EXISTS history.sentiment (
    item_id VARCHAR NOT NULL,
    content_hash VARCHAR NOT NULL,
    instrument VARCHAR,
    score DOUBLE NOT NULL,
    label VARCHAR,
    confidence DOUBLE NOT NULL,
    tape INTEGER,
    tone DOUBLE,
    differs BOOLEAN NOT NULL,
    model VARCHAR NOT NULL,
    revision VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.sentiment IS 'Each score of an item, for one instrument or as a whole, by each model that scored it.';

CREATE TABLE IF NOT EXISTS instruments (
    instrument VARCHAR PRIMARY KEY,
    name VARCHAR NOT NULL,
    instrument_class VARCHAR NOT NULL,
    unit VARCHAR,
    currency VARCHAR,
    country VARCHAR,
    calendar VARCHAR,
    yahoo VARCHAR,
    decimals INTEGER,
    base_currency VARCHAR,
    quote_currency VARCHAR,
    holder_sign INTEGER NOT NULL
);
COMMENT ON TABLE instruments IS 'The instrument master: what can be observed, how it is quoted and where it trades.';
COMMENT ON COLUMN instruments.instrument IS 'Identity of the instrument, such as USDZAR, SPX, ZA_2035 or AAPL.';
COMMENT ON COLUMN instruments.name IS 'Its name in full.';
COMMENT ON COLUMN instruments.instrument_class IS 'Kind of instrument: fx, index, bond yield, policy rate, commodity, crypto, share and so on.';
COMMENT ON COLUMN instruments.unit IS 'Unit of a level: ZAR per USD, points, percent, USD per barrel.';
COMMENT ON COLUMN instruments.currency IS 'ISO 4217 code of the currency that it is quoted in; NULL where it has none.';
COMMENT ON COLUMN instruments.country IS 'ISO 3166 alpha-2 code of its home; NULL where it has none.';
COMMENT ON COLUMN instruments.calendar IS 'Exchange calendar by ISO 10383 market code; NULL where none applies.';
COMMENT ON COLUMN instruments.yahoo IS 'Symbol at Yahoo Finance; NULL where there is none.';
COMMENT ON COLUMN instruments.decimals IS 'Decimals that are usually printed.';
COMMENT ON COLUMN instruments.base_currency IS 'Of a currency pair: the currency that is priced.';
COMMENT ON COLUMN instruments.quote_currency IS 'Of a currency pair: the currency that the price is in.';
COMMENT ON COLUMN instruments.holder_sign IS '1 where a rise of the quote is a gain for the holder, -1 where it is a loss (a bond yield).';

CREATE TABLE IF NOT EXISTS history.prices (
    instrument VARCHAR NOT NULL,
    session DATE NOT NULL,
    priced_at TIMESTAMPTZ NOT NULL,
    "open" DOUBLE,
    high DOUBLE,
    low DOUBLE,
    close DOUBLE NOT NULL,
    unit VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
ALTER TABLE history.prices ADD COLUMN IF NOT EXISTS kind VARCHAR;
ALTER TABLE history.prices ADD COLUMN IF NOT EXISTS volume DOUBLE;
ALTER TABLE history.prices ADD COLUMN IF NOT EXISTS dividend DOUBLE;
ALTER TABLE history.prices ADD COLUMN IF NOT EXISTS split DOUBLE;
ALTER TABLE history.prices ADD COLUMN IF NOT EXISTS known_at TIMESTAMPTZ;
ALTER TABLE history.prices ADD COLUMN IF NOT EXISTS fetched_at TIMESTAMPTZ;
COMMENT ON TABLE history.prices IS 'Each price of each session, with the revisions that its source made.';

CREATE TABLE IF NOT EXISTS history.bars (
    instrument VARCHAR NOT NULL,
    session DATE NOT NULL,
    starts_at TIMESTAMPTZ NOT NULL,
    priced_at TIMESTAMPTZ NOT NULL,
    "open" DOUBLE,
    high DOUBLE,
    low DOUBLE,
    close DOUBLE NOT NULL,
    volume DOUBLE,
    unit VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    fetched_at TIMESTAMPTZ,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.bars IS 'Each bar within a session, with the revisions that its source made.';

CREATE TABLE IF NOT EXISTS price_sources (
    source VARCHAR PRIMARY KEY,
    preference INTEGER NOT NULL
);
COMMENT ON TABLE price_sources IS 'The order in which sources are taken where several have prices of one instrument: as the last run named them.';
COMMENT ON COLUMN price_sources.source IS 'The source, as in prices_by_source and bars.';
COMMENT ON COLUMN price_sources.preference IS 'Its place: the source with the smallest number gives the series of an instrument. A source that is not listed comes last.';

CREATE TABLE IF NOT EXISTS history.reactions (
    event_id VARCHAR NOT NULL,
    session DATE,
    before_at TIMESTAMPTZ,
    price_before DOUBLE,
    after_at TIMESTAMPTZ,
    price_after DOUBLE,
    reaction_1m DOUBLE,
    reaction_5m DOUBLE,
    reaction_30m DOUBLE,
    reaction_1h DOUBLE,
    reaction_close DOUBLE,
    reaction_1d DOUBLE,
    reason VARCHAR,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.reactions IS 'The prices around each event and what they did after it, with every change that new prices brought.';

CREATE TABLE IF NOT EXISTS history.verdicts (
    observation_id VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    reason VARCHAR,
    session DATE,
    price DOUBLE,
    previous DOUBLE,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
ALTER TABLE history.verdicts ADD COLUMN IF NOT EXISTS priced_at TIMESTAMPTZ;
ALTER TABLE history.verdicts ADD COLUMN IF NOT EXISTS price_source VARCHAR;
ALTER TABLE history.verdicts ADD COLUMN IF NOT EXISTS level_verdict VARCHAR;
ALTER TABLE history.verdicts ADD COLUMN IF NOT EXISTS move_verdict VARCHAR;
ALTER TABLE history.verdicts ADD COLUMN IF NOT EXISTS distance DOUBLE;
ALTER TABLE history.verdicts ADD COLUMN IF NOT EXISTS deviations DOUBLE;
ALTER TABLE history.verdicts ADD COLUMN IF NOT EXISTS tolerance DOUBLE;
ALTER TABLE history.verdicts ADD COLUMN IF NOT EXISTS price_move DOUBLE;
COMMENT ON TABLE history.verdicts IS 'What the prices said of each observation, with every change of mind that new prices brought.';

CREATE TABLE IF NOT EXISTS history.study_results (
    study VARCHAR NOT NULL,
    benchmark VARCHAR,
    model VARCHAR NOT NULL,
    first_day INTEGER NOT NULL,
    last_day INTEGER NOT NULL,
    test VARCHAR NOT NULL,
    statistic DOUBLE,
    p_value DOUBLE,
    n BIGINT NOT NULL,
    mean_car DOUBLE,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
ALTER TABLE history.study_results ADD COLUMN IF NOT EXISTS settings VARCHAR;
ALTER TABLE history.study_results ADD COLUMN IF NOT EXISTS p_adjusted DOUBLE;
ALTER TABLE history.study_results ADD COLUMN IF NOT EXISTS standard_error DOUBLE;
ALTER TABLE history.study_results ADD COLUMN IF NOT EXISTS detectable DOUBLE;
ALTER TABLE history.study_results ADD COLUMN IF NOT EXISTS left_out BIGINT;
COMMENT ON TABLE history.study_results IS 'The tests of all event studies of each run.';

CREATE TABLE IF NOT EXISTS history.quarantine (
    path VARCHAR NOT NULL,
    position VARCHAR,
    reason VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMPTZ NOT NULL,
    superseded_at TIMESTAMPTZ
);
COMMENT ON TABLE history.quarantine IS 'All input that could not be read. A row is superseded when its file reads well again.';
