CREATE TABLE IF NOT EXISTS journal (
    seq INTEGER PRIMARY KEY,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    drill TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    cause BIGINT NOT NULL,
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS journal_subject ON journal(subject, seq);
CREATE TABLE IF NOT EXISTS mirror (
    origin TEXT NOT NULL,
    number BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    at BIGINT NOT NULL,
    actor TEXT NOT NULL,
    drill TEXT NOT NULL,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL,
    cause BIGINT NOT NULL,
    body TEXT NOT NULL,
    prev TEXT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (origin, number)
);
CREATE TABLE IF NOT EXISTS outbox (
    direction TEXT NOT NULL,
    number BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    PRIMARY KEY (direction, number)
);
CREATE TABLE IF NOT EXISTS vault_key (
    ref TEXT PRIMARY KEY,
    key TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS vault (
    ref TEXT NOT NULL,
    field TEXT NOT NULL,
    retention BIGINT NOT NULL,
    salt TEXT NOT NULL,
    sealed TEXT NOT NULL,
    PRIMARY KEY (ref, field)
);
CREATE TABLE IF NOT EXISTS meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
