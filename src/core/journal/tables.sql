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
CREATE INDEX IF NOT EXISTS journal_kind ON journal(kind, seq);
CREATE TABLE IF NOT EXISTS arrival (
    place INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    stream TEXT NOT NULL,
    epoch BIGINT NOT NULL,
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
    reception TEXT NOT NULL,
    UNIQUE (origin, stream, epoch, number)
);
CREATE INDEX IF NOT EXISTS arrival_seq ON arrival(origin, seq);
CREATE TABLE IF NOT EXISTS outgoing (
    stream TEXT NOT NULL,
    epoch BIGINT NOT NULL,
    number BIGINT NOT NULL,
    seq BIGINT NOT NULL,
    hash TEXT NOT NULL,
    PRIMARY KEY (stream, epoch, number)
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
CREATE TABLE IF NOT EXISTS granted (
    key TEXT PRIMARY KEY,
    print TEXT NOT NULL,
    at BIGINT NOT NULL,
    subject TEXT NOT NULL,
    answer TEXT NOT NULL,
    first_seq BIGINT NOT NULL,
    last_seq BIGINT NOT NULL
);
CREATE INDEX IF NOT EXISTS granted_at ON granted(at);
