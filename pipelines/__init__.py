"""Jobs made of the library: ingest, prices, score, study, publish."""
