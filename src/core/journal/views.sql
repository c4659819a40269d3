CREATE TABLE IF NOT EXISTS deadline (
    key TEXT PRIMARY KEY,
    due BIGINT NOT NULL,
    set_at BIGINT NOT NULL,
    command TEXT NOT NULL,
    body TEXT NOT NULL,
    drill TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS deadline_due ON deadline(due);
CREATE INDEX IF NOT EXISTS deadline_set_at ON deadline(set_at);
