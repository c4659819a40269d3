CREATE TABLE IF NOT EXISTS deadline (
    key TEXT PRIMARY KEY,
    due BIGINT NOT NULL,
    command TEXT NOT NULL,
    body TEXT NOT NULL,
    drill TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS deadline_due ON deadline(due);
